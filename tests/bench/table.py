"""The table of figures, and how two things are compared: in turns, and by the median of the turns."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ROUNDS = 9  # at least: medians of fewer differ from run to run


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a row of the table, or a part of one."""

    number: int
    what: str
    ours: str
    reference: str
    ratio: float | None
    target: str
    holds: bool


def compare(
    ours: Callable[[], float], reference: Callable[[], float], rounds: int = ROUNDS
) -> tuple[float, float]:
    """Measure both in turns, each first as often as second; return the two medians."""
    found: tuple[list[float], list[float]] = ([], [])
    sides = ((0, ours), (1, reference))
    for number in range(rounds):
        for side, measure in sides if number % 2 == 0 else sides[::-1]:
            found[side].append(measure())
    return statistics.median(found[0]), statistics.median(found[1])


def milliseconds(seconds: float) -> str:
    """Return a duration as the table shows it."""
    return f"{seconds * 1000:.3g} ms"


def lines(rows: Sequence[Row]) -> list[str]:
    """Lay the rows out as a table in Markdown."""
    made = ["| # | what | ours | reference | ratio | target | |", "|---|---|---|---|---|---|---|"]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        cells = (str(row.number), row.what, row.ours, row.reference, ratio, row.target)
        made.append(f"| {' | '.join(cells)} | {'holds' if row.holds else 'MISSES'} |")
    return made
