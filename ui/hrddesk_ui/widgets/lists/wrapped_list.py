"""A list whose entries are sentences that wrap."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QListView, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hrddesk_ui.theme import tokens


class WrappedList(QListWidget):
    """A list whose long entries wrap instead of being cut: the end of an entry often matters."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the list; `name` is its name for screen readers."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(WholeEntries(self))


class WholeEntries(QStyledItemDelegate):
    """A delegate that gives an entry enough room for lines of different heights.

    Qt expects each line of an entry to be as high as the line before, and leaves it out if so high a line
    would not fit. After a high line of Uyghur or Tibetan, a lower line of Latin letters was missing.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of an entry with all its lines."""
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(0, 0, -tokens.ROW_SIDES, 0)  # Qt breaks lines as if there were none
        hint = super().sizeHint(inner, index)
        usual = option.fontMetrics.lineSpacing()
        if hint.height() < 2 * usual:
            return hint
        return QSize(hint.width(), hint.height() + max(0, _highest_line(option, index) - usual))


def _highest_line(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> int:
    """Return the height of the text if it were in one line, in pixels; no line of the text is higher."""
    layout = QTextLayout(str(index.data() or ""), option.font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return round(line.height() + 0.5) if line.isValid() else 0
