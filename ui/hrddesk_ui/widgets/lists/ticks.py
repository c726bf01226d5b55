"""A list in which any number of lines can be checked."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList

_VALUE = Qt.ItemDataRole.UserRole


class Ticks(WrappedList):
    """A list of lines with checkboxes.

    The user checks or unchecks a line with Space or with a click anywhere in the line, since the box is
    small.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the list; `name` is its name for screen readers."""
        super().__init__(name, parent)
        self._pressed: tuple[QListWidgetItem | None, Qt.CheckState] = (None, Qt.CheckState.Unchecked)
        self._flags = Qt.ItemFlag.ItemIsUserCheckable
        self.itemChanged.connect(lambda _: self.changed.emit())
        self.itemClicked.connect(self._turn)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether the line is checked, so that a click into its box, which Qt handles, does not
        count twice.
        """
        item = self.itemAt(event.position().toPoint())
        self._pressed = (item, Qt.CheckState.Unchecked if item is None else item.checkState())
        super().mousePressEvent(event)

    def _turn(self, item: QListWidgetItem) -> None:
        pressed, was = self._pressed
        if item is pressed and item.checkState() is was and item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            ticked = was is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def show_lines(self, lines: Iterable[tuple[str, str]]) -> None:
        """Replace the lines by these values, each with its words; values that were checked stay checked."""
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
        """Enable or disable the checkboxes; the lines stay readable."""
        self._flags = Qt.ItemFlag.ItemIsUserCheckable if editable else Qt.ItemFlag.NoItemFlags
        self.blockSignals(True)
        for item in self.lines:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable | self._flags)
        self.blockSignals(False)

    def take_rows(self, rows: int) -> None:
        """Make the list as high as this number of lines."""
        self.setFixedHeight(self.sizeHintForRow(0) * rows + tokens.GRID)

    @property
    def ticked(self) -> list[str]:
        """The values of the checked lines, in order."""
        ticked = (item for item in self.lines if item.checkState() is Qt.CheckState.Checked)
        return [str(item.data(_VALUE)) for item in ticked]

    def tick(self, values: Collection[str]) -> None:
        """Check the lines that have these values and uncheck all others; emit no signal."""
        self.blockSignals(True)
        for item in self.lines:
            ticked = item.data(_VALUE) in values
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    @property
    def lines(self) -> list[QListWidgetItem]:
        """All lines, in order."""
        return [self.item(row) for row in range(self.count())]
