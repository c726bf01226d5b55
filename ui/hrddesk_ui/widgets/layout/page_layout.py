"""The pieces that every page is made of, so that all look alike."""

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
    """Return a second-rank sentence."""
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
    """Let the words of a label be selected and copied, by keys too."""
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
    """Labelled fields under each other; a label stands in the middle of its line and is its field's buddy."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(2 * theme.GRID)
        self.setVerticalSpacing(theme.GRID)
        self.setColumnStretch(1, 1)

    def add(self, text: str, field: QWidget) -> Label:
        """Put a field below the others and return its label."""
        label = plain(text)
        label.setBuddy(field)
        row = self.rowCount()
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(field, row, 1)
        return label


def part(widget: QWidget) -> QVBoxLayout:
    """Give a part of a page its column, which takes no more room than what is in it."""
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
    """Add a part below the `column` of `widget`, which scrolls: it is always in sight."""
    outer = widget.layout()
    assert outer is not None
    outer.addWidget(part)
