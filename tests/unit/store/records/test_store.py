"""Records go in and come out as they were; every change is whole, remembered, and can be taken back."""

import string
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrddesk.errors import AmbiguousReference, InvalidValue, RecordNotFound, UndoNotPossible
from hrddesk.records.model.field_specs import FieldSpec, FieldType, Visibility
from hrddesk.records.model.kinds import LANGUAGES, PROTECTED, SPECS, Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId, Value, new_id
from hrddesk.records.model.versions import Dot, Version
from hrddesk.store.records.change import Change
from hrddesk.store.vault.session import Session

_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)
_IDS = st.text("0123456789abcdef", min_size=32, max_size=32)


def _value(field: FieldSpec) -> st.SearchStrategy[Value]:
    if field.type is FieldType.NUMBER:
        return st.integers(*field.bounds)
    if field.type is FieldType.FLAG:
        return st.booleans()
    if field.type is FieldType.POINT:
        return st.sampled_from(["41.7,82.9;u=500", "-33.50,151"])
    if field.type is FieldType.RECORD:
        return _IDS
    if field.name in LANGUAGES:
        return st.sampled_from(["en", "zh-Hant"])
    if field.type is FieldType.DATE:
        return st.one_of(
            st.sampled_from(["2020", "2020-02", "2020-02-06?", "2020-02/2020-06", "1954-02-29"]), _TEXT
        )
    return _TEXT


