"""Rows, columns and buttons come out as Qt's own calls would make them."""

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.layout import boxes


def test_a_column_holds_its_parts_in_their_order(qtbot: QtBot) -> None:
    page, first, second = QWidget(), QLabel("first"), QLabel("second")
    qtbot.addWidget(page)
    inner = boxes.row(second, 1)
    right = Qt.AlignmentFlag.AlignRight
    column = boxes.column((first, 0, right), (inner, 2), 3, parent=page, margin=(1, 2, 3, 4), spacing=5)
    assert isinstance(column, QVBoxLayout)
    assert isinstance(inner, QHBoxLayout)
    assert page.layout() is column
    assert column.contentsMargins() == QMargins(1, 2, 3, 4)
    assert (column.spacing(), inner.spacing()) == (5, tokens.GRID)
    assert [column.stretch(at) for at in range(column.count())] == [0, 2, 3]
    assert first.parentWidget() is second.parentWidget() is page
    placed = column.itemAt(0)
    assert placed is not None
    assert placed.alignment() == right
    boxes.add(column, QLabel("third"), 1)
    assert column.count() == 5


def test_a_button_calls_its_slot(qtbot: QtBot) -> None:
    calls: list[str] = []
    button = boxes.button("Go", lambda: calls.append("went"), icon="open", kind="quiet")
    qtbot.addWidget(button)
    button.click()
    assert calls == ["went"]
    assert not button.icon().isNull()
    assert button.objectName() == "quiet"
