"""The list of all pages of the rail, in their order."""

from hrddesk_ui.cases.cases_view import CasesView
from hrddesk_ui.exchange.handoff_view import HandoffView
from hrddesk_ui.figures.figures_view import FiguresView
from hrddesk_ui.gate.help_view import HelpView
from hrddesk_ui.history.recycle_view import RecycleView
from hrddesk_ui.pages.page import Page
from hrddesk_ui.people.people_view import PeopleView
from hrddesk_ui.publishing.publish_view import PublishView
from hrddesk_ui.reports.reports_view import ReportsView
from hrddesk_ui.settings.about_view import AboutView
from hrddesk_ui.settings.settings_view import SettingsView
from hrddesk_ui.sources.sources_view import SourcesView
from hrddesk_ui.week.week_view import WeekView

PAGES: tuple[type[Page], ...] = (
    CasesView,
    PeopleView,
    SourcesView,
    WeekView,
    FiguresView,
    HandoffView,
    PublishView,
    ReportsView,
    RecycleView,
    SettingsView,
    HelpView,
    AboutView,
)
