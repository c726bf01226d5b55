"""Column headings with an arrow that shows the direction of sorting."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

_ARROW: Final = QStyleOptionHeader.SortIndicator
_TURNED: Final = {_ARROW.SortDown: _ARROW.SortUp, _ARROW.SortUp: _ARROW.SortDown}


class SortHeader(QHeaderView):
    """A header whose arrow points up if the values increase from top to bottom; Qt's style points it down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:  # noqa: N803
        """Set the style options of a heading as Qt does, but with the arrow turned."""
        super().initStyleOptionForIndex(option, logicalIndex)
        option.sortIndicator = _TURNED.get(option.sortIndicator, option.sortIndicator)
