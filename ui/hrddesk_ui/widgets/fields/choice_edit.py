"""A field in which one of a few fixed values is chosen."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.fields.still_choices import StillComboBox

_SHORT: Final = 8
"""The number of letters of the chosen words that are visible at least if the list is short."""


class ChoiceEdit(StillComboBox):
    """A list in which the first choice is selected at the start.

    `set_value` adds a value that is not among the choices.
    """

    edited = Signal()

    def __init__(
        self, name: str, choices: Mapping[str, str], parent: QWidget | None = None, *, short: bool = False
    ) -> None:
        """Make a list of `choices`, which map each value to its words; screen readers announce `name`.

        A `short` list may be narrower than its longest choice, for a row of several lists.
        """
        super().__init__(parent, name=name, short=short)
        if short:
            self.setMinimumContentsLength(_SHORT)
        for value, words in choices.items():
            self.addItem(words, value)
        self.setMinimumHeight(heights.field(self))
        self.activated.connect(lambda _row: self.edited.emit())

    def value(self) -> str:
        """Return the chosen value; "" if none is chosen."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose a value; add it to the list if it is not there."""
        if self.findData(value) < 0:
            self.addItem(self.words(value), value)
        self.setCurrentIndex(self.findData(value))

    def words(self, value: str) -> str:
        """Return the words to show for a value that is not among the choices: here, the value itself."""
        return value
