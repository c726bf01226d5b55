"""A field for several lines of plain text, which the Tab key leaves."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, SignalInstance
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.theme.window_keys import leaves_to_window

_LOW: Final = 3
"""The greatest number of lines of a low field, whose height is fixed."""


class TextEdit(QPlainTextEdit):
    """A field for plain text; pasted text loses its formatting, pictures and links."""

    def __init__(
        self, name: str, placeholder: str = "", *, lines: int = 4, parent: QWidget | None = None
    ) -> None:
        """Make the field; screen readers announce `name`.

        `lines` is its least height in lines of text. If `lines` is at most three, this is its preferred
        height, too.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._is_low = lines <= _LOW
        self.setMinimumHeight(lines * heights.line(self) + tokens.GRID)

    def sizeHint(self) -> QSize:
        """Return Qt's usual size; the height of a field with up to three `lines` is its least height."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.minimumHeight()) if self._is_low else hint

    @property
    def edited(self) -> SignalInstance:
        """The signal that the text changed."""
        return self.textChanged

    def value(self) -> str:
        """Return the text without white space at its start and end."""
        return self.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.setPlainText(value)

    def event(self, event: QEvent) -> bool:
        """Handle an event; leave the shortcuts of the window to the window."""
        return (
            False
            if leaves_to_window(event, can_undo=self.document().isUndoAvailable())
            else super().event(event)
        )
