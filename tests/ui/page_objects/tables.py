"""What is taken in on the page of cases: tables of others, and a report that is pasted."""

from PySide6.QtWidgets import QLabel

from hrddesk.records.model.record import RecordId
from hrddesk_ui.transfer.columns_edit import ColumnsEdit
from hrddesk_ui.transfer.import_view import ImportView
from hrddesk_ui.transfer.pasted_report_view import PastedReportView
from tests.ui.casework import key, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.fields import Field, Rows
from tests.ui.page_objects.views import cases_view


class ImportPane:
    """The import, which stands in place of the case."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.past = PastImports(driver)
        self.columns = ColumnsPane(driver)

    @property
    def view(self) -> ImportView:
        """The pane of the window."""
        return cases_view(self._driver).importing

    @property
    def summary(self) -> str:
        """What the import would do, or did."""
        return self.view.summary.text()

    @property
    def report(self) -> list[str]:
        """What was found in the rows, line by line."""
        return [self.view.report.item(row).text() for row in range(self.view.report.count())]

    @property
    def shows_report(self) -> bool:
        """Tell whether the report is in sight."""
        return self.view.report.isVisible()

    @property
    def shows_columns(self) -> bool:
        """Tell whether the columns of the table are in sight."""
        return self.view.columns.isVisible()

    @property
    def can_import(self) -> bool:
        """Tell whether the button that imports can be pressed."""
        return self.view.import_button.isEnabled()

    @property
    def path(self) -> Field:
        """The folder or table."""
        return Field(self._driver, self.view.path.field, self.view.path.field.text)

    @property
    def sheet(self) -> Field:
        """The sheet of a workbook."""
        return Field(self._driver, self.view.sheet, self.view.sheet.currentText)

    @property
    def partly(self) -> Field:
        """The box that says that other sheets may be left out."""
        return Field(self._driver, self.view.partly, self.view.partly.text)

    @property
    def can_check(self) -> bool:
        """Tell whether the button is in sight that shows what the import would do."""
        return self.view.check_button.isVisible()

    def press_import(self) -> None:
        """Click the button that imports."""
        self._driver.click(self.view.import_button)

    def click_import(self) -> None:
        """Click the button on the page of cases."""
        self._driver.click(cases_view(self._driver).import_button)

    def open(self) -> None:
        """Open the pane as its key does."""
        cases_view(self._driver).start_import()

    def choose(self, path: str) -> None:
        """Type the name of a folder or table, and go on."""
        type_(self._driver, path)
        key(self._driver, "Return")

    def import_by_key(self) -> None:
        """Wait until the rows were looked through, and press the button, which has the keyboard then."""
        self._driver.until(lambda: self.can_import)
        key(self._driver, "Space")

    def check(self) -> None:
        """Click the button that shows what the import would do."""
        self._driver.click(self.view.check_button)

    def undo(self) -> None:
        """Click the button that takes the import back."""
        self._driver.click(self.view.undo_button)

    def show_columns(self) -> None:
        """Click the button that leads to the columns."""
        self._driver.click(self.view.columns_button)

    def close(self) -> None:
        """Click the button that closes the pane."""
        self._driver.click(self.view.close_button)


class ColumnsPane:
    """The columns of a table, each with the field of ours into which it goes."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    @property
    def view(self) -> ColumnsEdit:
        """The pane of the window."""
        return cases_view(self._driver).importing.columns

    @property
    def count(self) -> int:
        """How many columns the table has."""
        return self.view.table.rowCount()

    @property
    def list_has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the list of columns."""
        return self.view.table.hasFocus()

    @property
    def field(self) -> Field:
        """The field of ours into which the column goes that is selected."""
        return Field(self._driver, self.view.field, self.view.field.currentText)

    @property
    def day_order(self) -> Field:
        """The order of day, month and year in the column; its code."""
        return Field(self._driver, self.view.order, self.view.order.currentData)

    @property
    def event_type(self) -> Field:
        """What the events of the table are."""
        return Field(self._driver, self.view.event_type, self.view.event_type.value)

    @property
    def name(self) -> Field:
        """The name under which the fields are remembered."""
        return Field(self._driver, self.view.name, self.view.name.text)

    def cell(self, row: int, column: int) -> str:
        """Return what the list of columns says: column, values, field, key."""
        item = self.view.table.item(row, column)
        assert item is not None
        return item.text()

    def enter(self) -> None:
        """Put the keyboard into the list of columns."""
        self.view.table.setFocus()

    def select(self, row: int) -> None:
        """Select a column."""
        self.view.table.setCurrentCell(row, 0)

    def tick_key(self) -> None:
        """Say that the column tells rows apart."""
        self._driver.click(self.view.is_key)


class PastImports:
    """The imports of before, below the one that is begun."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    @property
    def rows(self) -> list[str]:
        """The imports, in words."""
        past = cases_view(self._driver).importing.past.list
        return [past.item(row).text() for row in range(past.count())]

    @property
    def question(self) -> str:
        """What is asked before an import is taken back."""
        return cases_view(self._driver).importing.past.confirm.question

    @property
    def no_has_keyboard(self) -> bool:
        """Tell whether the keyboard is on the answer that changes nothing."""
        return cases_view(self._driver).importing.past.confirm.no.hasFocus()

    @property
    def trouble(self) -> str:
        """Why an import was not taken back."""
        return cases_view(self._driver).importing.past.trouble.text()

    @property
    def can_undo(self) -> bool:
        """Tell whether the import that is selected can be taken back."""
        return cases_view(self._driver).importing.past.undo_button.isEnabled()

    @property
    def says_nothing_was_imported(self) -> bool:
        """Tell whether it is said that there is no import yet."""
        return cases_view(self._driver).importing.past.nothing.isVisible()

    def undo(self) -> None:
        """Click the button that takes an import back, which asks first."""
        self._driver.click(cases_view(self._driver).importing.past.undo_button)

    def confirm(self) -> None:
        """Answer the question: the import is taken back."""
        self._driver.click(cases_view(self._driver).importing.past.confirm.yes)


