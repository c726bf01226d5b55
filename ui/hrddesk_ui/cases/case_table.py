"""The table of cases; it shows as many columns as the width allows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from hrddesk_ui.cases.case_table_model import CaseColumn, CaseTableModel
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.lists.paged_table import PagedTable


class CaseTable(PagedTable):
    """The table of cases; a column without enough width is left out."""

    def __init__(self, model: CaseTableModel, parent: QWidget | None = None) -> None:
        super().__init__("", model, parent, multiple=True)
        self.setAccessibleName(self.tr("Cases; several can be selected"))
        self.setSortingEnabled(True)
        heads, measure = self.horizontalHeader(), self.fontMetrics().horizontalAdvance
        heads.setSectionResizeMode(CaseColumn.PEOPLE, QHeaderView.ResizeMode.Stretch)
        heads.resizeSection(CaseColumn.REF, measure("WWWW-2026-0000") + tokens.GRID)
        heads.resizeSection(CaseColumn.LAST_EVENT, measure("2026-00-00?") + 3 * tokens.GRID)
        heads.resizeSection(CaseColumn.STATUS, measure("Status 2026-00-00") + 3 * tokens.GRID)

    def sort_by_reference(self) -> None:
        """Load the list, newest reference first."""
        self.sortByColumn(CaseColumn.REF, Qt.SortOrder.DescendingOrder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as have room."""
        super().resizeEvent(event)
        unit = self.fontMetrics().horizontalAdvance("0")
        width = self.viewport().width()
        self.setColumnHidden(CaseColumn.TITLE, width < 90 * unit)
        self.setColumnHidden(CaseColumn.LAST_EVENT, width < 66 * unit)
        self.setColumnHidden(CaseColumn.STATUS, width < 36 * unit)
        if not self.isColumnHidden(CaseColumn.TITLE):
            self.horizontalHeader().resizeSection(CaseColumn.TITLE, width // 3)
