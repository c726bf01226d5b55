"""Names of many records in one row: whatever changes, each record is found by what it is called now."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.queries.record_names import RecordNames
from hrddesk.store.vault.session import Session

_RECORDS = 150  # in three rows
_texts = st.text("ab岚\n", max_size=30)
_acts = st.lists(st.tuples(st.integers(0, _RECORDS - 1), _texts), max_size=60)


def _records(session: Session, count: int, kind: Kind = Kind.PARTY) -> dict[int, RecordId]:
    """Return new records without a name, by their numbers."""
    records = [Record(kind=kind, id=new_id()) for _ in range(count)]
    with session.store.change("test") as change:
        for record in records:
            change.put(record)
    numbers = dict(session.store.db.execute("SELECT id, num FROM record"))
    return {numbers[record.id]: record.id for record in records}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(acts=_acts, needle=st.text("ab岚", min_size=1, max_size=2), at_once=st.booleans())
def test_records_are_found_by_what_they_are_called_now(
    session: Session, acts: Sequence[tuple[int, str]], needle: str, at_once: bool
) -> None:
    session.store.db.execute("DELETE FROM search_name")
    names, records = RecordNames(session.store.db), _records(session, _RECORDS)
    numbers = sorted(records)
    called = {numbers[which]: text for which, text in acts}
    if at_once:
        names.put(Kind.PARTY, [(number, records[number], text) for number, text in sorted(called.items())])
    else:
        for which, text in acts:
            names.put(Kind.PARTY, [(numbers[which], records[numbers[which]], text)])
    assert sorted(names.every()) == sorted(
        (records[number], "party", number // 64, text) for number, text in called.items() if text
    )
    expected = sorted(records[number] for number, text in called.items() if needle in text)
    for kind in (Kind.PARTY, None):
        assert sorted(names.holding(needle, kind)) == expected
    assert list(names.holding(needle, Kind.CASE)) == []


def test_a_name_is_not_found_across_two_records(session: Session) -> None:
    names, records = RecordNames(session.store.db), _records(session, 2)
    texts = zip(sorted(records), ("lan", "hu"), strict=True)
    names.put(Kind.PARTY, [(number, records[number], text) for number, text in texts])
    assert list(names.holding("nh", None)) == []


def test_a_record_without_names_is_taken_out_of_nothing(session: Session) -> None:
    names, (number, record_id) = RecordNames(session.store.db), *_records(session, 1).items()
    names.put(Kind.PARTY, [(number, record_id, "")])
    names.put(Kind.CASE, [(number, record_id, "")])
    assert list(names.every()) == []
