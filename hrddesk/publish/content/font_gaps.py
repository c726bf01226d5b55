"""The characters and scripts that no font has, which are shown to the person who publishes."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from hrddesk.publish.content.story import tell
from hrddesk.publish.typesetting.fonts import Fonts
from hrddesk.redact.drafting.unprinted import script_without_font
from hrddesk.redact.model.model import RedactedModel

_AROUND: Final = 16  # characters that are quoted on each side


@dataclass(frozen=True, slots=True)
class Gap:
    """A character that no font has, how often it occurs, and a few words around its first occurrence.

    Such a character is printed as its code point. `words` also contain the code point, since the window has
    the same fonts and could only show a box.
    """

    character: str
    times: int
    words: str

    @property
    def number(self) -> str:
        """The code point, as in U+20BB7."""
        return f"U+{ord(self.character):04X}"

    @property
    def name(self) -> str:
        """The Unicode name; empty if there is none."""
        return unicodedata.name(self.character, "")


@dataclass(frozen=True, slots=True)
class ScriptGap:
    """A script for which the publication has no font, and what happens to its texts and characters.

    `texts` are left out of the publication. In other texts, characters of the script are printed as code
    points: `times` is their number, and `words` are some words around the first of them, or empty.
    """

    script: str
    texts: tuple[tuple[str, str], ...] = ()
    """The name of each text that is left out, with a few of its words."""
    times: int = 0
    words: str = ""


def script_gaps(
    character_gaps: Iterable[Gap], staying_texts: Iterable[tuple[str, str, str]]
) -> tuple[ScriptGap, ...]:
    """Return the scripts without a font that occur in a publication, sorted by name.

    `character_gaps` are the characters that no font has. `staying_texts` are the texts that stay out of
    the publication, each with its script, its name and a few of its words.
    """
    gaps_by_script: dict[str, ScriptGap] = {}
    for script, text, words in staying_texts:
        gap = gaps_by_script.setdefault(script, ScriptGap(script))
        gaps_by_script[script] = replace(gap, texts=(*gap.texts, (text, words)))
    for one in character_gaps:
        if script := script_without_font(one.character):
            gap = gaps_by_script.setdefault(script, ScriptGap(script))
            gaps_by_script[script] = replace(gap, times=gap.times + one.times, words=gap.words or one.words)
    return tuple(gaps_by_script[script] for script in sorted(gaps_by_script))


def gaps(model: RedactedModel) -> tuple[Gap, ...]:
    """Return the characters of a model that no font has, the most frequent first.

    Equally frequent characters are in the order of their code points.
    """
    fonts = Fonts()
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for text in tell(model).texts():
        missing = fonts.missing(text)
        counts.update(missing)
        for character in missing:
            if character not in first:
                first[character] = fonts.printable(_around(text, character)).replace("\n", " ")
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple(Gap(character, times, first[character]) for character, times in ordered)


def _around(text: str, character: str) -> str:
    """Return the words around the first occurrence of a character in a text.

    Return the beginning of the text if the character is not found in its composed form (NFC).
    """
    text = unicodedata.normalize("NFC", text)
    place = max(0, text.find(character))
    start, stop = max(0, place - _AROUND), place + _AROUND + 1
    return ("…" if start else "") + text[start:stop] + ("…" if stop < len(text) else "")
