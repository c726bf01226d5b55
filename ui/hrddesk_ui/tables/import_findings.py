"""The remarks of an import in the window's language, found by their code."""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.interop.formats.findings import Code, Finding
from hrddesk_ui.error_words.error_details import words
from hrddesk_ui.tables.target_words import target_word
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP
from hrddesk_ui.words.vocabularies import term_label

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
    Code.OUT_OF_BOUNDS: QT_TRANSLATE_NOOP("ImportFindings", "the number is not within {detail}"),
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
    Code.BAD_LANGUAGE: QT_TRANSLATE_NOOP(
        "ImportFindings", "no language has this code: write one such as en, zh-Hans, ug or es-419"
    ),
    Code.NO_LABEL: QT_TRANSLATE_NOOP("ImportFindings", "give it a label in at least one language"),
    Code.BAD_COORDINATES: QT_TRANSLATE_NOOP(
        "ImportFindings",
        "latitude is from -90 to 90 and longitude from -180 to 180, both or neither; precision is in metres",
    ),
    Code.BAD_CONSENT: QT_TRANSLATE_NOOP("ImportFindings", "this consent cannot be taken: {detail}"),
    Code.BAD_VISIBILITY: QT_TRANSLATE_NOOP(
        "ImportFindings", "the levels are public, restricted and secret; the field must be one of the record"
    ),
    Code.DATE_NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "ImportFindings", "no date that exists or is understood ({detail}); kept as it is"
    ),
    Code.UNKNOWN_TERM: QT_TRANSLATE_NOOP("ImportFindings", "not in the vocabulary {detail}; kept as it is"),
    Code.UNKNOWN_SCRIPT: QT_TRANSLATE_NOOP("ImportFindings", "not the code of a script; kept as it is"),
    Code.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP("ImportFindings", "not understood; kept as it is"),
    Code.NO_FILE: QT_TRANSLATE_NOOP("ImportFindings", "no file came along; only what describes it is taken"),
    Code.UNKNOWN_EVIDENCE: QT_TRANSLATE_NOOP("ImportFindings", "no evidence has this key"),
    Code.FROM_ITSELF: QT_TRANSLATE_NOOP("ImportFindings", "this evidence would be made from itself"),
    Code.NO_CONTENT: QT_TRANSLATE_NOOP(
        "ImportFindings", "name a file, or the SHA-256 of one that is elsewhere"
    ),
    Code.BAD_HASH: QT_TRANSLATE_NOOP("ImportFindings", "a SHA-256 is 64 figures and letters from a to f"),
    Code.HASH_DIFFERS: QT_TRANSLATE_NOOP(
        "ImportFindings",
        "the file has another SHA-256 than the row says: it was changed, or is another file",
    ),
    Code.FILE_OUTSIDE: QT_TRANSLATE_NOOP("ImportFindings", "the file must lie in the folder of the kit"),
    Code.FILE_NOT_READ: QT_TRANSLATE_NOOP("ImportFindings", "the file is not there, or cannot be read"),
    Code.EVIDENCE_STAYS: QT_TRANSLATE_NOOP(
        "ImportFindings", "evidence stays as it came; give another file a key of its own"
    ),
    Code.LEFT_OUT: QT_TRANSLATE_NOOP("ImportFindings", "not understood; left out"),
    Code.COLUMN_NOT_TAKEN: QT_TRANSLATE_NOOP(
        "ImportFindings", "not a column of this file; what stands in it is not taken"
    ),
    Code.UNKNOWN_PLACE: QT_TRANSLATE_NOOP("ImportFindings", "no place has this key"),
    Code.PLACE_IN_ITSELF: QT_TRANSLATE_NOOP("ImportFindings", "this place would lie in itself"),
    Code.UNKNOWN_SOURCE: QT_TRANSLATE_NOOP("ImportFindings", "no source has this key"),
    Code.UNKNOWN_RECORD: QT_TRANSLATE_NOOP(
        "ImportFindings", "no record has this key; write for example event:e1"
    ),
    Code.UNKNOWN_COLUMN: QT_TRANSLATE_NOOP(
        "ImportFindings", "not a column of the kit; what stands in it is kept in the note of each record"
    ),
    Code.UNKNOWN_FILE: QT_TRANSLATE_NOOP(
        "ImportFindings", "not a file of the kit; rows that are not read: {detail}"
    ),
    Code.SAID_TWICE: QT_TRANSLATE_NOOP("ImportFindings", "row {detail} says this already; taken once"),
    Code.NO_CASE: QT_TRANSLATE_NOOP("ImportFindings", "this event is in no case"),
    Code.DELETED_HERE: QT_TRANSLATE_NOOP(
        "ImportFindings", "this was deleted in the desk since; not taken again"
    ),
    Code.KEY_TAKEN_TOO: QT_TRANSLATE_NOOP(
        "ImportFindings",
        "a record that came from another desk has this key too; the row makes a record of its own",
    ),
    Code.ENTRY_CHANGED_HERE_TOO: QT_TRANSLATE_NOOP(
        "ImportFindings", "an entry was changed in the desk too; the desk's stands beside the file's"
    ),
    Code.CONTRADICTION_KEPT: QT_TRANSLATE_NOOP(
        "ImportFindings",
        "this contradicts itself, as it did in the vault that wrote the kit; kept as it is",
    ),
    Code.CHANGED_HERE_TOO: QT_TRANSLATE_NOOP(
        "ImportFindings", "this was changed in the desk too; the file's value was taken"
    ),
    Code.NO_CONSENT: QT_TRANSLATE_NOOP(
        "ImportFindings", "write for example yes;purpose=with_name;pictures=no;given_by=self;date=2026-05-01"
    ),
    Code.ONE_OF: QT_TRANSLATE_NOOP("ImportFindings", "write one of {detail}"),
    Code.YES_OR_NO: QT_TRANSLATE_NOOP("ImportFindings", "it takes yes or no"),
    Code.NOT_PUBLISHED: QT_TRANSLATE_NOOP(
        "ImportFindings", "the basis cites no document that anybody may read, such as a news report"
    ),
    Code.TERM_IN_ITSELF: QT_TRANSLATE_NOOP("ImportFindings", "this term would be merged into itself"),
    Code.WORD_TWICE: QT_TRANSLATE_NOOP("ImportFindings", "row {detail} has this word for another term"),
    Code.CANNOT_BE: QT_TRANSLATE_NOOP("ImportFindings", "this cannot be: {detail}"),
    Code.ABOUT_WHAT: QT_TRANSLATE_NOOP(
        "ImportFindings", "evidence is about people and events; write for example depicts::party:p1"
    ),
    Code.TEXT_OF_ITSELF: QT_TRANSLATE_NOOP("ImportFindings", "a text cannot be made of itself"),
    Code.TEXT_OF_NOTHING: QT_TRANSLATE_NOOP(
        "ImportFindings", "no row of this kit is this record; write for example case:c1"
    ),
    Code.LOG_OF_NOTHING: QT_TRANSLATE_NOOP("ImportFindings", "no row of evidence.csv has this key"),
    Code.BAD_TIME: QT_TRANSLATE_NOOP("ImportFindings", "write for example 2026-05-01T09:30:00Z"),
    Code.TIME_AHEAD: QT_TRANSLATE_NOOP(
        "ImportFindings", "this time has not come yet; it is kept as that log says it"
    ),
    Code.LOG_TOO_LONG: QT_TRANSLATE_NOOP(
        "ImportFindings", "a custody log of more than {detail} lines is not taken"
    ),
    Code.BLOCK_OF_NOTHING: QT_TRANSLATE_NOOP("ImportFindings", "no row of reports.csv has this key"),
    Code.NO_WORDS: QT_TRANSLATE_NOOP("ImportFindings", "a text without words says nothing"),
    Code.NO_COLUMNS: QT_TRANSLATE_NOOP("ImportFindings", "the table holds nothing"),
    Code.TOO_MANY_COLUMNS: QT_TRANSLATE_NOOP(
        "ImportFindings", "a table of more than {detail} columns is not read"
    ),
    Code.TOO_MANY_ROWS: QT_TRANSLATE_NOOP(
        "ImportFindings", "a sheet of more than {detail} rows is not read; split it"
    ),
    Code.BROKEN_WORKBOOK: QT_TRANSLATE_NOOP(
        "ImportFindings", "this is no well-formed XLSX workbook; save it anew as XLSX or as CSV UTF-8"
    ),
    Code.SEALED_WORKBOOK: QT_TRANSLATE_NOOP(
        "ImportFindings", "the workbook is protected by a password; save it without one"
    ),
    Code.UNPACKS_TOO_LARGE: QT_TRANSLATE_NOOP(
        "ImportFindings", "the workbook unpacks to more than {detail} MiB"
    ),
    Code.NO_SUCH_SHEET: QT_TRANSLATE_NOOP(
        "ImportFindings", "there is no such sheet; its sheets are: {detail}"
    ),
    Code.COLUMN_MISSING: QT_TRANSLATE_NOOP(
        "ImportFindings", "the mapping names this column, and the table does not have it"
    ),
    Code.SAME_KEY: QT_TRANSLATE_NOOP(
        "ImportFindings",
        "row {detail} has the same key columns and says something else; add a column to the keys",
    ),
    Code.READ_AS_GB18030: QT_TRANSLATE_NOOP(
        "ImportFindings",
        "this is not UTF-8 text; it was read as GB 18030. Look at the names before you import",
    ),
    Code.FORMULA: QT_TRANSLATE_NOOP(
        "ImportFindings", "a formula, which is not computed here; what it gave last was taken"
    ),
    Code.DIGITS_LOST: QT_TRANSLATE_NOOP(
        "ImportFindings", "a number of more than fifteen digits: the spreadsheet made up its last ones"
    ),
    Code.SHEET_NOT_READ: QT_TRANSLATE_NOOP(
        "ImportFindings", "only one sheet is read; rows in this one: {detail}"
    ),
    Code.UNMAPPED_COLUMN: QT_TRANSLATE_NOOP(
        "ImportFindings", "no field was chosen for this column; it is kept in the note of the person"
    ),
    Code.WORD_FOR_DATE: QT_TRANSLATE_NOOP("ImportFindings", "a word where dates stand; taken as: {detail}"),
    Code.ORDER_OF_DATE: QT_TRANSLATE_NOOP(
        "ImportFindings", "not a date in the order {detail}; kept as it is"
    ),
    Code.SAME_NAME: QT_TRANSLATE_NOOP("ImportFindings", "row {detail} has this name too; kept as two people"),
    Code.NAME_KNOWN: QT_TRANSLATE_NOOP(
        "ImportFindings", "{detail} has this name already; kept as another person"
    ),
}

_SAID: Final = re.compile(r"(?P<target>(?:party|event\d*|case)\.[a-z_]+) = (?P<value>[^,]+)")


def in_words(finding: Finding) -> str:
    """Return the remark; a code that is newer than this table is said in English."""
    text = _TEXTS.get(finding.code)
    if text is None:
        return finding.message
    detail = words(finding.detail)
    if finding.code is Code.WORD_FOR_DATE:
        detail = _SAID.sub(_in_words_of_fields, detail)
    return QCoreApplication.translate("ImportFindings", text).replace("{detail}", detail)


def _in_words_of_fields(match: re.Match[str]) -> str:
    """Return what a word was taken as, with the field and the term as the window calls them."""
    return f"{target_word(match['target'])} = {term_label(('event_type', 'penalty'), match['value'])}"
