"""The place for one form of a page, with its draft, until the form is saved or discarded."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hrddesk.errors import HrdDeskError
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.pages.drafts import DraftKey, Drafts
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.layout import boxes

Save = Callable[[Session, DraftKey, FormValues], Outcome[RecordId]]
"""A function that stores the content of a form, in the vault's thread, and returns the record."""


class FormPane(QWidget):
    """The place that shows one form.

    A form that is removed unsaved leaves a draft. The draft is shown when the form is opened again.
    """

    opened = Signal()
    closed = Signal()
    ended = Signal(str)
    """Emitted with the id of the record when the form was saved, with "" when it was discarded."""

    def __init__(self, desk: Desk, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._save_record = save
        self._drafts = Drafts.of(desk)
        self.form: FormEdit | None = None
        self.key: DraftKey | None = None
        desk.discard_wanted.connect(self.throw_away)
        self._layout = boxes.column(parent=self, spacing=-1)

    def whole_height(self, width: int) -> int:
        """Return the height in pixels with which the form shows all of itself; 0 without a form."""
        return 0 if self.form is None else self.form.whole_height(width)

    def open(self, key: DraftKey, make: Callable[[], FormEdit], *, focus: bool) -> None:
        """Show the form of `key`, which `make` makes; if it is already shown, keep it."""
        if self.form is None or key != self.key:
            self.put_away()
            form = make()
            self._drafts.give_back(key, form)
            form.save_wanted.connect(lambda values: self._save(form, key, values))
            form.closed.connect(lambda: self._end(key, ""))
            form.drafted.connect(lambda typed: self._drafts.keep(key, form, typed))
            self.form, self.key = form, key
            self._layout.addWidget(form)
            form.show()  # now, so that the keyboard can go into it
            self.opened.emit()
        elif self.form.dirty:
            self._drafts.tell_since(key, self.form)  # it may have come back
        if focus and self.form is not None:
            self.form.resume_at().setFocus()

    def refresh(self, make: Callable[[], FormEdit]) -> None:
        """Show the record as it is now.

        A form with unsaved content is not replaced; it only says that the record was changed.
        """
        form, key = self.form, self.key
        if form is None or key is None or key.record is None or form.is_busy:
            return
        live = self._desk.reader.find(key.record)
        if live is None or live == form.stored:
            return
        if form.dirty:
            form.flush_draft()
            self._drafts.tell_since(key, form)
            return
        focus = form.isAncestorOf(QApplication.focusWidget() or self)
        self.put_away()
        self.open(key, make, focus=focus)

    def put_away(self) -> None:
        """Remove the form; unsaved content stays as a draft."""
        form, self.form, self.key = self.form, None, None
        if form is not None:
            self.closed.emit()
            self._layout.removeWidget(form)
            form.hide()
            form.deleteLater()

    def leave_gone(self) -> bool:
        """Close the form of a deleted record; return whether it was closed.

        A form with unsaved content stays open and says that its record was deleted.
        """
        if self.form is None or self.key is None or not self.form.dirty:
            self.put_away()
            return True
        self.form.flush_draft()
        self._drafts.tell_since(self.key, self.form)
        return False

    def throw_away(self, key: DraftKey) -> None:
        """Close the form of `key` without a draft, if it is shown."""
        if self.form is not None and self.key == key:
            self.form.mark_clean()
            self.put_away()

    def _end(self, key: DraftKey, record: str) -> None:
        """Close the form and drop its draft; `record` is the id of the saved record, "" for a
        discarded form.
        """
        if self.form is not None:
            self.form.mark_clean()
        self._drafts.drop(key)
        self.put_away()
        self.ended.emit(record)

    def _save(self, form: FormEdit, key: DraftKey, values: FormValues) -> None:
        def work(session: Session, job: Job) -> Outcome[RecordId]:
            del job
            saved = self._save_record(session, key, values)
            drafts.note_saved(key)
            return saved

        # By then another case may be shown, or the window may have been built anew in another language.
        def done(record: RecordId) -> None:
            desk.mended.emit(key)
            if isValid(self) and self.form is form:
                self._end(key, record)
            else:
                drafts.drop(key)

        def failed(error: HrdDeskError) -> None:
            if isValid(form):
                form.set_busy(False)
                form.show_problem(messages.of(error).text)
            else:
                desk.said.emit(messages.of(error), "bad", key)

        desk, drafts = self._desk, self._drafts
        form.set_busy(True)
        desk.change(desk, work, done, failed=failed)
