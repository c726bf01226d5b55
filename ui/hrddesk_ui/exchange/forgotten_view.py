"""The hand-off itself and its result, alone in the window: nothing else may read the vault meanwhile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPushButton

from hrddesk.actions.vault import backups, forgetting, vaults
from hrddesk.actions.vault.forgetting import Forgotten, HandedOff
from hrddesk.errors import ForgettingUnfinished, HrdDeskError
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.error_words import messages
from hrddesk_ui.pages.drafts import Drafts
from hrddesk_ui.pages.exclusive_page import Alone
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.layout import boxes, page_layout


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants to hand off and forget. `to` is the recipient; `cases` is None for all cases.

    `folder` is None if no bundle is to be written, because the recipient acknowledged everything.
    """

    to: str
    cases: tuple[RecordId, ...] | None
    folder: Path | None
    emergency: bool = True
    """Whether some of the records are not acknowledged."""


class ForgottenView(Alone):
    """The view that runs the hand-off and shows its result; then the user locks the vault or returns to the
    pages.
    """

    def __init__(self, desk: Desk, wish: Wish, passphrase: str, keyfile: Path | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._wish = wish
        self._passphrase = passphrase
        self._keyfile = keyfile
        self._task: Task | None = None
        self._told = False
        self.heading = page_layout.heading(self.tr("The cases are handed off"), self)
        self.text = page_layout.words(
            self.tr("The bundle is written and read back; then the cases are erased here. Please wait."), self
        )
        self.words = page_layout.plain("", self)
        self.words.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.lock_button = QPushButton(theme.icon("lock"), self.tr("Lock now"), self)
        self.back_button = boxes.button(self.tr("Back to the pages"), self._leave, self)
        for button in (self.lock_button, self.back_button):
            button.setAccessibleName(button.text())
            button.hide()
        layout = page_layout.column(self, 110)
        boxes.add(layout, self.heading, self.text, self.words)
        buttons = boxes.row(self.lock_button, self.back_button, 1, spacing=-1)
        layout.addLayout(buttons)
        layout.addStretch(1)
        self.lock_button.clicked.connect(desk.lock_wanted)

    def begin(self) -> None:
        """Run the hand-off, while no page reads the vault."""
        wish, drafts = self._wish, Drafts.of(self._desk)
        passphrase, keyfile = self._passphrase, self._keyfile
        self._passphrase = ""

        def work(session: Session, job: Job) -> Forgotten:
            drafts.set_aside()
            kept_secrets = [vaults.passphrase_secret(passphrase, keyfile)]
            # Nobody proves to have the new recovery words here: the next opening warns of that.
            if wish.folder is None:
                return forgetting.forget(session, wish.to, wish.cases, kept_secrets).result
            return forgetting.hand_off(
                session, wish.folder, wish.to, wish.cases, kept_secrets, job, emergency=wish.emergency
            ).result

        label = self.tr("Handing off")
        self._task = self._desk.ask(self, work, self._done, failed=self._failed, label=label)
        self._desk.runner.finished.connect(self._look_whether_cancelled)

    def _look_whether_cancelled(self, task: Task) -> None:
        """Return to the pages if the hand-off was cancelled, because a cancelled task reports no result."""
        if task is self._task:
            QTimer.singleShot(0, self, lambda: None if self._told else self._leave())

    def _done(self, forgotten: Forgotten) -> None:
        self.heading.setText(self.tr("The cases are handed off and forgotten"))
        sentences = list(self._of_bundle(forgotten)) if isinstance(forgotten, HandedOff) else []
        if not self._wish.emergency:
            text = self.tr("{name} has all of it, by the receipts.").format(name=self._wish.to)
            sentences.insert(0, text)
        sentences.append(
            self.tr(
                "Destroy every backup of this vault that was made before, wherever it lies: the cases are in"
                " it, and it opens with your passphrase. Then make a new one."
            )
        )
        sentences += [
            self.tr("The backup of {day}: {path}").format(day=backups.day_of(row).isoformat(), path=row.path)
            for row in forgotten.backups
        ]
        if forgotten.recovery_words:
            sentences.append(
                self.tr(
                    "New recovery words, shown this once. Write them on paper; the old ones open nothing any"
                    " more:"
                )
            )
            self._show_words(forgotten.recovery_words)
        else:
            sentences.append(
                self.tr("There was no room for a new key. Free some, and make one in the settings.")
            )
        self.text.setText("\n\n".join(sentences))
        self._end()

    def _of_bundle(self, handed_off: HandedOff) -> Iterator[str]:
        yield self.tr("The bundle: {path}").format(path=handed_off.bundle.path)
        if self._wish.emergency:
            text = self.tr("Bring it to {name}. Only there it opens; without it the cases are lost.")
            yield text.format(name=self._wish.to)
        if handed_off.same_disk:
            yield self.tr("It lies on the disk of this vault. Bring it away before somebody takes the disk.")

    def _show_words(self, words: Sequence[str]) -> None:
        rows = [words[start : start + 6] for start in range(0, len(words), 6)]
        lines = [
            "".join(f"{6 * row + place + 1:2}  {word:<11}" for place, word in enumerate(group))
            for row, group in enumerate(rows)
        ]
        self.words.setText("\n".join(lines))
        self.words.setAccessibleName(" ".join(words))

    def _failed(self, error: HrdDeskError) -> None:
        if isinstance(error, ForgettingUnfinished):
            self.heading.setText(self.tr("The cases are handed off and forgotten"))
        else:
            self.heading.setText(self.tr("Nothing was forgotten"))
        self.text.setText(messages.of(error).text)
        self._end()

    def _leave(self) -> None:
        Drafts.of(self._desk).take_up()
        self.closed.emit()

    def _end(self) -> None:
        self._told = True
        self.lock_button.show()
        self.back_button.show()
        self.lock_button.setFocus()
