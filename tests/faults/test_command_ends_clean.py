"""A command on the command line leaves nothing of itself, and lets nobody look into it while it runs.

Its memory goes with it; here is looked at what could stay: children, shared memory, temporary files, what
SQLite keeps beside an open database; and at who could read its memory, or see on a terminal what was typed.
"""

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from hrddesk.actions.records import cases, events, parties, visibility
from hrddesk.crypto.kdf import FLOOR
from hrddesk.store.vault.session import Session

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "granite lantern orbit velvet"
NOBODY = 65534
AS_NOBODY = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


def variables(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTHON"))}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(folder / "tmp")}


@pytest.fixture
def desk() -> Iterator[Path]:
    """A folder with a vault that may be published."""
    folder = Path(tempfile.mkdtemp(prefix="hrddesk-", dir="/tmp"))
    (folder / "tmp").mkdir()
    (folder / "secret").write_text(PASSPHRASE + "\n", "utf-8")
    (folder / "paper").write_bytes(b"a notice" * 20_000)
    with Session.create(folder / "desk.hrdv", PASSPHRASE, FLOOR)[0] as session:
        case = cases.create(session, {"title": "Willow Lane", "ref": "CASE"}).result
        who = parties.create(
            session, {}, {"names": [{"name": "Odal Brisk", "kind": "main"}]}, case, "subject"
        ).result
        taken = events.add(session, case, {"type": "detained"}, {"parties": [{"party": who}]}).result
        visibility.set_many(session, [case, who, taken], "public")
    yield folder
    shutil.rmtree(folder)


def command(*words: str, secret: str = "secret") -> list[str]:
    return [sys.executable, "-m", "hrddesk", *words, "--vault", "desk.hrdv", "--passphrase-file", secret]


def _shared_memory() -> set[str]:
    segments = {line.split()[1] for line in Path("/proc/sysvipc/shm").read_text("ascii").splitlines()[1:]}
    return segments | {path.name for path in Path("/dev/shm").iterdir()}


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (
            ["publish", "out.pdf", "--profile", "names", "--all", "--accept-all-risks", "for the test"],
            {"out.pdf", "out.pdf.sig"},
        ),
        (["evidence", "add", "CASE", "paper"], set()),
    ],
)
def test_nothing_stays(desk: Path, words: list[str], made: set[str]) -> None:
    before, memory = {path.name for path in desk.iterdir()}, _shared_memory()
    # Whoever is left behind in this session, orphans too, is found by its number.
    process = subprocess.Popen(
        command(*words), cwd=desk, env=variables(desk), stdout=subprocess.DEVNULL, start_new_session=True
    )
    assert process.wait(timeout=100) == 0
    assert _of_session(process.pid) == []
    assert {path.name for path in desk.iterdir()} - before == made
    assert list((desk / "tmp").iterdir()) == []
    assert {path.name for path in (desk / "desk.hrdv").iterdir()} <= {
        "keys.bin",
        "head.bin",
        "db.sqlite",
        "att",
    }
    assert _shared_memory() - memory == set()


def _of_session(number: int) -> list[str]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == number:
            found.append(entry.parent.name)
    return found


LOOK = """
import ctypes, errno, os, sys
process = int(sys.argv[1])
libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
for request in (16, 0x4206):  # PTRACE_ATTACH, PTRACE_SEIZE
    answer = libc.ptrace(request, process, None, None)
    print("ptrace", "done" if answer == 0 else errno.errorcode[ctypes.get_errno()])
    if answer == 0:
        os.waitpid(process, 0) if request == 16 else None
        libc.ptrace(17, process, None, None)
for name in ("mem", "maps", "environ", "fd", "map_files"):
    try:
        path = f"/proc/{process}/{name}"
        os.listdir(path) if name in ("fd", "map_files") else open(path, "rb").read(0)
        print(name, "done")
    except OSError as error:
        print(name, errno.errorcode[error.errno])
here, there = ctypes.create_string_buffer(8), 0
class Piece(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("size", ctypes.c_size_t)]
one = Piece(ctypes.addressof(here), 8)
answer = libc.process_vm_readv(process, ctypes.byref(one), 1, ctypes.byref(Piece(4096, 8)), 1, 0)
why = ctypes.get_errno()  # EFAULT: it would read, and nothing is there
print("readv", "done" if answer >= 0 or why == errno.EFAULT else errno.errorcode[why])
"""


