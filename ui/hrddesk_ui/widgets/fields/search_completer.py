"""A list of search suggestions below the search line, in which the matching letters are marked."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QStandardItemModel,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from hrddesk.records.texts.excerpts import span_of

MOST_SHOWN = 40
"""The greatest number of suggestions that are listed; typing another letter reduces them."""


class FoundCompleter(QCompleter):
    """A completer that lists every suggestion of a search, without filtering the suggestions again.

    A suggestion may match by an alias or by pinyin that its text does not show, so Qt's own filter would drop
    it. The arrow keys write a suggestion into the line. Return, Tab and a click elsewhere accept it; Escape
    restores the typed text.
    """

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(8)
        self._below: QWidget | None = None  # the widget that a click beside the list is meant for
        popup = self.popup()
        assert popup is not None
        popup.setItemDelegate(_MarkingDelegate(self))
        popup.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # we replay: on X11 Qt does not

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the text of a suggestion; the field later finds the chosen suggestion by this text."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Tab accept the highlighted suggestion too, Escape restore the typed text, and a click outside
        work.

        A click outside the list accepts the highlighted suggestion and is then passed on to the widget below
        the mouse.
        """
        popup = self.popup()
        if watched is popup and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._take_highlighted(popup)
            elif event.key() == Qt.Key.Key_Escape:
                self._give_back_typed(popup)
        elif watched is popup and isinstance(event, QMouseEvent):
            if _is_press_outside(popup, event):
                self._take_highlighted(popup)
                popup.hide()
                self._press_below(event)
                return True
            if not popup.isVisible():  # X11 sends the release to the list as well, for the press was there
                self._hand_on(event)
                return True
        return super().eventFilter(watched, event)

    def _take_highlighted(self, popup: QAbstractItemView) -> None:
        if popup.selectionModel().hasSelection():
            enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            super().eventFilter(popup, enter)

    def _give_back_typed(self, popup: QAbstractItemView) -> None:
        field = self.widget()
        line = field.lineEdit() if isinstance(field, QComboBox) else field
        if popup.selectionModel().hasSelection() and isinstance(line, QLineEdit):
            line.setText(self.completionPrefix())

    def _press_below(self, event: QMouseEvent) -> None:
        """Send the mouse press to the window below the list, so that the widget there gets the focus."""
        place = event.globalPosition()
        self._below = QApplication.widgetAt(place.toPoint())
        window = None if self._below is None else self._below.window().windowHandle()
        if window is not None:
            QApplication.sendEvent(window, _at(event, window.mapFromGlobal(place)))

    def _hand_on(self, event: QMouseEvent) -> None:
        if self._below is not None and isValid(self._below):
            QApplication.sendEvent(self._below, _at(event, self._below.mapFromGlobal(event.globalPosition())))


def _is_press_outside(popup: QAbstractItemView, event: QMouseEvent) -> bool:
    inside = popup.rect().contains(event.position().toPoint())
    return event.type() == QEvent.Type.MouseButtonPress and not inside


def _at(event: QMouseEvent, place: QPointF) -> QMouseEvent:
    """Return a copy of a mouse event with `place` as its position, in the coordinates of the widget that gets
    the copy.
    """
    everywhere = event.globalPosition()
    return QMouseEvent(event.type(), place, everywhere, event.button(), event.buttons(), event.modifiers())


class _MarkingDelegate(QStyledItemDelegate):
    """A delegate that paints a suggestion as plain text with the typed letters bold and underlined.

    Names in a suggestion are never read as HTML.
    """

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
        style_option = QStyleOptionViewItem(option)
        self.initStyleOption(style_option, index)
        style = style_option.widget.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, style_option, style_option.widget)
        margin = (
            style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, style_option, style_option.widget) + 1
        )
        text = style_option.fontMetrics.elidedText(
            style_option.text, Qt.TextElideMode.ElideRight, room.width() - 2 * margin
        )
        style_option.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, style_option, painter, style_option.widget)
        layout = QTextLayout(text, style_option.font)
        layout.setFormats(self._marks(text))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width())
        layout.endLayout()
        selected = bool(style_option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        painter.setPen(style_option.palette.color(role))
        down = (room.height() - line.height()) / 2
        layout.draw(painter, room.adjusted(margin, 0, -margin, 0).topLeft().toPointF() + QPointF(0, down))
        painter.restore()

    def _marks(self, text: str) -> list[QTextLayout.FormatRange]:
        span = span_of(text, self._completer.completionPrefix())
        if span is None:
            return []
        mark = QTextLayout.FormatRange()
        mark.start, end = (len(text[:offset].encode("utf-16-le")) // 2 for offset in span)
        mark.length = end - mark.start
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontUnderline(True)
        mark.format = look
        return [mark]
