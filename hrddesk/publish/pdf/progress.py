"""The progress of a layout, reported to the caller."""

from collections.abc import Callable

Told = Callable[[int], object]
"""A callback that receives the finished share in hundredths."""


def nobody(_: int) -> None:
    """Ignore the progress; this is the default callback."""
