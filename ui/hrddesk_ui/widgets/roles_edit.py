"""The people of an event, each with the part they had in it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hrddesk.records.record import RecordId
from hrddesk_ui.widgets.party_picker import Find, PartyChoice, PartyPicker
from hrddesk_ui.widgets.rows_edit import Entry, Row, RowsEdit
from hrddesk_ui.widgets.term_edit import TermEdit

Label = Callable[[RecordId], str]
"""Gives the names of a party that is stored."""


class RoleRow(Row):
    """A party and its role."""

    def __init__(
        self, near: Sequence[PartyChoice], find: Find, label: Label, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._party = PartyPicker(self.tr("Person or group"), near, find, self)
        self._role = TermEdit(self.tr("Role in the event"), "role", parent=self)
        self._role.set_value("victim")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._party, 2)
        layout.addWidget(self._role, 1)
        self._party.edited.connect(self.edited)
        self._role.edited.connect(self.edited)

    def stops(self) -> list[QWidget]:
        """Return party, role."""
        return [self._party, self._role]

    def show_entry(self, entry: Entry) -> None:
        """Show a stored party and role."""
        super().show_entry(entry)
        party = RecordId(str(entry["party"]))
        self._party.set_choice(PartyChoice(party, self._label(party)))
        self._role.set_value(str(entry.get("role", "")))

    def entry(self) -> dict[str, str | int | bool | None]:
        """Return party and role, nothing when no party was chosen."""
        party = self._party.value()
        if party is None:
            return {}
        shown = {"party": str(party), "role": self._role.value()}
        return {key: value for key, value in {**super().entry(), **shown}.items() if value != ""}

    def draft(self) -> dict[str, str | int | bool | None]:
        """Return what stands in the row, a name that is nobody's yet included."""
        return {
            **super().entry(),
            "typed": self._party.typed(),
            "party": self._party.value(),
            "role": self._role.value(),
        }

    def take_draft(self, draft: Entry) -> None:
        """Show what stood in the row."""
        if draft.get("party"):
            self.show_entry({key: value for key, value in draft.items() if key != "typed"})
        else:
            self._party.setEditText(str(draft.get("typed", "")))
            self._role.set_value(str(draft.get("role", "")))

    def problem(self) -> str:
        """Say so when a name was typed that is nobody's yet."""
        if self._party.typed() and self._party.value() is None:
            return self.tr("Choose the person from the list, or add them on the page People first.")
        return ""


class RolesEdit(RowsEdit):
    """Rows of parties with roles."""

    def __init__(
        self, near: Sequence[PartyChoice], find: Find, label: Label, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", lambda: RoleRow(near, find, label), parent)
        self._add.setText(self.tr("+ Add pers&on"))
        self._remove_text = self.tr("Remove this person from the event")
