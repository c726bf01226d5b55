"""The page of this week: what to look at, what does not fit together, and the limits that count."""

from PySide6.QtWidgets import QWidget

from hrddesk.analysis.consistency.findings import Check
from hrddesk_ui.week.clocks_view import ClocksView
from hrddesk_ui.week.consistency_view import ConsistencyView
from hrddesk_ui.week.duplicates_view import DuplicatesView
from hrddesk_ui.week.limits_view import LimitsView
from hrddesk_ui.week.week_view import WeekView
from tests.ui.driver import Driver


def _view(driver: Driver) -> WeekView:
    view = driver.frame.page(WeekView.name)
    assert isinstance(view, WeekView)
    return view


def _go_to_tab(driver: Driver, number: int) -> None:
    """Go to a tab of the page by arrow keys."""
    tabs = _view(driver).tabs
    tabs.tabBar().setFocus()
    while tabs.currentIndex() != number:
        driver.key("Right" if tabs.currentIndex() < number else "Left")
    driver.settled()


class WeekPage:
    """The tab of what to look at."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> ClocksView:
        """The tab itself."""
        return _view(self.driver).clocks

    def open(self) -> "WeekPage":
        """Go to the page."""
        self.driver.page(WeekView.name)
        self.driver.settled()
        return self

    def show(self) -> None:
        """Go to this tab of the page."""
        _go_to_tab(self.driver, 0)

    @property
    def nothing(self) -> str:
        """What is said where there is nothing to look at."""
        return self.view.sections.nothing.text()

    def rows(self, section: str) -> list[tuple[str, ...]]:
        """Choose a section of what to look at, and return its rows."""
        sections = self.view.sections
        sections.list.setCurrentRow([item.key for item in sections._sections].index(section))
        return [sections.rows.row(row).cells for row in range(sections.rows.rowCount())]

    def focus_day(self) -> None:
        """Give the keyboard to the day as of which is counted."""
        self.view.day.setFocus()

    @property
    def day_description(self) -> str:
        """What a screen reader says of the day."""
        return self.view.day.accessibleDescription()

    @property
    def counted_as_of(self) -> str:
        """What is said of the day as of which is counted."""
        return self.view.told.text()

    def focus_sections(self) -> None:
        """Give the keyboard to the list of sections."""
        self.view.sections.list.setFocus()

    def rows_have_keyboard(self) -> bool:
        """Whether the keyboard is in the rows of the section."""
        return self.view.sections.table.hasFocus()

    def open_first_row(self) -> None:
        """Open what the first row of the section is about by the keyboard."""
        self.view.sections.go_to_table()
        self.driver.key("Return")


class ConsistencyPage:
    """The tab of what does not fit together, with both sides of each finding."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> ConsistencyView:
        """The tab itself."""
        return _view(self.driver).consistency

    def open(self) -> "ConsistencyPage":
        """Go to the page and to this tab."""
        WeekPage(self.driver).open()
        _go_to_tab(self.driver, 1)
        return self

    def is_current(self) -> bool:
        """Whether this tab of the page is chosen."""
        return _view(self.driver).tabs.currentWidget() is self.view

    @property
    def nothing(self) -> str:
        """What is said where everything fits."""
        return self.view.sections.nothing.text()

    def choose_check(self, check: Check) -> None:
        """Choose the findings of a check."""
        self.view.sections.list.setCurrentRow(self.checks.index(check.value))
        self.driver.settled()

    def choose_contradiction(self) -> None:
        """Choose the first finding with two sides."""
        self.view.want(next(key for key, finding in self.view._findings.items() if finding.sides))

    @property
    def first_row(self) -> tuple[str, ...]:
        """The first finding of the check that is chosen."""
        return self.view.sections.rows.row(0).cells

    @property
    def checks(self) -> list[str]:
        """The checks that found something."""
        return [section.key for section in self.view.sections._sections]

    @property
    def sides(self) -> list[str]:
        """Both claims of the finding, each with what is cited for it."""
        return [side.toPlainText() for side in self.view.sides]

    def focus_checks(self) -> None:
        """Give the keyboard to the list of checks."""
        self.view.sections.list.setFocus()

    def focus_findings(self) -> None:
        """Give the keyboard to the findings of the check."""
        self.view.sections.go_to_table()

    def asks_for_reason(self) -> bool:
        """Whether the keyboard is where it is written why a finding is right as it is."""
        return self.view.reason.hasFocus()

    def open_case(self) -> None:
        """Open the case of the finding."""
        self.driver.click(self.view.open_button)

    @property
    def problem(self) -> str:
        """What is wrong; nothing while nothing is said."""
        return self.view.trouble.text() if self.view.trouble.isVisible() else ""


