"""A list of small entries, each in its own row, such as names, charges, penalties or people of an event."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from hrddesk.records.model.field_specs import ListSpec
from hrddesk.records.model.record import Element, Record, Value, bare
from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.buttons.key_button import KeyButton
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.binding import Binding, Problem, beyond_limit
from hrddesk_ui.widgets.forms.field_bindings import Edit, EditT
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.labels.hint_label import HintLabel
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.language import isolated

Entry = Mapping[str, Value]


class EntryRow(QWidget):
    """A row for one entry. Each bound part of the entry has a control; other parts are kept unchanged.

    A row has no focus proxy: with an editable combo box as proxy, Tab never leaves the form (Qt 6.11).
    """

    edited = Signal()
    entered = Signal()
    """The Return key was pressed in the row, which asks for the next row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: dict[str, Value] = {}
        self._edits: dict[str, Edit] = {}

    def bind(self, name: str, edit: EditT) -> EditT:
        """Bind a control to one part of the entry, and return the control.

        Tab visits the controls in the order of binding.
        """
        self._edits[name] = edit
        edit.edited.connect(self.edited)
        if isinstance(edit, LineEdit):
            edit.returnPressed.connect(self.entered)
        return edit

    def show_entry(self, entry: Entry) -> None:
        """Show a stored entry."""
        self._given = dict(entry)
        for name, edit in self._edits.items():
            edit.set_value(str(entry.get(name) or ""))

    def entry(self) -> dict[str, Value]:
        """Return the entry that the row shows; {} means that there is nothing to save."""
        bound = {name: edit.value() for name, edit in self._edits.items()}
        return {key: value for key, value in {**self._given, **bound}.items() if value not in (None, "")}

    def draft(self) -> dict[str, Value]:
        """Return the content of the row, even if it cannot be saved as an entry."""
        return self.entry()

    def take_draft(self, draft: Entry) -> None:
        """Show the content of a draft."""
        self.show_entry(draft)

    def stops(self) -> list[QWidget]:
        """Return the controls in the order of Tab; there is at least one."""
        return list(self._edits.values())

    def words(self) -> str:
        """Return the content of the row in one line; "" if nothing would be lost by removing the row."""
        if not self.entry() and not self.problem():
            return ""
        lines = (stop.lineEdit() if isinstance(stop, QComboBox) else stop for stop in self.stops())
        texts = (line.text().strip() for line in lines if isinstance(line, QLineEdit))
        return ", ".join(text for text in texts if text)

    def problem(self) -> str:
        """Return what is wrong with the row; "" if nothing is wrong."""
        return ""

    def wrong(self) -> QWidget:
        """Return the control that has the problem."""
        return self.stops()[0]


class _AddButton(QPushButton):
    """A button that acts at once when its shortcut key is pressed.

    Qt's own button would first look pressed for a moment, and what is typed in that time would be lost.
    """

    def event(self, event: QEvent) -> bool:
        """Press the button on its shortcut key, without the animation of a press."""
        if event.type() == QEvent.Type.Shortcut:
            self.click()
            return True
        return super().event(event)


class _RowButton(KeyButton):
    """A button that removes or restores one row, by mouse or keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("row")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ignore the second click: it was meant for the row that was here before."""
        event.accept()


