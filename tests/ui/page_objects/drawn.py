"""The chart of a case or a person: events along the time, relations drawn and in words."""

from PySide6.QtCore import Qt

from hrddesk.analysis.overview.network import Network
from hrddesk.records.model.record import RecordId
from hrddesk_ui.cases.case_view import CaseView
from hrddesk_ui.people.diagrams_view import DrawnView
from hrddesk_ui.people.people_view import PeopleView
from hrddesk_ui.widgets.lists.entry_list import EntryList
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from tests.ui.driver import Driver
from tests.ui.page_objects.views import cases_view


class Chart:
    """The chart itself, wherever it stands."""

    def __init__(self, driver: Driver, view: DrawnView) -> None:
        self.driver = driver
        self.view = view

    def go_to_events(self) -> None:
        """Give the keyboard to the events along the time."""
        self.view.line.rows.setFocus()

    def go_to_relations(self) -> None:
        """Give the keyboard to the drawing of relations."""
        self.view.graph.setFocus()

    def choose_person(self, party: RecordId) -> None:
        self.view.graph.choose(party)

    def click_person(self, party: RecordId) -> None:
        graph = self.view.graph
        place = graph.box_of(party).center().toPoint()
        self.driver.bot.mouseClick(graph, Qt.MouseButton.LeftButton, pos=place)

    def show_network(self, network: Network, names: dict[RecordId, str]) -> None:
        """Draw these people and relations in place of those of the case."""
        self.view.graph.show_network(network, names)

    def events_have_keyboard(self) -> bool:
        return self.view.line.rows.hasFocus()

    def current_person(self) -> RecordId | None:
        return self.view.graph.current()

    @property
    def events(self) -> list[ListEntry]:
        """The events along the time, line by line."""
        return _entries(self.view.line.rows)

    @property
    def spoken_event(self) -> str:
        """What a screen reader says of the event that is current."""
        text = self.view.line.rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        assert isinstance(text, str)
        return text

    @property
    def spoken_person(self) -> str:
        """What a screen reader says of the person that is chosen."""
        return self.view.graph.accessibleDescription()

    @property
    def relations(self) -> list[ListEntry]:
        """The relations in words, line by line."""
        return _entries(self.view.table)


class CaseChart(Chart):
    """The chart among the parts of the case that is shown."""

    def __init__(self, driver: Driver) -> None:
        self.page = cases_view(driver)
        super().__init__(driver, self.page.case.drawn)

    @property
    def case(self) -> CaseView:
        return self.page.case

    def show(self) -> None:
        """Show the chart instead of another part of the case."""
        self.case.show_section(self.view)

    def show_timeline(self) -> None:
        """Show the timeline instead of the chart."""
        self.case.show_section(self.case.timeline)

    def open_detail(self) -> None:
        """Show the case where there is no room for the list beside it."""
        if self.page.panes.is_narrow:
            self.page.panes.open_detail()

    def shows_timeline(self) -> bool:
        return self.case.timeline.list.hasFocus()

    def shows_people(self) -> bool:
        return self.case.people.list.hasFocus()

    def current_event(self) -> RecordId | None:
        """Return the event that is selected in the timeline."""
        return self.case.timeline.list.current()

    def current_member(self) -> RecordId | None:
        """Return who is selected among the people of the case."""
        return self.case.people.list.current()

    @property
    def timeline(self) -> list[ListEntry]:
        """The lines of the timeline."""
        return _entries(self.case.timeline.list)


class PersonChart(Chart):
    """The chart on the page of people, in place of the person."""

    def __init__(self, driver: Driver) -> None:
        page = driver.page(PeopleView.name)
        assert isinstance(page, PeopleView)
        super().__init__(driver, page.drawn)
        self.page = page

    def open_person(self, party: RecordId) -> None:
        self.page.open_record(party)

    def press_button(self) -> None:
        """Press the button that shows the chart of the person."""
        self.driver.click(self.page.person.chart_button)

    def button_is_down(self) -> bool:
        return self.page.person.chart_button.isChecked()

    def shows_person(self) -> bool:
        """Tell whether the person is shown, and not the chart."""
        return self.page.person.isVisible()


def _entries(widget: EntryList) -> list[ListEntry]:
    return [widget.entries.entry(row) for row in range(widget.entries.rowCount())]
