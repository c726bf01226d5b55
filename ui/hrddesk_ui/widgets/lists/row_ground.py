"""The background of a row that a delegate paints: tint, bar, and a line around the row with the focus."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle

from hrddesk_ui.theme import theme, tokens


def paint_ground(painter: QPainter, rect: QRect, flags: QStyle.StateFlag) -> None:
    """Paint the background of a row; `flags` tell whether it is selected, under the mouse or focused."""
    colours = theme.colours()
    if flags & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(colours.chosen))
        bar = QRect(rect.left(), rect.top(), tokens.BAR, rect.height())
        if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            bar.moveRight(rect.right())
        painter.fillRect(bar, QColor(colours.accent))
    elif flags & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(colours.hover))
    if flags & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(colours.text), 1, Qt.PenStyle.DotLine))
        painter.drawRect(rect.adjusted(1, 1, -2, -2))
