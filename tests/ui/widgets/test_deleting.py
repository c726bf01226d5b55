"""One gesture deletes one thing, says which, and leaves the keyboard in the list."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from hrddesk.records.model.kinds import Kind
from tests.ui.casework import fill, key, stored
from tests.ui.driver import Driver
from tests.ui.page_objects.records import CasesPage


def _twice_by_mouse(desk: Driver, button: QPushButton) -> None:
    place = button.rect().center()
    desk.bot.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)
    desk.bot.mouseDClick(button, Qt.MouseButton.LeftButton, pos=place)
    desk.bot.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)


def _twice_by_mouse_then_by_space(desk: Driver, button: QPushButton) -> None:
    _twice_by_mouse(desk, button)
    assert not button.hasFocus()  # a space, later, would delete the next
    desk.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


def _by_a_key_held_down(desk: Driver, button: QPushButton) -> None:
    button.setFocus()
    for again in (False, True, True):
        pressed = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", again
        )
        QApplication.sendEvent(button, pressed)


def _by_space_again_and_again(desk: Driver, button: QPushButton) -> None:
    button.setFocus()
    for _ in range(3):
        desk.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


@pytest.mark.parametrize(
    "gesture",
    [_twice_by_mouse, _twice_by_mouse_then_by_space, _by_a_key_held_down, _by_space_again_and_again],
)
def test_one_gesture_deletes_one_case_and_names_it(desk: Driver, gesture) -> None:  # type: ignore[no-untyped-def]
    fill(desk, 4)
    cases = CasesPage(desk)
    _, middle, after, _ = cases.listed
    cases.show_case(middle)
    ref = desk.frame.desk.reader.get(middle).text("ref")
    gesture(desk, cases.view.case.delete_button)
    desk.until(lambda: stored(desk, Kind.CASE) == 3)
    desk.settled()
    assert stored(desk, Kind.CASE) == 3
    assert desk.frame.desk.reader.find(middle) is None
    message = desk.window.message_bar.text
    assert ref in message
    assert desk.frame.desk.reader.get(after).text("ref") not in message
    assert cases.case == after  # the neighbour, not the first of the list
    assert cases.list_has_keyboard


def test_removing_an_event_leaves_its_neighbour_selected(desk: Driver) -> None:
    fill(desk, 1)
    timeline = CasesPage(desk).timeline
    last = len(timeline.list.entries) - 1
    timeline.list.enter()
    timeline.list.view.select_near(last)
    _twice_by_mouse(desk, timeline.view.remove_button)
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.settled()
    assert stored(desk, Kind.EVENT) == 1
    assert timeline.list.has_keyboard
    assert timeline.list.selected == timeline.list.entries[0].id
    key(desk, "Delete")
    desk.until(lambda: stored(desk, Kind.EVENT) == 0)


@pytest.mark.parametrize("pressed", ["Return", "Space"])
@pytest.mark.parametrize("part", ["timeline", "people"])
def test_a_key_after_a_click_on_a_row_deletes_nothing(desk: Driver, part: str, pressed: str) -> None:
    fill(desk, 2)
    desk.window.resize(1180, 720)
    cases = CasesPage(desk)
    tab = {"timeline": cases.timeline, "people": cases.people}[part]
    tab.show()
    desk.settled()
    assert not tab.view.is_unfolded
    tab.click_row(0)
    desk.settled()
    assert tab.form_is_in_sight
    assert tab.list.has_keyboard
    key(desk, pressed)
    desk.settled()
    assert stored(desk, Kind.CASE) == 2
