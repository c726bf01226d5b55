"""What a search found, shown below the line that was typed into, with what fits marked in it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QStandardItemModel, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QCompleter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hrddesk.records.passages import span_of

MOST_SHOWN = 40
"""So many suggestions are listed at most; another letter makes them fewer."""


class FoundCompleter(QCompleter):
    """Shows all of it: the search filtered by names, aliases and pinyin that are not what is shown."""

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(8)
        popup = self.popup()
        assert popup is not None
        popup.setItemDelegate(_MarkingDelegate(self))

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return what is shown of the chosen one, by which it is known again."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class _MarkingDelegate(QStyledItemDelegate):
    """Draws a suggestion as plain text, what was typed in bold and underlined: names are never markup."""

    def __init__(self, completer: QCompleter) -> None:
        super().__init__(completer)
        self._completer = completer

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one suggestion."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        style = shown.widget.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, shown.widget)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, shown, shown.widget) + 1
        text = shown.fontMetrics.elidedText(
            shown.text, Qt.TextElideMode.ElideRight, room.width() - 2 * margin
        )
        shown.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        layout = QTextLayout(text, shown.font)
        layout.setFormats(self._marks(text))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width())
        layout.endLayout()
        selected = bool(shown.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        painter.setPen(shown.palette.color(role))
        down = (room.height() - line.height()) / 2
        layout.draw(painter, room.adjusted(margin, 0, -margin, 0).topLeft().toPointF() + QPointF(0, down))
        painter.restore()

    def _marks(self, text: str) -> list[QTextLayout.FormatRange]:
        span = span_of(text, self._completer.completionPrefix())
        if span is None:
            return []
        mark = QTextLayout.FormatRange()
        mark.start, end = (len(text[:at].encode("utf-16-le")) // 2 for at in span)
        mark.length = end - mark.start
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontUnderline(True)
        mark.format = look
        return [mark]
