"""The evaluation of one question over the rows of a desk: which units are counted, in which cells of a table.

Different rows often have the same recorded values. Each recorded value is therefore interpreted only once for
the question, and each combination of such readings is judged once; rows and units look up the results.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import product, repeat
from typing import NamedTuple

from hrddesk.analysis.figures.dimensions import (
    IN_PART,
    NOT_IN_PART,
    SHIPPED,
    Dimension,
    Level,
    Sort,
    labels_of,
)
from hrddesk.analysis.figures.figure_facts import FigureFacts
from hrddesk.analysis.figures.figure_meanings import Raw
from hrddesk.analysis.figures.figure_questions import (
    UNKNOWN,
    Condition,
    CountedUnit,
    FigureQuestion,
    Group,
    range_of,
)
from hrddesk.analysis.figures.verdicts import (
    NOT_RECORDED,
    Key,
    Verdict,
    bands_between,
    is_unknown,
    periods,
    within,
)
from hrddesk.records.dates import dates
from hrddesk.records.dates.dates import PartialDate
from hrddesk.records.language.labels import Labels
from hrddesk.records.model.record import RecordId
from hrddesk.records.names import names

_CERTAIN, _POSSIBLE, _NO = Verdict.CERTAIN, Verdict.POSSIBLE, Verdict.NO
_DATE = SHIPPED["date"]


class UnitAnswer(NamedTuple):
    """The answer for one unit: whether it is counted, and the cells of the table to which it belongs.

    The unit certainly belongs to the cells in `certain`, and possibly to the further cells in `possible`.
    """

    counted: Verdict
    certain: frozenset[Key] = frozenset()
    possible: frozenset[Key] = frozenset()


class ValueReading(NamedTuple):
    """The recorded values of one dimension, interpreted for one question."""

    is_known: bool
    fits: tuple[Verdict, ...]
    """Whether each condition of the question on this dimension holds, in the order of the conditions."""
    lines: tuple[tuple[str, Verdict], ...]
    """The lines of the table to which the values belong."""
    by_day: Verdict
    """Whether the event has happened by the day of the question."""


class _Judged(NamedTuple):
    """The result for one row: whether it meets the conditions, whether it is ruled out, and its cells."""

    fits: Verdict
    ruled_out: Verdict
    cells: frozenset[tuple[Key, Verdict]]


class _Readings(dict[Raw, int]):
    """A mapping from recorded values to the number of their reading; equal readings have the same number."""

    def __init__(self, read: Callable[[Raw], ValueReading]) -> None:
        self._read = read
        self._numbers: dict[ValueReading, int] = {}

    def __missing__(self, raw: Raw) -> int:
        self[raw] = number = self._numbers.setdefault(self._read(raw), len(self._numbers))
        return number

    @property
    def all(self) -> Sequence[ValueReading]:
        """All readings, each at the index that is its number."""
        return list(self._numbers)


class Asking:
    """The evaluation of one question on the facts of a desk as of a day."""

    def __init__(self, question: FigureQuestion, facts: FigureFacts, day: date) -> None:
        self._question = question
        self._facts = facts
        self._day = day
        used = [*question.dimensions, *([_DATE] if question.as_of else [])]
        self._dimensions = list(dict.fromkeys(used))
        self._conditions = {
            dimension: [item for item in dict.fromkeys(question.conditions) if item.dimension == dimension]
            for dimension in self._dimensions
        }
        self._by_events = question.unit is CountedUnit.EVENTS or any(
            map(_is_of_events, (question.where, *question.any_of))
        )

    def answers(self) -> dict[RecordId, UnitAnswer]:
        """Return the answer for every unit that is certainly or possibly counted."""
        readings = [_Readings(self._reader(dimension)) for dimension in self._dimensions]
        of_rows, rows = self._facts.rows(self._question.unit)
        columns = [
            self._facts.column(dimension, self._day).read(rows, numbers)
            for dimension, numbers in zip(self._dimensions, readings, strict=True)
        ]
        units: defaultdict[RecordId, set[tuple[int, ...]]] = defaultdict(set)
        for unit, row in zip(of_rows, zip(*columns, strict=True) if columns else repeat(()), strict=False):
            units[unit].add(row)
        every = [numbers.all for numbers in readings]

        @cache
        def judge_row(numbers: tuple[int, ...]) -> _Judged:
            return self._row(
                {
                    dimension: every[index][number]
                    for index, (dimension, number) in enumerate(zip(self._dimensions, numbers, strict=True))
                }
            )

        @cache
        def judge_unit(rows: frozenset[tuple[int, ...]]) -> UnitAnswer:
            return self._unit({judge_row(numbers) for numbers in rows})

        unit_answers = ((unit, judge_unit(frozenset(rows))) for unit, rows in units.items())
        return {unit: answer for unit, answer in unit_answers if answer.counted is not _NO}

    # --- what is recorded for one dimension ---

    def _reader(self, dimension: Dimension) -> Callable[[Raw], ValueReading]:
        meaning = self._facts.meanings.of(dimension, self._day)
        conditions, splits = self._conditions[dimension], dimension in self._question.by

        def read(raw: Raw) -> ValueReading:
            values = list(meaning(raw))
            is_known = any(map(_is_known, values))
            fits = tuple(self._condition(item, raw, values, is_known) for item in conditions)
            lines = tuple(self._lines(dimension, values).items()) if splits else ()
            return ValueReading(is_known, fits, lines, self._has_happened(dimension, values))

        return read

    def _has_happened(self, dimension: Dimension, values: Iterable[Hashable]) -> Verdict:
        """Return whether the event with this date has happened by the day of the question (`as_of`).

        For a question without such a day, and for other dimensions than the date, the answer is certain.
        """
        if dimension is _DATE and self._question.as_of:
            for day in values:
                assert isinstance(day, PartialDate)
                if not dates.certainly_by(day, self._day):
                    return _POSSIBLE if dates.possibly_by(day, self._day) else _NO
        return _CERTAIN

    def _condition(
        self, condition: Condition, raw: Raw, values: Sequence[Hashable], is_known: bool
    ) -> Verdict:
        if not is_known and (condition.negated or UNKNOWN in condition.values):
            return _NO if condition.negated else _CERTAIN
        verdict = max(
            (
                self._fits(condition.dimension, condition_value, raw, values)
                for condition_value in condition.values
            ),
            default=_NO,
        )
        return Verdict(_CERTAIN - verdict) if condition.negated else verdict

    def _fits(
        self, dimension: Dimension, condition_value: str, raw: Raw, values: Sequence[Hashable]
    ) -> Verdict:
        if condition_value == UNKNOWN:
            return _NO
        if dimension.sort is Sort.TIME:
            period = dates.parse(condition_value)
            return max((within(day, period) for day in values if isinstance(day, PartialDate)), default=_NO)
        if dimension.sort is Sort.NUMBER:
            return max((_in_range(dimension, value, condition_value) for value in values), default=_NO)
        if dimension.name == "place":
            sought = {condition_value, names.normalise(condition_value)}
            return _sure(not sought.isdisjoint(path) for path in self._facts.meanings.paths(raw))
        if dimension.sort is Sort.TERM and (
            not dimension.vocabulary or self._is_code(dimension, condition_value)
        ):
            return _sure(value == condition_value for value in values)  # every word for it was made the code
        return _sure(
            value == condition_value
            or names.normalise(condition_value) in map(names.normalise, self._called(dimension, value))
            for value in map(str, values)
        )

    def _is_code(self, dimension: Dimension, word: str) -> bool:
        return self._facts.words.load(dimension.vocabulary).exact(word) is not None

    def _called(self, dimension: Dimension, value: str) -> Sequence[str]:
        return value, *(labels_of(dimension, value, self._facts.labels) or Labels()).values()

    def _lines(self, dimension: Dimension, values: Iterable[Hashable]) -> dict[str, Verdict]:
        """Return the lines of the table to which values belong, certainly or possibly."""
        lines: dict[str, Verdict] = {}
        for value in values:
            for line, how in self._lines_of(dimension, value):
                lines[line] = max(how, lines.get(line, _NO))
        return lines

    def _lines_of(self, dimension: Dimension, value: Hashable) -> Iterable[tuple[str, Verdict]]:
        if isinstance(value, PartialDate):
            return periods(value, dimension.name)
        if isinstance(value, tuple):
            fits = bands_between(self._question.bands_of(dimension), *value)
            how = _CERTAIN if len(fits) == 1 else _POSSIBLE
            return [(line, how) for line in fits if line != NOT_RECORDED]
        return [(str(value), _CERTAIN)]

    # --- a row ---

    def _row(self, row: Mapping[Dimension, ValueReading]) -> _Judged:
        question = self._question
        time = row[_DATE].by_day if question.as_of else _CERTAIN

        def group(conditions: Group) -> Verdict:
            return min(
                (
                    row[item.dimension].fits[self._conditions[item.dimension].index(item)]
                    for item in conditions
                ),
                default=_CERTAIN,
            )

        def in_time(conditions: Group) -> Verdict:
            """Return whether conditions hold; a condition on events needs an event that has happened."""
            return min(group(conditions), time) if _is_of_events(conditions) else group(conditions)

        fits = min(group(question.where), time if self._by_events else _CERTAIN)
        if question.any_of:
            fits = min(fits, max(map(group, question.any_of)))
        ruled_out = max(map(in_time, question.without), default=_NO)
        if fits is _NO or not question.columns:
            return _Judged(fits, ruled_out, frozenset())
        if question.part:
            is_known = all(row[item.dimension].is_known for item in question.part)
            columns = [list(_of_part(in_time(question.part), is_known))]
        else:
            columns = [
                _column(row[dimension], time if dimension.level is Level.EVENT else _CERTAIN)
                for dimension in question.by
            ]
        cells = (
            (tuple(line for line, _ in cell), min(fits, *(how for _, how in cell)))
            for cell in product(*columns)
        )
        return _Judged(fits, ruled_out, frozenset(cells))

    # --- a unit ---

    def _unit(self, rows: Iterable[_Judged]) -> UnitAnswer:
        """Return the answer for a unit from all its rows; one row may know a value that another lacks."""
        judged = list(rows)
        counted = min(
            max(row.fits for row in judged), Verdict(_CERTAIN - max(row.ruled_out for row in judged))
        )
        cells = [cell for row in judged for cell in row.cells]
        certain = {key for key, how in cells if how is _CERTAIN}
        possible = {key for key, _ in cells}
        if self._question.part and (IN_PART,) in certain:
            return UnitAnswer(counted, frozenset({(IN_PART,)}))
        for position in range(len(self._question.columns)):
            certain = {key for key in certain if not is_unknown(key[position])} or certain
        if certain:
            possible = {key for key in possible if not any(map(is_unknown, key))}
        return UnitAnswer(counted, frozenset(certain), frozenset(possible - certain))


def _is_of_events(group: Group) -> bool:
    return any(condition.dimension.level is Level.EVENT for condition in group)


def _of_part(verdict: Verdict, is_known: bool) -> Iterator[tuple[str, Verdict]]:
    """Yield the table lines of a row for a question with a part: in the part, not in it, or unknown.

    `verdict` tells whether the row meets the conditions of the part, `is_known` whether all values that these
    conditions need are known.
    """
    if verdict is not _NO:
        yield IN_PART, verdict
    if verdict is not _CERTAIN:
        yield NOT_IN_PART if is_known and verdict is _NO else NOT_RECORDED, _CERTAIN


def _column(reading: ValueReading, time: Verdict) -> list[tuple[str, Verdict]]:
    """Return the table lines of one dimension to which a row belongs, each with its verdict.

    `time` tells whether the event of the row has happened. The line of unknown values is added if there is no
    other line, or if any other line is only possible.
    """
    lines = [(line, min(how, time)) for line, how in reading.lines if time is not _NO]
    if not lines or any(how is _POSSIBLE for _, how in lines):
        lines.append((NOT_RECORDED, _CERTAIN))
    return lines


def _sure(fits: Iterable[bool]) -> Verdict:
    return _CERTAIN if any(fits) else _NO


def _in_range(dimension: Dimension, value: Hashable, condition_value: str) -> Verdict:
    assert isinstance(value, tuple)
    (least, most), (first, end) = value, range_of(dimension.name, condition_value)
    if least >= first and (end is None or most < end):
        return _CERTAIN
    return _POSSIBLE if most >= first and (end is None or least < end) else _NO


def _is_known(value: Hashable) -> bool:
    if isinstance(value, PartialDate):
        return value.earliest is not None or value.latest is not None
    return not (isinstance(value, str) and is_unknown(value))
