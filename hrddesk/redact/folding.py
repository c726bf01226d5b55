"""Make the characters of a text comparable without losing where they stood.

What `records.names.normalise` does to a whole name is done here to each character by itself, so that a
match can be traced back to where it began and ended in the text. Chinese characters become simplified, one
by one, so that a name written half in one way and half in the other is found too.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.records.scripts import normalise, to_simplified

GAP: Final = " "
"""Stands for a character that may lie between the parts of a name: spaces, marks, punctuation, symbols."""

# Letters that Unicode does not decompose although readers take them for their bare forms; the last ones are
# those of the Uyghur Latin spelling of 1965 and of Turkic names.
_BARE: Final = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th",
    "ŋ": "ng", "ə": "e", "ɵ": "o", "ⱪ": "k", "ⱨ": "h", "ƶ": "z", "ƣ": "gh",
    # A Persian keyboard gives one letter where an Uyghur one gives either of these two.
    "\u0649": "\u064a",
}  # fmt: skip
_INKLESS: Final = frozenset("\u115f\u1160\u3164\uffa0\u17b4\u17b5")
"""Letters by their category that leave no ink: messengers put them where a name shall look empty."""
_MARK: Final = "\u0301"  # any that is not compared


@dataclass(frozen=True, slots=True)
class Folded:
    """A text whose characters were folded; `offsets` is None where each stands where it stood.

    ASCII capitals stay capitals: they show where a word begins inside a hashtag.
    """

    text: str
    offsets: Sequence[int] | None
    source: str = ""
    """The text that was folded."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stands in the text that was folded, with the marks on its end.

        An accent that were left would say how a name ended.
        """
        first, last = start, end
        if self.offsets is not None:
            first, last = self.offsets[start], self.offsets[end - 1] + 1
        while last < len(self.source) and _is_accent(self.source[last]):
            last += 1
        return first, last


class _Table(dict[int, str]):
    """Fold each character once. Holds characters only, never words: it outlives the lock of a vault."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _INKLESS or unicodedata.category(character) == "Me":
            self[code] = GAP
            return GAP
        folded = "".join(_BARE.get(part, part) for part in to_simplified(normalise(character))).casefold()
        if not folded or not all(unicodedata.category(part)[0] in "LNM" for part in folded):
            folded = GAP
        elif character.isupper() and len(folded) == 1 and folded.isascii():
            folded = folded.upper()
        self[code] = folded
        return folded


_TABLE: Final = _Table()

BLANKS: Final = re.compile(
    "[\\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\u115f\u1160\u3164\uffa0\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U000e0000-\U000e0fff]{3,}"
)
"""Many characters in a row that leave no ink or only accents: line breaks, indents, marks of direction.

Two of them, and a hyphen, are a gap that a name may have anyway."""


def fold(text: str) -> Folded:
    """Fold a text for matching; many blanks in a row become one, however far a line is indented."""
    source, text = text, _composed(text)
    folded = text.translate(_TABLE)
    wide = BLANKS.search(text) is not None
    if len(folded) == len(text) and not wide:
        return Folded(folded, None, source)
    kept: list[int] = []
    at = 0
    for blanks in BLANKS.finditer(text):
        kept += range(at, blanks.start() + 1)
        at = blanks.end()
    kept += range(at, len(text))
    if wide:
        folded = BLANKS.sub(GAP, text).translate(_TABLE)
    if len(folded) == len(kept):
        return Folded(folded, kept, source)
    # Some character became several, as a ligature does.
    return Folded(folded, [place for place in kept for _ in _TABLE[ord(text[place])]], source)


def squeeze(text: str) -> str:
    """Return only the folded letters and digits of a name, in small letters: what is compared."""
    return _composed(text).translate(_TABLE).replace(GAP, "").lower()


def _composed(text: str) -> str:
    """Return the text with each letter and the marks behind it as one character, all else where it stood.

    Some programs take letters apart, and then the first one of most Uyghur names is two. What a mark leaves
    is a mark that is not compared.
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    made: list[str] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        whole = unicodedata.normalize("NFC", text[at:end])
        made.append(whole.ljust(end - at, _MARK) if len(whole) <= end - at else text[at:end])
        at = end
    return "".join(made)


def _is_accent(character: str) -> bool:
    """Tell whether a character is a mark on the letter before it that is not compared."""
    return unicodedata.category(character)[0] == "M" and _TABLE[ord(character)] == GAP


# Letters of other alphabets that readers take for Latin ones (those of Unicode TR 39 that pass in running
# text), and the small capitals, which have no other form.
_ALIKE: Final = {
    ord(other): letter
    for others, letters in (
        ("АВЕЅІЈКМНОРСТХҮԜԚавеѕіјкмнорстхүԝԛԁһѵ", "ABESIJKMHOPCTXYWQabesijkmhopctxywqdhv"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεηικνορτυχγω", "ABEZHIKMNOPTYXaenikvoptuxyw"),
        ("ՕՍօոսհ", "OUonuh"),
        ("ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢꜰꜱɑɡ", "abcdeghijklmnoprtuvwyzfsag"),
    )
    for other, letter in zip(others, letters, strict=True)
}
_LOOKALIKES: Final = re.compile("[" + "".join(map(chr, _ALIKE)) + "]")


def has_lookalikes(text: str) -> bool:
    """Tell whether a text holds letters that can be taken for Latin ones."""
    return _LOOKALIKES.search(text) is not None


def plain_letters(text: str) -> str:
    """Return the text with letters that look like Latin ones as those, each where it stood."""
    return text if text.isascii() else text.translate(_ALIKE)
