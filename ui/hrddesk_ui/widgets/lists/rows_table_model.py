"""The model of a table of computed rows: a short list that is not read in pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from hrddesk_ui.words.language import not_reversed

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of the cells of a row, and the key of the row."""

    key: str
    cells: tuple[str, ...]


class RowsTableModel(QAbstractTableModel):
    """A table of rows with headings."""

    _headings: tuple[str, ...] = ()
    _rows: tuple[Row, ...] = ()

    def show(self, headings: Sequence[str], rows: Sequence[Row]) -> None:
        """Show these rows under these headings."""
        self.beginResetModel()
        self._headings, self._rows = tuple(headings), tuple(rows)
        self.endResetModel()

    def row(self, row_number: int) -> Row:
        """Return the row with this number."""
        return self._rows[row_number]

    def place_of(self, key: str) -> int:
        """Return the number of the row with this key; -1 if there is none."""
        return next((row_number for row_number, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return not_reversed(self._rows[index.row()].cells[index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings[section]
