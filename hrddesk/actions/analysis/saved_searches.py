"""Searches saved under a name: the query is saved, never its results."""

from typing import Final

from hrddesk.actions.analysis.search_filters import SearchQuery
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model import codec
from hrddesk.records.model.codec import ShapeError
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

ASKS: Final = "search"
"""The value of `asks` in saved queries for searches."""


def save(session: Session, name: str, query: SearchQuery) -> Outcome[None]:
    """Save a search under a name, replacing one of the same name; raise InvalidValue for an empty name."""
    called = _called(name)
    with session.store.change("search.save") as change:
        record = _named(session.store, called) or Record(kind=Kind.QUERY, id=new_id())
        change.put(record.with_fields(name=called, asks=ASKS, query=codec.canonical(query).decode("utf-8")))
    return Outcome(None, change.changes)


def saved(store: Store) -> list[tuple[str, SearchQuery]]:
    """Return the names and queries of the saved searches, sorted by name.

    Searches that a newer program wrote are left out.
    """
    named_queries = [
        (record.text("name"), _read(record)) for record in store.all(Kind.QUERY) if is_search(record)
    ]
    readable_queries = ((name, query) for name, query in named_queries if query is not None)
    return sorted(readable_queries, key=lambda item: (item[0].casefold(), item))


def find(store: Store, name: str) -> SearchQuery:
    """Return the query of a saved search; raise RecordNotFound, and InvalidValue if a newer program
    wrote it.
    """
    query = _read(_one(store, name))
    if query is None:
        raise InvalidValue(field="name", why=Translatable("a newer program saved this search"))
    return query


def rename(session: Session, name: str, new: str) -> Outcome[None]:
    """Rename a saved search; raise RecordNotFound, and InvalidValue if another search has the new name."""
    called = _called(new)
    with session.store.change("search.rename") as change:
        record, same_named = _one(session.store, name), _named(session.store, called)
        if same_named is not None and same_named.id != record.id:
            raise InvalidValue(field="name", why=Translatable("another search has this name"))
        change.put(record.with_fields(name=called))
    return Outcome(None, change.changes)


def remove(session: Session, name: str) -> Outcome[None]:
    """Delete the saved search with a given name; raise RecordNotFound."""
    with session.store.change("search.remove") as change:
        change.delete(_one(session.store, name).id)
    return Outcome(None, change.changes)


def is_search(record: Record) -> bool:
    """Tell whether a saved query is a search, not a figure."""
    return record.text("asks") == ASKS


def _called(name: str) -> str:
    called = name.strip()
    if not called:
        raise InvalidValue(field="name", why=Translatable("give the search a name"))
    return called


def _one(store: Store, name: str) -> Record:
    record = _named(store, name.strip())
    if record is None:
        raise RecordNotFound(ref=name)
    return record


def _named(store: Store, name: str) -> Record | None:
    folded_name = name.casefold()
    searches = (item for item in store.all(Kind.QUERY) if is_search(item))
    return next((item for item in searches if item.text("name").casefold() == folded_name), None)


def _read(record: Record) -> SearchQuery | None:
    try:
        return codec.load(SearchQuery, record.text("query"))
    except ShapeError:
        return None
