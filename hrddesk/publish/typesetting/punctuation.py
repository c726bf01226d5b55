"""Chinese punctuation: its detection, and its width beside other punctuation.

Latin and Chinese share some punctuation, such as quotation marks. Beside a Chinese character, it counts as
Chinese and is a full em wide. In a "marked" text, every shared sign that counts as Chinese is replaced by a
character of the private use area. On paper, the original sign is drawn.

Punctuation marks that fill half of their em lose the blank half where two of them meet, and at the end of a
line (Requirements for Chinese Text Layout, 3.1.6; GB/T 15834, 5.1): 。” and 」「 take an em and a half.
"""

import re
from collections.abc import Iterator
from typing import Final

SHARED: Final = "“”‘’…—·"
_MARKS: Final = {character: chr(0xE000 + number) for number, character in enumerate(SHARED)}
MARKING: Final = {ord(character): mark for character, mark in _MARKS.items()}
UNMARK: Final = {ord(mark): character for character, mark in _MARKS.items()}
SHARED_AS_CHINESE: Final = "".join(_MARKS.values())
"""The private use characters of all shared punctuation."""
MARKED_OPENING: Final = _MARKS["“"] + _MARKS["‘"]
MARKED_CLOSING: Final = "".join(_MARKS[character] for character in "”’…—·")

# Marks with a blank left half, and marks with a blank right half; a test checks the font.
OPENING: Final = "（［｛〈《「『【〔〖〘〚〝" + MARKED_OPENING
CLOSING: Final = "，。、；：！？）］｝〉》」』】〕〗〙〛〞" + _MARKS["”"] + _MARKS["’"]
_DASH: Final = _MARKS["—"]
HALF: Final = 500
_GAP_OF_DASHES: Final = 95  # thousandths between two dashes, which then join to one line
_MEET: Final = re.compile(
    f"(?<=[{CLOSING}])(?=[{CLOSING}{OPENING}])|(?<=[{OPENING}])(?=[{OPENING}])|(?<={_DASH})(?={_DASH})"
)
_BETWEEN: Final = re.compile(f"[{CLOSING}][{OPENING}]").search


def unmarked(text: str) -> str:
    """Return a text with its original punctuation in place of the marks for Chinese punctuation."""
    return text.translate(UNMARK)


def meets(text: str) -> bool:
    """Tell whether a closing mark directly precedes an opening mark, so that a line may end between them.

    `text` is a marked text; see the head of this module.
    """
    return not text.isascii() and _BETWEEN(text) is not None


def squeezed(text: str) -> int:
    """Return the width that a Chinese text saves where punctuation marks meet.

    The width is in thousandths of the font size; `text` is a marked text (see the head of this module).
    """
    return sum(_squeeze(text[match.start() - 1]) for match in _MEET.finditer(text))


def meeting(text: str) -> Iterator[tuple[str, int]]:
    """Split a marked Chinese text (see the head of this module) where punctuation marks meet.

    Yield each piece, and the width in thousandths of the font size that is saved after the piece.
    """
    start = 0
    for match in _MEET.finditer(text):
        yield text[start : match.start()], _squeeze(text[match.start() - 1])
        start = match.start()
    yield text[start:], 0


def _squeeze(character: str) -> int:
    return _GAP_OF_DASHES if character == _DASH else HALF
