"""A button that takes one gesture for one press."""

from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton


class OnceButton(QPushButton):
    """Ignores the second click of a double click, and a key that is held down.

    Such a click or key was meant for the widget that was here, or had the focus, before the first press.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore a key that is held down."""
        if event.isAutoRepeat():
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ignore the second click of a double click."""
        event.accept()
