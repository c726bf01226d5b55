"""The pages of the window itself, for the page objects beside this file."""

from hrddesk_ui.cases.cases_view import CasesView
from hrddesk_ui.people.people_view import PeopleView
from hrddesk_ui.settings.settings_view import SettingsView
from tests.ui.driver import Driver


def cases_view(driver: Driver) -> CasesView:
    """Return the page of cases."""
    cases = driver.frame.page(CasesView.name)
    assert isinstance(cases, CasesView)
    return cases


def people_view(driver: Driver) -> PeopleView:
    """Return the page of people."""
    people = driver.frame.page(PeopleView.name)
    assert isinstance(people, PeopleView)
    return people


def settings_view(driver: Driver) -> SettingsView:
    """Return the page of settings."""
    settings = driver.frame.page(SettingsView.name)
    assert isinstance(settings, SettingsView)
    return settings
