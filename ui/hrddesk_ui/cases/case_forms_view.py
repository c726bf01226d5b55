"""The forms about a person of the case: recorded answers, missing ones, and export."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hrddesk.actions.interop import forms
from hrddesk.actions.interop.forms import FilledForm, FilledQuestion
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.errors import HrdDeskError
from hrddesk.records.language.labels import Chain
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.pages.drafts import DraftKey, Drafts
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.forms.answers_edit import AnswerEdit
from hrddesk_ui.widgets.forms.form_edit import DRAFT_DELAY_MS
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.words.language import label_languages, language_name, shown_chain
from hrddesk_ui.words.record_words import RecordWords

_SHORT = 12  # so many of what is missing are named; the page shows the rest


class CaseFormsView(QWidget):
    """A form about a person: each question shows the recorded answer, and can be answered.

    Unsaved answers stay as a draft when another form, another person or another case is chosen.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.fields: dict[str, AnswerEdit] = {}
        self._filled: FilledForm | None = None
        self._base: Record | None = None  # the person as they were when the first answer was typed
        self._case: RecordId | None = None
        self._dirty = False
        self._drafts = Drafts.of(desk)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DRAFT_DELAY_MS)
        self._soon.timeout.connect(self._keep)
        self.form = self._choice(self.tr("Form"))
        for template in forms.listed():
            self.form.addItem(template.label(shown_chain()), template.code)
        self.person = self._choice(self.tr("Person"))
        self.language = self._choice(self.tr("Language of the form"))
        for code in dict.fromkeys((*label_languages(), *forms.languages())):
            self.language.addItem(language_name(code), code)
        self.language.setCurrentIndex(max(self.language.findData(shown_chain()[0]), 0))
        self.state = page_layout.words("", self)
        self.missing = page_layout.note("", self)
        self.notice = page_layout.words("", self)
        theme.set_role(self.notice, "warn")
        self.notice.hide()
        self.save_button = boxes.button(self.tr("Save answers"), lambda: self._save(), self)
        self.pdf_button = boxes.button(self.tr("Write PDF …"), lambda: self._write("pdf"), self)
        self.text_button = boxes.button(self.tr("Write text …"), lambda: self._write("text"), self)
        self.trouble = TroubleLabel(self)
        self.area: QScrollArea = page_layout.scrolling(QWidget(), self)
        self._lay_out()
        for box in (self.form, self.person, self.language):
            box.activated.connect(self.load)
        desk.discard_wanted.connect(self._throw_away)

    def start(self) -> QWidget:
        """Return the widget to focus first: the choice of the form."""
        return self.form

    def show_case(self, detail: CaseDetail) -> None:
        """Offer the people of a case in the choice of the person.

        If the case is already shown, unsaved answers stay.
        """
        people = [(p, detail.names.get(p.id) or p.text("ref")) for p, _ in detail.parties]
        people = [(p, name) for p, name in people if p.text("kind") in ("", "person")]
        if detail.record.id != self._case:
            self._put_away()
            self._case = detail.record.id
        chosen = self.person.currentData()
        self.person.clear()
        for party, name in people:
            self.person.addItem(name, party.id)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0) if people else -1)
        self.arrive()

    def arrive(self) -> None:
        """Show the recorded answers, unless there are unsaved ones."""
        if not self._dirty and self.isVisible():
            self.load()

    def load(self) -> None:
        """Fill the chosen form with the recorded answers, and with the unsaved ones from its draft."""
        self._put_away()
        party = self.person.currentData()
        if party:
            code = str(self.form.currentData())
            self._filled = forms.filled(self.desk.reader, code, RecordId(party), self._chain)
        self._show()
        self._give_back()

    def open_draft(self, key: DraftKey) -> None:
        """Show the form with its draft, even if its person is no longer in the case."""
        self.form.setCurrentIndex(max(self.form.findData(key.template), 0))
        if self.person.findData(key.record) < 0 and key.record is not None:
            self.person.addItem(RecordWords(self.desk.reader).reference(key.record), key.record)
        self.person.setCurrentIndex(self.person.findData(key.record))
        self.load()

    def hideEvent(self, event: QHideEvent) -> None:
        """Store the unsaved answers as a draft before the view is hidden."""
        self._keep()
        super().hideEvent(event)

    # --- making ---

    def _choice(self, name: str) -> StillComboBox:
        box = StillComboBox(self, name=name)
        box.setMinimumHeight(heights.field(box))
        return box

    def _lay_out(self) -> None:
        top = boxes.row()
        boxes.add(top, (self.form, 2), (self.person, 2), self.language)
        buttons = boxes.row()
        boxes.add(buttons, self.save_button, self.pdf_button, self.text_button, 1)
        layout = boxes.column(parent=self, margin=tokens.GRID)
        boxes.add(layout, top, self.state, self.notice, self.missing, (self.area, 1), self.trouble, buttons)

    def _show(self) -> None:
        page = QWidget()
        column = boxes.column(parent=page, margin=(tokens.GRID, 0, tokens.GRID, tokens.GRID))
        self.fields = {}
        filled = self._filled
        if filled is None:
            column.addWidget(
                page_layout.note(self.tr("Add the person to the case first, under People."), page)
            )
        else:
            column.addWidget(page_layout.note(filled.template.about(shown_chain()), page))
            for section, part in filled.sections:
                column.addWidget(page_layout.heading(section.label(filled.chain), page))
                for item in part:
                    self._add(item, column, page)
        column.addStretch(1)
        self.area.setWidget(page)
        for button in (self.save_button, self.pdf_button, self.text_button):
            button.setEnabled(filled is not None)
        self._count()

    def _add(self, item: FilledQuestion, column: QVBoxLayout, page: QWidget) -> None:
        label = Label(item.question.label(self._chain), page)
        label.setWordWrap(True)
        column.addWidget(label)
        if item.fact:
            fact_label = page_layout.note(self.tr("From the records: {fact}").format(fact=item.fact), page)
            column.addWidget(fact_label)
        field = AnswerEdit(item.question, page)
        field.set_answer(item.answer)
        label.setBuddy(field)
        column.addWidget(field)
        field.edited.connect(self._typed)
        self.fields[item.question.key] = field

    @property
    def _chain(self) -> Chain:
        return str(self.language.currentData()), *shown_chain()

    # --- counting ---

    def _typed(self) -> None:
        self._dirty = True
        self._soon.start()
        self._count()

    def _count(self) -> None:
        """Show how many questions have an answer and which have none; unsaved answers count too."""
        filled = self._filled
        if filled is None:
            self.state.setText("")
            self.missing.setText("")
            return
        open_ = [i for i in filled.questions if not i.fact and not self.fields[i.question.key].answer()]
        every = len(filled.questions)
        self.state.setText(
            self.tr("{done} of {all} questions are filled in.").format(done=every - len(open_), all=every)
        )
        named = [item.question.label(self._chain) for item in open_[:_SHORT]]
        more = "" if len(open_) <= _SHORT else " …"
        text = self.tr("Missing: {questions}").format(questions="; ".join(named) + more)
        self.missing.setText(text if open_ else self.tr("Nothing is missing."))

    # --- the draft ---

    def _key(self, filled: FilledForm) -> DraftKey:
        return DraftKey(case=self._case, kind=Kind.PARTY, record=filled.party, template=filled.template.code)

    def _keep(self) -> None:
        """Keep as a draft the answers that differ from the recorded ones; without any, drop the draft."""
        self._soon.stop()
        if not self._dirty or self._filled is None:
            return
        key, typed = self._key(self._filled), self._differing()
        if typed:
            self._drafts.keep_typed(key, typed, self._base)
        else:
            self._drafts.drop(key)

    def _put_away(self) -> None:
        self._keep()
        self._filled, self._base, self._dirty = None, None, False

    def _give_back(self) -> None:
        """Show the unsaved answers from the draft of the form, if it has one."""
        if self._filled is None:
            return
        key = self._key(self._filled)
        draft = self._drafts.get(key)
        self.notice.setText("" if draft is None else self._drafts.words_since(key))
        self.notice.setVisible(bool(self.notice.text()))
        self._base = self.desk.reader.find(self._filled.party) if draft is None else draft.base
        if draft is not None:
            for question, answer in draft.typed.items():
                if question in self.fields:
                    self.fields[question].set_answer(str(answer))
            self._dirty = True
            self._count()

    def _throw_away(self, key: DraftKey) -> None:
        """Drop the draft `key` and show the recorded answers, if the draft belongs to this form."""
        if self._filled is not None and key == self._key(self._filled):
            self._dirty = False
            self._drafts.drop(key)
            self.load()

    # --- doing ---

    def _differing(self) -> dict[str, str]:
        """Return the contents of fields that differ from the recorded answers, by the keys of their
        questions.
        """
        assert self._filled is not None
        stored = {item.question.key: item.answer for item in self._filled.questions}
        return {key: field.answer() for key, field in self.fields.items() if field.answer() != stored[key]}

    def _answers(self) -> dict[str, str] | None:
        """Return the answers that differ from the recorded ones; None if a field has an invalid answer."""
        self.trouble.hush()
        for field in self.fields.values():
            if field.problem():
                self.trouble.complain(field.problem(), field.edited)
                field.setFocus()
                return None
        return {key: self.fields[key].kept() for key in self._differing()}

    def _save(self) -> None:
        filled = self._filled
        answers = self._answers() if filled is not None else None
        if filled is None or answers is None:
            return
        self._soon.stop()
        key, drafts = self._key(filled), self._drafts
        if not answers:
            self._throw_away(key)
            return

        def work(session: Session, job: Job) -> Outcome[None]:
            del job
            changes = forms.fill(session, filled.template.code, filled.party, answers).changes
            drafts.note_saved(key)
            return Outcome(None, changes)

        def done(_: None) -> None:
            drafts.drop(key)
            if self._filled is filled:
                self._dirty = False
                self.load()

        self.desk.change(self, work, done, failed=self._failed)

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text)

    def _write(self, kind: str) -> None:
        """Ask for a file, then write the form; unsaved answers are saved first."""
        if self._filled is None or self._answers() is None:
            return
        if self._dirty:
            self._save()
        suffix = "pdf" if kind == "pdf" else "txt"
        choose_path(
            self,
            self.tr("Write the form: it is confidential and will not be encrypted"),
            Purpose.SAVE_FILE,
            lambda path: self.write_to(path, kind),
            suffix=suffix,
        )

    def write_to(self, path: Path, kind: str) -> None:
        """Write the form to the file `path`; `kind` is "pdf" or "text"."""
        filled = self._filled
        if filled is None:
            return
        code, chain = filled.template.code, filled.chain

        def work(session: Session, job: Job) -> FilledForm:
            return forms.export(session, code, filled.party, path, job, format=kind, chain=chain)

        def done(_: FilledForm) -> None:
            self.desk.say(
                self.tr("The form was written: {file}").format(file=path.name),
                self.tr("It is confidential, names people, and is not encrypted."),
                self.tr("Delete it where it is not needed any more."),
                tone="warn",
                about=(self, path),
            )

        self.desk.ask(self, work, done, failed=self._failed, label=self.tr("Writing the form"))
