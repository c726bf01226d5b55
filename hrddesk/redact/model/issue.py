"""The data of one issue in a series: its number, and the changes since the previous issue.

Cases and people are referred to by their numbers in the model, from 0. No change is about a person with a
label.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hrddesk.records.model.requirements import Count, Hex32


class Turn(StrEnum):
    """The kinds of change in a person's situation; of several changes, the first in this list is
    published.
    """

    DIED = "died"
    RELEASED = "released"
    NEW = "new"
    SENTENCE = "sentence"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class IssueChange:
    """A change in a person's situation; `case` and `person` are the numbers of the case and of the person in
    it.
    """

    turn: Turn
    case: Count
    person: Count


@dataclass(frozen=True, slots=True)
class Before:
    """The previous issue: its number, the day on its title page, and the SHA-256 of its file."""

    number: Count
    as_of: date
    sha256: Hex32


@dataclass(frozen=True, slots=True)
class Issue:
    """The issue data of a publication that follows the issue `before`; with `corrects` it replaces that
    issue.
    """

    number: Count
    before: Before
    corrects: bool = False
    changes: tuple[IssueChange, ...] = ()

    def strings(self) -> Iterator[str]:
        """Yield the printed strings other than captions and numbers."""
        yield self.before.as_of.isoformat()
        yield self.before.sha256
