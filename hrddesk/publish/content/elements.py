"""The elements of a story besides case sheets: titled sections of lines, pairs, tables and charts.

Each element yields its texts in the order of drawing; the audit reads the same texts from the pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """A caption with its value; `beside` is the value in a second language, if the publication has one."""

    label: str
    value: str
    beside: str = ""

    def texts(self) -> Iterator[str]:
        """Yield the texts of the pair in the order in which they are drawn."""
        yield self.label
        yield self.value
        if self.beside:
            yield self.beside


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part of a section; a heading with a `key` is listed in the table of contents."""

    text: str
    key: str = ""

    def texts(self) -> Iterator[str]:
        """Yield the text of the heading."""
        yield self.text


@dataclass(frozen=True, slots=True)
class Large:
    """A number that stands by itself, printed in large letters."""

    text: str

    def texts(self) -> Iterator[str]:
        """Yield the text of the number."""
        yield self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, with one column for each language of the publication."""

    columns: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """Yield the texts of the columns in the order in which they are drawn."""
        yield from self.columns


@dataclass(frozen=True, slots=True)
class Pairs:
    """Captions with their values, one below the other."""

    pairs: tuple[Pair, ...]

    def texts(self) -> Iterator[str]:
        """Yield the texts of all pairs in the order in which they are drawn."""
        for pair in self.pairs:
            yield from pair.texts()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table; `link` is the key of the sheet to which the row links, or empty."""

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
        """Yield the texts of the table in the order in which they are drawn."""
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
        """Yield the texts of the chart in the order in which they are drawn."""
        for bar in self.bars:
            yield bar.label
            yield bar.number
        yield self.alternative


@dataclass(frozen=True, slots=True)
class LineChart:
    """A chart of points over time, joined by a line; where a number is hidden, the line has a gap.

    `points` are heights from 0 to 1, at equal distances; None stands for a hidden number. `marks` are the
    times printed below the chart, each with the index of its point. `steps` are the lines of the scale:
    heights from 0 to 1, each with its number in words, the lowest first.
    """

    alternative: str
    points: tuple[float | None, ...]
    marks: tuple[tuple[int, str], ...]
    steps: tuple[tuple[float, str], ...]

    def texts(self) -> Iterator[str]:
        """Yield the texts of the chart in the order in which they are drawn."""
        for _, text in self.steps:
            yield text
        for _, text in self.marks:
            yield text
        yield self.alternative


Element = Heading | Large | Paragraph | Pairs | Grid | BarChart | LineChart


@dataclass(frozen=True, slots=True)
class PublicationSection:
    """A titled part of the publication that begins on a new page; links to this part refer to its `key`."""

    key: str
    title: str
    elements: tuple[Element, ...]

    def texts(self) -> Iterator[str]:
        """Yield the texts of the section in the order in which they are drawn."""
        yield self.title
        for element in self.elements:
            yield from element.texts()

    def grids(self) -> Iterator[Grid]:
        """Yield the tables of the section; the head of a table is repeated on each page that continues it."""
        yield from (element for element in self.elements if isinstance(element, Grid))

    def headings(self) -> Iterator[Heading]:
        """Yield the headings of the section that are listed in the table of contents."""
        for element in self.elements:
            if isinstance(element, Heading) and element.key:
                yield element


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents, which is also a bookmark.

    `key` is the target of the link; `number` is empty if the target has no number.
    """

    key: str
    number: str
    text: str
    depth: int = 0


def parts_of(shares: Sequence[float], width: float, gap: float) -> tuple[float, ...]:
    """Return the widths of columns that divide `width`, less the gaps, in the ratio of `shares`.

    All lengths are in points.
    """
    room = width - gap * (len(shares) - 1)
    total = sum(shares)
    return tuple(room * share / total for share in shares)
