"""The building blocks of every page, so that all pages look alike."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes


def title(text: str, parent: QWidget | None = None) -> Label:
    """Return a page title."""
    return _label(text, "title", parent)


def heading(text: str, parent: QWidget | None = None) -> Label:
    """Return the heading of one part of a page."""
    return _label(text, "heading", parent)


def note(text: str, parent: QWidget | None = None) -> Label:
    """Return a label for a note in a muted colour."""
    return _label(text, "muted", parent)


def words(text: str, parent: QWidget | None = None) -> Label:
    """Return a label for a paragraph of text."""
    return _label(text, "", parent)


def _label(text: str, role: str, parent: QWidget | None) -> Label:
    label = Label(text, parent)
    label.setWordWrap(True)
    if role:
        theme.set_role(label, role)
    return label


def plain(text: str, parent: QWidget | None = None) -> Label:
    """Return a label whose text stays in one line."""
    label = _label(text, "", parent)
    label.setWordWrap(False)
    return label


def make_selectable(label: Label) -> None:
    """Make the text of a label selectable, also by keyboard."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
    )


def card(parent: QWidget | None = None) -> tuple[QFrame, QVBoxLayout]:
    """Return a framed box and the layout inside the box."""
    frame = QFrame(parent)
    theme.set_role(frame, "card")
    layout = boxes.column(parent=frame, margin=3 * tokens.GRID, spacing=2 * tokens.GRID)
    return frame, layout


class Fields(QGridLayout):
    """A column of labelled fields.

    Each label is the buddy of its field (Qt's term: its shortcut key focuses the field) and is centred beside
    it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(2 * tokens.GRID)
        self.setVerticalSpacing(tokens.GRID)
        self.setColumnStretch(1, 1)

    def add(self, text: str, field: QWidget) -> Label:
        """Add a field at the end and return its label."""
        label = plain(text)
        label.setBuddy(field)
        row = self.rowCount()
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(field, row, 1)
        return label


def part(widget: QWidget) -> QVBoxLayout:
    """Give `widget`, a part of a page, a column as its layout and return that layout; the column has no
    margins.
    """
    return boxes.column(parent=widget)


def scrolling(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Return a scroll area around `content`, for windows that are too small to show all of it."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def scroll_areas(widget: QWidget) -> list[QScrollArea]:
    """Return the scroll areas around a widget, the innermost first; `widget` itself is not among them."""
    areas = []
    ancestor = widget.parentWidget()
    while ancestor is not None:
        if isinstance(ancestor, QScrollArea) and ancestor.widget() is not None:
            areas.append(ancestor)
        ancestor = ancestor.parentWidget()
    return areas


def column(widget: QWidget, width: int = 90, *, centred: bool = False) -> QVBoxLayout:
    """Give `widget` one scrolling column, at most `width` grid units wide, and return the layout of the
    column.
    """
    outer = boxes.column(parent=widget, spacing=-1)
    inner = QWidget(widget)
    inner.setMaximumWidth(width * tokens.GRID)
    layout = boxes.column(parent=inner, margin=3 * tokens.GRID, spacing=2 * tokens.GRID)
    area = scrolling(inner, widget)
    if centred:
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    outer.addWidget(area)
    return layout


def add_below(widget: QWidget, part: QWidget) -> None:
    """Add a part below the scrolling column that `column` gave to `widget`, so that the part is always
    visible.
    """
    outer = widget.layout()
    assert outer is not None
    outer.addWidget(part)
