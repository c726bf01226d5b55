"""A pane of a splitter in which lines wrap."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class WholePane(QWidget):
    """A pane that asks for the height of its lines at its width; a splitter does not ask for that itself.

    Without it, parts overlap in a small window.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the least size with all lines."""
        hint, layout = super().minimumSizeHint(), self.layout()
        if layout is not None and layout.hasHeightForWidth():
            hint.setHeight(max(hint.height(), layout.minimumHeightForWidth(self.width())))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Request a new layout when the width changes, because lines then break elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
