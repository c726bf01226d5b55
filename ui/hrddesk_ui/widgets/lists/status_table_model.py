"""A long list with a column of statuses, which are computed only for the visible rows."""

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt

from hrddesk.actions.analysis.statuses import StatusQuery
from hrddesk.analysis.status.status import Status
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes
from hrddesk.store.records.store import Store
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.widgets.lists.paged_table_model import (
    ID_ROLE,
    ROLES,
    BackgroundRead,
    Index,
    PagedTableModel,
    RowWithId,
)

_ROWS = 20
"""The number of rows whose statuses are computed together, about as many as are visible. `FIRST` is a
multiple of it.
"""
_CHUNKS = 64
_AWAITED = 16
"""The greatest number of requests that wait; older ones are cancelled, as after fast scrolling."""

RowT = TypeVar("RowT", bound=RowWithId)


class StatusTableModel(PagedTableModel[RowT]):
    """A table that reads its rows in pages, and computes the statuses of the rows in smaller groups.

    Computing a status takes longer than reading a row, and only the statuses of visible rows are needed. If
    `look` is given, another thread computes them; a cell is empty until its status is computed.
    """

    status_column: int

    def __init__(
        self, reader: Store, parent: QObject | None = None, look: BackgroundRead | None = None
    ) -> None:
        super().__init__(reader, parent, look)
        self._asked = StatusQuery()
        self._known: Mapping[RecordId, Status] = {}
        self._fitting: frozenset[RecordId] | None = None
        self._statuses: OrderedDict[int, list[str]] = OrderedDict()
        self._awaited: OrderedDict[int, Task] = OrderedDict()

    @property
    def asked(self) -> StatusQuery:
        """The query of the filter: which status is wanted, and as of which day."""
        return self._asked

    def ask_status(
        self,
        query: StatusQuery,
        statuses_by_party: Mapping[RecordId, Status] = MappingProxyType({}),
        fitting: frozenset[RecordId] | None = None,
    ) -> None:
        """Show the statuses for this query.

        If the query asks what was known on another day, `statuses_by_party` has the statuses. `fitting`
        are the records that have the wanted status; None if the filter allows any status.
        """
        self._asked, self._known, self._fitting = query, statuses_by_party, fitting
        self.forget_headings()
        self.load()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, self.status_column, self.status_column)

    @abstractmethod
    def asking_statuses(self, ids: list[RecordId]) -> Callable[[Store], list[Sequence[Status]]]:
        """Return a function that computes the statuses of these rows for the current query.

        Any thread may call the function.
        """

    @abstractmethod
    def status_words(self, statuses: Sequence[Status]) -> str:
        """Return the statuses of a row in words."""

    def asking_among(
        self, every: Callable[[Store], list[RecordId]], matching_ids: frozenset[RecordId] | None
    ) -> Callable[[Store], list[RecordId]]:
        """Return a function that reads all ids with `every` and keeps those that both filters let through.

        The filters are `matching_ids`, the records that match the searched text, and the filter by status.
        None means no filter.
        """
        sieves = [sieve for sieve in (matching_ids, self._fitting) if sieve is not None]

        def read(store: Store) -> list[RecordId]:
            ids = every(store)
            for sieve in sieves:
                ids = [record for record in ids if record in sieve]
            return ids

        return read

    @property
    def leaves_out(self) -> bool:
        """Whether a filter by status is set."""
        return self._fitting is not None

    def status_heading(self) -> str:
        """Return the heading of the status column, with the day if one was chosen."""
        if self._asked.day is None:
            return self.tr("Status")
        return self.tr("Status {day}").format(day=self._asked.day.isoformat())

    @property
    def as_known(self) -> Callable[[RecordId], Status | None]:
        """A function that returns the status of a party as known on the chosen day; None if unknown then."""
        return self._known.get

    def load(self) -> None:
        """Forget the computed statuses and read the ids again."""
        self._forget_statuses()
        super().load()

    def refresh(self, changes: Changes) -> None:
        """Forget the computed statuses and apply the changes of an action."""
        self._forget_statuses()
        super().refresh(changes)

    def _reset(self, ids: list[RecordId]) -> None:
        self._forget_statuses()  # they were kept, or are awaited, by the rows of before
        super()._reset(ids)

    def _forget_statuses(self) -> None:
        self._statuses.clear()
        for task in self._awaited.values():
            task.cancel()
        self._awaited.clear()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; a status is computed when its cell is read for the first time."""
        if role not in ROLES:
            return None
        if role != ID_ROLE and index.isValid() and index.column() == self.status_column:
            return self._status(index.row())
        return super().data(index, role)

    def _status(self, row: int) -> str:
        number, offset = divmod(row, _ROWS)
        if number not in self._statuses:
            self._work_out(number)
        else:
            self._statuses.move_to_end(number)
        chunk = self._statuses.get(number, ())
        return chunk[offset] if offset < len(chunk) else ""

    def _work_out(self, number: int) -> None:
        if number in self._awaited:
            return
        ask = self.asking_statuses(self._ids[number * _ROWS : (number + 1) * _ROWS])
        if self._look is None:
            self._keep(number, ask(self._reader))
            return

        def done(statuses_of_rows: list[Sequence[Status]]) -> None:
            if self._awaited.get(number) is task:
                del self._awaited[number]
                self._keep(number, statuses_of_rows)
                last = min((number + 1) * _ROWS, len(self._ids)) - 1
                column = self.status_column
                self.dataChanged.emit(self.index(number * _ROWS, column), self.index(last, column))

        self._awaited[number] = task = self._look(self, lambda store, _: ask(store), done)
        if len(self._awaited) > _AWAITED:
            self._awaited.popitem(last=False)[1].cancel()

    def _keep(self, number: int, statuses_of_rows: list[Sequence[Status]]) -> None:
        self._statuses[number] = [self.status_words(statuses) for statuses in statuses_of_rows]
        if len(self._statuses) > _CHUNKS:
            self._statuses.popitem(last=False)
