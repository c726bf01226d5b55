"""Computed lists in sections: a list of sections with their counts, and a table of the selected section."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QWidget,
)

from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.rows_table_model import Row, RowsTableModel
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList

SIDE_BY_SIDE = 760  # pixels
MOST_SHOWN = 200
"""The greatest number of rows of a section that are shown; the command line lists all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSection:
    """A section: a title, the headings of its table, its rows, and the text that is shown if it has no rows.

    The first column of the table gets the spare room. If there are three or more columns, the first two share
    it.
    """

    key: str
    title: str
    headings: tuple[str, ...]
    keys: tuple[str, ...]
    """The keys of the rows, in order."""
    make: Callable[[Sequence[str]], list[Row]]
    """A function that makes the rows of these keys; called for the rows that are shown."""
    nothing: str

    @classmethod
    def of(
        cls, key: str, title: str, headings: tuple[str, ...], rows: Sequence[Row], nothing: str
    ) -> "ListSection":
        """Return a section whose rows are already made."""
        by_key = {row.key: row for row in rows}
        return cls(
            key=key,
            title=title,
            headings=headings,
            keys=tuple(by_key),
            make=lambda keys: [by_key[each] for each in keys],
            nothing=nothing,
        )


class Sections(QWidget):
    """The list of sections and the table of the selected section.

    Arrow keys select a section, Tab goes to its table, and Return opens a row.
    """

    chosen = Signal(str)  # key of the row that is current; "" where none is
    opened = Signal(str)  # key of the row that a person wants to go into

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the list and the table; screen readers announce `name` for the list of sections."""
        super().__init__(parent)
        self._sections: tuple[ListSection, ...] = ()
        self.list = WrappedList(name, self)
        self.table = QTableView(self)
        self.rows = RowsTableModel(self)
        self.table.setModel(self.rows)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setMinimumSectionSize(heights.field(self.table))
        heads = self.table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.nothing = page_layout.note("", self)
        self.nothing.setMargin(2 * tokens.GRID)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.more = page_layout.note("", self)
        right = QWidget(self)
        self._either = QStackedWidget(right)
        self._either.addWidget(self.table)
        self._either.addWidget(self.nothing)
        boxes.column((self._either, 1), self.more, parent=right, spacing=-1)
        self.more.hide()
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        panes.add(self.list, 1)
        panes.add(right, 3)
        panes.setSizes([1000, 3000])
        boxes.column(panes, parent=self)
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.setInterval(0)
        self._fit.timeout.connect(self.table.resizeRowsToContents)
        self.list.currentRowChanged.connect(self._on_section)
        self.list.itemActivated.connect(lambda _: self.go_to_table())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.current))
        self.table.doubleClicked.connect(lambda index: self.opened.emit(self.rows.row(index.row()).key))
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)

    @property
    def current(self) -> str:
        """The key of the current row of the table; "" if there is none."""
        index = self.table.currentIndex()
        return self.rows.row(index.row()).key if index.isValid() else ""

    @property
    def section(self) -> str:
        """The key of the section that is shown."""
        row = self.list.currentRow()
        return self._sections[row].key if 0 <= row < len(self._sections) else ""

    def show_sections(self, sections: Sequence[ListSection]) -> None:
        """Show these sections; the selected section and the current row stay selected if they still exist."""
        was, row, row_number = self.section, self.current, self.table.currentIndex().row()
        self._sections = tuple(sections)
        self.list.blockSignals(True)
        self.list.clear()
        for section in self._sections:
            ListItem(f"{section.title} ({len(section.keys)})", self.list)
        keys = [section.key for section in self._sections]
        full = next((place for place, section in enumerate(self._sections) if section.keys), 0)
        self.list.setCurrentRow(keys.index(was) if was in keys else full)
        self.list.blockSignals(False)
        self._show_rows(row, row_number)

    def go_to(self, key: str) -> bool:
        """Show the section that contains the row with this key, and select the row.

        Return whether the row exists.
        """
        for place, section in enumerate(self._sections):
            if key in section.keys:
                self.list.blockSignals(True)
                self.list.setCurrentRow(place)
                self.list.blockSignals(False)
                self._show_rows(key, 0)
                return True
        return False

    def go_to_table(self) -> None:
        """Focus the table; focus the list of sections instead if the table has no rows."""
        target: QWidget = self.table if self.rows.rowCount() else self.list
        target.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open a row on Return. When the width changes, fit the heights of the rows to their texts."""
        if event.type() == QEvent.Type.Resize:
            self._fit.start()
        if watched is self.table and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
                self.opened.emit(self.current)
                return True
        return super().eventFilter(watched, event)

    def _on_section(self) -> None:
        self._show_rows("", 0)

    def _show_rows(self, key: str, row_number: int) -> None:
        place = self.list.currentRow()
        if not 0 <= place < len(self._sections):
            return
        section = self._sections[place]
        keys = section.keys[:MOST_SHOWN]
        if key in section.keys and key not in keys:
            keys = (key, *keys[:-1])
        self.rows.show(section.headings, section.make(keys))
        self.table.setAccessibleName(section.title)
        heads = self.table.horizontalHeader()
        for column in range(len(section.headings)):
            mode = QHeaderView.ResizeMode
            wide = column < (2 if len(section.headings) > 2 else 1)
            heads.setSectionResizeMode(column, mode.Stretch if wide else mode.ResizeToContents)
        self.nothing.setText(section.nothing)
        self._either.setCurrentWidget(self.table if keys else self.nothing)
        hidden_count = len(section.keys) - len(keys)
        self.more.setText(self.tr("%n more", "", hidden_count) if hidden_count else "")
        self.more.setVisible(bool(hidden_count))
        if keys:
            key_row = self.rows.place_of(key)
            target = key_row if key_row >= 0 else min(max(row_number, 0), len(keys) - 1)
            self.table.setCurrentIndex(self.rows.index(target, 0))
        self._fit.start()
        self.chosen.emit(self.current)
