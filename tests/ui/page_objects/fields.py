"""What a person can do with one field, or one list of rows, of any form."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import Value
from hrddesk_ui.widgets.forms.rows_edit import EntryRow, RowsEdit
from tests.ui.casework import key, type_
from tests.ui.driver import Driver


class Field:
    """A field of a form, whatever it is made of."""

    def __init__(
        self,
        driver: Driver,
        widget: QWidget,
        value: Callable[[], str],
        hint: Callable[[], str] = str,
    ) -> None:
        self._driver = driver
        self.widget = widget
        self._value = value
        self._hint = hint

    @property
    def value(self) -> str:
        """What the field holds."""
        return self._value()

    @property
    def hint(self) -> str:
        """What is written below the field."""
        return self._hint()

    @property
    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the field."""
        return self.widget.hasFocus()

    @property
    def is_visible(self) -> bool:
        """Tell whether the field is in sight."""
        return self.widget.isVisible()

    def enter(self) -> None:
        """Put the keyboard into the field."""
        self.widget.setFocus()

    def write(self, words: str) -> None:
        """Go to the field and type."""
        self.enter()
        type_(self._driver, words)

    def replace(self, words: str) -> None:
        """Go to the field and type in place of what stands there."""
        self.enter()
        key(self._driver, "Ctrl+A")
        type_(self._driver, words)


class Rows:
    """A list of rows within a form, such as charges."""

    def __init__(self, driver: Driver, view: RowsEdit) -> None:
        self._driver = driver
        self.view = view

    @property
    def rows(self) -> list[EntryRow]:
        """The rows as they are shown."""
        return self.view.rows

    @property
    def entries(self) -> list[dict[str, Value]]:
        """What the rows would save."""
        return self.view.entries()

    @property
    def last_typed(self) -> Value:
        """What was typed into the last row and is no entry yet."""
        return self.view.drafts()[-1]["typed"]

    def add(self) -> None:
        """Add a row by its button and the keyboard, which is in the new row then."""
        self.view.add_button.setFocus()
        key(self._driver, "Space")

    def enter_button(self) -> None:
        """Put the keyboard on the button that adds a row."""
        self.view.add_button.setFocus()

    def stop(self, number: int, row: int = 0) -> QWidget:
        """Return one of the fields of a row."""
        return self.view.rows[row].stops()[number]
