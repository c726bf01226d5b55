"""The setting of letters on paper: colours, styles, measured widths and single lines.

Paragraphs, tables, headers and charts all draw their letters through this module, so that every script is set
in the same way everywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import Final

from hrddesk.publish.typesetting import bidi
from hrddesk.publish.typesetting.fontfile import FontFace, Placed
from hrddesk.publish.typesetting.fonts import Codes, Fonts
from hrddesk.publish.typesetting.linebreak import atoms_of
from hrddesk.publish.typesetting.punctuation import CLOSING, HALF, OPENING, meets, unmarked
from hrddesk.publish.typesetting.shaping import Shaper, ShapingUnit

_OPENING, _CLOSING = tuple(OPENING), tuple(CLOSING)


class Align(IntEnum):
    """The side on which the lines of a text are flush."""

    LEFT = 0
    """Flush left, except for right-to-left paragraphs of several lines, which are flush right."""
    RIGHT = 1
    BY_DIRECTION = 2
    """Flush right for right-to-left text of any length, otherwise flush left."""


class Anchor(IntEnum):
    """The point of a single line of text that is placed at a given position."""

    LEFT = 0
    MIDDLE = 1
    RIGHT = 2


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """A colour as red, green and blue from 0 to 1. Instances are compared by identity, which is fast."""

    red: float
    green: float
    blue: float

    def fill(self) -> str:
        """Return the operator that sets the fill colour to this colour."""
        return _paint(self, "rg")

    def stroke(self) -> str:
        """Return the operator that sets the stroke colour to this colour."""
        return _paint(self, "RG")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TextStyle:
    """The appearance of a text; lengths are in points. Instances are compared by identity, which is fast."""

    size: float
    leading: float
    ink: Ink
    bold: bool = False
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line in reading order; a piece is the number of a span, and a marked text (see `punctuation`)."""

    pieces: list[tuple[int, str]]
    joins: bool = False  # whether it has joined or right-to-left letters
    levels: bytes | None = None  # the bidi level of every character; None if all are 0
    right: bool = False  # flush right


class Typesetter:
    """The fonts of one document and a cache of measured widths; a new instance is made for every document."""

    def __init__(self, language: str = "") -> None:
        """Begin a document in a language, given as a code such as "zh".

        Text in letters of another language is marked with that language.
        """
        self.language = language
        self.fonts = Fonts()
        self.shaper = Shaper(self.fonts)
        self._atoms = self.fonts.by_plane(atoms_of)
        self._measured = {False: AtomWidths(self, bold=False), True: AtomWidths(self, bold=True)}

    def measured(self, *, bold: bool) -> "AtomWidths":
        """Return the cache of the widths of atoms, in bold or plain letters."""
        return self._measured[bold]

    def atoms(self, text: str) -> list[str]:
        """Split a marked text (see `punctuation`) at its permitted line breaks; it has no line feeds."""
        return self._atoms(text)(text)

    def width(self, text: str, *, bold: bool) -> int:
        """Return the width of a marked text (see `punctuation`), in thousandths of the font size."""
        if self.fonts.joins(text):
            return self.shaper.width(text, bold=bold)
        return self.fonts.width(text, bold=bold)

    def line(self, pieces: list[tuple[int, str]]) -> TextLine:
        """Return a single line made of `pieces`, with the bidi level of each character."""
        text = "".join(piece for _, piece in pieces)
        if not self.fonts.joins(text):
            return TextLine(pieces)
        text = unmarked(text)
        base = bidi.base_level(text)
        levels = bidi.ended(text, bidi.levels(text, base), base)
        return TextLine(pieces, joins=True, levels=levels if any(levels) else None, right=bool(base))


