"""Reading of XLSX workbooks, on the assumption that they may be malicious.

Only the cells of sheets are read, as text. Formulas are never computed: their last result is taken, with a
warning. Macros, links to other workbooks, pictures and connections are never opened. A workbook that unpacks
to more than a table can need, or that declares entities, is refused before a cell is read.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from hrddesk.errors import HrdDeskError
from hrddesk.interop.formats.csv_tables import LONGEST_CELL
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.system.jobs import Cancelled, Job

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MOST_UNPACKED: Final = 512 * 1024 * 1024
"""The largest total size, in bytes, of the unpacked files of a workbook."""
MOST_PARTS: Final = 5000
MOST_CELLS: Final = 5_000_000
MOST_ROWS: Final = 300_000

_CHUNK: Final = 1 << 20
_DECLARES: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WRITTEN: Final = re.compile("_x((?![dD][89a-fA-F])[0-9A-Fa-f]{4})_")
"""The ECMA-376 escape for characters that XML cannot contain (ST_Xstring), except surrogates."""
_SAFE_INTEGER: Final = 10**15
"""The smallest number whose last digits may be wrong: a spreadsheet keeps fifteen digits."""


class _Refused(Exception):
    """The exception that refuses a workbook; its code gives the reason."""

    def __init__(self, code: RemarkCode, detail: object = "") -> None:
        super().__init__(code)
        self.code, self.detail = code, detail


def rows_of(data: bytes, file: str, findings: Findings, job: Job, sheet: str = "") -> list[list[str]] | None:
    """Return the rows of a workbook's sheet as text, or None after an error in `findings`.

    The sheet named `sheet` is read; if `sheet` is empty, the first sheet that is not empty. Rows are numbered
    as in the sheet. The steps of `job` are rows.
    """
    rows: list[list[str]] = []

    def read(books: tuple["Workbook", "Workbook"]) -> None:
        name = _sheet(books[0], file, findings, sheet)
        rows.extend([] if name is None else _rows(books, name, file, findings, job))

    return rows if _reads(data, file, findings, read) else None


def sheets_of(data: bytes, file: str, findings: Findings, job: Job) -> dict[str, list[list[str]]] | None:
    """Return the rows of every sheet by its name, read as in `rows_of`.

    Remarks on rows name the sheet in place of the file: in a kit that is one workbook, each sheet replaces
    one CSV file.
    """
    rows_by_sheet: dict[str, list[list[str]]] = {}

    def read(books: tuple["Workbook", "Workbook"]) -> None:
        for sheet in books[0].worksheets:
            rows_by_sheet[sheet.title] = _rows(books, sheet.title, sheet.title, findings, job)

    return rows_by_sheet if _reads(data, file, findings, read) else None


def _reads(
    data: bytes, file: str, findings: Findings, read: Callable[[tuple["Workbook", "Workbook"]], None]
) -> bool:
    """Check a workbook and call `read` with the two from `_both`; return False after adding an error."""
    try:
        _check(data)
        with _both(data) as books:
            read(books)
    except _Refused as refused:
        findings.error(file, 0, "", "", refused.code, refused.detail)
        return False
    except (HrdDeskError, Cancelled, MemoryError):
        raise
    except Exception:  # noqa: BLE001  what a library raises on a broken file is anything at all
        findings.error(file, 0, "", "", RemarkCode.BROKEN_WORKBOOK)
        return False
    return True


def _check(data: bytes) -> None:
    """Refuse a workbook that is damaged, encrypted or too large unpacked, or that contains a DOCTYPE or
    ENTITY declaration.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise _Refused(RemarkCode.BROKEN_WORKBOOK) from None
    with archive:
        parts = archive.infolist()
        names = [part.filename for part in parts]
        if len(parts) > MOST_PARTS or len(set(names)) < len(names):
            raise _Refused(RemarkCode.BROKEN_WORKBOOK)
        if any(part.flag_bits & 1 for part in parts):
            raise _Refused(RemarkCode.SEALED_WORKBOOK)
        bytes_left = MOST_UNPACKED
        for part in parts:
            # Pictures and macros too: a workbook may call any of its parts a sheet.
            bytes_left = _read_through(archive, part, bytes_left)


