"""The red outline of fields with an invalid value."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit


class WrongFields:
    """Outlines the fields with an invalid value until the user types in them or tries to save again."""

    def __init__(self) -> None:
        self._fields: list[QWidget] = []

    def show(self, fields: Sequence[QWidget]) -> None:
        """Outline these fields and remove the outline of all others."""
        for field in self._fields:
            if field not in fields and isValid(field):
                theme.mark_wrong(field, False)
        for field in fields:
            theme.mark_wrong(field, True)
        self._fields = list(fields)

    def spare_edited(self) -> None:
        """Remove the outline of the field in which the user types."""
        self.show([field for field in self._fields if isValid(field) and not _has_keyboard(field)])


def says_itself(field: QWidget, why: str) -> bool:
    """Let a field show its own problem, if it can.

    Return whether the field shows the problem, so that it need not be shown elsewhere.
    """
    if isinstance(field, PartialDateEdit):
        field.show_problem()
        return True
    return isinstance(field, TermEdit) and why in field.echo.words


def _has_keyboard(field: QWidget) -> bool:
    now = QApplication.focusWidget()
    return now is not None and (field is now or field.isAncestorOf(now))
