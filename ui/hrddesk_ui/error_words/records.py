"""The words of what goes wrong with records, drafts and imports."""

from typing import Final

from hrddesk import errors
from hrddesk.errors import HrdDeskError
from hrddesk_ui.error_words.stock_sentences import NOTHING_CHANGED, Words
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP

TEXTS: Final[dict[type[HrdDeskError], Words]] = {
    errors.RecordNotFound: (
        QT_TRANSLATE_NOOP("Errors", "There is no record {ref}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "It may have been deleted; go back to the list."),
    ),
    errors.InvalidValue: (
        QT_TRANSLATE_NOOP("Errors", "{field}: this value cannot be taken: {why}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Correct it and save again."),
    ),
    errors.InvalidDate: (
        QT_TRANSLATE_NOOP("Errors", "{field}: this is not a date that exists or can be understood: {why}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Write for example 2020, 2020-02-06, early March 2021 or about 2020."
            " To keep the words as they were said, put them in quotation marks.",
        ),
    ),
    errors.AmbiguousReference: (
        QT_TRANSLATE_NOOP("Errors", "{ref} fits {count} records."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Give the full reference."),
    ),
    errors.UndoNotPossible: (
        QT_TRANSLATE_NOOP("Errors", "This cannot be undone: {why}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Change the records by hand; the history shows what they were."),
    ),
    errors.ReferenceTaken: (
        QT_TRANSLATE_NOOP("Errors", "Another record has the reference {ref}."),
        NOTHING_CHANGED,
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
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "See the help page on import."),
    ),
    errors.TooLargeForWorkbook: (
        QT_TRANSLATE_NOOP("Errors", "A workbook cannot hold this: sheet {sheet}, row {row}: {why}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was written."),
        QT_TRANSLATE_NOOP("Errors", "Write it as CSV, which has no such limit."),
    ),
    errors.FindingNotFound: (
        QT_TRANSLATE_NOOP("Errors", "There is no such finding any more."),
        QT_TRANSLATE_NOOP(
            "Errors", "Nothing was changed; what it was about may have been corrected meanwhile."
        ),
        QT_TRANSLATE_NOOP("Errors", "Look at the list again."),
    ),
    errors.ImportRefused: (
        QT_TRANSLATE_NOOP("Errors", "Rows that cannot be taken: {count}; the first: {first}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was imported."),
        QT_TRANSLATE_NOOP("Errors", "Correct the rows and import again."),
    ),
    errors.ImportLeavesOut: (
        QT_TRANSLATE_NOOP("Errors", "Rows that would be left out, each perhaps a person: {count}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was imported."),
        QT_TRANSLATE_NOOP("Errors", "Import them too, or tick that you go on without them."),
    ),
    errors.FileUnreadable: (
        QT_TRANSLATE_NOOP("Errors", "{path} cannot be read: {why}."),
        NOTHING_CHANGED,
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
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose the file that the vault was backed up to."),
    ),
    errors.BackupIsPart: (
        QT_TRANSLATE_NOOP("Errors", "{path} holds only what changed since another backup."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "This version restores whole backups. Choose the whole one, or take a newer version of HRDDesk.",
        ),
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
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Say which vault it is."),
    ),
    errors.EvidenceDamaged: (
        QT_TRANSLATE_NOOP("Errors", "The evidence file {ref} is damaged."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was written out; the other files are not affected."),
        QT_TRANSLATE_NOOP("Errors", "Restore it from your backup or ask whoever sent it."),
    ),
    errors.PictureUnfit: (
        QT_TRANSLATE_NOOP("Errors", "{ref} cannot be published as a picture: {why}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Open it in a trusted program, save it as JPEG or PNG, and add that as evidence made from this.",
        ),
    ),
    errors.EvidenceMissing: (
        QT_TRANSLATE_NOOP("Errors", "The evidence file {ref} is not in this vault; only its hash is known."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Ask whoever sent the record for a bundle with the evidence."),
    ),
}
