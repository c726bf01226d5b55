"""The form that describes a piece of evidence; the file itself never changes."""

from PySide6.QtWidgets import QWidget

from hrddesk.records.kinds import SPECS, Kind
from hrddesk.records.record import Record
from hrddesk_ui.widgets.form_edit import FormEdit
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.source_picker import Sources
from hrddesk_ui.widgets.text_edit import TextEdit


class EvidenceEdit(FormEdit):
    """What it shows, when it was made, when and from whom it came. Nothing is required."""

    spec = SPECS[Kind.EVIDENCE]

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cite_with(sources, self.tr("the file as a whole"))
        what = LineEdit(self.tr("What it is"), self.tr("A photograph of the notice"))
        self.title = self.field("title", what, wide=True)
        self.field("captured", LineEdit(self.tr("Captured"), self.tr("When it was made, as it is known")))
        self.field("acquired", LineEdit(self.tr("Acquired"), self.tr("When it came to you")))
        whom = LineEdit(self.tr("From whom"), self.tr("A code name, better than a name"))
        self.field("from_whom", whom, wide=True)
        self.field("note", TextEdit(self.tr("Note"), self.tr("Free text. It is never published.")))
        self.finish()

    def heading(self, record: Record | None) -> str:
        """Return which piece is described."""
        return "" if record is None else self.tr("Describe {ref}").format(ref=record.text("ref"))
