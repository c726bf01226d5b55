"""Reviews and publications are kept, and found again."""

import pytest
from sqlcipher3 import dbapi2

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, new_id
from hrddesk.session import Session
from hrddesk.store import publications, published_people
from hrddesk.store.published_people import CountRow, PersonRow, RemovalRow, Stood


def test_what_was_reviewed_for_a_profile_follows_its_name(session: Session) -> None:
    db, case = session.store.db, Record(Kind.CASE, new_id()).with_fields(narrative="It began at the mill.")
    with session.store.change("test") as change:
        change.put(case)
        for profile in ("mine", "other"):
            publications.save_review(db, case.id, "narrative", profile, profile, "K7QX")
            publications.save_wording(db, case.id, "narrative", profile, f"[{profile}]")
    with session.store.change("test"):
        publications.rename_profile(db, "mine", "ours")
    assert [row.digest for row in publications.reviews(db, "ours")] == ["mine"]
    assert publications.reviews(db, "mine") == []
    assert publications.wording(db, case.id, "narrative", "ours") == "[mine]"
    assert publications.wording(db, case.id, "narrative", "mine") is None
    assert publications.wording(db, case.id, "narrative", "other") == "[other]"


def test_a_review_is_for_one_field_and_one_profile(session: Session) -> None:
    db, case = session.store.db, Record(Kind.CASE, new_id()).with_fields(narrative="It began at the mill.")
    with session.store.change("test") as change:
        change.put(case)
        publications.save_review(db, case.id, "narrative", "names", "aa", "K7QX")
        publications.save_review(db, case.id, "narrative", "names", "bb", "K7QX")
        publications.save_review(db, case.id, "narrative", "labels", "cc", "K7QX")
    found = publications.review(db, case.id, "narrative", "names")
    assert found is not None
    assert (found.digest, found.who, found.profile) == ("bb", "K7QX", "names")
    assert publications.reviews(db, "names") == [found]
    assert publications.review(db, case.id, "note", "names") is None
    with session.store.change("test"):
        assert publications.remove_review(db, case.id, "narrative", "names")
        assert not publications.remove_review(db, case.id, "narrative", "names")
    assert publications.reviews(db, "names") == []
    assert len(publications.reviews(db, "labels")) == 1


def test_a_review_of_a_record_that_never_was_is_refused(session: Session) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"), session.store.change("test"):
        publications.save_review(session.store.db, new_id(), "narrative", "names", "aa", "K7QX")


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


def test_what_was_decided_about_a_text_is_kept_by_record_field_and_profile(session: Session) -> None:
    db, one, other = session.store.db, new_id(), new_id()
    assert publications.wording(db, one, "narrative", "names") is None
    with session.store.change("test"):
        publications.save_wording(db, one, "narrative", "names", "1")
        publications.save_wording(db, one, "narrative", "our. own", "2")
        publications.save_wording(db, other, "summary", "names", "3")
        publications.save_wording(db, one, "narrative", "names", "4")
    assert publications.wording(db, one, "narrative", "names") == "4"
    found = set(publications.wordings(db, one))
    assert found == {(one, "narrative", "names", "4"), (one, "narrative", "our. own", "2")}
    assert set(publications.wordings(db)) == found | {(other, "summary", "names", "3")}
    with session.store.change("test"):
        publications.remove_wordings(db, one)
    assert list(publications.wordings(db)) == [(other, "summary", "names", "3")]


def test_how_people_stood_stays_when_a_publication_is_erased_for_somebody_else(session: Session) -> None:
    kept, gone = new_id(), new_id()
    db = session.store.db
    words = dict.fromkeys(("who", "profile", "request", "labels", "model", "file"), "{}")
    with session.store.change("test"):
        number = publications.add(db, **words, sha256="0" * 64, pages=1)
        published_people.add_people(
            db,
            [
                PersonRow(number, number, kept, Stood.CHOSEN, "Person A", "人员A"),
                PersonRow(number, number, gone, Stood.NAMED),
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
    assert published_people.people(db) == [PersonRow(number, number, kept, Stood.CHOSEN, "Person A", "人员A")]
    assert published_people.removals(db) == [RemovalRow(number, kept, "")]
    assert published_people.answers(db, number) == {}
    assert published_people.counts(db) == [CountRow(number, "{}", "total", None)]  # it was printed
    with session.store.change("test"):  # its number is not given again
        assert publications.add(db, **words, sha256="0" * 64, pages=1) == number + 1
        published_people.forget_all(db)
    assert published_people.counts(db) == []
    assert published_people.people(db) == []
    assert published_people.removals(db) == []
