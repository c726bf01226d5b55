"""The rows for the answers of a person about consent; a later answer never replaces an earlier one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hrddesk.errors import HrdDeskError
from hrddesk.records.model.record import RecordId, Value
from hrddesk.records.rules.consents import checked, choices
from hrddesk_ui.error_words import core_words
from hrddesk_ui.widgets.fields.choice_edit import ChoiceEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.forms.party_picker import PartyChoice
from hrddesk_ui.widgets.forms.rows_edit import Entry, EntryRow, RowsEdit
from hrddesk_ui.widgets.forms.source_picker import SourcePicker, Sources
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.language import shown_chain
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

_CODES: Final = {
    "consent": QT_TRANSLATE_NOOP("ConsentRow", "Answer"),
    "purpose": QT_TRANSLATE_NOOP("ConsentRow", "Agrees to"),
    "given_by": QT_TRANSLATE_NOOP("ConsentRow", "Answer given by"),
    "basis": QT_TRANSLATE_NOOP("ConsentRow", "Basis without consent"),
}


class ConsentRow(EntryRow):
    """A row for one answer about consent: to which use, by whom and when, and whether pictures are included.

    If there is no consent, the row can state the basis on which no consent is needed.
    """

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        codes = {name: self.bind(name, self._choice(name)) for name in ("consent", "purpose", "given_by")}
        yes_no = {"": self.tr("No pictures"), "yes": self.tr("Pictures too")}
        self._pictures = ChoiceEdit(self.tr("Pictures"), yes_no, self, short=True)
        self._pictures.edited.connect(self.edited)
        date = self.bind("date", LineEdit(self.tr("Answered on"), self.tr("Answered on: 2026-03-05"), self))
        until = self.bind("until", LineEdit(self.tr("Holds until"), self.tr("Holds until"), self))
        basis = self.bind("basis", self._choice("basis"))
        self._source = SourcePicker(self.tr("Public document that shows it"), _Stored(sources), self)
        self._source.set_placeholder(self.tr("Public document that shows it"))
        self._source.edited.connect(self.edited)
        self._order = [*codes.values(), self._pictures, date, until, basis, self._source]
        lines = (
            boxes.row((first, 1), (right, 1), spacing=6)
            for first, right in zip(self._order[::2], self._order[1::2], strict=True)
        )
        boxes.column(*lines, parent=self, spacing=4)

    def stops(self) -> list[QWidget]:
        """Return the controls of the row in the order of the Tab key.

        They are: answer, purpose, giver, pictures, dates, basis, document.
        """
        return list(self._order)

    def show_entry(self, entry: Entry) -> None:
        """Show a stored answer."""
        super().show_entry(entry)
        self._pictures.set_value("yes" if entry.get("pictures") else "")
        source = RecordId(str(entry.get("source") or ""))
        if source:
            self._source.set_choice(PartyChoice(source, self._sources.label(source)))

    def entry(self) -> dict[str, Value]:
        """Return the entry of the row; it is empty while no answer is chosen."""
        values = super().entry()
        if not values.get("consent"):
            return {}
        beside = {"pictures": self._pictures.value() == "yes" or None, "source": self._source.value()}
        return {name: value for name, value in {**values, **beside}.items() if value is not None}

    def problem(self) -> str:
        """Return what is missing or impossible in the row; "" if nothing is wrong."""
        entry = self.entry()
        if not entry or entry == self._given:
            return ""
        try:
            checked(entry)
        except HrdDeskError as error:
            return self.tr("Informed consent: {why}").format(why=core_words.words(error.details["why"]))
        return ""

    def _choice(self, name: str) -> ChoiceEdit:
        called = QCoreApplication.translate("ConsentRow", _CODES[name])
        codes = {term.code: term.label(shown_chain()) for term in choices(name)}
        return ChoiceEdit(called, {"": f"{called} …", **codes}, self, short=True)


class _Stored:
    """The search for the sources that a row offers as documents: only sources that are stored already.

    This class filters the form's own search, which would also offer to create a new source.
    """

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def near(self) -> Sequence[PartyChoice]:
        """Return the sources that are offered before anything is typed."""
        return self._sources.near()

    def find(self, text: str) -> Sequence[PartyChoice]:
        """Return the stored sources that match the text."""
        return [choice for choice in self._sources.find(text) if not self._sources.new_title(choice.id)]

    def label(self, source: RecordId) -> str:
        """Return the title of a source."""
        return self._sources.label(source)

    def new_title(self, source: RecordId) -> str:
        """Return "", because every offered source is stored already."""
        return ""

    def promise(self, source: RecordId, title: str) -> None:
        """Do nothing: no new source is created here."""


class ConsentsEdit(RowsEdit):
    """The rows of answers; the latest answer counts. A withdrawal is one more row; earlier rows stay."""

    def __init__(self, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__("", "", lambda: ConsentRow(sources), parent)
        self._add.setText(self.tr("+ Add answer"))
        self._remove_text = self.tr("Remove this answer")
        self.adds_by_return = False
