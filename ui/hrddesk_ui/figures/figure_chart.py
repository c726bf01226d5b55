"""Charts of figures: bars for a table, a line for a trend. What is only possible is hatched.

The table below the chart has the same numbers and takes the focus; the chart is only to be seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrddesk_ui.theme import heights, theme, tokens

_STEPS = (1, 2, 5, 10)
_TICKS = 4
_LINE_HEIGHT = 26 * tokens.GRID
_POINT = 3.5  # pixels: half of what marks a month


@dataclass(frozen=True, slots=True)
class Bar:
    """One number of a chart, with its label.

    `count` is None if the number is hidden. `possible` is the greatest number that may have to be added to
    `count`. `shown` is the number in words.
    """

    label: str
    count: int | None
    possible: int = 0
    shown: str = ""

    @property
    def most(self) -> int:
        """The greatest possible number: `count` (0 if it is hidden) plus `possible`."""
        return (self.count or 0) + self.possible


def top_of(most: int) -> int:
    """Return the end of a scale for numbers up to `most`.

    It is a multiple of a round step: 1, 2 or 5 times a power of ten.
    """
    if most <= _TICKS:
        return max(1, most)
    power = 10 ** int(log10(most / _TICKS))
    step = next(factor * power for factor in _STEPS if factor * power * _TICKS >= most)
    return int(step * ceil(most / step))


class FigureChart(QWidget):
    """A chart of bars, one below the other, or of a line from left to right."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the chart; `name` is what screen readers call it."""
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._as_line = False
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("The table has the same numbers."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The numbers that the chart shows."""
        return self._bars

    @property
    def as_line(self) -> bool:
        """Whether the chart is drawn as a line."""
        return self._as_line

    def show_bars(self, bars: Sequence[Bar], *, as_line: bool = False) -> None:
        """Draw these numbers; `as_line` draws a line through them, for numbers of periods in order."""
        self._bars, self._as_line = tuple(bars), as_line and len(bars) > 1
        self.setVisible(bool(bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size in which all bars fit."""
        if self._as_line:
            return QSize(40 * tokens.GRID, _LINE_HEIGHT)
        return QSize(40 * tokens.GRID, len(self._bars) * self._row() + 2 * tokens.GRID)

    def minimumSizeHint(self) -> QSize:
        """Return a narrow size with the full height: a chart that is cut off below would be misleading."""
        return QSize(20 * tokens.GRID, self.sizeHint().height())

    def _row(self) -> int:
        return heights.line(self) + tokens.GRID

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._as_line:
            self._draw_line(painter)
        else:
            self._draw_bars(painter)
        painter.end()

    def _draw_bars(self, painter: QPainter) -> None:
        colours, metrics = theme.colours(), self.fontMetrics()
        row, gap = self._row(), tokens.GRID
        labels = min(
            max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=0) + tokens.GRID // 2,
            self.width() * 2 // 5,
        )
        numbers = max((metrics.horizontalAdvance(bar.shown) for bar in self._bars), default=0)
        room = max(1, self.width() - labels - numbers - 4 * gap)
        most = max((bar.most for bar in self._bars), default=0) or 1
        for number, bar in enumerate(self._bars):
            top = gap + number * row
            painter.setPen(QColor(colours.text))
            label = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, labels)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(gap, top, labels, row), Qt.AlignmentFlag.AlignRight | middle, label)
            left = labels + 2 * gap
            solid = room * (bar.count or 0) / most
            open_ = room * bar.possible / most
            body = QRectF(left, top + gap / 2, solid, row - gap)
            painter.fillRect(body, QColor(colours.accent))
            if bar.possible:
                beside = QRectF(left + solid, top + gap / 2, open_, row - gap)
                painter.fillRect(beside, QBrush(QColor(colours.link), Qt.BrushStyle.BDiagPattern))
                painter.setPen(QColor(colours.edge))
                painter.drawRect(beside)
            painter.setPen(QColor(colours.text))
            right = QRectF(left + solid + open_ + gap / 2, top, numbers + gap, row)
            painter.drawText(right, Qt.AlignmentFlag.AlignLeft | middle, bar.shown)
        painter.setPen(QColor(colours.edge))
        base = labels + 2 * gap
        painter.drawLine(base, gap // 2, base, gap + len(self._bars) * row)

    def _draw_line(self, painter: QPainter) -> None:
        colours, metrics = theme.colours(), self.fontMetrics()
        top = top_of(max(bar.most for bar in self._bars))
        area = self._area(metrics, top)
        self._draw_scale(painter, area, top)
        step = area.width() / max(1, len(self._bars) - 1)
        points = QPolygonF()
        for number, bar in enumerate(self._bars):
            x = area.left() + number * step
            low = area.bottom() - area.height() * (bar.count or 0) / top
            if bar.possible:
                high = area.bottom() - area.height() * bar.most / top
                stripe = QRectF(x - _POINT, high, 2 * _POINT, low - high)
                painter.fillRect(stripe, QBrush(QColor(colours.link), Qt.BrushStyle.BDiagPattern))
                painter.setPen(QColor(colours.edge))
                painter.drawRect(stripe)
            points.append(QPointF(x, low))
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawPolyline(points)
        painter.setBrush(QColor(colours.accent))
        for number, bar in enumerate(self._bars):
            if bar.count is None:
                self._mark_hidden(painter, points.at(number))
            else:
                painter.drawEllipse(points.at(number), _POINT, _POINT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._draw_periods(painter, area, step)

    def _mark_hidden(self, painter: QPainter, point: QPointF) -> None:
        painter.drawText(QRectF(point.x() - 10, point.y() - 20, 20, 20), Qt.AlignmentFlag.AlignCenter, "?")

    def _area(self, metrics: QFontMetrics, top: int) -> QRectF:
        gap = tokens.GRID
        left = metrics.horizontalAdvance(f"{top:,}") + 2 * gap
        bottom = metrics.height() + gap
        return QRectF(left, 2 * gap, max(1, self.width() - left - 4 * gap), self.height() - bottom - 3 * gap)

    def _draw_scale(self, painter: QPainter, area: QRectF, top: int) -> None:
        colours = theme.colours()
        ticks = sorted({round(top * number / _TICKS) for number in range(_TICKS + 1)})
        for tick in ticks:
            y = area.bottom() - area.height() * tick / top
            painter.setPen(QColor(colours.line))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(colours.muted))
            place = QRectF(0, y - tokens.GRID, area.left() - tokens.GRID, 2 * tokens.GRID)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{tick:,}")

    def _draw_periods(self, painter: QPainter, area: QRectF, step: float) -> None:
        """Write the labels of periods below the axis, from the first; leave some out if there is too little
        room.
        """
        metrics = self.fontMetrics()
        width = max(metrics.horizontalAdvance(bar.label) for bar in self._bars) + 2 * tokens.GRID
        every = max(1, ceil(width / step))
        painter.setPen(QColor(theme.colours().muted))
        for number in range(0, len(self._bars), every):
            place = QRectF(
                area.left() + number * step - width / 2,
                area.bottom() + tokens.GRID / 2,
                width,
                metrics.height(),
            )
            place.moveRight(min(place.right(), self.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._bars[number].label)
