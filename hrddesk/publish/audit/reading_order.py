"""The reading of lines of a page in the order in which a person reads them.

A page shows a line from left to right. If a part of the line runs from right to left (UAX #9), its characters
are in another order than in the text. The line alone does not tell which order that is, so it is compared
with the expected text.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from hrddesk.publish.audit.page_operators import DrawnText
from hrddesk.publish.typesetting import bidi
from hrddesk.publish.typesetting.fontfile import JOINERS


class LineReader:
    """A reader of the lines of pages, one after the other, by comparison with the texts that are expected.

    Line feeds divide an expected text into parts. Each part has its own direction, wherever it begins on a
    line.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._starts: list[int] = []
        parts = [part for text in texts for part in text.splitlines(keepends=True)]
        length = 0
        for part in parts:
            self._starts.append(length)
            length += len(part)
        self._starts.append(length)
        self._text = "".join(parts)
        self._at = 0
        self._levels: tuple[int, bytes] = (-1, b"")

    def read(self, line: str) -> str:
        """Return the next line in reading order; return an unexpected line as the page shows it."""
        line, text = line.strip(), self._text
        self._skip()
        if text.startswith(line, self._at):
            self._at += len(line)
            return line
        line_letters = comparable(line)
        start, letter_count = self._at, 0
        places: list[int] = []
        while letter_count < len(line_letters) and self._at < len(text):
            letter_count += len(_letters(text[self._at]))
            if text[self._at] != "\n":  # spaces are included, since they may separate two numbers
                places.append(self._at)
            self._at += 1
        while self._at < len(text) and text[self._at] in JOINERS:  # invisible joiners at the end of the line
            places.append(self._at)
            self._at += 1
        levels = [self._level(place) for place in places]
        ordered = [(text[places[index]], levels[index]) for index in bidi.order(levels)]
        if _comparable(ordered) == line_letters:
            return text[start : self._at]
        return line

    def _skip(self) -> None:
        while self._text[self._at : self._at + 1].isspace():
            self._at += 1

    def _level(self, place: int) -> int:
        part = bisect_right(self._starts, place) - 1
        start = self._starts[part]
        if self._levels[0] != start:
            text = self._text[start : self._starts[part + 1]].removesuffix("\n")
            self._levels = start, bidi.levels(text, bidi.base_level(text))
        return self._levels[1][place - start]


def comparable(line: str) -> str:
    """Return a line in the form used for comparison: no spaces, ligatures split, all brackets alike."""
    return _comparable((character, 1) for character in line)


def shown_as(text: str) -> str:
    """Return the form for comparison (see `comparable`) of a text that is shown alone on one line."""
    levels = bidi.levels(text, bidi.base_level(text))
    return _comparable((text[place], levels[place]) for place in bidi.order(levels))


def lines(pieces: Sequence[DrawnText]) -> Iterator[str]:
    """Yield the lines of a page, each from left to right."""
    parts: list[str] = []
    number = -1
    for piece in pieces:
        if piece.line != number and parts:
            yield "".join(parts)
            parts = []
        number = piece.line
        parts.append(piece.text)
    if parts:
        yield "".join(parts)


def _comparable(characters: Iterable[tuple[str, int]]) -> str:
    parts: list[str] = []
    for character, level in characters:
        letters = _letters(character)
        if len(letters) == 1:
            letters = min(letters, bidi.mirrored(letters))
        elif level % 2 and letters and unicodedata.bidirectional(letters[0]) in ("R", "AL", "NSM"):
            letters = letters[::-1]
        parts.append(letters)
    return "".join(parts)


def _letters(character: str) -> str:
    return "" if character in JOINERS else "".join(unicodedata.normalize("NFKC", character).split())
