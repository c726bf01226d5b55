"""The import of spreadsheets: first a trial that changes nothing, then the import itself, then its undo."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QStackedWidget,
    QWidget,
)

from hrddesk.actions.interop import import_files, imports, mappings
from hrddesk.actions.interop.imports import ImportReport
from hrddesk.errors import HrdDeskError
from hrddesk.interop.formats import foreign_tables
from hrddesk.interop.formats.csv_tables import CsvTable
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.interop.kit import kit
from hrddesk.interop.mapping import guess
from hrddesk.interop.mapping.column_mapping import ColumnMapping
from hrddesk.records.model.field_specs import Visibility
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.transfer.columns_edit import ColumnsEdit
from hrddesk_ui.transfer.import_report_list import ImportReportList
from hrddesk_ui.transfer.import_summary import ImportSummary
from hrddesk_ui.transfer.past_imports_view import PastImportsView
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.path_edit import PathEdit, Purpose, choose_path
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.labels.hint_label import Tone
from hrddesk_ui.widgets.layout import boxes, page_layout


class ImportView(QWidget):
    """The form of an import.

    Nothing is changed until the report of the trial was shown and a second button was pressed.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._asked = 0
        self._act: int | None = None
        self._mapping: ColumnMapping | None = None
        self.path = PathEdit(self.tr("Folder or table"), Purpose.FOLDER, self)
        self.table_button = boxes.button(self.tr("Table …"), self._choose_table, self)
        self.table_button.setAccessibleName(self.tr("Choose a table: CSV or XLSX"))
        self.source = LineEdit(self.tr("Name of the source"), self.tr("Empty: the name of the folder"), self)
        self.visibility = StillComboBox(self, short=True)
        self.visibility.setMinimumContentsLength(12)
        self.visibility.setAccessibleName(self.tr("Visibility of what is imported"))
        for level, label in (
            (Visibility.RESTRICTED, self.tr("Restricted: under a label only")),
            (Visibility.SECRET, self.tr("Secret: never published")),
            (Visibility.PUBLIC, self.tr("Public: may be published by name")),
        ):
            self.visibility.addItem(label, level.value)
        self.sheet = StillComboBox(self, name=self.tr("Sheet of the workbook"))
        self.check_button = boxes.button(self.tr("Show what it would do"), self.check, self)
        self.import_button = boxes.button(self.tr("Import"), self._import, self)
        self.partly = QCheckBox(self)
        self.undo_button = boxes.button(self.tr("Undo this import"), self._undo, self)
        self.columns_button = boxes.button(self.tr("Columns …"), self._show_columns, self)
        self.columns_button.setAccessibleName(self.tr("Change the fields of the columns"))
        self.close_button = boxes.button(self.tr("Close"), self.closed, self)
        self.close_button.setToolTip("Esc")
        self.summary = ImportSummary(self)
        self.report = ImportReportList(self)
        self.past = PastImportsView(desk, self)
        self.columns = ColumnsEdit(self)
        self._lay_out()
        self.undo_button.hide()
        self.partly.hide()
        self.columns_button.hide()
        self._offer_sheets([])
        self.partly.toggled.connect(self.import_button.setEnabled)
        self.path.changed.connect(self._forget_table)
        self.sheet.activated.connect(self._read_other_sheet)
        self.source.textChanged.connect(self._forget)
        self.visibility.activated.connect(self._forget)
        self.path.submitted.connect(self.check)

    def begin(self) -> None:
        """Start over with an empty form, and focus the field for the path."""
        self._forget_table()
        self.path.setFocus()

    def check(self) -> None:
        """Read the folder or table and show what importing it would do; the vault is not changed."""
        path = self.path.path
        if path is None:
            self.summary.show_hint(self.tr("Choose a folder or a table first."), Tone.BAD)
            self.path.setFocus()
            return
        if self._room.currentWidget() is self.columns and not self._take_columns():
            return
        if _is_table(path) and self._mapping is None:
            self._ask_for_columns(path)
            return
        source, level, request, mapping = self._source(), self._level(), self._asked, self._mapping
        sheet = self._sheet()

        def work(session: Session, job: Job) -> ImportReport:
            return imports.run(
                session,
                path,
                source=source,
                visibility=level,
                dry_run=True,
                job=job,
                mapping=mapping,
                sheet=sheet,
            ).result

        def done(report: ImportReport) -> None:
            if request == self._asked:
                self._show(report)

        self.check_button.setEnabled(False)
        self.desk.ask(self, work, done, failed=self._failed, label=self.tr("Reading the spreadsheets"))

    def topic(self) -> str:
        """Return the topic of the help: tables if a table is chosen, otherwise the spreadsheet kit."""
        path = self.path.path
        return "import-table" if path is not None and _is_table(path) else "import-kit"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the view when Escape is pressed."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = boxes.column(
            page_layout.heading(self.tr("Import"), self),
            page_layout.note(
                self.tr(
                    "A folder with any of cases.csv, parties.csv, events.csv, relations.csv, figures.csv; or"
                    " any table (CSV, XLSX), whose columns you choose fields for. Importing the same again"
                    " changes nothing."
                ),
                self,
            ),
            parent=self,
            margin=2 * tokens.GRID,
        )
        form = QFormLayout()
        form.setHorizontalSpacing(2 * tokens.GRID)
        form.setVerticalSpacing(tokens.GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        place = QWidget(self)
        boxes.row((self.path, 1), self.table_button, parent=place)
        for label, field in (
            (self.tr("From"), place),
            (self.tr("Source"), self.source),
            (self.tr("Visibility"), self.visibility),
            (self.tr("Sheet"), self.sheet),
        ):
            words = page_layout.note(label, self)
            words.setBuddy(self.path if field is place else field)
            form.addRow(words, field)
        self._form = form
        self.visibility.setMinimumHeight(heights.field(self.visibility))
        layout.addLayout(form)
        layout.addWidget(self.summary)
        self._room = QStackedWidget(self)
        self._room.addWidget(self.past)
        self._room.addWidget(self.report)
        self._room.addWidget(self.columns)
        layout.addWidget(self._room, 1)
        buttons = boxes.row(self.undo_button, self.columns_button, 1, self.partly)
        for button in (self.close_button, self.check_button, self.import_button):
            buttons.addWidget(button)
        layout.addLayout(buttons)

    def _source(self) -> str | None:
        return self.source.text().strip() or None

    def _level(self) -> str | None:
        """Return the chosen visibility level; None for restricted, the default of new records."""
        level = str(self.visibility.currentData())
        return None if level == Visibility.RESTRICTED else level

    def _forget(self) -> None:
        """Remove the result of the trial, because the file or a choice was changed after it."""
        self._asked += 1
        self._act = None
        self.report.clear()
        self._room.setCurrentWidget(self.past)
        self.past.load()
        self.summary.show_hint("")
        self.check_button.setEnabled(True)
        self.import_button.setEnabled(False)
        self.partly.hide()
        self.undo_button.hide()
        self.columns_button.hide()

    # --- the columns of a table ---

    def _forget_table(self) -> None:
        self._mapping = None
        self._offer_sheets([])
        self._forget()

    def _choose_table(self) -> None:
        path = self.path.path
        start = path.parent if path is not None and path.parent.is_dir() else None
        pattern = " ".join(f"*{suffix}" for suffix in foreign_tables.SUFFIXES)
        choose_path(
            self,
            self.tr("Choose a table: CSV or XLSX"),
            Purpose.OPEN_FILE,
            self.path.set_path,
            start=start,
            pattern=f"CSV, XLSX ({pattern})",
        )

    def _ask_for_columns(self, path: Path) -> None:
        """Read the header of a table; use the mapping stored for this header, or let the user choose a
        mapping.
        """
        request, sheet = self._asked, self._sheet()

        def work(session: Session, job: Job) -> tuple[CsvTable | None, Findings, ColumnMapping | None]:
            table, remarks = import_files.read_table(path, job, sheet)
            return table, remarks, mappings.fitting(session.store, table) if table is not None else None

        def done(read: tuple[CsvTable | None, Findings, ColumnMapping | None]) -> None:
            if request != self._asked:
                return
            self.check_button.setEnabled(True)
            table, remarks, mapping = read
            if not sheet:
                self._offer_sheets(
                    [item.value for item in remarks.warnings if item.code is RemarkCode.SHEET_NOT_READ]
                )
            if table is None:
                self._show(ImportReport.of_errors(remarks.errors))
                return
            self.columns.show_table(table, mapping or guess.propose(table, path.stem))
            if mapping is None:
                self._show_columns()
            else:
                self._mapping = mapping
                self.check()

        self.check_button.setEnabled(False)
        self.desk.ask(self, work, done, failed=self._failed, label=self.tr("Reading the spreadsheets"))

    def _sheet(self) -> str:
        """Return the name of the chosen sheet; "" means the first sheet that is not empty."""
        return str(self.sheet.currentData() or "")

    def _offer_sheets(self, others: Sequence[str]) -> None:
        """Offer the choice of a sheet if the workbook has `others` besides the first."""
        self.sheet.clear()
        self.sheet.addItem(self.tr("The first one"), "")
        for name in others:
            self.sheet.addItem(name, name)
        self._form.setRowVisible(self.sheet, bool(others))

    def _read_other_sheet(self) -> None:
        path = self.path.path
        if path is not None:
            self._mapping = None
            self._forget()
            self._ask_for_columns(path)

    def _show_columns(self) -> None:
        self._forget()
        self.summary.show_hint(self.tr("Choose a field for each column, then see what it would do."))
        self._room.setCurrentWidget(self.columns)
        self.columns.table.setFocus()

    def _take_columns(self) -> bool:
        try:
            self._mapping = self.columns.mapping()
        except HrdDeskError as error:
            self.summary.show_hint(messages.of(error).text, Tone.BAD)
            return False
        return True

    def _show(self, report: ImportReport) -> None:
        self.check_button.setEnabled(True)
        self.columns_button.setVisible(self._mapping is not None)
        self._list(report)
        self.summary.say_would(report)
        if report.errors:
            return
        changes = bool(sum(report.new.values()) + sum(report.updated.values()))
        self.partly.setVisible(changes and bool(report.left_out))
        self.partly.setChecked(False)
        self.partly.setText(
            self.tr("Go on without %n row(s) of other sheets, each perhaps a person", "", report.left_out)
        )
        self.import_button.setEnabled(changes and not report.left_out)
        if changes:
            (self.partly if report.left_out else self.import_button).setFocus()

    def _list(self, report: ImportReport) -> None:
        self.report.show_report(report)
        self._room.setCurrentWidget(self.report)

    def _import(self) -> None:
        path = self.path.path
        if path is None:
            return
        source, level, mapping = self._source(), self._level(), self._mapping
        sheet, partly = self._sheet(), self.partly.isChecked()

        def work(session: Session, job: Job) -> Outcome[ImportReport]:
            done = imports.run(
                session,
                path,
                source=source,
                visibility=level,
                job=job,
                mapping=mapping,
                sheet=sheet,
                partly=partly,
            )
            if mapping is not None and mapping.name and mapping not in mappings.shipped():
                mappings.save(session, mapping, mapping.name)
            return done

        self.import_button.setEnabled(False)
        self.check_button.setEnabled(False)
        self.desk.change(
            self, work, self._imported, failed=self._failed, label=self.tr("Importing the spreadsheets")
        )

    def _imported(self, report: ImportReport) -> None:
        self.check_button.setEnabled(True)
        self._act = report.id
        self.partly.hide()
        self._list(report)
        self.summary.say_done(report)
        self.undo_button.setVisible(True)
        self.columns_button.hide()
        self.close_button.setFocus()

    def _undo(self) -> None:
        act = self._act
        if act is None:
            return

        def work(session: Session, job: Job) -> Outcome[None]:
            del job
            return imports.undo(session, act)

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


def _is_table(path: Path) -> bool:
    """Tell whether a path looks like a table, by its suffix, and is no file of the spreadsheet kit."""
    if path.suffix.casefold() not in foreign_tables.SUFFIXES or path.is_dir():
        return False
    return path.name.casefold() not in (*kit.FILES, kit.WORKBOOK)
