"""What the window asks of a page of the rail."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import RecordId
from hrddesk_ui.desk.desk import Desk

if TYPE_CHECKING:
    from hrddesk_ui.pages.drafts import DraftKey


class Page(QWidget):
    """One entry of the rail; made when somebody first goes there, and anew when the language changes."""

    name: ClassVar[str]  # stable, never shown: "cases"
    icon: ClassVar[str]  # a file of resources/icons without its ending
    at_end: ClassVar[bool] = False  # stands at the bottom of the rail

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    @classmethod
    def title(cls) -> str:
        """Return the words of the rail, translated; they stand there before the page is made."""
        raise NotImplementedError

    def arrive(self) -> None:
        """Give the keyboard to the control that a person wants first; called when the page is shown."""
        raise NotImplementedError

    def open_draft(self, key: "DraftKey") -> None:
        """Open a form as it was left; a page is asked only for the kinds of form that it has."""
        raise NotImplementedError

    def topic(self) -> str:
        """Return which page of the help explains what is shown; "" leaves the help where it is."""
        return ""

    def open_record(self, record_id: RecordId) -> bool:
        """Show the record if it is one of this page's, and say whether it is."""
        del record_id
        return False

    def go_to_field(self, record_id: RecordId, field: str, words: str) -> None:
        """Go on, in the record that was opened, to one of its fields, and to these words in it."""
        del record_id, field, words
