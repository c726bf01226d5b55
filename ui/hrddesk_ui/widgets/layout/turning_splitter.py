"""Two panes side by side where there is room, below each other where there is not; both stay in sight."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class TurningSplitter(QSplitter):
    """Asks for the width of its widest pane only: where there is no more, it turns."""

    def __init__(self, needs: int, parent: QWidget | None = None) -> None:
        """`needs` is the width in pixels from which the panes stand side by side."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._needs = needs
        self.setChildrenCollapsible(False)

    def add(self, pane: QWidget, share: int) -> None:
        """Put a pane behind the others, with a share of the room."""
        self.addWidget(pane)
        self.setStretchFactor(self.count() - 1, share)

    def minimumSizeHint(self) -> QSize:
        """Return the room that the panes need in the way they stand, but no more width than one of them."""
        panes = [self.widget(number) for number in range(self.count())]
        hints = [pane.minimumSizeHint().expandedTo(pane.minimumSize()) for pane in panes if pane is not None]
        width = max((hint.width() for hint in hints), default=0)
        heights = [hint.height() for hint in hints]
        if self.orientation() is Qt.Orientation.Horizontal:
            return QSize(width, max(heights, default=0))
        return QSize(width, sum(heights) + self.handleWidth() * max(0, len(heights) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        orientation = Qt.Orientation.Horizontal if self.width() >= self._needs else Qt.Orientation.Vertical
        if orientation is not self.orientation():
            self.setOrientation(orientation)
            self.updateGeometry()
        super().resizeEvent(event)
