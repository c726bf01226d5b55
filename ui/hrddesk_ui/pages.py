"""Which pages the rail has, in its order."""

from hrddesk_ui.page import Page
from hrddesk_ui.views.about_view import AboutView
from hrddesk_ui.views.cases_view import CasesView
from hrddesk_ui.views.figures_view import FiguresView
from hrddesk_ui.views.handoff_view import HandoffView
from hrddesk_ui.views.help_view import HelpView
from hrddesk_ui.views.people_view import PeopleView
from hrddesk_ui.views.publish_view import PublishView
from hrddesk_ui.views.recycle_view import RecycleView
from hrddesk_ui.views.reports_view import ReportsView
from hrddesk_ui.views.settings_view import SettingsView
from hrddesk_ui.views.sources_view import SourcesView
from hrddesk_ui.views.week_view import WeekView

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
