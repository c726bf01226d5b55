"""The targets for columns of a foreign table: fields of cases, people, events and sources.

A row may contain several events of one person: `event.date` belongs to the first, `event2.date` to the
second.
"""

import re
from dataclasses import dataclass
from typing import Final

from hrddesk.interop.kit import kit
from hrddesk.interop.kit.kit import FileSpec
from hrddesk.records.model.field_specs import FieldType
from hrddesk.records.model.kinds import SPECS, Kind

SKIPPED: Final = "-"
"""The target of a column that is ignored."""
SOURCE: Final = "source.title"
"""The target for titles or addresses of the sources of a row; each becomes a source that is cited."""

ROLE: Final = "case.role"
"""The target for the role of the row's person in the case."""

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
    """One target for cells of a table."""

    noun: str
    """The subject of the row of the kit: "case", "party", "event" or "source"."""
    number: int
    """The number of the event within the row, from 1; 1 for all other subjects."""
    column: str
    """The name of the column in the kit."""

    @property
    def file(self) -> FileSpec:
        """The file of the kit to which the cells go; raise KeyError for a source, which goes to no file."""
        return _FILES[self.noun]

    @property
    def is_list(self) -> bool:
        """Whether the target can hold several items."""
        return self.noun == "source" or self.column in _LISTS

    @property
    def is_text(self) -> bool:
        """Whether the target accepts several columns, joined line by line."""
        return self.column in _TEXTS

    @property
    def is_date(self) -> bool:
        """Whether the target expects a date."""
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
"""All targets except those of further events, in the order in which they are offered."""


def target_of(name: str) -> CellTarget | None:
    """Return the target with this name ("party.birth", "event2.date"); None if there is none."""
    noun, _, column = name.partition(".")
    numbered = _NUMBERED.fullmatch(noun)
    number = int(numbered[1]) if numbered else 1
    noun = "event" if numbered else noun
    return CellTarget(noun, number, column) if f"{noun}.{column}" in TARGETS else None
