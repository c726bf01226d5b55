"""The words of every error of the core in the window's language, found by class.

The core's own sentences name commands; the window names pages and buttons. A test holds that every class
of hrddesk.errors is here with the same placeholders.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk import errors
from hrddesk.errors import HrdDeskError
from hrddesk_ui.marking import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, what is safe, what to do; the latter two may be empty."""

    what: str
    safe: str = ""
    todo: str = ""

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(part for part in (self.what, self.safe, self.todo) if part)


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def of(error: HrdDeskError) -> Message:
    """Return the message of `error` in the window's language."""
    found = next(TEXTS[base] for base in type(error).__mro__ if base in TEXTS)
    details = _Known((name, _detail(name, value)) for name, value in error.details.items())
    translated = (QCoreApplication.translate("Errors", part) if part else "" for part in found)
    what, safe, todo = (part.format_map(details) for part in translated)
    return Message(what, safe, todo)


def _detail(name: str, value: str) -> str:
    """Return a detail in the window's language; names of files, references and numbers are what they are."""
    from hrddesk_ui import error_details, field_words  # not before something went wrong

    if name in _REASONS or value in _PLACES:
        return error_details.several(value)
    return field_words.field_word(value.partition(".")[0]) if name == "field" else value


_REASONS: Final = frozenset({"why", "where", "what_part", "which", "first", "findings", "state"})
_PLACES: Final = frozenset({"This folder", "the history key"})
"""What stands for a path where there is none."""

_NOTHING_CHANGED: Final = QT_TRANSLATE_NOOP("Errors", "Nothing was changed.")
_NOTHING_FORGOTTEN: Final = QT_TRANSLATE_NOOP("Errors", "Nothing was written and nothing was forgotten.")

