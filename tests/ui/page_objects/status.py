"""The lists of cases and of people, filtered by where somebody is as of a day."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hrddesk_ui.pages.status_list_page import StatusListPage
from tests.ui.driver import Driver


class StatusList:
    """The list of cases or that of people, with a filter by status and the day of it."""

    def __init__(self, driver: Driver, name: str) -> None:
        """`name` is that of the page: "cases" or "people"."""
        self.driver = driver
        self._name = name

    @property
    def view(self) -> StatusListPage:
        """The page itself."""
        view = self.driver.frame.page(self._name)
        assert isinstance(view, StatusListPage)
        return view

    def open(self) -> "StatusList":
        """Go to the page."""
        self.driver.page(self._name)
        return self

    def column(self, number: int) -> list[str]:
        """Return the texts of a column, once another thread has worked them out."""
        self._texts(number)  # it is asked for where it is looked at
        while self.view.desk.looks_for_lists:
            QTest.qWait(5)
        return self._texts(number)

    def _texts(self, number: int) -> list[str]:
        model = self.view.table.model()
        return [str(model.index(row, number).data()) for row in range(model.rowCount())]

    def heading(self, number: int) -> str:
        """Return what is said over a column."""
        return str(self.view.table.model().headerData(number, Qt.Orientation.Horizontal))

    def choose_status(self, row: int) -> None:
        """Choose by keys any, free, in custody, released, disappeared, dead, undetermined."""
        self.view.status.answer.setFocus()
        self.driver.pick("Home", *["Down"] * row)
        self.driver.settled()

    def focus_day(self) -> None:
        """Give the keyboard to the day as of which the list is shown."""
        self.view.status.day.setFocus()

    def focus_known_on(self) -> None:
        """Give the keyboard to the day on which it was known so."""
        self.view.status.known_on.setFocus()

    @property
    def nothing(self) -> str:
        """What is said where the filter finds nobody."""
        return self.view.nothing.text()
