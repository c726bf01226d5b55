"""Rows that are no records, but that people rely on: who is verified, what was reviewed, what went out.

The history covers them as it covers records. Triggers of the writer's connection note which rows a
transaction touches, whoever writes them; `Change.finish` then enters a digest of each into the chain, so that
an older page put back does not turn a revoked contact into a verified one without a trace. Only digests are
kept.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from hrddesk.records.record import RecordId, canonical_json
from hrddesk.store.database import Connection

COVERED: Final[Mapping[str, tuple[str, ...]]] = {
    "setting": ("name",),
    "identity": ("one",),
    "identity_epoch": ("since",),
    "contact": ("num",),
    "contact_key": ("contact", "fingerprint", "serial"),
    "bundle": ("num",),
    "review": ("num",),
    "import_log": ("act",),
    "profile": ("name",),
    "text_review": ("record", "field", "profile"),
    "publication": ("num",),
    "backup": ("num",),
}
"""Every covered table with its key. Left out is what follows from other rows or only waits: cells of imports,
items of reviews, the search index, the list of cases. So is how far our changes were sent: that only grows,
and an older page of it believes others less, which makes a conflict for a person and hides nothing."""

GONE: Final = canonical_json(None)
"""The state of a row that was removed."""

_SINCE_THE_FIRST: Final = (
    "setting"  # made with the vault, before there was a history; only what changes has one
)
_COUNTERS: Final = "{0}.name <> 'counter' AND {0}.name NOT LIKE 'ref.%'"  # they change with every record


class Ledger:
    """The covered rows of a connection."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def watch(self) -> None:
        """Note from now on which rows are touched. For the one connection that writes."""
        self._db.execute('CREATE TEMP TABLE touched (name TEXT, "key" TEXT, PRIMARY KEY (name, "key"))')
        for table, key in COVERED.items():
            for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
                only = f"WHEN {_COUNTERS.format(row)}" if table == "setting" else ""
                noted = f"INSERT OR IGNORE INTO touched VALUES ('{table}', {_key_json(key, row + '.')})"  # noqa: S608
                self._db.execute(
                    f"CREATE TEMP TRIGGER touched_{table}_{event} AFTER {event} ON main.{table} {only}"
                    f" BEGIN {noted}; END"
                )

    def take_touched(self) -> list[tuple[RecordId, bytes]]:
        """Return the id and state of every row touched since the last call, in the caller's transaction."""
        rows = self._db.execute('SELECT name, "key" FROM touched ORDER BY name, "key"').fetchall()
        self._db.execute("DELETE FROM touched")
        return [(_id(table, key), self._state(table, key)) for table, key in rows]

    def touched(self) -> list[RecordId]:
        """Return the ids of the rows touched since the last call of `take_touched`."""
        rows = self._db.execute('SELECT name, "key" FROM touched ORDER BY name, "key"').fetchall()
        return [_id(table, key) for table, key in rows]

    def states(self) -> Iterator[tuple[RecordId, str, bytes]]:
        """Yield the id, the table and the state of every covered row that is there."""
        for table, key in COVERED.items():
            cursor = self._db.execute(f"SELECT {_key_json(key)}, * FROM {table}")  # noqa: S608
            for row in cursor.fetchall():
                yield _id(table, row[0]), table, _row_state(table, cursor, row[1:])

    def _state(self, table: str, key: str) -> bytes:
        literals = zip(COVERED[table], json.loads(key), strict=True)  # as SQLite's own quote() made them
        where = " AND ".join(f"{column} = {literal}" for column, literal in literals)
        cursor = self._db.execute(f"SELECT * FROM {table} WHERE {where}")  # noqa: S608
        row = cursor.fetchone()
        return GONE if row is None else _row_state(table, cursor, row)


def has_history_from_the_first(table: str) -> bool:
    """Tell whether every row of a table must stand in the history; settings came before it."""
    return table != _SINCE_THE_FIRST


def _key_json(key: tuple[str, ...], row: str = "") -> str:
    """Return the SQL that makes one text of a key."""
    return "json_array(" + ", ".join(f"quote({row}{column})" for column in key) + ")"


def _id(table: str, key: str) -> RecordId:
    """Return what stands for a row in the history, where a record has its id."""
    return RecordId(hashlib.sha256(f"{table}\0{key}".encode()).hexdigest()[:32])


def _row_state(table: str, cursor: Any, row: tuple[Any, ...]) -> bytes:
    names = [column[0] for column in cursor.description][-len(row) :]
    plain = (value.hex() if isinstance(value, bytes) else value for value in row)
    return canonical_json([table, dict(zip(names, plain, strict=True))])
