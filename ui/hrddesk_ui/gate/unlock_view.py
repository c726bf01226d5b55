"""The view that unlocks a vault with its passphrase, or with its recovery words and a new passphrase."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hrddesk.errors import HrdDeskError, KeyfileNeeded, KeyfileNotUsed
from hrddesk.system.jobs import Job
from hrddesk.system.lazy import Lazy
from hrddesk_ui.desk.runner import Runner
from hrddesk_ui.error_words import messages
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.fields.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.secrets.quiet_edit import QuietTextEdit
from hrddesk_ui.widgets.secrets.secret_edit import SecretEdit

if TYPE_CHECKING:
    from hrddesk.store.vault.session import Session
    from hrddesk_ui.widgets.secrets.new_passphrase_edit import NewPassphraseEdit


class UnlockView(QWidget):
    """The fields for folder and secret; an error is shown in the view."""

    opening = Signal()
    opened = Signal(object)  # Session
    back_wanted = Signal()
    wipe_wanted = Signal(object)  # Path

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._by_words = False
        layout = page_layout.column(self, 72, centred=True)
        layout.addSpacing(4 * tokens.GRID)  # no stretch: what appears below moves nothing above it
        box, inside = page_layout.card(self)
        layout.addWidget(box)
        layout.addStretch(2)
        inside.addWidget(page_layout.title(self.tr("Unlock the vault")))
        self.locked = False
        self._kept = page_layout.note(
            self.tr("It was locked. What you had typed and not saved is kept in it, and shown again.")
        )
        inside.addWidget(self._kept)
        self.path_edit = PathEdit(self.tr("Folder of the vault"), Purpose.FOLDER, self)
        inside.addLayout(self._row(self.tr("Folder of the vault"), self.path_edit))
        self.passphrase = SecretEdit(self.tr("Passphrase"), self)
        self._passphrase_part = self._part(self._row(self.tr("Passphrase"), self.passphrase))
        inside.addWidget(self._passphrase_part)
        self._inside = inside
        self.unlock_button = boxes.button(self.tr("Unlock"), self._submit, self)
        self.unlock_button.setAccessibleName(self.tr("Unlock"))
        theme.set_role(self.unlock_button, "primary")
        self.other_way = QPushButton(self)
        self.wipe_button = boxes.button(self.tr("Wipe this vault …"), self._go_to_wipe, self)
        self.wipe_button.setAccessibleName(self.wipe_button.text())
        self.back_button = boxes.button(self.tr("Back"), self._leave, self)
        self.back_button.setAccessibleName(self.tr("Back"))
        buttons = boxes.row(self.unlock_button, self.other_way, 1, self.wipe_button, self.back_button)
        inside.addLayout(buttons)
        self.trouble = TroubleLabel(self)
        inside.addWidget(self.trouble)
        self.passphrase.submitted.connect(self._submit)
        self.path_edit.submitted.connect(self.passphrase.setFocus)
        self.other_way.clicked.connect(lambda: self._use_words(not self._by_words))
        self._use_words(False)

    # The parts below are needed once in years, so each is built only when it is asked for.

    @cached_property
    def words(self) -> QuietTextEdit:
        """The field for the recovery words."""
        field = QuietTextEdit(self.tr("Recovery words"), self)
        field.setMaximumHeight(12 * tokens.GRID)
        return field

    @cached_property
    def keyfile(self) -> PathEdit:
        """The field for the keyfile, shown after a vault turned out to need one."""
        field = PathEdit(self.tr("Keyfile"), Purpose.OPEN_FILE, self)
        field.submitted.connect(self._submit)
        return field

    @Lazy
    def _keyfile_part(self) -> QWidget:
        part = self._part(self._row(self.tr("Keyfile"), self.keyfile))
        self._inside.insertWidget(self._inside.indexOf(self._passphrase_part) + 1, part)
        QWidget.setTabOrder(self.passphrase.show_button, self.keyfile.field)
        QWidget.setTabOrder(self.keyfile.field, self.keyfile.button)
        return part

    @property
    def _by_keyfile(self) -> bool:
        part = UnlockView._keyfile_part.existing(self)
        return part is not None and not part.isHidden()

    def _ask_keyfile(self, is_asked: bool) -> None:
        if is_asked or UnlockView._keyfile_part.existing(self) is not None:
            self._keyfile_part.setVisible(is_asked)

    @cached_property
    def new_passphrase(self) -> "NewPassphraseEdit":
        """The fields for a new passphrase, which replaces the lost one if recovery words open the vault."""
        from hrddesk_ui.widgets.secrets.new_passphrase_edit import NewPassphraseEdit

        field = NewPassphraseEdit(self)
        field.submitted.connect(self._submit)
        return field

    @Lazy
    def _words_part(self) -> QWidget:
        part = self._part(
            self._row(self.tr("The 24 recovery words, in their order"), self.words), self.new_passphrase
        )
        self._inside.insertWidget(self._inside.indexOf(self._passphrase_part) + 1, part)
        QWidget.setTabOrder(self.path_edit.button, self.words)
        QWidget.setTabOrder(self.words, self.new_passphrase.first.field)
        return part

    @staticmethod
    def _row(text: str, field: QWidget) -> QVBoxLayout:
        row = boxes.column(spacing=tokens.GRID // 2)
        label = page_layout.plain(text)
        label.setBuddy(field)
        row.addWidget(label)
        row.addWidget(field)
        return row

    def _part(self, *rows: QVBoxLayout | QWidget) -> QWidget:
        part = QWidget(self)
        layout = boxes.column(parent=part, spacing=2 * tokens.GRID)
        for row in rows:
            if isinstance(row, QWidget):
                layout.addWidget(row)
            else:
                layout.addLayout(row)
        return part

    @property
    def folder(self) -> Path | None:
        """The typed folder of the vault, or None if the field is empty."""
        return self.path_edit.path

    @property
    def typed(self) -> bool:
        """Whether a field for secrets has content."""
        words = self._by_words and bool(self.words.toPlainText() or self.new_passphrase.typed)
        return words or bool(self.passphrase.text)

    def begin(self, folder: Path | None, *, locked: bool = False) -> None:
        """Clear the view and fill in `folder`, if it is known.

        `locked` says that the vault was open in this window and was locked.
        """
        self.locked = locked
        self._kept.setVisible(locked)
        self._forget()
        self.path_edit.set_path(folder)
        self.trouble.hush()
        self._ask_keyfile(False)
        self._use_words(False)
        (self.path_edit if folder is None else self.passphrase).setFocus()

    def _forget(self) -> None:
        self._empty()
        if UnlockView._keyfile_part.existing(self) is not None:
            self.keyfile.set_path(None)

    def _empty(self) -> None:
        self.passphrase.clear()
        if UnlockView._words_part.existing(self) is not None:
            self.new_passphrase.clear()
            self.words.setPlainText("")

    def escape(self) -> None:
        """Clear the fields for secrets or, if they are empty, return to the previous view."""
        if not self.typed:
            self.back_button.click()
            return
        self._empty()
        (self.words if self._by_words else self.passphrase).setFocus()

    def _leave(self) -> None:
        self._forget()
        self.back_wanted.emit()

    def _use_words(self, by_words: bool) -> None:
        self._by_words = by_words
        if by_words or UnlockView._words_part.existing(self) is not None:
            self._words_part.setVisible(by_words)
        self._passphrase_part.setVisible(not by_words)
        if by_words:
            self._ask_keyfile(False)
        text = self.tr("Use the passphrase") if by_words else self.tr("Use the recovery words")
        self.other_way.setText(text)
        self.other_way.setAccessibleName(text)
        (self.words if by_words else self.passphrase).setFocus()

    def _go_to_wipe(self) -> None:
        folder = self.folder
        if folder is None:
            self.trouble.complain(self.tr("Choose the folder of the vault."), self.path_edit.changed)
            self.path_edit.setFocus()
            return
        from hrddesk.store.vault import wiping

        try:
            wiping.vault_id(folder)
        except HrdDeskError as error:
            self.trouble.complain(messages.of(error).text, self.path_edit.changed)
            self.path_edit.setFocus()
            return
        self._forget()
        self.wipe_wanted.emit(folder)

    def _submit(self) -> None:
        folder = self.folder
        if folder is None:
            self.trouble.complain(self.tr("Choose the folder of the vault."), self.path_edit.changed)
            self.path_edit.setFocus()
            return
        if self._by_words:
            words, new = self.words.toPlainText(), self.new_passphrase.text
            problem = self.new_passphrase.problem()
            if problem:
                self.trouble.complain(problem, self.new_passphrase.changed)
                return

            def work(job: Job) -> "Session":
                from hrddesk.actions.vault import keys, vaults

                vaults.change_passphrase(folder, vaults.recovery_secret(words), new)
                session = vaults.unlock(folder, vaults.passphrase_secret(new))
                keys.note_words(session, proven=True)
                return session

        else:
            passphrase = self.passphrase.text
            keyfile = self.keyfile.path if self._by_keyfile else None

            def work(job: Job) -> "Session":
                from hrddesk.actions.vault import vaults

                return vaults.unlock(folder, vaults.passphrase_secret(passphrase, keyfile))

        self._set_busy(True)
        self.opening.emit()
        self._runner.run(
            self, work, self._open, failed=self._fail, label=self.tr("Unlocking"), can_cancel=False
        )

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.unlock_button, self.other_way, self.back_button, self.path_edit):
            widget.setEnabled(not busy)

    def _open(self, session: "Session") -> None:
        self._forget()
        self.opened.emit(session)

    def _fail(self, error: HrdDeskError) -> None:
        self._set_busy(False)
        if isinstance(error, KeyfileNeeded | KeyfileNotUsed):
            needs_keyfile = isinstance(error, KeyfileNeeded)
            self._ask_keyfile(needs_keyfile)
            self.trouble.complain(
                messages.of(error).text,
                self.path_edit.changed,
                *([self.keyfile.changed] if needs_keyfile else []),
            )
            (self.keyfile if needs_keyfile else self.unlock_button).setFocus()
            return  # the passphrase stays: nobody knows yet whether it is the right one
        typed = (
            (self.words.changed, self.new_passphrase.changed)
            if self._by_words
            else (self.passphrase.changed,)
        )
        self.trouble.complain(messages.of(error).text, self.path_edit.changed, *typed)
        field = self.words if self._by_words else self.passphrase.field
        field.setFocus()
        field.selectAll()
