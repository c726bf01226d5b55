"""Panes that are side by side in a wide window and below each other in a narrow one."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class TurningSplitter(QSplitter):
    """A splitter that needs only the width of its widest pane.

    If there is no room for the panes side by side, it puts them below each other.
    """

    def __init__(self, needs: int, parent: QWidget | None = None) -> None:
        """Make the splitter; from a width of `needs` pixels on, the panes are side by side."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._needs = needs
        self.setChildrenCollapsible(False)

    def add(self, pane: QWidget, share: int) -> None:
        """Add a pane after the others; `share` is its part of the room in relation to the shares of the
        others.
        """
        self.addWidget(pane)
        self.setStretchFactor(self.count() - 1, share)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest pane and the height that the panes need in their present
        arrangement.
        """
        panes = [self.widget(number) for number in range(self.count())]
        hints = [pane.minimumSizeHint().expandedTo(pane.minimumSize()) for pane in panes if pane is not None]
        width = max((hint.width() for hint in hints), default=0)
        heights = [hint.height() for hint in hints]
        if self.orientation() is Qt.Orientation.Horizontal:
            return QSize(width, max(heights, default=0))
        return QSize(width, sum(heights) + self.handleWidth() * max(0, len(heights) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panes side by side or below each other, according to the width."""
        orientation = Qt.Orientation.Horizontal if self.width() >= self._needs else Qt.Orientation.Vertical
        if orientation is not self.orientation():
            self.setOrientation(orientation)
            self.updateGeometry()
        self._fit_lines()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Make the panes high enough again after their content has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_lines()
        return super().event(event)

    def _fit_lines(self) -> None:
        """If the panes are below each other, give each a least height in which all its wrapped lines fit."""
        below = self.orientation() is Qt.Orientation.Vertical
        for pane in map(self.widget, range(self.count())):
            layout = pane.layout() if pane is not None else None
            if pane is not None and layout is not None and layout.hasHeightForWidth():
                pane.setMinimumHeight(layout.minimumHeightForWidth(self.width()) if below else 0)
