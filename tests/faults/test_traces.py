"""A tour of the window with canaries: nobody finds one outside the vault and the chosen exports.

Make a vault, import, look, attach, search, copy, publish, lock, a bug, a crash: a real window on a real
screen, below strace. Looked at are every folder that it could write to, every process, every property of
every window, and every file that it opened for writing.
"""

import os
import re
import select
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.faults import traces
from tests.faults.window_process import WindowProcess
from tests.ui.texts import publishing, records

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")

NAME = "Zqvorlund Tessimurd"
CHINESE = "龘爨灪麤"
TITLE = "The Quorvex granary of Ulmsk"
NARRATIVE = "Skarnwold was seen there by her nephew Obrixel."
FOLDER = "wexlund-papers"
FILE = "plonksturm-receipt.png"
KIT = "Yrbinzak-tables"
BUG = "Vlotzenkram typed this"
CANARIES = {NAME, CHINESE, TITLE, NARRATIVE, FOLDER, FILE, KIT, BUG, "Tessimurd", "Quorvex", "plonksturm"}

# What is no file; and the list of fonts that fontconfig keeps where the system's own is out of date.
_NO_FILES = re.compile(r"^(/dev/(null|tty|dri/.*)|/proc/.*|/sys/.*|(socket|pipe|anon_inode):.*|/memfd:.*)$")
_FONT_CACHE = re.compile(r"/home/\.cache/fontconfig(/|$)")


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Variables of a person's own folders, all of them empty; what is looked at afterwards."""
    if shutil.which("strace") is None or shutil.which("xprop") is None or not os.environ.get("DISPLAY"):
        if os.environ.get("CI") == "true":
            pytest.fail("strace, xprop and a display are needed")
        pytest.skip("strace, xprop and a display are needed; packaging/test.py brings one")
    places = {
        "HOME": "home",
        "TMPDIR": "temporary",
        "XDG_CONFIG_HOME": "home/.config",
        "XDG_DATA_HOME": "home/.local/share",
        "XDG_CACHE_HOME": "home/.cache",
        "XDG_STATE_HOME": "home/.local/state",
        "XDG_RUNTIME_DIR": "runtime",
    }
    for name in places.values():
        (tmp_path / name).mkdir(parents=True, mode=0o700, exist_ok=True)
    return {name: str(tmp_path / place) for name, place in places.items()} | {"PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with what a documenter brings: tables, and a picture."""
    folder = tmp_path / FOLDER
    (folder / KIT).mkdir(parents=True)
    (folder / FILE).write_bytes(b"\x89PNG\r\n\x1a\n" + NAME.encode() + bytes(100_000))
    tables = {
        "cases": ("case,title,parties,narrative,visibility", f"c1,{TITLE},p1:victim,{NARRATIVE},public"),
        "parties": ("party,kind,names,visibility", f"p1,person,{NAME}@Latn:main|{CHINESE}@Hans:main,public"),
        "events": ("event,party,type,date,case,visibility", "e1,p1,arrest,2021-03,c1,public"),
    }
    for name, rows in tables.items():
        (folder / KIT / f"{name}.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return folder


class Tour:
    """The way through the window; `seen` collects what others see meanwhile."""

    def __init__(self, window: WindowProcess, folder: Path) -> None:
        self.window = window
        self.vault = folder / "vault" / "desk.hrdv"
        self.exports = folder / "exports"
        self.exports.mkdir()
        self.vault.parent.mkdir()
        self.secrets: set[str] = set()
        self.seen = b""

    def look(self) -> None:
        """Look as others on this machine can."""
        self.seen += traces.of_screen()
        assert traces.in_processes(CANARIES | self.secrets) == {}
        status = self.window.do(
            "__import__('dataclasses').asdict(__import__('hrddesk.system.lockdown').system.lockdown.status())"
        )
        assert status["core_limit_zero"]
        assert status["dumpable_off"]
        limits = Path(f"/proc/{self.window.process.pid}/limits").read_text("ascii")
        assert re.search(r"^Max core file size +0 +0 ", limits, re.MULTILINE)

    def dialog(self, key: str, path: Path) -> None:
        """Press a key that asks for a path, and answer as a person does: by typing it."""
        self.window.do(f"QTimer.singleShot(0, lambda: {key})")
        self.window.until("QApplication.activeModalWidget() is not None")
        self.window.do("QApplication.activeModalWidget().activateWindow()")
        self.window.until("QApplication.activeModalWidget().isActiveWindow()")
        self.window.do("LINE = QApplication.activeModalWidget().findChild(QLineEdit, 'fileNameEdit')")
        self.window.do("(LINE.setFocus(), LINE.selectAll())")
        self.window.do(f"QTest.keyClicks(LINE, {str(path)!r})")
        self.look()
        self.window.do("QTimer.singleShot(0, lambda: QTest.keyClick(LINE, Qt.Key.Key_Return))")
        self.window.until("QApplication.activeModalWidget() is None")
        self.window.do("window().activateWindow()")
        self.window.until("window().isActiveWindow()")

    def make(self) -> None:
        """Make a vault; keep its passphrase and words in mind."""
        do, until = self.window.do, self.window.until
        do("from PySide6.QtWidgets import QLineEdit")
        do("window().gate.show_new_vault()")
        do("V = window().gate.new_vault")
        do(f"text({str(self.vault)!r})")
        passphrase = do("V.choice.phrase.text()")
        do("V.choice.typed.field.setFocus()")
        do(f"text({passphrase!r})")
        do("press('Return')")
        until("V.step == 1", 90)
        words = do("[label.text().split()[1] for label in V.words.labels]")
        self.passphrase = passphrase
        self.secrets = {passphrase, " ".join(words)}
        do("press('Space')")
        for number in range(3):
            do(f"V.proof.fields[{number}].setFocus()")
            asked = int(do(f"V.proof.fields[{number}].accessibleName()").split()[-1])
            do(f"text({words[asked - 1]!r})")
        do("press('Return')")
        until("window().frame is not None and not APP.runner.busy", 60)

    def record(self, papers: Path) -> None:
        """Import tables, look at the case, attach the picture, search, copy a name."""
        do, until = self.window.do, self.window.until
        do("PAGES = {page.name: page for page in window().frame.pages}")
        do("PAGES['cases'].import_button.click()")
        do("PAGES['cases'].importing.path.field.setFocus()")
        do(f"text({str(papers / KIT)!r})")
        do("press('Return')")
        until("PAGES['cases'].importing.import_button.isEnabled() and not APP.runner.busy", 60)
        do("PAGES['cases'].importing.import_button.click()")
        until("PAGES['cases'].importing.undo_button.isVisible() and not APP.runner.busy", 60)
        do("PAGES['cases'].importing.close_button.click()")
        until("PAGES['cases'].table.hasFocus() and PAGES['cases'].model.rowCount() == 1")
        do("press('Home')")
        until("PAGES['cases'].case.case is not None and not APP.runner.busy")
        self.look()
        self.dialog("press('Ctrl+D')", papers / FILE)
        until(f"{records.FILE_TAKEN!r} in window().message_bar.text and not APP.runner.busy", 60)
        do("press('Ctrl+F')")
        do(f"text({NAME!r})")
        do("(press('Ctrl+A'), press('Ctrl+C'))")
        do("press('Return')")
        until("window().frame.results.hits.entries.rowCount() > 0 and not APP.runner.busy")
        self.look()

    def publish(self) -> None:
        """Publish the case with the names in it."""
        do, until = self.window.do, self.window.until
        do("window().frame.show_page('publish')")
        do("P = PAGES['publish'].publication")
        until("P.profile.count() > 0 and not APP.runner.busy")
        do("P.profile.setCurrentIndex(P.profile.findData('names'))")
        do("P.choices.all_cases.click()")
        until("not APP.runner.busy")
        do("P.preview_button.click()")
        until("P.write_button.isEnabled() and not APP.runner.busy", 60)
        do("[line.setText('for the test') for line in P.preview.answers.lines.values()]")
        self.dialog("P.write_button.click()", self.exports / "report.pdf")
        until(f"{publishing.PDF_WRITTEN!r} in window().message_bar.text and not APP.runner.busy", 90)
        self.look()

    def unlock(self) -> None:
        """Unlock what was locked."""
        self.window.do("from PySide6.QtWidgets import QLineEdit")
        self.window.do(f"text({self.passphrase!r})")
        self.window.do("press('Return')")
        self.window.until("window().frame is not None and not APP.runner.busy", 60)


@pytest.mark.timeout(400)
def test_nothing_is_left_of_a_tour(home: dict[str, str], papers: Path, tmp_path: Path) -> None:
    log, errors = tmp_path / "strace.log", tmp_path / "errors"
    before = {place: set(Path(place).iterdir()) for place in ("/dev/shm", "/var/tmp", "/tmp")}
    with errors.open("wb") as said:
        window = WindowProcess(
            Path(home["HOME"]), before=[*traces.STRACE, "-o", str(log)], errors=said, **home
        )
        with window:
            tour = Tour(window, tmp_path)
            tour.look()
            tour.make()
            tour.record(papers)
            tour.publish()
            window.locked("press('Ctrl+L')")
            window.until("window().gate.shown == 'unlock'")
            tour.look()
            tour.unlock()
            # A bug while something secret is at hand: the window locks and says where it was, never what.
            raising = f"def boom():\n    raise ValueError({BUG!r})\n"
            window.do(raising)
            window.locked("QTimer.singleShot(0, boom)")
            window.until("window().gate.shown == 'report'")
            report = window.do("window().gate.report.text")
            assert "ValueError" in report
            assert not traces.holds(report.encode(), CANARIES | tour.secrets)
            tour.look()
            window.do("window().gate.report.left.emit()")
            tour.unlock()
            os.kill(window.process.pid, signal.SIGSEGV)
            _, status = os.waitpid(window.process.pid, 0)
            window.process.returncode = os.waitstatus_to_exitcode(status)
            assert os.WTERMSIG(status) == signal.SIGSEGV
            assert not os.WCOREDUMP(status)
            _wait_for(log, rf"^{window.process.pid} +\+\+\+ killed by SIGSEGV \+\+\+$")
    wanted = CANARIES | tour.secrets

    # The search sees what is there: the report is in the exports, and the screen told of our window.
    assert b"HRDDesk" in tour.seen
    assert traces.in_folder(papers, wanted)
    assert sorted(path.name for path in tour.exports.iterdir()) == ["report.pdf", "report.pdf.sig"]
    assert (tour.vault / "db.sqlite").is_file()

    assert traces.holds(tour.seen, wanted) == set()
    for place in {home["HOME"], home["TMPDIR"], home["XDG_RUNTIME_DIR"], str(tour.vault.parent)}:
        assert traces.in_folder(Path(place), wanted) == {}
    assert traces.holds(errors.read_bytes(), wanted) == set()
    for place, names in before.items():
        new = b"\n".join(os.fsencode(path) for path in set(Path(place).iterdir()) - names)
        assert traces.holds(new, wanted) == set()

    calls = traces.Log(log)
    ours: tuple[str, ...] = (str(tour.vault.parent) + "/", str(tour.exports) + "/")
    assert {str(tour.vault / "drafts.bin"), str(tour.exports / "report.pdf")} & calls.written()
    assert any(path.startswith(str(tour.vault / "att")) for path in calls.written())
    ours += (os.environ.get("COVERAGE_FILE", ours[0]),)  # what measures the tests, where something does
    elsewhere = {path for path in calls.written() if not path.startswith(ours) and not _NO_FILES.match(path)}
    assert {path for path in elsewhere if not _FONT_CACHE.search(path)} == set()
    assert any("--layout" in started or "publish.process.worker" in started for started in calls.started())
    assert traces.holds("\n".join(calls.started()).encode(), wanted) == set()
    strange = {place for place in calls.spoken_to() if not re.search(r"/\.X11-unix/|/dbus/|/bus$", place)}
    assert strange == set()
    assert any("/.X11-unix/" in place for place in calls.spoken_to())


def _wait_for(log: Path, line: str) -> None:
    """Wait until strace, which is no child of ours, has written a line."""
    end = time.monotonic() + 30
    while not re.search(line, log.read_text("utf-8", "replace")[-100_000:], re.MULTILINE):
        assert time.monotonic() < end, "strace does not end"
        select.select([], [], [], 0.05)
