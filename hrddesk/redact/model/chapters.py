"""The parts of a publication other than its case sheets, and the choice of the parts that are printed.

Cases, people and events are referred to by their numbers, from 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hrddesk.records.language.labels import Labels
from hrddesk.records.model.requirements import Count
from hrddesk.redact.model.source_note import Note


class Chapter(StrEnum):
    """The optional parts of a publication."""

    CHARTS = "charts"
    TIMELINE = "timeline"
    SHEETS = "sheets"
    LIST = "list"


class Band(StrEnum):
    """The bands of sentences by length, the gravest first; `NONE` means that no sentence is published."""

    DEATH = "death"
    REPRIEVE = "reprieve"
    LIFE = "life"
    TEN_YEARS = "ten_years"
    FIVE_YEARS = "five_years"
    SHORTER = "shorter"
    UNKNOWN = "unknown"
    DETENTION = "detention"
    OTHER = "other"
    NONE = "none"


class ChartKind(StrEnum):
    """The kinds of chart that may be drawn from the lines of a table."""

    NONE = "none"
    BARS = "bars"
    LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A person in the list by sentence band, and the event with the sentence; all are given by their numbers.

    `also` are further events of the same case whose penalties are listed too: less grave penalties, and
    earlier sentences that no record states to be replaced.
    """

    band: Band
    case: Count
    person: Count
    event: Count | None
    also: tuple[Count, ...] = ()

    @property
    def events(self) -> tuple[int, ...]:
        """All events whose penalties are listed; the event with the sentence is the first."""
        return () if self.event is None else (self.event, *self.also)

    def stands_in(self, people: int, events: int) -> bool:
        """Tell whether the numbers of the person and the events exist in a case with so many people and
        events.
        """
        return self.person < people and all(event < events for event in (*self.events, *self.also))


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line of a table: the words of each column, and the count, which is None if it is hidden."""

    cells: tuple[Labels, ...]
    count: Count | None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The lines of a figure; the last two columns are the number and the percentage."""

    columns: tuple[Labels, ...]
    rows: tuple[FigureRow, ...]

    def __post_init__(self) -> None:
        """Raise ValueError unless there are three or four columns, and each row has a cell for every
        column.
        """
        if not 3 <= len(self.columns) <= 4:
            raise ValueError("not three or four columns")
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("a row has not one cell for each column")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFigure:
    """A figure with everything that a reader must know about it; small counts are already hidden."""

    name: Labels
    value: Labels
    card: tuple[tuple[Labels, Labels], ...]
    table: FigureTable | None = None
    chart: ChartKind = ChartKind.NONE
    published: bool = False
    """Whether others published the figure before, so that it is not counted here."""
    sources: tuple[Note, ...] = ()
    """The publisher of the figure."""

    def __post_init__(self) -> None:
        """Raise ValueError for a chart without a table."""
        if self.table is None and self.chart is not ChartKind.NONE:
            raise ValueError("a chart without a table")

    def words(self) -> Iterator[Labels]:
        """Yield everything in the figure that may be printed."""
        yield self.name
        yield self.value
        for title, words in self.card:
            yield title
            yield words
        if self.table is not None:
            yield from self.table.columns
            for row in self.table.rows:
                yield from row.cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapters:
    """Which parts are printed, the figures, and the list of people by the bands of their sentences."""

    parts: frozenset[Chapter] = frozenset(Chapter)
    figures: tuple[PrintedFigure, ...] = ()
    listed: tuple[Listed, ...] = ()
    count_all: bool = False
    """Whether the figures count all records of the desk, not only those that its profile prints."""
    small_counts: bool = False
    """Whether the user decided that counts below five are printed."""

    def words(self) -> Iterator[Labels]:
        """Yield every text of the figures."""
        for figure in self.figures:
            yield from figure.words()


WHOLE: Final = Chapters()
"""Everything that can be printed of the cases, and no figure."""
