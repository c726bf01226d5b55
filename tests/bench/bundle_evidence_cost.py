"""Row 9: a bundle of 512 MiB of evidence, written and read, against `age` and `gpg -z 0`; wall time.

Twice: as a person waits for it, until the bundle is synced and verified in its place, or the evidence sealed
in the vault, with the references syncing what they wrote, and a sealed file read again from the medium; and
as the references do it of themselves, which do neither. Even then they do less: they take a plain file and
leave one, where ours opens what is sealed in one vault and seals it in the other, and hashes all of it at
both. What that costs at least, by the measure of `openssl speed`, stands beside the CPU time that ours takes:
with both cores to itself ours hides it in threads, on a busy computer it cannot.

`bundle_evidence_cost.py FOLDER FILE` is the process that is measured. It reads `write`, `read` or either with
` unsynced` from its input and answers each with the seconds that it took, those of its CPU time, the longest
that another thread of it had to wait meanwhile, in seconds, and the growth of its memory in bytes.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Self

import desks_that_met
from evidence_cost import MIB, _memory, _noise, _openssl
from table import ROUNDS, Row, compare, milliseconds

from hrddesk.actions.exchange import bundles
from hrddesk.actions.records import evidence
from hrddesk.crypto import age
from hrddesk.crypto.age import FileKey
from hrddesk.crypto.age_header import BufferedSource
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.jobs import Job

_BYTES = 512 * MIB
_FILES = 8
_BEAT = 0.005  # seconds
_PRIMITIVES = ("sha256", "aes-256-gcm", "chacha20-poly1305")
_MOST_WAITED, _MOST_GROWN = 0.1, 150 * MIB


def rows(size: int = _BYTES, rounds: int = ROUNDS) -> Iterator[Row]:
    """Measure both ways against both tools, as a person waits for it and as the tools work."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = _noise(folder / "evidence", size)
        sealers, openers = _sealers(folder, source), _openers(folder, source)
        with _Measured(folder, source) as ours:
            for way, tools in (("write", sealers), ("read", openers)):
                for tool in tools:
                    yield _row(way, tool, ours, partial(tool.seconds, is_synced=True), size, rounds)
                    yield _row(f"{way} unsynced", tool, ours, tool.seconds, size, rounds)
                yield _cost(f"{way} unsynced", ours, size)
        waited, idle, grown = max(ours.waited), max(ours.waited_beside), max(ours.grown)
        shown, what = f"{grown / MIB:.1f} MiB", "longest wait of another thread"
        beside = f"{milliseconds(idle)}, a process that does nothing"
        holds = waited <= _MOST_WAITED + idle
        yield Row(9, what, milliseconds(waited), beside, None, "<= 100 ms more", holds)
        yield Row(9, "growth of memory meanwhile", shown, "", None, "<= 150 MiB", grown <= _MOST_GROWN)


def _row(
    way: str, tool: "_Tool", ours: "_Measured", reference: Callable[[], float], size: int, rounds: int
) -> Row:
    mine, other = compare(partial(ours.seconds, way), reference, rounds)
    shown = f"{milliseconds(other)}, {tool.name if way.endswith('unsynced') else tool.lasting}"
    what = f"{way}, {size / MIB:.0f} MiB in a bundle, wall"
    return Row(9, what, milliseconds(mine), shown, mine / other, "<= 1.2x", mine <= 1.2 * other)


def _cost(way: str, ours: "_Measured", size: int) -> Row:
    """Tell how much of the CPU time goes to what cannot be left out."""
    mine, least = median(ours.worked[way]), sum(size / _openssl(name) for name in _PRIMITIVES)
    shown = f"{milliseconds(least)}, {' and '.join(_PRIMITIVES)} of openssl"
    return Row(9, f"{way}, CPU", milliseconds(mine), shown, mine / least, "shown", holds=True)


