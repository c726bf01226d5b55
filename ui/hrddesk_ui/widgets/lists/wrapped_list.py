"""A list of sentences."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QListView, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget


class WrappedList(QListWidget):
    """A list whose long entries take several lines: the end of an entry often matters."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the list; `name` is its name for screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(WholeEntries(self))


class WholeEntries(QStyledItemDelegate):
    """Gives room for lines of different heights.

    Qt stops painting an entry where another line as high as the last one would not fit. After a high line
    of Uyghur or Tibetan it left out a line of Latin letters for which there was room.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of an entry with all its lines."""
        hint = super().sizeHint(option, index)
        usual = option.fontMetrics.lineSpacing()
        if hint.height() < 2 * usual:
            return hint
        return QSize(hint.width(), hint.height() + max(0, _highest_line(option, index) - usual))


def _highest_line(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> int:
    """Return the height of the words in one line, in pixels."""
    layout = QTextLayout(str(index.data() or ""), option.font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return round(line.height() + 0.5) if line.isValid() else 0
