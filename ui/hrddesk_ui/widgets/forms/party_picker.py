"""A field for a person or group: parties of the case are listed; others are found by a part of any name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import Record, RecordId
from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.search_completer import FoundCompleter
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.forms.binding import Binding, Problem
from hrddesk_ui.widgets.forms.form_values import FormValues

FIND_DELAY_MS = 120


@dataclass(frozen=True, slots=True)
class PartyChoice:
    """A party in the list. Its label has its names and its reference, because two parties may have the same
    name.
    """

    id: RecordId
    label: str


Find = Callable[[str], Sequence[PartyChoice]]
"""A function that returns the parties with a name like the text, at most the best twenty."""

_ID = Qt.ItemDataRole.UserRole


class PartyPicker(StillComboBox):
    """An editable list of parties. Its value is a party only if one was chosen: a name that was typed is not
    enough.
    """

    edited = Signal()

    def __init__(
        self, name: str, near: Sequence[PartyChoice], find: Find, parent: QWidget | None = None
    ) -> None:
        """Make the field; screen readers announce `name`.

        The choices of `near` are in the list at once; `find` searches for others when something is typed.
        """
        super().__init__(parent)
        self._find = find
        self._chosen: PartyChoice | None = None
        LineEdit(name, self.tr("Type a part of a name")).go_into(self)
        self.setInsertPolicy(StillComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMinimumHeight(heights.field(self))
        self.setAccessibleName(name)
        for choice in near:
            self.addItem(choice.label, choice.id)
        self.setCurrentIndex(-1)
        self._found = QStandardItemModel(self)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes a null pointer: ours is the line's
        line = self.lineEdit()
        assert line is not None
        completer = FoundCompleter(self._found, self)
        line.setCompleter(completer)
        self._completer = completer
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FIND_DELAY_MS)
        self._soon.timeout.connect(self._look)
        line.textEdited.connect(self._on_edited)
        self.activated.connect(self._on_activated)
        completer.activated.connect(self._on_completed)

    def set_placeholder(self, text: str) -> None:
        """Set the text that the field shows while it is empty."""
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(text)

    def value(self) -> RecordId | None:
        """Return the chosen party; None if none is chosen or the text was changed after the choice."""
        if self._chosen is not None and self.currentText() == self._chosen.label:
            return self._chosen.id
        return None

    def typed(self) -> str:
        """Return the text in the line."""
        return self.currentText().strip()

    def set_choice(self, choice: PartyChoice | None) -> None:
        """Show a chosen party; None empties the field."""
        self._chosen = choice
        self.setCurrentIndex(-1 if choice is None else self.findData(choice.id))
        self._write("" if choice is None else choice.label)

    def _on_edited(self) -> None:
        self._soon.start()
        self.edited.emit()

    def _look(self) -> None:
        if not self.isVisible():
            return  # the window was locked or left meanwhile
        text = self.typed()
        self._found.clear()
        for choice in self._find(text) if text else ():
            item = QStandardItem(choice.label)
            item.setData(choice.id, _ID)
            self._found.appendRow(item)
        line = self.lineEdit()
        if self._found.rowCount() and line is not None and line.hasFocus():
            self._completer.complete()

    def _on_activated(self, row: int) -> None:
        self._choose(PartyChoice(RecordId(self.itemData(row)), self.itemText(row)))

    def _on_completed(self, label: str) -> None:
        entries = self._found.findItems(label)
        if entries:  # labels end in the reference, so they are never equal
            self._choose(PartyChoice(RecordId(entries[0].data(_ID)), label))

    def _choose(self, choice: PartyChoice) -> None:
        self._chosen = choice
        self._write(choice.label)
        self.edited.emit()

    def _write(self, label: str) -> None:
        """Write a label into the line, and scroll the line to the beginning of the label."""
        self.setEditText(label)
        self.setToolTip(label)
        line = self.lineEdit()
        assert line is not None
        line.setCursorPosition(0)


class PartyBinding(Binding):
    """Binds a field that holds a party, which has to be chosen."""

    def __init__(
        self,
        name: str,
        picker: PartyPicker,
        choice: Callable[[str], PartyChoice | None],
        required: str,
    ) -> None:
        """Bind the field named `name`; `choice` returns a stored party as a choice.

        `required` is the message if no party is chosen.
        """
        super().__init__(name, picker, picker.edited)
        self.picker = picker
        self._choice, self._required = choice, required

    def show(self, record: Record) -> None:
        """Show the party."""
        self.picker.set_choice(self._choice(record.text(self.key)))

    def fill(self, values: FormValues) -> None:
        """Write the chosen party into `values`."""
        values.fields[self.key] = self.picker.value()

    def draft(self) -> dict[str, str]:
        """Return the chosen party and the text in the line."""
        return {"party": self.picker.value() or "", "typed": self.picker.typed()}

    def take_draft(self, draft: Any) -> None:
        """Show the content of a draft."""
        self.picker.set_choice(self._choice(draft["party"]))
        if not draft["party"]:
            self.picker.setEditText(draft["typed"])

    def problems(self) -> Sequence[Problem]:
        """Return the field and the message if no party is chosen."""
        return [(self.picker, self._required)] if self.picker.value() is None else []
