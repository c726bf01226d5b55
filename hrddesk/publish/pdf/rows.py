"""The rows of a table: cells side by side, of which the last may continue on the next page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hrddesk.publish.typesetting.lettering import Ink, number
from hrddesk.publish.typesetting.paragraph import ScriptParagraph

Begin = Callable[[int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a table: their widths, the gap between two columns, and the room above and below cells.

    All lengths are in points; `rule` is the colour of the line below a row, or None.
    """

    widths: tuple[float, ...]
    gap: float
    above: float
    below: float
    rule: Ink | None
    lefts: tuple[float, ...] = field(init=False)
    """The left edge of each column, in points."""

    def __post_init__(self) -> None:
        """Compute the left edges of the columns once."""
        lefts = (sum(self.widths[:index]) + index * self.gap for index in range(len(self.widths)))
        object.__setattr__(self, "lefts", tuple(lefts))


class RowFlowable:
    """A row of cells, each of which is a stack of paragraphs; `last` draws a line below the row.

    Only the last cell may be split between pages, so the content of the pages keeps the reading order.
    """

    def __init__(
        self, cells: Sequence[Sequence[ScriptParagraph]], columns: Columns, *, last: bool = True
    ) -> None:
        self.cells = cells
        self.columns = columns
        self._last = last  # whether the rule is drawn below

    def wrap(self, width: float) -> float:
        """Wrap every cell to the width of its column; return the height of the row in points."""
        tallest = 0.0
        for cell, column in zip(self.cells, self.columns.widths, strict=True):
            height = 0.0
            for paragraph in cell:
                height += paragraph.wrap(column)
            tallest = max(tallest, height)
        self.width, self.height = width, tallest + self.columns.above + self.columns.below
        return self.height

    def split(self, width: float, room: float) -> list["RowFlowable"]:
        """Return a row that fits into `room` points, and a row with the rest.

        Return only this row if all of it fits. Return an empty list if a cell before the last cell does not
        fit as a whole, or if no line of the last cell fits.
        """
        columns = self.columns
        room -= columns.above + columns.below
        for cell, column in zip(self.cells[:-1], columns.widths, strict=False):
            if sum(paragraph.wrap(column) for paragraph in cell) > room:
                return []
        top, rest = split_stack(self.cells[-1], columns.widths[-1], room)
        if not top or not rest:
            return [] if rest else [self]
        empty: list[Sequence[ScriptParagraph]] = [[] for _ in self.cells[:-1]]
        parts = (
            RowFlowable([*self.cells[:-1], top], columns, last=False),
            RowFlowable([*empty, rest], columns, last=self._last),
        )
        for part in parts:
            part.wrap(width)
        return list(parts)

    def left(self, index: int) -> float:
        """Return the distance, in points, of a cell from the left edge of the row."""
        return self.columns.lefts[index]

    def draw_at(self, code: list[str], x: float, y: float, begin: Begin | None = None) -> None:
        """Draw the row with its lower left corner at (x, y); `wrap` must have been called.

        `begin` takes the number of a cell and returns the operator that begins the marked content of the
        cell. If `begin` is None, the whole row is already within marked content.
        """
        columns = self.columns
        if self._last and columns.rule is not None:
            line = rule(x, y, self.width, columns.rule)
            code.append(line if begin is None else artifact(line))
        for index, cell in enumerate(self.cells):
            if not cell:
                continue
            if begin is not None:
                code.append(begin(index))
            height = y + self.height - columns.above
            for paragraph in cell:
                height -= paragraph.height
                paragraph.draw_at(code, x + self.left(index), height)
            if begin is not None:
                code.append("EMC")


def split_stack(
    stack: Sequence[ScriptParagraph], width: float, room: float
) -> tuple[list[ScriptParagraph], list[ScriptParagraph]]:
    """Split a stack of paragraphs; return those that fit into `room` points of height, and the rest."""
    for index, paragraph in enumerate(stack):
        height = paragraph.wrap(width)
        if height > room:
            parts = paragraph.split(width, room)
            rest = parts[1:] or [paragraph]
            return [*stack[:index], *parts[:1]], [*rest, *stack[index + 1 :]]
        room -= height
    return list(stack), []


def rule(x: float, y: float, width: float, ink: Ink) -> str:
    """Return the operators that draw a thin horizontal line."""
    return f"{ink.stroke()} 0.5 w {number(x)} {number(y)} m {number(x + width)} {number(y)} l S"


def artifact(operators: str) -> str:
    """Return operators marked as an artifact, which screen readers ignore."""
    return f"/Artifact BMC {operators} EMC"
