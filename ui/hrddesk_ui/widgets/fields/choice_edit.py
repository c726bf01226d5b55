"""A choice of one of some fixed words."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.fields.still_choices import StillComboBox

_SHORT: Final = 8
"""The least number of letters of its choice that a short list shows."""


class ChoiceEdit(StillComboBox):
    """A list that begins with its first choice. A value that is not in the list is added when it is set."""

    edited = Signal()

    def __init__(
        self, name: str, choices: Mapping[str, str], parent: QWidget | None = None, *, short: bool = False
    ) -> None:
        """Make a list of `choices`, which map each value to its words; screen readers announce `name`.

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
        """Return the words for a value that is not among the choices."""
        return value
