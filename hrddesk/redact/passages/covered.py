"""The characters of a text that are inside some places."""

import re
from collections.abc import Iterable, Iterator

from hrddesk.redact.passages.wording import Span


class Covered(bytearray):
    """A byte for each character of a text: 1 if it is inside one of some places, else 0."""

    def __init__(self, text: str, places: Iterable[Span] = ()) -> None:
        super().__init__(len(text))
        for place in places:
            self.add(place)

    def add(self, place: Span) -> None:
        """Cover one place more."""
        start, end = place
        self[start:end] = b"\1" * (end - start)

    def free(self, place: Span) -> Iterator[Span]:
        """Yield the pieces of a place that are not covered."""
        start, end = place
        for piece in re.finditer(rb"\0+", self[start:end]):
            yield start + piece.start(), start + piece.end()


def lies_in(span: Span, places: Iterable[Span]) -> bool:
    """Tell whether one of some places contains all of another."""
    return any(start <= span[0] and span[1] <= end for start, end in places)


def runs_into(span: Span, places: Iterable[Span]) -> bool:
    """Tell whether a place has characters in common with one of some others."""
    return any(start < span[1] and span[0] < end for start, end in places)
