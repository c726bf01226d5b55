"""The page for past publications: what the vault recorded of each, other formats, and openings for reviewers.

An opening is a file with which a reviewer can verify the count of a figure.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hrddesk.actions.editions import publication_exports, publication_record
from hrddesk.actions.editions.publication_exports import FOLDERS, ExportForm
from hrddesk.actions.editions.publication_record import PublicationShown
from hrddesk.actions.publishing import publications
from hrddesk.errors import HrdDeskError
from hrddesk.publish.audit.audit import Audited
from hrddesk.records.language.labels import DEFAULT
from hrddesk.store.publications.publications import PublicationLine
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.publishing.profiles.publish_words import profile_words
from hrddesk_ui.publishing.record.audit_words import finding_lines
from hrddesk_ui.publishing.record.count_view import CountCheck, CountProof
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.path_edit import Purpose, choose_path
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_row import TurningRow
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.layout.whole_pane import WholePane
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList
from hrddesk_ui.words.act_words import utc_day

SIDE_BY_SIDE: Final = 800  # pixels from which the record stands beside the list
_SUFFIXES: Final = {
    ExportForm.XLSX: "xlsx",
    ExportForm.MONTHLY: "md",
    ExportForm.CSV: "",
    ExportForm.CARDS: "",
}


class RecordView(QWidget):
    """The list of publications, the latest first, with what the vault recorded of the chosen one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[PublicationLine] = []
        self.check_button = boxes.button(self.tr("Check a PDF …"), self._ask_which, self)
        self.counted = CountCheck(desk, self)
        self.list = WrappedList(self.tr("What was published"), self)
        self.nothing = page_layout.note(self.tr("This vault has no record of a publication."), self)
        self.record = QPlainTextEdit(self)
        self.record.setReadOnly(True)
        self.record.setTabChangesFocus(True)
        self.record.setAccessibleName(self.tr("Record of the publication"))
        self.form = StillComboBox(self, name=self.tr("In which form"))
        for form, text in (
            (ExportForm.XLSX, self.tr("Tables, as a workbook (XLSX)")),
            (ExportForm.CSV, self.tr("Tables, as a folder of CSV files")),
            (ExportForm.MONTHLY, self.tr("List by months (Markdown)")),
            (ExportForm.CARDS, self.tr("Figure cards, as a folder of JSON files")),
        ):
            self.form.addItem(text, form)
        self.month = LineEdit(
            self.tr("Only this month, as YYYY-MM"), self.tr("All months; or one, YYYY-MM"), self
        )
        self.month.hide()
        self.export_button = boxes.button(self.tr("Write it for others …"), self._ask_where, self)
        self.figure = StillComboBox(self, name=self.tr("Figure whose count a reviewer shall verify"))
        self.figure.setPlaceholderText(self.tr("No figure was printed in it"))
        self.opening_button = boxes.button(self.tr("Opening for a reviewer …"), self._ask_where_to_open, self)
        for button in (self.export_button, self.opening_button, self.check_button):
            button.setAccessibleName(button.text())
        self.proof = CountProof(desk, self._figure_chosen, self)
        self.trouble = TroubleLabel(self)
        self.audited = TroubleLabel(self)
        self._arrange()
        self.list.currentRowChanged.connect(self._choose)
        self.form.currentIndexChanged.connect(self._offer_month)
        self.figure.currentIndexChanged.connect(self.proof.clear)

    def _arrange(self) -> None:
        right = WholePane(self)
        boxes.column(
            (self.record, 1),
            TurningRow(self.form, self.month, self.export_button, parent=self),
            TurningRow(self.figure, self.opening_button, parent=self),
            self.proof,
            self.trouble,
            parent=right,
            margin=(tokens.GRID, 0, 0, 0),
        )
        self._panes = TurningSplitter(SIDE_BY_SIDE, self)
        self._panes.add(self.list, 2)
        self._panes.add(right, 3)
        layout = boxes.column(parent=self, margin=2 * tokens.GRID)
        note = page_layout.note(
            self.tr("The vault keeps what was published, and who bore which label. The files hold neither.")
        )
        boxes.add(
            layout,
            TurningRow(note, self.check_button, parent=self),
            self.audited,
            self.counted,
            self.nothing,
            (self._panes, 100),
            1,
        )

    def load(self) -> None:
        """List the publications; the chosen one stays chosen unless there is a new one."""
        chosen, before = self._number(), self._rows[:1]
        self._rows = publications.all_publications(self._desk.reader)
        self.list.clear()
        for row in self._rows:
            pages = self.tr("%n page(s)", "", row.pages)
            self.list.addItem(ListItem(" · ".join((f"{row.num}", utc_day(row.time), row.file, pages))))
        self.nothing.setVisible(not self._rows)
        self._panes.setVisible(bool(self._rows))
        numbers = [row.num for row in self._rows]
        same = before == self._rows[:1] and chosen in numbers
        self.list.setCurrentRow(numbers.index(chosen) if same and chosen is not None else 0)

    def _number(self) -> int | None:
        row = self.list.currentRow()
        return self._rows[row].num if 0 <= row < len(self._rows) else None

    def _choose(self) -> None:
        self.trouble.hush()
        number = self._number()
        if number is None:
            self.record.clear()
            return
        self._desk.ask(
            self,
            lambda session, job: publication_record.show(session.store, number),
            self._show,
            failed=self._failed,
        )

    def _show(self, publication: PublicationShown) -> None:
        if publication.number != self._number():
            return
        self.record.setPlainText("\n".join(self._lines(publication)))
        self.figure.clear()
        for number, name in enumerate(publication.figures, 1):
            self.figure.addItem(name, number)
        self.figure.setCurrentIndex(0 if publication.figures else -1)
        for part in (self.figure, self.opening_button, self.proof):
            part.setEnabled(bool(publication.figures))

    def _lines(self, publication: PublicationShown) -> Iterator[str]:
        yield " / ".join(publication.title.together(DEFAULT))
        yield self.tr("Published by {who} on {day}, as of {as_of}").format(
            who=publication.who, day=utc_day(publication.time), as_of=publication.as_of.isoformat()
        )
        yield self.tr("Profile: {profile}").format(profile=profile_words(publication.profile))
        if publication.since is not None:
            sentence = (
                self.tr("Issue {issue}; it corrects publication {number}")
                if publication.corrects
                else self.tr("Issue {issue}; it follows publication {number}")
            )
            yield sentence.format(issue=publication.issue, number=publication.since)
        yield f"SHA-256 {publication.sha256}"
        if publication.signed_by:
            yield self.tr("Signed by the key {key}").format(key=publication.signed_by)
        yield self.tr("Cases: {cases}").format(cases=", ".join(publication.cases))
        for row in publication.labels:
            label = " / ".join(row.label.within(DEFAULT).together(DEFAULT))
            yield self.tr("{label} is {name}").format(label=label, name=row.name or row.party)
        for text in publication.texts:
            yield self.tr("Text of {ref}, reviewed by {who}").format(ref=text.ref, who=text.who)
        for number, name in enumerate(publication.figures, 1):
            yield self.tr("Figure {number}: {name}").format(number=number, name=name)

    def _figure_chosen(self) -> tuple[int, int] | None:
        number, figure = self._number(), self.figure.currentData()
        return None if number is None or figure is None else (number, figure)

    def _offer_month(self) -> None:
        self.month.setVisible(ExportForm(self.form.currentData()) is ExportForm.MONTHLY)

    # --- checking ---

    def _ask_which(self) -> None:
        choose_path(
            self,
            self.tr("Choose the PDF"),
            Purpose.OPEN_FILE,
            self.check,
            pattern=self.tr("PDF files (*.pdf)"),
        )

    def check(self, path: Path) -> None:
        """Audit any PDF, also for data that this vault withholds from publications."""
        self.audited.hush()
        self._desk.ask(
            self,
            lambda session, job: publications.check(path, session.store),
            lambda audited: self._say_findings(path, audited),
            failed=lambda error: self.audited.complain(messages.of(error).text),
            label=self.tr("Checking the pages"),
        )

    def _say_findings(self, path: Path, audited: Audited) -> None:
        lines = list(finding_lines(audited.findings))
        if not audited.passed:
            sentence = self.tr("Do not publish {path}:").format(path=path)
            self.audited.complain("\n".join((sentence, *lines)))
            return
        nothing = self.tr("Nothing was found that must not be there: {path}")
        self._desk.say(
            (self.tr("Look at this before you pass {path} on:") if lines else nothing).format(path=path),
            self.tr("%n page(s).", "", audited.pages),
            " ".join(f"{line}." for line in lines),
        )

    # --- writing ---

    def _ask_where(self) -> None:
        form = ExportForm(self.form.currentData())
        pattern = {
            ExportForm.XLSX: self.tr("Workbooks (*.xlsx)"),
            ExportForm.MONTHLY: self.tr("Markdown files (*.md)"),
        }.get(form, "")
        title = self.tr("Name of the new folder") if form in FOLDERS else self.tr("Where to put the file")
        choose_path(self, title, Purpose.SAVE_FILE, self.export, pattern=pattern, suffix=_SUFFIXES[form])

    def export(self, path: Path) -> None:
        """Write the chosen publication in the chosen format to a new file or folder."""
        number, form = self._number(), ExportForm(self.form.currentData())
        month = self.month.text().strip() if form is ExportForm.MONTHLY else ""
        if number is not None:
            self._write(
                path, lambda session, job: publication_exports.write(session.store, number, form, path, month)
            )

    def _ask_where_to_open(self) -> None:
        choose_path(
            self,
            self.tr("Where to put the opening"),
            Purpose.SAVE_FILE,
            self.open_count,
            pattern=self.tr("JSON files (*.json)"),
            suffix="json",
            name="opening.json",
        )

    def open_count(self, path: Path) -> None:
        """Write the opening of the chosen figure, with which a reviewer can verify its count,
        to a new file.
        """
        chosen = self._figure_chosen()
        if chosen is not None:
            self._write(
                path, lambda session, job: publication_exports.write_opening(session.store, *chosen, path)
            )

    def _write(self, path: Path, write: Callable[[Session, Job], object]) -> None:
        self.trouble.hush()
        self._desk.ask(self, write, lambda _: self._written(path), failed=self._failed)

    def _written(self, path: Path) -> None:
        self._desk.say(
            self.tr("Written: {path}").format(path=path),
            self.tr("It holds what the publication holds, and is not encrypted."),
            "",
        )

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(
            messages.of(error).text,
            self.list.currentRowChanged,
            self.month.textEdited,
            self.form.currentIndexChanged,
        )
