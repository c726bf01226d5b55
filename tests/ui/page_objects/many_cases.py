"""Several cases that are selected in the list: who may learn of them is set for all together."""

from PySide6.QtCore import QPoint, Qt

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk_ui.cases.cases_view import CasesView
from hrddesk_ui.cases.many_cases_view import ManyCasesView
from tests.ui.driver import Driver


class ManyCases:
    """The list of cases, and what stands beside it while several are selected."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def page(self) -> CasesView:
        """The page of cases."""
        view = self.driver.frame.page(CasesView.name)
        assert isinstance(view, CasesView)
        return view

    @property
    def view(self) -> ManyCasesView:
        """What stands beside the list while several are selected."""
        return self.page.many

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self.page.table.setFocus()

    def click_row(self, row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Click a row of the list while a key is held."""
        table = self.page.table
        place = QPoint(table.visualRect(table.model().index(row, 0)).center())
        self.driver.bot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    @property
    def selected(self) -> list[RecordId]:
        """The cases that are selected."""
        return self.page.table.selected()

    @property
    def case(self) -> RecordId | None:
        """The case that is shown where only one is selected."""
        return self.page.case.case

    def is_visible(self) -> bool:
        """Whether the page is about several cases."""
        return self.view.isVisible()

    @property
    def heading(self) -> str:
        """How many cases are selected."""
        return self.view.heading.text()

    def asks_for_level(self) -> bool:
        """Whether the keyboard is where the level is chosen."""
        return self.view.level.hasFocus()

    @property
    def level(self) -> object:
        """The code of the level that is chosen."""
        return self.view.level.value()

    def is_ticked(self, kind: Kind) -> bool:
        """Tell whether the level is set for records of a kind."""
        return self.view.boxes[kind].isChecked()

    def untick_all(self) -> None:
        """Set the level for records of no kind."""
        for box in self.view.boxes.values():
            box.setChecked(False)

    def set_level(self) -> None:
        """Ask for the level to be set."""
        self.driver.click(self.view.set_button)

    @property
    def question(self) -> str:
        """What would change, or has changed and can be taken back; nothing while nothing is asked."""
        return self.view.confirm.question

    def agree(self) -> None:
        """Answer the question with yes."""
        self.driver.click(self.view.confirm.yes)

    @property
    def problem(self) -> str:
        """What is wrong; nothing while nothing is said."""
        return self.view.trouble.text() if self.view.trouble.isVisible() else ""