class AtomWidths(dict[str, int]):
    """A cache of the widths of atoms (pieces that no line break splits), in thousandths of the font size.

    The mapping contains the widths within a line, `at_end` the widths at the end of a line.
    """

    def __init__(self, setter: Typesetter, *, bold: bool) -> None:
        super().__init__()
        self._setter, self._bold = setter, bold
        self.at_end = _AtEnd(setter, bold=bold)

    def __missing__(self, atom: str) -> int:
        self[atom] = width = self._setter.width(atom, bold=self._bold)
        return width

    def advances(self, atoms: Sequence[str], text: str) -> list[int]:
        """Return the advance of each atom of a text; it is smaller where two punctuation marks meet."""
        widths = [self[atom] for atom in atoms]
        if meets(text):
            for index, (before, after) in enumerate(pairwise(atoms)):
                if before.endswith(_CLOSING) and after.startswith(_OPENING):
                    widths[index] -= HALF
        return widths


class _AtEnd(dict[str, int]):
    """A cache of the widths of atoms at the end of a line.

    At the end of a line, an atom loses its final spaces, and a final Chinese mark loses its blank half.
    """

    def __init__(self, setter: Typesetter, *, bold: bool) -> None:
        super().__init__()
        self._setter, self._bold = setter, bold

    def __missing__(self, atom: str) -> int:
        bare = self._setter.width(atom.rstrip(" "), bold=self._bold)
        self[atom] = width = bare - HALF if atom.endswith(_CLOSING) else bare
        return width


_LANGUAGES: Final = {
    FontFace.HAN: "zh",
    FontFace.HAN_BOLD: "zh",
    FontFace.ARABIC: "ug",
    FontFace.TIBETAN: "bo",
    FontFace.MONGOLIAN: "mn",
}
"""The languages by the fonts that identify them; Latin and Cyrillic letters identify no language."""
LANGUAGES: Final = frozenset(_LANGUAGES.values())
"""The language codes with which text can be marked."""


class Pen:
    """A writer of lines between BT and ET, in one style; it sets font and colour only when they change."""

    def __init__(self, setter: Typesetter, style: TextStyle, inks: Sequence[Ink]) -> None:
        self._setter, self._style, self._inks = setter, style, inks
        self._face: FontFace | None = None
        self._ink: Ink | None = None

    def write(self, parts: list[str], line: TextLine) -> None:
        """Append the operators that show a line at the current text position."""
        if line.joins:
            self._write_units(parts, line)
            return
        for span, text in line.pieces:
            self._dip(parts, self._inks[span])
            for face, operator in self._setter.fonts.runs(text, bold=self._style.bold):
                self._take(parts, face)
                parts.append(self._in_language(face, operator))

    def _write_units(self, parts: list[str], line: TextLine) -> None:
        shaper = self._setter.shaper
        for unit in shaper.in_order(line.pieces, line.levels, bold=self._style.bold):
            # In a right-to-left line, programs that sort text by position would reverse /ActualText too.
            self.unit(parts, unit, read_back=line.levels is None)

    def unit(self, parts: list[str], unit: ShapingUnit, *, read_back: bool) -> None:
        """Append the operators that show a shaping unit.

        With `read_back`, joined letters get their text as /ActualText.
        """
        codes = self._setter.fonts.codes[unit.face]
        self._dip(parts, self._inks[unit.span])
        self._take(parts, unit.face)
        if not unit.joins and not unit.backwards:
            parts.append(self._in_language(unit.face, self._setter.fonts.shown(unit.face, unit.text)))
            return
        operators = _shown(self._setter.shaper.placed(unit), codes, self._style.size)
        says = f"/ActualText <FEFF{unit.text.encode('utf-16-be').hex().upper()}>"
        parts.append(
            self._in_language(unit.face, " ".join(operators), says if unit.joins and read_back else "")
        )

    def _in_language(self, face: FontFace, operators: str, says: str = "") -> str:
        """Return operators as marked content with the language of the font, unless the document has it too.

        `says` contains further properties. Language and properties are in one marked content, because some
        programs read only the outer one of two that are nested.
        """
        language = _LANGUAGES.get(face)
        if language is not None and language != self._setter.language:
            says = f"/Lang ({language}){says}"
        return f"/Span <<{says}>> BDC {operators} EMC" if says else operators

    def glyph(self, parts: list[str], unit: ShapingUnit, placed: Placed) -> None:
        """Append the operators that show one glyph of a shaping unit at the current text position."""
        self._dip(parts, self._inks[unit.span])
        self._take(parts, unit.face)
        parts.append(f"<{self._setter.fonts.codes[unit.face].give(placed.glyph, placed.text)}> Tj")

    def _dip(self, parts: list[str], ink: Ink) -> None:
        if ink is not self._ink:
            self._ink = ink
            parts.append(ink.fill())

    def _take(self, parts: list[str], face: FontFace) -> None:
        if face is not self._face:
            parts += self._change(face, self._ink or self._style.ink)
            self._face = face

    def _change(self, face: FontFace, ink: Ink) -> list[str]:
        style = self._style
        parts = [_choose(face, style.size)]
        outlined = self._face is not None and not self._face.has_bold
        if style.bold and not face.has_bold:
            # The font has no bold face, so bold letters are drawn with a thin outline.
            parts += [ink.stroke(), f"{number(style.size * 0.03)} w", "2 Tr"]
        elif style.bold and outlined:
            parts.append("0 Tr")
        return parts

    def end(self, parts: list[str]) -> None:
        """Append the operators that end the outline of bold letters, so that later text has no outline."""
        if self._style.bold and self._face is not None and not self._face.has_bold:
            parts.append("0 Tr")


