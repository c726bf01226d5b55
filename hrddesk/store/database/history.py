"""The hash chain that reveals when an older page, row or file was put back.

A row contains SHA-256(salt || record id || state after the change); rows are chained by HMAC under a key that
is stored in the vault. Salt and state are in `history_content`, compressed, and can be erased without
breaking the chain.
"""

import hashlib
import json
import os
import struct
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from hrddesk.crypto import kdf
from hrddesk.errors import DatabaseDamaged
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, canonical_json
from hrddesk.records.model.versions import Version
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.state_packing import pack, unpack

SALT_BYTES: Final = 16
START: Final = bytes(32)
"""The MAC that precedes the first row."""

_NUMBERS: Final = struct.Struct("<QQq")
_LENGTH: Final = struct.Struct("<I")
_ROW: Final = "INSERT INTO history (num, act, time, who, what, record, digest, mac) VALUES (?,?,?,?,?,?,?,?)"
_CONTENT: Final = "INSERT INTO history_content (num, salt, state) VALUES (?,?,?)"


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: the number of the last row, and its MAC."""

    number: int
    mac: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One row of history. `act` is the number of its transaction, `time` is in seconds since 1970, UTC."""

    number: int
    act: int
    time: int
    who: str
    what: str
    record: RecordId
    digest: bytes
    mac: bytes


def state_of(record: Record | None, version: Version) -> bytes:
    """Return the canonical encoding of a record and its version, from which digests are computed.

    `record` is None for a deleted record. For a live record the encoding equals its line in a bundle.
    """
    return canonical_json({"record": None if record is None else record.to_json(), **version.to_json()})


def digest(salt: bytes, record_id: str, state: bytes) -> bytes:
    """Return the salted digest of the state of a record."""
    return hashlib.sha256(salt + record_id.encode("ascii") + state).digest()


def link(key: bytes, before: bytes, entry: HistoryEntry) -> bytes:
    """Return the MAC that chains an entry to the one before it."""
    numbers = _NUMBERS.pack(entry.number, entry.act, entry.time)
    texts = _texts(entry.who, entry.what) + _texts(entry.record)
    return kdf.hmac_sha256(key, before + numbers + texts + entry.digest)


def _texts(*texts: str) -> bytes:
    """Return texts, each preceded by its length so that the boundaries are unambiguous."""
    return b"".join(_LENGTH.pack(len(raw)) + raw for raw in (text.encode("utf-8") for text in texts))


def _octets(value: object) -> bytes:
    """Return `value` if it is bytes, else empty bytes, which equal no digest and no MAC.

    An older page that was put back may hold a value of another type.
    """
    return value if isinstance(value, bytes) else b""


