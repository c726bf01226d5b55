"""The order of the cells of a figure by what is printed of them: never by ids, codes, or words kept back.

Which count is hidden to protect another one follows from this order where several would do.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hrddesk.analysis.figures.figures import FigureCell

Order = tuple[bool, int, tuple[str, ...]]
"""What a value is put in order by; the same for two values that are printed in the same words."""


def in_printed_order(
    cells: Sequence[FigureCell], order_of: Callable[[int, str], Order]
) -> tuple[FigureCell, ...]:
    """Return the cells in order; `order_of` says it of a value by its position in the key.

    Values that are printed in the same words are told apart by the counts that they have with the others, as
    far as those go. What is still alike could change places without anybody seeing it, but for some regular
    patterns of two kinds of values of which several are called the same.
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
    """Return of each value at a position its rank, and the counts that it has with what ranks how."""
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
    """Return the place of each value by its order, the same place for the same order."""
    places = {order: rank for rank, order in enumerate(sorted(set(orders.values())))}
    return {value: places[order] for value, order in orders.items()}
