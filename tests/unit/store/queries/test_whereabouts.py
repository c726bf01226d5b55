"""What a status is computed from, read by page: the same statuses as from whole records."""

import datetime
import time

import pytest

from hrddesk.actions.analysis import statuses
from hrddesk.actions.analysis.knowledge import Knowledge, end_of
from hrddesk.actions.interop import imports
from hrddesk.analysis.status.liberty import Answer
from hrddesk.analysis.status.status import status_of
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.names import display_names as people
from hrddesk.store.vault.session import Session
from hrddesk.system import paths

DAYS = [datetime.date(2019, 1, 1), datetime.date(2020, 12, 31), datetime.date(2030, 1, 1)]


def test_the_same_statuses_as_from_whole_records(session: Session) -> None:
    imports.run(session, paths.resources() / "sample", source="sample")
    store = session.store
    ids = store.ids(Kind.PARTY)
    found = dict(zip(ids, store.whereabouts.of_parties(ids), strict=True))
    told = set()
    for party in store.all(Kind.PARTY):
        light, events = found[party.id]
        assert light.id == party.id
        assert [event.id for event in events] == [event.id for event in store.events_of_party(party.id)]
        for day in DAYS:
            whole = status_of(party, store.events_of_party(party.id), day)
            assert status_of(light, events, day) == whole
            told.add(whole.answer)
    assert len(told) > 2  # the sample holds several
    with_one = [party.id for party, status in statuses.of_all(store, DAYS[1]) if status is not None]
    assert sorted(statuses.of_parties(store, [*ids, *ids, new_id()], DAYS[1])) == sorted(with_one)


def test_what_somebody_has_a_part_in_is_read_from_an_index(session: Session) -> None:
    asked: list[str] = []
    session.store.db.set_trace_callback(asked.append)
    list(session.store.whereabouts.of_parties([new_id()]))
    session.store.db.set_trace_callback(None)
    events = next(sql for sql in asked if "event_party" in sql)
    plan = " ".join(row[3] for row in session.store.db.execute(f"EXPLAIN QUERY PLAN {events}"))
    assert "p USING COVERING INDEX event_party_in_order" in plan  # else each part is one more page to decrypt


def put(session: Session, *records: Record) -> None:
    with session.store.change("test") as change:
        for record in records:
            change.put(record)


def party(death: str = "") -> Record:
    return Record(kind=Kind.PARTY, id=new_id()).with_fields(kind="person", death=death)


def test_a_penalty_and_two_roles_of_one_person_come_along(session: Session) -> None:
    who, other = party(), party("2020-05")
    judged = Record(kind=Kind.EVENT, id=new_id()).with_fields(type="sentenced", date="2020-03-01")
    roles = [(who, "source"), (who, "victim"), (other, None)]
    judged = judged.with_elements("parties", [{"party": one.id, "role": role} for one, role in roles])
    judged = judged.with_elements(
        "penalties", [{"kind": "fixed", "months": 12}, {"kind": "fine", "amount": 5}]
    )
    put(session, who, other, judged)
    (one, events), (two, _) = session.store.whereabouts.of_parties([who.id, other.id])
    (event,) = events
    assert [item.get("role") for item in event.values("parties")] == ["source", "victim", None]
    assert [(item["kind"], item.get("months")) for item in event.values("penalties")] == [
        ("fixed", 12), ("fine", None),
    ]  # fmt: skip
    assert (one.text("death"), two.text("death")) == ("", "2020-05")
    assert list(session.store.whereabouts.of_parties([])) == []


