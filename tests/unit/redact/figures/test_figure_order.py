"""The order of cells, from which it follows what is hidden: by what is printed, then by counts."""

from collections.abc import Mapping
from itertools import permutations

import pytest

from hrddesk.analysis.figures.figures import Count, FigureCell
from hrddesk.redact.figures.figure_order import Order, in_printed_order

_COUNTS: Mapping[str, Mapping[str, int]] = {
    "Mill": {"female": 6, "male": 2},
    "Quarry, large": {"female": 6, "male": 30},
    "Quarry, small": {"female": 6, "male": 9},
}


def _order_of(_: int, value: str) -> Order:
    return False, 0, (value.split(",")[0],)


@pytest.mark.parametrize("given", list(permutations(_COUNTS)))
def test_what_is_called_the_same_is_told_apart_by_its_other_counts(given: tuple[str, ...]) -> None:
    cells = [FigureCell((row, sex), Count(count)) for row in given for sex, count in _COUNTS[row].items()]
    ordered = in_printed_order(cells, _order_of)
    assert [cell.key for cell in ordered] == [
        ("Mill", "female"),
        ("Mill", "male"),
        ("Quarry, small", "female"),
        ("Quarry, small", "male"),
        ("Quarry, large", "female"),
        ("Quarry, large", "male"),
    ]


def test_two_that_look_the_same_are_told_apart_by_what_they_have_counts_with() -> None:
    """One step is not enough: the charges are alike until the places are known, which differ by the third."""
    counts = {("a, 1", "p, 1"): 6, ("a, 2", "p, 2"): 6, ("b", "p, 1"): 7, ("b", "p, 2"): 8}
    cells = [FigureCell(key, Count(count)) for key, count in counts.items()]
    for given in (cells, cells[::-1]):
        assert [cell.key for cell in in_printed_order(given, _order_of)] == [*counts]


def test_no_cells_are_in_order() -> None:
    assert in_printed_order((), _order_of) == ()
