"""Scrolling that brings the focused widget into sight with its whole row."""

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from hrddesk_ui.widgets.fields.still_choices import until_released
from hrddesk_ui.widgets.forms.rows_edit import EntryRow
from hrddesk_ui.widgets.layout import page_layout

_MARGIN = 24  # pixels below and above, so that its hint is seen too


def follow(widget: QWidget | None) -> None:
    """Scroll until `widget`, which got the focus, is visible; wait a moment if a mouse button is pressed."""
    if widget is not None and page_layout.scroll_areas(widget):
        until_released(widget, lambda: _show_and_again(widget))


def _show_and_again(widget: QWidget) -> None:
    _show(widget)
    QTimer.singleShot(0, widget, lambda: _show(widget))  # a row that was just added is laid out a turn later


def _show(widget: QWidget) -> None:
    if not isValid(widget) or not widget.hasFocus() or not widget.isVisible():
        return
    for area in page_layout.scroll_areas(widget):
        content = area.widget()
        for part in (_row_of(widget, content), widget):
            if part is not None and content is not None and part.height() <= area.viewport().height():
                _show_whole(area, part, content)
        area.ensureWidgetVisible(widget, _MARGIN, _MARGIN)  # of a text, Qt shows the line with the cursor


def _show_whole(area: QScrollArea, part: QWidget, content: QWidget) -> None:
    """Scroll so that both edges of `part` are seen; `part` must not be higher than `area`."""
    place = QRect(part.mapTo(content, QPoint(0, 0)), part.size())
    margin = min(_MARGIN, (area.viewport().height() - place.height()) // 2)
    for y in (place.bottom(), place.top()):
        area.ensureVisible(place.left(), y, 0, margin)


def _row_of(widget: QWidget, content: QWidget | None) -> QWidget | None:
    ancestor: QWidget | None = widget
    while ancestor is not None and ancestor is not content:
        if isinstance(ancestor, EntryRow):
            return ancestor
        ancestor = ancestor.parentWidget()
    return None
