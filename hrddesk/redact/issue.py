"""Which issue of a series a publication is, and what has changed since the one before.

JSON (`to_json`, `from_json`)::

    Issue: {"number": n, "before": {"number": n, "as_of": "2020-12-31", "sha256": hex}, "corrects": bool,
            "changes": [{"turn": "died"|"released"|"new"|"sentence"|"changed", "case": n, "person": n}]}

Cases and people by their numbers in the model, from 0. Nobody who bears a label is among them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hrddesk.redact import shapes


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
    case: int
    person: int

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {"turn": self.turn.value, "case": self.case, "person": self.person}

    @classmethod
    def from_json(cls, value: object, where: str = "model.issue.changes") -> "IssueChange":
        """Read the JSON object; raise ValueError on any other shape."""
        found = shapes.fields(value, where, "turn", "case", "person")
        return cls(
            shapes.code(Turn, found["turn"], f"{where}.turn"),
            shapes.count(found["case"], f"{where}.case"),
            shapes.count(found["person"], f"{where}.person"),
        )


@dataclass(frozen=True, slots=True)
class Before:
    """The issue before: its number, the day on its title page, and the SHA-256 of its file."""

    number: int
    as_of: date
    sha256: str

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {"number": self.number, "as_of": self.as_of.isoformat(), "sha256": self.sha256}

    @classmethod
    def from_json(cls, value: object, where: str = "model.issue.before") -> "Before":
        """Read the JSON object; raise ValueError on any other shape."""
        found = shapes.fields(value, where, "number", "as_of", "sha256")
        return cls(
            shapes.count(found["number"], f"{where}.number"),
            shapes.day(found["as_of"], f"{where}.as_of"),
            shapes.hexadecimal(found["sha256"], f"{where}.sha256"),
        )


@dataclass(frozen=True, slots=True)
class Issue:
    """A publication that follows another one, or `corrects` it."""

    number: int
    before: Before
    corrects: bool = False
    changes: tuple[IssueChange, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "number": self.number,
            "before": self.before.to_json(),
            "corrects": self.corrects,
            "changes": [change.to_json() for change in self.changes],
        }

    @classmethod
    def from_json(cls, value: object, where: str = "model.issue") -> "Issue":
        """Read the JSON object; raise ValueError on any other shape."""
        found = shapes.fields(value, where, "number", "before", "corrects", "changes")
        if not isinstance(found["corrects"], bool):
            raise ValueError(f"{where}.corrects: not true or false")
        return cls(
            shapes.count(found["number"], f"{where}.number"),
            Before.from_json(found["before"]),
            found["corrects"],
            tuple(map(IssueChange.from_json, shapes.items(found["changes"], f"{where}.changes"))),
        )

    def strings(self) -> Iterator[str]:
        """Yield what of it stands on a page beside captions and numbers."""
        yield self.before.as_of.isoformat()
        yield self.before.sha256
