"""A checklist of people that can be filtered by a part of a name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hrddesk.records.model.record import RecordId
from hrddesk.records.names.names import normalise
from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.widgets.lists.ticks import Ticks


class PeoplePicker(QWidget):
    """A list of people with checkboxes; checked people stay checked when the list is filled again."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Type a part of a name"))
        self.filter.setAccessibleName(self.tr("Filter the people"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumHeight(heights.field(self.filter))
        self.list = Ticks(name, self)
        boxes.column(self.filter, (self.list, 1), parent=self)
        self.filter.textChanged.connect(self._narrow)
        self.list.changed.connect(self.changed)
        self._wanted: frozenset[RecordId] = frozenset()
        self.list.changed.connect(self._settle)

    @property
    def ticked(self) -> frozenset[RecordId]:
        """The checked people."""
        return frozenset(map(RecordId, self.list.ticked))

    def tick(self, people: frozenset[RecordId]) -> None:
        """Check these people and no others; those who are not in the list yet are checked when they get into
        it.
        """
        self._wanted = people
        self.list.tick(people)

    def _settle(self) -> None:
        """Forget whom `tick` still had to check, because the user has now chosen by hand."""
        self._wanted = frozenset()

    def show_people(self, people: Sequence[tuple[RecordId, str]]) -> None:
        """Replace the list by these people, each an id and a name."""
        ticked = self.ticked
        self.list.show_lines(people)
        self.list.tick(ticked | self._wanted)
        self._narrow(self.filter.text())

    def _narrow(self, text: str) -> None:
        letters = normalise(text)
        for item in self.list.lines:
            item.setHidden(letters not in normalise(item.text()))
