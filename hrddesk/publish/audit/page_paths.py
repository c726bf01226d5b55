"""A path that is being drawn, and an estimate whether it forms letters (ISO 32000-1, 8.5.2)."""

from typing import Final

from hrddesk.publish.audit.geometry import Box

Point = tuple[float, float]

_DOT: Final = 6.0  # points; smaller squares and lines may form letters
_USUAL: Final = (1, 3, 4)  # sides of a line, or of a box whose last side is implied or drawn


class DrawnPath:
    """A path to which page operators add points; it is empty at first."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self._part: list[Point] = []  # the corners of the current subpath
        self._bent = False
        self._shapes = 0

    def rectangle(self, x: float, y: float, width: float, height: float, scale: float) -> None:
        """Add a rectangle; `scale` is the number of points on the page per unit of the path."""
        self._end_part(scale)
        self._part = [(x, y), (x + width, y + height), (x + width, y), (x, y + height)]
        self.points += self._part

    def go(self, operator: str, points: list[Point], scale: float) -> None:
        """Add the points of a path operator (m, l, c, v or y); `scale` is as for `rectangle`."""
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

        A straight line or a box counts as one side if it is small, else not at all. Any other subpath counts
        with all its sides. `scale` is as for `rectangle`.
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
