"""The table of cases, by mouse and keyboard."""

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hrddesk_ui import theme
from hrddesk_ui.models.case_table_model import CaseTableModel, Column
from hrddesk_ui.widgets import heights


class CaseTable(QTableView):
    """Rows only; a column that has no room is left out rather than cut to nothing."""

    chosen = Signal(str)
    """The case in the row that was just selected."""
    entered = Signal(str)
    """The case that a person wants to go into."""

    def __init__(self, model: CaseTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases = model
        self._quiet = False
        self.setModel(model)
        self.setAccessibleName(self.tr("Cases"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(heights.field(self))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setSectionResizeMode(Column.PEOPLE, QHeaderView.ResizeMode.Stretch)
        heads.resizeSection(Column.REF, self.fontMetrics().horizontalAdvance("WWWW-2026-0000") + theme.GRID)
        heads.resizeSection(
            Column.LAST_EVENT, self.fontMetrics().horizontalAdvance("2026-00-00?") + 3 * theme.GRID
        )
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.doubleClicked.connect(lambda index: self.entered.emit(self._cases.id_at(index.row())))

    def sort_by_reference(self) -> None:
        """Load the list, newest reference first."""
        self.sortByColumn(Column.REF, Qt.SortOrder.DescendingOrder)

    def select_row(self, row: int) -> None:
        """Select a row without saying that a person chose it."""
        self._quiet = True
        self.selectRow(row)
        self._quiet = False
        self.scrollTo(self._cases.index(row, Column.REF))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the case by Return."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self._cases.id_at(index.row()))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as have room."""
        super().resizeEvent(event)
        unit = self.fontMetrics().horizontalAdvance("0")
        width = self.viewport().width()
        self.setColumnHidden(Column.TITLE, width < 90 * unit)
        self.setColumnHidden(Column.LAST_EVENT, width < 56 * unit)
        if not self.isColumnHidden(Column.TITLE):
            self.horizontalHeader().resizeSection(Column.TITLE, width // 3)

    def _on_selection(self, selected: QItemSelection) -> None:
        indexes: list[QModelIndex] = selected.indexes()
        if indexes and not self._quiet:
            self.chosen.emit(self._cases.id_at(indexes[0].row()))
