"""The errors of records and of imported and exported files."""

from hrddesk.errors.base import HrdDeskError

# --- records --------------------------------------------------------------------------------------------


class RecordNotFound(HrdDeskError):
    exit_code = 30
    what = "There is no record {ref}."
    todo = "It may have been deleted; go back to the list."
    todo_in_commands = (
        "Check the reference or name; `case list`, `party list`, `source list` and `place list` show them."
    )


class InvalidValue(HrdDeskError):
    exit_code = 31
    what = "{field}: this value cannot be taken: {why}."
    todo = "Correct it and save again."


class InvalidDate(HrdDeskError):
    exit_code = 32
    what = "{field}: this is not a date that exists or can be understood: {why}."
    todo = (
        "Write for example 2020, 2020-02-06, early March 2021 or about 2020. To keep the words as they "
        "were said, put them in quotation marks."
    )


class AmbiguousReference(HrdDeskError):
    exit_code = 33
    what = "{ref} fits {count} records."
    todo = "Give the full reference."


class UndoNotPossible(HrdDeskError):
    exit_code = 34
    what = "This cannot be undone: {why}."
    todo = "Change the records by hand; the history shows what they were."


class ReferenceTaken(HrdDeskError):
    exit_code = 35
    what = "Another record has the reference {ref}."
    todo = "Choose another reference."


class DraftsUnreadable(HrdDeskError):
    exit_code = 79
    what = "What was typed and not saved cannot be read: {why}."
    safe = "No record is affected; the file was kept as {path} in the vault's folder."
    todo = "Look whether the records hold what you wrote last, and write again what is missing."


class ContentForgotten(HrdDeskError):
    exit_code = 85
    what = "What the record held then was forgotten, on purpose and for good."
    safe = "The history still says when something was changed."
    todo = "Ask whoever the record was handed to."


class TooLargeForWorkbook(HrdDeskError):
    exit_code = 88
    what = "A workbook cannot hold this: sheet {sheet}, row {row}: {why}."
    safe = "Nothing was written."
    todo = "Write it as CSV, which has no such limit."


class FindingNotFound(HrdDeskError):
    exit_code = 39
    what = "There is no such finding any more."
    safe = "Nothing was changed; what it was about may have been corrected meanwhile."
    todo = "Look at the list again."
    todo_in_commands = "Look at the list of `check-facts` again."


# --- import, export, files ------------------------------------------------------------------------------


class UnknownFormat(HrdDeskError):
    exit_code = 40
    what = "{path}: this format is not known: {why}."
    todo = "See the help page on import."
    todo_in_commands = "Name it with --format, or see the help page on import."


class ImportRefused(HrdDeskError):
    exit_code = 41
    what = "Rows that cannot be taken: {count}; the first: {first}."
    safe = "Nothing was imported."
    todo = "Correct the rows and import again."


class ImportLeavesOut(HrdDeskError):
    exit_code = 9
    what = "Rows that would be left out, each perhaps a person: {count}."
    safe = "Nothing was imported."
    todo = "Import them too, or tick that you go on without them."
    todo_in_commands = "Import them too, one sheet or file at a time, or say --yes to go on without them."


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


class NotABackup(HrdDeskError):
    exit_code = 47
    what = "{path} is not a backup of this kind: {why}."
    safe = "Nothing was changed."
    todo = "Choose the file that the vault was backed up to."


class BackupIsPart(HrdDeskError):
    exit_code = 202
    what = "{path} holds only what changed since another backup."
    safe = "Nothing was changed."
    todo = "This version restores whole backups. Choose the whole one, or take a newer version of HRDDesk."


class BackupDamaged(HrdDeskError):
    exit_code = 48
    what = "The backup is damaged or was altered: {why}."
    safe = "Nothing of it was restored, and the file was not changed."
    todo = "Try another backup. If this one lies on a stick, copy it to the computer and try again."


class FileTooLarge(HrdDeskError):
    exit_code = 49
    what = "The medium takes no file as large as {path} would be; FAT32, on most sticks, ends at 4 GiB."
    safe = "No part of it is left there."
    todo = "Take a stick with another file system (exFAT, ext4), or another disk."


class BackupIncomplete(HrdDeskError):
    exit_code = 74
    what = "The new backup would lack something that an older one may have: {first} ({count} in all)."
    safe = "The older backup was not touched, and no new one was written."
    todo = "Write the new one under another name, and keep both."


class WipeNotConfirmed(HrdDeskError):
    exit_code = 75
    what = "The vault was not wiped: {given} is not its id."
    safe = "Nothing was changed."
    todo = "Say which vault it is."
    todo_in_commands = "`vault info` shows the id; give it with --yes-wipe."


class EvidenceDamaged(HrdDeskError):
    exit_code = 45
    what = "The evidence file {ref} is damaged."
    safe = "Nothing of it was written out; the other files are not affected."
    todo = "Restore it from your backup or ask whoever sent it."


class EvidenceMissing(HrdDeskError):
    exit_code = 46
    what = "The evidence file {ref} is not in this vault; only its hash is known."
    todo = "Ask whoever sent the record for a bundle with the evidence."


class PictureUnfit(HrdDeskError):
    exit_code = 115
    what = "{ref} cannot be published as a picture: {why}."
    todo = "Open it in a trusted program, save it as JPEG or PNG, and add that as evidence made from this."
