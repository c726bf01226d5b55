"""The fonts of one document: which font draws a character, how wide it is, which code stands for it.

A `Fonts` belongs to one document and is thrown away with it. Reportlab numbers glyphs by what the process
has drawn before, which tells what else was laid out; here a code is the glyph's number in the font file,
so it depends on nothing but the character. Where two characters share a glyph (a full stop of Chinese
and a bullet, for instance) the second one of the document gets a code behind the last glyph, so that every
text can be read back exactly.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any, Final

import uharfbuzz

from hrddesk.paths import resources

# Punctuation that Latin and Chinese share. Beside a Chinese character it is Chinese: a full em wide.
# Within a paragraph such a place is marked by a character of the private use area until it is drawn.
_SHARED = "“”‘’…—·"
_MARKS: Final = {character: chr(0xE000 + number) for number, character in enumerate(_SHARED)}
_MARKING: Final = {ord(character): mark for character, mark in _MARKS.items()}
_UNMARK: Final = {ord(mark): character for character, mark in _MARKS.items()}
_UNMARKED = tuple(map(chr, _UNMARK))
MARKED_OPENING: Final = _MARKS["“"] + _MARKS["‘"]
MARKED_CLOSING: Final = "".join(_MARKS[character] for character in "”’…—·")

# What leaves no mark on paper: joiners, directions, variation selectors, tags, soft hyphens. Names could be
# told apart by them unseen, so none gets into a file.
_DROPPED = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_PLAIN_ASCII = re.compile("[ -~\n]*")
_KEPT_TABLES = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp", "cvt ", "fpgm", "prep"})
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class Face(IntEnum):
    """A font file that this version sets; the value is its number in every document."""

    REGULAR = 1
    BOLD = 2
    HAN = 3

    @property
    def resource(self) -> str:
        """The name under which pages refer to it."""
        return f"F{self.value}"


FILES: Final = {
    Face.REGULAR: "NotoSans-Regular.ttf",
    Face.BOLD: "NotoSans-Bold.ttf",
    Face.HAN: "NotoSansSC-Regular.ttf",
}


@dataclass(frozen=True, slots=True)
class FontFile:
    """An opened font file."""

    face: Face
    path: Path
    name: str
    glyph_count: int
    harfbuzz_face: Any  # uharfbuzz comes without types
    harfbuzz_font: Any
    characters: frozenset[str]

    @classmethod
    def open(cls, face: Face) -> "FontFile":
        """Open the file of `face`."""
        path = resources() / "fonts" / FILES[face]
        harfbuzz_face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
        return cls(
            face,
            path,
            FILES[face].removesuffix(".ttf"),
            harfbuzz_face.glyph_count,
            harfbuzz_face,
            uharfbuzz.Font(harfbuzz_face),
            frozenset(map(chr, harfbuzz_face.unicodes)),
        )

    def glyph(self, character: str) -> int:
        """Return the number of the glyph of `character`; 0 when there is none."""
        glyph: int | None = self.harfbuzz_font.get_nominal_glyph(ord(character))
        return glyph or 0

    def advance(self, glyph: int) -> int:
        """Return a glyph's width in thousandths of the size."""
        units: int = self.harfbuzz_font.get_glyph_h_advance(glyph)
        upem: int = self.harfbuzz_face.upem
        return round(units * 1000 / upem)

    def has_picture(self, glyph: int) -> bool:
        """Tell whether a glyph leaves ink."""
        extents = self.harfbuzz_font.get_glyph_extents(glyph)
        return extents is not None and bool(extents.width) and bool(extents.height)

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """Return a font file with these glyphs only, under the numbers that they have in the whole file.

        Only the tables that a viewer needs are in it: no names, no character map, no substitution rules.
        """
        wanted = uharfbuzz.SubsetInput()
        wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        wanted.glyph_set.update(glyphs)
        dropped = (tag for tag in self.harfbuzz_face.table_tags if tag not in _KEPT_TABLES)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in dropped)
        return bytes(uharfbuzz.subset(self.harfbuzz_face, wanted).blob.data)


