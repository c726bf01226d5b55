"""What looks for texts that cannot be read, on windows that are bad on purpose."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import looks


def _window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(300, 200)
    qtbot.addWidget(window)
    return window


def _shown(qtbot: QtBot, window: QWidget) -> list[str]:
    window.show()
    qtbot.waitExposed(window)
    QApplication.sendPostedEvents()
    return looks.cut_off(window)


def test_a_label_that_has_room_is_fine(qtbot: QtBot) -> None:
    window = _window(qtbot)
    QLabel("Nothing wrong here", window).move(10, 10)
    assert _shown(qtbot, window) == []


def test_a_label_that_is_too_small_is_found(qtbot: QtBot) -> None:
    window = _window(qtbot)
    label = QLabel("This is longer than it is wide", window)
    label.resize(20, 20)
    assert len(_shown(qtbot, window)) == 1


def test_a_label_that_an_ancestor_clips_is_found(qtbot: QtBot) -> None:
    window = _window(qtbot)
    outer = QWidget(window)
    outer.resize(60, 40)
    inner = QWidget(outer)
    inner.resize(280, 40)
    label = QLabel("Half of this sticks out of the box", inner)
    label.adjustSize()
    found = _shown(qtbot, window)
    assert len(found) == 1
    assert "is seen" in found[0]


def test_what_can_be_scrolled_to_is_fine_and_what_cannot_is_not(qtbot: QtBot) -> None:
    window = _window(qtbot)
    area = QScrollArea(window)
    area.resize(200, 100)
    content = QWidget()
    content.resize(180, 400)
    for number in range(10):
        label = QLabel(f"Line {number} of many", content)
        label.move(QPoint(5, 40 * number))
        label.adjustSize()
    area.setWidget(content)
    assert _shown(qtbot, window) == []
    content.resize(180, 90)  # no bar any more: what sticks out is out of reach
    QApplication.sendPostedEvents()
    assert looks.cut_off(window) != []


def test_what_lies_over_something_else_is_found(qtbot: QtBot) -> None:
    window = _window(qtbot)
    first, second = QLabel("One thing", window), QLabel("Another thing", window)
    first.setGeometry(10, 10, 100, 20)
    second.setGeometry(10, 30, 100, 20)
    window.show()
    qtbot.waitExposed(window)
    assert looks.overlapping(window) == []
    second.move(10, 25)
    assert looks.overlapping(window) == ["QLabel 'One thing' and QLabel 'Another thing'"]
    second.hide()
    assert looks.overlapping(window) == []
