"""The remarks of an import in the window's language, found by their code."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.interop.findings import Code, Finding
from hrddesk_ui.error_details import words
from hrddesk_ui.marking import QT_TRANSLATE_NOOP

_TEXTS: Final = {
    Code.NO_HEADER: QT_TRANSLATE_NOOP(
        "ImportFindings", "the first row must name the columns, {detail} among them"
    ),
    Code.DUPLICATE_COLUMN: QT_TRANSLATE_NOOP("ImportFindings", "two columns have this name"),
    Code.NOT_UTF8: QT_TRANSLATE_NOOP(
        "ImportFindings", "this is not UTF-8 text ({detail}); save the file as CSV UTF-8"
    ),
    Code.BROKEN_CSV: QT_TRANSLATE_NOOP("ImportFindings", "this is not well-formed CSV: {detail}"),
    Code.NUL_CHARACTER: QT_TRANSLATE_NOOP("ImportFindings", "it holds a NUL character, which no text has"),
    Code.TOO_LONG: QT_TRANSLATE_NOOP("ImportFindings", "it is longer than {detail} characters"),
    Code.TOO_MANY_CELLS: QT_TRANSLATE_NOOP("ImportFindings", "the row has more cells than there are columns"),
    Code.FILE_TOO_LARGE: QT_TRANSLATE_NOOP("ImportFindings", "the file is larger than {detail} MiB"),
    Code.KEY_MISSING: QT_TRANSLATE_NOOP("ImportFindings", "the key is missing"),
    Code.KEY_TWICE: QT_TRANSLATE_NOOP("ImportFindings", "row {detail} has this key already"),
    Code.UNKNOWN_PARTY: QT_TRANSLATE_NOOP("ImportFindings", "no party has this key"),
    Code.UNKNOWN_CASE: QT_TRANSLATE_NOOP("ImportFindings", "no case has this key"),
    Code.UNKNOWN_EVENT: QT_TRANSLATE_NOOP("ImportFindings", "no event has this key"),
    Code.KEY_OF_ANOTHER: QT_TRANSLATE_NOOP(
        "ImportFindings",
        "only a record that came from another desk has this key; name it by its reference or id",
    ),
    Code.NO_PARTY: QT_TRANSLATE_NOOP("ImportFindings", "neither a party nor a case is named"),
    Code.WHICH_CASE: QT_TRANSLATE_NOOP(
        "ImportFindings", "this party is in several cases; name one of them in the column case"
    ),
    Code.BAD_VISIBILITY: QT_TRANSLATE_NOOP(
        "ImportFindings", "the levels are public, restricted and secret; the field must be one of the record"
    ),
    Code.DATE_NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "ImportFindings", "no date that exists or is understood ({detail}); kept as it is"
    ),
    Code.UNKNOWN_TERM: QT_TRANSLATE_NOOP("ImportFindings", "not in the vocabulary {detail}; kept as it is"),
    Code.UNKNOWN_SCRIPT: QT_TRANSLATE_NOOP("ImportFindings", "not the code of a script; kept as it is"),
    Code.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP("ImportFindings", "not understood; kept as it is"),
    Code.UNKNOWN_COLUMN: QT_TRANSLATE_NOOP(
        "ImportFindings", "not a column of the kit; what stands in it is kept in the note of each record"
    ),
    Code.UNKNOWN_FILE: QT_TRANSLATE_NOOP("ImportFindings", "not a file of the kit; not read"),
    Code.SAID_TWICE: QT_TRANSLATE_NOOP("ImportFindings", "row {detail} says this already; taken once"),
    Code.NO_CASE: QT_TRANSLATE_NOOP("ImportFindings", "this event is in no case"),
    Code.DELETED_HERE: QT_TRANSLATE_NOOP(
        "ImportFindings", "this was deleted in the desk since; not taken again"
    ),
    Code.KEY_TAKEN_TOO: QT_TRANSLATE_NOOP(
        "ImportFindings",
        "a record that came from another desk has this key too; the row makes a record of its own",
    ),
    Code.CHANGED_HERE_TOO: QT_TRANSLATE_NOOP(
        "ImportFindings", "this was changed in the desk too; the file's value was taken"
    ),
}


def in_words(finding: Finding) -> str:
    """Return the remark; a code that is newer than this table is said in English."""
    text = _TEXTS.get(finding.code)
    if text is None:
        return finding.message
    return QCoreApplication.translate("ImportFindings", text).replace("{detail}", words(finding.detail))
