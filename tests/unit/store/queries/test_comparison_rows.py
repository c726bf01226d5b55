"""What is compared of records: days as ordinals, nothing of records that are gone."""

import datetime

from hrddesk.actions.records import cases, events, parties, sources
from hrddesk.store.queries.comparison_rows import Comparing
from hrddesk.store.vault.session import Session


def test_what_is_read_of_people_cases_and_sources(session: Session) -> None:
    case = cases.create(session, {"title": "The mill"}).result
    who = parties.create(
        session,
        {"birth": "1970-05", "sex": "f"},
        {"names": [{"name": "Odal Brisk", "script": "Latn"}]},
        case,
        "subject",
    ).result
    gone = parties.create(session, {}, {"names": [{"name": "Wend Tarno"}]}, case, "subject").result
    parties.remove(session, gone)
    fields = {"type": "detained", "date": "2020-03-04", "place_text": "Tarnfold"}
    event = events.add(session, case, fields, {"parties": [{"party": who, "role": "victim"}]}).result
    events.add(session, case, {"type": "released", "date": "2020"}, {})
    source = sources.create(session, {"title": "A letter", "type": "document"}).result
    comparing = Comparing(session.store.db)
    day = datetime.date(2020, 3, 4).toordinal()
    first, last = (datetime.date(1970, 5, number).toordinal() for number in (1, 31))
    assert list(comparing.names_of_parties()) == [(who, "Odal Brisk")]
    assert comparing.parties([who, gone]) == [(who, "female", first, last)]
    assert comparing.names([who, gone]) == [(who, "Odal Brisk", "Latn")]
    assert comparing.events_of_parties([who]) == [(who, event, "detained", day, day, None, "Tarnfold")]
    assert comparing.cases() == [(case, "The mill")]
    assert (case, who) in comparing.people_of_cases()
    assert comparing.events_of_cases([case]) == [(case, "detained", day)]
    assert comparing.sources() == [(source, "A letter", None, "document")]
    assert comparing.citations([source]) == []
