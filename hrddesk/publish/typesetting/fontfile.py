"""A font file: its glyphs, their widths, the shaping of joined letters, and a subset for embedding."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any, Final

import uharfbuzz

from hrddesk.publish.typesetting.bidi import mirrored
from hrddesk.system.paths import resources

_KEPT_TABLES: Final = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp", "cvt ", "fpgm", "prep"})


class FontFace(IntEnum):
    """The fonts of the program; the value of a member is the number of the font in every document."""

    REGULAR = 1
    BOLD = 2
    HAN = 3
    ARABIC = 4
    TIBETAN = 5
    MONGOLIAN = 6
    HAN_BOLD = 7

    @property
    def resource(self) -> str:
        """The resource name of the font on pages."""
        return f"F{self.value}"

    @property
    def has_bold(self) -> bool:
        """Whether the font has a bold font file; in other fonts, letters are made bold by an outline."""
        return self in (FontFace.REGULAR, FontFace.BOLD) or self.is_han

    @property
    def is_han(self) -> bool:
        """Whether the letters of the font are Chinese."""
        return self in (FontFace.HAN, FontFace.HAN_BOLD)

    def weight(self, *, bold: bool) -> "FontFace":
        """Return the bold face of this font if `bold` is set, otherwise the face itself."""
        return _BOLD.get(self, self) if bold else self


FILES: Final = {
    FontFace.REGULAR: "NotoSans-Regular.ttf",
    FontFace.BOLD: "NotoSans-Bold.ttf",
    FontFace.HAN: "NotoSansSC-Regular.ttf",
    FontFace.ARABIC: "NotoSansArabic-Regular.ttf",
    FontFace.TIBETAN: "NotoSerifTibetan-Regular.ttf",
    FontFace.MONGOLIAN: "NotoSansMongolian-Regular.ttf",
    FontFace.HAN_BOLD: "NotoSansSC-Bold.ttf",
}
_BOLD: Final = {FontFace.REGULAR: FontFace.BOLD, FontFace.HAN: FontFace.HAN_BOLD}

# The letters whose form depends on their neighbours, by font (Blocks.txt of Unicode).
JOINED: Final = {
    FontFace.ARABIC: "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefe",
    FontFace.TIBETAN: "\u0f00-\u0fff",
    FontFace.MONGOLIAN: "\u1800-\u18af\U00011660-\U0001167f",
}
ACCENTS: Final = "\u0300-\u036f\u1dc0-\u1dff"
"""The code point ranges of Latin and Cyrillic combining accents, for a regular expression class.

The font positions the accents on their letters.
"""
_MONGOLIAN: Final = re.compile(f"[{JOINED[FontFace.MONGOLIAN]}]")


def mongolian(text: str) -> int:
    """Return the number of Mongolian letters in a text."""
    return len(_MONGOLIAN.findall(text))


# The script and the language for which the rules of each font are made.
_WRITTEN: Final = {
    FontFace.ARABIC: ("Arab", "ug"),
    FontFace.TIBETAN: ("Tibt", "bo"),
    FontFace.MONGOLIAN: ("Mong", "mn"),
    FontFace.HAN: ("Hani", "zh"),
    FontFace.HAN_BOLD: ("Hani", "zh"),
}

JOINERS: Final = "\u200c\u200d"
"""The characters that prevent or force the joining of two letters."""
# Invisible characters that may change how the letters beside them look, by font: joiners; in Mongolian also
# the variation selectors, the vowel separator and the narrow space before a suffix.
UNSEEN: Final = {
    FontFace.ARABIC: JOINERS,
    FontFace.MONGOLIAN: "\u180b\u180c\u180d\u180e\u180f\u202f" + JOINERS,
}
# Ornamental ligatures are switched off: programs that reverse a right-to-left line also reverse the letters
# of a ligature.
_FEATURES: Final = {FontFace.ARABIC: {"liga": False}}
_CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST_WORD: Final = 60  # characters; no real word is longer, and the search takes too long for longer ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A shaped glyph with its advance and its shift, in thousandths of the font size.

    `letters` are the letters of the glyph: several for a ligature, none if another glyph already has the
    letter. `text` is the text for extraction from the PDF. It equals `letters`, except for right-to-left
    ligatures: there it is the ligature character (U+FEFB for lam and alef), because a program that reads such
    a line from its end would swap two letters.
    """

    glyph: int
    letters: str
    text: str
    advance: int
    right: int
    up: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """An opened font file."""

    face: FontFace
    name: str
    glyph_count: int
    harfbuzz_face: Any  # uharfbuzz comes without types
    harfbuzz_font: Any
    characters: frozenset[str]

    @classmethod
    def open(cls, face: FontFace) -> "FontFile":
        """Open the file of `face`."""
        harfbuzz_face = uharfbuzz.Face(_content(face))
        return cls(
            face=face,
            name=FILES[face].removesuffix(".ttf"),
            glyph_count=harfbuzz_face.glyph_count,
            harfbuzz_face=harfbuzz_face,
            harfbuzz_font=uharfbuzz.Font(harfbuzz_face),
            characters=frozenset(map(chr, harfbuzz_face.unicodes)),
        )

    def glyph(self, character: str) -> int:
        """Return the glyph number of `character`, or 0 if the font has no such glyph."""
        glyph: int | None = self.harfbuzz_font.get_nominal_glyph(ord(character))
        return glyph or 0

    def advance(self, glyph: int) -> int:
        """Return the width of a glyph in thousandths of the font size."""
        units: int = self.harfbuzz_font.get_glyph_h_advance(glyph)
        upem: int = self.harfbuzz_face.upem
        return round(units * 1000 / upem)

    def shape(self, text: str, *, backwards: bool = False, upright: bool = False) -> tuple[Placed, ...]:
        """Return the glyphs of a text of one script from left to right, as the font shapes them.

        With `backwards` the text runs from right to left; with `upright` it runs and advances from top to
        bottom. Every character belongs to the letters of exactly one glyph.
        """
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.direction = "ttb" if upright else "rtl" if backwards else "ltr"
        buffer.script, buffer.language = _WRITTEN.get(self.face, ("Latn", "en"))
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = (
            uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
            | uharfbuzz.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
        )
        uharfbuzz.shape(self.harfbuzz_font, buffer, _FEATURES.get(self.face))
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        texts = _texts(text, [info.cluster for info in infos], backwards=backwards)
        upem: int = self.harfbuzz_face.upem
        return tuple(
            Placed(
                glyph=info.codepoint,
                letters=part,
                text=self._read_from_its_end(part, info.codepoint) if backwards else part,
                advance=round((-place.y_advance if upright else place.x_advance) * 1000 / upem),
                right=round(place.x_offset * 1000 / upem),
                up=round(place.y_offset * 1000 / upem),
            )
            for info, part, place in zip(infos, texts, positions, strict=True)
        )

    def _read_from_its_end(self, letters: str, glyph: int) -> str:
        """Return the `text` of a glyph (see `Placed`) in a right-to-left text, which is read from its end.

        For a mirrored bracket, this is the bracket as it is drawn. Joiners are omitted: they are invisible,
        and PDF readers would put them on different sides of a letter.
        """
        letters = "".join(letter for letter in letters if letter not in JOINERS)
        if len(letters) == 1 and self.glyph(mirrored(letters)) == glyph:
            return mirrored(letters)
        return _ligatures().get(letters, letters)

    def has_picture(self, glyph: int) -> bool:
        """Tell whether a glyph is visible."""
        extents = self.harfbuzz_font.get_glyph_extents(glyph)
        return extents is not None and bool(extents.width) and bool(extents.height)

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """Return a font file with these glyphs only, under their numbers in the full file.

        The subset has only the tables that a viewer needs: no names, character map or substitution rules.
        """
        subset_input = uharfbuzz.SubsetInput()
        subset_input.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        subset_input.glyph_set.update(glyphs)
        dropped = (tag for tag in self.harfbuzz_face.table_tags if tag not in _KEPT_TABLES)
        subset_input.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in dropped)
        return bytes(uharfbuzz.subset(self.harfbuzz_face, subset_input).blob.data)


