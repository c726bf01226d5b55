"""The page of this week: legal clocks, contradictions, duplicates, and custody limits."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabWidget

from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.pages.page import Page
from hrddesk_ui.theme import tokens
from hrddesk_ui.week.clocks_view import ClocksView
from hrddesk_ui.week.consistency_view import ConsistencyView
from hrddesk_ui.week.duplicates_view import DuplicatesView
from hrddesk_ui.week.limits_view import LimitsView
from hrddesk_ui.widgets.layout import boxes


class WeekView(Page):
    """The page with four tabs; a tab that is shown after a change computes its content again."""

    name = "week"
    icon = "week"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs = QTabWidget(self)  # first: Tab goes in the order in which parts were made
        self.clocks = ClocksView(desk, self)
        self.consistency = ConsistencyView(desk, self)
        self.duplicates = DuplicatesView(desk, self)
        self.limits = LimitsView(desk, self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.title())
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the page"))
        for tab, label in (
            (self.clocks, self.tr("What to look at")),
            (self.consistency, self.tr("What does not fit together")),
            (self.duplicates, self.tr("Duplicates")),
            (self.limits, self.tr("Limits")),
        ):
            self.tabs.addTab(tab, label)
        boxes.column(self.tabs, parent=self, margin=(0, tokens.GRID, 0, 0))
        self.tabs.currentChanged.connect(self._load)
        self.tabs.currentChanged.connect(desk.moved_on)
        self.clocks.finding_wanted.connect(self.show_finding)
        self.limits.saved.connect(self.clocks.fresh.forget)
        self.limits.saved.connect(self.consistency.fresh.forget)

    @classmethod
    def title(cls) -> str:
        """Return the name of the page, as shown in the rail."""
        return QCoreApplication.translate("WeekView", "This week")

    def topic(self) -> str:
        """Return the name of the help page for this page."""
        return "duplicates" if self.tabs.currentWidget() is self.duplicates else "week"

    def arrive(self) -> None:
        """Compute the visible tab again if something was changed, and focus the tabs."""
        self._load()
        self.tabs.tabBar().setFocus()

    def show_finding(self, key: str) -> None:
        """Show the tab of contradictions, with the finding `key` selected."""
        self.consistency.want(key)
        self.tabs.setCurrentWidget(self.consistency)
        self.consistency.sections.go_to_table()

    def _load(self) -> None:
        view = self.tabs.currentWidget()
        if isinstance(view, ClocksView | ConsistencyView | DuplicatesView | LimitsView):
            view.load()
