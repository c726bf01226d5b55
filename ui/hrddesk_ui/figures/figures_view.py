"""The page of figures: ask a question, save it, and compare its answer with published figures."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabWidget

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.figures.figure_ask_view import FigureAskView
from hrddesk_ui.figures.figure_compare_view import FigureCompareView
from hrddesk_ui.figures.published_figures_view import PublishedView
from hrddesk_ui.pages.drafts import DraftKey
from hrddesk_ui.pages.page import Page
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.layout import boxes


class FiguresView(Page):
    """The page with three tabs: asking, comparing, and the figures that others published."""

    name = "figures"
    icon = "figures"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs = QTabWidget(self)  # first: Tab goes in the order in which parts were made
        self.ask = FigureAskView(desk, self)
        self.compare = FigureCompareView(desk, self)
        self.published = PublishedView(desk, self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.title())
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the page"))
        self.tabs.addTab(self.ask, self.tr("Ask for a figure"))
        self.tabs.addTab(self.compare, self.tr("Beside published figures"))
        self.tabs.addTab(self.published, self.tr("Published figures"))
        boxes.column(self.tabs, parent=self, margin=(0, tokens.GRID, 0, 0))
        self.tabs.currentChanged.connect(self._load)
        self.tabs.currentChanged.connect(desk.moved_on)
        self.compare.wanted.connect(self.show_saved)

    @classmethod
    def title(cls) -> str:
        """Return the name of the page, as shown in the rail."""
        return QCoreApplication.translate("FiguresView", "Figures")

    def topic(self) -> str:
        """Return the name of the help page for this page."""
        return "figures"

    def arrive(self) -> None:
        """Load what the shown tab lists, and focus the tabs."""
        self._load()
        self.tabs.tabBar().setFocus()

    def open_record(self, record_id: RecordId) -> bool:
        """Show a published figure; return False if the record is no figure."""
        record = self.desk.reader.find(record_id)
        if record is None or record.kind is not Kind.FIGURE:
            return False
        self.tabs.setCurrentWidget(self.published)
        self.published.filter.clear()
        self.published.load()
        self.published.list.select(record_id)
        return True

    def open_draft(self, key: DraftKey) -> None:
        """Open the form of a published figure that was left unsaved."""
        self.tabs.setCurrentWidget(self.published)
        self.published.open_draft(key)

    def show_saved(self, name: str) -> None:
        """Show the saved question of this name and count its answer."""
        self.tabs.setCurrentWidget(self.ask)
        self.ask.show_saved(name)

    def _load(self) -> None:
        if self.tabs.currentWidget() is self.ask:
            self.ask.load()
        elif self.tabs.currentWidget() is self.compare:
            self.compare.load()
        else:
            self.published.load()
