"""The elements of a story besides case sheets: titled sections of lines, pairs, tables and charts.

Each element yields its texts in the order of drawing; the audit reads the same texts from the pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """A caption with its value; `beside` is the value in the other language of the publication."""

    label: str
    value: str
    beside: str = ""

    def texts(self) -> Iterator[str]:
        """Yield the texts in the order of drawing."""
        yield self.label
        yield self.value
        if self.beside:
            yield self.beside


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part of a section; with a `key` it is listed in the contents."""

    text: str
    key: str = ""

    def texts(self) -> Iterator[str]:
        """Yield the texts in the order of drawing."""
        yield self.text


@dataclass(frozen=True, slots=True)
class Large:
    """A figure by itself, in large letters."""

    text: str

    def texts(self) -> Iterator[str]:
        """Yield the texts in the order of drawing."""
        yield self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, in two columns where the publication speaks two languages."""

    columns: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """Yield the texts in the order of drawing."""
        yield from self.columns


@dataclass(frozen=True, slots=True)
class Pairs:
    """Captions with their values, one below the other."""

    pairs: tuple[Pair, ...]

    def texts(self) -> Iterator[str]:
        """Yield the texts in the order of drawing."""
        for pair in self.pairs:
            yield from pair.texts()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table with its link: the key of a sheet, or none."""

    cells: tuple[str, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its head, its rows, and the widths of its columns as shares of the whole.

    The last `numbers` columns contain numbers.
    """

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    shares: tuple[float, ...]
    numbers: int = 0

    def texts(self) -> Iterator[str]:
        """Yield the texts in the order of drawing."""
        yield from self.columns
        for row in self.rows:
            yield from row.cells


@dataclass(frozen=True, slots=True)
class PrintedBar:
    """A bar of a chart: its label, its printed number, and its length from 0 to 1.

    `length` is None if the number is hidden.
    """

    label: str
    number: str
    length: float | None


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars one below the other; `alternative` describes the chart in words and is printed below it."""

    alternative: str
    bars: tuple[PrintedBar, ...]

    def texts(self) -> Iterator[str]:
        """Yield the texts in the order of drawing."""
        for bar in self.bars:
            yield bar.label
            yield bar.number
        yield self.alternative


@dataclass(frozen=True, slots=True)
class LineChart:
    """Points along the time, joined by a line that has a gap where a number is hidden.

    `points` are heights from 0 to 1, at equal distances; `marks` are those whose time is written below them,
    each with its words; `steps` are heights with the numbers that they stand for, the lowest first.
    """

    alternative: str
    points: tuple[float | None, ...]
    marks: tuple[tuple[int, str], ...]
    steps: tuple[tuple[float, str], ...]

    def texts(self) -> Iterator[str]:
        """Yield the texts in the order of drawing."""
        for _, text in self.steps:
            yield text
        for _, text in self.marks:
            yield text
        yield self.alternative


Element = Heading | Large | Paragraph | Pairs | Grid | BarChart | LineChart


@dataclass(frozen=True, slots=True)
class PublicationSection:
    """A titled part of the publication that begins on a new page; links refer to its `key`."""

    key: str
    title: str
    elements: tuple[Element, ...]

    def texts(self) -> Iterator[str]:
        """Yield the texts in the order of drawing."""
        yield self.title
        for element in self.elements:
            yield from element.texts()

    def grids(self) -> Iterator[Grid]:
        """Yield the tables; their heads are repeated on continued pages."""
        yield from (element for element in self.elements if isinstance(element, Grid))

    def headings(self) -> Iterator[Heading]:
        """Yield the headings that are listed in the contents."""
        for element in self.elements:
            if isinstance(element, Heading) and element.key:
                yield element


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents and a bookmark: its target, its number if any, its words, its depth."""

    key: str
    number: str
    text: str
    depth: int = 0


def parts_of(shares: Sequence[float], width: float, gap: float) -> tuple[float, ...]:
    """Return the widths of columns that share a width, with gaps between them, in points."""
    room = width - gap * (len(shares) - 1)
    total = sum(shares)
    return tuple(room * share / total for share in shares)
