"""Regular expressions that match only texts of at most 1,000 characters, because they are slow on longer
ones.

Text may come from untrusted senders, and a running regular expression blocks the whole program. `capped`
compiles those expressions whose running time grows faster than the length of the text. A test measures all
other expressions on worst-case texts.
"""

import re
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 1_000
"""The maximum length of a matched text, in characters."""


@dataclass(frozen=True, slots=True)
class Capped:
    """A regular expression that does not match texts longer than LONGEST."""

    pattern: re.Pattern[str]

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of the whole text, or None if the text does not match or is too long."""
        return self.pattern.fullmatch(text) if len(text) <= LONGEST else None


def capped(pattern: str) -> Capped:
    """Compile a regular expression that does not match texts longer than LONGEST."""
    return Capped(re.compile(pattern))
