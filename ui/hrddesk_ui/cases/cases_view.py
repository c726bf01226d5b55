"""The page of cases: the list with its filter, and beside it the selected case."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget

from hrddesk.actions.records import cases
from hrddesk.errors import HrdDeskError, RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk.system.lazy import Lazy
from hrddesk_ui.cases.case_edit import CaseEdit
from hrddesk_ui.cases.case_table import CaseTable
from hrddesk_ui.cases.case_table_model import CaseTableModel
from hrddesk_ui.cases.case_view import CaseView
from hrddesk_ui.cases.many_cases_view import ManyCasesView
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.event_loop import next_turn
from hrddesk_ui.error_words import messages
from hrddesk_ui.finders.source_finder import SourceFinder
from hrddesk_ui.pages.drafts import DraftKey, Drafts
from hrddesk_ui.pages.status_list_page import StatusListPage
from hrddesk_ui.theme import tokens
from hrddesk_ui.theme.shortcuts import Shortcut, action
from hrddesk_ui.transfer.import_view import ImportView
from hrddesk_ui.transfer.pasted_report_view import PastedReportView
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.layout import page_layout

_Beside = TypeVar("_Beside", ImportView, PastedReportView, ManyCasesView)
_NEW_CASE = DraftKey(case=None, kind=Kind.CASE, record=None)


class CasesView(StatusListPage):
    """The page with the list of cases and the selected case; Ctrl+N begins a new case."""

    name = "cases"
    icon = "cases"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = CaseTableModel(desk.reader, self, desk.look_for_list)
        table = CaseTable(self.model, self)
        self.make_list(
            table,
            self.model,
            filter_name=self.tr("Filter the cases"),
            hint=self.tr("Filter by name, word or reference"),
            new=self.tr("New case"),
        )
        self.make_status(self.model)
        self.make_filter(cases.find, self.model.show_holding)
        self._drafts = Drafts.of(desk)
        self.import_button = QPushButton(self.tr("Import …"), self)
        self.paste_button = QPushButton(self.tr("Paste …"), self)
        self.paste_button.setAccessibleName(self.tr("Paste a report of others"))
        self.paste_button.setToolTip(self.tr("Paste a report of others"))
        self.welcome = page_layout.note("", self)
        self.welcome.setMargin(6 * tokens.GRID)
        self.welcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._detail = QStackedWidget(self)
        self._detail.addWidget(self.welcome)
        self.lay_out(self._detail, (2, 5), self.import_button, self.paste_button)
        self._connect()
        table.sort_by_reference()
        self.say_looking()

    @classmethod
    def title(cls) -> str:
        """Return the name of the page, as shown in the rail."""
        return QCoreApplication.translate("CasesView", "Cases")

    def topic(self) -> str:
        """Return the name of the help page for this page."""
        current = self._detail.currentWidget()
        if isinstance(current, ImportView):
            return current.topic()
        if isinstance(current, PastedReportView):
            return "paste-report"
        return "evidence" if isinstance(current, CaseView) and current.evidence.isVisible() else "cases"

    def open_record(self, record_id: RecordId) -> bool:
        """Show a case, or the case that contains the record; return False if there is no such case."""
        case = cases.case_of(self.desk.reader, record_id)
        if case is None:
            return False
        if not self.lists(case):
            self.show_all()
        self.show_case(case)
        self.case.show_record(record_id)
        return True

    def go_to_field(self, record_id: RecordId, field: str, words: str) -> None:
        """Go to `field` of the case or of a record in it, and to `words` in that field."""
        self.panes.open_detail()
        self.case.go_to_field(record_id, field, words)

    def show_case(self, case: RecordId) -> None:
        """Select a case in the list and show it."""
        self.table.select(case)
        self._show(case)

    def start_new(self) -> None:
        """Begin a new case; if a new case was left unsaved, go on with it."""
        if not self._writes_new:
            self.new_form.begin()
            self._drafts.give_back(_NEW_CASE, self.new_form)
            self._detail.setCurrentWidget(self.new_form)
        self.panes.open_detail()
        self.new_form.resume_at().setFocus()

    def open_draft(self, key: DraftKey) -> None:
        """Open the form of a draft, with the content of the draft."""
        if key.case is None:
            self.start_new()
            return
        if not self.lists(key.case):
            self.show_all()
        self.show_case(key.case)
        self.panes.open_detail()
        self.case.open_draft(key)

    def start_import(self) -> None:
        """Show the choice of a file or folder to import."""
        self._detail.setCurrentWidget(self.importing)
        self.panes.open_detail()
        self.importing.begin()

    def start_paste(self) -> None:
        """Begin to paste a report; if a pasted report is already being read, go on with it."""
        if not isinstance(self._detail.currentWidget(), PastedReportView):
            self._detail.setCurrentWidget(self.pasted)
        self.panes.open_detail()
        self.pasted.arrive()

    def show_levels(self, chosen: Sequence[RecordId]) -> None:
        """Show the choice of a visibility level for several cases."""
        self.many.show_cases(chosen)
        self._detail.setCurrentWidget(self.many)
        self.panes.open_detail()
        self.many.start().setFocus()

    def _in_case(self, begin: Callable[[], None]) -> None:
        """Run `begin` for the selected case; if none is selected, say that one is needed."""
        current = self._detail.currentWidget()
        if self._writes_new:  # not in the case that was shown before: it would be the wrong one
            self.desk.say(self.tr("Save the new case first, with Ctrl+S."), tone="info")
        elif isinstance(current, ManyCasesView):
            self.desk.say(self.tr("Several cases are selected. Choose one in the list first."), tone="info")
        elif self._shown_case is not None:
            self._detail.setCurrentWidget(self.case)
            self.panes.open_detail()
            begin()
        elif self.model.rowCount():
            self.desk.say(self.tr("Choose a case in the list first."), tone="info")
        else:
            self.desk.say(self.tr("There is no case yet. Ctrl+N makes a new one."), tone="info")

    # --- making ---

    def _connect(self) -> None:
        self.import_button.clicked.connect(self.start_import)
        self.table.chosen.connect(self._choose)
        self.table.several.connect(self._choose_several)
        self.table.entered.connect(self._enter_case)
        self.desk.discard_wanted.connect(self._throw_away)
        self.paste_button.clicked.connect(self.start_paste)
        self.panes.narrowed.connect(self._on_narrowed)
        self.desk.changed.connect(self._on_changed)
        for key, text, begin in (
            (Shortcut.ADD_EVENT, self.tr("Add event"), lambda: self.case.add_event()),
            (Shortcut.ADD_PERSON, self.tr("New person"), lambda: self.case.add_person()),
            (Shortcut.ADD_EVIDENCE, self.tr("Add evidence"), lambda: self.case.add_evidence()),
            (Shortcut.EDIT, self.tr("Edit"), lambda: self.case.edit()),
        ):
            action(self, key, text).triggered.connect(lambda _=False, begin=begin: self._in_case(begin))

    # What is beside the list is made when it is first wanted.

    @Lazy
    def case(self) -> CaseView:
        """The view of the selected case."""
        view = CaseView(self.desk, self._detail)
        self._detail.addWidget(view)
        view.back_wanted.connect(self._back)
        view.back.setVisible(self.panes.is_narrow)
        return view

    @property
    def _shown_case(self) -> RecordId | None:
        case_view = CasesView.case.existing(self)
        return None if case_view is None else case_view.case

    def _begin_soon(self) -> None:
        """Show the first case in a later turn of the event loop, after the list is shown."""
        next_turn(self, self._begin)

    def _begin(self) -> None:
        if self._shown_case is not None or self.desk.runner.stopped:
            return
        if self.model.rowCount() and CasesView.case.existing(self) is None:
            _ = self.case  # making its page is work of one turn, showing a case that of another
            self._begin_soon()
        else:
            self.after_list()

    @cached_property
    def new_form(self) -> CaseEdit:
        """The form of a new case."""
        form = CaseEdit(SourceFinder(self.desk.reader), self)
        self._detail.addWidget(form)
        form.save_wanted.connect(self._create)
        form.closed.connect(self._end_new)
        form.drafted.connect(lambda draft: self._drafts.keep(_NEW_CASE, form, draft))
        return form

    @cached_property
    def importing(self) -> ImportView:
        """The view that imports a folder or a table."""
        return self._beside(ImportView(self.desk, self))

    @cached_property
    def pasted(self) -> PastedReportView:
        """The view that reads a pasted report."""
        return self._beside(PastedReportView(self.desk, self))

    @cached_property
    def many(self) -> ManyCasesView:
        """The view for a change to several selected cases at once."""
        return self._beside(ManyCasesView(self.desk, self))

    def _beside(self, view: _Beside) -> _Beside:
        self._detail.addWidget(view)
        view.closed.connect(self._leave)
        return view

    @property
    def _writes_new(self) -> bool:
        return isinstance(self._detail.currentWidget(), CaseEdit)

    # --- the list ---

    def fitting(self, store: Store, people: frozenset[RecordId]) -> frozenset[RecordId]:
        """Return the cases in which any of these people is a person concerned."""
        return store.whereabouts.cases_of(people)

    def choose_first(self, record: RecordId) -> None:
        """Show the case `record`; before any case was shown, do this in a later turn of the event loop."""
        if CasesView.case.existing(self) is not None:
            self.show_case(record)
        else:
            self.table.select(record)
            self._begin_soon()

    def _say_list(self) -> None:
        """Show the number of cases, and what to do if there are none."""
        count, by_status = self.model.rowCount(), self.filters_by_status
        filtered = bool(self.model.query.text) or by_status
        self.say_found(
            count,
            self.tr("%n case(s)", "", count),
            self.tr("In no case that the filter finds has anybody this status as of that day.")
            if by_status
            else self.tr("No case holds these words. Try fewer letters, or another spelling of the name.")
            if filtered
            else self.tr("No cases yet."),
        )
        self.welcome.setText(
            self.tr(
                "Begin with a case: a file about one person or one set of events.\n\n"
                "Ctrl+N makes a new one. “Import …” takes in a folder of spreadsheets and shows first what it"
                " would do. A bundle from a colleague comes in on the page Hand-off."
            )
            if not count and not filtered
            else self.tr("Choose a case in the list.")
        )

    def after_list(self) -> None:
        """Show the number of cases, and keep the shown case selected; if none is shown, show the first."""
        self._say_list()
        first = self.model.near(0)
        if isinstance(self._detail.currentWidget(), ManyCasesView):
            return  # what is selected stays so
        if self._shown_case is not None:
            self.table.select(self._shown_case)
        elif first is not None and self._detail.currentWidget() is self.welcome and not self.panes.is_narrow:
            self.choose_first(first)

    def _on_changed(self, changes: Changes) -> None:
        case = self._shown_case
        row = -1 if case is None else self.model.row_of(case)
        self.take_in(changes)
        if case is not None and not self.case.refresh(changes):
            self._leave_deleted(row)
        self.after_list()

    def _leave_deleted(self, row: int) -> None:
        """Show the case that is now in the row of a deleted case; if the detail had the focus, focus the
        list.
        """
        if self._detail.isAncestorOf(QApplication.focusWidget() or self):
            self._back()
        self._detail.setCurrentWidget(self.welcome)
        neighbour = self.model.near(row)
        if neighbour is not None and not self.panes.is_narrow:
            self.show_case(neighbour)

    # --- the detail ---

    def _choose(self, case: str) -> None:
        self.desk.moved_on.emit()
        self._show(RecordId(case))

    def _choose_several(self) -> None:
        self.desk.moved_on.emit()
        self.many.show_cases(self.table.selected())
        self._detail.setCurrentWidget(self.many)
        if not self.panes.is_narrow:
            self.panes.open_detail()

    def _show(self, case: RecordId) -> None:
        try:
            if self.case.case != case:
                self.case.show_case(case)
        except RecordNotFound as error:
            self.desk.said.emit(messages.of(error), "warn", self)
            return
        self.desk.mended.emit(self)
        self._detail.setCurrentWidget(self.case)
        if not self.panes.is_narrow:
            self.panes.open_detail()

    def _enter_case(self, case: str) -> None:
        if len(self.table.selected()) > 1:
            self.panes.open_detail()
            self.many.start().setFocus()
            return
        self._show(RecordId(case))
        self.panes.open_detail()
        self.case.enter()

    def _back(self) -> None:
        self.panes.close_detail()
        self.table.setFocus()

    def _on_narrowed(self, narrow: bool) -> None:
        case_view = CasesView.case.existing(self)
        if case_view is not None:
            case_view.back.setVisible(narrow)
        if narrow:  # no form goes from under the hands
            if not self._detail.isAncestorOf(QApplication.focusWidget() or self):
                self.panes.close_detail()
        else:
            self.panes.open_detail()
            self.after_list()

    # --- a new case ---

    def _create(self, values: FormValues) -> None:
        def work(session: Session, job: Job) -> Outcome[RecordId]:
            del job
            saved = cases.create(session, values.fields, values.lists, values.cited)
            self._drafts.note_saved(_NEW_CASE)
            return saved

        def done(case: RecordId) -> None:
            self.new_form.mark_clean()
            self.new_form.set_busy(False)
            self._drafts.drop(_NEW_CASE)
            if not self.lists(case):
                self.show_all()
            self.show_case(case)
            self.panes.open_detail()
            self.case.add_person()

        def failed(error: HrdDeskError) -> None:
            self.new_form.set_busy(False)
            self.new_form.show_problem(messages.of(error).text)

        self.new_form.set_busy(True)
        self.desk.change(self.new_form, work, done, failed=failed)

    def _throw_away(self, key: DraftKey) -> None:
        if key == _NEW_CASE and self._writes_new:
            self.new_form.mark_clean()
            self._leave()

    def _end_new(self) -> None:
        self._drafts.drop(_NEW_CASE)
        self._leave()

    def _leave(self) -> None:
        """Close a form or view beside the list, and show the selected case again."""
        self._detail.setCurrentWidget(self.welcome if self._shown_case is None else self.case)
        if self.panes.is_narrow:
            self.panes.close_detail()
        self.after_list()
        self.arrive()
