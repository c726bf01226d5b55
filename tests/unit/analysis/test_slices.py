"""Rows by their codes, held against a look at every row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.analysis.slices import Slices


@given(
    st.lists(st.one_of(st.integers(0, 5), st.integers(0, 700), st.integers(0, 70_000)), max_size=60),
    st.data(),
)
def test_rows_are_found_by_any_codes(codes: list[int], data: st.DataObject) -> None:
    made = Slices.of(codes)
    assert made.highest == max(codes, default=0)
    some = st.sampled_from(codes) if codes else st.just(0)
    wanted = data.draw(st.sets(st.one_of(some, st.integers(0, made.highest))))
    stretch = range(*sorted((data.draw(some), data.draw(some))))
    for chosen in (wanted, set(stretch), {*range(made.highest + 1)}):
        rows = made.rows_of(chosen)
        assert rows == sum(1 << at for at, code in enumerate(codes) if code in chosen)
        assert rows == made.rows_of(chosen)  # by what was kept
    again = Slices.of_bytes(made.size, made.highest, made.to_bytes())
    assert again == made
    assert again.rows_of(wanted) == made.rows_of(wanted)


def test_what_is_not_so_long_as_it_should_be_is_refused() -> None:
    data = Slices.of([0, 3, 2, 1]).to_bytes()
    with pytest.raises(ValueError, match="planes"):
        Slices.of_bytes(4, 3, data[:-1])
    assert Slices.of_bytes(0, 0, b"").rows_of([0]) == 0
