"""A search is narrowed by kind, level, period, place, charge, term, tag and status."""

import datetime

import pytest

from hrddesk.actions.analysis import search
from hrddesk.actions.analysis.search_filters import Filter, SearchQuery
from hrddesk.actions.records import cases, events, parties, visibility
from hrddesk.errors import InvalidDate, InvalidValue
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job, silent

DAY = "2021-01-01"


@pytest.fixture
def mill(session: Session) -> tuple[RecordId, RecordId]:
    """A case and its person, held since 2020-02; and another of the same name and nothing else."""
    case = cases.create(session, {"title": "The mill"}, {"tags": [{"text": "River"}]}).result
    who = parties.create(
        session,
        {},
        {"names": [{"name": "胡岚"}], "terms": [{"vocabulary": "occupation", "raw": "ferrywoman"}]},
        case,
        "subject",
    ).result
    held = {
        "type": "detained",
        "measure": "criminal_detention",
        "date": "2020-02",
        "place_text": "the prison of Anqing",
    }
    charged = {"charges": [{"raw": "寻衅滋事"}], "parties": [{"party": who, "role": "victim"}]}
    events.add(session, case, held, charged)
    other = cases.create(session, {"title": "The dam"}).result
    parties.create(session, {}, {"names": [{"name": "Hu Lan"}]}, other, "subject")
    return case, who


@pytest.mark.parametrize(
    ("parts", "hits"),
    [
        ({"period": "2020"}, True),
        ({"period": "2020-02-28"}, True),  # possibly
        ({"period": "2020-03/2020-04"}, False),
        ({"place": "anqing"}, True),
        ({"place": "Hefei"}, False),
        ({"charge": "寻衅"}, True),
        ({"charge": "picking quarrels"}, True),
        ({"charge": "非法经营"}, False),
        ({"tag": "river"}, True),
        ({"tag": "riv"}, False),
        ({"term": "ferry"}, True),
        ({"term": "detained"}, True),
        ({"term": "刑事拘留"}, True),
        ({"term": "teacher"}, False),
        ({"term": "ferry", "period": "2020"}, True),
        ({"term": "ferry", "period": "2019"}, False),
        ({"status": "in_custody", "as_of": DAY}, True),
        ({"status": "dead", "as_of": DAY}, False),
        ({"status": "in_custody", "as_of": "2019-01-01"}, False),
        ({"status": "in_custody", "as_of": DAY, "known_on": "2020-12-31"}, False),
        ({"period": "2020", "place": "Hefei"}, False),
    ],
)
def test_demand_8_filters_narrow_what_is_found(
    session: Session, mill: tuple[RecordId, RecordId], parts: dict[str, str], hits: bool
) -> None:
    case, who = mill
    for text in ("hulan", "岚"):
        found = [hit.id for hit in search.find_wanted(session.store, SearchQuery(text=text, **parts))]
        assert found == ([who] if hits else [])
    assert [hit.id for hit in search.find_wanted(session.store, SearchQuery(**parts))] == [case] * hits


def test_a_kind_alone_lists_all_of_it_and_nothing_asked_finds_nothing(
    session: Session, mill: tuple[RecordId, RecordId]
) -> None:
    assert len(search.find_wanted(session.store, SearchQuery(kind="party"))) == 2
    assert [hit.kind for hit in search.find_wanted(session.store, SearchQuery(text="mill", kind="case"))] == [
        Kind.CASE
    ]
    assert search.find_wanted(session.store, SearchQuery(text="mill", kind="party")) == []
    assert search.find_wanted(session.store, SearchQuery()) == []


def test_what_cannot_be_asked_is_refused(session: Session) -> None:
    with pytest.raises(InvalidDate):
        search.find_wanted(session.store, SearchQuery(period="1954-02-29"))
    for wrong in (
        {"kind": "boat"},
        {"level": "hidden"},
        {"status": "well"},
        {"as_of": DAY},
        {"known_on": DAY},
        *({name: " - "} for name in ("place", "charge", "term", "tag")),
    ):
        with pytest.raises(InvalidValue):
            search.find_wanted(session.store, SearchQuery(**wrong))


def test_a_term_is_said_of_a_person_only_by_that_persons_own_words(
    session: Session, mill: tuple[RecordId, RecordId]
) -> None:
    case, _ = mill
    witness = parties.create(session, {}, {"names": [{"name": "Ode Brill"}]}, case, "subject").result
    seen = {"parties": [{"party": witness, "role": "witness"}, {"party": mill[1], "role": "victim"}]}
    event = events.add(session, case, {"type": "released", "place_text": "Brill quay"}, seen).result
    found = search.find_wanted(session.store, SearchQuery(text="brill", term="ferrywoman"))
    assert [hit.id for hit in found] == [event]


