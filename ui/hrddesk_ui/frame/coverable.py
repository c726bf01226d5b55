"""The container of the window's content; one key puts a cover over the content."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from hrddesk_ui.frame.cover import Cover


class Coverable(QStackedWidget):
    """A container that hides its content and later shows it unchanged, with the focus where it was.

    While hidden, the content is taken out of the window: a widget that is merely invisible would still give
    its names and texts to programs on the accessibility bus.
    """

    focus_lost = Signal()  # shown again, and what had the keyboard is there no more

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._focus: QWidget | None = None
        self._shown = content
        self.addWidget(content)
        self.destroyed.connect(content.deleteLater)  # it may be covered just then, and nobody else's

    @cached_property
    def cover(self) -> "Cover":
        """The page that hides the content; created on first use."""
        from hrddesk_ui.frame.cover import Cover

        cover = Cover(self)
        cover.lifted.connect(self.turn)
        return cover

    @property
    def covered(self) -> bool:
        """Whether the content is hidden by the cover."""
        return self.currentWidget() is not self._shown

    def turn(self) -> None:
        """Hide the content, or show it again unchanged."""
        if self.covered:
            self._put(self._shown, instead_of=self.cover)
            if self._focus is not None and isValid(self._focus):
                self._focus.setFocus()
            else:
                self.focus_lost.emit()
            return
        self._focus = QApplication.focusWidget()
        self._put(self.cover, instead_of=self._shown)
        self.cover.setFocus()

    def _put(self, widget: QWidget, *, instead_of: QWidget) -> None:
        self.addWidget(widget)
        self.setCurrentWidget(widget)
        self.removeWidget(instead_of)
        instead_of.setParent(None)
