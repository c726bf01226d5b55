"""The citations of a record: the sources that support or contradict the record or one of its fields.

A citation can quote the words of its source.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hrddesk.actions.records import citations
from hrddesk.actions.records.citations import CONTRADICTS, SUPPORTS, CitationEdits, SourceStatement
from hrddesk.records.model.record import Record, RecordId, Value, is_id
from hrddesk_ui.widgets.fields.choice_edit import ChoiceEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.forms.binding import Binding, Problem
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.forms.rows_edit import Entry, EntryRow, RowsEdit
from hrddesk_ui.widgets.forms.source_picker import SourceChoice, SourcePicker, Sources
from hrddesk_ui.words.field_words import field_word

_TEXTS = ("field", "source", "stance", "quote", "locator", "citation", "new_title")


class _OfField(ChoiceEdit):
    """The choice of the field for which a source is cited."""

    def words(self, value: str) -> str:
        """Return the name to show for a field that the form does not have."""
        return field_word(value)


class CitationRow(EntryRow):
    """One citation: its source, the field it is about, and whether the source supports or contradicts it.

    Below are the quoted words and their place in the source.
    """

    def __init__(
        self, fields: Mapping[str, str], sources: Sources, record_kind: str, parent: QWidget | None = None
    ) -> None:
        """Make the row; `fields` maps the names of the form's fields to their labels.

        `record_kind` names the whole record, such as "the event as a whole".
        """
        super().__init__(parent)
        self._sources = sources
        of_field = _OfField(self.tr("What the source speaks of"), {"": record_kind, **fields}, self)
        self.field = self.bind("field", of_field)
        self.source = SourcePicker(self.tr("Source"), sources, self)
        stances = {SUPPORTS: self.tr("supports"), CONTRADICTS: self.tr("contradicts")}
        self.stance = self.bind("stance", ChoiceEdit(self.tr("Supports or contradicts"), stances, self))
        for choice in (self.field, self.stance):
            choice.setSizeAdjustPolicy(ChoiceEdit.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)
        quote = LineEdit(self.tr("Quote"), self.tr("Its own words"), self)
        self.quote = self.bind("quote", quote)
        locator = LineEdit(self.tr("Where in the source"), self.tr("Page 4, 3:20"), self)
        self.locator = self.bind("locator", locator)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(self.source, 0, 0, 1, 2)
        layout.addWidget(self.field, 0, 2)
        layout.addWidget(self.stance, 0, 3)
        layout.addWidget(self.quote, 1, 0, 1, 3)
        layout.addWidget(self.locator, 1, 3)
        layout.setColumnStretch(0, 3)
        layout.setColumnStretch(2, 2)
        layout.setColumnStretch(3, 2)
        self.source.edited.connect(self.edited)

    def stops(self) -> list[QWidget]:
        """Return the controls for source, field, support or contradiction, quote and place, in this order."""
        return [self.source, *super().stops()]

    def show_entry(self, entry: Entry) -> None:
        """Show a stored citation, or a new one that is begun for a field."""
        super().show_entry({"stance": SUPPORTS, **entry})
        text = {name: str(entry.get(name) or "") for name in _TEXTS}
        if is_id(text["source"]):
            source = RecordId(text["source"])
            if text["new_title"]:
                self._sources.promise(source, text["new_title"])
            self.source.set_choice(SourceChoice(source, self._sources.label(source)))

    def entry(self) -> dict[str, Value]:
        """Return the citation; an empty dictionary as long as no source is chosen."""
        source = self.source.value()
        if source is None:
            return {}
        values = {**super().entry(), "source": source, "new_title": self._sources.new_title(source)}
        return {name: value for name, value in values.items() if value}

    def draft(self) -> dict[str, Value]:
        """Return the content of the row, with the typed text if no source is chosen yet."""
        return {**super().entry(), **self.entry(), "typed": self.source.typed()}

    def take_draft(self, draft: Entry) -> None:
        """Show the content of a draft."""
        self.show_entry({key: value for key, value in draft.items() if key != "typed"})
        if not draft.get("source"):
            self.source.setEditText(str(draft.get("typed", "")))

    def problem(self) -> str:
        """Return a message if something was typed but no source is chosen; otherwise ""."""
        typed = (self.source.typed(), self.quote.text().strip(), self.locator.text().strip())
        if any(typed) and self.source.value() is None:
            return self.tr("Choose the source from the list; its last line makes a new one.")
        return ""


class CitationsEdit(RowsEdit):
    """The citations of one record, one in each row. Nothing is stored before the form is saved."""

    begun = Signal(QWidget)
    """A row for a new citation was added; carries the row."""
    counted = Signal()
    """The number of citations of a field may have changed."""

    def __init__(self, sources: Sources, record_kind: str, parent: QWidget | None = None) -> None:
        """Make the list; `record_kind` names the whole record, such as "the event as a whole"."""
        self._fields: dict[str, str] = {}
        super().__init__("", "", lambda: CitationRow(self._fields, sources, record_kind), parent)
        self._shown: dict[RecordId, SourceStatement] = {}
        self._add.setText(self.tr("+ Add so&urce"))
        self._remove_text = self.tr("Remove this citation")
        self.edited.connect(self.counted)

    def offer(self, field: str, label: str) -> None:
        """Add a field of the form to the choice of fields for which a source can be cited."""
        self._fields[field] = label

    def cite(self, field: str) -> None:
        """Add a row for a citation of this field, and move the keyboard focus to the row."""
        self.begun.emit(self.add_row({"field": field}, focus=True))

    def show_citations(self, stored: Sequence[Record]) -> None:
        """Show the stored citations."""
        statements = [citations.said_by(citation) for citation in stored]
        self._shown = {each.citation: each for each in statements if each.citation is not None}
        self.set_entries(_entry(each) for each in statements)
        self.counted.emit()

    def count(self, field: str) -> int:
        """Return the number of citations of a field."""
        rows = (row for row in self.rows if isinstance(row, CitationRow))
        return len([row for row in rows if row.source.value() and row.field.value() == field])

    def edits(self) -> CitationEdits:
        """Return the citations to store and to delete, compared with the stored citations that were shown."""
        put = [_said(entry) for entry in self.entries()]
        kept_ids = {each.citation for each in put}
        return CitationEdits(
            tuple(each for each in put if each.citation is None or self._shown.get(each.citation) != each),
            tuple(citation for citation in self._shown if citation not in kept_ids),
        )

    def draft(self) -> dict[str, object]:
        """Return the typed rows, and the stored citations that were shown."""
        return {"rows": self.drafts(), "shown": [_entry(each) for each in self._shown.values()]}

    def take_draft(self, draft: object) -> None:
        """Show the content of a draft."""
        if isinstance(draft, Mapping):
            statements = [_said(entry) for entry in draft["shown"]]
            self._shown = {each.citation: each for each in statements if each.citation is not None}
            self.take_drafts(draft["rows"])
            self.counted.emit()


class CitationsBinding(Binding):
    """Binds the citations of a record to its form; changed citations are saved together with the record."""

    is_changed = True  # what is entered are the differences alone

    def __init__(self, edit: CitationsEdit) -> None:
        super().__init__("citations", edit, edit.edited)
        self.edit = edit

    def show(self, record: Record) -> None:
        """Do nothing: a citation is a record of its own, and `CitationsEdit.show_citations` shows the
        citations.
        """

    def fill(self, values: FormValues) -> None:
        """Write the citations to store and to delete into `values`."""
        values.cited = self.edit.edits()

    def draft(self) -> dict[str, object]:
        """Return the typed rows, and the stored citations that were shown."""
        return self.edit.draft()

    def take_draft(self, draft: Any) -> None:
        """Show the content of a draft."""
        self.edit.take_draft(draft)

    def problems(self) -> Sequence[Problem]:
        """Return the control and the message for each citation without a source."""
        return self.edit.problems()


def _entry(statement: SourceStatement) -> dict[str, Value]:
    return {name: getattr(statement, name) for name in _TEXTS if getattr(statement, name)}


def _said(entry: Mapping[str, Value]) -> SourceStatement:
    text = {name: str(entry.get(name) or "") for name in _TEXTS}
    return SourceStatement(
        source=RecordId(text["source"]),
        field=text["field"],
        stance=text["stance"] or SUPPORTS,
        quote=text["quote"],
        locator=text["locator"],
        citation=RecordId(text["citation"]) if text["citation"] else None,
        new_title=text["new_title"],
    )
