"""The table that shows a long list, for mouse and keyboard."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hrddesk.records.model.record import RecordId
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.widgets.lists.paged_table_model import PagedTableModel
from hrddesk_ui.widgets.lists.sort_header import SortHeader


class _ElidedCells(QStyledItemDelegate):
    """Shortens the text of a cell before it is laid out.

    Qt centres a cell by the height of its whole text: a short name stood too high in its cell where the part
    that is cut off has a higher script.
    """

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - 2 * tokens.GRID
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)


class PagedTable(QTableView):
    """A table that selects whole rows: one row, or several rows if `multiple` is set."""

    chosen = Signal(str)
    """The user selected this record; not emitted by `select`."""
    several = Signal()
    """The user selected more than one row."""
    entered = Signal(str)
    """The user wants to open this record."""

    def __init__(
        self, name: str, model: PagedTableModel[Any], parent: QWidget | None = None, *, multiple: bool = False
    ) -> None:
        """Make the table; screen readers announce `name`."""
        super().__init__(parent)
        self._paged = model
        self._quiet = False
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if multiple else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_ElidedCells(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(heights.field(self))
        heads = SortHeader(self)
        self.setHorizontalHeader(heads)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.doubleClicked.connect(lambda index: self.entered.emit(model.id_at(index.row())))

    def select(self, record: RecordId) -> bool:
        """Select a record without emitting `chosen`; return whether the list contains the record."""
        row = self._paged.row_of(record)
        if row < 0:
            return False
        self._quiet = True
        # Not selectRow(): while Ctrl is held, as for Ctrl+S, that adds to what is selected.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._paged.index(row, 0), flags.ClearAndSelect | flags.Rows)
        self._quiet = False
        self.scrollTo(self._paged.index(row, 0))
        return True

    def selected(self) -> list[RecordId]:
        """Return the records that are selected, in the order of the list."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        rows = {row for each in ranges for row in range(each.top(), each.bottom() + 1)}
        return [self._paged.id_at(row) for row in sorted(rows)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the record of the current row on Return, and select that row unless several rows are selected.

        The current row may not be the selected one: Ctrl and an arrow key move to a row without selecting it.
        """
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            record = self._paged.id_at(index.row())
            if len(self.selected()) < 2:
                self.select(record)
            self.entered.emit(record)
            return
        super().keyPressEvent(event)

    def _on_selection(self) -> None:
        if self._quiet:
            return
        chosen = self.selected()
        if len(chosen) == 1:
            self.chosen.emit(chosen[0])
        elif chosen:
            self.several.emit()
