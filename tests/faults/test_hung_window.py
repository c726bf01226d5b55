"""A window whose thread does not run is ended by the kernel within ten seconds, and its memory with it.

Nothing can lock it then: that thread hears the key, the idle time and the system that goes to sleep. Each way
of hanging is a real one, and each test sees first that it hangs: the window answers nothing.
Threat T2.
"""

import os
import select
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.records import cases
from hrddesk.actions.vault import vaults
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.locking.heartbeat import SILENT_SECONDS
from tests.faults import memory
from tests.faults.window_process import WindowProcess
from tests.ui.texts import window as window_texts

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc"),
    pytest.mark.timeout(180),
]
PASSPHRASE = "granite lantern orbit velvet"
TITLE = "The mill below Willow Lane"
TYPED = "What was typed and never saved "

WAYS = {
    # A worker holds the interpreter in one call of the library of patterns; it looks at no wish to stop.
    "a catastrophic pattern": """
import re
def hang(job):
    open({begins!r}, "w").close()
    re.match("(a+)+$", "a" * 60 + "b")
APP.runner.run(window(), hang, lambda _: None, label="Working")
""",
    "a read that never returns": """
os.mkfifo({silent!r})
def hang():
    open({begins!r}, "w").close()
    os.open({silent!r}, os.O_RDONLY)
QTimer.singleShot(0, hang)
""",
    # PyDLL keeps the interpreter's lock while the function of C runs.
    "a call that holds the interpreter": """
import ctypes
def hang(job):
    open({begins!r}, "w").close()
    ctypes.PyDLL(None).sleep(600)
APP.runner.run(window(), hang, lambda _: None, label="Working")
""",
}
BLOCKED = (
    "import os, signal, sys;"
    "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM});"
    "signal.signal(signal.SIGALRM, signal.SIG_IGN);"
    "os.execv(sys.argv[1], sys.argv[1:])"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Session.create(tmp_path / "desk.hrdv", PASSPHRASE, FLOOR)[0] as session:
        cases.create(session, {"title": TITLE})
    return tmp_path


def _begin(window: WindowProcess, folder: Path, way: str) -> None:
    """Have the window hang, and return when it is about to."""
    begins = folder / "begins"
    os.mkfifo(begins)
    window.tell(WAYS[way].format(begins=str(begins), silent=str(folder / "silent")))
    begins.read_bytes()  # until the window closes it


def _see_it_hang(window: WindowProcess) -> None:
    """See that a key that locks is not answered for five seconds."""
    said = window.process.stdout
    assert said is not None
    window.tell("press('Ctrl+L')")
    answers = 0
    end = time.monotonic() + 5
    while select.select([said], [], [], max(0.0, end - time.monotonic()))[0]:
        answers += 1
        assert answers <= 1, "it does not hang"  # it answers that it was told to, and nothing more
        assert window.hear() == {"value": None}


def _armed(window: WindowProcess) -> float:
    """Return how many seconds the kernel would wait now."""
    window.do("import signal")
    return float(window.do("signal.getitimer(signal.ITIMER_REAL)[0]"))


def _wait(process: int) -> os.waitid_result:
    """Wait until a process ended, and leave it there as the system leaves it to whoever started it."""
    found = os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert found is not None
    return found


@pytest.mark.skipif(os.geteuid() != 0, reason="the memory of a process that is not dumpable is read as root")
@pytest.mark.parametrize("way", WAYS)
def test_a_window_that_hangs_is_ended_with_all_it_knows(folder: Path, way: str) -> None:
    drafts = folder / "desk.hrdv" / "drafts.bin"
    with WindowProcess(folder) as window:
        process = window.process.pid
        window.unlock(folder / "desk.hrdv", PASSPHRASE)
        window.do("press('Ctrl+N')")
        window.do(f"text({TYPED!r})")
        window.until(f"os.path.exists({str(drafts)!r})")
        assert set(memory.scan(process, {"the title": TITLE}, once=True).found) == {"the title"}
        _begin(window, folder, way)
        began = time.monotonic()
        _see_it_hang(window)
        ended = _wait(process)
        seconds = time.monotonic() - began
        assert (ended.si_code, ended.si_status) == (os.CLD_KILLED, signal.SIGALRM)
        assert seconds <= SILENT_SECONDS + 0.5
        assert _readable(process) == 0
    _opens_and_holds(folder)


def _readable(process: int) -> int:
    """Return how much of the memory of a process can be read."""
    try:
        return memory.scan(process, {"the title": TITLE}).read
    except ProcessLookupError:
        return 0


def _opens_and_holds(folder: Path) -> None:
    with vaults.unlock(folder / "desk.hrdv", PassphraseSecret(PASSPHRASE)) as session:
        assert session.was_left_open
        assert session.alarms == []
        report = vaults.check(session, Job())
    assert report.ok, report.damage
    with vaults.unlock(folder / "desk.hrdv", PassphraseSecret(PASSPHRASE)) as session:
        assert not session.was_left_open


def test_the_next_start_says_why_and_shows_what_was_typed(folder: Path) -> None:
    vault = folder / "desk.hrdv"
    with WindowProcess(folder) as window:
        window.unlock(vault, PASSPHRASE)
        assert window_texts.HUNG not in window.do("window().message_bar.text")
        window.do("press('Ctrl+N')")
        window.do(f"text({TYPED!r})")
        window.until(f"os.path.exists({str(vault / 'drafts.bin')!r})")
        _begin(window, folder, "a call that holds the interpreter")
        assert window.process.wait(timeout=60) == -signal.SIGALRM
    with WindowProcess(folder) as window:
        window.unlock(vault, PASSPHRASE)
        window.until(f"{window_texts.HUNG_LONG!r} in window().message_bar.text")
        assert window.do("typed_title()") == TYPED
        window.locked("press('Ctrl+L')")
        window.unlock(vault, PASSPHRASE)
        assert window_texts.HUNG not in window.do("window().message_bar.text")


def test_a_signal_that_whoever_started_it_blocked_and_ignored_ends_it_all_the_same(folder: Path) -> None:
    with WindowProcess(folder, before=[sys.executable, "-c", BLOCKED]) as window:
        window.unlock(folder / "desk.hrdv", PASSPHRASE)
        _begin(window, folder, "a call that holds the interpreter")
        assert window.process.wait(timeout=60) == -signal.SIGALRM


def test_a_terminal_does_not_stop_the_window(folder: Path) -> None:
    with WindowProcess(folder) as window:
        window.unlock(folder / "desk.hrdv", PASSPHRASE)
        window.process.send_signal(signal.SIGTSTP)
        assert window.locked("press('Ctrl+L')")["seconds"] < 2
        window.process.send_signal(signal.SIGTSTP)
        assert window.do("window().gate.shown") == "unlock"


@pytest.fixture
def open_window(folder: Path) -> Iterator[WindowProcess]:
    with WindowProcess(folder) as window:
        yield window


def test_a_window_that_runs_goes_on_below_a_dialog_too(folder: Path, open_window: WindowProcess) -> None:
    window = open_window
    assert _armed(window) == 0  # no passphrase was given yet
    window.unlock(folder / "desk.hrdv", PASSPHRASE)
    assert 0 < _armed(window) <= SILENT_SECONDS
    window.do(
        "from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path;"
        "DIALOG = choose_path(window(), 'Choose', Purpose.FOLDER, lambda path: None)"
    )
    # A menu has a loop of its own, as Qt's other modal windows have.
    window.do("from PySide6.QtWidgets import QMenu; MENU = QMenu(window()); MENU.addAction('x')")
    window.tell("QTimer.singleShot(0, lambda: MENU.exec())")
    assert window.hear() == {"value": None}
    until = time.monotonic() + SILENT_SECONDS + 2
    window.until(f"time.monotonic() > {until}", 60)
    assert window.do("MENU.isVisible() and DIALOG.isVisible()")
    assert SILENT_SECONDS - 2 < _armed(window) <= SILENT_SECONDS
    window.do("MENU.close()")
    window.do("DIALOG.reject()")
    window.locked("press('Ctrl+L')")
    assert _armed(window) == 0, "a timer of the image before would end this one"


def test_a_child_has_no_timer(folder: Path, open_window: WindowProcess) -> None:
    window = open_window
    window.unlock(folder / "desk.hrdv", PASSPHRASE)
    asked = "import signal; print(signal.getitimer(signal.ITIMER_REAL)[0])"
    window.do("import subprocess")
    said = window.do(
        f"subprocess.run([sys.executable, '-c', {asked!r}], capture_output=True).stdout.decode()"
    )
    assert float(said) == 0
