"""Characters that no font of a publication has, for the person who publishes."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Final

from hrddesk.publish.fonts import Fonts
from hrddesk.publish.story import tell
from hrddesk.redact.model import RedactedModel

_AROUND: Final = 16  # characters that are quoted on either side


@dataclass(frozen=True, slots=True)
class Gap:
    """A character that is printed as its number, how often, and a few words where it stands first.

    The words are as they are printed: the window has the same fonts, and could only show a box.
    """

    character: str
    times: int
    words: str

    @property
    def number(self) -> str:
        """Its number, as in U+20BB7."""
        return f"U+{ord(self.character):04X}"

    @property
    def name(self) -> str:
        """Its name in Unicode; nothing where it has none."""
        return unicodedata.name(self.character, "")


def gaps(model: RedactedModel) -> tuple[Gap, ...]:
    """Return the characters of a model that no font has, the most frequent first, then by number."""
    fonts = Fonts()
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for text in tell(model).texts():
        missing = fonts.missing(text)
        counts.update(missing)
        for character in missing:
            if character not in first:
                first[character] = fonts.printable(_around(text, character)).replace("\n", " ")
    ordered = sorted(counts.items(), key=lambda found: (-found[1], found[0]))
    return tuple(Gap(character, times, first[character]) for character, times in ordered)


def _around(text: str, character: str) -> str:
    """Return what stands about the first such character, or the beginning where a joiner hid it."""
    text = unicodedata.normalize("NFC", text)
    place = max(0, text.find(character))
    start, stop = max(0, place - _AROUND), place + _AROUND + 1
    return ("…" if start else "") + text[start:stop] + ("…" if stop < len(text) else "")
