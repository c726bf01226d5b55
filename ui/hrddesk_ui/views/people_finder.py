"""Find people for a field that asks for one, by any part of any of their names."""

from collections.abc import Sequence

from hrddesk.actions import parties
from hrddesk.records.record import RecordId
from hrddesk.store.store import Store
from hrddesk_ui.widgets.language import isolated
from hrddesk_ui.widgets.party_picker import PartyChoice

MOST_FOUND = 20


class PartyFinder:
    """Reads through the window's own connection."""

    def __init__(self, reader: Store) -> None:
        self._reader = reader

    def find(self, text: str) -> list[PartyChoice]:
        """Return the twenty whose names fit the text best."""
        ids = parties.suggested(self._reader, text, MOST_FOUND)
        return [self._choice(row) for row in parties.rows(self._reader, ids)]

    def label(self, party: RecordId) -> str:
        """Return what a stored party is called, the start of its id when it is gone."""
        found = parties.rows(self._reader, [party])
        return self._choice(found[0]).label if found else party[:8]

    def labels(self, ids: Sequence[RecordId]) -> dict[RecordId, str]:
        """Return what stored parties are called, read at once."""
        found = {row.id: self._choice(row).label for row in parties.rows(self._reader, list(ids))}
        return {party: found.get(party, party[:8]) for party in ids}

    def _choice(self, row: parties.PartyRow) -> PartyChoice:
        return PartyChoice(row.id, told_apart(row))


def told_apart(row: parties.PartyRow) -> str:
    """Return what a party is called and, because names repeat, its reference."""
    return f"{isolated(row.name)}  ({row.ref})"
