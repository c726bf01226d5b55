"""The form of a question of the desk's own: about what, of what type, in which form."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hrddesk.records import questions
from hrddesk.records.kinds import Kind
from hrddesk.records.questions import OWNERS, Question, QuestionType
from hrddesk.records.record import Record, RecordId, Value
from hrddesk_ui.record_words import kind_word
from hrddesk_ui.vocabulary_words import NAMES
from hrddesk_ui.widgets import heights
from hrddesk_ui.widgets.form_edit import Draft, FormEdit
from hrddesk_ui.widgets.form_values import FormValues
from hrddesk_ui.widgets.language import shown_language
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.still import StillComboBox
from hrddesk_ui.widgets.visibility_edit import VisibilityEdit

_NO_RECORD = Record(Kind.FIELD, RecordId("0" * 32))


class QuestionForm(FormEdit):
    """Add or change one question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.en = LineEdit(self.tr("The question in English"))
        self.zh = LineEdit(self.tr("The question in Chinese"))
        types = {
            QuestionType.TEXT: self.tr("A line of text"),
            QuestionType.LONG: self.tr("A longer text"),
            QuestionType.DATE: self.tr("A date"),
            QuestionType.NUMBER: self.tr("A number"),
            QuestionType.YES_NO: self.tr("Yes or no"),
            QuestionType.VOCABULARY: self.tr("A term of a vocabulary"),
        }
        translate = QCoreApplication.translate
        language = shown_language()
        self.choices = {
            "owner": self._choice(self.tr("Asked about"), {kind.value: kind_word(kind) for kind in OWNERS}),
            "type": self._choice(self.tr("An answer is"), {kind.value: text for kind, text in types.items()}),
            "vocabulary": self._choice(
                self.tr("Of which vocabulary"),
                {"": ""} | {name: translate("Vocabularies", text) for name, text in NAMES.items()},
            ),
            "template": self._choice(
                self.tr("Also in the form"),
                {"": self.tr("none")}
                | {item.code: item.label(language) for item in questions.templates().values()},
            ),
        }
        self.add_field(self.tr("The question in English"), self.en, 0, 0, 2)
        self.add_field(self.tr("The question in Chinese"), self.zh, 1, 0, 2)
        for row, box in enumerate(self.choices.values()):
            self.add_field(box.accessibleName(), box, 2 + row // 2, row % 2)
        self.visibility = VisibilityEdit(Kind.FIELD)
        self.add_field(self.tr("Who may learn of it"), self.visibility, 4, 0, 2)
        self.finish()
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        for line in (self.en, self.zh):
            line.textEdited.connect(self.mark_dirty)
        for box in self.choices.values():
            box.activated.connect(self.mark_dirty)
            box.activated.connect(self._follow)
        self.visibility.edited.connect(self.mark_dirty)

    def start(self) -> QWidget:
        """Return the English question."""
        return self.en

    def show_question(self, question: Question | None, record: Record | None) -> None:
        """Show a question as a record has it, or begin one about a person."""
        shown = question or Question("", Kind.PARTY, QuestionType.TEXT, "", "")
        self.en.setText(shown.en)
        self.zh.setText(shown.zh)
        for name, value in (
            ("owner", shown.owner.value),
            ("type", shown.type.value),
            ("vocabulary", shown.vocabulary),
            ("template", shown.template),
        ):
            box = self.choices[name]
            box.setCurrentIndex(max(box.findData(value), 0))
        self.choices["owner"].setEnabled(question is None)  # its answers would belong nowhere
        self.set_heading(self.tr("New question") if question is None else self.tr("Question"))
        self.visibility.show_record(record or _NO_RECORD)
        self.stored = record
        self._follow()
        self.mark_clean()

    def show_record(self, record: Record) -> None:
        """Show the question that a record defines."""
        self.show_question(questions.question_of(record), record)

    def values(self) -> FormValues:
        """Return what was typed and chosen."""
        chosen = {name: str(box.currentData() or "") for name, box in self.choices.items()}
        is_of_vocabulary = chosen["type"] == QuestionType.VOCABULARY
        fields = {
            **chosen,
            "label_en": self.en.text().strip(),
            "label_zh": self.zh.text().strip(),
            "vocabulary": chosen["vocabulary"] if is_of_vocabulary else "",
            "template": chosen["template"] if chosen["owner"] == Kind.PARTY else "",
        }
        said: dict[str, Value] = {name: text or None for name, text in fields.items()}
        return FormValues(said | {"visibility": self.visibility.changed()})

    def problems(self) -> Sequence[tuple[QWidget, str]]:
        """Say what is missing."""
        if not (self.en.text().strip() or self.zh.text().strip()):
            return ((self.en, self.tr("Ask it in English or Chinese.")),)
        vocabulary = self.choices["vocabulary"]
        if self.choices["type"].currentData() == QuestionType.VOCABULARY and not vocabulary.currentData():
            return ((vocabulary, self.tr("Choose the vocabulary.")),)
        return ()

    def draft(self) -> Draft:
        """Return everything that was typed."""
        chosen = {name: box.currentData() for name, box in self.choices.items()}
        said = {"en": self.en.text(), "zh": self.zh.text(), "visibility": self.visibility.level()}
        return {**said, **chosen}

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed before and not saved."""
        self.en.setText(cast("str", draft["en"]))
        self.zh.setText(cast("str", draft["zh"]))
        for name, box in self.choices.items():
            box.setCurrentIndex(box.findData(draft[name]))
        self.visibility.set_level(cast("str", draft["visibility"]))
        self._follow()
        self.mark_dirty()

    def _choice(self, name: str, items: dict[str, str]) -> StillComboBox:
        box = StillComboBox()
        box.setAccessibleName(name)
        box.setMinimumHeight(heights.field(box))
        for value, text in items.items():
            box.addItem(text, value)
        return box

    def _follow(self) -> None:
        """Let only what fits the type and the owner be chosen."""
        is_of_vocabulary = self.choices["type"].currentData() == QuestionType.VOCABULARY
        self.choices["vocabulary"].setEnabled(is_of_vocabulary)
        self.choices["template"].setEnabled(self.choices["owner"].currentData() == Kind.PARTY)
