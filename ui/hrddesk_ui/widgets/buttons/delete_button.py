"""A button that deletes one entry per gesture, even if the gesture is a double click or a key held down."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from hrddesk_ui.widgets.buttons.once_button import OnceButton


class DeleteButton(OnceButton):
    """A button that moves the focus to the list after a press and ignores presses for the time of a double
    click.

    When an entry is deleted, the next entry moves into its place. A second click, or a key that is held down
    or pressed again, would delete that entry too.
    """

    def __init__(self, icon: QIcon | None, text: str, after: QWidget, parent: QWidget | None = None) -> None:
        """Make the button; `after` gets the keyboard focus after a press, so that the user first chooses the
        next entry.
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
        """Ignore a click that follows the last press too soon."""
        if self._rest.isActive():
            event.accept()
        else:
            super().mousePressEvent(event)

    def _begin_rest(self) -> None:
        self._rest.start()
        self._after.setFocus()
