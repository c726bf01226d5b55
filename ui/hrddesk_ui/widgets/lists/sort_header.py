"""Column headings whose arrow shows which way the column is sorted."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

_ARROW: Final = QStyleOptionHeader.SortIndicator
_TURNED: Final = {_ARROW.SortDown: _ARROW.SortUp, _ARROW.SortUp: _ARROW.SortDown}


class SortHeader(QHeaderView):
    """The arrow points up where values rise down the list; Qt's style here points it down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:  # noqa: N803
        """Turn the arrow."""
        super().initStyleOptionForIndex(option, logicalIndex)
        option.sortIndicator = _TURNED.get(option.sortIndicator, option.sortIndicator)
