"""A list of cases with checkboxes, for hand-over and publication."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hrddesk.records.model.record import RecordId
from hrddesk_ui.cases.case_table_model import CaseColumn, CaseTableModel
from hrddesk_ui.widgets.lists.paged_table_model import BackgroundRead

if TYPE_CHECKING:
    from hrddesk.store.records.store import Store

_Index = QModelIndex | QPersistentModelIndex


class CaseChoiceModel(CaseTableModel):
    """A list of cases with checkboxes; the checks stay when the filter changes."""

    choice_changed = Signal()

    def __init__(
        self, reader: "Store", parent: QObject | None = None, look: BackgroundRead | None = None
    ) -> None:
        super().__init__(reader, parent, look)
        self._chosen: set[RecordId] = set()

    @property
    def chosen(self) -> list[RecordId]:
        """The cases that are ticked, sorted by id."""
        return sorted(self._chosen)

    def choose(self, rows: Iterable[int], is_chosen: bool) -> None:
        """Tick or untick these rows."""
        ids = {self.id_at(row) for row in rows}
        if is_chosen:
            self._chosen |= ids
        else:
            self._chosen -= ids
        self._tell()

    def choose_all(self) -> None:
        """Tick every case that the filter shows."""
        self.choose(range(self.rowCount()), True)

    def choose_just(self, cases: Iterable[RecordId]) -> None:
        """Tick these cases and no others, shown or not."""
        self._chosen = set(cases)
        self._tell()

    def choose_none(self) -> None:
        """Untick every case, shown or not."""
        self._chosen.clear()
        self._tell()

    def forget_gone(self, changed: Collection[RecordId]) -> None:
        """Uncheck the changed cases that are no longer in the vault."""
        deleted_cases = {
            case for case in self._chosen.intersection(changed) if self._reader.find(case) is None
        }
        if deleted_cases:
            self._chosen -= deleted_cases
            self._tell()

    def is_chosen(self, row: int) -> bool:
        """Say whether the case in that row is ticked."""
        return self.id_at(row) in self._chosen

    def _tell(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, CaseColumn.REF)
            self.dataChanged.emit(self.index(0, CaseColumn.REF), last, [Qt.ItemDataRole.CheckStateRole])
        self.choice_changed.emit()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Make the first column checkable."""
        item_flags = super().flags(index)
        if index.isValid() and index.column() == CaseColumn.REF:
            item_flags |= Qt.ItemFlag.ItemIsUserCheckable
        return item_flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return also whether a case is ticked."""
        if role == Qt.ItemDataRole.CheckStateRole:
            if not index.isValid() or index.column() != CaseColumn.REF:
                return None
            ticked = self.is_chosen(index.row())
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a case."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.choose([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True