class _Measured:
    """The process that is measured, from outside."""

    def __init__(self, folder: Path, source: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(folder), str(source)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.worked: dict[str, list[float]] = {}
        self.waited: list[float] = []
        self.waited_beside: list[float] = []
        self.grown: list[int] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def seconds(self, asked: str) -> float:
        """Have it do something; return how long it took.

        A thread of this process, which has nothing to do, waits meanwhile for what the machine does besides.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        beats = _Beats()
        self._process.stdin.write(asked + "\n")
        self._process.stdin.flush()
        seconds, worked, waited, grown = self._process.stdout.readline().split()
        self.waited_beside.append(beats.stop())
        self.worked.setdefault(asked, []).append(float(worked))
        self.waited.append(float(waited))
        self.grown.append(int(grown))
        return float(seconds)


# --- the references ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Tool:
    """A command that makes the file `made`, and what reads that again; "{}" stands for it in both."""

    name: str
    made: Path
    command: Sequence[str]
    reading_again: Sequence[str] = ()

    @property
    def lasting(self) -> str:
        """What it is called when its file is made to last."""
        return f"{self.name}, synced{' and read again' if self.reading_again else ''}"

    def seconds(self, *, is_synced: bool = False) -> float:
        """Make the file, and remove it; return how long the former took."""
        begin = time.perf_counter()
        self._run(self.command)
        if is_synced:
            with self.made.open("rb") as file:
                os.fsync(file.fileno())
                files.forget_pages(file.fileno())
            self._run(self.reading_again)
        taken = time.perf_counter() - begin
        self.made.unlink()
        return taken

    def _run(self, command: Sequence[str]) -> None:
        if command:
            _run(*(str(self.made) if word == "{}" else word for word in command))


def _sealers(folder: Path, source: Path) -> list[_Tool]:
    recipient, identity, gpg = _age_recipient(folder), str(folder / "age.key"), _gpg(folder)
    return [
        _Tool(
            "age",
            folder / "out.age",
            ["age", "-r", recipient, "-o", "{}", str(source)],
            ["age", "-d", "-i", identity, "-o", "/dev/null", "{}"],
        ),
        _Tool(
            "gpg -z 0",
            folder / "out.gpg",
            [*gpg, "-z", "0", "-o", "{}", "-c", str(source)],
            [*gpg, "--yes", "-o", "/dev/null", "-d", "{}"],
        ),
    ]


def _openers(folder: Path, source: Path) -> list[_Tool]:
    """Return what opens what the sealers seal; each file is sealed here once."""
    sealed_by_age, sealed_by_gpg = folder / "sealed.age", folder / "sealed.gpg"
    _run("age", "-r", _age_recipient(folder), "-o", str(sealed_by_age), str(source))
    _run(*_gpg(folder), "-z", "0", "-o", str(sealed_by_gpg), "-c", str(source))
    by_age = ["age", "-d", "-i", str(folder / "age.key"), "-o", "{}", str(sealed_by_age)]
    by_gpg = [*_gpg(folder), "-o", "{}", "-d", str(sealed_by_gpg)]
    return [_Tool("age", folder / "plain", by_age), _Tool("gpg", folder / "plain", by_gpg)]


def _age_recipient(folder: Path) -> str:
    if not (folder / "age.key").exists():
        _run("age-keygen", "-o", str(folder / "age.key"))
    shown = subprocess.run(
        ["age-keygen", "-y", str(folder / "age.key")], check=True, capture_output=True, text=True
    )
    return shown.stdout.strip()


def _gpg(folder: Path) -> list[str]:
    """Return gpg with a passphrase that it derives a key from at no cost."""
    home = folder / "gpg"
    home.mkdir(mode=0o700, exist_ok=True)
    quiet = ["gpg", "--homedir", str(home), "--batch", "--quiet", "--pinentry-mode", "loopback"]
    return [*quiet, "--passphrase", desks_that_met.DOCUMENTER, "--s2k-count", "1024"]


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


# --- what is measured --------------------------------------------------------------------------------------


def answer(folder: Path, source: Path) -> None:
    """Do what the lines of the standard input ask for, and answer each."""
    with (
        desks_that_met.new(folder / "documenter.hrdv") as documenter,
        desks_that_met.new(folder / "coordinator.hrdv") as coordinator,
    ):
        desks_that_met.introduce(documenter, coordinator)
        _add_in_parts(documenter, source, folder)
        to = [desks_that_met.COORDINATOR]
        kept = bundles.write_bundle(documenter, folder / "kept.hrdb", to, None, Job()).path
        for line in sys.stdin:
            way, _, unsynced = line.strip().partition(" ")
            if way == "write":
                with _measuring(unsynced):
                    written = bundles.write_bundle(documenter, folder, to, None, Job())
                written.path.unlink()
            else:
                with _measuring(unsynced):
                    came = bundles.read_bundle(coordinator, kept, Job())
                bundles.reject(coordinator, came.review)  # so that it may be read again


def _add_in_parts(documenter: Session, source: Path, folder: Path) -> None:
    size = source.stat().st_size // _FILES
    with source.open("rb") as file:
        for number in range(_FILES):
            part = folder / f"part{number}"
            part.write_bytes(file.read(size))
            evidence.add(documenter, None, part, Job())
            part.unlink()


@contextmanager
def _measuring(unsynced: str) -> Iterator[None]:
    """Print what the body took, how long another thread waited, and how memory grew."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # forget the largest size so far
    with _without_syncing() if unsynced else _as_it_is():
        before, beats = _memory("VmRSS"), _Beats()
        begin, worked = time.perf_counter(), time.process_time()
        yield
        taken, worked = time.perf_counter() - begin, time.process_time() - worked
    print(taken, worked, beats.stop(), _memory("VmHWM") - before, flush=True)


@contextmanager
def _as_it_is() -> Iterator[None]:
    yield


@contextmanager
def _without_syncing() -> Iterator[None]:
    """Neither sync files nor read again what was written, as the references do not."""
    kept = os.fsync, files.forget_pages, age.is_whole
    os.fsync, files.forget_pages, age.is_whole = _not_synced, _not_forgotten, _taken_as_whole
    try:
        yield
    finally:
        os.fsync, files.forget_pages, age.is_whole = kept


def _not_synced(fd: object) -> None:
    """Stand for os.fsync."""


def _not_forgotten(descriptor: int) -> None:
    """Stand for files.forget_pages."""


def _taken_as_whole(source: BufferedSource, key: FileKey, look: Callable[[int], None]) -> bool:
    return True


class _Beats:
    """A thread that wakes every few milliseconds and notes when it came too late."""

    def __init__(self) -> None:
        self._longest = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._beat)
        self._thread.start()

    def _beat(self) -> None:
        last = time.perf_counter()
        while not self._ended.wait(_BEAT):
            now = time.perf_counter()
            self._longest, last = max(self._longest, now - last - _BEAT), now

    def stop(self) -> float:
        """Return the longest wait beyond the beat, in seconds."""
        self._ended.set()
        self._thread.join()
        return self._longest


if __name__ == "__main__":
    answer(Path(sys.argv[1]), Path(sys.argv[2]))
