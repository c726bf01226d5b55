"""Locked within two seconds, whatever a job, a dialog or the window itself is busy with: real processes.

Each way begins a job that cannot or will not stop, then locks. The process must be another program image in
time; the vault must open again at once and hold, and nothing that the image before had started may run on.
"""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hrddesk import errors
from hrddesk.actions.records import cases
from hrddesk.actions.vault import vaults
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.campaigns import FULL
from tests.faults.window_process import WindowProcess
from tests.ui.logind import Bus, Logind

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc"),
    pytest.mark.timeout(300),
]
LOCK_SECONDS = 2.0
PASSPHRASE = "granite lantern orbit velvet"

BUSY = {
    "nothing": "",
    # A statement that never ends, in the midst of a transaction: SQLite looks at nothing but its own work.
    "sql": """
def work(session, job):
    with session.store.change("test") as change:
        change.set_setting("half", "done")
        never_ends(session)

def never_ends(session):
    FILE.write_text("begun")
    sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    session.store.db.execute(sql).fetchone()
""",
    "argon2id": """
def work(session, job):
    FILE.write_text("begun")
    while True:
        kdf.argon2id(b"x" * 16, b"y" * 32, kdf.Argon2Params(1 << 18, 3, 4))
""",
    "a job that does not listen": """
def work(session, job):
    FILE.write_text("begun")
    while True:
        sum(range(1000))
""",
    "a disk that does not answer": """
def work(session, job):
    os.mkfifo(FILE.with_suffix(".fifo"))
    FILE.write_text("begun")
    open(FILE.with_suffix(".fifo"), "rb")
""",
    "evidence": """
from hrddesk.actions.records import evidence
from hrddesk.records.model.kinds import Kind
def work(session, job):
    FILE.write_text("begun")
    job.step = lambda done, total: None
    case = session.store.ids(Kind.CASE)[0]
    for _ in range(50):
        evidence.add(session, case, FILE.with_name("large.bin"), job)
""",
    # Its process waits for a model that nobody sends, in a thread that hears no wish to stop.
    "the process that lays out": """
from hrddesk.publish.process import press as printing
import threading
def work(session, job):
    process = printing._start(FILE.with_name("out.pdf").open("wb"))
    while not Path(f"/proc/{process.pid}/syscall").read_text().startswith("0 0x0 "):
        pass  # until it reads
    FILE.write_text(str(process.pid))
    threading.Event().wait()
""",
}
RUN = """
import os
FILE = Path({file!r})
{work}
APP.runner.run(window(), lambda job: work(window().session, job), lambda _: None, label="Working")
"""

