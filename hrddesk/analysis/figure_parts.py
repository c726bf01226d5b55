"""The rows that are counted, in parts: of a case those beside each other, or those of a person.

A part holds, for each name under which something is recorded, one code a row (`slices`), and what the codes
stand for. So a question looks at what it asks for and at nothing else. What cases and events are counted over
lies in the order of the cases (and of events in none), what people are counted over in that of the people.
"""

import json
from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

from hrddesk.analysis.countable_rows import CountedRow, CountedRows, Raw
from hrddesk.analysis.slices import Bits, Slices, packed, unpacked
from hrddesk.records.record import RecordId

_ID_BYTES: Final = 16
_FULL: Final = 1 << 18
"""A part of so many rows is full: its whole numbers are 32 KiB long."""
OWNER_ENDS, EVENT_ENDS, IN_CASE = "row:owner", "row:event", "row:case"
"""Columns that say nothing of a record: where an owner's or an event's last row is, what is of a case."""
_MARK: Final[Raw] = (1,)


class Order(StrEnum):
    """Whose rows lie beside each other: the owners of a part."""

    CASES = "cases"  # and events that are in none
    PEOPLE = "people"


@dataclass(frozen=True)
class Coded:
    """One code a row; code n stands for `said[n - 1]`, and 0 for nothing."""

    slices: Slices
    said: Sequence[Raw]

    @property
    def any(self) -> Bits:
        """The rows of which anything is recorded."""
        return self.slices.rows_of(range(1, len(self.said) + 1))

    def to_kept(self) -> tuple[str, bytes]:
        """Return what the codes stand for, as JSON, and the bits."""
        said = json.dumps(self.said, ensure_ascii=False, separators=(",", ":"))
        return said, self.slices.to_bytes()

    @classmethod
    def of_kept(cls, size: int, said: str, data: bytes) -> "Coded":
        """Read what `to_kept` returned of so many rows."""
        told = [
            tuple(tuple(item) if isinstance(item, list) else item for item in raw) for raw in json.loads(said)
        ]
        return cls(Slices.of_bytes(size, len(told), data), told)


@dataclass(frozen=True)
class Ids:
    """Ids of records, ascending, in 16 bytes each."""

    packed: bytes

    def __len__(self) -> int:
        return len(self.packed) // _ID_BYTES

    def __getitem__(self, at: int) -> bytes:
        return self.packed[at * _ID_BYTES : (at + 1) * _ID_BYTES]

    def id_at(self, at: int) -> RecordId:
        """Return the id at a place."""
        return RecordId(self[at].hex())

    def place_of(self, record: RecordId) -> int | None:
        """Return the place of an id; None where it is not there."""
        wanted = bytes.fromhex(record)
        at = bisect_left(range(len(self)), wanted, key=self.__getitem__)
        return at if at < len(self) and self[at] == wanted else None

    @classmethod
    def of(cls, records: Sequence[RecordId]) -> "Ids":
        """Pack ids, which are in their order."""
        return cls(bytes.fromhex("".join(records)))


OWNERS, ENDS, PEOPLE, PERSON_OF_ROW = "list:owners", "list:ends", "list:people", "list:person"
"""The lists of a part: its owners, the last row of each, the people in it, and who is in which row."""


