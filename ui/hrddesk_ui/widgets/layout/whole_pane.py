"""A pane of a splitter that contains wrapped lines."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class WholePane(QWidget):
    """A pane that asks for the height that its wrapped lines need at its present width.

    A splitter does not ask a pane how high it must be at a given width. Without this class, parts of a pane
    overlap in a small window.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which all lines are visible."""
        hint, layout = super().minimumSizeHint(), self.layout()
        if layout is not None and layout.hasHeightForWidth():
            hint.setHeight(max(hint.height(), layout.minimumHeightForWidth(self.width())))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Request a new layout when the width changes, because lines then break elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
