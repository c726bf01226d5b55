"""The layout process: a model in, a PDF out, an exit code for each way to fail, and never a word of it."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest
from PIL import Image

from hrddesk.publish.images import thumbnail
from hrddesk.publish.process import press, worker
from hrddesk.publish.process.layout import lay_out
from hrddesk.publish.process.worker import WorkerExit, main
from hrddesk.redact.model.model import RedactedModel
from hrddesk.system import confinement, lockdown
from hrddesk.system.jobs import Job

ModelMaker = Callable[..., RedactedModel]


class Pipe:
    """A standard stream that holds or takes bytes."""

    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)


@pytest.fixture
def pipes(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], Pipe]:
    def connect(data: bytes) -> Pipe:
        target = Pipe()
        monkeypatch.setattr(sys, "stdin", Pipe(data))
        monkeypatch.setattr(sys, "stdout", target)
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)
        monkeypatch.setattr(lockdown, "engage", lambda: None)  # they would last for all later tests
        monkeypatch.setattr(confinement, "confine", lambda limits: None)
        return target

    return connect


def run(data: bytes, stdout: int | BinaryIO = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    settings = press.environment()
    return subprocess.run(
        press.command(), input=data, env=settings, check=False, stdout=stdout, stderr=subprocess.PIPE
    )


def test_writes_what_lay_out_returns(make_model: ModelMaker, pipes: Callable[[bytes], Pipe]) -> None:
    model = make_model(("en",))
    target = pipes(model.canonical())
    assert main() == WorkerExit.DONE
    assert target.buffer.getvalue() == lay_out(model)


def test_fresh_process_gives_the_same_bytes(make_model: ModelMaker) -> None:
    model = make_model(("zh-Hans",))
    done = run(model.canonical())
    assert done.returncode == 0
    assert done.stdout == lay_out(model)


@pytest.mark.parametrize("cases", [1, 2, 300])
def test_says_how_far_it_is_and_nothing_else(cases: int, make_model: ModelMaker) -> None:
    done = run(make_model(("en",), cases).canonical())
    assert done.stderr == worker.MARK * 75  # the rest is to write it as a whole


def test_no_model(pipes: Callable[[bytes], Pipe], capsys: pytest.CaptureFixture[str]) -> None:
    target = pipes(b'{"v": 1, "title": "Orvel"}')
    assert main() == WorkerExit.NO_MODEL
    assert target.buffer.getvalue() == b""
    assert "Orvel" not in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_full_disk(make_model: ModelMaker) -> None:
    with Path("/dev/full").open("wb") as full:
        assert run(make_model().canonical(), stdout=full).returncode == WorkerExit.DISK_FULL


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX pipes")
@pytest.mark.parametrize("full", [True, False])
def test_stream_that_takes_nothing(
    full: bool, make_model: ModelMaker, pipes: Callable[[bytes], Pipe], monkeypatch: pytest.MonkeyPatch
) -> None:
    pipes(make_model(("en",), 1).canonical())
    if full:
        descriptor = os.open("/dev/full", os.O_WRONLY)
    else:
        reader, descriptor = os.pipe()
        os.close(reader)
    with os.fdopen(descriptor, "wb", buffering=0) as raw:
        target = Pipe()
        target.buffer = raw  # type: ignore[assignment] # a real file, for once
        monkeypatch.setattr(sys, "stdout", target)
        assert main() == (WorkerExit.DISK_FULL if full else WorkerExit.NOT_WRITTEN)


def test_reports_a_bug_by_kind_and_place_only(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise RuntimeError("Orvel Tannik")
    except RuntimeError as error:
        worker._say_where(type(error), error, error.__traceback__)
    said = capsys.readouterr().err
    assert said.startswith("RuntimeError in test_worker.py:")
    assert "Orvel" not in said
    worker._say_where(RuntimeError, RuntimeError("x"), None)
    assert capsys.readouterr().err == "RuntimeError in ?\n"


def test_imports_neither_vault_nor_window(make_model: ModelMaker) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); "
        "from hrddesk.publish.process.worker import main; main(); "
        "sys.stderr.write(' '.join(sorted(sys.modules)))"
    )
    command = [*press.command()[:-2], program, press.command()[-1]]
    done = subprocess.run(
        command, input=make_model().canonical(), capture_output=True, env=press.environment(), check=True
    )
    loaded = set(done.stderr.decode().split())
    for name in ("sqlcipher3", "cryptography", "PySide6", "pypdf", "socket", "ssl", "http", "urllib.request"):
        assert name not in loaded
    assert not any(
        name.startswith(("hrddesk.store", "hrddesk.store.vault.session", "hrddesk.crypto")) for name in loaded
    )


def test_ends_at_once_when_whoever_started_it_is_gone(make_model: ModelMaker) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        press.command(),
        input=make_model().canonical(),
        stdout=subprocess.PIPE,
        stderr=writer,
        env=press.environment(),
        check=False,
    )
    os.close(writer)
    assert done.returncode == WorkerExit.ABANDONED
    assert done.stdout == b""


# What an enemy's picture could make the process do, had it taken it over: read a file and answer with it.
TAKEN_OVER = """
import sys
sys.path.insert(0, sys.argv[1])
from hrddesk.system import confinement
from hrddesk.publish.images import thumbnail; from hrddesk.publish.process import worker
if sys.argv[3] == "free":
    confinement.confine = lambda limits: None
def make(data):
    try:
        with open(sys.argv[2], "rb") as file:
            content = file.read()
    except OSError as error:
        content = type(error).__name__.encode()
    return thumbnail.Thumbnail(1, 1, content)
thumbnail.make = make
worker.main()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Landlock and seccomp are Linux's")
@pytest.mark.parametrize("way", ["free", "confined"])
def test_a_process_that_was_taken_over_reads_no_file(way: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("Orvel Tannik")
    root = press.command()[-1]
    done = subprocess.run(
        [sys.executable, "-I", "-B", "-c", TAKEN_OVER, root, str(tmp_path / "secret"), way],
        input=thumbnail.WANTED,
        capture_output=True,
        env=press.environment(),
        check=True,
    )
    assert (b"Orvel Tannik" in done.stdout) == (way == "free")
    assert (b"PermissionError" in done.stdout) == (way == "confined")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Landlock and seccomp are Linux's")
def test_the_process_finds_no_way_out() -> None:
    done = run(worker.CONFINED)
    assert (done.returncode, done.stdout, done.stderr) == (0, worker.CONFINED, b"")
    assert press.ways_out() == []


def test_a_confined_process_reads_every_kind_of_picture() -> None:
    small = Image.linear_gradient("L").convert("RGB")
    for kind in ("JPEG", "PNG", "GIF", "WEBP", "MPO"):
        file = io.BytesIO()
        small.save(file, kind, **({"save_all": True, "append_images": [small]} if kind == "MPO" else {}))
        shown = press.small_picture(file.getvalue(), Job())
        assert shown is not None, kind
        assert (shown.width, shown.height) == small.size
        assert press.burnt_picture(file.getvalue(), [], Job()).original == small.size
