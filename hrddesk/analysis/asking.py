"""One question put to all rows of a unit at once: who is counted, and who stands in which cell of a table.

Everything is a pair of sets: those for whom it is certain, and those for whom it is possible at least.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import NamedTuple

from hrddesk.analysis.board import Board, Column, Told
from hrddesk.analysis.dimensions import IN_PART, NOT_IN_PART, PART, Dimension, Level, Sort, labels_of
from hrddesk.analysis.questions import UNKNOWN, Condition, Group, Question, Unit, range_of
from hrddesk.analysis.slices import Bits
from hrddesk.analysis.verdicts import (
    NOT_RECORDED,
    Key,
    Verdict,
    bands_between,
    is_unknown,
    periods,
    within,
)
from hrddesk.records import dates, names
from hrddesk.records.dates import PartialDate


class Sure(NamedTuple):
    """Those for whom something is certain, and those for whom it is possible at least."""

    certain: Bits
    possible: Bits

    def also(self, other: "Sure") -> "Sure":
        """Return for whom both hold."""
        certain = self.certain & other.certain
        if self.possible is self.certain and other.possible is other.certain:
            return Sure(certain, certain)  # nothing is in doubt: half the work
        return Sure(certain, self.possible & other.possible)

    def either(self, other: "Sure") -> "Sure":
        """Return for whom one of both holds."""
        return Sure(self.certain | other.certain, self.possible | other.possible)


_NOBODY = Sure(0, 0)


@dataclass(frozen=True, slots=True)
class Answered:
    """The units that are counted, and those of each cell."""

    counted: Sure
    cells: Mapping[Key, Sure]


class Asking:
    """One question to the rows of one part."""

    def __init__(self, question: Question, told: Told, board: Board, day: date) -> None:
        self._question = question
        self._told = told
        self._day = day
        self.board = board
        self._everybody = Sure(self.board.all, self.board.all)
        self._time = self._happened() if question.as_of else self._everybody

    def answer(self) -> Answered:
        """Return who is counted, and where."""
        question = self._question
        used = [question.where, *question.any_of]
        by_events = question.unit is Unit.EVENTS or any(map(_by_events, used))
        rows = self._time if by_events else self._everybody
        rows = rows.also(self._group(question.where))
        if question.any_of:
            fits = _NOBODY
            for group in question.any_of:
                fits = fits.either(self._group(group))
            rows = rows.also(fits)
        counted = self._units(rows)
        for group in question.without:
            out = self._units(self._group(group).also(self._time if _by_events(group) else self._everybody))
            counted = Sure(counted.certain & ~out.possible, counted.possible & ~out.certain)
        if not question.columns:
            return Answered(counted, {})
        return Answered(counted, self._cells(rows, counted))

    def _units(self, rows: Sure) -> Sure:
        certain = self.board.units(rows.certain)
        return Sure(certain, certain if rows.possible is rows.certain else self.board.units(rows.possible))

    def _happened(self) -> Sure:
        """Return the rows whose event has happened by the day; those without an event ask for none."""
        days = self.board.days
        certain = days.where(lambda day: isinstance(day, PartialDate) and dates.certainly_by(day, self._day))
        later = days.where(lambda day: isinstance(day, PartialDate) and not dates.possibly_by(day, self._day))
        without = self.board.all & ~days.where(lambda _: True)
        return Sure(certain | without, self.board.all & ~later)

    # --- conditions ---

    def _group(self, group: Group) -> Sure:
        found = self._everybody
        for condition in group:
            found = found.also(self._condition(condition))
        return found

    def _condition(self, condition: Condition) -> Sure:
        dimension = condition.dimension
        known = self._known(dimension)
        found = _NOBODY
        for wanted in condition.values:
            if wanted == UNKNOWN:
                unknown = self.board.all & ~known
                found = found.either(Sure(unknown, unknown))
            else:
                found = found.either(self._value(dimension, wanted))
        if not condition.negated:
            return found
        return Sure(known & ~found.possible, known & ~found.certain)

    def _value(self, dimension: Dimension, wanted: str) -> Sure:
        column = self.board.column(dimension, self._day)
        if dimension.sort is Sort.TIME:
            period = dates.parse(wanted)
            return _sure(
                column, {day: within(day, period) for day in column.values if isinstance(day, PartialDate)}
            )
        if dimension.sort is Sort.NUMBER:
            return _sure(column, {value: _in_range(dimension, value, wanted) for value in column.values})
        if dimension.name == "place":
            column, sought = self.board.paths, {wanted, names.normalise(wanted)}
            rows = column.where(lambda path: isinstance(path, frozenset) and not sought.isdisjoint(path))
        else:
            rows = column.where(self._is(dimension, wanted))
        return Sure(rows, rows)

    def _is(self, dimension: Dimension, wanted: str) -> Callable[[Hashable], bool]:
        """Return what tells whether a value is the wanted one."""
        if dimension.sort is Sort.TERM and (not dimension.vocabulary or self._is_code(dimension, wanted)):
            return lambda value: str(value) == wanted  # every word for it was made the code
        sought = names.normalise(wanted)

        def fits(value: Hashable) -> bool:
            called = (str(value), *(labels_of(dimension, str(value), self._told.labels) or ()))
            return called[0] == wanted or any(names.normalise(words) == sought for words in called)

        return fits

    def _is_code(self, dimension: Dimension, word: str) -> bool:
        return self._told.words.load(dimension.vocabulary).exact(word) is not None

    def _known(self, dimension: Dimension) -> Bits:
        column = self.board.column(dimension, self._day)
        return column.where(_is_known)

    # --- cells ---

    def _cells(self, rows: Sure, counted: Sure) -> dict[Key, Sure]:
        """Return the units of each cell: what one row of a unit knows fills the gap of another."""
        columns = [list(self._column(dimension)) for dimension in self._question.columns]
        certain: dict[Key, Bits] = {}
        possible: dict[Key, Bits] = {}
        for combination in product(*columns):
            found = rows
            for _, sure in combination:
                found = found.also(sure)
            if found.possible:
                key = tuple(value for value, _ in combination)
                units = self._units(found)
                certain[key] = certain.get(key, 0) | units.certain
                possible[key] = possible.get(key, 0) | units.possible
        if self._question.part:
            settled = certain.get((IN_PART,), 0)
            for found_units in (certain, possible):
                for key in found_units:
                    if key != (IN_PART,):
                        found_units[key] &= ~settled
        any_certain = 0
        for units_of in certain.values():
            any_certain |= units_of
        for position in range(len(columns)):
            known = 0
            for key, units_of in certain.items():
                known |= 0 if is_unknown(key[position]) else units_of
            for key in certain:
                if is_unknown(key[position]):
                    certain[key] &= ~known
        made = {}
        for key, units_of in possible.items():
            more = units_of & ~any_certain if any(map(is_unknown, key)) else units_of
            here = Sure(certain[key] & counted.certain, (certain[key] | more) & counted.possible)
            if here.possible:
                made[key] = here
        return made

    def _column(self, dimension: Dimension) -> Iterator[tuple[str, Sure]]:
        """Yield the rows of every value of a dimension, and those of which none is recorded for certain."""
        if dimension is PART:
            yield from self._part()
            return
        time = self._time if dimension.level is Level.EVENT else self._everybody
        sure, any_value, open_ = 0, 0, 0
        for value, found in self._values(dimension).items():
            here = found.also(time)
            sure |= here.certain
            any_value |= here.possible
            open_ |= here.possible & ~here.certain
            yield value, here
        nothing = (self.board.all & ~any_value) | open_
        yield NOT_RECORDED, Sure(nothing, nothing)

    def _part(self) -> Iterator[tuple[str, Sure]]:
        part = self._question.part
        found = self._group(part).also(self._time if _by_events(part) else self._everybody)
        known = self.board.all
        for condition in part:
            known &= self._known(condition.dimension)
        not_in = known & ~found.possible
        nothing = self.board.all & ~found.certain & ~not_in
        yield IN_PART, found
        yield NOT_IN_PART, Sure(not_in, not_in)
        yield NOT_RECORDED, Sure(nothing, nothing)

    def _values(self, dimension: Dimension) -> dict[str, Sure]:
        column = self.board.column(dimension, self._day)
        groups: dict[str, tuple[list[Hashable], list[Hashable]]] = {}
        for value in column.values:
            for key, verdict in self._keys(dimension, value):
                groups.setdefault(key, ([], []))[verdict is not Verdict.CERTAIN].append(value)
        made = {}
        for key, (certain, possible) in groups.items():
            rows = column.any_of(certain)
            made[key] = Sure(rows, rows | column.any_of(possible) if possible else rows)
        return made

    def _keys(self, dimension: Dimension, value: Hashable) -> Iterable[tuple[str, Verdict]]:
        """Return in which lines of a table a value stands."""
        if isinstance(value, PartialDate):
            return periods(value, dimension.name)
        if isinstance(value, tuple):
            fits = bands_between(self._question.bands_of(dimension), *value)
            how = Verdict.CERTAIN if len(fits) == 1 else Verdict.POSSIBLE
            return [(key, how) for key in fits if key != NOT_RECORDED]
        return [(str(value), Verdict.CERTAIN)]


def _by_events(group: Group) -> bool:
    return any(condition.dimension.level is Level.EVENT for condition in group)


def _sure(column: Column, verdicts: Mapping[Hashable, Verdict]) -> Sure:
    certain = column.where(lambda value: verdicts[value] is Verdict.CERTAIN)
    return Sure(certain, certain | column.where(lambda value: verdicts[value] is Verdict.POSSIBLE))


def _in_range(dimension: Dimension, value: Hashable, wanted: str) -> Verdict:
    assert isinstance(value, tuple)
    (least, most), (first, end) = value, range_of(dimension.name, wanted)
    if least >= first and (end is None or most < end):
        return Verdict.CERTAIN
    return Verdict.POSSIBLE if most >= first and (end is None or least < end) else Verdict.NO


def _is_known(value: Hashable) -> bool:
    if isinstance(value, PartialDate):
        return value.earliest is not None or value.latest is not None
    return not (isinstance(value, str) and is_unknown(value))
