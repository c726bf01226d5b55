"""Reading and writing of CSV files: cells are kept exactly, and faults name row and column."""

import csv
import io
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hrddesk.errors.translatable import Translatable
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.interop.formats.formula_guard import guarded, unguarded
from hrddesk.system import files

MOST_MIB: Final = 256
"""The largest size of a file in MiB; a kit of a million rows is smaller."""
LONGEST_CELL: Final = 1_000_000
"""The largest length of a cell in characters.

An export writes all people of a case into one cell, and an import must read that cell again.
"""

_DELIMITERS: Final = (",", ";", "\t")  # what spreadsheets write, by country
_NOT_UTF8: Final = {
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
    b"PK\x03\x04": Translatable("a spreadsheet file, not CSV"),
}
_field_limit = threading.Lock()  # csv keeps its limit in a global of the process


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row; `number` counts as in a spreadsheet. A missing column is an empty cell."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class CsvTable:
    """The content of a file: its columns in order, and its rows that are not empty."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[CsvRow, ...]


def read(path: Path, file: str, keys: Sequence[str], findings: Findings) -> CsvTable | None:
    """Read a CSV file whose header row contains all of `keys`.

    If the file cannot be read as such a table, add an error and return None. `file` is the name of the file
    in remarks. An apostrophe that guards a cell against formulas is removed. Raise OSError.
    """
    data = content(path, file, findings)
    if data is None:
        return None
    text = _decoded(data, file, findings)
    if text is None:
        return None
    found_records = records(text, _delimiter(text, keys), file, findings)
    if found_records is None:
        return None
    cells = [[unguarded(cell) for cell in record] for record in found_records]
    return from_records(cells, file, keys, findings)


def content(path: Path, file: str, findings: Findings) -> bytes | None:
    """Return all bytes of a file, or None with an error in `findings` if it is too large. Raise OSError."""
    with files.open_regular(path) as stream:
        data = stream.read(MOST_MIB * 1024 * 1024 + 1)
    if len(data) > MOST_MIB * 1024 * 1024:
        findings.error(file, 0, "", "", RemarkCode.FILE_TOO_LARGE, MOST_MIB)
        return None
    return data


def write(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a CSV file according to RFC 4180: UTF-8, commas, CRLF, quotes only where needed.

    A cell that a spreadsheet would run as a formula gets a guarding apostrophe, which `read` removes.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    for record in (columns, *rows):
        writer.writerow([guarded(text) for text in record])
    return stream.getvalue().encode("utf-8")


def _decoded(data: bytes, file: str, findings: Findings) -> str | None:
    for start, what in _NOT_UTF8.items():
        if data.startswith(start):
            findings.error(file, 0, "", "", RemarkCode.NOT_UTF8, what)
            return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        row = max(before.count(b"\n"), before.count(b"\r")) + 1
        findings.error(
            file, row, "", "", RemarkCode.NOT_UTF8, Translatable("byte {0}", f"{data[error.start]:#04x}")
        )
        return None


def _delimiter(text: str, keys: Sequence[str]) -> str:
    """Return the delimiter that gives all key columns in the header row; a comma if none does."""
    first = text.splitlines()[0] if text else ""
    for delimiter in _DELIMITERS:
        names = {_name(cell) for cell in next(csv.reader([first], delimiter=delimiter), [])}
        if names.issuperset(keys):
            return delimiter
    return ","


def _name(cell: str) -> str:
    return cell.strip().casefold()


def records(text: str, delimiter: str, file: str, findings: Findings) -> list[list[str]] | None:
    """Return the rows of a CSV text as unchanged cells, or None after an error in `findings`."""
    rows: list[list[str]] = []
    with _field_limit:
        before = csv.field_size_limit(len(text) + 1)
        try:
            rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        except csv.Error as error:
            findings.error(file, len(rows) + 1, "", "", RemarkCode.BROKEN_CSV, error)
            return None
        finally:
            csv.field_size_limit(before)
    return rows


def from_records(
    records: list[list[str]], file: str, keys: Sequence[str], findings: Findings
) -> CsvTable | None:
    """Return the table of these rows, the first of which is the header row; None after an error."""
    columns = [_name(cell) for cell in records[0]] if records else []
    while columns and not columns[-1]:
        columns.pop()  # spreadsheets leave empty columns behind
    if not set(columns).issuperset(keys):
        findings.error(file, 1, "", ",".join(columns), RemarkCode.NO_HEADER, " and ".join(keys))
        return None
    for column in sorted({name for name in columns if name and columns.count(name) > 1}):
        findings.error(file, 1, column, column, RemarkCode.DUPLICATE_COLUMN)
    rows = []
    for number, record in enumerate(records[1:], 2):
        if not any(cell.strip() for cell in record):
            continue
        if any(cell.strip() for cell in record[len(columns) :]):
            findings.error(file, number, "", ",".join(record[len(columns) :]), RemarkCode.TOO_MANY_CELLS)
        cells = {name: cell for name, cell in zip(columns, record, strict=False) if name}
        for name, cell in cells.items():
            _check(cell, (file, number, name), findings)
        rows.append(CsvRow(number, cells))
    return CsvTable(file, tuple(name for name in columns if name), tuple(rows))


def _check(cell: str, where: tuple[str, int, str], findings: Findings) -> None:
    if "\0" in cell:
        findings.error(*where, cell, RemarkCode.NUL_CHARACTER)
    if len(cell) > LONGEST_CELL:
        findings.error(*where, cell, RemarkCode.TOO_LONG, f"{LONGEST_CELL:,}")
