"""Rows of a table: cells side by side, of which the last may go on upon the next page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hrddesk.publish.typesetting.lettering import Ink, number
from hrddesk.publish.typesetting.paragraph import ScriptParagraph

Begin = Callable[[int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Widths of the columns and the gap between two, in points; room above and below each cell."""

    widths: tuple[float, ...]
    gap: float
    above: float
    below: float
    rule: Ink | None
    lefts: tuple[float, ...] = field(init=False)
    """Where each column begins."""

    def __post_init__(self) -> None:
        """Add the columns up, once."""
        lefts = (sum(self.widths[:index]) + index * self.gap for index in range(len(self.widths)))
        object.__setattr__(self, "lefts", tuple(lefts))


class RowFlowable:
    """A row of cells, each a column of paragraphs; `last`: with the rule below. Only the last cell is split.

    So what stands on the pages stays in the order in which it is read.
    """

    def __init__(
        self, cells: Sequence[Sequence[ScriptParagraph]], columns: Columns, *, last: bool = True
    ) -> None:
        self.cells = cells
        self.columns = columns
        self._last = last  # whether the rule is drawn below

    def wrap(self, width: float) -> float:
        """Wrap every cell to its column; return the height of the row, which is `width` points wide."""
        tallest = 0.0
        for cell, column in zip(self.cells, self.columns.widths, strict=True):
            height = 0.0
            for paragraph in cell:
                height += paragraph.wrap(column)
            tallest = max(tallest, height)
        self.width, self.height = width, tallest + self.columns.above + self.columns.below
        return self.height

    def split(self, width: float, room: float) -> list["RowFlowable"]:
        """Return the part that fits and the rest; nothing when the cells before the last do not fit."""
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
        """Return where the cell with this number begins, from the left edge of the row."""
        return self.columns.lefts[index]

    def draw_at(self, code: list[str], x: float, y: float, begin: Begin | None = None) -> None:
        """Draw with the lower left corner at (x, y); call `wrap` before.

        `begin` gives the operator that begins the content of the cell with this number; without it all of the
        row is marked already.
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
    """Cut paragraphs one below the other where `room` points are used up."""
    for index, paragraph in enumerate(stack):
        height = paragraph.wrap(width)
        if height > room:
            parts = paragraph.split(width, room)
            rest = parts[1:] or [paragraph]
            return [*stack[:index], *parts[:1]], [*rest, *stack[index + 1 :]]
        room -= height
    return list(stack), []


def rule(x: float, y: float, width: float, ink: Ink) -> str:
    """Return the operators of a thin horizontal line."""
    return f"{ink.stroke()} 0.5 w {number(x)} {number(y)} m {number(x + width)} {number(y)} l S"


def artifact(operators: str) -> str:
    """Return operators that say nothing to whom the page is read aloud, marked so."""
    return f"/Artifact BMC {operators} EMC"
