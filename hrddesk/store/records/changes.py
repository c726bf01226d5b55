"""The outcome of an action: its result, and the records that it changed."""

from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from hrddesk.records.model.record import RecordId

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The records that an action changed; a view uses them to decide whether to load again."""

    cases: frozenset[RecordId] = field(default_factory=frozenset)
    parties: frozenset[RecordId] = field(default_factory=frozenset)
    events: frozenset[RecordId] = field(default_factory=frozenset)
    others: frozenset[RecordId] = field(default_factory=frozenset)
    act: int | None = None
    """The number of the change in the history, by which `Store.undo` undoes it."""

    def __or__(self, other: "Changes") -> "Changes":
        """Return the records that either of two actions changed; `act` is None, since no single act undoes
        both.
        """
        return Changes(
            cases=self.cases | other.cases,
            parties=self.parties | other.parties,
            events=self.events | other.events,
            others=self.others | other.others,
        )

    def __bool__(self) -> bool:
        return bool(self.cases or self.parties or self.events or self.others)


class Outcome(NamedTuple, Generic[T_co]):
    """The result of an action that writes, and the records that the action changed.

    `result` is None if the action has no result.
    """

    result: T_co
    changes: Changes
