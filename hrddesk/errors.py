"""Everything that is the fault of a person or of the environment, each with its own exit code.

A message has three parts: what happened, what is safe, what to do next. `str(error)` is all of them in
English; the window translates by class. Placeholders are filled from the keyword arguments, which must
never hold anything secret: no names of people, no passphrases, no words of a record. A path that the
person just chose, an id, a row number and a column are fine.
"""

from typing import ClassVar


class HrdDeskError(Exception):
    """Base of every error that is shown to a person."""

    exit_code: ClassVar[int] = 1
    what: ClassVar[str] = "Something went wrong."
    safe: ClassVar[str] = "Nothing was changed."
    todo: ClassVar[str] = "Try again."

    def __init__(self, **details: object) -> None:
        self.details: dict[str, str] = {name: str(value) for name, value in details.items()}
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The three sentences, with the details filled in."""
        return " ".join(
            part.format_map(_Known(self.details)) for part in (self.what, self.safe, self.todo) if part
        )


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


# --- the vault ------------------------------------------------------------------------------------------


class WrongSecret(HrdDeskError):
    exit_code = 10
    what = "Wrong passphrase, or this keyslot is damaged."
    safe = "The vault was not changed."
    todo = "Type it again, use the recovery words, or open your backup."


class VaultHeaderDamaged(HrdDeskError):
    exit_code = 11
    what = "keys.bin is damaged: {why}."
    safe = "The records were not touched."
    todo = "Put keys.bin back from your backup."


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


class DiskFull(HrdDeskError):
    exit_code = 16
    what = "The disk is full."
    safe = "What was saved before is safe; this step was undone."
    todo = "Free some space and repeat the step."


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
    todo = "Run `vault check`, then restore your backup."


class VaultCheckFailed(HrdDeskError):
    exit_code = 21
    what = "The check found {count} problem(s): {first}."
    safe = "Nothing was changed."
    todo = "Read the report: somebody may have put back an older copy, or the disk is failing."


class KdfTooCostly(HrdDeskError):
    exit_code = 22
    what = "The keyslot asks for more work than this program allows ({why})."
    safe = "Nothing was computed and nothing changed."
    todo = "Somebody may have altered keys.bin; put it back from your backup."


class RecoveryWordsInvalid(HrdDeskError):
    exit_code = 23
    what = "These are not valid recovery words: {why}."
    safe = "Nothing was changed."
    todo = "Check the spelling and the order of all 24 words."


class SecretUnreadable(HrdDeskError):
    exit_code = 24
    what = "The passphrase could not be read: {why}."
    safe = "Nothing was changed."
    todo = "Give a file whose first line is the passphrase, or type it at the terminal."


# --- records --------------------------------------------------------------------------------------------


class RecordNotFound(HrdDeskError):
    exit_code = 30
    what = "There is no record {ref}."
    todo = "Check the reference; `case list` and `party list` show them all."


class InvalidValue(HrdDeskError):
    exit_code = 31
    what = "{field}: this value cannot be taken: {why}."
    todo = "Correct it and save again."


class InvalidDate(HrdDeskError):
    exit_code = 32
    what = "{field}: this is not a date that exists or can be understood: {why}."
    todo = "Write for example 2020, 2020-02, 2020-02-06, 2020-02/2020-06, 2020? or leave it empty."


class AmbiguousReference(HrdDeskError):
    exit_code = 33
    what = "{ref} fits {count} records."
    todo = "Give the full reference."


class UndoNotPossible(HrdDeskError):
    exit_code = 34
    what = "This cannot be undone: {why}."
    todo = "Change the records by hand; the history shows what they were."


# --- import, export, files ------------------------------------------------------------------------------


class UnknownFormat(HrdDeskError):
    exit_code = 40
    what = "{path}: this format is not known: {why}."
    todo = "Name it with --format, or see the help page on import."


class ImportRefused(HrdDeskError):
    exit_code = 41
    what = "{count} row(s) cannot be taken; the first: {first}."
    safe = "Nothing was imported."
    todo = "Correct the rows and import again."


class FileUnreadable(HrdDeskError):
    exit_code = 42
    what = "{path} cannot be read: {why}."
    todo = "Check the name and the medium."


class TargetExists(HrdDeskError):
    exit_code = 43
    what = "{path} is there already."
    safe = "It was not changed."
    todo = "Choose another name."


class WriteFailed(HrdDeskError):
    exit_code = 44
    what = "{path} could not be written: {why}."
    safe = "No part of it is left there."
    todo = "Check the medium and try again."


class EvidenceDamaged(HrdDeskError):
    exit_code = 45
    what = "The evidence file {ref} is damaged."
    safe = "Nothing of it was written out; the other files are not affected."
    todo = "Restore it from your backup or ask whoever sent it."


class EvidenceMissing(HrdDeskError):
    exit_code = 46
    what = "The evidence file {ref} is not in this vault; only its hash is known."
    todo = "Ask whoever sent the record for a bundle with the evidence."


# --- identity and contacts ------------------------------------------------------------------------------


class CardInvalid(HrdDeskError):
    exit_code = 50
    what = "This contact card does not prove itself: {why}."
    safe = "No contact was added or changed."
    todo = "Ask for the card again, over another way."


class CardExpired(HrdDeskError):
    exit_code = 51
    what = "This contact card expired on {day}."
    todo = "Ask for a fresh card."


class ContactNotFound(HrdDeskError):
    exit_code = 52
    what = "There is no contact of that name."
    todo = "`contact list` shows all of them."


class WrongWords(HrdDeskError):
    exit_code = 53
    what = "The words do not match this contact's key."
    safe = "The contact stays as it was, unverified."
    todo = "Compare again, speaking to the person. If they still differ, somebody may stand between you."


class ContactNotVerified(HrdDeskError):
    exit_code = 54
    what = "This contact was never verified."
    safe = "Nothing was written."
    todo = "Compare the twelve words with the person first."


class ContactKeyChanged(HrdDeskError):
    exit_code = 55
    what = "The key of this contact changed without proof."
    safe = "The contact is blocked and keeps the old key."
    todo = "Meet or call the person before you trust the new key."


class ContactRevoked(HrdDeskError):
    exit_code = 56
    what = "This contact was revoked since {day}."
    todo = "Do not hand anything over; ask the person for a new card in person."


class ContactNameTaken(HrdDeskError):
    exit_code = 57
    what = "Another contact has that name."
    todo = "Choose another name with --name."


# --- bundles --------------------------------------------------------------------------------------------


class BundleError(HrdDeskError):
    """Base of all that can be wrong with a bundle."""

    exit_code = 60
    what = "The bundle cannot be read."
    safe = "Nothing of it was taken over."
    todo = "Ask the sender for it again."


class NotABundle(BundleError):
    exit_code = 61
    what = "This is not a bundle of HRDDesk."
    todo = "Choose a file that ends in .hrdb."


class BundleTooNew(BundleError):
    exit_code = 62
    what = "The bundle was written in a newer format (version {version})."
    todo = "Update HRDDesk, then read it again."


class BundleNotForMe(BundleError):
    exit_code = 63
    what = "The bundle is sealed to somebody else, or to a key of yours that is gone."
    todo = "Send your current contact card to the sender and ask for it again."


class BundleDamaged(BundleError):
    exit_code = 64
    what = "The bundle is damaged or was altered ({where})."


class BundleTooLarge(BundleError):
    exit_code = 65
    what = "The bundle is larger than a reader accepts ({what_part})."
    safe = "Nothing of it was written or taken over."
    todo = "Make several smaller ones, or ask the sender for them."


class BundleMalformed(BundleError):
    exit_code = 66
    what = "The inside of the bundle breaks the rules of the format ({why})."
    todo = "Do not trust it. Tell the sender."


class BundleSignatureBad(BundleError):
    exit_code = 67
    what = "The {which} signature of the bundle does not hold."
    todo = "Do not trust it. Tell the sender."


class BundleSenderUnknown(BundleError):
    exit_code = 68
    what = "The sender of the bundle is not among your contacts."
    todo = "Add the sender's card and verify it, then read the bundle again."


class BundleSeenBefore(BundleError):
    exit_code = 69
    what = "This bundle was read before; its review is number {review} ({state})."
    safe = "Nothing new was taken over."
    todo = "Open that review."


class BundleNotAddressedToMe(BundleError):
    exit_code = 70
    what = "The sender did not address this bundle to you; somebody forwarded it."
    todo = "Ask the sender."


class ReviewNotFound(HrdDeskError):
    exit_code = 71
    what = "There is no review {review}."
    todo = "The page of bundles lists them."


class ReviewClosed(HrdDeskError):
    exit_code = 72
    what = "Review {review} is closed ({state})."
    todo = "Undo it first, or read the bundle again."


class ReviewConflict(HrdDeskError):
    exit_code = 73
    what = "{count} record(s) were changed on both sides."
    safe = "Nothing was merged."
    todo = "Choose for them: --take theirs or --take ours."


# --- publishing -----------------------------------------------------------------------------------------


class ProfileNotFound(HrdDeskError):
    exit_code = 80
    what = "There is no publication profile {profile}."
    todo = "The shipped ones are `names` and `labels`."


class NothingToPublish(HrdDeskError):
    exit_code = 81
    what = "The profile lets nothing of these cases out."
    todo = "Choose other cases, or mark what may be published."


class LayoutFailed(HrdDeskError):
    exit_code = 82
    what = "The pages could not be laid out: {why}."
    safe = "No file was written."


class AuditFailed(HrdDeskError):
    exit_code = 83
    what = "The finished pages did not pass the audit: {findings}."
    safe = "The file was not put in place."
    todo = "Report this: it must never happen."


class PdfUnreadable(HrdDeskError):
    exit_code = 84
    what = "{path} is not a PDF that can be read."
    todo = "Choose another file."


# --- the program itself ---------------------------------------------------------------------------------


class NetworkLockMissing(HrdDeskError):
    exit_code = 91
    what = "The network lock could not be set: {why}."
    safe = "Nothing was opened."
    todo = "Do not use the program on this system."


class SelfCheckFailed(HrdDeskError):
    exit_code = 92
    what = "The self-check failed: {why}."
    todo = "Do not use this copy of the program; install it again from a source that you trust."


class WindowNotPossible(HrdDeskError):
    exit_code = 93
    what = "The window cannot be opened: {why}."
    safe = "Nothing was opened."
    todo = "Everything can be done without it; `hrddesk help` lists the commands."
