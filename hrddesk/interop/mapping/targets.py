"""Where a column of somebody's table can go: the fields of cases, people, events and sources.

A row may tell of several events of one person: `event.date` is the first one's, `event2.date` the second's.
"""

import re
from dataclasses import dataclass
from typing import Final

from hrddesk.interop.kit import kit
from hrddesk.interop.kit.kit import FileSpec
from hrddesk.records.model.field_specs import FieldType
from hrddesk.records.model.kinds import SPECS, Kind

SKIPPED: Final = "-"
"""The target of a column that is not to be taken."""
SOURCE: Final = "source.title"
"""Where the row's facts come from: a title or an address, each a source that is cited."""

ROLE: Final = "case.role"
"""The role that the person of the row has in the case."""

_FILES: Final = {"case": kit.CASES, "party": kit.PARTIES, "event": kit.EVENTS}
# What refers to other rows, or says what a key belongs to, cannot stand in a table of one person a row.
_NOT: Final = {
    "case": {"case", "parties", "source", "answers"},
    "party": {"party", "source", "home_key", "answers"},
    "event": {"event", "party", "case", "others", "links", "source", "place_key", "answers"},
}
_LISTS: Final = frozenset(
    {
        "names",
        "occupations",
        "terms",
        "tags",
        "charges",
        "charge_stages",
        "penalties",
        "visibility",
        "citizenships",
    }
)
_TEXTS: Final = frozenset({"note", "narrative", "summary"})
_NUMBERED: Final = re.compile(r"event([2-9]|1[0-9]|20)")  # a row tells of twenty at most


@dataclass(frozen=True, slots=True)
class CellTarget:
    """One place where cells can go."""

    noun: str
    """What the row of the kit is about: "case", "party", "event", or "source"."""
    number: int
    """Which of the row's events, from 1; 1 for all else."""
    column: str
    """The kit's name of the column."""

    @property
    def file(self) -> FileSpec:
        """The file of the kit; raise KeyError for a source, which the kit does not hold."""
        return _FILES[self.noun]

    @property
    def is_list(self) -> bool:
        """Whether a cell can hold several."""
        return self.noun == "source" or self.column in _LISTS

    @property
    def is_text(self) -> bool:
        """Whether several columns can stand below each other."""
        return self.column in _TEXTS

    @property
    def is_date(self) -> bool:
        """Whether a date is expected."""
        field = SPECS[_kind(self.noun)].field(self.column)
        return field is not None and field.type is FieldType.DATE


def _kind(noun: str) -> Kind:
    return Kind.SOURCE if noun == "source" else _FILES[noun].kind


TARGETS: Final = (
    *(
        f"{noun}.{column}"
        for noun, spec in (("party", kit.PARTIES), ("event", kit.EVENTS), ("case", kit.CASES))
        for column in spec.columns
        if column not in _NOT[noun]
    ),
    ROLE,
    SOURCE,
)
"""All targets, those of further events left out, in the order in which they are offered."""


def target_of(name: str) -> CellTarget | None:
    """Return the target of that name ("party.birth", "event2.date"); None where there is none."""
    noun, _, column = name.partition(".")
    numbered = _NUMBERED.fullmatch(noun)
    number = int(numbered[1]) if numbered else 1
    noun = "event" if numbered else noun
    return CellTarget(noun, number, column) if f"{noun}.{column}" in TARGETS else None
