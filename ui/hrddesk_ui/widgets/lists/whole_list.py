"""A list that is as high as all its entries, so that the page around it scrolls."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hrddesk.records.model.record import RecordId
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.layout import page_layout
from hrddesk_ui.widgets.lists.entry_list import EntryList
from hrddesk_ui.widgets.lists.row_ground import paint_ground
from hrddesk_ui.widgets.lists.whole_entry import EntryLayout, lay_out, paint_entry

_MARK = 9  # pixels across
_LAST_LINES = 48  # pixels of an entry that stay in sight above what unfolds below it
_Index = QModelIndex | QPersistentModelIndex


class WholeList(EntryList):
    """A list without a scroll bar of its own. All lines wrap; chips and small pictures stand below them.

    Room can be left below an entry for a widget that belongs to the entry: see `leave_room`.
    """

    arranged = Signal()
    """The entries have other places than before."""
    escaped = Signal()
    """Escape was pressed in the list."""
    chip_chosen = Signal(str)
    """The record of a chip that was clicked."""

    def __init__(self, name: str, *, lead_width: int = 0, parent: QWidget | None = None) -> None:
        """Make the list; screen readers announce `name`; `lead_width` is in pixels."""
        super().__init__(name, parent)
        self.lead_width = lead_width
        self._layouts: list[EntryLayout] = []
        self._pictures: dict[RecordId, QPixmap] = {}
        self.unfolded_before_click: RecordId | None = None
        """The entry below which there was room when the mouse was pressed; None if there was none."""
        self.is_in_use = False
        """Whether the current entry is marked: the keyboard focus is in the section of the list."""
        self._room_below: RecordId | None = None  # None: the room is at the end
        self._room = 0  # pixels
        self.setItemDelegate(_WholeEntryDelegate(self))
        self.setUniformItemSizes(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entries.modelReset.connect(self._arrange)
        self.entries.dataChanged.connect(lambda *_: self._arrange())
        self._arrange()

    def layout_of(self, row: int) -> EntryLayout:
        """Return how the entry in that row is laid out."""
        if len(self._layouts) != self.entries.rowCount():  # asked between a change and its signal
            self._break_lines()
        return self._layouts[row]

    def room_of(self, row: int) -> int:
        """Return the height of the room below the entry in that row: 0 for all rows but one."""
        return self._room if self._room and self.entries.entry(row).id == self._room_below else 0

    @property
    def room(self) -> int:
        """The height of the room that is left, in pixels."""
        return self._room

    def height_of(self, record: RecordId | None) -> int:
        """Return the height of the entry of a record in pixels, without room below it; 0 for no entry."""
        row = -1 if record is None else self.entries.row_of(record)
        return self.layout_of(row).height if row >= 0 else 0

    def leave_room(self, record: RecordId | None, height: int) -> None:
        """Leave room of this height below the entry of a record, or at the end of the list for None."""
        if (record, height) != (self._room_below, self._room):
            self._room_below, self._room = record, height
            self._arrange()

    def top_of_room(self) -> int:
        """Return where the room begins, in pixels from the top of the list."""
        row = -1 if self._room_below is None else self.entries.row_of(self._room_below)
        if row < 0:
            return self.height() - self._room
        return self.visualRect(self.entries.index(row)).top() + self.layout_of(row).height + self.frameWidth()

    def has_picture(self, evidence: RecordId) -> bool:
        """Tell whether the small picture of a piece of evidence is known."""
        return evidence in self._pictures

    def show_picture(self, evidence: RecordId, picture: QPixmap) -> None:
        """Show a small picture at the entries that name this piece of evidence."""
        self._pictures[evidence] = picture
        self._arrange()

    def _break_lines(self) -> None:
        width = self.viewport().width()
        entries = [self.entries.entry(row) for row in range(self.entries.rowCount())]
        self._layouts = [
            lay_out(
                entry,
                width,
                self.lead_width,
                self,
                [self._pictures[each] for each in entry.pictures if each in self._pictures],
            )
            for entry in entries
        ]

    def _arrange(self) -> None:
        """Lay out the entries, and give the list the height of all of them."""
        self._break_lines()
        row = -1 if self._room_below is None else self.entries.row_of(self._room_below)
        heights = sum(layout.height for layout in self._layouts) + self._room
        self._room_below = self._room_below if row >= 0 else None
        self.setFixedHeight(heights + 2 * self.frameWidth())
        self.doItemsLayout()
        self.arranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll the page around the list until the entry is visible."""
        area = self._page()
        if area is None or (content := area.widget()) is None or not self.hasFocus():
            return  # what nobody is looking at does not move the page
        top = self.viewport().mapTo(content, self.visualRect(index).topLeft()).y()
        for y in (top + self.layout_of(index.row()).height, top):
            area.ensureVisible(0, y, 0, tokens.GRID)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Return the end of the current entry as the place of the cursor: what unfolds is below it."""
        index = self.currentIndex()
        if query is not Qt.InputMethodQuery.ImCursorRectangle or not index.isValid():
            return super().inputMethodQuery(query)
        place, height = self.visualRect(index), self.layout_of(index.row()).height
        last = min(height, _LAST_LINES)
        return QRect(place.left(), place.top() + height - last, place.width(), last)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let a page key move as far as the page around the list is high."""
        steps = {
            QAbstractItemView.CursorAction.MovePageDown: 1,
            QAbstractItemView.CursorAction.MovePageUp: -1,
        }
        if action not in steps or (area := self._page()) is None or not self.currentIndex().isValid():
            return super().moveCursor(action, modifiers)
        way, row, height = steps[action], self.currentIndex().row(), 0
        while 0 <= row + way < self.entries.rowCount():
            height += self.layout_of(row).height
            if height > area.viewport().height() and row != self.currentIndex().row():
                break
            row += way
        return self.entries.index(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `escaped` on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        super().keyPressEvent(event)

    def _page(self) -> QScrollArea | None:
        return next(iter(page_layout.scroll_areas(self)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which entry has the room, before the press selects another entry."""
        self.unfolded_before_click = self._room_below if self._room else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Emit `chip_chosen` if a chip was clicked."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            rect = self.visualRect(index)
            for chip, place_in_entry in self.layout_of(index.row()).chips:
                frame = place_in_entry.translated(rect.topLeft())
                if QStyle.visualRect(self.layoutDirection(), rect, frame).contains(place):
                    self.setState(QAbstractItemView.State.NoState)
                    self.chip_chosen.emit(chip.id)
                    return
        super().mouseReleaseEvent(event)


class _WholeEntryDelegate(QStyledItemDelegate):
    def __init__(self, view: WholeList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.row()
        return QSize(160, self._view.layout_of(row).height + self._view.room_of(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view, row = self._view, index.row()
        layout, entry = view.layout_of(row), view.entries.entry(row)
        rect = QRect(option.rect)
        rect.setHeight(layout.height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        if not view.is_in_use and not view.room_of(row):
            state &= ~QStyle.StateFlag.State_Selected  # several lists on a page: one selection is enough
        paint_ground(painter, rect, state)
        if view.lead_width and layout.paragraphs:
            first = layout.paragraphs[0].layout.lineAt(0)
            middle = QPoint(
                layout.paragraphs[0].place.left() - tokens.GRID - (_MARK + 1) // 2,
                tokens.GRID + round(first.height() / 2),
            )
            place = QStyle.visualPos(option.direction, rect, middle + rect.topLeft())
            _paint_mark(painter, option.rect, place, index, is_hollow=entry.uncertain)
        paint_entry(painter, rect, option, layout)
        painter.restore()


def _paint_mark(painter: QPainter, rect: QRect, middle: QPoint, index: _Index, *, is_hollow: bool) -> None:
    """Paint the dot beside a lead at `middle`, and the line that joins it to the dots above and below."""
    strong = QColor(theme.colours().text)
    painter.setPen(QPen(QColor(theme.colours().line), 1))
    if index.row() > 0:
        painter.drawLine(middle.x(), rect.top(), middle.x(), middle.y() - _MARK)
    if index.row() < index.model().rowCount() - 1:
        painter.drawLine(middle.x(), middle.y() + _MARK, middle.x(), rect.bottom())
    painter.setPen(QPen(strong, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush if is_hollow else strong)
    painter.drawEllipse(middle, _MARK // 2, _MARK // 2)
