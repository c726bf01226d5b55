"""Our own flowable for text. Reportlab's paragraph, its shaping and its direction marks are not used.

From text to paper: `Fonts.printable` (what can be printed) -> `Fonts.mark` (Chinese or Latin punctuation)
-> atoms (where a line may end) -> lines (greedy) -> the order of each line from left to right (`bidi`)
-> units of one font each, shaped where letters join (`shaping`) -> operators (`lettering`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.platypus.flowables import Flowable

from hrddesk.publish import bidi
from hrddesk.publish.lettering import Align, Ink, Line, Pen, TextStyle, Typesetter, number
from hrddesk.publish.punctuation import HALF, unmarked


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a paragraph in a colour of its own."""

    text: str
    ink: Ink


_STACKED: Final = 1.95  # leading of Tibetan, whose letters stand below each other, in sizes

_SHORT: Final = 80  # characters of a text that is measured as a whole first

Pieces = list[tuple[int, str]]  # numbers of spans with marked texts, in reading order


class ScriptParagraph(Flowable):
    """A paragraph of any script that the fonts cover. Line feeds end lines."""

    def __init__(self, text: str | Sequence[Span], style: TextStyle, setter: Typesetter) -> None:
        super().__init__()
        self.style = style
        self._setter = setter
        spans = [Span(text, style.ink)] if isinstance(text, str) else text
        fonts = setter.fonts
        self._inks = [span.ink for span in spans]
        self._texts = [fonts.mark(fonts.printable(span.text)) for span in spans]
        self._joins = any(map(fonts.joins, self._texts))
        self._leading = style.leading
        if self._joins and any(map(fonts.stacks, self._texts)):
            self._leading = max(style.leading, _STACKED * style.size)
        self._lines: list[Line] | None = None
        self._wrapped_to = -1.0

    def __bool__(self) -> bool:
        """Tell whether there is anything to draw."""
        return any(text.strip() for text in self._texts) if self._lines is None else bool(self._lines)

    @property
    def leading(self) -> float:
        """The height of a line."""
        return self._leading

    @property
    def below(self) -> float:
        """The room below the last line beyond what its style asks for."""
        return self._leading - self.style.leading

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 (platypus)
        """Break the text into lines of at most `availWidth` points; return width and height."""
        if self._lines is None or self._wrapped_to != availWidth:
            self._lines = self._break(availWidth * 1000 / self.style.size)
            self._wrapped_to = availWidth
        self.width, self.height = availWidth, len(self._lines) * self._leading
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 (platypus)
        """Return the part that fits and the rest; nothing when less than a line fits.

        Neither part gets a single line, unless the paragraph or the room leaves no choice.
        """
        self.wrap(availWidth, availHeight)
        lines = self._lines or []
        fitting = int((availHeight + 1e-6) // self._leading)
        if fitting >= len(lines):
            return [self]
        if len(lines) - fitting < 2 and fitting > 2:
            fitting -= 1
        if fitting < min(2, len(lines)):
            return []
        return [self._part(lines[:fitting]), self._part(lines[fitting:])]

    def _part(self, lines: list[Line]) -> "ScriptParagraph":
        part = ScriptParagraph("", self.style, self._setter)
        part._inks, part._lines, part._wrapped_to = self._inks, lines, self._wrapped_to
        part._leading = self._leading
        part.width, part.height = self.width, len(lines) * self._leading
        return part

    def _break(self, limit: float) -> list[Line]:
        """Fill lines greedily; `limit` is in thousandths of the size."""
        lines: list[Line] = []
        for paragraph in _paragraphs(self._texts):
            broken = self._fill(paragraph, limit)
            texts = [text for _, text in paragraph]
            if self._joins and any(map(self._setter.fonts.joins, texts)):
                lines += _directed(broken, [unmarked(text) for text in texts], self.style.align)
            else:
                lines += map(Line, broken)
        return lines

    def _fill(self, paragraph: Pieces, limit: float) -> list[Pieces]:
        """Fill the lines of a paragraph without line feeds; every character comes to be in one."""
        measured = self._setter.measured(bold=self.style.bold)
        lines: list[Pieces] = []
        line: Pieces = []
        used = 0
        for number_, text in paragraph:
            pending: list[str] = []
            closed = False
            if len(text) <= _SHORT and text.isascii():
                # Most cells fit as they are; they need not be taken apart, and many say the same.
                bare, full, _, _ = measured[text]
                if used + bare <= limit:
                    _finish(line, number_, [text])
                    used += full
                    continue
            for atom in self._setter.atoms(text):
                bare, full, opens, closes = measured[atom]
                if closed and opens:
                    used -= HALF
                closed = closes
                if used + bare > limit:
                    if used:
                        _finish(line, number_, pending)
                        lines.append(line)
                        line, pending, used = [], [], 0
                    if bare > limit:
                        *whole, atom = self._chop(atom, limit)
                        lines += [[(number_, piece)] for piece in whole]
                        full = measured[atom][1]
                pending.append(atom)
                used += full
            _finish(line, number_, pending)
        lines.append(line)
        return lines

    def _chop(self, atom: str, limit: float) -> list[str]:
        """Cut an atom that is wider than a line between characters; every piece gets one at least."""
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

    def draw(self) -> None:
        """Draw where platypus has moved the origin."""
        self.draw_at(operators_of(self), 0.0, 0.0)

    def draw_at(self, code: list[str], x: float, y: float) -> None:
        """Draw with the lower left corner at (x, y); call `wrap` before."""
        code.append(self.operators(x, y))

    def operators(self, x: float, y: float) -> str:
        """Return the operators that draw the lines with the lower left corner at (x, y)."""
        style, setter = self.style, self._setter
        lines = self._lines or []
        # The middle between cap height and baseline of both fonts lies 0.36 em above the baseline. What
        # stacks need beyond the leading of the style they need below it.
        first = y + self.height - style.leading / 2 - 0.36 * style.size
        parts = ["BT", f"{number(self._leading)} TL", f"1 0 0 1 {number(x)} {number(first)} Tm"]
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


def operators_of(flowable: Flowable) -> list[str]:
    """Return the list of operators of the canvas on which platypus draws `flowable`."""
    return flowable.canv._code  # type: ignore[attr-defined, no-any-return] # not in the stubs


def _directed(broken: list[Pieces], texts: list[str], align: Align) -> list[Line]:
    """Return the lines of a paragraph of these spans, with the order of their characters.

    Each span has a direction of its own, as if it were isolated: a caption in English does not turn what it
    names, and the audit, which knows texts and no lines, comes to the same order.
    """
    text = "".join(texts)
    base = bidi.base_level(text)
    levels = b"".join(bidi.levels(text, bidi.base_level(text)) for text in texts)
    right = bool(base) and (len(broken) > 1 or align is Align.BY_DIRECTION)
    lines: list[Line] = []
    at = 0
    for pieces in broken:
        stop = at + sum(len(piece) for _, piece in pieces)
        own = bidi.ended(text[at:stop], levels[at:stop], base)
        lines.append(Line(pieces, joins=True, levels=own if any(own) else None, right=right))
        at = stop
    return lines


def _finish(line: Pieces, span: int, atoms: list[str]) -> None:
    text = "".join(atoms)
    if text:
        line.append((span, text))


def _paragraphs(texts: Sequence[str]) -> list[Pieces]:
    """Cut the spans at line feeds: one list of (span, text) per paragraph."""
    paragraphs: list[Pieces] = [[]]
    for span, text in enumerate(texts):
        first, *more = text.split("\n")
        paragraphs[-1].append((span, first))
        paragraphs += [[(span, piece)] for piece in more]
    return paragraphs
