"""Workbooks that we write: read back as they were, run by no spreadsheet, and silent about who wrote them."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from hrddesk.errors import TooLargeForWorkbook
from hrddesk.interop.formats import workbook, workbook_writing
from hrddesk.interop.formats.findings import Findings
from hrddesk.system.jobs import silent

_TRAPS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "＝1", "'=1", "''", "007", "2020-02", "1e5", " padded ",
    "a\r\nb", "a\rb", "a\nb", "_x0041_", "_x005F_x0041_", "\x01\x0b\x1f", "\ufffe", "<a>&amp;]]>",
    "𠮷", "ئا", "TRUE",
]  # fmt: skip


def _read(data: bytes) -> dict[str, list[list[str]]]:
    found = Findings()
    sheets = workbook.sheets_of(data, "kit.xlsx", found, silent())
    assert (found.errors, found.warnings) == ([], [])
    assert sheets is not None
    return sheets


def test_what_a_spreadsheet_would_run_comes_back_as_the_text_that_it_was() -> None:
    data = workbook_writing.write([("one", [["key"], *([trap] for trap in _TRAPS)]), ("two", [["a", "b"]])])
    assert _read(data) == {"one": [["key"], *([trap] for trap in _TRAPS)], "two": [["a", "b"]]}
    sheet = load_workbook(io.BytesIO(data))["one"]
    for row in sheet.iter_rows(min_row=2):
        assert (row[0].data_type, row[0].number_format, row[0].quotePrefix) == ("s", "@", True)


_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.lists(st.lists(_TEXTS, min_size=2, max_size=2)))
def test_any_text_comes_back(rows: list[list[str]]) -> None:
    for row in rows:
        row.append("end")  # empty cells and rows behind the last are not read
    assert _read(workbook_writing.write([("one", rows)])) == {"one": rows}


def test_numbers_are_numbers() -> None:
    data = workbook_writing.write([("one", [["count"], [12], [""], [3]])])
    sheet = load_workbook(io.BytesIO(data))["one"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [12, None, 3]


def test_nothing_says_who_wrote_it_or_when() -> None:
    data = workbook_writing.write([("one", [["a"]])])
    assert data == workbook_writing.write([("one", [["a"]])])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if name.startswith("docProps")]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_spreadsheets_would_cut_off_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    longest = "x" * workbook_writing.LONGEST_CELL
    assert _read(workbook_writing.write([("one", [["a"], [longest]])]))["one"][1] == [longest]
    with pytest.raises(TooLargeForWorkbook, match="sheet one, row 2"):
        workbook_writing.write([("one", [["a"], [longest + "x"]])])
    monkeypatch.setattr(workbook_writing, "MOST_ROWS", 2)
    with pytest.raises(TooLargeForWorkbook, match="row 3"):
        workbook_writing.write([("one", [["a"], ["b"], ["c"]])])
