"""The page of cases: the list with its filter, and beside it the case that is selected."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from hrddesk.actions import cases
from hrddesk.actions.cases import CaseQuery
from hrddesk.errors import HrdDeskError, RecordNotFound
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui import messages, theme
from hrddesk_ui.desk import Desk
from hrddesk_ui.dialogs.case_edit import CaseEdit
from hrddesk_ui.models.case_table_model import CaseTableModel
from hrddesk_ui.page import Page
from hrddesk_ui.shortcuts import Key, action
from hrddesk_ui.views.case_drafts import DraftKey, Drafts
from hrddesk_ui.views.case_view import CaseView
from hrddesk_ui.views.import_view import ImportView
from hrddesk_ui.views.many_cases_view import ManyCasesView
from hrddesk_ui.widgets import page_layout
from hrddesk_ui.widgets.case_table import CaseTable
from hrddesk_ui.widgets.form_edit import FormValues
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.list_detail import ListDetail

FILTER_DELAY_MS = 200
SIDE_BY_SIDE = 900  # pixels
_NEW_CASE = DraftKey(None, Kind.CASE, None)


class CasesView(Page):
    """List and detail. Ctrl+N begins a case."""

    name = "cases"
    icon = "cases"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._drafts = Drafts.of(desk)
        self.model = CaseTableModel(desk.reader, self)
        self.table = CaseTable(self.model, self)
        self.filter = LineEdit(
            self.tr("Filter the cases"), self.tr("Filter by name, word or reference"), self
        )
        self.filter.setClearButtonEnabled(True)
        self.new_button = QPushButton(theme.icon("new"), self.tr("New case"), self)
        self.new_button.setToolTip(Key.NEW.shown)
        self.import_button = QPushButton(self.tr("Import …"), self)
        self.count = page_layout.note("", self)
        self.nothing = page_layout.note("", self)
        self.nothing.setMargin(4 * theme.GRID)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.case = CaseView(desk, self)
        self.new_form = CaseEdit(self)
        self.importing = ImportView(desk, self)
        self.many = ManyCasesView(desk, self)
        self.welcome = page_layout.note("", self)
        self.welcome.setMargin(6 * theme.GRID)
        self.welcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._detail = QStackedWidget(self)
        for page in (self.welcome, self.case, self.new_form, self.importing, self.many):
            self._detail.addWidget(page)
        self.panes = ListDetail(
            self._list_pane(), self._detail, needs=SIDE_BY_SIDE, shares=(2, 5), parent=self
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FILTER_DELAY_MS)
        self._soon.timeout.connect(self._apply_filter)
        self._connect()
        self.table.sort_by_reference()
        self._after_list()

    def title(self) -> str:
        """Return the words of the rail."""
        return self.tr("Cases")

    def arrive(self) -> None:
        """Give the keyboard to the list, or to the first button of an empty desk."""
        if self.model.rowCount():
            self.table.setFocus()
        else:
            self.new_button.setFocus()

    def open_record(self, record_id: RecordId) -> bool:
        """Show a case, or the case in which a person, an event or a file stands."""
        case = self._case_of(record_id)
        if case is None:
            return False
        if self.model.row_of(case) < 0:
            self.filter.clear()
            self._apply_filter()
        self.show_case(case)
        self.case.show_record(record_id)
        return True

    def show_case(self, case: RecordId) -> None:
        """Select a case in the list and show it."""
        self.table.select(case)
        self._show(case)

    def start_new(self) -> None:
        """Begin a case, or go on with the one that was left unsaved."""
        if self._detail.currentWidget() is not self.new_form:
            self.new_form.show_new()
            draft = self._drafts.get(_NEW_CASE)
            if draft is not None:
                self.new_form.take_draft(draft)
            self._detail.setCurrentWidget(self.new_form)
        self.panes.open_detail()
        self.new_form.start().setFocus()

    def start_import(self) -> None:
        """Choose what to import."""
        self._detail.setCurrentWidget(self.importing)
        self.panes.open_detail()
        self.importing.begin()

    def show_levels(self, chosen: Sequence[RecordId]) -> None:
        """Let somebody say who may learn of several cases."""
        self.many.show_cases(chosen)
        self._detail.setCurrentWidget(self.many)
        self.panes.open_detail()
        self.many.start().setFocus()

    def _in_case(self, begin: Callable[[], None]) -> None:
        """Do something in the case that is selected, from wherever on the page."""
        if self.case.case is not None and self._detail.currentWidget() is not self.many:
            self._detail.setCurrentWidget(self.case)
            self.panes.open_detail()
            begin()

    # --- making ---

    def _list_pane(self) -> QWidget:
        pane = QWidget(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID)
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.import_button)
        buttons.addStretch(1)
        buttons.addWidget(self.count)
        head = QVBoxLayout()
        head.setContentsMargins(theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addWidget(self.filter)
        head.addLayout(buttons)
        self._either = QStackedWidget(pane)
        self._either.addWidget(self.table)
        self._either.addWidget(self.nothing)
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._either, 1)
        return pane

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._soon.start)
        self.filter.returnPressed.connect(self._go_to_list)
        self.new_button.clicked.connect(self.start_new)
        self.import_button.clicked.connect(self.start_import)
        self.table.chosen.connect(self._choose)
        self.table.several.connect(self._choose_several)
        self.table.entered.connect(self._enter_case)
        self.case.back_wanted.connect(self._back)
        self.new_form.save_wanted.connect(self._create)
        self.new_form.closed.connect(self._end_new)
        self.new_form.drafted.connect(lambda draft: self._drafts.keep(_NEW_CASE, draft))
        self.importing.closed.connect(self._leave)
        self.many.closed.connect(self._leave)
        self.panes.narrowed.connect(self._on_narrowed)
        self.desk.changed.connect(self._on_changed)
        action(self, Key.NEW, self.tr("New case")).triggered.connect(self.start_new)
        for key, text, begin in (
            (Key.ADD_EVENT, self.tr("Add event"), self.case.add_event),
            (Key.ADD_PERSON, self.tr("New person"), self.case.add_person),
            (Key.ADD_EVIDENCE, self.tr("Add evidence"), self.case.add_evidence),
            (Key.EDIT, self.tr("Edit"), self.case.edit),
        ):
            action(self, key, text).triggered.connect(lambda _=False, begin=begin: self._in_case(begin))

    # --- the list ---

    def _apply_filter(self) -> None:
        self._soon.stop()
        query = self.model.query
        text = self.filter.text().strip()
        if text == query.text or not self.isVisible():
            return
        self.model.show(CaseQuery(text, query.sort, query.descending))
        self._after_list()

    def _after_list(self) -> None:
        """Say how many there are, keep the shown case selected, and say what to do when there are none."""
        found = self.model.rowCount()
        self.count.setText(self.tr("%n case(s)", "", found))
        self._either.setCurrentWidget(self.table if found else self.nothing)
        filtered = bool(self.model.query.text)
        self.nothing.setText(
            self.tr("No case holds these words. Try fewer letters, or another spelling of the name.")
            if filtered
            else self.tr("No cases yet.")
        )
        self.welcome.setText(
            self.tr(
                "Begin with a case: a file about one person or one set of events.\n\n"
                "Ctrl+N makes a new one. “Import …” takes in a folder of spreadsheets and shows first what it"
                " would do. A bundle from a colleague comes in on the page Hand-off."
            )
            if not found and not filtered
            else self.tr("Choose a case in the list.")
        )
        if self._detail.currentWidget() is self.many:
            return  # what is selected stays so
        if self.case.case is not None:
            self.table.select(self.case.case)
        elif found and not self.panes.is_narrow and self._detail.currentWidget() is self.welcome:
            self.show_case(self.model.id_at(0))

    def _go_to_list(self) -> None:
        self._apply_filter()
        if self.model.rowCount():
            self.table.setFocus()
            if not self.table.selectionModel().hasSelection():
                self.show_case(self.model.id_at(0))

    def _on_changed(self, changes: Changes) -> None:
        self.model.refresh(changes)
        if not self.case.refresh(changes):
            self._detail.setCurrentWidget(self.welcome)
        self._after_list()

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
            self.desk.said.emit(messages.of(error), "warn", None)
            return
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
        self.case.back.setVisible(narrow)
        if narrow:
            self.panes.close_detail()
        else:
            self.panes.open_detail()
            self._after_list()

    def _case_of(self, record_id: RecordId) -> RecordId | None:
        record = self.desk.reader.find(record_id)
        if record is None:
            return None
        if record.kind is Kind.CASE:
            return record.id
        if record.kind is Kind.PARTY:
            return next(iter(self.desk.reader.cases_of_party(record.id)), None)
        case = record.text("case")
        return RecordId(case) if case else None

    # --- a new case ---

    def _create(self, values: FormValues) -> None:
        def work(session: Session, job: Job) -> tuple[RecordId, Changes]:
            del job
            return cases.create(session, values.fields)

        def done(case: RecordId) -> None:
            self.new_form.mark_clean()
            self.new_form.set_busy(False)
            self._drafts.drop(_NEW_CASE)
            if self.model.row_of(case) < 0:
                self.filter.clear()
                self._apply_filter()
            self.show_case(case)
            self.panes.open_detail()
            self.case.add_person()

        def failed(error: HrdDeskError) -> None:
            self.new_form.set_busy(False)
            self.new_form.show_problem(messages.of(error).text)

        self.new_form.set_busy(True)
        self.desk.change(self.new_form, work, done, failed=failed)

    def _end_new(self) -> None:
        self._drafts.drop(_NEW_CASE)
        self._leave()

    def _leave(self) -> None:
        """Go back from a form to what was shown before it."""
        self._detail.setCurrentWidget(self.welcome if self.case.case is None else self.case)
        if self.panes.is_narrow:
            self.panes.close_detail()
        self._after_list()
        self.arrive()
