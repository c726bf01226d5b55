"""The interface of a page of the rail."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import RecordId
from hrddesk_ui.desk.desk import Desk

if TYPE_CHECKING:
    from hrddesk_ui.pages.drafts import DraftKey


class Page(QWidget):
    """One entry of the rail; built on the first visit, and again when the language changes."""

    name: ClassVar[str]  # stable, never shown: "cases"
    icon: ClassVar[str]  # a file of resources/icons without its ending
    at_end: ClassVar[bool] = False  # stands at the bottom of the rail

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    @classmethod
    def title(cls) -> str:
        """Return the translated text of the rail, which is shown before the page is built."""
        raise NotImplementedError

    def arrive(self) -> None:
        """Give the keyboard to the control that a person wants first; called when the page is shown."""
        raise NotImplementedError

    def open_draft(self, key: "DraftKey") -> None:
        """Open a form with its draft; a page is asked only for the kinds of form that it has."""
        raise NotImplementedError

    def topic(self) -> str:
        """Return the page of the help for the shown content; "" leaves the help where it is."""
        return ""

    def open_record(self, record_id: RecordId) -> bool:
        """Show the record if it belongs to this page; return whether it does."""
        del record_id
        return False

    def go_to_field(self, record_id: RecordId, field: str, words: str) -> None:
        """Go to one of the fields of the opened record, and to these words in it."""
        del record_id, field, words
