"""What a publication holds beside its case sheets, and which of its parts are printed.

JSON (`to_json`, `from_json`)::

    Chapters: {"parts": ["charts"|"list"|"sheets"|"timeline"], "figures": [Figure], "listed": [Listed],
               "count_all": bool}
    Figure:   {"name": {"en", "zh"}, "value": {"en", "zh"}, "card": [[{"en", "zh"}, {"en", "zh"}]],
               "table": Table|null, "chart": "none"|"bars"|"line"}
    Table:    {"columns": [{"en", "zh"}], "rows": [{"cells": [{"en", "zh"}], "count": n|null}]}
    Listed:   {"band": str, "case": n, "person": n, "event": n|null, "also": [n]}
              (numbers from 0)
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hrddesk.redact import shapes
from hrddesk.redact.bilingual import Bilingual


class Part(StrEnum):
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


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody in the list by sentence band, and the event that says the sentence, all by their numbers.

    `also` are events of the same case with penalties that are less grave: they replace no sentence.
    """

    band: Band
    case: int
    person: int
    event: int | None
    also: tuple[int, ...] = ()

    @property
    def events(self) -> tuple[int, ...]:
        """All events whose penalties are listed, the sentence first."""
        return () if self.event is None else (self.event, *self.also)

    def stands_in(self, people: int, events: int) -> bool:
        """Tell whether a case of so many people and events has this person and these events."""
        return self.person < people and all(event < events for event in (*self.events, *self.also))

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "band": self.band.value,
            "case": self.case,
            "person": self.person,
            "event": self.event,
            "also": list(self.also),
        }

    @classmethod
    def from_json(cls, value: object, where: str = "listed") -> "Listed":
        """Read the JSON object; raise ValueError on any other shape."""
        found = shapes.fields(value, where, "band", "case", "person", "event", "also")
        return cls(
            shapes.code(Band, found["band"], f"{where}.band"),
            shapes.count(found["case"], f"{where}.case"),
            shapes.count(found["person"], f"{where}.person"),
            None if found["event"] is None else shapes.count(found["event"], f"{where}.event"),
            tuple(shapes.count(event, f"{where}.also") for event in shapes.items(found["also"], where)),
        )


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line of a table: what stands in each column, and its count; None where that is hidden."""

    cells: tuple[Bilingual, ...]
    count: int | None

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {"cells": [cell.to_json() for cell in self.cells], "count": self.count}

    @classmethod
    def from_json(cls, value: object, where: str, columns: int) -> "FigureRow":
        """Read the JSON object; raise ValueError on any other shape or number of cells."""
        found = shapes.fields(value, where, "cells", "count")
        cells = _texts(found["cells"], f"{where}.cells")
        if len(cells) != columns:
            raise ValueError(f"{where}.cells: not one for each column")
        return cls(cells, None if found["count"] is None else shapes.count(found["count"], f"{where}.count"))


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The lines of a figure; the last two columns are the number and the per cent."""

    columns: tuple[Bilingual, ...]
    rows: tuple[FigureRow, ...]

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "columns": [column.to_json() for column in self.columns],
            "rows": [row.to_json() for row in self.rows],
        }

    @classmethod
    def from_json(cls, value: object, where: str = "table") -> "FigureTable":
        """Read the JSON object; raise ValueError on any other shape."""
        found = shapes.fields(value, where, "columns", "rows")
        columns = _texts(found["columns"], f"{where}.columns")
        if not 3 <= len(columns) <= 4:
            raise ValueError(f"{where}.columns: not three or four")
        rows = shapes.items(found["rows"], f"{where}.rows")
        return cls(columns, tuple(FigureRow.from_json(row, f"{where}.rows", len(columns)) for row in rows))


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure with everything that a reader must know of it; small counts are hidden in it already."""

    name: Bilingual
    value: Bilingual
    card: tuple[tuple[Bilingual, Bilingual], ...]
    table: FigureTable | None = None
    chart: ChartKind = ChartKind.NONE

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "name": self.name.to_json(),
            "value": self.value.to_json(),
            "card": [[title.to_json(), words.to_json()] for title, words in self.card],
            "table": None if self.table is None else self.table.to_json(),
            "chart": self.chart.value,
        }

    @classmethod
    def from_json(cls, value: object, where: str = "figure") -> "PrintedFigure":
        """Read the JSON object; raise ValueError on any other shape."""
        found = shapes.fields(value, where, "name", "value", "card", "table", "chart")
        card = [_texts(line, f"{where}.card", 2) for line in shapes.items(found["card"], f"{where}.card")]
        table = None if found["table"] is None else FigureTable.from_json(found["table"], f"{where}.table")
        chart = shapes.code(ChartKind, found["chart"], f"{where}.chart")
        if table is None and chart is not ChartKind.NONE:
            raise ValueError(f"{where}.chart: there is no table to draw")
        return cls(
            Bilingual.from_json(found["name"], f"{where}.name"),
            Bilingual.from_json(found["value"], f"{where}.value"),
            tuple((title, words) for title, words in card),
            table,
            chart,
        )

    def words(self) -> Iterator[Bilingual]:
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


@dataclass(frozen=True, slots=True)
class Chapters:
    """Which parts are printed; the figures; the people by the bands of their sentences."""

    parts: frozenset[Part] = frozenset(Part)
    figures: tuple[PrintedFigure, ...] = ()
    listed: tuple[Listed, ...] = ()
    count_all: bool = False
    """Whether the figures count all records of the desk, not only what its profile lets out."""

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "parts": sorted(part.value for part in self.parts),
            "figures": [figure.to_json() for figure in self.figures],
            "listed": [entry.to_json() for entry in self.listed],
            "count_all": self.count_all,
        }

    @classmethod
    def from_json(cls, value: object, where: str = "model.chapters") -> "Chapters":
        """Read the JSON object; raise ValueError on any other shape."""
        found = shapes.fields(value, where, "parts", "figures", "listed", "count_all")
        parts = [shapes.code(Part, item, f"{where}.parts") for item in shapes.items(found["parts"], where)]
        if parts != sorted(set(parts)):
            raise ValueError(f"{where}.parts: not in order, each once")
        return cls(
            frozenset(parts),
            tuple(
                PrintedFigure.from_json(item) for item in shapes.items(found["figures"], f"{where}.figures")
            ),
            tuple(Listed.from_json(item) for item in shapes.items(found["listed"], f"{where}.listed")),
            shapes.flag(found["count_all"], f"{where}.count_all"),
        )

    def words(self) -> Iterator[Bilingual]:
        """Yield every text of the figures."""
        for figure in self.figures:
            yield from figure.words()


WHOLE: Final = Chapters()
"""Everything that can be printed of the cases, and no figure."""


def _texts(value: object, where: str, exactly: int | None = None) -> tuple[Bilingual, ...]:
    found = shapes.items(value, where)
    if exactly is not None and len(found) != exactly:
        raise ValueError(f"{where}: not {exactly} texts")
    return tuple(Bilingual.from_json(item, where) for item in found)
