"""References in a text: `@K7QX-2026-0001` names a case, a person, evidence or any other record."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_FORM: Final = r"[0-9A-Z]{4}-[0-9]{4}-[PER]?[0-9]{4,}|[0-9A-F]{8,32}"
"""A reference in the form that vaults give, or an id or its beginning."""
_MENTION: Final = re.compile(
    rf"(?<![\w@.])@(?P<ref>(?P<given>{_FORM})(?![\w-])|\w(?:[\w./-]*\w)?)", re.ASCII | re.IGNORECASE
)
MARK: Final = "@"


@dataclass(frozen=True, slots=True)
class ReferenceMention:
    """A reference in a text, from `start`, the index of its `@`, to `end` (exclusive)."""

    ref: str
    start: int
    end: int
    is_certain: bool
    """Whether the reference has the form that vaults give; otherwise it may be an account name."""


def mentions_in(text: str) -> Iterator[ReferenceMention]:
    """Yield the references of a text in order; the `@` of an e-mail address begins no reference."""
    for match in _MENTION.finditer(text):
        yield ReferenceMention(match["ref"], match.start(), match.end(), match["given"] is not None)
