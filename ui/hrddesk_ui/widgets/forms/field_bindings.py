"""Bindings of a field, or of a list of texts, to a control that has one value."""

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication

from hrddesk.errors import InvalidValue
from hrddesk.records.model import coordinates
from hrddesk.records.model.field_specs import FieldSpec, FieldType, ListSpec
from hrddesk.records.model.record import Record, Value
from hrddesk_ui.error_words import messages
from hrddesk_ui.widgets.fields.choice_edit import ChoiceEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.binding import Binding, Problem, beyond_limit
from hrddesk_ui.widgets.forms.form_values import FormValues

Edit = LineEdit | TextEdit | TermEdit | PartialDateEdit | ChoiceEdit
"""A control of one value, with `value`, `set_value` and the signal `edited`."""
EditT = TypeVar("EditT", bound=Edit)


class FieldBinding(Binding):
    """Binds a field of a record to a control that has one value."""

    def __init__(self, spec: FieldSpec, edit: Edit, required: str = "") -> None:
        """Bind a field; `required` is the message if the field is empty, or "" if it may be empty."""
        super().__init__(spec.name, edit, edit.edited)
        self.spec, self.edit, self._required = spec, edit, required

    def show(self, record: Record) -> None:
        """Show the field."""
        text = record.text(self.spec.name)
        self.edit.set_value(coordinates.shown(text) if self.spec.type is FieldType.POINT else text)

    def value(self) -> Value:
        """Return the value as a record has it; None if the control is empty."""
        text = self.edit.value()
        if self.spec.type is FieldType.POINT and not _problem_of_point(text):
            return coordinates.read(text).text
        return int(text) if self.spec.type is FieldType.NUMBER and text.isdecimal() else text or None

    def fill(self, values: FormValues) -> None:
        """Write the value of the field into `values`."""
        values.fields[self.spec.name] = self.value()

    def draft(self) -> str:
        """Return the text of the control."""
        return self.edit.value()

    def take_draft(self, draft: Any) -> None:
        """Show the text of a draft."""
        self.edit.set_value(draft)

    def problems(self) -> Sequence[Problem]:
        """Return the control and a reason if its content cannot be saved in the field; otherwise []."""
        value = self.value()
        if value is None:
            why = self._required
        elif self.spec.type is FieldType.NUMBER and not isinstance(value, int):
            why = QCoreApplication.translate("Binding", "A whole number is needed.")
        elif self.spec.type is FieldType.POINT:
            why = _problem_of_point(str(value))
        elif isinstance(self.edit, PartialDateEdit):
            why = self.edit.problem()
        else:
            why = beyond_limit(self.spec, value)
        return [(self.edit, why)] if why else []


def _problem_of_point(text: str) -> str:
    try:
        coordinates.read(text)
    except InvalidValue as error:
        return messages.of(error).text
    return ""


class TextsBinding(Binding):
    """Binds a list of texts to one control, which shows the texts joined by a separator."""

    def __init__(
        self, spec: ListSpec, edit: LineEdit | TextEdit, between: str = "\n", separators: str = "\n"
    ) -> None:
        """Bind a list of texts: `between` is put between two texts; each character of `separators` separates
        texts.
        """
        super().__init__(spec.name, edit, edit.edited)
        self.edit = edit
        self._text, self._between, self._separators = spec.by_name["text"], between, separators

    def show(self, record: Record) -> None:
        """Show the texts."""
        self.edit.set_value(self._between.join(str(item["text"]) for item in record.values(self.key)))

    def fill(self, values: FormValues) -> None:
        """Write the texts into `values`."""
        values.entries[self.key] = [{"text": text} for text in self._texts()]

    def draft(self) -> str:
        """Return the joined texts."""
        return self.edit.value()

    def take_draft(self, draft: Any) -> None:
        """Show the joined texts."""
        self.edit.set_value(draft)

    def problems(self) -> Sequence[Problem]:
        """Return the control and the reason for each text that cannot be in the list."""
        beyond = (beyond_limit(self._text, text) for text in self._texts())
        return [(self.edit, why) for why in beyond if why]

    def _texts(self) -> list[str]:
        texts = re.split(f"[{self._separators}]", self.edit.value())
        return [text.strip() for text in texts if text.strip()]
