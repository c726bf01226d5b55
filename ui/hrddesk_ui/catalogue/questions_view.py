"""The list of the desk's own questions, in which a user adds, rewords and retires them."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from hrddesk.actions.records import questions
from hrddesk.actions.records.questions import Definition
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.texts.questions import Question
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.catalogue.catalogue_view import CatalogueView
from hrddesk_ui.catalogue.question_form import QuestionForm
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.words.language import shown_chain
from hrddesk_ui.words.record_words import kind_word


class QuestionsView(CatalogueView):
    """The desk's own questions, which appear below the fields of cases, people and events."""

    kind: ClassVar[Kind] = Kind.FIELD

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._questions: dict[RecordId, Question] = {}
        super().__init__(
            desk,
            self.tr("Questions of your desk"),
            self.tr("New question"),
            self.tr(
                "Asked about every case, person or event. What is answered is secret until you release it."
            ),
            parent,
        )
        self.retire_button = boxes.button(self.tr("Retire"), self._retire, self)
        self.restore_button = boxes.button(self.tr("Ask again"), self._restore, self)
        self.bar.insertWidget(1, self.retire_button)
        self.bar.insertWidget(2, self.restore_button)
        self.earlier_button = self._mover("↑", self.tr("Ask this question earlier"), -1)
        self.later_button = self._mover("↓", self.tr("Ask this question later"), 1)

    def _mover(self, sign: str, name: str, by: int) -> QPushButton:
        button = boxes.button(sign, lambda: self._move(by), self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        self.bar.insertWidget(self.bar.count() - 2, button)
        return button

    def _move(self, by: int) -> None:
        question = self._questions.get(self.shown) if self.shown is not None else None
        if question is not None:
            self.change(
                lambda session: questions.move(session, question.key, by), self.tr("The order was changed.")
            )

    def make_form(self) -> FormEdit:
        """Make the form of a question."""
        self._form = QuestionForm()
        return self._form

    def entries(self, text: str) -> Sequence[ListEntry]:
        """Return the questions that contain the text, in the order in which they are asked."""
        own_questions = questions.own(self.desk.reader, retired=True)
        self._questions = {question.id: question for question in own_questions if question.id is not None}
        needle = text.casefold()
        return [
            self._entry(record, question)
            for record, question in self._questions.items()
            if needle in "\n".join(question.labels.values()).casefold()
        ]

    def show_entry(self, record: RecordId | None) -> None:
        """Show the form of a question; for None, begin a new question."""
        question = self._questions.get(record) if record is not None else None
        stored = self.desk.reader.find(record) if record is not None else None
        if question is None or stored is None:
            self._form.begin()
        else:
            self._form.show_record(stored)
        for button in (self.earlier_button, self.later_button):
            button.setEnabled(question is not None)
        self.retire_button.setVisible(question is not None and not question.retired)
        self.restore_button.setVisible(question is not None and question.retired)

    def work(self, record: RecordId | None, values: FormValues) -> Callable[[Session], Outcome[RecordId]]:
        """Return the action that creates or changes the question."""
        question = self._questions.get(record) if record is not None else None
        definition = Definition(
            owner=values.said("owner"),
            type=values.said("type"),
            labels=values.labels(),
            vocabulary=values.said("vocabulary"),
            template=values.said("template"),
            level=values.said("visibility") or None,
        )

        def store(session: Session) -> Outcome[RecordId]:
            if question is None or record is None:
                return questions.add(session, definition)
            return Outcome(record, questions.edit(session, question.key, definition).changes)

        return store

    def _entry(self, record: RecordId, question: Question) -> ListEntry:
        state = self.tr("retired") if question.retired else ""
        answered = self.tr("answered in %n record(s)", "", questions.uses(self.desk.reader, question))
        second = " · ".join(part for part in (kind_word(question.owner), answered, state) if part)
        return ListEntry(id=record, first=question.label(shown_chain()), second=second)

    def _retire(self) -> None:
        question = self._questions.get(self.shown) if self.shown is not None else None
        if question is not None:
            sentence = self.tr("It is asked no longer; its answers stay.")
            self.change(lambda session: questions.retire(session, question.key), sentence)

    def _restore(self) -> None:
        question = self._questions.get(self.shown) if self.shown is not None else None
        if question is not None:
            self.change(
                lambda session: questions.restore(session, question.key), self.tr("It is asked again.")
            )
