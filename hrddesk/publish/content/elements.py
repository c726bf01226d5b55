"""What a story is made of, beside case sheets: titled sections of lines, pairs, tables and charts.

Each element says what is drawn of it, in the order of drawing; the audit reads the same from the pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """A caption with what it names; `beside` holds the same in the other language of the publication."""

    label: str
    value: str
    beside: str = ""

    def texts(self) -> Iterator[str]:
        """Yield what is drawn."""
        yield self.label
        yield self.value
        if self.beside:
            yield self.beside


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part of a section; with a `key` it stands in the contents."""

    text: str
    key: str = ""

    def texts(self) -> Iterator[str]:
        """Yield what is drawn."""
        yield self.text


@dataclass(frozen=True, slots=True)
class Large:
    """A figure by itself, in large letters."""

    text: str

    def texts(self) -> Iterator[str]:
        """Yield what is drawn."""
        yield self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, in two columns where the publication speaks two languages."""

    columns: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """Yield what is drawn."""
        yield from self.columns


@dataclass(frozen=True, slots=True)
class Pairs:
    """Captions with what they name, one below the other."""

    pairs: tuple[Pair, ...]

    def texts(self) -> Iterator[str]:
        """Yield what is drawn."""
        for pair in self.pairs:
            yield from pair.texts()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table, and where a click on it leads: the key of a sheet, or nowhere."""

    cells: tuple[str, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its head, its rows, and how wide columns are, as parts of the whole.

    The last `numbers` columns hold numbers.
    """

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    shares: tuple[float, ...]
    numbers: int = 0

    def texts(self) -> Iterator[str]:
        """Yield what is drawn."""
        yield from self.columns
        for row in self.rows:
            yield from row.cells


@dataclass(frozen=True, slots=True)
class PrintedBar:
    """A bar of a chart: what it stands for, its number as it is printed, and how long it is from 0 to 1.

    `length` is None where the number is hidden.
    """

    label: str
    number: str
    length: float | None


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars one below the other; `alternative` says in words what is drawn and stands below it too."""

    alternative: str
    bars: tuple[PrintedBar, ...]

    def texts(self) -> Iterator[str]:
        """Yield what is drawn."""
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
        """Yield what is drawn."""
        for _, text in self.steps:
            yield text
        for _, text in self.marks:
            yield text
        yield self.alternative


Element = Heading | Large | Paragraph | Pairs | Grid | BarChart | LineChart


@dataclass(frozen=True, slots=True)
class PublicationSection:
    """A titled part of the publication that begins on a page of its own; `key` is where links to it lead."""

    key: str
    title: str
    elements: tuple[Element, ...]

    def texts(self) -> Iterator[str]:
        """Yield everything that is drawn of it, in the order of drawing."""
        yield self.title
        for element in self.elements:
            yield from element.texts()

    def grids(self) -> Iterator[Grid]:
        """Yield its tables, whose heads are repeated where they go on upon another page."""
        yield from (element for element in self.elements if isinstance(element, Grid))

    def headings(self) -> Iterator[Heading]:
        """Yield the headings that stand in the contents."""
        for element in self.elements:
            if isinstance(element, Heading) and element.key:
                yield element


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents, and a bookmark: where it leads, its number or nothing, its words, its depth."""

    key: str
    number: str
    text: str
    depth: int = 0


def parts_of(shares: Sequence[float], width: float, gap: float) -> tuple[float, ...]:
    """Return the widths of columns that share a width, with gaps between them, in points."""
    room = width - gap * (len(shares) - 1)
    total = sum(shares)
    return tuple(room * share / total for share in shares)
