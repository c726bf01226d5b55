"""The flowable for text, which replaces the paragraph, shaping and direction marks of reportlab.

From text to paper: `Fonts.printable` (what can be printed) -> `Fonts.mark` (Chinese or Latin punctuation) ->
atoms (permitted line breaks) -> lines (greedy) -> the order of each line from left to right (`bidi`) -> units
of one font each, shaped where letters join (`shaping`) -> operators (`lettering`).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from hrddesk.publish.typesetting import bidi
from hrddesk.publish.typesetting.lettering import Align, Ink, Pen, TextLine, TextStyle, Typesetter, number
from hrddesk.publish.typesetting.punctuation import unmarked


@dataclass(frozen=True, slots=True)
class InkSpan:
    """A span of a paragraph with its own colour."""

    text: str
    ink: Ink


_STACKED: Final = 1.95  # the leading of stacked Tibetan letters, in font sizes

_SHORT: Final = 80  # characters; a shorter text is first measured as a whole

Pieces = list[tuple[int, str]]  # (number of a span, text with marked punctuation), in reading order


class ScriptParagraph:
    """A paragraph in any script that the fonts cover; a line feed in its text ends a line.

    A paragraph may be drawn in many places. Its lines are broken again for a column of another width, and its
    operators are made again after new line breaks.
    """

    width = height = 0.0

    def __init__(self, text: str | Sequence[InkSpan], style: TextStyle, setter: Typesetter) -> None:
        self.style = style
        self._setter = setter
        spans = [InkSpan(text, style.ink)] if isinstance(text, str) else text
        fonts = setter.fonts
        self._inks = [span.ink for span in spans]
        self._texts = [fonts.mark(fonts.printable(span.text)) for span in spans]
        self._joins = any(map(fonts.joins, self._texts))
        self._leading = style.leading
        if self._joins and any(map(fonts.stacks, self._texts)):
            self._leading = max(style.leading, _STACKED * style.size)
        self._lines: list[TextLine] | None = None
        self._wrapped_to = -1.0
        self._drawn = ""  # the cached operators after the position of the first line

    def __bool__(self) -> bool:
        """Tell whether the paragraph has anything to draw."""
        return any(text.strip() for text in self._texts) if self._lines is None else bool(self._lines)

    @property
    def leading(self) -> float:
        """The height of a line in points."""
        return self._leading

    @property
    def below(self) -> float:
        """The room, in points, below the last line in addition to the leading of the style."""
        return self._leading - self.style.leading

    def wrap(self, width: float) -> float:
        """Break the text into lines of at most `width` points; return the height in points."""
        if self._lines is None or self._wrapped_to != width:
            self._lines = self._break(width * 1000 / self.style.size)
            self._wrapped_to = width
            self._drawn = ""
        self.width, self.height = width, len(self._lines) * self._leading
        return self.height

    def split(self, width: float, room: float) -> list["ScriptParagraph"]:
        """Return a paragraph that fits into `room` points, and one with the rest.

        Return only this paragraph if all of it fits, and an empty list if not enough lines fit. Avoid a part
        of only one line.
        """
        self.wrap(width)
        lines = self._lines or []
        fitting = int((room + 1e-6) // self._leading)
        if fitting >= len(lines):
            return [self]
        if len(lines) - fitting < 2 and fitting > 2:
            fitting -= 1
        if fitting < min(2, len(lines)):
            return []
        return [self._part(lines[:fitting]), self._part(lines[fitting:])]

    def _part(self, lines: list[TextLine]) -> "ScriptParagraph":
        part = ScriptParagraph("", self.style, self._setter)
        part._inks, part._lines, part._wrapped_to = self._inks, lines, self._wrapped_to
        part._leading = self._leading
        part.width, part.height = self.width, len(lines) * self._leading
        return part

    def _break(self, limit: float) -> list[TextLine]:
        """Break the text into lines greedily; `limit` is the line width in thousandths of the font size."""
        lines: list[TextLine] = []
        for paragraph in _paragraphs(self._texts):
            broken = self._fill(paragraph, limit)
            texts = [text for _, text in paragraph]
            if self._joins and any(map(self._setter.fonts.joins, texts)):
                lines += _directed(broken, [unmarked(text) for text in texts], self.style.align)
            else:
                lines += map(TextLine, broken)
        return lines

    def _fill(self, paragraph: Pieces, limit: float) -> list[Pieces]:
        """Distribute a paragraph without line feeds over lines; every character is in exactly one line."""
        measured = self._setter.measured(bold=self.style.bold)
        at_end = measured.at_end
        lines: list[Pieces] = []
        line: Pieces = []
        used = 0
        for span, text in paragraph:
            if len(text) <= _SHORT and text.isascii() and used + at_end[text] <= limit:
                # Most cells fit on one line and need not be split into atoms.
                if text:
                    line.append((span, text))
                    used += measured[text]
                continue
            atoms = self._setter.atoms(text)
            starts = [0, *accumulate(measured.advances(atoms, text))]
            first, least, count = 0, 0, len(atoms)
            while True:
                # The line ends before the first atom that does not fit.
                room = limit - used + starts[first]
                last = max(bisect_right(starts, room, first) - 1, first + least)
                while last < count and starts[last] + at_end[atoms[last]] <= room:
                    last += 1
                if last > first:
                    line.append((span, "".join(atoms[first:last])))
                if last == count:
                    used += starts[last] - starts[first]
                    break
                if line:
                    lines.append(line)
                    line, used, first, least = [], 0, last, 0
                    continue
                *full_lines, rest = self._chop(atoms[first], limit)  # this atom is wider than a line
                lines += [[(span, piece)] for piece in full_lines]
                used = measured[rest] - measured[atoms[first]]
                atoms[first], least = rest, 1
        lines.append(line)
        return lines

    def _chop(self, atom: str, limit: float) -> list[str]:
        """Split an atom that is wider than a line into pieces that fit; no piece is empty."""
        setter, bold = self._setter, self.style.bold
        if setter.fonts.joins(atom):
            return setter.shaper.chop(atom, limit, bold=bold)
        pieces, start, used = [], 0, 0
        for index, character in enumerate(atom):
            width = setter.fonts.width(character, bold=bold)
            if used + width > limit and index > start and character != " ":
                pieces.append(atom[start:index])
                start, used = index, 0
            used += width
        return [*pieces, atom[start:]]

    def draw_at(self, code: list[str], x: float, y: float) -> None:
        """Draw the paragraph with its lower left corner at (x, y); `wrap` must have been called."""
        code.append(self.operators(x, y))

    def operators(self, x: float, y: float) -> str:
        """Return the operators that draw the lines with the lower left corner at (x, y)."""
        style = self.style
        # The middle between cap height and baseline of both fonts lies 0.36 em above the baseline. What
        # stacks need beyond the leading of the style they need below it.
        first = y + self.height - style.leading / 2 - 0.36 * style.size
        drawn = self._drawn
        if not drawn:
            lines = self._lines or []
            moves = style.align is Align.RIGHT or any(line.right for line in lines)
            drawn = self._draw(lines, x, first)
            self._drawn = "" if moves else drawn
        return f"BT {self._leading:.2f} TL 1 0 0 1 {x:.2f} {first:.2f} Tm {drawn}"

    def _draw(self, lines: list[TextLine], x: float, first: float) -> str:
        """Return the operators that draw the lines; the position of the first line must be set before.

        `first` is the height of the baseline of the first line.
        """
        style, setter = self.style, self._setter
        parts: list[str] = []
        pen = Pen(setter, style, self._inks)
        moved = False
        for index, line in enumerate(lines):
            if style.align is Align.RIGHT or line.right:
                line_width = sum(setter.width(text, bold=style.bold) for _, text in line.pieces)
                start, height = x + self.width - line_width * style.size / 1000, first - index * self._leading
                parts.append(f"1 0 0 1 {number(start)} {number(height)} Tm")
                moved = True
            elif moved:
                parts.append(f"1 0 0 1 {number(x)} {number(first - index * self._leading)} Tm")
                moved = False
            elif index:
                parts.append("T*")
            pen.write(parts, line)
        pen.end(parts)
        parts.append("ET")
        return " ".join(parts)


def _directed(broken: list[Pieces], texts: list[str], align: Align) -> list[TextLine]:
    """Return the lines of a paragraph with the bidi levels of their characters.

    Each span has its own base direction, as if isolated, so an English caption does not change the direction
    of the name after it. The audit, which knows the texts but not the lines, computes the same order.
    """
    text = "".join(texts)
    base = bidi.base_level(text)
    levels = b"".join(bidi.levels(text, bidi.base_level(text)) for text in texts)
    right = bool(base) and (len(broken) > 1 or align is Align.BY_DIRECTION)
    lines: list[TextLine] = []
    start = 0
    for pieces in broken:
        stop = start + sum(len(piece) for _, piece in pieces)
        own = bidi.ended(text[start:stop], levels[start:stop], base)
        lines.append(TextLine(pieces, joins=True, levels=own if any(own) else None, right=right))
        start = stop
    return lines


def _paragraphs(texts: Sequence[str]) -> list[Pieces]:
    """Split the spans at line feeds; return a list of (number of span, text) for each resulting paragraph."""
    paragraphs: list[Pieces] = [[]]
    for span, text in enumerate(texts):
        first, *more = text.split("\n")
        paragraphs[-1].append((span, first))
        paragraphs += [[(span, piece)] for piece in more]
    return paragraphs