# What happened, what is safe, what to do.
TEXTS: Final[dict[type[HrdDeskError], tuple[str, str, str]]] = {
    errors.HrdDeskError: (
        QT_TRANSLATE_NOOP("Errors", "Something went wrong."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Try again."),
    ),
    errors.WrongSecret: (
        QT_TRANSLATE_NOOP("Errors", "Wrong passphrase, or this keyslot is damaged."),
        QT_TRANSLATE_NOOP("Errors", "The vault was not changed."),
        QT_TRANSLATE_NOOP("Errors", "Type it again, use the recovery words, or open your backup."),
    ),
    errors.VaultHeaderDamaged: (
        QT_TRANSLATE_NOOP("Errors", "keys.bin is damaged: {why}."),
        QT_TRANSLATE_NOOP("Errors", "The records were not touched."),
        QT_TRANSLATE_NOOP("Errors", "Put keys.bin back from your backup."),
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
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Copy the vault to a place where you may write, or make this one writable."
        ),
    ),
    errors.DiskFull: (
        QT_TRANSLATE_NOOP("Errors", "The disk is full."),
        QT_TRANSLATE_NOOP("Errors", "What was saved before is safe; this step was undone."),
        QT_TRANSLATE_NOOP("Errors", "Free some space and repeat the step."),
    ),
    errors.VaultInUse: (
        QT_TRANSLATE_NOOP("Errors", "The vault is open in another window or command."),
        _NOTHING_CHANGED,
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
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Read the report: somebody may have put back an older copy, or the disk is failing."
        ),
    ),
    errors.HistoryNotAsNoted: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The history of this vault does not hold what was written down for number {number}: {why}.",
        ),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check number and words for slips. If they are right, an older copy was put back: use your"
            " backup.",
        ),
    ),
    errors.KdfTooCostly: (
        QT_TRANSLATE_NOOP("Errors", "The keyslot asks for more work than this program allows ({why})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was computed and nothing changed."),
        QT_TRANSLATE_NOOP("Errors", "Somebody may have altered keys.bin; put it back from your backup."),
    ),
    errors.RecoveryWordsInvalid: (
        QT_TRANSLATE_NOOP("Errors", "These are not valid recovery words: {why}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Check the spelling and the order of all 24 words."),
    ),
    errors.RoomMissing: (
        QT_TRANSLATE_NOOP(
            "Errors", "A copy of the database needs {needed} MiB, and {free} MiB are free on this disk."
        ),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Free some space and repeat the step."),
    ),
    errors.PassphraseNeeded: (
        QT_TRANSLATE_NOOP("Errors", "This step keeps the passphrase of the vault and needs it."),
        _NOTHING_CHANGED,
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
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Type the passphrase again."),
    ),
    errors.WeakPassphrase: (
        QT_TRANSLATE_NOOP(
            "Errors", "This passphrase is too weak: whoever takes the computer finds it by guessing."
        ),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Take six random words; sayings, names, dates and pinyin are guessed first."
        ),
    ),
    errors.RecordNotFound: (
        QT_TRANSLATE_NOOP("Errors", "There is no record {ref}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "It may have been deleted; go back to the list."),
    ),
    errors.InvalidValue: (
        QT_TRANSLATE_NOOP("Errors", "{field}: this value cannot be taken: {why}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Correct it and save again."),
    ),
    errors.InvalidDate: (
        QT_TRANSLATE_NOOP("Errors", "{field}: this is not a date that exists or can be understood: {why}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Write for example 2020, 2020-02, 2020-02-06, 2020-02/2020-06, 2020? or leave it empty."
        ),
    ),
    errors.AmbiguousReference: (
        QT_TRANSLATE_NOOP("Errors", "{ref} fits {count} records."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Give the full reference."),
    ),
    errors.UndoNotPossible: (
        QT_TRANSLATE_NOOP("Errors", "This cannot be undone: {why}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Change the records by hand; the history shows what they were."),
    ),
    errors.ReferenceTaken: (
        QT_TRANSLATE_NOOP("Errors", "Another record has the reference {ref}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose another reference."),
    ),
    errors.DraftsUnreadable: (
        QT_TRANSLATE_NOOP("Errors", "What was typed and not saved cannot be read: {why}."),
        QT_TRANSLATE_NOOP(
            "Errors", "No record is affected; the file was kept as {path} in the vault's folder."
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Look whether the records hold what you wrote last, and write again what is missing."
        ),
    ),
    errors.ContentForgotten: (
        QT_TRANSLATE_NOOP("Errors", "What the record held then was forgotten, on purpose and for good."),
        QT_TRANSLATE_NOOP("Errors", "The history still says when something was changed."),
        QT_TRANSLATE_NOOP("Errors", "Ask whoever the record was handed to."),
    ),
    errors.UnknownFormat: (
        QT_TRANSLATE_NOOP("Errors", "{path}: this format is not known: {why}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "See the help page on import."),
    ),
    errors.ImportRefused: (
        QT_TRANSLATE_NOOP("Errors", "Rows that cannot be taken: {count}; the first: {first}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was imported."),
        QT_TRANSLATE_NOOP("Errors", "Correct the rows and import again."),
    ),
    errors.FileUnreadable: (
        QT_TRANSLATE_NOOP("Errors", "{path} cannot be read: {why}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Check the name and the medium."),
    ),
    errors.TargetExists: (
        QT_TRANSLATE_NOOP("Errors", "{path} is there already."),
        QT_TRANSLATE_NOOP("Errors", "It was not changed."),
        QT_TRANSLATE_NOOP("Errors", "Choose another name."),
    ),
    errors.WriteFailed: (
        QT_TRANSLATE_NOOP("Errors", "{path} could not be written: {why}."),
        QT_TRANSLATE_NOOP("Errors", "No part of it is left there."),
        QT_TRANSLATE_NOOP("Errors", "Check the medium and try again."),
    ),
    errors.NotABackup: (
        QT_TRANSLATE_NOOP("Errors", "{path} is not a backup of this kind: {why}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose the file that the vault was backed up to."),
    ),
    errors.BackupDamaged: (
        QT_TRANSLATE_NOOP("Errors", "The backup is damaged or was altered: {why}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was restored, and the file was not changed."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Try another backup. If this one lies on a stick, copy it to the computer and try again.",
        ),
    ),
    errors.FileTooLarge: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The medium takes no file as large as {path} would be; FAT32, on most sticks, ends at 4 GiB.",
        ),
        QT_TRANSLATE_NOOP("Errors", "No part of it is left there."),
        QT_TRANSLATE_NOOP("Errors", "Take a stick with another file system (exFAT, ext4), or another disk."),
    ),
    errors.BackupIncomplete: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The new backup would lack something that an older one may have: {first} ({count} in all).",
        ),
        QT_TRANSLATE_NOOP("Errors", "The older backup was not touched, and no new one was written."),
        QT_TRANSLATE_NOOP("Errors", "Write the new one under another name, and keep both."),
    ),
    errors.WipeNotConfirmed: (  # of the command line only
        QT_TRANSLATE_NOOP("Errors", "The vault was not wiped: {given} is not its id."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Say which vault it is."),
    ),
    errors.EvidenceDamaged: (
        QT_TRANSLATE_NOOP("Errors", "The evidence file {ref} is damaged."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was written out; the other files are not affected."),
        QT_TRANSLATE_NOOP("Errors", "Restore it from your backup or ask whoever sent it."),
    ),
    errors.EvidenceMissing: (
        QT_TRANSLATE_NOOP("Errors", "The evidence file {ref} is not in this vault; only its hash is known."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Ask whoever sent the record for a bundle with the evidence."),
    ),
    errors.CardInvalid: (
        QT_TRANSLATE_NOOP("Errors", "This contact card does not prove itself: {why}."),
        QT_TRANSLATE_NOOP("Errors", "No contact was added or changed."),
        QT_TRANSLATE_NOOP("Errors", "Ask for the card again, over another way."),
    ),
    errors.CardExpired: (
        QT_TRANSLATE_NOOP("Errors", "This contact card expired on {day}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Ask for a fresh card."),
    ),
    errors.ContactNotFound: (
        QT_TRANSLATE_NOOP("Errors", "There is no contact of that name."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "The page Hand-off lists all contacts."),
    ),
    errors.WrongWords: (
        QT_TRANSLATE_NOOP("Errors", "The words do not match this contact's key."),
        QT_TRANSLATE_NOOP("Errors", "The contact stays as it was, unverified."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Compare again, speaking to the person. If they still differ, somebody may stand between you.",
        ),
    ),
    errors.ContactNotVerified: (
        QT_TRANSLATE_NOOP("Errors", "This contact was never verified."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was written."),
        QT_TRANSLATE_NOOP("Errors", "Compare the twelve words with the person first."),
    ),
    errors.ContactKeyChanged: (
        QT_TRANSLATE_NOOP("Errors", "The key of this contact changed without proof."),
        QT_TRANSLATE_NOOP("Errors", "The contact is blocked and keeps the old key."),
        QT_TRANSLATE_NOOP("Errors", "Meet or call the person before you trust the new key."),
    ),
    errors.ContactRevoked: (
        QT_TRANSLATE_NOOP("Errors", "This contact was revoked since {day}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Do not hand anything over; ask the person for a new card in person."),
    ),
    errors.ContactNameTaken: (
        QT_TRANSLATE_NOOP("Errors", "Another contact has that name."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose another name."),
    ),
    errors.OwnCard: (
        QT_TRANSLATE_NOOP("Errors", "This is the card of this desk itself."),
        QT_TRANSLATE_NOOP("Errors", "No contact was added."),
        QT_TRANSLATE_NOOP("Errors", "Give it to others, and take the card that they give to you."),
    ),
    errors.ContactKnown: (
        QT_TRANSLATE_NOOP("Errors", "This card is of a contact that you have already, under another name."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Take it without a name; the page of contacts lists them all."),
    ),
    errors.ReceiptMissing: (
        QT_TRANSLATE_NOOP("Errors", "The coordinator's receipt for these cases is not here."),
        _NOTHING_FORGOTTEN,
        QT_TRANSLATE_NOOP(
            "Errors", "Wait for the receipt. Where waiting is too dangerous, name it an emergency."
        ),
    ),
    errors.CardTooShort: (
        QT_TRANSLATE_NOOP(
            "Errors", "This contact's card is valid until {day}, which is less than {days} days."
        ),
        _NOTHING_FORGOTTEN,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Ask the person for a fresh card: the key must still be there when the bundle arrives.",
        ),
    ),
    errors.ForgettingUnfinished: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The cases are forgotten, but traces may still lie in the vault's files: the disk took no more.",
        ),
        QT_TRANSLATE_NOOP("Errors", "The bundle is complete, and what stays in the vault is whole."),
        QT_TRANSLATE_NOOP("Errors", "Free some space and open the vault again: it finishes by itself."),
    ),
    errors.BundleError: (
        QT_TRANSLATE_NOOP("Errors", "The bundle cannot be read."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Ask the sender for it again."),
    ),
    errors.NotABundle: (
        QT_TRANSLATE_NOOP("Errors", "This is not a bundle of HRDDesk."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Choose a file that ends in .hrdb."),
    ),
    errors.BundleTooNew: (
        QT_TRANSLATE_NOOP("Errors", "The bundle was written in a newer format (version {version})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Update HRDDesk, then read it again."),
    ),
    errors.BundleNotForMe: (
        QT_TRANSLATE_NOOP(
            "Errors", "The bundle is sealed to somebody else, or to a key of yours that is gone."
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Send your current contact card to the sender and ask for it again."),
    ),
    errors.BundleDamaged: (
        QT_TRANSLATE_NOOP("Errors", "The bundle is damaged or was altered ({where})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Ask the sender for it again."),
    ),
    errors.BundleTooLarge: (
        QT_TRANSLATE_NOOP("Errors", "The bundle is larger than a reader accepts ({what_part})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Ask the sender for several smaller ones."),
    ),
    errors.BundleMalformed: (
        QT_TRANSLATE_NOOP("Errors", "The inside of the bundle breaks the rules of the format ({why})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Do not trust it. Tell the sender."),
    ),
    errors.BundleSignatureBad: (
        QT_TRANSLATE_NOOP("Errors", "The {which} signature of the bundle does not hold."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Do not trust it. Tell the sender."),
    ),
    errors.BundleSenderUnknown: (
        QT_TRANSLATE_NOOP("Errors", "The sender of the bundle is not among your contacts."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Add the sender's card and verify it, then read the bundle again."),
    ),
    errors.BundleSeenBefore: (
        QT_TRANSLATE_NOOP("Errors", "This bundle was read before; its review is number {review} ({state})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing new was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Open that review."),
    ),
    errors.BundleNotAddressedToMe: (
        QT_TRANSLATE_NOOP("Errors", "The sender did not address this bundle to you; somebody forwarded it."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Ask the sender."),
    ),
    errors.ReviewNotFound: (
        QT_TRANSLATE_NOOP("Errors", "There is no review {review}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "The page Hand-off lists them."),
    ),
    errors.ReviewClosed: (
        QT_TRANSLATE_NOOP("Errors", "Review {review} is closed ({state})."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Undo it first, or read the bundle again."),
    ),
    errors.ReviewConflict: (
        QT_TRANSLATE_NOOP("Errors", "Records that were changed on both sides: {count}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was merged."),
        QT_TRANSLATE_NOOP("Errors", "Choose for them: theirs or ours."),
    ),
    errors.ProfileNotFound: (
        QT_TRANSLATE_NOOP("Errors", "There is no publication profile {profile}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose one of the profiles in the list."),
    ),
    errors.NothingToPublish: (
        QT_TRANSLATE_NOOP("Errors", "The profile lets nothing of these cases out."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose other cases, or mark what may be published."),
    ),
    errors.LayoutFailed: (
        QT_TRANSLATE_NOOP("Errors", "The pages could not be laid out: {why}."),
        QT_TRANSLATE_NOOP("Errors", "No file was written."),
        QT_TRANSLATE_NOOP("Errors", "Try again."),
    ),
    errors.AuditFailed: (
        QT_TRANSLATE_NOOP("Errors", "The finished pages did not pass the audit: {findings}."),
        QT_TRANSLATE_NOOP("Errors", "The file was not put in place."),
        QT_TRANSLATE_NOOP("Errors", "Report this: it must never happen."),
    ),
    errors.PdfUnreadable: (
        QT_TRANSLATE_NOOP("Errors", "{path} is not a PDF that can be read."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose another file."),
    ),
    errors.NetworkLockMissing: (
        QT_TRANSLATE_NOOP("Errors", "The network lock could not be set: {why}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was opened."),
        QT_TRANSLATE_NOOP("Errors", "Do not use the program on this system."),
    ),
    errors.SelfCheckFailed: (
        QT_TRANSLATE_NOOP("Errors", "The self-check failed: {why}."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Do not use this copy of the program; install it again from a source that you trust."
        ),
    ),
    errors.OutputFailed: (  # of the command line only
        QT_TRANSLATE_NOOP("Errors", "The result could not be written out: {why}."),
        QT_TRANSLATE_NOOP("Errors", "Either all of it was done or nothing."),
        QT_TRANSLATE_NOOP("Errors", "Look what is there before you repeat it."),
    ),
    errors.SystemRefused: (
        QT_TRANSLATE_NOOP("Errors", "The system refused something: {why}."),
        QT_TRANSLATE_NOOP("Errors", "What was saved before is safe; this step was undone."),
        QT_TRANSLATE_NOOP("Errors", "Check the disk and what you may do there, then try again."),
    ),
    errors.LockedForGood: (  # said on standard error, when there is no window any more
        QT_TRANSLATE_NOOP("Errors", "The vault was locked, and the window could not be shown again: {why}."),
        QT_TRANSLATE_NOOP("Errors", "What was saved is in the vault."),
        QT_TRANSLATE_NOOP("Errors", "Start the program again."),
    ),
    errors.WindowNotPossible: (  # said on standard error, before there is a window
        QT_TRANSLATE_NOOP("Errors", "The window cannot be opened: {why}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was opened."),
        QT_TRANSLATE_NOOP("Errors", "Try again."),
    ),
}
