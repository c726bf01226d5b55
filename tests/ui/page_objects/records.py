"""The page of cases: the list, the case beside it with its parts, and what stands in its place."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStyleOptionHeader, QWidget

from hrddesk.records.model.record import RecordId
from hrddesk_ui.cases.case_table_model import CaseColumn
from hrddesk_ui.cases.cases_view import CasesView
from tests.ui.driver import Driver
from tests.ui.page_objects.case_parts import (
    CasePart,
    EvidencePart,
    FormsPart,
    HistoryPart,
    PeoplePart,
    SourcesPart,
)
from tests.ui.page_objects.fields import Field
from tests.ui.page_objects.forms import CaseForm, EventForm, PersonForm, RelationForm
from tests.ui.page_objects.views import cases_view


class CasesPage:
    """The page of cases."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.timeline = CasePart(driver, lambda case: case.timeline)
        self.people = PeoplePart(driver)
        self.relations = CasePart(driver, lambda case: case.relations)
        self.sources = SourcesPart(driver)
        self.evidence = EvidencePart(driver)
        self.forms = FormsPart(driver)
        self.history = HistoryPart(driver)
        self.new_form = CaseForm(driver, new=True)
        self.summary = CaseForm(driver)
        self.event = EventForm(driver)
        self.person = PersonForm(driver)
        self.relation = RelationForm(driver)

    @property
    def view(self) -> CasesView:
        """The page of the window."""
        return cases_view(self._driver)

    @property
    def case(self) -> RecordId | None:
        """The case that is shown."""
        return self.view.case.case

    @property
    def who(self) -> str:
        """Whom the case is about, above its parts."""
        return self.view.case.who.text()

    @property
    def what(self) -> str:
        """What else the heading says of the case."""
        return self.view.case.what.text()

    @property
    def welcome(self) -> str:
        """What an empty desk says."""
        return self.view.welcome.text()

    @property
    def count(self) -> str:
        """How many cases are listed, in words."""
        return self.view.count.text()

    @property
    def says_nothing_fits(self) -> bool:
        """Tell whether the list says that the filter finds no case."""
        return self.view.nothing.isVisible()

    @property
    def selected(self) -> list[RecordId]:
        """The cases that are selected."""
        return self.view.table.selected()

    @property
    def filter(self) -> Field:
        """The filter above the list."""
        return Field(self._driver, self.view.filter, self.view.filter.text)

    @property
    def status_day(self) -> Field:
        """The day of the filter by status."""
        return Field(self._driver, self.view.status.day, self.view.status.day.text)

    @property
    def listed(self) -> list[RecordId]:
        """The cases of the list from top to bottom."""
        return [self.view.model.id_at(row) for row in range(self.view.model.rowCount())]

    @property
    def list_has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the list of cases."""
        return self.view.table.hasFocus()

    @property
    def shows_list(self) -> bool:
        """Tell whether the list of cases is in sight."""
        return self.view.table.isVisible()

    @property
    def shows_case(self) -> bool:
        """Tell whether the case is in sight."""
        return self.view.case.isVisible()

    @property
    def is_narrow(self) -> bool:
        """Tell whether the page shows its list or the case, not both."""
        return self.view.panes.is_narrow

    def cell(self, row: int, column: CaseColumn) -> object:
        """Return what a cell of the list shows."""
        return self.view.model.index(row, column).data()

    @property
    def new_button_has_keyboard(self) -> bool:
        """Tell whether the keyboard is on the button that begins a case."""
        return self.view.new_button.hasFocus()

    @property
    def ascending(self) -> bool | None:
        """Which way the arrow in the heading of references points; None where there is none."""
        option = QStyleOptionHeader()
        self.view.table.horizontalHeader().initStyleOptionForIndex(option, CaseColumn.REF)
        arrows = QStyleOptionHeader.SortIndicator
        return {arrows.SortUp: True, arrows.SortDown: False}.get(option.sortIndicator)

    def show_case(self, case: RecordId) -> None:
        """Show a case as the other pages do that lead to it."""
        self.view.show_case(case)

    def show_summary(self) -> None:
        """Turn to the summary of the case, and open its form."""
        self._show(self.view.case.summary)
        self.view.case.summary.open()

    def arrive(self) -> None:
        """Come to the page as by its button on the rail."""
        self.view.arrive()

    def leads_to(self, record: RecordId) -> bool:
        """Go to a record as a hit of the search does; tell whether the page has it."""
        return self.view.open_record(record)

    def select_row(self, row: int) -> None:
        """Click the list and select a row of it."""
        self._driver.click(self.view.table.viewport())
        self.view.table.selectRow(row)

    def select_all(self) -> None:
        """Select all cases of the list."""
        self.enter_list()
        self.view.table.selectAll()

    def go_back(self) -> None:
        """Click the button that leads from the case back to the list, in a narrow window."""
        self._driver.click(self.view.case.back)

    def add_event(self) -> None:
        """Open an empty form of an event."""
        self.view.case.add_event()

    def add_person(self) -> None:
        """Open an empty form of a person."""
        self.view.case.add_person()

    def enter_list(self) -> None:
        """Put the keyboard into the list of cases."""
        self.view.table.setFocus()

    def sort_by(self, column: CaseColumn) -> None:
        """Click the heading of a column."""
        heads = self.view.table.horizontalHeader()
        place = QPoint(heads.sectionViewportPosition(column) + 8, 8)
        self._driver.bot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def delete_case(self) -> None:
        """Click the button that deletes the case."""
        self._driver.click(self.view.case.delete_button)

    def _show(self, part: QWidget) -> None:
        self.view.case.show_section(part)
