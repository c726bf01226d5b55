"""Patterns that are quick on short text only: they look at no text longer than 1,000 characters.

Text comes from strangers, too, and while a pattern works nothing else of the program does. A pattern whose
work grows faster than its text is made by `capped`; a test measures all others on texts made for them.
"""

import re
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 1_000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Capped:
    """A pattern that fits no text longer than LONGEST."""

    pattern: re.Pattern[str]

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of the whole text, None where it does not fit or is too long."""
        return self.pattern.fullmatch(text) if len(text) <= LONGEST else None


def capped(pattern: str) -> Capped:
    """Compile a pattern that fits no text longer than LONGEST."""
    return Capped(re.compile(pattern))
