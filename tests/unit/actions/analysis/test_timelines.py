"""Demand 4: what is drawn of a case and of a person holds everything that is recorded, and nothing more."""

from pathlib import Path

import pytest

from hrddesk.actions.analysis import timelines
from hrddesk.actions.interop import imports
from hrddesk.actions.records import cases, events, parties
from hrddesk.analysis.overview.network import ends
from hrddesk.errors import InvalidValue
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.session import Session


def test_demand_4_on_the_real_report_every_event_of_everybody_is_on_the_line_or_beside_it(
    session: Session, shared: Path
) -> None:
    imports.run(session, shared / "data" / "report2020", source="report2020")
    store = session.store
    undated = 0
    for person in store.ids(Kind.PARTY):
        line = timelines.picture(store, person).timeline
        assert {m.event.id for m in (*line.dated, *line.undated)} == {
            e.id for e in store.events_of_party(person)
        }
        assert all(not moment.event.text("date") for moment in line.undated)
        undated += len(line.undated)
    assert undated == 29  # rows like e002
    for case in store.ids(Kind.CASE):
        picture = timelines.picture(store, case)
        assert len(picture.timeline.dated) + len(picture.timeline.undated) == len(store.events_of_case(case))
    first = next(iter(store.all(Kind.RELATION)))  # the first row of relations.csv
    for end in ends(first):
        picture = timelines.picture(store, end)
        assert first in picture.relations
        assert first in picture.network.drawn
        assert all(picture.names[other] for other in picture.network.places)


def test_a_case_has_several_victims_when_its_events_have(session: Session) -> None:
    case = cases.create(session, {"title": "The mill"}).result
    people = [
        parties.create(session, {}, {"names": [{"name": name}]}, case, "subject").result
        for name in ("A", "B")
    ]
    for who, role in zip(people, ("victim", "lawyer"), strict=True):
        events.add(session, case, {"type": "detained"}, {"parties": [{"party": who, "role": role}]})
    assert not timelines.picture(session.store, case).has_several_victims
    events.add(
        session,
        case,
        {"type": "detained", "date": "2020"},
        {"parties": [{"party": people[1], "role": "victim"}]},
    )
    assert timelines.picture(session.store, case).has_several_victims
    assert not timelines.picture(session.store, people[1]).has_several_victims


def test_only_cases_and_people_are_drawn(session: Session) -> None:
    case = cases.create(session, {"title": "The mill"}).result
    alone = parties.create(session, {}, {"names": [{"name": "Wei Tong"}]}, case, "subject").result
    event = events.add(session, case, {"type": "detained"}, {"parties": [{"party": alone}]}).result
    assert list(timelines.picture(session.store, case).network.places) == [alone]
    assert timelines.picture(session.store, alone).names[alone] == "Wei Tong"
    with pytest.raises(InvalidValue):
        timelines.picture(session.store, event)
