"""A line that is high enough for every script and has a name for screen readers."""

from PySide6.QtCore import QEvent, SignalInstance
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hrddesk_ui.theme import heights
from hrddesk_ui.theme.window_keys import leaves_to_window


class LineEdit(QLineEdit):
    """A plain Qt line: input methods, both reading directions and undo work as everywhere."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        """Make the line; screen readers announce `name`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMinimumHeight(heights.field(self))

    @property
    def edited(self) -> SignalInstance:
        """The signal that a person changed the text."""
        return self.textEdited

    def value(self) -> str:
        """Return the text without surrounding white space."""
        return self.text().strip()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.setText(value)

    def go_into(self, box: QComboBox) -> None:
        """Become the text line of an editable combo box, which has its own frame and height."""
        self.setFrame(False)
        self.setMinimumHeight(0)
        box.setLineEdit(self)

    def event(self, event: QEvent) -> bool:
        """Pass the shortcuts of the window on to the window."""
        return False if leaves_to_window(event, can_undo=self.isUndoAvailable()) else super().event(event)
