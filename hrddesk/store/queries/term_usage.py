"""Queries for the terms that records use, for the place texts of events, and for how often each is used."""

from typing import Final

from hrddesk.records.model.kinds import Kind
from hrddesk.records.terms import vocabulary
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated
from hrddesk.store.database.schema import list_table, table_of

_LISTED_BY_NAME: Final = (Kind.PARTY, "terms")
"""The only list whose elements name the vocabulary of their term."""


def count(db: Connection, name: str, code: str) -> int:
    """Return the number of live records that contain `code` of the vocabulary `name` in any field or list."""
    stored_code = f"platform:{code}" if name == "platform" else code
    kind, listed = _LISTED_BY_NAME
    named = f"SELECT owner FROM {list_table(kind, listed)} WHERE vocabulary = ? AND term = ?"  # noqa: S608  (our tables and columns)
    with translated():
        owners = {row[0] for row in db.execute(named, (name, code))}
        for path, vocabulary_name in vocabulary.FIELDS.items():
            if vocabulary_name == name or (
                vocabulary_name == vocabulary.EVENT_TERM and name in vocabulary.JOINED
            ):
                owners |= {row[0] for row in db.execute(_holding(path), (stored_code,))}
    return len(owners)


def place_texts(db: Connection) -> list[str]:
    """Return the place texts of events, most frequent first."""
    with translated():
        rows = db.execute(
            "SELECT place_text FROM event WHERE place_text IS NOT NULL AND place_text <> ''"
            " GROUP BY place_text ORDER BY count(*) DESC, place_text"
        )
        return [str(words) for (words,) in rows]


def _holding(path: str) -> str:
    """Return the SQL query for the records that contain a code in the field or list field at `path`."""
    kind, part, *inner = path.split(".")
    if inner:
        return f'SELECT owner FROM {list_table(Kind(kind), part)} WHERE "{inner[0]}" = ?'  # noqa: S608  (our tables and columns)
    return f'SELECT id FROM {table_of(Kind(kind))} WHERE "{part}" = ?'  # noqa: S608  (our tables and columns)
