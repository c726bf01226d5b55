"""The parts that two versions of a text share."""

import difflib
import re
from collections.abc import Iterator
from typing import Final

Span = tuple[int, int]
"""A span of a text: its first character, and the one after its last, counted from 0."""

_MOST_COMPARED: Final = 4_000  # words of a changed part that are compared with those of before
_TOKEN: Final = re.compile(r"[A-Za-z0-9]+|.", re.DOTALL)


def kept_parts(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """Yield the parts that two texts share, in order: start in `old`, start in `new`, and length."""
    shorter = min(len(old), len(new))
    head = next((index for index in range(shorter) if old[index] != new[index]), shorter)
    tail = next(
        (index for index in range(shorter - head) if old[-1 - index] != new[-1 - index]), shorter - head
    )
    yield 0, 0, head
    before, after = (_TOKEN.findall(text[head : len(text) - tail]) for text in (old, new))
    if max(len(before), len(after)) <= _MOST_COMPARED:
        places = [_places(tokens, head) for tokens in (before, after)]
        for block in difflib.SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
            length = places[0][block.a + block.size] - places[0][block.a]
            yield places[0][block.a], places[1][block.b], length
    yield len(old) - tail, len(new) - tail, tail


def _places(tokens: list[str], start: int) -> list[int]:
    """Return the offset at which each token begins, and the offset at which the last token ends."""
    offsets = [start]
    for token in tokens:
        offsets.append(offsets[-1] + len(token))
    return offsets
