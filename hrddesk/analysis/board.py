"""All rows of one unit as the bits of whole numbers, so that a question over many cases is a few operations.

Bit n stands for row n. The rows of one case, person or event lie beside each other; adding a number that
fills all but the last row of each carries into the last one where any is set, so that one addition turns rows
into units, and nobody is counted twice.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from hrddesk.analysis.dimensions import CUSTOM, OF_STATUS, Dimension, Level, Sort
from hrddesk.analysis.figure_facts import Facts, Row, Values
from hrddesk.analysis.liberty import Answer
from hrddesk.analysis.questions import Unit
from hrddesk.records.record import RecordId

Bits = int
"""A set of rows, or of units by their last row."""
_CITED: Final = ("source", "source_type")
_MOST_KEPT: Final = 256
"""A column of so many values is kept as bits; one of more is made anew, or it would fill the memory."""


@dataclass(frozen=True)
class Column:
    """The rows of each value of a dimension; what a value is depends on how the dimension is compared."""

    rows: Mapping[Hashable, Sequence[int]]
    size: int
    kept: dict[Hashable, Bits]

    def bits(self, value: Hashable) -> Bits:
        """Return the rows of one value."""
        found = self.kept.get(value)
        if found is None:
            found = bits_of(self.rows[value], self.size)
            if len(self.rows) <= _MOST_KEPT:
                self.kept[value] = found
        return found

    def where(self, fits: Callable[[Hashable], bool]) -> Bits:
        """Return the rows of all values that fit."""
        made = 0
        for value in self.rows:
            if fits(value):
                made |= self.bits(value)
        return made


def bits_of(rows: Iterable[int], size: int) -> Bits:
    """Return a set of rows out of so many."""
    made = bytearray(size // 8 + 1)
    for row in rows:
        made[row >> 3] |= 1 << (row & 7)
    return int.from_bytes(made, "little")


class Board:
    """The rows of one unit in its order, and the columns that were asked for so far."""

    def __init__(self, facts: Facts, unit: Unit) -> None:
        self._facts = facts
        pick: Callable[[Row], RecordId | None] = {
            Unit.PERSONS: lambda row: row.person,
            Unit.CASES: lambda row: row.case,
            Unit.EVENTS: lambda row: row.event,
        }[unit]
        self._in_order: list[Row] = []
        self.last: dict[RecordId, int] = {}
        """Where the last row of each unit is."""
        by_unit: dict[RecordId, list[Row]] = {}
        for row in facts.rows:
            record = pick(row)
            if record is not None:
                by_unit.setdefault(record, []).append(row)
        for record, rows in by_unit.items():
            self._in_order += rows
            self.last[record] = len(self._in_order) - 1
        self.size = len(self._in_order)
        self.all: Bits = (1 << self.size) - 1
        self._lasts = bits_of(self.last.values(), self.size)
        self._fill = self.all & ~self._lasts
        self._owners: dict[Level, dict[RecordId, list[int]]] = {}
        self._columns: dict[tuple[str, date | None], Column] = {}

    def units(self, rows: Bits) -> Bits:
        """Return the units that have any of these rows, each by its last row."""
        return (((rows & self._fill) + self._fill) | rows) & self._lasts

    def column(self, dimension: Dimension, day: date) -> Column:
        """Return the rows of every value; statuses and ages are those of a day."""
        dated = dimension.name in OF_STATUS or dimension.name == "age"
        key = dimension.name, day if dated else None
        if key not in self._columns:
            if dated and len(self._columns) > _MOST_KEPT:
                self._columns.clear()
            self._columns[key] = self._column(dimension, day)
        return self._columns[key]

    @property
    def days(self) -> Column:
        """The rows of every day on which something happened."""
        key = "date", None
        if key not in self._columns:
            self._columns[key] = self._by(Level.EVENT, lambda event: (self._facts.events[event].day,))
        return self._columns[key]

    @property
    def paths(self) -> Column:
        """The rows of every place, by all the names that it can be asked for."""
        key = "paths", None
        if key not in self._columns:
            self._columns[key] = self._by(Level.EVENT, lambda event: (self._facts.events[event].places,))
        return self._columns[key]

    def _column(self, dimension: Dimension, day: date) -> Column:
        facts, name = self._facts, dimension.name
        if dimension.sort is Sort.TIME:
            return self.days
        if name == "months":
            return self._by(Level.EVENT, lambda event: [(n, n) for n in facts.events[event].months])
        if name == "term":
            return self._by(Level.PERSON, lambda who: [(n, n) for n in facts.status(who, day).months])
        if name == "age":
            return self._by(Level.PERSON, lambda who: [ages] if (ages := facts.people[who].ages(day)) else [])
        if name in OF_STATUS:
            return self._by(Level.PERSON, lambda who: _of_status(facts, name, who, day))
        if name in _CITED or name == "dataset" or name.startswith(CUSTOM):
            return self._of_all(name)
        if dimension.level is Level.EVENT:
            return self._by(Level.EVENT, lambda event: facts.events[event].values.get(name, ()))
        if dimension.level is Level.PERSON:
            return self._by(Level.PERSON, lambda who: facts.people[who].values.get(name, ()))
        return self._by(Level.CASE, lambda case: facts.cases[case].get(name, ()))

    def _by(self, level: Level, values: Callable[[RecordId], Iterable[Hashable]]) -> Column:
        made: dict[Hashable, list[int]] = {}
        for owner, rows in self._rows_of(level).items():
            for value in values(owner):
                made.setdefault(value, []).extend(rows)
        return Column(made, self.size, {})

    def _of_all(self, name: str) -> Column:
        """Return what is said of the case, the person or the event of a row."""
        facts = self._facts
        made: dict[Hashable, list[int]] = {}
        own: dict[Level, Callable[[RecordId], Values]] = {
            Level.CASE: lambda case: facts.cases[case],
            Level.PERSON: lambda person: facts.people[person].values,
            Level.EVENT: lambda event: facts.events[event].values,
        }
        for level, told in own.items():
            for owner, rows in self._rows_of(level).items():
                values = facts.sources.get(owner, {}) if name in _CITED else told(owner)
                for value in values.get(name, ()):
                    made.setdefault(value, []).extend(rows)
        return Column(made, self.size, {})

    def _rows_of(self, level: Level) -> Mapping[RecordId, list[int]]:
        if level not in self._owners:
            made: dict[RecordId, list[int]] = {}
            for at, row in enumerate(self._in_order):
                owner = {Level.CASE: row.case, Level.PERSON: row.person, Level.EVENT: row.event}[level]
                if owner is not None:
                    made.setdefault(owner, []).append(at)
            self._owners[level] = made
        return self._owners[level]


def board_of(facts: Facts, unit: Unit) -> Board:
    """Return the rows of a unit; they are put in order when they are first asked for."""
    if unit not in facts.boards:
        facts.boards[unit] = Board(facts, unit)
    return facts.boards[unit]


def _of_status(facts: Facts, name: str, person: RecordId, day: date) -> tuple[str, ...]:
    status = facts.status(person, day)
    if name == "sentence":
        return tuple(dict.fromkeys(status.penalties))
    found = {
        "status": status.answer.value,
        "reason": "" if status.reason is None else status.reason.value,
        "custody": status.form if status.answer is Answer.CUSTODY else "",
        "stage": status.stage,
    }[name]
    return (found,) if found else ()
