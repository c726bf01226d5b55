"""No letter of a secret passes the bus of screen readers, whichever way it comes or goes. Threat T14."""

from collections.abc import Callable
from typing import Final

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hrddesk_ui.gate.new_vault_view import NewVaultView
from hrddesk_ui.gate.unlock_view import UnlockView
from hrddesk_ui.widgets.secrets.new_passphrase_edit import NewPassphraseEdit
from hrddesk_ui.widgets.secrets.quiet_edit import QuietLineEdit, QuietTextEdit
from hrddesk_ui.widgets.secrets.recovery_words import ProofStep
from hrddesk_ui.widgets.secrets.secret_edit import SecretEdit
from tests.ui.bus_of_readers import heard
from tests.ui.driver import Driver

Field = QLineEdit | QPlainTextEdit
WORDS: Final = "lamp river seven"


def _text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _place(field: Field) -> QWidget:
    return field if isinstance(field, QLineEdit) else field.viewport()


def _typed(field: Field) -> None:
    QTest.keyClicks(field, WORDS)


def _set(field: Field) -> None:
    if isinstance(field, QLineEdit):
        field.setText(WORDS)
    else:
        field.setPlainText(WORDS)


def _pasted_by_key(field: Field) -> None:
    QApplication.clipboard().setText(WORDS)
    QTest.keySequence(field, "Ctrl+V")


def _pasted_by_menu(field: Field) -> None:
    QApplication.clipboard().setText(WORDS)
    place = _place(field)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), place.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(place, event)
    menu = next(shown for shown in field.findChildren(QMenu) if shown.isVisible())
    paste = menu.findChild(QAction, "edit-paste")
    assert paste is not None
    menu.setActiveAction(paste)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def _pasted_by_the_middle_button(field: Field) -> None:
    QApplication.clipboard().setText(WORDS, QClipboard.Mode.Selection)
    QTest.mouseClick(_place(field), Qt.MouseButton.MiddleButton, pos=QPoint(5, 5))


def _dropped(field: Field) -> None:
    data = QMimeData()
    data.setText(WORDS)
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(_place(field), QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(_place(field), QDropEvent(QPointF(5, 5), *how))


def _given_by_an_input_method(field: Field) -> None:
    event = QInputMethodEvent("la", [])
    QApplication.sendEvent(field, event)
    event = QInputMethodEvent()
    event.setCommitString(WORDS)
    QApplication.sendEvent(field, event)


WAYS_IN: Final = (
    _typed,
    _set,
    _pasted_by_key,
    _pasted_by_menu,
    _pasted_by_the_middle_button,
    _dropped,
    _given_by_an_input_method,
)


def _line(parent: QWidget) -> QuietLineEdit:
    return QuietLineEdit("Secret", parent)


def _hidden(parent: QWidget) -> QLineEdit:
    line = QuietLineEdit("Secret", parent)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def _lines(parent: QWidget) -> QuietTextEdit:
    return QuietTextEdit("Secret", parent)


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(320, 100)
    around.show()
    qtbot.waitActive(around)
    return around


def _put(around: QWidget, make: Callable[[QWidget], Field]) -> Field:
    field = make(around)
    field.resize(300, 60)
    field.show()
    field.setFocus()
    return field


@pytest.mark.parametrize("make", [_line, _hidden, _lines])
@pytest.mark.parametrize("way", WAYS_IN)
def test_no_way_in_and_none_out_is_heard(
    around: QWidget, way: Callable[[Field], None], make: Callable[[QWidget], Field]
) -> None:
    field = _put(around, make)
    with heard() as said:
        way(field)
        assert _text(field) == WORDS
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        QTest.keySequence(field, "Ctrl+Z")
        QTest.keySequence(field, "Ctrl+Shift+Z")
        QTest.keySequence(field, "Ctrl+A")
        if not (isinstance(field, QLineEdit) and field.echoMode() is QLineEdit.EchoMode.Password):
            QTest.keySequence(field, "Ctrl+X")
        if isinstance(field, QLineEdit):
            field.setText("")
        else:
            field.setPlainText("")
        assert QAccessible.isActive()
    assert not said


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize("way", WAYS_IN)
def test_a_field_of_qt_tells_all(
    around: QWidget, way: Callable[[Field], None], make: Callable[[QWidget], Field]
) -> None:
    """What the test above listens for can be heard."""
    field = _put(around, make)
    with heard() as said:
        way(field)
    assert said


def test_what_others_say_of_it_is_heard(qtbot: QtBot) -> None:
    """A verdict on a passphrase, or a complaint, comes once the bridge is on again, and comes at once."""
    edit = SecretEdit("Secret")
    qtbot.addWidget(edit)
    edit.show()
    active: list[bool] = []
    edit.changed.connect(lambda: active.append(QAccessible.isActive()))
    edit.submitted.connect(lambda: active.append(QAccessible.isActive()))
    with heard():
        QTest.keyClicks(edit.field, "a")
        QTest.keyClick(edit.field, Qt.Key.Key_Return)
        edit.clear()
    assert active == [True, True, True]
    QTest.keyClicks(edit.field, "a")
    assert active[-1] is False, "where nobody listens, the bridge stays off"


def test_showing_and_hiding_it_is_not_heard(qtbot: QtBot) -> None:
    edit = SecretEdit("Secret")
    qtbot.addWidget(edit)
    edit.show()
    QTest.keyClicks(edit.field, WORDS)
    with heard() as said:
        edit.show_button.click()
        QTest.keyClicks(edit.field, " owl")
        edit.show_button.click()
        edit.clear()
    assert not [words for words in said if "LineEdit" in words]


def test_every_field_for_a_secret_is_quiet(gate: Driver) -> None:
    shown = gate.window.gate
    shown.show_new_vault()
    shown.show_restore()
    shown.show_unlock()
    unlock = shown.unlock
    assert isinstance(unlock, UnlockView)
    assert isinstance(unlock.words, QuietTextEdit)
    assert isinstance(shown.restore.words, QuietTextEdit)
    assert isinstance(shown.new_vault, NewVaultView)
    for kind in (SecretEdit, ProofStep, NewPassphraseEdit):
        for around in gate.window.findChildren(kind):
            assert all(isinstance(field, QuietLineEdit) for field in around.findChildren(QLineEdit))
    for field in gate.window.findChildren(QLineEdit):
        if "phrase" in field.accessibleName():
            assert isinstance(field, QuietLineEdit)
