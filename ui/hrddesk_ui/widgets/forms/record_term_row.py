"""A row with a record and a term beside it: a person and a role, an event and a kind of link."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import RecordId, Value
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.party_picker import PartyChoice, PartyPicker
from hrddesk_ui.widgets.forms.rows_edit import Entry, EntryRow
from hrddesk_ui.widgets.layout import boxes

Label = Callable[[RecordId], str]
"""Names a record that is stored."""


class ChosenRow(EntryRow):
    """A row that stores nothing while no record is chosen."""

    def __init__(self, names: tuple[str, str], label: Label, parent: QWidget | None = None) -> None:
        """Make the row; `names` are the names of the two parts of the entry: the record, the term."""
        super().__init__(parent)
        self._name, self._term_name = names
        self._label = label

    def lay_out(self, picker: PartyPicker, term: TermEdit, *, term_first: bool = False) -> None:
        """Take in both controls, which the subclass makes."""
        self._picker, self._term = picker, term
        self._stops: list[QWidget] = [term, picker] if term_first else [picker, term]
        self.column = boxes.column(parent=self, spacing=2)
        line = boxes.row(spacing=6)
        self.column.addLayout(line)
        for stop in self._stops:
            line.addWidget(stop, 2 if stop is picker else 1)
        picker.edited.connect(self.edited)
        term.edited.connect(self.edited)

    def stops(self) -> list[QWidget]:
        """Return both controls in their order."""
        return self._stops

    def show_entry(self, entry: Entry) -> None:
        """Show a stored record and term."""
        super().show_entry(entry)
        record = RecordId(str(entry[self._name]))
        self._picker.set_choice(PartyChoice(record, self._label(record)))
        self._term.set_value(str(entry.get(self._term_name) or ""))

    def entry(self) -> dict[str, Value]:
        """Return record and term, nothing when no record was chosen."""
        record = self._picker.value()
        if record is None:
            return {}
        values = {self._name: str(record), self._term_name: self._term.value()}
        return {key: value for key, value in {**super().entry(), **values}.items() if value != ""}

    def draft(self) -> dict[str, Value]:
        """Return the content of the row, including words that were not chosen yet."""
        return {
            **super().entry(),
            "typed": self._picker.typed(),
            self._name: self._picker.value(),
            self._term_name: self._term.value(),
        }

    def take_draft(self, draft: Entry) -> None:
        """Show the content of a draft."""
        if draft.get(self._name):
            self.show_entry({key: value for key, value in draft.items() if key != "typed"})
        else:
            self._picker.setEditText(str(draft.get("typed", "")))
            self._term.set_value(str(draft.get(self._term_name) or ""))

    def is_unchosen(self) -> bool:
        """Tell whether words were typed that are no record yet."""
        return bool(self._picker.typed()) and self._picker.value() is None
