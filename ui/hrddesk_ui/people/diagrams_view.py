"""The diagrams of a case or a person: events on a time axis, and a graph of people and their relations.

A list states the same relations in words.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from hrddesk.actions.analysis import timelines
from hrddesk.actions.analysis.timelines import RecordTimeline, victims
from hrddesk.analysis.overview.network import ends
from hrddesk.analysis.overview.timelines import Moment
from hrddesk.errors import RecordNotFound
from hrddesk.records.dates import dates
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names.display_names import people_together
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.events.timeline_chart import TimelineChart
from hrddesk_ui.finders.place_finder import facility_of, place_words
from hrddesk_ui.people.relations_chart import RelationsChart
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.lists.entry_list import EntryList
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.words.language import isolated, shown_language
from hrddesk_ui.words.relation_words import relation_days, relation_to
from hrddesk_ui.words.status_words import custody_words
from hrddesk_ui.words.vocabularies import term_label

_SIDE_BY_SIDE = 560  # width in pixels from which the list of relations is beside the graph


class DrawnView(QWidget):
    """The view with the diagrams of a case or a person; it reads them whenever it is shown.

    The Return key on an event or a person opens the form of that record.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: RecordId | None = None
        self._picture: RecordTimeline | None = None
        self.line = TimelineChart(self.tr("Events along the time"), self)
        self.graph = RelationsChart(self.tr("People and relations, drawn"), self)
        self.table = EntryList(self.tr("Relations in words"), parent=self)
        self.nobody = page_layout.note("", self)
        self.nobody.setMargin(tokens.GRID)
        lower = TurningSplitter(_SIDE_BY_SIDE, self)
        lower.add(self.graph, 2)
        lower.add(self.table, 1)
        both = QSplitter(Qt.Orientation.Vertical, self)
        both.addWidget(self.line)
        both.addWidget(lower)
        both.setSizes([300, 240])
        both.setChildrenCollapsible(False)
        boxes.column((both, 1), self.nobody, parent=self, spacing=0)
        self.line.rows.opened.connect(self._open)
        self.graph.opened.connect(self._open)
        self.table.opened.connect(self._open_relation)

    def start(self) -> QWidget:
        """Return the widget that gets the focus first."""
        return self.line.rows

    def show_record(self, record: RecordId | None) -> None:
        """Draw a case or a person, now or as soon as the view is visible."""
        self._record = record
        if self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Load the diagrams."""
        super().showEvent(event)
        self._load()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `closed` on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _load(self) -> None:
        if self._record is None:
            return
        try:
            picture = timelines.picture(self._desk.reader, self._record)
        except RecordNotFound:
            return  # the record was deleted, and its page is about to close
        self._picture = picture
        self.line.show_line(picture.timeline, lambda moment: self._entry(moment, picture))
        self.graph.show_network(picture.network, picture.names)
        self.table.entries.show([self._relation_entry(item, picture) for item in picture.relations])
        self.nobody.setText(self._hint(picture))
        self.nobody.setVisible(bool(self.nobody.text()))

    def _hint(self, picture: RecordTimeline) -> str:
        if picture.network.left_out:
            return self.tr("%n more are in the list of relations only.", "", picture.network.left_out)
        if not picture.timeline.dated and not picture.timeline.undated:
            return self.tr("Nothing to draw yet: add the first event with Ctrl+E.")
        return ""

    def _entry(self, moment: Moment, picture: RecordTimeline) -> ListEntry:
        event = moment.event
        to_whom = (
            [picture.names.get(who, "") for who in victims(event)] if picture.has_several_victims else []
        )
        where = place_words(self._desk.reader, event)
        happened = term_label(("event_type",), event.text("type")) or self.tr("event")
        words = dates.in_words(moment.date, shown_language())
        return ListEntry(
            id=event.id,
            first=happened,
            second=" · ".join(
                part
                for part in (
                    custody_words(event.text("measure"), facility_of(self._desk.reader, event)),
                    people_together(to_whom),
                    where,
                )
                if part
            ),
            lead=dates.as_typed(moment.date, shown_language()) or self.tr("no date"),
            lead_words=words,
            uncertain=not moment.is_exact,
        )

    def _relation_entry(self, relation: Record, picture: RecordTimeline) -> ListEntry:
        a, b = (isolated(picture.names.get(end, end[:8])) for end in ends(relation))
        below = [relation_to(relation.text("type"), b), *relation_days(relation)]
        return ListEntry(id=relation.id, first=a, second=" · ".join(below))

    def _open(self, record: str) -> None:
        self._desk.show_record(RecordId(record))

    def _open_relation(self, relation: str) -> None:
        """Show the person to whom a relation leads.

        In the diagrams of a person this is the other person; in those of a case, the subject of the relation.
        """
        if self._picture is None:
            return
        record = next(item for item in self._picture.relations if item.id == relation)
        a, b = ends(record)
        self._desk.show_record(b if a == self._picture.record.id else a)