class Codes(dict[int, str]):
    """Characters of one font used in this document, by code point; made for `str.translate`.

    A value is the code that a page holds, as four hexadecimal digits.
    """

    def __init__(self, file: FontFile) -> None:
        super().__init__()
        self.file = file
        self.glyphs: dict[int, int] = {}  # code -> glyph
        self.texts: dict[int, str] = {}  # code -> character

    def __missing__(self, codepoint: int) -> str:
        character = _UNMARK.get(codepoint, chr(codepoint))
        glyph = self.file.glyph(character)
        code = glyph
        if self.texts.get(glyph, character) != character:
            code = self.file.glyph_count + sum(code >= self.file.glyph_count for code in self.glyphs)
        self.glyphs[code] = glyph
        self.texts[code] = character
        self[codepoint] = digits = f"{code:04X}"
        return digits


class Fonts:
    """What one document needs of the fonts. Make a new one for every document."""

    def __init__(self) -> None:
        self.files = {face: FontFile.open(face) for face in Face}
        self.codes = {face: Codes(file) for face, file in self.files.items()}
        latin = self.files[Face.REGULAR].characters & self.files[Face.BOLD].characters
        han = self.files[Face.HAN].characters - latin
        covered = "".join(latin | han)
        unfit = {*_DROPPED.findall(covered), *_CONTROLS.findall(covered), *_UNMARKED}
        self._plain = (latin | han) - unfit | {"\n"}
        self.han = han | frozenset(_UNMARKED)
        self.han_class = _class(self.han)
        self._han_run = re.compile(f"([{self.han_class}]+)")
        shared = re.escape(_SHARED)
        self._shared = re.compile(f"[{shared}]+")
        self._advances = {False: _Advances(self, bold=False), True: _Advances(self, bold=True)}

    def printable(self, text: str) -> str:
        """Return `text` as it can be printed: composed, without invisible characters, gaps in brackets.

        A character that no font covers becomes its number, as [U+20BB7]; every kind of line end becomes
        a line feed, every other control a number as well.
        """
        if text.isascii():
            if _PLAIN_ASCII.fullmatch(text):
                return text
        else:
            text = unicodedata.normalize("NFC", text)
        if self._plain.issuperset(set(text)):
            return text
        text = _LINE_ENDS.sub("\n", text)
        odd = set(text) - self._plain
        return text.translate({ord(character): self._replaced(character) for character in odd})

    def _replaced(self, character: str) -> str:
        if _DROPPED.match(character):
            return ""
        if character == "\t" or unicodedata.category(character) == "Zs":
            return " "
        return f"[U+{ord(character):04X}]"

    def mark(self, text: str) -> str:
        """Mark punctuation that is Chinese because of a neighbour on either side; `text` is printable."""
        if text.isascii():
            return text
        return self._shared.sub(self._marked, text)

    def _marked(self, match: re.Match[str]) -> str:
        text, start, end = match.string, match.start(), match.end()
        if text[start - 1 : start] in self.han or text[end : end + 1] in self.han:
            return match[0].translate(_MARKING)
        return match[0]

    def runs(self, text: str, *, bold: bool) -> Iterator[tuple[Face, str]]:
        """Cut a marked text into runs of one font each: the face and the codes as hexadecimal digits."""
        latin = Face.BOLD if bold else Face.REGULAR
        if text.isascii():  # the same, faster
            if text:
                yield latin, text.translate(self.codes[latin])
            return
        for number, piece in enumerate(self._han_run.split(text)):
            if piece:
                face = Face.HAN if number % 2 else latin
                yield face, piece.translate(self.codes[face])

    def width(self, text: str, *, bold: bool) -> int:
        """Return the width of a marked text in thousandths of the size."""
        advances = self._advances[bold]
        return sum([advances[character] for character in text])

    def used(self) -> Iterable[Codes]:
        """Return the codes of every font that draws something in this document."""
        return [codes for codes in self.codes.values() if codes]


class _Advances(dict[str, int]):
    """Widths by character, each asked of the font once."""

    def __init__(self, fonts: Fonts, *, bold: bool) -> None:
        super().__init__()
        self._han = fonts.han
        self._latin_file = fonts.files[Face.BOLD if bold else Face.REGULAR]
        self._han_file = fonts.files[Face.HAN]

    def __missing__(self, character: str) -> int:
        file = self._han_file if character in self._han else self._latin_file
        self[character] = width = file.advance(file.glyph(_UNMARK.get(ord(character), character)))
        return width


def _class(characters: Iterable[str]) -> str:
    """Return the inside of a regular expression's class that holds exactly `characters`."""
    points = sorted(map(ord, characters))
    ranges: list[list[int]] = []
    for point in points:
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)
