"""The subjects of evidence: the people and events that it is about, who says so, and its cases."""

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
    """The relation of evidence to a person or an event, and who states it: "depicts Gou Lanting"."""

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
        """Show a stored entry."""
        super().show_entry(entry)
        self._by.setText(str(entry.get(_BY) or ""))

    def entry(self) -> dict[str, Value]:
        """Return the record, the relation and who states it; nothing if no record was chosen."""
        entry, by = super().entry(), self._by.text().strip()
        if not entry or not by:
            return {name: value for name, value in entry.items() if name != _BY}
        return {**entry, _BY: by}

    def draft(self) -> dict[str, Value]:
        """Return the content of the row."""
        return {**super().draft(), _BY: self._by.text()}

    def take_draft(self, draft: Entry) -> None:
        """Show the content of the draft."""
        super().take_draft(draft)
        self._by.setText(str(draft.get(_BY) or ""))

    def problem(self) -> str:
        """Return an error if typed words match no record."""
        return self.tr("Choose a person or an event from the list.") if self.is_unchosen() else ""

    def wrong(self) -> QWidget:
        """Return the control in which a record must be chosen."""
        return self._picker


class AboutEdit(RowsEdit):
    """Rows of the people and events that evidence is about."""

    def __init__(self, records: Records, parent: QWidget | None = None) -> None:
        super().__init__("", "", lambda: AboutRow(records), parent)
        self._add.setText(self.tr("+ Add whom or what it shows"))
        self._remove_text = self.tr("Remove this line")


class CaseOfEvidenceRow(EntryRow):
    """One case of a piece of evidence."""

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
        """Return the case, nothing when none was chosen."""
        case = self._picker.value()
        return {} if case is None else {"case": str(case)}

    def draft(self) -> dict[str, Value]:
        """Return the content of the row, including words without a choice."""
        return {"typed": self._picker.typed(), **self.entry()}

    def take_draft(self, draft: Entry) -> None:
        """Show the content of the draft."""
        if draft.get("case"):
            self.show_entry(draft)
        else:
            self._picker.setEditText(str(draft.get("typed", "")))

    def problem(self) -> str:
        """Return an error if the typed words are no case."""
        is_unchosen = bool(self._picker.typed()) and self._picker.value() is None
        return self.tr("Choose the case from the list.") if is_unchosen else ""


class EvidenceCasesEdit(RowsEdit):
    """Rows of cases."""

    def __init__(self, cases: Records, parent: QWidget | None = None) -> None:
        super().__init__("", "", lambda: CaseOfEvidenceRow(cases), parent)
        self._add.setText(self.tr("+ Add case"))
        self._remove_text = self.tr("Take it out of this case")
