"""Figures: how many persons, cases or events meet a question, split by dimensions.

No unit is counted twice, however many rows it has. If a date, an age or a doubt leaves open whether a unit
meets the question, the unit counts as possible, never as certain.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from hrddesk.analysis.figures.dimensions import IN_PART, OTHERS, PART, Called, Dimension, Sort
from hrddesk.analysis.figures.evaluation import Asking, UnitAnswer
from hrddesk.analysis.figures.figure_facts import FigureFacts, Size
from hrddesk.analysis.figures.figure_questions import CountedUnit, FigureQuestion, Of, range_of
from hrddesk.analysis.figures.verdicts import Key, Verdict, is_unknown
from hrddesk.records.terms.words import SHIPPED, Words


@dataclass(slots=True)
class Count:
    """A number of units: `count` are certain, and at most `possible` more (None without an upper bound)."""

    count: int = 0
    possible: int | None = 0

    @property
    def at_least(self) -> bool:
        """Whether there may be more units than `count`."""
        return self.possible != 0


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One cell of a table: the values of its dimensions, and its count."""

    key: Key
    counted: Count

    @property
    def known(self) -> bool:
        """Whether all values of the cell are known."""
        return not any(is_unknown(value) for value in self.key)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """The answer to a question; `day` is the day of statuses and ages.

    `cells` are sorted by their values, unknown values last. `known` is the number of units of which all
    dimensions are known, `unknown` the number of other units. A unit with several values is counted in
    several cells (then `overlaps` is True), but only once in `all`.
    """

    question: FigureQuestion
    day: date
    all: Count
    known: int = 0
    unknown: int = 0
    cells: tuple[FigureCell, ...] = ()
    overlaps: bool = False
    groups: int = 0
    """The number of groups of people among the counted units."""
    labels: Called = field(default_factory=dict)
    words: Words = SHIPPED

    @property
    def denominator(self) -> int:
        """The number of units that counts as 100 %."""
        return self.known if self.question.of is Of.KNOWN and self.question.columns else self.all.count

    def percent(self, cell: FigureCell) -> Fraction | None:
        """Return the percentage of a cell; None if the denominator is 0 or does not include the cell."""
        if self.denominator == 0 or (self.question.of is Of.KNOWN and not cell.known):
            return None
        return Fraction(100 * cell.counted.count, self.denominator)


Apart = Callable[[Dimension, str], bool]
"""A function that tells whether a known value of a dimension has a line of its own."""


def compute(question: FigureQuestion, facts: FigureFacts, today: date, apart: Apart | None = None) -> Figure:
    """Return the figure that answers a question.

    With `apart`, all values for which it returns False are counted together as `OTHERS`; a unit with several
    of these values is counted there once.
    """
    day = date.fromisoformat(question.as_of) if question.as_of else today
    question = question.settled(facts.words)
    answers = Asking(question, facts, day).answers()
    sizes = facts.group_sizes(answers.keys()) if question.unit is CountedUnit.PERSONS else {}
    tally = _Tally(question, apart)
    for answer, units in Counter(answer for unit, answer in answers.items() if unit not in sizes).items():
        tally.add(answer, (units, units))
    for group, size in sizes.items():
        tally.add(answers[group], size)
    cells = (
        FigureCell(key, tally.cells[key])
        for key in sorted(tally.cells, key=lambda key: _order(question, key))
    )
    return Figure(
        question=question,
        day=day,
        all=tally.all,
        known=tally.known,
        unknown=tally.unknown,
        cells=tuple(cells),
        overlaps=tally.overlaps,
        groups=len(sizes),
        labels=facts.labels,
        words=facts.words,
    )


class _Tally:
    """The counts of a figure, to which the answers of units are added one by one."""

    def __init__(self, question: FigureQuestion, apart: Apart | None) -> None:
        self._question = question
        self._apart = apart
        self.all = Count()
        self.known = self.unknown = 0
        self.cells: dict[Key, Count] = {}
        self.overlaps = False

    def add(self, answer: UnitAnswer, size: Size) -> None:
        """Add units that have the same answer; `size` is their smallest and largest number."""
        certain, possible = (frozenset(map(self._joined, keys)) for keys in answer[1:])
        _add(self.all, answer.counted, size)
        if self._question.columns and answer.counted is Verdict.CERTAIN:
            if any(not any(map(is_unknown, key)) for key in certain):
                self.known += size[0]
            else:
                self.unknown += size[0]
            self.overlaps = self.overlaps or len(certain) > 1
        for key in certain:
            _add(self.cells.setdefault(key, Count()), answer.counted, size)
        for key in possible - certain:
            _add(self.cells.setdefault(key, Count()), Verdict.POSSIBLE, size)

    def _joined(self, key: Key) -> Key:
        """Return the key of a cell with each value that has no line of its own replaced by `OTHERS`."""
        if self._apart is None:
            return key
        return tuple(
            value if is_unknown(value) or self._apart(dimension, value) else OTHERS
            for dimension, value in zip(self._question.columns, key, strict=True)
        )


def _add(count: Count, verdict: Verdict, size: Size) -> None:
    least, most = size
    certain = least if verdict is Verdict.CERTAIN else 0
    count.count += certain
    if count.possible is not None:
        count.possible = None if most is None else count.possible + most - certain


def _order(question: FigureQuestion, key: Key) -> list[tuple[bool, int, str]]:
    keys = []
    for dimension, value in zip(question.columns, key, strict=True):
        number = int(dimension is PART and value != IN_PART)  # what was asked for comes first
        if dimension.sort is Sort.NUMBER and not is_unknown(value):
            number = range_of(dimension.name, value)[0]
        keys.append((is_unknown(value), number, value))
    return keys
