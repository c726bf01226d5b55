"""The tab with the sources cited in a case, and with what they say."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import sources
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.actions.records.citations import CONTRADICTS
from hrddesk.actions.records.sources import CitedSource
from hrddesk.records.model.record import Record, RecordId
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.sources.citation_entry import citation_entry
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.lists.entry_list import EntryList
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.record_words import RecordWords
from hrddesk_ui.words.vocabularies import term_label

_SIDE_BY_SIDE = 560  # pixels from which what a source says stands beside the list


class CaseSourcesView(QWidget):
    """The list of the sources cited in a case, and the list of their statements; both are read when first
    visible.

    Return on a source opens the source; Return on a statement opens the record that it is about.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._detail: CaseDetail | None = None
        self._found: dict[str, CitedSource] = {}
        self.list = EntryList(self.tr("Sources of the case"), parent=self)
        self.said = EntryList(self.tr("What the source says in this case"), parent=self)
        self.open_button = boxes.button(self.tr("Open source"), self._open, self, icon="sources")
        self.empty = page_layout.note(
            self.tr(
                "Nothing is cited in this case yet. “Cite” beside a field of a person, an event or a relation"
                " says who says so; Ctrl+R does the same."
            ),
            self,
        )
        self.empty.setMargin(4 * tokens.GRID)
        bar = boxes.row(self.open_button, 1, margin=tokens.GRID, spacing=-1)
        self._both = TurningSplitter(_SIDE_BY_SIDE, self)
        self._both.add(self.list, 1)
        self._both.add(self.said, 1)
        boxes.column(bar, (self._both, 1), (self.empty, 1), parent=self, spacing=0)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self.list.opened.connect(lambda source: desk.show_record(RecordId(source)))
        self.said.opened.connect(self._go)

    def start(self) -> QWidget:
        """Return the widget to focus first: the list of sources, or the button if there are none."""
        return self.list if self._found else self.open_button

    def show_case(self, detail: CaseDetail) -> None:
        """Show the sources of a case as soon as the view is visible."""
        self._detail = detail
        if self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the citations when the tab is shown."""
        super().showEvent(event)
        self._load()

    def _load(self) -> None:
        if self._detail is None:
            return
        chosen = self.list.current()
        cited_sources = sources.of_case(self._desk.reader, self._detail)
        self._found = {item.source.id: item for item in cited_sources}
        self.list.entries.show([self._entry(item) for item in cited_sources])
        self._both.setVisible(bool(cited_sources))
        self.empty.setVisible(not cited_sources)
        self.open_button.setEnabled(bool(cited_sources))
        if cited_sources:
            self.list.select(chosen if chosen in self._found else cited_sources[0].source.id)
        self._follow()

    def _entry(self, item: CitedSource) -> ListEntry:
        against = sum(citation.text("stance") == CONTRADICTS for citation in item.citations)
        count = len(item.citations) - against
        source = item.source
        facts = [
            self.tr("{count} in support").format(count=count) if count else "",
            self.tr("{count} against").format(count=against) if against else "",
            term_label(("source_type",), source.text("type")),
            term_label(("reliability",), source.text("reliability")),
        ]
        return ListEntry(
            id=source.id,
            first=isolated(sources.title_of(source)),
            second=" · ".join(fact for fact in facts if fact),
        )

    def _follow(self) -> None:
        item = self._found.get(self.list.current() or "")
        citation_records: Sequence[Record] = () if item is None else item.citations
        words = RecordWords(self._desk.reader)
        self.said.entries.show([citation_entry(citation, words) for citation in citation_records])

    def _go(self, citation: str) -> None:
        record = self._desk.reader.find(citation)
        if record is not None:
            self._desk.show_record(RecordId(record.text("record")))

    def _open(self) -> None:
        source = self.list.current()
        if source is not None:
            self._desk.show_record(source)
