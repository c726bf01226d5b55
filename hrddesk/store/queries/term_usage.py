"""How many records use a term, so that a person knows what retiring or merging it touches."""

from typing import Final

from hrddesk.records.model.kinds import Kind
from hrddesk.records.terms import vocabulary
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated
from hrddesk.store.database.schema import list_table, table_of

_LISTED_BY_NAME: Final = (Kind.PARTY, "terms")
"""The one list whose elements say themselves which vocabulary their term is of."""


def count(db: Connection, name: str, code: str) -> int:
    """Return how many live records hold this code of a vocabulary, in any field or list."""
    wanted = f"platform:{code}" if name == "platform" else code
    kind, listed = _LISTED_BY_NAME
    named = f"SELECT owner FROM {list_table(kind, listed)} WHERE vocabulary = ? AND term = ?"  # noqa: S608  (our tables and columns)
    with translated():
        owners = {row[0] for row in db.execute(named, (name, code))}
        for path, known in vocabulary.FIELDS.items():
            if known == name or (known == vocabulary.EVENT_TERM and name in vocabulary.JOINED):
                owners |= {row[0] for row in db.execute(_holding(path), (wanted,))}
    return len(owners)


def _holding(path: str) -> str:
    """Return the query for what holds a code in this field or part of a list."""
    kind, part, *inner = path.split(".")
    if inner:
        return f'SELECT owner FROM {list_table(Kind(kind), part)} WHERE "{inner[0]}" = ?'  # noqa: S608  (our tables and columns)
    return f'SELECT id FROM {table_of(Kind(kind))} WHERE "{part}" = ?'  # noqa: S608  (our tables and columns)
