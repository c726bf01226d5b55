"""The boxes that are being drawn on a picture, in pixels of the original; one of them is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from hrddesk.redact.drafting.boxes import Box

_NEW: Final = 5  # a new box takes a fifth of the picture each way


@dataclass(slots=True)
class DrawnBoxes:
    """The boxes on a picture; `size` is the width and height of the picture, and all boxes stay inside it."""

    size: tuple[int, int] = (1, 1)
    boxes: list[Box] = field(default_factory=list)
    chosen: int = -1
    """The position of the chosen box; -1 if there is none."""

    @property
    def box(self) -> Box | None:
        """The chosen box."""
        return self.boxes[self.chosen] if 0 <= self.chosen < len(self.boxes) else None

    def show(self, boxes: Sequence[Box], size: tuple[int, int]) -> None:
        """Replace all boxes and choose the first one."""
        self.size, self.boxes = size, list(boxes)
        self.chosen = 0 if self.boxes else -1

    def add(self, box: Box | None = None) -> None:
        """Add a box and choose it; if `box` is None, add one in the middle of the picture."""
        width, height = (max(1, side // _NEW) for side in self.size)
        middle = Box((self.size[0] - width) // 2, (self.size[1] - height) // 2, width, height)
        self.boxes.append(box or middle)
        self.chosen = len(self.boxes) - 1

    def remove(self) -> None:
        """Remove the chosen box and choose the one that gets its position in the list."""
        if self.box is not None:
            del self.boxes[self.chosen]
            self.chosen = min(self.chosen, len(self.boxes) - 1)

    def step(self, way: int) -> None:
        """Choose the box that is `way` positions further in the list; after the last box comes the first."""
        if self.boxes:
            self.chosen = (self.chosen + way) % len(self.boxes)

    def choose_at(self, x: int, y: int) -> bool:
        """Choose the topmost box at this pixel; return whether there is one."""
        for place in reversed(range(len(self.boxes))):
            left, top, right, lower = self.boxes[place].corners
            if left <= x < right and top <= y < lower:
                self.chosen = place
                return True
        return False

    def move(self, across: int, down: int) -> None:
        """Move the chosen box, but not over the edge of the picture."""
        box = self.box
        if box is not None:
            left = min(max(0, box.left + across), self.size[0] - box.width)
            top = min(max(0, box.top + down), self.size[1] - box.height)
            self.boxes[self.chosen] = Box(left, top, box.width, box.height)

    def stretch(self, across: int, down: int) -> None:
        """Move the right and the lower edge of the chosen box.

        The box keeps at least one pixel and stays inside the picture.
        """
        box = self.box
        if box is not None:
            width = min(max(1, box.width + across), self.size[0] - box.left)
            height = min(max(1, box.height + down), self.size[1] - box.top)
            self.boxes[self.chosen] = Box(box.left, box.top, width, height)

    def span(self, one: tuple[int, int], opposite: tuple[int, int]) -> None:
        """Give the chosen box two opposite corners; the order of the corners does not matter."""
        if self.box is not None:
            (left, right), (top, lower) = (sorted(pair) for pair in zip(one, opposite, strict=True))
            left, top = (
                min(max(0, coordinate), side - 1)
                for coordinate, side in zip((left, top), self.size, strict=True)
            )
            right, lower = (
                min(max(coordinate, start + 1), side)
                for coordinate, start, side in zip((right, lower), (left, top), self.size, strict=True)
            )
            self.boxes[self.chosen] = Box(left, top, right - left, lower - top)
