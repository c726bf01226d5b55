"""The page of search results in every kind of record, with its filters."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hrddesk.actions.analysis import search
from hrddesk.actions.analysis.search import SearchHit
from hrddesk.actions.analysis.search_filters import SearchQuery
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.error_words import messages
from hrddesk_ui.search.saved_searches_view import SavedSearchesView
from hrddesk_ui.search.search_filter import SearchFilter
from hrddesk_ui.search.search_words import filters_in_words
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.day_edit import complain_of_day
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.lists.entry_list import EntryList
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.record_words import RecordWords, field_word, kind_word

_SIDE_BY_SIDE = 800  # pixels
_LANE = "search"
"""The reading thread of searches, so that typing does not wait for figures."""


class SearchView(QWidget):
    """The filters of a search, and the hits beside them; Return or a double click opens a hit.

    A search runs in a reading thread. A new search cancels the one before, so that the shown hits always
    belong to the last search.
    """

    closed = Signal()  # Escape was pressed
    text_given = Signal(str)  # the text of a search that was kept

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = ""
        self._task: Task | None = None
        self._asked = 0  # how often something was asked; an answer to an earlier one is late
        self._hits: dict[RecordId, SearchHit] = {}
        self.filter = SearchFilter(self)
        self.saved = SavedSearchesView(desk, lambda: self.wanted, self)
        self.summary = page_layout.note("", self)
        self.state = page_layout.words("", self)
        self.clear_button = boxes.button(self.tr("Clear the filters"), self.clear_filters, self)
        self.hits = EntryList(self.tr("Search results"), parent=self)
        self._lay_out()
        self.hits.opened.connect(self._open)
        self.filter.changed.connect(self._search)
        self.saved.chosen.connect(self.show_wanted)
        self.filter.refused.connect(lambda why: complain_of_day(desk, why))
        desk.changed.connect(self._on_changed)
        self._say_filters()

    def _lay_out(self) -> None:
        left_pane, right = QWidget(self), QWidget(self)
        boxes.column(
            page_layout.title(self.tr("Search")),
            self.filter,
            page_layout.heading(self.tr("Kept under a name"), left_pane),
            self.saved,
            1,
            parent=left_pane,
            margin=2 * tokens.GRID,
        )
        boxes.column(
            boxes.row((self.state, 1), (self.clear_button, 0, Qt.AlignmentFlag.AlignTop)),
            self.summary,
            (self.hits, 1),
            parent=right,
            margin=2 * tokens.GRID,
        )
        panes = TurningSplitter(_SIDE_BY_SIDE, self)
        panes.add(page_layout.scrolling(left_pane, self), 2)
        panes.add(right, 4)
        panes.setSizes([360, 720])
        boxes.column(panes, parent=self)

    # --- asking ---

    @property
    def wanted(self) -> SearchQuery:
        """The present search: its text and its filters."""
        return self.filter.wanted(self._text)

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set."""
        return self.wanted != SearchQuery(text=self._text)

    def search(self, text: str) -> None:
        """Search for `text` with the present filters."""
        self._text = text
        self._search()

    def show_wanted(self, query: SearchQuery) -> None:
        """Show the text and the filters of a saved search, and search with them."""
        self.filter.show_wanted(query)
        self._text = query.text
        self.text_given.emit(query.text)
        self._search()

    def enter(self) -> None:
        """Focus the hits; if there is neither a text nor a filter, focus the filters."""
        self.saved.load()
        (self.hits if self._text or self.narrowed else self.filter.start()).setFocus()

    def clear_filters(self) -> None:
        """Clear all filters and search again."""
        self.filter.show_wanted(SearchQuery())
        self.filter.start().setFocus()  # the button goes out of sight
        self._search()

    def clear(self) -> None:
        """Remove the text, the filters and the hits."""
        self._stop()
        self._text = ""
        self._show([])
        self.filter.show_wanted(SearchQuery())
        self.saved.clear()
        self._say_filters()
        self.summary.clear()

    def _search(self) -> None:
        self._stop()
        self._show([])  # what is shown never answers another question
        self._say_filters()
        query = self.wanted
        if self.filter.problem or query == SearchQuery():
            self.summary.setText(
                "" if query != SearchQuery() else self.tr("Type a word, or choose a filter.")
            )
            return
        self.summary.setText(self.tr("Searching …"))

        def work(store: Store, job: Job) -> list[SearchHit]:
            hits, words = search.find_wanted(store, query, job=job), RecordWords(store)
            return [_titled(hit, store, words) for hit in hits]

        request = self._asked

        def done(hits: list[SearchHit]) -> None:
            if request == self._asked:
                self._found(hits)

        def failed(error: HrdDeskError) -> None:
            if request == self._asked:
                self._task = None
                self.summary.setText(messages.of(error).text)

        self._task = self._desk.look(self, work, done, failed=failed, lane=_LANE)

    def _stop(self) -> None:
        self._asked += 1
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _found(self, hits: list[SearchHit]) -> None:
        self._task = None
        self._show(hits)
        words = self.tr("%n found", "", len(hits)) if hits else self.tr("Nothing was found.")
        if len(hits) == search.MOST:
            words = self.tr("The first %n; type more, or choose a filter.", "", len(hits))
        self.summary.setText(words)
        if hits:
            self.hits.setCurrentIndex(self.hits.entries.index(0))

    def _show(self, hits: Sequence[SearchHit]) -> None:
        self._hits = {hit.id: hit for hit in hits}
        self.hits.entries.show([_entry(hit) for hit in hits])

    def _say_filters(self) -> None:
        words = filters_in_words(self.wanted)
        summary = self.tr("%n filter(s)", "", len(words)) + ": " + " · ".join(words) if words else ""
        self.state.setText(summary)
        self.state.setVisible(bool(words))
        self.clear_button.setVisible(bool(words))

    def _on_changed(self, changes: Changes) -> None:
        if not (changes and self.isVisible()):
            return
        self.saved.load()
        if self._task is None and self.wanted != SearchQuery():
            self._search()

    # --- opening ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the search when Escape is pressed."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _open(self, record: str) -> None:
        hit = self._hits[RecordId(record)]
        # By its name somebody looks for a record, by other words for the place where they stand.
        field = "" if hit.field in _NAMES else hit.field
        if hit.opens is not None:
            self._desk.show_record(hit.opens, "citations", self._text)
        else:
            self._desk.show_record(hit.id, field, self._text)


