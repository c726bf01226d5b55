"""The section of a case with its summary: the narrative to read, and the form of the case."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import cases, citations, questions
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.cases.case_edit import CaseEdit
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.finders.source_finder import SourceFinder
from hrddesk_ui.pages.drafts import DraftKey, Drafts
from hrddesk_ui.widgets.forms.form_edit import Draft
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.unfolded import Unfolded
from hrddesk_ui.words.language import unturned


class CaseSummaryView(QWidget):
    """The narrative and the note of a case; a button shows the form of the case in their place.

    To save does not close the form, since somebody who writes a long text saves often.
    """

    closed = Signal()
    """The form was closed and had the keyboard focus."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._drafts = Drafts.of(desk)
        self._record: Record | None = None
        self.form = CaseEdit(SourceFinder(desk.reader), self)
        self.form.cancel_button.setText(self.tr("Close"))
        self.narrative, self.note = page_layout.words("", self), page_layout.note("", self)
        for label in (self.narrative, self.note):
            page_layout.make_selectable(label)
        self.unfolded = Unfolded(self.form, self.form.whole_height, self)
        self.unfolded.fitted.connect(
            lambda: self.unfolded.setFixedHeight(self.unfolded.wanted_height(self.width()))
        )
        boxes.column(self.narrative, self.note, self.unfolded, parent=self)
        self.form.save_wanted.connect(self._save)
        self.form.closed.connect(self._close)
        self.form.drafted.connect(self._keep)
        desk.discard_wanted.connect(self._throw_away)

    def show_case(self, detail: CaseDetail) -> None:
        """Show the case; if it is already shown, unsaved content of the form stays."""
        is_other = self._record is None or self._record.id != detail.record.id
        if is_other:
            self.form.flush_draft()
        elif self.form.dirty:
            self._record = detail.record
            if not self.form.is_busy:
                self.form.flush_draft()
                self._drafts.tell_since(self._key(detail.record.id), self.form)
            return
        self._record = detail.record
        self._show_stored(detail.record)
        self._drafts.give_back(self._key(detail.record.id), self.form)
        if is_other:
            self._turn(is_open=self.form.dirty)

    def open(self) -> None:
        """Show the form, and focus the field that was used last."""
        self._turn(is_open=True)
        self.unfolded.come_into_view()
        self.form.resume_at().setFocus()

    def _turn(self, *, is_open: bool) -> None:
        self.unfolded.setVisible(is_open)
        for label in (self.narrative, self.note):
            label.setVisible(not is_open and bool(label.text()))

    def _show_stored(self, record: Record) -> None:
        self.narrative.setText(unturned(record.text("narrative")))
        self.note.setText(unturned(record.text("note")))
        self._turn(is_open=not self.unfolded.isHidden())
        self.form.show_record(record)
        self.form.citations.show_citations(citations.of_record(self.desk.reader, record.id))
        self.form.ask(questions.shown_for(self.desk.reader, Kind.CASE, record))

    def _key(self, case: RecordId) -> DraftKey:
        return DraftKey(case=case, kind=Kind.CASE, record=case)

    def _keep(self, draft: Draft) -> None:
        if self._record is not None:
            self._drafts.keep(self._key(self._record.id), self.form, draft)

    def _throw_away(self, key: DraftKey) -> None:
        if self._record is not None and key == self._key(self._record.id):
            self._show_stored(self._record)

    def _close(self) -> None:
        if self._record is not None:
            self._drafts.drop(self._key(self._record.id))
            self._show_stored(self._record)
            self._turn(is_open=False)
            self.closed.emit()

    def _save(self, values: FormValues) -> None:
        record = self._record
        if record is None:
            return

        def work(session: Session, job: Job) -> Outcome[None]:
            del job
            changes = cases.edit(session, record.id, values.fields, values.lists, values.cited).changes
            self._drafts.note_saved(self._key(record.id))
            return Outcome(None, changes)

        def done(_: None) -> None:
            self._drafts.drop(self._key(record.id))
            if self._record is not None and self._record.id == record.id:
                position = self.form.narrative.textCursor().position()
                self._show_stored(self._record)
                cursor = self.form.narrative.textCursor()  # who saves amid a sentence goes on there
                cursor.setPosition(
                    min(position, len(self.form.narrative.toPlainText().encode("utf-16-le")) // 2)
                )
                self.form.narrative.setTextCursor(cursor)
            self.form.set_busy(False)

        def failed(error: HrdDeskError) -> None:
            self.form.set_busy(False)
            self.form.show_problem(messages.of(error).text)

        self.form.set_busy(True)
        self.desk.change(self.form, work, done, failed=failed)
