"""Marking of the characters of a text that are inside certain places."""

import re
from collections.abc import Iterable, Iterator

from hrddesk.redact.passages.wording import Span


class Covered(bytearray):
    """A byte for each character of a text: 1 if the character is inside one of the places, otherwise 0."""

    def __init__(self, text: str, places: Iterable[Span] = ()) -> None:
        super().__init__(len(text))
        for place in places:
            self.add(place)

    def add(self, place: Span) -> None:
        """Cover one more place."""
        start, end = place
        self[start:end] = b"\1" * (end - start)

    def free(self, place: Span) -> Iterator[Span]:
        """Yield the parts of a place that are not covered."""
        start, end = place
        for piece in re.finditer(rb"\0+", self[start:end]):
            yield start + piece.start(), start + piece.end()


def lies_in(span: Span, places: Iterable[Span]) -> bool:
    """Tell whether `span` is completely inside one of the places."""
    return any(start <= span[0] and span[1] <= end for start, end in places)


def runs_into(span: Span, places: Iterable[Span]) -> bool:
    """Tell whether `span` has characters in common with one of the places."""
    return any(start < span[1] and span[0] < end for start, end in places)
