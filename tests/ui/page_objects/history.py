"""The page of deleted records, and the page of the history of one record."""

from PySide6.QtWidgets import QLabel

from hrddesk.records.model.record import RecordId
from hrddesk_ui.history.history_view import HistoryView
from hrddesk_ui.history.recycle_view import RecycleView
from tests.ui.driver import Driver


class RecycledPage:
    """The page of deleted records."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    @property
    def view(self) -> RecycleView:
        """The page of the window."""
        page = self._driver.frame.page(RecycleView.name)
        assert isinstance(page, RecycleView)
        return page

    @property
    def rows(self) -> list[str]:
        """The deleted records, in words."""
        return [self.view.records.item(row).text() for row in range(self.view.records.count())]

    @property
    def can_revive(self) -> bool:
        """Tell whether the record that is selected can be brought back."""
        return self.view.revive_button.isEnabled()

    def visit(self) -> None:
        """Go to the page."""
        self._driver.page(RecycleView.name)

    def enter_list(self) -> None:
        """Put the keyboard into the list."""
        self.view.records.setFocus()

    def choose_kind(self, label: str) -> None:
        """List records of one kind only."""
        self.view.kind.setCurrentIndex(self.view.kind.findText(label))

    def choose_all_kinds(self) -> None:
        """List records of every kind."""
        self.view.kind.setCurrentIndex(0)

    def revive(self) -> None:
        """Click the button that brings the record back."""
        self._driver.click(self.view.revive_button)

    def show_history(self) -> None:
        """Click the button that shows the history of the record."""
        self._driver.click(self.view.history_button)


class HistoryPage:
    """The history of one record, on a page of its own."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    @property
    def view(self) -> HistoryView:
        """The page of the window."""
        return self._driver.frame.history

    @property
    def record(self) -> RecordId | None:
        """The record whose history is shown."""
        return self.view.record

    @property
    def words(self) -> str:
        """What the change that is selected did."""
        return self.view.text.toPlainText()

    @property
    def labels(self) -> list[str]:
        """All labels of the page."""
        return [label.text() for label in self.view.findChildren(QLabel)]