LOCKS = {
    "key": "press('Ctrl+L')",
    "button": "QTest.mouseClick(window().frame.top.lock, Qt.MouseButton.LeftButton)",
    "key over a file dialog": """
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
DIALOG = choose_path(window(), "Choose", Purpose.FOLDER, lambda path: None)
def above():
    if QApplication.focusWindow() is DIALOG.windowHandle():
        press("Ctrl+L")
    else:
        DIALOG.activateWindow()
        QTimer.singleShot(5, above)
above()
""",
    "key over an open list": """
window().frame.show_page("settings")
BOX = window().frame.page("settings").language
BOX.showPopup()
QTimer.singleShot(50, lambda: press("Ctrl+L"))
""",
    "idle": "window().leaving.idle.start(0.1 / 60)",
    "idle over a file dialog": """
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
DIALOG = choose_path(window(), "Choose", Purpose.FOLDER, lambda path: None)
window().leaving.idle.start(0.1 / 60)
""",
}
EXTRA = {
    "idle": 0.1,
    "idle over a file dialog": 0.3,
    "key over a file dialog": 0.4,
    "key over an open list": 0.2,
}
"""Seconds until the key is pressed or the time is over, in which nothing locks yet."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("lock")
    with Session.create(made / "desk.hrdv", PASSPHRASE, FLOOR)[0] as session:
        cases.create(session, {"title": "Willow Lane"})
    (made / "large.bin").write_bytes(os.urandom(8 << 20))
    return made


@pytest.fixture(scope="module")
def bus() -> Iterator[Bus]:
    with Bus() as made:
        yield made


class Windows:
    """One window for all ways; a new one after a way that went wrong."""

    def __init__(self, folder: Path, bus: Bus) -> None:
        self._folder, self._bus = folder, bus
        self._ending = ExitStack()
        self._window: WindowProcess | None = None

    def begin(self) -> WindowProcess:
        """Return a window that waits for the passphrase; it counts as lost until `well` is called."""
        if self._window is None:
            self.end()
            made = WindowProcess(self._folder, DBUS_SYSTEM_BUS_ADDRESS=self._bus.address)
            return self._ending.enter_context(made)
        window, self._window = self._window, None
        return window

    def well(self, window: WindowProcess) -> None:
        """Use this window for the next way too."""
        self._window = window

    def end(self) -> None:
        """End what was begun."""
        self._ending.close()


@pytest.fixture(scope="module")
def windows(folder: Path, bus: Bus) -> Iterator[Windows]:
    made = Windows(folder, bus)
    yield made
    made.end()


def _begin(window: WindowProcess, folder: Path, busy: str) -> Path:
    """Unlock, begin a job, and wait until it is in the midst of it."""
    sign = folder / "sign"
    for left in (sign, sign.with_suffix(".fifo")):
        left.unlink(missing_ok=True)
    window.unlock(folder / "desk.hrdv", PASSPHRASE)
    if BUSY[busy]:
        window.do(RUN.format(file=str(sign), work=BUSY[busy]))
        while not sign.exists() or not sign.read_text():
            window.do("None")  # a bug in it would be told
    return sign


def _children(process: int) -> list[str]:
    tasks = Path(f"/proc/{process}/task").iterdir()
    return [child for task in tasks for child in (task / "children").read_text().split()]


def _runs(process: int) -> bool:
    """Tell whether a process is there, and not just its number."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def _opens_and_holds(folder: Path) -> None:
    with vaults.unlock(folder / "desk.hrdv", PassphraseSecret(PASSPHRASE)) as session:
        assert session.alarms == []
        assert session.store.setting("half") is None
        report = vaults.check(session, Job())
    assert report.ok, report.damage


def _told(busy: str, lock: str, seconds: float) -> None:
    """Say how long it took, for `pytest -rP`."""
    print(f"{lock} during {busy}: {seconds:.2f} s")


BUSY_OFTEN = ("sql", "the process that lays out")
LOCKS_OFTEN = ("key over a file dialog", "idle over a file dialog")
WAYS = [(busy, "key") for busy in (BUSY if FULL else BUSY_OFTEN) if BUSY[busy]]
WAYS += [("nothing", lock) for lock in (LOCKS if FULL else LOCKS_OFTEN)]


@pytest.mark.parametrize(("busy", "lock"), WAYS)
def test_locked_in_time(windows: Windows, folder: Path, busy: str, lock: str) -> None:
    window = windows.begin()
    sign = _begin(window, folder, busy)
    said = window.locked(LOCKS[lock])
    _told(busy, lock, said["seconds"] - EXTRA.get(lock, 0))
    assert said["seconds"] < LOCK_SECONDS + EXTRA.get(lock, 0)
    assert window.do("window().gate.shown") == "unlock"
    assert _children(window.process.pid) == []
    if busy == "the process that lays out":
        assert not _runs(int(sign.read_text()))
    _opens_and_holds(folder)
    windows.well(window)


@pytest.mark.parametrize("busy", ["nothing", "sql"] if FULL else ["sql"])
def test_what_was_typed_last_is_there_again(windows: Windows, folder: Path, busy: str) -> None:
    window = windows.begin()
    _begin(window, folder, busy)
    typed = "One more thing, at the last moment: the lorry was grey "
    window.do("press('Ctrl+N')")
    assert window.locked(f"text({typed!r}), press('Ctrl+L')")["seconds"] < LOCK_SECONDS + 0.5  # to type it
    window.unlock(folder / "desk.hrdv", PASSPHRASE)
    form = "case_page().new_form"
    assert window.do(f"{form}.isVisible()")
    assert window.do(f"{form}.title.text()") == typed
    window.do("press('Escape')")
    window.do(f"{form}.confirm.yes.click()")
    window.locked("press('Ctrl+L')")
    assert not (folder / "desk.hrdv" / "drafts.bin").exists()
    _opens_and_holds(folder)
    windows.well(window)