class PastedReport:
    """A report that is pasted, and what it says, which is taken one by one."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    @property
    def view(self) -> PastedReportView:
        """The pane of the window."""
        return cases_view(self._driver).pasted

    @property
    def lines(self) -> list[str]:
        """What the report says, line by line."""
        return [self.view.list.item(row).text() for row in range(self.view.list.count())]

    @property
    def row(self) -> int:
        """The number of the line that is selected."""
        return self.view.list.currentRow()

    @property
    def hint(self) -> str:
        """What is to be done, or was done."""
        return self.view.hint.text()

    @property
    def marked(self) -> list[str]:
        """The passages that are marked in the text."""
        return list(self.view.text.marked)

    @property
    def pasted(self) -> str:
        """The text that was pasted."""
        return self.view.paste.toPlainText()

    @property
    def has_keyboard_in_text(self) -> bool:
        """Tell whether the keyboard is where the text is pasted."""
        return self.view.paste.hasFocus()

    @property
    def has_keyboard_in_list(self) -> bool:
        """Tell whether the keyboard is in the list of what the report says."""
        return self.view.list.hasFocus()

    @property
    def date(self) -> Field:
        """The date of the event that is selected."""
        date = self.view.edit.date
        return Field(self._driver, date.line, date.value, self.view.edit.date_hint.text)

    @property
    def same_person(self) -> Field:
        """The question whether somebody of the vault is meant."""
        edit = self.view.edit
        return Field(self._driver, edit.who, edit.who.currentText, edit.who_hint.text)

    @property
    def victim(self) -> Field:
        """The question to whom the event happened; a name, as it is chosen."""
        edit = self.view.edit
        return Field(self._driver, edit.happened_to, edit.happened_to.currentText, edit.happened_to_hint.text)

    @property
    def victim_code(self) -> str:
        """Who was chosen there; empty while nobody is."""
        return str(self.view.edit.happened_to.currentData())

    @property
    def same_person_record(self) -> RecordId | None:
        """Who of the vault was chosen as the same person."""
        return self.view.edit.known()

    @property
    def year(self) -> Field:
        """The year of dates that say none."""
        return Field(self._driver, self.view.year, self.view.year.text)

    @property
    def cases_have_keyboard(self) -> bool:
        """Tell whether the keyboard is where it is said into which case all goes."""
        return self.view.cases.hasFocus()

    @property
    def shows_proposal(self) -> bool:
        """Tell whether what the line says can be seen field by field."""
        return self.view.edit.isVisible()

    @property
    def can_change(self) -> bool:
        """Tell whether what the line says can be changed."""
        return self.view.edit.isEnabled()

    @property
    def can_take(self) -> bool:
        """Tell whether the line that is selected can be taken."""
        return self.view.take_button.isEnabled()

    @property
    def can_read(self) -> bool:
        """Tell whether the text can be read."""
        return self.view.read_button.isEnabled()

    @property
    def is_open(self) -> bool:
        """Tell whether the pane is in sight."""
        return self.view.isVisible()

    @property
    def names(self) -> Rows:
        """The names of the person that is selected."""
        return Rows(self._driver, self.view.edit.names)

    @property
    def charges(self) -> Rows:
        """The charges of the event that is selected."""
        return Rows(self._driver, self.view.edit.charges)

    @property
    def labels(self) -> list[str]:
        """All labels of the pane."""
        return [label.text() for label in self.view.findChildren(QLabel)]

    def open(self) -> None:
        """Click the button on the page of cases."""
        self._driver.click(cases_view(self._driver).paste_button)

    def file_in_one_case(self) -> None:
        """Say that all goes into one case."""
        self.view.cases.setCurrentIndex(1)

    def file_in_case_for_each(self) -> None:
        """Say that everybody gets a case of their own."""
        self.view.cases.setCurrentIndex(2)

    def paste(self, text: str) -> None:
        """Paste a text as the clipboard does."""
        self.view.paste.insertPlainText(text)

    def read(self) -> None:
        """Click the button that reads the text."""
        self._driver.click(self.view.read_button)

    def read_through(self) -> None:
        """Read the text and wait until all that it says is listed."""
        self.read()
        self._driver.until(lambda: self.view.list.isVisible(), 60)

    def take(self) -> None:
        """Click the button that takes the line that is selected."""
        self._driver.click(self.view.take_button)

    def begin_again(self) -> None:
        """Click the button that begins with another text."""
        self._driver.click(self.view.again_button)

    def enter_list(self) -> None:
        """Put the keyboard into the list of what the report says."""
        self.view.list.setFocus()

    def select(self, row: int) -> None:
        """Select a line."""
        self.view.list.setCurrentRow(row)
