"""A long list: every id at once, rows by page when they are looked at, order and filter in SQL."""

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hrddesk.records.record import RecordId
from hrddesk.store.changes import Changes

PAGE = 128
PAGES = 16
ID_ROLE = Qt.ItemDataRole.UserRole

RowT = TypeVar("RowT")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class PagedTableModel(QAbstractTableModel, Generic[RowT]):
    """Rows of records. It reads through the window's own connection, in the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[RecordId] = []
        self._pages: OrderedDict[int, list[RowT]] = OrderedDict()
        self._headings: Sequence[str] = ()  # a view asks for them so often that the translator would be felt

    # --- what the lists say ---

    @abstractmethod
    def read_ids(self) -> list[RecordId]:
        """Return the ids that the list shows, in its order."""

    @abstractmethod
    def read_rows(self, ids: list[RecordId]) -> list[RowT]:
        """Return what the list shows of these records."""

    @abstractmethod
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""

    @abstractmethod
    def cell(self, row: RowT, column: int) -> str:
        """Return the text of a cell."""

    @abstractmethod
    def concerns(self, changes: Changes) -> bool:
        """Say whether what changed may show in the list."""

    # --- what all do alike ---

    def load(self) -> None:
        """Read the ids anew."""
        ids = self.read_ids()
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def refresh(self, changes: Changes) -> None:
        """Take in what an action changed; do nothing when it was of no concern to the list."""
        if not self.concerns(changes):
            return
        ids = self.read_ids()
        if ids != self._ids:
            self.beginResetModel()
            self._ids = ids
            self._pages.clear()
            self.endResetModel()
        elif ids:
            self._pages.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, self.columnCount() - 1))

    def id_at(self, row: int) -> RecordId:
        """Return the record in that row."""
        return self._ids[row]

    def row_of(self, record: RecordId) -> int:
        """Return the row of a record, -1 if the list does not show it."""
        try:
            return self._ids.index(record)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._above())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, and the id of its record."""
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._row(index.row())
        return "" if row is None else self.cell(row, index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the headings."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._above()[section]

    def forget_headings(self) -> None:
        """Ask for the headings anew, for something changed of what they say."""
        self._headings = ()

    def _above(self) -> Sequence[str]:
        if not self._headings:
            self._headings = self.headings()
        return self._headings

    def _row(self, at: int) -> RowT | None:
        number, offset = divmod(at, PAGE)
        page = self._pages.get(number)
        if page is None:
            first = number * PAGE
            page = self.read_rows(self._ids[first : first + PAGE])
            self._pages[number] = page
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None
