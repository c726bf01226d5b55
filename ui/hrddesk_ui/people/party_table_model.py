"""The list of all people, groups, organisations and authorities."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QObject

from hrddesk.actions.analysis import statuses
from hrddesk.actions.records import parties
from hrddesk.actions.records.parties import PartyRow
from hrddesk.analysis.status.status import Status
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes
from hrddesk.store.records.store import Store
from hrddesk_ui.widgets.lists.paged_table_model import BackgroundRead
from hrddesk_ui.widgets.lists.status_table_model import StatusTableModel
from hrddesk_ui.words import status_words
from hrddesk_ui.words.vocabularies import term_label


class PartyColumn(IntEnum):
    """The columns of the table."""

    NAME = 0
    STATUS = 1
    KIND = 2
    REF = 3


class PartyTableModel(StatusTableModel[PartyRow]):
    """Rows of parties, in the order of their creation."""

    status_column = PartyColumn.STATUS

    def __init__(
        self, reader: Store, parent: QObject | None = None, look: BackgroundRead | None = None
    ) -> None:
        super().__init__(reader, parent, look)
        self._text = ""
        self._found: frozenset[RecordId] | None = None

    @property
    def text(self) -> str:
        """The text that is searched in all names."""
        return self._text

    def show(self, text: str, people: frozenset[RecordId] | None = None) -> None:
        """Show the parties `people`, which have `text` in a name; None for `people` means all parties."""
        self._text, self._found = text, people
        self.load()

    def asking(self) -> Callable[[Store], list[RecordId]]:
        """Return a function that reads the ids of the parties to show."""
        return self.asking_among(parties.list_ids, self._found)

    def read_rows(self, ids: list[RecordId]) -> list[PartyRow]:
        """Return the rows of the parties with these ids."""
        return parties.rows(self._reader, ids)

    def headings(self) -> Sequence[str]:
        """Return the headings by column."""
        return (self.tr("Name"), self.status_heading(), self.tr("Kind"), self.tr("Reference"))

    def asking_statuses(self, ids: list[RecordId]) -> Callable[[Store], list[Sequence[Status]]]:
        """Return a function that computes, for each person, the status on the chosen day.

        If the query asks what was known on an earlier day, people who were not recorded then have no status.
        """
        query, as_known = self.asked, self.as_known

        def work_out(store: Store) -> list[Sequence[Status]]:
            of_party = (
                statuses.of_parties(store, ids, query.as_of).get if query.known_on is None else as_known
            )
            statuses_of_rows = (of_party(party) for party in ids)
            return [() if status is None else (status,) for status in statuses_of_rows]

        return work_out

    def status_words(self, statuses: Sequence[Status]) -> str:
        """Return the statuses in words."""
        return " · ".join(status_words.full(status) for status in statuses)

    def cell(self, row: PartyRow, column: int) -> str:
        """Return the text of a cell."""
        return (row.name, "", term_label(("party_kind",), row.kind), row.ref)[column]

    def concerns(self, changes: Changes) -> bool:
        """Tell whether parties, their events or the people of cases changed."""
        return bool(changes.parties or changes.events or changes.cases)