def test_events_without_a_last_day_say_when_they_were_recorded(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = party()
    dates = ("2020-03", "after March 2020", "before March 2020", "around the Spring Festival", "")
    happened = [
        Record(kind=Kind.EVENT, id=new_id())
        .with_fields(type="released", date=day)
        .with_elements("parties", [{"party": who.id, "role": "victim"}])
        for day in dates
    ]
    first, second = datetime.date(2020, 5, 1), datetime.date(2020, 6, 1)
    monkeypatch.setattr(time, "time", lambda: end_of(first))
    put(session, who, *happened)
    monkeypatch.setattr(time, "time", lambda: end_of(second))
    put(session, happened[1].with_fields(place_text="Anqing"))
    open_ended, undated = happened[1].id, happened[3].id
    for found in (
        next(session.store.whereabouts.of_parties([who.id]))[1],
        session.store.events_of_party(who.id),
        Knowledge(session.store, admits=lambda record: record).events_of(who.id),
    ):
        assert [event.recorded for event in found] == [None, second, None, first, first]
    known = {event.id: event.recorded for event in Knowledge(session.store, first).events_of(who.id)}
    assert (known[open_ended], known[undated]) == (first, first)
    later = {event.id: event.recorded for event in Knowledge(session.store, second).events_of(who.id)}
    assert (later[open_ended], later[undated]) == (second, first)
    told = [statuses.of_party(session.store, who.id, day) for day in (first, second)]
    assert [status and status.answer for status in told] == [Answer.RELEASED, Answer.RELEASED]


def test_people_of_cases_are_those_whom_they_are_about(session: Session) -> None:
    people = [party() for _ in range(3)]
    roles = ["subject", "lawyer", ""]
    case = Record(kind=Kind.CASE, id=new_id()).with_elements(
        "parties", [{"party": who.id, "role": role} for who, role in zip(people, roles, strict=True)]
    )
    empty = Record(kind=Kind.CASE, id=new_id())
    put(session, *people, case, empty)
    found = session.store.whereabouts
    assert found.people_of_cases([case.id, empty.id]) == {case.id: [people[0].id]}
    assert found.cases_of([people[0].id]) == {case.id}
    assert found.cases_of([who.id for who in people[1:]]) == found.cases_of([]) == frozenset()
    assert list(statuses.of_cases(session.store, [case.id, empty.id, RecordId("f" * 32)], DAYS[1])) == [
        case.id, empty.id, RecordId("f" * 32),
    ]  # fmt: skip


def test_what_the_checks_look_at_comes_along_where_it_is_asked_for(session: Session) -> None:
    who = party().with_fields(birth="1970").with_elements("names", [{"name": "Hu Lan", "kind": "main"}])
    who = who.with_elements("terms", [{"raw": "lawyer", "since": "2010", "until": "2009"}])
    held = Record(kind=Kind.EVENT, id=new_id()).with_fields(type="detained", place_text="Anqing")
    held = held.with_elements("parties", [{"party": who.id, "role": "victim"}]).with_elements(
        "charges", [{"raw": "x"}]
    )
    put(session, who, held)
    ((light, (event,)),) = session.store.whereabouts.of_parties([who.id])
    assert (light.lists, event.text("place_text"), event.values("charges")) == ({}, "", [])
    ((more, (event,)),) = session.store.whereabouts.of_parties([who.id], more=True)
    assert (more.text("birth"), people.display_name(more)) == ("1970", "Hu Lan")
    assert [(item["since"], item["until"]) for item in more.values("terms")] == [("2010", "2009")]
    assert (event.text("place_text"), len(event.values("charges"))) == ("Anqing", 1)


def test_events_that_need_a_source_or_show_it_or_await_an_answer(session: Session) -> None:
    confirmed, public, uncited, other = (
        Record(kind=Kind.EVENT, id=new_id()).with_fields(type="detained") for _ in range(4)
    )
    confirmed = confirmed.with_fields(assertion="confirmed")
    public, uncited = public.with_visibility(Visibility.PUBLIC), uncited.with_visibility(Visibility.PUBLIC)
    assert session.store.citing.of_checks() == []
    source = Record(kind=Kind.SOURCE, id=new_id())
    cited = [
        Record(kind=Kind.CITATION, id=new_id()).with_fields(record=event.id, source=source.id)
        for event in (public, other)
    ]
    asked = Record(kind=Kind.EVENT, id=new_id()).with_fields(type="intervention", due="2020")
    put(session, source, public, uncited, other, confirmed, asked, *cited)
    assert session.store.citing.of_checks() == [public.id, confirmed.id, asked.id]
