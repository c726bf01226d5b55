"""A button that deletes: one gesture, however long or fast, deletes one thing."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from hrddesk_ui.widgets.buttons.once_button import OnceButton


class DeleteButton(OnceButton):
    """A button that ignores further presses for the time of a double click and then focuses the list.

    A second click, a held key or a repeated key would each delete the entry that moves into the place of the
    first.
    """

    def __init__(self, icon: QIcon | None, text: str, after: QWidget, parent: QWidget | None = None) -> None:
        """Make the button; `after` gets the keyboard focus at once, so that the next entry is chosen there
        first.
        """
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
        """Ignore a click during the pause after the last one."""
        if self._rest.isActive():
            event.accept()
        else:
            super().mousePressEvent(event)

    def _begin_rest(self) -> None:
        self._rest.start()
        self._after.setFocus()
