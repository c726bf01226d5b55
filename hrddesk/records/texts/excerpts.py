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
class Passage:
    """A piece of a text on one line; `start` and `end` are those of what was found in it."""

    text: str
    start: int
    end: int


def span_of(body: str, wanted: str) -> tuple[int, int] | None:
    """Return the first and the last but one character of what fits `wanted` as search compares; None if none.

    The place is near enough where only the form of the letters together fits.
    """
    needle = normalise(wanted)
    if not needle:
        return None
    folded, places = [], []
    for at, character in enumerate(body):
        for letter in _alone(character):
            folded.append(letter)
            places.append(at)
    start = "".join(folded).find(needle)
    if start >= 0:
        return places[start], places[start + len(needle) - 1] + 1
    if needle not in normalise(body):
        return None
    room = 4 * len(wanted) + 8
    for at in range(min(len(body), _READ_CLOSELY)):
        if normalise(body[at : at + room]).startswith(needle):
            return at, min(len(body), at + len(wanted))
    return 0, 0


def around(body: str, wanted: str) -> Passage | None:
    """Return what stands around the first place that fits, its spaces and lines as one; None if none fits."""
    span = span_of(body, wanted)
    if span is None:
        return None
    left, right = max(0, span[0] - AROUND), min(len(body), span[1] + AROUND)
    before = " ".join(body[left : span[0]].split())
    found = " ".join(body[span[0] : span[1]].split())
    after = " ".join(body[span[1] : right].split())
    before += " " if before and body[span[0] - 1 : span[0]].isspace() else ""
    after = (" " if after and body[span[1] : span[1] + 1].isspace() else "") + after
    before = ("…" if left else "") + before
    return Passage(
        before + found + after + ("…" if right < len(body) else ""), len(before), len(before) + len(found)
    )


@cache
def _alone(character: str) -> str:
    """Return what search makes of one character; kept for single characters only, never for a name."""
    return normalise(character)
