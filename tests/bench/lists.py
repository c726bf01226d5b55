"""Rows 1 to 3: the list, a case, saving one, against the same library and queries on an unkeyed database."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Container, Iterator
from pathlib import Path

import library
from table import Row, compare, milliseconds

_SECONDS_A_MEASUREMENT = 0.05
_WARM = {
    "page": "list page of 128 rows",
    "ids": "ids of the whole list, by last event",
    "filter": "filter by a name",
    "open": "opening a case",
}


class Side:
    """A process that measures one of the two databases."""

    def __init__(self, side: str, path: Path) -> None:
        script = str(Path(__file__).with_name("list_queries.py"))
        self._process = subprocess.Popen(
            [sys.executable, script, side, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def measure(self, name: str, times: int) -> float:
        """Return the seconds of CPU for one."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{name} {times}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def end(self) -> None:
        """Let the process end."""
        self._process.communicate()


def rows(sizes: list[int], wanted: Container[int] = (1, 2, 3), keep: Path | None = None) -> Iterator[Row]:
    """Measure the rows that are wanted at each number of cases; `keep` has, or gets, the libraries."""
    for cases in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            made = library.make(keep or folder, cases)
            if 3 in wanted:  # what is written to is written to by one alone, and never kept
                plain = Path(shutil.copyfile(made.plain, folder / "plain"))
                other = Path(shutil.copyfile(made.plain, folder / "other"))
                vault = Path(shutil.copytree(made.vault, folder / "vault.hrdv"))
            else:
                vault, plain, other = made.vault, made.plain, made.plain
            sides = Side("keyed", vault), Side("secure", plain), Side("plain", other)
            try:
                yield from _rows(f"{cases:,} cases", *sides, wanted)
            finally:
                for side in sides:
                    side.end()


def _rows(cases: str, keyed: Side, secure: Side, plain: Side, wanted: Container[int]) -> Iterator[Row]:
    references = {"unkeyed": secure, "unkeyed and memory neither locked nor wiped": plain}
    for name, what in _WARM.items() if 1 in wanted else ():
        for words, side in references.items():
            ours, reference = _compare(name, keyed, side)
            ratio, other = ours / reference, f"{milliseconds(reference)}, {words}"
            what_then = f"{what}, {cases}, warm"
            yield Row(1, what_then, milliseconds(ours), other, ratio, "<= 1.1x", ratio <= 1.1)
    for words, side in references.items() if 2 in wanted else ():
        ours, reference = _compare("new", keyed, side)
        ratio, other = ours / reference, f"{milliseconds(reference)}, {words}"
        holds = ratio <= 3.5 and ours <= 0.005
        what_then = f"list page on a new connection, {cases}"
        yield Row(2, what_then, milliseconds(ours), other, ratio, "<= 3.5x and <= 5 ms", holds)
    for words, side in references.items() if 3 in wanted else ():
        ours, reference = _compare("save", keyed, side)
        ratio, other = ours / reference, f"{milliseconds(reference)}, {words}"
        what_then = f"saving one case, {cases}"
        yield Row(3, what_then, milliseconds(ours), other, ratio, "<= 2.5x", ratio <= 2.5)


def _compare(name: str, keyed: Side, plain: Side) -> tuple[float, float]:
    times = max(1, round(_SECONDS_A_MEASUREMENT / plain.measure(name, 3)))
    return compare(lambda: keyed.measure(name, times), lambda: plain.measure(name, times))
