"""The version of a record for the merge rule: who changed which part last, and which changes were seen.

A part is a field, an element of a list, or the record as a whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from hrddesk.records.model.record import Record

WHOLE = "*"
"""The part whose dot is the creation of the record or, with `deleted`, its deletion."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One change of one replica: `line`, the id of the replica, and `counter`, the count of its changes.

    `also` has, in ascending order, the other changes that independently wrote the same value. Without these
    changes, a later merge would depend on the order in which bundles arrive.
    """

    line: str
    counter: int
    also: tuple["Dot", ...] = ()

    @property
    def pairs(self) -> list[tuple[str, int]]:
        """The replica and counter of each change that the dot represents, ascending."""
        return sorted((dot.line, dot.counter) for dot in (self, *self.also))


@dataclass(frozen=True, slots=True)
class Version:
    """The version of a record: its version vector (`context`), and the last change of each part (`dots`)."""

    context: Mapping[str, int] = field(default_factory=dict)
    dots: Mapping[str, Dot] = field(default_factory=dict)
    deleted: bool = False

    def has_seen(self, dot: Dot) -> bool:
        """Tell whether the change was known when this version was made."""
        return self.context.get(dot.line, 0) >= dot.counter

    def to_json(self) -> dict[str, Any]:
        """Return the version as a JSON object for bundles, the history and the table of records.

        A dot is a flat list of pairs: the index of the replica in the sorted context, and the counter.
        """
        order = {line: place for place, line in enumerate(sorted(self.context))}
        return {
            "context": dict(self.context),
            "deleted": self.deleted,
            "dots": {
                part: [number for line, counter in dot.pairs for number in (order[line], counter)]
                for part, dot in self.dots.items()
            },
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        """Return the version from an output of `to_json`; unknown keys of the object are ignored."""
        lines = sorted(value["context"])
        return cls(
            value["context"],
            {part: _dot(lines, flat) for part, flat in value["dots"].items()},
            bool(value["deleted"]),
        )


def _dot(lines: Sequence[str], flat: Sequence[int]) -> Dot:
    *others, last = (Dot(lines[place], counter) for place, counter in zip(flat[::2], flat[1::2], strict=True))
    return Dot(last.line, last.counter, tuple(others))


def parts(record: Record) -> dict[str, object]:
    """Return every part of a record that is merged separately, by its name: `field` or `list/element`."""
    values_by_part: dict[str, object] = dict(record.fields)
    for name, elements in record.lists.items():
        for element_id, element in elements.items():
            values_by_part[f"{name}/{element_id}"] = dict(element)
    return values_by_part
