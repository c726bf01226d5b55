"""A list in which any number of lines can be ticked."""

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hrddesk_ui import theme

_VALUE = Qt.ItemDataRole.UserRole


class Ticks(QListWidget):
    """Space ticks a line; it is as high as `rows` lines."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        values: Iterable[str],
        words: Callable[[str], str],
        parent: QWidget | None = None,
        *,
        rows: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        for value in values:
            item = QListWidgetItem(words(value), self)
            item.setData(_VALUE, value)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.setCurrentRow(0)
        if rows:
            self.setFixedHeight(self.sizeHintForRow(0) * rows + theme.GRID)
        self.itemChanged.connect(lambda _: self.changed.emit())

    @property
    def ticked(self) -> list[str]:
        """The values that are ticked, in their order."""
        return [
            str(item.data(_VALUE)) for item in self._items() if item.checkState() is Qt.CheckState.Checked
        ]

    def tick(self, values: Collection[str]) -> None:
        """Tick these and no others."""
        self.blockSignals(True)
        for item in self._items():
            ticked = item.data(_VALUE) in values
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]
