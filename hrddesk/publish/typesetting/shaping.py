"""The shaping of lines with joined or right-to-left letters: fonts, order and joined forms.

A line is split into units of one font and one bidi level. The units are ordered from left to right (`bidi`),
and units with joined letters are shaped word by word, each word once per document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from hrddesk.publish.typesetting import bidi
from hrddesk.publish.typesetting.fontfile import ACCENTS, JOINED, UNSEEN, FontFace, Placed
from hrddesk.publish.typesetting.fonts import Fonts
from hrddesk.publish.typesetting.punctuation import meeting, unmarked

_ACCENT: Final = re.compile(f"[{ACCENTS}]")


@dataclass(frozen=True, slots=True)
class ShapingUnit:
    """A piece of a line in one font and with one bidi level.

    It consists of the number of its span, the font, a marked text (see `punctuation`), and the level.
    """

    span: int
    face: FontFace
    text: str
    level: int

    @property
    def backwards(self) -> bool:
        """Whether the unit runs from right to left."""
        return bool(self.level % 2)

    @property
    def joins(self) -> bool:
        """Whether the letters of the unit need the shaping rules of the font."""
        return self.face in JOINED or _ACCENT.search(self.text) is not None


class Shaper:
    """The shaper of joined letters for one document, with a cache of shaped words."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        joined = "|".join(
            f"(?P<{face.name}>[{letters}][{letters}{UNSEEN.get(face, '')}]*)"
            for face, letters in JOINED.items()
        )
        every = "".join(JOINED.values())
        self._cut = fonts.by_plane(
            lambda han: (
                re.compile(
                    f"{joined}|(?P<{FontFace.HAN.name}>[{han}]+)|(?P<{FontFace.REGULAR.name}>[^{every}{han}]+)"
                ).finditer
            )
        )
        self._words: dict[tuple[FontFace, str, bool], tuple[Placed, ...]] = {}

    def width(self, text: str, *, bold: bool) -> int:
        """Return the width of a marked text (see `punctuation`), in thousandths of the font size."""
        total = 0
        for unit in self._units(0, text, bold=bold):
            if unit.joins:
                total += sum(placed.advance for placed in self.shaped(unit.face, unit.text))
            else:
                total += self._fonts.width(unit.text, bold=bold)
        return total

    def shaped(self, face: FontFace, text: str, *, backwards: bool | None = None) -> tuple[Placed, ...]:
        """Return the glyphs of a text in one font from left to right.

        If `backwards` is None, the direction is that of the script.
        """
        if backwards is None:
            backwards = face is FontFace.ARABIC
        key = face, text, backwards
        placed = self._words.get(key)
        if placed is None:
            self._words[key] = placed = self._fonts.files[face].shape(text, backwards=backwards)
        return placed

    def chop(self, atom: str, limit: float, *, bold: bool) -> list[str]:
        """Split a marked text (see `punctuation`) between letters into lines of limited width.

        A line has a width of at most `limit` thousandths of the font size. No line is empty, and the letters
        of a ligature are not separated. Where the text is split, letters have the form of a word end.
        """
        pieces: list[str] = []
        piece = ""
        for unit in self._units(0, atom, bold=bold):
            for part in self._parts(unit):
                if piece and part != " " and self.width(piece + part, bold=bold) > limit:
                    pieces.append(piece)
                    piece = ""
                piece += part
        return [*pieces, piece]

    def _parts(self, unit: ShapingUnit) -> Sequence[str]:
        """Return the smallest pieces of a unit between which a line may be broken, in reading order."""
        if not unit.joins:
            return unit.text
        glyphs = self.shaped(unit.face, unit.text)
        parts: list[str] = []
        for placed in reversed(glyphs) if unit.face is FontFace.ARABIC else glyphs:
            letters = placed.letters
            if parts and not placed.advance:  # a combining mark on the letter before it
                parts[-1] += letters
            else:
                parts.append(letters)
        return parts

    def in_order(
        self, spans: Sequence[tuple[int, str]], levels: bytes | None, *, bold: bool
    ) -> list[ShapingUnit]:
        """Return the shaping units of a line from left to right.

        `levels` has the bidi level of each character; None means that all levels are 0.
        """
        units: list[ShapingUnit] = []
        start = 0
        for span, text in spans:
            for unit in self._units(span, text, bold=bold):
                units += [unit] if levels is None else _by_level(unit, levels[start : start + len(unit.text)])
                start += len(unit.text)
        if levels is None:
            return units
        return [units[place] for place in bidi.order([unit.level for unit in units])]

    def pairs(self, line: str) -> Iterator[tuple[FontFace, int, str]]:
        """Yield the font, number and text of every glyph that a line with joined letters may need.

        The glyphs of both plain and bold letters are included.
        """
        for bold in (False, True):
            for unit in self._units(0, line, bold=bold):
                if unit.joins:
                    for placed in self.shaped(unit.face, unit.text):
                        yield unit.face, placed.glyph, placed.text
                elif unit.face.is_han:  # in vertical Mongolian text it is upright
                    for placed in self.upright(unit):
                        yield unit.face, placed.glyph, placed.text

    def upright(self, unit: ShapingUnit) -> tuple[Placed, ...]:
        """Return the glyphs of a Chinese unit from top to bottom, with the punctuation of vertical text.

        The top of a glyph is at the current position, in the middle of the line. The shift of the glyph
        (`right` and `up`) is measured from this point.
        """
        glyphs: list[Placed] = []
        for piece, narrower in meeting(unit.text):
            glyphs += self._fonts.files[unit.face].shape(unmarked(piece), upright=True)
            if narrower:
                glyphs[-1] = replace(glyphs[-1], advance=glyphs[-1].advance - narrower)
        return tuple(glyphs)

    def placed(self, unit: ShapingUnit) -> tuple[Placed, ...]:
        """Return the glyphs of a unit from left to right; brackets in right-to-left units are mirrored.

        The `text` of a mirrored bracket is the bracket that is drawn, as in the files of other programs: a
        program that extracts a right-to-left line from its end mirrors the bracket back.
        """
        if unit.joins:
            return self.shaped(unit.face, unit.text, backwards=unit.backwards)
        file = self._fonts.files[unit.face]
        glyphs: list[Placed] = []
        for character in reversed(unit.text) if unit.backwards else unit.text:
            text = unmarked(character)
            if unit.backwards and file.glyph(bidi.mirrored(text)):
                text = bidi.mirrored(text)
            glyph = file.glyph(text)
            glyphs.append(
                Placed(glyph=glyph, letters=character, text=text, advance=file.advance(glyph), right=0, up=0)
            )
        return tuple(glyphs)

    def _units(self, span: int, text: str, *, bold: bool) -> Iterator[ShapingUnit]:
        for match in self._cut(text)(text):
            face = FontFace[match.lastgroup or ""].weight(bold=bold)
            yield ShapingUnit(span, face, match[0], 0)


def _by_level(unit: ShapingUnit, levels: bytes) -> Iterator[ShapingUnit]:
    start = 0
    for stop in range(1, len(levels) + 1):
        if stop == len(levels) or levels[stop] != levels[start]:
            yield ShapingUnit(unit.span, unit.face, unit.text[start:stop], levels[start])
            start = stop
