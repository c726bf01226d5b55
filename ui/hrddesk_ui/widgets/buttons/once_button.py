"""A button for which a double click, or a key that is held down, counts as one press."""

from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton


class OnceButton(QPushButton):
    """A button that ignores the second click of a double click, and the repeats of a key that is held down.

    After the first press, another button may have appeared at this place or got the focus. The second click
    or the repeats were not meant for that button.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore the repeats of a key that is held down."""
        if event.isAutoRepeat():
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ignore the second click of a double click."""
        event.accept()
