"""A part that scrolls in itself where there is room, and never within a page that scrolls already."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget


class GrowingArea(QScrollArea):
    """In a pane that stands below another it asks for the whole height of its content: the page scrolls then.

    Two bars within each other hide where one is, and the wheel stops halfway.
    """

    def __init__(self, content: QWidget, least: int, parent: QWidget | None = None) -> None:
        """`least` is the height in pixels below which it would be a slit."""
        super().__init__(parent)
        self._least, self._content = least, content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def minimumSizeHint(self) -> QSize:
        """Return what it needs where it stands."""
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
        """Return no more: what there is besides is taken."""
        return self.minimumSizeHint()

    def _is_below_another(self) -> bool:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QSplitter):
            around = around.parentWidget()
        return isinstance(around, QSplitter) and around.orientation() is Qt.Orientation.Vertical

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask anew when the content needs more or less than before."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew: lines break elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
