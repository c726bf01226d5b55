"""What a form holds, in the terms of a record."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hrddesk.actions.citations import NO_EDITS, CitationEdits
from hrddesk.actions.parties import NewParty
from hrddesk.actions.places import NewPlace
from hrddesk.records.kinds import LABELS
from hrddesk.records.record import Value

Fields = dict[str, Value]
Lists = dict[str, list[dict[str, Value]]]


@dataclass(slots=True)
class FormValues:
    """The bindings of a form fill it, each its part; None stands for a field that was emptied."""

    fields: Fields = field(default_factory=dict)
    lists: Lists = field(default_factory=dict)
    cited: CitationEdits = NO_EDITS
    new_parties: tuple[NewParty, ...] = ()
    """Who is named in it and is not in the vault yet."""
    new_place: NewPlace | None = None
    """The place that is named in it and is not in the vault yet."""
    role: str | None = None
    """The role of a person in the case that the form belongs to; "" where it is not stated."""

    def labels(self, stored: Mapping[str, str]) -> dict[str, str]:
        """Return the labels by language if they were changed; an empty text for one that was emptied."""
        if LABELS not in self.lists:
            return {}
        changed = {str(item["language"]): str(item["text"]) for item in self.lists[LABELS]}
        return {**dict.fromkeys(stored, ""), **changed}

    def said(self, name: str) -> str | None:
        """Return what a field was changed to, empty where it was emptied; None for one that stays."""
        return str(self.fields[name] or "") if name in self.fields else None
