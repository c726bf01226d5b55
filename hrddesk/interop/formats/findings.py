"""The remarks of an import about rows: errors, which prevent the import, and warnings."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from hrddesk.errors.translatable import Translatable

SHOWN = 200
"""The number of characters of a cell that a remark repeats."""


class RemarkCode(StrEnum):
    """The kinds of remarks; the window translates by the code, and the value is the English sentence."""

    # errors
    NO_HEADER = Translatable("the first row must name the columns, {detail} among them")
    DUPLICATE_COLUMN = Translatable("two columns have this name")
    NOT_UTF8 = Translatable("this is not UTF-8 text ({detail}); save the file as CSV UTF-8")
    BROKEN_CSV = Translatable("this is not well-formed CSV: {detail}")
    NUL_CHARACTER = Translatable("it holds a NUL character, which no text has")
    TOO_LONG = Translatable("it is longer than {detail} characters")
    OUT_OF_BOUNDS = Translatable("the number is not within {detail}")
    TOO_MANY_CELLS = Translatable("the row has more cells than there are columns")
    FILE_TOO_LARGE = Translatable("the file is larger than {detail} MiB")
    KEY_MISSING = Translatable("the key is missing")
    KEY_TWICE = Translatable("row {detail} has this key already")
    UNKNOWN_PARTY = Translatable("no party has this key")
    UNKNOWN_CASE = Translatable("no case has this key")
    UNKNOWN_PLACE = Translatable("no place has this key")
    PLACE_IN_ITSELF = Translatable("this place would lie in itself")
    UNKNOWN_SOURCE = Translatable("no source has this key")
    UNKNOWN_RECORD = Translatable("no record has this key; write for example event:e1")
    UNKNOWN_EVENT = Translatable("no event has this key")
    UNKNOWN_EVIDENCE = Translatable("no evidence has this key")
    FROM_ITSELF = Translatable("this evidence would be made from itself")
    NO_CONTENT = Translatable("name a file, or the SHA-256 of one that is elsewhere")
    BAD_HASH = Translatable("a SHA-256 is 64 figures and letters from a to f")
    HASH_DIFFERS = Translatable(
        "the file has another SHA-256 than the row says: it was changed, or is another file"
    )
    FILE_OUTSIDE = Translatable("the file must lie in the folder of the kit")
    FILE_NOT_READ = Translatable("the file is not there, or cannot be read")
    EVIDENCE_STAYS = Translatable("evidence stays as it came; give another file a key of its own")
    KEY_OF_ANOTHER = Translatable(
        "only a record that came from another desk has this key; name it by its reference or id"
    )
    NO_PARTY = Translatable("neither a party nor a case is named")
    WHICH_CASE = Translatable("this party is in several cases; name one of them in the column case")
    NO_COLUMNS = Translatable("the table holds nothing")
    TOO_MANY_COLUMNS = Translatable("a table of more than {detail} columns is not read")
    TOO_MANY_ROWS = Translatable("a sheet of more than {detail} rows is not read; split it")
    BROKEN_WORKBOOK = Translatable(
        "this is no well-formed XLSX workbook; save it anew as XLSX or as CSV UTF-8"
    )
    SEALED_WORKBOOK = Translatable("the workbook is protected by a password; save it without one")
    UNPACKS_TOO_LARGE = Translatable("the workbook unpacks to more than {detail} MiB")
    NO_SUCH_SHEET = Translatable("there is no such sheet; its sheets are: {detail}")
    COLUMN_MISSING = Translatable("the mapping names this column, and the table does not have it")
    SAME_KEY = Translatable(
        "row {detail} has the same key columns and says something else; add a column to the keys"
    )
    BAD_LANGUAGE = Translatable("no language has this code: write one such as en, zh-Hans, ug or es-419")
    NO_LABEL = Translatable("give it a label in at least one language")
    NO_CONSENT = Translatable(
        "write for example yes;purpose=with_name;pictures=no;given_by=self;date=2026-05-01"
    )
    ONE_OF = Translatable("write one of {detail}")
    YES_OR_NO = Translatable("it takes yes or no")
    CANNOT_BE = Translatable("this cannot be: {detail}")
    ABOUT_WHAT = Translatable("evidence is about people and events; write for example depicts::party:p1")
    TEXT_OF_ITSELF = Translatable("a text cannot be made of itself")
    TEXT_OF_NOTHING = Translatable("no row of this kit is this record; write for example case:c1")
    LOG_OF_NOTHING = Translatable("no row of evidence.csv has this key")
    BAD_TIME = Translatable("write for example 2026-05-01T09:30:00Z")
    TIME_AHEAD = Translatable("this time has not come yet; it is kept as that log says it")
    LOG_TOO_LONG = Translatable("a custody log of more than {detail} lines is not taken")
    BLOCK_OF_NOTHING = Translatable("no row of reports.csv has this key")
    NO_WORDS = Translatable("a text without words says nothing")
    BAD_VISIBILITY = Translatable(
        "the levels are public, restricted and secret; the field must be one of the record"
    )
    BAD_COORDINATES = Translatable(
        "latitude is from -90 to 90 and longitude from -180 to 180, both or neither; precision is in metres"
    )
    NOT_PUBLISHED = Translatable("the basis cites no document that anybody may read, such as a news report")
    TERM_IN_ITSELF = Translatable("this term would be merged into itself")
    BAD_CONSENT = Translatable("this consent cannot be taken: {detail}")
    # warnings
    DATE_NOT_UNDERSTOOD = Translatable("no date that exists or is understood ({detail}); kept as it is")
    UNKNOWN_TERM = Translatable("not in the vocabulary {detail}; kept as it is")
    UNKNOWN_SCRIPT = Translatable("not the code of a script; kept as it is")
    NOT_UNDERSTOOD = Translatable("not understood; kept as it is")
    LEFT_OUT = Translatable("not understood; left out")
    NO_FILE = Translatable("no file came along; only what describes it is taken")
    UNKNOWN_COLUMN = Translatable(
        "not a column of the kit; what stands in it is kept in the note of each record"
    )
    COLUMN_NOT_TAKEN = Translatable("not a column of this file; what stands in it is not taken")
    UNKNOWN_FILE = Translatable("not a file of the kit; rows that are not read: {detail}")
    WORD_TWICE = Translatable("row {detail} has this word for another term")
    SAID_TWICE = Translatable("row {detail} says this already; taken once")
    NO_CASE = Translatable("this event is in no case")
    DELETED_HERE = Translatable("this was deleted in the desk since; not taken again")
    KEY_TAKEN_TOO = Translatable(
        "a record that came from another desk has this key too; the row makes a record of its own"
    )
    READ_AS_GB18030 = Translatable(
        "this is not UTF-8 text; it was read as GB 18030. Look at the names before you import"
    )
    FORMULA = Translatable("a formula, which is not computed here; what it gave last was taken")
    DIGITS_LOST = Translatable("a number of more than fifteen digits: the spreadsheet made up its last ones")
    SHEET_NOT_READ = Translatable("only one sheet is read; rows in this one: {detail}")
    UNMAPPED_COLUMN = Translatable(
        "no field was chosen for this column; it is kept in the note of the person"
    )
    WORD_FOR_DATE = Translatable("a word where dates stand; taken as: {detail}")
    ORDER_OF_DATE = Translatable("not a date in the order {detail}; kept as it is")
    SAME_NAME = Translatable("row {detail} has this name too; kept as two people")
    NAME_KNOWN = Translatable("{detail} has this name already; kept as another person")
    ENTRY_CHANGED_HERE_TOO = Translatable(
        "an entry was changed in the desk too; the desk's stands beside the file's"
    )
    CONTRADICTION_KEPT = Translatable(
        "this contradicts itself, as it did in the vault that wrote the kit; kept as it is"
    )
    CHANGED_HERE_TOO = Translatable("this was changed in the desk too; the file's value was taken")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One remark; rows count as in a spreadsheet: the header row is 1, and `row` 0 is the whole file."""

    file: str
    row: int
    column: str
    value: str
    code: RemarkCode
    detail: str = ""

    @property
    def message(self) -> str:
        """The remark in English."""
        return self.code.value.format(detail=self.detail)

    @property
    def left_out(self) -> int:
        """The number of rows that are not read if the remark is about an unread sheet or file, else 0.

        Each of these rows may be a person.
        """
        return int(self.detail) if self.code in (RemarkCode.SHEET_NOT_READ, RemarkCode.UNKNOWN_FILE) else 0

    @property
    def name(self) -> str:
        """The code in the form that the report prints."""
        return self.code.name.lower().replace("_", "-")

    @property
    def place(self) -> str:
        """The place of the remark: the file, and the row and the column if known."""
        if not self.row:
            return self.file
        if not self.column:
            return Translatable("{0}, row {1}", self.file, self.row)
        return Translatable("{0}, row {1}, column {2}", self.file, self.row, self.column)

    def to_json(self) -> dict[str, str | int]:
        """Return the remark as an object of the JSON report."""
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
    """The collected remarks of an import."""

    errors: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)

    def error(
        self, file: str, row: int, column: str, value: str, code: RemarkCode, detail: object = ""
    ) -> None:
        """Add an error; nothing is imported while there is one."""
        self.errors.append(
            Remark(
                file=file,
                row=row,
                column=column,
                value=_short(value),
                code=code,
                detail=detail if isinstance(detail, str) else str(detail),
            )
        )

    def warn(
        self, file: str, row: int, column: str, value: str, code: RemarkCode, detail: object = ""
    ) -> None:
        """Add a warning: the value is imported or left out as `code` says."""
        self.warnings.append(
            Remark(
                file=file,
                row=row,
                column=column,
                value=_short(value),
                code=code,
                detail=detail if isinstance(detail, str) else str(detail),
            )
        )


def by_row(findings: Iterable[Remark], files: Iterable[str]) -> list[Remark]:
    """Sort remarks by file, in the given order of files, and by row."""
    order = {name: n for n, name in enumerate(files)}
    return sorted(findings, key=lambda f: (order.get(f.file, len(order)), f.file, f.row))


def _short(value: str) -> str:
    """Return the beginning of a cell in printable form: without NUL and lone surrogates."""
    beginning = value[:SHOWN].replace("\0", "\ufffd")
    return beginning.encode("utf-8", "replace").decode("utf-8") + ("…" if len(value) > SHOWN else "")
