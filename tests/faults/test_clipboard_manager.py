"""When the window ends, a clipboard manager is not asked to keep what was copied in it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.window_process import CHECKOUT, WindowProcess

# What any other program of Qt's does: it copies, and ends.
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
qt = QGuiApplication([])
qt.clipboard().setText("kept for ever")
QTimer.singleShot(0, qt.quit)
qt.exec()
"""


@pytest.fixture
def manager() -> Iterator[subprocess.Popen[str]]:
    """A manager on the screen of the test, which is ready."""
    if not os.environ.get("DISPLAY"):
        if os.environ.get("CI") == "true":
            pytest.fail("there is no display")
        pytest.skip("there is no display; packaging/test.py brings one")
    command = [sys.executable, "-m", "tests.faults.clipboard_manager"]
    process = subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def _heard(manager: subprocess.Popen[str]) -> str:
    """Return what the manager was asked for, once a program that asks has ended after the others."""
    bare = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    subprocess.run([sys.executable, "-c", BARE], env=bare, check=True, timeout=60)
    manager.kill()
    return manager.communicate()[0]


def test_nothing_is_handed_over(manager: subprocess.Popen[str], tmp_path: Path) -> None:
    with WindowProcess(tmp_path) as window:
        window.do("window().gate.show_unlock()")
        window.do("text('/where/the/vault/is')")
        window.do("(press('Ctrl+A'), press('Ctrl+C'))")
        assert window.do("QApplication.clipboard().ownsClipboard()")
        window.tell("press('Ctrl+Q')")
        assert window.process.wait(30) == 0
    assert _heard(manager) == "asked to save\n"  # by the other program, which shows that it would be heard
