"""A row that turns into a column if the window is too narrow for all its parts."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from hrddesk_ui.theme import tokens

_WAY = QBoxLayout.Direction


class TurningRow(QWidget):
    """A row that needs only the width of its widest part, because it can become a column."""

    def __init__(self, *parts: QWidget, parent: QWidget, apart: bool = False) -> None:
        """Make the row: buttons keep their width, other parts share the room that is left.

        If `apart` is set and all parts are buttons, the last button is at the far end. `parent` has to be in
        the same window as the parts, so that the parts keep their places in the Tab order.
        """
        super().__init__(parent)
        self._parts = parts
        self._row = QBoxLayout(_WAY.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.GRID)
        for part in parts:
            self._row.addWidget(part, 0 if isinstance(part, QPushButton) else 1)
        if all(isinstance(part, QPushButton) for part in parts):
            self._row.insertStretch(len(parts) - 1 if apart else -1, 1)

    def minimumSizeHint(self) -> QSize:
        """Return the current height and the width of the widest part."""
        return QSize(max(self._widths(), default=0), super().minimumSizeHint().height())

    def _widths(self) -> list[int]:
        return [part.minimumSizeHint().width() for part in self._parts if not part.isHidden()]

    def _turn(self) -> None:
        """Arrange the parts as a row or as a column, according to the width."""
        widths = self._widths()
        needs = sum(widths) + self._row.spacing() * (len(widths) - 1)
        way = _WAY.LeftToRight if self.width() >= needs else _WAY.TopToBottom
        if way is not self._row.direction():
            self._row.setDirection(way)
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Check whether there is room for all parts in a row."""
        self._turn()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Check again whether all parts fit when one is added, removed or changes its text."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)
