"""The common base of the lists of what a desk defines itself (terms, places, questions), with a
form beside.
"""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from hrddesk.errors import HrdDeskError
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.history import undoing
from hrddesk_ui.pages.drafts import DraftKey, Drafts
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.forms.form_edit import Draft, FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.list_detail import ListDetail
from hrddesk_ui.widgets.lists.entry_list import EntryList
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry

SIDE_BY_SIDE = 800  # pixels from which the form stands beside the list
_FILTER_DELAY_MS = 150


class CatalogueView(QWidget):
    """A filtered list, with a form beside it that shows the selected entry at once.

    If another entry is selected, unsaved content of the form stays as a draft, which is shown when the entry
    is selected again.
    """

    kind: ClassVar[Kind]

    def __init__(
        self, desk: Desk, list_name: str, new: str, intro: str, parent: QWidget | None = None
    ) -> None:
        """Build the view.

        `list_name` is what screen readers call the list, `new` is the text of the button for a new entry, and
        `intro` is shown above the list.
        """
        super().__init__(parent)
        self.desk = desk
        self._shown: RecordId | None = None
        self._drafts = Drafts.of(desk)
        self.filter = LineEdit(self.tr("Search this list"), self.tr("Search this list"), self)
        self.filter.setClearButtonEnabled(True)
        self.list = EntryList(list_name, parent=self)
        self.new_button = boxes.button(new, self.start_new, self, icon="new")
        self.count = page_layout.note("", self)
        self.form = self.make_form()
        self.form.setParent(self)
        self.bar = boxes.row(self.new_button, 1, self.count)
        self.head = boxes.column(page_layout.note(intro, self), self.filter, self.bar, margin=tokens.GRID)
        left_pane = QWidget(self)
        boxes.column(self.head, (self.list, 1), parent=left_pane, spacing=0)
        right = QWidget(self)
        self.side = boxes.column((self.form, 1), parent=right, spacing=0)
        self.panes = ListDetail(left_pane, right, needs=SIDE_BY_SIDE, shares=(1, 1), parent=self)
        boxes.column(self.panes, parent=self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_FILTER_DELAY_MS)
        self._soon.timeout.connect(self.load)
        self.filter.textChanged.connect(self._soon.start)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.list.opened.connect(lambda _: self.go_to_form())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self.form.save_wanted.connect(self._save)
        self.form.closed.connect(self._closed)
        self.form.drafted.connect(self._keep)
        desk.discard_wanted.connect(self._throw_away)
        desk.changed.connect(self._look_again)

    # --- what each of them says ---

    @abstractmethod
    def make_form(self) -> FormEdit:
        """Make the form for the entries of the list."""

    @abstractmethod
    def entries(self, text: str) -> Sequence[ListEntry]:
        """Return the entries of the list that match the text of the filter."""

    @abstractmethod
    def show_entry(self, record: RecordId | None) -> None:
        """Show the entry of `record` in the form; for None, begin a new entry."""

    @abstractmethod
    def work(self, record: RecordId | None, values: FormValues) -> Callable[[Session], Outcome[RecordId]]:
        """Return the action that stores the form.

        Of a stored record, only the values that were changed are written.
        """

    def group(self) -> str:
        """Return the name of the shown list, to which a new entry is added; "" if the view has
        only one list.
        """
        return ""

    def go_to_group(self, group: str) -> None:
        """Show the list with this name; for a view with several lists."""

    # --- what all do alike ---

    @property
    def shown(self) -> RecordId | None:
        """The id of the entry in the form; None for a new entry."""
        return self._shown

    @property
    def shown_name(self) -> str:
        """The name that the list shows for the entry in the form; "" if the list does not have it."""
        row = -1 if self._shown is None else self.list.entries.row_of(self._shown)
        return self.list.entries.entry(row).first.lstrip("› ") if row >= 0 else ""

    def load(self) -> None:
        """Read the list again; the form keeps its content."""
        self._soon.stop()
        entries = self.entries(self.filter.text().strip())
        self.list.entries.show(entries)
        # No %n: Qt for Python looks that up under the name of the subclass only, and finds nothing there.
        self.count.setText(self.tr("{count} in the list").format(count=len(entries)))
        if self._shown is not None:
            self.list.select(self._shown)
        if not self.form.dirty:
            self._present(self._shown if any(entry.id == self._shown for entry in entries) else None)
        elif not self.form.is_busy:
            self.form.flush_draft()
            self._drafts.tell_since(self._key(self._shown), self.form)

    def start_new(self) -> None:
        """Begin a new entry; if a new entry was left unsaved, go on with it."""
        self._put_away()
        self.list.clearSelection()
        self._present(None)
        self.go_to_form()

    def open_draft(self, key: DraftKey) -> None:
        """Open the form of a draft, with the content of the draft."""
        self.go_to_group(key.group)
        self._put_away()
        self.filter.clear()
        self._shown = key.record
        self.load()
        if self.form.dirty:
            self.panes.open_detail()
            self.form.resume_at().setFocus()

    def go_to_form(self) -> None:
        """Focus the form."""
        self.panes.open_detail()
        self.form.start().setFocus(Qt.FocusReason.TabFocusReason)

    def change(self, work: Callable[[Session], Outcome[None]], sentence: str) -> None:
        """Run an action on an entry, say `sentence`, and offer to undo the action.

        If the form has unsaved content, ask about that first.
        """
        if self.form.dirty:
            self.form.try_close()
            return
        row = self.list.currentIndex().row()

        def done() -> None:
            if self._shown is None:  # it was deleted
                self.list.select_near(row)
                self.list.setFocus()

        undoing.change(self.desk, self, work, sentence, done)

    def _present(self, record: RecordId | None) -> None:
        self._shown = record
        self.show_entry(record)
        self._drafts.give_back(self._key(record), self.form)

    def _key(self, record: RecordId | None) -> DraftKey:
        return DraftKey(case=None, kind=self.kind, record=record, group=self.group())

    def _keep(self, typed: Draft) -> None:
        self._drafts.keep(self._key(self._shown), self.form, typed)

    def _put_away(self) -> None:
        """Store unsaved content of the form as a draft, so that the form can show another entry."""
        self.form.flush_draft()
        self.form.mark_clean()

    def _throw_away(self, key: DraftKey) -> None:
        if key == self._key(self._shown) and self.form.dirty:
            self.form.mark_clean()
            self._present(self._shown)

    def _follow(self) -> None:
        record = self.list.current()
        if record is None or record == self._shown:
            return
        self._put_away()
        self._present(record)

    def _closed(self) -> None:
        self._drafts.drop(self._key(self._shown))
        self._present(self.list.current())
        self.list.setFocus()

    def _save(self, values: FormValues) -> None:
        work, key, drafts = self.work(self._shown, values), self._key(self._shown), self._drafts

        def run(session: Session, job: Job) -> Outcome[RecordId]:
            del job
            saved = work(session)
            drafts.note_saved(key)
            return saved

        def done(record: RecordId) -> None:
            drafts.drop(key)
            self.form.set_busy(False)
            self.form.mark_clean()
            self._shown = record
            self.load()
            self.list.setFocus()

        def failed(error: HrdDeskError) -> None:
            self.form.set_busy(False)
            self.form.show_problem(messages.of(error).text)

        self.form.set_busy(True)
        self.desk.change(self, run, done, failed=failed)

    def _look_again(self, changes: Changes) -> None:
        if changes.others and self.isVisible():
            self.load()
