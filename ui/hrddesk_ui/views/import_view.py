"""Take in a folder of spreadsheets: first what it would do, then the import itself, then its undo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hrddesk.actions import imports
from hrddesk.actions.imports import ImportReport
from hrddesk.errors import HrdDeskError
from hrddesk.interop.findings import Finding
from hrddesk.jobs import Job
from hrddesk.records.kinds import Visibility
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui import messages, theme
from hrddesk_ui.desk import Desk
from hrddesk_ui.views.import_findings import in_words
from hrddesk_ui.views.past_imports_view import PastImportsView
from hrddesk_ui.widgets import heights, page_layout
from hrddesk_ui.widgets.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.still import StillComboBox

MOST_SHOWN = 2000
"""So many remarks are listed; the number of all of them is always told."""


class ImportView(QWidget):
    """Nothing is changed until the report was shown and the second button was pressed."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._asked = 0
        self._act: int | None = None
        self.path = PathEdit(self.tr("Folder of the spreadsheets"), Purpose.FOLDER, self)
        self.source = LineEdit(self.tr("Name of the source"), self.tr("Empty: the name of the folder"), self)
        self.visibility = StillComboBox(self)
        self.visibility.setSizeAdjustPolicy(
            StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.visibility.setMinimumContentsLength(12)
        self.visibility.setAccessibleName(self.tr("Visibility of what is imported"))
        for level, label in (
            (Visibility.RESTRICTED, self.tr("Restricted: for those who work on it")),
            (Visibility.SECRET, self.tr("Secret: never leaves the vault in a publication")),
            (Visibility.PUBLIC, self.tr("Public: may be published")),
        ):
            self.visibility.addItem(label, level.value)
        self.check_button = QPushButton(self.tr("Show what it would do"), self)
        self.import_button = QPushButton(self.tr("Import"), self)
        self.undo_button = QPushButton(self.tr("Undo this import"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setToolTip("Esc")
        self.summary = HintLabel(self)
        self.report = QListWidget(self)
        self.report.setAccessibleName(self.tr("Report of the import"))
        self.report.setWordWrap(True)
        self.report.setUniformItemSizes(False)
        self.past = PastImportsView(desk, self)
        self._lay_out()
        self.path.changed.connect(self._forget)
        self.source.textChanged.connect(self._forget)
        self.visibility.activated.connect(self._forget)
        self.path.submitted.connect(self.check)
        self.check_button.clicked.connect(self.check)
        self.import_button.clicked.connect(self._import)
        self.undo_button.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.closed)

    def begin(self) -> None:
        """Start over and give the keyboard to the path."""
        self._forget()
        self.path.setFocus()

    def check(self) -> None:
        """Read the folder and show what importing it would do; the vault stays as it is."""
        path = self.path.path
        if path is None:
            self.summary.show_hint(self.tr("Choose the folder first."), Tone.BAD)
            self.path.setFocus()
            return
        source, level, asked = self._source(), self._level(), self._asked

        def work(session: Session, job: Job) -> ImportReport:
            return imports.run(session, path, source=source, visibility=level, dry_run=True, job=job)[0]

        def done(report: ImportReport) -> None:
            if asked == self._asked:
                self._show(report)

        self.check_button.setEnabled(False)
        self.desk.ask(self, work, done, failed=self._failed, label=self.tr("Reading the spreadsheets"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.GRID] * 4)
        layout.setSpacing(theme.GRID)
        layout.addWidget(page_layout.heading(self.tr("Import"), self))
        layout.addWidget(
            page_layout.note(
                self.tr(
                    "A folder with any of cases.csv, parties.csv, events.csv, relations.csv, figures.csv."
                    " Importing the same again changes nothing. The help describes every column."
                ),
                self,
            )
        )
        form = QFormLayout()
        form.setHorizontalSpacing(2 * theme.GRID)
        form.setVerticalSpacing(theme.GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in (
            (self.tr("Folder"), self.path),
            (self.tr("Source"), self.source),
            (self.tr("Visibility"), self.visibility),
        ):
            words = page_layout.note(label, self)
            words.setBuddy(field)
            form.addRow(words, field)
        self.visibility.setMinimumHeight(heights.field(self.visibility))
        layout.addLayout(form)
        layout.addWidget(self.summary)
        self._room = QStackedWidget(self)
        self._room.addWidget(self.past)
        self._room.addWidget(self.report)
        layout.addWidget(self._room, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID)
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        for button in (self.close_button, self.check_button, self.import_button):
            buttons.addWidget(button)
        layout.addLayout(buttons)

    def _source(self) -> str | None:
        return self.source.text().strip() or None

    def _level(self) -> str | None:
        """Return the level that was chosen; restricted is what new records are without a choice."""
        level = str(self.visibility.currentData())
        return None if level == Visibility.RESTRICTED else level

    def _forget(self) -> None:
        """What was shown is no longer what would be imported."""
        self._asked += 1
        self._act = None
        self.report.clear()
        self._room.setCurrentWidget(self.past)
        self.past.load()
        self.summary.show_hint("")
        self.check_button.setEnabled(True)
        self.import_button.setEnabled(False)
        self.undo_button.hide()

    def _show(self, report: ImportReport) -> None:
        self.check_button.setEnabled(True)
        self._list(report)
        if report.errors:
            self.summary.show_hint(self._remarks(report), Tone.BAD)
            return
        new, updated = sum(report.new.values()), sum(report.updated.values())
        told = [
            self.tr("%n row(s) read.", "", report.rows),
            self.tr("It would add %n record(s).", "", new) if new else "",
            self.tr("It would change %n record(s).", "", updated) if updated else "",
            self.tr("Nothing would change.") if not new + updated else "",
            self._of_no_effect(report),
            self._remarks(report),
        ]
        self.summary.show_hint(" ".join(part for part in told if part), Tone.GOOD)
        self.import_button.setEnabled(bool(new + updated))
        if self.import_button.isEnabled():
            self.import_button.setFocus()

    def _of_no_effect(self, report: ImportReport) -> str:
        if not report.unchanged:
            return ""
        return self.tr("%n row(s) say only what is here already.", "", report.unchanged)

    def _remarks(self, report: ImportReport) -> str:
        if report.errors:
            return self.tr("%n row(s) cannot be taken; correct them first.", "", len(report.errors))
        if report.warnings:
            return self.tr("%n value(s) would be kept as raw words.", "", len(report.warnings))
        return self.tr("Every value was understood.")

    def _list(self, report: ImportReport) -> None:
        self.report.clear()
        for counts, words in ((report.new, self.tr("new")), (report.updated, self.tr("changed"))):
            for kind, count in counts.items():
                if count and not report.errors:
                    self.report.addItem(f"{words}: {self._counted(kind, count)}")
        remarks = [(self.tr("error"), item) for item in report.errors]
        remarks += [(self.tr("warning"), item) for item in report.warnings]
        for sort, item in remarks[:MOST_SHOWN]:
            self.report.addItem(
                f"{sort}: {self._place(item)}"
                + (f" “{item.value}”" if item.value else "")
                + f" — {in_words(item)}"
            )
        self._room.setCurrentWidget(self.report)

    def _counted(self, kind: str, count: int) -> str:
        words = {
            "case": self.tr("%n case(s)", "", count),
            "party": self.tr("%n people and groups", "", count),
            "event": self.tr("%n event(s)", "", count),
            "relation": self.tr("%n relation(s)", "", count),
            "figure": self.tr("%n figure(s)", "", count),
        }
        return words.get(kind, f"{count} {kind}")

    def _place(self, item: Finding) -> str:
        if not item.row:
            return item.file
        place = self.tr("{file}, row {row}").format(file=item.file, row=item.row)
        return place if not item.column else f"{place}, {item.column}"

    def _import(self) -> None:
        path = self.path.path
        if path is None:
            return
        source, level = self._source(), self._level()

        def work(session: Session, job: Job) -> tuple[ImportReport, Changes]:
            return imports.run(session, path, source=source, visibility=level, job=job)

        self.import_button.setEnabled(False)
        self.check_button.setEnabled(False)
        self.desk.change(
            self, work, self._imported, failed=self._failed, label=self.tr("Importing the spreadsheets")
        )

    def _imported(self, report: ImportReport) -> None:
        self.check_button.setEnabled(True)
        self._act = report.id
        self._list(report)
        new, updated = sum(report.new.values()), sum(report.updated.values())
        told = [
            self.tr("Imported."),
            self.tr("%n record(s) were added.", "", new) if new else "",
            self.tr("%n record(s) were changed.", "", updated) if updated else "",
            self._of_no_effect(report),
        ]
        self.summary.show_hint(" ".join(part for part in told if part), Tone.GOOD)
        self.undo_button.setVisible(True)
        self.close_button.setFocus()

    def _undo(self) -> None:
        act = self._act
        if act is None:
            return

        def work(session: Session, job: Job) -> tuple[None, Changes]:
            del job
            return None, imports.undo(session, act)

        self.undo_button.setEnabled(False)
        self.desk.change(
            self, work, self._undone, failed=self._failed, label=self.tr("Taking the import back")
        )

    def _undone(self, _: None) -> None:
        self.undo_button.setEnabled(True)
        self._forget()
        self.summary.show_hint(
            self.tr("The import was taken back; the vault is as it was before."), Tone.GOOD
        )
        self.path.setFocus()

    def _failed(self, error: HrdDeskError) -> None:
        self.check_button.setEnabled(True)
        self.undo_button.setEnabled(True)
        self.import_button.setEnabled(False)
        self.summary.show_hint(messages.of(error).text, Tone.BAD)
