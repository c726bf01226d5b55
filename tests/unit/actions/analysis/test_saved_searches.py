"""Searches are kept under a name, run again, renamed and deleted."""

import pytest

from hrddesk.actions.analysis import saved_searches
from hrddesk.actions.analysis.search_filters import SearchQuery
from hrddesk.actions.records import history
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.vault.session import Session


def test_searches_are_kept_run_and_deleted(session: Session) -> None:
    wanted = SearchQuery(text="岚", period="2020", status="in_custody")
    saved_searches.save(session, " Held ", wanted)
    saved_searches.save(session, "held", wanted)
    assert saved_searches.saved(session.store) == [("held", wanted)]
    assert saved_searches.find(session.store, "HELD") == wanted
    saved_searches.rename(session, "held", " Held in 2020 ")
    assert saved_searches.saved(session.store) == [("Held in 2020", wanted)]
    saved_searches.rename(session, "held in 2020", "held")  # a name may change by its case alone, too
    saved_searches.remove(session, "held")
    for refused in (saved_searches.find, lambda store, name: saved_searches.remove(session, name)):
        with pytest.raises(RecordNotFound):
            refused(session.store, "held")
    with pytest.raises(InvalidValue):
        saved_searches.save(session, " ", wanted)


@pytest.mark.parametrize(
    "query",
    ["[]", "{", '{"weather": "x"}', '{"text": 1}', '{"kind": "boat"}', '{"level": "x"}', '{"status": "x"}'],
)
def test_a_search_that_a_newer_program_kept_is_told(session: Session, query: str) -> None:
    with session.store.change("test") as change:
        change.put(Record(kind=Kind.QUERY, id=new_id()).with_fields(name="later", asks="search", query=query))
    assert saved_searches.saved(session.store) == []
    with pytest.raises(InvalidValue):
        saved_searches.find(session.store, "later")


def test_no_search_takes_the_name_of_another(session: Session) -> None:
    saved_searches.save(session, "one", SearchQuery(text="a"))
    saved_searches.save(session, "two", SearchQuery(text="b"))
    with pytest.raises(InvalidValue):
        saved_searches.rename(session, "one", "TWO")
    with pytest.raises(InvalidValue):
        saved_searches.rename(session, "one", " ")
    with pytest.raises(RecordNotFound):
        saved_searches.rename(session, "three", "four")
    assert saved_searches.saved(session.store) == [
        ("one", SearchQuery(text="a")),
        ("two", SearchQuery(text="b")),
    ]


def test_a_name_that_was_changed_or_deleted_comes_back(session: Session) -> None:
    saved_searches.save(session, "one", SearchQuery(text="a"))
    renamed = saved_searches.rename(session, "one", "other").changes
    removed = saved_searches.remove(session, "other").changes
    history.undo(session, removed.act)
    assert saved_searches.find(session.store, "other") == SearchQuery(text="a")
    history.undo(session, renamed.act)
    assert saved_searches.find(session.store, "one") == SearchQuery(text="a")