class Part:
    """So many rows of some owners. Columns and lists are read when something asks for them."""

    def __init__(
        self,
        key: Hashable,
        order: Order,
        size: int,
        names: Collection[str],
        column: Callable[[str], Coded | None],
        listed: Callable[[str], bytes],
    ) -> None:
        self.names = names
        """The names of all columns and lists."""
        self.key = key
        """What stands for the part where something more is remembered of it."""
        self.order = order
        self.size = size
        self.column = column
        """What is recorded under a name; None where nothing is."""
        self.listed = listed
        """A list under its name."""

    @cached_property
    def owners(self) -> Ids:
        """Whose rows they are, in the order of the ids."""
        return Ids(self.listed(OWNERS))

    @cached_property
    def ends(self) -> Sequence[int]:
        """The last row of each owner."""
        return unpacked(self.listed(ENDS))

    @cached_property
    def people(self) -> Ids:
        """Who is in any row, in the order of the ids."""
        return Ids(self.listed(PEOPLE))

    @cached_property
    def person_of_row(self) -> Sequence[int]:
        """The place of the row's person among `people`, counted from 1; 0 for none."""
        return unpacked(self.listed(PERSON_OF_ROW))

    def last_row_of(self, owner: RecordId) -> int | None:
        """Return the last row of an owner; None where it is not in this part."""
        at = self.owners.place_of(owner)
        return None if at is None else self.ends[at]

    def owner_of(self, row: int) -> RecordId:
        """Return whose row it is."""
        return self.owners.id_at(bisect_left(self.ends, row))

    def rows_of(self, owners: Iterable[RecordId]) -> Bits:
        """Return all rows of these owners."""
        made = bytearray(self.size // 8 + 1)
        for owner in owners:
            at = self.owners.place_of(owner)
            if at is not None:
                for row in range(self.ends[at - 1] + 1 if at else 0, self.ends[at] + 1):
                    made[row >> 3] |= 1 << (row & 7)
        return int.from_bytes(made, "little")

    def by_person(self, said: Sequence[Raw]) -> Coded:
        """Return a column from what is said of each of the people, in their order."""
        known = {raw: code for code, raw in enumerate(sorted(set(said)), 1)}
        codes = array("I", [0, *(known[raw] for raw in said)])
        return Coded(Slices.of(array("I", map(codes.__getitem__, self.person_of_row))), list(known))


class MadePart(Part):
    """A part in memory."""

    def __init__(self, order: Order, columns: dict[str, Coded], lists: dict[str, bytes], size: int) -> None:
        super().__init__(object(), order, size, columns.keys(), columns.get, lists.__getitem__)
        self._columns = columns
        self._lists = lists

    def add(self, name: str, coded: Coded, list_name: str, listed: bytes) -> None:
        """Add a column and the list beside it."""
        self._lists[list_name] = listed
        self._columns[name] = coded

    def to_columns(self) -> dict[str, tuple[str, bytes]]:
        """Return columns and lists as they are kept: what the codes stand for, as JSON, and the bits."""
        columns, lists = dict(self._columns), dict(self._lists)  # another thread may add meanwhile
        made = {name: coded.to_kept() for name, coded in columns.items()}
        return made | {name: ("", data) for name, data in lists.items()}


@dataclass
class _Column:
    """The codes of the rows so far; what stands behind the last of them has none."""

    codes: "array[int]" = field(default_factory=lambda: array("I"))
    known: dict[Raw, int] = field(default_factory=dict)

    def put(self, row: int, raw: Raw) -> None:
        code = self.known.setdefault(raw, len(self.known) + 1)
        missing = row - len(self.codes)
        if missing > 0:
            self.codes.frombytes(bytes(missing * self.codes.itemsize))
        self.codes.append(code)

    def coded(self, size: int) -> Coded:
        """Return the column with codes in the order of what they stand for, so that days make stretches."""
        self.codes.frombytes(bytes((size - len(self.codes)) * self.codes.itemsize))
        said = sorted(self.known)
        after = array("I", bytes((len(said) + 1) * self.codes.itemsize))
        for code, raw in enumerate(said, 1):
            after[self.known[raw]] = code
        return Coded(Slices.of(array("I", map(after.__getitem__, self.codes))), said)


class PartMaker:
    """Makes a part from one owner after another, in the order of their ids."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._owners: list[RecordId] = []
        self._ends = array("I")
        self._people: list[RecordId | None] = []
        self._columns: dict[str, _Column] = {}

    @property
    def full(self) -> bool:
        """Whether there are as many rows as a part takes."""
        return len(self._people) >= _FULL

    @property
    def empty(self) -> bool:
        """Whether there are no rows."""
        return not self._people

    def add(self, owner: RecordId, rows: Sequence[CountedRow], told: CountedRows) -> None:
        """Add all rows of an owner."""
        at = len(self._people)
        for number, row in enumerate(rows, at):
            self._people.append(row.person)
            for name, raw in _said_of(row, told).items():
                self._put(name, number, raw)
            if self._order is Order.CASES:
                if row.case is not None:
                    self._put(IN_CASE, number, _MARK)
                following = rows[number - at + 1].event if number - at + 1 < len(rows) else None
                if row.event is not None and row.event != following:
                    self._put(EVENT_ENDS, number, _MARK)
        last = len(self._people) - 1
        self._owners.append(owner)
        self._ends.append(last)
        self._put(OWNER_ENDS, last, _MARK)

    def made(self) -> "MadePart":
        """Return the part."""
        size = len(self._people)
        people = sorted({person for person in self._people if person is not None})
        places: dict[RecordId | None, int] = {person: at for at, person in enumerate(people, 1)}
        places[None] = 0
        lists = {
            OWNERS: Ids.of(self._owners).packed,
            ENDS: packed(self._ends),
            PEOPLE: Ids.of(people).packed,
            PERSON_OF_ROW: packed(list(map(places.__getitem__, self._people))),
        }
        columns = {name: column.coded(size) for name, column in self._columns.items()}
        return MadePart(self._order, columns, lists, size)

    def _put(self, name: str, row: int, raw: Raw) -> None:
        column = self._columns.get(name)
        if column is None:
            column = self._columns[name] = _Column()
        column.put(row, raw)


def _said_of(row: CountedRow, told: CountedRows) -> Mapping[str, Raw]:
    """Return what is said of the case, the person and the event of a row, each value once."""
    made: dict[str, Raw] = dict(told.of(row.event))
    for record in (row.case, row.person):
        for name, raw in told.of(record).items():
            there = made.get(name)
            made[name] = raw if there is None else (*there, *(item for item in raw if item not in there))
    return made
