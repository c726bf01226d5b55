"""How far the layout of a document is, for who waits for it."""

from collections.abc import Callable

Told = Callable[[int], object]
"""Takes the hundredths that are done."""


def nobody(_: int) -> None:
    """Tell nobody."""
