"""Read a page of unknown making as a person does: by where letters stand, not by when they were drawn.

And tell which fonts nobody can read: a font whose codes no map and no encoding explains, or a map that gives
many letters one text, shows a person what no program finds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hrddesk.publish.audit.page_operators import Drawn, Shown
from hrddesk.publish.audit.reading_order import lines

_ROW: Final = 0.4  # of the height of a letter: those of one row stand no further apart
_WORD: Final = 0.2  # of the height: a gap that parts two words
_COLUMN: Final = 3.0  # of the height: a gap that parts two columns
_TWICE: Final = 0.2  # of the height: a letter that is drawn again as near as that is bold
_APART: Final = " | | | "
"""Stands between columns; no name goes on behind it."""
_FEW: Final = 2  # codes of a font, as those of bullets, that may mean nothing
_FORMS: Final = 5  # of one letter: beside others it has as many as four
_TO_THE_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_UNKNOWN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")


def by_drawing(drawn: Drawn) -> str:
    """Return the text of a page in the order in which it was drawn, a line for each move."""
    return "\n".join(lines(drawn.texts))


def by_encoding(drawn: Drawn) -> str:
    """Return it as the encodings of the fonts say, where their maps say something else; "" elsewhere."""
    told = [
        (shown.text, shown.font.encoding.decode(shown.codes))
        for shown in drawn.texts
        if shown.font.map is not None and shown.font.encoding is not None
    ]
    return "" if all(text == other for text, other in told) else "".join(other for _, other in told)


def by_place(drawn: Drawn) -> list[str]:
    """Return the rows of a page from top to bottom, each from left to right."""
    rows: list[list[Shown]] = []
    for shown in sorted(drawn.texts, key=lambda shown: -shown.box[1]):
        if not shown.text.strip():
            continue
        if rows and rows[-1][0].box[1] - shown.box[1] <= _ROW * _height(shown):
            rows[-1].append(shown)
        else:
            rows.append([shown])
    return ["".join(_row(row)) for row in rows]


def turned(rows: Iterable[str]) -> str:
    """Return the rows that have letters of scripts that run to the left, from right to left."""
    return "\n".join(row[::-1] for row in rows if _TO_THE_LEFT.search(row))


def _row(row: Iterable[Shown]) -> Iterator[str]:
    before: Shown | None = None
    for shown in sorted(row, key=lambda shown: shown.box[0]):
        height = _height(shown)
        if before is not None:
            if shown.text == before.text and shown.box[0] - before.box[0] < _TWICE * height:
                continue
            gap = shown.box[0] - before.box[2]
            yield _APART if gap > _COLUMN * height else " " if gap > _WORD * height else ""
        yield shown.text
        before = shown


def _height(shown: Shown) -> float:
    return max(shown.box[3] - shown.box[1], 1.0)


def unreadable(pages: Sequence[Drawn]) -> set[int]:
    """Return the numbers of the pages on which a font first stands whose letters nobody can tell."""
    first: dict[int, int] = {}
    texts: dict[int, dict[bytes, str]] = {}
    for number, drawn in enumerate(pages, 1):
        for shown in drawn.texts:
            font = shown.font
            if font.key not in first:
                first[font.key], texts[font.key] = number, {}
            known, width = texts[font.key], font.width
            for at in range(0, len(shown.codes), width):
                code = shown.codes[at : at + width]
                if code not in known:
                    known[code] = font.read(code)
    return {first[key] for key, known in texts.items() if _is_unreadable(known.values())}


def _is_unreadable(texts: Iterable[str]) -> bool:
    known = list(texts)
    told = {text for text in known if text.strip() and not _UNKNOWN.search(text)}
    unknown = sum(1 for text in known if _UNKNOWN.search(text))
    silent = sum(1 for text in known if not text.strip())
    return unknown > _FEW or (len(known) > 2 * _FEW and len(told) * _FORMS < len(known)) or silent > _FORMS
