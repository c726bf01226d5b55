"""Somebody types, the process is killed: at most five seconds of typing are gone."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hrddesk.actions.records import cases
from hrddesk.actions.vault import vaults
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.vault.session import Session
from tests import campaigns

CHECKOUT = Path(__file__).parents[2]
PASSPHRASE = "lamp river seven copper field owl"
MOST_LOST = 5.0  # seconds
KILLS = campaigns.tried(12, 1)

# The window as it is, and a hand that presses a key every 40 ms and says when it pressed which.
PROGRAM = """
import sys, time
from pathlib import Path
sys.path[:0] = {paths!r}
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from hrddesk_ui.frame import app

sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
count = 0

def window():
    return next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow")

def unlock():
    gate = window().gate
    gate.show_unlock(Path({vault!r}))
    QTest.keyClicks(gate.unlock.passphrase.field, {passphrase!r})
    QTest.keyClick(gate.unlock.passphrase.field, Qt.Key.Key_Return)
    wait()

def wait():
    if window().frame is None:
        QTimer.singleShot(50, wait)
        return
    page = window().frame.page('cases')
    if page.case.case is None:  # it is shown a turn or two after the page
        QTimer.singleShot(50, wait)
        return
    page.case.summary.open()
    page.case.summary.form.narrative.setFocus()
    press()

def press():
    global count
    field = window().frame.page('cases').case.summary.form.narrative
    QTest.keyClick(field, "abcdefghij"[count % 10])
    count += 1
    print(count, time.monotonic())
    QTimer.singleShot(40, press)

original = app.App.start
def start(self, begin):
    original(self, begin)
    QTimer.singleShot(0, unlock)
app.App.start = start
sys.exit(app.main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
@pytest.mark.parametrize("number", range(KILLS))
def test_a_kill_costs_at_most_five_seconds_of_typing(tmp_path: Path, number: int) -> None:
    vault = tmp_path / "desk.hrdv"
    with vaults.create(vault, PASSPHRASE, FLOOR).session as session:
        case = cases.create(session, {"title": "Willow Lane"}).result
    script = tmp_path / "program.py"
    paths = [str(CHECKOUT), str(CHECKOUT / "ui")]
    script.write_text(PROGRAM.format(paths=paths, vault=str(vault), passphrase=PASSPHRASE), "utf-8")
    process = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    shown = process.stdout
    assert shown is not None
    pressed: list[float] = []
    # Seconds of typing: longer than what may be lost.
    until = campaigns.chance(f"typing {number}").uniform(6.5, 10.0)
    try:
        for line in shown:
            pressed.append(float(line.split()[1]))
            if pressed[-1] - pressed[0] > until:
                break
    finally:
        process.kill()
        code = process.wait(30)
        shown.close()
    assert code == -signal.SIGKILL, "it ended before it was killed"
    assert pressed[-1] - pressed[0] > MOST_LOST
    with Session.open(vault, PassphraseSecret(PASSPHRASE)) as session:
        (draft,) = session.drafts.load().drafts
    assert draft["record"] == case
    text = draft["typed"]["narrative"]
    assert text == ("abcdefghij" * (len(text) // 10 + 1))[: len(text)]
    kept = pressed[len(text) - 1]
    print(f"lost {pressed[-1] - kept:.2f} s of {pressed[-1] - pressed[0]:.2f} s")
    assert pressed[-1] - kept <= MOST_LOST
