"""What an import has to say about rows: errors, for which nothing is imported, and warnings."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

SHOWN = 200
"""Characters of a cell that a report repeats."""


class Code(StrEnum):
    """What is the matter with a row; the window translates by it, the value is the sentence in English."""

    # errors
    NO_HEADER = "the first row must name the columns, {detail} among them"
    DUPLICATE_COLUMN = "two columns have this name"
    NOT_UTF8 = "this is not UTF-8 text ({detail}); save the file as CSV UTF-8"
    BROKEN_CSV = "this is not well-formed CSV: {detail}"
    NUL_CHARACTER = "it holds a NUL character, which no text has"
    TOO_LONG = "it is longer than {detail} characters"
    OUT_OF_BOUNDS = "the number is not within {detail}"
    TOO_MANY_CELLS = "the row has more cells than there are columns"
    FILE_TOO_LARGE = "the file is larger than {detail} MiB"
    KEY_MISSING = "the key is missing"
    KEY_TWICE = "row {detail} has this key already"
    UNKNOWN_PARTY = "no party has this key"
    UNKNOWN_CASE = "no case has this key"
    UNKNOWN_PLACE = "no place has this key"
    PLACE_IN_ITSELF = "this place would lie in itself"
    UNKNOWN_SOURCE = "no source has this key"
    UNKNOWN_RECORD = "no record has this key; write for example event:e1"
    UNKNOWN_EVENT = "no event has this key"
    UNKNOWN_EVIDENCE = "no evidence has this key"
    FROM_ITSELF = "this evidence would be made from itself"
    NO_CONTENT = "name a file, or the SHA-256 of one that is elsewhere"
    BAD_HASH = "a SHA-256 is 64 figures and letters from a to f"
    HASH_DIFFERS = "the file has another SHA-256 than the row says: it was changed, or is another file"
    FILE_OUTSIDE = "the file must lie in the folder of the kit"
    FILE_NOT_READ = "the file is not there, or cannot be read"
    EVIDENCE_STAYS = "evidence stays as it came; give another file a key of its own"
    KEY_OF_ANOTHER = "only a record that came from another desk has this key; name it by its reference or id"
    NO_PARTY = "neither a party nor a case is named"
    WHICH_CASE = "this party is in several cases; name one of them in the column case"
    NO_COLUMNS = "the table holds nothing"
    TOO_MANY_COLUMNS = "a table of more than {detail} columns is not read"
    TOO_MANY_ROWS = "a sheet of more than {detail} rows is not read; split it"
    BROKEN_WORKBOOK = "this is no well-formed XLSX workbook; save it anew as XLSX or as CSV UTF-8"
    SEALED_WORKBOOK = "the workbook is protected by a password; save it without one"
    UNPACKS_TOO_LARGE = "the workbook unpacks to more than {detail} MiB"
    NO_SUCH_SHEET = "there is no such sheet; its sheets are: {detail}"
    COLUMN_MISSING = "the mapping names this column, and the table does not have it"
    SAME_KEY = "row {detail} has the same key columns and says something else; add a column to the keys"
    BAD_LANGUAGE = "no language has this code: write one such as en, zh-Hans, ug or es-419"
    NO_LABEL = "give it a label in at least one language"
    NO_CONSENT = "write for example yes;purpose=with_name;pictures=no;given_by=self;date=2026-05-01"
    ONE_OF = "write one of {detail}"
    YES_OR_NO = "it takes yes or no"
    CANNOT_BE = "this cannot be: {detail}"
    ABOUT_WHAT = "evidence is about people and events; write for example depicts::party:p1"
    TEXT_OF_ITSELF = "a text cannot be made of itself"
    TEXT_OF_NOTHING = "no row of this kit is this record; write for example case:c1"
    LOG_OF_NOTHING = "no row of evidence.csv has this key"
    BAD_TIME = "write for example 2026-05-01T09:30:00Z"
    TIME_AHEAD = "this time has not come yet; it is kept as that log says it"
    LOG_TOO_LONG = "a custody log of more than {detail} lines is not taken"
    BLOCK_OF_NOTHING = "no row of reports.csv has this key"
    NO_WORDS = "a text without words says nothing"
    BAD_VISIBILITY = "the levels are public, restricted and secret; the field must be one of the record"
    BAD_COORDINATES = (
        "latitude is from -90 to 90 and longitude from -180 to 180, both or neither; precision is in metres"
    )
    NOT_PUBLISHED = "the basis cites no document that anybody may read, such as a news report"
    TERM_IN_ITSELF = "this term would be merged into itself"
    BAD_CONSENT = "this consent cannot be taken: {detail}"
    # warnings
    DATE_NOT_UNDERSTOOD = "no date that exists or is understood ({detail}); kept as it is"
    UNKNOWN_TERM = "not in the vocabulary {detail}; kept as it is"
    UNKNOWN_SCRIPT = "not the code of a script; kept as it is"
    NOT_UNDERSTOOD = "not understood; kept as it is"
    LEFT_OUT = "not understood; left out"
    NO_FILE = "no file came along; only what describes it is taken"
    UNKNOWN_COLUMN = "not a column of the kit; what stands in it is kept in the note of each record"
    COLUMN_NOT_TAKEN = "not a column of this file; what stands in it is not taken"
    UNKNOWN_FILE = "not a file of the kit; its {detail} row(s) are not read"
    WORD_TWICE = "row {detail} has this word for another term"
    SAID_TWICE = "row {detail} says this already; taken once"
    NO_CASE = "this event is in no case"
    DELETED_HERE = "this was deleted in the desk since; not taken again"
    KEY_TAKEN_TOO = "a record that came from another desk has this key too; the row makes a record of its own"
    READ_AS_GB18030 = "this is not UTF-8 text; it was read as GB 18030. Look at the names before you import"
    FORMULA = "a formula, which is not computed here; what it gave last was taken"
    DIGITS_LOST = "a number of more than fifteen digits: the spreadsheet made up its last ones"
    SHEET_NOT_READ = "this sheet holds {detail} row(s) too; only one sheet is read"
    UNMAPPED_COLUMN = "no field was chosen for this column; it is kept in the note of the person"
    WORD_FOR_DATE = "a word where dates stand; taken as: {detail}"
    ORDER_OF_DATE = "not a date in the order {detail}; kept as it is"
    SAME_NAME = "row {detail} has this name too; kept as two people"
    NAME_KNOWN = "{detail} has this name already; kept as another person"
    ENTRY_CHANGED_HERE_TOO = "an entry was changed in the desk too; the desk's stands beside the file's"
    CONTRADICTION_KEPT = "this contradicts itself, as it did in the vault that wrote the kit; kept as it is"
    CHANGED_HERE_TOO = "this was changed in the desk too; the file's value was taken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. Rows are counted as a spreadsheet does: the header is row 1. `row` 0 is the whole file."""

    file: str
    row: int
    column: str
    value: str
    code: Code
    detail: str = ""

    @property
    def message(self) -> str:
        """The remark in English."""
        return self.code.value.format(detail=self.detail)

    @property
    def left_out(self) -> int:
        """How many rows, each perhaps a person, stand in what is not read."""
        return int(self.detail) if self.code in (Code.SHEET_NOT_READ, Code.UNKNOWN_FILE) else 0

    @property
    def name(self) -> str:
        """The code as the report prints it."""
        return self.code.name.lower().replace("_", "-")

    @property
    def place(self) -> str:
        """Where it stands: the file, and the row and the column where there is one."""
        made = self.file + (f", row {self.row}" if self.row else "")
        return made + (f", column {self.column}" if self.column else "")

    def to_json(self) -> dict[str, str | int]:
        """Return it as the report prints it."""
        return {
            "file": self.file,
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "message": self.message,
            "code": self.name,
        }


@dataclass(slots=True)
class Findings:
    """Collects what is found while rows are read."""

    errors: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    def error(self, file: str, row: int, column: str, value: str, code: Code, detail: object = "") -> None:
        """Note something for which nothing is imported."""
        self.errors.append(Finding(file, row, column, _short(value), code, str(detail)))

    def warn(self, file: str, row: int, column: str, value: str, code: Code, detail: object = "") -> None:
        """Note something that is imported all the same; the code says what became of it."""
        self.warnings.append(Finding(file, row, column, _short(value), code, str(detail)))


def by_row(findings: Iterable[Finding], files: Iterable[str]) -> list[Finding]:
    """Sort remarks by file, in the given order of files, and row."""
    order = {name: n for n, name in enumerate(files)}
    return sorted(findings, key=lambda f: (order.get(f.file, len(order)), f.file, f.row))


def _short(value: str) -> str:
    """Return the beginning of a cell, fit to print: no NUL, no lone surrogates."""
    shown = value[:SHOWN].replace("\0", "\ufffd")
    return shown.encode("utf-8", "replace").decode("utf-8") + ("…" if len(value) > SHOWN else "")
