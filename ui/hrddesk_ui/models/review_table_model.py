"""The records of a review as a table."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hrddesk.bundle.merge import State
from hrddesk.bundle.review import ReviewItem
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record
from hrddesk_ui.record_words import kind_word
from hrddesk_ui.review_words import item_state_word

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_KINDS = list(Kind)
_STATES = [State.CONFLICT, State.CHANGED, State.NEW, State.UNCHANGED]  # what needs a decision first


class ReviewColumn(IntEnum):
    """What stands in which column."""

    STATE = 0
    KIND = 1
    TITLE = 2
    TAKEN = 3


class ReviewTableModel(QAbstractTableModel):
    """What needs a decision stands first; titles are worded only for rows that are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[ReviewItem] = []
        self._title: Callable[[Record], str] = lambda record: record.id

    def show(self, items: Sequence[ReviewItem], title: Callable[[Record], str]) -> None:
        """Show these records."""
        self.beginResetModel()
        self._items = sorted(
            items,
            key=lambda item: (
                _STATES.index(item.merged.state),
                _KINDS.index(item.record.kind),
                item.record.text("ref"),
                item.record.id,
            ),
        )
        self._title = title
        self.endResetModel()

    def item(self, row: int) -> ReviewItem:
        """Return the record in that row."""
        return self._items[row]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of records."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(ReviewColumn)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        item = self._items[index.row()]
        column = ReviewColumn(index.column())
        if column is ReviewColumn.STATE:
            return self.tr("deleted") if item.deleted else item_state_word(item.merged.state)
        if column is ReviewColumn.KIND:
            return kind_word(item.record.kind)
        if column is ReviewColumn.TITLE:
            return self._title(item.record)
        return self.tr("taken over") if item.accepted else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the headings."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            ReviewColumn.STATE: self.tr("State"),
            ReviewColumn.KIND: self.tr("Kind"),
            ReviewColumn.TITLE: self.tr("What"),
            ReviewColumn.TAKEN: self.tr("Decision"),
        }[ReviewColumn(section)]
