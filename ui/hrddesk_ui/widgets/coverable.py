"""What a window shows, and the cover that one key puts over all of it."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from hrddesk_ui.widgets.cover import Cover


class Coverable(QStackedWidget):
    """Hides what it holds, and shows it again as it was, with the keyboard where it was."""

    focus_lost = Signal()  # shown again, and what had the keyboard is there no more

    def __init__(self, shown: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._focus: QWidget | None = None
        self.addWidget(shown)

    @cached_property
    def cover(self) -> "Cover":
        """What hides all that is shown; made when it is first asked for."""
        from hrddesk_ui.widgets.cover import Cover

        made = Cover(self)
        made.lifted.connect(self.turn)
        self.addWidget(made)
        return made

    @property
    def covered(self) -> bool:
        """Whether everything is hidden."""
        return self.currentIndex() > 0

    def turn(self) -> None:
        """Hide everything that is shown, or show it again as it was."""
        if self.covered:
            self.setCurrentIndex(0)
            if self._focus is not None and isValid(self._focus):
                self._focus.setFocus()
            else:
                self.focus_lost.emit()
            return
        self._focus = QApplication.focusWidget()
        self.setCurrentWidget(self.cover)
        self.cover.setFocus()
