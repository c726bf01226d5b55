"""Nothing asks for a network: every system call of the whole demo is looked at, refused ones too.

strace stops at a call before the network lock answers it: an attempt that the lock refuses is seen as well.
Threat T10.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.unit.publish.conftest import sample

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is Linux's")

# What opens a socket, what uses one that somebody else opened, what could do either without being named.
CALLS = (
    *("socket", "socketpair", "connect", "bind", "listen", "accept", "accept4"),
    *("sendto", "sendmsg", "sendmmsg"),
    *("io_uring_setup", "io_uring_enter", "io_uring_register", "pidfd_getfd", "bpf"),
)
PROGRAM = (sys.executable, "-I", "-m", "hrddesk")
BANNED = frozenset(
    {
        *("socket", "_socket", "socketserver", "ssl", "_ssl", "asyncio", "multiprocessing"),
        *("http", "http.client", "urllib.request", "urllib3", "requests", "webbrowser", "xmlrpc"),
        *("ftplib", "imaplib", "poplib", "smtplib", "telnetlib", "PySide6.QtNetwork"),
    }
)
# `AF_UNIX` and what follows from it: a display, D-Bus, systemd's journal.
_LOCAL = re.compile(r"AF_UNIX|sa_family=AF_UNIX")


@dataclass(frozen=True, slots=True)
class Traced:
    """A command that ran under strace: its calls from `CALLS`, and the programs that it started."""

    done: subprocess.CompletedProcess[str]
    calls: list[str]
    started: list[str]

    @property
    def suspicious(self) -> list[str]:
        """The calls that are not about a local socket."""
        return [call for call in self.calls if not _LOCAL.search(call)]


def traced(folder: Path, *command: str) -> Traced:
    """Run a command and all that it starts under strace."""
    log = folder / "strace.log"
    strace = ["strace", "-f", "-qq", "-s", "256", "-e", "signal=none", "-o", str(log)]
    done = subprocess.run(
        [*strace, "-e", f"trace=execve,{','.join(CALLS)}", *command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    calls, started = [], []
    for line in log.read_text("utf-8", "replace").splitlines():
        call = re.sub(r"^\d+ +", "", line)
        if call.startswith("execve("):
            if " = 0" in call:
                started.append(call.partition('"')[2].partition('"')[0])
        elif re.match(rf"(?:{'|'.join(CALLS)})\(", call):  # `<... resumed>` repeats no family
            calls.append(call)
    return Traced(done, calls, started)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Traced, Path]:
    """The whole main job, traced once."""
    folder = tmp_path_factory.mktemp("demo")
    out = folder / "out"
    return traced(folder, *PROGRAM, "demo", str(out), "--json"), out


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
class TestTraced:
    def test_an_attempt_that_is_refused_is_seen(self, tmp_path: Path) -> None:
        attempt = (
            "from hrddesk.system import lockdown; lockdown.engage()\n"
            "import socket\n"
            "try:\n    socket.socket(socket.AF_INET)\nexcept PermissionError:\n    print('refused')\n"
        )
        found = traced(tmp_path, sys.executable, "-I", "-c", attempt)
        assert found.done.stdout == "refused\n", found.done.stderr
        assert len(found.suspicious) == 1
        assert found.suspicious[0].startswith("socket(AF_INET, ")
        assert "EACCES" in found.suspicious[0]

    def test_a_process_that_is_started_is_followed(self, tmp_path: Path) -> None:
        inner = "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)"
        outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}], check=True)"
        found = traced(tmp_path, sys.executable, "-I", "-c", outer)
        assert found.done.returncode == 0, found.done.stderr
        assert any("AF_INET6" in call for call in found.suspicious)
        assert len(found.started) == 2

    def test_the_demo_opens_nothing_but_local_sockets(self, demo: tuple[Traced, Path]) -> None:
        found, out = demo
        assert found.done.returncode == 0, found.done.stderr
        made = json.loads(found.done.stdout)
        assert (out / made["pdf"]).read_bytes().startswith(b"%PDF-")
        assert found.suspicious == []

    def test_the_demo_starts_nothing_but_ourselves(self, demo: tuple[Traced, Path]) -> None:
        found, _ = demo
        python = {str(Path(sys.executable)), str(Path(sys.executable).resolve())}
        assert len(found.started) >= 2  # the layout of the pages is a process of its own
        assert set(found.started) <= python


WINDOW = """
import sys
from PySide6.QtCore import QTimer
from hrddesk.system import lockdown
from hrddesk_ui.frame import app

def start_and_end(self, begin, start=app.App.start):
    start(self, begin)
    handle = self.window.windowHandle()
    def look():
        if handle.isExposed():
            print("shown, locked:", lockdown.status().network_locked, flush=True)
            self.window.close()
        else:
            QTimer.singleShot(20, look)
    look()

app.App.start = start_and_end
sys.argv = ["hrddesk"]
from hrddesk.__main__ import main
sys.exit(main())
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_the_window_opens_nothing_but_local_sockets(tmp_path: Path) -> None:
    found = traced(tmp_path, sys.executable, "-I", "-c", WINDOW)
    assert found.done.returncode == 0, found.done.stderr
    assert found.done.stdout == "shown, locked: True\n", found.done.stderr
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        assert found.calls  # to the display, at least
    assert found.suspicious == []


TOUR = """
import sys
from hrddesk.system import lockdown
lockdown.engage()
from hrddesk.cli import main
code = main(["demo", sys.argv[1], "--quiet"])
vault = ["--vault", sys.argv[1] + "/coordinator.hrdv", "--passphrase-file", sys.argv[1] + "/passphrase.txt"]
for command in (
    ["self-check"],
    ["case", "list", *vault],
    ["party", "list", *vault],
    ["search", "a", *vault],
    ["vault", "check", *vault],
    ["export", sys.argv[1] + "/kit", "--format", "kit", *vault],
    ["pdf", "check", sys.argv[1] + "/publication.pdf", *vault],
    ["contact", "list", *vault],
    ["identity", "show", *vault],
):
    code = code or main(command)
print("MODULES", *sys.modules)
sys.exit(code)
"""


def loaded_by(program: str, *arguments: str, given: bytes = b"") -> set[str]:
    """Return the modules that a program had loaded when it printed them."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", program, *arguments],
        input=given,
        capture_output=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return set(done.stdout.rpartition(b"MODULES")[2].decode("utf-8").split())


def test_a_tour_of_the_command_line_loads_no_network_code(tmp_path: Path) -> None:
    loaded = loaded_by(TOUR, str(tmp_path / "out"))
    assert {
        "hrddesk.store.records.store",
        "hrddesk.bundle.receiving.read",
        "hrddesk.publish.audit.audit",
    } <= loaded
    assert loaded & BANNED == set()


def test_the_layout_process_loads_no_network_code() -> None:
    program = """
import sys
from hrddesk.system import lockdown
lockdown.engage()
from hrddesk.publish.process.layout import lay_out
from hrddesk.redact.model.model import RedactedModel
document = lay_out(RedactedModel.from_bytes(sys.stdin.buffer.read()))
assert document.startswith(b"%PDF-")
print("MODULES", *sys.modules)
"""
    loaded = loaded_by(program, given=sample(("en", "zh-Hans"), 2).canonical())
    assert "reportlab.pdfgen.canvas" in loaded
    assert loaded & BANNED == set()
    assert not {
        name
        for name in loaded
        if name.startswith(("hrddesk.store", "hrddesk.store.vault.session", "sqlcipher3"))
    }
