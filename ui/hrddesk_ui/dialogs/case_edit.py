"""The form of a case itself: its working title, its narrative, notes."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, Value
from hrddesk_ui.widgets.citations_edit import CitationsEdit
from hrddesk_ui.widgets.form_edit import Draft, FormEdit
from hrddesk_ui.widgets.form_values import FormValues
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.source_picker import Sources
from hrddesk_ui.widgets.text_edit import TextEdit

_BETWEEN = "; "
_EMPTY = Record(Kind.CASE, RecordId("0" * 32))


class CaseEdit(FormEdit):
    """Begin a case, or edit what its page shows first."""

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cite_with(CitationsEdit(sources, self.tr("the case as a whole")))
        self.title = LineEdit(
            self.tr("Working title"), self.tr("For you and your desk; it is never published"), self
        )
        self.narrative = TextEdit(
            self.tr("Narrative"),
            self.tr("What happened, in your own words. It stays secret unless you review and release it."),
            lines=10,
        )
        self.note = TextEdit(
            self.tr("Notes"),
            self.tr("Open questions, what to do next. Never published."),
            lines=3,
        )
        self.status = LineEdit(self.tr("Status of the work"), self.tr("For example: open, checked"), self)
        self.tags = LineEdit(self.tr("Tags"), self.tr("Words, with semicolons between them"), self)
        self.ref = LineEdit(self.tr("Reference"), self.tr("Given by the vault where you give none"), self)
        self.add_field(self.tr("Working title"), self.title, 0, 0, 2)
        self.add_field(self.tr("Narrative"), self.narrative, 1, 0, 2, grow=True, cite="narrative")
        self.add_field(self.tr("Notes"), self.note, 2, 0, 2)
        self.add_field(self.tr("Status of the work"), self.status, 3, 0)
        self.add_field(self.tr("Tags"), self.tags, 3, 1)
        self.add_field(self.tr("Reference"), self.ref, 4, 0)
        self.add_field(self.tr("Who says so"), self.citations, 5, 0, 2)
        self.finish()
        for line in (self.title, self.status, self.tags, self.ref):
            line.textEdited.connect(self.mark_dirty)
        self.narrative.textChanged.connect(self.mark_dirty)
        self.note.textChanged.connect(self.mark_dirty)

    def start(self) -> QWidget:
        """Return the title."""
        return self.title

    def show_new(self) -> None:
        """Begin a new case."""
        self.show_record(_EMPTY)
        self.stored = None
        self.set_heading(self.tr("New case"))

    def show_record(self, record: Record) -> None:
        """Show a stored case."""
        self.title.setText(record.text("title"))
        self.narrative.setPlainText(record.text("narrative"))
        self.note.setPlainText(record.text("note"))
        self.status.setText(record.text("status"))
        self.tags.setText(_joined(record))
        self.ref.setText(record.text("ref"))
        self.stored = record
        self.set_heading("")
        self.mark_clean()

    def values(self) -> FormValues:
        """Return title, narrative, notes."""
        return FormValues(
            {
                "title": self.title.text().strip() or None,
                "narrative": self.narrative.text() or None,
                "note": self.note.text() or None,
                "status": self.status.text().strip() or None,
                "ref": self.ref.text().strip() or None,
            },
            {"tags": self._tags()},
            cited=self.citations.edits(),
        )

    def _tags(self) -> list[dict[str, Value]]:
        """Return the tags; those that nobody touched as they are, whatever characters are in them."""
        if self.stored is not None and self.tags.text() == _joined(self.stored):
            return [{"text": item["text"]} for item in self.stored.values("tags")]
        return [{"text": tag} for tag in _parted(self.tags.text())]

    def problems(self) -> Sequence[tuple[QWidget, str]]:
        """Say that a title is missing."""
        if self.title.text().strip():
            return self.citations.problems()
        return ((self.title, self.tr("Give the case a working title, so that you find it again.")),)

    def draft(self) -> Draft:
        """Return everything that was typed."""
        return {
            "title": self.title.text(),
            "narrative": self.narrative.toPlainText(),
            "note": self.note.toPlainText(),
            "status": self.status.text(),
            "tags": self.tags.text(),
            "ref": self.ref.text(),
            "citations": self.citations.draft(),
        }

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed before and not saved."""
        self.title.setText(cast("str", draft["title"]))
        self.narrative.setPlainText(cast("str", draft["narrative"]))
        self.note.setPlainText(cast("str", draft["note"]))
        self.status.setText(cast("str", draft.get("status", "")))
        self.tags.setText(cast("str", draft.get("tags", "")))
        self.ref.setText(cast("str", draft.get("ref", self.ref.text())))
        self.citations.take_draft(draft["citations"])
        self.mark_dirty()


def _joined(record: Record) -> str:
    return _BETWEEN.join(str(item.get("text") or "") for item in record.values("tags"))


def _parted(text: str) -> list[str]:
    """Return the tags of a line, in which Chinese semicolons part them, too."""
    return [tag.strip() for tag in text.replace("；", ";").split(";") if tag.strip()]
