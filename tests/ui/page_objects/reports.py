"""The page of reports: a list of them, and the form in which their blocks are written and moved."""

from hrddesk.records.model.record import RecordId
from hrddesk_ui.exchange.bundle_contents_edit import AlongEdit
from hrddesk_ui.exchange.handoff_view import HandoffView
from hrddesk_ui.reports.blocks_edit import BlocksEdit
from hrddesk_ui.reports.reports_view import ReportRecordList, ReportsView
from tests.ui.driver import Driver


class ReportsPage:
    """The page of reports."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def page(self) -> ReportsView:
        """The page itself."""
        view = self.driver.frame.page(ReportsView.name)
        assert isinstance(view, ReportsView)
        return view

    @property
    def view(self) -> ReportRecordList:
        """The list with its form."""
        return self.page.reports

    @property
    def blocks(self) -> BlocksEdit:
        """The blocks of the report in the form."""
        return self.view._form.blocks

    def open(self) -> "ReportsPage":
        """Go to the page."""
        self.driver.page(ReportsView.name)
        return self

    def show(self, report: RecordId, field: str = "", words: str = "") -> "ReportsPage":
        """Open a report from elsewhere, with words that were found in it."""
        self.driver.frame.show_record(report, field, words)
        return self

    @property
    def current(self) -> RecordId | None:
        """The report in the form."""
        return self.view.shown

    def begin_report(self) -> None:
        """Begin a new report."""
        self.driver.click(self.view.new_button)

    def remove_report(self) -> None:
        """Delete the report in the form."""
        self.driver.click(self.view.remove_button)

    def save(self) -> None:
        """Save the report, or be told what is wrong."""
        self.view.form.try_save()

    def has_changes(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.view.form.dirty

    @property
    def problem(self) -> str:
        """What is wrong with the form."""
        return self.view.form.problem_text

    def focus_list(self) -> None:
        """Give the keyboard to the list of reports."""
        self.view.list.setFocus()

    # Blocks

    @property
    def bodies(self) -> list[object]:
        """The texts of the blocks, in their order."""
        return [block["body"] for block in self.blocks.blocks()]

    @property
    def block_count(self) -> int:
        """How many blocks the list shows."""
        return self.blocks.list.entries.rowCount()

    def add_block(self) -> None:
        """Add a block, and go to its text."""
        self.driver.click(self.blocks.add_button)

    def move_down(self) -> None:
        """Move the block that is chosen down."""
        self.driver.click(self.blocks.down)

    def remove_block(self) -> None:
        """Remove the block that is chosen."""
        self.driver.click(self.blocks.remove)

    def can_move_up(self) -> bool:
        """Whether a block stands before the one that is chosen."""
        return self.blocks.up.isEnabled()

    def can_move_down(self) -> bool:
        """Whether a block stands after the one that is chosen."""
        return self.blocks.down.isEnabled()


class ReportsSentAlong:
    """The choice of reports that go along with a bundle, on the page of hand-off."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def _page(self) -> HandoffView:
        view = self.driver.frame.page(HandoffView.name)
        assert isinstance(view, HandoffView)
        return view

    @property
    def view(self) -> AlongEdit:
        """What goes along with a bundle."""
        return self._page.send.along

    def open(self) -> "ReportsSentAlong":
        """Go to the page."""
        self.driver.page(HandoffView.name)
        return self

    def load(self) -> None:
        """List anew what can go along."""
        self._page.send.load()

    def is_offered(self) -> bool:
        """Whether there is a choice of reports."""
        return self.view.reports.isVisibleTo(self.view)

    def choose(self, row: int) -> None:
        """Choose which reports go along."""
        self.view.reports.setCurrentIndex(row)

    @property
    def chosen(self) -> list[RecordId]:
        """The reports that go along."""
        return list(self.view.choice.reports)
