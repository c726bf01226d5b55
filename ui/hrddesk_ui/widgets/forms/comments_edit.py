"""The comments on a record, such as questions of colleagues, with their authors and whether
they are answered.
"""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import Value
from hrddesk.records.terms.vocabulary import OPEN
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.rows_edit import Entry, EntryRow, RowsEdit
from hrddesk_ui.widgets.layout import boxes


class CommentRow(EntryRow):
    """One comment with its author and its state, such as open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comment = LineEdit(self.tr("Comment"), self.tr("What is missing or doubtful"), self)
        self._by = LineEdit(self.tr("Comment by"), self.tr("Your alias"), self)
        self._state = TermEdit(self.tr("State of the comment"), "comment_state", parent=self)
        self._state.set_value(OPEN)
        layout = boxes.row(parent=self, spacing=6)
        boxes.add(layout, (self._comment, 5), (self._by, 2), (self._state, 2))
        for line in (self._comment, self._by):
            line.textEdited.connect(self.edited)
            line.returnPressed.connect(self.entered)
        self._state.edited.connect(self.edited)

    def stops(self) -> list[QWidget]:
        """Return the controls for comment, author and state, in this order."""
        return [self._comment, self._by, self._state]

    def show_entry(self, entry: Entry) -> None:
        """Show a stored comment."""
        super().show_entry(entry)
        self._comment.setText(str(entry.get("comment") or ""))
        self._by.setText(str(entry.get("by") or ""))
        self._state.set_value(str(entry.get("state") or OPEN))

    def entry(self) -> dict[str, Value]:
        """Return the comment; an empty dictionary if none was typed."""
        comment = self._comment.text().strip()
        if not comment:
            return {}
        values = {"comment": comment, "by": self._by.text().strip(), "state": self._state.value() or OPEN}
        return {key: value for key, value in {**super().entry(), **values}.items() if value != ""}


class CommentsEdit(RowsEdit):
    """The comments on a record, one in each row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", CommentRow, parent)
        self._add.setText(self.tr("+ Add comment"))
        self._remove_text = self.tr("Remove this comment")

    def set_entries(self, entries: Iterable[Entry]) -> None:
        """Show these comments; one empty row if there are none."""
        super().set_entries(entries)
        if not self.rows:
            self.add_row()
