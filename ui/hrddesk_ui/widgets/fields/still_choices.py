"""Combo boxes and spin boxes that keep their value while the page below the mouse is scrolled."""

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
    """A combo box that passes the mouse wheel to the page: scrolling must never change a fact.

    The keyboard, too, changes the value only by a choice from the open list, whether the box is editable or
    not.
    """

    def __init__(self, parent: QWidget | None = None, *, name: str = "", short: bool = False) -> None:
        """Make the box; screen readers announce `name`. A `short` box is narrower than its longest choice."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel either
        self.setAccessibleName(name)
        if short:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def addItem(self, text: str, data: object = None) -> None:  # type: ignore[override]  # none has an icon
        """Add a choice whose directional characters do not affect the text after it."""
        super().addItem(not_reversed(text), data)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list on keys that would otherwise change the value at once."""
        if event.key() in _STEPS or (event.key() in _ENDS and not self.isEditable()):
            self.open_list()
        elif _writes(event) and not self.isEditable():
            self._search_in_list(event)
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Begin at the current choice; Qt would begin at the last highlighted one."""
        self.view().setCurrentIndex(
            self.model().index(self.currentIndex(), self.modelColumn(), self.rootModelIndex())
        )
        super().showPopup()

    def _search_in_list(self, event: QKeyEvent) -> None:
        """Open the list at the choice that a letter leads to; shortcuts of the window go to the window."""
        if event.modifiers() & _OF_WINDOW:
            event.ignore()
            return
        self.view().keyboardSearch("")  # what was typed before counts no more
        self.showPopup()
        self.view().keyboardSearch(event.text())

    def open_list(self) -> None:
        """Show the choices that match the text in the line, or all choices if the line is empty."""
        line = self.lineEdit()
        completer = line.completer() if line is not None else None
        if completer is not None and line is not None and line.text() and self.currentIndex() < 0:
            completer.setCompletionPrefix(line.text())
            completer.complete()
        else:
            self.showPopup()


class StillSpinBox(QSpinBox):
    """A spin box that passes the mouse wheel to the page: scrolling must not keep a vault open for longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def _writes(event: QKeyEvent) -> bool:
    """Tell whether a key types a visible character; Space opens the list instead."""
    return event.text().isprintable() and event.text().strip() != ""


def until_released(owner: QObject, act: Callable[[], None]) -> None:
    """Call `act` once no button of the mouse is pressed: nothing moves away from below a click."""
    is_pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    QTimer.singleShot(_RELEASE_MS if is_pressed else 0, owner, act)
