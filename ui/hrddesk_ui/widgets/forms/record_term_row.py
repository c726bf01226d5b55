"""A row with a record and a term beside it, such as a person and a role, or an event and a kind of link."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import RecordId, Value
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.party_picker import PartyChoice, PartyPicker
from hrddesk_ui.widgets.forms.rows_edit import Entry, EntryRow
from hrddesk_ui.widgets.layout import boxes

Label = Callable[[RecordId], str]
"""A function that returns the name of a stored record."""


class ChosenRow(EntryRow):
    """A row for a record and a term; it stores nothing as long as no record is chosen."""

    def __init__(self, names: tuple[str, str], label: Label, parent: QWidget | None = None) -> None:
        """Make the row; `names` are the names that the record and the term have in an entry.

        `label` returns the name of a stored record.
        """
        super().__init__(parent)
        self._name, self._term_name = names
        self._label = label

    def lay_out(self, picker: PartyPicker, term: TermEdit, *, term_first: bool = False) -> None:
        """Put both controls, which the subclass makes, into the row."""
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
        """Return both controls in their order in the row."""
        return self._stops

    def show_entry(self, entry: Entry) -> None:
        """Show the record and the term of a stored entry."""
        super().show_entry(entry)
        record = RecordId(str(entry[self._name]))
        self._picker.set_choice(PartyChoice(record, self._label(record)))
        self._term.set_value(str(entry.get(self._term_name) or ""))

    def entry(self) -> dict[str, Value]:
        """Return the record and the term; an empty dictionary if no record is chosen."""
        record = self._picker.value()
        if record is None:
            return {}
        values = {self._name: str(record), self._term_name: self._term.value()}
        return {key: value for key, value in {**super().entry(), **values}.items() if value != ""}

    def draft(self) -> dict[str, Value]:
        """Return the content of the row, with the typed text even if no record is chosen."""
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
        """Tell whether something was typed but no record is chosen."""
        return bool(self._picker.typed()) and self._picker.value() is None
