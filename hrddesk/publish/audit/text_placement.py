"""The text of a page of unknown origin, ordered by the position of its letters, not by the order of drawing.

The module also detects unreadable fonts: people can read the letters of such a font, but no program can. No
map and no encoding explains the codes of the font, or its map gives the same text to many letters.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hrddesk.publish.audit.page_operators import Drawn, DrawnText
from hrddesk.publish.audit.reading_order import lines

_ROW: Final = 0.4  # of the height of a letter: the largest vertical distance within a row
_WORD: Final = 0.2  # of the height: the smallest gap between two words
_COLUMN: Final = 3.0  # of the height: the smallest gap between two columns
_TWICE: Final = 0.2  # of the height: the same letter drawn again within this distance is a bold letter
_APART: Final = " | | | "
"""The separator between columns; a name cannot continue beyond this separator."""
_FEW: Final = 2  # codes of a font that may have no meaning, such as bullets
_FORMS: Final = 5  # codes per text; a letter has up to four forms, one for each combination of neighbours
_TO_THE_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_UNKNOWN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")


def by_drawing(drawn: Drawn) -> str:
    """Return the text of a page in the order of drawing, with a new line wherever the position is set."""
    return "\n".join(lines(drawn.texts))


def by_encoding(drawn: Drawn) -> str:
    """Return the text of a page according to the encodings of its fonts.

    Return "" if the character maps of the fonts give the same text.
    """
    pairs = [
        (piece.text, piece.font.encoding.decode(piece.codes))
        for piece in drawn.texts
        if piece.font.map is not None and piece.font.encoding is not None
    ]
    return (
        ""
        if all(text == decoding for text, decoding in pairs)
        else "".join(decoding for _, decoding in pairs)
    )


def by_place(drawn: Drawn) -> list[str]:
    """Return the rows of a page from top to bottom, each from left to right."""
    rows: list[list[DrawnText]] = []
    for piece in sorted(drawn.texts, key=lambda piece: -piece.box[1]):
        if not piece.text.strip():
            continue
        if rows and rows[-1][0].box[1] - piece.box[1] <= _ROW * _height(piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return ["".join(_row(row)) for row in rows]


def turned(rows: Iterable[str]) -> str:
    """Return the rows with letters of a right-to-left script, each with its characters in reverse order."""
    return "\n".join(row[::-1] for row in rows if _TO_THE_LEFT.search(row))


def _row(row: Iterable[DrawnText]) -> Iterator[str]:
    before: DrawnText | None = None
    for piece in sorted(row, key=lambda piece: piece.box[0]):
        height = _height(piece)
        if before is not None:
            if piece.text == before.text and piece.box[0] - before.box[0] < _TWICE * height:
                continue
            gap = piece.box[0] - before.box[2]
            yield _APART if gap > _COLUMN * height else " " if gap > _WORD * height else ""
        yield piece.text
        before = piece


def _height(piece: DrawnText) -> float:
    return max(piece.box[3] - piece.box[1], 1.0)


def unreadable(pages: Sequence[Drawn]) -> set[int]:
    """Return the numbers of the pages on which an unreadable font is used for the first time."""
    first: dict[int, int] = {}
    texts: dict[int, dict[bytes, str]] = {}
    for number, drawn in enumerate(pages, 1):
        for piece in drawn.texts:
            font = piece.font
            if font.key not in first:
                first[font.key], texts[font.key] = number, {}
            texts_by_code, width = texts[font.key], font.width
            for offset in range(0, len(piece.codes), width):
                code = piece.codes[offset : offset + width]
                if code not in texts_by_code:
                    texts_by_code[code] = font.read(code)
    return {first[key] for key, texts_by_code in texts.items() if _is_unreadable(texts_by_code.values())}


def _is_unreadable(texts: Iterable[str]) -> bool:
    code_texts = list(texts)
    readable_texts = {text for text in code_texts if text.strip() and not _UNKNOWN.search(text)}
    unknown = sum(1 for text in code_texts if _UNKNOWN.search(text))
    silent = sum(1 for text in code_texts if not text.strip())
    return (
        unknown > _FEW
        or (len(code_texts) > 2 * _FEW and len(readable_texts) * _FORMS < len(code_texts))
        or silent > _FORMS
    )
