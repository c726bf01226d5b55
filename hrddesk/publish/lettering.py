"""How letters come on paper: colours and styles, what a document has measured, and a line by itself.

Paragraphs, tables, headers and charts all draw their letters through this module, so that every script is
set in the same way everywhere.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from hrddesk.publish.fonts import Face, Fonts
from hrddesk.publish.linebreak import atoms_of


class Align(IntEnum):
    """On which side lines are flush."""

    LEFT = 0
    RIGHT = 1


class Anchor(IntEnum):
    """Which point of a line by itself lies at the place that is given for it."""

    LEFT = 0
    MIDDLE = 1
    RIGHT = 2


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour as red, green and blue from 0 to 1."""

    red: float
    green: float
    blue: float

    def fill(self) -> str:
        """Return the operator that fills with it."""
        return _paint(self, "rg")

    def stroke(self) -> str:
        """Return the operator that strokes with it."""
        return _paint(self, "RG")


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text looks; lengths are in points."""

    size: float
    leading: float
    ink: Ink
    bold: bool = False
    align: Align = Align.LEFT


class Typesetter:
    """The fonts of one document with what was measured so far. Make a new one for every document."""

    def __init__(self) -> None:
        self.fonts = Fonts()
        self.atoms = atoms_of(self.fonts.han_class)
        self._measured = {False: Measured(self.fonts, bold=False), True: Measured(self.fonts, bold=True)}

    def measured(self, *, bold: bool) -> "Measured":
        """Return the widths of atoms."""
        return self._measured[bold]


class Measured(dict[str, tuple[int, int]]):
    """Widths of an atom in thousandths of the size: without the spaces behind it, and with them."""

    def __init__(self, fonts: Fonts, *, bold: bool) -> None:
        super().__init__()
        self._fonts, self._bold = fonts, bold

    def __missing__(self, atom: str) -> tuple[int, int]:
        full = self._fonts.width(atom, bold=self._bold)
        bare = self._fonts.width(atom.rstrip(" "), bold=self._bold)
        self[atom] = result = (bare, full)
        return result


class Pen:
    """Writes letters of one style between BT and ET: changes font and colour where they change."""

    def __init__(self, fonts: Fonts, style: TextStyle) -> None:
        self._fonts, self._style = fonts, style
        self._face: Face | None = None
        self._ink: Ink | None = None

    def write(self, parts: list[str], text: str, ink: Ink) -> None:
        """Append the operators that show a marked text where the line has come to."""
        if ink is not self._ink:
            self._ink = ink
            parts.append(ink.fill())
        for face, codes in self._fonts.runs(text, bold=self._style.bold):
            if face is not self._face:
                parts += self._change(face, ink)
                self._face = face
            parts.append(f"<{codes}> Tj")

    def _change(self, face: Face, ink: Ink) -> list[str]:
        style = self._style
        parts = [_choose(face, style.size)]
        if style.bold and face is Face.HAN:
            # There is one weight of Chinese; headings are drawn with a thin outline around the letters.
            parts += [ink.stroke(), f"{number(style.size * 0.03)} w", "2 Tr"]
        elif style.bold and self._face is Face.HAN:
            parts.append("0 Tr")
        return parts

    def end(self, parts: list[str]) -> None:
        """Leave nothing set that the next text does not expect."""
        if self._style.bold and self._face is Face.HAN:
            parts.append("0 Tr")


def line_width(text: str, style: TextStyle, setter: Typesetter) -> float:
    """Return how wide a text of one line is, in points."""
    return setter.fonts.width(_one_line(text, setter), bold=style.bold) * style.size / 1000


def draw_line(
    code: list[str],
    text: str,
    x: float,
    y: float,
    style: TextStyle,
    setter: Typesetter,
    anchor: Anchor = Anchor.LEFT,
) -> None:
    """Append the operators that draw a text of one line, never broken, with its baseline through (x, y).

    Lengths are in points; `anchor` says which point of the line lies at `x`. Line feeds become spaces.
    """
    marked = _one_line(text, setter)
    if not marked.strip():
        return
    width = setter.fonts.width(marked, bold=style.bold) * style.size / 1000
    x -= width * anchor / 2
    parts = ["BT", f"1 0 0 1 {number(x)} {number(y)} Tm"]
    pen = Pen(setter.fonts, style)
    pen.write(parts, marked, style.ink)
    pen.end(parts)
    parts.append("ET")
    code.append(" ".join(parts))


def number(value: float) -> str:
    """Write a length for a page: to a hundredth of a point."""
    return f"{value:.2f}"


def _one_line(text: str, setter: Typesetter) -> str:
    fonts = setter.fonts
    return fonts.mark(fonts.printable(text).replace("\n", " "))


@cache
def _paint(ink: Ink, operator: str) -> str:
    return f"{ink.red:.3f} {ink.green:.3f} {ink.blue:.3f} {operator}"


@cache
def _choose(face: Face, size: float) -> str:
    return f"/{face.resource} {number(size)} Tf"
