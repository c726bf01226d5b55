"""The page of one case: a dossier to read from top to bottom; chart, forms and history beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QTabWidget, QWidget

from hrddesk.actions.analysis import statuses
from hrddesk.actions.analysis.knowledge import day_of
from hrddesk.actions.exchange import receipts
from hrddesk.actions.records import cases, evidence
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.bundle.receipts.holdings import ContactHolding
from hrddesk.errors import RecordNotFound
from hrddesk.publish.images.thumbnail import Thumbnail
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.names import display_names
from hrddesk.records.names.display_names import BETWEEN_NAMES
from hrddesk.records.texts.texts import element_of
from hrddesk.store.records.changes import Changes
from hrddesk_ui.cases import holding_words
from hrddesk_ui.cases.case_forms_view import CaseFormsView
from hrddesk_ui.cases.case_summary_view import CaseSummaryView
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.events.timeline_view import TimelineView
from hrddesk_ui.evidence.evidence_detail_view import pixmap_of
from hrddesk_ui.evidence.evidence_view import EvidenceView
from hrddesk_ui.history import undoing
from hrddesk_ui.history.case_history_view import CaseHistoryView
from hrddesk_ui.pages.case_entries_view import CaseEntriesView
from hrddesk_ui.pages.drafts import DraftKey
from hrddesk_ui.pages.status_line import StatusLine
from hrddesk_ui.people import party_facts
from hrddesk_ui.people.case_people_view import CasePeopleView
from hrddesk_ui.people.case_relations_view import CaseRelationsView
from hrddesk_ui.people.diagrams_view import DrawnView
from hrddesk_ui.sources.case_sources_view import CaseSourcesView
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.buttons.delete_button import DeleteButton
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.words.language import isolated

MOST_PICTURES = 12
"""The greatest number of pieces of evidence of a case whose small pictures are shown."""
MOST_NAMED = 5
"""The greatest number of people named in the heading; the section People lists all of them."""


class CaseView(QWidget):
    """The case that is selected in the list.

    The dossier shows whom the case is about, their status, the narrative, and then in sections the timeline,
    people, relations, evidence and sources. An entry unfolds into its form where it stands.
    """

    back_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.case: RecordId | None = None
        self._ref = ""
        self._held_of: RecordId | None = None
        self._holding: Task | None = None
        self.tabs = QTabWidget(self)  # first: Tab goes in the order in which parts were made
        content = QWidget(self)
        self.dossier = page_layout.scrolling(content, self)
        self.dossier.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.summary = CaseSummaryView(desk, content)
        self.timeline = TimelineView(desk, content)
        self.people = CasePeopleView(desk, content)
        self.relations = CaseRelationsView(desk, content)
        self.evidence = EvidenceView(desk, content)
        self.sources = CaseSourcesView(desk, content)
        self.drawn = DrawnView(desk, self)
        self.forms = CaseFormsView(desk, self)
        self.history = CaseHistoryView(desk, self)
        self.facts = Label(parent=content)
        self.held = Label(parent=content)
        for line in (self.facts, self.held):
            line.setWordWrap(True)
            theme.set_role(line, "muted")
        boxes.column(
            boxes.column(self.facts, self.held, self.summary, spacing=tokens.GRID),
            self.timeline,
            self.people,
            self.relations,
            self.evidence,
            self.sources,
            1,
            parent=content,
            margin=2 * tokens.GRID,
            spacing=3 * tokens.GRID,
        )
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parts of the case"))
        for tab, label in (
            (self.dossier, self.tr("Case")),
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
        self.edit_button = boxes.button(self.tr("Edit"), self._edit_case, self, icon="edit")
        self.summary.closed.connect(self.edit_button.setFocus)
        self.edit_button.setAccessibleName(self.tr("Edit the title, the narrative and the notes of the case"))
        self.who = Label(parent=self)
        theme.set_role(self.who, "title")
        self.status = StatusLine(self)
        self.what = Label(parent=self)
        theme.set_role(self.what, "muted")
        for line in (self.who, self.what):
            line.setWordWrap(True)
        top = Qt.AlignmentFlag.AlignTop
        boxes.column(
            boxes.column(
                boxes.row(
                    (self.back, 0, top),
                    (self.who, 1),
                    (self.edit_button, 0, top),
                    (self.delete_button, 0, top),
                    spacing=2 * tokens.GRID,
                ),
                self.status,
                self.what,
                margin=(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, tokens.GRID),
                spacing=tokens.GRID // 2,
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the dossier by the page keys, where no list has taken them."""
        steps = QAbstractSlider.SliderAction
        action = {Qt.Key.Key_PageDown: steps.SliderPageStepAdd, Qt.Key.Key_PageUp: steps.SliderPageStepSub}
        if event.key() in action and self.tabs.currentWidget() is self.dossier:
            self.dossier.verticalScrollBar().triggerAction(action[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _look_at_forms(self) -> None:
        if self.tabs.currentWidget() is self.forms:
            self.forms.arrive()

    def show_case(self, case: RecordId) -> None:
        """Show a case; raise RecordNotFound if it was deleted."""
        detail = cases.detail(self.desk.reader, case)
        self.case = case
        self._show(detail)
        self.dossier.verticalScrollBar().setValue(0)

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

    def show_section(self, section: QWidget) -> None:
        """Show the dossier with the head of a section in sight, or another part of the case."""
        if self.dossier.isAncestorOf(section):
            self.tabs.setCurrentWidget(self.dossier)
            bar = self.dossier.verticalScrollBar()
            content = self.dossier.widget()
            assert content is not None
            bar.setValue(section.mapTo(content, QPoint()).y() - tokens.GRID)
        else:
            self.tabs.setCurrentWidget(section)

    @property
    def _listed(self) -> tuple[CaseEntriesView | EvidenceView, ...]:
        return (self.timeline, self.people, self.relations, self.evidence)

    def show_record(self, record_id: RecordId) -> None:
        """Select a person, an event, a relation or a file of this case in its section."""
        for section in self._listed:
            if section.list.entries.row_of(record_id) >= 0:
                self.show_section(section)
                section.list.select(record_id)
                section.list.setFocus()

    def go_to_field(self, record_id: RecordId, field: str, words: str) -> None:
        """Open the form of `record_id`, the case or a record in it, and go to `field` and to
        `words` in it.
        """
        if record_id == self.case:
            self._edit_case()
            self.summary.form.go_to(field, words)
            return
        for section in (self.timeline, self.people, self.relations):
            if section.list.entries.row_of(record_id) >= 0:
                section.open(record_id)
                if section.form is not None:
                    section.form.go_to(field, words)
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
            self._edit_case()
            return
        if key.kind is Kind.EVIDENCE and key.record is not None:
            self.show_section(self.evidence)
            self.evidence.describe(key.record)
            return
        if key.template:
            self.tabs.setCurrentWidget(self.forms)
            self.forms.open_draft(key)
            return
        section = {Kind.PARTY: self.people, Kind.RELATION: self.relations}.get(key.kind, self.timeline)
        self.show_section(section)
        section.open(key.record)

    def enter(self) -> None:
        """Focus the shown part: of the dossier the timeline, or the button that adds the first event."""
        current = self.tabs.currentWidget()
        for part in (self.drawn, self.forms, self.history):
            if current is part:
                part.start().setFocus()
                return
        target = self.timeline.list if self.timeline.list.entries.rowCount() else self.timeline.add_button
        target.setFocus()

    def add_event(self) -> None:
        """Show the timeline and begin a new event."""
        self.show_section(self.timeline)
        self.timeline.start_new()

    def add_person(self) -> None:
        """Show the people and begin a new person."""
        self.show_section(self.people)
        self.people.start_new()

    def add_evidence(self) -> None:
        """Show the evidence and let the user choose files to take in."""
        self.show_section(self.evidence)
        self.evidence.choose_files()

    def edit(self) -> None:
        """Edit the selected record of the section that has the focus; elsewhere, the case itself."""
        focus = QApplication.focusWidget() or self
        for section in self._listed:
            if section.isAncestorOf(focus):
                section.edit_current()
                return
        self._edit_case()

    def _edit_case(self) -> None:
        self.show_section(self.summary)
        self.summary.open()

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
        people = [isolated(name.split(BETWEEN_NAMES)[0]) for name in names if name]
        if len(people) > MOST_NAMED:
            people[MOST_NAMED:] = [self.tr("%n more", "", len(people) - MOST_NAMED)]
        ref = self._ref = detail.record.text("ref")
        self.who.setText(display_names.people_together(people) or title or ref)
        below = [ref, title] if people else [ref] if title else []  # nothing is said twice
        self.what.setText(" · ".join(part for part in below if part))
        self.what.setVisible(bool(below))
        self._say_status(detail)
        self._say_facts(detail)
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
        self._show_pictures(detail)

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

    def _say_status(self, detail: CaseDetail) -> None:
        """Show the custody statuses of the people of the case as of today: the answer of one as a pill."""
        case = detail.record.id
        self.status.show_statuses(statuses.of_cases(self.desk.reader, [case], day_of("", "day"))[case])

    def _say_facts(self, detail: CaseDetail) -> None:
        """Show the other names and the facts of the person, if the case is about one person."""
        lines: list[str] = []
        if len(detail.subjects) == 1:
            (party,) = (party for party, _ in detail.parties if party.id == detail.subjects[0])
            lines = [
                party_facts.other_names(party, detail.names.get(party.id, "").split(BETWEEN_NAMES)[:1]),
                " · ".join(party_facts.facts(party)),
            ]
        self.facts.setText("\n".join(line for line in lines if line))
        self.facts.setVisible(bool(self.facts.text()))

    def _show_pictures(self, detail: CaseDetail) -> None:
        """Show small pictures of the first pieces of evidence, one after the other."""
        pieces = [
            piece.id
            for piece in detail.evidence
            if piece.text("media_type") in evidence.PICTURES and not self.evidence.list.has_picture(piece.id)
        ][:MOST_PICTURES]

        def show(small: Thumbnail | None, piece: RecordId) -> None:
            if small is not None:
                for entries in (self.timeline.list, self.evidence.list):
                    entries.show_picture(piece, pixmap_of(small))
            go_on()

        def go_on() -> None:
            if pieces and self.case == detail.record.id:
                piece = pieces.pop(0)
                self.desk.ask(
                    self,
                    lambda session, job: evidence.thumbnail(session, piece, job),
                    lambda small: show(small, piece),
                    failed=lambda _: go_on(),  # a damaged file is named where it is checked, saved or lent
                )

        go_on()
