"""The common base of pages with a long list.

Such a page has a filter, a table, the number of results, and a hint in place of an empty list.
"""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from hrddesk.records.model.record import RecordId
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.text_filter import Found, TextFilter
from hrddesk_ui.pages.page import Page
from hrddesk_ui.theme import tokens
from hrddesk_ui.theme.shortcuts import Shortcut, action
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.list_detail import ListDetail
from hrddesk_ui.widgets.lists.paged_table import PagedTable
from hrddesk_ui.widgets.lists.paged_table_model import PagedTableModel

FILTER_DELAY_MS = 200
SIDE_BY_SIDE = 900  # pixels


class ListPage(Page):
    """A page with a list and the detail of one record; Ctrl+N begins a new record."""

    def make_list(
        self, table: PagedTable, model: PagedTableModel[Any], *, filter_name: str, hint: str, new: str
    ) -> None:
        """Build the parts of the page around the table.

        `filter_name` is the name of the filter's field, `hint` is shown while the field is empty, and `new`
        is the text of the button for a new record.
        """
        self.table = table
        self._rows = model
        self._goes_on = False
        self.filter = LineEdit(filter_name, hint, self)
        self.filter.setClearButtonEnabled(True)
        self.new_button = boxes.button(new, self.start_new, self, icon="new")
        self.new_button.setToolTip(Shortcut.NEW.shown)
        self.count = page_layout.note("", self)
        self.nothing = page_layout.note("", self)
        self.nothing.setMargin(4 * tokens.GRID)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._either = QStackedWidget(self)
        self._either.addWidget(self.table)
        self._either.addWidget(self.nothing)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FILTER_DELAY_MS)
        self._soon.timeout.connect(self.apply_filter)
        self.filter.textChanged.connect(self._soon.start)
        self.filter.returnPressed.connect(self.go_to_list)
        action(self, Shortcut.NEW, new).triggered.connect(self.start_new)

    def make_filter(
        self, find: Callable[[Store, str, Job], Found], show: Callable[[str, Found], None]
    ) -> None:
        """Build the search for the filter's words.

        `find` searches in another thread; `show` shows its result and is called in the window's thread.
        """
        self._holding = TextFilter(self.desk, self, find, show)
        self._rows.loaded.connect(self._on_loaded)

    # --- what the pages say ---

    @abstractmethod
    def start_new(self) -> None:
        """Begin a new record; if a new record was left unsaved, go on with it."""

    @abstractmethod
    def after_list(self) -> None:
        """Show the number of rows, and keep the open record selected."""

    @abstractmethod
    def choose_first(self, record: RecordId) -> None:
        """Select `record`, the first row; called when the list gets the focus and has no selected row."""

    def below_filter(self) -> Sequence[QWidget]:
        """Return further filters, which are placed below the filter for text."""
        return ()

    # --- what both do alike ---

    def lay_out(self, detail: QWidget, shares: tuple[int, int], *more: QWidget) -> None:
        """Place the list and `detail` side by side; `more` are buttons beside the one for a new record.

        `shares` are the proportions of their widths.
        """
        pane = QWidget(self)
        buttons = boxes.row()
        for button in (self.new_button, *more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.count)
        head = boxes.column(self.filter, margin=tokens.GRID)
        for widget in self.below_filter():
            head.addWidget(widget)
        head.addLayout(buttons)
        boxes.column(head, (self._either, 1), parent=pane, spacing=0)
        self.panes = ListDetail(pane, detail, needs=SIDE_BY_SIDE, shares=shares, parent=self)
        boxes.column(self.panes, parent=self)

    def arrive(self) -> None:
        """Focus the list; if it has no rows, focus the button for a new record."""
        if self._rows.rowCount() or self.is_looking:
            self.go_to_list()
        else:
            self.new_button.setFocus()

    def apply_filter(self) -> None:
        """Start the search for the filter's text, unless its result is already shown."""
        self._soon.stop()
        text = self.filter.text().strip()
        if text != self._holding.text and self.isVisible():
            self._goes_on = False
            self._holding.ask(text)
            self.say_looking()

    @property
    def is_looking(self) -> bool:
        """Whether the list still shows the result of an earlier search, because the present one has not
        ended.
        """
        return self._holding.is_looking or self._rows.is_loading

    def say_looking(self) -> None:
        """Show the words "Looking …" while the list does not show the new result yet."""
        if self.is_looking:
            self.count.setText(self.tr("Looking …"))

    def _on_loaded(self) -> None:
        """Show the number of rows; focus the list if the user asked for that while it was loading."""
        waits = self._goes_on and (self.filter.hasFocus() or self.table.hasFocus())
        self.after_list()
        if self.is_looking:  # for words that were typed meanwhile
            self.say_looking()
        elif waits and self.filter.hasFocus():
            self.go_to_list()
        elif waits:
            self.arrive()

    def go_to_list(self) -> None:
        """Focus the list and select a row as soon as the result of the search is shown."""
        self.apply_filter()
        self._goes_on = self.is_looking
        if self._goes_on and not self.filter.hasFocus():
            self.table.setFocus()  # whoever comes to the page finds it, and what is in it a moment later
        elif not self._goes_on and self._rows.rowCount():
            self.table.setFocus()
            if not self.table.selectionModel().hasSelection():
                self.choose_first(self._rows.id_at(0))

    def say_found(self, count: int, words: str, nothing: str) -> None:
        """Show `words`, the number of results; if `count` is 0, show the hint `nothing` in place
        of the list.
        """
        self.count.setText(words)
        self._either.setCurrentWidget(self.table if count else self.nothing)
        self.nothing.setText(nothing)
