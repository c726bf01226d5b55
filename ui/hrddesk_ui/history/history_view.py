"""The history of a record: its changes, their differences, and the restoring of an earlier state."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrddesk.actions.records import history
from hrddesk.actions.records.history import Difference, RecordState
from hrddesk.actions.scope import profiles
from hrddesk.errors import RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.history import undoing
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.labels.marked_text import MarkedText
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList
from hrddesk_ui.words.act_words import act_word, moment
from hrddesk_ui.words.record_words import RecordWords, field_word

SIDE_BY_SIDE = 700  # pixels from which the differences stand beside the list


class HistoryView(QWidget):
    """The list of the changes of a record, latest first, with the differences beside it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.record: RecordId | None = None
        self._states: list[RecordState] = []
        self.heading = page_layout.heading("", self)
        self.changes = WrappedList(self.tr("Changes of the record"), self)
        self.text = MarkedText(self.tr("What was changed"), self)
        self.restore_button = boxes.button(self.tr("Make it so again"), self._restore, self)
        self.restore_button.setAccessibleName(
            self.tr("Make the record what it was after the change that is selected")
        )
        left_pane, right = QWidget(self), QWidget(self)
        for pane, widgets in ((left_pane, [self.changes]), (right, [self.text])):
            column = boxes.column(parent=pane, spacing=-1)
            for widget in widgets:
                column.addWidget(widget, 1)
        buttons = boxes.row(self.restore_button, 1, spacing=-1)
        right_column = right.layout()
        assert isinstance(right_column, QVBoxLayout)
        right_column.addLayout(buttons)
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        panes.add(left_pane, 2)
        panes.add(right, 3)
        boxes.column(self.heading, (panes, 1), parent=self, margin=2 * tokens.GRID)
        self.changes.currentRowChanged.connect(self._on_row)
        desk.changed.connect(self._on_changed)

    def show_record(self, record: RecordId) -> None:
        """Show the history of a record, even of a deleted one."""
        self.record = record
        self._load()

    def start(self) -> QWidget:
        """Return the widget to focus first: the list of changes."""
        return self.changes

    def _on_changed(self, _: Changes) -> None:
        if self.record is not None and self.isVisible():
            self._load()

    def _load(self) -> None:
        record = self.record
        assert record is not None
        try:
            states = history.states(self._desk.reader, record)
        except RecordNotFound:
            states = []
        last = next((state.record for state in reversed(states) if state.record is not None), None)
        words = RecordWords(self._desk.reader)
        self.heading.setText(words.title(last) if last is not None else record[:8])
        self._states = states[::-1]
        self.changes.blockSignals(True)
        self.changes.clear()
        called = profiles.names_by_id(self._desk.reader)
        for state in self._states:
            line = f"{moment(state.entry)}   {act_word(state.entry.what, called)}   {state.entry.who}"
            ListItem(line, self.changes)
        self.changes.setCurrentRow(0)
        self.changes.blockSignals(False)
        self._on_row()

    def _on_row(self) -> None:
        row = self.changes.currentRow()
        if not 0 <= row < len(self._states):
            self.text.show_text("")
            self.restore_button.setEnabled(False)
            return
        state = self._states[row]
        before = self._states[row + 1] if row + 1 < len(self._states) else None
        self.text.show_text(self._words(before, state))
        live = None if self.record is None else self._desk.reader.find(self.record)
        self.restore_button.setEnabled(state.record is not None and state.record != live)

    def _words(self, before: RecordState | None, state: RecordState) -> str:
        if state.forgotten:
            return self.tr("What the record held then was forgotten, on purpose and for good.")
        if before is not None and before.forgotten:
            return self.tr("What the record held before was forgotten; what changed cannot be told.")
        differences = history.differences(None if before is None else before.record, state.record)
        if state.record is None:
            return "\n".join(
                [self.tr("The record was deleted. It held:"), "", *self._lines(before, differences)]
            )
        return "\n".join(self._lines(state, differences)) or self.tr("Nothing in the record was changed.")

    def _lines(self, state: RecordState | None, differences: list[Difference]) -> list[str]:
        record = None if state is None else state.record
        kind = Kind.CASE if record is None else record.kind
        words = RecordWords(self._desk.reader)
        lines = []
        for item in differences:
            before, after = (words.value(kind, item.part, value) for value in (item.before, item.after))
            if before == after:
                change = self.tr("{value} (its place in the list)").format(value=after)
            elif not before:
                change = self.tr("added: {after}").format(after=after)
            elif not after:
                change = self.tr("was: {before}").format(before=before)
            else:
                change = self.tr("{before}  →  {after}").format(before=before, after=after)
            lines.append(self.tr("{field}: {change}").format(field=field_word(item.part), change=change))
        return lines

    def _restore(self) -> None:
        record, row = self.record, self.changes.currentRow()
        if record is None or not 0 <= row < len(self._states):
            return
        number = self._states[row].number
        sentence = self.tr("The record is as it was then; the history keeps both.")
        undoing.change(self._desk, self, lambda session: history.restore(session, record, number), sentence)
