"""The part of the settings about backups: make one, try to restore one, and list them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from hrddesk.actions.vault import backups, vaults
from hrddesk.actions.vault.backups import Made, Need
from hrddesk.errors import HrdDeskError
from hrddesk.store.vault.backup_reading import BackupContent
from hrddesk_ui.desk.desk import BACKUP, Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.error_words import messages
from hrddesk_ui.error_words.core_words import words
from hrddesk_ui.settings import backup_words
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.fields.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import page_layout
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.secrets.keyfile_edit import Keyfile, KeyfileEdit
from hrddesk_ui.widgets.secrets.secret_edit import SecretEdit


class BackupView(QWidget):
    """The part of the settings in which backups are made, tested and listed."""

    listed = Signal(object)  # list[str]: the lines of the list of backups

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._rows = backups.listed(desk.reader)
        self._layout = page_layout.part(self)
        self.state = page_layout.words("", self)
        self._layout.addWidget(self.state)
        self._make_part()
        self._layout.addSpacing(tokens.GRID)
        self._test_part()
        self._layout.addSpacing(tokens.GRID)
        self._list_part()
        self._show_rows()

    def _make_part(self) -> None:
        self._layout.addWidget(
            page_layout.note(
                self.tr(
                    "One file with everything in this vault, encrypted as it is here. It is read again to "
                    "its end before it gets its name, which says nothing. Best on a stick that you keep "
                    "elsewhere."
                )
            )
        )
        self.folder = PathEdit(self.tr("Folder for the backup"), Purpose.FOLDER, self)
        fields = page_layout.Fields()
        fields.add(self.tr("Folder for the backup"), self.folder)
        self._layout.addLayout(fields)
        self.make_button = self._button(self.tr("Make a backup"))
        self.make_trouble = TroubleLabel(self)
        self._layout.addWidget(self.make_trouble)
        self.folder.submitted.connect(self._make)
        self.make_button.clicked.connect(self._make)

    def _test_part(self) -> None:
        self._layout.addWidget(
            page_layout.note(
                self.tr(
                    "Does all that a restore does with the file and the passphrase, and leaves nothing. "
                    "It needs no second computer. Without such a test, a backup is only a hope."
                )
            )
        )
        self.file = PathEdit(self.tr("File of the backup"), Purpose.OPEN_FILE, self)
        self.secret = SecretEdit(self.tr("Passphrase that the vault had then"), self)
        fields = page_layout.Fields()
        fields.add(self.tr("File of the backup"), self.file)
        fields.add(self.tr("Passphrase that the vault had then"), self.secret)
        self._layout.addLayout(fields)
        self.keyfile = KeyfileEdit(Keyfile.PRESENT, self)
        self._layout.addWidget(self.keyfile)
        self.test_button = self._button(self.tr("Try a restore"))
        self.test_trouble = TroubleLabel(self)
        self._layout.addWidget(self.test_trouble)
        self.file.submitted.connect(self.secret.setFocus)
        self.secret.submitted.connect(self._test)
        self.keyfile.submitted.connect(self._test)
        self.test_button.clicked.connect(self._test)

    def _list_part(self) -> None:
        self.known_note = page_layout.note(
            self.tr(
                "Backups that may still lie somewhere. Each opens what was in the vault then, by the "
                "passphrase of then."
            )
        )
        self._layout.addWidget(self.known_note)
        self.known = QListWidget(self)
        self.known.setAccessibleName(self.tr("Known backups"))
        self.known.setMinimumHeight(12 * tokens.GRID)
        self.known.setWordWrap(True)
        self._layout.addWidget(self.known)
        self.gone_button = self._button(self.tr("It is destroyed; take it off the list …"))
        self.gone_button.clicked.connect(self._ask_gone)
        self.confirm = ConfirmBar(self)
        self._layout.addWidget(self.confirm)
        self.known.currentRowChanged.connect(lambda row: self.gone_button.setEnabled(row >= 0))

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    # --- make ---

    def _make(self) -> None:
        if self._busy:
            return
        folder = self.folder.path
        if folder is None or not folder.is_dir():
            self.make_trouble.complain(self.tr("Choose a folder that is there."), self.folder.changed)
            self.folder.setFocus()
            return
        self.make_trouble.hush()
        self._task = self._desk.ask(
            self,
            lambda session, job: backups.make(session, folder, job),
            self._made,
            failed=self._make_failed,
            label=self.tr("Making a backup"),
        )

    def _made(self, backup: Made) -> None:
        self.file.set_path(backup.path)
        self._show_rows()
        what = self.tr("The backup was written and read again: {path}").format(path=backup.path)
        if backup.damage:
            self._desk.say(
                what,
                self.tr("Something in the vault is damaged, and so in the backup: {what}").format(
                    what=words(backup.damage[0].message)
                ),
                self.tr("Keep your older backups."),
                tone="warn",
                about=BACKUP,
            )
            return
        never = not any(row.tested for row in self._rows)
        self._desk.say(
            what,
            self.tr("It opens with the passphrase and the recovery words of now."),
            self.tr("Try a restore, below.") if never else "",
        )
        self._desk.mended.emit(BACKUP)

    def _make_failed(self, error: HrdDeskError) -> None:
        self.make_trouble.complain(messages.of(error).text, self.folder.changed)

    # --- try ---

    def _test(self) -> None:
        if self._busy:
            return
        file, typed = self.file.path, self.secret.text
        if file is None:
            self.test_trouble.complain(self.tr("Choose the file of the backup."), self.file.changed)
            self.file.setFocus()
            return
        if not typed:
            self.test_trouble.complain(self.tr("Type the passphrase."), self.secret.changed)
            self.secret.setFocus()
            return
        if problem := self.keyfile.problem():
            self.test_trouble.complain(problem, self.keyfile.changed)
            return
        keyfile = self.keyfile.path
        self.test_trouble.hush()
        self._task = self._desk.ask(
            self,
            lambda session, job: backups.try_restore(
                session, file, vaults.passphrase_secret(typed, keyfile), job
            ),
            self._tested,
            failed=self._test_failed,
            label=self.tr("Trying a restore"),
        )

    def _tested(self, tested: BackupContent) -> None:
        self.secret.clear()
        self.keyfile.forget()
        self._show_rows()
        if tested.report.ok:
            self._desk.say(
                self.tr("The backup can be restored."),
                self.tr("Everything in it was opened and checked; nothing was left behind."),
            )
            self._desk.mended.emit(BACKUP)
            return
        self.test_trouble.complain(
            self.tr("The backup opens, but is not whole: {what}").format(
                what=words(tested.report.damage[0].message)
            ),
            self.file.changed,
        )

    def _test_failed(self, error: HrdDeskError) -> None:
        about_keyfile = self.keyfile.follow(error)
        self.test_trouble.complain(
            messages.of(error).text, self.file.changed, self.secret.changed, self.keyfile.changed
        )
        if about_keyfile:
            return  # the passphrase stays: nobody knows yet whether it is the right one
        self.secret.setFocus()
        self.secret.field.selectAll()

    # --- the list ---

    def _show_rows(self) -> None:
        self._rows = backups.listed(self._desk.reader)
        self.known.clear()
        for row in self._rows:
            item = ListItem(backup_words.of_row(row), self.known)
            item.setData(Qt.ItemDataRole.UserRole, row.num)
        for widget in (self.known_note, self.known, self.gone_button):
            widget.setVisible(bool(self._rows))
        self.gone_button.setEnabled(self.known.currentRow() >= 0)
        self.listed.emit([backup_words.of_row(row) for row in self._rows])
        reminder = backups.reminder(self._desk.reader)
        message = backup_words.of_reminder(reminder)
        if message is not None:
            self.state.setText(" ".join(part for part in (message.what, message.safe) if part))
        elif self._rows:
            self.state.setText(
                self.tr("The last backup was made on {day}; a restore was tried.").format(
                    day=backup_words.day_of(self._rows[0])
                )
            )
        self.state.setVisible(message is not None or bool(self._rows))
        theme.set_role(self.state, "warn" if message is not None and reminder.need is not Need.TEST else "")

    def _ask_gone(self) -> None:
        row = self._rows[self.known.currentRow()]
        self.confirm.ask(
            self.tr("You destroyed the file {path}, and every copy of it?").format(path=row.path),
            self.tr("It is destroyed"),
            self.tr("Not yet"),
            lambda: self._gone(row.num),
            self.known,
        )

    def _gone(self, num: int) -> None:
        self._desk.ask(
            self,
            lambda session, job: backups.mark_destroyed(session, num),
            lambda _: self._show_rows(),
        )

    @property
    def _busy(self) -> bool:
        """Whether a backup is being made or tested.

        The buttons stay enabled during this time, because a disabled button loses the focus.
        """
        return self._task is not None and not self._task.done
