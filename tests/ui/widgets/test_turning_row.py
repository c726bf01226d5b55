"""Parts that stand beside each other where there is room, and below each other where there is not."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hrddesk_ui.widgets.layout.turning_row import TurningRow


def _page(qtbot: QtBot, *, apart: bool = False) -> tuple[QWidget, list[QPushButton]]:
    page = QWidget()
    qtbot.addWidget(page)
    buttons = [QPushButton(text, page) for text in ("Go on with this", "Take it back", "Neither")]
    layout = QVBoxLayout(page)
    layout.addWidget(TurningRow(*buttons, parent=page, apart=apart))
    layout.addStretch(1)
    page.resize(700, 300)
    page.show()
    qtbot.waitExposed(page)
    return page, buttons


def _places(page: QWidget, buttons: list[QPushButton]) -> list[QPoint]:
    for _ in range(3):
        QApplication.sendPostedEvents()
    return [button.mapTo(page, QPoint()) for button in buttons]


def test_it_turns_by_the_room_and_by_what_is_shown(qtbot: QtBot) -> None:
    page, buttons = _page(qtbot)
    assert len({at.y() for at in _places(page, buttons)}) == 1
    page.resize(buttons[0].minimumSizeHint().width() + 60, 300)
    narrow = _places(page, buttons)
    assert len({at.y() for at in narrow}) == 3
    for button in buttons:
        row = button.parentWidget()
        assert row is not None
        assert button.geometry().right() <= row.width()
    page.resize(sum(button.minimumSizeHint().width() for button in buttons[:2]) + 60, 300)
    assert len({at.y() for at in _places(page, buttons)}) == 3
    buttons[2].hide()
    assert len({at.y() for at in _places(page, buttons[:2])}) == 1


def test_the_last_button_stands_apart_where_it_is_to(qtbot: QtBot) -> None:
    page, buttons = _page(qtbot, apart=True)
    first, second, last = _places(page, buttons)
    assert second.x() - first.x() < 200
    assert last.x() > 500


def test_the_order_of_tab_stays(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first, second, third = (QLineEdit(page) for _ in range(3))
    layout = QVBoxLayout(page)
    layout.addWidget(TurningRow(first, second, parent=page))
    layout.addWidget(third)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    first.setFocus()
    qtbot.keySequence(first, "Tab")
    assert page.focusWidget() is second
    qtbot.keySequence(second, "Tab")
    assert page.focusWidget() is third
