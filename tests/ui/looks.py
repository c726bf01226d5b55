"""What can be told of a window without eyes: names for screen readers, and what is cut off."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)


def everything(root: QWidget) -> Iterator[QWidget]:
    yield root
    yield from root.findChildren(QWidget)


def focusable(root: QWidget) -> list[QWidget]:
    """Return what Tab can reach; the parts that Qt makes inside its own widgets go by the whole."""
    return [
        widget
        for widget in everything(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not _inside_of_qt(widget)
    ]


def _inside_of_qt(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None:
        return False
    if isinstance(widget, QLineEdit) and isinstance(parent, QComboBox | QAbstractSpinBox):
        return True
    if parent.metaObject().className() == "QComboBoxPrivateContainer":
        return True
    return widget.objectName().startswith("qt_")


def nameless(root: QWidget) -> list[str]:
    """Return what a screen reader could not name."""
    found = []
    for widget in focusable(root):
        if not widget.isVisible():
            continue
        name = widget.accessibleName()
        if not name and isinstance(widget, QAbstractButton):
            name = widget.text()
        if not name.strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def cut_off(root: QWidget) -> list[str]:
    """Return labels and buttons that are smaller than they need to be read, or that something covers."""
    found = []
    for widget in everything(root):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton):
            continue
        text = widget.text()
        if not text:
            continue
        needed = widget.minimumSizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            too_low = widget.height() < widget.heightForWidth(widget.width())
            too_narrow = False
        else:
            too_low = widget.height() < needed.height()
            too_narrow = widget.width() < needed.width()
        if too_low or too_narrow:
            found.append(f"{type(widget).__name__} {text!r}: {widget.size()} < {needed}")
            continue
        seen, wanted = widget.visibleRegion().boundingRect(), _reachable(widget)
        if not wanted.isEmpty() and not seen.contains(wanted):
            found.append(f"{type(widget).__name__} {text!r}: only {seen} of {wanted} is seen")
    return found


def _reachable(widget: QWidget) -> QRect:
    """Return what of a widget must be in sight: all but what was scrolled away and can be brought back."""
    rest = widget.rect()
    inside = widget.parentWidget()
    while inside is not None and inside is not widget.window():
        area = inside.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is inside:
            view = QRect(widget.mapFrom(inside, QPoint()), inside.size())
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if area.horizontalScrollBarPolicy() is off or not area.horizontalScrollBar().maximum():
                view.setLeft(rest.left())
                view.setRight(rest.right())
            if area.verticalScrollBarPolicy() is off or not area.verticalScrollBar().maximum():
                view.setTop(rest.top())
                view.setBottom(rest.bottom())
            rest = rest.intersected(view)
        inside = area
    return rest
