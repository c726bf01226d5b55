"""The link between one part of a record and the control of a form that shows it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from hrddesk.errors import InvalidValue
from hrddesk.records.model.field_specs import FieldSpec
from hrddesk.records.model.record import BeyondLimit, Record, Value, require_within_limits
from hrddesk_ui.error_words import messages
from hrddesk_ui.widgets.forms.form_values import FormValues

Problem = tuple[QWidget, str]
"""A control with an invalid value, and the reason in words."""


class Binding(ABC):
    """One part of a record and its control. A form is a list of bindings."""

    def __init__(self, key: str, widget: QWidget, edited: SignalInstance) -> None:
        """`key` names the part in drafts; `edited` is the signal that a person changed something."""
        self.key = key
        self.widget = widget
        self.edited = edited
        self._stored: object = None

    def begin(self, record: Record) -> None:
        """Show the record and remember the shown value as the stored one."""
        self.show(record)
        self._stored = self.draft()

    @property
    def is_changed(self) -> bool:
        """Whether the control holds something else than the record that was shown."""
        return self.draft() != self._stored

    @property
    def is_empty(self) -> bool:
        """Whether the control is empty."""
        return not self.draft()

    @abstractmethod
    def show(self, record: Record) -> None:
        """Show the part of the record."""

    @abstractmethod
    def fill(self, values: FormValues) -> None:
        """Write the value of the control into `values`."""

    @abstractmethod
    def draft(self) -> object:
        """Return the content of the control, valid or not, in a form that JSON can hold."""

    @abstractmethod
    def take_draft(self, draft: Any) -> None:
        """Show the result of `draft`. Raise KeyError, TypeError or ValueError for anything else."""

    def problems(self) -> Sequence[Problem]:
        """Return the values that cannot be saved."""
        return ()


def beyond_limit(spec: FieldSpec, value: Value) -> str:
    """Return why a value exceeds the limits of its field; empty for a value within them."""
    try:
        require_within_limits(spec, value)
    except BeyondLimit as beyond:
        return messages.of(InvalidValue(field=beyond.field, why=beyond.why)).text
    return ""
