"""Functions that make a row, a column or a button in one call."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from hrddesk_ui.theme import theme, tokens

Item = QWidget | QLayout
Part = Item | int | tuple[Item, int] | tuple[Item, int, Qt.AlignmentFlag]
"""An item of a box, alone or with its stretch and its alignment; a number is an empty stretch."""
Margins = int | tuple[int, int, int, int]
"""One margin for all sides, or left, top, right and bottom; -1 means the margin of Qt's style."""
_BoxT = TypeVar("_BoxT", bound=QBoxLayout)


def row(
    *parts: Part, parent: QWidget | None = None, margin: Margins = 0, spacing: int = tokens.GRID
) -> QHBoxLayout:
    """Return a layout with the parts side by side; it becomes the layout of `parent` if one is given."""
    return _filled(QHBoxLayout() if parent is None else QHBoxLayout(parent), parts, margin, spacing)


def column(
    *parts: Part, parent: QWidget | None = None, margin: Margins = 0, spacing: int = tokens.GRID
) -> QVBoxLayout:
    """Return a layout with the parts below each other; it becomes the layout of `parent` if one is given."""
    return _filled(QVBoxLayout() if parent is None else QVBoxLayout(parent), parts, margin, spacing)


def button(
    text: str,
    slot: Callable[..., object] | SignalInstance,
    parent: QWidget | None = None,
    *,
    icon: str = "",
    kind: str = "",
) -> QPushButton:
    """Return a button that calls `slot`; `kind` is its object name in the theme, such as `quiet`."""
    pushed = QPushButton(text, parent)
    if icon:
        pushed.setIcon(theme.icon(icon))
    pushed.setObjectName(kind)
    pushed.clicked.connect(slot)
    return pushed


def add(box: QBoxLayout, *parts: Part) -> None:
    """Append the parts to the box."""
    for part in parts:
        if isinstance(part, int):
            box.addStretch(part)
            continue
        item = part[0] if isinstance(part, tuple) else part
        stretch = part[1] if isinstance(part, tuple) else 0
        if isinstance(item, QLayout):
            box.addLayout(item, stretch)
        else:
            aligned = part[2] if isinstance(part, tuple) and len(part) == 3 else Qt.AlignmentFlag(0)
            box.addWidget(item, stretch, aligned)


def _filled(box: _BoxT, parts: tuple[Part, ...], margin: Margins, spacing: int) -> _BoxT:
    box.setContentsMargins(*((margin,) * 4 if isinstance(margin, int) else margin))
    box.setSpacing(spacing)
    add(box, *parts)
    return box
