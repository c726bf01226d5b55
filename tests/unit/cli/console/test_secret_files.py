"""Secrets come from files and from pipes, and from nothing that could keep us waiting or has no end."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.cli.console import secret_files
from hrddesk.errors import SecretUnreadable


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    path = tmp_path / "fifo"
    os.mkfifo(path)
    return path


def _later(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work)
    thread.start()
    return thread


@pytest.mark.parametrize("write", [b"a secret\n", b"a secret", b"\xef\xbb\xbfa secret\r\nmore\n"])
def test_a_pipe_is_as_good_as_a_file(fifo: Path, tmp_path: Path, write: bytes) -> None:
    writer = _later(lambda: fifo.write_bytes(write))
    assert secret_files.first_line(str(fifo), "it") == "a secret"
    writer.join()
    (tmp_path / "file").write_bytes(write)
    assert secret_files.first_line(str(tmp_path / "file"), "it") == "a secret"


def test_a_writer_may_take_longer_than_we_wait_for_one(fifo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secret_files, "_PATIENCE", 0.2)

    def write() -> None:
        with fifo.open("wb") as pipe:
            time.sleep(0.5)
            pipe.write(b"in ")
            pipe.flush()
            time.sleep(0.1)
            pipe.write(b"time\n")

    writer = _later(write)
    assert secret_files.all_lines(str(fifo), "it") == "in time\n"
    writer.join()


def test_a_pipe_that_nobody_writes_to_is_given_up(fifo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secret_files, "_PATIENCE", 0.1)
    with pytest.raises(SecretUnreadable, match="nobody writes"):
        secret_files.first_line(str(fifo), "it")


def test_a_writer_that_says_nothing_is_not_waited_for(fifo: Path) -> None:
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    writer = os.open(fifo, os.O_WRONLY)
    closing = threading.Timer(0.2, lambda: os.close(writer))
    closing.start()
    with pytest.raises(SecretUnreadable, match="empty"):
        secret_files.first_line(str(fifo), "it")
    closing.join()
    os.close(reader)


def test_the_shells_own_pipes_work(tmp_path: Path) -> None:
    program = (
        f"{sys.executable} -c 'import sys; from hrddesk.cli.console import secret_files as s;"
        ' print(s.first_line(sys.argv[1], "it"))\' <(sleep 0.2; echo through a pipe)'
    )
    root = Path(__file__).parents[4]
    done = subprocess.run(
        ["bash", "-c", program], capture_output=True, env=os.environ | {"PYTHONPATH": str(root)}, timeout=60
    )
    assert (done.stdout, done.stderr) == (b"through a pipe\n", b"")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/urandom", "/dev/full"])
def test_a_device_is_neither(device: str) -> None:
    for read in (secret_files.first_line, secret_files.all_lines):
        with pytest.raises(SecretUnreadable):
            read(device, "it")


def test_what_is_no_secret_is_said(tmp_path: Path) -> None:
    for content, why in (
        (b"", "empty"),
        (b"\n", "empty"),
        (b"\xff\n", "UTF-8"),
        (b"a\0b\n", "not text"),
        (b"a" * (secret_files.MOST + 1), "too long"),
    ):
        (tmp_path / "file").write_bytes(content)
        with pytest.raises(SecretUnreadable, match=why):
            secret_files.first_line(str(tmp_path / "file"), "it")
    with pytest.raises(SecretUnreadable, match="directory"):
        secret_files.first_line(str(tmp_path), "it")
