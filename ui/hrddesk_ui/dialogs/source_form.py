"""The form of a source: what it is, how reliable, and by which code name it goes."""

from PySide6.QtWidgets import QWidget

from hrddesk.records.kinds import SPECS, Kind
from hrddesk.records.record import Record
from hrddesk_ui.widgets.binding import Problem
from hrddesk_ui.widgets.form_edit import FormEdit
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.term_edit import TermEdit
from hrddesk_ui.widgets.text_edit import TextEdit


class SourceForm(FormEdit):
    """Add or edit one source. A title or a code name is required."""

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
        self.field("type", TermEdit(self.tr("Type"), "source_type"))
        self.field("reliability", TermEdit(self.tr("Reliability"), "reliability"))
        self.visibility = self.level(wide=True)
        why = self.tr("Why it is trusted, how to reach it. Never published.")
        self.field("note", TextEdit(self.tr("Note"), why))
        self.finish()

    def heading(self, record: Record | None) -> str:
        """Return what the form is called."""
        return self.tr("New source") if record is None else self.tr("Source")

    def problems(self) -> list[Problem]:
        """Say that it has no name at all."""
        problems = super().problems()
        if not (self.title.value() or self.code_name.value()):
            problems.insert(0, (self.title, self.tr("Give the source a title or a code name.")))
        return problems
