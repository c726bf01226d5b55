"""The links of an event to other events: for example, the event follows one or is part of one."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import RecordId
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.party_picker import PartyChoice, PartyPicker
from hrddesk_ui.widgets.forms.record_term_row import ChosenRow
from hrddesk_ui.widgets.forms.rows_edit import RowsEdit

EventChoice = PartyChoice
"""An event in the list: its date, its type and what distinguishes it."""


class Records(Protocol):
    """The source of the records to which a field can refer: it proposes records, searches for them, and
    returns their names.
    """

    def near(self) -> Sequence[EventChoice]:
        """Return the records to propose before anything is typed, such as the other events of the case."""

    def find(self, text: str) -> Sequence[EventChoice]:
        """Return the records that match the typed text."""

    def label(self, record: RecordId) -> str:
        """Return the name of a record."""


class LinkRow(ChosenRow):
    """A row with the kind of a link and the event it refers to: "Reprisal for: 2020-02-06 Detained"."""

    def __init__(self, events: Records, parent: QWidget | None = None) -> None:
        super().__init__(("event", "type"), events.label, parent)
        kind = TermEdit(self.tr("Kind of the link"), "event_link", parent=self)
        kind.set_value("follows")
        picker = PartyPicker(self.tr("The other event"), events.near(), events.find, self)
        picker.set_placeholder(self.tr("Choose an event, or type a name or title of another case"))
        self.lay_out(picker, kind, term_first=True)

    def problem(self) -> str:
        """Return a message if something was typed but no event was chosen; otherwise ""."""
        return self.tr("Choose the event from the list.") if self.is_unchosen() else ""


class LinksEdit(RowsEdit):
    """The links of an event, one in each row."""

    def __init__(self, events: Records, parent: QWidget | None = None) -> None:
        super().__init__("", "", lambda: LinkRow(events), parent)
        self._add.setText(self.tr("+ Add &link"))
        self._remove_text = self.tr("Remove this link")
