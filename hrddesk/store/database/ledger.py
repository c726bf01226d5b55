"""Rows that are not records but must not be altered unnoticed: verified contacts, reviews, exports.

The history covers these rows as it covers records. Triggers on the writing connection write down which rows a
transaction touches, that is, inserts, changes or deletes; `Change.finish` then enters a digest of each
touched row into the chain. So an older page cannot turn a revoked contact back into a verified one unnoticed.
Only digests are kept. In tables with thousands of rows, a whole group of rows shares one digest.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any, Final

from hrddesk.records.model.record import RecordId, canonical_json
from hrddesk.store.database.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCoverage:
    """The way in which the history covers a table.

    `key` holds the SQL expressions that identify a row. If `grouped` is set, all rows with equal values of
    these expressions share one digest; if `key` is empty, all rows of the table share one. `where` is the SQL
    condition that selects the rows for given values of the key. The default is that each expression equals
    its value.
    """

    key: tuple[str, ...]
    columns: str = "*"
    grouped: bool = False
    where: str = ""
    counted: bool = False
    """Whether the key is one integer; the keys of touched rows are then stored as integers, since there may
    be many.
    """


COVERED: Final[Mapping[str, TableCoverage]] = {
    "setting": TableCoverage(key=("name",)),  # the settings of a new vault are older than its history
    "identity": TableCoverage(key=("one",)),
    "identity_epoch": TableCoverage(key=("since",)),
    "contact": TableCoverage(key=("num",)),
    "contact_key": TableCoverage(key=("contact", "fingerprint", "serial")),
    "contact_claim": TableCoverage(key=("contact",)),
    "asked": TableCoverage(key=("contact",), grouped=True),
    "organisation": TableCoverage(key=("one",)),
    "organisation_former": TableCoverage(key=(), grouped=True, where="1"),
    "bundle": TableCoverage(key=("num",)),
    "file_sent": TableCoverage(key=("bundle",), grouped=True),
    "review": TableCoverage(key=("num",)),
    "import_log": TableCoverage(key=("act",)),
    "publication": TableCoverage(key=("num",)),
    **dict.fromkeys(
        ("publication_person", "label_removal", "protected_name", "publication_answer", "publication_count"),
        TableCoverage(key=("publication",), grouped=True),
    ),
    "backup": TableCoverage(key=("num",)),
    # Content and wrapped key of evidence are authenticated by its hash and its seal. The history keeps the
    # key of a row for ever: a hash as key would tell which files were here and were forgotten.
    "blob": TableCoverage(key=(), columns="sha256, size, file_id", grouped=True, where="1"),
    "came_with": TableCoverage(key=(), grouped=True, where="1"),
    "staged_blob": TableCoverage(
        key=("review",), columns="review, sha256, size, file_id, moved", grouped=True
    ),
    "review_item": TableCoverage(
        key=("num / 64",), grouped=True, where="num BETWEEN ?1 * 64 AND ?1 * 64 + 63", counted=True
    ),
    "review_note": TableCoverage(key=("num",)),
    "protected_text": TableCoverage(key=("num",)),
    "custody_log": TableCoverage(key=("review",), grouped=True),
    "dismissal": TableCoverage(key=("finding",)),
    "dismissal_record": TableCoverage(key=("finding",), grouped=True),
    "import_row": TableCoverage(key=("act",), grouped=True),
    "sent": TableCoverage(key=("line",), grouped=True),
}
"""All covered tables. Records have digests of their own; derived rows are checked against their sources."""

ERASED: Final = "history_content"
"""The entry for erased history content; its state lists the erased rows, which only forgetting may erase."""

GONE: Final = canonical_json(None)
"""The state of a removed row, and of a group without rows."""

# These settings change with every record. The records tell how far the counter of changes came. A counter of
# references that is put back may repeat the reference of a deleted record, never one that is in use.
_COUNTERS: Final = "{0}.name <> 'counter' AND {0}.name NOT LIKE 'ref.%'"
_NO_KEY: Final = "[]"

_Value = str | int | bytes | None
"""The value of a column."""


class Ledger:
    """The rows of a database that are no records but are covered by the history."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def watch(self) -> None:
        """Start to write down which covered rows are touched; only for the connection that writes."""
        self._db.execute("BEGIN")  # one for all: otherwise each trigger would be a transaction of its own
        self._db.execute('CREATE TEMP TABLE touched (name TEXT, "key" TEXT, PRIMARY KEY (name, "key"))')
        for table in _COUNTED:
            self._db.execute(f"CREATE TEMP TABLE {_noted_in(table)} (number INTEGER PRIMARY KEY)")
        for table in COVERED:
            for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
                only = f"WHEN {_COUNTERS.format(row)}" if table == "setting" else ""
                self._watch(table, event, only, f"{_noted_in(table)} VALUES ({_note(table, row + '.')})")
        self._watch(ERASED, "DELETE", "", f"touched VALUES ('{ERASED}', '{_NO_KEY}')")
        self._db.execute("COMMIT")

    def _watch(self, table: str, event: str, only: str, noted: str) -> None:
        self._db.execute(
            f"CREATE TEMP TRIGGER touched_{table}_{event} AFTER {event} ON main.{table} {only}"
            f" BEGIN INSERT OR IGNORE INTO {noted}; END"
        )

    def take_touched(self) -> list[tuple[RecordId, bytes]]:
        """Return id and state of every row touched since the last call, and clear the list of touched rows.

        The function runs in the caller's transaction.
        """
        rows = self._noted()
        for table in ("touched", *map(_noted_in, _COUNTED)):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608  (our tables and columns)
        return [(_id(table, key), self._state(table, key)) for table, key in rows]

    def touched(self) -> list[RecordId]:
        """Return the ids of the rows touched since the last call of `take_touched`."""
        return [_id(table, key) for table, key in self._noted()]

    def _noted(self) -> list[tuple[str, str]]:
        """Return table and key of each touched row that the triggers wrote down, sorted."""
        rows: list[tuple[str, str]] = self._db.execute('SELECT name, "key" FROM touched').fetchall()
        for table in _COUNTED:
            query = f"SELECT {_key_json(('number',))} FROM {_noted_in(table)}"  # noqa: S608  (our tables and columns)
            rows += [(table, key) for (key,) in self._db.execute(query)]
        return sorted(rows)

    def states(self) -> Iterator[tuple[RecordId, str, bytes]]:
        """Yield the id, the table and the state of every existing covered row or group of rows."""
        for table, cover in COVERED.items():
            cursor = self._db.execute(f"SELECT {_key_json(cover.key)}, {cover.columns} FROM {table}")  # noqa: S608  (our tables and columns)
            encode, groups = _Encoding(table, _names(cursor)[1:]), dict[str, list[bytes]]()
            for row in cursor:
                state = encode(row[1:])
                if cover.grouped:
                    groups.setdefault(row[0], []).append(_short(state))
                else:
                    yield _id(table, row[0]), table, state
            for key, rows in groups.items():
                yield _id(table, key), table, _together(rows)
        erased = self._erased()
        if erased != GONE:
            yield _id(ERASED, _NO_KEY), ERASED, erased

    def _state(self, table: str, key: str) -> bytes:
        if table == ERASED:
            return self._erased()
        cover = COVERED[table]
        # Values are bound, since statements are cached: hundreds used once would fill the cache.
        values = [_bound(literal) for literal in json.loads(key)]
        where = cover.where or " AND ".join(f"{column} = ?" for column in cover.key)
        cursor = self._db.execute(f"SELECT {cover.columns} FROM {table} WHERE {where}", values)  # noqa: S608  (our tables and columns)
        encode = _Encoding(table, _names(cursor))
        states = [encode(row) for row in cursor]
        if not states:
            return GONE
        return _together(map(_short, states)) if cover.grouped else states[0]

    def _erased(self) -> bytes:
        """Return the state of the entry `ERASED`: the numbers of the history rows with erased content."""
        rows = self._db.execute(
            "SELECT num FROM history WHERE num NOT IN (SELECT num FROM history_content) ORDER BY num"
        ).fetchall()
        return canonical_json([ERASED, [row[0] for row in rows]]) if rows else GONE


