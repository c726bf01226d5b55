"""A field for the visibility level of a record: three choices, each explained in words."""

from typing import Any

from PySide6.QtWidgets import QWidget

from hrddesk.records.model import levels
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk_ui.widgets.fields.choice_edit import ChoiceEdit
from hrddesk_ui.widgets.forms.binding import Binding
from hrddesk_ui.widgets.forms.form_values import FormValues


class VisibilityEdit(ChoiceEdit):
    """A choice of who may learn of a record: public, restricted or secret."""

    def __init__(self, kind: Kind = Kind.PARTY, parent: QWidget | None = None) -> None:
        """Make the field for records of `kind`, which decides how the choices are explained.

        Parties, events and relations can be published under a label; for other kinds the explanation names no
        label.
        """
        super().__init__("", {}, parent)
        self.setAccessibleName(self.tr("Who may learn of it"))
        has_label = kind in (Kind.PARTY, Kind.EVENT, Kind.RELATION)
        restricted = self.tr("Restricted: under a label only")
        public = self.tr("Public: may be published by name")
        for level, words in (
            (Visibility.RESTRICTED, restricted if has_label else self.tr("Restricted: who works on it")),
            (Visibility.PUBLIC, public if has_label else self.tr("Public: everybody may learn of it")),
            (Visibility.SECRET, self.tr("Secret: never published")),
        ):
            self.addItem(words, level.value)

    def show_record(self, record: Record) -> None:
        """Show the level of the whole record; if none was set, the default level."""
        self.set_value(levels.of_whole(record).value)


class LevelBinding(Binding):
    """Binds the visibility level of the whole record to its field."""

    def __init__(self, edit: VisibilityEdit) -> None:
        super().__init__("visibility", edit, edit.edited)
        self.edit = edit

    def show(self, record: Record) -> None:
        """Show the level."""
        self.edit.show_record(record)

    def fill(self, values: FormValues) -> None:
        """Write the level into `values`, or None if the user did not change it."""
        values.fields["visibility"] = self.edit.value() if self.is_changed else None

    def draft(self) -> str:
        """Return the level."""
        return self.edit.value()

    def take_draft(self, draft: Any) -> None:
        """Choose the level."""
        self.edit.set_value(draft)
