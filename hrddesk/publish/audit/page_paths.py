"""A path under construction, and an estimate whether it draws letters (ISO 32000-1, 8.5.2)."""

from typing import Final

from hrddesk.publish.audit.geometry import Box

Point = tuple[float, float]

_DOT: Final = 6.0  # points; letters may be made of squares and lines that are smaller
_USUAL: Final = (1, 3, 4)  # sides of a line, and of a box, of which the last is drawn or goes without saying


class DrawnPath:
    """A path under construction; it is empty at first, and again after it was painted."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self._part: list[Point] = []  # the corners of its last part
        self._bent = False
        self._shapes = 0

    def rectangle(self, x: float, y: float, width: float, height: float, scale: float) -> None:
        """Add a rectangle; `scale` is the number of points on the page per unit of the path."""
        self._end_part(scale)
        self._part = [(x, y), (x + width, y + height), (x + width, y), (x, y + height)]
        self.points += self._part

    def go(self, operator: str, points: list[Point], scale: float) -> None:
        """Add what one of the path operators m, l, c, v and y draws."""
        if operator == "m":
            self._end_part(scale)
        self._bent = self._bent or len(points) > 1
        if points[-1:] != self._part[-1:]:
            self._part += points[-1:]
        self.points += points

    def box(self) -> Box:
        """Return the bounding box of the path."""
        return _around(self.points)

    def shapes(self, scale: float) -> int:
        """Return the number of sides of the subpaths that may be parts of letters.

        A line or a box counts as one side if it is small, and not at all otherwise.
        """
        self._end_part(scale)
        return self._shapes

    def _end_part(self, scale: float) -> None:
        sides = len(self._part) - 1
        if sides > 0:
            left_edge, lower, right, upper = _around(self._part)
            usual = sides in _USUAL and not self._bent
            self._shapes += max(right - left_edge, upper - lower) * scale < _DOT if usual else sides
        self._part, self._bent = [], False


def _around(points: list[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
