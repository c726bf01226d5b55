"""The people of an event, each with the part they had in it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hrddesk_ui.widgets.chosen_row import ChosenRow, Label
from hrddesk_ui.widgets.party_picker import Find, PartyChoice, PartyPicker
from hrddesk_ui.widgets.rows_edit import RowsEdit
from hrddesk_ui.widgets.term_edit import TermEdit


class RoleRow(ChosenRow):
    """A party and its role."""

    def __init__(
        self, near: Sequence[PartyChoice], find: Find, label: Label, parent: QWidget | None = None
    ) -> None:
        super().__init__(("party", "role"), label, parent)
        role = TermEdit(self.tr("Role in the event"), "role", parent=self)
        role.set_value("victim")
        self.lay_out(PartyPicker(self.tr("Person or group"), near, find, self), role)

    def problem(self) -> str:
        """Say so when a name was typed that is nobody's yet."""
        if self.is_unchosen():
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
