"""Boxes over a picture."""

import pytest

from hrddesk.records.model import codec
from hrddesk.redact.drafting.boxes import Box, in_order


@pytest.mark.parametrize(
    "places", [(-1, 0, 1, 1), (0, -1, 1, 1), (0, 0, 0, 1), (0, 0, 1, 0), (0, 0, 1 << 21, 1)]
)
def test_a_box_covers_something(places: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="box"):
        Box(*places)


def test_it_is_read_as_it_is_written() -> None:
    box = Box(3, 4, 50, 60)
    assert box.corners == (3, 4, 53, 64)
    assert codec.load(Box, codec.canonical(box)) == box
    with pytest.raises(ValueError, match="a box out of range"):
        codec.read(Box, codec.write(box) | {"width": 0})


def test_the_part_of_it_in_a_picture() -> None:
    assert Box(10, 10, 20, 20).within((100, 100)) == Box(10, 10, 20, 20)
    assert Box(90, 80, 20, 30).within((100, 100)) == Box(90, 80, 10, 20)
    assert Box(100, 0, 5, 5).within((100, 100)) is None
    assert Box(0, 100, 5, 5).within((100, 100)) is None


def test_boxes_are_counted_from_the_top() -> None:
    top, left, right = Box(50, 0, 5, 5), Box(0, 9, 5, 5), Box(9, 9, 5, 5)
    assert in_order([right, left, top, left]) == (top, left, right)
