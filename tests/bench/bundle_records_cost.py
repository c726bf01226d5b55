"""Row 10: 10,000 cases accepted at once, and the same again, against record by record; CPU time.

The reference is our own merge rule asked about each record, which is how everything was accepted before and
what differs still is. It takes ten times as long, so it has a tenth of the cases. Every turn begins with a
copy of the vault as reading left it. A case has 6.5 records: `library.py`.

Beside it stands the floor: all rows that accepting stores, but for the indexes, copied by SQL alone from a
vault that has them. No program that stores these rows is faster.

`bundle_records_cost.py FOLDER` is the process that is measured: it reads `read`, `accept`, `read again`,
`accept again`, `accept record by record` or `copy` from its input, and answers each with the seconds that it
took and those of them that went into the indexes: names, words and texts to search, and the list of cases.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, Final, Self

import desks_that_met
import library
from table import ROUNDS, Row

from hrddesk import lockdown
from hrddesk.actions import bundles
from hrddesk.bundle import arrivals
from hrddesk.jobs import Job
from hrddesk.store.listing import Listing
from hrddesk.store.search import Search

_SMALLER: Final = 10  # how many times fewer cases the reference has
_READ, _ACCEPTED = "read.hrdv", "accepted.hrdv"
_FIRST, _SECOND = "first.hrdb", "second.hrdb"
_NOT_STORED: Final = ("search_", "case_row", "review", "sqlite_")  # indexes, and what reading has stored


def rows(cases: int = 10_000, kept: Path | None = None, rounds: int = ROUNDS) -> Iterator[Row]:
    """Measure reading and accepting, once and again; the library of cases is taken from `kept`."""
    with tempfile.TemporaryDirectory() as name:
        sides = []
        for number in (cases, cases // _SMALLER):
            folder = Path(name) / str(number)
            folder.mkdir()
            _prepare(library.make(kept or Path(name), number).vault, folder)
            sides.append(_Measured(folder))
        with sides[0] as ours, sides[1] as reference:
            yield from _rows(ours, reference, cases, rounds)


def _rows(ours: "_Measured", reference: "_Measured", cases: int, rounds: int) -> Iterator[Row]:
    found: dict[str, list[tuple[float, float]]] = {}
    asked = ("read", "accept", "read again", "accept again")
    for _ in range(rounds):
        for what in asked:
            found.setdefault(what, []).append(ours.seconds(what))
        found.setdefault("floor", []).append(ours.seconds("copy"))
        found.setdefault("reference", []).append(reference.seconds("accept record by record"))
    whole = {what: median(seconds for seconds, _ in taken) for what, taken in found.items()}
    stored = median(seconds - indexing for seconds, indexing in found["accept"])
    by_itself = cases / _SMALLER / whole["reference"]
    shown = f"{by_itself:.0f} cases/s, record by record"
    for what, seconds, least in (
        ("accepting, before indexing", stored, 5000),
        ("accepting, all of it", whole["accept"], 1900),
    ):
        rate = cases / seconds
        yield Row(
            10,
            f"{what}, {cases:,} cases",
            f"{rate:.0f} cases/s",
            shown,
            rate / by_itself,
            f">= {least} cases/s",
            rate >= least,
        )
    yield Row(
        10,
        "the same rows copied by SQL alone, the floor",
        f"{cases / stored:.0f} cases/s",
        f"{cases / whole['floor']:.0f} cases/s",
        whole["floor"] / stored,
        "",
        holds=True,
    )
    rate = cases / whole["read"]
    yield Row(10, "reading them into the queue", f"{rate:.0f} cases/s", "", None, "", holds=True)
    yield Row(10, "reading the same again", f"{whole['read again']:.2f} s", "", None, "", holds=True)
    again = whole["accept again"]
    yield Row(10, "accepting the same again", f"{again:.2f} s", "", None, "<= 0.5 s", again <= 0.5)


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


def _prepare(vault: Path, folder: Path) -> None:
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
        "accept record by record": (_READ, _by_rule),
        "copy": (_READ, lambda session: _copy(session, folder / _ACCEPTED / "db.sqlite")),
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


def _by_rule(session: Any) -> None:
    """Accept as if everything had to be merged."""
    with _replaced(arrivals, "found"):
        bundles.accept(session, 1, None, Job())


@contextmanager
def _replaced(module: Any, name: str) -> Iterator[None]:
    kept = getattr(module, name)
    setattr(module, name, lambda *_: [])
    try:
        yield
    finally:
        setattr(module, name, kept)


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
