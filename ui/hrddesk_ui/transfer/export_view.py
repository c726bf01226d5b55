"""The export of all records as tables for spreadsheet programs; the tables are not encrypted."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from hrddesk.actions.interop import exports
from hrddesk.actions.interop.exports import ExportReport
from hrddesk.errors import HrdDeskError
from hrddesk.interop.kit import kit, readme
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.fields.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout

_NEW: Final = "hrddesk-kit"


class ExportView(QWidget):
    """The form of the export.

    The first button only warns that anybody can read the files; a second one, below the warning, writes them.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.folder = PathEdit(self.tr("Folder in which the tables get a new folder"), Purpose.FOLDER, self)
        self.format = StillComboBox(self, name=self.tr("Form of the tables"))
        self.format.addItem(self.tr("CSV, a file for each kind"), kit.FORMAT)
        self.format.addItem(self.tr("XLSX, one workbook"), exports.XLSX)
        self.secret_files = QCheckBox(self.tr("Write the files of secret evidence too"), self)
        self.secret_files.setAccessibleName(self.secret_files.text())
        self.write_button = boxes.button(self.tr("Write the tables …"), self._ask, self)
        self.write_button.setAccessibleName(self.tr("Say what that means, then write the tables"))
        self.trouble = TroubleLabel(self)
        self.confirm = ConfirmBar(self)
        self._lay_out()
        self.folder.submitted.connect(self._ask)
        self.folder.changed.connect(self.confirm.withdraw)
        self.format.activated.connect(self.confirm.withdraw)
        self.secret_files.toggled.connect(self.confirm.withdraw)
        desk.moved_on.connect(self.confirm.withdraw)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * tokens.GRID)
        form.setVerticalSpacing(tokens.GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in ((self.tr("Into"), self.folder), (self.tr("As"), self.format)):
            words = page_layout.note(label, self)
            words.setBuddy(field)
            form.addRow(words, field)
        form.addRow("", self.secret_files)
        boxes.column(
            page_layout.heading(self.tr("Export as tables"), self),
            page_layout.note(
                self.tr(
                    "All records, secret ones too, as tables that any spreadsheet program reads. They are not"
                    " encrypted. To hand cases to somebody, send a bundle instead: it is sealed."
                ),
                self,
            ),
            form,
            (self.write_button, 0, Qt.AlignmentFlag.AlignLeft),
            self.confirm,
            self.trouble,
            1,
            parent=self,
            margin=2 * tokens.GRID,
        )

    def _ask(self) -> None:
        folder = self.folder.path
        if folder is None:
            self.trouble.complain(self.tr("Say into which folder."), self.folder.changed)
            self.folder.setFocus()
            return
        self.trouble.hush()
        self.confirm.ask(
            self.tr("Whoever finds the tables can read everything in them. Write them?"),
            self.tr("Write them"),
            self.tr("Leave it"),
            lambda: self._write(_free(folder)),
            self.write_button,
        )

    def _write(self, path: Path) -> None:
        form, secret_files = str(self.format.currentData()), self.secret_files.isChecked()
        self._desk.ask(
            self,
            lambda session, job: exports.run(session, path, form, job, secret_files=secret_files),
            lambda report: self._written(path, report),
            failed=self._failed,
            label=self.tr("Writing the tables"),
        )

    def _written(self, path: Path, report: ExportReport) -> None:
        count = report.files_left.get
        secret, absent, damaged = map(count, (readme.SECRET, readme.NOT_HERE, readme.DAMAGED))
        omissions = [
            self.tr("%n file(s) of secret evidence are only described.", "", secret) if secret else "",
            self.tr("%n file(s) of evidence are not in this vault.", "", absent) if absent else "",
            self.tr("%n file(s) of evidence are damaged or missing.", "", damaged) if damaged else "",
        ]
        self._desk.say(
            self.tr("The tables were written: {path}").format(path=path),
            " ".join(filter(None, omissions)),
            self.tr("They are not encrypted. README.txt in the folder says what they leave out."),
            tone="warn" if any(omissions) or report.damaged else "good",
            about=self,
        )

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text, self.folder.changed)
        self.write_button.setFocus()


def _free(folder: Path) -> Path:
    """Return a path in `folder` that does not exist yet, for the new folder with the tables."""
    names = (folder / (_NEW if number == 1 else f"{_NEW}-{number}") for number in range(1, 1000))
    return next((path for path in names if not path.exists()), folder / _NEW)
