"""The form that describes a piece of evidence; it does not change the file itself."""

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.kinds import ABOUT, CASES, LABELS, SPECS, Kind
from hrddesk.records.model.record import Record
from hrddesk_ui.evidence.subjects_edit import AboutEdit, EvidenceCasesEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.labels_edit import LabelsBinding, LabelsEdit
from hrddesk_ui.widgets.forms.links_edit import Records
from hrddesk_ui.widgets.forms.place_edit import PlaceBinding, PlaceEdit, PlaceLookup
from hrddesk_ui.widgets.forms.source_picker import Sources


class EvidenceEdit(FormEdit):
    """The form of evidence, without required fields.

    It says what the file shows, when it was made, and when and from whom the desk received it.
    """

    spec = SPECS[Kind.EVIDENCE]

    def __init__(
        self,
        sources: Sources,
        places: PlaceLookup,
        subjects: Records,
        cases: Records,
        parent: QWidget | None = None,
    ) -> None:
        """Build the form; `subjects` searches people and events, and `cases` searches cases."""
        super().__init__(parent)
        self.cite_with(sources, self.tr("the file as a whole"))
        what = LineEdit(self.tr("What it is"), self.tr("A photograph of the notice"))
        self.title = self.field("title", what, wide=True)
        self.field("captured", LineEdit(self.tr("Captured"), self.tr("When it was made, as it is known")))
        self.field("acquired", LineEdit(self.tr("Acquired"), self.tr("When it came to you")))
        whom = LineEdit(self.tr("From whom"), self.tr("The code name of a source"))
        self.field("from_whom", whom, wide=True)
        self.about = self.rows(self.tr("Shows or names"), ABOUT, AboutEdit(subjects))
        others = TermEdit(self.tr("Others visible"), "others_visible")
        others.set_placeholder(self.tr("Of a picture: nobody, covered, they agreed"))
        self.others = self.field("others", others, wide=True)
        with self.behind():
            hint = self.tr("A few letters find a place; empty for none")
            place = PlaceEdit(self.tr("Where it was made"), hint, places.find)
            self.bind(PlaceBinding("place", place, places), wide=True, cite="place")
            self.field("language", LineEdit(self.tr("Language"), self.tr("A code: en, ug, zh-Hans")))
            caption = self.tr("Caption")
            captions = LabelsBinding(self._list(LABELS), LabelsEdit(caption), "")
            self.bind(captions, caption, wide=True, cite=LABELS)
            self.cases = self.rows(self.tr("Cases"), CASES, EvidenceCasesEdit(cases))
        self.field("note", TextEdit(self.tr("Note"), self.tr("Free text. It is never published.")))
        self.finish()

    def heading(self, record: Record | None) -> str:
        """Return the heading with the reference of the evidence; "" without a record."""
        return "" if record is None else self.tr("Describe {ref}").format(ref=record.text("ref"))
