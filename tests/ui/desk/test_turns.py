"""What is done in the next turn lets the window do something else before it."""

from itertools import pairwise

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrddesk_ui.desk import event_loop


def test_every_part_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    owner, other, order = QObject(), QTimer(), list[str]()
    other.timeout.connect(lambda: order.append("other"))

    def part(number: int) -> None:
        order.append(str(number))
        if number < 4:
            event_loop.next_turn(owner, lambda: part(number + 1))

    QTimer.singleShot(0, owner, lambda: part(0))  # as what is delivered from another thread comes
    other.start(0)
    qtbot.waitUntil(lambda: "4" in order)
    at = [order.index(str(number)) for number in range(5)]
    assert all("other" in order[one:next_one] for one, next_one in pairwise(at))
    assert not event_loop.are_waiting()


def test_nothing_is_done_for_what_is_gone(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()
    event_loop.next_turn(owner, lambda: done.append(1))
    assert event_loop.are_waiting()
    owner.deleteLater()
    QApplication.sendPostedEvents(owner, 0)
    qtbot.waitUntil(lambda: not event_loop.are_waiting())
    qtbot.wait(10)
    assert done == []
