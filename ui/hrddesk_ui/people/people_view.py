"""The page of all people in the vault, whether they are in a case or not.

A filter finds people by any part of any name.
"""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStackedWidget,
    QWidget,
)

from hrddesk.actions.records import citations, parties, questions
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
from hrddesk_ui.people.person_view import PersonView
from hrddesk_ui.theme import tokens
from hrddesk_ui.theme.shortcuts import Shortcut, action
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.lists.paged_table import PagedTable


class PeopleView(StatusListPage):
    """The list of all people and the dossier of one. Ctrl+N adds a person who is in no case yet."""

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
        self.lay_out(self._detail_pane(), (1, 1))
        self.panes.close_detail()
        self.table.clicked.connect(lambda index: self._open(self.model.id_at(index.row()), focus=False))
        self.table.entered.connect(lambda record: self._open(RecordId(record), focus=True))
        self.pane.opened.connect(self.person.unfold)
        self.pane.closed.connect(self.person.fold)
        self.pane.ended.connect(self._on_ended)
        self.panes.narrowed.connect(self.person.back.setVisible)
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
        self._show_new(focus=True)

    def open_draft(self, key: DraftKey) -> None:
        """Open a form with its draft."""
        if key.record is None:
            self.start_new()
        else:
            self.open_record(key.record)
            self._open(key.record, focus=True)

    # --- making ---

    def _detail_pane(self) -> QWidget:
        self.person = PersonView(self.desk, self.pane, self)
        self.person.edit_wanted.connect(self._edit_shown)
        self.person.chart_wanted.connect(self._turn_chart)
        self.person.history_wanted.connect(self._show_history)
        self.person.delete_wanted.connect(self._delete)
        self.person.back_wanted.connect(self._back)
        self.drawn = DrawnView(self.desk, self)
        self.drawn.closed.connect(self._leave_chart)
        self._dossier_or_chart = QStackedWidget(self)
        self._dossier_or_chart.addWidget(self.person)
        self._dossier_or_chart.addWidget(self.drawn)
        return self._dossier_or_chart

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
        if self.person.shown is not None:
            self.table.select(self.person.shown)

    def _on_changed(self, changes: Changes) -> None:
        record = self.person.shown
        row = -1 if record is None else self.model.row_of(record)
        self.take_in(changes)
        if record is not None and self.desk.reader.find(record) is None:
            self._leave_gone(row)
        elif record is not None:
            self.person.show_person(record)
            self.pane.refresh(lambda: self._form_of(record))
        self.after_list()

    def _leave_gone(self, row: int) -> None:
        """Leave the page of a deleted person, and select the next person.

        `row` is the row in which the deleted person was. The page stays if its form has unsaved content.
        """
        now = QApplication.focusWidget()
        wrote = now is not None and self._dossier_or_chart.isAncestorOf(now)
        if not self.pane.leave_gone():
            return
        self._close()
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

    def _edit_shown(self) -> None:
        if self.person.shown is not None:
            self._open(self.person.shown, focus=True)

    def _open(self, record: RecordId, *, focus: bool) -> None:
        """Show a person to read. With `focus`, or if the form has a draft, open the form too."""
        self.table.select(record)
        key = DraftKey(case=None, kind=Kind.PARTY, record=record)
        if self.pane.key not in (None, key):
            self.pane.put_away()  # what was typed stays as a draft
        self._dossier_or_chart.setCurrentWidget(self.person)
        self.person.chart_button.setChecked(False)
        self.person.show_person(record)
        self.panes.open_detail()
        self.person.back.setVisible(self.panes.is_narrow)
        if focus or record in Drafts.of(self.desk).of_case(None, Kind.PARTY):
            self.pane.open(key, lambda: self._form_of(record), focus=focus)

    def _open_draft(self, record: RecordId | None) -> None:
        if record is None:
            self._show_new(focus=False)
        elif self.desk.reader.find(record) is not None:
            self._open(record, focus=False)

    def _show_new(self, *, focus: bool) -> None:
        self._dossier_or_chart.setCurrentWidget(self.person)
        self.person.show_new()
        self.panes.open_detail()
        self.pane.open(DraftKey(case=None, kind=Kind.PARTY, record=None), self._new_form, focus=focus)

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
            self._open(RecordId(record), focus=False)
        if self.person.shown is None or self.panes.is_narrow:
            self._close()
        self.arrive()

    def _close(self) -> None:
        """Show the list alone."""
        self.person.shown = None
        self.panes.close_detail()

    def _back(self) -> None:
        self._close()
        self.arrive()

    def _turn_chart(self) -> None:
        if not self.person.chart_button.isChecked() or self.person.shown is None:
            self._leave_chart()
            return
        self._dossier_or_chart.setCurrentWidget(self.drawn)
        self.drawn.show_record(self.person.shown)
        self.drawn.start().setFocus()

    def _leave_chart(self) -> None:
        """Return to the dossier, whose form kept its content."""
        self.person.chart_button.setChecked(False)
        self._dossier_or_chart.setCurrentWidget(self.person)
        self.person.chart_button.setFocus()

    def _show_history(self) -> None:
        if self.person.shown is not None:
            self.desk.history_wanted.emit(self.person.shown)

    def _delete(self) -> None:
        record = self.person.shown
        if record is not None:
            sentence = self.tr(
                "The person was deleted, also from cases and events, and lies in the recycle bin."
            )
            undoing.change(self.desk, self, lambda session: parties.remove(session, record), sentence)