_NAMES = frozenset({"names", "title", "name", "ref"})


def _titled(hit: SearchHit, store: Store, words: RecordWords) -> SearchHit:
    """Return the hit with what its list entry needs.

    A record without a title of its own gets one, and a place gets the place that contains it.
    """
    if hit.kind is Kind.PLACE:  # two towns of one name are told apart
        outer = store.get(hit.id).text("parent")
        return replace(hit, ref=words.reference(outer)) if outer else hit
    if hit.kind not in _UNTITLED:
        return hit
    title = words.title(store.get(hit.id)) if hit.opens is None else words.reference(hit.opens)
    return replace(hit, title=title, text=title if hit.text == hit.title else hit.text)


_UNTITLED = frozenset({Kind.EVENT, Kind.RELATION, Kind.CITATION})


def _entry(hit: SearchHit) -> ListEntry:
    """Return the list entry of a hit: its title, and the matching text if that is not the title."""
    facts = [kind_word(hit.kind), *([] if hit.ref == hit.id[: len(hit.ref)] else [hit.ref])]
    if hit.text == hit.title:
        return ListEntry(id=hit.id, first=isolated(hit.title or hit.ref), second=" · ".join(facts))
    before = " · ".join([*facts, f"{field_word(hit.field)}: "]) + _ISOLATE
    start, end = hit.span
    second = f"{before}{hit.text}{_END}"
    return ListEntry(
        id=hit.id,
        first=isolated(hit.title or hit.ref),
        second=second,
        found=(len(before) + start, len(before) + end),
    )


_ISOLATE, _END = "\u2068", "\u2069"  # a text of either reading direction does not turn what stands before it
