"""Scripts for which publications have no font: a text with letters of one goes out in no form.

Nor is there a grammar for them, by which names in the text would be found.
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
"""How Unicode's names of letters, marks and digits begin that belong to no script of their own."""
_AROUND: Final = 24  # characters that are quoted


@dataclass(frozen=True, slots=True)
class Unprinted:
    """A text that stays behind for a script, with a few words of it; for this desk's eyes only."""

    record: RecordId
    field: str
    script: str
    words: str


@cache
def script_without_font(character: str) -> str:
    """Return the script of a letter, mark or digit, as Unicode calls it, if no font is shipped for it."""
    plain = unicodedata.normalize("NFKC", character)[0]
    if unicodedata.category(plain) != "Nd" and unicodedata.category(plain)[0] not in "LM":
        return ""
    name = unicodedata.name(plain, "UNKNOWN")
    script = name.split(" ")[0].split("-")[0].lower()
    nothing = script in _PRINTED | _OF_NO_SCRIPT or name.endswith(" FILLER")  # of an invisible letter
    return "" if nothing else script.capitalize()


def unprinted(pieces: Pieces) -> Mapping[str, str]:
    """Return the scripts without a font among what may stay of a text, with words where each begins."""
    words_by_script: dict[str, str] = {}
    for piece in pieces:
        if isinstance(piece, str) and not piece.isascii():
            for position, character in enumerate(piece):
                if character.isalpha() and (script := script_without_font(character)):
                    words_by_script.setdefault(script, piece[position : position + _AROUND])
    return words_by_script


def left_behind(texts: Mapping[tuple[RecordId, str], Mapping[str, str]]) -> tuple[Unprinted, ...]:
    """Return each text that stays behind, once for each of its scripts."""
    return tuple(
        Unprinted(*key, script, words) for key, scripts in texts.items() for script, words in scripts.items()
    )
