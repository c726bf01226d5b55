"""Labels that people got in an earlier publication and keep in this one; the user can take one off with a
reason.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.publishing.publication_preview import HeldRow
from hrddesk.actions.scope.held_labels import TakenOff, Why
from hrddesk.records.language.labels import DEFAULT
from hrddesk.records.model.record import RecordId
from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_row import TurningRow
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList

_PARTY = Qt.ItemDataRole.UserRole
_ROWS = 4


class HeldLabels(QWidget):
    """A list of the people who keep their label, with a button that takes off the label of the selected
    person.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._off: dict[RecordId, TakenOff] = {}
        self._held: dict[RecordId, int] = {}
        self.list = WrappedList(self.tr("Labels of earlier publications that are kept here"), self)
        self.list.setMaximumHeight(_ROWS * heights.field(self.list))
        self.reason = LineEdit(
            self.tr("Why the label is taken off"), self.tr("Why this person may be named now"), self
        )
        self.button = boxes.button(self.tr("Take the label off"), self._turn, self)
        column = page_layout.part(self)
        boxes.add(
            column,
            page_layout.note(
                self.tr(
                    "These people had a label before, and have one here. Readers can find a person you name"
                    " now in the earlier publication too."
                ),
                self,
            ),
            self.list,
            TurningRow(self.reason, self.button, parent=self),
        )
        self.list.currentRowChanged.connect(self._enable)
        self.reason.textChanged.connect(self._enable)
        self.reason.returnPressed.connect(self._turn)
        self.hide()

    @property
    def off(self) -> Mapping[RecordId, TakenOff]:
        """The people whose label is taken off, each with the publication that gave it and the reason."""
        return dict(self._off)

    def forget(self) -> None:
        """Drop all decisions to take a label off."""
        self._off.clear()

    def show_held(self, rows: Sequence[HeldRow]) -> None:
        """List the people who keep their label and those whose label is taken off."""
        current = self._current()
        self._held = {row.party: row.publication for row in rows}
        self.list.clear()
        for row in rows:
            if row.label is None:
                words = self.tr("{name} ({ref}): the name is protected").format(name=row.name, ref=row.ref)
            else:
                label = " · ".join(row.label.within(DEFAULT).together(DEFAULT))
                words = self.tr("{name} ({ref}): {label} in publication {number}").format(
                    name=row.name, ref=row.ref, label=label, number=row.publication
                )
            why = self.tr("chosen for this person")
            if row.why is Why.SERIES:
                why = self.tr("like everybody in this series")
            if row.reason:
                why = self.tr("is named here: {reason}").format(reason=row.reason)
            item = ListItem(f"{words} — {why}", self.list)
            item.setData(_PARTY, str(row.party))
            if row.party == current:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and rows:
            self.list.setCurrentRow(0)
        self.setVisible(bool(rows))
        self._enable()

    def _current(self) -> RecordId | None:
        row = self.list.currentRow()
        return None if row < 0 else RecordId(self.list.item(row).data(_PARTY))

    def _enable(self) -> None:
        party = self._current()
        is_off = party in self._off
        self.button.setText(self.tr("Keep the label") if is_off else self.tr("Take the label off"))
        self.button.setAccessibleName(self.button.text())
        self.reason.setEnabled(not is_off)
        self.button.setEnabled(party is not None and (is_off or bool(self.reason.text().strip())))

    def _turn(self) -> None:
        """Take the label off the selected person; if it is already taken off, put it back."""
        party = self._current()
        if party is None or not self.button.isEnabled():
            return
        if self._off.pop(party, None) is None:
            self._off[party] = TakenOff(self._held[party], self.reason.text().strip())
            self.reason.clear()
        self.changed.emit()
