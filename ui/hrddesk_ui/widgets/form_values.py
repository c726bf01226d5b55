"""What a form holds, in the terms of a record, and what of it differs from the record that it showed."""

from dataclasses import dataclass, field

from hrddesk.actions.citations import NO_EDITS, CitationEdits
from hrddesk.actions.parties import NewParty
from hrddesk.actions.places import NewPlace
from hrddesk.records.record import Element, Record, Value

Fields = dict[str, Value]
Lists = dict[str, list[dict[str, Value]]]


@dataclass(frozen=True, slots=True)
class FormValues:
    """What a form holds, in the terms of a record; None stands for a field that was emptied."""

    fields: Fields = field(default_factory=dict)
    lists: Lists = field(default_factory=dict)
    cited: CitationEdits = NO_EDITS
    new_parties: tuple[NewParty, ...] = ()
    """Who is named in it and is not in the vault yet."""
    new_place: NewPlace | None = None
    """The place that is named in it and is not in the vault yet."""
    role: str | None = None
    """The role of a person in the case that the form belongs to; "" where it is not stated."""

    def beside(self, stored: Record) -> "FormValues":
        """Return only what differs from the record that the form showed: what changed meanwhile stays."""
        return FormValues(
            {name: value for name, value in self.fields.items() if value != stored.fields.get(name)},
            {
                name: entries
                for name, entries in self.lists.items()
                if entries != [_without_place(item) for item in stored.values(name)]
            },
            self.cited,
            self.new_parties,
            self.new_place,
            self.role,
        )

    def said(self, name: str) -> str | None:
        """Return what a field was changed to, empty where it was emptied; None for one that stays."""
        return str(self.fields[name] or "") if name in self.fields else None


def _without_place(element: Element) -> dict[str, Value]:
    return {key: value for key, value in element.items() if key != "pos"}
