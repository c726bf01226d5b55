"""What records are called, packed so that looking through everything takes little more than reading it.

A page of names fills a page of the database and no more: where a row overflows, SQLCipher copies it together
and wipes the copy, at a higher cost than that of reading it. Whatever changes a record's names rewrites one.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final, NamedTuple, cast

from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.store.database import Connection

_ROOM: Final = 3900  # bytes of names and ids: with the rest of the row they fit into a page of 4096
_ID: Final = 16  # bytes
_HEX: Final = 2 * _ID  # digits
_FEW: Final = 4
"""Up to so many names of a page are found faster one by one than by looking at each."""
_BETWEEN: Final = b"\0"  # no normalised text holds it


class _Page(NamedTuple):
    row: int | None  # None: it is to be added
    first: int
    names: list[bytes]
    ids: list[bytes]

    def size(self) -> int:
        """Return how many bytes of the room it takes, counted as if it were to go on."""
        return sum(map(len, self.names)) + (_ID + 1) * len(self.ids)


class NamePages:
    """The names by which records of an open vault are found."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def put(self, record_id: RecordId, kind: Kind, text: str) -> None:
        """Have a record found by this text from now on, not by what it was before."""
        one = bytes.fromhex(record_id)
        number = self._number(one)
        page = self._page_of(kind, number) or _Page(None, number, [], [])
        if one in page.ids:
            page.names[page.ids.index(one)] = text.encode()
        else:
            page.names.append(text.encode())
            page.ids.append(one)
        if page.size() > _ROOM and len(page.ids) > 1:
            page = self._halve(kind, page)
        self._write(kind, page)

    def put_new(self, kind: Kind, new: Iterable[tuple[int, RecordId, str]]) -> None:
        """Have records found that were never here: numbers, which go on after all others, ids and texts."""
        page: _Page | None = None
        size = 0
        for number, record_id, text in new:
            name = text.encode()
            if page is None:
                page = self._page_of(kind, number) or _Page(None, number, [], [])
                size = page.size()
            size += len(name) + _ID + 1
            if size > _ROOM and page.ids:
                self._write(kind, page)
                page, size = _Page(None, number, [], []), len(name) + _ID + 1
            page.names.append(name)
            page.ids.append(bytes.fromhex(record_id))
        if page is not None:
            self._write(kind, page)

    def remove(self, record_id: RecordId, kind: Kind) -> None:
        """Have a record found no longer, if it ever was."""
        one = bytes.fromhex(record_id)
        number = self._number(one)
        page = self._page_of(kind, number)
        if page is None or one not in page.ids:
            return
        at = page.ids.index(one)
        del page.names[at], page.ids[at]
        if page.ids:
            first = page.first if number > page.first else min(map(self._number, page.ids))
            self._write(kind, page._replace(first=first))
        else:
            self._db.execute("DELETE FROM search_page WHERE rowid = ?", (page.row,))

    def holding(self, needle: str, kind: Kind | None) -> Iterator[RecordId]:
        """Yield the records, or those of a kind, one of whose names holds the normalised text."""
        wanted = needle.encode()
        where, values = ("", ()) if kind is None else ("WHERE kind = ?", (kind.value,))
        for names, ids in self._db.execute(f"SELECT names, ids FROM search_page {where}", values):  # noqa: S608  (constants)
            if wanted in names:  # by the list: many thousands may be found
                yield from cast("list[RecordId]", _found(wanted, names, ids.hex()))

    def every(self, kind: Kind | None = None) -> Iterator[tuple[RecordId, str, str]]:
        """Yield all records that have names, or those of a kind, as they lie there: id, kind and text."""
        where, values = ("", ()) if kind is None else ("WHERE kind = ?", (kind.value,))
        rows = self._db.execute(f"SELECT kind, names, ids FROM search_page {where}", values)  # noqa: S608  (constants)
        for of_kind, names, ids in rows:
            for text, one in zip_longest(names.split(_BETWEEN), _parts(ids), fillvalue=b""):
                yield RecordId(one.hex()), of_kind, text.decode("utf-8", "replace")

    def lead_to_all(self) -> bool:
        """Tell whether every record lies in the page in which it is looked for when its names change."""
        pages = self._db.execute(
            "SELECT first, lead(first) OVER (PARTITION BY kind ORDER BY first), ids FROM search_page"
        )
        for first, end, ids in pages:
            numbers = [self._number(one) for one in _parts(ids)]
            if first != min(numbers, default=0) or (end is not None and max(numbers) >= end):
                return False
        return True

    def _page_of(self, kind: Kind, number: int) -> _Page | None:
        """Return the page in which the record of that number lies, or is to lie."""
        row = self._db.execute(
            "SELECT rowid, first, names, ids FROM search_page WHERE kind = ? AND first <= ?"
            " ORDER BY first DESC LIMIT 1",
            (kind.value, number),
        ).fetchone()
        return None if row is None else _Page(row[0], row[1], row[2].split(_BETWEEN), _parts(row[3]))

    def _halve(self, kind: Kind, page: _Page) -> _Page:
        """Put the later records into a page of their own; return what is left.

        Only the last one goes where it is what came last, as in an import: so the page before stays full.
        """
        rows = sorted(zip(map(self._number, page.ids), page.names, page.ids, strict=True))
        at = len(rows) - 1 if rows[-1][2] == page.ids[-1] else len(rows) // 2
        names, ids = [row[1] for row in rows], [row[2] for row in rows]
        self._write(kind, _Page(None, rows[at][0], names[at:], ids[at:]))
        return page._replace(names=names[:at], ids=ids[:at])

    def _write(self, kind: Kind, page: _Page) -> None:
        values = (page.first, _BETWEEN.join(page.names), b"".join(page.ids))
        if page.row is None:
            self._db.execute(
                "INSERT INTO search_page (first, names, ids, kind) VALUES (?,?,?,?)", (*values, kind.value)
            )
        else:
            self._db.execute(
                "UPDATE search_page SET first = ?, names = ?, ids = ? WHERE rowid = ?", (*values, page.row)
            )

    def _number(self, one: bytes) -> int:
        """Return the number of a record; 0 for one that is none."""
        row = self._db.execute("SELECT num FROM record WHERE id = ?", (one.hex(),)).fetchone()
        return 0 if row is None else int(row[0])


def _found(wanted: bytes, names: bytes, ids: str) -> list[str]:
    """Return the ids of a page whose names hold what is wanted, as one of them does."""
    found: list[str] = []
    at = end = 0
    begin = names.find(wanted)
    while begin >= 0 and len(found) < _FEW:
        at += _HEX * names.count(_BETWEEN, end, begin)
        found.append(ids[at : at + _HEX])
        end = names.find(_BETWEEN, begin)
        begin = names.find(wanted, end) if end >= 0 else -1
    if begin < 0:
        return found
    each = zip(range(0, len(ids), _HEX), names.split(_BETWEEN), strict=False)
    return [ids[at : at + _HEX] for at, name in each if wanted in name]


def _parts(ids: bytes) -> list[bytes]:
    return [ids[at : at + _ID] for at in range(0, len(ids), _ID)]
