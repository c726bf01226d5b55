"""Which issue of a series a publication is, and what has changed since the one before.

Cases and people stand by their numbers in the model, from 0. Nobody who bears a label is among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hrddesk.records.model.requirements import Count, Hex32


class Turn(StrEnum):
    """What has changed about somebody; of several the first."""

    DIED = "died"
    RELEASED = "released"
    NEW = "new"
    SENTENCE = "sentence"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class IssueChange:
    """Who has changed, by the numbers of the case and of the person in it."""

    turn: Turn
    case: Count
    person: Count


@dataclass(frozen=True, slots=True)
class Before:
    """The issue before: its number, the day on its title page, and the SHA-256 of its file."""

    number: Count
    as_of: date
    sha256: Hex32


@dataclass(frozen=True, slots=True)
class Issue:
    """A publication that follows another one, or `corrects` it."""

    number: Count
    before: Before
    corrects: bool = False
    changes: tuple[IssueChange, ...] = ()

    def strings(self) -> Iterator[str]:
        """Yield what of it stands on a page beside captions and numbers."""
        yield self.before.as_of.isoformat()
        yield self.before.sha256
