"""Comparison of printed counts with those of earlier publications, to find differences of one to four.

Readers who have two issues subtract the counts. A count that grew by one reveals one person: the sex, ethnic
group, charge and place of somebody who may be in no case of either issue.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from hrddesk.analysis.figures.figure_tables import CountTable
from hrddesk.records.model.record import canonical_json

FEWEST: Final = 5
"""The smallest difference that reveals nobody in particular."""
_DAYS: Final = ("as_of", "known_on", "suppress")


@dataclass(frozen=True, slots=True)
class PrintedCounts:
    """All counts of one printed table. A hidden count is None; an empty cell has no entry."""

    asked: str
    """The question without its days, as JSON: tables with the same question can be compared."""
    cells: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The counts of a table in an earlier publication."""

    publication: int
    counts: PrintedCounts


@dataclass(frozen=True, slots=True)
class Differs:
    """A table, and its cells that differ by one to four from an earlier publication."""

    figure: int
    """The number of the figure, from 0."""
    publication: int
    cells: tuple[str, ...]


def printed_counts(table: CountTable) -> PrintedCounts:
    """Return the counts of a table as it is printed."""
    question = {name: value for name, value in table.figure.question.to_json().items() if name not in _DAYS}
    cells: dict[str, int | None] = {"total": table.total, "known": table.known, "unknown": table.unknown}
    cells |= {_text(["line", *line.key]): line.count for line in table.lines}
    for column_number, sums in enumerate(table.sums):
        cells |= {_text(["sum", column_number, key]): count for key, count in sums.items()}
    return PrintedCounts(_text(question), cells)


def differing(now: Iterable[PrintedCounts], before: Iterable[Earlier]) -> list[Differs]:
    """Return the tables with counts that differ by one to four from an earlier publication of the same table.

    There is one entry for each table and each earlier publication from which it differs.
    """
    earlier = list(before)
    differences = []
    for table_number, counts in enumerate(now):
        for one in earlier:
            if one.counts.asked != counts.asked:
                continue
            cells = sorted(counts.cells.keys() | one.counts.cells.keys())
            few = [
                cell for cell in cells if _by_few(counts.cells.get(cell, 0), one.counts.cells.get(cell, 0))
            ]
            if few:
                differences.append(Differs(table_number, one.publication, tuple(few)))
    return differences


def _by_few(one: int | None, second_count: int | None) -> bool:
    """Tell whether two counts may differ by one to four; a hidden count (None) is between one and four."""
    if one is None and second_count is None:
        return False
    if one is None or second_count is None:
        printed_count = one if second_count is None else second_count
        assert printed_count is not None
        return any(0 < abs(printed_count - hidden) < FEWEST for hidden in range(1, FEWEST))
    return 0 < abs(one - second_count) < FEWEST


def _text(value: object) -> str:
    return canonical_json(value).decode("utf-8")
