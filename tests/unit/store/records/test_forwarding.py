"""What is merged into nothing, or into another kind of record, stays where it is."""

import pytest

from hrddesk.bundle.format import record_lines
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.records import forwarding
from hrddesk.store.vault.session import Session
from tests.unit.bundle.forge import a_version

ONE, TWO, TIE, LAST = (RecordId(digit * 32) for digit in "1234")


def _put(session: Session, *records: Record) -> None:
    with session.store.change("test") as change:
        for record in records:
            change.put(record)


def _forward(merged: RecordId, kept: RecordId) -> Record:
    return Record(kind=Kind.FORWARD, id=forwarding.forward_id(merged)).with_fields(merged=merged, kept=kept)


@pytest.mark.parametrize("in_a_batch", [False, True])
def test_nothing_is_led_to_a_record_that_is_not_here_until_it_comes(
    session: Session, *, in_a_batch: bool
) -> None:
    tie = Record(kind=Kind.RELATION, id=TIE).with_fields(subject=TWO, type="sibling", object=LAST)
    _put(session, Record(kind=Kind.PARTY, id=TWO).with_fields(sex="f"), tie, _forward(TWO, ONE))
    assert session.store.get(TWO).text("sex") == "f"
    kept = Record(kind=Kind.PARTY, id=ONE).with_fields(kind="person")
    if in_a_batch:  # as a bundle brings what was never here
        line = record_lines.encode_record(kept, a_version(kept))[:-1].decode("utf-8")
        with session.store.change("test") as change:
            change.put_all([record_lines.taken_apart(line)])
    else:
        _put(session, kept)
    assert session.store.find(TWO) is None
    assert session.store.get(ONE).text("sex") == "f"
    assert session.store.get(TIE).text("subject") == ONE


def test_a_circle_ends_at_whoever_is_still_here(session: Session) -> None:
    """Two desks merged the opposite way round, and the smaller id went on into somebody else."""
    tie = Record(kind=Kind.RELATION, id=TIE).with_fields(subject=ONE, type="sibling", object=LAST)
    _put(
        session,
        *(Record(kind=Kind.PARTY, id=person).with_fields(kind="person") for person in (ONE, TWO, LAST)),
        tie,
    )
    with session.store.change("test") as change:
        change.delete(ONE)
    _put(session, _forward(ONE, TWO), _forward(TWO, ONE))
    assert forwarding.merged_away(session.store.db) == {ONE: TWO}
    assert session.store.ids(Kind.PARTY) == [TWO, LAST]
    assert session.store.get(TIE).text("subject") == TWO


def test_of_a_circle_of_whom_all_are_here_the_smallest_id_stays_and_all_that_lead_into_it_lead_there(
    session: Session,
) -> None:
    people = [Record(kind=Kind.PARTY, id=person).with_fields(kind="person") for person in (LAST, TWO, ONE)]
    _put(session, *people)
    _put(session, _forward(ONE, TWO), _forward(TWO, ONE), _forward(LAST, TWO))
    assert forwarding.merged_away(session.store.db) == {TWO: ONE, LAST: ONE}
    assert session.store.ids(Kind.PARTY) == [ONE]


def test_a_circle_of_whom_nobody_is_here_waits_for_one_that_comes(session: Session) -> None:
    tie = Record(kind=Kind.RELATION, id=TIE).with_fields(subject=ONE, type="sibling", object=LAST)
    _put(session, tie, _forward(ONE, TWO), _forward(TWO, ONE))
    assert forwarding.merged_away(session.store.db) == {TWO: ONE}
    assert session.store.get(TIE) == tie
    _put(session, Record(kind=Kind.PARTY, id=TWO).with_fields(sex="f"))
    assert session.store.ids(Kind.PARTY) == [TWO]
    assert session.store.get(TIE).text("subject") == TWO


def test_a_record_is_never_folded_into_one_of_another_kind(session: Session) -> None:
    before = (
        Record(kind=Kind.PARTY, id=TWO).with_fields(sex="f"),
        Record(kind=Kind.CASE, id=ONE).with_fields(title="one"),
    )
    _put(session, *before, _forward(TWO, ONE))
    assert (session.store.get(TWO), session.store.get(ONE)) == before


def test_a_tie_between_the_two_goes_since_nobody_is_related_to_oneself(session: Session) -> None:
    tie = Record(kind=Kind.RELATION, id=TIE).with_fields(subject=TWO, type="sibling", object=ONE)
    _put(
        session,
        Record(kind=Kind.PARTY, id=ONE).with_fields(sex="f"),
        Record(kind=Kind.PARTY, id=TWO).with_fields(sex="f"),
    )
    _put(session, tie, _forward(TWO, ONE))
    assert session.store.ids(Kind.RELATION) == []


def test_where_both_changed_since_the_kept_value_stays_and_the_other_is_not_lost(session: Session) -> None:
    name = {"name": "Odal Brin"}
    _put(
        session,
        Record(kind=Kind.PARTY, id=ONE).with_fields(sex="f"),
        Record(kind=Kind.PARTY, id=TWO).with_fields(sex="m"),
    )
    into = session.store.get(ONE).with_elements("names", [name])
    was = session.store.get(TWO)
    joined = forwarding._joined(into, was.with_fields(sex="x"), was)
    assert joined.text("sex") == "f"
    assert "x" in joined.text("note")


def test_what_was_erased_of_one_who_was_deleted_is_not_told_and_what_came_later_is(session: Session) -> None:
    person = Record(kind=Kind.PARTY, id=ONE).with_fields(sex="f")
    _put(session, person)
    with session.store.change("test") as change:
        change.forget(ONE)
    assert forwarding.last_state(session.store, ONE) is None
    with session.store.change("test") as change:
        change.put(person)
        change.delete(ONE)
    assert forwarding.last_state(session.store, ONE) == person
    with session.store.change("test") as change:
        session.store.history.erase(ONE)
    assert forwarding.last_state(session.store, ONE) is None