class DuplicatesPage:
    """The tab of records that may be about the same person."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> DuplicatesView:
        """The tab itself."""
        return _view(self.driver).duplicates

    def open(self) -> "DuplicatesPage":
        """Go to the page and to this tab."""
        WeekPage(self.driver).open()
        _go_to_tab(self.driver, 2)
        return self

    def list_is_filled(self, kinds: int) -> bool:
        """Tell whether what may be the same is listed, in so many sections."""
        return self.view.sections.list.count() == kinds

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The pairs of the section that is chosen, each with what speaks for it and against it."""
        rows = self.view.sections.rows
        return [rows.row(number).cells for number in range(rows.rowCount())]

    def focus_sections(self) -> None:
        """Give the keyboard to the list of sections."""
        self.view.sections.list.setFocus()

    def focus_rows(self) -> None:
        """Give the keyboard to the pairs."""
        self.view.sections.go_to_table()

    @property
    def nothing(self) -> str:
        """What is said where nobody stands twice."""
        return self.view.sections.nothing.text()

    @property
    def sides(self) -> list[str]:
        """Both records of the pair, side by side."""
        return [side.toPlainText() for side in self.view.sides]

    def asks_what_differs(self) -> bool:
        """Whether it is asked what the merged record shall hold."""
        return self.view.asking.isVisible()

    @property
    def differing(self) -> list[str]:
        """The fields in which both records differ."""
        return list(self.view.choices)

    def choose_value(self, field: str, value: str) -> None:
        """Choose one of both values of a field by the keyboard."""
        choice = self.view.choices[field]
        is_second = choice.findText(value)
        choice.setFocus()
        self.driver.pick("End" if is_second else "Home")

    def merge(self) -> None:
        """Merge both records by the keyboard."""
        self._press(self.view.yes_button)

    def keep_apart(self) -> None:
        """Say by the keyboard that both are not the same."""
        self._press(self.view.apart_button)

    def take_back(self) -> None:
        """Take the merge back by the keyboard, once it can be."""
        self.driver.until(self.view.undo_button.isEnabled)
        self._press(self.view.undo_button)

    def _press(self, button: QWidget) -> None:
        button.setFocus()
        self.driver.key("Space")


class LimitsPage:
    """The tab of the limits that count."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> LimitsView:
        """The tab itself."""
        return _view(self.driver).limits

    def open(self) -> "LimitsPage":
        """Go to the page and to this tab."""
        WeekPage(self.driver).open()
        self.show()
        return self

    def show(self) -> None:
        """Go to this tab of the page."""
        _go_to_tab(self.driver, 3)

    @property
    def limits(self) -> list[str]:
        """The limits of the country that is chosen."""
        return list(self.view.days)

    def focus_days(self, limit: str) -> None:
        """Give the keyboard to the days of a limit."""
        self.view.days[limit].setFocus()

    def days_of(self, limit: str) -> int:
        """Return the days of a limit."""
        return self.view.days[limit].value()

    def focus_law(self) -> None:
        """Give the keyboard to the button that puts back what the law says."""
        self.view.law_button.setFocus()

    def can_make_usual(self) -> bool:
        """Whether the country that is chosen is not the usual one."""
        return self.view.usual_button.isEnabled()

    @property
    def usual_country(self) -> str:
        """What is said of the usual country."""
        return self.view.usual_note.text()

    def choose_country(self, code: str) -> None:
        """Choose the country whose limits are shown."""
        countries = self.view.country
        countries.setCurrentIndex(countries.findData(code))
        countries.activated.emit(countries.currentIndex())

    def make_usual(self) -> None:
        """Make the country that is chosen the usual one."""
        self.driver.click(self.view.usual_button)
        self.driver.settled()

    def save(self) -> None:
        """Save the limits."""
        self.driver.click(self.view.save_button)
        self.driver.settled()
