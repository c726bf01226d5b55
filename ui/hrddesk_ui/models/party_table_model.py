"""The list of all people, groups, organisations and authorities."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject

from hrddesk.actions import parties, statuses
from hrddesk.actions.parties import PartyRow
from hrddesk.records.record import RecordId
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store
from hrddesk_ui import status_words
from hrddesk_ui.models.status_table_model import StatusTableModel
from hrddesk_ui.widgets.term_edit import term_label


class PartyColumn(IntEnum):
    """What stands in which column."""

    NAME = 0
    STATUS = 1
    KIND = 2
    REF = 3


class PartyTableModel(StatusTableModel[PartyRow]):
    """Rows of parties, in the order in which they came."""

    status_column = PartyColumn.STATUS

    def __init__(self, reader: Store, parent: QObject | None = None) -> None:
        super().__init__(reader, parent)
        self._text = ""
        self._found: frozenset[RecordId] | None = None

    @property
    def text(self) -> str:
        """What is searched for in all names."""
        return self._text

    def show(self, text: str, found: frozenset[RecordId] | None = None) -> None:
        """Show those one of whose names holds the text; None is everybody."""
        self._text, self._found = text, found
        self.load()

    def read_ids(self) -> list[RecordId]:
        """Return the parties that are found."""
        found = self._found
        ids = parties.list_ids(self._reader)
        return self.with_status(ids if found is None else [party for party in ids if party in found])

    def read_rows(self, ids: list[RecordId]) -> list[PartyRow]:
        """Return a page of rows."""
        return parties.rows(self._reader, ids)

    def headings(self) -> Sequence[str]:
        """Return the headings by column."""
        return (self.tr("Name"), self.status_heading(), self.tr("Kind"), self.tr("Reference"))

    def read_statuses(self, ids: list[RecordId]) -> list[str]:
        """Return where these people are; nothing of whom nobody had recorded on that day."""
        if self.asked.known_on is None:
            found = statuses.of_parties(self._reader, ids, self.asked.as_of)
        else:
            found = {party: status for party in ids if (status := self.as_known(party)) is not None}
        return [status_words.full(found[party]) if party in found else "" for party in ids]

    def cell(self, row: PartyRow, column: int) -> str:
        """Return the text of a cell."""
        return (row.name, "", term_label(("party_kind",), row.kind), row.ref)[column]

    def concerns(self, changes: Changes) -> bool:
        """Say whether parties changed, or what happened to them."""
        return bool(changes.parties or changes.events)
