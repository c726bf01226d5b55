"""What a publication holds beside its case sheets, and which of its parts are printed.

Cases, people and events stand by their numbers, from 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hrddesk.records.language.labels import Labels
from hrddesk.records.model.requirements import Count
from hrddesk.redact.model.source_note import Note


class Chapter(StrEnum):
    """What somebody may leave out of a publication."""

    CHARTS = "charts"
    TIMELINE = "timeline"
    SHEETS = "sheets"
    LIST = "list"


class Band(StrEnum):
    """How long a sentence is, the gravest first; `NONE`: none is published."""

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
    """How the lines of a table are drawn."""

    NONE = "none"
    BARS = "bars"
    LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Somebody in the list by sentence band, and the event that says the sentence, all by their numbers.

    `also` are events of the same case with penalties that this one does not replace: less grave ones, and
    earlier sentences of which the record says no such thing.
    """

    band: Band
    case: Count
    person: Count
    event: Count | None
    also: tuple[Count, ...] = ()

    @property
    def events(self) -> tuple[int, ...]:
        """All events whose penalties are listed, the sentence first."""
        return () if self.event is None else (self.event, *self.also)

    def stands_in(self, people: int, events: int) -> bool:
        """Tell whether a case of so many people and events has this person and these events."""
        return self.person < people and all(event < events for event in (*self.events, *self.also))


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line of a table: what stands in each column, and its count; None where that is hidden."""

    cells: tuple[Labels, ...]
    count: Count | None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The lines of a figure; the last two columns are the number and the per cent."""

    columns: tuple[Labels, ...]
    rows: tuple[FigureRow, ...]

    def __post_init__(self) -> None:
        """Refuse other numbers of columns, and rows with another number of cells; raise ValueError."""
        if not 3 <= len(self.columns) <= 4:
            raise ValueError("not three or four columns")
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("a row has not one cell for each column")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFigure:
    """A figure with everything that a reader must know of it; small counts are hidden in it already."""

    name: Labels
    value: Labels
    card: tuple[tuple[Labels, Labels], ...]
    table: FigureTable | None = None
    chart: ChartKind = ChartKind.NONE
    published: bool = False
    """Whether it was published before, and is not counted here."""
    sources: tuple[Note, ...] = ()
    """Who published it."""

    def __post_init__(self) -> None:
        """Refuse a chart of no table; raise ValueError."""
        if self.table is None and self.chart is not ChartKind.NONE:
            raise ValueError("a chart without a table")

    def words(self) -> Iterator[Labels]:
        """Yield everything that may stand on a page."""
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
    """Which parts are printed; the figures; the people by the bands of their sentences."""

    parts: frozenset[Chapter] = frozenset(Chapter)
    figures: tuple[PrintedFigure, ...] = ()
    listed: tuple[Listed, ...] = ()
    count_all: bool = False
    """Whether the figures count all records of the desk, not only what its profile lets out."""
    small_counts: bool = False
    """Whether somebody decided that counts below five are printed."""

    def words(self) -> Iterator[Labels]:
        """Yield every text of the figures."""
        for figure in self.figures:
            yield from figure.words()


WHOLE: Final = Chapters()
"""Everything that can be printed of the cases, and no figure."""
