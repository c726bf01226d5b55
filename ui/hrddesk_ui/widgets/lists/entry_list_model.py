"""The model of a short list within one case, such as its people or events, with two lines per entry."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hrddesk.records.model.record import RecordId
from hrddesk_ui.words.language import not_reversed

ENTRY_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Chip:
    """Words in a small frame below an entry, such as a source, and the record to which a click leads."""

    text: str
    id: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """The content of one entry."""

    id: RecordId
    first: str
    """The line that is read first."""
    second: str = ""
    """The muted second line; may be empty. Lists with wrapped lines show each line of it as a line."""
    lead: str = ""
    """The text before both lines, such as a date."""
    lead_words: str = ""
    """The lead in words, for screen readers and tool tips, if the lead is not in words."""
    uncertain: bool = False
    """Whether the day in the lead is uncertain; the mark of the lead is then hollow."""
    chips: tuple[Chip, ...] = ()
    """The sources of the entry; shown only by lists with wrapped lines."""
    pictures: tuple[RecordId, ...] = ()
    """The pieces of evidence whose small pictures are shown; only by lists with wrapped lines."""
    found: tuple[int, int] = (0, 0)
    """The span of the searched words in the second line: the first character, and the one after the last."""

    @property
    def spoken(self) -> str:
        """The whole entry as a screen reader announces it."""
        lines = self.second.split("\n")
        chips = [chip.text for chip in self.chips]
        return ", ".join(part for part in (self.lead_words or self.lead, self.first, *lines, *chips) if part)


class EntryListModel(QAbstractListModel):
    """The entries of one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[ListEntry] = []

    def show(self, entries: Sequence[ListEntry]) -> None:
        """Show these entries."""
        shown_entries = [_shown(entry) for entry in entries]
        if [entry.id for entry in shown_entries] == [entry.id for entry in self._entries]:
            self._entries = shown_entries
            if shown_entries:
                self.dataChanged.emit(self.index(0), self.index(len(shown_entries) - 1))
            return
        self.beginResetModel()
        self._entries = shown_entries
        self.endResetModel()

    def entry(self, row: int) -> ListEntry:
        """Return the entry in that row."""
        return self._entries[row]

    def row_of(self, record: RecordId) -> int:
        """Return the row of a record, -1 if the list does not contain it."""
        return next((row for row, entry in enumerate(self._entries) if entry.id == record), -1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the entry for `ENTRY_ROLE`, and its text for screen readers and tool tips."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        spoken = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        if role in spoken:
            return entry.spoken
        return None


def _shown(entry: ListEntry) -> ListEntry:
    """Return the entry with a visible sign in place of each character that reverses text.

    Positions in the lines of the entry do not change.
    """
    first, second, lead, words = map(not_reversed, (entry.first, entry.second, entry.lead, entry.lead_words))
    chips = tuple(Chip(not_reversed(chip.text), chip.id) for chip in entry.chips)
    return replace(entry, first=first, second=second, lead=lead, lead_words=words, chips=chips)
