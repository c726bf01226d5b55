"""References in a text: `@K7QX-2026-0001` names a case, a person, evidence or any other record."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_FORM: Final = r"[0-9A-Z]{4}-[0-9]{4}-[PER]?[0-9]{4,}|[0-9A-F]{8,32}"
"""A reference as vaults give them, or an id or its beginning."""
_MENTION: Final = re.compile(
    rf"(?<![\w@.])@(?P<ref>(?P<given>{_FORM})(?![\w-])|\w(?:[\w./-]*\w)?)", re.ASCII | re.IGNORECASE
)
MARK: Final = "@"


@dataclass(frozen=True, slots=True)
class ReferenceMention:
    """A reference and where it stands, its `@` included: from `start` up to `end`."""

    ref: str
    start: int
    end: int
    is_certain: bool
    """Whether it has the form that vaults give; else it may be the name of an account on a platform."""


def mentions_in(text: str) -> Iterator[ReferenceMention]:
    """Yield the references of a text in their order; the `@` of an address of mail begins none."""
    for match in _MENTION.finditer(text):
        yield ReferenceMention(match["ref"], match.start(), match.end(), match["given"] is not None)
