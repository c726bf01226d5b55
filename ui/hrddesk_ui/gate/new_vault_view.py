"""The creation of a vault: its folder, its passphrase, and its recovery words.

The words are shown once; the user proves to have written them down by typing three of them.
"""

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hrddesk.actions.vault import keys, passphrases, vaults
from hrddesk.actions.vault.vaults import NewVault
from hrddesk.errors import HrdDeskError, VaultExists
from hrddesk.store.vault.session import Session
from hrddesk.system import paths
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.runner import Runner
from hrddesk_ui.error_words import messages
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.fields.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.secrets.keyfile_edit import Keyfile, KeyfileEdit
from hrddesk_ui.widgets.secrets.passphrase_words import verdict
from hrddesk_ui.widgets.secrets.quiet_edit import QuietLineEdit
from hrddesk_ui.widgets.secrets.recovery_words import ProofStep, WordsStep
from hrddesk_ui.widgets.secrets.secret_edit import SecretEdit


class NewVaultView(QWidget):
    """Three steps to a new vault: choices, recovery words, proof of the words.

    The vault is created between the first two steps.
    """

    opening = Signal()
    opened = Signal(object)  # Session
    back_wanted = Signal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.session: Session | None = None
        layout = page_layout.column(self, 84, centred=True)
        layout.addSpacing(tokens.GRID)  # no stretch: what appears below moves nothing above it
        box, inside = page_layout.card(self)
        layout.addWidget(box)
        layout.addStretch(2)
        self._steps = QStackedWidget(box)
        inside.addWidget(self._steps)
        self.choice = _ChoiceStep(self)
        self.words = WordsStep(
            self.tr(
                "These 24 words open the vault when the passphrase is lost. They are shown only here, "
                "until three of them are typed on the next page, and never after that. Write them on "
                "paper and keep it where nobody looks; whoever has them has the vault."
            ),
            self,
        )
        self.proof = ProofStep(self.tr("Open the vault"), self)
        for step in (self.choice, self.words, self.proof):
            self._steps.addWidget(step)
        self.choice.back_button.clicked.connect(self._leave)
        self.choice.wanted.connect(self._create)
        self.words.next_button.clicked.connect(self._ask_words)
        self.proof.back_button.clicked.connect(self._show_words)
        self.proof.passed.connect(self._finish)

    @property
    def step(self) -> int:
        """The number of the step that is shown, counted from 0."""
        return self._steps.currentIndex()

    def begin(self) -> None:
        """Begin again at the first step, with another generated passphrase."""
        self._steps.setCurrentWidget(self.choice)
        self.choice.begin()

    def take_over(self, old: "NewVaultView") -> None:
        """Continue the work of the view `old`, whose texts are in another language.

        If `old` has created a vault, its recovery words are shown again: they may be on paper already.
        """
        if old.session is None:
            self.begin()
            self.choice.take_over(old.choice)
            return
        self.session, old.session = old.session, None
        self.words.fill(old.proof.words)
        self.proof.fill(old.proof.words)
        self._show_words()

    def escape(self) -> None:
        """Go back from the current step.

        The step with the recovery words has no way back, because the vault exists by then.
        """
        step = self._steps.currentWidget()
        if step is self.proof:
            self.proof.back_button.click()
        elif step is self.choice and self.choice.isEnabled():  # disabled while the vault is being made
            self.choice.escape()

    def _leave(self) -> None:
        self.choice.forget()
        self.back_wanted.emit()

    def _create(self, folder: Path, passphrase: str, keyfile: Path | None) -> None:
        def work(job: Job) -> NewVault:
            new_vault = vaults.create_with(folder, passphrase, keyfile)
            keys.note_words(new_vault.session, proven=False)
            return new_vault

        self.choice.set_busy(True)
        self.opening.emit()
        self._runner.run(
            self,
            work,
            self._created,
            failed=self._failed,
            label=self.tr("Making the vault"),
            can_cancel=False,
        )

    def _failed(self, error: HrdDeskError) -> None:
        self.choice.set_busy(False)
        self.choice.trouble.complain(
            messages.of(error).text, self.choice.path_edit.changed, self.choice.keyfile.changed
        )

    def _created(self, new_vault: NewVault) -> None:
        self.session, words = new_vault.session, list(new_vault.recovery_words)
        self.choice.set_busy(False)
        self.choice.forget()
        self.words.fill(words)
        self.proof.fill(words)
        self._show_words()

    def _show_words(self) -> None:
        self._steps.setCurrentWidget(self.words)
        self.words.next_button.setFocus()

    def _ask_words(self) -> None:
        self._steps.setCurrentWidget(self.proof)
        self.proof.arrive()

    def _finish(self) -> None:
        session = self.session
        assert session is not None
        self.setEnabled(False)
        self._runner.run(
            self,
            lambda _: keys.note_words(session, proven=True),
            lambda _: self._open(session),
            failed=self._not_noted,
            can_cancel=False,
        )

    def _not_noted(self, error: HrdDeskError) -> None:
        self.setEnabled(True)
        self.proof.trouble.complain(messages.of(error).text)

    def _open(self, session: Session) -> None:
        self.words.fill([])
        self.proof.fill([])
        self.session = None
        self.opened.emit(session)


