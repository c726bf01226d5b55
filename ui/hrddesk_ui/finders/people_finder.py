"""The search for parties in fields, by any part of any of their names."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hrddesk.actions.records import parties
from hrddesk.records.model.record import RecordId, new_id
from hrddesk.store.records.store import Store
from hrddesk_ui.widgets.forms.party_picker import PartyChoice
from hrddesk_ui.words.language import isolated

MOST_FOUND = 20


class PartyFinder:
    """The search for parties, through the connection of the window's thread.

    It also knows the new parties that a form will create.
    """

    def __init__(self, reader: Store) -> None:
        self._reader = reader
        self._new: dict[str, RecordId] = {}  # by name: the same name is the same new person

    def find(self, text: str) -> list[PartyChoice]:
        """Return the parties whose names match the text best, at most twenty."""
        ids = parties.suggested(self._reader, text, MOST_FOUND)
        return [self._choice(row) for row in parties.rows(self._reader, ids)]

    def find_or_new(self, text: str) -> list[PartyChoice]:
        """Return the parties that match best, and at the end a new party with this name."""
        name = text.strip()
        new = self._new.setdefault(name, new_id())
        return [*self.find(text), PartyChoice(new, _new_label(name))]

    def label(self, party: RecordId) -> str:
        """Return the name of a stored or a new party; if it was deleted, return the beginning of its id."""
        rows = parties.rows(self._reader, [party])
        name = self.new_name(party)
        return self._choice(rows[0]).label if rows else _new_label(name) if name else party[:8]

    def new_name(self, party: RecordId) -> str:
        """Return the name of a party that is not stored yet; "" for a stored party."""
        name = next((name for name, new_party in self._new.items() if new_party == party), "")
        return name if name and self._reader.find(party) is None else ""

    def promise(self, party: RecordId, name: str) -> None:
        """Remember the id and name of a new party from a draft, so that this name gets the same id again."""
        self._new[name] = party

    def labels(self, ids: Sequence[RecordId]) -> dict[RecordId, str]:
        """Return the names of stored parties by their ids, read in one query."""
        labels_by_party = {row.id: self._choice(row).label for row in parties.rows(self._reader, list(ids))}
        return {party: labels_by_party.get(party, party[:8]) for party in ids}

    def _choice(self, row: parties.PartyRow) -> PartyChoice:
        return PartyChoice(row.id, told_apart(row))


def _new_label(name: str) -> str:
    return QCoreApplication.translate("People", "+ New: “{name}”").format(name=name)


def told_apart(row: parties.PartyRow) -> str:
    """Return the name of a party with its reference, because several parties can have the same name."""
    return f"{isolated(row.name)}  ({row.ref})"
