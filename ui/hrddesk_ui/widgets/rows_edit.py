"""A list of small entries, each on its own row: names, charges, penalties, people of an event."""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hrddesk.records.record import Value
from hrddesk_ui.widgets import heights
from hrddesk_ui.widgets.key_button import KeyButton
from hrddesk_ui.widgets.term_edit import TermEdit

Entry = Mapping[str, Value]


class Row(QWidget):
    """One entry. What the row does not show is kept and given back as it was.

    A row has no focus proxy: with an editable combo box for one, the Tab key never leaves the form (Qt 6.11).
    """

    edited = Signal()
    entered = Signal()
    """The return key was pressed in the row: the next entry is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: dict[str, Value] = {}

    def show_entry(self, entry: Entry) -> None:
        """Show an entry that is stored."""
        self._given = {key: value for key, value in entry.items() if key != "pos"}

    def entry(self) -> dict[str, Value]:
        """Return the entry as it now is; an empty one is not saved."""
        return {key: value for key, value in self._given.items() if value not in (None, "")}

    def draft(self) -> dict[str, Value]:
        """Return what was typed, even where it is no entry yet."""
        return self.entry()

    def take_draft(self, draft: Entry) -> None:
        """Show what was typed before."""
        self.show_entry(draft)

    def stops(self) -> list[QWidget]:
        """Return the controls in the order in which the Tab key visits them; there is at least one."""
        return []

    def problem(self) -> str:
        """Return what is wrong with the row, empty if nothing is."""
        return ""

    def wrong(self) -> QWidget:
        """Return which control the problem is about."""
        return self.stops()[0]


class _AddButton(QPushButton):
    """Adds at once by its key: Qt would show the press for a moment, and lose what is typed meanwhile."""

    def event(self, event: QEvent) -> bool:
        """Click without the animation."""
        if event.type() == QEvent.Type.Shortcut:
            self.click()
            return True
        return super().event(event)


class _RemoveButton(KeyButton):
    """Removes one row by one gesture; by the keyboard too, which goes on in the next row."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click for what it is: meant for the row that lay here before."""
        event.accept()


class RowsEdit(QWidget):
    """Rows with a button to remove each, and one to add another below them."""

    edited = Signal()

    def __init__(
        self, add_text: str, remove_text: str, make_row: Callable[[], Row], parent: QWidget | None = None
    ) -> None:
        """`add_text` stands on the button; `remove_text` names those that remove, for screen readers."""
        super().__init__(parent)
        self._make_row = make_row
        self._remove_text = remove_text
        self._rows: list[tuple[QWidget, Row]] = []
        self.adds_by_return = True
        """Whether Return in the last row begins another; no, where it is the key that takes the whole."""
        self._add = _AddButton(add_text, self)
        self._add.setObjectName("quiet")
        self._add.clicked.connect(lambda: self.add_row(focus=True))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.foot = QHBoxLayout()
        self.foot.addWidget(self._add)
        self.foot.addStretch(1)
        self._layout.addLayout(self.foot)

    @property
    def add_button(self) -> QPushButton:
        """The button that adds a row."""
        return self._add

    @property
    def rows(self) -> list[Row]:
        """The rows as they stand."""
        return [row for _, row in self._rows]

    def add_row(self, entry: Entry | None = None, *, focus: bool = False) -> Row:
        """Append a row, empty or showing an entry."""
        row = self._make_row()
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(4)
        column.addLayout(line)
        line.addWidget(row, 1)
        remove = _RemoveButton(holder)
        remove.setText("✕")
        remove.setAutoRaise(True)
        remove.setAccessibleName(self._remove_text)
        remove.setToolTip(self._remove_text)
        remove.clicked.connect(lambda: self._remove(holder))
        remove.setFixedHeight(heights.field(remove))
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        terms = [stop for stop in row.stops() if isinstance(stop, TermEdit)]
        for term in terms:
            column.addWidget(term.echo)
            term.echo.hush()
        if entry is not None:
            row.show_entry(entry)
        row.edited.connect(self.edited)
        row.entered.connect(lambda: self._enter(holder))
        self._rows.append((holder, row))
        self._layout.insertWidget(len(self._rows) - 1, holder)
        holder.show()  # now, not with the next event: the Tab key passes over what is not shown
        self._place_in_tab_order([*row.stops(), remove])
        if focus:
            row.stops()[0].setFocus()
            self.edited.emit()
        return row

    def set_entries(self, entries: Iterable[Entry]) -> None:
        """Show these entries in place of the rows there are."""
        for holder, _ in self._rows:
            self._layout.removeWidget(holder)
            holder.hide()
            holder.deleteLater()
        self._rows.clear()
        for entry in entries:
            self.add_row(entry)

    def entries(self) -> list[dict[str, Value]]:
        """Return the entries in their order, without the empty ones."""
        return [entry for entry in (row.entry() for row in self.rows) if entry]

    def drafts(self) -> list[dict[str, Value]]:
        """Return what was typed in each row."""
        return [row.draft() for row in self.rows]

    def take_drafts(self, drafts: Iterable[Entry]) -> None:
        """Show what was typed before."""
        RowsEdit.set_entries(self, ())  # what a kind of rows adds of its own is among the drafts
        for draft in drafts:
            self.add_row().take_draft(draft)

    def problems(self) -> list[tuple[QWidget, str]]:
        """Return where the keyboard belongs in each row that is wrong, and what is wrong with it."""
        return [(row.wrong(), row.problem()) for row in self.rows if row.problem()]

    def _enter(self, holder: QWidget) -> None:
        if self.adds_by_return and self._rows[-1][0] is holder and self._rows[-1][1].entry():
            self.add_row(focus=True)

    def _remove(self, holder: QWidget) -> None:
        at = next(index for index, (item, _) in enumerate(self._rows) if item is holder)
        del self._rows[at]
        self._layout.removeWidget(holder)
        holder.hide()
        holder.deleteLater()
        if self._rows:
            self._rows[min(at, len(self._rows) - 1)][1].stops()[0].setFocus()
        else:
            self._add.setFocus()
        self.edited.emit()

    def _place_in_tab_order(self, stops: list[QWidget]) -> None:
        """Put a new row before the add button: first behind it, as Qt knows only `after`, then it behind."""
        for before, after in pairwise([self._add, *stops]):
            QWidget.setTabOrder(before, after)
        QWidget.setTabOrder(stops[-1], self._add)