class _ChoiceStep(QWidget):
    """The step that asks for the folder of the vault, its passphrase and, if wanted, its keyfile."""

    wanted = Signal(Path, str, object)  # the folder, the passphrase, and the keyfile or None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(tokens.GRID)  # so narrow that the step fits on a screen of 768 lines
        layout.addWidget(page_layout.title(self.tr("New vault")))
        layout.addWidget(page_layout.note(self.tr("A vault is a new folder whose name ends in .hrdv.")))
        self.path_edit = PathEdit(self.tr("Folder of the new vault"), Purpose.SAVE_FILE, self, suffix="hrdv")
        layout.addWidget(self.path_edit)

        self.generated = QRadioButton(self.tr("Use these six words as the passphrase (recommended)"), self)
        self.generated.setAccessibleName(self.generated.text())
        self.phrase = QuietLineEdit(parent=self)
        self.phrase.setReadOnly(True)
        self.phrase.setAccessibleName(self.tr("Generated passphrase"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(heights.scaled(tokens.HEADING))
        self.phrase.setFont(font)
        self.another_button = boxes.button(self.tr("Other words"), self._draw, self)
        self.another_button.setAccessibleName(self.another_button.text())
        words = boxes.row((self.phrase, 1), self.another_button)
        self._on_paper = page_layout.note(
            self.tr("Write them on paper, keep the paper away from this computer, and type them below.")
        )
        self.typed = SecretEdit(self.tr("Type the six words"), self)
        again = page_layout.Fields()
        self._typed_label = again.add(self.tr("Type the six words"), self.typed)
        self.own = QRadioButton(self.tr("Type a passphrase of my own"), self)
        self.own.setAccessibleName(self.own.text())
        self._hint = page_layout.note("")
        boxes.add(layout, self.generated, words, self._on_paper, again, self.own, self._hint)
        self.passphrase = SecretEdit(self.tr("Passphrase"), self)
        self.repeated = SecretEdit(self.tr("Passphrase, once more"), self)
        self._secrets = (self.typed, self.passphrase, self.repeated)
        form = page_layout.Fields()
        self._first_label = form.add(self.tr("Passphrase"), self.passphrase)
        self._again_label = form.add(self.tr("Passphrase, once more"), self.repeated)
        layout.addLayout(form)
        self.keyfile = KeyfileEdit(Keyfile.NEW, self)
        layout.addWidget(self.keyfile)
        layout.addWidget(
            page_layout.note(
                self.tr(
                    "Any file on a stick that you carry; at a new name a file of random bytes is made. It"
                    " must never change: keep copies, none beside the vault. Without file and passphrase"
                    " together, only the recovery words open the vault."
                )
            )
        )

        self.create_button = boxes.button(self.tr("Make the vault"), self._submit, self)
        self.create_button.setAccessibleName(self.create_button.text())
        theme.set_role(self.create_button, "primary")
        self.back_button = QPushButton(self.tr("Back"), self)
        self.back_button.setAccessibleName(self.tr("Back"))
        buttons = boxes.row(self.create_button, 1, self.back_button, spacing=-1)
        layout.addLayout(buttons)
        self.trouble = TroubleLabel(self)
        layout.addWidget(self.trouble)

        self.generated.toggled.connect(self._switch)
        self.passphrase.changed.connect(self._judge)
        self.typed.submitted.connect(self._submit)
        self.repeated.submitted.connect(self._submit)
        self.keyfile.submitted.connect(self._submit)

    def begin(self) -> None:
        self.forget()
        self._draw()
        self.generated.setChecked(True)
        self._switch()
        self.trouble.hush()
        if self.path_edit.path is None:
            self.path_edit.set_path(paths.free_vault())
        self.path_edit.setFocus()
        self.path_edit.field.selectAll()

    def take_over(self, old: "_ChoiceStep") -> None:
        """Propose the same passphrase and folder as `old`."""
        self.path_edit.set_path(old.path_edit.path)
        self.phrase.setText(old.phrase.text())
        self.phrase.setCursorPosition(0)
        self.own.setChecked(old.own.isChecked())

    def forget(self) -> None:
        self.phrase.setText("")
        for field in self._secrets:
            field.clear()
        self.keyfile.forget()

    def escape(self) -> None:
        """Clear the fields for a passphrase or, if they are empty, return to the previous view."""
        typed = [field for field in self._secrets if field.text]
        if not typed:
            self.back_button.click()
            return
        for field in typed:
            field.clear()
        typed[0].setFocus()

    def _draw(self) -> None:
        self.phrase.setText(passphrases.generate())
        self.phrase.setCursorPosition(0)

    def _switch(self) -> None:
        """Enable the fields for a generated or for an own passphrase, as chosen; both groups stay visible."""
        generated = self.generated.isChecked()
        for part in (self.phrase, self.another_button, self._on_paper, self._typed_label, self.typed):
            part.setEnabled(generated)
        own = (self._hint, self._first_label, self.passphrase, self._again_label, self.repeated)
        for part in own:
            part.setEnabled(not generated)
        self.typed.clear()
        self.repeated.clear()
        self._judge()

    def _judge(self) -> None:
        self._hint.setText(verdict(self.passphrase.text))

    def _submit(self) -> None:
        folder = self.path_edit.path
        generated = self.generated.isChecked()
        passphrase = self.phrase.text() if generated else self.passphrase.text
        typed_anew = (*(field.changed for field in self._secrets), self.generated.toggled)
        typed = " ".join(self.typed.text.split()) if generated else self.repeated.text
        if folder is None:
            self.trouble.complain(self.tr("Say where the vault shall lie."), self.path_edit.changed)
            self.path_edit.setFocus()
        elif not passphrase:
            self.trouble.complain(self.tr("Type a passphrase."), *typed_anew)
            self.passphrase.setFocus()
        elif typed != passphrase:
            self.trouble.complain(
                self.tr("What you typed differs from the six words. Nothing was made.")
                if generated
                else self.tr("The two passphrases differ. Nothing was made."),
                *typed_anew,
            )
            (self.typed if generated else self.repeated).setFocus()
        elif not generated and passphrases.judge(passphrase) is passphrases.Strength.WEAK:
            self.trouble.complain(
                self.tr("This passphrase is too weak. Take a longer one, or the six words."), *typed_anew
            )
            self.passphrase.setFocus()
        elif problem := self.keyfile.problem():
            self.trouble.complain(problem, self.keyfile.changed)
        else:
            self.trouble.hush()
            name = folder if folder.suffix == ".hrdv" else folder.with_name(folder.name + ".hrdv")
            if os.path.lexists(name):  # before a key is derived from the passphrase, which takes seconds
                self.trouble.complain(messages.of(VaultExists(path=str(name))).text, self.path_edit.changed)
                self.path_edit.setFocus()
                return
            self.wanted.emit(name, passphrase, self.keyfile.path)

    def set_busy(self, busy: bool) -> None:
        self.setEnabled(not busy)
