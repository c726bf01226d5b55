"""The page of people: everybody in the vault."""

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import RecordId
from hrddesk_ui.people.people_view import PeopleView
from tests.ui.driver import Driver
from tests.ui.page_objects.fields import Field
from tests.ui.page_objects.forms import PersonForm
from tests.ui.page_objects.views import people_view


class PeoplePage:
    """The page of people."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.form = PersonForm(driver, in_case=False)

    @property
    def view(self) -> PeopleView:
        """The page of the window."""
        return people_view(self._driver)

    @property
    def listed(self) -> list[RecordId]:
        """The people of the list from top to bottom."""
        return [self.view.model.id_at(row) for row in range(self.view.model.rowCount())]

    @property
    def has_form(self) -> bool:
        """Tell whether a form is open."""
        return self.view.pane.form is not None

    @property
    def form_record(self) -> RecordId | None:
        """The person whose form is open."""
        assert self.view.pane.key is not None
        return self.view.pane.key.record

    @property
    def nothing_words(self) -> str:
        """What stands in place of an empty list."""
        return self.view.nothing.text()

    @property
    def list_has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the list."""
        return self.view.table.hasFocus()

    @property
    def shows_list(self) -> bool:
        """Tell whether the list is in sight."""
        return self.view.table.isVisible()

    @property
    def is_narrow(self) -> bool:
        """Tell whether the page shows its list or the form, not both."""
        return self.view.panes.is_narrow

    @property
    def filter(self) -> Field:
        """The filter above the list."""
        return Field(self._driver, self.view.filter, self.view.filter.text)

    @property
    def buttons(self) -> list[QWidget]:
        """The buttons above the person: edit, chart, history, deletion."""
        person = self.view.person
        return [person.edit_button, person.chart_button, person.history_button, person.delete_button]

    @property
    def shown(self) -> RecordId | None:
        """The person who is shown."""
        return self.view.person.shown

    def go_to_case(self, row: int) -> None:
        """Go to a case of the person, by the list of cases."""
        cases = self.view.person.cases.list
        cases.select_near(row)
        cases.setFocus()
        self._driver.key("Return")

    def visit(self) -> None:
        """Go to the page."""
        self._driver.page(PeopleView.name)

    def leads_to(self, person: RecordId) -> bool:
        """Go to a person as a hit of the search does, and open the form; tell whether the page has them."""
        is_here = self.view.open_record(person)
        if is_here:
            self._driver.click(self.view.person.edit_button)
        return is_here

    def press(self, name: str) -> None:
        """Click one of the buttons above the form, by what a screen reader calls it."""
        self._driver.click(next(each for each in self.buttons if each.accessibleName() == name))

    def enter_list(self) -> None:
        """Put the keyboard into the list."""
        self.view.table.setFocus()

    def add(self) -> None:
        """Click the button that begins a new person."""
        self._driver.click(self.view.new_button)
