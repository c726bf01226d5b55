"""A long list whose rows are read in pages, when they are shown; SQL sorts and filters the rows.

The ids of all rows are read at once. If the list is still empty, its first rows are read before the ids, so
that the user sees something soon.
"""

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.words.language import not_reversed

PAGE = 32
"""The number of rows that are read together; with more rows, the user would notice the reading."""
PAGES = 64
FIRST = 5 * PAGE
"""The number of rows that are read before all ids: whole pages, and more than are visible."""
ID_ROLE = Qt.ItemDataRole.UserRole
ROLES = frozenset(role.value for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, ID_ROLE))
"""The roles that a cell has data for. A view asks for seven per cell when it paints: the others must be
cheap.
"""

T = TypeVar("T")
RowT = TypeVar("RowT", bound="RowWithId")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class RowWithId(Protocol):
    """The displayed data of a record, with the id of the record."""

    @property
    def id(self) -> RecordId:
        """The id of the record."""


class BackgroundRead(Protocol):
    """A function that reads in another thread, as `Desk.look_for_list` does."""

    def __call__(self, owner: QObject, work: Callable[[Store, Job], T], then: Callable[[T], None], /) -> Task:
        """Run `work(store, job)` in another thread, then `then(result)` in the calling thread."""


class PagedTableModel(QAbstractTableModel, Generic[RowT]):
    """A table of records that are read through the window's own connection, in the window's thread.

    If `look` is given, the ids are read by `look` in another thread, because reading them takes longer. Until
    they are read, the old rows stay.
    """

    loaded = Signal()
    """The list shows the result of the latest query."""

    def __init__(
        self, reader: Store, parent: QObject | None = None, look: BackgroundRead | None = None
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._look = look
        self._task: Task | None = None
        self._first: Task | None = None
        self._ids: list[RecordId] = []
        self._has_first_only = False
        self._pages: OrderedDict[int, list[RowT]] = OrderedDict()
        self._headings: Sequence[str] = ()  # a view asks for them so often that the translator would be felt

    # --- what the lists say ---

    @abstractmethod
    def asking(self) -> Callable[[Store], list[RecordId]]:
        """Return a function that reads the ids for the current query, in order.

        Any thread may call the function.
        """

    def asking_first(self) -> Callable[[Store], list[RowT]] | None:
        """Return a function that reads only the first rows; None if that takes as long as reading all ids."""
        return None

    @abstractmethod
    def read_rows(self, ids: list[RecordId]) -> list[RowT]:
        """Return the displayed data of these records."""

    @abstractmethod
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""

    @abstractmethod
    def cell(self, row: RowT, column: int) -> str:
        """Return the text of a cell."""

    @abstractmethod
    def concerns(self, changes: Changes) -> bool:
        """Tell whether the changes may affect the list."""

    # --- what all do alike ---

    @property
    def is_loading(self) -> bool:
        """Whether the list still shows the result of an earlier query."""
        return self._task is not None and not self._task.done

    def load(self) -> None:
        """Read the ids again, because the query may have changed."""
        self._forget_task()
        ask = self.asking()
        if self._look is None:
            self._take(ask(self._reader))
            return
        first = None if self._ids else self.asking_first()
        if first is not None:
            self._first = self._await(self._look, first, self._show_first)
        self._task = self._await(self._look, ask, self._take)

    def _await(
        self,
        look: BackgroundRead,
        ask: Callable[[Store], list[T]],
        then: Callable[[list[T]], None],
    ) -> Task:
        def done(rows: list[T]) -> None:
            if task in (self._first, self._task):
                then(rows)

        task = look(self, lambda store, _: ask(store), done)
        return task

    def settle(self) -> None:
        """Complete the list at once: if another thread still reads the ids, read them in this
        thread instead.
        """
        if self.is_loading:
            self._forget_task()
            self._take(self.asking()(self._reader))

    def _forget_task(self) -> None:
        for task in (self._first, self._task):
            if task is not None:
                task.cancel()
        self._first = self._task = None

    def _show_first(self, rows: list[RowT]) -> None:
        self._first = None
        self._reset([row.id for row in rows])
        self._has_first_only = True
        for number in range(len(rows) // PAGE):
            self._pages[number] = rows[number * PAGE : (number + 1) * PAGE]

    def _take(self, ids: list[RecordId]) -> None:
        self._task = None
        shown_count = len(self._ids)
        if self._has_first_only and ids[:shown_count] == self._ids:
            self._has_first_only = False
            if len(ids) > shown_count:  # nothing that is in sight, or was chosen there, moves
                self.beginInsertRows(NOWHERE, shown_count, len(ids) - 1)
                self._ids = ids
                self.endInsertRows()
        else:
            self._reset(ids)
        self.loaded.emit()

    def _reset(self, ids: list[RecordId]) -> None:
        self.beginResetModel()
        self._ids = ids
        self._has_first_only = False
        self._pages.clear()
        self.endResetModel()

    def refresh(self, changes: Changes) -> None:
        """Apply the changes of an action; do nothing if they do not concern the list."""
        if not self.concerns(changes):
            return
        if self.is_loading:  # what is on its way may be from before the change
            self.load()
            return
        ids = self.asking()(self._reader)
        if ids != self._ids:
            self._reset(ids)
        elif ids:
            self._pages.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, self.columnCount() - 1))

    def id_at(self, row: int) -> RecordId:
        """Return the record in that row."""
        return self._ids[row]

    def near(self, row: int) -> RecordId | None:
        """Return the record in this row, or the last record if there is no such row; None if the list is
        empty.
        """
        return self._ids[min(max(row, 0), len(self._ids) - 1)] if self._ids else None

    def row_of(self, record: RecordId) -> int:
        """Return the row of a record; -1 if the list does not contain the record."""
        try:
            return self._ids.index(record)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of records."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._above())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, or for `ID_ROLE` the id of the record in its row."""
        if role not in ROLES or not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        row = self._row(index.row())
        return "" if row is None else not_reversed(self.cell(row, index.column()))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._above()[section]

    def forget_headings(self) -> None:
        """Clear the cached headings: their text may have changed."""
        self._headings = ()

    def _above(self) -> Sequence[str]:
        if not self._headings:
            self._headings = self.headings()
        return self._headings

    def _row(self, row_number: int) -> RowT | None:
        number, offset = divmod(row_number, PAGE)
        page = self._pages.get(number)
        if page is None:
            first = number * PAGE
            page = self.read_rows(self._ids[first : first + PAGE])
            self._pages[number] = page
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None
