"""The rows of one part as a question sees them: as cases, as persons or as events.

The rows of one case, person or event lie beside each other; adding a number that fills all but the last row
of each carries into the last one where any is set, so that one addition turns rows into units, and nobody is
counted twice.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from hrddesk.analysis.board import Board, Column, Size
from hrddesk.analysis.countable_rows import DATE, PLACE, SIZE
from hrddesk.analysis.dimensions import OF_STATUS, Dimension, Sort
from hrddesk.analysis.figure_meanings import Meaning, Meanings, size_of
from hrddesk.analysis.figure_parts import EVENT_ENDS, IN_CASE, OWNER_ENDS, Coded, Order, Part
from hrddesk.analysis.questions import Unit
from hrddesk.analysis.slices import Bits, Slices, each
from hrddesk.records.record import RecordId
from hrddesk.records.words import Words

Statuses = Callable[[Part, date], Coded]
"""The statuses of the people of a part as of a day (`figure_meanings.raw_status`)."""
_NOTHING: Final = Slices(0, 0, ())

ORDER_OF: Final = {Unit.PERSONS: Order.PEOPLE, Unit.CASES: Order.CASES, Unit.EVENTS: Order.CASES}
"""In which order the rows of a unit lie beside each other."""


@dataclass(frozen=True)
class CodedColumn:
    """The rows of each value, by the codes that mean it."""

    codes: Mapping[Hashable, Sequence[int]]
    slices: Slices

    @property
    def values(self) -> Collection[Hashable]:
        """Every value that is there."""
        return self.codes.keys()

    def any_of(self, values: Iterable[Hashable]) -> Bits:
        """Return the rows that have one of these values, all of which are there."""
        return self.slices.rows_of(code for value in values for code in self.codes[value])

    def where(self, fits: Callable[[Hashable], bool]) -> Bits:
        """Return the rows of all values that fit."""
        return self.any_of(value for value in self.codes if fits(value))


class PartBoard:
    """The rows of one unit in a part, but for those of owners that have changed since it was made."""

    def __init__(self, part: Part, unit: Unit, changed: Bits, meanings: Meanings, statuses: Statuses) -> None:
        self._part = part
        self._meanings = meanings
        self._statuses = statuses
        everything = ((1 << part.size) - 1) & ~changed
        if unit is Unit.CASES:
            everything &= self._rows(IN_CASE)
        elif unit is Unit.EVENTS:
            everything &= self._rows(DATE)  # that of an event is always said, if only that nobody knows it
        self.all: Bits = everything
        self._lasts = everything & self._rows(EVENT_ENDS if unit is Unit.EVENTS else OWNER_ENDS)
        self._fill = everything & ~self._lasts
        self._columns: dict[str, Column] = {}

    def units(self, rows: Bits) -> Bits:
        """Return the units that have any of these rows, each by its last row."""
        return (((rows & self._fill) + self._fill) | rows) & self._lasts

    def column(self, dimension: Dimension, day: date) -> Column:
        """Return the rows of every value; statuses and ages are those of a day."""
        if dimension.sort is Sort.TIME:
            return self.days
        if dimension.name not in self._columns:
            name, meaning = self._meanings.of(dimension, day)
            of_status = dimension.name in OF_STATUS
            coded = self._statuses(self._part, day) if of_status else self._part.column(name)
            self._columns[dimension.name] = _meant(coded, meaning)
        return self._columns[dimension.name]

    @cached_property
    def days(self) -> Column:
        """The rows of every day on which something happened."""
        return _meant(self._part.column(DATE), self._meanings.day)

    @cached_property
    def paths(self) -> Column:
        """The rows of every place, by all the names that it can be asked for."""
        return _meant(self._part.column(PLACE), self._meanings.paths)

    def row_of(self, record: RecordId) -> int | None:
        """Return the last row of an owner; None where it is not here."""
        return self._part.last_row_of(record)

    def owner_of(self, row: int) -> RecordId:
        """Return whose row it is."""
        return self._part.owner_of(row)

    def groups(self) -> Iterator[tuple[RecordId, int, Size]]:
        """Yield every group of people with its last row and its size."""
        coded = self._part.column(SIZE)
        for code, raw in enumerate(() if coded is None else coded.said, 1):
            assert coded is not None
            size = size_of(raw)
            for row in each(coded.slices.rows_of([code]) & self._lasts):
                yield self._part.owner_of(row), row, size

    def _rows(self, name: str) -> Bits:
        coded = self._part.column(name)
        return 0 if coded is None else coded.any


@dataclass(frozen=True)
class ToldByParts:
    """A desk whose rows are counted part by part; a part comes with the rows that no longer count."""

    meanings: Meanings
    parts: Callable[[Order], Iterable[tuple[Part, Bits]]]
    statuses: Statuses
    members: Callable[[Collection[RecordId]], Mapping[RecordId, Collection[RecordId]]]

    @property
    def words(self) -> Words:
        """The vocabularies of the desk."""
        return self.meanings.words

    @property
    def labels(self) -> Mapping[str, tuple[str, str]]:
        """Names of places and of the desk's own fields; of places those that were met so far."""
        return self.meanings.labels

    def boards(self, unit: Unit) -> Iterator[Board]:
        """Yield the rows of a unit, part by part."""
        for part, changed in self.parts(ORDER_OF[unit]):
            yield PartBoard(part, unit, changed, self.meanings, self.statuses)

    def members_of(self, groups: Collection[RecordId]) -> Mapping[RecordId, Collection[RecordId]]:
        """Return who is recorded one by one of these groups."""
        return self.members(groups)


def _meant(coded: Coded | None, meaning: Meaning) -> CodedColumn:
    codes: dict[Hashable, list[int]] = {}
    if coded is None:
        return CodedColumn(codes, _NOTHING)
    for code, raw in enumerate(coded.said, 1):
        for value in meaning(raw):
            codes.setdefault(value, []).append(code)
    return CodedColumn(codes, coded.slices)