def _key_json(key: tuple[str, ...], row: str = "") -> str:
    """Return the SQL that combines the columns of a key into one text."""
    return "json_array(" + ", ".join(f"quote({row}{column})" for column in key) + ")"


_COUNTED: Final = tuple(table for table, cover in COVERED.items() if cover.counted)


def _noted_in(table: str) -> str:
    """Return the temporary table in which the triggers write down the touched rows of a table.

    A table with integer keys has a temporary table of its own, since building and looking up a text key takes
    ten times as long as writing the touched row.
    """
    return f"touched_{table}" if table in _COUNTED else "touched"


def _note(table: str, row: str = "") -> str:
    """Return the values, as SQL, by which a trigger writes down which row of a table was changed."""
    key = COVERED[table].key
    return row + key[0] if table in _COUNTED else f"'{table}', {_key_json(key, row)}"


def _bound(literal: str) -> str | int | bytes:
    """Return the Python value of an SQL literal made by SQLite's quote(): a text, an integer or bytes."""
    if literal.startswith("'"):
        return literal[1:-1].replace("''", "'")
    return bytes.fromhex(literal[2:-1]) if literal.startswith("X'") else int(literal)


def _id(table: str, key: str) -> RecordId:
    """Return the identifier that represents a row in the history in place of a record id."""
    return RecordId(hashlib.sha256(f"{table}\0{key}".encode()).hexdigest()[:32])


def _names(cursor: Any) -> list[str]:
    return [column[0] for column in cursor.description]


class _Encoding:
    """An encoder of the rows of one table as canonical JSON, which includes the names of table and columns.

    Everything except the values is formatted only once, since a transaction may touch thousands of rows.
    SQLite's own JSON takes twice as long.
    """

    def __init__(self, table: str, names: list[str]) -> None:
        self._order = sorted(range(len(names)), key=names.__getitem__)
        pairs = ",".join([f'"{names[index]}":%s' for index in self._order])
        self._form = f'["{table}",{{{pairs}}}]'

    def __call__(self, row: Sequence[_Value]) -> bytes:
        """Return the JSON of a row; bytes are encoded as hexadecimal digits."""
        values = [_json(value) for value in row]
        return (self._form % tuple([values[index] for index in self._order])).encode()


def _json(value: _Value) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, bytes):
        return f'"{value.hex()}"'
    return "null" if value is None else str(value)


def _short(state: bytes) -> bytes:
    return hashlib.sha256(state).digest()


def _together(rows: Any) -> bytes:
    """Return the state of a group of rows from the digests of the rows; their order does not matter."""
    return b"".join(sorted(rows))
