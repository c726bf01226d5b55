"""The interface of a page of the rail."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import RecordId
from hrddesk_ui.desk.desk import Desk

if TYPE_CHECKING:
    from hrddesk_ui.pages.drafts import DraftKey


class Page(QWidget):
    """One page of the rail; built when it is first shown, and again when the language changes."""

    name: ClassVar[str]  # stable, never shown: "cases"
    icon: ClassVar[str]  # a file of resources/icons without its ending
    at_end: ClassVar[bool] = False  # stands at the bottom of the rail

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    @classmethod
    def title(cls) -> str:
        """Return the translated name of the page for the rail, which needs it before the page is built."""
        raise NotImplementedError

    def arrive(self) -> None:
        """Focus the control that the user probably needs first; called when the page is shown."""
        raise NotImplementedError

    def open_draft(self, key: "DraftKey") -> None:
        """Open the form of a draft; called only for kinds of form that this page has."""
        raise NotImplementedError

    def topic(self) -> str:
        """Return the topic of the help for what the page shows now; with "", the help keeps its
        last topic.
        """
        return ""

    def open_record(self, record_id: RecordId) -> bool:
        """Show the record if it belongs to this page; return whether it does."""
        del record_id
        return False

    def go_to_field(self, record_id: RecordId, field: str, words: str) -> None:
        """Go to `field` of the record that was opened, and to `words` in that field."""
        del record_id, field, words
