"""Figures: how many persons, cases or events fit a question, and how they are split.

Nothing is counted twice, however many rows a unit has. What a date, an age or a doubt leaves open counts as
possible, beside what is certain, and never as certain.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from hrddesk.analysis.asking import Asking, Key, Verdict, is_unknown
from hrddesk.analysis.dimensions import Sort
from hrddesk.analysis.figure_facts import Facts, Size
from hrddesk.analysis.questions import Of, Question, Unit, range_of
from hrddesk.records.record import RecordId
from hrddesk.records.words import SHIPPED, Words


@dataclass(slots=True)
class Count:
    """How many: `count` for certain, `possible` more at most, None where there is no upper bound."""

    count: int = 0
    possible: int | None = 0

    def add(self, verdict: Verdict, size: Size) -> None:
        """Count one unit, which may be a group of people."""
        least, most = size
        certain = least if verdict is Verdict.CERTAIN else 0
        self.count += certain
        self.possible = None if most is None or self.possible is None else self.possible + most - certain

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
    every = Count()
    cells: dict[Key, Count] = {}
    known = unknown = groups = 0
    overlaps = False
    people = facts.people if question.unit is Unit.PERSONS else {}
    found: dict[RecordId, tuple[Verdict, set[Key], set[Key]]] = {}
    for unit, rows in facts.by_unit[question.unit].items():
        verdict, certain, possible = asking.judge(rows)
        if verdict is not Verdict.NO:
            found[unit] = verdict, certain, possible
    for unit, (verdict, certain, possible) in found.items():
        size: Size = (1, 1)
        if unit in people:
            size = people[unit].size
            groups += people[unit].is_group
            size = _less(size, len(facts.members.get(unit, frozenset()) & found.keys()))
        every.add(verdict, size)
        if not question.columns:
            continue
        weight = size[0] if verdict is Verdict.CERTAIN else 0
        if any(not any(map(is_unknown, key)) for key in certain):
            known += weight
        else:
            unknown += weight
        overlaps = overlaps or len(certain) > 1
        for key in certain:
            cells.setdefault(key, Count()).add(verdict, size)
        for key in possible - certain:
            cells.setdefault(key, Count()).add(Verdict.POSSIBLE, size)
    ordered = tuple(Cell(key, cells[key]) for key in sorted(cells, key=lambda key: _order(question, key)))
    return Figure(question, day, every, known, unknown, ordered, overlaps, groups, facts.labels, facts.words)


def _less(size: Size, members: int) -> Size:
    """Return how many a group still stands for when some of its people are counted one by one."""
    least, most = size
    return max(0, least - members), None if most is None else max(0, most - members)


def _order(question: Question, key: Key) -> list[tuple[bool, int, str]]:
    made = []
    for dimension, value in zip(question.columns, key, strict=True):
        number = 0
        if dimension.sort is Sort.NUMBER and not is_unknown(value):
            number = range_of(dimension.name, value)[0]
        made.append((is_unknown(value), number, value))
    return made
