"""The form of a term: its labels, other words for it, and its code in other lists."""

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.kinds import LABELS, SPECS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.terms.vocabulary import Term
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.labels_edit import LabelsBinding, LabelsEdit


class TermForm(FormEdit):
    """The form to add a term or to change its words."""

    spec = SPECS[Kind.TERM]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = LabelsEdit(self.tr("Label"))
        required = self.tr("Give the term a label in at least one language.")
        self.bind(LabelsBinding(self._list(LABELS), self.labels, required), self.tr("Label"), wide=True)
        hint = self.tr("One on each line: what reports and people call it")
        self.aliases = self.texts(
            "aliases", TextEdit(self.tr("Other words for it"), hint, lines=5), wide=True, grow=True
        )
        self.field("map", LineEdit(self.tr("Code elsewhere"), self.tr("Of a list that is used elsewhere")))
        self.visibility = self.level()
        self.finish()

    def show_term(self, term: Term | None, record: Record | None) -> None:
        """Show a term, or begin a new one if `term` is None.

        `record` is the desk's own version of the term; None for a term as the program has it.
        """
        if record is not None:
            self.show_record(record)  # what it says itself: a label that is missing is read as the other one
        elif term is None:
            self.begin()
        else:
            shipped = Record(kind=Kind.TERM, id=RecordId("0" * 32)).with_fields(code=term.code, map=term.map)
            shipped = shipped.with_labels(term.labels)
            self.begin(shipped.with_elements("aliases", [{"text": alias} for alias in term.aliases]))
            self.set_heading(self.heading(shipped))

    def heading(self, record: Record | None) -> str:
        """Return the heading of the form, with the code of the term."""
        if record is None:
            return self.tr("New term")
        return self.tr("Term: {code}").format(code=record.text("code"))

    def start(self) -> QWidget:
        """Return the widget to focus first: the field for the first label."""
        return self.labels.start()
