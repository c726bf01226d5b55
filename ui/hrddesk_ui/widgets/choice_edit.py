"""A choice of one of some fixed words."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk_ui.widgets import heights
from hrddesk_ui.widgets.still import StillComboBox


class ChoiceEdit(StillComboBox):
    """A list in which the first is chosen. A value that it does not offer is offered once it is shown."""

    edited = Signal()

    def __init__(self, name: str, choices: Mapping[str, str], parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the list; `choices` are the words of each value."""
        super().__init__(parent)
        self.setAccessibleName(name)
        for value, words in choices.items():
            self.addItem(words, value)
        self.setMinimumHeight(heights.field(self))
        self.activated.connect(lambda _row: self.edited.emit())

    def value(self) -> str:
        """Return the value that is chosen, empty for none."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose a value."""
        if self.findData(value) < 0:
            self.addItem(self.words(value), value)
        self.setCurrentIndex(self.findData(value))

    def words(self, value: str) -> str:
        """Return how a value reads that is not offered."""
        return value
