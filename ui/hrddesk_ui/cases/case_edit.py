"""The form of the case record: its working title, its narrative, notes."""

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.source_picker import Sources
from hrddesk_ui.widgets.forms.texts_edit import LanguageEdit


class CaseEdit(FormEdit):
    """The form of a new case, or of the summary of a stored one."""

    spec = SPECS[Kind.CASE]

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cite_with(sources, self.tr("the case as a whole"))
        self.title = self.field(
            "title",
            LineEdit(self.tr("Working title"), self.tr("For you and your desk; it is never published")),
            wide=True,
            cite=False,
            required=self.tr("Give the case a working title, so that you find it again."),
        )
        what = self.tr("What happened, in your own words. It stays secret unless you review and release it.")
        self.narrative = self.field("narrative", TextEdit(self.tr("Narrative"), what, lines=10), grow=True)
        self.language = self.field(
            "text_language", LanguageEdit(self.tr("Language of the narrative")), cite=False
        )
        next_step = self.tr("Open questions, what to do next. Never published.")
        self.note = self.field("note", TextEdit(self.tr("Notes"), next_step, lines=3), cite=False)
        status = LineEdit(self.tr("Status of the work"), self.tr("For example: open, checked"))
        self.status = self.field("status", status, cite=False)
        tags = LineEdit(self.tr("Tags"), self.tr("Words, with semicolons between them"))
        self.tags = self.texts("tags", tags, between="; ", separators=";；")
        ref = LineEdit(self.tr("Reference"), self.tr("Given by the vault where you give none"))
        self.ref = self.field("ref", ref, cite=False)
        country = TermEdit(self.tr("Country whose law counts"), "country")
        country.set_placeholder(self.tr("The usual one of the vault"))
        self.country = self.field("country", country, cite=False)
        self.finish()

    def heading(self, record: Record | None) -> str:
        """Return the heading of the form; "" for a stored case, because its name is shown above the form."""
        return self.tr("New case") if record is None else ""
