"""A choice of one of some fixed words."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.fields.still_choices import StillComboBox

_SHORT: Final = 8
"""So many letters of its choice a short list shows at least."""


class ChoiceEdit(StillComboBox):
    """A list in which the first is chosen. A value that it does not offer is offered once it is shown."""

    edited = Signal()

    def __init__(
        self, name: str, choices: Mapping[str, str], parent: QWidget | None = None, *, short: bool = False
    ) -> None:
        """`name` is what a screen reader calls the list; `choices` are the words of each value.

        A `short` list, one of several in a row, is narrower than its longest choice.
        """
        super().__init__(parent, name=name, short=short)
        if short:
            self.setMinimumContentsLength(_SHORT)
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
