"""Combo boxes and spin boxes whose value the mouse wheel does not change."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QWidget

from hrddesk_ui.theme import tokens
from hrddesk_ui.words.language import not_reversed

_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)  # keys of the line, where there is one
_OF_WINDOW = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_RELEASE_MS = 300  # in which a pressed button of the mouse is let go


class StillComboBox(QComboBox):
    """A combo box that ignores the mouse wheel, so that scrolling the page never changes a value.

    Some keys change the value of Qt's own combo box at once, for example Down. Here these keys open the list,
    from which the user then chooses.
    """

    def __init__(self, parent: QWidget | None = None, *, name: str = "", short: bool = False) -> None:
        """Make the box; screen readers announce `name`. A `short` box may be narrower than its
        longest choice.
        """
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel either
        self.setAccessibleName(name)
        if short:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def addItem(self, text: str, data: object = None) -> None:  # type: ignore[override]  # none has an icon
        """Add a choice; a visible sign replaces each character in `text` that would reverse the
        text after it.
        """
        super().addItem(not_reversed(text), data)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the mouse wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list on the keys that in Qt's own combo box change the value at once."""
        if event.key() in _STEPS or (event.key() in _ENDS and not self.isEditable()):
            self.open_list()
        elif _writes(event) and not self.isEditable():
            self._search_in_list(event)
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Open the list with the current choice highlighted; Qt would highlight the one that was highlighted
        last.
        """
        self.view().setCurrentIndex(
            self.model().index(self.currentIndex(), self.modelColumn(), self.rootModelIndex())
        )
        super().showPopup()

    def _search_in_list(self, event: QKeyEvent) -> None:
        """Open the list and highlight the choice that begins with the typed letter.

        Shortcuts of the window are left to the window.
        """
        if event.modifiers() & _OF_WINDOW:
            event.ignore()
            return
        self.view().keyboardSearch("")  # what was typed before counts no more
        self.showPopup()
        self.view().keyboardSearch(event.text())

    def open_list(self) -> None:
        """Open the list of choices.

        An editable box with a text that is not one of its choices shows only the choices that match the text.
        """
        line = self.lineEdit()
        completer = line.completer() if line is not None else None
        if completer is not None and line is not None and line.text() and self.currentIndex() < 0:
            completer.setCompletionPrefix(line.text())
            completer.complete()
        else:
            self.showPopup()


class StillSpinBox(QSpinBox):
    """A spin box that ignores the mouse wheel.

    Scrolling a page must not change a setting, such as the minutes until the vault locks.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(tokens.GRID // 2, 0, tokens.GRID // 2, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the mouse wheel to the page."""
        event.ignore()


def _writes(event: QKeyEvent) -> bool:
    """Tell whether a key types a visible character; a space does not count, because Space opens the list."""
    return event.text().isprintable() and event.text().strip() != ""


def until_released(owner: QObject, act: Callable[[], None]) -> None:
    """Call `act` in the next turn of the event loop; 300 ms later if a mouse button is pressed now.

    So `act` moves nothing away from under the mouse before the button is released.
    """
    is_pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    QTimer.singleShot(_RELEASE_MS if is_pressed else 0, owner, act)
