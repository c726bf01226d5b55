"""The people of an event, each with the part they had in it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hrddesk.records.record import Value
from hrddesk_ui.widgets.chosen_row import ChosenRow, Label
from hrddesk_ui.widgets.party_picker import Find, PartyChoice, PartyPicker
from hrddesk_ui.widgets.rows_edit import Entry, RowsEdit
from hrddesk_ui.widgets.term_edit import TermEdit

_MUST_CHOOSE = "must_choose"


class RoleRow(ChosenRow):
    """A party and its role."""

    def __init__(
        self, near: Sequence[PartyChoice], find: Find, label: Label, parent: QWidget | None = None
    ) -> None:
        super().__init__(("party", "role"), label, parent)
        role = TermEdit(self.tr("Role in the event"), "role", parent=self)
        role.set_value("victim")
        self.lay_out(PartyPicker(self.tr("Person or group"), near, find, self), role)

        self.must_choose = False
        """Whether it is wrong to leave the row empty; it can be taken away."""

    def draft(self) -> dict[str, Value]:
        """Return what stands in the row, and that somebody has to be chosen."""
        return super().draft() | ({_MUST_CHOOSE: True} if self.must_choose else {})

    def take_draft(self, draft: Entry) -> None:
        """Show what stood in the row."""
        super().take_draft({key: value for key, value in draft.items() if key != _MUST_CHOOSE})
        self.must_choose = bool(draft.get(_MUST_CHOOSE))

    def problem(self) -> str:
        """Say so when a name was typed that is nobody's yet, or nobody was chosen who must be."""
        if self.must_choose and not self.entry() and not self.is_unchosen():
            return self.tr(
                "Several people are in this case. Choose the one to whom it happened, or remove the line."
            )
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

    def ask_for_one(self) -> None:
        """Show an empty row in which somebody has to be chosen."""
        row = self.add_row()
        assert isinstance(row, RoleRow)
        row.must_choose = True
