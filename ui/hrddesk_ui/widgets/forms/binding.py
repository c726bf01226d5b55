"""What binds a part of a record to the control of a form that shows it."""

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
"""A control that holds something wrong, and what is wrong with it."""


class Binding(ABC):
    """A part of a record and the control that shows it. A form is a list of bindings."""

    def __init__(self, key: str, widget: QWidget, edited: SignalInstance) -> None:
        """`key` names the part in drafts; `edited` is the signal that a person changed something."""
        self.key = key
        self.widget = widget
        self.edited = edited
        self._stored: object = None

    def begin(self, record: Record) -> None:
        """Show the record, and take what is shown for what is stored."""
        self.show(record)
        self._stored = self.draft()

    @property
    def is_changed(self) -> bool:
        """Whether the control holds something else than the record that was shown."""
        return self.draft() != self._stored

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the control."""
        return not self.draft()

    @abstractmethod
    def show(self, record: Record) -> None:
        """Show what the record holds."""

    @abstractmethod
    def fill(self, values: FormValues) -> None:
        """Enter what the control holds."""

    @abstractmethod
    def draft(self) -> object:
        """Return what stands in the control, valid or not, as JSON can hold it."""

    @abstractmethod
    def take_draft(self, draft: Any) -> None:
        """Show what `draft` returned. Raises KeyError, TypeError or ValueError for anything else."""

    def problems(self) -> Sequence[Problem]:
        """Return what cannot be saved as it stands."""
        return ()


def beyond_limit(spec: FieldSpec, value: Value) -> str:
    """Return the words for a value beyond the limits of its field, empty for one within."""
    try:
        require_within_limits(spec, value)
    except BeyondLimit as beyond:
        return messages.of(InvalidValue(field=beyond.field, why=beyond.why)).text
    return ""
