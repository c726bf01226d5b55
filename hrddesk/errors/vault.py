"""The errors of a vault and its secrets."""

from hrddesk.errors.base import HrdDeskError


class WrongSecret(HrdDeskError):
    exit_code = 10
    what = "Wrong passphrase, or this keyslot is damaged."
    safe = "The vault was not changed."
    todo = "Type it again, use the recovery words, or open your backup."


class VaultHeaderDamaged(HrdDeskError):
    exit_code = 11
    what = "keys.bin is damaged: {why}."
    safe = "The records were not touched."
    todo = (
        "Put keys.bin back from your backup. Until then `export` and other commands that only read may still "
        "open the vault."
    )


class VaultTooNew(HrdDeskError):
    exit_code = 12
    what = "This vault was written by a newer version (format {version})."
    safe = "It was not changed."
    todo = "Open it with the newer version of HRDDesk."


class NotAVault(HrdDeskError):
    exit_code = 13
    what = "{path} is not a vault."
    safe = "It was not changed."
    todo = "Choose a folder that holds keys.bin, usually named *.hrdv."


class VaultFilesMissing(HrdDeskError):
    exit_code = 14
    what = "A part of the vault is missing: {path}."
    safe = "What is there was not changed."
    todo = "Restore the vault from your backup."


class VaultReadOnly(HrdDeskError):
    exit_code = 15
    what = "{path} cannot be written."
    safe = "Nothing was changed."
    todo = "Copy the vault to a place where you may write, or make this one writable."


class LastChangesWaiting(VaultReadOnly):
    exit_code = 38
    what = "The last changes of this vault wait in {path}, to be taken in where something can be written."
    safe = "Nothing was changed, and without them nothing was shown: it would be an older state."
    todo = "Copy the whole folder of the vault to a disk where you may write, and open it there."


class NameTaken(VaultReadOnly):
    exit_code = 87
    what = "{path} in the folder of the vault is not what this program keeps there, and stands in its way."
    safe = "Nothing was changed, and the records were not touched."
    todo = "Move {path} out of the folder of the vault, look at what it is, and try again."


class DiskFull(HrdDeskError):
    exit_code = 16
    what = "The disk is full."
    safe = "What was saved before is safe; this step was undone."
    todo = "Free some space and repeat the step."


class NewKeyUnfinished(DiskFull):
    exit_code = 206
    safe = "The new data key and the new recovery words count already, and nothing is lost."
    todo = (
        "Free some space, then open the vault again: that finishes the step. If you have not written the new "
        "recovery words down, make new ones then."
    )


class VaultInUse(HrdDeskError):
    exit_code = 17
    what = "The vault is open in another window or command."
    safe = "Nothing was changed."
    todo = "Close it there, then try again."


class VaultExists(HrdDeskError):
    exit_code = 18
    what = "{path} is there already."
    safe = "It was not changed."
    todo = "Choose another name."


class SlotDamaged(HrdDeskError):
    exit_code = 19
    what = "The secret is right, but the keyslot behind it is damaged."
    safe = "The records were not touched."
    todo = "Use the recovery words, or put keys.bin back from your backup."


class DatabaseDamaged(HrdDeskError):
    exit_code = 20
    what = "The database of the vault is damaged: {why}."
    safe = "The file was not changed, and what can still be read can be exported."
    todo = "Check the vault in the settings, then restore your backup."
    todo_in_commands = "Run `vault check`, then restore your backup."


class DiskFailing(DatabaseDamaged):
    exit_code = 37
    what = "The disk did not read or write a part of the database: {why}."
    safe = "What was saved before was not touched; this step was undone."
    todo = "Back the vault up to another disk, then check it in the settings: this one may be failing."
    todo_in_commands = "Back the vault up to another disk, then run `vault check`: this disk may be failing."


class VaultCheckFailed(HrdDeskError):
    exit_code = 21
    what = "Problems that the check found: {count}; the first: {first}."
    safe = "Nothing was changed."
    todo = "Read the report: somebody may have put back an older copy, or the disk is failing."


class KdfTooCostly(HrdDeskError):
    exit_code = 22
    what = "The keyslot asks for more work than this program allows ({why})."
    safe = "Nothing was changed."
    todo = (
        "If memory is short, close other programs. Otherwise somebody may have altered keys.bin; put it back"
        " from your backup."
    )


class RecoveryWordsInvalid(HrdDeskError):
    exit_code = 23
    what = "These are not valid recovery words: {why}."
    safe = "Nothing was changed."
    todo = "Check the spelling and the order of all 24 words."


class SecretUnreadable(HrdDeskError):
    exit_code = 24
    what = "The passphrase could not be read: {why}."
    safe = "Nothing was changed."
    todo = "Type the passphrase again."
    todo_in_commands = "Give a file whose first line is the passphrase, or type it at the terminal."


class WeakPassphrase(HrdDeskError):
    exit_code = 25
    what = "This passphrase is too weak: whoever takes the computer finds it by guessing."
    safe = "Nothing was changed."
    todo = "Take six random words; sayings, names, dates and pinyin are guessed first."


class RoomMissing(HrdDeskError):
    exit_code = 26
    what = "A copy of the database needs {needed} MiB, and {free} MiB are free on this disk."
    safe = "Nothing was changed."
    todo = "Free some space and repeat the step."


class PassphraseNeeded(HrdDeskError):
    exit_code = 27
    what = "This step keeps the passphrase of the vault and needs it."
    safe = "Nothing was changed."
    todo = "Set a new passphrase by the recovery words first, then use that one."


class KeyfileNeeded(HrdDeskError):
    exit_code = 28
    what = "This vault opens by passphrase and keyfile together, and no keyfile was given."
    safe = "The vault was not changed."
    todo = "Choose the keyfile too, or use the recovery words."


class KeyfileNotUsed(HrdDeskError):
    exit_code = 29
    what = "A keyfile was given, and this vault opens without one."
    safe = "The vault was not changed."
    todo = "Try again without the keyfile."


class HistoryNotAsNoted(HrdDeskError):
    exit_code = 36
    what = "The history of this vault does not hold what was written down for number {number}: {why}."
    safe = "Nothing was changed."
    todo = "Check number and words for slips. If they are right, an older copy was put back: use your backup."
