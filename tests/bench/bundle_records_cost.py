"""Row 10: cases of a bundle accepted at once, taken back, and the same again; CPU time.

The reference is the floor: all rows that accepting stores, but for the indexes, copied by SQL alone from a
vault that has them. Beside it, what nobody saves who stores them: each line read, its state packed, hashed
and chained. Every turn begins with a copy of the vault in the state that it needs. A case has 6.5 records:
`library.py`.

`bundle_records_cost.py FOLDER` is the process that is measured: it reads `read`, `accept`, `undo`,
`read again`, `accept again`, `copy` or `copy and seal` from its input, and answers each with the seconds that
it took and those of them that went into the indexes: names, words and texts to search, and the list of cases.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any, Final, Self

import desks_that_met
import library
from table import ROUNDS, Row, milliseconds

from hrddesk.actions.exchange import bundles
from hrddesk.crypto import kdf
from hrddesk.records.model.kinds import Kind
from hrddesk.store.database import history
from hrddesk.store.database.state_packing import pack
from hrddesk.store.queries.case_list import Listing
from hrddesk.store.queries.search import Search
from hrddesk.system import lockdown
from hrddesk.system.jobs import Job

_READ, _ACCEPTED = "read.hrdv", "accepted.hrdv"
_FIRST, _SECOND = "first.hrdb", "second.hrdb"
_ASKED: Final = ("read", "accept", "undo", "read again", "accept again", "copy", "copy and seal")
_NOT_STORED: Final = ("search_", "case_row", "review", "sqlite_")  # indexes, and what reading has stored


def rows(cases: int = 10_000, kept: Path | None = None, rounds: int = ROUNDS) -> Iterator[Row]:
    """Measure all of it in turns; the library of cases is taken from `kept`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "desks"
        folder.mkdir()
        prepare(library.make(kept or Path(name), cases).vault, folder)
        with _Measured(folder) as ours:
            found: dict[str, list[tuple[float, float]]] = {what: [] for what in _ASKED}
            for _ in range(rounds):
                for what, taken in found.items():
                    taken.append(ours.seconds(what))
    yield from _rows(found, f"{cases:,} cases")


def _rows(found: dict[str, list[tuple[float, float]]], cases: str) -> Iterator[Row]:
    whole = {what: median(seconds for seconds, _ in taken) for what, taken in found.items()}
    whole["accept without indexes"] = median(seconds - indexing for seconds, indexing in found["accept"])
    for what, beside, most in (
        ("accept without indexes", "copy", 2.0),
        ("accept without indexes", "copy and seal", None),
        ("accept", "copy", None),
        ("undo", "accept", 1.0),
        ("read", "copy", None),
    ):
        ratio = whole[what] / whole[beside]
        yield Row(
            10,
            f"{what}, {cases}",
            milliseconds(whole[what]),
            f"{milliseconds(whole[beside])}, {beside}",
            ratio,
            "" if most is None else f"<= {most:g}x",
            most is None or ratio <= most,
        )
    yield Row(10, f"read again, {cases}", milliseconds(whole["read again"]), "", None, "", holds=True)
    again = whole["accept again"]
    yield Row(10, f"accept again, {cases}", milliseconds(again), "", None, "<= 500 ms", again <= 0.5)


class _Measured:
    """The process that is measured, from outside."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def seconds(self, asked: str) -> tuple[float, float]:
        """Have it do something; return the seconds that it took, and those of indexing."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(asked + "\n")
        self._process.stdin.flush()
        taken, indexing = self._process.stdout.readline().split()
        return float(taken), float(indexing)


# --- what is measured --------------------------------------------------------------------------------------


