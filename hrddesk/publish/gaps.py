"""Characters that no font of a publication has, for the person who publishes."""

import unicodedata
from collections import Counter
from dataclasses import dataclass

from hrddesk.publish.fonts import Fonts
from hrddesk.publish.story import tell
from hrddesk.redact.model import RedactedModel


@dataclass(frozen=True, slots=True)
class Gap:
    """A character that is printed as its number, and how often it stands on the pages."""

    character: str
    times: int

    @property
    def number(self) -> str:
        """Its number, as in U+20BB7."""
        return f"U+{ord(self.character):04X}"

    @property
    def name(self) -> str:
        """Its name in Unicode; nothing where it has none."""
        return unicodedata.name(self.character, "")

    @property
    def seen(self) -> bool:
        """Whether the character itself can be shown: controls and what Unicode has not assigned cannot."""
        return not unicodedata.category(self.character).startswith("C")


def gaps(model: RedactedModel) -> tuple[Gap, ...]:
    """Return the characters of a model that no font has, the most frequent first, then by number."""
    missing = Fonts().missing
    counts: Counter[str] = Counter()
    for text in tell(model).texts():
        counts.update(missing(text))
    ordered = sorted(counts.items(), key=lambda found: (-found[1], found[0]))
    return tuple(Gap(character, times) for character, times in ordered)