@pytest.mark.parametrize("ours", [False, True])
def test_no_other_program_of_the_same_account_looks_into_it(desk: Path, ours: bool) -> None:
    if os.geteuid() != 0:
        pytest.skip("another account is used for this")
    pipe = desk / "pipe"
    os.mkfifo(pipe)
    for path in [desk, *desk.rglob("*")]:
        os.chown(path, NOBODY, NOBODY)
    another = [sys.executable, "-c", "open('pipe').read()"]
    words = [*AS_NOBODY, *(command("case", "list", secret="pipe") if ours else another)]
    with subprocess.Popen(words, cwd=desk, env=variables(desk), stdout=subprocess.DEVNULL) as process:
        mouth = os.open(pipe, os.O_RDWR)  # waits for nobody
        while not _has_open(process.pid, pipe):  # until it waits for the passphrase
            assert process.poll() is None
        limits = Path(f"/proc/{process.pid}/limits").read_text("ascii")
        (core,) = [line.split()[4:6] for line in limits.splitlines() if line.startswith("Max core file")]
        looked = subprocess.run(
            [*AS_NOBODY, sys.executable, "-c", LOOK, str(process.pid)],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        os.write(mouth, PASSPHRASE.encode() + b"\n")
        os.close(mouth)
        assert process.wait(timeout=60) == 0
    answers = [line.split()[1] for line in looked.stdout.splitlines()]
    assert len(answers) == 8, looked.stdout
    if ours:
        assert core == ["0", "0"]
        assert set(answers) <= {"EPERM", "EACCES"}, looked.stdout
    else:
        assert {"done"} <= set(answers) <= {"done", "EPERM"}, looked.stdout  # map_files is root's alone


def _has_open(process: int, path: Path) -> bool:
    for entry in Path(f"/proc/{process}/fd").iterdir():
        with suppress(OSError):
            if entry.readlink() == path:
                return True
    return False


class Terminal:
    """A command whose terminal we are."""

    def __init__(self, desk: Path) -> None:
        self.keyboard, screen = pty.openpty()
        words = command("case", "list")[:-2]
        self.process = subprocess.Popen(
            words,
            cwd=desk,
            env=variables(desk),
            stdin=screen,
            stdout=screen,
            stderr=screen,
            start_new_session=True,
        )
        self._screen = screen
        self.shown = b""

    def echoes(self) -> bool:
        return bool(termios.tcgetattr(self.keyboard)[3] & termios.ECHO)

    def until(self, words: bytes) -> None:
        end = time.monotonic() + 60
        while words not in self.shown:
            assert time.monotonic() < end, self.shown
            if select.select([self.keyboard], [], [], 0.1)[0]:
                self.shown += os.read(self.keyboard, 4096)

    def close(self) -> None:
        while select.select([self.keyboard], [], [], 0.1)[0]:
            self.shown += os.read(self.keyboard, 4096)
        os.close(self._screen)
        os.close(self.keyboard)


def test_a_passphrase_that_is_typed_is_not_shown(desk: Path) -> None:
    terminal = Terminal(desk)
    assert terminal.echoes()
    terminal.until(b"Passphrase: ")
    assert not terminal.echoes()
    os.write(terminal.keyboard, PASSPHRASE.encode() + b"\n")
    terminal.until(b"Willow Lane")
    assert terminal.process.wait(timeout=60) == 0
    assert terminal.echoes()
    terminal.close()
    assert not any(word.encode() in terminal.shown for word in PASSPHRASE.split())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_terminal_echoes_again_after_somebody_gave_up(desk: Path, number: signal.Signals) -> None:
    terminal = Terminal(desk)
    terminal.until(b"Passphrase: ")
    os.write(terminal.keyboard, b"zebra qui")
    terminal.process.send_signal(number)
    assert terminal.process.wait(timeout=60) == 128 + number
    assert terminal.echoes()
    terminal.close()
    assert b"zebra" not in terminal.shown
