"""Rows 7, 8 and 14: evidence against a copy, encryption against openssl, a record against a KDBX file.

Row 7 is wall time and a process of its own: `evidence_cost.py VAULT FILE` reads a line for each time that the
file is to be taken in, and answers with the seconds and the growth of its memory. pykeepass is measured where
it is installed; it is no package that the tests need.
"""

import importlib.util
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

import library
from table import ROUNDS, Row, compare, milliseconds

from hrddesk.actions.records import cases, evidence
from hrddesk.crypto import evidence_stream
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job

MIB = 1 << 20
GIB = 1 << 30
_PRESENT = 30_000_000  # bytes of evidence in row 14


def rows(wanted: frozenset[int], evidence_bytes: int = GIB) -> Iterator[Row]:
    """Measure the rows that are wanted."""
    if 7 in wanted:
        with tempfile.TemporaryDirectory() as name:
            yield from _taking_in(Path(name), evidence_bytes)
    if 8 in wanted:
        yield _encryption()
    if 14 in wanted:
        with tempfile.TemporaryDirectory() as name:
            yield _one_record(Path(name))


def _noise(path: Path, size: int) -> Path:
    """Write bytes that no file system and no archiver makes smaller, the same at every run."""
    dice = random.Random(20200226)
    with path.open("wb") as file:
        for begin in range(0, size, MIB):
            file.write(dice.randbytes(min(MIB, size - begin)))
    return path


# --- row 7 -------------------------------------------------------------------------------------------------


def _taking_in(folder: Path, size: int) -> Iterator[Row]:
    source, vault = _noise(folder / "video", size), folder / "desk.hrdv"
    Session.create(vault, library.PASSPHRASE, FLOOR)[0].close()
    process = subprocess.Popen(
        [sys.executable, __file__, str(vault), str(source)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    asking, answers, grown = process.stdin, process.stdout, [0]

    def ours() -> float:
        asking.write("\n")
        asking.flush()
        seconds, growth = answers.readline().split()
        grown.append(int(growth))
        return float(seconds)

    def copy() -> float:
        target = folder / "copy"
        begin = time.perf_counter()
        subprocess.run(["cp", "--reflink=never", str(source), str(target)], check=True)
        with target.open("rb") as file:
            os.fsync(file.fileno())
        taken = time.perf_counter() - begin
        target.unlink()
        return taken

    ours(), copy()  # the file is in the cache for both
    mine, reference = compare(ours, copy)
    process.communicate()
    what, ratio = f"evidence of {size / MIB:,.0f} MiB, wall", mine / reference
    other = f"{milliseconds(reference)}, cp and fsync"
    yield Row(7, what, milliseconds(mine), other, ratio, "<= 1.3x", ratio <= 1.3)
    most = max(grown) / MIB
    yield Row(7, "growth of memory meanwhile", f"{most:.1f} MiB", "", None, "<= 32 MiB", most <= 32)


def _memory(name: str) -> int:
    """Return a size of this process in bytes."""
    found = re.search(rf"^{name}:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"), re.MULTILINE)
    assert found is not None
    return int(found[1]) * 1024


def take_in(vault: Path, source: Path) -> None:
    """Take a file in, and remove it again, as often as a line is read."""
    with Session.open(vault, PassphraseSecret(library.PASSPHRASE)) as session:
        for _ in sys.stdin:
            Path("/proc/self/clear_refs").write_text("5", "ascii")  # forget the largest size so far
            before, begin = _memory("VmRSS"), time.perf_counter()
            added = evidence.add(session, None, source, Job()).result
            taken = time.perf_counter() - begin
            print(taken, _memory("VmHWM") - before, flush=True)
            evidence.remove(session, added.id)
            with session.store.change("bench.drop"):
                session.store.blobs.drop(added.sha256)
            session.store.blobs.sweep()


# --- row 8 -------------------------------------------------------------------------------------------------


class _Nowhere:
    def write(self, data: memoryview) -> int:
        return len(data)


def _encryption() -> Row:
    """Encrypt as evidence is encrypted, against openssl's own measure; both by the CPU of the process."""
    chunk = memoryview(bytearray(MIB))

    def ours() -> float:
        writer = evidence_stream._ChunkWriter(_Nowhere(), bytes(32), bytes(32))
        done, begin = 0, time.process_time()
        while time.process_time() - begin < 1:
            for _ in range(100):
                writer.put(chunk, last=False)
            done += 100 * MIB
        return done / (time.process_time() - begin)

    mine, reference = compare(ours, partial(_openssl, "aes-256-gcm"))
    ratio = mine / reference
    return Row(
        8,
        "bulk encryption",
        f"{mine / GIB:.2f} GiB/s",
        f"{reference / GIB:.2f} GiB/s, openssl speed at 1 MiB",
        ratio,
        ">= 0.8x",
        ratio >= 0.8,
    )


def _openssl(name: str) -> float:
    """Return how many bytes a second of CPU time openssl hashes or encrypts, 1 MiB at a time."""
    command = ["openssl", "speed", "-mr", "-seconds", "1", "-bytes", str(MIB), "-evp", name]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(said.rpartition(":")[2])


# --- row 14 ------------------------------------------------------------------------------------------------


def _one_record(folder: Path) -> Row:
    """Add one record where 30 MB of evidence lie already."""
    what, target = "adding one record beside 30 MB of evidence", ">= 100x faster"
    source, vault = _noise(folder / "photo", _PRESENT), folder / "desk.hrdv"
    session, _ = Session.create(vault, library.PASSPHRASE, FLOOR)
    with session:
        evidence.add(session, None, source, Job())

        def ours() -> float:
            begin = time.process_time()
            for number in range(20):
                cases.create(session, {"title": f"Case {number}"})
            return (time.process_time() - begin) / 20

        if importlib.util.find_spec("pykeepass") is None:
            mine = median(ours() for _ in range(ROUNDS))
            return Row(14, what, milliseconds(mine), "pykeepass is not installed", None, target, holds=False)
        import pykeepass

        database = pykeepass.create_database(str(folder / "ours.kdbx"), library.PASSPHRASE)
        entry = database.add_entry(database.root_group, "photo", "", "")
        entry.add_attachment(database.add_binary(source.read_bytes()), "photo")
        database.save()
        key = database.transformed_key  # so that the derivation of the key is not counted

        def kdbx() -> float:
            begin = time.process_time()
            database.add_entry(database.root_group, f"Case {time.perf_counter_ns()}", "", "")
            database.save(transformed_key=key)
            return time.process_time() - begin

        mine, reference = compare(ours, kdbx)
    ratio = reference / mine
    return Row(
        14, what, milliseconds(mine), f"{milliseconds(reference)}, pykeepass", ratio, target, ratio >= 100
    )


if __name__ == "__main__":
    take_in(Path(sys.argv[1]), Path(sys.argv[2]))
