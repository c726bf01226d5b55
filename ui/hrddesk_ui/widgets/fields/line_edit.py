"""A line of text that is high enough for every script and has a name for screen readers."""

from PySide6.QtCore import QEvent, SignalInstance
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hrddesk_ui.theme import heights
from hrddesk_ui.theme.window_keys import leaves_to_window


class LineEdit(QLineEdit):
    """Qt's own line of text with few changes, so that input methods, both reading directions and undo work as
    usual.
    """

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        """Make the line; screen readers announce `name`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMinimumHeight(heights.field(self))

    @property
    def edited(self) -> SignalInstance:
        """The signal that is emitted when the user changes the text."""
        return self.textEdited

    def value(self) -> str:
        """Return the text without surrounding white space."""
        return self.text().strip()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.setText(value)

    def go_into(self, box: QComboBox) -> None:
        """Put this line into an editable combo box, which has a frame and a height of its own."""
        self.setFrame(False)
        self.setMinimumHeight(0)
        box.setLineEdit(self)

    def event(self, event: QEvent) -> bool:
        """Handle an event; leave the shortcuts of the window to the window."""
        return False if leaves_to_window(event, can_undo=self.isUndoAvailable()) else super().event(event)
