"""The values of a form, as actions take them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from hrddesk.actions.records.citations import NO_EDITS, CitationEdits
from hrddesk.actions.records.editing import Lists
from hrddesk.actions.records.parties import NewParty
from hrddesk.actions.records.places import NewPlace
from hrddesk.records.model.kinds import LABELS
from hrddesk.records.model.list_edits import ListEdit
from hrddesk.records.model.record import Record, Value

Fields = dict[str, Value]
Entries = dict[str, list[dict[str, Value]]]


@dataclass(slots=True, kw_only=True)
class FormValues:
    """The values that the bindings of a form write; in `fields`, None means that the field was emptied."""

    fields: Fields = field(default_factory=dict)
    entries: Entries = field(default_factory=dict)
    """The entries of lists; stored ones have their `id`."""
    base: Record | None = None
    """The record as it was when the form was opened; None for a new record."""
    cited: CitationEdits = NO_EDITS
    new_parties: tuple[NewParty, ...] = ()
    """The people in the form who are not in the vault yet."""
    new_place: NewPlace | None = None
    """The place in the form that is not in the vault yet."""
    role: str | None = None
    """The role of a person in the case of the form; "" if it is not stated."""
    consent_note: str | None = None
    """Who was asked for consent, and how; None if the note does not change."""

    @property
    def lists(self) -> Lists:
        """The lists as actions take them: all entries of a new record, only the changes of a stored one."""
        if self.base is None:
            return dict(self.entries)
        base = self.base.lists
        return {name: ListEdit(entries, base.get(name, {})) for name, entries in self.entries.items()}

    def labels(self, shipped: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
        """Return the changed labels by language; the text of a label that was emptied is "".

        `shipped` are the labels of a term that came with the program and is not a record yet. For a new
        record, the labels that differ from `shipped` count as changed.
        """
        if LABELS not in self.entries:
            return {}
        before = shipped if self.base is None else self.base.labels
        typed = {str(item["language"]): str(item["text"]) for item in self.entries[LABELS]}
        return {
            code: typed.get(code, "")
            for code in {**before, **typed}
            if typed.get(code, "") != before.get(code, "")
        }

    def texts(self, name: str, record: Record | None) -> list[str] | None:
        """Return a list of texts as it is to be stored; None if the form does not change it.

        `record` is the stored record as it is now: changes by others since the form was opened are kept.
        """
        if name not in self.entries:
            return None
        base = {} if self.base is None else self.base.lists.get(name, {})
        edit = ListEdit(self.entries[name], base)
        entries = self.entries[name] if record is None else edit.applied(record, name)
        return [str(item["text"]) for item in entries]

    def said(self, name: str) -> str | None:
        """Return the new value of a field, or "" if it was emptied; None if the form does not change the
        field.
        """
        return str(self.fields[name] or "") if name in self.fields else None
