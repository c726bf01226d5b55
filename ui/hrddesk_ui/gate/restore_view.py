"""The view that makes a vault from a backup while no vault is open."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from hrddesk.actions.vault import backups, vaults
from hrddesk.actions.vault.backups import Restored
from hrddesk.errors import HrdDeskError
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.runner import Runner, Task
from hrddesk_ui.error_words import messages
from hrddesk_ui.error_words.messages import Message
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.fields.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.secrets.keyfile_edit import Keyfile, KeyfileEdit
from hrddesk_ui.widgets.secrets.quiet_edit import QuietTextEdit
from hrddesk_ui.widgets.secrets.secret_edit import SecretEdit

if TYPE_CHECKING:
    from hrddesk.store.vault.session import Secret


class RestoreView(QWidget):
    """The form for the backup file, a new folder, and the passphrase or recovery words.

    The passphrase or the recovery words are those that were valid when the backup was made.
    """

    opening = Signal()
    opened = Signal(object)  # Session
    told = Signal(object, str)  # Message, tone: a notice about the restored vault
    back_wanted = Signal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._task: Task | None = None
        runner.finished.connect(self._finished)  # done, failed or cancelled
        layout = page_layout.column(self, 84, centred=True)
        layout.addSpacing(4 * tokens.GRID)  # no stretch: what appears below moves nothing above it
        box, inside = page_layout.card(self)
        layout.addWidget(box)
        layout.addStretch(2)
        inside.addWidget(page_layout.title(self.tr("Restore a backup")))
        inside.addWidget(
            page_layout.note(
                self.tr(
                    "Makes a vault of a backup, on any computer. It goes on with your identity and your "
                    "contacts. Go on with this vault only."
                )
            )
        )
        self.file = PathEdit(self.tr("File of the backup"), Purpose.OPEN_FILE, self)
        self.folder = PathEdit(self.tr("Folder of the new vault"), Purpose.SAVE_FILE, self, suffix="hrdv")
        self.by_passphrase = QRadioButton(self.tr("Passphrase that the vault had then"), self)
        self.by_words = QRadioButton(self.tr("The 24 recovery words that it had then"), self)
        self.by_passphrase.setChecked(True)
        self.passphrase = SecretEdit(self.tr("Passphrase that the vault had then"), self)
        self.words = QuietTextEdit(self.tr("Recovery words"), self)
        self.words.setMaximumHeight(10 * tokens.GRID)
        self.keyfile = KeyfileEdit(Keyfile.PRESENT, self)
        fields = page_layout.Fields()
        fields.add(self.tr("File of the backup"), self.file)
        fields.add(self.tr("Folder of the new vault"), self.folder)
        inside.addLayout(fields)
        for choice, field in ((self.by_passphrase, self.passphrase), (self.by_words, self.words)):
            choice.setAccessibleName(choice.text())
            inside.addWidget(choice)
            inside.addWidget(field)
            field.setEnabled(choice.isChecked())
            choice.toggled.connect(field.setEnabled)
        inside.insertWidget(inside.indexOf(self.by_words), self.keyfile)
        self.by_passphrase.toggled.connect(self.keyfile.setEnabled)
        self.restore_button = boxes.button(self.tr("Restore"), self._restore, self)
        self.restore_button.setAccessibleName(self.restore_button.text())
        theme.set_role(self.restore_button, "primary")
        self.back_button = boxes.button(self.tr("Back"), self._leave, self)
        self.back_button.setAccessibleName(self.back_button.text())
        buttons = boxes.row(self.restore_button, 1, self.back_button, spacing=-1)
        inside.addLayout(buttons)
        self.trouble = TroubleLabel(self)
        inside.addWidget(self.trouble)
        self.file.submitted.connect(self.folder.setFocus)
        self.folder.submitted.connect(self.passphrase.setFocus)
        self.passphrase.submitted.connect(self._restore)
        self.keyfile.submitted.connect(self._restore)

    @property
    def typed(self) -> bool:
        """Whether a field for secrets has content."""
        return bool(self.passphrase.text or self.words.toPlainText())

    def begin(self) -> None:
        """Clear the fields for secrets and show the form from the start."""
        self.forget()
        self.by_passphrase.setChecked(True)
        self.file.setFocus()

    def forget(self) -> None:
        """Clear the fields for secrets."""
        self.passphrase.clear()
        self.words.setPlainText("")
        self.keyfile.forget()
        self.trouble.hush()

    def escape(self) -> None:
        """Clear the fields for secrets or, if they are empty, return to the previous view."""
        if not self.typed:
            self.back_button.click()
            return
        self.passphrase.clear()
        self.words.setPlainText("")
        (self.words if self.by_words.isChecked() else self.passphrase).setFocus()

    def _leave(self) -> None:
        self.forget()
        self.back_wanted.emit()

    def _restore(self) -> None:
        file, folder = self.file.path, self.folder.path
        if file is None:
            self._complain(self.tr("Choose the file of the backup."), self.file)
        elif folder is None:
            self._complain(self.tr("Say in which new folder the vault shall lie."), self.folder)
        elif not self.by_words.isChecked() and (problem := self.keyfile.problem()):
            self.trouble.complain(problem, self.keyfile.changed)
        else:
            try:
                secret = self._secret()
            except HrdDeskError as error:
                wrong = self.words if self.by_words.isChecked() else self.keyfile.file
                self._complain(messages.of(error).text, wrong)
                return
            self._run(file, folder, secret)

    def _secret(self) -> "Secret":
        if self.by_words.isChecked():
            return vaults.recovery_secret(self.words.toPlainText())
        return vaults.passphrase_secret(self.passphrase.text, self.keyfile.path)

    def _run(self, file: Path, folder: Path, secret: "Secret") -> None:
        def work(job: Job) -> Restored:
            return backups.restore(file, folder, secret, job)

        self.trouble.hush()
        self._set_busy(True)
        self.opening.emit()
        self._task = self._runner.run(
            self, work, self._restored, failed=self._failed, label=self.tr("Restoring the backup")
        )

    def _complain(self, text: str, field: QWidget) -> None:
        typed = (self.passphrase.changed, self.words.changed, self.keyfile.changed)
        self.trouble.complain(text, self.file.changed, self.folder.changed, *typed)
        field.setFocus()

    def _finished(self, task: Task) -> None:
        if task is self._task:
            self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.restore_button, self.back_button, self.file, self.folder):
            widget.setEnabled(not busy)

    def _failed(self, error: HrdDeskError) -> None:
        if self.keyfile.follow(error):
            field: QWidget = self.keyfile.file if self.keyfile.box.isChecked() else self.restore_button
        else:
            field = self.words if self.by_words.isChecked() else self.passphrase.field
        self._complain(messages.of(error).text, field)

    def _restored(self, restored: Restored) -> None:
        self.forget()
        self.opened.emit(restored.session)
        message = Message(
            self.tr("The vault was restored, and a new life of it began."),
            self.tr("Whatever was done elsewhere after the backup is not in it."),
            self.tr("Go on with this vault only."),
        )
        tone = "good"
        if restored.damage:
            tone = "warn"
            message = Message(
                self.tr("The vault was restored as far as the backup was whole."),
                self.tr("Parts of it that are damaged: {count}.").format(count=len(restored.damage)),
                self.tr("Check the vault in the settings."),
            )
        self.told.emit(message, tone)
