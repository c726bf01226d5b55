"""The data of the list of cases."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from hrddesk.actions.analysis import statuses
from hrddesk.actions.records import cases
from hrddesk.actions.records.cases import CaseQuery, CaseRow
from hrddesk.analysis.status.status import Status
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes
from hrddesk.store.records.store import Store
from hrddesk_ui.widgets.lists.paged_table_model import FIRST, BackgroundRead
from hrddesk_ui.widgets.lists.status_table_model import StatusTableModel
from hrddesk_ui.words import status_words


class CaseColumn(IntEnum):
    """The columns of the table."""

    REF = 0
    PEOPLE = 1
    STATUS = 2
    TITLE = 3
    LAST_EVENT = 4


SORTS = {
    CaseColumn.REF: "ref",
    CaseColumn.PEOPLE: "people",
    CaseColumn.TITLE: "title",
    CaseColumn.LAST_EVENT: "last_event",
}


class CaseTableModel(StatusTableModel[CaseRow]):
    """The rows of the list of cases, sorted by the column whose heading was clicked."""

    status_column = CaseColumn.STATUS

    def __init__(
        self, reader: Store, parent: QObject | None = None, look: BackgroundRead | None = None
    ) -> None:
        super().__init__(reader, parent, look)
        self._query = CaseQuery()
        self._is_loaded = False
        self._found: frozenset[RecordId] | None = None

    @property
    def query(self) -> CaseQuery:
        """The text of the filter and the order of the list."""
        return self._query

    def show(self, query: CaseQuery, case_ids: frozenset[RecordId] | None = None) -> None:
        """Show `case_ids`, which were found for the text of `query`, in the order of `query`.

        None shows all cases.
        """
        self._query, self._found = query, case_ids
        self._is_loaded = True
        self.load()

    def show_holding(self, text: str, case_ids: frozenset[RecordId] | None) -> None:
        """Show `case_ids`, which were found for the filter's text, in the present order; None shows all
        cases.
        """
        self.show(replace(self._query, text=text), case_ids)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the list in SQL by that column; the result of the text filter stays."""
        if column in SORTS:
            descending = order is Qt.SortOrder.DescendingOrder
            query = CaseQuery(self._query.text, SORTS[CaseColumn(column)], descending)
            if not self._is_loaded or query != self._query:  # a table asks again for the order that it has
                self.show(query, self._found)

    def asking(self) -> Callable[[Store], list[RecordId]]:
        """Return a function that reads the ids of the cases to list, in their order."""
        query = replace(self._query, text="")
        return self.asking_among(lambda store: cases.list_ids(store, query), self._found)

    def asking_first(self) -> Callable[[Store], list[CaseRow]] | None:
        """Return a function that reads the first rows in order; None if a filter is set."""
        if self._found is not None or self.leaves_out:
            return None
        query = self._query
        return lambda store: cases.first_rows(store, query, FIRST)

    def read_rows(self, ids: list[RecordId]) -> list[CaseRow]:
        """Return the rows of these cases."""
        return cases.rows(self._reader, ids)

    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        status = self.status_heading()
        return (self.tr("Reference"), self.tr("People"), status, self.tr("Title"), self.tr("Last event"))

    def asking_statuses(self, ids: list[RecordId]) -> Callable[[Store], list[Sequence[Status]]]:
        """Return a function that computes, for each case, the custody statuses of its people.

        If the query asks what was known on an earlier day, people who were not recorded then have no status.
        """
        query, as_known = self.asked, self.as_known

        def work_out(store: Store) -> list[Sequence[Status]]:
            if query.known_on is None:
                statuses_by_case = statuses.of_cases(store, ids, query.as_of)
                return [statuses_by_case[case] for case in ids]
            people = store.whereabouts.people_of_cases(ids)
            statuses_of_rows = ([as_known(party) for party in people.get(case, ())] for case in ids)
            return [[status for status in each if status is not None] for each in statuses_of_rows]

        return work_out

    def status_words(self, statuses: Sequence[Status]) -> str:
        """Return the words for the custody statuses of the people of a case."""
        return status_words.of_several(statuses)

    def cell(self, row: CaseRow, column: int) -> str:
        """Return the text of a cell.

        A case without a person concerned shows its title in the column of people, since a narrow table has no
        column for titles. Words before the title say that nobody is concerned, because the title may name a
        lawyer or a relative.
        """
        return (
            row.ref,
            row.people or self.tr("nobody concerned yet: {title}").format(title=row.title),
            "",
            row.title,
            row.last_event,
        )[column]

    def concerns(self, changes: Changes) -> bool:
        """Tell whether an action changed cases, people or events."""
        return bool(changes.cases or changes.parties or changes.events)
