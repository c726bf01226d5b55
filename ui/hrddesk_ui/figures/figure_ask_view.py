"""The view for asking a question: the question on the left, its answer on the right."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hrddesk.actions.analysis import figures
from hrddesk.analysis.figures.dimensions import CUSTOM, Dimension, Level, Sort
from hrddesk.analysis.figures.figure_questions import FigureQuestion
from hrddesk.analysis.figures.figure_tables import CountTable
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.figures.figure_answer_view import FigureAnswerView
from hrddesk_ui.figures.figure_question_edit import QuestionEdit
from hrddesk_ui.history import undoing
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.buttons.delete_button import DeleteButton
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.labels.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.words.language import shown_language

_SIDE_BY_SIDE = 800  # pixels


class FigureAskView(QWidget):
    """A question with its answer.

    Nothing is counted before Count is pressed; the answer says its day and what was counted.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._saved: dict[str, FigureQuestion] = {}
        self.saved = StillComboBox(self, name=self.tr("Saved figures"))
        self.saved.setMinimumHeight(heights.field(self.saved))
        self.saved.setMinimumContentsLength(8)
        self.saved.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.question = QuestionEdit(_own_fields(desk), self)
        self.count_button = boxes.button(self.tr("Count"), self._count, self, icon="figures")
        theme.set_role(self.count_button, "primary")
        self.trouble = TroubleLabel(self)
        self.name = LineEdit(self.tr("Name of the figure"), self.tr("Name, to keep the question"), self)
        self.save_button = boxes.button(self.tr("Save"), self._save, self)
        self.save_button.setAccessibleName(self.tr("Save the question under this name"))
        self.remove_button = DeleteButton(theme.icon("remove"), "", self.saved, self)
        self.remove_button.setAccessibleName(self.tr("Delete the saved figure"))
        self.remove_button.setToolTip(self.remove_button.accessibleName())
        self.copy_button = boxes.button(self.tr("Copy"), self._copy, self)
        self.copy_button.setAccessibleName(self.tr("Copy the figure with its card"))
        self.export_button = boxes.button(self.tr("Export …"), self._export, self)
        self.export_button.setAccessibleName(self.tr("Export the table with its card"))
        self.stale = HintLabel(self)
        self.stale.setContentsMargins(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, 0)
        self.stale.hide()
        self._counted: FigureQuestion | None = None
        """The question whose answer is shown; None if a record was changed after the count."""
        self.answer = FigureAnswerView(self)
        self._lay_out()
        self.saved.activated.connect(self._on_saved)
        self.name.returnPressed.connect(self._save)
        self.remove_button.clicked.connect(self._remove)
        for button in (self.copy_button, self.export_button):
            button.setEnabled(False)
        desk.changed.connect(self._on_changed)
        self.question.edited.connect(self._look_if_stale)

    def _lay_out(self) -> None:
        left_pane = QWidget(self)
        column = boxes.column(parent=left_pane, margin=2 * tokens.GRID)
        first, keep = QHBoxLayout(), QHBoxLayout()
        for row in (first, keep):
            row.setSpacing(tokens.GRID)
        first.addWidget(self.saved, 1)
        first.addWidget(self.remove_button)
        keep.addWidget(self.name, 1)
        keep.addWidget(self.save_button)
        boxes.add(
            column,
            first,
            self.question,
            self.trouble,
            (self.count_button, 0, Qt.AlignmentFlag.AlignLeft),
            keep,
            1,
        )
        right = QWidget(self)
        rows = boxes.column(parent=right, spacing=0)
        buttons = boxes.row(margin=(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, 0))
        boxes.add(buttons, self.copy_button, self.export_button, 1)
        boxes.add(rows, buttons, self.stale, (page_layout.scrolling(self.answer, right), 1))
        panes = TurningSplitter(_SIDE_BY_SIDE, self)
        panes.add(page_layout.scrolling(left_pane, self), 2)
        panes.add(right, 3)
        panes.setSizes([420, 640])
        boxes.column(panes, parent=self)

    def load(self) -> None:
        """Read the saved questions into the choice."""
        chosen = self.saved.currentText() if self.saved.currentIndex() > 0 else ""
        saved_figures = figures.saved(self._desk.reader)
        self._saved = {item.name: item.question for item in saved_figures if item.question is not None}
        self.saved.clear()
        self.saved.addItem(self.tr("Saved figures"), "")
        for name in self._saved:
            self.saved.addItem(name, name)
        self.saved.setCurrentIndex(max(0, self.saved.findData(chosen)) if chosen else 0)
        self.saved.setEnabled(bool(self._saved))
        self.remove_button.setEnabled(self.saved.currentIndex() > 0)

    def show_saved(self, name: str) -> None:
        """Show the saved question of this name and count its answer."""
        self.load()
        question = self._saved.get(name)
        if question is None:
            return
        self.saved.setCurrentIndex(self.saved.findData(name))
        self.remove_button.setEnabled(True)
        self.question.show_question(question)
        self._look_if_stale()
        self.name.setText(name)
        self._count()

    def _on_saved(self) -> None:
        name = str(self.saved.currentData() or "")
        if name:
            self.show_saved(name)
        else:
            self.remove_button.setEnabled(False)

    def _on_changed(self, changes: Changes) -> None:
        if changes.cases or changes.parties or changes.events:
            self._counted = None
            self._look_if_stale()
        if changes and self.isVisible():
            self.load()

    def _look_if_stale(self) -> None:
        """Say if the shown answer is out of date: it then belongs to another question or to older records.

        An answer that is out of date cannot be copied or exported.
        """
        if self.answer.shown is None:
            return
        try:
            stale = self._counted is None or self.question.question() != self._counted
        except HrdDeskError:
            stale = True
        self.stale.show_hint(
            self.tr("This figure is out of date: press Count before you copy or export it."), Tone.BAD
        )
        self.stale.setVisible(stale)
        for button in (self.copy_button, self.export_button):
            button.setEnabled(not stale)

    def _asked(self) -> FigureQuestion | None:
        """Return the question of the form; if it is invalid, show what is wrong with it and return None."""
        try:
            question = self.question.question()
        except HrdDeskError as error:
            self.trouble.complain(messages.of(error).text, self.question.edited)
            return None
        self.trouble.hush()
        return question

    def _count(self) -> None:
        question = self._asked()
        if question is None:
            return
        name = self.name.text().strip()

        def work(store: Store, job: Job) -> CountTable:
            return figures.ask(store, question, job)

        saved_name = name if self._saved.get(name) == question else ""
        self._desk.look(
            self, work, lambda table: self._show(table, saved_name, question), label=self.tr("Counting")
        )

    def _show(self, table: CountTable, name: str, question: FigureQuestion) -> None:
        self.answer.show_table(table, name)
        self._counted = question
        self._desk.keep_statuses()
        self._look_if_stale()

    def _save(self) -> None:
        question, name = self._asked(), self.name.text().strip()
        if question is None:
            return
        if not name:
            self.trouble.complain(self.tr("Give the figure a name."), self.name.textEdited)
            self.name.setFocus()
            return

        def work(session: Session, job: Job) -> Outcome[RecordId]:
            del job
            return figures.save(session, name, question)

        def done(_: RecordId) -> None:
            self.load()
            self.saved.setCurrentIndex(max(0, self.saved.findData(name)))
            self.remove_button.setEnabled(self.saved.currentIndex() > 0)
            self._desk.say(self.tr("The question is kept; its answer is counted anew whenever it is asked."))

        self._desk.change(self, work, done)

    def _remove(self) -> None:
        name = str(self.saved.currentData() or "")
        sentence = self.tr("Saved figure “{name}” deleted.").format(name=name)
        undoing.change(self._desk, self, lambda session: figures.remove(session, name), sentence)

    def _copy(self) -> None:
        self.answer.copy()
        self._desk.say(self.tr("Copied. It leaves the clipboard after 30 seconds."))

    def _export(self) -> None:
        choose_path(
            self,
            self.tr("Export the table"),
            Purpose.SAVE_FILE,
            self._write,
            pattern=self.tr("Tables (*.csv *.xlsx)"),
            suffix="csv",
        )

    def _write(self, path: Path) -> None:
        table, language = self.answer.shown, shown_language()
        if table is None:
            return
        name, is_workbook = self.answer.name, path.suffix.casefold() == ".xlsx"

        def work(session: Session, job: Job) -> None:
            del session, job
            figures.write_table(table, path, language, name, as_workbook=is_workbook)

        sentences = (
            self.tr("The table is written."),
            self.tr("It is not encrypted: whoever finds it can read it."),
        )
        self._desk.ask(self, work, lambda _: self._desk.say(*sentences), label=self.tr("Writing the table"))


def _own_fields(desk: Desk) -> list[Dimension]:
    """Return the questions that the desk added to its forms, as fields by which figures can be counted."""
    return [_own_field(record) for record in desk.reader.all(Kind.FIELD) if record.text("key")]


def _own_field(record: Record) -> Dimension:
    key = record.text("key")
    return Dimension(name=f"{CUSTOM}{key}", level=Level.CASE, sort=Sort.TEXT, own=record.labels)
