"""The fonts of one document: the font, width and code of each character.

A `Fonts` belongs to one document and is discarded with it. A code is the glyph number in the font file, so it
depends on the character alone. (The codes of reportlab depend on what the process drew earlier, and so
reveal other layouts.) Two texts can share a glyph: a Chinese full stop and a bullet, or two Mongolian letters
that look alike within a word. The second of these texts in the document then gets a code after the last
glyph, so that every text can be extracted exactly.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from typing import Final, TypeVar

from hrddesk.publish.typesetting.fontfile import ACCENTS, JOINED, UNSEEN, FontFace, FontFile, seen_joiners
from hrddesk.publish.typesetting.punctuation import (
    MARKING,
    SHARED,
    SHARED_AS_CHINESE,
    UNMARK,
    meeting,
    squeezed,
)

# Invisible characters: joiners, directions, variation selectors, tags, soft hyphens. They could mark copies
# secretly, so a file contains them only where they change how a word looks (`seen_joiners`).
_DROPPED = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_ALL_UNSEEN = frozenset("".join(UNSEEN.values()))
_NOTHING: Final[frozenset[str]] = frozenset()
_PLAIN_ASCII = re.compile("[ -~\n]*")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BEYOND = re.compile("[\U00010000-\U0010ffff]").search

Made = TypeVar("Made")


class Codes(dict[int, str]):
    """The codes of one font in this document, as a mapping from code points for `str.translate`.

    Each value is the code that a page uses for the character, as four hexadecimal digits.
    """

    def __init__(self, file: FontFile) -> None:
        super().__init__()
        self.file = file
        self.glyphs: dict[int, int] = {}  # code -> glyph
        self.texts: dict[int, str] = {}  # code -> what it stands for, mostly one character
        self._given: dict[tuple[int, str], str] = {}
        self._shared = 0  # the number of codes after the last glyph

    def __missing__(self, codepoint: int) -> str:
        character = UNMARK.get(codepoint, chr(codepoint))
        self[codepoint] = digits = self.give(self.file.glyph(character), character)
        return digits

    def give(self, glyph: int, text: str) -> str:
        """Return the code for a glyph that stands for `text`: one letter, or several for a ligature."""
        digits = self._given.get((glyph, text))
        if digits is None:
            code = glyph
            if self.texts.get(glyph, text) != text:
                code = self.file.glyph_count + self._shared
                self._shared += 1
            self.glyphs[code] = glyph
            self.texts[code] = text
            self._given[glyph, text] = digits = f"{code:04X}"
        return digits


class Fonts:
    """The fonts and codes of one document; a new instance is made for every document."""

    def __init__(self) -> None:
        self.files = {face: FontFile.open(face) for face in FontFace}
        self.codes = {face: Codes(file) for face, file in self.files.items()}
        joined = {face: self._joined(face) for face in JOINED}
        latin = self.files[FontFace.REGULAR].characters & self.files[FontFace.BOLD].characters
        latin -= frozenset().union(*joined.values())
        han = (self.files[FontFace.HAN].characters & self.files[FontFace.HAN_BOLD].characters) - latin
        covered = "".join(latin.union(han, *joined.values()))
        unfit = {*_DROPPED.findall(covered), *_CONTROLS.findall(covered), *SHARED_AS_CHINESE, *_ALL_UNSEEN}
        self._plain = frozenset(covered) - unfit | {"\n"}
        self._joined_words = re.compile(
            "|".join(f"(?P<{face.name}>{_word(joined[face], unseen)})" for face, unseen in UNSEEN.items())
        )
        self._joins = re.compile(f"[{ACCENTS}{''.join(JOINED.values())}]").search
        self.han = han | frozenset(SHARED_AS_CHINESE)
        self._han_runs = self.by_plane(lambda han: re.compile(f"([{han}]+)").split)
        self._stacked = re.compile(f"[{JOINED[FontFace.TIBETAN]}]").search
        shared = re.escape(SHARED)
        self._shared = re.compile(f"[{shared}]+")
        self._advances = {False: _Advances(self, bold=False), True: _Advances(self, bold=True)}

    def _joined(self, face: FontFace) -> frozenset[str]:
        """Return the characters of a font whose forms depend on their neighbours."""
        return frozenset(re.findall(f"[{JOINED[face]}]", "".join(self.files[face].characters)))

    def by_plane(self, make: Callable[[str], Made]) -> Callable[[str], Made]:
        """Return a function from a text to the result of `make` for this text; results are cached.

        `make` receives the inside of a regular expression class: the characters that are set like Chinese.
        Those beyond the first Unicode plane are in the class only if the text has such a character. They are
        rare but form hundreds of ranges, and a regular expression compares every other letter with each of
        these ranges, which takes fifty times as long.
        """

        @cache
        def made(beyond: bool) -> Made:
            return make(_class(self.han if beyond else [han for han in self.han if han <= "\uffff"]))

        return lambda text: made(not text.isascii() and _BEYOND(text) is not None)

    def joins(self, text: str) -> bool:
        """Tell whether a printable text has a character whose form depends on its neighbours."""
        return not text.isascii() and self._joins(text) is not None

    def stacks(self, text: str) -> bool:
        """Tell whether a printable text has vertically stacked letters, which need more line height."""
        return not text.isascii() and self._stacked(text) is not None

    def printable(self, text: str) -> str:
        """Return `text` in printable form: composed, and without invisible characters.

        A character that no font covers becomes its code point in brackets, such as [U+20BB7]. Every kind of
        line end becomes a line feed, every other control character becomes its code point in brackets.
        """
        text, odd = self._written(text)
        if not odd:
            return text
        return text.translate({ord(character): self._replaced(character) for character in odd})

    def missing(self, text: str) -> list[str]:
        """Return each occurrence of a character that `printable` replaces by its code point."""
        text, odd = self._written(text)
        numbered = {character for character in odd if len(self._replaced(character)) > 1}
        return [character for character in text if character in numbered] if numbered else []

    def _written(self, text: str) -> tuple[str, Set[str]]:
        """Return a text in composed form without invisible characters, and its unprintable characters."""
        if text.isascii():
            if _PLAIN_ASCII.fullmatch(text):
                return text, _NOTHING
        else:
            text = unicodedata.normalize("NFC", text)
        if self._plain.issuperset(set(text)):
            return text, _NOTHING
        text = self._without_unseen(_LINE_ENDS.sub("\n", text))
        return text, set(text) - self._plain - _ALL_UNSEEN  # those that are left change a word

    def _without_unseen(self, text: str) -> str:
        """Return a text without the invisible characters that do not change how a word looks."""
        if _DROPPED.search(text) is None and "\u202f" not in text:
            return text
        parts: list[str] = []
        rest = 0
        for word in self._joined_words.finditer(text):
            seen_word = seen_joiners(word[0], self.files[FontFace[word.lastgroup or ""]])
            parts += [_drop(text[rest : word.start()]), seen_word]
            rest = word.end()
        parts.append(_drop(text[rest:]))
        return unicodedata.normalize("NFC", "".join(parts))

    def _replaced(self, character: str) -> str:
        if character == "\t" or unicodedata.category(character) == "Zs":
            return " "
        return f"[U+{ord(character):04X}]"

    def mark(self, text: str) -> str:
        """Return a printable text in which Chinese punctuation is marked.

        Punctuation that Latin and Chinese share counts as Chinese if it is beside a Chinese character. To
        mark it, a private use character takes its place (see `punctuation`).
        """
        if text.isascii():
            return text
        return self._shared.sub(self._marked, text)

    def _marked(self, match: re.Match[str]) -> str:
        text, start, end = match.string, match.start(), match.end()
        if text[start - 1 : start] in self.han or text[end : end + 1] in self.han:
            return match[0].translate(MARKING)
        return match[0]

    def runs(self, text: str, *, bold: bool) -> Iterator[tuple[FontFace, str]]:
        """Split a marked text (see `punctuation`) into runs of one font.

        Yield the face of each run and the operator that shows the run.
        """
        latin, chinese = FontFace.REGULAR.weight(bold=bold), FontFace.HAN.weight(bold=bold)
        if text.isascii():  # the same, faster
            if text:
                yield latin, f"<{text.translate(self.codes[latin])}> Tj"
            return
        for number, piece in enumerate(self._han_runs(text)(text)):
            if piece:
                face = chinese if number % 2 else latin
                yield face, self.shown(face, piece)

    def shown(self, face: FontFace, text: str) -> str:
        """Return the operator that shows a marked text (see `punctuation`) in the font `face`."""
        codes = self.codes[face]
        if not face.is_han or not squeezed(text):
            return f"<{text.translate(codes)}> Tj"
        pieces = (f"<{piece.translate(codes)}> {narrower}" for piece, narrower in meeting(text))
        return f"[{' '.join(pieces).removesuffix(' 0')}] TJ"

    def width(self, text: str, *, bold: bool) -> int:
        """Return the width of a marked text (see `punctuation`), in thousandths of the font size."""
        advances = self._advances[bold]
        total = sum([advances[character] for character in text])
        return total if text.isascii() else total - squeezed(text)

    def used(self) -> Iterable[Codes]:
        """Return the codes of every font that is used in this document."""
        return [codes for codes in self.codes.values() if codes.glyphs]


class _Advances(dict[str, int]):
    """A cache of character widths."""

    def __init__(self, fonts: Fonts, *, bold: bool) -> None:
        super().__init__()
        self._han = fonts.han
        self._latin_file = fonts.files[FontFace.REGULAR.weight(bold=bold)]
        self._han_file = fonts.files[FontFace.HAN.weight(bold=bold)]

    def __missing__(self, character: str) -> int:
        file = self._han_file if character in self._han else self._latin_file
        self[character] = width = file.advance(file.glyph(UNMARK.get(ord(character), character)))
        return width


def _class(characters: Iterable[str]) -> str:
    """Return the inside of a regular expression character class for exactly `characters`."""
    points = sorted(map(ord, characters))
    ranges: list[list[int]] = []
    for point in points:
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


def _word(letters: Iterable[str], unseen: str) -> str:
    """Return the regular expression of a word of these letters, with invisible characters inside the word.

    The word does not end with a narrow no-break space.
    """
    within = _class([*letters, *unseen])
    begins, ends = _class(set(letters) - set(unseen)), _class({*letters, *unseen} - {"\u202f"})
    return f"[{begins}](?:[{within}]*[{ends}])?"


def _drop(text: str) -> str:
    return _DROPPED.sub("", text).replace("\u202f", " ")
