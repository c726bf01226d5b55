"""The spreadsheet kit: a folder of CSV files that every desk and every spreadsheet program can read.

- `cases.csv`, `parties.csv`, `events.csv`, `relations.csv`, `figures.csv`
- `terms.csv`, `questions.csv`, `places.csv`, `sources.csv`, `citations.csv`, `queries.csv`: definitions and
  sources of the desk
- `evidence.csv` describes the evidence files beside it; `custody.csv` contains their custody logs
- `texts.csv` contains further texts of all these records
- `reports.csv` contains reports, and `blocks.csv` their blocks
- `kit.csv` names the source of the keys of an exported kit

Every file is optional, and the header row determines the order of columns. `resources/help/en/import-kit.md`
describes the format for users.
"""

import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from hrddesk.errors import FileUnreadable, InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.columns import blocks_table, custody_table, texts_table
from hrddesk.interop.columns.contradictions import CONTRADICTS
from hrddesk.interop.columns.side_tables import SideTable
from hrddesk.interop.formats import csv_tables as tables
from hrddesk.interop.formats import workbook
from hrddesk.interop.formats.csv_tables import CsvTable
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.interop.kit import evidence_files
from hrddesk.records.language.labels import language_of_column
from hrddesk.records.model.kinds import LABELS, SPECS, Kind
from hrddesk.system.jobs import Job

FORMAT: Final = "kit"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSpec:
    """The description of a file of the kit; an export writes the columns `always` even if they are empty."""

    file: str
    kind: Kind
    keys: tuple[str, ...]
    always: tuple[str, ...]
    optional: tuple[str, ...]

    @property
    def is_labelled(self) -> bool:
        """Whether the file has a column `label@CODE` for each language."""
        return SPECS[self.kind].list(LABELS) is not None

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns of the file, in the order of an export."""
        return self.always + self.optional


_COMMON: Final = ("comments", "visibility", "source", CONTRADICTS)
_ALL: Final = ("note", *_COMMON)

CASES: Final = FileSpec(
    file="cases.csv",
    kind=Kind.CASE,
    keys=("case",),
    always=("case", "title", "parties", "narrative"),
    optional=("text_language", "status", "country", "tags", "answers", *_ALL),
)
PARTIES: Final = FileSpec(
    file="parties.csv",
    kind=Kind.PARTY,
    keys=("party",),
    always=("party", "kind", "size", "names", "occupations", "ethnicity", "age", "disability"),
    optional=(
        *("sex", "birth", "death", "age_day", "home", "home_key", "citizenships", "terms", "consents"),
        *("protected", "unprotected", "answers", *_ALL),
    ),
)
EVENTS: Final = FileSpec(
    file="events.csv",
    kind=Kind.EVENT,
    keys=("event",),
    always=(
        *("event", "party", "type", "measure", "facility", "date", "place", "charges", "penalties", "terms"),
        "assertion",
    ),
    optional=(
        *("case", "others", "charge_stages", "links", "summary", "text_language", "place_key", "answers"),
        "country",
        "form",  # measure, facility and conditions in one column, as tables of others have it
        *("addressee", "reference", "asked", "due", "confidential_until", "answered", "outcome", *_ALL),
    ),
)
RELATIONS: Final = FileSpec(
    file="relations.csv",
    kind=Kind.RELATION,
    keys=("from", "type", "to"),
    always=("from", "type", "to"),
    optional=("relation", "since", "until", "assertion", *_ALL),
)
FIGURES: Final = FileSpec(
    file="figures.csv",
    kind=Kind.FIGURE,
    keys=("figure",),
    always=("figure", "value", "unit", "denominator", "as_of", "definition", "kind"),
    optional=("name", *_ALL),
)
TERMS: Final = FileSpec(
    file="terms.csv",
    kind=Kind.TERM,
    keys=("term",),
    always=("term", "vocabulary", "code", "aliases"),
    optional=("map", "retired", "into", *_COMMON),
)
QUESTIONS: Final = FileSpec(
    file="questions.csv",
    kind=Kind.FIELD,
    keys=("question",),
    always=("question", "owner", "key", "type"),
    optional=("vocabulary", "template", "position", "retired", *_COMMON),
)
PLACES: Final = FileSpec(
    file="places.csv",
    kind=Kind.PLACE,
    keys=("place",),
    always=("place", "kind", "parent", "aliases"),
    optional=("latitude", "longitude", "precision", *_ALL),
)
SOURCES: Final = FileSpec(
    file="sources.csv",
    kind=Kind.SOURCE,
    keys=("cited",),
    always=(
        "cited",
        "kind",
        "type",
        "title",
        "reliability",
        "code_name",
        "attribution",
        "credit",
        "consented",
    ),
    optional=(
        *("date", "language", "knowledge", "means", "interviewer"),
        *("author", "publisher", "address", "archived", *_ALL),
    ),
)
EVIDENCE: Final = FileSpec(
    file="evidence.csv",
    kind=Kind.EVIDENCE,
    keys=("evidence",),
    always=("evidence", "cases", "file", "sha256", "title", "original_name"),
    optional=(
        *("media_type", "size", "captured", "acquired", "from_whom", "about", "others", "language", "place"),
        *("derived_from", "metadata", "proofs", *_ALL),
    ),
)
CITATIONS: Final = FileSpec(
    file="citations.csv",
    kind=Kind.CITATION,
    keys=("citation",),
    always=("citation", "record", "field", "cited", "stance", "quote", "locator"),
    optional=_COMMON,
)
QUERIES: Final = FileSpec(
    file="queries.csv",
    kind=Kind.QUERY,
    keys=("saved",),
    always=("saved", "name", "asks", "query"),
    optional=_COMMON,
)
REPORTS: Final = FileSpec(
    file="reports.csv",
    kind=Kind.REPORT,
    keys=("report",),
    always=("report", "title", "subtitle", "series"),
    optional=("template", "languages", "as_of", "embargo", *_ALL),
)
FORMS: Final = (PARTIES, CASES, EVENTS, RELATIONS, FIGURES)
"""The files that an export of an empty desk writes without rows, as forms to fill in."""
FILES: Final[Mapping[str, FileSpec]] = {
    spec.file: spec
    for spec in (TERMS, QUESTIONS, PLACES, SOURCES, *FORMS, EVIDENCE, CITATIONS, QUERIES, REPORTS)
}
"""The files by name in the order of import: a file comes after the files to which it refers."""
FILE_OF: Final[Mapping[Kind, FileSpec]] = {spec.kind: spec for spec in FILES.values()}
LABEL: Final = "label"
"""The prefix of the columns of labels: `label@en`, `label@zh-Hant`."""
COLUMNS: Final = frozenset(column for spec in FILES.values() for column in spec.columns)

_SIDE_TABLES: Final[Mapping[str, SideTable]] = {
    part.TABLE.file: part.TABLE for part in (texts_table, blocks_table, custody_table)
}
_OWNERS: Final = {name: (spec.kind, spec.keys[0]) for name, spec in FILES.items()}
"""The kind and the key column of each file whose rows can own rows of side tables."""
ABOUT: Final = "kit.csv"
WORKBOOK: Final = "kit.xlsx"
"""The name of a kit that is one workbook with a sheet for each file.

