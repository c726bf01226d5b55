"""Numbers that keep the elements of a list in order, with gaps between them.

A moved or inserted element gets a number between the numbers of its neighbours. All other elements keep their
numbers, so that edits of different elements on two desks do not conflict.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from hrddesk.records.model.field_specs import MOST_COUNTED

_ROOM: Final = 1 << 16


def settled(before: Sequence[object]) -> list[int]:
    """Return ascending numbers for the elements of a list, keeping as many present numbers as possible.

    `before` has the present number of each element, or None. If there is no free number between two
    neighbours, all elements are numbered anew.
    """
    fixed = {index: number for index in _ascending(before) if isinstance(number := before[index], int)}
    numbers: list[int] = []
    last, waiting = -1, 0
    for index in range(len(before)):
        if index not in fixed:
            waiting += 1
            continue
        numbers += [*_between(last, fixed[index], waiting), fixed[index]]
        last, waiting = fixed[index], 0
    numbers += _between(last, last + 1 + _ROOM * (waiting + 1), waiting)
    if len(numbers) == len(before) and (not numbers or numbers[-1] <= MOST_COUNTED):
        return numbers
    room = max(1, min(_ROOM, MOST_COUNTED // (len(before) + 1)))
    return [room * (index + 1) for index in range(len(before))]


def _between(low: int, high: int, count: int) -> Iterator[int]:
    """Yield `count` evenly spaced numbers between `low` and `high`; nothing if not all of them fit."""
    step = (high - low) // (count + 1)
    if step:
        yield from (low + step * (index + 1) for index in range(count))


def _ascending(before: Sequence[object]) -> list[int]:
    """Return the indexes of the longest ascending subsequence of the numbers in a list."""
    ends: list[int] = []  # the smallest number that ends a run of each length
    places: list[int] = []
    previous: dict[int, int | None] = {}
    for index, number in enumerate(before):
        if isinstance(number, int):
            length = bisect_left(ends, number)
            previous[index] = places[length - 1] if length else None
            if length == len(ends):
                ends.append(number)
                places.append(index)
            else:
                ends[length], places[length] = number, index
    run: list[int] = []
    end = places[-1] if places else None
    while end is not None:
        run.append(end)
        end = previous[end]
    return run[::-1]