def line_width(text: str, style: TextStyle, setter: Typesetter) -> float:
    """Return the width of a single-line text in points."""
    return setter.width(_one_line(text, setter), bold=style.bold) * style.size / 1000


def draw_line(
    code: list[str],
    text: str,
    x: float,
    y: float,
    style: TextStyle,
    setter: Typesetter,
    anchor: Anchor = Anchor.LEFT,
) -> None:
    """Append the operators that draw a text as one unbroken line with its baseline through (x, y).

    Lengths are in points; `anchor` is the point of the line at `x`. Line feeds become spaces.
    """
    marked = _one_line(text, setter)
    if not marked.strip():
        return
    width = setter.width(marked, bold=style.bold) * style.size / 1000
    x -= width * anchor / 2
    parts = ["BT", f"1 0 0 1 {number(x)} {number(y)} Tm"]
    pen = Pen(setter, style, [style.ink])
    pen.write(parts, setter.line([(0, marked)]))
    pen.end(parts)
    parts.append("ET")
    code.append(" ".join(parts))


def number(value: float) -> str:
    """Format a length for a content stream, rounded to a hundredth of a point."""
    return f"{value:.2f}"


def _one_line(text: str, setter: Typesetter) -> str:
    fonts = setter.fonts
    return fonts.mark(fonts.printable(text).replace("\n", " "))


def _shown(placed: Sequence[Placed], codes: Codes, size: float) -> list[str]:
    """Return the operators that show glyphs at the positions from shaping."""
    parts: list[str] = []
    array: list[str] = []
    digits, moved, rise = "", 0, 0

    def show() -> None:
        nonlocal digits, array
        if digits:
            array.append(f"<{digits}>")
        if array:
            parts.append(f"{array[0]} Tj" if len(array) == 1 and digits else f"[{' '.join(array)}] TJ")
        digits, array = "", []

    for item in placed:
        if item.up != rise:
            show()
            rise = item.up
            parts.append(f"{number(rise * size / 1000)} Ts")
        if moved + item.right:
            if digits:
                array.append(f"<{digits}>")
                digits = ""
            array.append(str(-moved - item.right))
        digits += codes.give(item.glyph, item.text)
        moved = item.advance - item.right - codes.file.advance(item.glyph)
    if moved:
        array += [f"<{digits}>", str(-moved)]
        digits = ""
    show()
    if rise:
        parts.append("0 Ts")
    return parts


@cache
def _paint(ink: Ink, operator: str) -> str:
    return f"{ink.red:.3f} {ink.green:.3f} {ink.blue:.3f} {operator}"


@cache
def _choose(face: FontFace, size: float) -> str:
    return f"/{face.resource} {number(size)} Tf"
