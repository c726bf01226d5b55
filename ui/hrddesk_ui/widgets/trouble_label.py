"""What is wrong, said in the page where it is to be put right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget

from hrddesk_ui import theme


class TroubleLabel(QLabel):
    """Hidden until there is something to say; screen readers are told at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        theme.set_role(self, "bad")
        self.hide()

    def complain(self, text: str) -> None:
        """Show `text`."""
        self.setText(text)
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def hush(self) -> None:
        """Take it away."""
        self.clear()
        self.setAccessibleName("")
        self.hide()
