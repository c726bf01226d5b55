"""The form of a figure that others published: its value, population, day, and publisher."""

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.source_picker import Sources

_EXTERNAL = Record(kind=Kind.FIGURE, id=RecordId("0" * 32)).with_fields(kind="external")


class PublishedForm(FormEdit):
    """The form to add or edit one published figure; a name and a value are required."""

    spec = SPECS[Kind.FIGURE]

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cite_with(sources, self.tr("the figure as a whole"))
        compared = self.tr("A question that is kept under this name is compared")
        name = LineEdit(self.tr("Name"), compared)
        self.field("name", name, wide=True, required=self.tr("Give the figure a name."))
        value = LineEdit(self.tr("Value"), self.tr("As it was printed: 897, 93%, at least 1,021"))
        self.field("value", value, required=self.tr("Say what was published."))
        self.field("unit", LineEdit(self.tr("Unit"), self.tr("Of what: cases, persons, events")))
        how_many = self.tr("Of all, or of the known: how many")
        self.field("denominator", LineEdit(self.tr("Denominator"), how_many))
        self.field("as_of", PartialDateEdit(self.tr("As of")))
        self.field("kind", TermEdit(self.tr("Kind"), "figure_kind"))
        self.level()
        says = self.tr("As whoever published it says")
        self.field("definition", TextEdit(self.tr("Definition"), says, lines=3), wide=True)
        self.field("note", TextEdit(self.tr("Note"), self.tr("For your desk. Never published."), lines=2))
        self.finish()

    def begin(self, proposed: Record | None = None) -> None:
        """Begin a new figure that others published."""
        super().begin(proposed or _EXTERNAL)

    def heading(self, record: Record | None) -> str:
        """Return the heading of the form."""
        return self.tr("New published figure") if record is None else self.tr("Published figure")
