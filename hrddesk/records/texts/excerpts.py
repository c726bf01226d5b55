"""The place of a search match in a text, and the excerpt around it."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from hrddesk.records.language.scripts import normalise

AROUND: Final = 40
"""The number of characters that are shown on either side of a match."""
_READ_CLOSELY: Final = 20_000
"""The number of characters that are searched if letters match only together with their neighbours."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A one-line excerpt of a text; `start` and `end` delimit the match in it."""

    text: str
    start: int
    end: int


def span_of(body: str, words: str) -> tuple[int, int] | None:
    """Return the start and end of the first match for `words`, or None; words are compared as in searches.

    Characters are compared one by one. If this finds nothing, but the normalised texts match, the place is
    approximate: some letters are normalised only together with their neighbours.
    """
    needle = normalise(words)
    if not needle:
        return None
    folded, places = [], []
    for offset, character in enumerate(body):
        for letter in _alone(character):
            folded.append(letter)
            places.append(offset)
    start = "".join(folded).find(needle)
    if start >= 0:
        return places[start], places[start + len(needle) - 1] + 1
    if needle not in normalise(body):
        return None
    room = 4 * len(words) + 8
    for offset in range(min(len(body), _READ_CLOSELY)):
        if normalise(body[offset : offset + room]).startswith(needle):
            return offset, min(len(body), offset + len(words))
    return 0, 0


def around(body: str, words: str) -> Excerpt | None:
    """Return an excerpt around the first match for `words`, or None if there is no match.

    Each run of spaces and line breaks becomes one space.
    """
    span = span_of(body, words)
    if span is None:
        return None
    start, right = max(0, span[0] - AROUND), min(len(body), span[1] + AROUND)
    before = " ".join(body[start : span[0]].split())
    match_text = " ".join(body[span[0] : span[1]].split())
    after = " ".join(body[span[1] : right].split())
    before += " " if before and body[span[0] - 1 : span[0]].isspace() else ""
    after = (" " if after and body[span[1] : span[1] + 1].isspace() else "") + after
    before = ("…" if start else "") + before
    return Excerpt(
        before + match_text + after + ("…" if right < len(body) else ""),
        len(before),
        len(before) + len(match_text),
    )


@cache
def _alone(character: str) -> str:
    """Return the normalised form of one character; the cache has single characters only, never a name."""
    return normalise(character)
