"""The reading of a database with damaged pages, as far as possible.

After SQLCipher meets a damaged page, a connection answers no query any more: the next query gets a new
connection. Every page is authenticated, so whatever is read is right. A record on a damaged page is taken
from the history, which has the state of the record after every change; the state is checked against its
digest.
"""

import hmac
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from hrddesk.errors import DatabaseDamaged
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated
from hrddesk.store.database.history import digest
from hrddesk.store.database.record_tables import Tables
from hrddesk.store.database.schema import table_of
from hrddesk.store.database.state_packing import unpack

Found = TypeVar("Found")
Rows = list[tuple[str, int | None]]
"""Ids with the numbers by which records are ordered, where these are known."""

_PREFIXES: Final = 1 << 12
"""The number of ranges of ids that are read separately around a damage: by their first three hexadecimal
digits.
"""
_NUMBERS: Final = 1 << 40  # more than there are records
_PARTS: Final = 16
_TOGETHER: Final = 50


@dataclass(frozen=True, slots=True)
class Lost:
    """A record that existed, but can be read neither from its tables nor from the history."""

    kind: Kind
    id: RecordId


class Salvage:
    """A reader of a damaged database, through new connections from `connect`; the caller must close it."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self._db: Connection | None = None
        self.lost: list[Lost] = []
        self.from_history: list[Lost] = []
        """Records that were read from the history because their page is damaged."""
        self.gaps: list[Kind] = []
        """Kinds of which more records may have existed than could be found."""

    def close(self) -> None:
        """Close the present connection, if there is one."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def records(self, kind: Kind) -> list[Record]:
        """Return the readable live records of a kind, in the order of their creation."""
        ids, records = self._ids(kind), []
        for start in range(0, len(ids), _TOGETHER):
            records += self._some(kind, ids[start : start + _TOGETHER])
        return records

    def _some(self, kind: Kind, ids: list[RecordId]) -> list[Record]:
        read = self.ask(lambda db: list(Tables(db).read_many(kind, ids)))
        if read is not None:
            return read
        if len(ids) > 1:
            return [record for record_id in ids for record in self._some(kind, [record_id])]
        record = self._from_history(kind, ids[0])
        return [] if record is None else [record]

    def ask(self, question: Callable[[Connection], Found]) -> Found | None:
        """Run one query and return its result, or None if the query meets a damaged page.

        Raise DatabaseDamaged if the first page is damaged: then nothing can be read.
        """
        if self._db is None:
            self._db = self._connect()
        try:
            with translated():
                return question(self._db)
        except DatabaseDamaged:
            self.close()
            return None

    def _ids(self, kind: Kind) -> list[RecordId]:
        all_ids = self.ask(lambda db: Tables(db).ids(kind))
        if all_ids is not None:
            return all_ids
        self.gaps.append(kind)
        numbered = self._around_damage(
            "SELECT id, num FROM record NOT INDEXED WHERE kind = ? AND deleted = 0 AND num >= ? AND num < ?",
            (kind.value,),
            _NUMBERS,
            lambda place: place,
        )
        numbers = {record_id: number or 0 for record_id, number in numbered}
        own = self._around_damage(
            f"SELECT id, NULL FROM {table_of(kind)} WHERE id >= ? AND id < ?",  # noqa: S608  (our tables)
            (),
            _PREFIXES,
            lambda place: f"{place:03x}" if place < _PREFIXES else "g",
        )
        for record_id, _ in own:
            numbers.setdefault(record_id, _NUMBERS)
        return [RecordId(record_id) for record_id in sorted(numbers, key=lambda each_id: numbers[each_id])]

    def _around_damage(
        self, sql: str, fixed: tuple[object, ...], end: int, bound: Callable[[int], object]
    ) -> Iterator[tuple[str, int | None]]:
        """Yield the readable rows of a table, by queries of ever smaller ranges around a damaged page.

        The last two parameters of `sql` are the limits of a range, after those in `fixed`. A range is given
        by two numbers from 0 to `end`; `bound` turns such a number into the value of a limit.
        """

        def rows(start: int, stop: int) -> Rows | None:
            return self.ask(lambda db: db.execute(sql, (*fixed, bound(start), bound(stop))).fetchall())

        def pieces(start: int, stop: int) -> Iterator[tuple[str, int | None]]:
            readable = rows(start, stop)
            if readable is not None:
                yield from readable
            elif stop - start > 1:
                step = -(-(stop - start) // _PARTS)
                for place in range(start, stop, step):
                    yield from pieces(place, min(place + step, stop))

        if rows(0, 0) is not None or rows(end, end) is not None:  # else the way to all rows is damaged
            yield from pieces(0, end)

    def _from_history(self, kind: Kind, record_id: RecordId) -> Record | None:
        state = self.ask(lambda db: _latest_state(db, record_id))
        if state is None:
            self.lost.append(Lost(kind, record_id))
            return None
        self.from_history.append(Lost(kind, record_id))
        return None if state["record"] is None else Record.from_json(state["record"])


def _latest_state(db: Connection, record_id: RecordId) -> dict[str, object] | None:
    row = db.execute(
        "SELECT h.digest, c.salt, c.state FROM history h JOIN history_content c ON c.num = h.num"
        " WHERE h.num = (SELECT max(num) FROM history WHERE record = ?)",
        (record_id,),
    ).fetchone()
    if row is None or not row[2]:
        return None
    raw = unpack(row[2])
    if not hmac.compare_digest(digest(bytes(row[1]), record_id, raw), bytes(row[0])):
        return None
    state: dict[str, object] = json.loads(raw)
    return state
