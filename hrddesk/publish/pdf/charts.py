"""Charts as rows of a page: bars below each other, and a line chart over time."""

from typing import Final

from hrddesk.publish.content.elements import LineChart, PrintedBar, parts_of
from hrddesk.publish.pdf import page_style
from hrddesk.publish.pdf.rows import Begin, Columns, RowFlowable, artifact, rule
from hrddesk.publish.typesetting.lettering import Anchor, Typesetter, draw_line, line_width, number
from hrddesk.publish.typesetting.paragraph import ScriptParagraph

_BAR_GAP: Final = 6.0  # points between a bar and its number
_PLOT: Final = 150.0  # height of a line chart without the words below it
_OVER: Final = 8.0  # room above the highest number of the scale
_DOT: Final = 1.6


class BarRow(RowFlowable):
    """A row with one bar of a chart: the label, the bar, and the number at the end of the bar."""

    def __init__(self, bar: PrintedBar, setter: Typesetter) -> None:
        text = ScriptParagraph(bar.number, page_style.CELL, setter)
        cells = [[ScriptParagraph(bar.label, page_style.CELL, setter)], [text]]
        super().__init__(cells, page_style.BARS)
        room = page_style.BARS.widths[1] - line_width(bar.number, page_style.CELL, setter) - _BAR_GAP
        self._length = None if bar.length is None else max(0.0, room) * bar.length

    def left(self, index: int) -> float:
        """Return the left edge of a cell; the number is a cell that begins at the end of the bar."""
        moved = 0.0 if self._length is None else self._length + _BAR_GAP
        return super().left(index) + (moved if index else 0.0)

    def draw_at(self, code: list[str], x: float, y: float, begin: Begin | None = None) -> None:
        """Draw the row with its lower left corner at (x, y); `wrap` must have been called."""
        if self._length is not None:
            left_edge = x + self.columns.lefts[1]
            height = page_style.CELL.leading * 0.62
            lower = y + self.height - self.columns.above - page_style.CELL.leading / 2 - height / 2
            box = f"{number(left_edge)} {number(lower)} {number(self._length)} {number(height)} re"
            code.append(artifact(f"{page_style.CHART.fill()} {box} f"))
        super().draw_at(code, x, y, begin)


class LineRow(RowFlowable):
    """A line chart over time, with numbers at its side and times below it."""

    def __init__(self, chart: LineChart, setter: Typesetter) -> None:
        self._chart = chart
        self._setter = setter
        self._margin = 8.0 + max(line_width(text, page_style.CELL_QUIET, setter) for _, text in chart.steps)
        marks = len(chart.marks)
        widths = parts_of((1.0,) * marks, page_style.WIDTH - self._margin, 4.0)
        columns = Columns(
            widths=(self._margin, *widths), gap=0.0 if marks == 1 else 4.0, above=_PLOT, below=4.0, rule=None
        )
        words = [[ScriptParagraph(text, page_style.CELL_QUIET, setter)] for _, text in chart.marks]
        super().__init__([[], *words], columns)

    def draw_at(self, code: list[str], x: float, y: float, begin: Begin | None = None) -> None:
        """Draw the row with its lower left corner at (x, y); `wrap` must have been called."""
        chart, setter = self._chart, self._setter
        floor = y + self.height - _PLOT + 6
        height = _PLOT - 6 - _OVER
        left_edge = x + self._margin
        code += [
            artifact(
                rule(left_edge, floor + share * height, page_style.WIDTH - self._margin, page_style.HAIRLINE)
            )
            for share, _ in chart.steps
        ]
        code.append(artifact(self._line(left_edge, floor, height)))
        if begin is not None:
            code.append(begin(0))
        for share, text in chart.steps:
            base = floor + share * height - 0.36 * page_style.CELL_QUIET.size
            draw_line(code, text, left_edge - 6, base, page_style.CELL_QUIET, setter, Anchor.RIGHT)
        if begin is not None:
            code.append("EMC")
        super().draw_at(code, x, y, begin)

    def _line(self, left_edge: float, floor: float, height: float) -> str:
        """Return the operators that draw the line; a single point between two gaps becomes a short stroke."""
        chart = self._chart
        distance = (page_style.WIDTH - self._margin) / max(1, len(chart.points))
        parts = [page_style.CHART.stroke(), "1.5 w"]
        before: tuple[float, float] | None = None
        for index, point in enumerate(chart.points):
            if point is None:
                before = None
                continue
            here = left_edge + (index + 0.25) * distance, floor + point * height
            start = before or (here[0] - _DOT, here[1])
            end = here if before else (here[0] + _DOT, here[1])
            parts.append(f"{number(start[0])} {number(start[1])} m {number(end[0])} {number(end[1])} l S")
            before = here
        return " ".join(parts)
