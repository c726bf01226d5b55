"""The form that describes a piece of evidence; the file itself never changes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hrddesk.records.record import Record, Value
from hrddesk_ui.widgets.citations_edit import CitationsEdit
from hrddesk_ui.widgets.form_edit import Draft, FormEdit
from hrddesk_ui.widgets.form_values import FormValues
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.source_picker import Sources
from hrddesk_ui.widgets.text_edit import TextEdit


class EvidenceEdit(FormEdit):
    """What it shows, when it was made, when and from whom it came."""

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cite_with(CitationsEdit(sources, self.tr("the file as a whole")))
        self.lines = {
            "title": LineEdit(self.tr("What it is"), self.tr("A photograph of the notice")),
            "captured": LineEdit(self.tr("Captured"), self.tr("When it was made, as it is known")),
            "acquired": LineEdit(self.tr("Acquired"), self.tr("When it came to you")),
            "from_whom": LineEdit(self.tr("From whom"), self.tr("A code name, better than a name")),
        }
        self.note = TextEdit(self.tr("Note"), self.tr("Free text. It is never published."), lines=4)
        self.add_field(self.tr("What it is"), self.lines["title"], 0, 0, 2, cite="title")
        self.add_field(self.tr("Captured"), self.lines["captured"], 1, 0, cite="captured")
        self.add_field(self.tr("Acquired"), self.lines["acquired"], 1, 1, cite="acquired")
        self.add_field(self.tr("From whom"), self.lines["from_whom"], 2, 0, 2, cite="from_whom")
        self.add_field(self.tr("Note"), self.note, 3, 0, 2, cite="note")
        self.add_field(self.tr("Who says so"), self.citations, 4, 0, 2)
        self.finish()
        for line in self.lines.values():
            line.textEdited.connect(self.mark_dirty)
        self.note.textChanged.connect(self.mark_dirty)

    def start(self) -> QWidget:
        """Return what it is."""
        return self.lines["title"]

    def show_record(self, record: Record) -> None:
        """Show how a piece of evidence is described."""
        for name, line in self.lines.items():
            line.setText(record.text(name))
        self.note.setPlainText(record.text("note"))
        self.stored = record
        self.set_heading(self.tr("Describe {ref}").format(ref=record.text("ref")))
        self.mark_clean()

    def values(self) -> FormValues:
        """Return what was typed."""
        fields: dict[str, Value] = {name: line.text().strip() or None for name, line in self.lines.items()}
        return FormValues(fields | {"note": self.note.text() or None}, cited=self.citations.edits())

    def problems(self) -> Sequence[tuple[QWidget, str]]:
        """Nothing is required."""
        return self.citations.problems()

    def draft(self) -> Draft:
        """Return everything that was typed."""
        said = {name: line.text() for name, line in self.lines.items()}
        return said | {"note": self.note.toPlainText(), "citations": self.citations.draft()}

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed before and not saved."""
        for name, line in self.lines.items():
            line.setText(str(draft[name]))
        self.note.setPlainText(str(draft["note"]))
        self.citations.take_draft(draft["citations"])
        self.mark_dirty()
