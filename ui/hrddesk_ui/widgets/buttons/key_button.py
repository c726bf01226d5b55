"""A small button with an icon or a sign, which Return presses as well as Space."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton


class KeyButton(QToolButton):
    """A tool button that Return presses too; Qt's own tool buttons react only to Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button on Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