def _read_through(archive: zipfile.ZipFile, part: zipfile.ZipInfo, bytes_left: int) -> int:
    """Unpack a file of the workbook without keeping it; return the number of bytes that remain allowed.

    The size in the ZIP header is ignored. Raise _Refused if the limit is exceeded or a DOCTYPE or ENTITY is
    declared.
    """
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            bytes_left -= len(chunk)
            if bytes_left < 0:
                raise _Refused(RemarkCode.UNPACKS_TOO_LARGE, MOST_UNPACKED // (1024 * 1024))
            seen = tail + chunk
            if _DECLARES.search(seen) or _DECLARES.search(seen.replace(b"\0", b"")):
                raise _Refused(RemarkCode.BROKEN_WORKBOOK)
            tail = seen[-64:]
    return bytes_left


def _open(data: bytes, *, values: bool) -> "Workbook":
    from openpyxl import load_workbook  # 0.2 s: only when a workbook is read

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it leaves out, which is what we want
        return load_workbook(
            io.BytesIO(data), read_only=True, data_only=values, keep_links=False, keep_vba=False
        )


@contextmanager
def _both(data: bytes) -> Iterator[tuple["Workbook", "Workbook"]]:
    """Open a workbook twice: with the last results of its formulas, and with the formulas themselves."""
    computed, written = _open(data, values=True), _open(data, values=False)
    try:
        yield computed, written
    finally:
        computed.close()
        written.close()


def _rows(
    books: tuple["Workbook", "Workbook"], name: str, file: str, findings: Findings, job: Job
) -> list[list[str]]:
    sheets = [book[name] for book in books]
    for each in sheets:
        each.reset_dimensions()  # what a sheet claims about its size is not believed
    rows: list[list[str]] = []
    cells = 0
    for number, (row, formulas) in enumerate(zip(*(each.iter_rows() for each in sheets), strict=True), 1):
        job.step(number, 0)
        cells += len(row)
        if number > MOST_ROWS or cells > MOST_CELLS:
            raise _Refused(RemarkCode.TOO_MANY_ROWS, f"{MOST_ROWS:,}")
        rows.append(list(_texts(row, formulas, (file, number), findings)))
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _sheet(book: "Workbook", file: str, findings: Findings, sheet_name: str) -> str | None:
    """Return the name of the sheet to read, and add a warning for every other sheet that is not empty."""
    names = [sheet.title for sheet in book.worksheets]
    if sheet_name and sheet_name not in names:
        raise _Refused(RemarkCode.NO_SUCH_SHEET, ", ".join(names))
    filled = {name: count for name in names if (count := _filled_rows(book, name))}
    chosen = sheet_name or next(iter(filled), None)
    for name, count in filled.items():
        if name != chosen:
            findings.warn(file, 0, "", name, RemarkCode.SHEET_NOT_READ, max(1, count - 1))
    return chosen


def _filled_rows(book: "Workbook", name: str) -> int:
    """Return the number of rows of a sheet that are not empty, including the header row."""
    sheet = book[name]
    sheet.reset_dimensions()
    rows = islice(sheet.iter_rows(values_only=True), MOST_ROWS + 1)
    return sum(any(value not in (None, "") for value in row) for row in rows)


def _texts(
    row: tuple[Any, ...], formulas: tuple[Any, ...], where: tuple[str, int], findings: Findings
) -> Iterator[str]:
    for index, cell in enumerate(row):
        value, column = cell.value, f"{letters(index)}{where[1]}"
        if index < len(formulas) and formulas[index].data_type == "f":
            # The formula itself is not repeated: it may be what somebody hides in a table.
            findings.warn(*where, column, "" if value is None else str(value), RemarkCode.FORMULA)
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= _SAFE_INTEGER:
            findings.warn(*where, column, _number(value), RemarkCode.DIGITS_LOST)
        yield _text(value, str(getattr(cell, "number_format", "") or ""))[: LONGEST_CELL + 1]


def _text(value: object, number_format: str) -> str:
    """Return a cell as shown to the user; dates in ISO 8601, at most as precise as shown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        day = _day(value.date(), number_format)
        has_time = value.time() != time() and day.count("-") == 2
        return f"{day} {value.time().isoformat('minutes')}" if has_time else day
    if isinstance(value, date):
        return _day(value, number_format)
    return _WRITTEN.sub(lambda match: chr(int(match[1], 16)), str(value))


def _day(day: date, number_format: str) -> str:
    """Return the date with the precision that the cell shows.

    A spreadsheet stores a typed 2020-02 as 1 February and shows Feb-20.
    """
    plain = re.sub(r'"[^"]*+"?|\\.|\[[^\]]*+\]?', "", number_format).casefold()
    if not any(sign in plain for sign in "dmy日月年") or "general" in plain:
        return day.isoformat()
    if "d" in plain or "日" in plain:
        return day.isoformat()
    return day.isoformat()[:7] if "m" in plain or "月" in plain else day.isoformat()[:4]


def _number(value: float) -> str:
    """Return a number as text, whole numbers without the `.0`, as a spreadsheet shows them."""
    return str(int(value)) if float(value).is_integer() and abs(value) < 10**21 else repr(value)


def letters(index: int) -> str:
    """Return the letters of the column with this index, counted from 0."""
    name, number = "", index + 1
    while number:
        number, digit = divmod(number - 1, 26)
        name = chr(ord("A") + digit) + name
    return name
