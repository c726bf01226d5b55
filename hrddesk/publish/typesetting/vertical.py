"""Vertical Mongolian text: lines from top to bottom, each next line to the right.

In the font, the letters are turned by a quarter, so each line is drawn turned clockwise. Chinese in the line
is upright, with the punctuation of vertical text; Latin and Cyrillic letters are turned with the line.
"""

import re
from typing import Final

from hrddesk.publish.typesetting.fontfile import JOINED, FontFace, mongolian
from hrddesk.publish.typesetting.lettering import Pen, TextLine, TextStyle, Typesetter, number
from hrddesk.publish.typesetting.paragraph import ScriptParagraph

_TALLEST: Final = 230.0  # the most points of a line; longer lines are tiring to read
_BETWEEN: Final = 14.0  # points between two rows of lines
_LETTERS: Final = re.compile(r"[^\W\d_]")
_ARABIC: Final = re.compile(f"[{JOINED[FontFace.ARABIC]}]")


def text_block(text: str, style: TextStyle, setter: Typesetter) -> ScriptParagraph:
    """Return the flowable of a paragraph as wide as the page; it is vertical if most letters are Mongolian.

    A text with Arabic letters is set horizontally: there is no custom of setting both scripts in one column.
    """
    upright = mongolian(text) * 2 > len(_LETTERS.findall(text)) and not _ARABIC.search(text)
    return (VerticalParagraph if upright else ScriptParagraph)(text, style, setter)


class VerticalParagraph(ScriptParagraph):
    """A paragraph with vertical lines, arranged from left to right in one or more rows."""

    _tall = _TALLEST

    def wrap(self, width: float) -> float:
        """Break the text into lines of at most `_TALLEST` points; return the height of all rows in points."""
        if self._lines is None:
            self._lines = self._break(_TALLEST * 1000 / self.style.size)
            # A short paragraph needs less height.
            self._tall = min(_TALLEST, max(map(self._length, self._lines), default=0.0))
        self._wrapped_to = self.width = width
        self.height = self._height(self._rows(len(self._lines)))
        return self.height

    def split(self, width: float, room: float) -> list[ScriptParagraph]:
        """Return a paragraph with the rows that fit into `room` points and one with the rest.

        Return only this paragraph if all rows fit, an empty list if none fits.
        """
        self.wrap(width)
        lines = self._lines or []
        if self.height <= room:
            return [self]
        rows = int((room + _BETWEEN + 1e-6) // (self._tall + _BETWEEN))
        if rows == 0:
            return []
        cut = rows * self._abreast()
        return [self._rest(lines[:cut]), self._rest(lines[cut:])]

    def operators(self, x: float, y: float) -> str:
        """Return the operators that draw the lines with the lower left corner at (x, y)."""
        style, abreast = self.style, self._abreast()
        parts = ["BT"]
        pen = Pen(self._setter, style, self._inks)
        for index, line in enumerate(self._lines or []):
            row, column = divmod(index, abreast)
            # As in horizontal lines, the middle of letters is 0.36 em from the baseline: here to the right.
            base = x + (column + 0.5) * self.leading - 0.36 * style.size
            self._draw_line(parts, pen, line, base, y + self.height - row * (self._tall + _BETWEEN))
        pen.end(parts)
        parts.append("ET")
        return " ".join(parts)

    def _draw_line(self, parts: list[str], pen: Pen, line: TextLine, base: float, top: float) -> None:
        style, shaper = self.style, self._setter.shaper
        middle = base + 0.36 * style.size
        lying = False
        for unit in shaper.in_order(line.pieces, None, bold=style.bold):
            if not unit.face.is_han:
                if not lying:
                    parts.append(f"0 -1 1 0 {number(base)} {number(top)} Tm")
                lying = True
                pen.unit(parts, unit, read_back=True)
                top -= self._setter.width(unit.text, bold=style.bold) * style.size / 1000
                continue
            lying = False
            for placed in shaper.upright(unit):
                left, lower = middle + placed.right * style.size / 1000, top + placed.up * style.size / 1000
                parts.append(f"1 0 0 1 {number(left)} {number(lower)} Tm")
                pen.glyph(parts, unit, placed)
                top -= placed.advance * style.size / 1000

    def _length(self, line: TextLine) -> float:
        text = "".join(text for _, text in line.pieces).rstrip(" ")
        return self._setter.width(text, bold=self.style.bold) * self.style.size / 1000

    def _abreast(self) -> int:
        return max(1, int((self.width + 1e-6) // self.leading))

    def _rows(self, lines: int) -> int:
        return -(-lines // self._abreast())

    def _height(self, rows: int) -> float:
        return max(0.0, rows * (self._tall + _BETWEEN) - _BETWEEN)

    def _rest(self, lines: list[TextLine]) -> "VerticalParagraph":
        part = VerticalParagraph("", self.style, self._setter)
        part._inks, part._lines, part._leading = self._inks, lines, self._leading
        part._tall = self._tall
        part.wrap(self.width)
        return part
