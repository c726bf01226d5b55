"""Statuses of a desk: of one, of a page, of all, and as they were known on an earlier day."""

import datetime
import time
from pathlib import Path

import pytest

from hrddesk.actions.analysis import clocks, statuses
from hrddesk.actions.analysis.knowledge import Knowledge, day_of, end_of
from hrddesk.actions.records import cases, events, parties, places, terms
from hrddesk.analysis.status.liberty import Answer
from hrddesk.analysis.status.status import UnknownReason
from hrddesk.errors import InvalidDate, RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, RecordId, new_id
from hrddesk.store.vault.session import Session

DAY = datetime.date(2020, 12, 31)
NOON = datetime.datetime(2026, 3, 1, 12).astimezone()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The clock of the history; its only element is the time."""
    now = [NOON.timestamp()]
    monkeypatch.setattr(time, "time", lambda: now[0])
    return now


def add(session: Session, who: RecordId, kind: str, day: str) -> RecordId:
    return events.add(
        session, None, {"type": kind, "date": day}, {"parties": [{"party": who, "role": "victim"}]}
    ).result


def test_a_status_as_it_was_known_on_an_earlier_day(session: Session, clock: list[float]) -> None:
    first, last = NOON.date(), NOON.date() + datetime.timedelta(days=2)
    who = parties.create(session, {}, {"names": [{"name": "Hu Lan"}]}).result
    held = add(session, who, "detained", "2020-03")
    clock[0] += 86_400
    freed = add(session, who, "released", "2020-05")
    clock[0] += 86_400
    events.remove(session, held)
    later = parties.create(session, {}, {}).result
    store = session.store
    told = {
        day: statuses.of_party(store, who, DAY, day) for day in (first, last - datetime.timedelta(1), last)
    }
    assert [status and status.answer for status in told.values()] == [
        Answer.CUSTODY,
        Answer.RELEASED,
        Answer.RELEASED,
    ]
    latest = told[last]
    assert latest is not None
    assert latest.events == (freed,)
    assert statuses.of_party(store, who, DAY) == told[last]
    assert [party.id for party, _ in statuses.of_all(store, DAY, first)] == [who]
    assert [party.id for party, _ in statuses.of_all(store, DAY, last)] == [who, later]
    assert list(statuses.of_all(store, DAY, first - datetime.timedelta(1))) == []
    unknown = statuses.of_party(store, later, DAY, first)
    assert unknown is not None
    assert unknown.reason is UnknownReason.NO_EVENTS
    assert statuses.of_parties(store, [who, later], DAY)[who] == told[last]


def test_what_was_forgotten_is_known_on_no_day(session: Session, clock: list[float]) -> None:
    who = parties.create(session, {}, {}).result
    with session.store.change("test") as change:
        session.store.history.erase(who)
        change.set_setting("x", "y")
    assert list(Knowledge(session.store, NOON.date()).all(Kind.PARTY)) == []


def test_organisations_have_no_status(session: Session) -> None:
    who = parties.create(session, {"kind": "authority"}, {}).result
    assert statuses.of_parties(session.store, [who], DAY) == {}
    assert [status for _, status in statuses.of_all(session.store, DAY)] == [None]
    with pytest.raises(RecordNotFound):
        statuses.of_party(session.store, new_id(), DAY)


def test_bystanders_of_what_happened_to_others_have_no_status(session: Session) -> None:
    who, seen, lawyer, unsaid, nowhere = (parties.create(session, {}, {}).result for _ in range(5))
    roles: list[Element] = [
        {"party": who, "role": "victim"},
        {"party": seen, "role": "witness"},
        {"party": unsaid},
    ]
    case = cases.create(session, {"title": "One"}).result
    events.add(session, case, {"type": "detained", "date": "2020-03"}, {"parties": roles})
    cases.add_party(session, case, lawyer, "lawyer")
    store, everybody = session.store, [who, seen, lawyer, unsaid, nowhere]
    for known_on in (None, datetime.datetime.now().astimezone().date()):
        told = {party.id: status for party, status in statuses.of_all(store, DAY, known_on)}
        assert [told[party] is None for party in everybody] == [False, True, True, False, False]
        assert {party: statuses.of_party(store, party, DAY, known_on) for party in everybody} == told
    assert statuses.of_parties(store, everybody, DAY).keys() == {who, unsaid, nowhere}
    assert statuses.answers(store, DAY).keys() == {who, unsaid, nowhere}
    cases.add_party(session, case, lawyer, "subject")
    assert statuses.answers(store, DAY)[lawyer] is Answer.UNDETERMINED
    assert statuses.of_parties(store, [lawyer], DAY).keys() == {lawyer}


def test_a_bystander_who_died_is_dead(session: Session) -> None:
    seen = parties.create(session, {"death": "2020-01-01"}, {}).result
    events.add(session, None, {"type": "detained"}, {"parties": [{"party": seen, "role": "perpetrator"}]})
    status = statuses.of_party(session.store, seen, DAY)
    assert status is not None
    assert status.answer is Answer.DEAD
    assert statuses.of_party(session.store, seen, datetime.date(2019, 1, 1)) is None


def test_a_day_is_one_certain_day() -> None:
    assert day_of("2020-12-31", "day") == DAY
    assert day_of("", "day") == datetime.datetime.now().astimezone().date()
    for text in ("2020-12", "2020-12-31?", "2020-12-30/2020-12-31", "/2020-12-31", "1954-02-29", "soon"):
        with pytest.raises(InvalidDate):
            day_of(text, "day")


def test_the_end_of_a_day(tmp_path: Path) -> None:
    day = datetime.date(2026, 3, 1)
    assert datetime.datetime.fromtimestamp(end_of(day)).astimezone().date() == day
    assert datetime.datetime.fromtimestamp(end_of(day) + 1).astimezone().date() > day
    assert end_of(datetime.date.max) > end_of(day) > end_of(datetime.date(1969, 1, 1))
    assert end_of(datetime.date.min) < 0


def test_a_term_of_the_desk_counts_as_what_it_was_merged_with_for_one_and_for_many(session: Session) -> None:
    made = terms.add(
        session, "event_type", terms.TermWording({"en": "Fetched at night", "zh-Hans": "夜里带走"})
    ).result
    own = session.store.get(made).text("code")
    who = parties.create(session, {}, {"names": [{"name": "Hu Lan"}]}).result
    add(session, who, own, "2020-03")
    terms.merge(session, "event_type", own, "detained")
    store = session.store
    one = statuses.of_party(store, who, DAY)
    assert one is not None
    assert one.answer is Answer.CUSTODY
    assert statuses.of_parties(store, [who], DAY) == {who: one}
    assert [status for _, status in statuses.of_all(store, DAY)] == [one]
    assert [clock.party for clock in clocks.of_all(store, DAY)] == [who]


def test_who_is_held_in_a_place_is_in_a_facility_of_its_kind(session: Session) -> None:
    who = parties.create(session, {}, {"names": [{"name": "Hu Lan"}]}).result
    town = places.create(session, {"en": "Ford"}, {"kind": "county"}).result
    house = places.create(session, {"en": "Ford Lock-up"}, {"kind": "lockup", "parent": town}).result
    taken = add(session, who, "taken_away", "2020-03-01")

    def told() -> tuple[str, str, str]:
        status = statuses.of_party(session.store, who, DAY)
        (clock,) = clocks.of_all(session.store, DAY)
        assert status is not None
        assert statuses.of_parties(session.store, [who], DAY)[who] == status
        known = statuses.of_party(session.store, who, DAY, datetime.datetime.now().astimezone().date())
        assert known == status
        return status.measure, status.facility, clock.cap

    events.edit(session, taken, {"place": house})
    assert told() == ("", "", "detention_to_arrest")  # the person was at large until then
    events.edit(session, taken, {"type": "detained"})
    assert told() == ("", "lockup", "administrative")
    places.edit(session, house, {"kind": "psychiatric_hospital"})
    assert told() == ("", "psychiatric_hospital", "")
    events.edit(session, taken, {"facility": "detention_centre", "measure": "criminal"})
    assert told() == ("criminal", "detention_centre", "detention_to_arrest")
    events.edit(session, taken, {"facility": "", "measure": "", "place": town})
    assert told() == ("", "", "detention_to_arrest")
