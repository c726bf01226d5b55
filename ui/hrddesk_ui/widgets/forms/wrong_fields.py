"""The red outline of fields with an invalid value."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit


class WrongFields:
    """Keeps a field outlined until the user types in it or saving is tried again."""

    def __init__(self) -> None:
        self._fields: list[QWidget] = []

    def show(self, fields: Sequence[QWidget]) -> None:
        """Outline these fields, and no others."""
        for field in self._fields:
            if field not in fields and isValid(field):
                theme.mark_wrong(field, False)
        for field in fields:
            theme.mark_wrong(field, True)
        self._fields = list(fields)

    def spare_edited(self) -> None:
        """Take the outline from the field that is typed in."""
        self.show([field for field in self._fields if isValid(field) and not _has_keyboard(field)])


def says_itself(field: QWidget, why: str) -> bool:
    """Let a field show its own problem; return whether it does, so that no other place repeats it."""
    if isinstance(field, PartialDateEdit):
        field.show_problem()
        return True
    return isinstance(field, TermEdit) and why in field.echo.words


def _has_keyboard(field: QWidget) -> bool:
    now = QApplication.focusWidget()
    return now is not None and (field is now or field.isAncestorOf(now))
