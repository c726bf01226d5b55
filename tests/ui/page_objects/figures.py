"""The page of figures: a question, its answer, and what others published beside it."""

from hrddesk.analysis.figures.figure_questions import FigureQuestion
from hrddesk_ui.figures.conditions_edit import ConditionRow
from hrddesk_ui.figures.figure_ask_view import FigureAskView
from hrddesk_ui.figures.figures_view import FiguresView
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from tests.ui.driver import Driver


class FiguresPage:
    """The tab on which a figure is asked, and the way to the tabs beside it."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def page(self) -> FiguresView:
        """The page with all its tabs."""
        view = self.driver.frame.page(FiguresView.name)
        assert isinstance(view, FiguresView)
        return view

    @property
    def view(self) -> FigureAskView:
        """The tab itself."""
        return self.page.ask

    def open(self) -> "FiguresPage":
        """Go to the page."""
        self.driver.page(FiguresView.name)
        self.driver.settled()
        return self

    def show_published(self) -> None:
        """Go to the figures that others published."""
        self.page.tabs.setCurrentWidget(self.page.published)

    def show_comparison(self) -> None:
        """Go to what others published beside what is counted here."""
        self.page.tabs.setCurrentWidget(self.page.compare)

    # The question

    def _choose(self, choice: StillComboBox, code: str) -> None:
        """Choose an entry of a list by its keys."""
        choice.setFocus()
        self.driver.pick("Home", *["Down"] * choice.findData(code))
        assert choice.currentData() == code

    def choose_unit(self, code: str) -> None:
        """Choose what is counted."""
        self._choose(self.view.question.unit, code)

    def split_by(self, code: str) -> None:
        """Choose by what the figure is split."""
        self._choose(self.view.question.by, code)

    def also_split_by(self, code: str) -> None:
        """Choose by what the figure is split across."""
        self._choose(self.view.question.and_by, code)

    def choose_whole(self, code: str) -> None:
        """Choose of what a part is said."""
        self._choose(self.view.question.of, code)

    @property
    def condition(self) -> ConditionRow:
        """The only condition."""
        (row,) = self.view.question.conditions.rows
        assert isinstance(row, ConditionRow)
        return row

    def add_condition(self) -> None:
        """Add a condition."""
        self.driver.click(self.view.question.conditions.add_button)

    def choose_field(self, code: str) -> None:
        """Choose about what the only condition is."""
        self._choose(self.condition.field, code)

    def choose_role(self, code: str) -> None:
        """Choose whether the only condition limits the figure or says a part of it."""
        self._choose(self.condition.role, code)

    def focus_value(self) -> None:
        """Give the keyboard to the value of the only condition."""
        self.condition.value.setFocus()

    @property
    def question(self) -> FigureQuestion:
        """The question that is put together."""
        return self.view.question.question()

    def show_question(self, question: FigureQuestion) -> None:
        """Show a question as a saved one is shown."""
        self.view.question.show_question(question)

    # The answer

    def press_count(self) -> None:
        """Ask for the answer."""
        self.driver.click(self.view.count_button)

    def count(self) -> None:
        """Ask for the answer, and wait for it."""
        before = self.view.answer.shown
        self.press_count()
        self.driver.until(lambda: self.view.answer.shown is not before)
        self.driver.settled()

    @property
    def number(self) -> str:
        """The answer in one number."""
        return self.view.answer.number.text()

    @property
    def definition(self) -> str:
        """What the figure counts."""
        return self.view.answer.definition.text()

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The answer as a table."""
        rows = self.view.answer.rows
        return [rows.row(number).cells for number in range(rows.rowCount())]

    def is_stale(self) -> bool:
        """Whether the answer is marked as out of date."""
        return self.view.stale.isVisible()

    def can_export(self) -> bool:
        """Whether the answer can be taken along."""
        return self.view.export_button.isEnabled()

    def copy(self) -> None:
        """Copy the answer."""
        self.driver.click(self.view.copy_button)

    @property
    def problem(self) -> str:
        """What is wrong; nothing while nothing is said."""
        return self.view.trouble.text() if self.view.trouble.isVisible() else ""

    # Saved figures

    def save(self) -> None:
        """Save the question under its name."""
        self.driver.click(self.view.save_button)

    def choose_saved(self, name: str) -> None:
        """Choose a saved figure; nothing takes back the choice."""
        self._choose(self.view.saved, name)

    def remove(self) -> None:
        """Delete the saved figure."""
        self.driver.click(self.view.remove_button)
