"""The page of all people in the vault, whether they are in a case or not.

A filter finds people by any part of any name.
"""

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from hrddesk.actions.records import cases, citations, parties, questions
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.finders.place_finder import PlaceFinder
from hrddesk_ui.finders.source_finder import SourceFinder
from hrddesk_ui.history import undoing
from hrddesk_ui.pages.drafts import DraftKey, Drafts
from hrddesk_ui.pages.form_pane import FormPane
from hrddesk_ui.pages.status_list_page import StatusListPage
from hrddesk_ui.people.consent_of_person import show_consent
from hrddesk_ui.people.diagrams_view import DrawnView
from hrddesk_ui.people.party_edit import PartyEdit
from hrddesk_ui.people.party_table_model import PartyColumn, PartyTableModel
from hrddesk_ui.theme import tokens
from hrddesk_ui.theme.shortcuts import Shortcut, action
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.paged_table import PagedTable
from hrddesk_ui.words.language import isolated

MOST_CASES = 6
"""The greatest number of cases of a person that are shown as buttons."""


class PeopleView(StatusListPage):
    """The list of all people and the form of one. Ctrl+N adds a person who is in no case yet."""

    name = "people"
    icon = "people"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = PartyTableModel(desk.reader, self, desk.look_for_list)
        table = PagedTable(self.tr("People"), self.model, self)
        heads = table.horizontalHeader()
        heads.setSectionResizeMode(PartyColumn.NAME, QHeaderView.ResizeMode.Stretch)
        width = self.fontMetrics().horizontalAdvance("WWWW-2026-P0000") + 2 * tokens.GRID
        heads.resizeSection(PartyColumn.REF, width)
        heads.setSectionResizeMode(PartyColumn.STATUS, QHeaderView.ResizeMode.Stretch)
        self.make_list(
            table,
            self.model,
            filter_name=self.tr("Filter the people"),
            hint=self.tr("Filter by any name, pinyin too"),
            new=self.tr("New person"),
        )
        self.make_status(self.model)
        self.make_filter(parties.find, self.model.show)
        self.pane = FormPane(desk, self._save, self)
        self.cases = QHBoxLayout()
        self.lay_out(self._detail_pane(), (1, 1))
        self.panes.close_detail()
        self.table.clicked.connect(lambda index: self._open(self.model.id_at(index.row()), focus=False))
        self.table.entered.connect(lambda record: self._open(RecordId(record), focus=True))
        self.pane.opened.connect(self.panes.open_detail)
        self.pane.closed.connect(self.panes.close_detail)
        self.pane.ended.connect(self._on_ended)
        desk.changed.connect(self._on_changed)
        action(self, Shortcut.EDIT, self.tr("Edit")).triggered.connect(self._edit_current)
        self.model.show("")
        self.say_looking()
        for record in Drafts.of(desk).of_case(None, Kind.PARTY)[-1:]:  # left when the language changed
            self._open_draft(record)

    @classmethod
    def title(cls) -> str:
        """Return the name of the page, as shown in the navigation rail."""
        return QCoreApplication.translate("PeopleView", "People")

    def topic(self) -> str:
        """Return the name of the help page for this page."""
        return "cases"

    def open_record(self, record_id: RecordId) -> bool:
        """Show a person; return False if the record is no person.

        A person in a case is shown in the case instead, because the page of cases is asked first.
        """
        record = self.desk.reader.find(record_id)
        if record is None or record.kind is not Kind.PARTY:
            return False
        if not self.lists(record_id):
            self.show_all()
        self._open(record_id, focus=False)
        return True

    def go_to_field(self, record_id: RecordId, field: str, words: str) -> None:
        """Open the form of a person, and go to `field` and to `words` in that field."""
        self._open(record_id, focus=True)
        if self.pane.form is not None:
            self.pane.form.go_to(field, words)

    def start_new(self) -> None:
        """Begin a new person who is in no case, or continue with an unsaved new person."""
        self._show_cases(None)
        self.pane.open(DraftKey(case=None, kind=Kind.PARTY, record=None), self._new_form, focus=True)

    def open_draft(self, key: DraftKey) -> None:
        """Open a form with its draft."""
        if key.record is None:
            self.start_new()
        else:
            self.open_record(key.record)
            self._open(key.record, focus=True)

    # --- making ---

    def _detail_pane(self) -> QWidget:
        pane = QWidget(self)
        self._in_cases = QWidget(pane)
        self._in_cases.setLayout(self.cases)
        self.cases.setContentsMargins(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, 0)
        self.cases.setSpacing(tokens.GRID)
        layout = boxes.column(self._in_cases, parent=pane, spacing=0)
        self.drawn = DrawnView(self.desk, pane)
        self.drawn.closed.connect(self._leave_chart)
        self._form_or_chart = QStackedWidget(pane)
        self._form_or_chart.addWidget(self.pane)
        self._form_or_chart.addWidget(self.drawn)
        layout.addWidget(self._form_or_chart, 1)
        return pane

    # --- the list ---

    def fitting(self, store: Store, people: frozenset[RecordId]) -> frozenset[RecordId]:
        """Return `people` unchanged, because each row of this list is a person."""
        del store
        return people

    def choose_first(self, record: RecordId) -> None:
        """Select the person `record`, without opening the form."""
        self.table.select(record)

    def after_list(self) -> None:
        """Show the number of people, and keep the person of the open form selected."""
        count = self.model.rowCount()
        self.say_found(
            count,
            self.tr("%n found", "", count),
            self.tr("Nobody whom the filter finds has this status as of that day.")
            if self.filters_by_status
            else self.tr("Nobody has a name like this. Try fewer letters, or another spelling.")
            if self.model.text
            else self.tr("Nobody yet. People come with cases and imports, or by Ctrl+N."),
        )
        key = self.pane.key
        if key is not None and key.record is not None:
            self.table.select(key.record)

    def _on_changed(self, changes: Changes) -> None:
        key = self.pane.key
        record = None if key is None else key.record
        row = -1 if record is None else self.model.row_of(record)
        self.take_in(changes)
        if record is not None and self.desk.reader.find(record) is None:
            self._leave_gone(row)
        elif record is not None:
            self.pane.refresh(lambda: self._form_of(record))
        self.after_list()

    def _leave_gone(self, row: int) -> None:
        """Close the form of a deleted person, and select the next person.

        `row` is the row in which the deleted person was.
        """
        now = QApplication.focusWidget()
        wrote = any(part.isAncestorOf(now) for part in (self._form_or_chart, self._in_cases) if now)
        if not self.pane.leave_gone():
            return
        self._show_cases(None)
        neighbour = self.model.near(row)
        if neighbour is not None:
            self.table.select(neighbour)
        if wrote:
            self.arrive()

    # --- the form ---

    def _edit_current(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._open(self.model.id_at(index.row()), focus=True)

    def _open(self, record: RecordId, *, focus: bool) -> None:
        self.table.select(record)
        self._show_cases(record)
        self.pane.open(
            DraftKey(case=None, kind=Kind.PARTY, record=record), lambda: self._form_of(record), focus=focus
        )

    def _open_draft(self, record: RecordId | None) -> None:
        if record is None:
            self.pane.open(DraftKey(case=None, kind=Kind.PARTY, record=None), self._new_form, focus=False)
        elif self.desk.reader.find(record) is not None:
            self._open(record, focus=False)

    def _new_form(self) -> FormEdit:
        form = PartyEdit(SourceFinder(self.desk.reader), PlaceFinder(self.desk.reader), self)
        form.show_new()
        form.ask(questions.shown_for(self.desk.reader, Kind.PARTY))
        return form

    def _form_of(self, record: RecordId) -> FormEdit:
        form = PartyEdit(SourceFinder(self.desk.reader), PlaceFinder(self.desk.reader), self)
        stored = self.desk.reader.get(record)
        form.show_record(stored)
        form.ask(questions.shown_for(self.desk.reader, Kind.PARTY, stored))
        form.citations.show_citations(citations.of_record(self.desk.reader, record))
        show_consent(form, self.desk, stored)
        return form

    def _save(self, session: Session, key: DraftKey, values: FormValues) -> Outcome[RecordId]:
        if key.record is None:
            return parties.create(
                session, values.fields, values.lists, cited=values.cited, consent_note=values.consent_note
            )
        return Outcome(
            key.record,
            parties.edit(
                session,
                key.record,
                values.fields,
                values.lists,
                values.cited,
                consent_note=values.consent_note,
            ).changes,
        )

    def _on_ended(self, record: str) -> None:
        if record:
            self.table.select(RecordId(record))
        self.arrive()

    def _show_cases(self, record: RecordId | None) -> None:
        """Show the buttons for a person: cases, chart, history, deletion. Hide them if `record` is None."""
        while (item := self.cases.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        ids = [] if record is None else self.desk.reader.cases_of_party(record)
        for row in cases.rows(self.desk.reader, ids[:MOST_CASES]):
            button = boxes.button(
                row.ref, lambda _=False, case=row.id: self.desk.show_record(case), self._in_cases
            )
            button.setToolTip(" · ".join(part for part in (row.title, isolated(row.people)) if part))
            button.setAccessibleName(self.tr("Go to the case {ref}").format(ref=row.ref))
            self.cases.addWidget(button)
        if len(ids) > MOST_CASES:
            self.cases.addWidget(
                page_layout.note(self.tr("%n more", "", len(ids) - MOST_CASES), self._in_cases)
            )
        self.cases.addStretch(1)
        if record is not None:
            chart = QPushButton(self.tr("Chart"), self._in_cases)
            chart.setCheckable(True)
            chart.setAccessibleName(self.tr("Show the events and relations of this person, drawn"))
            chart.toggled.connect(lambda on: self._show_chart(record) if on else self._leave_chart())
            self.chart_button = chart
            self.cases.addWidget(chart)
            history_button = boxes.button(
                self.tr("History"), lambda: self.desk.history_wanted.emit(record), self._in_cases
            )
            history_button.setAccessibleName(self.tr("Show the history of this person"))
            delete_button = boxes.button(
                self.tr("Delete person"), lambda: self._delete(record), self._in_cases, icon="remove"
            )
            delete_button.setAccessibleName(self.tr("Delete this person, also from cases and events"))
            self.cases.addWidget(history_button)
            self.cases.addWidget(delete_button)
        self._form_or_chart.setCurrentWidget(self.pane)
        self._in_cases.setVisible(record is not None)

    def _show_chart(self, record: RecordId) -> None:
        self._form_or_chart.setCurrentWidget(self.drawn)
        self.drawn.show_record(record)
        self.drawn.start().setFocus()

    def _leave_chart(self) -> None:
        """Return to the form, which kept its content."""
        with QSignalBlocker(self.chart_button):
            self.chart_button.setChecked(False)
        self._form_or_chart.setCurrentWidget(self.pane)
        self.chart_button.setFocus()

    def _delete(self, record: RecordId) -> None:
        sentence = self.tr("The person was deleted, also from cases and events, and lies in the recycle bin.")
        undoing.change(self.desk, self, lambda session: parties.remove(session, record), sentence)
