"""No hidden count can be computed: whoever sees the rest of the table is tried as a solver of it."""

import time
from collections.abc import Hashable, Iterator
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.analysis.figures.suppression import SuppressibleCell, bounds, hidden, line, table

LIMIT = 3
COUNTS = st.integers(0, 9)
CROSS = st.integers(1, 3).flatmap(
    lambda columns: st.lists(st.lists(COUNTS, min_size=columns, max_size=columns), min_size=1, max_size=3)
)


def cells_of(rows: list[list[int]]) -> list[SuppressibleCell]:
    return table({(r, c): count for r, row in enumerate(rows) for c, count in enumerate(row)})


def counted(rows: list[list[int]], name: object) -> int:
    """Return what a cell holds: a count, or the sum of all that its name leaves open."""
    match name:
        case (int(r), int(c)):
            return rows[r][c]
        case (int(r), None):
            return sum(rows[r])
        case (None, int(c)):
            return sum(row[c] for row in rows)
    return sum(map(sum, rows))


def tables_that_fit(
    rows: list[list[int]], cells: list[SuppressibleCell], names: frozenset[object]
) -> Iterator[list[list[int]]]:
    """Yield every table with counts up to a bit more than there are that shows the same: by trying all."""
    assert all(counted(rows, cell.name) == cell.count for cell in cells)
    shown = {cell.name: cell.count for cell in cells if cell.name not in names}
    most = max(max(row) for row in rows) + LIMIT + 1
    open_cells = [(r, c) for r, row in enumerate(rows) for c in range(len(row)) if (r, c) in names]
    for values in product(range(most + 1), repeat=len(open_cells)):
        tried = [list(row) for row in rows]
        for (r, c), value in zip(open_cells, values, strict=True):
            tried[r][c] = value
        if all(counted(tried, name) == count for name, count in shown.items()):
            yield tried


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.integers(0, 4), min_size=2, max_size=2), min_size=1, max_size=2))
def test_demand_7_whoever_solves_the_table_finds_no_small_count(rows: list[list[int]]) -> None:
    cells = cells_of(rows)
    names = hidden(cells, LIMIT)
    small = [(r, c) for r, row in enumerate(rows) for c, count in enumerate(row) if 0 < count < LIMIT]
    assert set(small) <= names
    if not small:
        return
    found = list(tables_that_fit(rows, cells, names))
    for r, c in small:
        values = {tried[r][c] for tried in found}
        assert max(values) - min(values) >= LIMIT, (rows, names)


@settings(max_examples=200, deadline=None)
@given(CROSS, st.integers(1, 6))
def test_sums_that_are_small_are_hidden_too_and_protected(rows: list[list[int]], limit: int) -> None:
    cells = cells_of(rows)
    names = hidden(cells, limit)
    unknown = [cell for cell in cells if cell.name in names]
    for cell in cells:
        if 0 < cell.count < limit:
            low, high = bounds(cell, unknown)
            assert low <= cell.count <= high
            assert high - low >= limit


@settings(max_examples=200, deadline=None)
@given(st.lists(COUNTS, min_size=1, max_size=6), st.integers(1, 6))
def test_a_single_column_with_its_sum(counts: list[int], limit: int) -> None:
    total = sum(counts)
    names = hidden(line({(str(n),): count for n, count in enumerate(counts)}, total), limit)
    small = [n for n, count in enumerate(counts) if 0 < count < limit]
    assert {(str(n),) for n in small} <= names
    if not small or None in names:
        return
    left = total - sum(count for n, count in enumerate(counts) if (str(n),) not in names)
    assert sum((str(n),) in names for n in range(len(counts))) > 1  # one alone is what is missing to the sum
    assert left >= limit  # each can be anything from nothing to all that is left


def test_bounds_are_those_of_trying_every_table() -> None:
    rows = [[1, 5], [4, 0]]
    cells = cells_of(rows)
    names = frozenset([(0, 0), (0, 1), (1, 0), (1, 1)])
    found = list(tables_that_fit(rows, cells, names))
    unknown = [cell for cell in cells if cell.name in names]
    for cell in unknown:
        assert isinstance(cell.name, tuple)
        values = {tried[cell.name[0]][cell.name[1]] for tried in found}
        assert bounds(cell, unknown) == (min(values), max(values))


def test_nothing_small_hides_nothing_and_all_small_hides_all() -> None:
    assert hidden(cells_of([[10, 20], [30, 0]]), 5) == frozenset()
    assert hidden(cells_of([[1]]), 5) == {(0, 0), (0, None), (None, 0), (None, None)}


def test_a_table_of_hundreds_of_places_is_hidden_in_seconds() -> None:
    counts: dict[tuple[Hashable, Hashable], int] = {}
    counts |= {(r, c): (r * 7 + c * 3) % 11 for r in range(300) for c in range(20) if (r * 5 + c) % 4 == 0}
    cells = table(counts)
    before = time.process_time()
    names = hidden(cells, 5)
    assert time.process_time() - before < 8
    assert {cell.name for cell in cells if 0 < cell.count < 5} <= names
