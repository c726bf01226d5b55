"""Who may learn of many records at once: what it would do, that it is done, and that it is taken back."""

import pytest

from hrddesk.actions.records import cases, events, parties, terms, visibility
from hrddesk.actions.records.terms import TermWording
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from hrddesk.records.model.record import RecordId, new_id
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job


def _fill(session: Session) -> tuple[list[RecordId], RecordId, list[RecordId]]:
    """Two cases of one person, each with an event; a third of the same person is not to be chosen."""
    person = parties.create(session, {}, {"names": [{"name": "Odal Brisk", "kind": "main"}]}).result
    made, happened = [], []
    for number in range(3):
        case = cases.create(session, {"title": f"Case {number}", "narrative": "Invented."}).result
        cases.add_party(session, case, person, "subject")
        event = events.add(session, case, {"type": "detained"}).result
        made.append(case)
        happened.append(event)
    return made, person, happened


def _levels(session: Session, *records: RecordId) -> list[Visibility]:
    return [session.store.get(record).visibility(WHOLE_RECORD) for record in records]


def test_what_it_would_do_is_told_first(session: Session) -> None:
    (first, second, _), person, (event, *_) = _fill(session)
    visibility.set_level(session, event, "secret")
    visibility.set_level(session, second, "public")
    kinds = (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.EVIDENCE)
    found = visibility.reach(session.store, [first, second], "public", kinds)
    assert found.counts == {Kind.CASE: 1, Kind.PARTY: 1, Kind.EVENT: 2}
    assert set(found.changing) >= {first, person, event}
    assert (found.were_secret, found.elsewhere) == (1, 1)
    narrow = visibility.reach(session.store, [first], "restricted", (Kind.CASE,))
    assert narrow.changing == (first,)  # a case without a level is no restricted one
    assert visibility.reach(session.store, [first], "restricted", (Kind.PARTY,)).changing == ()
    assert _levels(session, first, person) == [Visibility.RESTRICTED, Visibility.RESTRICTED]


def test_many_change_at_once_and_come_back_at_once(session: Session) -> None:
    made, person, happened = _fill(session)
    visibility.set_level(session, made[0], "secret", "title")
    records = [made[0], made[1], person, happened[0]]
    changes = visibility.set_many(session, records, "public").changes
    assert (changes.cases, changes.parties, changes.events) == (
        frozenset(made[:2]),
        frozenset({person}),
        frozenset(happened[:1]),
    )
    assert set(_levels(session, *records)) == {Visibility.PUBLIC}
    assert session.store.get(made[0]).visibility("title") is Visibility.SECRET
    assert session.store.get(made[0]).visibility("narrative") is Visibility.SECRET
    assert _levels(session, made[2], happened[1]) == [Visibility.RESTRICTED] * 2
    assert not visibility.set_many(session, records, "public").changes
    events.undo(session, changes.act or 0)
    assert set(_levels(session, *records)) == {Visibility.RESTRICTED}


def test_what_cannot_be_changes_nothing(session: Session) -> None:
    (first, *_), _, _ = _fill(session)
    with pytest.raises(InvalidValue):
        visibility.set_many(session, [first], "everybody")
    with pytest.raises(InvalidValue):
        visibility.reach(session.store, [first], "everybody", (Kind.CASE,))
    with pytest.raises(RecordNotFound):
        visibility.set_many(session, [first, new_id()], "public")
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        visibility.set_many(session, [first], "public", job)
    assert _levels(session, first) == [Visibility.RESTRICTED]


def test_an_event_of_sexual_violence_is_confidential_from_the_first_save(session: Session) -> None:
    def level(event: RecordId) -> Visibility:
        return session.store.get(event).visibility("record")

    event = events.add(session, None, {"type": "tortured"}, {"terms": [{"raw": "sexual abuse"}]}).result
    assert level(event) is Visibility.SECRET
    other = events.add(session, None, {"type": "Sexual violence", "visibility": "restricted"}).result
    assert level(other) is Visibility.RESTRICTED
    events.edit(session, other, {"date": "2020"})
    assert level(other) is Visibility.RESTRICTED
    events.edit(session, event, {}, {"terms": [{"raw": "beating"}]})
    assert level(event) is Visibility.SECRET


def test_an_event_is_confidential_by_a_term_of_the_desk_that_counts_as_sexual_violence(
    session: Session,
) -> None:
    """Whether the event is saved before the term is merged or after, until somebody chooses a level."""

    def level(event: RecordId) -> Visibility:
        return session.store.get(event).visibility(WHOLE_RECORD)

    for vocabulary, word in (("event_type", "Outrage"), ("method", "Stripping")):
        terms.add(session, vocabulary, TermWording({"en": word}))
    said: list[tuple[dict[str, str], dict[str, list[dict[str, str]]]]] = [
        ({"type": "Outrage"}, {}),
        ({"type": "tortured"}, {"terms": [{"raw": "Stripping"}]}),
    ]
    before = [events.add(session, None, *each).result for each in said]
    chosen = events.add(session, None, {"type": "Outrage", "visibility": "restricted"}).result
    plain = events.add(session, None, {"type": "tortured"}).result
    assert [level(event) for event in before] == [Visibility.RESTRICTED] * 2
    first = terms.merge(session, "event_type", "Outrage", "sexual_violence").changes
    assert first.events == {before[0]}
    second = terms.merge(session, "method", "Stripping", "strip_search").changes
    codes = [
        {"type": session.store.get(before[0]).text("type")},
        {"type": "tortured"},
    ]
    terms_said = [{}, {"terms": session.store.get(before[1]).values("terms")}]
    after = [events.add(session, None, *each).result for each in zip(codes, terms_said, strict=True)]
    assert [level(event) for event in (*before, *after)] == [Visibility.SECRET] * 4
    assert [level(event) for event in (chosen, plain)] == [Visibility.RESTRICTED] * 2
    events.edit(session, after[0], {"type": "beaten"})
    assert level(after[0]) is Visibility.SECRET
    visibility.set_level(session, before[0], "restricted")
    terms.edit(session, "event_type", "sexual_violence", TermWording({"en": "Sexual assault"}))
    assert level(before[0]) is Visibility.RESTRICTED
    events.undo(session, second.act or 0)
    assert level(before[1]) is Visibility.RESTRICTED
