"""The form of a place: its names, its kind, and the place that contains it."""

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.kinds import LABELS, SPECS, Kind
from hrddesk.records.model.record import Record
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.labels_edit import LabelsBinding, LabelsEdit
from hrddesk_ui.widgets.forms.place_edit import PlaceBinding, PlaceEdit, PlaceLookup
from hrddesk_ui.widgets.forms.source_picker import Sources


class PlaceForm(FormEdit):
    """The form to add or edit one place."""

    spec = SPECS[Kind.PLACE]

    def __init__(self, places: PlaceLookup, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cite_with(sources, self.tr("the place as a whole"))
        self.labels = LabelsEdit(self.tr("Name"))
        required = self.tr("Give the place a name in at least one language.")
        binding = LabelsBinding(self._list(LABELS), self.labels, required)
        self.bind(binding, self.tr("Name"), wide=True, cite=LABELS)
        self.kind = self.field("kind", TermEdit(self.tr("Kind of place"), "place_kind"))
        self.visibility = self.level()
        self.within = PlaceEdit(
            self.tr("Lies in"), self.tr("A few letters find a place; empty for none"), places.find
        )
        self.bind(PlaceBinding("parent", self.within, places), wide=True, cite="parent")
        secret = self.tr("One on each line. They are secret.")
        self.aliases = self.texts(
            "aliases", TextEdit(self.tr("Other names"), secret, lines=3), wide=True, cite=True
        )
        free = self.tr("Free text. It stays secret unless you release it.")
        self.note = self.field("note", TextEdit(self.tr("Note"), free, lines=3))
        with self.behind():
            hint = self.tr("Degrees, and metres they may be off: 41.7, 82.9 ± 500")
            self.coordinates = self.field(
                "coordinates", LineEdit(self.tr("Coordinates (secret)"), hint), wide=True
            )
        self.finish()

    def heading(self, record: Record | None) -> str:
        """Return the heading of the form."""
        return self.tr("New place") if record is None else self.tr("Place")

    def start(self) -> QWidget:
        """Return the widget to focus first: the field for the first name."""
        return self.labels.start()
