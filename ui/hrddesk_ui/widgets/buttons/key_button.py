"""A small button of an icon or a sign that is pressed by Return as by Space."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton


class KeyButton(QToolButton):
    """A tool button that Return presses too; Qt's own tool button reacts only to Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
