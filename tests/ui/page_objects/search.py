"""The page of the search: the box on top, filters, results, searches that are kept."""

from hrddesk.actions.analysis.search_filters import SearchQuery
from hrddesk_ui.search.search_view import SearchView
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from tests.ui.driver import Driver
from tests.ui.page_objects.fields import Field
from tests.ui.page_objects.lists import Entries


class SearchPage:
    """The page of the search."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.hits = Entries(lambda: self.view.hits)

    @property
    def view(self) -> SearchView:
        """The page of the window."""
        return self._driver.frame.results

    @property
    def box(self) -> Field:
        """The box on top."""
        box = self._driver.frame.top.search
        return Field(self._driver, box, box.text)

    @property
    def titles(self) -> list[str]:
        """What was found, by the first lines."""
        return [entry.first.strip("\u2068\u2069") for entry in self.hits.entries]

    @property
    def details(self) -> list[str]:
        """What was found, by the second lines."""
        return [entry.second for entry in self.hits.entries]

    @property
    def marked(self) -> str:
        """What is marked in the entry that is selected."""
        entry: ListEntry = self.view.hits.entries.entry(self.view.hits.currentIndex().row())
        return entry.second[slice(*entry.found)]

    @property
    def summary(self) -> str:
        """How many were found, in words."""
        return self.view.summary.text()

    @property
    def state(self) -> str:
        """Which filters are set, in words."""
        return self.view.state.text()

    @property
    def tells_filters(self) -> bool:
        """Tell whether it is said which filters are set."""
        return self.view.state.isVisible()

    @property
    def wanted(self) -> SearchQuery:
        """What is asked for."""
        return self.view.wanted

    @property
    def kind(self) -> Field:
        """The filter by kind, which is the first."""
        kind = self.view.filter.kind
        return Field(self._driver, kind, kind.currentText)

    @property
    def period(self) -> Field:
        """The filter by time."""
        period = self.view.filter.period
        return Field(self._driver, period.line, period.value, period.echo)

    @property
    def place(self) -> Field:
        """The filter by place."""
        place = self.view.filter.place
        return Field(self._driver, place, place.text)

    @property
    def status(self) -> Field:
        """The filter by status."""
        status = self.view.filter.status.answer
        return Field(self._driver, status, status.currentText)

    @property
    def name(self) -> Field:
        """The name under which the search is kept."""
        name = self.view.saved.name
        return Field(self._driver, name, name.text)

    @property
    def saved(self) -> str:
        """The name of the search that was run or kept last."""
        return self.view.saved.current

    @property
    def trouble(self) -> str:
        """Why a search was not kept."""
        return self.view.saved.trouble.text()

    @property
    def number_of_saved(self) -> int:
        """How many lines the list of searches has; the first one chooses none."""
        return self.view.saved.saved.count()

    def search(self, words: str) -> None:
        """Search from the box, and wait for the answer."""
        self._driver.key("Ctrl+F")
        self._driver.key("Ctrl+A")
        self._driver.text(words)
        self._driver.key("Return")
        self._driver.settled()

    def enter_filters(self) -> None:
        """Go to the first filter by keys."""
        self._driver.key("Ctrl+F")
        self._driver.key("Ctrl+F")
        self._driver.until(self.view.filter.kind.hasFocus)
        self._driver.settled()

    def clear(self) -> None:
        """Click the button that clears the filters."""
        self._driver.click(self.view.clear_button)

    def enter_saved(self) -> None:
        """Put the keyboard into the list of searches that are kept."""
        self.view.saved.saved.setFocus()

    def rename(self) -> None:
        """Click the button that renames the search."""
        self._driver.click(self.view.saved.rename_button)

    def delete(self) -> None:
        """Click the button that deletes the search."""
        self._driver.click(self.view.saved.remove_button)
