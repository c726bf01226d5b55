"""What comes in on the page of hand-off: bundles that are read, and the review of each."""

from pathlib import Path
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QTableView

from hrddesk_ui.exchange.review_table_model import ReviewTableModel
from tests.ui.driver import Driver
from tests.ui.page_objects.handoff import HandoffPage


def lines(widget: QListWidget) -> list[str]:
    """Return the lines of a list."""
    return [widget.item(row).text() for row in range(widget.count())]


class ReadPage:
    """The tab in which bundles are read, with the list of reviews."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.view = HandoffPage(driver).view.receive

    @classmethod
    def open(cls, driver: Driver) -> Self:
        HandoffPage.open(driver).turn_to_read()
        return cls(driver)

    def name_bundle(self, path: Path) -> None:
        """Name a bundle, or a folder of bundles."""
        self.driver.fill(self.view.path.field, str(path))

    def read(self) -> None:
        """Press the button that reads what was named."""
        self.driver.click(self.view.read_button)

    def read_bundle(self, path: Path) -> None:
        """Name a bundle, or a folder of bundles, and press Return."""
        self.name_bundle(path)
        self.driver.key("Return")

    def choose_files(self) -> None:
        """Press the button that lets files be marked."""
        self.driver.click(self.view.path.button)

    def go_to_reviews(self) -> None:
        """Give the keyboard to the list of reviews; Return opens one."""
        self.view.reviews.setFocus()

    def open_review(self) -> None:
        """Open the review that is current in the list."""
        self.go_to_reviews()
        self.driver.key("Return")

    def open_first_review(self) -> None:
        self.go_to_reviews()
        self.driver.key("Home")
        self.driver.key("Return")

    def accept_what_is_plain(self) -> None:
        self.driver.click(self.view.plain_button)

    def choose_folder_of_receipts(self) -> QFileDialog:
        """Press the button that writes receipts; return the dialog that asks for their folder."""
        self.driver.click(self.view.receipts_button)
        dialog = next(iter(self.view.findChildren(QFileDialog)))
        self.driver.until(dialog.isVisible)
        return dialog

    @property
    def problem(self) -> str:
        return self.view.trouble.text()

    def shows_problem(self) -> bool:
        return self.view.trouble.isVisible()

    @property
    def outcomes(self) -> list[str]:
        """What became of each file that was read or written."""
        return lines(self.view.outcomes)

    def outcomes_have_keyboard(self) -> bool:
        return self.view.outcomes.hasFocus()

    def shows_outcomes(self) -> bool:
        return self.view.outcomes.isVisible()

    @property
    def reviews(self) -> list[str]:
        return lines(self.view.reviews)

    def reviews_have_keyboard(self) -> bool:
        return self.view.reviews.hasFocus()

    @property
    def receipt(self) -> list[str]:
        """What the receipt that was read says."""
        return lines(self.view.receipt)

    def shows_receipt(self) -> bool:
        return self.view.receipt.isVisible()

    def receipt_has_keyboard(self) -> bool:
        return self.view.receipt.hasFocus()

    def is_visible(self) -> bool:
        return self.view.isVisible()

    def can_read(self) -> bool:
        return self.view.read_button.isEnabled()

    def can_accept_what_is_plain(self) -> bool:
        return self.view.plain_button.isEnabled()

    def can_write_receipts(self) -> bool:
        return self.view.receipts_button.isEnabled()


class ReviewPage:
    """One review: the records of a bundle, and what differs in the one that is selected."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.handoff = HandoffPage(driver).view
        self.view = self.handoff.review

    @classmethod
    def read(cls, driver: Driver, bundle: Path, number: int) -> Self:
        """Read a bundle, which gets the review of that number."""
        ReadPage.open(driver).read_bundle(bundle)
        page = cls(driver)
        page.wait_for(number)
        return page

    @classmethod
    def open(cls, driver: Driver, number: int) -> Self:
        """Show a review that was read before."""
        HandoffPage.open(driver).turn_to_read()
        page = cls(driver)
        page.handoff.show_review(number)
        driver.settled()
        return page

    def wait_for(self, number: int) -> None:
        """Wait until the review of that number is on the screen."""
        self.driver.until(lambda: self.number == number)
        self.driver.settled()

    def select_record(self, row: int) -> None:
        self.view.records.selectRow(row)

    def select_no_record(self) -> None:
        self.view.records.clearSelection()

    def select_first_record(self) -> None:
        """Go to the first record by keys."""
        self.view.records.setFocus()
        self.driver.key("Home")

    def go_to_record(self, row: int) -> None:
        """Go to a record by keys."""
        self._go_to(self.view.records, row)

    def go_to_field(self, row: int) -> None:
        """Go to a field of the record by keys."""
        self._go_to(self.view.parts, row)

    def _go_to(self, table: QTableView, row: int) -> None:
        table.setFocus()
        self.driver.key("Ctrl+Home")
        for _ in range(row):
            self.driver.key("Down")
        self.driver.settled()
        assert [index.row() for index in table.selectionModel().selectedRows()] == [row]

    def select_field(self, name: str) -> None:
        self.select_field_at(self.fields.index(name))

    def select_field_at(self, row: int) -> None:
        self.view.parts.setFocus()
        self.view.parts.selectRow(row)

    def select_all_fields(self) -> None:
        self.view.parts.setFocus()
        self.driver.key("Ctrl+A")

    def take_theirs(self) -> None:
        """Take the fields that are selected from the bundle."""
        self.driver.click(self.view.theirs_button)

    def keep_ours(self) -> None:
        """Keep the fields that are selected as they are here."""
        self.driver.click(self.view.ours_button)

    def take_theirs_in_every_conflict(self) -> None:
        """Choose, in the list that has the keyboard, that their value stands wherever both sides changed."""
        self.driver.pick("Down")

    def allow_more_to_see(self) -> None:
        """Tick that also those changes are accepted that can let more people see something."""
        self.view.loosen.setFocus()
        self.driver.key("Space")

    def accept_all(self) -> None:
        self.driver.click(self.view.all_button)

    def accept_selected(self) -> None:
        self.driver.click(self.view.some_button)

    def undo(self) -> None:
        """Undo the acceptance."""
        self.driver.click(self.view.undo_button)

    def reject(self) -> None:
        """Reject what still waits, and say yes to the question."""
        self.driver.click(self.view.reject_button)
        self.driver.click(self.view.confirm.yes)

    def ask_for_selected(self) -> None:
        """Ask the sender again for the records that are selected."""
        self.driver.click(self.view.ask_button)

    def go_back(self) -> None:
        """Go back to the list of reviews."""
        self.driver.click(self.view.back_button)

    @property
    def model(self) -> ReviewTableModel:
        return self.view.model

    @property
    def number(self) -> int:
        return self.view.number

    def is_visible(self) -> bool:
        return self.view.isVisible()

    @property
    def origin(self) -> str:
        """From whom the bundle is, and what became of it."""
        return self.view.origin.text()

    @property
    def notices(self) -> str:
        return self.view.notices.text()

    @property
    def problem(self) -> str:
        return self.view.trouble.text()

    @property
    def question(self) -> str:
        return self.view.confirm.question

    def no_has_keyboard(self) -> bool:
        """Whether the answer no has the keyboard."""
        return self.view.confirm.no.hasFocus()

    @property
    def titles(self) -> list[str]:
        """The records of the bundle, as they are called."""
        return self._column(0)

    @property
    def kinds(self) -> list[str]:
        return self._column(1)

    @property
    def states(self) -> list[str]:
        return self._column(2)

    @property
    def levels(self) -> list[str]:
        """Who may learn of each record."""
        return self._column(3)

    def _column(self, column: int) -> list[str]:
        return [self.model.index(row, column).data() for row in range(self.model.rowCount())]

    def marks_state(self, row: int) -> bool:
        """Tell whether the state of a record bears a mark."""
        return self._is_marked(row, 2)

    def marks_level(self, row: int) -> bool:
        return self._is_marked(row, 3)

    def _is_marked(self, row: int, column: int) -> bool:
        return self.model.index(row, column).data(Qt.ItemDataRole.DecorationRole) is not None

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The fields of the record: their names, what is here, what is in the bundle."""
        cells = [
            [self.view.parts.item(row, column) for column in range(3)]
            for row in range(self.view.parts.rowCount())
        ]
        return [tuple(cell.text() for cell in row if cell is not None) for row in cells]

    @property
    def fields(self) -> list[str]:
        """The names of the fields of the record."""
        return [row[0] for row in self.rows if row]

    @property
    def texts(self) -> list[str]:
        """The rows of the record, a line for each."""
        return [" | ".join(row) for row in self.rows]

    def shows_fields(self) -> bool:
        return not self.view.parts.isHidden()

    def compares_with_here(self) -> bool:
        """Whether the column is there that says what stands here."""
        return not self.view.parts.isColumnHidden(1)

    def records_have_keyboard(self) -> bool:
        return self.view.records.hasFocus()

    def can_accept(self) -> bool:
        return self.view.all_button.isEnabled()

    def can_undo(self) -> bool:
        return self.view.undo_button.isEnabled()

    def can_take_theirs(self) -> bool:
        return self.view.theirs_button.isEnabled()

    def asks_whose_value(self) -> bool:
        """Whether the list is there that says whose value stands wherever both sides changed."""
        return self.view.side.isVisible()

    def whose_value_has_keyboard(self) -> bool:
        return self.view.side.hasFocus()

    @property
    def whose_value(self) -> object:
        return self.view.side.currentData()

    def offers_more_to_see(self) -> bool:
        """Whether it can be ticked to accept what can let more people see something."""
        return self.view.loosen.isVisible()

    def allows_more_to_see(self) -> bool:
        return self.view.loosen.isChecked()

    @property
    def more_to_see(self) -> str:
        """The words beside that tick."""
        return self.view.loosen.text()
