"""The window of an open vault: the search box on top, the rail on the left, the pages."""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QWidget,
)

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.system.lazy import Lazy
from hrddesk_ui.cases.cases_view import CasesView
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.exchange.handoff_view import HandoffView
from hrddesk_ui.figures.figures_view import FiguresView
from hrddesk_ui.frame import focus_scrolling
from hrddesk_ui.frame.rail import Rail
from hrddesk_ui.frame.rail_pages import PAGES
from hrddesk_ui.frame.top_bar import TopBar
from hrddesk_ui.gate.help_view import HelpView
from hrddesk_ui.history.drafts_view import DraftsView
from hrddesk_ui.history.history_view import HistoryView
from hrddesk_ui.history.undoing import Undoing
from hrddesk_ui.pages.drafts import DraftKey, Drafts, Since
from hrddesk_ui.pages.page import Page
from hrddesk_ui.people.people_view import PeopleView
from hrddesk_ui.publishing.publish_view import PublishView
from hrddesk_ui.reports.reports_view import ReportsView
from hrddesk_ui.search.search_view import SearchView
from hrddesk_ui.settings.settings_view import SettingsView
from hrddesk_ui.sources.sources_view import SourcesView
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.layout import boxes, page_layout

if TYPE_CHECKING:
    from collections.abc import Sequence

_FORMS: Final = {
    Kind.PARTY: PeopleView.name,
    Kind.SOURCE: SourcesView.name,
    Kind.FIGURE: FiguresView.name,
    Kind.REPORT: ReportsView.name,
    **dict.fromkeys((Kind.TERM, Kind.PLACE, Kind.FIELD), SettingsView.name),
}
"""The page of the form of each kind that belongs to no case."""


