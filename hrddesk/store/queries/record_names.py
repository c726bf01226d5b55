"""The names by which records are found, stored for many records per row, so that a full scan is fast.

A row has the names of up to 64 records of one kind with consecutive numbers. With one row per record,
scanning 100,000 cases takes two to three times as long.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest
from typing import Final

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection

RECORDS_IN_A_ROW: Final = 64
_ID: Final = 16  # bytes
_HEX: Final = 2 * _ID  # digits
_BETWEEN: Final = b"\0"  # no normalised text holds it


class RecordNames:
    """The names of all records of an open vault."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def put(self, kind: Kind, new: Iterable[tuple[int, RecordId, str]]) -> None:
        """Store the names of records of a kind.

        `new` has the number, the id and the names of each record, with ascending numbers. An empty text
        removes the names of a record.
        """
        for block, group in groupby(new, lambda item: item[0] // RECORDS_IN_A_ROW):
            row = self._db.execute(
                "SELECT names, ids FROM search_name WHERE kind = ? AND block = ?", (kind, block)
            ).fetchone()
            called = {} if row is None else dict(zip(_ids(row[1]), row[0].split(_BETWEEN), strict=False))
            for _, record_id, text in group:
                called[bytes.fromhex(record_id)] = text.encode()
            called = {record_id: text for record_id, text in sorted(called.items()) if text}
            if called:
                self._db.execute(
                    "INSERT INTO search_name (kind, block, names, ids) VALUES (?,?,?,?)"
                    " ON CONFLICT (kind, block) DO UPDATE SET names = excluded.names, ids = excluded.ids",
                    (kind, block, _BETWEEN.join(called.values()), b"".join(called)),
                )
            else:
                self._db.execute("DELETE FROM search_name WHERE kind = ? AND block = ?", (kind, block))

    def holding(self, needle: str, kind: Kind | None) -> Iterator[RecordId]:
        """Yield the records with a name that contains the normalised text `needle`.

        If `kind` is None, records of all kinds are searched.
        """
        needle_bytes = needle.encode()
        where, values = ("", ()) if kind is None else ("WHERE kind = ?", (kind,))
        for names, ids in self._db.execute(f"SELECT names, ids FROM search_name {where}", values):  # noqa: S608  (constants)
            if needle_bytes in names:
                yield from _found(needle_bytes, names, ids.hex())

    def every(self) -> Iterator[tuple[RecordId, str, int, str]]:
        """Yield id, kind, row number and names of each record that has names; one row holds many records."""
        for kind, block, names, ids in self._db.execute("SELECT kind, block, names, ids FROM search_name"):
            for one, text in zip_longest(_ids(ids), names.split(_BETWEEN), fillvalue=b""):
                yield RecordId(one.hex()), kind, block, text.decode("utf-8", "replace")


def _found(needle: bytes, names: bytes, ids: str) -> list[RecordId]:
    """Return the records of a row whose names contain `needle`."""
    record_ids: list[RecordId] = []
    place = end = 0
    begin = names.find(needle)
    while begin >= 0:
        place += _HEX * names.count(_BETWEEN, end, begin)
        record_ids.append(RecordId(ids[place : place + _HEX]))
        end = names.find(_BETWEEN, begin)
        begin = names.find(needle, end) if end >= 0 else -1
    return record_ids


def _ids(joined: bytes) -> list[bytes]:
    return [joined[start : start + _ID] for start in range(0, len(joined), _ID)]
