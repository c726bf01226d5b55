"""The view of a short list: each entry has two lines, and may have a lead (such as a date) before them."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hrddesk.records.model.record import RecordId
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.lists.entry_list_model import ENTRY_ROLE, EntryListModel, ListEntry
from hrddesk_ui.widgets.lists.row_ground import paint_ground

_Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Paints the two lines of an entry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a size with room for two lines of any script and the space around them."""
        return QSize(160, 2 * heights.line(self._view) + 2 * tokens.GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the background and the two lines."""
        entry: ListEntry = index.data(ENTRY_ROLE)
        colours = theme.colours()
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, option.state)
        strong, weak = QColor(colours.text), QColor(colours.muted)
        inner = rect.adjusted(tokens.GRID, tokens.GRID, -tokens.GRID, -tokens.GRID)
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        lower = QRect(inner.left(), upper.bottom() + 1, inner.width(), inner.height() // 2)
        if not entry.second:
            upper = upper.united(lower)
        bold = QFont(self._view.font())
        bold.setWeight(QFont.Weight.DemiBold)
        _line(painter, upper, entry.first, bold, strong)
        if entry.found[0] < entry.found[1]:
            _marked_line(painter, lower, entry, self._view.font(), weak)
        else:
            _line(painter, lower, entry.second, self._view.font(), weak)
        painter.restore()


def _line(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    elided = painter.fontMetrics().elidedText(
        " ".join(text.split()), Qt.TextElideMode.ElideRight, rect.width()
    )
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)


def _marked_line(painter: QPainter, rect: QRect, entry: ListEntry, font: QFont, colour: QColor) -> None:
    """Paint the second line; the words that were searched for are underlined and highlighted."""
    start, end = (
        len(entry.second[:offset].encode("utf-16-le", "surrogatepass")) // 2 for offset in entry.found
    )
    mark = QTextLayout.FormatRange()
    style = QTextCharFormat()
    style.setBackground(QColor(theme.colours().mark))
    style.setForeground(QColor(theme.colours().text))
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    style.setFontWeight(QFont.Weight.DemiBold)
    mark.start, mark.length, mark.format = start, end - start, style
    layout = QTextLayout(entry.second, font)
    options = QTextOption()
    options.setWrapMode(QTextOption.WrapMode.NoWrap)
    options.setTextDirection(painter.layoutDirection())
    layout.setTextOption(options)
    layout.setFormats([mark])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    painter.setClipRect(rect)
    painter.setPen(colour)
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))


class EntryList(QListView):
    """A list of entries. Return or a double click opens an entry; Delete asks to remove one."""

    opened = Signal(str)
    """The record that a person wants to see or edit."""
    removal_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make the list; screen readers announce `name`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._entries = EntryListModel(self)
        self.setModel(self._entries)
        self.setItemDelegate(EntryDelegate(self))
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def entries(self) -> EntryListModel:
        """The model that holds the entries."""
        return self._entries

    def current(self) -> RecordId | None:
        """Return the record of the selected entry; None if no entry is selected."""
        index = self.currentIndex()
        return self._entries.entry(index.row()).id if index.isValid() else None

    def select(self, record: RecordId) -> None:
        """Select a record if the list contains it."""
        row = self._entries.row_of(record)
        if row >= 0:
            self.setCurrentIndex(self._entries.index(row))
            self.scrollTo(self._entries.index(row))

    def select_near(self, row: int) -> None:
        """Select the entry in this row, or the last entry if there are fewer rows; called with the row
        of an entry that was removed.
        """
        if self._entries.rowCount():
            self.setCurrentIndex(self._entries.index(min(max(row, 0), self._entries.rowCount() - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the entry on Return; ask to remove the entry on Delete."""
        record = self.current()
        if record is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(record)
        elif record is not None and event.key() == Qt.Key.Key_Delete:
            if event.isAutoRepeat():
                return  # a key that is held down deletes one thing
            self.removal_asked.emit(record)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the entry on a double click."""
        super().mouseDoubleClickEvent(event)
        record = self.current()
        if record is not None and self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit(record)
