"""Where in a text something stands that search finds in it, and the piece around it."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from hrddesk.records.language.scripts import normalise

AROUND: Final = 40
"""So many characters of a text are shown on either side of what was found."""
_READ_CLOSELY: Final = 20_000
"""So many characters are looked through where letters count only together with their neighbours."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text on one line; `start` and `end` are those of what was found in it."""

    text: str
    start: int
    end: int


def span_of(body: str, words: str) -> tuple[int, int] | None:
    """Return the first and the last but one character of what fits `words` as search compares; None if none.

    The place is near enough where only the form of the letters together fits.
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
    """Return what stands around the first place that fits, its spaces and lines as one; None if none fits."""
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
    """Return what search makes of one character; kept for single characters only, never for a name."""
    return normalise(character)