def prepare(vault: Path, folder: Path) -> None:
    """Put two bundles of all that a vault holds into the folder, and the reader's vault in three states."""
    shutil.copytree(vault, folder / "documenter.hrdv")
    to, reader = [desks_that_met.COORDINATOR], folder / "reader.hrdv"
    with desks_that_met.opened(folder / "documenter.hrdv") as documenter:
        with desks_that_met.new(reader) as coordinator:
            desks_that_met.introduce(documenter, coordinator)
        for name in (_FIRST, _SECOND):
            bundles.write_bundle(documenter, folder / name, to, None, Job())
    _after(folder, "reader.hrdv", _READ, lambda session: bundles.read_bundle(session, folder / _FIRST, Job()))
    _after(folder, _READ, _ACCEPTED, lambda session: bundles.accept(session, 1, None, Job()))
    _after(
        folder,
        _ACCEPTED,
        f"again-{_READ}",
        lambda session: bundles.read_bundle(session, folder / _SECOND, Job()),
    )


def _after(folder: Path, before: str, name: str, act: Callable[[Any], object]) -> None:
    """Keep a copy of a vault in which something was done."""
    shutil.copytree(folder / before, folder / name)
    with desks_that_met.opened(folder / name) as session:
        act(session)


def answer(folder: Path) -> None:
    """Do what the lines of the standard input ask for, and answer each."""
    lockdown.engage()  # as whatever the program starts
    indexing = _indexing()
    doing: dict[str, tuple[str, Callable[[Any], object]]] = {
        "read": ("reader.hrdv", lambda session: bundles.read_bundle(session, folder / _FIRST, Job())),
        "accept": (_READ, lambda session: bundles.accept(session, 1, None, Job())),
        "read again": (_ACCEPTED, lambda session: bundles.read_bundle(session, folder / _SECOND, Job())),
        "accept again": (f"again-{_READ}", lambda session: bundles.accept(session, 2, None, Job())),
        "undo": (_ACCEPTED, lambda session: bundles.undo(session, 1, Job())),
        "copy": (_READ, lambda session: _copy(session, folder / _ACCEPTED / "db.sqlite")),
        "copy and seal": (_READ, lambda session: _copy_and_seal(session, folder / _ACCEPTED / "db.sqlite")),
    }
    for line in sys.stdin:
        vault, act = doing[line.strip()]
        shutil.copytree(folder / vault, folder / "turn.hrdv")
        with desks_that_met.opened(folder / "turn.hrdv") as session:
            indexing.clear()
            begin = time.process_time()
            act(session)
            taken = time.process_time() - begin
        shutil.rmtree(folder / "turn.hrdv")
        print(taken, sum(indexing), flush=True)


def _copy(session: Any, path: Path) -> None:
    """Copy what a later state of the vault, of the same key, has in all tables but indexes and reviews."""
    db = session.store.db
    db.execute("ATTACH ? AS accepted", (str(path),))
    found = db.execute("SELECT name FROM accepted.sqlite_master WHERE type = 'table'").fetchall()
    tables = [name for (name,) in found if not name.startswith(_NOT_STORED)]
    db.execute("BEGIN IMMEDIATE")
    for table in tables:
        db.execute(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM accepted.{table}")
    db.execute("COMMIT")


def _copy_and_seal(session: Any, path: Path) -> None:
    """Copy likewise, and read, pack, hash and chain each state, as the history of any program would."""
    mac = history.START
    for record, line in session.store.db.execute("SELECT record, line FROM review_item"):
        state, kind = line.encode(), Kind(json.loads(line)["record"]["kind"])
        pack(state, kind)
        digest = history.digest(os.urandom(history.SALT_BYTES), record, state)
        mac = kdf.hmac_sha256(mac, digest)
    _copy(session, path)


def _indexing() -> list[float]:
    """Have what indexes note in a list what it takes."""
    noted: list[float] = []
    for kind, name in ((Search, "index_new"), (Listing, "refresh")):
        setattr(kind, name, _noting(getattr(kind, name), noted))
    return noted


def _noting(act: Callable[..., object], noted: list[float]) -> Callable[..., object]:
    def timed(*arguments: object) -> object:
        begin = time.process_time()
        try:
            return act(*arguments)
        finally:
            noted.append(time.process_time() - begin)

    return timed


if __name__ == "__main__":
    answer(Path(sys.argv[1]))
