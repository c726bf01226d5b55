"""Figures: how many persons, cases or events fit a question, and how they are split.

Nothing is counted twice, however many rows a unit has. What a date, an age or a doubt leaves open counts as
possible, beside what is certain, and never as certain.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from hrddesk.analysis.asking import Answered, Asking, Sure
from hrddesk.analysis.board import Board, Size, Told
from hrddesk.analysis.dimensions import IN_PART, OTHERS, PART, Dimension, Sort
from hrddesk.analysis.questions import Of, Question, Unit, range_of
from hrddesk.analysis.slices import Bits
from hrddesk.analysis.verdicts import Key, is_unknown
from hrddesk.records.record import RecordId
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


Apart = Callable[[Dimension, str], bool]
"""Whether a known value of a dimension stands in a line of its own."""


def compute(question: Question, told: Told, today: date, apart: Apart | None = None) -> Figure:
    """Return the figure that answers a question; what each part says adds up.

    Where `apart` is given, all values for which it does not hold are one, `OTHERS`: who has several of them
    is counted there once.
    """
    day = date.fromisoformat(question.as_of) if question.as_of else today
    question = question.settled(told.words)
    tally = _Tally()
    for board in told.boards(question.unit):
        answer = Asking(question, told, board, day).answer()
        tally.add(board, answer if apart is None else _joined(answer, question, apart), question)
    if question.unit is Unit.PERSONS:
        tally.count_groups(told)
    cells = (
        Cell(key, tally.cells[key]) for key in sorted(tally.cells, key=lambda key: _order(question, key))
    )
    return Figure(
        question,
        day,
        tally.all,
        tally.known,
        tally.unknown,
        tuple(cells),
        tally.overlaps,
        len(tally.groups),
        told.labels,
        told.words,
    )


def _joined(answer: Answered, question: Question, apart: Apart) -> Answered:
    """Return the answer of a part with the values that do not stand apart as one."""
    cells: dict[Key, Sure] = {}
    for key, cell in answer.cells.items():
        values = zip(question.columns, key, strict=True)
        joined = tuple(
            value if is_unknown(value) or apart(dimension, value) else OTHERS for dimension, value in values
        )
        cells[joined] = cells[joined].either(cell) if joined in cells else cell
    return Answered(answer.counted, cells)


@dataclass(frozen=True, slots=True)
class _Group:
    """One of the groups of people that were counted as one so far, and whether for certain, and where."""

    id: RecordId
    size: Size
    certain: bool
    known: bool
    cells: Mapping[Key, bool]


class _Tally:
    """Adds up what the parts say."""

    def __init__(self) -> None:
        self.all = Count()
        self.known = self.unknown = 0
        self.cells: dict[Key, Count] = {}
        self.overlaps = False
        self.groups: list[_Group] = []
        self._possible: list[tuple[Board, Bits]] = []

    def add(self, board: Board, found: Answered, question: Question) -> None:
        """Add one part; whoever is counted in it counts as one."""
        known = once = twice = 0
        for key, cell in found.cells.items():
            known |= 0 if any(map(is_unknown, key)) else cell.certain
            twice |= once & cell.certain
            once |= cell.certain
            _add(self.cells.setdefault(key, Count()), cell)
        self.overlaps = self.overlaps or bool(twice)
        _add(self.all, found.counted)
        if question.columns:
            self.known += known.bit_count()
            self.unknown += (found.counted.certain & ~known).bit_count()
        if question.unit is not Unit.PERSONS:
            return
        self._possible.append((board, found.counted.possible))
        for record, row, size in board.groups():
            if found.counted.possible >> row & 1:
                cells = {
                    key: bool(cell.certain >> row & 1)
                    for key, cell in found.cells.items()
                    if cell.possible >> row & 1
                }
                certain = bool(found.counted.certain >> row & 1)
                self.groups.append(_Group(record, size, certain, bool(known >> row & 1), cells))

    def count_groups(self, told: Told) -> None:
        """Count a group with its smallest size, less those of it who are counted one by one."""
        members = told.members_of([group.id for group in self.groups]) if self.groups else {}
        for group in self.groups:
            least, most = _less(group.size, sum(map(self._is_counted, members.get(group.id, ()))))
            _widen(self.all, group.certain, (least, most))
            if self.cells and group.certain:
                if group.known:
                    self.known += least - 1
                else:
                    self.unknown += least - 1
            for key, certain in group.cells.items():
                _widen(self.cells[key], certain, (least, most))

    def _is_counted(self, person: RecordId) -> bool:
        rows = ((board.row_of(person), possible) for board, possible in self._possible)
        return any(row is not None and possible >> row & 1 for row, possible in rows)


def _add(count: Count, units: Sure) -> None:
    """Count each unit as one."""
    certain = units.certain.bit_count()
    count.count += certain
    assert count.possible is not None
    count.possible += (units.possible | units.certain).bit_count() - certain


def _widen(count: Count, certain: bool, size: Size) -> None:
    """Count a group, which counted as one so far, as many as it is."""
    least, most = size if certain else (1, size[1])
    count.count += least - 1
    if count.possible is not None:
        count.possible = None if most is None else count.possible + most - least


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
