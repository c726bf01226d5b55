"""What locks the window, and what does not: the key, time without use, secrets before a vault is open."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from hrddesk.crypto import kdf
from hrddesk_ui.locking.process_signals import EndWatch
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.page_objects.gate import GatePage, NewVaultPage, UnlockPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def press_lock() -> None:
    """Press Ctrl+L as the system sends it: to the window that has the keyboard."""
    window = QGuiApplication.focusWindow()
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_L, CONTROL)


def locked(desk: Driver, vault: Path) -> None:
    desk.until(lambda: bool(desk.resumed))
    (resumed,) = desk.resumed
    assert resumed.folder == str(vault)
    assert resumed.report == ""
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert desk.app.drained


def test_the_key_locks_over_a_dialog_that_has_the_keyboard(desk: Driver, vault: Path) -> None:
    dialog = choose_path(desk.window, "Choose", Purpose.FOLDER, lambda path: None)
    desk.until(lambda: dialog.isVisible() and dialog.windowHandle() is not None)
    dialog.activateWindow()
    desk.until(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    press_lock()
    locked(desk, vault)


def test_the_key_locks_over_an_open_menu(desk: Driver, vault: Path) -> None:
    menu = QMenu(desk.window)
    menu.addAction("Something")
    menu.popup(desk.window.mapToGlobal(desk.window.rect().center()))
    desk.until(lambda: menu.isVisible() and QGuiApplication.focusWindow() is menu.windowHandle())
    press_lock()
    locked(desk, vault)


def test_time_without_use_locks_over_a_dialog_too(desk: Driver, vault: Path) -> None:
    choose_path(desk.window, "Choose", Purpose.FOLDER, lambda path: None)
    desk.window.leaving.idle.start(0.05 / 60)
    locked(desk, vault)


def test_a_key_that_something_lies_on_is_no_use(desk: Driver) -> None:
    idle = desk.window.leaving.idle
    idle._timer.setTimerType(Qt.TimerType.PreciseTimer)  # others are rounded
    idle.start(10)
    window = desk.window.windowHandle()
    assert window is not None
    before = idle._timer.remainingTime()
    QTest.qWait(20)

    def strike(*, repeated: bool) -> int:
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", repeated)
        assert not idle.eventFilter(window, event)
        return idle._timer.remainingTime()

    assert strike(repeated=True) < before
    assert strike(repeated=False) >= before - 15


def test_a_window_that_holds_nothing_stays_as_it_is(gate: Driver) -> None:
    assert not GatePage(gate).holds_secrets()
    idle = gate.window.leaving.idle
    idle.start(0.02 / 60)
    gate.until(lambda: idle._timer.interval() > 1000)  # the time was over, and begins anew
    press_lock()
    assert gate.resumed == []


@pytest.mark.parametrize("where", ["passphrase", "words", "new passphrase", "tried", "tried, then Chinese"])
def test_what_is_typed_before_a_vault_is_open_is_taken_away(gate: Driver, vault: Path, where: str) -> None:
    gate.window.gate.show_unlock(vault)
    unlock, is_something_typed = UnlockPage(gate), GatePage(gate).holds_secrets
    assert not is_something_typed()
    if where == "passphrase":
        gate.text("half a passphr")
    elif where == "words":
        unlock.take_other_way()
        assert not is_something_typed()
        unlock.type_recovery_words("abandon")
    elif where == "new passphrase":
        unlock.take_other_way()
        unlock.type_new_passphrase("half")
    else:
        gate.text("wrong, but nearly right")
        gate.key("Return")
        gate.until(unlock.shows_problem)
        gate.settled()
        unlock.type_passphrase("")
        gate.key("Backspace")
    if "Chinese" in where:
        gate.window.speak(gate.window._translations.language.CHINESE)
    assert is_something_typed()
    press_lock()
    locked(gate, vault)


def test_the_words_of_a_new_vault_are_taken_away(
    gate: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kdf, "calibrate", lambda: kdf.FLOOR)
    gate.window.gate.show_new_vault()
    assert GatePage(gate).holds_secrets()
    page = NewVaultPage(gate)
    page.name_folder(tmp_path / "new")
    page.type_phrase(page.phrase)
    gate.key("Return")
    page.wait_for_recovery_words(60)
    press_lock()
    locked(gate, tmp_path / "new.hrdv")


def test_it_is_said_that_nothing_typed_is_lost_and_the_window_is_as_large_as_it_was(
    desk: Driver, start: Callable[[Resume], Driver]
) -> None:
    desk.window.resize(1111, 707)
    desk.app.lock()
    (resumed,) = desk.resumed
    again = start(resumed)
    again.window.restoreGeometry(QByteArray.fromBase64(resumed.geometry.encode()))  # the fixture resizes it
    assert (again.window.width(), again.window.height()) == (1111, 707)
    unlock = UnlockPage(again)
    assert unlock.says_that_nothing_is_lost()
    assert unlock.passphrase_has_keyboard()
    again.shot("locked")
    again.window.speak(WindowLanguage.CHINESE)
    assert unlock.says_that_nothing_is_lost()
    again.shot("locked-zh")
    again.window.gate.show_unlock(None)
    assert not unlock.says_that_nothing_is_lost()


def test_the_window_listens_from_the_first_passphrase_on(desk: Driver, vault: Path) -> None:
    watch = desk.window.leaving.away
    assert watch is not None
    watch.left.emit()
    locked(desk, vault)


def test_a_passphrase_that_is_right_opens_as_ever(gate: Driver, vault: Path) -> None:
    gate.window.gate.show_unlock(vault)
    gate.text(PASSPHRASE)
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    assert gate.resumed == []
    assert Resume().folder == ""


def test_signals_are_heard_in_the_windows_thread_and_those_ignored_are_not(gate: Driver) -> None:
    told: list[str] = []
    before = signal.getsignal(signal.SIGTERM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # as nohup and a shell's `&` do
    watch = EndWatch()
    watch.wanted.connect(lambda: told.append("asked to end"))
    try:
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGTERM)
        gate.until(lambda: bool(told))
        os.kill(os.getpid(), signal.SIGHUP)
        gate.until(lambda: len(told) == 2)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        watch.stop()
        assert signal.getsignal(signal.SIGTERM) is before
        signal.signal(signal.SIGINT, signal.default_int_handler)