def test_a_case_without_events_is_found_by_what_is_said_of_its_people(session: Session) -> None:
    case = cases.create(session, {"title": "Quiet"}).result
    said = {"names": [{"name": "Ode"}], "terms": [{"vocabulary": "religion", "raw": "Old Believer"}]}
    parties.create(session, {}, said, case, "subject")
    assert [hit.id for hit in search.find_wanted(session.store, SearchQuery(term="old believer"))] == [case]


def test_only_records_of_a_level_are_found(session: Session, mill: tuple[RecordId, RecordId]) -> None:
    visibility.set_level(session, mill[1], "public")
    assert len(search.find_wanted(session.store, SearchQuery(level="restricted"))) == 2
    assert len(search.find_wanted(session.store, SearchQuery(text="hulan", level="restricted"))) == 1
    assert [hit.id for hit in search.find_wanted(session.store, SearchQuery(text="岚", level="public"))] == [
        mill[1]
    ]


def test_the_status_of_many_is_that_of_each(session: Session) -> None:
    case = cases.create(session, {"title": "All"}).result
    held = []
    for number in range(120):
        who = parties.create(session, {}, {"names": [{"name": f"Alle {number}"}]}, case, "subject").result
        if number % 3 == 0:
            there = {"parties": [{"party": who, "role": "victim"}]}
            events.add(session, case, {"type": "detained", "date": "2020-02"}, there)
            held.append(who)
    wanted = SearchQuery(text="alle", status="in_custody", as_of=DAY)
    assert sorted(hit.id for hit in search.find_wanted(session.store, wanted)) == sorted(held)
    of_case = SearchQuery(text="all", kind="case", status="in_custody", as_of=DAY)
    assert [hit.id for hit in search.find_wanted(session.store, of_case)] == [case]
    known = SearchQuery(text="all", kind="case", status="in_custody", as_of=DAY, known_on=_today())
    assert [hit.id for hit in search.find_wanted(session.store, known)] == [case]


@pytest.mark.parametrize(
    "wanted", [SearchQuery(text="hulan"), SearchQuery(kind="party"), SearchQuery(text="story")]
)
def test_a_search_stops_where_it_is_told_to(
    session: Session, mill: tuple[RecordId, RecordId], wanted: SearchQuery
) -> None:
    cases.edit(session, mill[0], {"narrative": "a long story"})
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        search.find_wanted(session.store, wanted, job=job)


def _today() -> str:
    return datetime.datetime.now().astimezone().date().isoformat()


@pytest.mark.parametrize(
    "parts",
    [
        {"tag": "river"},
        {"place": "anqing"},
        {"charge": "picking quarrels"},
        {"period": "2020"},
        {"period": "../2020-02"},
        {"period": "2020-02-29/.."},
        {"tag": "river", "place": "anqing", "charge": "寻衅", "period": "2020-02"},
        {"tag": "river", "term": "ferry", "status": "in_custody", "as_of": DAY},
    ],
)
def test_only_cases_that_may_be_meant_are_read(
    session: Session, mill: tuple[RecordId, RecordId], parts: dict[str, str]
) -> None:
    events.add(session, cases.create(session, {"title": "No day"}).result, {"type": "detained"})
    keep = Filter(session.store, SearchQuery(**parts), silent())
    assert keep.cases_at_most() == {mill[0]}
    every = [case.id for case in session.store.all(Kind.CASE) if keep(case)]
    assert [hit.id for hit in search.find_wanted(session.store, SearchQuery(**parts))] == every == [mill[0]]


def test_what_no_query_tells_is_looked_for_in_every_case(
    session: Session, mill: tuple[RecordId, RecordId]
) -> None:
    for parts in ({"term": "ferry"}, {"status": "in_custody", "as_of": DAY}, {"level": "restricted"}):
        assert Filter(session.store, SearchQuery(**parts), silent()).cases_at_most() is None


def test_a_deleted_case_is_not_among_those_that_may_be_meant(
    session: Session, mill: tuple[RecordId, RecordId]
) -> None:
    with session.store.change("test") as change:
        change.delete(mill[0])
    assert search.find_wanted(session.store, SearchQuery(place="anqing", period="2020")) == []
