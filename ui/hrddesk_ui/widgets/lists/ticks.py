"""A list in which any number of lines can be ticked."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList

_VALUE = Qt.ItemDataRole.UserRole


class Ticks(WrappedList):
    """Space ticks a line, a click anywhere in it too: the box alone is small to hit."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__(name, parent)
        self._pressed: tuple[QListWidgetItem | None, Qt.CheckState] = (None, Qt.CheckState.Unchecked)
        self._flags = Qt.ItemFlag.ItemIsUserCheckable
        self.itemChanged.connect(lambda _: self.changed.emit())
        self.itemClicked.connect(self._turn)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep what the line was: a click into its box turns it by itself."""
        item = self.itemAt(event.position().toPoint())
        self._pressed = (item, Qt.CheckState.Unchecked if item is None else item.checkState())
        super().mousePressEvent(event)

    def _turn(self, item: QListWidgetItem) -> None:
        pressed, was = self._pressed
        if item is pressed and item.checkState() is was and item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            ticked = was is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def show_lines(self, lines: Iterable[tuple[str, str]]) -> None:
        """List values, each with its words; those that were in the list before stay ticked."""
        ticked = frozenset(self.ticked)
        self.blockSignals(True)
        self.clear()
        for value, words in lines:
            item = ListItem(words, self)
            item.setData(_VALUE, value)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable | self._flags)
            item.setCheckState(Qt.CheckState.Checked if value in ticked else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.setCurrentRow(0)

    def set_editable(self, editable: bool) -> None:
        """Let lines be ticked or not; they can be read to the end in any case."""
        self._flags = Qt.ItemFlag.ItemIsUserCheckable if editable else Qt.ItemFlag.NoItemFlags
        self.blockSignals(True)
        for item in self.lines:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable | self._flags)
        self.blockSignals(False)

    def take_rows(self, rows: int) -> None:
        """Be as high as so many of the lines."""
        self.setFixedHeight(self.sizeHintForRow(0) * rows + theme.GRID)

    @property
    def ticked(self) -> list[str]:
        """The values that are ticked, in their order."""
        ticked = (item for item in self.lines if item.checkState() is Qt.CheckState.Checked)
        return [str(item.data(_VALUE)) for item in ticked]

    def tick(self, values: Collection[str]) -> None:
        """Tick these and no others."""
        self.blockSignals(True)
        for item in self.lines:
            ticked = item.data(_VALUE) in values
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    @property
    def lines(self) -> list[QListWidgetItem]:
        """All of them, in their order."""
        return [self.item(row) for row in range(self.count())]