@pytest.mark.parametrize("busy", BUSY if FULL else ["the process that lays out"])
def test_a_window_that_is_closed_ends_in_time(windows: Windows, folder: Path, busy: str) -> None:
    window = windows.begin()
    sign = _begin(window, folder, busy)
    began = time.monotonic()
    window.tell("window().close()")
    assert window.process.wait(timeout=60) == 0
    seconds = time.monotonic() - began
    _told(busy, "close", seconds)
    assert seconds < LOCK_SECONDS
    if busy == "the process that lays out":  # the system ends it when the window is gone, a moment later
        while _runs(int(sign.read_text())):
            assert time.monotonic() - began < LOCK_SECONDS
            time.sleep(0.01)
    _opens_and_holds(folder)


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT] if FULL else [signal.SIGTERM]
)
@pytest.mark.parametrize("busy", ["nothing", "sql"] if FULL else ["nothing"])
def test_a_window_that_is_asked_to_end_closes_the_vault(
    windows: Windows, folder: Path, number: signal.Signals, busy: str
) -> None:
    window = windows.begin()
    _begin(window, folder, busy)
    began = time.monotonic()
    window.process.send_signal(number)
    assert window.process.wait(timeout=60) == 0
    _told(busy, number.name, time.monotonic() - began)
    assert time.monotonic() - began < LOCK_SECONDS
    if busy == "nothing":
        assert not list((folder / "desk.hrdv").glob("*-wal"))
    _opens_and_holds(folder)


def test_a_window_that_cannot_even_close_is_ended_by_the_system(windows: Windows, folder: Path) -> None:
    window = windows.begin()
    _begin(window, folder, "nothing")
    window.do("import threading")
    window.do("window().desk.reader.close = threading.Event().wait")
    began = time.monotonic()
    window.tell("press('Ctrl+L')")
    assert window.process.wait(timeout=60) == -signal.SIGALRM
    _told("the window itself", "key", time.monotonic() - began)
    assert time.monotonic() - began < LOCK_SECONDS
    _opens_and_holds(folder)


def test_a_window_that_cannot_close_in_order_is_replaced_all_the_same(windows: Windows, folder: Path) -> None:
    window = windows.begin()
    _begin(window, folder, "nothing")
    window.do("window().desk.reader.close = lambda: 1 // 0")
    assert window.locked("press('Ctrl+L')")["seconds"] < LOCK_SECONDS
    _opens_and_holds(folder)
    windows.well(window)


def test_a_program_that_is_gone_locks_for_good(windows: Windows, folder: Path) -> None:
    window = windows.begin()
    _begin(window, folder, "nothing")
    window.do("sys.executable = '/nonexistent/stick/python'")
    window.tell("press('Ctrl+L')")
    assert window.process.wait(timeout=60) == errors.LockedForGood.exit_code
    _opens_and_holds(folder)


@pytest.mark.parametrize("busy", ["nothing", "sql"] if FULL else ["sql"])
def test_the_computer_sleeps_only_once_it_is_locked(
    windows: Windows, folder: Path, bus: Bus, qapp: QApplication, busy: str
) -> None:
    logind = Logind(bus, f"logind {busy}")
    window = windows.begin()
    window.meanwhile = qapp.processEvents
    _begin(window, folder, busy)
    while not logind.asked:
        window.do("None")
    assert logind.holds_sleep()
    began = time.monotonic()
    logind.prepare("Sleep", True)
    while logind.holds_sleep():  # the kernel closes its end once the memory of the image before is gone
        qapp.processEvents()
        assert time.monotonic() - began < 30
    seconds = time.monotonic() - began
    _told(busy, "sleep", seconds)
    assert "began" in window.hear()
    assert seconds < LOCK_SECONDS
    window.until("window().gate.shown == 'unlock'")
    logind.prepare("Sleep", False)  # it is awake again: what is locked stays so
    assert window.do("window().gate.shown") == "unlock"
    logind.close()
    _opens_and_holds(folder)
    window.meanwhile = lambda: None
    windows.well(window)
