"""The list of cases: every id at once, rows by page when they are looked at, order and filter in SQL."""

from collections import OrderedDict
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hrddesk.actions import cases
from hrddesk.actions.cases import CaseQuery, CaseRow
from hrddesk.records.record import RecordId

if TYPE_CHECKING:
    from hrddesk.store.changes import Changes
    from hrddesk.store.store import Store

PAGE = 128
PAGES = 16
ID_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What stands in which column."""

    REF = 0
    PEOPLE = 1
    TITLE = 2
    LAST_EVENT = 3


SORTS = {Column.REF: "ref", Column.PEOPLE: "people", Column.TITLE: "title", Column.LAST_EVENT: "last_event"}


class CaseTableModel(QAbstractTableModel):
    """Rows of cases. It reads through its own connection, in the window's thread."""

    def __init__(self, reader: "Store", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._query = CaseQuery()
        self._ids: list[RecordId] = []
        self._pages: OrderedDict[int, list[CaseRow]] = OrderedDict()

    @property
    def query(self) -> CaseQuery:
        """What the list shows, and in which order."""
        return self._query

    def show(self, query: CaseQuery) -> None:
        """Load the ids that the query finds."""
        ids = cases.list_ids(self._reader, query)
        self.beginResetModel()
        self._query = query
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def refresh(self, changes: "Changes") -> None:
        """Take in what an action changed; do nothing when it was of no concern to the list."""
        if not (changes.cases or changes.parties or changes.events):
            return
        ids = cases.list_ids(self._reader, self._query)
        if ids != self._ids:
            self.beginResetModel()
            self._ids = ids
            self._pages.clear()
            self.endResetModel()
        elif ids:
            self._pages.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(Column) - 1))

    def id_at(self, row: int) -> RecordId:
        """Return the case in that row."""
        return self._ids[row]

    def row_of(self, case: RecordId) -> int:
        """Return the row of a case, -1 if the list does not show it."""
        try:
            return self._ids.index(case)
        except ValueError:
            return -1

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many cases the query finds."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, and the id of its case."""
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._row(index.row())
        if row is None:
            return ""
        return {
            Column.REF: row.ref,
            Column.PEOPLE: row.people,
            Column.TITLE: row.title,
            Column.LAST_EVENT: row.last_event,
        }[Column(index.column())]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the headings."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.REF: self.tr("Reference"),
            Column.PEOPLE: self.tr("People"),
            Column.TITLE: self.tr("Title"),
            Column.LAST_EVENT: self.tr("Last event"),
        }[Column(section)]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let SQL order the list by that column."""
        if column < 0:
            return
        descending = order is Qt.SortOrder.DescendingOrder
        self.show(CaseQuery(self._query.text, SORTS[Column(column)], descending))

    def _row(self, at: int) -> CaseRow | None:
        number, offset = divmod(at, PAGE)
        page = self._pages.get(number)
        if page is None:
            first = number * PAGE
            page = cases.rows(self._reader, self._ids[first : first + PAGE])
            self._pages[number] = page
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None
