"""The part of the settings about keys: passphrase, keyfile, recovery words, data key, cost of guessing."""

from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from hrddesk.actions.vault import keys, vaults
from hrddesk.actions.vault.keys import Recalibrated
from hrddesk.crypto.keyslots import PassphraseSecret, SlotInfo
from hrddesk.errors import HrdDeskError
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import WORDS, Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.settings.rotating_view import RotatingView
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.secrets.new_passphrase_edit import NewPassphraseEdit
from hrddesk_ui.widgets.secrets.recovery_words import ProofStep, WordsStep
from hrddesk_ui.widgets.secrets.secret_edit import SecretEdit

T = TypeVar("T")
Proven = Callable[[Session, Job, PassphraseSecret], T]
"""A function that uses the secret which opens the vault at present, and returns a result."""


class Step(Enum):
    """The changes that a user can make to the secrets and keys that open the vault."""

    PASSPHRASE = auto()
    KEYFILE = auto()
    NO_KEYFILE = auto()
    WORDS = auto()
    ROTATION = auto()
    COST = auto()


class KeysView(QWidget):
    """The part of the settings about keys.

    Each change asks for the present passphrase, which is kept no longer than needed.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entropy = b""
        self._step = Step.PASSPHRASE
        layout = boxes.column(parent=self, spacing=2 * tokens.GRID)
        self.choices = QWidget(self)
        self.asking = QWidget(self)
        self.words = WordsStep(
            self.tr(
                "From the moment when you have typed three of them on the next page, these 24 words open the "
                "vault when the passphrase is lost. Until then they open nothing, and the old ones still do. "
                "They are shown only here. Write them on paper, keep it where nobody looks, and destroy the "
                "old paper only then; whoever has the words has the vault."
            ),
            self,
        )
        self.proof = ProofStep(self.tr("These words count from now on"), self)
        self.cancel_button = self._button(self.tr("Leave everything as it is"), self._forget)
        self._parts = (self.choices, self.asking, self.words, self.proof)
        for part in self._parts:
            layout.addWidget(part)
        layout.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.words.next_button.clicked.connect(self._ask_words)
        self.proof.back_button.clicked.connect(self._show_words)
        self.proof.passed.connect(self._proven)
        self._fill_choices()
        self._fill_asking()
        self._show_part(self.choices)
        self._show_slots(keys.slots(desk.session))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel the change on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.cancel_button.isVisible():
            self.cancel_button.click()
        else:
            super().keyPressEvent(event)

    # --- the parts ---

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = boxes.button(text, lambda: act(), self)
        button.setAccessibleName(text)
        return button

    def _fill_choices(self) -> None:
        layout = page_layout.part(self.choices)
        self.slots = page_layout.words("")
        layout.addWidget(self.slots)
        self.buttons: dict[Step, QPushButton] = {}
        for step, text in (
            (Step.PASSPHRASE, self.tr("Another passphrase …")),
            (Step.KEYFILE, self.tr("A keyfile …")),
            (Step.NO_KEYFILE, self.tr("No keyfile any more …")),
            (Step.WORDS, self.tr("New recovery words …")),
            (Step.ROTATION, self.tr("A new data key …")),
            (Step.COST, self.tr("What a guess costs …")),
        ):
            self.buttons[step] = self._button(text, partial(self.begin, step))
            layout.addWidget(self.buttons[step], 0, Qt.AlignmentFlag.AlignLeft)

    def _fill_asking(self) -> None:
        layout = boxes.column(parent=self.asking, spacing=2 * tokens.GRID)
        self._note = page_layout.words("")
        layout.addWidget(self._note)
        present = page_layout.Fields()
        self.old = SecretEdit(self.tr("Present passphrase"), self)
        present.add(self.tr("Present passphrase"), self.old)
        self.old_keyfile = PathEdit(self.tr("Present keyfile"), Purpose.OPEN_FILE, self)
        self._old_keyfile_label = present.add(self.tr("Present keyfile"), self.old_keyfile)
        self.keyfile = PathEdit(self.tr("Keyfile from now on"), Purpose.SAVE_FILE, self)
        self._keyfile_label = present.add(self.tr("Keyfile from now on"), self.keyfile)
        layout.addLayout(present)
        self.new = NewPassphraseEdit(self)
        layout.addWidget(self.new)
        self.trouble = TroubleLabel(self)
        layout.addWidget(self.trouble)
        self.go_button = self._button("", self._go)
        layout.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.old.submitted.connect(self._go)
        self.new.submitted.connect(self._go)
        self.keyfile.submitted.connect(self._go)

    def _words_of(self, step: Step) -> tuple[str, str]:
        """Return the words that explain a change, and the text of its button."""
        return {
            Step.PASSPHRASE: (
                self.tr(
                    "A new passphrase replaces the old one. The recovery words stay as they are. "
                    "Copies and backups made before still open with the old one."
                ),
                self.tr("Change the passphrase"),
            ),
            Step.KEYFILE: (
                self.tr(
                    "From then on the vault opens by the passphrase and this file together. Choose any file "
                    "on a stick that you carry, or type a new name: a file of random bytes is then made "
                    "there. The file must never change, not by one byte. Keep copies, none beside the "
                    "vault; when all are lost, only the recovery words open the vault."
                ),
                self.tr("Need this file too"),
            ),
            Step.NO_KEYFILE: (
                self.tr("The passphrase alone opens the vault then."),
                self.tr("Need no keyfile any more"),
            ),
            Step.WORDS: (
                self.tr(
                    "If the paper was lost, or somebody saw it: the old words open nothing any more then."
                ),
                self.tr("Draw new recovery words"),
            ),
            Step.ROTATION: (
                self.tr(
                    "If somebody had this computer, or a backup of it, and may know what opened the vault: "
                    "a new passphrase alone leaves the old key valid in old copies. A new data key needs "
                    "room for a second copy of the database, and new recovery words. Nothing is lost if it "
                    "is broken off. Destroy old backups: they still open with what opened the vault then."
                ),
                self.tr("Make a new data key"),
            ),
            Step.COST: (
                self.tr(
                    "Somebody who tries passphrases needs so much memory and about a second for each. On a "
                    "faster computer a guess can cost more; it never gets cheaper."
                ),
                self.tr("Measure again on this computer"),
            ),
        }[step]

    def begin(self, step: Step) -> None:
        """Show the explanation of the change `step`, and the fields that this change needs."""
        self._step = step
        note, go = self._words_of(step)
        self._note.setText(note)
        self.go_button.setText(go)
        self.go_button.setAccessibleName(go)
        self.new.setVisible(step is Step.PASSPHRASE)
        for part in (self.keyfile, self._keyfile_label):
            part.setVisible(step is Step.KEYFILE)
        self.trouble.hush()
        self._show_part(self.asking)
        self.old.setFocus()

    def _go(self) -> None:
        {
            Step.PASSPHRASE: self._change_passphrase,
            Step.KEYFILE: self._use_keyfile,
            Step.NO_KEYFILE: self._use_no_keyfile,
            Step.WORDS: self._prove,
            Step.ROTATION: self._prove,
            Step.COST: self._recalibrate,
        }[self._step]()

    # --- what is so now ---

    def _show_slots(self, slots: tuple[SlotInfo, ...]) -> None:
        by_file = keys.needs_keyfile(slots)
        costs = [slot.params.m_kib // 1024 for slot in slots if slot.params is not None]
        by = self.tr("passphrase and keyfile together") if by_file else self.tr("passphrase")
        text = self.tr("This vault opens by {by}, or by the 24 recovery words. A guess costs {mib} MiB.")
        self.slots.setText(text.format(by=by, mib=min(costs, default=0)))
        self.old_keyfile.setVisible(by_file)
        self._old_keyfile_label.setVisible(by_file)
        self.buttons[Step.NO_KEYFILE].setVisible(by_file)

    def _show_part(self, visible_part: QWidget) -> None:
        for part in self._parts:
            part.setVisible(part is visible_part)
        self.cancel_button.setVisible(visible_part is not self.choices)

    # --- what is done ---

    def _with_secret(self, work: "Proven[T]", then: Callable[[T], None], label: str) -> None:
        passphrase, file = self.old.text, self.old_keyfile.path
        if not passphrase:
            self.trouble.complain(self.tr("Type the present passphrase."), self.old.changed)
            self.old.setFocus()
            return
        with_file = file if not self.old_keyfile.isHidden() else None

        def proven(session: Session, job: Job) -> T:
            return work(session, job, vaults.passphrase_secret(passphrase, with_file))

        def arrived(result: T) -> None:
            self._set_busy(False)
            self.trouble.hush()
            then(result)

        self._set_busy(True)
        self._desk.ask(self, proven, arrived, failed=self._fail, label=label, can_cancel=False)

    def _set_busy(self, busy: bool) -> None:
        self.asking.setEnabled(not busy)
        self.proof.setEnabled(not busy)
        self.cancel_button.setEnabled(not busy)

    def _fail(self, error: HrdDeskError) -> None:
        self._set_busy(False)
        self._show_part(self.asking)
        self.old.clear()
        self.trouble.complain(messages.of(error).text, self.old.changed, self.new.changed)
        self.old.setFocus()

    def _done(self, what: str, more: str = "") -> None:
        self._forget()
        self._show_slots(keys.slots(self._desk.session))
        self._desk.say(what, more)

    def _change_passphrase(self) -> None:
        new, problem = self.new.text, self.new.problem()
        if problem:
            self.trouble.complain(problem, self.new.changed)
            return

        def work(session: Session, job: Job, secret: PassphraseSecret) -> None:
            keys.change_passphrase(session, secret, PassphraseSecret(new, secret.keyfile_digest))

        self._with_secret(
            work,
            lambda _: self._done(self.tr("The passphrase was changed.")),
            self.tr("Changing the passphrase"),
        )

    def _use_keyfile(self) -> None:
        path = self.keyfile.path
        if path is None:
            self.trouble.complain(self.tr("Choose the keyfile."), self.keyfile.changed)
            self.keyfile.setFocus()
            return

        def work(session: Session, job: Job, secret: PassphraseSecret) -> bool:
            keys.prove(session, secret)
            new = not path.exists()
            keys.use_keyfile(session, secret, keys.provide_keyfile(path))
            return new

        def told(new: bool) -> None:
            note = self.tr("A new keyfile was made: {path}").format(path=path) if new else ""
            self._done(self.tr("The vault needs the keyfile too from now on. Keep a copy of it."), note)

        self._with_secret(work, told, self.tr("Changing what opens the vault"))

    def _use_no_keyfile(self) -> None:
        self._with_secret(
            lambda session, _, secret: keys.use_keyfile(session, secret, None),
            lambda _: self._done(self.tr("The passphrase opens the vault alone.")),
            self.tr("Changing what opens the vault"),
        )

    def _recalibrate(self) -> None:
        def told(done: Recalibrated) -> None:
            if done.after == done.before:
                self._done(self.tr("It stays as it is: this computer is no faster."))
            else:
                text = self.tr("A guess costs {after} MiB now; it was {before} MiB.")
                before, after = done.before.m_kib // 1024, done.after.m_kib // 1024
                self._done(text.format(before=before, after=after))

        self._with_secret(
            lambda session, _, secret: keys.recalibrate(session, secret),
            told,
            self.tr("Measuring this computer"),
        )

    # --- new words, and perhaps a new data key ---

    def _prove(self) -> None:
        """Try the passphrase, then show new recovery words, which do not open the vault yet."""
        self._with_secret(
            lambda session, _, secret: keys.prove(session, secret),
            lambda _: self._draw(),
            self.tr("Trying the passphrase"),
        )

    def _draw(self) -> None:
        self._entropy, words = keys.new_entropy()
        self.words.fill(words)
        self.proof.fill(words)
        self._show_words()

    def _show_words(self) -> None:
        self._show_part(self.words)
        self.words.next_button.setFocus()

    def _ask_words(self) -> None:
        self._show_part(self.proof)
        self.proof.arrive()

    def _forget(self) -> None:
        """Clear the fields and the new recovery words, and show the choice of changes."""
        self._entropy = b""
        self.words.fill([])
        self.proof.fill([])
        self.old.clear()
        self.new.clear()
        for path in (self.keyfile, self.old_keyfile):
            path.set_path(None)
        self._show_part(self.choices)
        self.buttons[self._step].setFocus()

    def _proven(self) -> None:
        entropy, passphrase, file = self._entropy, self.old.text, self.old_keyfile.path
        with_file = file if not self.old_keyfile.isHidden() else None
        if self._step is Step.ROTATION:

            def rotate(session: Session, job: Job) -> list[str]:
                return keys.rotate(session, [vaults.passphrase_secret(passphrase, with_file)], job, entropy)

            self._forget()
            self._desk.alone_wanted.emit(RotatingView(self._desk, rotate))
            return

        def counted(_: None) -> None:
            self._done(self.tr("The new recovery words count from now on."))
            self._desk.mended.emit(WORDS)

        self._with_secret(
            lambda session, _, secret: keys.change_recovery_words(session, secret, entropy),
            counted,
            self.tr("Changing what opens the vault"),
        )
