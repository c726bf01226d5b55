"""Detection of scripts for which publications have no font.

A text with letters of such a script is not published at all. There is also no grammar for these scripts by
which names in the text would be found.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from hrddesk.records.model.record import RecordId
from hrddesk.redact.passages.pieces import Pieces

_PRINTED: Final = frozenset(
    {
        *("arabic", "bopomofo", "cjk", "cyrillic", "devanagari", "greek"),
        *("hiragana", "katakana", "latin", "mongolian", "tibetan"),
    }
)
_OF_NO_SCRIPT: Final = frozenset(
    {
        *("caron", "combining", "digit", "enclosing", "extended", "ideographic", "masu"),
        *("modifier", "roman", "segmented", "turned", "variation", "vedic", "vertical"),
    }
)
"""The beginnings of the Unicode names of letters, marks and digits that belong to no particular script."""
_AROUND: Final = 24  # characters that are quoted


@dataclass(frozen=True, slots=True)
class Unprinted:
    """A text that is withheld because of a script, with a few of its words; for this desk only."""

    record: RecordId
    field: str
    script: str
    words: str


@cache
def script_without_font(character: str) -> str:
    """Return the Unicode name of the script of a letter, accent or digit, if no font is shipped for the
    script.

    Return "" for every other character.
    """
    plain = unicodedata.normalize("NFKC", character)[0]
    if unicodedata.category(plain) != "Nd" and unicodedata.category(plain)[0] not in "LM":
        return ""
    name = unicodedata.name(plain, "UNKNOWN")
    script = name.split(" ")[0].split("-")[0].lower()
    nothing = script in _PRINTED | _OF_NO_SCRIPT or name.endswith(" FILLER")  # of an invisible letter
    return "" if nothing else script.capitalize()


def unprinted(pieces: Pieces) -> Mapping[str, str]:
    """Return the scripts without a font in the pieces of a text, each with the first words in this script."""
    words_by_script: dict[str, str] = {}
    for piece in pieces:
        if isinstance(piece, str) and not piece.isascii():
            for position, character in enumerate(piece):
                if character.isalpha() and (script := script_without_font(character)):
                    words_by_script.setdefault(script, piece[position : position + _AROUND])
    return words_by_script


def left_behind(texts: Mapping[tuple[RecordId, str], Mapping[str, str]]) -> tuple[Unprinted, ...]:
    """Return one entry for each withheld text and each script because of which it is withheld."""
    return tuple(
        Unprinted(*key, script, words) for key, scripts in texts.items() for script, words in scripts.items()
    )
