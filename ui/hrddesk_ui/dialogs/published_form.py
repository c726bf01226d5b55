"""The form of a figure that others published: what it says, of whom, as of when, and who published it."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, Value
from hrddesk_ui.widgets.citations_edit import CitationsEdit
from hrddesk_ui.widgets.form_edit import Draft, FormEdit
from hrddesk_ui.widgets.form_values import FormValues
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.source_picker import Sources
from hrddesk_ui.widgets.term_edit import TermEdit
from hrddesk_ui.widgets.text_edit import TextEdit
from hrddesk_ui.widgets.visibility_edit import VisibilityEdit

_EMPTY = Record(Kind.FIGURE, RecordId("0" * 32)).with_fields(kind="external")


class PublishedForm(FormEdit):
    """Add or edit one published figure. A name and a value are required."""

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cite_with(CitationsEdit(sources, self.tr("the figure as a whole")))
        self.lines = {
            "name": LineEdit(self.tr("Name"), self.tr("A question that is kept under this name is compared")),
            "value": LineEdit(self.tr("Value"), self.tr("As it was printed: 897, 93%, at least 1,021")),
            "unit": LineEdit(self.tr("Unit"), self.tr("Of what: cases, persons, events")),
            "denominator": LineEdit(self.tr("Denominator"), self.tr("Of all, or of the known: how many")),
        }
        self.as_of = PartialDateEdit(self.tr("As of"))
        self.kind = TermEdit(self.tr("Kind"), "figure_kind")
        self.definition = TextEdit(self.tr("Definition"), self.tr("As whoever published it says"), lines=3)
        self.note = TextEdit(self.tr("Note"), self.tr("For your desk. Never published."), lines=2)
        self.visibility = VisibilityEdit(Kind.FIGURE)
        self.add_field(self.tr("Name"), self.lines["name"], 0, 0, 2, cite="name")
        self.add_field(self.tr("Value"), self.lines["value"], 1, 0, cite="value")
        self.add_field(self.tr("Unit"), self.lines["unit"], 1, 1, cite="unit")
        self.add_field(self.tr("Denominator"), self.lines["denominator"], 2, 0, cite="denominator")
        self.add_field(self.tr("As of"), self.as_of, 2, 1, cite="as_of")
        self.add_field(self.tr("Kind"), self.kind, 3, 0, cite="kind")
        self.add_field(self.tr("Who may learn of it"), self.visibility, 3, 1)
        self.add_field(self.tr("Definition"), self.definition, 4, 0, 2, cite="definition")
        self.add_field(self.tr("Note"), self.note, 5, 0, 2, cite="note")
        self.add_field(self.tr("Who says so"), self.citations, 6, 0, 2)
        self.finish()
        for line in self.lines.values():
            line.textEdited.connect(self.mark_dirty)
        self.as_of.edited.connect(self.mark_dirty)
        self.kind.edited.connect(self.mark_dirty)
        self.visibility.edited.connect(self.mark_dirty)
        for text in (self.definition, self.note):
            text.textChanged.connect(self.mark_dirty)

    def start(self) -> QWidget:
        """Return the name."""
        return self.lines["name"]

    def show_new(self) -> None:
        """Begin a figure of others."""
        self.show_record(_EMPTY)
        self.stored = None
        self.set_heading(self.tr("New published figure"))

    def show_record(self, record: Record) -> None:
        """Show a stored figure."""
        for name, line in self.lines.items():
            line.setText(record.text(name))
        self.as_of.set_text(record.text("as_of"))
        self.kind.set_value(record.text("kind"))
        self.definition.setPlainText(record.text("definition"))
        self.note.setPlainText(record.text("note"))
        self.visibility.show_record(record)
        self.stored = record
        self.set_heading(self.tr("Published figure"))
        self.mark_clean()

    def values(self) -> FormValues:
        """Return what was typed."""
        fields: dict[str, Value] = {name: line.text().strip() or None for name, line in self.lines.items()}
        fields |= {
            "as_of": self.as_of.text() or None,
            "kind": self.kind.value() or None,
            "definition": self.definition.text() or None,
            "note": self.note.text() or None,
            "visibility": self.visibility.changed(),
        }
        return FormValues(fields, cited=self.citations.edits())

    def problems(self) -> Sequence[tuple[QWidget, str]]:
        """Say what is missing or cannot be."""
        found: list[tuple[QWidget, str]] = []
        if not self.lines["name"].text().strip():
            found.append((self.lines["name"], self.tr("Give the figure a name.")))
        if not self.lines["value"].text().strip():
            found.append((self.lines["value"], self.tr("Say what was published.")))
        if self.as_of.problem():
            found.append((self.as_of, self.as_of.problem()))
        return found + self.citations.problems()

    def draft(self) -> Draft:
        """Return everything that was typed."""
        return {
            **{name: line.text() for name, line in self.lines.items()},
            "as_of": self.as_of.text(),
            "kind": self.kind.value(),
            "definition": self.definition.toPlainText(),
            "note": self.note.toPlainText(),
            "visibility": self.visibility.level(),
            "citations": self.citations.draft(),
        }

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed before and not saved."""
        for name, line in self.lines.items():
            line.setText(cast("str", draft[name]))
        self.as_of.set_text(cast("str", draft["as_of"]))
        self.kind.set_value(cast("str", draft["kind"]))
        self.definition.setPlainText(cast("str", draft["definition"]))
        self.note.setPlainText(cast("str", draft["note"]))
        self.visibility.set_level(cast("str", draft["visibility"]))
        self.citations.take_draft(draft["citations"])
        self.mark_dirty()
