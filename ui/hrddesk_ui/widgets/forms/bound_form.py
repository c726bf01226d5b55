"""A form in which each field is bound to a part of a record."""

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

    A subclass adds its fields with `field`, `texts`, `rows` and `level`, in their order on the page. With
    `behind` it puts some of them behind a button that reveals them.
    """

    spec: ClassVar[KindSpec]
    """The description of the kind of record, which names all fields."""
    touched = Signal()
    """A person changed something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stored: Record | None = None
        """The stored record that is edited; None for a new record."""
        self.page = FieldGrid()
        self._bindings: list[Binding] = []
        self._cited: CitationsEdit | None = None

    # --- for subclasses ---

    @abstractmethod
    def heading(self, record: Record | None) -> str:
        """Return the heading of the form for the record that is shown, or for a new record if `record` is
        None.
        """

    def cite_with(self, sources: Sources, record_name: str) -> None:
        """Let the form cite sources; `record_name` names the whole record, such as "the event as a whole"."""
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
        """Bind a field of the record to a control, and return the control.

        `required` is the message if the field is empty, or "" if it may be empty. The accessible name of the
        control becomes the label of the field. Long texts are always wide.
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
        """Bind a list of texts to one control, and return the control.

        `between` is put between two texts; each character of `separators` separates texts.
        """
        binding = TextsBinding(self._list(name), edit, between, separators)
        self.bind(binding, wide=wide, grow=grow, cite=name if cite else "")
        return edit

    def rows(self, label: str, name: str, rows: RowsT, where: Mapping[str, str] | None = None) -> RowsT:
        """Bind a list of the record to rows, and return the rows.

        If `where` is given, only the entries that have all its values are bound.
        """
        self.bind(RowsBinding(self._list(name), rows, where), label, wide=True, cite=name)
        return rows

    def level(self, *, wide: bool = False) -> VisibilityEdit:
        """Add the field for the visibility level of the record, and return the field."""
        edit = VisibilityEdit(self.spec.kind)
        self.bind(LevelBinding(edit), wide=wide)
        return edit

    def bind(
        self, binding: Binding, label: str = "", *, wide: bool = False, grow: bool = False, cite: str = ""
    ) -> None:
        """Add a binding and place its control; `cite` is the name of the field for which
        sources can be cited.
        """
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
        """Add a binding whose control the caller places."""
        self._bindings.append(binding)
        binding.edited.connect(self.touched)

    @contextmanager
    def behind(self, text: str = "") -> Iterator[None]:
        """Put the fields that are bound in the `with` block behind a button that reveals them.

        The fields are shown at once if one of them has a value or is wrong.
        """
        with self.page.behind(text or self.tr("More details")):
            yield

    # --- for those who show the form ---

    @property
    def citations(self) -> CitationsEdit:
        """The citations of the record; only a form that called `cite_with` has them."""
        assert self._cited is not None
        return self._cited

    def start(self) -> QWidget:
        """Return the field that gets the keyboard focus first."""
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
        """Return the values of all fields."""
        return _filled(self._bindings)

    def changed_values(self) -> FormValues:
        """Return only the values that the user changed, so that changes by others since then are kept.

        For a new record, return all values.
        """
        if self.stored is None:
            return self.values()
        values = _filled([binding for binding in self._bindings if binding.is_changed])
        values.base = self.stored
        return values

    def draft(self) -> dict[str, object]:
        """Return everything that was typed, valid or not, in the form that `take_draft` expects."""
        return {binding.key: binding.draft() for binding in self._bindings}

    def take_draft(self, draft: Mapping[str, Any]) -> None:
        """Show a draft: what was typed earlier and not saved."""
        for binding in self._bindings:
            binding.take_draft(draft[binding.key])
        self._bring_forward()

    def problems(self) -> list[Problem]:
        """Return the control and the reason for each value that cannot be saved."""
        return [problem for binding in self._bindings for problem in binding.problems()]

    def _bring_forward(self) -> None:
        """For each button, show the fields behind it if one of them has a value; otherwise hide them."""
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
