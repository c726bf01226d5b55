"""The form of a question that the desk asks in addition to the fields of the program.

It has the words of the question, its subject, and the type of its answer.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hrddesk.records.model.kinds import LABELS, SPECS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.texts import questions
from hrddesk.records.texts.questions import OWNERS, QuestionType
from hrddesk_ui.catalogue.vocabulary_words import NAMES
from hrddesk_ui.widgets.fields.choice_edit import ChoiceEdit
from hrddesk_ui.widgets.forms.binding import Problem
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.labels_edit import LabelsBinding, LabelsEdit
from hrddesk_ui.words.language import shown_chain
from hrddesk_ui.words.record_words import kind_word

_ABOUT_A_PERSON = Record(kind=Kind.FIELD, id=RecordId("0" * 32)).with_fields(
    owner=Kind.PARTY.value, type=QuestionType.TEXT.value
)


class QuestionForm(FormEdit):
    """The form to add or change one question."""

    spec = SPECS[Kind.FIELD]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        types = {
            QuestionType.TEXT: self.tr("A line of text"),
            QuestionType.LONG: self.tr("A longer text"),
            QuestionType.DATE: self.tr("A date"),
            QuestionType.NUMBER: self.tr("A number"),
            QuestionType.YES_NO: self.tr("Yes or no"),
            QuestionType.VOCABULARY: self.tr("A term of a vocabulary"),
        }
        vocabularies = {
            name: QCoreApplication.translate("Vocabularies", text) for name, text in NAMES.items()
        }
        forms = {item.code: item.label(shown_chain()) for item in questions.templates().values()}
        self.labels = LabelsEdit(self.tr("Question"))
        required = self.tr("Ask it in at least one language.")
        self.bind(LabelsBinding(self._list(LABELS), self.labels, required), self.tr("Question"), wide=True)
        owners = {kind.value: kind_word(kind) for kind in OWNERS}
        self.owner = self.field("owner", ChoiceEdit(self.tr("Asked about"), owners))
        answers = {kind.value: text for kind, text in types.items()}
        self.type = self.field("type", ChoiceEdit(self.tr("An answer is"), answers))
        self.vocabulary = self.field(
            "vocabulary", ChoiceEdit(self.tr("Of which vocabulary"), {"": "", **vocabularies})
        )
        self.template = self.field(
            "template", ChoiceEdit(self.tr("Also in the form"), {"": self.tr("none"), **forms})
        )
        self.visibility = self.level(wide=True)
        self.finish()
        self.page.grid.setRowStretch(self.page.grid.rowCount(), 1)
        for choice in (self.owner, self.type):
            choice.edited.connect(self._follow)

    def show_record(self, record: Record) -> None:
        """Show the question that a record defines."""
        super().show_record(record)
        self._follow()

    def begin(self, proposed: Record | None = None) -> None:
        """Begin a new question; without a proposal, it is about a person."""
        super().begin(proposed or _ABOUT_A_PERSON)
        self._follow()

    def take_draft(self, draft: Mapping[str, Any]) -> None:
        """Show the content of a draft."""
        super().take_draft(draft)
        self._follow()

    def heading(self, record: Record | None) -> str:
        """Return the heading of the form."""
        return self.tr("New question") if record is None else self.tr("Question")

    def start(self) -> QWidget:
        """Return the widget to focus first: the field for the question in the first language."""
        return self.labels.start()

    def problems(self) -> list[Problem]:
        """Return what is wrong in the form, for example a missing vocabulary."""
        problems = super().problems()
        if self.type.value() == QuestionType.VOCABULARY and not self.vocabulary.value():
            problems.append((self.vocabulary, self.tr("Choose the vocabulary.")))
        return problems

    def _follow(self) -> None:
        """Enable the choice of a vocabulary and of a form only where the type and the subject of the question
        allow it.
        """
        self.owner.setEnabled(self.stored is None)  # its answers would belong nowhere
        fits_vocabulary = self.type.value() == QuestionType.VOCABULARY
        fits_form = self.owner.value() == Kind.PARTY
        for choice, fits in ((self.vocabulary, fits_vocabulary), (self.template, fits_form)):
            choice.setEnabled(fits)
            if not fits:
                choice.set_value("")
