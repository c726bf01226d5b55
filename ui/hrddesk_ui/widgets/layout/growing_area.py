"""A scroll area that has no scroll bar of its own while the page around it scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget


class GrowingArea(QScrollArea):
    """A scroll area that asks for the full height of its content if a splitter places it below another pane.

    Then only the page scrolls. With nested scroll bars nobody sees the position, and the mouse wheel stops
    halfway.
    """

    def __init__(self, content: QWidget, least: int, parent: QWidget | None = None) -> None:
        """Make the area; `least` is the smallest useful height in pixels."""
        super().__init__(parent)
        self._least, self._content = least, content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def minimumSizeHint(self) -> QSize:
        """Return the least size.

        If another pane is above the area, the height is the full height of the content. Otherwise the
        height is `least`.
        """
        content = self._content
        if content.isHidden():
            return QSize(0, self._least)
        width = content.minimumSizeHint().width()
        if not self._is_below_another():
            return QSize(width, self._least)
        height = content.minimumSizeHint().height()
        if content.hasHeightForWidth():
            height = max(height, content.heightForWidth(max(width, self.viewport().width())))
        return QSize(width, max(self._least, height))

    def sizeHint(self) -> QSize:
        """Return the minimum size; the area then grows into the room that is free."""
        return self.minimumSizeHint()

    def _is_below_another(self) -> bool:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QSplitter):
            around = around.parentWidget()
        return isinstance(around, QSplitter) and around.orientation() is Qt.Orientation.Vertical

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Request a new layout when the height that the content needs has changed."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Request a new layout when the width changes, because lines then break elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
