"""Figures: how many persons, cases or events fit a question, and how they are split.

Nothing is counted twice, however many rows a unit has. What a date, an age or a doubt leaves open counts as
possible, beside what is certain, and never as certain.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from hrddesk.analysis.asking import Asking, Sure
from hrddesk.analysis.board import Board
from hrddesk.analysis.dimensions import IN_PART, PART, Sort
from hrddesk.analysis.figure_facts import Facts, Size
from hrddesk.analysis.questions import Of, Question, Unit, range_of
from hrddesk.analysis.verdicts import Key, is_unknown
from hrddesk.records.words import SHIPPED, Words


@dataclass(slots=True)
class Count:
    """How many: `count` for certain, `possible` more at most, None where there is no upper bound."""

    count: int = 0
    possible: int | None = 0

    @property
    def at_least(self) -> bool:
        """Whether there may be more."""
        return self.possible != 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One line of a table."""

    key: Key
    counted: Count

    @property
    def known(self) -> bool:
        """Whether all its values are known."""
        return not any(is_unknown(value) for value in self.key)


@dataclass(frozen=True)
class Figure:
    """The answer to a question. `day` is the day of statuses and ages.

    `cells` are by their values, those that are not known last. `known` and `unknown` are of all dimensions
    together. A unit with several values stands in several cells (`overlaps`), and only once in `all`.
    """

    question: Question
    day: date
    all: Count
    known: int = 0
    unknown: int = 0
    cells: tuple[Cell, ...] = ()
    overlaps: bool = False
    groups: int = 0
    """How many groups of people are among what was counted."""
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    words: Words = SHIPPED

    @property
    def denominator(self) -> int:
        """What a per cent is of."""
        return self.known if self.question.of is Of.KNOWN and self.question.columns else self.all.count

    def percent(self, cell: Cell) -> Fraction | None:
        """Return the part of the denominator; None where there is none, and of what is not known."""
        if self.denominator == 0 or (self.question.of is Of.KNOWN and not cell.known):
            return None
        return Fraction(100 * cell.counted.count, self.denominator)


def compute(question: Question, facts: Facts, today: date) -> Figure:
    """Return the figure that answers a question."""
    day = date.fromisoformat(question.as_of) if question.as_of else today
    question = question.settled(facts.words)
    asking = Asking(question, facts, day)
    found = asking.answer()
    counting = _Counting(facts, asking.board, found.counted) if question.unit is Unit.PERSONS else _Plain()
    known = once = twice = 0
    for key, cell in found.cells.items():
        known |= 0 if any(map(is_unknown, key)) else cell.certain
        twice |= once & cell.certain
        once |= cell.certain
    cells = tuple(
        Cell(key, counting.count(found.cells[key]))
        for key in sorted(found.cells, key=lambda key: _order(question, key))
    )
    unknown = found.counted.certain & ~known if question.columns else 0
    return Figure(
        question,
        day,
        counting.count(found.counted),
        counting.count(Sure(known, known)).count,
        counting.count(Sure(unknown, unknown)).count,
        cells,
        bool(twice),
        counting.groups,
        facts.labels,
        facts.words,
    )


class _Plain:
    """Counts each unit as one."""

    groups = 0

    def count(self, units: Sure) -> Count:
        """Return how many."""
        certain = units.certain.bit_count()
        return Count(certain, (units.possible | units.certain).bit_count() - certain)


class _Counting(_Plain):
    """Counts people: a group with its smallest size, less those of it who are counted one by one."""

    def __init__(self, facts: Facts, board: Board, counted: Sure) -> None:
        self._sizes: list[tuple[int, Size]] = []
        for record, person in facts.people.items():
            if (
                not person.is_group
                or record not in board.last
                or not counted.possible >> board.last[record] & 1
            ):
                continue
            members = facts.members.get(record, frozenset())
            there = (board.last[member] for member in members if member in board.last)
            besides = sum(counted.possible >> last & 1 for last in there)
            self._sizes.append((board.last[record], _less(person.size, besides)))
        self.groups = len(self._sizes)

    def count(self, units: Sure) -> Count:
        """Return how many, a group as many as it is."""
        made = super().count(units)
        for last, (least, most) in self._sizes:
            if units.certain >> last & 1:
                made.count += least - 1
                if made.possible is not None:
                    made.possible = None if most is None else made.possible + most - least
            elif units.possible >> last & 1 and made.possible is not None:
                made.possible = None if most is None else made.possible + most - 1
        return made


def _less(size: Size, members: int) -> Size:
    """Return how many a group still stands for when some of its people are counted one by one."""
    least, most = size
    return max(0, least - members), None if most is None else max(0, most - members)


def _order(question: Question, key: Key) -> list[tuple[bool, int, str]]:
    made = []
    for dimension, value in zip(question.columns, key, strict=True):
        number = int(dimension is PART and value != IN_PART)  # what was asked for comes first
        if dimension.sort is Sort.NUMBER and not is_unknown(value):
            number = range_of(dimension.name, value)[0]
        made.append((is_unknown(value), number, value))
    return made
