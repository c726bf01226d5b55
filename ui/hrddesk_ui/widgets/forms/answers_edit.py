"""Fields for the answers to a desk's own questions; each type of question has its own control.

Unknown, not asked and none are answers too.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.records.questions import answers_of
from hrddesk.errors import InvalidDate, InvalidValue
from hrddesk.records.model.record import Record
from hrddesk.records.texts import questions
from hrddesk.records.texts.questions import NO, YES, Question, QuestionType
from hrddesk_ui.theme import heights, theme
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.binding import Binding, Problem
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.words.language import shown_chain
from hrddesk_ui.words.vocabularies import shown_words

_LONG_LINES = 3


class AnswerEdit(QWidget):
    """The field for one answer; it also offers the answers unknown, not asked and none."""

    edited = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        name = question.label(shown_chain())
        self._line: LineEdit | TextEdit | None = None
        self._term: TermEdit | None = None
        row = boxes.row(parent=self)
        if question.type is QuestionType.VOCABULARY:
            self._term = TermEdit(name, question.vocabulary, parent=self)
            self._term.edited.connect(self.edited)
            row.addWidget(self._term, 1)
            self.setFocusProxy(self._term)
            self._choice: StillComboBox | None = None
            return
        if question.type is QuestionType.LONG:
            self._line = TextEdit(name, lines=_LONG_LINES, parent=self)
            self._line.textChanged.connect(self.edited)
        elif question.type is not QuestionType.YES_NO:
            hint = self.tr("2020-02-06, 2020-02, 2020?") if question.type is QuestionType.DATE else ""
            self._line = LineEdit(name, hint, self)
            self._line.textEdited.connect(self.edited)
        self._choice = StillComboBox(self)
        self._choice.setMinimumHeight(heights.field(self._choice))
        self._choice.setAccessibleName(
            name if self._line is None else self.tr("{question}: or say").format(question=name)
        )
        self._choice.addItem("" if self._line is None else self.tr("as written"), "")
        if question.type is QuestionType.YES_NO:
            self._choice.addItem(self.tr("Yes"), YES)
            self._choice.addItem(self.tr("No"), NO)
        for code, term in questions.answers().items():
            self._choice.addItem(term.label(shown_chain()), code)
        if self._line is not None:
            row.addWidget(self._line, 1)
            self.setFocusProxy(self._line)
        else:
            self.setFocusProxy(self._choice)
        row.addWidget(self._choice)
        if self._line is None:
            row.addStretch(1)
        self._choice.activated.connect(self._chosen)

    def stops(self) -> list[QWidget]:
        """Return the widgets in the field that Tab visits."""
        return [stop for stop in (self._term, self._line, self._choice) if stop is not None]

    def answer(self) -> str:
        """Return the content of the field: a code, or the words as they were typed."""
        if self._term is not None:
            return self._term.value()
        assert self._choice is not None
        return str(self._choice.currentData() or "") or self._typed()

    def set_answer(self, answer: str) -> None:
        """Show an answer."""
        if self._term is not None:
            self._term.set_value(answer)
            return
        assert self._choice is not None
        row = max(self._choice.findData(answer), 0) if answer else 0
        self._choice.setCurrentIndex(row)
        typed = "" if row else answer
        if self._line is not None:
            self._line.set_value(typed)
        self._show_choice()

    def problem(self) -> str:
        """Return why the content is not an answer; empty for an answer and for an empty field."""
        try:
            questions.checked(self.question, self.answer(), shown_words())
        except (InvalidDate, InvalidValue):
            if self.question.type is QuestionType.DATE:
                return self.tr("Write for example 2020-02-06 or early March 2021, or choose Unknown.")
            return self.tr("A whole number is needed, or choose Unknown.")
        return ""

    def kept(self) -> str:
        """Return the answer as it is stored; call this only if `problem` returns ""."""
        return questions.checked(self.question, self.answer(), shown_words())

    def _typed(self) -> str:
        return "" if self._line is None else self._line.value()

    def _chosen(self) -> None:
        self._show_choice()
        self.edited.emit()

    def _show_choice(self) -> None:
        if self._line is not None and self._choice is not None:
            self._line.setEnabled(not self._choice.currentData())


class AnswersEdit(QWidget):
    """A column of questions, each with the field for its answer."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = boxes.column(parent=self)
        self.fields: dict[str, AnswerEdit] = {}
        self.asked: Mapping[str, str] = {}
        """The answers that were in the fields when `ask` showed the questions."""
        self._holder: QWidget | None = None
        self.hide()

    def ask(self, question_answers: Sequence[tuple[Question, str]]) -> None:
        """Show these questions, each with its answer, in place of the previous ones."""
        if self._holder is not None:
            self._layout.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget(self)
        column = boxes.column(parent=self._holder)
        self.fields = {}
        if question_answers:
            column.addWidget(page_layout.heading(self.tr("Questions of your desk"), self._holder))
        for question, answer in question_answers:
            field = AnswerEdit(question, self._holder)
            words = Label(question.label(shown_chain()), self._holder)
            words.setWordWrap(True)
            words.setBuddy(field)
            theme.set_role(words, "muted")
            column.addWidget(words)
            column.addWidget(field)
            field.set_answer(answer)
            field.edited.connect(self.edited)
            self.fields[question.key] = field
        self._layout.addWidget(self._holder)
        self.asked = self.drafts()
        self._holder.show()
        self.setVisible(bool(question_answers))

    def stops(self) -> list[QWidget]:
        """Return the widgets that Tab visits, in order."""
        return [stop for field in self.fields.values() for stop in field.stops()]

    def drafts(self) -> dict[str, str]:
        """Return the content of each field, by the key of its question."""
        return {key: field.answer() for key, field in self.fields.items()}

    def take_drafts(self, typed: Mapping[str, str]) -> None:
        """Show the contents that `drafts` returned."""
        for key, text in typed.items():
            if key in self.fields:
                self.fields[key].set_answer(text)

    def problems(self) -> list[tuple[QWidget, str]]:
        """Return the fields whose content is not a valid answer, each with the reason."""
        return [(field, field.problem()) for field in self.fields.values() if field.problem()]

    def changed(self, stored_answers: Mapping[str, str]) -> set[str]:
        """Return the keys of the questions whose answer was typed here.

        An answer counts as typed if it differs from the stored one and from the one that was passed to `ask`.
        These two differ if a colleague answered after a draft was begun; the colleague's answer then stays.
        """
        return {
            key
            for key, field in self.fields.items()
            if field.answer() not in (stored_answers.get(key, ""), self.asked.get(key, ""))
        }

    def entries(self, stored_answers: Mapping[str, str]) -> list[dict[str, str | int | bool | None]]:
        """Return the list of answers to store: each answer that was typed here (see `changed`), and the
        stored answers to all other questions.
        """
        typed = {key: self.fields[key].kept() for key in self.changed(stored_answers)}
        answers = {**stored_answers, **typed}
        return [{"field": key, "answer": text} for key, text in answers.items() if text]


class AnswersBinding(Binding):
    """Binds the list of answers of a record to its form; the view must pass the questions to
    `AnswersEdit.ask`.
    """

    def __init__(self, edit: AnswersEdit) -> None:
        super().__init__("answers", edit, edit.edited)
        self.edit = edit
        self._record_answers: Mapping[str, str] = {}

    @property
    def is_changed(self) -> bool:
        """Whether an answer was typed that is not stored."""
        return bool(self.edit.changed(self._record_answers))

    def show(self, record: Record) -> None:
        """Remember the recorded answers, to keep those to questions that are not asked; show nothing."""
        self._record_answers = answers_of(record)

    def fill(self, values: FormValues) -> None:
        """Write the answers into `values`, if the form asks any question."""
        if self.edit.fields:
            values.entries["values"] = self.edit.entries(self._record_answers)

    def draft(self) -> dict[str, str]:
        """Return the content of each field, by the key of its question."""
        return self.edit.drafts()

    def take_draft(self, draft: Any) -> None:
        """Show the content of a draft."""
        self.edit.take_drafts(draft)

    def problems(self) -> Sequence[Problem]:
        """Return the fields whose content is not a valid answer, each with the reason."""
        return self.edit.problems()