@cache
def _content(face: FontFace) -> Any:
    """Return the content of a font file, which the operating system reads on demand."""
    return uharfbuzz.Blob.from_file_path(str(resources() / "fonts" / FILES[face]))


def load() -> None:
    """Open all font files, because a confined process cannot open them later."""
    for face in FontFace:
        _content(face)


def subset_name(program: bytes, file: FontFile) -> str:
    """Return the name of a font subset: six letters derived from its glyphs alone, then the font name.

    ISO 32000-1, 9.6.4.
    """
    letters = (_CAPITALS[byte % 26] for byte in hashlib.sha256(program).digest()[:6])
    return "".join(letters) + "+" + file.name


def _texts(text: str, clusters: list[int], *, backwards: bool) -> list[str]:
    """Return the text of each glyph; `clusters` are the positions in `text` where clusters begin."""
    starts = sorted(set(clusters))
    # Characters that shaping removed at the beginning belong to the first glyph.
    ends = zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True)
    texts_by_cluster = {start: text[first:last] for start, (first, last) in zip(starts, ends, strict=True)}
    texts = [texts_by_cluster.pop(cluster, "") for cluster in (reversed(clusters) if backwards else clusters)]
    return texts[::-1] if backwards else texts


@cache
def _ligatures() -> dict[str, str]:
    """Return the Arabic ligature characters, keyed by the letters that they join.

    The characters are from the Unicode blocks Arabic Presentation Forms-A and -B.
    """
    ligatures: dict[str, str] = {}
    for point in (*range(0xFE70, 0xFEFD), *range(0xFB50, 0xFE00)):
        letters = unicodedata.normalize("NFKC", chr(point)).strip()
        if len(letters) > 1:
            ligatures.setdefault(letters, chr(point))
    return ligatures


def seen_joiners(word: str, file: FontFile) -> str:
    """Return a word without the invisible characters that do not change how it looks.

    A word of more than 60 characters loses all invisible characters.
    """
    unseen = UNSEEN[file.face]
    if len(word) > _LONGEST_WORD:
        return "".join(character for character in word if character not in unseen)
    place = 0
    while place < len(word):
        without = word[:place] + word[place + 1 :]
        if word[place] in unseen and _looks(without, file) == _looks(word, file):
            word, place = without, 0
        else:
            place += 1
    return word


def _looks(word: str, file: FontFile) -> list[tuple[int, int, int, int]]:
    placed = file.shape(word, backwards=file.face is FontFace.ARABIC)
    return [(item.glyph, item.advance, item.right, item.up) for item in placed]
