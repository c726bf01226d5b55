"""A search is narrowed by kind, period, place, charge, tag and status, and kept under a name."""

from datetime import date

import pytest

from hrddesk.actions import cases, events, parties, search, search_filters
from hrddesk.actions.search_filters import Wanted
from hrddesk.errors import InvalidDate, InvalidValue, RecordNotFound
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, new_id
from hrddesk.session import Session

DAY = date(2021, 1, 1)


@pytest.fixture
def mill(session: Session) -> tuple[RecordId, RecordId]:
    """A case and its person, held since 2020-02; and another of the same name and nothing else."""
    case, _ = cases.create(session, {"title": "The mill"}, {"tags": [{"text": "River"}]})
    who, _ = parties.create(session, {}, {"names": [{"name": "胡岚"}]}, case)
    held = {"type": "detained", "date": "2020-02", "place_text": "the prison of Anqing"}
    charged = {"charges": [{"raw": "寻衅滋事"}], "parties": [{"party": who, "role": "victim"}]}
    events.add(session, case, held, charged)
    other, _ = cases.create(session, {"title": "The dam"})
    parties.create(session, {}, {"names": [{"name": "Hu Lan"}]}, other)
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
        ({"status": "in_custody"}, True),
        ({"status": "dead"}, False),
        ({"period": "2020", "place": "Hefei"}, False),
    ],
)
def test_demand_8_filters_narrow_what_is_found(
    session: Session, mill: tuple[RecordId, RecordId], parts: dict[str, str], hits: bool
) -> None:
    case, who = mill
    for text in ("hulan", "岚"):
        found = [hit.id for hit in search.find_wanted(session.store, Wanted(text, **parts), DAY)]
        assert found == ([who] if hits else [])
    assert [hit.id for hit in search.find_wanted(session.store, Wanted(**parts), DAY)] == [case] * hits


def test_a_kind_alone_lists_all_of_it_and_nothing_asked_finds_nothing(
    session: Session, mill: tuple[RecordId, RecordId]
) -> None:
    assert len(search.find_wanted(session.store, Wanted(kind="party"), DAY)) == 2
    assert [hit.kind for hit in search.find_wanted(session.store, Wanted("mill", "case"), DAY)] == [Kind.CASE]
    assert search.find_wanted(session.store, Wanted("mill", "party"), DAY) == []
    assert search.find_wanted(session.store, Wanted(), DAY) == []


def test_what_cannot_be_asked_is_refused(session: Session) -> None:
    with pytest.raises(InvalidDate):
        search.find_wanted(session.store, Wanted(period="1954-02-29"), DAY)
    with pytest.raises(InvalidValue):
        search.find_wanted(session.store, Wanted(kind="boat"), DAY)


def test_searches_are_kept_run_and_deleted(session: Session, mill: tuple[RecordId, RecordId]) -> None:
    wanted = Wanted("岚", period="2020", status="in_custody")
    search_filters.save(session, " Held ", wanted)
    search_filters.save(session, "held", wanted)
    assert search_filters.saved(session.store) == [("held", wanted)]
    assert search_filters.find(session.store, "HELD") == wanted
    search_filters.remove(session, "held")
    for refused in (search_filters.find, lambda store, name: search_filters.remove(session, name)):
        with pytest.raises(RecordNotFound):
            refused(session.store, "held")
    with pytest.raises(InvalidValue):
        search_filters.save(session, " ", wanted)


@pytest.mark.parametrize("query", ["[]", "{", '{"weather": "x"}', '{"text": 1}'])
def test_a_search_that_a_newer_program_kept_is_told(session: Session, query: str) -> None:
    with session.store.change("test") as change:
        change.put(Record(Kind.QUERY, new_id()).with_fields(name="later", asks="search", query=query))
    assert search_filters.saved(session.store) == []
    with pytest.raises(InvalidValue):
        search_filters.find(session.store, "later")
