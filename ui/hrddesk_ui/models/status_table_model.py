"""A long list with a column of statuses, worked out for the rows in sight and no others."""

from abc import abstractmethod
from collections import OrderedDict
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt

from hrddesk.actions.status_book import StatusBook, StatusQuery
from hrddesk.analysis.status import Status
from hrddesk.records.record import RecordId
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store
from hrddesk_ui.models.paged_table_model import Index, PagedTableModel

_ROWS = 20
"""So many rows are worked out together: about as many as are in sight."""
_CHUNKS = 64

RowT = TypeVar("RowT")


class StatusTableModel(PagedTableModel[RowT]):
    """Rows by page, statuses by fewer rows: they cost more, and are needed only where somebody looks."""

    status_column: int

    def __init__(self, reader: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._asked = StatusQuery()
        self._book: StatusBook | None = None
        self._fitting: frozenset[RecordId] | None = None
        self._statuses: OrderedDict[int, list[str]] = OrderedDict()

    @property
    def asked(self) -> StatusQuery:
        """Which status is asked for, as of which day."""
        return self._asked

    def ask_status(
        self,
        query: StatusQuery,
        book: StatusBook | None = None,
        fitting: frozenset[RecordId] | None = None,
    ) -> None:
        """Show statuses as of that day, those of `book` where they are as known on another.

        `fitting` are the records that have the status which is asked for; None where any will do.
        """
        self._asked, self._book, self._fitting = query, book, fitting
        self.forget_headings()
        self.load()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, self.status_column, self.status_column)

    @abstractmethod
    def read_statuses(self, ids: list[RecordId]) -> list[str]:
        """Return the words of these rows' statuses."""

    def with_status(self, ids: list[RecordId]) -> list[RecordId]:
        """Return what the status that is asked for leaves of these."""
        fitting = self._fitting
        return ids if fitting is None else [record for record in ids if record in fitting]

    def status_heading(self) -> str:
        """Return the heading of the column, with the day where it is not today."""
        if self._asked.day is None:
            return self.tr("Status")
        return self.tr("Status {day}").format(day=self._asked.day.isoformat())

    def as_known(self, party: RecordId) -> Status | None:
        """Return a status as it was known on the day that was asked for."""
        return None if self._book is None else self._book.status(party)

    def load(self) -> None:
        """Read the ids anew."""
        self._statuses.clear()
        super().load()

    def refresh(self, changes: Changes) -> None:
        """Take in what an action changed."""
        self._statuses.clear()
        super().refresh(changes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; that of a status is worked out now."""
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if index.isValid() and index.column() == self.status_column and role in wanted:
            return self._status(index.row())
        return super().data(index, role)

    def _status(self, row: int) -> str:
        number, offset = divmod(row, _ROWS)
        chunk = self._statuses.get(number)
        if chunk is None:
            chunk = self.read_statuses(self._ids[number * _ROWS : (number + 1) * _ROWS])
            self._statuses[number] = chunk
            if len(self._statuses) > _CHUNKS:
                self._statuses.popitem(last=False)
        else:
            self._statuses.move_to_end(number)
        return chunk[offset] if offset < len(chunk) else ""
