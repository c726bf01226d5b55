"""Lock in a process of its own: it becomes another program image, which asks for the passphrase."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.driver import PASSPHRASE

CHECKOUT = Path(__file__).parents[3]

# What __main__ does after its locks, with a hand that types: unlock and press Ctrl+L in the first image,
# say what is shown and close in the second one.
PROGRAM = """
import os, sys
from pathlib import Path
sys.path[:0] = {paths!r}
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from hrddesk_ui.frame import app; from hrddesk_ui.locking import resume

second = "HRDDESK_RESUME_FD" in os.environ
sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)

def window():
    return next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow")

def unlock():
    gate = window().gate
    gate.show_unlock(Path({vault!r}))
    QTest.keyClicks(gate.unlock.passphrase.field, {passphrase!r})
    QTest.keyClick(gate.unlock.passphrase.field, Qt.Key.Key_Return)
    wait()

def wait():
    window().activateWindow()  # there may be no window manager to do it, and keys go to what is active
    if window().frame is None or not window().isActiveWindow():
        QTimer.singleShot(50, wait)
    else:
        print("opened", os.getpid())
        QTest.keyClick(window(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

def tell():
    gate = window().gate
    empty = gate.unlock.passphrase.text == ""
    print("locked", os.getpid(), gate.unlock.isVisible(), gate.unlock.folder, empty)
    window().close()

original = app.App.start
def start(self, begin):
    original(self, begin)
    QTimer.singleShot(0, tell if second else unlock)
app.App.start = start
sys.exit(app.main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="exec there starts another process")
def test_lock_replaces_the_process(vault: Path, tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    paths = [str(CHECKOUT), str(CHECKOUT / "ui")]
    script.write_text(PROGRAM.format(paths=paths, vault=str(vault), passphrase=PASSPHRASE), "utf-8")
    home = tmp_path / "home"
    home.mkdir()
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    run = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, env=environment)
    try:
        out, _ = run.communicate(timeout=50)
    finally:
        run.kill()
    lines = out.decode("utf-8").splitlines()
    assert lines == [f"opened {run.pid}", f"locked {run.pid} True {vault} True"]
    assert run.returncode == 0
    # Fontconfig may keep its cache of fonts; nothing else is written outside the vault.
    written = [path for path in home.rglob("*") if path.is_file() and "fontconfig" not in path.parts]
    assert written == []