class History:
    """The history of an open vault."""

    def __init__(self, db: Connection, key: bytes) -> None:
        self._db = db
        self._key = key

    def head(self) -> Head:
        """Return the current end of the chain."""
        row = self._db.execute("SELECT num, mac FROM history ORDER BY num DESC LIMIT 1").fetchone()
        return Head(0, START) if row is None else Head(int(row[0]), _octets(row[1]))

    def head_at(self, number: int) -> Head | None:
        """Return the head as it was after row `number`, or None when there is no such row."""
        if number == 0:
            return Head(0, START)
        row = self._db.execute("SELECT mac FROM history WHERE num = ?", (number,)).fetchone()
        return None if row is None else Head(number, _octets(row[0]))

    def append(
        self,
        head: Head,
        act: int | None,
        who: str,
        what: str,
        states: Sequence[tuple[RecordId, Kind | None, bytes]],
    ) -> Head:
        """Write a row after `head` for each (id, kind, state) and return the new head, in the caller's
        transaction.

        `act` is the number of the transaction; None starts a new one. The kind is None for an entry that is
        not a record: only the digest of such an entry is stored.
        """
        now, number, mac = int(time.time()), head.number, head.mac
        act = number + 1 if act is None else act
        salts, who_and_what = os.urandom(SALT_BYTES * len(states)), _texts(who, what)
        rows, contents = [], []
        for index, (record_id, kind, state) in enumerate(states):
            salt = salts[SALT_BYTES * index : SALT_BYTES * (index + 1)]
            number += 1
            state_digest = digest(salt, record_id, state)
            # The same as `link`, but the part that all rows have in common is encoded only once.
            chained = mac + _NUMBERS.pack(number, act, now) + who_and_what + _texts(record_id) + state_digest
            mac = kdf.hmac_sha256(self._key, chained)
            rows.append((number, act, now, who, what, record_id, state_digest, mac))
            contents.append((number, salt, b"" if kind is None else pack(state, kind)))
        self._db.executemany(_ROW, rows)
        self._db.executemany(_CONTENT, contents)
        return Head(number, mac)

    def last_time(self, beginning: str) -> int | None:
        """Return when a transaction whose name begins with `beginning` last happened, in seconds since 1970.

        If there is no such transaction, return the time of the first row; None if the history is empty.
        """
        sql = "SELECT max(time) FROM history WHERE substr(what, 1, ?) = ? OR num = 1"
        row = self._db.execute(sql, (len(beginning), beginning)).fetchone()
        return None if row[0] is None else int(row[0])

    def records_since(self, number: int) -> set[RecordId]:
        """Return the ids of records and other covered rows in all history rows after row `number`."""
        rows = self._db.execute("SELECT DISTINCT record FROM history WHERE num > ?", (number,))
        return {RecordId(row[0]) for row in rows}

    def changed_since(self, time: int) -> set[RecordId]:
        """Return the ids of records and other covered rows that were changed at or after `time`, in seconds
        since 1970.
        """
        # Selected by number, since rows are in order of time and there is no index of times.
        first = self._db.execute("SELECT max(num) FROM history WHERE time < ?", (time,)).fetchone()[0] or 0
        rows = self._db.execute("SELECT DISTINCT record FROM history WHERE num > ?", (first,))
        return {RecordId(row[0]) for row in rows}

    def of_record(self, record_id: RecordId) -> list[HistoryEntry]:
        """Return the entries about a record, oldest first."""
        return list(self._entries("WHERE record = ?", (record_id,)))

    def of_act(self, act: int) -> list[HistoryEntry]:
        """Return the entries of one transaction, oldest first."""
        return list(self._entries("WHERE act = ?", (act,)))

    def alone(self, act: int) -> list[tuple[Kind, RecordId]]:
        """Return the live records that transaction `act` created and that no later transaction changed.

        They are returned as kind and id, sorted by kind.
        """
        rows = self._db.execute(
            "SELECT r.kind, r.id FROM history h JOIN record r ON r.id = h.record AND r.history = h.num"
            " JOIN history_content c ON c.num = h.num WHERE h.act = ? AND r.deleted = 0"
            " AND NOT EXISTS (SELECT 1 FROM history o WHERE o.record = h.record AND o.num < h.num)"
            " ORDER BY r.kind, h.num",
            (act,),
        )
        return [(Kind(kind), RecordId(record)) for kind, record in rows]

    def content(self, number: int) -> bytes | None:
        """Return the state after row `number`, or None if it was erased."""
        row = self._db.execute("SELECT state FROM history_content WHERE num = ?", (number,)).fetchone()
        return None if row is None else unpack(row[0])

    def states(self, record_id: str) -> Iterator[dict[str, Any]]:
        """Yield the state of a record after each change as JSON, oldest first; deletions are left out."""
        for row in self._db.execute(
            "SELECT c.state FROM history h JOIN history_content c ON c.num = h.num"
            " WHERE h.record = ? AND c.state <> x'' ORDER BY h.num",
            (record_id,),
        ).fetchall():
            state = json.loads(unpack(row[0]))["record"]
            if state is not None:
                yield state

    def states_at(self, kind: Kind, time: int) -> Iterator[tuple[int, dict[str, Any] | None]]:
        """Yield, for every record of a kind, the version valid at `time`: when it was written, and its JSON.

        Times are in seconds since 1970; records are in order of creation. A record that was deleted by then
        is left out; the JSON is None for a version that was erased later.
        """
        rows = self._db.execute(
            "SELECT l.time, c.state FROM (SELECT h.record, max(h.num) AS last, h.time FROM history h"
            " JOIN record r ON r.id = h.record WHERE r.kind = ? AND h.time <= ? GROUP BY h.record) l"
            " JOIN record r ON r.id = l.record LEFT JOIN history_content c ON c.num = l.last ORDER BY r.num",
            (kind.value, time),
        )
        for written, state in rows:
            if state is None:
                yield written, None
            elif (record := json.loads(unpack(state))["record"]) is not None:
                yield written, record

    def erase(self, record_id: str, before: int | None = None) -> None:
        """Erase salt and state of all rows about a record, or only of those before row `before`; the chain
        stays valid.

        The salt is erased too, since an attacker could otherwise test guesses of the content against the
        digest.
        """
        self._db.execute(
            "DELETE FROM history_content WHERE num IN (SELECT num FROM history WHERE record = ?1"
            " AND (?2 IS NULL OR num < ?2))",
            (record_id, before),
        )

    def before(self, entry: HistoryEntry) -> HistoryEntry | None:
        """Return the previous entry about the same record."""
        entries = list(
            self._entries("WHERE record = ? AND num < ?", (entry.record, entry.number), " DESC LIMIT 1")
        )
        return entries[0] if entries else None

    def acts(self, rows: int) -> list[tuple[int, str]]:
        """Return number and name of each transaction that changed records in the last `rows` history rows.

        The oldest transaction comes first.
        """
        act_rows = self._db.execute(
            "SELECT h.act, min(h.what) FROM history h JOIN record r ON r.id = h.record"
            " WHERE h.num > (SELECT coalesce(max(num), 0) FROM history) - ? GROUP BY h.act ORDER BY h.act",
            (rows,),
        )
        return [(int(row[0]), str(row[1])) for row in act_rows]

    def of_deleted(self) -> list[tuple[str, HistoryEntry]]:
        """Return the kind and latest entry of every deleted record, latest deletion first.

        Records that were handed off and forgotten, or whose acceptance was undone, are left out.
        """
        rows = self._db.execute(
            "SELECT kind, history FROM record WHERE deleted = 1 ORDER BY history DESC"
        ).fetchall()
        entries = {
            entry.number: entry
            for entry in self._entries("WHERE num IN (SELECT history FROM record WHERE deleted = 1)", ())
        }
        return [(str(kind), entries[number]) for kind, number in rows if number in entries]

    def broken_links(self) -> list[int]:
        """Verify the whole chain; return the numbers of the rows that do not follow from the row before."""
        broken, mac, number = [], START, 0
        for entry in self._entries("", ()):
            if entry.number != number + 1 or link(self._key, mac, entry) != entry.mac:
                broken.append(entry.number)
            mac, number = entry.mac, entry.number
        return broken

    def altered_contents(self) -> Iterator[int]:
        """Yield the number of every row whose stored state does not match its digest.

        Yield 0 for each intact row, so that the caller can stop after any row.
        """
        for number, record, expected, salt, state in self._db.execute(
            "SELECT h.num, h.record, h.digest, c.salt, c.state FROM history h"
            " JOIN history_content c ON c.num = h.num WHERE c.state <> x''"
        ):
            with suppress(DatabaseDamaged):
                if digest(salt, record, unpack(state)) == expected:
                    yield 0
                    continue
            yield int(number)

    def latest_digests(self) -> Iterator[tuple[RecordId, int, bytes, bytes | None]]:
        """Yield for every record its id, the number of its latest row, and the digest and salt of that
        row.
        """
        rows: Iterator[tuple[RecordId, int, bytes, bytes | None]] = self._db.execute(
            "SELECT h.record, h.num, h.digest, c.salt FROM history h"
            " JOIN (SELECT record, max(num) AS last FROM history GROUP BY record) l ON l.last = h.num"
            " LEFT JOIN history_content c ON c.num = h.num"
        )
        return rows

    def _entries(self, where: str, values: tuple[object, ...], order: str = "") -> Iterator[HistoryEntry]:
        sql = (
            f"SELECT num, act, time, who, what, record, digest, mac FROM history {where} ORDER BY num{order}"  # noqa: S608  (constants of this module)
        )
        for row in self._db.execute(sql, values):
            yield HistoryEntry(
                number=row[0],
                act=row[1],
                time=row[2],
                who=row[3],
                what=row[4],
                record=RecordId(row[5]),
                digest=_octets(row[6]),
                mac=_octets(row[7]),
            )


def latest_version(state: bytes | None) -> Version:
    """Return the version in the latest stored state of a record; raise DatabaseDamaged if there is no
    state.
    """
    if not state:
        raise DatabaseDamaged(why=Translatable("a state in the history is damaged"))
    return Version.from_json(json.loads(unpack(state)))
