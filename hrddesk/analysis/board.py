"""All rows of one unit as the bits of whole numbers, so that a question over many cases is a few operations.

Bit n stands for row n. The rows of one case, person or event lie beside each other; adding a number that
fills all but the last row of each carries into the last one where any is set, so that one addition turns rows
into units, and nobody is counted twice.
"""

from array import array
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final, Protocol

from hrddesk.analysis.dimensions import CUSTOM, OF_STATUS, Dimension, Level, Sort
from hrddesk.analysis.figure_facts import Facts, Row, Size, Values
from hrddesk.analysis.liberty import Answer
from hrddesk.analysis.questions import Unit
from hrddesk.records.record import RecordId
from hrddesk.records.words import Words

Bits = int
"""A set of rows, or of units by their last row."""
_CITED: Final = ("source", "source_type")
_NOTHING: Final[Values] = {}
_MOST_KEPT: Final = 256
"""A column of so many values is kept as bits; one of more is made anew, or it would fill the memory."""


class Column(Protocol):
    """The rows of each value of a dimension; what a value is depends on how the dimension is compared."""

    @property
    def values(self) -> Collection[Hashable]:
        """Every value that is there."""

    def any_of(self, values: Iterable[Hashable]) -> Bits:
        """Return the rows that have one of these values, all of which are there."""

    def where(self, fits: Callable[[Hashable], bool]) -> Bits:
        """Return the rows of all values that fit."""


class Board(Protocol):
    """The rows of one unit, those of each beside each other, as far as they are counted together."""

    all: Bits

    def units(self, rows: Bits) -> Bits:
        """Return the units that have any of these rows, each by its last row."""

    def column(self, dimension: Dimension, day: date) -> Column:
        """Return the rows of every value; statuses and ages are those of a day."""

    @property
    def days(self) -> Column:
        """The rows of every day on which something happened."""

    @property
    def paths(self) -> Column:
        """The rows of every place, by all the names that it can be asked for."""

    def row_of(self, record: RecordId) -> int | None:
        """Return the last row of a unit; None where it is not here."""

    def groups(self) -> Iterable[tuple[RecordId, int, Size]]:
        """Return every group of people with its last row and its size."""


class Told(Protocol):
    """All that is counted."""

    @property
    def words(self) -> Words:
        """The vocabularies of the desk."""

    @property
    def labels(self) -> Mapping[str, tuple[str, str]]:
        """Names of places and of the desk's own fields in English and Chinese; complete once all is asked."""

    def boards(self, unit: Unit) -> Iterable[Board]:
        """Return the rows of a unit in parts that share no unit."""

    def members_of(self, groups: Collection[RecordId]) -> Mapping[RecordId, Collection[RecordId]]:
        """Return who is recorded one by one of these groups."""


@dataclass(frozen=True)
class RowColumn:
    """The rows of each value, one by one."""

    rows: Mapping[Hashable, Sequence[int]]
    size: int
    kept: dict[Hashable, Bits]

    @property
    def values(self) -> Collection[Hashable]:
        """Every value that is there."""
        return self.rows.keys()

    def any_of(self, values: Iterable[Hashable]) -> Bits:
        """Return the rows that have one of these values, all of which are there."""
        if len(self.rows) > _MOST_KEPT:
            return bits_of(chain.from_iterable(self.rows[value] for value in values), self.size)
        made = 0
        for value in values:
            if value not in self.kept:
                self.kept[value] = bits_of(self.rows[value], self.size)
            made |= self.kept[value]
        return made

    def where(self, fits: Callable[[Hashable], bool]) -> Bits:
        """Return the rows of all values that fit."""
        return self.any_of(value for value in self.rows if fits(value))


def bits_of(rows: Iterable[int], size: int) -> Bits:
    """Return a set of rows out of so many."""
    made = bytearray(size // 8 + 1)
    for row in rows:
        made[row >> 3] |= 1 << (row & 7)
    return int.from_bytes(made, "little")


class WholeBoard:
    """The rows of one unit in its order, and the columns that were asked for so far."""

    def __init__(self, facts: Facts, unit: Unit) -> None:
        self._facts = facts
        pick = _PICK[{Unit.PERSONS: Level.PERSON, Unit.CASES: Level.CASE, Unit.EVENTS: Level.EVENT}[unit]]
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

    def row_of(self, record: RecordId) -> int | None:
        """Return the last row of a unit; None where it is not here."""
        return self.last.get(record)

    def groups(self) -> Iterator[tuple[RecordId, int, Size]]:
        """Yield every group of people with its last row and its size."""
        for record, person in self._facts.people.items():
            if person.is_group and record in self.last:
                yield record, self.last[record], person.size

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
        return self._made([(level, values)])

    def _of_all(self, name: str) -> Column:
        """Return what is said of the case, the person or the event of a row."""
        facts = self._facts

        def cited(record: RecordId) -> Iterable[Hashable]:
            return facts.sources.get(record, _NOTHING).get(name, ())

        if name in _CITED:
            return self._made([(level, cited) for level in Level])
        return self._made(
            [
                (Level.CASE, lambda case: facts.cases[case].get(name, ())),
                (Level.PERSON, lambda person: facts.people[person].values.get(name, ())),
                (Level.EVENT, lambda event: facts.events[event].values.get(name, ())),
            ]
        )

    def _made(self, told: Sequence[tuple[Level, Callable[[RecordId], Iterable[Hashable]]]]) -> Column:
        made: dict[Hashable, array[int]] = {}
        for level, values in told:
            pick = _PICK[level]
            for at, row in enumerate(self._in_order):
                owner = pick(row)
                if owner is not None:
                    for value in values(owner):
                        if value not in made:
                            made[value] = array("L")
                        made[value].append(at)
        return RowColumn(made, self.size, {})


_PICK: Final[Mapping[Level, Callable[[Row], RecordId | None]]] = {
    Level.CASE: lambda row: row.case,
    Level.PERSON: lambda row: row.person,
    Level.EVENT: lambda row: row.event,
}


class Whole:
    """Facts that are all in memory, as one part."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._boards: dict[Unit, WholeBoard] = {}

    @property
    def words(self) -> Words:
        """The vocabularies of the desk."""
        return self._facts.words

    @property
    def labels(self) -> Mapping[str, tuple[str, str]]:
        """Names of places and of the desk's own fields in English and Chinese."""
        return self._facts.labels

    def boards(self, unit: Unit) -> Iterable[Board]:
        """Return all rows; they are put in order when they are first asked for."""
        if unit not in self._boards:
            self._boards[unit] = WholeBoard(self._facts, unit)
        return (self._boards[unit],)

    def members_of(self, groups: Collection[RecordId]) -> Mapping[RecordId, Collection[RecordId]]:
        """Return who is recorded one by one of these groups."""
        return {group: self._facts.members.get(group, ()) for group in groups}


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
