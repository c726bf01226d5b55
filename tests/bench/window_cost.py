"""Row 12: the list of cases in a window, beside the same window of an empty vault."""

import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import library
from table import ROUNDS, Row, milliseconds

_FIRST_MS, _SCROLL_MS, _MIB = 100, 16, 60


def rows(sizes: Sequence[int], folder: Path) -> Iterator[Row]:
    """Measure at each number of cases, in turns with the empty vault; medians."""
    empty = library.make(folder, 0).vault
    for cases in sizes:
        vault = library.make(folder, cases).vault
        runs = [(_run(vault), _run(empty)) for _ in range(ROUNDS)]
        first, settled, scroll, settled_again, own = (
            statistics.median(ours.seconds[number] for ours, _ in runs) for number in range(5)
        )
        bare = statistics.median(other.seconds[0] for _, other in runs)
        more = statistics.median(ours.held - other.held for ours, other in runs) / 2**20
        size, beside = f"{cases:,} cases", f"{milliseconds(bare)}, an empty vault"
        beside += f"; {milliseconds(settled)} with all statuses in sight"
        again = (
            f"all threads {milliseconds(scroll)}; {milliseconds(settled_again)} with all statuses in sight"
        )
        holds = first * 1000 <= _FIRST_MS
        yield Row(12, f"list painted first, {size}", milliseconds(first), beside, None, "<= 100 ms", holds)
        holds = own * 1000 <= _SCROLL_MS
        what = f"a page further, p95, the window's thread, {size}"
        yield Row(12, what, milliseconds(own), again, None, "<= 16 ms", holds)
        said = f"{more:.1f} MiB more than an empty vault"
        yield Row(12, f"memory after 300 pages, {size}", said, "", None, f"<= {_MIB} MiB", more <= _MIB)


@dataclass(frozen=True, slots=True)
class _Run:
    seconds: tuple[float, ...]
    """Until the list is painted first, until all is there, the p95 of both for a page further, and of the
    window's thread alone."""
    held: int


def _run(vault: Path) -> _Run:
    script = str(Path(__file__).with_name("list_window.py"))
    said = subprocess.run([sys.executable, script, str(vault)], check=True, capture_output=True, text=True)
    *seconds, held, _ = said.stdout.split(maxsplit=6)
    return _Run(tuple(map(float, seconds)), int(held))
