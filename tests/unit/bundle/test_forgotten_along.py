"""What tells of records that were handed off goes with them: cells, decisions, pictures, receipts."""

from pathlib import Path

from hrddesk.actions.content_review import pictures, text_decisions, texts
from hrddesk.actions.publishing.publications import PublishRequest, publish
from hrddesk.actions.records import cases, evidence, history
from hrddesk.actions.vault import forgetting
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance as review
from hrddesk.bundle.sending import selection, write
from hrddesk.bundle.sending.packing import Choice
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.redact.drafting.boxes import Box
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.store.publications import publications, published_people
from hrddesk.store.publications.published_people import CountRow
from hrddesk.store.queries import dismissals
from hrddesk.store.queries.dismissals import Dismissal
from hrddesk.store.records.imports import Imports
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.pictures import photo
from tests.reading_through import read_through
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.handing_off import SECRET, a_told_case, assert_well, hand_off, read_text, reopened
from tests.unit.bundle.sending.test_packing import accepted, acknowledge

NAMED = "Person of Kingfisher"
"""Who goes with the case that `a_told_case` makes."""


def test_imported_cells_that_name_somebody_who_goes_are_erased(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    case = a_told_case(session)
    rows = Imports(session.store.db)
    with session.store.change("import") as change:
        change.put(Record(kind=Kind.SOURCE, id=new_id()))
        assert change.act is not None
        rows.add(change.act, "list", "kit", 2)
        for key, cell in (("a", 'told by\nPerson of Kingfisher, "loudly"'), ("b", "told by a heron")):
            rows.remember(change.act, "list", "cases.csv", key, {"narrative": cell})
    hand_off(desks, tmp_path / "off", [case])
    rows = Imports(session.store.db)
    assert rows.last_rows("list", "cases.csv") == {"b": {"narrative": "told by a heron"}}
    assert [item.source for item in rows.all()] == ["list"]


def test_what_was_decided_about_texts_goes_with_them_and_with_whom_it_names(
    desks: Desks, tmp_path: Path
) -> None:
    documenter = desks.documenter
    other = cases.create(documenter, {"title": "Wren", "narrative": "Wren is told here."}).result
    third = a_told_case(documenter, "Heron")
    for about, words in ((other, "near Person of Kingfisher"), (third, "at dawn")):
        text_decisions.decide(documenter, about, "labels", Decision(0, 4, How.WORDS, words))
        read_text(documenter, about, "labels")
    case = a_told_case(documenter)
    read_text(documenter, case, "labels")
    hand_off(desks, tmp_path / "a.hrdbundle", [case])
    reviews = documenter.store.all(Kind.TEXT_REVIEW)
    assert [review.text("record") for review in reviews] == [third]
    assert texts.occurrences(documenter, third, "labels").state is texts.TextState.REVIEWED
    assert texts.occurrences(documenter, other, "labels").state is texts.TextState.UNREVIEWED
    assert _states_that_hold(documenter, case, NAMED) == 0
    assert_well(documenter)


def test_what_was_drawn_over_pictures_is_forgotten_with_them(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    goes, stays = a_told_case(session), a_told_case(session, "Heron")
    (tmp_path / "gate.png").write_bytes(photo("PNG"))
    added = [evidence.add(session, case, tmp_path / "gate.png", Job()).result.id for case in (goes, stays)]
    for picture in added:
        pictures.draw(session, picture, "names", [Box(7, 8, 90, 91)], (640, 480))
        pictures.describe(session, picture, "names", "The heron at the gate", "")
    hand_off(desks, tmp_path / "off", [goes])
    store = session.store
    assert pictures.look(session, added[1], "names").kept.boxes == (Box(7, 8, 90, 91),)
    assert [row.record for row in pictures.list_pictures(store)] == [added[1]]
    assert [item.text("evidence") for item in store.all(Kind.PICTURE_REVIEW)] == [added[1]]
    assert _states_that_hold(session, added[0]) == 0
    assert_well(reopened(desks))


def test_receipts_name_no_more_what_was_forgotten_and_go_on_for_the_rest(
    desks: Desks, tmp_path: Path
) -> None:
    session = desks.documenter
    stays, goes = a_told_case(session, "Heron"), a_told_case(session)

    def named() -> list[tuple[bool, bool]]:
        texts = [row[0] for row in session.store.db.execute("SELECT lines FROM review_note ORDER BY num")]
        return [(stays in text, goes in text) for text in texts]

    first = write.write(
        session,
        tmp_path / "a",
        [desks.to_coordinator],
        Parcel(records=selection.of_cases(session.store, [stays])),
        Job(),
    )
    found = read.read(desks.coordinator, first.path, Job())
    review.accept(desks.coordinator, found.review, None, Job())
    acknowledge(desks, tmp_path / "b")
    accepted(desks, tmp_path / "c", Choice())
    acknowledge(desks, tmp_path / "d")
    assert named() == [(True, False), (True, True)]
    forgetting.forget(session, "coordinator", [goes], [SECRET])
    assert named() == [(True, False), (True, False)]
    assert forgetting.look(session.store, [stays], "coordinator").unacknowledged == 0
    assert_well(reopened(desks))


def test_what_was_set_aside_is_forgotten_where_it_tells_of_them_by_id_or_by_name(
    desks: Desks, tmp_path: Path
) -> None:
    session = desks.documenter
    goes, stays = a_told_case(session), a_told_case(session, "Heron")
    day, db = "2026-01-31", session.store.db
    told = {"a": Dismissal("both true", day, (goes,)), "b": Dismissal(f"as {NAMED} said", day)}
    rest = {"c": Dismissal("both true", day, (stays,))}
    with session.store.change("set aside"):
        for key, aside in (told | rest).items():
            dismissals.save(db, key, aside)
    hand_off(desks, tmp_path / "off", [goes])
    assert dismissals.every(session.store.db) == rest
    hand_off(desks, tmp_path / "all", None)
    assert dismissals.every(session.store.db) == {}


def test_publications_that_tell_of_them_by_id_or_by_name_are_forgotten(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    goes, stays = a_told_case(session), a_told_case(session, "Heron")
    rest = {"who": "K7QX", "profile": "{}", "model": "{}", "sha256": "00"}
    with session.store.change("publish"):
        for file, request, labels in (
            ("asked.pdf", f'{{"cases":["{goes}"]}}', "[]"),
            ("labelled.pdf", "{}", f'[{{"party":"{goes}"}}]'),
            ("named.pdf", f'{{"title":"For {NAMED}"}}', "[]"),
            ("stays.pdf", f'{{"cases":["{stays}"]}}', "[]"),
        ):
            publications.add(session.store.db, file=file, request=request, labels=labels, pages=1, **rest)
        (kept,) = [row.num for row in publications.lines(session.store.db) if row.file == "stays.pdf"]
        published_people.add_answers(session.store.db, kept, {"recognisable": f"{NAMED} asked for it"})
        of_case = CountRow(kept + 1, f'{{"case":"{goes}"}}', "total", 7)
        of_all = CountRow(kept + 2, "{}", "total", 7)
        published_people.add_counts(session.store.db, [of_case, of_all])
    hand_off(desks, tmp_path / "off", [goes])
    assert [row.file for row in publications.lines(session.store.db)] == ["stays.pdf"]
    assert published_people.words(session.store.db) == []  # the reason named them
    assert published_people.counts(session.store.db) == [of_all]  # it was printed, and names nobody
    hand_off(desks, tmp_path / "all", None)
    assert publications.lines(session.store.db) == []
    assert published_people.counts(session.store.db) == []


def test_publications_whose_pages_name_them_are_forgotten(desks: Desks, tmp_path: Path) -> None:
    """A text went out with their name before anybody here knew them: nothing but the pages tells of them."""
    session = desks.documenter
    stays = a_told_case(session, "Heron")
    cases.edit(session, stays, {"narrative": f"{NAMED} wept."})
    read_through(session, stays, "labels")
    publish(
        session,
        PublishRequest(profile="labels", target=tmp_path / "a.pdf", cases=(stays,), accept_all="a test"),
    )
    assert NAMED in publications.everything(session.store.db)[0].model
    hand_off(desks, tmp_path / "off", [a_told_case(session)])
    assert publications.lines(session.store.db) == []


def test_drafts_that_tell_of_them_by_id_or_by_name_are_forgotten(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    goes, stays = a_told_case(session), a_told_case(session, "Heron")
    rest = {"record": stays, "typed": {"note": "at dawn"}}
    session.drafts.save([
        {"record": goes, "typed": {"note": "at dawn"}}, {"typed": {"note": f"as {NAMED} said"}}, rest,
    ])  # fmt: skip
    hand_off(desks, tmp_path / "off", [goes])
    assert session.drafts.load().drafts == [rest]


def test_old_versions_of_others_are_forgotten_where_they_tell_of_them_and_only_there(
    desks: Desks, tmp_path: Path
) -> None:
    """What a record says now is for a person to change; the rest of its history stays."""
    session = desks.documenter
    goes, told, says = (a_told_case(session, title) for title in ("Kingfisher", "Heron", "Ibis"))
    cases.edit(session, told, {"note": f"as {NAMED} said"})
    cases.edit(session, told, {"note": "as was said"})
    cases.edit(session, says, {"note": f"as {NAMED} says"})
    hand_off(desks, tmp_path / "off", [goes])
    store = session.store
    assert store.get(says).text("note") == f"as {NAMED} says"
    assert [state.forgotten for state in history.states(store, says)] == [False, False, False]
    assert [state.forgotten for state in history.states(store, told)] == [False, False, True, False]
    assert_well(reopened(desks))


def test_what_was_decided_about_any_text_goes_with_everything(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    text_decisions.decide(session, a_told_case(session), "labels", Decision(0, 4, How.WORDS, "at dawn"))
    hand_off(desks, tmp_path / "off", None)
    assert list(session.store.all(Kind.TEXT_REVIEW)) == []
    assert _states_that_hold(session, "at dawn") == 0


def test_a_review_that_was_undone_goes_with_its_record(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    goes, stays = a_told_case(session), a_told_case(session, "Heron")
    for about in (goes, stays):
        text_decisions.decide(session, about, "labels", Decision(0, 4, How.WORDS, "at dusk"))
        history.undo(session)
    assert _states_that_hold(session, "at dusk") == 2
    hand_off(desks, tmp_path / "off", [goes])
    assert _states_that_hold(session, "at dusk") == 1
    assert_well(reopened(desks))


def _states_that_hold(session: Session, *texts_within: str) -> int:
    """Return how many states of the history hold any of these texts."""
    rows = session.store.db.execute(
        "SELECT unpacked(state) FROM history_content WHERE state <> x''"
    ).fetchall()
    return sum(any(text in str(state) for text in texts_within) for (state,) in rows)
