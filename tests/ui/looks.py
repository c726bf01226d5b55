"""What can be told of a window without eyes: names for screen readers, and what is cut off."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from hrddesk_ui.frame.message_bar import MessageBar

_PARTS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
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
    """Return labels and buttons that are smaller than they need to be read, or that something covers.

    What a message lies over counts as seen: the message leaves, or can be closed.
    """
    found = []
    messages = [bar for bar in root.window().findChildren(MessageBar) if bar.isVisible()]
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
        seen, wanted = widget.visibleRegion(), _reachable(widget)
        for bar in messages:
            if not bar.isAncestorOf(widget):
                seen += QRect(widget.mapFromGlobal(bar.mapToGlobal(QPoint())), bar.size())
        if not wanted.isEmpty() and not seen.boundingRect().contains(wanted):
            found.append(f"{type(widget).__name__} {text!r}: only {seen.boundingRect()} of {wanted} is seen")
    return found


def overlapping(root: QWidget) -> list[str]:
    """Return pairs of parts that lie over each other, where somebody sees them."""
    parts = [
        widget
        for widget in everything(root)
        if isinstance(widget, _PARTS) and widget.isVisible() and not _is_within_a_part(widget, root)
    ]
    seen = [(part, _in_sight(part, root)) for part in parts]
    return [
        f"{_called(one)} and {_called(other)}"
        for (one, place), (other, where) in combinations(seen, 2)
        if min((over := place.intersected(where)).width(), over.height()) > 1
    ]


def _is_within_a_part(widget: QWidget, root: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None and around is not root:
        if isinstance(around, _PARTS):
            return True
        around = around.parentWidget()
    return False


def _in_sight(widget: QWidget, root: QWidget) -> QRect:
    """Return where a part is seen, in the coordinates of `root`."""
    place, around = QRect(widget.mapTo(root, QPoint()), widget.size()), widget.parentWidget()
    while around is not None and around is not root:
        place = place.intersected(QRect(around.mapTo(root, QPoint()), around.size()))
        around = around.parentWidget()
    return place


def _called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text!r}"


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
