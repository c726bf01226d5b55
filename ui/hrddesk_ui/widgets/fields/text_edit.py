"""Several lines of plain text that the Tab key leaves."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, SignalInstance
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hrddesk_ui.theme import heights, theme
from hrddesk_ui.theme.window_keys import leaves_to_window

_LOW: Final = 3
"""Fields of so many lines are no higher than these."""


class TextEdit(QPlainTextEdit):
    """Plain text only: what is pasted loses its formatting, images and links."""

    def __init__(
        self, name: str, placeholder: str = "", *, lines: int = 4, parent: QWidget | None = None
    ) -> None:
        """`name` is what a screen reader calls the field; `lines` is the least height, or all of it."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._is_low = lines <= _LOW
        self.setMinimumHeight(lines * heights.line(self) + theme.GRID)

    def sizeHint(self) -> QSize:
        """Return the size that Qt gives to every field of lines, or the height of a low one."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.minimumHeight()) if self._is_low else hint

    @property
    def edited(self) -> SignalInstance:
        """The signal that the text is another."""
        return self.textChanged

    def value(self) -> str:
        """Return the text without white space at its ends."""
        return self.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.setPlainText(value)

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to it."""
        return (
            False
            if leaves_to_window(event, can_undo=self.document().isUndoAvailable())
            else super().event(event)
        )
