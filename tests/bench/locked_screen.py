"""Row 11: the CPU that the locked screen costs, from nothing to its first painting, against a bare window.

And against KeePassXC where Debian's package is installed (and xwininfo): until its locked screen is on the
display and the process has come to rest.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import library
from table import Row, compare, milliseconds

from hrddesk.crypto.kdf import FLOOR
from hrddesk.store.vault.session import Session

# Both end in the same way: as soon as everything that the window asked to be painted is painted.
_END = """
from PySide6.QtCore import QTimer
def watch():
    handle = window.windowHandle()
    if handle is not None and handle.isExposed():
        window.repaint()
        QTimer.singleShot(0, qt.quit)
    else:
        QTimer.singleShot(1, watch)
QTimer.singleShot(0, watch)
qt.exec()
import os
os._exit(0)
"""
_AT_REST = 6  # looks, each a twentieth of a second after the one before
_BARE = """
from PySide6.QtWidgets import QApplication, QWidget
qt = QApplication(["bare"])
window = QWidget()
window.resize(900, 600)
window.show()
"""
_OURS = """
import sys
from hrddesk.system import lockdown
lockdown.engage()
from hrddesk_ui.frame import app
app.prepare()
from PySide6.QtWidgets import QApplication
qt = QApplication(["hrddesk"])
desk = app.App(qt)
desk.start(app.Resume(folder=sys.argv[1]))
window = desk.window
"""


def rows() -> Iterator[Row]:
    """Measure on the display that is there, or on none."""
    with tempfile.TemporaryDirectory() as name:
        vault = Path(name) / "desk.hrdv"
        session, _ = Session.create(vault, library.PASSPHRASE, FLOOR)
        session.close()
        for script in (_BARE, _OURS):  # once for the caches of the disk
            _cpu(script, vault)
        ours, bare = compare(lambda: _cpu(_OURS, vault), lambda: _cpu(_BARE, vault))
        ratio = ours / bare
        where = os.environ.get("QT_QPA_PLATFORM") or "display"
        what = f"locked screen shown ({where})"
        yield Row(
            11, what, milliseconds(ours), f"{milliseconds(bare)}, bare window", ratio, "<= 1.5x", ratio <= 1.5
        )
        if not os.environ.get("DISPLAY") or not all(map(shutil.which, ("keepassxc", "xwininfo"))):
            return
        other = _kdbx(Path(name))
        _cpu_of_keepassxc(other)
        ours, reference = compare(lambda: _cpu(_OURS, vault), lambda: _cpu_of_keepassxc(other))
    words, ratio = f"{milliseconds(reference)}, KeePassXC", ours / reference
    yield Row(11, what, milliseconds(ours), words, ratio, "<= 1x", ratio <= 1)


def _cpu(script: str, vault: Path) -> float:
    """Return the seconds of CPU that a process with this window takes until it is shown."""
    # Compiled once, as an installed program is; whoever measures may have told Python not to keep that.
    compiled = {"PYTHONPYCACHEPREFIX": str(vault.parent / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    process = subprocess.Popen(
        [sys.executable, "-c", script + _END, str(vault)],
        stdin=subprocess.DEVNULL,
        env=os.environ | compiled,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, "the window")
    return used.ru_utime + used.ru_stime


def _kdbx(folder: Path) -> Path:
    """Make a database of KeePassXC's, with a home of its own beside it."""
    database = folder / "bench.kdbx"
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    command = ["keepassxc-cli", "db-create", "-q", "-p", "-t", "100", str(database)]
    subprocess.run(command, input=f"{library.PASSPHRASE}\n" * 2, text=True, check=True, capture_output=True)
    return database


def _cpu_of_keepassxc(database: Path) -> float:
    """Return the seconds of CPU until its locked screen is shown and nothing more is done."""
    home = {"HOME": str(database.parent), "XDG_CONFIG_HOME": str(database.parent)}
    process = subprocess.Popen(
        ["keepassxc", str(database)],
        env=os.environ | home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    used, still = -1, 0
    while still < _AT_REST:
        time.sleep(0.05)
        if process.poll() is not None:
            raise subprocess.CalledProcessError(process.returncode, "keepassxc")
        fields = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        now = int(fields[11]) + int(fields[12])
        tree = subprocess.run(["xwininfo", "-root", "-tree"], capture_output=True, check=True).stdout
        still = still + 1 if now == used and b"[Locked]" in tree else 0
        used = now
    process.kill()
    process.wait()
    return used / os.sysconf("SC_CLK_TCK")
