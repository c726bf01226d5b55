"""Boxes that cover a part of a picture: solid, of one colour, counted in pixels of the upright original."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

MOST_BOXES: Final = 500
"""The greatest number of boxes in one picture."""
_MOST_PLACE: Final = 1 << 20  # pixels; no picture that is unpacked is so wide or high


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle at least one pixel wide and high; `left` and `top` are its offsets from the upper left."""

    left: int
    top: int
    width: int
    height: int

    def __post_init__(self) -> None:
        """Raise ValueError for a box that covers nothing or is outside every picture."""
        places = (self.left, self.top, self.width, self.height)
        if min(places[:2]) < 0 or min(places[2:]) < 1 or max(places) > _MOST_PLACE:
            raise ValueError("a box out of range")

    @property
    def corners(self) -> tuple[int, int, int, int]:
        """The left, top, right and lower edge; right and lower are the first pixels outside the box."""
        return self.left, self.top, self.left + self.width, self.top + self.height

    def within(self, size: tuple[int, int]) -> "Box | None":
        """Return the part of the box inside a picture, or None if no part is inside.

        `size` is the width and height of the picture.
        """
        right, lower = min(self.corners[2], size[0]), min(self.corners[3], size[1])
        if right <= self.left or lower <= self.top:
            return None
        return Box(self.left, self.top, right - self.left, lower - self.top)


def in_order(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Return the boxes from top to bottom, then from left to right; equal boxes are returned once."""
    return tuple(sorted(set(boxes), key=lambda box: (box.top, box.left, box.height, box.width)))
