"""The form that describes a piece of evidence; the file itself never changes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hrddesk.records.record import Record, Value
from hrddesk_ui.widgets.form_edit import Draft, FormEdit, FormValues
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.text_edit import TextEdit


class EvidenceEdit(FormEdit):
    """What it shows, when it was made, when and from whom it came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = {
            "title": LineEdit(self.tr("What it is"), self.tr("A photograph of the notice")),
            "captured": LineEdit(self.tr("Captured"), self.tr("When it was made, as it is known")),
            "acquired": LineEdit(self.tr("Acquired"), self.tr("When it came to you")),
            "from_whom": LineEdit(self.tr("From whom"), self.tr("A code name, better than a name")),
        }
        self.note = TextEdit(self.tr("Note"), self.tr("Free text. It is never published."), lines=4)
        self.add_field(self.tr("What it is"), self.lines["title"], 0, 0, 2)
        self.add_field(self.tr("Captured"), self.lines["captured"], 1, 0)
        self.add_field(self.tr("Acquired"), self.lines["acquired"], 1, 1)
        self.add_field(self.tr("From whom"), self.lines["from_whom"], 2, 0, 2)
        self.add_field(self.tr("Note"), self.note, 3, 0, 2)
        self.finish()
        for line in self.lines.values():
            line.textEdited.connect(self.mark_dirty)
        self.note.textChanged.connect(self.mark_dirty)

    def start(self) -> QWidget:
        """Return what it is."""
        return self.lines["title"]

    def show_record(self, record: Record) -> None:
        """Show how a piece of evidence is described."""
        self.take_draft({name: record.text(name) for name in self.draft()})
        self.stored = record
        self.set_heading(self.tr("Describe {ref}").format(ref=record.text("ref")))
        self.mark_clean()

    def values(self) -> FormValues:
        """Return what was typed."""
        fields: dict[str, Value] = {name: str(text).strip() or None for name, text in self.draft().items()}
        return FormValues(fields)

    def problems(self) -> Sequence[tuple[QWidget, str]]:
        """Nothing is required."""
        return ()

    def draft(self) -> Draft:
        """Return everything that was typed."""
        return {name: line.text() for name, line in self.lines.items()} | {"note": self.note.toPlainText()}

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed before and not saved."""
        for name, line in self.lines.items():
            line.setText(str(draft[name]))
        self.note.setPlainText(str(draft["note"]))
        self.mark_dirty()
