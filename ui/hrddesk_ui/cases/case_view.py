"""The page of one case: the people concerned on top; below, the summary, people, timeline,
evidence and more.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from hrddesk.actions.analysis import statuses
from hrddesk.actions.analysis.knowledge import day_of
from hrddesk.actions.exchange import receipts
from hrddesk.actions.records import cases
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.bundle.receipts.holdings import ContactHolding
from hrddesk.errors import RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.names import display_names
from hrddesk.records.texts.texts import element_of
from hrddesk.store.records.changes import Changes
from hrddesk_ui.cases import holding_words
from hrddesk_ui.cases.case_forms_view import CaseFormsView
from hrddesk_ui.cases.case_summary_view import CaseSummaryView
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.events.timeline_view import TimelineView
from hrddesk_ui.evidence.evidence_view import EvidenceView
from hrddesk_ui.history import undoing
from hrddesk_ui.history.case_history_view import CaseHistoryView
from hrddesk_ui.pages.drafts import DraftKey
from hrddesk_ui.people.case_people_view import CasePeopleView
from hrddesk_ui.people.case_relations_view import CaseRelationsView
from hrddesk_ui.people.diagrams_view import DrawnView
from hrddesk_ui.sources.case_sources_view import CaseSourcesView
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.buttons.delete_button import DeleteButton
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words import status_words
from hrddesk_ui.words.language import isolated

MOST_NAMED = 5
"""The greatest number of people named in the heading; the tab People lists all of them."""


class CaseView(QWidget):
    """The case that is selected in the list."""

    back_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.case: RecordId | None = None
        self._ref = ""
        self._held_of: RecordId | None = None
        self._holding: Task | None = None
        self.tabs = QTabWidget(self)  # first: Tab goes in the order in which parts were made
        self.summary = CaseSummaryView(desk, self)
        self.people = CasePeopleView(desk, self)
        self.timeline = TimelineView(desk, self)
        self.relations = CaseRelationsView(desk, self)
        self.sources = CaseSourcesView(desk, self)
        self.evidence = EvidenceView(desk, self)
        self.drawn = DrawnView(desk, self)
        self.forms = CaseFormsView(desk, self)
        self.history = CaseHistoryView(desk, self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parts of the case"))
        for tab, label in (
            (self.timeline, self.tr("Timeline")),
            (self.people, self.tr("People")),
            (self.relations, self.tr("Relations")),
            (self.summary, self.tr("Summary")),
            (self.sources, self.tr("Sources")),
            (self.evidence, self.tr("Evidence")),
            (self.drawn, self.tr("Chart")),
            (self.forms, self.tr("Forms")),
            (self.history, self.tr("History")),
        ):
            self.tabs.addTab(tab, label)
        self.tabs.currentChanged.connect(self._look_at_forms)
        self.back = boxes.button(self.tr("← Cases"), self.back_wanted, self)
        self.back.setAccessibleName(self.tr("Back to the list of cases"))
        self.back.hide()
        self.delete_button = DeleteButton(theme.icon("remove"), self.tr("Delete case"), self.tabs, self)
        self.delete_button.setAccessibleName(self.tr("Delete the case; its people and events stay"))
        self.delete_button.clicked.connect(self._delete)
        self.who = Label(parent=self)
        self.what = Label(parent=self)
        theme.set_role(self.who, "heading")
        self.where = Label(parent=self)
        self.held = Label(parent=self)
        theme.set_role(self.what, "muted")
        theme.set_role(self.held, "muted")
        for line in (self.who, self.where, self.what, self.held):
            line.setWordWrap(True)
        boxes.column(
            boxes.row(
                (self.back, 0, Qt.AlignmentFlag.AlignTop),
                (boxes.column(self.who, self.where, self.what, self.held, spacing=tokens.GRID // 2), 1),
                (self.delete_button, 0, Qt.AlignmentFlag.AlignTop),
                margin=(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, tokens.GRID),
                spacing=2 * tokens.GRID,
            ),
            (self.tabs, 1),
            parent=self,
            spacing=0,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Read again which contacts have the case: a receipt may have been read on another page."""
        super().showEvent(event)
        if self.case is not None and not event.spontaneous():
            self._say_who_has_it(self.case)

    def _look_at_forms(self) -> None:
        if self.tabs.currentWidget() is self.forms:
            self.forms.arrive()

    def show_case(self, case: RecordId) -> None:
        """Show a case; raise RecordNotFound if it was deleted."""
        detail = cases.detail(self.desk.reader, case)
        self.case = case
        self._show(detail)

    def refresh(self, changes: Changes) -> bool:
        """Show the case again if an action changed anything; return False if the case was deleted."""
        if self.case is None or not changes:
            return True
        try:
            self._show(cases.detail(self.desk.reader, self.case))
        except RecordNotFound:
            self.case = None
            return False
        return True

    def show_record(self, record_id: RecordId) -> None:
        """Select a person, an event, a relation or a file of this case on the tab that lists it."""
        for tab in (self.timeline, self.people, self.relations, self.evidence):
            if tab.list.entries.row_of(record_id) >= 0:
                self.tabs.setCurrentWidget(tab)
                tab.list.select(record_id)
                tab.list.setFocus()

    def go_to_field(self, record_id: RecordId, field: str, words: str) -> None:
        """Open the form of `record_id`, the case or a record in it, and go to `field` and to
        `words` in it.
        """
        if record_id == self.case:
            self.tabs.setCurrentWidget(self.summary)
            self.summary.form.go_to(field, words)
            return
        for tab in (self.timeline, self.people, self.relations):
            if tab.list.entries.row_of(record_id) >= 0:
                tab.open(record_id)
                if tab.form is not None:
                    tab.form.go_to(field, words)
                return
        if self.evidence.list.entries.row_of(record_id) >= 0:
            if element_of(field) is not None:
                self.evidence.read(record_id, field, words)
                return
            self.evidence.describe(record_id)
            if self.evidence.pane.form is not None:
                self.evidence.pane.form.go_to(field, words)

    def open_draft(self, key: DraftKey) -> None:
        """Open a form of this case with its draft."""
        if key.kind is Kind.CASE:
            self.tabs.setCurrentWidget(self.summary)
            self.summary.form.resume_at().setFocus()
            return
        if key.kind is Kind.EVIDENCE and key.record is not None:
            self.tabs.setCurrentWidget(self.evidence)
            self.evidence.describe(key.record)
            return
        if key.template:
            self.tabs.setCurrentWidget(self.forms)
            self.forms.open_draft(key)
            return
        tab = {Kind.PARTY: self.people, Kind.RELATION: self.relations}.get(key.kind, self.timeline)
        self.tabs.setCurrentWidget(tab)
        tab.open(key.record)

    def enter(self) -> None:
        """Focus the tab that is shown: its list, its button or its form."""
        current = self.tabs.currentWidget()
        for tab in (self.timeline, self.people, self.relations, self.evidence):
            if current is tab:
                target = tab.list if tab.list.entries.rowCount() else tab.add_button
                target.setFocus()
                return
        for part in (self.sources, self.drawn, self.forms, self.history):
            if current is part:
                part.start().setFocus()
                return
        self.summary.form.start().setFocus()

    def add_event(self) -> None:
        """Show the timeline and begin a new event."""
        self.tabs.setCurrentWidget(self.timeline)
        self.timeline.start_new()

    def add_person(self) -> None:
        """Show the tab of people and begin a new person."""
        self.tabs.setCurrentWidget(self.people)
        self.people.start_new()

    def add_evidence(self) -> None:
        """Show the tab of evidence and let the user choose files to take in."""
        self.tabs.setCurrentWidget(self.evidence)
        self.evidence.choose_files()

    def edit(self) -> None:
        """Edit the selected record of the tab that is shown."""
        current = self.tabs.currentWidget()
        if current is self.timeline:
            self.timeline.edit_current()
        elif current is self.people:
            self.people.edit_current()
        elif current is self.relations:
            self.relations.edit_current()
        elif current is self.evidence:
            self.evidence.edit_current()
        elif current is self.summary:
            self.summary.form.start().setFocus()

    def _delete(self) -> None:
        case = self.case
        if case is None:
            return
        sentence = self.tr("Case {case} moved to the recycle bin. People and events are kept.")
        name = self.name_of_case
        undoing.change(
            self.desk, self, lambda session: cases.remove(session, case), sentence.format(case=name)
        )

    @property
    def name_of_case(self) -> str:
        """The reference of the shown case, with its people or its title in parentheses."""
        ref = self._ref
        return f"{ref} ({self.who.text()})" if self.who.text() not in ("", ref) else ref

    def _show(self, detail: CaseDetail) -> None:
        names = [detail.names.get(party, "") for party in detail.subjects]
        title = detail.record.text("title")
        people = [isolated(name) for name in names if name]
        if len(people) > MOST_NAMED:
            people[MOST_NAMED:] = [self.tr("%n more", "", len(people) - MOST_NAMED)]
        ref = self._ref = detail.record.text("ref")
        self.who.setText(display_names.people_together(people) or title or ref)
        below = [ref, title] if people else [ref] if title else []  # nothing is said twice
        self.what.setText(" · ".join(part for part in below if part))
        self.what.setVisible(bool(below))
        self._say_where(detail)
        self._say_who_has_it(detail.record.id)
        self.summary.show_case(detail)
        self.people.show_case(detail)
        self.timeline.show_case(detail)
        self.relations.show_case(detail)
        self.sources.show_case(detail)
        self.evidence.show_case(detail)
        self.drawn.show_record(detail.record.id)
        self.forms.show_case(detail)
        self.history.show_case(detail)

    def _say_who_has_it(self, case: RecordId) -> None:
        """Show which contacts have the case, after the receipts were read in the background."""

        def done(holdings: Sequence[ContactHolding]) -> None:
            if self.case == case:
                self.held.setText("\n".join(holding_words.sentences(holdings, case)))
                self.held.setVisible(bool(self.held.text()))

        if self.case != self._held_of:
            self.held.hide()
            self._held_of = self.case
        if self._holding is not None:
            self._holding.cancel()
        self._holding = self.desk.look(
            self, lambda store, job: receipts.what_others_have(store, job, case), done, lane="receipts"
        )

    def _say_where(self, detail: CaseDetail) -> None:
        """Show the custody statuses of the people of the case as of today."""
        case = detail.record.id
        case_statuses = statuses.of_cases(self.desk.reader, [case], day_of("", "day"))[case]
        words = (
            status_words.full(case_statuses[0])
            if len(case_statuses) == 1
            else status_words.of_several(case_statuses)
        )
        self.where.setText(words)
        self.where.setVisible(bool(words))
