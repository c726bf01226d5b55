"""The rows of an evidence form for the people and events that it is about, and for its cases."""

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import RecordId, Value
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.links_edit import Records
from hrddesk_ui.widgets.forms.party_picker import PartyChoice, PartyPicker
from hrddesk_ui.widgets.forms.record_term_row import ChosenRow
from hrddesk_ui.widgets.forms.rows_edit import Entry, EntryRow, RowsEdit
from hrddesk_ui.widgets.layout import boxes

_BY = "by"


class AboutRow(ChosenRow):
    """A row that says how evidence is about a person or an event ("depicts Gou Lanting"), and who says so."""

    def __init__(self, records: Records, parent: QWidget | None = None) -> None:
        super().__init__(("record", "how"), records.label, parent)
        how = TermEdit(self.tr("How"), "evidence_about", parent=self)
        how.set_value("depicts")
        picker = PartyPicker(self.tr("Person or event"), records.near(), records.find, self)
        self._by = LineEdit(self.tr("Who says so"), self.tr("A code name"), self)
        self.lay_out(picker, how, term_first=True)
        self._stops.append(self._by)
        boxes.add(self.column, self._by)
        self._by.textEdited.connect(self.edited)

    def show_entry(self, entry: Entry) -> None:
        """Show a stored person or event."""
        super().show_entry(entry)
        self._by.setText(str(entry.get(_BY) or ""))

    def entry(self) -> dict[str, Value]:
        """Return the chosen record, how the evidence is about it, and who says so; {} if no record was
        chosen.
        """
        entry, by = super().entry(), self._by.text().strip()
        if not entry or not by:
            return {name: value for name, value in entry.items() if name != _BY}
        return {**entry, _BY: by}

    def draft(self) -> dict[str, Value]:
        """Return the content of the row."""
        return {**super().draft(), _BY: self._by.text()}

    def take_draft(self, draft: Entry) -> None:
        """Show the content of a draft."""
        super().take_draft(draft)
        self._by.setText(str(draft.get(_BY) or ""))

    def problem(self) -> str:
        """Return an error if words were typed but no record was chosen; otherwise ""."""
        return self.tr("Choose a person or an event from the list.") if self.is_unchosen() else ""

    def wrong(self) -> QWidget:
        """Return the control in which a record must be chosen."""
        return self._picker


class AboutEdit(RowsEdit):
    """The rows of the people and events that evidence is about."""

    def __init__(self, records: Records, parent: QWidget | None = None) -> None:
        super().__init__("", "", lambda: AboutRow(records), parent)
        self._add.setText(self.tr("+ Add whom or what it shows"))
        self._remove_text = self.tr("Remove this line")


class CaseOfEvidenceRow(EntryRow):
    """A row for one case that a piece of evidence belongs to."""

    def __init__(self, cases: Records, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = cases.label
        self._picker = PartyPicker(self.tr("Case"), cases.near(), cases.find, self)
        self._picker.set_placeholder(self.tr("Type a name, title or reference of a case"))
        boxes.row(self._picker, parent=self)
        self._picker.edited.connect(self.edited)

    def stops(self) -> list[QWidget]:
        """Return the controls of the row: the field for the case."""
        return [self._picker]

    def show_entry(self, entry: Entry) -> None:
        """Show a stored case."""
        super().show_entry(entry)
        case = RecordId(str(entry["case"]))
        self._picker.set_choice(PartyChoice(case, self._label(case)))

    def entry(self) -> dict[str, Value]:
        """Return the chosen case; {} if none was chosen."""
        case = self._picker.value()
        return {} if case is None else {"case": str(case)}

    def draft(self) -> dict[str, Value]:
        """Return the content of the row, including typed words for which no case was chosen."""
        return {"typed": self._picker.typed(), **self.entry()}

    def take_draft(self, draft: Entry) -> None:
        """Show the content of a draft."""
        if draft.get("case"):
            self.show_entry(draft)
        else:
            self._picker.setEditText(str(draft.get("typed", "")))

    def problem(self) -> str:
        """Return an error if words were typed but no case was chosen; otherwise ""."""
        is_unchosen = bool(self._picker.typed()) and self._picker.value() is None
        return self.tr("Choose the case from the list.") if is_unchosen else ""


class EvidenceCasesEdit(RowsEdit):
    """The rows of the cases that a piece of evidence belongs to."""

    def __init__(self, cases: Records, parent: QWidget | None = None) -> None:
        super().__init__("", "", lambda: CaseOfEvidenceRow(cases), parent)
        self._add.setText(self.tr("+ Add case"))
        self._remove_text = self.tr("Take it out of this case")
