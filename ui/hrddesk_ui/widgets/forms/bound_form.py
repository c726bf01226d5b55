"""A form whose fields are each bound once to a part of the record."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.records.model.field_specs import FieldType, ListSpec
from hrddesk.records.model.kinds import KindSpec
from hrddesk.records.model.record import Record, RecordId
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.binding import Binding, Problem
from hrddesk_ui.widgets.forms.citations_edit import CitationsEdit
from hrddesk_ui.widgets.forms.field_bindings import EditT, FieldBinding, TextsBinding
from hrddesk_ui.widgets.forms.field_grid import FieldGrid
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.forms.rows_edit import RowsBinding, RowsEdit
from hrddesk_ui.widgets.forms.source_picker import Sources
from hrddesk_ui.widgets.forms.visibility_edit import LevelBinding, VisibilityEdit

LineT = TypeVar("LineT", bound=LineEdit | TextEdit)
RowsT = TypeVar("RowsT", bound=RowsEdit)
_NO_ID = RecordId("0" * 32)


class BoundForm(QWidget):
    """A form that shows a record and returns the values of its fields.

    A subclass names each field once: `field`, `texts`, `rows` and `level` add the fields in their order on
    the page; `behind` puts some of them behind a button.
    """

    spec: ClassVar[KindSpec]
    """The kind of the records; fields are bound by the names in it."""
    touched = Signal()
    """A person changed something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stored: Record | None = None
        """The record that is edited; None while a new one is written."""
        self.page = FieldGrid()
        self._bindings: list[Binding] = []
        self._cited: CitationsEdit | None = None

    # --- for subclasses ---

    @abstractmethod
    def heading(self, record: Record | None) -> str:
        """Return the heading of the form for a record that is shown; None means a new record."""

    def cite_with(self, sources: Sources, record_name: str) -> None:
        """Allow citations of sources; `record_name` names the record as a whole, such as "the event as a
        whole".
        """
        self._cited = CitationsEdit(sources, record_name)

    def field(
        self,
        name: str,
        edit: EditT,
        *,
        wide: bool = False,
        grow: bool = False,
        cite: bool = True,
        required: str = "",
    ) -> EditT:
        """Bind a field of the record; `required` is the message for an empty field.

        Screen readers announce the control by the label of the field. Long texts are wide.
        """
        spec = self.spec.field(name)
        assert spec is not None, name
        wide = wide or spec.type is FieldType.LONG
        self.bind(FieldBinding(spec, edit, required), wide=wide, grow=grow, cite=name if cite else "")
        return edit

    def texts(
        self,
        name: str,
        edit: LineT,
        between: str = "\n",
        separators: str = "\n",
        *,
        wide: bool = False,
        grow: bool = False,
        cite: bool = False,
    ) -> LineT:
        """Bind a list of texts to one control: `between` joins them, any of `separators` splits them."""
        binding = TextsBinding(self._list(name), edit, between, separators)
        self.bind(binding, wide=wide, grow=grow, cite=name if cite else "")
        return edit

    def rows(self, label: str, name: str, rows: RowsT, where: Mapping[str, str] | None = None) -> RowsT:
        """Bind a list of the record, or only its entries with the values of `where`."""
        self.bind(RowsBinding(self._list(name), rows, where), label, wide=True, cite=name)
        return rows

    def level(self, *, wide: bool = False) -> VisibilityEdit:
        """Add the field for the visibility level of the record."""
        edit = VisibilityEdit(self.spec.kind)
        self.bind(LevelBinding(edit), wide=wide)
        return edit

    def bind(
        self, binding: Binding, label: str = "", *, wide: bool = False, grow: bool = False, cite: str = ""
    ) -> None:
        """Add a binding and place its control; `cite` is the field that sources are cited for."""
        self.take_in(binding)
        widget = binding.widget
        self.page.add(
            label or (widget.focusProxy() or widget).accessibleName(),
            widget,
            wide=wide,
            grow=grow,
            cite=cite,
            citations=self._cited,
        )

    def take_in(self, binding: Binding) -> None:
        """Add a binding whose control is placed by someone else."""
        self._bindings.append(binding)
        binding.edited.connect(self.touched)

    @contextmanager
    def behind(self, text: str = "") -> Iterator[None]:
        """Put the fields that are bound in the `with` block behind a button.

        They are shown at once if one of them has a value, or if one of them is wrong.
        """
        with self.page.behind(text or self.tr("More details")):
            yield

    # --- for those who show the form ---

    @property
    def citations(self) -> CitationsEdit:
        """The citations of a form that allows them."""
        assert self._cited is not None
        return self._cited

    def start(self) -> QWidget:
        """Return the field that gets the keyboard first."""
        return self._bindings[0].widget

    def show_record(self, record: Record) -> None:
        """Show a stored record."""
        for binding in self._bindings:
            binding.begin(record)
        self.stored = record
        self._bring_forward()

    def begin(self, proposed: Record | None = None) -> None:
        """Begin a new record with the proposed values."""
        self.show_record(proposed or Record(kind=self.spec.kind, id=_NO_ID))
        self.stored = None

    def values(self) -> FormValues:
        """Return all values of the form."""
        return _filled(self._bindings)

    def changed_values(self) -> FormValues:
        """Return the values that differ from the record that the form showed: later changes by others are
        kept.
        """
        if self.stored is None:
            return self.values()
        values = _filled([binding for binding in self._bindings if binding.is_changed])
        values.base = self.stored
        return values

    def draft(self) -> dict[str, object]:
        """Return everything that was typed, valid or not, for `take_draft`."""
        return {binding.key: binding.draft() for binding in self._bindings}

    def take_draft(self, draft: Mapping[str, Any]) -> None:
        """Show what was typed before and not saved."""
        for binding in self._bindings:
            binding.take_draft(draft[binding.key])
        self._bring_forward()

    def problems(self) -> list[Problem]:
        """Return the fields that cannot be saved, each with the reason."""
        return [problem for binding in self._bindings for problem in binding.problems()]

    def _bring_forward(self) -> None:
        """Show the fields behind a button if one of them has a value, otherwise show the button."""
        standing = {binding.widget for binding in self._bindings if not binding.is_empty}
        for more in self.page.more:
            more.set_open(not standing.isdisjoint(more.widgets))

    def _list(self, name: str) -> ListSpec:
        spec = self.spec.list(name)
        assert spec is not None, name
        return spec


def _filled(bindings: Sequence[Binding]) -> FormValues:
    values = FormValues()
    for binding in bindings:
        binding.fill(values)
    return values
