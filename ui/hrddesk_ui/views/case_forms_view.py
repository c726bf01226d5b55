"""The forms about a person of the case: what the records say, what is still missing, and writing them out."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hrddesk.actions import forms
from hrddesk.actions.cases import CaseDetail
from hrddesk.actions.forms import FilledForm, FilledQuestion
from hrddesk.errors import HrdDeskError
from hrddesk.jobs import Job
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui import messages, theme
from hrddesk_ui.desk import Desk
from hrddesk_ui.widgets import heights, page_layout
from hrddesk_ui.widgets.answers_edit import AnswerEdit
from hrddesk_ui.widgets.language import shown_language
from hrddesk_ui.widgets.path_edit import Purpose, choose_path
from hrddesk_ui.widgets.still import StillComboBox
from hrddesk_ui.widgets.trouble_label import TroubleLabel

_SHORT = 12  # so many of what is missing are named; the page shows the rest


class CaseFormsView(QWidget):
    """Choose a form and a person; each question shows what is known, and takes an answer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.fields: dict[str, AnswerEdit] = {}
        self._filled: FilledForm | None = None
        self._case: RecordId | None = None
        self._dirty = False
        self.form = self._choice(self.tr("Form"))
        for template in forms.listed():
            self.form.addItem(template.label(shown_language()), template.code)
        self.person = self._choice(self.tr("Person"))
        self.language = self._choice(self.tr("Language of the form"))
        self.language.addItem("English", "en")
        self.language.addItem("中文", "zh")
        self.language.setCurrentIndex(self.language.findData(shown_language()))
        self.state = page_layout.words("", self)
        self.missing = page_layout.note("", self)
        self.save_button = QPushButton(self.tr("Save answers"), self)
        self.pdf_button = QPushButton(self.tr("Write PDF …"), self)
        self.text_button = QPushButton(self.tr("Write text …"), self)
        self.trouble = TroubleLabel(self)
        self.area: QScrollArea = page_layout.scrolling(QWidget(), self)
        self._lay_out()
        for box in (self.form, self.person, self.language):
            box.activated.connect(self._other)
        self.save_button.clicked.connect(self._save)
        self.pdf_button.clicked.connect(lambda: self._write("pdf"))
        self.text_button.clicked.connect(lambda: self._write("text"))

    def start(self) -> QWidget:
        """Return the choice of the form."""
        return self.form

    def show_case(self, detail: CaseDetail) -> None:
        """Offer the people of a case; what was typed and not saved stays as long as it is the same case."""
        people = [(p, detail.names.get(p.id) or p.text("ref")) for p, _ in detail.parties]
        people = [(p, name) for p, name in people if p.text("kind") in ("", "person")]
        if detail.record.id != self._case:
            self._case, self._dirty = detail.record.id, False
        chosen = self.person.currentData()
        self.person.clear()
        for party, name in people:
            self.person.addItem(name, party.id)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0) if people else -1)
        if not self._dirty and self.isVisible():
            self.load()

    def load(self) -> None:
        """Fill the form that is chosen from what is recorded now."""
        party = self.person.currentData()
        self._dirty = False
        self._filled = None
        if party:
            code, language = str(self.form.currentData()), str(self.language.currentData())
            self._filled = forms.filled(self.desk.reader, code, RecordId(party), language)
        self._show()

    # --- making ---

    def _choice(self, name: str) -> StillComboBox:
        box = StillComboBox(self)
        box.setAccessibleName(name)
        box.setMinimumHeight(heights.field(box))
        return box

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.GRID)
        top.addWidget(self.form, 2)
        top.addWidget(self.person, 2)
        top.addWidget(self.language)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.pdf_button)
        buttons.addWidget(self.text_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.GRID] * 4)
        layout.setSpacing(theme.GRID)
        layout.addLayout(top)
        layout.addWidget(self.state)
        layout.addWidget(self.missing)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)

    def _show(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.GRID, 0, theme.GRID, theme.GRID)
        column.setSpacing(theme.GRID)
        self.fields = {}
        filled = self._filled
        if filled is None:
            column.addWidget(
                page_layout.note(self.tr("Add the person to the case first, under People."), page)
            )
        else:
            column.addWidget(page_layout.note(filled.template.about(shown_language()), page))
            for section, part in filled.sections:
                column.addWidget(page_layout.heading(section.label(filled.language), page))
                for item in part:
                    self._add(item, column, page)
        column.addStretch(1)
        self.area.setWidget(page)
        for button in (self.save_button, self.pdf_button, self.text_button):
            button.setEnabled(filled is not None)
        self._count()

    def _add(self, item: FilledQuestion, column: QVBoxLayout, page: QWidget) -> None:
        label = QLabel(item.question.label(self._language), page)
        label.setWordWrap(True)
        column.addWidget(label)
        if item.fact:
            said = page_layout.note(self.tr("From the records: {fact}").format(fact=item.fact), page)
            column.addWidget(said)
        field = AnswerEdit(item.question, page)
        field.set_answer(item.answer)
        label.setBuddy(field)
        column.addWidget(field)
        field.edited.connect(self._typed)
        self.fields[item.question.key] = field

    @property
    def _language(self) -> str:
        return str(self.language.currentData())

    # --- counting ---

    def _typed(self) -> None:
        self._dirty = True
        self._count()

    def _count(self) -> None:
        """Say how complete the form is with what is typed at this moment."""
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
        named = [item.question.label(self._language) for item in open_[:_SHORT]]
        more = "" if len(open_) <= _SHORT else " …"
        text = self.tr("Missing: {questions}").format(questions="; ".join(named) + more)
        self.missing.setText(text if open_ else self.tr("Nothing is missing."))

    # --- doing ---

    def _other(self) -> None:
        """Show another form, after what was typed was saved: nothing is lost by looking at another one."""
        if self._dirty and self._filled is not None:
            self._save(then_load=True)
        else:
            self.load()

    def _answers(self) -> dict[str, str] | None:
        """Return what differs from what is stored; None when something is no answer."""
        assert self._filled is not None
        self.trouble.hush()
        stored = {item.question.key: item.answer for item in self._filled.questions}
        for field in self.fields.values():
            if field.problem():
                self.trouble.complain(field.problem(), field.edited)
                field.setFocus()
                return None
        now = {key: field.kept() for key, field in self.fields.items()}
        return {key: text for key, text in now.items() if text != stored[key]}

    def _save(self, *, then_load: bool = True) -> None:
        filled = self._filled
        said = self._answers() if filled is not None else None
        if filled is None or said is None:
            return
        if not said:
            self.load()
            return

        def work(session: Session, job: Job) -> Changes:
            del job
            return forms.fill(session, filled.template.code, filled.party, said)

        def done(_: None) -> None:
            self._dirty = False
            if then_load:
                self.load()

        self.desk.change(self, work, done, failed=self._failed)

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text)

    def _write(self, kind: str) -> None:
        """Ask where, then write; what is typed and not saved is saved first."""
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
        """Write the form to that file, as pdf or text."""
        filled = self._filled
        if filled is None:
            return
        code, language = filled.template.code, filled.language

        def work(session: Session, job: Job) -> FilledForm:
            return forms.export(session, code, filled.party, path, job, format=kind, language=language)

        def done(_: FilledForm) -> None:
            self.desk.say(
                self.tr("The form was written: {file}").format(file=path.name),
                self.tr("It is confidential, names people, and is not encrypted."),
                self.tr("Delete it where it is not needed any more."),
                tone="warn",
            )

        self.desk.ask(self, work, done, failed=self._failed, label=self.tr("Writing the form"))
