"""What records were before: shown, compared, put back; undo and redo; the recycle bin."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions.interop import imports
from hrddesk.actions.records import cases, events, evidence, history, parties, visibility
from hrddesk.actions.records.history import Difference
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import (
    AmbiguousReference,
    ContentForgotten,
    InvalidValue,
    RecordNotFound,
    ReferenceTaken,
    UndoNotPossible,
)
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId, new_id
from hrddesk.records.model.versions import Dot, Version
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.conftest import PASSPHRASE

NAMES: list[Element] = [
    {"name": "བཀྲ་ཤིས་ཝེན་གར", "script": "Tibt", "kind": "main"},
    {"name": "ئايگۈل تۇرسۇنوۋا", "script": "Arab", "kind": "main"},
    {"name": "谭若岚", "script": "Hans", "kind": "alias"},
    {"name": "Tan Ruolan", "script": "Latn", "kind": "variant"},
]
CHARGES: list[Element] = [{"raw": "寻衅滋事"}, {"raw": "an unheard-of charge"}, {"raw": "Inciting …"}]


def _everything(session: Session) -> tuple[RecordId, RecordId, RecordId]:
    case = cases.create(session, {"title": "The mill", "narrative": "  凌晨被带走。\n\nIt began.  "}).result
    person = parties.create(session, {"birth": "1970?"}, {"names": NAMES}, case, "subject").result
    event = events.add(
        session,
        case,
        {"type": "detained", "date": "2020-02-06?/2020-03", "visibility": "secret", "summary": "x"},
        {"parties": [{"party": person, "role": "victim"}], "charges": CHARGES},
    ).result
    return case, person, event


def _forget(session: Session, record_id: RecordId) -> None:
    """Erase what a record was before it became what it is."""
    session.store.history.erase(record_id, session.store.history.of_record(record_id)[-1].number)


def test_every_change_is_told_and_what_was_comes_back_byte_for_byte(session: Session) -> None:
    case, person, event = _everything(session)
    store = session.store
    before = {item: store.get(item).canonical() for item in (case, person, event)}
    cases.edit(session, case, {"title": "The dam", "narrative": ""}, {"tags": [{"text": "dam"}]})
    parties.edit(session, person, {"birth": "1971"}, {"names": NAMES[:1]})
    events.edit(
        session,
        event,
        {"date": "2021", "visibility": "public"},
        {"charges": list(reversed(CHARGES)), "parties": []},
    )
    for item, canonical in before.items():
        told = history.states(store, item)
        assert [state.number for state in told] == list(range(1, len(told) + 1))
        assert told[-1].record == store.get(item)
        assert not any(state.forgotten for state in told)
        first = next(state.number for state in told if state.record and state.record.canonical() == canonical)
        changes = history.restore(session, item, first).changes
        assert changes.act is not None
        assert store.get(item).canonical() == canonical
        assert history.states(store, item)[-1].entry.what == "history.restore"
        assert not history.restore(session, item, first).changes
    assert [charge["raw"] for charge in store.get(event).values("charges")] == [
        charge["raw"] for charge in CHARGES
    ]


def test_what_differs_is_told_field_by_field_in_the_order_of_the_form(session: Session) -> None:
    _, _, event = _everything(session)
    events.edit(
        session, event, {"date": "2021", "facility": "prison", "summary": ""}, {"charges": CHARGES[1:]}
    )
    first, last = history.states(session.store, event)
    found = history.differences(first.record, last.record)
    assert [(item.field, item.before, item.after) for item in found[:3]] == [
        ("facility", None, "prison"),
        ("date", "2020-02-06?/2020-03", "2021"),
        ("summary", "x", None),
    ]
    assert {item.field for item in found[3:]} == {"charges"}
    gone = [item for item in found if item.after is None and isinstance(item.before, dict)]
    assert [item.before["raw"] for item in gone if isinstance(item.before, dict)] == ["寻衅滋事"]
    assert history.differences(None, None) == []
    made = history.differences(None, first.record)
    assert Difference("type", None, "detained") in made
    assert len(made) == len(history.differences(first.record, None))


def test_states_that_cannot_be_put_back_say_why(session: Session) -> None:
    case, _, event = _everything(session)
    events.remove(session, event)
    for wrong in (0, 3):
        with pytest.raises(InvalidValue):
            history.restore(session, event, wrong)
    with pytest.raises(InvalidValue):
        history.restore(session, event, 2)
    with pytest.raises(RecordNotFound):
        history.states(session.store, new_id())
    history.restore(session, event, 1)
    assert session.store.get(event).text("case") == case
    _forget(session, event)
    *before, _ = history.states(session.store, event)
    assert all(state.forgotten and state.record is None for state in before)
    with pytest.raises(ContentForgotten):
        history.restore(session, event, 1)


def test_a_record_is_found_by_what_it_was_called_when_it_is_deleted(session: Session) -> None:
    case, _, event = _everything(session)
    ref = session.store.get(case).text("ref")
    assert history.resolve(session.store, ref) == case
    cases.remove(session, case)
    events.remove(session, event)
    assert history.resolve(session.store, f" {ref.lower()} ") == case
    assert history.resolve(session.store, event[:8]) == event
    for nothing in ("nobody", "abc", "00000000"):
        with pytest.raises(RecordNotFound):
            history.resolve(session.store, nothing)
    twins = [RecordId(f"0badcafe{digit * 24}") for digit in "12"]
    with session.store.change("test") as change:
        for twin in twins:
            change.put(Record(kind=Kind.EVENT, id=twin).with_fields(type="detained"))
            change.delete(twin)
    with pytest.raises(AmbiguousReference):
        history.resolve(session.store, "0badcafe")


# --- undo and redo ---


def test_undo_and_redo_walk_through_the_acts(session: Session) -> None:
    store = session.store
    assert history.can_undo(store) == (False, False)
    for step in (history.undo, history.redo):
        with pytest.raises(UndoNotPossible):
            step(session)
    case = cases.create(session, {"title": "one"}).result
    for another in ("two", "three"):
        cases.edit(session, case, {"title": another})

    def title() -> str:
        record = store.find(case)
        return "gone" if record is None else record.text("title")

    seen = []
    for way in "uuururrruuu":
        (history.undo if way == "u" else history.redo)(session)
        seen.append(title())
    assert seen == ["two", "one", "gone", "one", "gone", "one", "two", "three", "two", "one", "gone"]
    assert history.can_undo(store) == (False, True)
    history.redo(session)
    cases.edit(session, case, {"title": "another way"})
    assert history.can_undo(store) == (True, False)
    with pytest.raises(UndoNotPossible):
        history.redo(session)
    done, changes = history.undo(session)
    assert done.what == "case.edit"
    assert changes.cases == {case}
    assert title() == "one"


def test_undo_survives_closing_and_an_undo_by_number_counts_too(session: Session) -> None:
    case, made = cases.create(session, {"title": "one"})
    event, added = events.add(session, case, {"type": "detained"})
    history.undo(session, added.act)
    assert session.store.find(event) is None
    session.close()
    with Session.open(session.folder, PassphraseSecret(PASSPHRASE)) as opened:
        history.redo(opened)
        assert opened.store.get(event).text("type") == "detained"
        undone = [history.undo(opened) for _ in range(2)]
        assert undone[-1][0].act == made.act
        history.undo(opened, undone[-1][1].act)  # an undo taken back by its number is a redo
        assert opened.store.find(case) is not None
        history.undo(opened)
        assert opened.store.find(case) is None


def test_undo_refuses_what_changed_since_and_goes_past_notes(session: Session, tmp_path: Path) -> None:
    case, _, event = _everything(session)
    path = tmp_path / "a.txt"
    path.write_text("a")
    added = evidence.add(session, case, path, Job()).result
    evidence.save(session, added.id, tmp_path / "b.txt", Job())
    edited = events.edit(session, event, {"date": "2021"}).changes
    events.edit(session, event, {"date": "2022"})
    with pytest.raises(UndoNotPossible):
        history.undo(session, edited.act)
    with pytest.raises(UndoNotPossible):
        history.undo(session, 99_999)
    with session.store.change("publication.make") as change:
        change.note(case, "publication.make")
    with pytest.raises(UndoNotPossible, match="nothing was changed"):
        history.undo(session, change.act)
    for _ in range(3):
        history.undo(session)
    assert session.store.find(added.id) is None  # past the copy that was saved, which cannot be undone


def test_an_import_and_a_bundle_have_an_undo_of_their_own(session: Session, tmp_path: Path) -> None:
    cases.create(session, {"title": "before"})
    (tmp_path / "cases.csv").write_text("case,title\nk1,Imported\n", "utf-8")
    report = imports.attempt(session, tmp_path, "kit", None, None, dry_run=False, job=Job()).result
    assert history.can_undo(session.store) == (False, False)
    with pytest.raises(UndoNotPossible, match="import"):
        history.undo(session)
    assert report.id is not None
    imports.undo(session, report.id)
    assert history.can_undo(session.store) == (True, False)
    with session.store.change("bundle.accepted") as change:
        record = Record(kind=Kind.CASE, id=new_id()).with_fields(title="theirs")
        change.put_version(record, Version({"theirs": 1}, {"*": Dot("theirs", 1)}))
    with pytest.raises(UndoNotPossible, match="bundle"):
        history.undo(session)


def test_many_levels_are_undone_at_once(session: Session) -> None:
    case, _, event = _everything(session)
    reach = visibility.reach(session.store, [case], "public", [Kind.CASE, Kind.EVENT], Job())
    visibility.set_many(session, reach.changing, reach.level, Job())
    assert session.store.get(event).visibility("date") is Visibility.PUBLIC
    history.undo(session)
    assert session.store.get(event).visibility("date") is Visibility.SECRET
    history.redo(session)
    assert session.store.get(event).visibility("date") is Visibility.PUBLIC


# --- the recycle bin ---


def test_what_is_deleted_lies_in_the_bin_and_comes_back_as_it_was(session: Session) -> None:
    case, person, event = _everything(session)
    store = session.store
    before = {item: store.get(item).canonical() for item in (case, person, event)}
    for remove, item in ((events.remove, event), (parties.remove, person), (cases.remove, case)):
        remove(session, item)
    found = history.deleted(store)
    assert [item.id for item in found] == [case, person, event]
    assert [item.id for item in history.deleted(store, [Kind.EVENT])] == [event]
    assert [item.id for item in history.deleted(store, most=1)] == [case]
    assert found[2].record is not None
    assert found[2].record.canonical() == before[event]
    for item in (case, person, event):
        assert history.revive(session, item).changes
    assert store.get(person).canonical() == before[person]
    assert store.get(event).canonical() == before[event]
    assert store.get(case).canonical() == before[case]
    assert history.deleted(store) == []
    with pytest.raises(RecordNotFound):
        history.revive(session, case)


def test_a_person_comes_back_into_all_that_is_untouched_since(session: Session) -> None:
    case, person, event = _everything(session)
    other = parties.create(session, {}, {"names": [{"name": "Odal Brisk"}]}).result
    with session.store.change("test") as change:
        relation = Record(kind=Kind.RELATION, id=new_id()).with_fields(
            subject=person, type="spouse_of", object=other
        )
        change.put(relation)
    parties.remove(session, person)
    cases.edit(session, case, {"title": "changed since"})
    history.revive(session, person)
    store = session.store
    assert [item["party"] for item in store.get(event).values("parties")] == [person]
    assert store.get(relation.id) == relation
    assert store.get(case).values("parties") == []
    assert store.get(case).text("title") == "changed since"


def test_only_one_record_of_an_undone_import_comes_back(session: Session, tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("case,title\nk1,One\nk2,Two\n", "utf-8")
    report = imports.attempt(session, tmp_path, "kit", None, None, dry_run=False, job=Job()).result
    assert report.id is not None
    imports.undo(session, report.id)
    first = history.deleted(session.store)[0]
    history.revive(session, first.id)
    assert session.store.ids(Kind.CASE) == [first.id]


def test_a_reference_that_another_record_took_meanwhile_stays_its(session: Session) -> None:
    case = cases.create(session, {"title": "old", "ref": "A-1"}).result
    other = cases.create(session, {"title": "other"}).result
    cases.remove(session, case)
    cases.edit(session, other, {"ref": "A-1"})
    with pytest.raises(ReferenceTaken):
        history.revive(session, case)
    with pytest.raises(ReferenceTaken):
        history.restore(session, case, 1)
    assert session.store.find(case) is None
    cases.edit(session, other, {"ref": "A-2"})
    history.revive(session, case)
    assert session.store.get(case).text("ref") == "A-1"


@pytest.mark.parametrize("remove", [events.remove])
def test_what_was_forgotten_is_told_and_does_not_come_back(
    session: Session, remove: Callable[[Session, RecordId], object]
) -> None:
    _, _, event = _everything(session)
    remove(session, event)
    _forget(session, event)
    (found,) = history.deleted(session.store)
    assert found.record is None
    with pytest.raises(ContentForgotten):
        history.revive(session, event)
    with pytest.raises(UndoNotPossible):
        history.undo(session)


def test_what_came_here_deleted_is_not_in_the_bin(session: Session) -> None:
    record = Record(kind=Kind.CASE, id=new_id())
    version = Version({"theirs": 1}, {"*": Dot("theirs", 1)}, deleted=True)
    with session.store.change("bundle.accepted") as change:
        change.delete_version(record, version)
    assert history.deleted(session.store) == []
