"""The link between one part of a record and the control that shows this part in a form."""

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
    """One part of a record, linked to its control. A form is a list of bindings."""

    def __init__(self, key: str, widget: QWidget, edited: SignalInstance) -> None:
        """Link the part with the name `key` to a control; a draft has the content of the control under `key`.

        `edited` is the signal that the user changed something.
        """
        self.key = key
        self.widget = widget
        self.edited = edited
        self._stored: object = None

    def begin(self, record: Record) -> None:
        """Show the record, and remember the content of the control, to tell later whether it was changed."""
        self.show(record)
        self._stored = self.draft()

    @property
    def is_changed(self) -> bool:
        """Whether the content of the control differs from the record that was shown."""
        return self.draft() != self._stored

    @property
    def is_empty(self) -> bool:
        """Whether the control is empty."""
        return not self.draft()

    @abstractmethod
    def show(self, record: Record) -> None:
        """Show the bound part of the record in the control."""

    @abstractmethod
    def fill(self, values: FormValues) -> None:
        """Write the value of the control into `values`."""

    @abstractmethod
    def draft(self) -> object:
        """Return the content of the control, valid or not, as values that JSON can express."""

    @abstractmethod
    def take_draft(self, draft: Any) -> None:
        """Show a content that `draft` returned; raise KeyError, TypeError or ValueError for anything else."""

    def problems(self) -> Sequence[Problem]:
        """Return the control and the reason for each value that cannot be saved."""
        return ()


def beyond_limit(spec: FieldSpec, value: Value) -> str:
    """Return why a value exceeds the limits of its field; "" if it does not."""
    try:
        require_within_limits(spec, value)
    except BeyondLimit as beyond:
        return messages.of(InvalidValue(field=beyond.field, why=beyond.why)).text
    return ""
