"""What is copied in the window, as another program on the same screen gets it."""

import os
import shutil
import subprocess
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from hrddesk_ui.locking import clipboard
from hrddesk_ui.locking.clipboard import ClipboardGuard
from tests.ui.driver import Driver

SECRET = "Odal Brisk, cellar of the tannery"


@pytest.fixture(autouse=True)
def _a_screen(qapp: QApplication) -> None:
    if qapp.platformName() != "xcb" or shutil.which("xclip") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("an X server and xclip are needed")
        pytest.skip("an X server and xclip are needed")


@pytest.fixture
def field(qtbot: QtBot, qapp: QApplication) -> QPlainTextEdit:
    """A field with something to copy, of an application whose guard waits a third of a second."""
    made = QPlainTextEdit()
    made.setPlainText(SECRET)
    qtbot.addWidget(made)
    ClipboardGuard(qapp, 0.3, made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _ask(qtbot: QtBot, *words: str) -> bytes:
    """Let another program ask for a selection, and answer it."""
    asking = subprocess.Popen(["xclip", "-o", *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    qtbot.waitUntil(lambda: asking.poll() is not None)
    return asking.communicate()[0]


def _pasted(qtbot: QtBot) -> bytes:
    return _ask(qtbot, "-selection", "clipboard")


def _put(words: str) -> None:
    """Let another program copy something; it goes on in the background to hand it out."""
    subprocess.run(["xclip", "-selection", "clipboard"], input=words.encode(), check=True)


def test_half_a_minute_is_the_limit() -> None:
    assert clipboard.SECONDS == 30


def test_a_copied_text_can_be_pasted_until_its_time_is_over(qtbot: QtBot, field: QPlainTextEdit) -> None:
    qtbot.keySequence(field, "Ctrl+A")
    qtbot.keySequence(field, "Ctrl+C")
    assert QApplication.clipboard().text() == SECRET
    qtbot.waitUntil(lambda: not QApplication.clipboard().ownsClipboard())
    assert _pasted(qtbot) == b""


def test_copying_again_begins_to_wait_anew(qtbot: QtBot, qapp: QApplication) -> None:
    guard = ClipboardGuard(qapp, 30)
    for words in (SECRET, "something else"):
        qapp.clipboard().setText(words)
        assert _pasted(qtbot) == words.encode()
    guard.clear()
    assert _pasted(qtbot) == b""
    guard.deleteLater()


def test_programs_that_keep_what_is_copied_are_told_not_to(qtbot: QtBot, qapp: QApplication) -> None:
    guard = ClipboardGuard(qapp)
    qapp.clipboard().setText(SECRET)
    kinds = _ask(qtbot, "-selection", "clipboard", "-t", "TARGETS").split(b"\n")
    assert b"x-kde-passwordManagerHint" in kinds
    assert b"text/html" not in kinds
    hint = _ask(qtbot, "-selection", "clipboard", "-t", "x-kde-passwordManagerHint")
    assert hint == b"secret"
    guard.clear()
    guard.deleteLater()


def test_what_another_program_copied_stays(qtbot: QtBot, qapp: QApplication, field: QPlainTextEdit) -> None:
    qtbot.keySequence(field, "Ctrl+A")
    qtbot.keySequence(field, "Ctrl+C")
    _put("from elsewhere")
    qtbot.waitUntil(lambda: not qapp.clipboard().ownsClipboard())
    guard = field.findChild(ClipboardGuard)
    assert guard is not None
    guard.clear()
    assert _pasted(qtbot) == b"from elsewhere"


def test_marking_a_text_copies_nothing(qtbot: QtBot, field: QPlainTextEdit) -> None:
    qtbot.keySequence(field, "Ctrl+A")
    assert field.textCursor().selectedText() == SECRET
    assert _ask(qtbot, "-selection", "primary") == b""
    assert not QApplication.clipboard().ownsSelection()


def test_nothing_can_be_dragged_out(qtbot: QtBot, field: QPlainTextEdit) -> None:
    qtbot.keySequence(field, "Ctrl+A")
    place = field.cursorRect().topLeft() + QPoint(-20, 5)
    qtbot.mousePress(field.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(field.viewport(), place + QPoint(60, 40))  # a drag would wait here for the mouse
    qtbot.mouseRelease(field.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(60, 40))
    assert QApplication.startDragDistance() > 100_000


@pytest.mark.parametrize(
    "leave", [lambda driver: driver.key("Ctrl+L"), lambda driver: driver.window.close()], ids=["lock", "exit"]
)
def test_it_is_cleared_when_the_vault_is_left(
    qtbot: QtBot, desk: Driver, leave: Callable[[Driver], object]
) -> None:
    desk.key("Ctrl+F")
    desk.text(SECRET)
    desk.key("Ctrl+A")
    desk.key("Ctrl+C")
    assert _pasted(qtbot) == SECRET.encode()
    leave(desk)
    assert not QApplication.clipboard().ownsClipboard()
    assert _pasted(qtbot) == b""
