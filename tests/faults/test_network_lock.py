"""The network lock from the first line of the program, in every child, against sockets of every kind.

tests/unit/system/test_lockdown.py looks at the filter itself, at sockets of Python and the C library, and at
io_uring; here real programs and Qt's sockets meet it. What is refused is each time shown to work without the
lock.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.crypto.kdf import FLOOR
from hrddesk.publish.process import press
from hrddesk.store.vault.session import Session
from tests.faults.window_process import WindowProcess

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the filter is Linux's")
PASSPHRASE = "granite lantern orbit velvet"
ROOT = Path(__file__).resolve().parents[2]


def variables() -> dict[str, str]:
    """Return the variables without coverage's: in every process it would load network code of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTHON"))}
    return kept | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


def said_by(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=variables(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


QT = """
import json, sys
from hrddesk.system import lockdown
if sys.argv[1] == "locked":
    lockdown.engage()
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import (
    QAbstractSocket, QHostAddress, QLocalServer, QLocalSocket, QTcpServer, QTcpSocket, QUdpSocket,
)
app = QCoreApplication([])
said = {}
for name, anything, target in (
    ("IPv4", QHostAddress.SpecialAddress.AnyIPv4, "192.0.2.1"),
    ("IPv6", QHostAddress.SpecialAddress.AnyIPv6, "2001:db8::1"),
):
    server = QTcpServer()
    said["TCP server " + name] = server.listen(QHostAddress(anything))
    said["UDP " + name] = QUdpSocket().bind(QHostAddress(anything))
    client = QTcpSocket()
    client.connectToHost(QHostAddress(target), 9)
    client.waitForConnected(100)
    # Without the lock the kernel looks for a way there, whatever it finds; with it there is no socket.
    refused = client.error() == QAbstractSocket.SocketError.SocketAccessError
    said["TCP client " + name] = not refused
local = QLocalServer()
said["local server"] = local.listen(sys.argv[2])
partner = QLocalSocket()
partner.connectToServer(sys.argv[2])
said["local client"] = partner.waitForConnected(2000)
print(json.dumps(said))
"""


@pytest.mark.parametrize("locked", [False, True])
def test_sockets_of_qt_open_nothing_but_local_ones(tmp_path: Path, locked: bool) -> None:
    said = json.loads(said_by(QT, "locked" if locked else "open", str(tmp_path / "s")))
    local = {"local server": True, "local client": True}
    assert {name: said.pop(name) for name in local} == local
    assert len(said) == 6
    assert said == dict.fromkeys(said, not locked)


CHILDREN = """
import ctypes, os, subprocess, sys, threading
from hrddesk.system import lockdown
if sys.argv[1] == "locked":
    lockdown.engage()
ASK = "from hrddesk.system import lockdown; print(*lockdown.openings() or ['refused'], sep='+', flush=True)"

def tell(name):
    print(name, *lockdown.openings() or ["refused"], sep="+", flush=True)

tell("itself")
thread = threading.Thread(target=tell, args=("thread",))
thread.start()
thread.join()
if os.fork() == 0:
    tell("fork")
    os._exit(0)
os.wait()
for name, command in (
    ("program", [sys.executable, "-c", ASK]),
    ("shell", ["sh", "-c", '"$@" & wait', "-", sys.executable, "-c", ASK]),
    ("session", ["setsid", "-w", sys.executable, "-c", ASK]),
    ("user", ["setpriv", "--no-new-privs", sys.executable, "-c", ASK]),
):
    print(name, end="+", flush=True)
    subprocess.run(command, check=True)
print("spawn", end="+", flush=True)
os.waitpid(os.posix_spawn(sys.executable, [sys.executable, "-c", ASK], os.environ), 0)
print("exec", end="+", flush=True)
os.execv(sys.executable, [sys.executable, "-c", ASK])
"""
WAYS = ["itself", "thread", "fork", "program", "shell", "session", "user", "spawn", "exec"]


@pytest.mark.parametrize("locked", [False, True])
def test_every_child_of_every_kind_is_locked(locked: bool) -> None:
    lines = [line.split("+") for line in said_by(CHILDREN, "locked" if locked else "open").splitlines()]
    assert [name for name, *_ in lines] == WAYS
    for name, *openings in lines:
        if locked:
            assert openings == ["refused"], name
        else:
            assert {"IPv4", "IPv6", "netlink"} <= set(openings), name


def _status(process: int) -> dict[str, str]:
    lines = Path(f"/proc/{process}/status").read_text("ascii", "replace").splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _filters(process: int) -> set[int]:
    """Return how many filters more than this process the threads of another have, as the kernel says."""
    ours = int(_status(os.getpid())["Seccomp_filters"])
    told = [_status(int(task.name)) for task in Path(f"/proc/{process}/task").iterdir()]
    assert all(task["Seccomp"] == "2" and task["NoNewPrivs"] == "1" for task in told)
    return {int(task["Seccomp_filters"]) - ours for task in told}


def test_the_layout_process_locks_itself_before_it_reads(wait_for_reading: Callable[[int], None]) -> None:
    with subprocess.Popen(
        press.command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=press.environment(),
    ) as process:
        wait_for_reading(process.pid)
        assert _filters(process.pid) == {1}  # its own: it inherits none from here
        process.communicate(b"no model")


@pytest.fixture
def wait_for_reading() -> Callable[[int], None]:
    """Wait until a process reads its standard input: the number of the call, and the descriptor."""
    if os.geteuid() != 0:
        pytest.skip("what a process waits for is read as root")
    number = {"x86_64": "0", "aarch64": "63"}[os.uname().machine]

    def wait(process: int) -> None:
        while not Path(f"/proc/{process}/syscall").read_text("ascii").startswith(f"{number} 0x0 "):
            assert _status(process)["State"][0] != "Z", "it ended"

    return wait


def test_the_lock_comes_before_anything_else(tmp_path: Path) -> None:
    vault, secret = tmp_path / "desk.hrdv", tmp_path / "secret"
    Session.create(vault, PASSPHRASE, FLOOR)[0].close()
    secret.write_text(PASSPHRASE + "\n", "utf-8")
    log = tmp_path / "log"
    calls = "seccomp,prctl,clone,clone3,fork,vfork,socket,socketpair,openat,open"
    words = ["case", "list", "--vault", str(vault), "--passphrase-file", str(secret)]
    done = subprocess.run(
        [
            *(
                "strace",
                "-f",
                "-qq",
                "-s",
                "256",
                "-e",
                "signal=none",
                "-o",
                str(log),
                "-e",
                f"trace={calls}",
            ),
            *(sys.executable, "-m", "hrddesk", *words),
        ],
        cwd=tmp_path,
        env=variables(),
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [re.sub(r"^\d+ +", "", line) for line in log.read_text("utf-8", "replace").splitlines()]
    (at,) = [
        place for place, line in enumerate(lines) if line.startswith("seccomp(SECCOMP_SET_MODE_FILTER, ")
    ]
    assert lines[at].endswith("= 0")
    before, after = lines[:at], lines[at:]
    assert any("PR_SET_DUMPABLE, SUID_DUMP_DISABLE" in line for line in before)
    for call in ("clone", "clone3", "fork", "vfork", "socket", "socketpair"):
        assert not [line for line in before if line.startswith(f"{call}(")]
    opened = " ".join(line for line in before if line.startswith("open"))
    assert str(vault) not in opened
    assert str(secret) not in opened
    ours = {
        Path(name).stem.partition(".")[0] for name in re.findall(r'"([^"]*/hrddesk/[^"]+\.pyc?)"', opened)
    }
    assert ours <= {
        "__init__",
        "__main__",
        "lockdown",
        "process_list",
        "interruption",
        *_stems(ROOT / "hrddesk/errors"),
    }
    assert any(str(vault) in line for line in after)
    assert any(str(secret) in line for line in after)


def _stems(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.py")}


def test_the_window_is_locked_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "desk.hrdv"
    Session.create(folder, PASSPHRASE, FLOOR)[0].close()
    with WindowProcess(tmp_path) as window:
        assert _filters(window.process.pid) == {1}
        window.unlock(folder, PASSPHRASE)
        window.do("from PySide6.QtWidgets import QLabel")
        window.do("window().frame.show_page('about')")
        words = window.do("[found.text() for found in window().frame.page('about').findChildren(QLabel)]")
        assert any(text.startswith("No network: this program and all it starts") for text in words), words
        assert any(text.startswith("Other programs of this account cannot read") for text in words), words
        assert _filters(window.process.pid) == {1}
        window.locked("press('Ctrl+L')")
        # Still one, however often it locks: each would cost time at every call.
        assert _filters(window.process.pid) == {1}


def test_self_check_says_so_in_a_program_as_it_is_started() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hrddesk", "self-check", "--json"],
        env=variables(),
        capture_output=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (locks,) = [item for item in json.loads(done.stdout)["checks"] if item["name"] == "locks"]
    assert locks["ok"]
    assert locks["detail"].startswith("Locked: this process and all it starts can open no network socket.")
    (confined,) = [item for item in json.loads(done.stdout)["checks"] if item["name"] == "confinement"]
    assert confined["ok"], confined
    assert "can open no file and start nothing, by" in confined["detail"]
