"""Tables of any origin, as CSV or as an XLSX workbook, with their own columns and rows.

Unlike a file of the kit, such a table may have any name and any header row, and the encoding that
spreadsheets in China use. Every guess about it is reported in a remark.
"""

import codecs
import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from hrddesk.errors import FileUnreadable, UnknownFormat
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.formats import csv_tables
from hrddesk.interop.formats.csv_tables import LONGEST_CELL, CsvRow, CsvTable
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.interop.formats.formula_guard import unguarded
from hrddesk.interop.formats.workbook import rows_of
from hrddesk.system.jobs import Job

SUFFIXES: Final = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
MOST_COLUMNS: Final = 1000

_ZIP: Final = b"PK\x03\x04"
_BOMS: Final = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SNIFFED: Final = 20  # so many lines say what stands between cells
_DELIMITERS: Final = (",", ";", "\t", "|")


def read(path: Path, findings: Findings, job: Job, sheet: str = "") -> CsvTable | None:
    """Read a table; if it cannot be read, add an error to `findings` and return None.

    `sheet` names the sheet of a workbook; without it, the first sheet that is not empty is read. The steps of
    `job` are rows. Raise FileUnreadable or UnknownFormat.
    """
    try:
        data = csv_tables.content(path, path.name, findings)
    except OSError as error:
        raise FileUnreadable(
            path=path.name, why=error.strerror or Translatable("it cannot be read")
        ) from None
    if data is None:
        return None
    if data.startswith(_ZIP):
        records = rows_of(data, path.name, findings, job, sheet)
    elif b"\0" in data[:1024] and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnknownFormat(
            path=path.name, why=Translatable("it is neither a table of text nor an XLSX workbook")
        )
    else:
        records = _from_text(_decoded(data, path.name, findings), path.name, findings)
    return None if records is None else _table(records, path.name, findings)


def _decoded(data: bytes, file: str, findings: Findings) -> str:
    """Return the text, decoded by its byte order mark; without a mark as UTF-8, or else as GB18030."""
    encoding = next((name for start, name in _BOMS.items() if data.startswith(start)), "utf-8")
    for name in (encoding, "gb18030"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if name == "gb18030":
            findings.warn(file, 0, "", "", RemarkCode.READ_AS_GB18030)
        return text
    findings.error(file, 0, "", "", RemarkCode.NOT_UTF8, "no encoding that is known")
    return ""


def _from_text(text: str, file: str, findings: Findings) -> list[list[str]] | None:
    if findings.errors:
        return None
    records = csv_tables.records(text, _delimiter(text), file, findings)
    return None if records is None else [[unguarded(cell) for cell in record] for record in records]


def _delimiter(text: str) -> str:
    """Return the delimiter that splits each of the first lines into the most columns; a comma if none splits
    them.
    """
    lines = text.splitlines()[:_SNIFFED]

    def columns(delimiter: str) -> int:
        try:
            counts = [len(record) for record in csv.reader(lines, delimiter=delimiter) if record]
        except csv.Error:
            return 0
        return min(counts, default=0)

    best = max(_DELIMITERS, key=columns)
    return best if columns(best) > 1 else ","


def _table(records: Sequence[Sequence[str]], file: str, findings: Findings) -> CsvTable | None:
    first = next((n for n, record in enumerate(records) if any(cell.strip() for cell in record)), None)
    if first is None:
        findings.error(file, 1, "", "", RemarkCode.NO_COLUMNS)
        return None
    width = max(_width(record) for record in records[first:])
    if width > MOST_COLUMNS:
        findings.error(file, first + 1, "", "", RemarkCode.TOO_MANY_COLUMNS, MOST_COLUMNS)
        return None
    columns = _names([*records[first], *[""] * width][:width])
    rows = []
    for number, record in enumerate(records[first + 1 :], first + 2):
        if not any(cell.strip() for cell in record):
            continue
        cells = dict(zip(columns, record, strict=False))
        for name, cell in cells.items():
            if "\0" in cell:
                findings.error(file, number, name, cell, RemarkCode.NUL_CHARACTER)
            if len(cell) > LONGEST_CELL:
                findings.error(file, number, name, cell, RemarkCode.TOO_LONG, f"{LONGEST_CELL:,}")
        rows.append(CsvRow(number, cells))
    return CsvTable(file, columns, tuple(rows))


def _width(record: Sequence[str]) -> int:
    """Return the number of cells of a row without the empty cells that spreadsheets append."""
    return max((n for n, cell in enumerate(record, 1) if cell.strip()), default=0)


def _names(header: Iterable[str]) -> tuple[str, ...]:
    """Return a distinct name for every column: its header, with a number if the header is empty or
    repeated.
    """
    names: list[str] = []
    for number, cell in enumerate(header, 1):
        name = " ".join(cell.split()) or f"Column {number}"
        names.append(name if name not in names else f"{name} ({number})")
    return tuple(names)
