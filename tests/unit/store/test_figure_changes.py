"""Whose rows of figures are other ones; figures after random changes: actions/test_figure_book.py."""

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, new_id
from hrddesk.session import Session
from hrddesk.store.figure_changes import Owners


def test_who_was_in_a_record_before_is_told_and_who_is_now(session: Session) -> None:
    before, after, judge = (Record(Kind.PARTY, new_id()).with_fields(kind="person") for _ in range(3))
    case = Record(Kind.CASE, new_id())
    event = Record(Kind.EVENT, new_id()).with_fields(case=case.id)
    event = event.with_elements(
        "parties", [{"party": before.id, "role": "victim"}, {"party": judge.id, "role": "judge"}]
    )
    store = session.store
    with store.change("test") as change:
        for record in (before, after, judge, case, event):
            change.put(record)
    since = store.history.head().number
    assert store.figure_changes.since(since) == Owners()
    with store.change("test") as change:
        change.put(
            event.with_fields(case=None).with_elements("parties", [{"party": after.id, "role": "victim"}])
        )
    assert store.figure_changes.since(since) == Owners({case.id}, {event.id}, {before.id, after.id})
    since, new = store.history.head().number, Record(Kind.CASE, new_id())
    with store.change("test") as change:
        change.put(new)
    assert store.figure_changes.since(since) == Owners({new.id})


def test_a_citation_changes_what_it_is_of_and_a_place_nothing(session: Session) -> None:
    place, case = Record(Kind.PLACE, new_id()).with_fields(name="Willow"), Record(Kind.CASE, new_id())
    cited = Record(Kind.CITATION, new_id()).with_fields(record=place.id)
    store = session.store
    with store.change("test") as change:
        for record in (place, case, cited):
            change.put(record)
    since = store.history.head().number
    with store.change("test") as change:
        change.put(place.with_fields(name="Poplar"))
        change.set_setting("lock.minutes", "5")
    assert store.figure_changes.since(since) == Owners()
    with store.change("test") as change:
        change.put(cited.with_fields(record=case.id))
    assert store.figure_changes.since(since) == Owners({case.id}, set(), set())
    since = store.history.head().number
    with store.change("test") as change:
        change.delete(cited.id)
    assert store.figure_changes.since(since) == Owners({case.id}, set(), set())


def test_what_was_forgotten_nobody_can_tell(session: Session) -> None:
    case = Record(Kind.CASE, new_id()).with_fields(title="one")
    store = session.store
    with store.change("test") as change:
        change.put(case)
    since = store.history.head().number
    with store.change("test") as change:
        change.put(case.with_fields(title="other"))
        store.history.erase(case.id, before=since + 1)
    assert store.figure_changes.since(since) is None
    assert store.figure_changes.since(store.history.head().number) == Owners()
