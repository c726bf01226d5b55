"""The form of a source, which is a person or a document: its reliability, and how it is named in print."""

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record
from hrddesk.records.rules.sources import DOCUMENT
from hrddesk_ui.widgets.fields.choice_edit import ChoiceEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.binding import Problem
from hrddesk_ui.widgets.forms.form_edit import FormEdit


class SourceForm(FormEdit):
    """The form to add or edit one source; a title or a code name is required."""

    spec = SPECS[Kind.SOURCE]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.field(
            "title", LineEdit(self.tr("Title"), self.tr("A letter, a report, who told it")), wide=True
        )
        self.code_name = self.field(
            "code_name",
            LineEdit(self.tr("Code name"), self.tr("Shown in place of the title, where it is set")),
            wide=True,
        )
        kinds = {"": self.tr("Not stated: counts as a person")}
        kinds |= {"person": self.tr("Person"), DOCUMENT: self.tr("Document")}
        self.kind = self.field("kind", ChoiceEdit(self.tr("Person or document"), kinds))
        self.field("type", TermEdit(self.tr("Type"), "source_type"))
        self.field("date", PartialDateEdit(self.tr("Date")))
        self.field("knowledge", TermEdit(self.tr("First-hand or not"), "knowledge"))
        self.field("reliability", TermEdit(self.tr("Reliability"), "reliability"))
        self.visibility = self.level()
        self.field("attribution", TermEdit(self.tr("In print (on file if empty)"), "attribution"))
        self.field(
            "consented", PartialDateEdit(self.tr("Their own consent to be named, date"), happened=True)
        )
        self.field(
            "credit",
            LineEdit(
                self.tr("Words in print"),
                self.tr("“A lawyer who followed the trial, 2021”: no month, no place, no name"),
            ),
            wide=True,
        )
        with self.behind(self.tr("Details of a document")):
            self.field("author", LineEdit(self.tr("Author")))
            self.field("publisher", LineEdit(self.tr("Publisher")))
            self.field("address", LineEdit(self.tr("Address of the page")), wide=True)
            self.field("archived", LineEdit(self.tr("Archived copy"), self.tr("Its address")), wide=True)
        self.kind.edited.connect(self._show_details)
        with self.behind():
            self.field("language", LineEdit(self.tr("Language")))
            self.field("interviewer", LineEdit(self.tr("Interviewer"), self.tr("A colleague's alias")))
            self.field("means", LineEdit(self.tr("How they told it"), self.tr("Phone, letter")), wide=True)
        why = self.tr("Why it is trusted, how to reach it. Never published.")
        self.field("note", TextEdit(self.tr("Note"), why))
        self.finish()

    def _show_details(self) -> None:
        if self.kind.value() == DOCUMENT:
            self.page.more[0].set_open(True)

    def heading(self, record: Record | None) -> str:
        """Return the heading of the form."""
        return self.tr("New source") if record is None else self.tr("Source")

    def problems(self) -> list[Problem]:
        """Return what is wrong in the form, for example that title and code name are missing."""
        problems = super().problems()
        if not (self.title.value() or self.code_name.value()):
            problems.insert(0, (self.title, self.tr("Give the source a title or a code name.")))
        return problems
