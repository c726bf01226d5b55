"""Publications are kept, and found again."""

from hrddesk.records.model.record import new_id
from hrddesk.store.publications import publications, published_people
from hrddesk.store.publications.published_people import CountRow, PersonRow, RemovalRow, Stood
from hrddesk.store.vault.session import Session


def test_publications_are_found_by_their_file_the_latest_first(session: Session) -> None:
    db = session.store.db
    given = {"who": "K7QX", "profile": "{}", "request": "{}", "labels": "{}", "model": "{}"}
    with session.store.change("test"):
        first = publications.add(db, file="a.pdf", sha256="00", pages=3, **given)
        second = publications.add(db, file="b.pdf", sha256="00", pages=4, **given)
        publications.add(db, file="c.pdf", sha256="11", pages=5, **given)
    assert [row.file for row in publications.everything(db)] == ["c.pdf", "b.pdf", "a.pdf"]
    assert [(row.num, row.time, row.file, row.pages) for row in publications.everything(db)] == [
        (line.num, line.time, line.file, line.pages) for line in publications.lines(db)
    ]
    found = publications.by_hash(db, "00")
    assert found is not None
    assert (found.num, found.pages, first) == (second, 4, second - 1)
    assert publications.by_hash(db, "22") is None


def test_how_people_stood_stays_when_a_publication_is_erased_for_somebody_else(session: Session) -> None:
    kept, gone = new_id(), new_id()
    db = session.store.db
    words = dict.fromkeys(("who", "profile", "request", "labels", "model", "file"), "{}")
    with session.store.change("test"):
        number = publications.add(db, **words, sha256="0" * 64, pages=1)
        published_people.add_people(
            db,
            [
                PersonRow(
                    publication=number, series=number, party=kept, stood=Stood.CHOSEN, noun="person", number=0
                ),
                PersonRow(publication=number, series=number, party=gone, stood=Stood.NAMED),
            ],
        )
        published_people.add_removals(db, number, {kept: "as Vero asked", gone: "too"})
        published_people.add_answers(db, number, {"omissions": "as Vero asked"})
        published_people.add_counts(db, [CountRow(number, "{}", "total", None)])
    assert published_people.counts(db) == [CountRow(number, "{}", "total", None)]
    with session.store.change("test"):
        db.execute("DELETE FROM publication")
        published_people.erase(db, number)
        published_people.forget(db, [gone])
    assert published_people.people(db) == [
        PersonRow(publication=number, series=number, party=kept, stood=Stood.CHOSEN, noun="person", number=0)
    ]
    assert published_people.removals(db) == [RemovalRow(number, kept, "")]
    assert published_people.answers(db, number) == {}
    assert published_people.counts(db) == [CountRow(number, "{}", "total", None)]  # it was printed
    with session.store.change("test"):  # its number is not given again
        assert publications.add(db, **words, sha256="0" * 64, pages=1) == number + 1
        published_people.forget_all(db)
    assert published_people.counts(db) == []
    assert published_people.people(db) == []
    assert published_people.removals(db) == []
