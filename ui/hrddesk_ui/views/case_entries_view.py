"""What the people and the timeline of a case share: a list, a form beside it, drafts, removal with undo."""

from abc import abstractmethod
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from hrddesk.actions import events
from hrddesk.actions.cases import CaseDetail
from hrddesk.errors import HrdDeskError
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui import messages, theme
from hrddesk_ui.desk import Desk
from hrddesk_ui.models.entry_list_model import ListEntry
from hrddesk_ui.views.case_drafts import DraftKey, Drafts
from hrddesk_ui.widgets.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.entry_list import EntryList
from hrddesk_ui.widgets.form_edit import FormEdit, FormValues
from hrddesk_ui.widgets.list_detail import ListDetail

SIDE_BY_SIDE = 760  # pixels from which a form stands beside its list


class CaseEntriesView(QWidget):
    """A tab of the case page. A form that was left unsaved comes back as it was, after other cases too."""

    kind: ClassVar[Kind]

    def __init__(self, desk: Desk, entry_list: EntryList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.list = entry_list
        self.detail: CaseDetail | None = None
        self.form: FormEdit | None = None
        self._key: DraftKey | None = None
        self._drafts = Drafts.of(desk)
        self.add_button = QPushButton(theme.icon("new"), "", self)
        self.add_button.clicked.connect(self.start_new)
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        self.bar.setSpacing(theme.GRID)
        self.remove_button = QPushButton(theme.icon("remove"), self.tr("Remove"), self)
        self.remove_button.setToolTip(QKeySequence(Qt.Key.Key_Delete).toString())
        self.remove_button.clicked.connect(self._ask_current)
        self.bar.addWidget(self.add_button)
        self.bar.addWidget(self.remove_button)
        self.bar.addStretch(1)
        self.empty = QLabel(self)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(4 * theme.GRID)
        theme.set_role(self.empty, "muted")
        self._either = QStackedWidget(self)
        self._either.addWidget(self.list)
        self._either.addWidget(self.empty)
        self.confirm = ConfirmBar(self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.bar)
        column.addWidget(self._either, 1)
        self._beside = QWidget(self)
        self._beside_layout = QVBoxLayout(self._beside)
        self._beside_layout.setContentsMargins(0, 0, 0, 0)
        self.panes = ListDetail(left, self._beside, needs=SIDE_BY_SIDE, parent=self)
        self.panes.close_detail()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.panes, 1)
        layout.addWidget(self.confirm)
        self.list.opened.connect(lambda record: self.open(RecordId(record)))
        self.list.clicked.connect(self._on_clicked)
        self.list.removal_asked.connect(lambda record: self.ask_removal(RecordId(record)))

    # --- what the tabs say ---

    @abstractmethod
    def entries(self, detail: CaseDetail) -> list[ListEntry]:
        """Return what the list shows."""

    @abstractmethod
    def new_form(self, detail: CaseDetail, record: RecordId | None) -> FormEdit:
        """Make a form that shows the record, or begins a new one."""

    @abstractmethod
    def store(self, session: Session, case: RecordId, record: RecordId | None, values: FormValues) -> Changes:
        """Save in the vault's thread."""

    @abstractmethod
    def remove(self, session: Session, case: RecordId, record: RecordId) -> Changes:
        """Remove in the vault's thread."""

    @abstractmethod
    def removal_words(self, entry: ListEntry) -> tuple[str, str, str]:
        """Return the question, the button that removes, and what is said afterwards."""

    # --- showing ---

    def show_case(self, detail: CaseDetail) -> None:
        """Show the case, and the form that was left unsaved in it."""
        other = self.detail is None or self.detail.record.id != detail.record.id
        if other:
            self._close_form()
            self.confirm.withdraw()
        self.detail = detail
        shown = self.entries(detail)
        self.list.entries.show(shown)
        self._either.setCurrentWidget(self.list if shown else self.empty)
        self.remove_button.setEnabled(bool(shown))
        if other:
            if shown:
                self.list.setCurrentIndex(self.list.entries.index(0))
            left = self._drafts.of_case(detail.record.id, self.kind)
            if left:
                self._open_form(left[-1], focus=False)

    def start_new(self) -> None:
        """Open an empty form, or the new one that was left unsaved."""
        self._open_form(None, focus=True)

    def open(self, record: RecordId) -> None:
        """Open the form of a record and go into it."""
        self.list.select(record)
        self._open_form(record, focus=True)

    def edit_current(self) -> None:
        """Open the form of the selected record."""
        record = self.list.current()
        if record is not None:
            self.open(record)

    def ask_removal(self, record: RecordId) -> None:
        """Ask before a record is removed."""
        detail = self.detail
        if detail is None:
            return
        entry = self.list.entries.entry(self.list.entries.row_of(record))
        question, yes, _ = self.removal_words(entry)
        self.confirm.ask(
            question, yes, self.tr("Keep"), lambda: self._remove(detail.record.id, entry), self.list
        )

    def _ask_current(self) -> None:
        record = self.list.current()
        if record is not None:
            self.ask_removal(record)

    # --- the form ---

    def _on_clicked(self) -> None:
        record = self.list.current()
        if record is not None:
            self._open_form(record, focus=False)

    def _open_form(self, record: RecordId | None, *, focus: bool) -> None:
        if self.detail is None:
            return
        key = DraftKey(self.detail.record.id, self.kind, record)
        if self.form is None or key != self._key:
            self._close_form()
            form = self.new_form(self.detail, record)
            draft = self._drafts.get(key)
            if draft is not None:
                form.take_draft(draft)
            form.save_wanted.connect(lambda values: self._save(form, key, values))
            form.closed.connect(lambda: self._end(key))
            form.drafted.connect(lambda typed: self._drafts.keep(key, typed))
            self.form, self._key = form, key
            self._beside_layout.addWidget(form)
            self.panes.open_detail()
            form.show()  # now, so that the keyboard can go into it
        if focus and self.form is not None:
            self.form.start().setFocus()

    def _close_form(self) -> None:
        """Take the form away; what was typed in it stays as a draft."""
        form, self.form, self._key = self.form, None, None
        if form is not None:
            self.panes.close_detail()
            self._beside_layout.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _end(self, key: DraftKey) -> None:
        """Close the form for good and go back to the list."""
        self._drafts.drop(key)
        self._close_form()
        target: QWidget = self.list if self.list.entries.rowCount() else self.add_button
        target.setFocus()

    def _save(self, form: FormEdit, key: DraftKey, values: FormValues) -> None:
        case, record = key.case, key.record
        assert case is not None

        def work(session: Session, job: Job) -> tuple[None, Changes]:
            del job
            return None, self.store(session, case, record, values)

        # By then another case may be shown, or the window may have been built anew in another language.
        def done(_: None) -> None:
            if isValid(form):
                form.mark_clean()
            if isValid(self) and self._key == key:
                self._end(key)
            else:
                drafts.drop(key)

        def failed(error: HrdDeskError) -> None:
            if isValid(form):
                form.set_busy(False)
                form.show_problem(messages.of(error).text)
            else:
                desk.said.emit(messages.of(error), "bad")

        desk, drafts = self.desk, self._drafts
        form.set_busy(True)
        desk.change(desk, work, done, failed=failed)

    # --- removal ---

    def _remove(self, case: RecordId, entry: ListEntry) -> None:
        key = DraftKey(case, self.kind, entry.id)
        if self._key == key:
            self._end(key)
        self._drafts.drop(key)

        def work(session: Session, job: Job) -> tuple[int | None, Changes]:
            del job
            changes = self.remove(session, case, entry.id)
            return changes.act, changes

        self.desk.change(self, work, lambda act: self._removed(entry, act))

    def _removed(self, entry: ListEntry, act: int | None) -> None:
        back: QWidget = self.list if self.list.entries.rowCount() else self.add_button
        back.setFocus()
        if act is not None:
            _, _, said = self.removal_words(entry)
            self.confirm.offer(
                said, self.tr("Undo"), self.tr("Dismiss"), lambda: self._undo(entry, act), back
            )

    def _undo(self, entry: ListEntry, act: int) -> None:
        def work(session: Session, job: Job) -> tuple[None, Changes]:
            del job
            return None, events.undo(session, act)

        self.desk.change(self, work, lambda _: self.list.select(entry.id))
