"""The words of what goes wrong with a vault and what opens it."""

from typing import Final

from hrddesk import errors
from hrddesk.errors import HrdDeskError
from hrddesk_ui.error_words.stock_sentences import NOTHING_CHANGED, Words
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP

TEXTS: Final[dict[type[HrdDeskError], Words]] = {
    errors.WrongSecret: (
        QT_TRANSLATE_NOOP("Errors", "Wrong passphrase, or this keyslot is damaged."),
        QT_TRANSLATE_NOOP("Errors", "The vault was not changed."),
        QT_TRANSLATE_NOOP("Errors", "Type it again, use the recovery words, or open your backup."),
    ),
    errors.VaultHeaderDamaged: (
        QT_TRANSLATE_NOOP("Errors", "keys.bin is damaged: {why}."),
        QT_TRANSLATE_NOOP("Errors", "The records were not touched."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Put keys.bin back from your backup. Until then `export` and other commands that only read may "
            "still open the vault.",
        ),
    ),
    errors.VaultTooNew: (
        QT_TRANSLATE_NOOP("Errors", "This vault was written by a newer version (format {version})."),
        QT_TRANSLATE_NOOP("Errors", "It was not changed."),
        QT_TRANSLATE_NOOP("Errors", "Open it with the newer version of HRDDesk."),
    ),
    errors.NotAVault: (
        QT_TRANSLATE_NOOP("Errors", "{path} is not a vault."),
        QT_TRANSLATE_NOOP("Errors", "It was not changed."),
        QT_TRANSLATE_NOOP("Errors", "Choose a folder that holds keys.bin, usually named *.hrdv."),
    ),
    errors.VaultFilesMissing: (
        QT_TRANSLATE_NOOP("Errors", "A part of the vault is missing: {path}."),
        QT_TRANSLATE_NOOP("Errors", "What is there was not changed."),
        QT_TRANSLATE_NOOP("Errors", "Restore the vault from your backup."),
    ),
    errors.VaultReadOnly: (
        QT_TRANSLATE_NOOP("Errors", "{path} cannot be written."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Copy the vault to a place where you may write, or make this one writable."
        ),
    ),
    errors.LastChangesWaiting: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The last changes of this vault wait in {path}, to be taken in where something can be written.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Nothing was changed, and without them nothing was shown: it would be an older state."
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Copy the whole folder of the vault to a disk where you may write, and open it there."
        ),
    ),
    errors.NameTaken: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "{path} in the folder of the vault is not what this program keeps there, and stands in its way.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed, and the records were not touched."),
        QT_TRANSLATE_NOOP(
            "Errors", "Move {path} out of the folder of the vault, look at what it is, and try again."
        ),
    ),
    errors.DiskFull: (
        QT_TRANSLATE_NOOP("Errors", "The disk is full."),
        QT_TRANSLATE_NOOP("Errors", "What was saved before is safe; this step was undone."),
        QT_TRANSLATE_NOOP("Errors", "Free some space and repeat the step."),
    ),
    errors.NewKeyUnfinished: (
        QT_TRANSLATE_NOOP("Errors", "The disk is full."),
        QT_TRANSLATE_NOOP(
            "Errors", "The new data key and the new recovery words count already, and nothing is lost."
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Free some space, then open the vault again: that finishes the step. If you have not written the "
            "new recovery words down, make new ones then.",
        ),
    ),
    errors.VaultInUse: (
        QT_TRANSLATE_NOOP("Errors", "The vault is open in another window or command."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Close it there, then try again."),
    ),
    errors.VaultExists: (
        QT_TRANSLATE_NOOP("Errors", "{path} is there already."),
        QT_TRANSLATE_NOOP("Errors", "It was not changed."),
        QT_TRANSLATE_NOOP("Errors", "Choose another name."),
    ),
    errors.SlotDamaged: (
        QT_TRANSLATE_NOOP("Errors", "The secret is right, but the keyslot behind it is damaged."),
        QT_TRANSLATE_NOOP("Errors", "The records were not touched."),
        QT_TRANSLATE_NOOP("Errors", "Use the recovery words, or put keys.bin back from your backup."),
    ),
    errors.DatabaseDamaged: (
        QT_TRANSLATE_NOOP("Errors", "The database of the vault is damaged: {why}."),
        QT_TRANSLATE_NOOP("Errors", "The file was not changed, and what can still be read can be exported."),
        QT_TRANSLATE_NOOP("Errors", "Check the vault in the settings, then restore your backup."),
    ),
    errors.DiskFailing: (
        QT_TRANSLATE_NOOP("Errors", "The disk did not read or write a part of the database: {why}."),
        QT_TRANSLATE_NOOP("Errors", "What was saved before was not touched; this step was undone."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Back the vault up to another disk, then check it in the settings: this one may be failing.",
        ),
    ),
    errors.VaultCheckFailed: (
        QT_TRANSLATE_NOOP("Errors", "Problems that the check found: {count}; the first: {first}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Read the report: somebody may have put back an older copy, or the disk is failing."
        ),
    ),
    errors.HistoryNotAsNoted: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The history of this vault does not hold what was written down for number {number}: {why}.",
        ),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check number and words for slips. If they are right, an older copy was put back: use your"
            " backup.",
        ),
    ),
    errors.KdfTooCostly: (
        QT_TRANSLATE_NOOP("Errors", "The keyslot asks for more work than this program allows ({why})."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "If memory is short, close other programs. Otherwise somebody may have altered keys.bin; put it"
            " back from your backup.",
        ),
    ),
    errors.RecoveryWordsInvalid: (
        QT_TRANSLATE_NOOP("Errors", "These are not valid recovery words: {why}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Check the spelling and the order of all 24 words."),
    ),
    errors.RoomMissing: (
        QT_TRANSLATE_NOOP(
            "Errors", "A copy of the database needs {needed} MiB, and {free} MiB are free on this disk."
        ),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Free some space and repeat the step."),
    ),
    errors.PassphraseNeeded: (
        QT_TRANSLATE_NOOP("Errors", "This step keeps the passphrase of the vault and needs it."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Set a new passphrase by the recovery words first, then use that one."),
    ),
    errors.KeyfileNeeded: (
        QT_TRANSLATE_NOOP(
            "Errors", "This vault opens by passphrase and keyfile together, and no keyfile was given."
        ),
        QT_TRANSLATE_NOOP("Errors", "The vault was not changed."),
        QT_TRANSLATE_NOOP("Errors", "Choose the keyfile too, or use the recovery words."),
    ),
    errors.KeyfileNotUsed: (
        QT_TRANSLATE_NOOP("Errors", "A keyfile was given, and this vault opens without one."),
        QT_TRANSLATE_NOOP("Errors", "The vault was not changed."),
        QT_TRANSLATE_NOOP("Errors", "Try again without the keyfile."),
    ),
    errors.SecretUnreadable: (
        QT_TRANSLATE_NOOP("Errors", "The passphrase could not be read: {why}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Type the passphrase again."),
    ),
    errors.WeakPassphrase: (
        QT_TRANSLATE_NOOP(
            "Errors", "This passphrase is too weak: whoever takes the computer finds it by guessing."
        ),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Take six random words; sayings, names, dates and pinyin are guessed first."
        ),
    ),
}
