"""The form of a source: what it is, how reliable, and by which code name it goes."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, Value
from hrddesk_ui.widgets.form_edit import Draft, FormEdit
from hrddesk_ui.widgets.form_values import FormValues
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.term_edit import TermEdit
from hrddesk_ui.widgets.text_edit import TextEdit
from hrddesk_ui.widgets.visibility_edit import VisibilityEdit

_EMPTY = Record(Kind.SOURCE, RecordId("0" * 32))


class SourceForm(FormEdit):
    """Add or edit one source. A title or a code name is required."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = LineEdit(self.tr("Title"), self.tr("A letter, a report, who told it"))
        self.code_name = LineEdit(
            self.tr("Code name"), self.tr("Shown in place of the title, where it is set")
        )
        self.type = TermEdit(self.tr("Type"), "source_type")
        self.reliability = TermEdit(self.tr("Reliability"), "reliability")
        self.note = TextEdit(self.tr("Note"), self.tr("Why it is trusted, how to reach it. Never published."))
        self.visibility = VisibilityEdit(Kind.SOURCE)
        self.add_field(self.tr("Title"), self.title, 0, 0, 2)
        self.add_field(self.tr("Code name"), self.code_name, 1, 0, 2)
        self.add_field(self.tr("Type"), self.type, 2, 0)
        self.add_field(self.tr("Reliability"), self.reliability, 2, 1)
        self.add_field(self.tr("Who may learn of it"), self.visibility, 3, 0, 2)
        self.add_field(self.tr("Note"), self.note, 4, 0, 2)
        self.finish()
        for line in (self.title, self.code_name):
            line.textEdited.connect(self.mark_dirty)
        for term in (self.type, self.reliability):
            term.edited.connect(self.mark_dirty)
        self.note.textChanged.connect(self.mark_dirty)
        self.visibility.edited.connect(self.mark_dirty)

    def start(self) -> QWidget:
        """Return the title."""
        return self.title

    def show_new(self) -> None:
        """Begin a new source."""
        self.show_record(_EMPTY)
        self.stored = None
        self.set_heading(self.tr("New source"))

    def show_record(self, record: Record) -> None:
        """Show a stored source."""
        self.visibility.show_record(record)
        said = {name: record.text(name) for name in self.draft() if name != "visibility"}
        self.take_draft({**said, "visibility": self.visibility.level()})
        self.stored = record
        self.set_heading(self.tr("Source"))
        self.mark_clean()

    def values(self) -> FormValues:
        """Return what was typed."""
        fields: dict[str, Value] = {name: str(text).strip() or None for name, text in self.draft().items()}
        return FormValues({**fields, "visibility": self.visibility.changed()})

    def problems(self) -> Sequence[tuple[QWidget, str]]:
        """Say that it has no name at all."""
        if self.title.text().strip() or self.code_name.text().strip():
            return ()
        return ((self.title, self.tr("Give the source a title or a code name.")),)

    def draft(self) -> Draft:
        """Return everything that was typed."""
        return {
            "title": self.title.text(),
            "code_name": self.code_name.text(),
            "type": self.type.value(),
            "reliability": self.reliability.value(),
            "note": self.note.toPlainText(),
            "visibility": self.visibility.level(),
        }

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed before and not saved."""
        self.title.setText(cast("str", draft["title"]))
        self.code_name.setText(cast("str", draft["code_name"]))
        self.type.set_value(cast("str", draft["type"]))
        self.reliability.set_value(cast("str", draft["reliability"]))
        self.note.setPlainText(cast("str", draft["note"]))
        self.visibility.set_level(cast("str", draft["visibility"]))
        self.mark_dirty()
