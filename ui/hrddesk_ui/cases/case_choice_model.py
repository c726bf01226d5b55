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
    """A list of cases with checkboxes; a ticked case stays ticked when the filter hides it."""

    choice_changed = Signal()

    def __init__(
        self, reader: "Store", parent: QObject | None = None, look: BackgroundRead | None = None
    ) -> None:
        super().__init__(reader, parent, look)
        self._chosen: set[RecordId] = set()

    @property
    def chosen(self) -> list[RecordId]:
        """The ticked cases, sorted by id."""
        return sorted(self._chosen)

    def choose(self, rows: Iterable[int], is_chosen: bool) -> None:
        """Tick the cases in these rows if `is_chosen`, otherwise untick them."""
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
        """Tick `cases` and untick all others, even those that the filter hides."""
        self._chosen = set(cases)
        self._tell()

    def choose_none(self) -> None:
        """Untick every case, even those that the filter hides."""
        self._chosen.clear()
        self._tell()

    def forget_gone(self, changed: Collection[RecordId]) -> None:
        """Untick those of the `changed` cases that are no longer in the vault."""
        deleted_cases = {
            case for case in self._chosen.intersection(changed) if self._reader.find(case) is None
        }
        if deleted_cases:
            self._chosen -= deleted_cases
            self._tell()

    def is_chosen(self, row: int) -> bool:
        """Return whether the case in this row is ticked."""
        return self.id_at(row) in self._chosen

    def _tell(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, CaseColumn.REF)
            self.dataChanged.emit(self.index(0, CaseColumn.REF), last, [Qt.ItemDataRole.CheckStateRole])
        self.choice_changed.emit()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return the flags of a cell; the first column can be ticked."""
        item_flags = super().flags(index)
        if index.isValid() and index.column() == CaseColumn.REF:
            item_flags |= Qt.ItemFlag.ItemIsUserCheckable
        return item_flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; for the check state, whether the case is ticked."""
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
