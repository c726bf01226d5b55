"""The records of a review as a table, case by case."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from hrddesk.bundle.merging.merge import MergeState
from hrddesk.bundle.review.grouping import CaseGroup, by_case, content
from hrddesk.bundle.review.review_items import ReviewItem
from hrddesk.records.model import levels
from hrddesk.records.model.kinds import WHOLE_RECORD
from hrddesk.records.model.record import Record, RecordId
from hrddesk_ui.exchange.review_words import item_state_word, look_word, regrouping_word
from hrddesk_ui.theme import theme
from hrddesk_ui.words.record_words import kind_word, level_word

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_STATES: Final = [
    MergeState.CONFLICT,
    MergeState.CHANGED,
    MergeState.NEW,
    MergeState.UNCHANGED,
]  # sorted by urgency: what needs a decision comes first
_INDENT: Final = "\u2003"  # an em space, which screen readers do not speak
_WORDS: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
)


class ReviewColumn(IntEnum):
    """The columns of the table of records."""

    TITLE = 0
    KIND = 1
    STATE = 2
    LEVEL = 3


class ReviewTableModel(QAbstractTableModel):
    """The rows of a review: cases with their people, events and evidence.

    The titles of records are computed only for visible rows. Cases that need a decision come first. A case
    that is not among the received records has a row with its name only, which cannot be selected.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ReviewItem | RecordId | None] = []
        self._title: Callable[[Record], str] = lambda record: record.id
        self._reference: Callable[[str], str] = lambda record_id: record_id

    def show(
        self, items: Sequence[ReviewItem], title: Callable[[Record], str], reference: Callable[[str], str]
    ) -> None:
        """Show these records, case by case.

        `title` returns the name of a record, and `reference` the name of a record that was not received.
        """
        self.beginResetModel()
        self._rows = []
        for group in sorted(by_case(items), key=_urgency):
            if not group.items or group.items[0].record.id != group.case:
                self._rows.append(group.case)
            self._rows += group.items
        self._title, self._reference = title, reference
        self.endResetModel()

    def item(self, row: int) -> ReviewItem | None:
        """Return the item in a row, or None if the row only names a case."""
        table_row = self._rows[row]
        return table_row if isinstance(table_row, ReviewItem) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of records and of rows that only name a case."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(ReviewColumn)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Make a row that only names a case readable, but not selectable."""
        if index.isValid() and self.item(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, font or icon of a cell.

        Cases are bold. A waiting record has a warning sign if it needs a look, or if accepting it may let
        more people see something.
        """
        if not index.isValid():
            return None
        item, column = self.item(index.row()), ReviewColumn(index.column())
        if role == Qt.ItemDataRole.FontRole:
            return _bold() if item is None or self._is_head(item) else None
        if role == Qt.ItemDataRole.DecorationRole:
            opens = item is not None and (item.loosened or item.regrouped or item.looks) and not item.accepted
            place = ReviewColumn.LEVEL if item is not None and item.loosened else ReviewColumn.STATE
            return theme.icon("warning") if opens and column is place else None
        if role not in _WORDS:
            return None
        if item is None:
            return self._named(index.row()) if column is ReviewColumn.TITLE else ""
        if column is ReviewColumn.TITLE:
            return ("" if self._is_head(item) else _INDENT) + self._title(content(item))
        if column is ReviewColumn.KIND:
            return kind_word(item.record.kind)
        if column is ReviewColumn.STATE:
            return self._state(item)
        return self._level(item)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the headings of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            ReviewColumn.TITLE: self.tr("What"),
            ReviewColumn.KIND: self.tr("Kind"),
            ReviewColumn.STATE: self.tr("State"),
            ReviewColumn.LEVEL: self.tr("Who may learn of it"),
        }[ReviewColumn(section)]

    def _is_head(self, item: ReviewItem) -> bool:
        return item.record.kind.value == "case"

    def _named(self, row: int) -> str:
        case = self._rows[row]
        return self._reference(case) if isinstance(case, str) else self.tr("In no case")

    def _state(self, item: ReviewItem) -> str:
        if item.accepted:
            return self.tr("taken over") if item.taken else item_state_word(MergeState.UNCHANGED)
        if item.merged_into is not None:
            return self.tr("merged here")
        if item.deleted:
            return self.tr("deleted")
        if item.deleted_here and not item.brings_back:
            return self.tr("deleted here")
        if item.brings_back:
            return self.tr("comes back")
        if item.regrouped and item.merged.state is not MergeState.CONFLICT:
            return ", ".join(map(regrouping_word, item.regrouped))
        if item.looks and item.merged.state is not MergeState.CONFLICT:
            return self.tr("needs a look: {why}").format(why=", ".join(map(look_word, item.looks)))
        return item_state_word(item.merged.state)

    def _level(self, item: ReviewItem) -> str:
        if item.deleted:
            return ""
        level = level_word(levels.of_whole(item.record))
        if item.accepted or not item.loosened:
            return level
        level_change = next((change for change in item.loosened if change.name == WHOLE_RECORD), None)
        if level_change is None:
            return self.tr("{level}, fields looser").format(level=level)
        return f"{level_word(level_change.before)} → {level_word(level_change.after)}"


def _urgency(group: CaseGroup) -> int:
    waiting = [item for item in group.items if not item.accepted]
    return min((_STATES.index(item.merged.state) for item in waiting), default=len(_STATES))


def _bold() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font