Its cells have the type text and need no guard against formulas.
"""
ABOUT_COLUMNS: Final = ("format", "version", "source")
NAME: Final = "hrddesk-kit"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class KitRows:
    """The content of a kit, file by file, and the remarks from reading it."""

    source: str
    """The source of all keys whose row names no other source."""
    tables: Mapping[str, CsvTable]
    found: Findings = field(default_factory=Findings)
    files: Mapping[str, Path] = field(default_factory=dict)
    """The evidence files of the kit by their SHA-256."""

    @property
    def rows(self) -> int:
        """The number of rows without header rows."""
        return sum(len(table.rows) for table in self.tables.values())


def is_kit(path: Path) -> bool:
    """Tell whether `path` is a file of the kit or a folder that contains one; raise FileUnreadable."""
    if _is_folder(path):
        return bool(_files(path)) or _workbook_in(path) is not None
    return path.name.casefold() in (*FILES, WORKBOOK)


def read_kit(path: Path, job: Job) -> KitRows:
    """Read a kit, or one file of a kit; raise FileUnreadable. Steps are files.

    Faults of the content are reported row by row in the remarks of the result.
    """
    findings = Findings()
    is_folder = _is_folder(path)
    source = path.resolve().name if is_folder else path.stem
    chosen = _files(path) if is_folder else {path.name.casefold(): path}
    book = _workbook_in(path) if is_folder and not chosen else chosen.get(WORKBOOK)
    if book is not None:
        return _of_workbook(book, source if is_folder else path.resolve().parent.name, findings, job)
    said_source = _source(chosen.get(ABOUT), findings)
    read: dict[str, CsvTable] = {}
    for done, (name, spec) in enumerate(FILES.items()):
        job.step(done, len(FILES))
        if name in chosen:
            table = _read(chosen[name], name, spec.keys, findings)
            if table is not None:
                read[name] = table
                _unknown_columns(table, spec, findings)
    _unknown_files({name: _rows_in(chosen[name]) for name in _unknown(chosen)}, findings)
    for name in _SIDE_TABLES.keys() & chosen.keys() if is_folder else ():
        lines = _read(chosen[name], name, _SIDE_TABLES[name].keys, findings)
        read = read if lines is None else _with(read, lines, findings)
    beside = _with_files(read, path if is_folder else path.parent, findings, job)
    return KitRows(said_source or source, read, findings, beside)


def _of_workbook(path: Path, source: str, findings: Findings, job: Job) -> KitRows:
    """Read a kit that is one workbook; its sheets have the names of the files without the extension."""
    data = tables.content(path, path.name, findings)
    sheets = None if data is None else workbook.sheets_of(data, path.name, findings, job)
    chosen = {f"{name.strip().casefold()}.csv": rows for name, rows in (sheets or {}).items()}
    read: dict[str, CsvTable] = {}
    for name, spec in FILES.items():
        table = tables.from_records(chosen[name], name, spec.keys, findings) if chosen.get(name) else None
        if table is not None:
            read[name] = table
            _unknown_columns(table, spec, findings)
    about = tables.from_records(chosen[ABOUT], ABOUT, ABOUT_COLUMNS, findings) if chosen.get(ABOUT) else None
    named_source = about.rows[0]["source"].strip() if about is not None and about.rows else ""
    for name, side in _SIDE_TABLES.items():
        rows = chosen.get(name)
        lines = tables.from_records(rows, name, side.keys, findings) if rows else None
        read = read if lines is None else _with(read, lines, findings)
    _unknown_files({name: len(chosen[name]) - 1 for name in _unknown(chosen) if chosen[name]}, findings)
    return KitRows(named_source or source, read, findings, _with_files(read, path.parent, findings, job))


def _with(read: Mapping[str, CsvTable], lines: CsvTable, findings: Findings) -> dict[str, CsvTable]:
    """Return the tables with each row of a side table stored in the row of its owner."""
    side = _SIDE_TABLES[lines.file]
    for column in lines.columns:
        if column not in side.columns:
            findings.warn(lines.file, 1, column, column, RemarkCode.COLUMN_NOT_TAKEN)
    return side.folded_into(read, lines, _OWNERS, findings)


def _with_files(read: dict[str, CsvTable], folder: Path, findings: Findings, job: Job) -> dict[str, Path]:
    """Return the evidence files by their hash, and add hash, size and type to the rows in `read`."""
    table = read.get(EVIDENCE.file)
    if table is None:
        return {}
    read[EVIDENCE.file], files = evidence_files.checked(table, folder, findings, job)
    return files


def _unknown(names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if name not in FILES and name not in (ABOUT, *_SIDE_TABLES))


def _unknown_files(rows: Mapping[str, int], findings: Findings) -> None:
    """Add a warning for every file that is not read, with the number of its rows below the header row."""
    for name, count in rows.items():
        findings.warn(name, 0, "", name, RemarkCode.UNKNOWN_FILE, max(0, count))


def _rows_in(path: Path) -> int:
    """Return the number of lines of a file below its header row; 0 if the file cannot be read."""
    try:
        with path.open("rb") as file:
            return sum(bool(line.strip()) for line in file) - 1
    except OSError:
        return 0


def _workbook_in(folder: Path) -> Path | None:
    """Return the workbook in a folder that contains a whole kit, named `WORKBOOK`; None if there is none."""
    try:
        return next((entry for entry in sorted(folder.iterdir()) if entry.name.casefold() == WORKBOOK), None)
    except OSError as error:
        raise FileUnreadable(path=folder.name, why=_why(error)) from None


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        raise FileUnreadable(path=path.name, why=_why(error)) from None


def _files(folder: Path) -> dict[str, Path]:
    """Return the CSV files of a folder by lower-case name; of two equal names, the first.

    The result is empty if none of them is a file of the kit.
    """
    try:
        names = sorted(entry for entry in folder.iterdir() if entry.suffix.casefold() == ".csv")
    except OSError as error:
        raise FileUnreadable(path=folder.name, why=_why(error)) from None
    chosen: dict[str, Path] = {}
    for entry in names:
        chosen.setdefault(entry.name.casefold(), entry)
    return chosen if chosen.keys() & FILES.keys() else {}


def _read(path: Path, name: str, keys: tuple[str, ...], findings: Findings) -> CsvTable | None:
    try:
        return tables.read(path, name, keys, findings)
    except OSError as error:
        raise FileUnreadable(path=path.name, why=_why(error)) from None


def _unknown_columns(table: CsvTable, spec: FileSpec, findings: Findings) -> None:
    for column in table.columns if spec.is_labelled else ():
        if column.startswith(f"{LABEL}@") and not _language(column):
            findings.error(table.file, 1, column, "", RemarkCode.BAD_LANGUAGE)
    for column in unknown_columns(table, spec):
        if any(row[column].strip() for row in table.rows):
            code = (
                RemarkCode.UNKNOWN_COLUMN if SPECS[spec.kind].field("note") else RemarkCode.COLUMN_NOT_TAKEN
            )
            findings.warn(table.file, 1, column, column, code)


def unknown_columns(table: CsvTable, spec: FileSpec) -> list[str]:
    """Return the columns of the table that the kit does not define, in their order."""
    labelled = label_columns(table, spec)
    return [column for column in table.columns if column not in spec.columns and column not in labelled]


def label_columns(table: CsvTable, spec: FileSpec) -> dict[str, str]:
    """Return the columns of labels in the table, each with its language."""
    languages = {column: _language(column) for column in table.columns} if spec.is_labelled else {}
    return {column: language for column, language in languages.items() if language}


def _language(column: str) -> str:
    try:
        return language_of_column(LABEL, column)
    except InvalidValue:
        return ""


def _source(path: Path | None, findings: Findings) -> str:
    """Return the source that `kit.csv` names for the keys; empty if the file is missing or names none."""
    table = None if path is None else _read(path, ABOUT, ABOUT_COLUMNS, findings)
    return table.rows[0]["source"].strip() if table is not None and table.rows else ""


def _why(error: OSError) -> str:
    return error.strerror or Translatable("it cannot be read")
