"""The building blocks of every page, so that all pages look alike."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes


def title(text: str, parent: QWidget | None = None) -> Label:
    """Return a page title."""
    return _label(text, "title", parent)


def heading(text: str, parent: QWidget | None = None) -> Label:
    """Return the heading of a part of a page."""
    return _label(text, "heading", parent)


def note(text: str, parent: QWidget | None = None) -> Label:
    """Return a note in muted text."""
    return _label(text, "muted", parent)


def words(text: str, parent: QWidget | None = None) -> Label:
    """Return a paragraph."""
    return _label(text, "", parent)


def _label(text: str, role: str, parent: QWidget | None) -> Label:
    label = Label(text, parent)
    label.setWordWrap(True)
    if role:
        theme.set_role(label, role)
    return label


def plain(text: str, parent: QWidget | None = None) -> Label:
    """Return a label of one line."""
    label = _label(text, "", parent)
    label.setWordWrap(False)
    return label


def make_selectable(label: Label) -> None:
    """Make the text of a label selectable, also by keyboard."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
    )


def card(parent: QWidget | None = None) -> tuple[QFrame, QVBoxLayout]:
    """Return a framed box and its layout."""
    frame = QFrame(parent)
    theme.set_role(frame, "card")
    layout = boxes.column(parent=frame, margin=3 * theme.GRID, spacing=2 * theme.GRID)
    return frame, layout


class Fields(QGridLayout):
    """A column of labelled fields; each label is centred in its line and is the buddy of its field."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(2 * theme.GRID)
        self.setVerticalSpacing(theme.GRID)
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
    """Give a part of a page a column that takes no more room than its content."""
    return boxes.column(parent=widget)


def scrolling(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Return `content` in an area that scrolls when the window is small."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def column(widget: QWidget, width: int = 90, *, centred: bool = False) -> QVBoxLayout:
    """Give `widget` one column at most `width` grid units wide, and return its layout."""
    outer = boxes.column(parent=widget, spacing=-1)
    inner = QWidget(widget)
    inner.setMaximumWidth(width * theme.GRID)
    layout = boxes.column(parent=inner, margin=3 * theme.GRID, spacing=2 * theme.GRID)
    area = scrolling(inner, widget)
    if centred:
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    outer.addWidget(area)
    return layout


def add_below(widget: QWidget, part: QWidget) -> None:
    """Add a part below the scrolling `column` of `widget`: it is always in sight."""
    outer = widget.layout()
    assert outer is not None
    outer.addWidget(part)
