"""The texts about backups that the window shows."""

from PySide6.QtCore import QCoreApplication, QLocale

from hrddesk.actions.vault import backups
from hrddesk.actions.vault.backups import Need, Reminder
from hrddesk.store.vault.backup_list import BackupRow
from hrddesk_ui.error_words.messages import Message


def of_reminder(reminder: Reminder) -> Message | None:
    """Return the message that reminds the user to make or test a backup; None if nothing is to be done."""
    todo = QCoreApplication.translate("Backups", "The settings have a part for it.")
    match reminder.need:
        case Need.FIRST:
            what = QCoreApplication.translate("Backups", "This vault has no backup yet.")
            return Message(what, "", todo)
        case Need.TEST:
            what = QCoreApplication.translate(
                "Backups", "There is a backup, but nobody ever tried to restore it."
            )
            return Message(what, "", todo)
        case Need.FRESH:
            what = QCoreApplication.translate("Backups", "The last backup was made {days} days ago.")
            safe = QCoreApplication.translate("Backups", "What was done since is only here.")
            return Message(what.format(days=reminder.days), safe, todo)
    return None


def day_of(row: BackupRow) -> str:
    """Return the day on which a backup was made, in a form that is the same everywhere: 2026-01-31."""
    return backups.day_of(row).isoformat()


def of_row(row: BackupRow) -> str:
    """Return a line about a backup: when and where it was made, its size, and whether a restore was tried."""
    tried = (
        QCoreApplication.translate("Backups", "a restore was tried")
        if row.tested
        else QCoreApplication.translate("Backups", "never tried")
    )
    return " — ".join((day_of(row), row.path, QLocale().formattedDataSize(row.size), tried))
