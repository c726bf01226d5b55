"""Rows that are no records, but that people rely on: who is verified, what was reviewed, what went out.

The history covers them as it covers records. Triggers of the writer's connection note which rows a
transaction touches, whoever writes them; `Change.finish` then enters a digest of each into the chain, so that
an older page put back does not turn a revoked contact into a verified one without a trace. Only digests are
kept. Rows that come by the thousand share one digest for a group of them.
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
    """How a table is covered.

    Rows for which the SQL expressions of `key` have equal values share one digest; without a key, all do.
    `where` finds the rows of a group, given those values; where it is empty, they are compared with them.
    """

    key: tuple[str, ...]
    columns: str = "*"
    grouped: bool = False
    where: str = ""
    counted: bool = False
    """Whether the key is one whole number: then touched ones are noted as numbers, for there may be many."""


COVERED: Final[Mapping[str, TableCoverage]] = {
    "setting": TableCoverage(
        key=("name",)
    ),  # those that a vault is made with came before there was a history
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
    # Content and wrapped key of evidence prove themselves: one by its hash, the other by its seal. The
    # history keeps a row's key for ever: a hash in it would tell which files were here and were forgotten.
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
"""Every covered table. Records have their own digests; what follows from other rows is compared with them."""

ERASED: Final = "history_content"
"""What stands for a table whose state is which rows of the history were emptied, as forgetting alone does."""

GONE: Final = canonical_json(None)
"""The state of a row that was removed, and of a group that has none."""

# They change with every record. Of the counter of changes, the records tell how far it came; a counter of
# references that went back may give the reference of a deleted record again, never one that is in use.
_COUNTERS: Final = "{0}.name <> 'counter' AND {0}.name NOT LIKE 'ref.%'"
_NO_KEY: Final = "[]"

_Value = str | int | bytes | None
"""What a column holds."""


class Ledger:
    """The covered rows of a connection."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def watch(self) -> None:
        """Note from now on which rows are touched. For the one connection that writes."""
        self._db.execute("BEGIN")  # one for all: each trigger would else be a change of its own
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
        """Return the id and state of every row touched since the last call, in the caller's transaction."""
        rows = self._noted()
        for table in ("touched", *map(_noted_in, _COUNTED)):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608  (our tables and columns)
        return [(_id(table, key), self._state(table, key)) for table, key in rows]

    def touched(self) -> list[RecordId]:
        """Return the ids of the rows touched since the last call of `take_touched`."""
        return [_id(table, key) for table, key in self._noted()]

    def _noted(self) -> list[tuple[str, str]]:
        """Return table and key of all that is noted, sorted."""
        rows: list[tuple[str, str]] = self._db.execute('SELECT name, "key" FROM touched').fetchall()
        for table in _COUNTED:
            query = f"SELECT {_key_json(('number',))} FROM {_noted_in(table)}"  # noqa: S608  (our tables and columns)
            rows += [(table, key) for (key,) in self._db.execute(query)]
        return sorted(rows)

    def states(self) -> Iterator[tuple[RecordId, str, bytes]]:
        """Yield the id, the table and the state of every covered row, or group of rows, that is there."""
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
        # Bound, since every statement is kept ready: hundreds that are asked once would take all the room.
        values = [_bound(literal) for literal in json.loads(key)]
        where = cover.where or " AND ".join(f"{column} = ?" for column in cover.key)
        cursor = self._db.execute(f"SELECT {cover.columns} FROM {table} WHERE {where}", values)  # noqa: S608  (our tables and columns)
        encode = _Encoding(table, _names(cursor))
        states = [encode(row) for row in cursor]
        if not states:
            return GONE
        return _together(map(_short, states)) if cover.grouped else states[0]

    def _erased(self) -> bytes:
        """Return the state of what was erased from the history: which rows of it have no content."""
        rows = self._db.execute(
            "SELECT num FROM history WHERE num NOT IN (SELECT num FROM history_content) ORDER BY num"
        ).fetchall()
        return canonical_json([ERASED, [row[0] for row in rows]]) if rows else GONE


def _key_json(key: tuple[str, ...], row: str = "") -> str:
    """Return the SQL that makes one text of a key."""
    return "json_array(" + ", ".join(f"quote({row}{column})" for column in key) + ")"


_COUNTED: Final = tuple(table for table, cover in COVERED.items() if cover.counted)


def _noted_in(table: str) -> str:
    """Return the table of this connection in which it is noted what is touched of a table.

    To make a text of a key and look for it takes ten times as long as to write the row that is touched.
    """
    return f"touched_{table}" if table in _COUNTED else "touched"


def _note(table: str, row: str = "") -> str:
    """Return the SQL of what is noted there of a row."""
    key = COVERED[table].key
    return row + key[0] if table in _COUNTED else f"'{table}', {_key_json(key, row)}"


def _bound(literal: str) -> str | int | bytes:
    """Return the value that SQLite's own quote() wrote so; a key is text, a number or bytes."""
    if literal.startswith("'"):
        return literal[1:-1].replace("''", "'")
    return bytes.fromhex(literal[2:-1]) if literal.startswith("X'") else int(literal)


def _id(table: str, key: str) -> RecordId:
    """Return what stands for a row in the history, where a record has its id."""
    return RecordId(hashlib.sha256(f"{table}\0{key}".encode()).hexdigest()[:32])


def _names(cursor: Any) -> list[str]:
    return [column[0] for column in cursor.description]


class _Encoding:
    """Makes canonical JSON of a table's name and of rows with the names of their columns.

    Thousands of rows are touched at once, and most of a row is one long text: so all but the values is put
    together once. SQLite's own JSON takes twice as long.
    """

    def __init__(self, table: str, names: list[str]) -> None:
        self._order = sorted(range(len(names)), key=names.__getitem__)
        pairs = ",".join([f'"{names[index]}":%s' for index in self._order])
        self._form = f'["{table}",{{{pairs}}}]'

    def __call__(self, row: Sequence[_Value]) -> bytes:
        """Return the JSON of a row; bytes are in it by their hexadecimal digits."""
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
    """Return the state of a group of rows, whatever their order."""
    return b"".join(sorted(rows))
