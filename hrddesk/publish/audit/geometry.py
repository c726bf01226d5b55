"""Matrices and boxes of a page (ISO 32000-1, 8.3), in points."""

from typing import Final

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
"""Left, lower, right, upper."""

IDENTITY: Final[Matrix] = (1, 0, 0, 1, 0, 0)


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that applies the first matrix and then the second."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def corners(matrix: Matrix, box: Box) -> Box:
    """Return the bounding box of `box` after its transformation by `matrix`."""
    a, b, c, d, e, f = matrix
    points = [(x * a + y * c + e, x * b + y * d + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def shared(one: Box, box: Box) -> Box:
    """Return the intersection of two boxes.

    If the boxes do not overlap, the result is no valid box: its left side is to the right of its right side,
    or its lower side is above its upper side.
    """
    return max(one[0], box[0]), max(one[1], box[1]), min(one[2], box[2]), min(one[3], box[3])


def overlap(one: Box, box: Box) -> bool:
    """Tell whether two boxes overlap by more than 0.1 points in width and in height."""
    return min(one[2], box[2]) - max(one[0], box[0]) > 0.1 and min(one[3], box[3]) - max(one[1], box[1]) > 0.1
