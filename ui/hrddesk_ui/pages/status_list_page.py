"""The common base of the pages of cases and of people: a column and a filter for custody statuses."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from hrddesk.actions.analysis import statuses
from hrddesk.actions.analysis.statuses import StatusQuery
from hrddesk.analysis.status.status import Status
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.pages.list_page import ListPage
from hrddesk_ui.widgets.fields.day_edit import complain_of_day
from hrddesk_ui.widgets.lists.status_filter import StatusFilter
from hrddesk_ui.widgets.lists.status_table_model import StatusTableModel

_Worked = tuple[Mapping[RecordId, Status], frozenset[RecordId] | None]
"""The statuses as they were known on a day (empty unless asked for), and the records to list (None: all)."""


class StatusListPage(ListPage):
    """A page with a list whose visible rows show custody statuses at once.

    To filter by status, the statuses of all people are computed in a reading thread.
    """

    def make_status(self, model: StatusTableModel[Any]) -> None:
        """Make the filter of statuses; call this before `lay_out`, which places the filter."""
        self._model = model
        self._unseen = Changes()  # what was changed and is not in the list yet
        self._task: Task | None = None
        self.status = StatusFilter(self)
        self.status.changed.connect(self._ask_status)
        self.status.refused.connect(lambda why: complain_of_day(self.desk, why))

    def below_filter(self) -> Sequence[QWidget]:
        """Return the filter of statuses."""
        return (self.status,)

    @abstractmethod
    def fitting(self, store: Store, people: frozenset[RecordId]) -> frozenset[RecordId]:
        """Return the records of the list that are about any of `people`; called in a reading thread."""

    @property
    def filters_by_status(self) -> bool:
        """Whether the list shows only records of people with a chosen status."""
        return self._model.asked.answer is not None

    def show_all(self) -> None:
        """Reset the filters of text and of status, so that the list shows all records."""
        self._catch_up()
        self.filter.clear()
        if self.status.query != StatusQuery():
            self.status.reset()
            self._ask_status()
        self.apply_filter()

    def take_in(self, changes: Changes) -> None:
        """Apply the changes of an action to the list, and compute the result of the filter of statuses again.

        If the list is hidden, it applies the changes when it is shown.
        """
        if self.isVisible():
            self._model.refresh(changes)
        else:
            self._unseen = self._unseen | changes
        if self.status.query.needs_everybody and changes:
            self._work_out(self.status.query)

    def lists(self, record: RecordId) -> bool:
        """Tell whether the list shows a record."""
        self._catch_up()
        self._model.settle()
        return self._model.row_of(record) >= 0

    def showEvent(self, event: QShowEvent) -> None:
        """Apply the changes that happened while the list was hidden."""
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        changes, self._unseen = self._unseen, Changes()
        if changes:
            self._model.refresh(changes)
            self.after_list()

    def _ask_status(self) -> None:
        query = self.status.query
        if query.needs_everybody:
            self._work_out(query, self.tr("Working out where everybody is"))
            return
        if self._task is not None:
            self._task.cancel()
        self._model.ask_status(query)

    def _work_out(self, query: StatusQuery, label: str = "") -> None:
        if self._task is not None:
            self._task.cancel()

        def work(store: Store, job: Job) -> _Worked:
            statuses_by_party: Mapping[RecordId, Status] = {}
            if query.known_on is not None:
                statuses_by_party = statuses.as_known(store, query.as_of, query.known_on, job)
                answers = {party: status.answer for party, status in statuses_by_party.items()}
            else:
                answers = dict(statuses.answers(store, query.as_of, job=job))
            if query.answer is None:
                return statuses_by_party, None
            people = frozenset(party for party, answer in answers.items() if answer is query.answer)
            return statuses_by_party, self.fitting(store, people)

        def done(worked: _Worked) -> None:
            if self.status.query == query:  # or another answer is on its way
                self._model.ask_status(query, *worked)
                self.desk.keep_statuses()

        self._task = self.desk.look(self, work, done, label=label)
