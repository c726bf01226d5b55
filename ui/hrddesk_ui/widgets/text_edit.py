"""Several lines of plain text that the Tab key leaves."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hrddesk_ui import theme
from hrddesk_ui.widgets import heights


class TextEdit(QPlainTextEdit):
    """Plain text only: what is pasted loses its formatting, images and links."""

    def __init__(
        self, name: str, placeholder: str = "", *, lines: int = 4, parent: QWidget | None = None
    ) -> None:
        """`name` is what a screen reader calls the field; `lines` is the least height."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(lines * heights.line(self) + theme.GRID)

    def text(self) -> str:
        """Return the text without white space at its ends."""
        return self.toPlainText().strip()
