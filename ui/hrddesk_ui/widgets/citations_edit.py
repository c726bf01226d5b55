"""Who says so: the sources of a record and of each of its fields, for and against, with their words."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hrddesk.actions import citations
from hrddesk.actions.citations import CONTRADICTS, SUPPORTS, CitationEdits, Said
from hrddesk.records.record import Record, RecordId, Value, is_id
from hrddesk_ui.field_words import field_word
from hrddesk_ui.widgets import heights
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.rows_edit import Entry, Row, RowsEdit
from hrddesk_ui.widgets.source_picker import SourceChoice, SourcePicker, Sources
from hrddesk_ui.widgets.still import StillComboBox

_TEXTS = ("field", "source", "stance", "quote", "locator", "citation", "new_title")


class _Choice(StillComboBox):
    """A short list of fixed words."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumHeight(heights.field(self))
        self.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def choose(self, value: str, words: Callable[[str], str]) -> None:
        """Choose a value; one that is not offered is added."""
        if self.findData(value) < 0:
            self.addItem(words(value), value)
        self.setCurrentIndex(self.findData(value))


class CitationRow(Row):
    """Of what, by whom, for or against; below it the words of the source and where they stand in it."""

    def __init__(
        self, fields: Mapping[str, str], sources: Sources, record_kind: str, parent: QWidget | None = None
    ) -> None:
        """`fields` are the labels of the form's fields by their names."""
        super().__init__(parent)
        self._sources = sources
        self.field = _Choice(self.tr("What the source speaks of"), self)
        self.field.addItem(record_kind, "")
        for name, label in fields.items():
            self.field.addItem(label, name)
        self.source = SourcePicker(self.tr("Source"), sources, self)
        self.stance = _Choice(self.tr("Supports or contradicts"), self)
        self.stance.addItem(self.tr("supports"), SUPPORTS)
        self.stance.addItem(self.tr("contradicts"), CONTRADICTS)
        self.quote = LineEdit(self.tr("Quote"), self.tr("Its own words"), self)
        self.locator = LineEdit(self.tr("Where in the source"), self.tr("Page 4, 3:20"), self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(self.source, 0, 0, 1, 2)
        layout.addWidget(self.field, 0, 2)
        layout.addWidget(self.stance, 0, 3)
        layout.addWidget(self.quote, 1, 0, 1, 3)
        layout.addWidget(self.locator, 1, 3)
        layout.setColumnStretch(0, 3)
        layout.setColumnStretch(2, 2)
        layout.setColumnStretch(3, 2)
        self.source.edited.connect(self.edited)
        self.field.activated.connect(lambda _: self.edited.emit())
        self.stance.activated.connect(lambda _: self.edited.emit())
        for line in (self.quote, self.locator):
            line.textEdited.connect(self.edited)
            line.returnPressed.connect(self.entered)

    def stops(self) -> list[QWidget]:
        """Return source, field, stance, quote, place."""
        return [self.source, self.field, self.stance, self.quote, self.locator]

    def show_entry(self, entry: Entry) -> None:
        """Show a citation that is stored, or one that is begun for a field."""
        super().show_entry(entry)
        text = {name: str(entry.get(name) or "") for name in _TEXTS}
        self.field.choose(text["field"], field_word)
        self.stance.choose(text["stance"] or SUPPORTS, str)
        self.quote.setText(text["quote"])
        self.locator.setText(text["locator"])
        if is_id(text["source"]):
            source = RecordId(text["source"])
            if text["new_title"]:
                self._sources.promise(source, text["new_title"])
            self.source.set_choice(SourceChoice(source, self._sources.label(source)))

    def entry(self) -> dict[str, Value]:
        """Return the citation, nothing while no source is chosen."""
        source = self.source.value()
        if source is None:
            return {}
        shown: dict[str, Value] = {
            "citation": self._given.get("citation"),
            "field": str(self.field.currentData()),
            "source": source,
            "stance": str(self.stance.currentData()),
            "quote": self.quote.text().strip(),
            "locator": self.locator.text().strip(),
            "new_title": self._sources.new_title(source),
        }
        return {name: value for name, value in shown.items() if value}

    def draft(self) -> dict[str, Value]:
        """Return what stands in the row, a source that is not chosen yet included."""
        return {
            **self._given,
            "field": str(self.field.currentData()),
            "stance": str(self.stance.currentData()),
            "quote": self.quote.text(),
            "locator": self.locator.text(),
            **self.entry(),
            "typed": self.source.typed(),
        }

    def take_draft(self, draft: Entry) -> None:
        """Show what stood in the row."""
        self.show_entry({key: value for key, value in draft.items() if key != "typed"})
        if not draft.get("source"):
            self.source.setEditText(str(draft.get("typed", "")))

    def problem(self) -> str:
        """Say so when something was typed and no source is chosen."""
        typed = (self.source.typed(), self.quote.text().strip(), self.locator.text().strip())
        if any(typed) and self.source.value() is None:
            return self.tr("Choose the source from the list; its last line makes a new one.")
        return ""


class CitationsEdit(RowsEdit):
    """The citations of one record. Nothing is stored before the form is."""

    begun = Signal(QWidget)
    """A row was added for a field that stands elsewhere in the form."""
    counted = Signal()
    """There may be more or fewer citations of a field than before."""

    def __init__(self, sources: Sources, record_kind: str, parent: QWidget | None = None) -> None:
        """`record_kind` is what the record as a whole is called: "the event as a whole"."""
        self._fields: dict[str, str] = {}
        super().__init__("", "", lambda: CitationRow(self._fields, sources, record_kind), parent)
        self._shown: dict[RecordId, Said] = {}
        self._add.setText(self.tr("+ Add so&urce"))
        self._remove_text = self.tr("Remove this citation")
        self.edited.connect(self.counted)

    def offer(self, field: str, label: str) -> None:
        """Offer a field of the form as what a source may speak of."""
        self._fields[field] = label

    def cite(self, field: str) -> None:
        """Begin a citation of a field and give it the keyboard."""
        self.begun.emit(self.add_row({"field": field}, focus=True))

    def show_citations(self, stored: Sequence[Record]) -> None:
        """Show what is stored."""
        said = [citations.said_by(citation) for citation in stored]
        self._shown = {each.citation: each for each in said if each.citation is not None}
        self.set_entries(_entry(each) for each in said)
        self.counted.emit()

    def count(self, field: str) -> int:
        """Return how many citations speak of a field."""
        rows = (row for row in self.rows if isinstance(row, CitationRow))
        return len([row for row in rows if row.source.value() and row.field.currentData() == field])

    def edits(self) -> CitationEdits:
        """Return what is to be stored and deleted: only what differs from what was shown."""
        put = [_said(entry) for entry in self.entries()]
        left = {each.citation for each in put}
        return CitationEdits(
            tuple(each for each in put if each.citation is None or self._shown.get(each.citation) != each),
            tuple(citation for citation in self._shown if citation not in left),
        )

    def draft(self) -> dict[str, object]:
        """Return what was typed, and what was stored when it was."""
        return {"rows": self.drafts(), "shown": [_entry(each) for each in self._shown.values()]}

    def take_draft(self, draft: object) -> None:
        """Show what was typed before."""
        if isinstance(draft, Mapping):
            said = [_said(entry) for entry in draft["shown"]]
            self._shown = {each.citation: each for each in said if each.citation is not None}
            self.take_drafts(draft["rows"])
            self.counted.emit()


def _entry(said: Said) -> dict[str, Value]:
    return {name: getattr(said, name) for name in _TEXTS if getattr(said, name)}


def _said(entry: Mapping[str, Value]) -> Said:
    text = {name: str(entry.get(name) or "") for name in _TEXTS}
    return Said(
        RecordId(text["source"]),
        text["field"],
        text["stance"] or SUPPORTS,
        text["quote"],
        text["locator"],
        RecordId(text["citation"]) if text["citation"] else None,
        text["new_title"],
    )
