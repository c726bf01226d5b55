"""The common base of the sections with the people, the relations and the events of a case.

It has a list, a form that unfolds below an entry, drafts, and removal that can be undone.
"""

from abc import abstractmethod
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from hrddesk.actions.records import events
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.pages.case_section import CaseSection
from hrddesk_ui.pages.drafts import DraftKey, Drafts
from hrddesk_ui.pages.form_pane import FormPane
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.buttons.delete_button import DeleteButton
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.widgets.lists.whole_list import WholeList


class CaseEntriesView(CaseSection):
    """A section of a case with a list and a form.

    An unsaved form is shown again with its content, even after other cases were shown.
    """

    kind: ClassVar[Kind]

    def __init__(self, desk: Desk, title: str, entry_list: WholeList, parent: QWidget | None = None) -> None:
        super().__init__(desk, title, entry_list, parent)
        self.detail: CaseDetail | None = None
        self._drafts = Drafts.of(desk)
        self._row_before = 0
        self.add_button.clicked.connect(self.start_new)
        self.remove_button = DeleteButton(theme.icon("remove"), self.tr("Remove"), self.list, self)
        self.remove_button.setObjectName("quiet")
        self.remove_button.setToolTip(QKeySequence(Qt.Key.Key_Delete).toString())
        self.remove_button.clicked.connect(self._remove_current)
        self.bar.insertWidget(1, self.remove_button)
        self.pane = FormPane(desk, self._save, self)
        self.lay_out(self.pane, self.pane.whole_height)
        self.pane.opened.connect(lambda: self.unfold(self._of_form()))
        self.pane.closed.connect(self.fold)
        self.pane.ended.connect(self._on_ended)
        self.list.opened.connect(lambda record: self.open(RecordId(record)))
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self.list.removal_asked.connect(lambda record: self.remove_record(RecordId(record)))

    @property
    def form(self) -> FormEdit | None:
        """The open form; None if no form is open."""
        return self.pane.form

    # --- what the sections say ---

    @abstractmethod
    def entries(self, detail: CaseDetail) -> list[ListEntry]:
        """Return the entries of the list for this case."""

    @abstractmethod
    def new_form(self, detail: CaseDetail, record: RecordId | None) -> FormEdit:
        """Make a form that shows `record`; for None, make an empty form for a new record."""

    @abstractmethod
    def store(
        self, session: Session, case: RecordId, record: RecordId | None, values: FormValues
    ) -> Outcome[RecordId]:
        """Save the values of a form, in the vault's thread; return the id of the record.

        `record` is None if the record is new.
        """

    @abstractmethod
    def remove(self, session: Session, case: RecordId, record: RecordId) -> Outcome[None]:
        """Remove the record from the case, in the vault's thread."""

    @abstractmethod
    def removal_words(self, entry: ListEntry) -> str:
        """Return the message to show after the record of `entry` was removed."""

    # --- showing ---

    def show_case(self, detail: CaseDetail) -> None:
        """Show the list of the case; if a form of this section has a draft, open that form too."""
        is_other = self.detail is None or self.detail.record.id != detail.record.id
        if is_other:
            self.pane.put_away()
            self.confirm.withdraw()
        self.detail = detail
        entries, entry_id = self.entries(detail), self._of_form() or self.list.current()
        row = -1 if entry_id is None else self.list.entries.row_of(entry_id)
        self.list.entries.show(entries)
        self.show_list()
        self.used_changed()
        if not is_other and self._writes_new():
            self._select(None)
        elif not is_other and entry_id is not None and self.list.entries.row_of(entry_id) >= 0:
            self._select(entry_id)
        elif not is_other and entry_id is not None:
            self._leave_gone(row)
        if not is_other and (of_form := self._of_form()) is not None:
            self.pane.refresh(lambda: self.new_form(detail, of_form))
        if is_other:
            if entries:
                self.list.setCurrentIndex(self.list.entries.index(0))
            remaining = [
                record
                for record in self._drafts.of_case(detail.record.id, self.kind)
                if record is None or self.list.entries.row_of(record) >= 0
            ]
            if remaining:
                self._select(remaining[-1])
                self._open_form(remaining[-1], focus=False)

    def _leave_gone(self, row: int) -> None:
        """Close the form of a deleted record and select the record that is now in its `row`.

        The form stays open if it has unsaved content.
        """
        wrote = self.pane.isAncestorOf(QApplication.focusWidget() or self)
        if not self.pane.leave_gone():
            return
        self.list.select_near(row)
        if wrote:
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        target: QWidget = self.list if self.list.entries.rowCount() else self.add_button
        target.setFocus()

    def start_new(self) -> None:
        """Open the form of a new record; if it was left unsaved, show its content."""
        self.open(None)

    def open(self, record: RecordId | None) -> None:
        """Open the form of `record` (None: a new record), and focus the field that was used last."""
        self._select(record)
        self._open_form(record, focus=True)

    def edit_current(self) -> None:
        """Open the form of the selected record."""
        record = self.list.current()
        if record is not None:
            self.open(record)

    def used_changed(self) -> None:
        """Let Remove act only while the entry that it would remove is marked."""
        self.remove_button.setEnabled(self.list.is_in_use and bool(self.list.entries.rowCount()))

    def close_unfolded(self) -> None:
        """Close the form; if something is not saved, ask first."""
        if self.pane.form is not None:
            self.pane.form.try_close()

    def remove_record(self, record: RecordId) -> None:
        """Remove a record without asking first, since the removal can be undone and the recycle bin keeps the
        record.
        """
        if self.detail is not None:
            entry = self.list.entries.entry(self.list.entries.row_of(record))
            self._remove(self.detail.record.id, entry)

    def _remove_current(self) -> None:
        record = self.list.current()
        if record is not None:
            self.remove_record(record)

    # --- the form ---

    def _of_form(self) -> RecordId | None:
        """Return the record of the open form; None if the form is for a new record or no form is open."""
        return None if self.pane.key is None else self.pane.key.record

    def _writes_new(self) -> bool:
        return self.pane.key is not None and self.pane.key.record is None

    def _select(self, record: RecordId | None) -> None:
        """Select the row of `record`; for None (a new record), select no row."""
        if record is not None:
            self.list.select(record)
        else:
            self._row_before = self.list.currentIndex().row()
            self.list.setCurrentIndex(QModelIndex())

    def _follow(self) -> None:
        """If a form is open, replace it by the form of the selected row."""
        record = self.list.current()
        if self.pane.form is not None and record is not None and record != self._of_form():
            self._open_form(record, focus=False)

    def _on_clicked(self) -> None:
        record = self.list.current()
        if record is None:
            return
        if record == self.list.unfolded_before_click and self.pane.form and not self.pane.form.dirty:
            self.pane.put_away()  # the second click folds what the first has unfolded
        else:
            self._open_form(record, focus=False)

    def _open_form(self, record: RecordId | None, *, focus: bool) -> None:
        detail = self.detail
        if detail is not None:
            key = DraftKey(case=detail.record.id, kind=self.kind, record=record)
            self.pane.open(key, lambda: self.new_form(detail, record), focus=focus)

    def _save(self, session: Session, key: DraftKey, values: FormValues) -> Outcome[RecordId]:
        assert key.case is not None
        return self.store(session, key.case, key.record, values)

    def _on_ended(self, record: str) -> None:
        if record:
            self.list.select(RecordId(record))
        elif self.list.current() is None:
            self.list.select_near(self._row_before)  # as before the new one was begun
        self._take_keyboard()

    # --- removal ---

    def _remove(self, case: RecordId, entry: ListEntry) -> None:
        if self._of_form() == entry.id:
            self.pane.put_away()  # what was typed stays as a draft: it comes back with the record
        row = self.list.entries.row_of(entry.id)

        def work(session: Session, job: Job) -> Outcome[int | None]:
            del job
            changes = self.remove(session, case, entry.id).changes
            return Outcome(changes.act, changes)

        self.desk.change(self, work, lambda act: self._removed(entry, row, act))

    def _removed(self, entry: ListEntry, row: int, act: int | None) -> None:
        back: QWidget = self.list if self.list.entries.rowCount() else self.add_button
        self.list.select_near(row)
        back.setFocus()
        if act is not None:
            sentence = self.removal_words(entry)
            self.confirm.offer(
                sentence, self.tr("Undo"), self.tr("Dismiss"), lambda: self._undo(entry, act), back
            )
            self.show_answer()

    def _undo(self, entry: ListEntry, act: int) -> None:
        def work(session: Session, job: Job) -> Outcome[None]:
            del job
            return events.undo(session, act)

        self.desk.change(self, work, lambda _: self._show_again(entry.id))

    def _show_again(self, record: RecordId) -> None:
        self.list.select(record)
        if self.detail is not None and record in self._drafts.of_case(self.detail.record.id, self.kind):
            self._open_form(record, focus=False)
