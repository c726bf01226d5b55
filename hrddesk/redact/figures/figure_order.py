"""The order of the cells of a figure by their printed words, and never by ids, codes or withheld words.

If any of several counts could be hidden to protect another one, this order decides which of them is hidden.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hrddesk.analysis.figures.figures import FigureCell

Order = tuple[bool, int, tuple[str, ...]]
"""The sort key of a value; equal for two values that are printed in the same words."""


def in_printed_order(
    cells: Sequence[FigureCell], order_of: Callable[[int, str], Order]
) -> tuple[FigureCell, ...]:
    """Return the cells in printed order; `order_of` gives a sort key for the number of a column and a value.

    Values that are printed in the same words are ordered by their counts together with the values in other
    columns. Values that are still equal can be exchanged without a visible difference. This is not certain if
    two columns each have several values in the same words, and their counts form a regular pattern.
    """
    positions = range(len(cells[0].key)) if cells else range(0)
    ranks = [
        _ranked({cell.key[position]: order_of(position, cell.key[position]) for cell in cells})
        for position in positions
    ]
    while True:
        finer = [_ranked(_with_counts(cells, ranks, position)) for position in positions]
        if [len(set(rank.values())) for rank in finer] == [len(set(rank.values())) for rank in ranks]:
            break
        ranks = finer

    def order(cell: FigureCell) -> tuple[object, ...]:
        return *(ranks[position][cell.key[position]] for position in positions), cell.counted.count

    return tuple(sorted(cells, key=order))


def _with_counts(
    cells: Sequence[FigureCell], ranks: Sequence[Mapping[str, int]], position: int
) -> dict[str, tuple[object, ...]]:
    """Return, for each value of a column, its rank and its counts.

    Each count is given with the ranks of the values that the other columns have in the same cell.
    """
    counts_by_value: dict[str, list[tuple[int, ...]]] = {}
    for cell in cells:
        others = (
            ranks[other_position][value]
            for other_position, value in enumerate(cell.key)
            if other_position != position
        )
        counts_by_value.setdefault(cell.key[position], []).append((*others, cell.counted.count))
    return {
        value: (ranks[position][value], tuple(sorted(counts))) for value, counts in counts_by_value.items()
    }


def _ranked(orders: Mapping[str, Any]) -> dict[str, int]:
    """Return the rank of each value by its sort key; values with equal keys have equal ranks."""
    places = {order: rank for rank, order in enumerate(sorted(set(orders.values())))}
    return {value: places[order] for value, order in orders.items()}
