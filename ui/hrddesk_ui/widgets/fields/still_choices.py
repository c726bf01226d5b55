"""Choices and numbers that stay as they are while the page below the mouse is scrolled."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QWidget

from hrddesk_ui.words.language import not_reversed

_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)  # keys of the line, where there is one
_OF_WINDOW = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_RELEASE_MS = 300  # in which a pressed button of the mouse is let go


class StillComboBox(QComboBox):
    """Leaves the wheel to the page: scrolling past a field must never change a fact, or publish anybody.

    By the keyboard too it changes only by what is chosen from the open list, whether it has a line or not.
    """

    def __init__(self, parent: QWidget | None = None, *, name: str = "", short: bool = False) -> None:
        """`name` is for screen readers; a `short` box is narrower than its longest choice."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel either
        self.setAccessibleName(name)
        if short:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def addItem(self, text: str, data: object = None) -> None:  # type: ignore[override]  # none has an icon
        """Add a choice, in which nothing reverses what follows it."""
        super().addItem(not_reversed(text), data)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list by the keys that else would put another choice in place of the one that stands."""
        if event.key() in _STEPS or (event.key() in _ENDS and not self.isEditable()):
            self.open_list()
        elif _writes(event) and not self.isEditable():
            self._search_in_list(event)
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Begin at the choice that stands: Qt would begin where the list was left without choosing."""
        self.view().setCurrentIndex(
            self.model().index(self.currentIndex(), self.modelColumn(), self.rootModelIndex())
        )
        super().showPopup()

    def _search_in_list(self, event: QKeyEvent) -> None:
        """Open the list where a letter goes to; a key of the window is left to the window."""
        if event.modifiers() & _OF_WINDOW:
            event.ignore()
            return
        self.view().keyboardSearch("")  # what was typed before counts no more
        self.showPopup()
        self.view().keyboardSearch(event.text())

    def open_list(self) -> None:
        """Show what fits the words in the line, where there are any, else everything."""
        line = self.lineEdit()
        completer = line.completer() if line is not None else None
        if completer is not None and line is not None and line.text() and self.currentIndex() < 0:
            completer.setCompletionPrefix(line.text())
            completer.complete()
        else:
            self.showPopup()


class StillSpinBox(QSpinBox):
    """Leaves the wheel to the page: scrolling past it must not keep a vault open for longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def _writes(event: QKeyEvent) -> bool:
    """Tell whether a key writes a sign; a space opens the list by itself."""
    return event.text().isprintable() and event.text().strip() != ""


def until_released(owner: QObject, act: Callable[[], None]) -> None:
    """Call `act` once no button of the mouse is pressed: nothing moves away from below a click."""
    is_pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    QTimer.singleShot(_RELEASE_MS if is_pressed else 0, owner, act)
