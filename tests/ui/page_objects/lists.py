"""What a person can do with a list of entries on any page."""

from collections.abc import Callable

from hrddesk.records.model.record import RecordId
from hrddesk_ui.widgets.lists.entry_list import EntryList
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry


class Entries:
    """A list of entries, each with two lines."""

    def __init__(self, view: Callable[[], EntryList]) -> None:
        self._view = view

    @property
    def view(self) -> EntryList:
        """The list that is shown."""
        return self._view()

    @property
    def entries(self) -> list[ListEntry]:
        """The entries from top to bottom."""
        model = self.view.entries
        return [model.entry(row) for row in range(model.rowCount())]

    @property
    def selected(self) -> RecordId | None:
        """The record of the entry that is selected."""
        return self.view.current()

    @property
    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the list."""
        return self.view.hasFocus()

    def enter(self) -> None:
        """Put the keyboard into the list."""
        self.view.setFocus()

    def select(self, record: RecordId) -> None:
        """Select the entry of a record."""
        self.view.select(record)
