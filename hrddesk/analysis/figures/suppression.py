"""The hiding of small counts in a table, with other counts, so that nobody can compute the small counts.

A table is seen as a network. Every printed sum connects its parts: one part can only gain what another part
loses. A hidden count is as safe as the amount that can flow around it through other hidden counts; readers
know that no count is negative. (The idea is that of cell suppression audits by network flow: L. H. Cox,
"Network models for complementary cell suppression", JASA 90, 1995.)
"""

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

Node = Hashable
CellName = Hashable
ANYTHING: Final = 1 << 60
"""More than can ever be counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppressibleCell:
    """A count and the two sums that include it; `level` is 1 for a sum of counts, 2 for a sum of sums."""

    name: CellName
    row: Node
    column: Node
    count: int
    level: int = 0

    def arcs(self) -> Iterator[tuple[Node, Node, int]]:
        """Yield the possible changes of the count as arcs of the network: from, to, by how much.

        A count can rise without limit and fall to zero.
        """
        ends = (self.column, self.row) if self.level == 1 else (self.row, self.column)
        yield ends[0], ends[1], ANYTHING
        yield ends[1], ends[0], self.count


def table(counts: Mapping[tuple[Hashable, Hashable], int]) -> list[SuppressibleCell]:
    """Return the cells of a table of rows and columns, including its sums, which have None in their names."""
    rows = list(dict.fromkeys(row for row, _ in counts))
    columns = list(dict.fromkeys(column for _, column in counts))
    counts_by_cell = {(row, column): counts.get((row, column), 0) for row in rows for column in columns}
    cells = [
        SuppressibleCell(name=name, row=("row", name[0]), column=("column", name[1]), count=count)
        for name, count in counts_by_cell.items()
    ]
    for row in rows:
        count = sum(counts_by_cell[row, column] for column in columns)
        cells.append(
            SuppressibleCell(
                name=(row, None), row=("row", row), column=("column", None), count=count, level=1
            )
        )
    for column in columns:
        count = sum(counts_by_cell[row, column] for row in rows)
        cells.append(
            SuppressibleCell(
                name=(None, column), row=("row", None), column=("column", column), count=count, level=1
            )
        )
    cells.append(
        SuppressibleCell(
            name=(None, None),
            row=("row", None),
            column=("column", None),
            count=sum(counts_by_cell.values()),
            level=2,
        )
    )
    return cells


def line(counts: Mapping[tuple[str, ...], int], total: int) -> list[SuppressibleCell]:
    """Return the cells of a table of one column, including its sum, which has the name None."""
    cells = [
        SuppressibleCell(name=name, row="all", column="here", count=count) for name, count in counts.items()
    ]
    return [*cells, SuppressibleCell(name=None, row="all", column="here", count=total, level=1)]


def hidden(cells: Iterable[SuppressibleCell], below: int) -> frozenset[CellName]:
    """Return the names of the cells to hide: counts from 1 to less than `below`, and cells that protect them.

    From the cells that are shown, nobody can narrow a small count down to fewer than `below` + 1 values.
    """
    every = list(cells)
    weak = [cell for cell in every if 0 < cell.count < below]
    chosen = {cell.name: cell for cell in weak}
    network = _Network(weak)
    while weak := [cell for cell in weak if network.room(cell, below) < below]:
        added = False
        for cell in weak:
            if network.room(cell, below) >= below:
                continue  # what was hidden for another protects this one too
            helper = _helper(cell, every, chosen)
            if helper is not None:
                chosen[helper.name] = helper
                network.add(helper)
                added = True
        if not added:
            return frozenset(cell.name for cell in every)
    return frozenset(chosen)


def bounds(
    cell: SuppressibleCell, unknown: Iterable[SuppressibleCell], enough: int = ANYTHING
) -> tuple[int, int]:
    """Return the least and the greatest count that a hidden cell can have for a reader.

    The reader sees all cells but the `unknown` ones. Bounds further than `enough` from the true count are not
    searched: the result is then at that distance.
    """
    network = _Network(other_cell for other_cell in unknown if other_cell.name != cell.name)
    return network.bounds(cell, enough)


def _helper(
    cell: SuppressibleCell, every: list[SuppressibleCell], chosen: Mapping[CellName, SuppressibleCell]
) -> SuppressibleCell | None:
    """Return the cell to hide next in order to protect `cell`; None if every cell is chosen already.

    It is the smallest count in the same row or column, else in the table; sums and zeros are taken last.
    """
    free = [other_cell for other_cell in every if other_cell.name not in chosen]
    beside = [
        other_cell for other_cell in free if other_cell.row == cell.row or other_cell.column == cell.column
    ]
    for candidates in (beside, free):
        if candidates:
            return min(
                candidates, key=lambda other_cell: (other_cell.count == 0, other_cell.level, other_cell.count)
            )
    return None


class _Network:
    """The network of possible flows between the sums through the hidden counts.

    It is built once and then extended, because it is large.
    """

    def __init__(self, cells: Iterable[SuppressibleCell]) -> None:
        self._room: dict[Node, dict[Node, int]] = {}
        for cell in cells:
            self.add(cell)

    def add(self, cell: SuppressibleCell) -> None:
        """Hide one more count."""
        for start, end, amount in cell.arcs():
            self._widen(start, end, amount)

    def room(self, cell: SuppressibleCell, enough: int) -> int:
        """Return the distance between the bounds of a hidden cell, at most `enough`."""
        for start, end, amount in cell.arcs():
            self._widen(start, end, -amount)
        low, high = self.bounds(cell, enough)
        self.add(cell)
        return high - low

    def bounds(self, cell: SuppressibleCell, enough: int) -> tuple[int, int]:
        """Return the least and the greatest possible count of a cell that is not in the network.

        Each is at most `enough` away from the true count.
        """
        (start, end, _), _ = cell.arcs()
        rises = self._flow(end, start, enough)
        falls = self._flow(start, end, min(enough, cell.count))
        return cell.count - falls, cell.count + rises

    def _widen(self, start: Node, end: Node, amount: int) -> None:
        room_by_end = self._room.setdefault(start, {})
        room_by_end[end] = room_by_end.get(end, 0) + amount
        self._room.setdefault(end, {}).setdefault(start, 0)

    def _flow(self, source: Node, target: Node, most: int) -> int:
        """Return the maximum flow from one sum to another, at most `most` (Edmonds and Karp)."""
        total = 0
        taken: list[tuple[Node, Node, int]] = []
        while total < most:
            path = _path(source, target, self._room)
            if path is None:
                break
            amount = min([most - total, *(self._room[a][b] for a, b in path)])
            for start, end in path:
                self._push(start, end, amount)
                taken.append((start, end, amount))
            total += amount
        for start, end, amount in taken:
            self._push(end, start, amount)  # it was only tried
        return total

    def _push(self, start: Node, end: Node, amount: int) -> None:
        self._room[start][end] -= amount
        self._room[end][start] += amount


def _path(
    source: Node, target: Node, room: Mapping[Node, Mapping[Node, int]]
) -> list[tuple[Node, Node]] | None:
    came: dict[Node, Node] = {source: source}
    waiting = deque([source])
    while waiting:
        node = waiting.popleft()
        for end, amount in room.get(node, {}).items():
            if amount > 0 and end not in came:
                came[end] = node
                if end == target:
                    return list(_back(came, source, target))
                waiting.append(end)
    return None


def _back(came: Mapping[Node, Node], source: Node, target: Node) -> Iterator[tuple[Node, Node]]:
    while target != source:
        yield came[target], target
        target = came[target]
