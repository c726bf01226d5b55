"""The search for people in fields, by any part of any of their names."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hrddesk.actions.records import parties
from hrddesk.records.model.record import RecordId, new_id
from hrddesk.store.records.store import Store
from hrddesk_ui.widgets.forms.party_picker import PartyChoice
from hrddesk_ui.words.language import isolated

MOST_FOUND = 20


class PartyFinder:
    """The search for people, through the window's own connection."""

    def __init__(self, reader: Store) -> None:
        self._reader = reader
        self._new: dict[str, RecordId] = {}  # by name: the same name is the same new person

    def find(self, text: str) -> list[PartyChoice]:
        """Return the parties whose names fit the text best, at most twenty."""
        ids = parties.suggested(self._reader, text, MOST_FOUND)
        return [self._choice(row) for row in parties.rows(self._reader, ids)]

    def find_or_new(self, text: str) -> list[PartyChoice]:
        """Return the best matches, and last a new party of that name."""
        name = text.strip()
        new = self._new.setdefault(name, new_id())
        return [*self.find(text), PartyChoice(new, _new_label(name))]

    def label(self, party: RecordId) -> str:
        """Return the name of a stored party, or the start of its id if it was deleted."""
        rows = parties.rows(self._reader, [party])
        name = self.new_name(party)
        return self._choice(rows[0]).label if rows else _new_label(name) if name else party[:8]

    def new_name(self, party: RecordId) -> str:
        """Return the name of a party that is not stored yet; empty for a stored one."""
        name = next((name for name, new_party in self._new.items() if new_party == party), "")
        return name if name and self._reader.find(party) is None else ""

    def promise(self, party: RecordId, name: str) -> None:
        """Remember the id and name of a new party in a draft, so that the name gives the same id again."""
        self._new[name] = party

    def labels(self, ids: Sequence[RecordId]) -> dict[RecordId, str]:
        """Return the names of stored parties, read in one query."""
        labels_by_party = {row.id: self._choice(row).label for row in parties.rows(self._reader, list(ids))}
        return {party: labels_by_party.get(party, party[:8]) for party in ids}

    def _choice(self, row: parties.PartyRow) -> PartyChoice:
        return PartyChoice(row.id, told_apart(row))


def _new_label(name: str) -> str:
    return QCoreApplication.translate("People", "+ New: “{name}”").format(name=name)


def told_apart(row: parties.PartyRow) -> str:
    """Return the name of a party with its reference, because names repeat."""
    return f"{isolated(row.name)}  ({row.ref})"
