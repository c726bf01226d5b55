"""The page of one person: a dossier to read, in which the form unfolds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hrddesk.actions.analysis import statuses
from hrddesk.actions.analysis.knowledge import day_of
from hrddesk.actions.records import cases, citations, parties
from hrddesk.analysis.overview.person_facts import by_date
from hrddesk.records.model.record import RecordId
from hrddesk.records.names import display_names
from hrddesk.records.names.display_names import BETWEEN_NAMES
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.events import event_entry
from hrddesk_ui.finders.citation_entry import citation_entry
from hrddesk_ui.pages.form_pane import FormPane
from hrddesk_ui.pages.status_line import StatusLine
from hrddesk_ui.people import party_facts, relation_entry
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.unfolded import Unfolded
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.widgets.lists.whole_list import WholeList
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.record_words import RecordWords


class PersonView(QWidget):
    """One person with names, status and facts, and with all cases, events, relations and sources.

    Return on an entry goes to the record.
    """

    edit_wanted = Signal()
    chart_wanted = Signal()
    history_wanted = Signal()
    delete_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, desk: Desk, pane: FormPane, parent: QWidget | None = None) -> None:
        """Make the page; `pane` shows the form of the person or of a new person."""
        super().__init__(parent)
        self._desk = desk
        self.shown: RecordId | None = None
        """The person who is shown; None while a new person is entered."""
        content = QWidget(self)
        self.dossier = page_layout.scrolling(content, self)
        self.dossier.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.who = page_layout.title("", self)
        self.status = StatusLine(self)
        self.facts = page_layout.note("", content)
        self.unfolded = Unfolded(pane, pane.whole_height, content)
        self.unfolded.fitted.connect(self._fit)
        self.cases = _Section(self.tr("Cases"), self.tr("Cases of the person"), content)
        self.events = _Section(self.tr("Timeline"), self.tr("Events of the person"), content, lead=18)
        self.relations = _Section(self.tr("Relations"), self.tr("Relations of the person"), content)
        self.sources = _Section(self.tr("Sources"), self.tr("What sources say of the person"), content)
        for section in (self.cases, self.events, self.relations):
            section.list.opened.connect(self._go_to)
        self.events.list.chip_chosen.connect(self._go_to)
        self.sources.list.opened.connect(self._go_to_source)
        self._sections = (self.cases, self.events, self.relations, self.sources)
        boxes.column(
            self.facts,
            self.unfolded,
            *self._sections,
            1,
            parent=content,
            margin=2 * tokens.GRID,
            spacing=3 * tokens.GRID,
        )
        self.back = boxes.button(self.tr("← People"), self.back_wanted, self)
        self.back.setAccessibleName(self.tr("Back to the list of people"))
        self.back.hide()
        self.edit_button = boxes.button(self.tr("Edit"), self.edit_wanted, self, icon="edit")
        self.edit_button.setAccessibleName(self.tr("Edit this person"))
        self.chart_button = boxes.button(self.tr("Chart"), self.chart_wanted, self)
        self.chart_button.setCheckable(True)
        self.chart_button.setAccessibleName(self.tr("Show the events and relations of this person, drawn"))
        self.history_button = boxes.button(self.tr("History"), self.history_wanted, self)
        self.history_button.setAccessibleName(self.tr("Show the history of this person"))
        self.delete_button = boxes.button(
            self.tr("Delete person"), self.delete_wanted, self, icon="remove", kind="quiet"
        )
        self.delete_button.setAccessibleName(self.tr("Delete this person, also from cases and events"))
        buttons = (self.edit_button, self.chart_button, self.history_button, self.delete_button)
        self._head = QWidget(self)
        boxes.column(
            boxes.row(self.back, (self.who, 1), *buttons),
            self.status,
            parent=self._head,
            margin=(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, 0),
            spacing=tokens.GRID // 2,
        )
        boxes.column(self._head, (self.dossier, 1), parent=self, spacing=0)

    def show_person(self, party: RecordId) -> None:
        """Show a person; raise RecordNotFound."""
        reader = self._desk.reader
        detail = parties.detail(reader, party)
        name, _, _ = display_names.display_name(detail.record).partition(BETWEEN_NAMES)
        is_other = party != self.shown
        self.shown = party
        self.who.setText(isolated(name or detail.record.text("ref")))
        status = statuses.of_parties(reader, [party], day_of("", "day")).get(party)
        self.status.show_statuses([] if status is None else [status])
        lines = (
            party_facts.other_names(detail.record, [name]),
            " · ".join((detail.record.text("ref"), *party_facts.facts(detail.record))),
        )
        self.facts.setText("\n".join(line for line in lines if line))
        rows = cases.rows(reader, list(detail.cases))
        self.cases.show_entries(
            [
                ListEntry(id=row.id, first=row.title or row.ref, second=f"{row.ref} · {isolated(row.people)}")
                for row in rows
            ]
        )
        events = by_date(detail.events)
        self.events.show_entries(event_entry.entries_of(reader, events, detail.names, (), subject=party))
        self.relations.show_entries(relation_entry.entries_of(detail.relations, detail.names))
        words = RecordWords(reader)
        cited = citations.of_record(reader, party)
        self.sources.show_entries([citation_entry(citation, words) for citation in cited])
        for part in (self._head, self.facts):
            part.show()
        if is_other:
            self.dossier.verticalScrollBar().setValue(0)

    def show_new(self) -> None:
        """Show nothing but the form: the person is not stored yet."""
        self.shown = None
        for part in (self._head, self.facts, *self._sections):
            part.hide()

    def unfold(self) -> None:
        """Show the form."""
        self.unfolded.show()
        self._fit()
        QTimer.singleShot(0, self.unfolded, self.unfolded.come_into_view)

    def fold(self) -> None:
        """Hide the form."""
        self.unfolded.hide()

    def _fit(self) -> None:
        self.unfolded.setFixedHeight(self.unfolded.wanted_height(self.unfolded.width()))

    def _go_to(self, record: str) -> None:
        self._desk.show_record(RecordId(record))

    def _go_to_source(self, citation: str) -> None:
        record = self._desk.reader.find(citation)
        if record is not None:
            self._desk.show_record(RecordId(record.text("source")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)


class _Section(QWidget):
    """A heading with a list of records; hidden if there are none."""

    def __init__(self, title: str, list_name: str, parent: QWidget, *, lead: int = 0) -> None:
        super().__init__(parent)
        self.list = WholeList(list_name, lead_width=heights.scaled(lead * tokens.GRID))
        self.list.clicked.connect(lambda _: self.list.opened.emit(self.list.current()))
        boxes.column(page_layout.heading(title, self), self.list, parent=self, spacing=tokens.GRID // 2)

    def show_entries(self, entries: Sequence[ListEntry]) -> None:
        self.list.entries.show(entries)
        self.setVisible(bool(entries))
