"""The rows for the people of an event, each with a role; a person who is not in the vault yet can
be added.
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from hrddesk.actions.records.parties import NewParty
from hrddesk.records.model.record import RecordId, Value
from hrddesk.records.terms.roles import VICTIM
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.party_picker import Find, PartyChoice, PartyPicker
from hrddesk_ui.widgets.forms.record_term_row import ChosenRow, Label
from hrddesk_ui.widgets.forms.rows_edit import Entry, RowsEdit
from hrddesk_ui.widgets.labels.hint_label import HintLabel
from hrddesk_ui.widgets.layout import boxes

_MUST_CHOOSE = "must_choose"
_NEW = ("new name", "new kind", "new role")
NewName = Callable[[RecordId], str]
"""A function that returns the name of a person who is not in the vault yet; empty for a stored one."""
Promise = Callable[[RecordId, str], None]
"""A function that takes a new person of a draft, under the id that the person will have."""


class RoleRow(ChosenRow):
    """A row for a party and its role in the event.

    For a party that is not in the vault yet, the row also asks for its kind and its role in the case.
    """

    def __init__(
        self,
        near: Sequence[PartyChoice],
        find: Find,
        label: Label,
        new_name: NewName,
        promise: Promise,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(("party", "role"), label, parent)
        self._new_name, self._promise = new_name, promise
        role = TermEdit(self.tr("Role in the event"), "role", parent=self)
        self._new = QWidget(self)
        self.kind = TermEdit(self.tr("What is new: person, authority …"), "party_kind", parent=self._new)
        self.case_role = TermEdit(self.tr("Role in the case"), "case_role", parent=self._new)
        self.lay_out(PartyPicker(self.tr("Person or group"), near, find, self), role)
        self._stops += [self.kind, self.case_role]
        beside = boxes.row(parent=self._new, spacing=-1)
        hint = HintLabel(self._new)
        hint.show_hint(self.tr("New here. Choose what it is, and its role in the case:"))
        beside.addWidget(hint, 2)
        for term, words in ((self.kind, self.tr("person, authority …")), (self.case_role, self.tr("role"))):
            term.set_placeholder(words)
            beside.addWidget(term, 1)
            term.edited.connect(self.edited)
        self.column.addWidget(self._new)
        self._new.hide()
        self._picker.edited.connect(self._show_new)

        self.must_choose = False
        """Whether the row must have a person; a user who wants none removes the row."""

    def new_party(self) -> NewParty | None:
        """Return the party that saving will create for this row; None if its party is stored already."""
        party = self._picker.value()
        name = "" if party is None else self._new_name(party)
        if party is None or not name:
            return None
        return NewParty(party, name, self.kind.value(), self.case_role.value())

    def show_entry(self, entry: Entry) -> None:
        """Show a stored party and its role."""
        super().show_entry(entry)
        self._show_new()

    def set_role(self, role: str) -> None:
        """Show this role in the event."""
        self._term.set_value(role)

    def replace_role(self, old: str, new: str) -> None:
        """Set the role in the event to `new` if it is still `old`, the one that the form proposed."""
        if self._term.value() == old:
            self._term.set_value(new)

    def draft(self) -> dict[str, Value]:
        """Return the content of the row for a draft, including whether the row requires a person."""
        new = self.new_party()
        new_party = {} if new is None else dict(zip(_NEW, (new.name, new.kind, new.role), strict=True))
        return super().draft() | new_party | ({_MUST_CHOOSE: True} if self.must_choose else {})

    def take_draft(self, draft: Entry) -> None:
        """Show the content of a draft."""
        name, kind, role = (str(draft.get(part) or "") for part in _NEW)
        if name:
            self._promise(RecordId(str(draft["party"])), name)
        super().take_draft({key: value for key, value in draft.items() if key not in (_MUST_CHOOSE, *_NEW)})
        self.kind.set_value(kind)
        self.case_role.set_value(role)
        self.must_choose = bool(draft.get(_MUST_CHOOSE))

    def problem(self) -> str:
        """Return what is missing or wrong in the row, for example a name that belongs to nobody; "" if
        nothing is.
        """
        return self._trouble()[1]

    def wrong(self) -> QWidget:
        """Return the control of the row in which something is missing or wrong."""
        return self._trouble()[0]

    def _trouble(self) -> tuple[QWidget, str]:
        new = self.new_party()
        if self.must_choose and not self.entry() and not self.is_unchosen():
            return self._picker, self.tr(
                "Several people are in this case. Choose the one to whom it happened, or remove the line."
            )
        if self.is_unchosen():
            return self._picker, self.tr(
                "“{name}” is not in this vault. Choose a person from the list, or “+ New”."
            ).format(name=self._picker.typed())
        if new is not None and not new.kind:
            return self.kind, self.tr("Say what “{name}” is: a person, a group, an authority.").format(
                name=new.name
            )
        if new is not None and not new.role:
            return self.case_role, self.tr("Say which role “{name}” has in this case.").format(name=new.name)
        if self.entry() and not self._term.value():
            return self._term, self.tr("Choose the role of this person in the event.")
        return self._picker, ""

    def _show_new(self) -> None:
        self._new.setVisible(self.new_party() is not None)


class RolesEdit(RowsEdit):
    """The rows of the parties of an event."""

    def __init__(
        self,
        near: Sequence[PartyChoice],
        find: Find,
        label: Label,
        new_name: NewName = lambda _: "",
        promise: Promise = lambda _, __: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", lambda: RoleRow(near, find, label, new_name, promise), parent)
        self._add.setText(self.tr("+ Add pers&on"))
        self._remove_text = self.tr("Remove this person from the event")

    def new_parties(self) -> tuple[NewParty, ...]:
        """Return the parties that are not in the vault yet."""
        parties = (row.new_party() for row in self.rows if isinstance(row, RoleRow))
        return tuple(party for party in parties if party is not None)

    def replace_role(self, old: str, new: str) -> None:
        """Set the role in the event to `new` for everybody who still has `old`, the one that the form
        proposed.
        """
        for row in self.rows:
            if isinstance(row, RoleRow):
                row.replace_role(old, new)

    def ask_for_one(self) -> None:
        """Add a row in which the user must choose a person, with the role of victim."""
        row = self.add_row()
        assert isinstance(row, RoleRow)
        row.must_choose = True
        row.set_role(VICTIM)
