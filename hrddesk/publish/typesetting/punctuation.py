"""Punctuation of Chinese: which is Chinese at all, and how much room it takes beside other punctuation.

Punctuation that Latin and Chinese share is Chinese beside a Chinese character: a full em wide. Within a
paragraph such a place is marked by a character of the private use area until it is drawn.

Marks that fill half of their em leave the blank half out where two of them meet, and at the end of a line
(Requirements for Chinese Text Layout, 3.1.6; GB/T 15834, 5.1): 。” and 」「 take an em and a half.
"""

import re
from collections.abc import Iterator
from typing import Final

SHARED: Final = "“”‘’…—·"
_MARKS: Final = {character: chr(0xE000 + number) for number, character in enumerate(SHARED)}
MARKING: Final = {ord(character): mark for character, mark in _MARKS.items()}
UNMARK: Final = {ord(mark): character for character, mark in _MARKS.items()}
SHARED_AS_CHINESE: Final = "".join(_MARKS.values())
"""All of that punctuation, marked."""
MARKED_OPENING: Final = _MARKS["“"] + _MARKS["‘"]
MARKED_CLOSING: Final = "".join(_MARKS[character] for character in "”’…—·")

# Blank in the left half of their em, and in the right one; a test looks at the font.
OPENING: Final = "（［｛〈《「『【〔〖〘〚〝" + MARKED_OPENING
CLOSING: Final = "，。、；：！？）］｝〉》」』】〕〗〙〛〞" + _MARKS["”"] + _MARKS["’"]
_DASH: Final = _MARKS["—"]
HALF: Final = 500
_GAP_OF_DASHES: Final = 95  # thousandths between two dashes, which make one line
_MEET: Final = re.compile(
    f"(?<=[{CLOSING}])(?=[{CLOSING}{OPENING}])|(?<=[{OPENING}])(?=[{OPENING}])|(?<={_DASH})(?={_DASH})"
)
_BETWEEN: Final = re.compile(f"[{CLOSING}][{OPENING}]").search


def unmarked(text: str) -> str:
    """Return a marked text as it reads."""
    return text.translate(UNMARK)


def meets(text: str) -> bool:
    """Tell whether a closing mark of a marked text stands before an opening one, where a line may end."""
    return not text.isascii() and _BETWEEN(text) is not None


def squeezed(text: str) -> int:
    """Return how many thousandths of the size a marked Chinese text is narrower than its characters are."""
    return sum(_squeeze(text[match.start() - 1]) for match in _MEET.finditer(text))


def meeting(text: str) -> Iterator[tuple[str, int]]:
    """Cut a marked Chinese text where punctuation meets; yield each piece, and how much narrower it is."""
    start = 0
    for match in _MEET.finditer(text):
        yield text[start : match.start()], _squeeze(text[match.start() - 1])
        start = match.start()
    yield text[start:], 0


def _squeeze(character: str) -> int:
    return _GAP_OF_DASHES if character == _DASH else HALF
