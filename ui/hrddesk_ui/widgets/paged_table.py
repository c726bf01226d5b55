"""The table of a long list, by mouse and keyboard."""

from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hrddesk.records.record import RecordId
from hrddesk_ui.models.paged_table_model import PagedTableModel
from hrddesk_ui.widgets import heights


class PagedTable(QTableView):
    """Whole rows, one at a time."""

    chosen = Signal(str)
    """The record in the row that was just selected by a person."""
    entered = Signal(str)
    """The record that a person wants to go into."""

    def __init__(self, name: str, model: PagedTableModel[Any], parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the table."""
        super().__init__(parent)
        self._paged = model
        self._quiet = False
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(heights.field(self))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.doubleClicked.connect(lambda index: self.entered.emit(model.id_at(index.row())))

    def select(self, record: RecordId) -> bool:
        """Select a record without saying that a person chose it; return whether the list shows it."""
        row = self._paged.row_of(record)
        if row < 0:
            return False
        self._quiet = True
        self.selectRow(row)
        self._quiet = False
        self.scrollTo(self._paged.index(row, 0))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the record by Return."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self._paged.id_at(index.row()))
            return
        super().keyPressEvent(event)

    def _on_selection(self, selected: QItemSelection) -> None:
        indexes: list[QModelIndex] = selected.indexes()
        if indexes and not self._quiet:
            self.chosen.emit(self._paged.id_at(indexes[0].row()))
