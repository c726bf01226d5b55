"""A list for choosing cases: a filter, checkboxes, and the number of ticked cases."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from hrddesk.actions.records import cases
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes
from hrddesk_ui.cases.case_choice_model import CaseChoiceModel
from hrddesk_ui.cases.case_table_model import CaseColumn
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.text_filter import TextFilter
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.sort_header import SortHeader

_FILTER_DELAY_MS = 200


class CasePicker(QWidget):
    """A list of cases with checkboxes and a filter; Space ticks the selected rows."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CaseChoiceModel(desk.reader, self, desk.look_for_list)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter by name, word or reference"))
        self.filter.setAccessibleName(self.tr("Filter the cases"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumHeight(heights.field(self.filter))
        self.table = _ChoiceTable(self.model, self)
        self.table.setAccessibleName(self.tr("Cases to choose from; Space ticks one"))
        self.count = page_layout.plain("", self)
        theme.set_role(self.count, "muted")
        self.all_button = QPushButton(self.tr("Tick all shown"), self)
        self.none_button = QPushButton(self.tr("Untick all"), self)
        for button in (self.all_button, self.none_button):
            button.setAccessibleName(button.text())
        boxes.column(
            self.filter,
            (self.table, 1),
            boxes.row(self.all_button, self.none_button, 1, self.count),
            parent=self,
        )
        self._cases = TextFilter(desk, self, cases.find, self.model.show_holding)
        self.model.loaded.connect(self._on_loaded)
        self._unseen = Changes()  # what is not in the list yet
        self._is_begun = False  # nothing is read before somebody looks
        self._goes_on = False  # into the list, once it shows what was asked for
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_FILTER_DELAY_MS)
        self._soon.timeout.connect(self._apply)
        self.filter.textChanged.connect(self._soon.start)
        self.filter.returnPressed.connect(self._go_to_table)
        self.all_button.clicked.connect(self.model.choose_all)
        self.none_button.clicked.connect(self.model.choose_none)
        self.model.choice_changed.connect(self._on_choice)
        self.model.modelReset.connect(self._count)
        desk.changed.connect(self._on_changed)
        self._count()

    @property
    def chosen(self) -> list[RecordId]:
        """The ticked cases, sorted by id."""
        return self.model.chosen

    def showEvent(self, event: QShowEvent) -> None:
        """Load the list when it is first shown; later, apply the changes made while it was hidden."""
        super().showEvent(event)
        if not self._is_begun:
            self._is_begun, self._unseen = True, Changes()
            self.table.begin()
        self._catch_up()

    def _apply(self) -> None:
        self._soon.stop()
        text = self.filter.text().strip()
        if text != self._cases.text:
            self._cases.ask(text)

    def _go_to_table(self) -> None:
        self._apply()
        self._goes_on = self._cases.is_looking or self.model.is_loading
        if not self._goes_on and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, CaseColumn.REF))
            self.table.setFocus()

    def _on_loaded(self) -> None:
        self._count()
        if self.table.hasFocus():
            self.table.select_any()
        if self._goes_on and self.filter.hasFocus():
            self._go_to_table()

    def _on_changed(self, changes: Changes) -> None:
        """Apply a change to the list only while the list is visible: with many cases each change takes a
        while.
        """
        self.model.forget_gone(changes.cases)
        self._unseen |= changes
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        changes, self._unseen = self._unseen, Changes()
        if not changes:
            return
        self.model.refresh(changes)
        self._count()

    def _on_choice(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        text = self.tr("{ticked} ticked, {shown} shown")
        self.count.setText(text.format(ticked=len(self.model.chosen), shown=self.model.rowCount()))


class _ChoiceTable(QTableView):
    def __init__(self, model: CaseChoiceModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._cases = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(16 * tokens.GRID)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(heights.field(self))
        heads = SortHeader(self)
        self.setHorizontalHeader(heads)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(CaseColumn.PEOPLE, QHeaderView.ResizeMode.Stretch)
        metrics = self.fontMetrics()
        heads.resizeSection(CaseColumn.REF, metrics.horizontalAdvance("WWWW-2026-0000") + 5 * tokens.GRID)
        self.setColumnHidden(CaseColumn.LAST_EVENT, True)
        self.setColumnHidden(CaseColumn.STATUS, True)
        heads.setSectionResizeMode(CaseColumn.TITLE, QHeaderView.ResizeMode.Stretch)

    def begin(self) -> None:
        """Read the list, newest reference first."""
        self.setSortingEnabled(True)
        self.sortByColumn(CaseColumn.REF, Qt.SortOrder.DescendingOrder)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.select_any()

    def select_any(self) -> None:
        """Select a row if none is selected, so that Space has a row to tick."""
        if not self.selectionModel().hasSelection() and self._cases.rowCount():
            self.selectRow(max(0, self.currentIndex().row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
            if rows:
                self._cases.choose(rows, not all(self._cases.is_chosen(row) for row in rows))
            return
        super().keyPressEvent(event)
