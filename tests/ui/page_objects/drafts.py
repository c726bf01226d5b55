"""The page of forms that are not saved, and the button on top that leads to it."""

from PySide6.QtWidgets import QPushButton

from hrddesk_ui.history.drafts_view import DraftsView
from tests.ui.casework import key
from tests.ui.driver import Driver


class UnsavedForms:
    """Forms that are not saved: their number on top, their list, and what is done with each."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    @property
    def view(self) -> DraftsView:
        """The page of the window."""
        return self._driver.frame.unsaved

    @property
    def button(self) -> QPushButton:
        """The button on top."""
        return self._driver.frame.top.unsaved

    @property
    def number(self) -> str:
        """How many there are, in words."""
        return self.button.text()

    @property
    def is_announced(self) -> bool:
        """Tell whether the button on top is in sight: something is not saved."""
        return self.button.isVisible()

    @property
    def is_shown(self) -> bool:
        """Tell whether the page is in sight."""
        return self.view.isVisible()

    @property
    def rows(self) -> list[str]:
        """The lines of the list."""
        return [self.view.forms.item(row).text() for row in range(self.view.forms.count())]

    @property
    def current_row(self) -> str:
        """The line that is selected."""
        return self.view.forms.currentItem().text()

    @property
    def trouble(self) -> str:
        """What stands in the way of opening the form that is selected."""
        return self.view.trouble.text()

    @property
    def open_words(self) -> str:
        """What the button that opens says."""
        return self.view.open_button.text()

    @property
    def list_has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the list."""
        return self._driver.focus() is self.view.forms

    def show(self) -> None:
        """Click the button on top."""
        self._driver.click(self.button)

    def select(self, row: int) -> None:
        """Select a line."""
        self.view.forms.setCurrentRow(row)

    def open_row(self, *words: str) -> None:
        """Show the page and open, by the keyboard, the first form whose line has all these words."""
        self.show()
        self.select(next(row for row, text in enumerate(self.rows) if all(each in text for each in words)))
        key(self._driver, "Return")

    def open_selected(self) -> None:
        """Click the button that opens the form that is selected."""
        self._driver.click(self.view.open_button)

    def drop_selected(self) -> None:
        """Throw away the form that is selected, and confirm it."""
        self._driver.click(self.view.drop_button)
        self._driver.click(self.view.confirm.yes)
