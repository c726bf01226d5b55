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
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """A text whose characters were folded; `offsets` is None where each stands where it stood.

    ASCII capitals stay capitals: they show where a word begins inside a hashtag.
    """

    text: str
    offsets: Sequence[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stands in the text that was folded."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


class _Table(dict[int, str]):
    """Fold each character once. Holds characters only, never words: it outlives the lock of a vault."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = "".join(_BARE.get(part, part) for part in to_simplified(normalise(character))).casefold()
        if not folded or not all(unicodedata.category(part)[0] in "LNM" for part in folded):
            folded = GAP
        elif character.isupper() and len(folded) == 1 and folded.isascii():
            folded = folded.upper()
        self[code] = folded
        return folded


_TABLE: Final = _Table()

BLANKS: Final = re.compile("[\\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]{3,}")
"""Many characters in a row that leave no ink: line breaks, indents, marks of direction.

Two of them, and a hyphen, are a gap that a name may have anyway."""


def fold(text: str) -> Folded:
    """Fold a text for matching; many blanks in a row become one, however far a line is indented."""
    folded = text.translate(_TABLE)
    wide = BLANKS.search(text) is not None
    if len(folded) == len(text) and not wide:
        return Folded(folded, None)
    kept: list[int] = []
    at = 0
    for blanks in BLANKS.finditer(text):
        kept += range(at, blanks.start() + 1)
        at = blanks.end()
    kept += range(at, len(text))
    if wide:
        folded = BLANKS.sub(GAP, text).translate(_TABLE)
    if len(folded) == len(kept):
        return Folded(folded, kept)
    # Some character became several, as a ligature does.
    return Folded(folded, [place for place in kept for _ in _TABLE[ord(text[place])]])


def squeeze(text: str) -> str:
    """Return only the folded letters and digits of a name, in small letters: what is compared."""
    return text.translate(_TABLE).replace(GAP, "").lower()


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