def _values(fields: tuple[FieldSpec, ...]) -> st.SearchStrategy[dict[str, Value]]:
    always = {"language": _value(fields[0])} if fields[0].name == "language" else {}
    optional = {field.name: _value(field) for field in fields if field.name not in always}
    return st.fixed_dictionaries(always, optional=optional)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record that `kinds` allows."""
    spec = SPECS[draw(st.sampled_from(Kind))]
    lists: dict[str, dict[ElementId, Element]] = {}
    for item in spec.lists:
        made: Mapping[str, Element]
        if item.name == "visibility":
            level = st.fixed_dictionaries(
                {"level": st.sampled_from([v.value for v in Visibility]), "pos": st.just(0)}
            )
            made = draw(
                st.dictionaries(
                    st.sampled_from(["record", *[f.name for f in spec.fields]]), level, max_size=2
                )
            )
        else:
            values = draw(st.lists(_values(item.fields), max_size=3))
            ids = draw(st.lists(_IDS, min_size=len(values), max_size=len(values), unique=True))
            made = {
                key: {**value, "pos": pos} for pos, (key, value) in enumerate(zip(ids, values, strict=True))
            }
        if made:
            lists[item.name] = {ElementId(key): value for key, value in made.items()}
    return Record(kind=spec.kind, id=RecordId(draw(_IDS)), fields=draw(_values(spec.fields)), lists=lists)


def _put(session: Session, record: Record) -> int:
    with session.store.change("test") as change:
        change.put(record)
    assert change.changes.act is not None
    return change.changes.act


def _put_all(change: Change, *records: Record) -> None:
    for record in records:
        change.put(record)


def _break_after(change: Change, record: Record) -> None:
    change.put(record)
    raise ZeroDivisionError


def _roll_back_and_break(session: Session, change: Change, record: Record) -> None:
    change.put(record)
    session.store.db.execute("ROLLBACK")
    raise ZeroDivisionError


def _case(**fields: Value) -> Record:
    return Record(kind=Kind.CASE, id=new_id()).with_fields(**fields)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(before=records(), after=records())
def test_any_record_comes_back_as_it_was_and_takes_any_other_shape(
    session: Session, before: Record, after: Record
) -> None:
    before = replace(before, id=new_id())
    after = (
        replace(after, id=before.id) if after.kind is before.kind else Record(kind=before.kind, id=before.id)
    )
    if before.kind is Kind.PARTY:  # a mark that protects a name is not taken off so
        marks = {PROTECTED: before.fields.get(PROTECTED) or after.fields.get(PROTECTED)}
        before, after = before.with_fields(**marks), after.with_fields(**marks)
    for record in (before, after, before):
        if record != session.store.find(record.id):
            _put(session, record)
        assert session.store.get(record.id) == record
    assert session.store.history.broken_links() == []


def test_putting_the_same_again_changes_nothing(session: Session) -> None:
    record = _case(title="x")
    _put(session, record)
    head = session.store.history.head()
    with session.store.change("test") as change:
        assert change.put(record) is False
    assert not change.changes
    assert session.store.history.head() == head


def test_what_kinds_does_not_name_is_refused_and_rolled_back(session: Session) -> None:
    record, wrong = _case(title="x"), Record(kind=Kind.CASE, id=new_id(), fields={"nonsense": "x"})
    with pytest.raises(ValueError, match="a field of a record"), session.store.change("test") as change:
        _put_all(change, record, wrong)
    assert session.store.find(record.id) is None


def test_a_record_keeps_its_kind(session: Session) -> None:
    record = _case(title="x")
    _put(session, record)
    other = Record(kind=Kind.PARTY, id=record.id)
    with pytest.raises(ValueError, match="keeps its kind"), session.store.change("test") as change:
        change.put(other)
    with pytest.raises(ValueError, match="keeps its kind"), session.store.change("test") as change:
        change.put_version(other, Version())
    assert session.store.get(record.id) == record


def test_a_text_longer_than_its_field_is_refused(session: Session) -> None:
    with pytest.raises(InvalidValue, match="title"), session.store.change("test") as change:
        change.put(_case(title="x" * 1_000_000))
    assert session.store.ids(Kind.CASE) == []


def test_ids_of_other_kinds_are_left_out(session: Session) -> None:
    case = _case(title="x", narrative="long").with_elements(
        "keys", [{"source": "s", "file": "f", "key": "k"}]
    )
    party = Record(kind=Kind.PARTY, id=new_id()).with_fields(note="long")
    _put(session, case)
    _put(session, party)
    assert session.store.many(Kind.PARTY, [case.id, party.id]) == [party]
    assert session.store.many(Kind.EVENT, [case.id, party.id]) == []


def test_a_protected_name_stays_protected_until_somebody_takes_that_back(session: Session) -> None:
    person = Record(kind=Kind.PARTY, id=new_id()).with_fields(kind="person", **{PROTECTED: True})
    with session.store.change("test") as change:
        change.put(person)
        change.put(person.with_fields(kind="group", **{PROTECTED: None}))
    kept = session.store.get(person.id)
    assert (kept.text("kind"), kept.fields.get(PROTECTED)) == ("group", True)
    with session.store.change("test") as change:
        change.unprotects = True
        change.put(person.with_fields(**{PROTECTED: None}))
    assert session.store.get(person.id).fields.get(PROTECTED) is None


def test_only_what_changed_gets_a_new_dot(session: Session) -> None:
    record = _case(title="x", status="draft").with_elements("tags", [{"text": "a"}, {"text": "b"}])
    _put(session, record)
    first = session.store.version(record.id)
    changed = session.store.get(record.id).with_fields(title="y").with_elements("tags", [{"text": "a"}])
    _put(session, changed)
    second = session.store.version(record.id)
    assert first is not None
    assert second is not None
    moved = {part for part, dot in second.dots.items() if first.dots.get(part) != dot}
    gone = next(key for key, value in record.elements("tags") if value["text"] == "b")
    assert moved == {"title", f"tags/{gone}"}
    assert second.context == {session.line: 2}
    assert second.dots["title"] == Dot(session.line, 2)


def test_a_deleted_record_leaves_its_tombstone_and_nothing_else(session: Session) -> None:
    record = _case(title="x", narrative="long text").with_elements("tags", [{"text": "a"}])
    _put(session, record)
    with session.store.change("test") as change:
        change.delete(record.id)
    assert session.store.find(record.id) is None
    version = session.store.version(record.id)
    assert version is not None
    assert version.deleted
    assert list(session.store.search.by_text("long")) == []
    assert list(session.store.search.by_name("x")) == []
    with pytest.raises(RecordNotFound), session.store.change("test") as change:
        change.delete(record.id)


def test_a_record_that_never_was_has_no_version(session: Session) -> None:
    assert session.store.version(new_id()) is None
    with pytest.raises(RecordNotFound):
        session.store.get(new_id())


def test_of_records_put_together_the_last_of_an_id_counts(session: Session) -> None:
    there, record = _case(title="there"), _case(title="before")
    _put(session, there)
    with session.store.change("test") as change:
        assert change.put_each([there, record, record.with_fields(title="after")]) == 1
    assert change.changes.cases == {record.id}
    assert session.store.get(record.id).text("title") == "after"
    assert len(session.store.history.of_record(record.id)) == 1


def test_undo_takes_back_a_whole_act(session: Session) -> None:
    kept, edited = _case(title="kept"), _case(title="before")
    _put(session, kept)
    _put(session, edited)
    new = _case(title="new")
    with session.store.change("test") as change:
        change.put(new)
        change.put(edited.with_fields(title="after"))
        change.delete(kept.id)
    changes = session.store.undo(change.act or 0, "undo")
    assert changes.cases == {kept.id, edited.id, new.id}
    assert session.store.find(new.id) is None
    assert session.store.get(edited.id) == edited
    assert session.store.get(kept.id) == kept
    assert session.store.history.broken_links() == []


def test_undo_of_a_passing_record_is_undone_by_nothing(session: Session) -> None:
    record = _case(title="x")
    with session.store.change("test") as change:
        change.put(record)
        change.delete(record.id)
    session.store.undo(change.act or 0, "undo")
    assert session.store.find(record.id) is None


def test_undo_that_restores_versions_leaves_no_mark_for_a_merge(session: Session) -> None:
    there, gone = _case(title="there"), _case(title="gone")
    for record in (there, gone):
        _put(session, record)
    versions = {record.id: session.store.version(record.id) for record in (there, gone)}
    arrived = _case(title="arrived")
    with session.store.change("accept") as change:
        change.put_version(arrived, Version({"theirs": 1}, {"*": Dot("theirs", 1)}))
        change.put_version(
            there.with_fields(title="theirs"), Version({"theirs": 2}, {"title": Dot("theirs", 2)})
        )
        change.delete_version(gone, Version({"theirs": 3}, {"*": Dot("theirs", 3)}, deleted=True))
    session.store.undo(change.act or 0, "undo", restore_versions=True)
    assert session.store.get(there.id) == there
    assert session.store.get(gone.id) == gone
    assert {key: session.store.version(key) for key in versions} == versions
    left = session.store.version(arrived.id)
    assert left is not None
    assert (left.context, left.dots, left.deleted) == ({}, {}, True)


def test_restoring_what_is_gone_already_is_no_error(session: Session) -> None:
    record = _case(title="x")
    with session.store.change("test") as change:
        change.put(record)
        change.delete(record.id)
    session.store.undo(change.act or 0, "undo", restore_versions=True)
    assert session.store.find(record.id) is None


def test_undo_refuses_what_changed_since_what_never_was_and_what_was_forgotten(session: Session) -> None:
    record = _case(title="x")
    act = _put(session, record)
    later = _put(session, record.with_fields(title="y"))
    with pytest.raises(UndoNotPossible):
        session.store.undo(act, "undo")
    with pytest.raises(UndoNotPossible):
        session.store.undo(9999, "undo")
    session.store.db.execute("DELETE FROM history_content WHERE num = ?", (act,))
    with pytest.raises(UndoNotPossible):
        session.store.undo(later, "undo")
    with pytest.raises(UndoNotPossible):  # is it again what that act made of it? Nobody can tell
        session.store.undo(act, "undo")
    assert session.store.get(record.id).text("title") == "y"


def test_undo_goes_on_where_a_later_act_was_undone_too(session: Session) -> None:
    record, passing = _case(title="x"), _case(title="passing")
    first = _put(session, record)
    second = _put(session, record.with_fields(title="y"))
    with session.store.change("test") as change:
        change.put(passing)
    third = change.act or 0
    session.store.undo(third, "undo")
    session.store.undo(second, "undo")
    assert session.store.get(record.id) == record
    with pytest.raises(UndoNotPossible):  # the versions are not what they were
        session.store.undo(first, "undo", restore_versions=True)
    session.store.undo(first, "undo")
    assert session.store.find(record.id) is None
    with pytest.raises(UndoNotPossible):
        session.store.undo(first, "undo")
    again = _put(session, passing)
    _put(session, passing.with_fields(title="z"))
    session.store.db.execute("DELETE FROM history_content WHERE num = ?", (again,))
    with pytest.raises(UndoNotPossible):
        session.store.undo(again, "undo")


def test_references_are_this_vaults_own_and_count_up(session: Session) -> None:
    year = datetime.now(tz=UTC).year
    with session.store.change("test") as change:
        refs = [change.next_ref(kind) for kind in (Kind.CASE, Kind.CASE, Kind.PARTY, Kind.EVIDENCE)]
    prefix = session.prefix
    assert refs == [f"{prefix}-{year}-{rest}" for rest in ("0001", "0002", "P0001", "E0001")]


def test_records_are_found_by_reference_id_and_beginning_of_an_id(session: Session) -> None:
    first = Record(kind=Kind.CASE, id=RecordId("aaaaaaaa" + "0" * 24)).with_fields(ref="AB2C-2026-0001")
    second = Record(kind=Kind.PARTY, id=RecordId("aaaaaaaa" + "1" * 24)).with_fields(ref="AB2C-2026-P0001")
    twin = Record(kind=Kind.PARTY, id=new_id()).with_fields(ref="AB2C-2026-P0001")
    for record in (first, second):
        _put(session, record)
    store = session.store
    assert store.by_ref(" ab2c-2026-0001 ").id == first.id
    assert store.by_ref(first.id).id == first.id
    assert store.by_ref("aaaaaaaa1").id == second.id
    assert store.by_ref("aaaaaaaa", Kind.CASE).id == first.id
    with pytest.raises(AmbiguousReference):
        store.by_ref("aaaaaaaa")
    for nothing in ("", "aaaa", "zzzzzzzzz", "bbbbbbbbb"):
        with pytest.raises(RecordNotFound):
            store.by_ref(nothing)
    with pytest.raises(RecordNotFound):
        store.by_ref("AB2C-2026-0001", Kind.PARTY)
    _put(session, twin)
    with pytest.raises(AmbiguousReference):
        store.by_ref("AB2C-2026-P0001")


def test_records_are_found_by_the_key_they_were_imported_under(session: Session) -> None:
    record = _case(title="x").with_elements("keys", [{"source": "s", "file": "f", "key": "k"}])
    _put(session, record)
    assert session.store.by_key("s", "f", "k") == record.id
    assert session.store.by_key("s", "f", "other") is None


def test_events_of_a_case_are_read_by_date_and_those_of_a_person_as_they_came(session: Session) -> None:
    case = _case(title="x")
    party = Record(kind=Kind.PARTY, id=new_id())
    dates = ["", "2020-03", "2019", "2020-02-06", "/2018", "nonsense"]
    events = [
        Record(kind=Kind.EVENT, id=new_id())
        .with_fields(case=case.id, date=date)
        .with_elements("parties", [{"party": party.id, "role": "victim"}])
        for date in dates
    ]
    other = Record(kind=Kind.PARTY, id=new_id())
    relation = Record(kind=Kind.RELATION, id=new_id()).with_fields(
        subject=party.id, type="spouse_of", object=other.id
    )
    item = Record(kind=Kind.EVIDENCE, id=new_id()).with_cases([case.id])
    case = case.with_elements("parties", [{"party": party.id, "role": "victim"}])
    with session.store.change("test") as change:
        for record in (case, party, other, *events, relation, item):
            change.put(record)
    shown = [event.text("date") for event in session.store.events_of_case(case.id)]
    assert shown == ["/2018", "2019", "2020-02-06", "2020-03", "", "nonsense"]
    assert [event.text("date") for event in session.store.events_of_party(party.id)] == dates
    assert session.store.cases_of_party(party.id) == [case.id]
    assert session.store.relations_of_party(other.id) == [relation]
    assert session.store.evidence_of_case(case.id) == [item]
    assert list(session.store.all(Kind.CASE)) == [case]
    assert session.store.ids(Kind.EVENT) == [event.id for event in events]
    assert session.store.many(Kind.EVENT, [events[2].id, new_id(), events[0].id]) == [events[2], events[0]]
    assert change.changes.others == {relation.id, item.id}


def test_an_exception_rolls_everything_back(session: Session) -> None:
    record = _case(title="x")
    head = session.store.history.head()
    with pytest.raises(ZeroDivisionError), session.store.change("test") as change:
        _break_after(change, record)
    assert session.store.find(record.id) is None
    assert session.store.history.head() == head
    assert session.store.setting("counter") == "0"


def test_a_transaction_that_the_library_rolled_back_itself_stays_rolled_back(session: Session) -> None:
    record = _case(title="x")
    with pytest.raises(ZeroDivisionError), session.store.change("test") as change:
        _roll_back_and_break(session, change, record)  # as a full disk does while committing
    assert session.store.find(record.id) is None
    _put(session, record)
    assert session.store.get(record.id) == record


def test_a_note_is_history_about_a_record_that_stays(session: Session) -> None:
    record = Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(original_name="a.txt")
    _put(session, record)
    version = session.store.version(record.id)
    with session.store.change("ignored") as change:
        change.note(record.id, "evidence.exported")
    assert [entry.what for entry in session.store.history.of_record(record.id)] == [
        "test",
        "evidence.exported",
    ]
    assert session.store.version(record.id) == version
    assert change.changes.others == {record.id}


def test_a_list_of_more_than_a_batch_comes_back_in_order(session: Session) -> None:
    made = [_case(title=letter * n) for n in range(1, 40) for letter in string.ascii_lowercase]
    with session.store.change("test") as change:
        for record in made:
            change.put(record)
    assert list(session.store.all(Kind.CASE)) == made


def test_what_is_read_at_one_moment_is_of_that_moment(session: Session) -> None:
    with closing(session.reader()) as reader:
        with reader.at_one_moment(), reader.at_one_moment():
            assert reader.ids(Kind.CASE) == []
            with session.store.change("test") as change:
                change.put(Record(kind=Kind.CASE, id=new_id()))
            assert reader.ids(Kind.CASE) == []
        assert len(reader.ids(Kind.CASE)) == 1
        with reader.at_one_moment():
            reader.db.execute("ROLLBACK")
        assert not reader.db.in_transaction


def test_whether_there_is_any_record_of_a_kind(session: Session) -> None:
    tables = session.store.tables
    assert not tables.has(Kind.CASE)
    case = Record(kind=Kind.CASE, id=new_id())
    with session.store.change("case.new") as change:
        change.put(case)
    assert tables.has(Kind.CASE)
    assert not tables.has(Kind.PARTY)
    with session.store.change("case.remove") as change:
        change.delete(case.id)
    assert not tables.has(Kind.CASE)


def test_a_tombstone_that_is_as_it_was_is_left_alone(session: Session) -> None:
    record = _case(title="x")
    with session.store.change("test") as change:
        change.put(record)
    with session.store.change("test") as change:
        change.delete(record.id)
    version, number = session.store.tables.version(record.id), session.store.history.head().number
    with session.store.change("test") as change:
        change.restore(record.id, None, version)
    assert session.store.tables.version(record.id) == version
    assert session.store.history.head().number == number


def test_of_records_just_the_parts_are_read_that_are_named_in_the_order_of_ids(session: Session) -> None:
    said = {"sex": "female", "birth": "1971", "note": "It lies under the mill."}
    names: dict[ElementId, Element] = {ElementId("a"): {"name": "Odalba Brisken", "pos": 0}}
    lists: dict[str, dict[ElementId, Element]]
    lists = {"names": names, "citizenships": {ElementId("b"): {"text": "none", "pos": 0}}}
    with session.store.change("come") as change:
        for first in "fa0":  # no order of ids
            change.put(Record(kind=Kind.PARTY, id=RecordId(first + new_id()[1:]), fields=said, lists=lists))
    ids = session.store.ids(Kind.PARTY)
    parts = [
        Record(kind=Kind.PARTY, id=party, fields={"sex": "female"}, lists={"names": names}) for party in ids
    ]
    assert session.store.many(Kind.PARTY, ids, ("sex", "names")) == parts
    assert list(session.store.all(Kind.PARTY, ("sex", "names"))) == sorted(parts, key=lambda one: one.id)
    with pytest.raises(KeyError):
        session.store.many(Kind.PARTY, ids, ("sex", "name"))