class Frame(QWidget):
    """The pages of an open vault, of which one is shown; made anew when the language changes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._made: dict[str, Page] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._before = PAGES[0].name  # the page from which somebody searched
        self._before_help: QWidget | None = None  # what somebody asked the help about
        self.top = TopBar(self)
        self.rail = Rail(PAGES, self)
        self._stack = QStackedWidget(self)
        self.undoing = Undoing(desk, self)
        self.top.undo.clicked.connect(lambda: self.undoing.undo())
        self.top.redo.clicked.connect(self.undoing.redo)
        self.undoing.possible.connect(self.top.show_undoing)
        self.undoing.look()
        desk.history_wanted.connect(self.show_history)
        beside = boxes.row(spacing=0)
        self._rail_scroll = self._rail_area()
        beside.addWidget(self._rail_scroll)
        beside.addWidget(self._stack, 1)
        boxes.column(self.top, (beside, 1), parent=self, spacing=0)
        self.rail.chosen.connect(self.show_page)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self.top.searched.connect(self.search)
        self.top.typed.connect(self._search_on)
        self.top.emptied.connect(self._end_search)
        self.top.lock_wanted.connect(desk.lock_wanted)
        desk.page_wanted.connect(self.show_page)
        desk.help_wanted.connect(self.show_help)
        desk.wanted.connect(self.show_record)
        desk.levels_wanted.connect(self.show_levels)
        desk.correction_wanted.connect(self.show_correction)
        desk.unsaved_changed.connect(self.top.show_unsaved)
        self.top.unsaved_wanted.connect(self.show_unsaved)
        self.top.show_unsaved(len(Drafts.of(desk).keys()))

    def bring_into_sight(self, widget: QWidget | None) -> None:
        """Scroll until `widget` is visible, if it is in this frame."""
        if widget is not None and self.isAncestorOf(widget):
            focus_scrolling.follow(widget)

    @property
    def pages(self) -> "Sequence[Page]":
        """All pages in the order of the rail; pages that were never shown are created."""
        return [self.page(kind.name) for kind in PAGES]

    def page(self, name: str) -> Page:
        """Return the page with this name.

        The page is created at the first call: creating all pages at once would block the window.
        """
        page = self._made.get(name)
        if page is None:
            page = self._made[name] = next(kind for kind in PAGES if kind.name == name)(self.desk)
            # At 150 and 200 % a small screen has less room than some pages need: then they scroll.
            self._areas[name] = page_layout.scrolling(page, self._stack)
            self._stack.addWidget(self._areas[name])
            if isinstance(page, HelpView):
                page.closed.connect(self._end_help)
        return page

    @Lazy
    def results(self) -> SearchView:
        """The page of search results."""
        view = SearchView(self.desk, self._stack)
        self._stack.addWidget(view)
        view.closed.connect(self._leave_search)
        view.text_given.connect(self.top.search.setText)
        return view

    @cached_property
    def unsaved(self) -> DraftsView:
        """The page that lists the forms with unsaved content."""
        view = DraftsView(self.desk, self._stack)
        self._stack.addWidget(view)
        view.open_wanted.connect(self.open_draft)
        return view

    @cached_property
    def history(self) -> HistoryView:
        """The page of the history of a record."""
        view = HistoryView(self.desk, self._stack)
        self._stack.addWidget(view)
        return view

    @property
    def _shows_results(self) -> bool:
        return isinstance(self._stack.currentWidget(), SearchView)

    def _area(self, name: str) -> QScrollArea:
        self.page(name)
        return self._areas[name]

    def _rail_area(self) -> QScrollArea:
        area = page_layout.scrolling(self.rail, self)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = area.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        area.setFixedWidth(max(20 * tokens.GRID, self.rail.sizeHint().width() + bar))
        return area

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Scroll the rail to its focused button: Qt does this for the Tab key, but not for the arrow keys."""
        if now is not None and self.rail.isAncestorOf(now):
            self._rail_scroll.ensureWidgetVisible(now, 0, tokens.GRID)

    @property
    def current(self) -> str:
        """The name of the page that is shown; "" for the results of a search."""
        current_widget = self._stack.currentWidget()
        return next((name for name, area in self._areas.items() if area is current_widget), "")

    def show_page(self, name: str) -> None:
        """Show the page and focus it."""
        page = self.page(name)
        self._go_to(self._areas[name])
        self.rail.mark(name)
        page.arrive()

    def show_first(self) -> None:
        """Show the page on top of the rail."""
        self.show_page(PAGES[0].name)

    def show_record(self, record_id: str, field: str = "", words: str = "") -> None:
        """Show the record on the page it belongs to; with `field`, open its form at that field and at `words`
        in it.
        """
        for kind in PAGES:
            page = self.page(kind.name)
            if page.open_record(RecordId(record_id)):
                self._go_to(self._areas[page.name])
                self.rail.mark(page.name)
                if field:
                    page.go_to_field(RecordId(record_id), field, words)
                return

    def show_unsaved(self) -> None:
        """Show the list of forms with unsaved content."""
        self._before = self.current or self._before
        self._go_to(self.unsaved)
        self.rail.mark("")
        self.unsaved.load()

    def show_history(self, record: str) -> None:
        """Show the history of a record."""
        self._before = self.current or self._before
        self.history.show_record(RecordId(record))
        self._go_to(self.history)
        self.rail.mark("")
        self.history.start().setFocus()

    def offer_drafts(self) -> None:
        """Open the form that was unsaved when the vault was closed; if there are several, list them."""
        draft_keys = Drafts.of(self.desk).keys()
        if not draft_keys:
            return
        if len(draft_keys) > 1 or not self.open_draft(draft_keys[0]):
            self.show_unsaved()
        if draft_keys[0].review and len(draft_keys) == 1:
            self.desk.say(
                self.tr("Your decisions in review {number} are here as you left them.").format(
                    number=draft_keys[0].review
                ),
                self.tr("Nothing was taken over yet."),
                tone="info",
            )
            return
        self.desk.say(
            self.tr(
                "%n form(s) that you had not saved is/are here as last kept. Check the last words.",
                "",
                len(draft_keys),
            ),
            tone="info",
        )

    def open_draft(self, key: DraftKey) -> bool:
        """Show the form of a draft; return False if its record or case was deleted."""
        if Drafts.of(self.desk).since(key) not in (Since.SAME, Since.CHANGED):
            return False
        if key.review:
            name = HandoffView.name
        else:
            name = CasesView.name if key.case is not None else _FORMS.get(key.kind, CasesView.name)
        page = self.page(name)
        self._go_to(self._areas[name])
        self.rail.mark(name)
        page.open_draft(key)
        return True

    def _go_to(self, widget: QWidget) -> None:
        if widget is self._stack.currentWidget():
            return
        self.desk.moved_on.emit()
        self._stack.setCurrentWidget(widget)
        if not isinstance(widget, SearchView):  # what was searched for, often a name, does not stay in view
            self.top.forget()
            results = Frame.results.existing(self)
            if results is not None:  # somebody searched
                results.clear()

    def _end_search(self) -> None:
        """Leave the search results for the page that was shown before; the search box keeps the focus.

        If filters are set, stay on the results and show what the filters find without a text.
        """
        if self._shows_results:
            if self.results.narrowed:
                self.results.search("")
            else:
                self._go_to(self._area(self._before))
                self.rail.mark(self._before)

    def _leave_search(self) -> None:
        self.show_page(self._before)

    def _search_on(self, text: str) -> None:
        """Search again for the changed text if the search results are shown."""
        if text and self._shows_results:
            self.results.search(text)

    def show_levels(self, chosen: list[RecordId]) -> None:
        """Show the page that sets the visibility level of these cases."""
        page = self.page(CasesView.name)
        assert isinstance(page, CasesView)
        self.show_page(CasesView.name)
        page.show_levels(chosen)

    def show_correction(self, number: int) -> None:
        """Show the page that makes a publication, prepared for a correction of publication `number`."""
        page = self.page(PublishView.name)
        assert isinstance(page, PublishView)
        self.show_page(PublishView.name)
        page.correct(number)

    def show_help(self, topic: str = "") -> None:
        """Show the help at `topic`; without one, at the topic of the current page."""
        page = self.page(HelpView.name)
        assert isinstance(page, HelpView)
        if self.current != HelpView.name:
            self._before_help = self._stack.currentWidget()
        if not topic and self.current:
            topic = self.page(self.current).topic()
        elif not topic and self._shows_results:
            topic = "search"
        if topic:
            page.show_topic(topic)
        self.show_page(HelpView.name)

    def _end_help(self) -> None:
        """Return to the page that was shown before the help, unchanged."""
        before = self._before_help
        if before is None or isinstance(before, SearchView):  # the results are gone once they are left
            before = self._area(self._before)
        self._go_to(before)
        self.rail.mark(self.current)

    def search(self, text: str) -> None:
        """Show the search results for `text`; if it is empty, show the filters."""
        self._before = self.current or self._before
        self._go_to(self.results)
        self.rail.mark("")
        self.results.search(text)
        self.results.enter()

    def focus_search(self) -> None:
        """Focus the search box; if it has the focus already, focus the filters of the search."""
        if self.top.search.hasFocus():
            self.search(self.top.search.text().strip())
            self.results.filter.start().setFocus()
            return
        self.top.search.setFocus()
        self.top.search.selectAll()
