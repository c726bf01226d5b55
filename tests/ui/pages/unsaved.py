"""The list of forms with something that is not saved, and the button of the top bar that leads there."""

from typing import Self

from hrddesk_ui.views.drafts_view import DraftsView
from tests.ui.driver import Driver


class UnsavedForms:
    """Forms that wait to be saved, with the way back to each."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> DraftsView:
        return self.driver.frame.unsaved

    @classmethod
    def open(cls, driver: Driver) -> Self:
        """Press the button of the top bar."""
        driver.click(driver.frame.top.unsaved)
        driver.settled()
        return cls(driver)

    def exist(self) -> bool:
        """Tell whether the top bar says that something is not saved."""
        return self.driver.frame.top.unsaved.isVisible()

    def drop(self) -> None:
        """Throw away what the form that is current holds, and say yes to the question."""
        self.driver.click(self.view.drop_button)
        self.driver.click(self.view.confirm.yes)

    @property
    def button(self) -> str:
        """The words of the button of the top bar."""
        return self.driver.frame.top.unsaved.text()

    @property
    def forms(self) -> list[str]:
        return [self.view.forms.item(row).text() for row in range(self.view.forms.count())]
