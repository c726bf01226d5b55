"""A button that deletes: one gesture, however long or fast, deletes one thing."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from hrddesk_ui.widgets.buttons.once_button import OnceButton


class DeleteButton(OnceButton):
    """After a press it ignores further ones for the time of a double click; the list gets the keyboard.

    A second click, a key held down and a key pressed again would each delete what takes the place of the
    first.
    """

    def __init__(self, icon: QIcon | None, text: str, after: QWidget, parent: QWidget | None = None) -> None:
        """`after` gets the keyboard at once: what is deleted next is chosen there first."""
        super().__init__(text, parent)
        if icon is not None:
            self.setIcon(icon)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(QApplication.doubleClickInterval())
        self._after = after
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a second click would bring the keyboard back
        self.clicked.connect(self._begin_rest)  # before whatever is connected later

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore a key that is pressed again too soon."""
        if self._rest.isActive():
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ignore a click that comes too soon."""
        if self._rest.isActive():
            event.accept()
        else:
            super().mousePressEvent(event)

    def _begin_rest(self) -> None:
        self._rest.start()
        self._after.setFocus()
