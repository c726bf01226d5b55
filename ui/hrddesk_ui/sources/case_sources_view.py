"""The section of a case with the sources that are cited in it, and with what they say."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import sources
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.actions.records.citations import CONTRADICTS
from hrddesk.actions.records.sources import CitedSource
from hrddesk.records.model.record import Record, RecordId
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.finders.citation_entry import citation_entry
from hrddesk_ui.pages.case_section import CaseSection
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.widgets.lists.whole_list import WholeList
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.record_words import RecordWords
from hrddesk_ui.words.vocabularies import term_label


class CaseSourcesView(CaseSection):
    """The list of the sources cited in a case; what a source says unfolds below it.

    Both are read when first visible. A button opens the page of the source; Return on a statement opens the
    record that it is about.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Sources"), WholeList(self.tr("Sources of the case")), parent)
        self._detail: CaseDetail | None = None
        self._found: dict[str, CitedSource] = {}
        self.add_button.hide()  # a source is added where it is cited
        self.said = WholeList(self.tr("What the source says in this case"))
        self.open_button = boxes.button(self.tr("Open source"), self._open, self, icon="sources")
        self.bar.addWidget(self.open_button)
        self.empty.setText(
            self.tr(
                "Nothing is cited in this case yet. “Cite” beside a field of a person, an event or a relation"
                " says who says so; Ctrl+R does the same."
            )
        )
        self.lay_out(self.said, lambda _: self.said.height())
        self.said.arranged.connect(self.unfolded.fit_soon)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self.list.clicked.connect(lambda _: self._turn())
        self.said.escaped.connect(self._leave)
        self.list.opened.connect(self._enter)
        self.said.opened.connect(self._go)

    def show_case(self, detail: CaseDetail) -> None:
        """Show the sources of a case as soon as the view is visible."""
        if self._detail is None or self._detail.record.id != detail.record.id:
            self.fold()
        self._detail = detail
        if self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the citations when the section is shown."""
        super().showEvent(event)
        self._load()

    def _load(self) -> None:
        if self._detail is None:
            return
        chosen = self.list.current()
        cited_sources = sources.of_case(self.desk.reader, self._detail)
        self._found = {item.source.id: item for item in cited_sources}
        self.list.entries.show([self._entry(item) for item in cited_sources])
        self.show_list()
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
        words = RecordWords(self.desk.reader)
        self.said.entries.show([citation_entry(citation, words) for citation in citation_records])
        if self.is_unfolded and item is None:
            self.fold()
        elif self.is_unfolded:
            self.put_below(self.list.current())

    def _turn(self) -> None:
        """Unfold what the clicked source says, or fold it if it is unfolded already."""
        if self.list.current() == self.list.unfolded_before_click:
            self.fold()
        else:
            self.unfold(self.list.current())

    def _leave(self) -> None:
        self.fold()
        self.list.setFocus()

    def _enter(self, source: str) -> None:
        self.unfold(RecordId(source))
        self.said.select_near(0)
        self.said.setFocus()

    def _go(self, citation: str) -> None:
        record = self.desk.reader.find(citation)
        if record is not None:
            self.desk.show_record(RecordId(record.text("record")))

    def _open(self) -> None:
        source = self.list.current()
        if source is not None:
            self.desk.show_record(source)
