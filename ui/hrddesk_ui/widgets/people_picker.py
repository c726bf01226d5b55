"""Tick people in a list that can be filtered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hrddesk.records.names import normalise
from hrddesk.records.record import RecordId
from hrddesk_ui import theme
from hrddesk_ui.widgets import heights


class PeoplePicker(QWidget):
    """Who is ticked stays so while the list is made anew, if they are still in it."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Type a part of a name"))
        self.filter.setAccessibleName(self.tr("Filter the people"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumHeight(heights.field(self.filter))
        self.list = QListWidget(self)
        self.list.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        self.filter.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(lambda _: self.changed.emit())

    @property
    def ticked(self) -> frozenset[RecordId]:
        """Who is ticked."""
        return frozenset(
            RecordId(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def show_people(self, people: Sequence[tuple[RecordId, str]]) -> None:
        """List these people by their names."""
        ticked = self.ticked
        self.list.blockSignals(True)
        self.list.clear()
        for party, name in people:
            item = QListWidgetItem(name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, str(party))
            item.setCheckState(Qt.CheckState.Checked if party in ticked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        if people:
            self.list.setCurrentRow(0)
        self._narrow(self.filter.text())

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _narrow(self, text: str) -> None:
        wanted = normalise(text)
        for item in self._items():
            item.setHidden(wanted not in normalise(item.text()))