class _Place(QWidget):
    """The place of one row in the list; it shows the row, or a line that says what was removed.

    A removed row is kept, and a button restores it.
    """

    def __init__(self, row: EntryRow, remove_text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.element = ""
        """The id of the element of the list that the row shows; empty for a new one."""
        self.is_removed = False
        self.remove, self.back = _RowButton(self), _RowButton(self)
        self.remove.setText("✕")
        self.remove.setAutoRaise(True)
        self.remove.setAccessibleName(remove_text)
        self.remove.setToolTip(remove_text)
        self.remove.setFixedHeight(heights.field(self.remove))
        self.back.setText(self.tr("Put back"))
        self.back.setAccessibleName(self.back.text())
        self._said = HintLabel(self)
        self._there, self._gone = QWidget(self), QWidget(self)
        boxes.column(self._there, self._gone, parent=self, spacing=-1)
        column = boxes.column(parent=self._there, spacing=2)
        line = boxes.row((row, 1), (self.remove, 0, Qt.AlignmentFlag.AlignTop), spacing=4)
        column.addLayout(line)
        for term in (stop for stop in row.stops() if isinstance(stop, TermEdit)):
            column.addWidget(term.echo)
            term.echo.hush()
        boxes.row((self._said, 1), self.back, parent=self._gone, spacing=-1)
        self._gone.hide()

    def take_away(self, words: str) -> None:
        """Replace the row by a line that says what was removed, and focus the button that
        restores the row.
        """
        self.is_removed = True
        self._said.show_hint(self.tr("Removed: {words}").format(words=isolated(words)))
        self.back.setAccessibleDescription(self._said.text())  # read out, as the button gets the keyboard
        self._gone.show()
        self.back.setFocus()
        self._there.hide()

    def put_back(self) -> None:
        """Show the row again and focus it."""
        self.is_removed = False
        self._there.show()
        self.row.stops()[0].setFocus()
        self._gone.hide()


class RowsEdit(QWidget):
    """A list of rows: each row has a button that removes it, and a button below adds a row."""

    edited = Signal()

    def __init__(
        self, add_text: str, remove_text: str, make_row: Callable[[], EntryRow], parent: QWidget | None = None
    ) -> None:
        """Make the list; `make_row` makes an empty row.

        `add_text` is the text of the button that adds a row; `remove_text` is the name of each button that
        removes one.
        """
        super().__init__(parent)
        self._make_row = make_row
        self._remove_text = remove_text
        self._places: list[_Place] = []
        self.adds_by_return = True
        """Whether Return in the last row adds another row; not if Return confirms the whole form."""
        self._add = _AddButton(add_text, self)
        self._add.setObjectName("quiet")
        self._add.clicked.connect(lambda: self.add_row(focus=True))
        self._layout = boxes.column(parent=self, spacing=6)
        self.foot = boxes.row(self._add, 1, spacing=-1)
        self._layout.addLayout(self.foot)

    @property
    def add_button(self) -> QPushButton:
        """The button that adds a row."""
        return self._add

    @property
    def rows(self) -> list[EntryRow]:
        """The rows that are not removed."""
        return [place.row for place in self._places if not place.is_removed]

    def add_row(self, entry: Entry | None = None, *, focus: bool = False) -> EntryRow:
        """Append a row and return it; the row shows `entry`, or is empty if `entry` is None."""
        row = self._make_row()
        place = _Place(row, self._remove_text, self)
        place.remove.clicked.connect(lambda: self._remove(place))
        place.back.clicked.connect(lambda: self._put_back(place))
        if entry is not None:
            row.show_entry(entry)
        row.edited.connect(self.edited)
        row.entered.connect(lambda: self._enter(row))
        self._places.append(place)
        self._layout.insertWidget(len(self._places) - 1, place)
        place.show()  # now, not with the next event: the Tab key passes over what is not shown
        self._place_in_tab_order([*row.stops(), place.remove, place.back])
        if focus:
            row.stops()[0].setFocus()
            self.edited.emit()
        return row

    def set_entries(self, entries: Iterable[Entry]) -> None:
        """Replace all rows by rows for these entries; an entry that is stored has its `id`."""
        for place in list(self._places):
            self._drop(place)
        for entry in entries:
            self.add_row({key: value for key, value in entry.items() if key not in ("id", "pos")})
            self._places[-1].element = str(entry.get("id") or "")

    def entries(self) -> list[dict[str, Value]]:
        """Return the entries of the rows in order; empty entries are left out."""
        return [entry for entry in (row.entry() for row in self.rows) if entry]

    def identified(self) -> list[dict[str, Value]]:
        """Return the same as `entries`, but with the `id` of each entry that is stored."""
        return [
            _with_id(entry, place)
            for place in self._places
            if not place.is_removed and (entry := place.row.entry())
        ]

    def drafts(self) -> list[dict[str, Value]]:
        """Return the content of each row, with the `id` of each entry that is stored."""
        return [_with_id(place.row.draft(), place) for place in self._places if not place.is_removed]

    def take_drafts(self, drafts: Iterable[Entry]) -> None:
        """Replace all rows by rows with the contents that `drafts` returned."""
        RowsEdit.set_entries(self, ())  # what a kind of rows adds of its own is among the drafts
        for draft in drafts:
            self.add_row().take_draft({key: value for key, value in draft.items() if key != "id"})
            self._places[-1].element = str(draft.get("id") or "")

    def problems(self) -> list[tuple[QWidget, str]]:
        """Return for each row with a problem the control to focus, and the problem."""
        return [(row.wrong(), row.problem()) for row in self.rows if row.problem()]

    def _enter(self, row: EntryRow) -> None:
        if self.adds_by_return and self.rows[-1] is row and row.entry():
            self.add_row(focus=True)

    def _remove(self, place: _Place) -> None:
        words = place.row.words()
        if words:
            place.take_away(words)
        else:
            index = self.rows.index(place.row)
            self._drop(place)
            rows = self.rows
            (rows[min(index, len(rows) - 1)].stops()[0] if rows else self._add).setFocus()
        self.edited.emit()

    def _put_back(self, place: _Place) -> None:
        place.put_back()
        self.edited.emit()

    def _drop(self, place: _Place) -> None:
        self._places.remove(place)
        self._layout.removeWidget(place)
        place.hide()
        place.deleteLater()

    def _place_in_tab_order(self, stops: list[QWidget]) -> None:
        """Put the controls of a new row before the add button in the Tab order.

        Qt can only put a widget after another one. So the controls are put after the button first, and then
        the button is put after the controls.
        """
        for before, after in pairwise([self._add, *stops]):
            QWidget.setTabOrder(before, after)
        QWidget.setTabOrder(stops[-1], self._add)


def _with_id(entry: dict[str, Value], place: _Place) -> dict[str, Value]:
    return {**entry, "id": place.element} if place.element else entry


class RowsBinding(Binding):
    """Binds a list of a record, or only its entries with certain values, to rows."""

    def __init__(self, spec: ListSpec, rows: RowsEdit, where: Mapping[str, str] | None = None) -> None:
        """Bind the list; if `where` is given, only the entries that have all its values are shown."""
        self._where = dict(where or {})
        super().__init__("/".join((spec.name, *self._where.values())), rows, rows.edited)
        self.rows, self.spec = rows, spec
        self._elements: list[dict[str, Value]] = []

    def show(self, record: Record) -> None:
        """Show the entries."""
        self._elements = [{**bare(item), "id": key} for key, item in record.elements(self.spec.name)]
        self.rows.set_entries(filter(self._shows, self._elements))

    def fill(self, values: FormValues) -> None:
        """Write all entries of the list into `values`; entries that are not shown here keep their places."""
        entries = [{**item, **self._where} for item in self.rows.identified()]
        stored_entries = {item["id"]: item for item in entries if "id" in item}
        before = values.entries.get(self.spec.name, self._elements)
        stored = [
            stored_entries.pop(item.get("id"), item)
            for item in before
            if item.get("id") in stored_entries or not self._shows(item)
        ]
        new = [item for item in entries if "id" not in item or item["id"] in stored_entries]
        values.entries[self.spec.name] = stored + new

    def draft(self) -> list[dict[str, Value]]:
        """Return the content of each row."""
        return self.rows.drafts()

    @property
    def is_empty(self) -> bool:
        """Whether all rows are empty."""
        return not any(self.rows.drafts())

    def take_draft(self, draft: Any) -> None:
        """Show the content of a draft."""
        self.rows.take_drafts(draft)

    def problems(self) -> Sequence[Problem]:
        """Return the control and the problem for each row that cannot be saved."""
        beyond = [
            (row.stops()[0], beyond_limit(self.spec.by_name[name], value))
            for row in self.rows.rows
            for name, value in row.entry().items()
            if name in self.spec.by_name
        ]
        return self.rows.problems() + [(widget, why) for widget, why in beyond if why]

    def _shows(self, item: Element) -> bool:
        return self._where.items() <= item.items()
