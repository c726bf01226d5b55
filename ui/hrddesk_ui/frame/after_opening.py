"""The messages after a vault is opened: swap, older copies, backups, damage, low cost of guessing the
passphrase.
"""

from PySide6.QtCore import QObject, QTimer

from hrddesk.actions.vault import backups, keys
from hrddesk.store.vault.check import CheckReport
from hrddesk.system import swap
from hrddesk_ui.desk.desk import ALARM, BACKUP, WORDS, Desk
from hrddesk_ui.error_words.messages import Message
from hrddesk_ui.frame.background_check import BackgroundCheck
from hrddesk_ui.frame.message_bar import MessageBar
from hrddesk_ui.settings import backup_words

LOOK_AFTER = 3.0
"""Seconds after unlocking until the background check may begin: the pages come first."""
LOOKED = "looked"
"""The subject of the message of the background check."""


class AfterOpening(QObject):
    """Shows the messages after a vault is opened, and looks for damage in the background."""

    def __init__(self, desk: Desk, bar: MessageBar) -> None:
        super().__init__(bar)
        self._desk = desk
        self._bar = bar

    def warn_of_swap(self) -> bool:
        """Warn if the system may write memory to an unencrypted disk; return whether the system may do so."""
        may_swap = swap.swaps_to_plain_disk()
        if may_swap:
            self._bar.say(
                Message(
                    self.tr("The system may write memory to a disk that is not encrypted (swap)."),
                    self.tr("The vault itself is encrypted."),
                    self.tr("Switch swap off, or encrypt the disk of the computer."),
                ),
                "warn",
            )
        return may_swap

    def tell_of_end(self) -> None:
        """Say that the program ended last time before it closed this vault, why that may be, and what is
        kept.
        """
        self._bar.say(
            Message(
                self.tr("The last time, the program ended before it had closed this vault."),
                self.tr(
                    "What you saved is here. What you typed and did not save is kept and shown again, without"
                    " its last seconds."
                ),
                self.tr(
                    "Either the window hung for ten seconds, so that it could not be locked, and the system"
                    " ended it; or somebody ended it; or the power failed."
                ),
            ),
            "warn",
        )

    def remind(self) -> None:
        """Remind of recovery words never typed from paper; otherwise of a backup to be made or tested."""
        if not keys.words_proven(self._desk.reader):
            self._bar.say(
                Message(
                    self.tr("The recovery words of this vault were never typed from your paper."),
                    self.tr("If they are not written down whole, a lost passphrase is the end of it."),
                    self.tr("Draw new recovery words in the settings."),
                ),
                "warn",
                WORDS,
            )
            return
        reminder = backup_words.of_reminder(backups.reminder(self._desk.reader))
        if reminder is not None:
            self._bar.say(reminder, "info", BACKUP)

    def warn(self) -> None:
        """Show one message about the vault: the first in this list whose condition is met.

        An older copy of the vault may have been put back; keys.bin is a link or has a second name; this
        computer is fast enough to make each guess of the passphrase cost more.
        """
        if self._desk.session.alarms:
            self._bar.say(
                Message(
                    self.tr("Somebody may have put an older copy of this vault in place."),
                    self.tr("Nothing was changed."),
                    self.tr("Check the vault in the settings, and compare it with your backup."),
                ),
                "bad",
                ALARM,
            )
        elif self._desk.session.keys_have_another_name:
            self._bar.say(
                Message(
                    self.tr("The file of keys of this vault, keys.bin, is a link or has a second name."),
                    self.tr("Nothing was changed."),
                    self.tr(
                        "Find out who made it. When you change the passphrase, the old keys stay under that"
                        " name, and open what was copied before."
                    ),
                ),
                "warn",
            )
        elif self._desk.session.seconds:
            self._look_at_cost()

    def look_later(self) -> None:
        """Start a check of the whole vault in the background a few seconds later, when the pages
        are loaded.
        """
        looking = BackgroundCheck(self._desk.session, self)
        looking.ended.connect(self._looked)
        looking.crashed.connect(self._desk.runner.crashed)
        QTimer.singleShot(round(LOOK_AFTER * 1000), looking, looking.start)

    def _look_at_cost(self) -> None:
        """If this computer is fast, say that the settings can make each guess of the passphrase cost more.

        Say this at most once a month.
        """
        desk = self._desk

        def told(faster: bool) -> None:
            if faster:
                desk.say(
                    self.tr("This computer is much faster than the one that the vault was made for."),
                    self.tr("Everything is as it was."),
                    self.tr("In the settings you can let each guess of the passphrase cost more."),
                    tone="info",
                )

        desk.ask(self, lambda session, _: keys.offer_recalibration(session), told)

    def _looked(self, report: CheckReport) -> None:
        """Show the damage that the background check found.

        An older copy of the vault ("rollback") is left out here: the warning at opening has told it.
        """
        self._desk.report = report
        self._desk.looked.emit(report)
        codes = {damage.code for damage in report.damage}
        if codes & {"history", "record", "row"}:
            message = Message(
                self.tr("What is stored is not as its history says."),
                self.tr("Nothing was changed."),
                self.tr(
                    "Somebody may have put older parts back or altered them. The settings list what it is:"
                    " compare it with your backup before you rely on it."
                ),
            )
        elif codes - {"rollback"}:
            message = Message(
                self.tr("A part of the vault is damaged."),
                self.tr("Nothing was changed, and what can be read stays readable."),
                self.tr(
                    "The disk may be failing. The settings list what it is: export what you need to another"
                    " disk, and keep your backup."
                ),
            )
        else:
            return
        self._bar.say(message, "bad", LOOKED)
