"""What a case says of those who have it, and of files of evidence that only others have."""

from typing import Self

from hrddesk.records.model.record import RecordId
from hrddesk_ui.cases.case_view import CaseView
from tests.ui.driver import Driver
from tests.ui.page_objects.views import cases_view


class CaseHoldings:
    """A case that was handed over: the line that says who has it, and its evidence."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @classmethod
    def open(cls, driver: Driver, case: RecordId) -> Self:
        """Show a case, wherever the window is."""
        assert driver.window.desk is not None
        driver.window.desk.show_record(case)
        page = cls(driver)
        driver.until(lambda: page.view.case == case)
        driver.settled()
        return page

    @property
    def view(self) -> CaseView:
        return cases_view(self.driver).case

    def open_first_evidence(self) -> None:
        """Go to the section with the evidence and open the first piece, by keys."""
        evidence = self.view.evidence
        self.view.show_section(evidence)
        evidence.list.setFocus()
        self.driver.key("Home")
        self.driver.key("Return")

    def ask_for_file(self) -> None:
        """Ask for the file of the evidence that is open."""
        self.driver.click(self.view.evidence.file.ask_button)

    def can_ask_for_file(self) -> bool:
        return self.view.evidence.file.ask_button.isVisible()

    def says_who_has_it(self) -> bool:
        return self.view.held.isVisible()

    @property
    def who_has_it(self) -> str:
        return self.view.held.text()
