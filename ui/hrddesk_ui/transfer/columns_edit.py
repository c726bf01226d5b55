"""The form that maps each column of a table to a field; it shows every column with examples of its texts."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QStandardItem
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QWidget,
)

from hrddesk.interop.formats.csv_tables import CsvTable
from hrddesk.interop.mapping.column_mapping import ORDERS, ColumnMapping, ColumnRule, folded
from hrddesk.interop.mapping.targets import SKIPPED, SOURCE, TARGETS, target_of
from hrddesk.records.names.display_names import people_together
from hrddesk.records.names.ranking import Match
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.transfer.target_words import target_word
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.fields.term_completer import CODE_ROLE, RankedCompleter
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.layout import page_layout
from hrddesk_ui.widgets.lists.items import TableItem

_EXAMPLES: Final = 3
_EXAMPLE_LENGTH: Final = 40  # characters
_SECOND_EVENT: Final = ("event2.type", "event2.date", "event2.place", "event2.charges", "event2.penalties")
_EVENT_TYPE: Final = "event.type"


class ColumnsEdit(QWidget):
    """The form of a mapping.

    Up and Down select a column; Tab and Return go to the field of the selected column.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mapping = ColumnMapping(name="", columns=())
        self.table = QTableWidget(0, 4, self)
        self.table.setAccessibleName(self.tr("Columns of the table"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Column"), self.tr("Holds, for example"), self.tr("Field"), self.tr("Key")]
        )
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.field, self.order = StillComboBox(self), StillComboBox(self)
        line = LineEdit(self.tr("Field of this column"))
        line.go_into(self.field)
        self.field.setAccessibleName(self.tr("Field of this column"))
        self.field.setInsertPolicy(StillComboBox.InsertPolicy.NoInsert)
        for box in (self.field, self.order):  # no wider than the window: a field's words may be long
            box.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
        self.field.setMaxVisibleItems(16)
        targets = (*TARGETS, *_SECOND_EVENT, SKIPPED)
        for name in targets:
            self.field.addItem(target_word(name), name)
        self.field.setCompleter(None)  # type: ignore[arg-type]  # Qt takes a null pointer: ours is the line's
        completer = RankedCompleter(targets, lambda name: [target_word(name)], _target_item, line, self)
        completer.chosen.connect(self._choose_field)
        self.is_key = QCheckBox(self.tr("Column is a key"), self)
        self.is_key.setToolTip(self.tr("Keys tell one row from another"))
        self.split = LineEdit(self.tr("Between several values"), self.tr("one value a cell"), self)
        self.order.setAccessibleName(self.tr("Order of day, month and year"))
        for order, label in zip(
            ("", *ORDERS),
            (
                self.tr("As it stands"),
                self.tr("Year, month, day"),
                self.tr("Day, month, year"),
                self.tr("Month, day, year"),
            ),
            strict=True,
        ):
            self.order.addItem(label, order)
        self.event_type = TermEdit(self.tr("What the events are"), "event_type", parent=self)
        self.name = LineEdit(self.tr("Remember these fields as"), "", self)
        self._lay_out()
        self.table.currentCellChanged.connect(lambda row, *_: self._show_rule(row))
        self.field.activated.connect(lambda _: self._change())
        line.editingFinished.connect(self._settle_field)
        self.is_key.clicked.connect(lambda _: self._change_key())
        self.split.textEdited.connect(lambda _: self._change())
        self.order.activated.connect(lambda _: self._change())

    def _choose_field(self, name: str) -> None:
        self.field.setCurrentIndex(self.field.findData(name))
        self._change()

    def show_table(self, table: CsvTable, mapping: ColumnMapping) -> None:
        """Show the columns of a table with examples and with the fields that `mapping` gives them."""
        rules = {folded(rule.column): rule for rule in mapping.columns}
        self._mapping = replace(
            mapping,
            columns=tuple(
                rules.get(folded(column)) or ColumnRule(column=column, to="party.note")
                for column in table.columns
            ),
        )
        self.name.setText(mapping.name)
        self.event_type.set_value(mapping.always.get(_EVENT_TYPE, ""))
        self.table.setRowCount(len(table.columns))
        for row, column in enumerate(table.columns):
            examples = [
                text if len(text) <= _EXAMPLE_LENGTH else f"{text[:_EXAMPLE_LENGTH]}…"
                for text in _examples(table, column)
            ]
            self.table.setItem(row, 0, TableItem(column))
            self.table.setItem(row, 1, TableItem(people_together(examples)))
            self.table.setItem(row, 2, TableItem(""))
            self.table.setItem(row, 3, TableItem(""))
            self._word(row)
        for shown_column in (0, 2, 3):
            self.table.resizeColumnToContents(shown_column)
        self.table.setCurrentCell(0, 0)
        self._show_rule(0)

    def mapping(self) -> ColumnMapping:
        """Return the chosen mapping; raise MappingInvalid if its rules contradict each other."""
        always = {name: text for name, text in self._mapping.always.items() if name != _EVENT_TYPE}
        if self._needs_event_type() and self.event_type.value():
            always[_EVENT_TYPE] = self.event_type.value()
        mapping = replace(self._mapping, name=self.name.text().strip(), always=always)
        mapping.check()
        return mapping

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the selected column to its field when Return is pressed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self.field.setFocus()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = page_layout.part(self)
        layout.addWidget(self.table, 1)
        rows = [QHBoxLayout() for _ in range(3)]
        self._split_label, self._order_label, self._event_label, *others = (
            page_layout.plain("", self) for _ in range(5)
        )
        for row, label, words, field in (
            (rows[0], others[0], self.tr("Field"), self.field),
            (rows[0], self._split_label, self.tr("Between values"), self.split),
            (rows[0], self._order_label, self.tr("Dates are"), self.order),
            (rows[1], self._event_label, self.tr("The events are"), self.event_type),
            (rows[2], others[1], self.tr("Remember as"), self.name),
        ):
            label.setText(words)
            label.setBuddy(field)
            field.setMinimumHeight(heights.field(field))
            row.addWidget(label)
            row.addWidget(field, 1)
        rows[2].addWidget(self.is_key)
        self._show_what_is_needed(ColumnRule(column="", to=SKIPPED))
        for row in rows:
            row.setSpacing(tokens.GRID)
            layout.addLayout(row)
        note = page_layout.note(
            self.tr("A column without a field of its own is kept in the note. The vault remembers this."),
            self,
        )
        note.setMinimumHeight(2 * heights.line(note))  # a stack gives no room for lines that break
        layout.addWidget(note)

    def _rule(self) -> tuple[int, ColumnRule] | None:
        row = self.table.currentRow()
        return (row, self._mapping.columns[row]) if 0 <= row < len(self._mapping.columns) else None

    def _show_rule(self, row: int) -> None:
        if not 0 <= row < len(self._mapping.columns):
            return
        rule = self._mapping.columns[row]
        index = self.field.findData(rule.to)
        if index < 0:  # a field of the ninth event, say, of a mapping that was written by hand
            self.field.addItem(target_word(rule.to), rule.to)
            index = self.field.count() - 1
        self.field.setCurrentIndex(index)
        self.split.setText(rule.split)
        self.order.setCurrentIndex(max(0, self.order.findData(rule.order)))
        self.is_key.setChecked(folded(rule.column) in map(folded, self._mapping.keys))
        self._show_what_is_needed(rule)

    def _show_what_is_needed(self, rule: ColumnRule) -> None:
        target = target_of(rule.to)
        is_list = rule.to == SOURCE or (target is not None and target.is_list)
        is_date = target is not None and target.is_date
        for widgets, needed in (
            ((self._split_label, self.split), is_list),
            ((self._order_label, self.order), is_date),
            ((self._event_label, self.event_type), self._needs_event_type()),
        ):
            for widget in widgets:
                widget.setVisible(needed)

    def _needs_event_type(self) -> bool:
        """Tell whether a column is mapped to a field of an event, but no column to the type of that event."""
        going = {rule.to for rule in self._mapping.columns}
        return _EVENT_TYPE not in going and any(to.startswith("event.") for to in going)

    def _settle_field(self) -> None:
        """Choose the field whose name was typed, or the only field whose name contains the typed text.

        If there is no such field, choose the previous one again.
        """
        typed = self.field.currentText().strip().casefold()
        words = [self.field.itemText(index) for index in range(self.field.count())]
        fitting = [index for index, word in enumerate(words) if word.casefold() == typed]
        fitting = fitting or [index for index, word in enumerate(words) if typed and typed in word.casefold()]
        row_and_rule = self._rule()
        before = self.field.findData(row_and_rule[1].to) if row_and_rule is not None else 0
        self.field.setCurrentIndex(fitting[0] if len(fitting) == 1 else before)
        self.field.setEditText(self.field.itemText(self.field.currentIndex()))
        self._change()

    def _change(self) -> None:
        row_and_rule = self._rule()
        if row_and_rule is None:
            return
        row, rule = row_and_rule
        to = str(self.field.currentData())
        changed = replace(rule, to=to, split=self.split.text(), order=str(self.order.currentData()))
        if to != rule.to:  # what was written of a cell was meant for the field of before
            changed = replace(changed, write="", words={})
        self._show_what_is_needed(changed)
        if not self.order.isVisibleTo(self):
            changed = replace(changed, order="")
        if not self.split.isVisibleTo(self):
            changed = replace(changed, split="")
        rules = list(self._mapping.columns)
        rules[row] = changed
        self._mapping = replace(self._mapping, columns=tuple(rules))
        self._show_what_is_needed(changed)
        self._word(row)

    def _change_key(self) -> None:
        row_and_rule = self._rule()
        if row_and_rule is None:
            return
        row, rule = row_and_rule
        keys = [key for key in self._mapping.keys if folded(key) != folded(rule.column)]
        if self.is_key.isChecked():
            keys.append(rule.column)
        self._mapping = replace(self._mapping, keys=tuple(keys))
        self._word(row)

    def _word(self, row: int) -> None:
        rule = self._mapping.columns[row]
        is_key = folded(rule.column) in map(folded, self._mapping.keys)
        for column, words in ((2, target_word(rule.to)), (3, "✓" if is_key else "")):
            item = self.table.item(row, column)
            if item is not None:
                item.setText(words)
        self.table.resizeColumnToContents(2)


def _examples(table: CsvTable, column: str) -> list[str]:
    """Return the first few different texts of a column; stop reading the table once they are found."""
    examples: dict[str, None] = {}
    for row in table.rows:
        if text := row[column].strip():
            examples[text] = None
            if len(examples) == _EXAMPLES:
                break
    return list(examples)


def _target_item(name: str, match: Match) -> QStandardItem:
    del match
    item = QStandardItem(target_word(name))
    item.setData(name, CODE_ROLE)
    return item
