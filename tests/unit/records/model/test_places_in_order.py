"""Numbers that keep a list in order while as few as possible of them change."""

import random

from hypothesis import given
from hypothesis import strategies as st

from hrddesk.records.model.field_specs import MOST_COUNTED
from hrddesk.records.model.places_in_order import settled

_NUMBERS = st.none() | st.integers(0, 30) | st.integers(0, MOST_COUNTED)


@given(st.lists(_NUMBERS, max_size=12))
def test_numbers_ascend_and_stay_in_bounds(before: list[int | None]) -> None:
    made = settled(before)
    assert made == sorted(set(made))
    assert len(made) == len(before)
    assert all(0 <= number <= MOST_COUNTED for number in made)


@given(st.integers(1, 40), st.integers(0, 10_000), st.integers(0, 10_000))
def test_who_moves_one_changes_one(count: int, origin: int, to: int) -> None:
    first = settled([None] * count)
    moved: list[int | None] = list(first)
    moved.insert(to % count, moved.pop(origin % count))
    changed = sum(new != old for new, old in zip(settled(moved), moved, strict=True))
    assert changed <= 1


def test_who_puts_one_in_changes_no_other_until_there_is_no_room() -> None:
    numbers: list[int | None] = list(settled([None, None]))
    for _ in range(12):
        made = settled([numbers[0], None, *numbers[1:]])
        assert [made[0], *made[2:]] == numbers
        numbers = list(made)
    assert settled([1, None, 2]) == [65536, 131072, 196608]
    assert settled([MOST_COUNTED, None])[0] < MOST_COUNTED


def test_ten_thousand_in_any_order_are_numbered() -> None:
    before: list[int | None] = list(range(0, 10_000 * 60_000, 60_000))
    random.Random(5).shuffle(before)
    assert len(set(settled(before))) == 10_000
