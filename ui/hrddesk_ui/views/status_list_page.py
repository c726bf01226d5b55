"""What the lists of cases and of people have in common: a column and a filter of statuses."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from hrddesk.actions.status_book import StatusBook, StatusQuery
from hrddesk.analysis.liberty import Answer
from hrddesk.jobs import Job
from hrddesk.records.record import RecordId
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store
from hrddesk_ui.models.status_table_model import StatusTableModel
from hrddesk_ui.runner import Task
from hrddesk_ui.views.list_page import ListPage
from hrddesk_ui.widgets.day_edit import complain_of_day
from hrddesk_ui.widgets.status_filter import StatusFilter

_Worked = tuple[StatusBook, frozenset[RecordId] | None]


class StatusListPage(ListPage):
    """Rows in sight say where people are at once; a filter works everybody out in a thread that reads."""

    def make_status(self, model: StatusTableModel[Any]) -> None:
        """Make the filter of statuses; before `lay_out`, which puts it in its place."""
        self._model = model
        self._book: StatusBook | None = None
        self._unseen = Changes()  # what was changed and is not in the list yet
        self._missed = Changes()  # what was changed since the book was worked out
        self._task: Task | None = None
        self.status = StatusFilter(self)
        self.status.changed.connect(self._ask_status)
        self.status.refused.connect(lambda why: complain_of_day(self.desk, why))

    def below_filter(self) -> Sequence[QWidget]:
        """Return the filter of statuses."""
        return (self.status,)

    @abstractmethod
    def fitting(self, store: Store, book: StatusBook, answer: Answer) -> frozenset[RecordId]:
        """Return the records of the list that have this answer; called in a thread that reads."""

    @property
    def filters_by_status(self) -> bool:
        """Whether a status leaves something out."""
        return self._model.asked.answer is not None

    def show_all(self) -> None:
        """Take every filter away."""
        self._catch_up()
        self.filter.clear()
        if self.status.query != StatusQuery():
            self.status.reset()
            self._ask_status()
        self.apply_filter()

    def take_in(self, changes: Changes) -> None:
        """Take in what an action changed: the list at once, the filter as soon as it is worked out.

        A list that nobody looks at follows when somebody does: with many records each takes a while.
        """
        if self.isVisible():
            self._model.refresh(changes)
        else:
            self._unseen = self._unseen | changes
        if self.status.query.needs_book and changes:
            self._missed = self._missed | changes
            self._mend()

    def lists(self, record: RecordId) -> bool:
        """Tell whether the list shows a record."""
        self._catch_up()
        self._model.settle()
        return self._model.row_of(record) >= 0

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what was changed while nobody looked."""
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        changes, self._unseen = self._unseen, Changes()
        if changes:
            self._model.refresh(changes)
            self.after_list()

    def _mend(self) -> None:
        """Bring the book up to date, once it is there."""
        book, missed = self._book, self._missed
        if book is not None:
            self._work_out(lambda store, job: book.refreshed(store, missed, job))

    def _ask_status(self) -> None:
        query, book = self.status.query, self._book
        if self._task is not None:
            self._task.cancel()
        if not query.needs_book:
            self._book, self._missed = None, Changes()
            self._show_status(query, None, None)
        elif book is not None and (book.day, book.known_on) == (query.as_of, query.known_on):
            self._mend()
        else:
            self._book, self._missed = None, Changes()
            self._work_out(
                lambda store, job: StatusBook.of(store, query.as_of, query.known_on, job),
                label=self.tr("Working out where everybody is"),
            )

    def _work_out(self, make: Callable[[Store, Job], StatusBook], label: str = "") -> None:
        query, missed = self.status.query, self._missed

        def work(store: Store, job: Job) -> _Worked:
            book = make(store, job)
            answer = query.answer
            return book, None if answer is None else self.fitting(store, book, answer)

        def done(worked: _Worked) -> None:
            if self.status.query != query:
                return  # another answer is on its way
            self._book = worked[0]
            if self._missed == missed:
                self._missed = Changes()
                self._show_status(query, *worked)
            else:
                self._mend()  # something was changed while it was worked out

        self._task = self.desk.look(self, work, done, label=label)

    def _show_status(
        self, query: StatusQuery, book: StatusBook | None, fitting: frozenset[RecordId] | None
    ) -> None:
        self._model.ask_status(query, book, fitting)
