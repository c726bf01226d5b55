"""Passages of a pasted text: a quote and its place, so that a user can find and cite it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

_END: Final = re.compile(
    r"""(?P<end>(?<![.!?])[.!?]++["'”’)\]]*)(?=\s+["'“‘(\[•]?[A-Z\u4e00-\u9fff]|\s*$)|(?P<han>[。！？；]+[”’」』）]*)|\n+"""
)
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|Jr|Sr|vs|etc|approx)|\b[A-Za-z]|a\.k\.a)\.$"
)

WRAPPED: Final = 60  # characters of a line that may have been wrapped


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A passage of the text; `start` and `end` are offsets in characters, and `end` is exclusive."""

    start: int
    end: int
    text: str

    def to_json(self) -> dict[str, int | str]:
        """Return the passage as JSON values."""
        return {"start": self.start, "end": self.end, "quote": self.text}


def passage(text: str, start: int, end: int) -> QuotedPassage:
    """Return the passage of a text between two offsets, without white space at both ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return QuotedPassage(start, end, text[start:end])


def outside(spans: Iterable[tuple[int, int]], taken: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield those of `spans` that overlap none of the spans in `taken`."""
    ordered = sorted(taken)
    starts = [start for start, _ in ordered]
    furthest = list(accumulate((end for _, end in ordered), max))
    for start, end in spans:
        before = bisect_left(starts, end)
        if before == 0 or furthest[before - 1] <= start:
            yield start, end


def sentences(text: str) -> Iterator[QuotedPassage]:
    """Yield the sentences of a text in English or Chinese.

    A sentence also ends at the end of its line, because lists have no full stops, unless the line was only
    wrapped.
    """
    start = 0
    for match in _END.finditer(text):
        if match["end"] and _ABBREVIATED.search(text[max(start, match.start() - 8) : match.start() + 1]):
            continue
        if match[0].startswith("\n") and _is_wrapped(text, match.start(), match.end()):
            continue
        sentence = passage(text, start, match.end())
        start = match.end()
        if sentence.text:
            yield sentence
    rest = passage(text, start, len(text))
    if rest.text:
        yield rest


def _is_wrapped(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence continues after the end of its line."""
    if end - start > 1 or end >= len(text):
        return False
    following, line = text[end], text[text.rfind("\n", 0, start) + 1 : start].rstrip()
    if following.islower():
        return True
    return len(line) >= WRAPPED and line[-1] not in ".!?:;。！？：；" and following.isalnum()
