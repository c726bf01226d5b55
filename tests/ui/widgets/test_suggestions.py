"""The list of suggestions below a line: what takes one, what does not, and a click beside the list."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hrddesk.records.model.record import RecordId
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.party_picker import PartyChoice, PartyPicker
from hrddesk_ui.widgets.forms.place_edit import PlaceChoice, PlaceEdit

pytestmark = pytest.mark.timeout(60)

FIRST = PartyChoice(RecordId("1" * 32), "Orla Fenwick  (X-P0001)")
SECOND = PartyChoice(RecordId("2" * 32), "Orla Fenwick  (X-P0002)")


class Page(QWidget):
    """A field between two lines, and a button far below it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.before, self.after, self.button = LineEdit("before"), LineEdit("after"), QPushButton("Do it")
        self.field = field
        layout = QVBoxLayout(self)
        for widget in (self.before, field):
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in (self.after, self.button):
            layout.addWidget(widget)
        self.resize(600, 700)


Show = Callable[[QWidget], Page]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Iterator[Show]:
    """Show a field on a page."""
    QLocale.setDefault(QLocale("en"))
    theme.apply(qapp, theme.Appearance(scheme=theme.Scheme.LIGHT))
    kept: list[Page] = []

    def show(field: QWidget) -> Page:
        page = Page(field)
        kept.append(page)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield show
    kept.clear()


def _people() -> PartyPicker:
    return PartyPicker("Who", (), lambda _: [FIRST, SECOND])


def _list(bot: QtBot, field: QWidget, words: str) -> QWidget:
    """Type, and return the list of what fits once it is there."""
    field.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    bot.keyClicks(focus, words)

    def is_there() -> bool:
        popup = QApplication.activePopupWidget()
        handle = None if popup is None else popup.windowHandle()
        return handle is not None and handle.isExposed()

    bot.waitUntil(is_there)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


def _click_beside(popup: QWidget, target: QWidget) -> None:
    """Press and let go outside of the list: X11 sends both to the window that has the mouse, the list's."""
    window = popup.windowHandle()
    left, none, nothing = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    place = target.mapToGlobal(QPoint(target.width() // 2, target.height() // 2))
    assert window is not None
    assert not popup.geometry().contains(place)
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
        there = QPointF(window.mapFromGlobal(place))
        QApplication.sendEvent(window, QMouseEvent(kind, there, QPointF(place), left, held, nothing))


@pytest.mark.parametrize("leave", ["Tab", "Shift+Tab", "Return", "a click"])
def test_what_is_highlighted_is_taken_by_whatever_leaves_the_list(
    qtbot: QtBot, show: Show, leave: str
) -> None:
    picker = _people()
    page = show(picker)
    told: list[RecordId | None] = []
    picker.edited.connect(lambda: told.append(picker.value()))
    popup = _list(qtbot, picker, "orla")
    qtbot.keySequence(popup, "Down")
    qtbot.keySequence(popup, "Down")
    told.clear()
    if leave == "a click":
        _click_beside(popup, page.after)
    else:
        qtbot.keySequence(popup, leave)
    assert picker.value() == SECOND.id
    assert told == [SECOND.id]  # once
    goes_to = {"Tab": page.after, "Shift+Tab": page.before, "a click": page.after}
    assert leave == "Return" or goes_to[leave].hasFocus()


@pytest.mark.parametrize("leave", ["Tab", "a click"])
def test_what_is_only_listed_is_not_taken(qtbot: QtBot, show: Show, leave: str) -> None:
    picker = _people()
    page = show(picker)
    popup = _list(qtbot, picker, "orla")
    if leave == "Tab":
        qtbot.keySequence(popup, leave)
    else:
        _click_beside(popup, page.after)
    assert page.after.hasFocus()
    assert picker.value() is None
    assert picker.typed() == "orla"


def test_escape_brings_back_what_was_typed(qtbot: QtBot, show: Show) -> None:
    picker = _people()
    show(picker)
    popup = _list(qtbot, picker, "orla")
    qtbot.keySequence(popup, "Down")
    assert picker.typed() == FIRST.label
    qtbot.keySequence(popup, "Escape")
    assert QApplication.activePopupWidget() is None
    assert picker.typed() == "orla"


def test_terms_and_places_follow_the_same_rule(qtbot: QtBot, show: Show) -> None:
    term = TermEdit("What", "event_type")
    show(term)
    popup = _list(qtbot, term, "detaine")
    qtbot.keySequence(popup, "Down")
    qtbot.keySequence(popup, "Tab")
    assert term.is_known()
    known = PlaceChoice(RecordId("3" * 32), "Lower Quarrytown", "Quarry County › Lower Quarrytown")
    place = PlaceEdit("Where", "", lambda _: [known])
    page = show(place)
    popup = _list(qtbot, place, "quarry")
    qtbot.keySequence(popup, "Down")
    qtbot.keySequence(popup, "Tab")
    qtbot.waitUntil(lambda: place.place() == known.id)
    assert place.text() == known.name
    assert page.after.hasFocus()


def test_a_click_beside_the_list_does_at_once_what_it_is_meant_for(qtbot: QtBot, show: Show) -> None:
    page = show(_people())
    pressed: list[bool] = []
    page.button.clicked.connect(lambda: pressed.append(True))
    popup = _list(qtbot, page.field, "orla")
    _click_beside(popup, page.button)
    assert pressed == [True]
    assert not page.button.isDown()
    assert QApplication.activePopupWidget() is None
