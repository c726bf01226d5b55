"""A chart of events along a time axis: a dot for an exact day, a hatched bar for an inexact date.

Keys and screen readers use it as a list: each row has its date in words.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hrddesk.analysis.overview.timelines import Moment, Timeline, ticks, timeline
from hrddesk.records.model.record import RecordId
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.widgets.lists.entry_list import EntryList
from hrddesk_ui.widgets.lists.entry_list_model import ENTRY_ROLE, ListEntry
from hrddesk_ui.widgets.lists.row_ground import paint_ground

_Index = QModelIndex | QPersistentModelIndex
_LABELS = 0.38  # of the width, for what happened and when
_BAR = 12  # pixels high
_DOT = 5  # pixels of a radius
_TICK_WIDTH = 64  # pixels, at least, from one tick to the next
_DOUBT = "?"


class _Scale:
    """The horizontal positions of days, for the axis and for all rows."""

    def __init__(self) -> None:
        self.line: Timeline = timeline(())
        self.moments: Mapping[RecordId, Moment] = {}

    def area(self, rect: QRect) -> QRect:
        """Return the part of a row that lies below the time axis, to the right of the words."""
        left = rect.left() + round(rect.width() * _LABELS)
        return QRect(left, rect.top(), rect.right() - left - 3 * tokens.GRID, rect.height())

    def ticks(self, area: QRect) -> list[tuple[int, str]]:
        """Return the positions and the texts of as many ticks of the axis as have room."""
        days = ticks(self.line, area.width() // _TICK_WIDTH)
        by_month = any(day.month != 1 for day in days)
        return [
            (
                area.left() + round(self.line.place(day) * area.width()),
                f"{day.year}-{day.month:02}" if by_month else str(day.year),
            )
            for day in days
        ]


class _Axis(QWidget):
    """The labels of the time axis above the rows."""

    def __init__(self, scale: _Scale, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = scale
        self.setFixedHeight(heights.line(self) + tokens.GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the months or years of the axis."""
        del event
        painter = QPainter(self)
        painter.setPen(QColor(theme.colours().muted))
        for x, text in self._scale.ticks(self._scale.area(self.contentsRect())):
            painter.drawText(
                QRect(x - _TICK_WIDTH, 0, 2 * _TICK_WIDTH, self.height()), Qt.AlignmentFlag.AlignCenter, text
            )


class _BarDelegate(QStyledItemDelegate):
    """Paints the row of one event: words on the left, and its days at their place along the axis."""

    def __init__(self, scale: _Scale, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = scale
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row: one line of text in any script, with space around it."""
        return QSize(160, heights.line(self._view) + 2 * tokens.GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row: its background, words, ticks and days."""
        entry: ListEntry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect
        colours = theme.colours()
        ink = QColor(colours.text)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, option.state)
        self._paint_words(painter, rect, entry, ink)
        area = self._scale.area(rect)
        painter.setPen(QPen(QColor(colours.line), 1))
        for x, _ in self._scale.ticks(area):
            painter.drawLine(x, rect.top(), x, rect.bottom())
        moment = self._scale.moments.get(entry.id)
        if moment is not None and moment.is_dated:
            self._paint_days(painter, area, moment, ink)
        else:
            painter.setPen(ink)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, f"{_DOUBT}  {entry.lead}")
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, entry: ListEntry, ink: QColor) -> None:
        words = rect.adjusted(tokens.GRID, 0, 0, 0)
        words.setRight(self._scale.area(rect).left() - 2 * tokens.GRID)
        text = " · ".join(part for part in (entry.lead, entry.first, entry.second) if part)
        painter.setPen(ink)
        painter.drawText(
            words,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width()),
        )

    def _paint_days(self, painter: QPainter, area: QRect, moment: Moment, ink: QColor) -> None:
        start, end = (area.left() + part * area.width() for part in self._scale.line.stretch(moment))
        middle = area.center().y()
        doubtful = moment.date.doubtful
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DashLine if doubtful else Qt.PenStyle.SolidLine))
        if end - start < 2 * _DOT:
            painter.setBrush(QBrush(ink) if moment.is_exact else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF((start + end) / 2, middle), _DOT, _DOT)
        else:
            painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(QRectF(start, middle - _BAR / 2, end - start, _BAR))
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(QBrush(ink))
        if moment.date.earliest is None:
            painter.drawPolygon(_arrow(start, middle, -1))
        if moment.date.latest is None:
            painter.drawPolygon(_arrow(end, middle, 1))
        if doubtful:
            painter.drawText(QPointF(max(start, end) + _DOT + 3, middle + _DOT), _DOUBT)


def _arrow(x: float, y: float, way: int) -> QPolygonF:
    """Return an arrowhead at x for a period with an open end; `way` is -1 to the left, 1 to the right."""
    return QPolygonF([QPointF(x, y - _BAR), QPointF(x + way * _BAR, y), QPointF(x, y + _BAR)])


class TimelineChart(QWidget):
    """The list of events with the time axis above.

    The list emits `opened` on Return or a double click.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the chart; `name` is what screen readers call its list."""
        super().__init__(parent)
        self._scale = _Scale()
        self.axis = _Axis(self._scale, self)
        self.rows = EntryList(name, parent=self)
        self.rows.setItemDelegate(_BarDelegate(self._scale, self.rows))
        boxes.column(self.axis, (self.rows, 1), parent=self, spacing=0)

    def show_line(self, line: Timeline, entry: Callable[[Moment], ListEntry]) -> None:
        """Show events by their dates, and below them the events without a date.

        `entry` makes the entry of the list for an event.
        """
        moments = [*line.dated, *line.undated]
        self._scale.line = line
        self._scale.moments = {moment.event.id: moment for moment in moments}
        self.rows.entries.show([entry(moment) for moment in moments])
        if moments and not self.rows.currentIndex().isValid():
            self.rows.setCurrentIndex(self.rows.entries.index(0))
        self.axis.update()
        self.rows.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the axis as wide as the rows, which are narrower beside a scroll bar."""
        super().resizeEvent(event)
        self.axis.setContentsMargins(0, 0, self.width() - self.rows.viewport().width(), 0)
        self.axis.update()
