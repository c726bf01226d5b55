"""CSV files of any make are read or refused by row and column; what is written comes back exactly."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.interop.formats import csv_tables
from hrddesk.interop.formats.csv_tables import CsvTable
from hrddesk.interop.formats.findings import SHOWN, Findings, Remark, RemarkCode, by_row


def _read(folder: Path, data: bytes, keys: tuple[str, ...] = ("party",)) -> tuple[CsvTable | None, Findings]:
    path, found = folder / "x.csv", Findings()
    path.write_bytes(data)
    return csv_tables.read(path, "parties.csv", keys, found), found


def _codes(found: Findings) -> list[tuple[int, str, RemarkCode]]:
    return [(f.row, f.column, f.code) for f in found.errors]


@pytest.mark.parametrize(
    "data",
    [
        b"party,names\r\np1,Mai\r\n",
        b"\xef\xbb\xbfparty,names\r\np1,Mai\r\n",
        b"party;names\np1;Mai\n",
        b"party\tnames\rp1\tMai",
        b" Party , NAMES \np1,Mai\n",
        b'"party","names"\n"p1","Mai"\n',
        b"party,names,,\np1,Mai,,\n,,,\n\n  ,\n",
        b"names,party\nMai,p1\n",
        b"party,names\np1,Mai,,,\n",
    ],
)
def test_what_spreadsheets_write(tmp_path: Path, data: bytes) -> None:
    table, found = _read(tmp_path, data)
    assert table is not None
    assert sorted(table.columns) == ["names", "party"]
    assert [(row.number, row["party"], row["names"], row["other"]) for row in table.rows] == [
        (2, "p1", "Mai", "")
    ]
    assert found == Findings()


def test_rows_are_counted_as_a_spreadsheet_does(tmp_path: Path) -> None:
    table, _ = _read(tmp_path, b'party,note\n\np1,"two\nlines"\n\np2,\n')
    assert table is not None
    assert [row.number for row in table.rows] == [3, 5]
    assert table.rows[0]["note"] == "two\nlines"


def test_a_short_row_has_empty_cells(tmp_path: Path) -> None:
    table, found = _read(tmp_path, b"party,names,age\np1\n")
    assert table is not None
    assert table.rows[0]["age"] == ""
    assert found.errors == []


@pytest.mark.parametrize(
    ("data", "errors"),
    [
        (b"", [(1, "", RemarkCode.NO_HEADER)]),
        (b"\n", [(1, "", RemarkCode.NO_HEADER)]),
        (b"p1,Mai\n", [(1, "", RemarkCode.NO_HEADER)]),
        (b"\xff\xfep\x00a\x00", [(0, "", RemarkCode.NOT_UTF8)]),
        (b"\xfe\xff\x00p", [(0, "", RemarkCode.NOT_UTF8)]),
        (b"PK\x03\x04....", [(0, "", RemarkCode.NOT_UTF8)]),
        ("party,names\np1,籍朔\n".encode("gb18030"), [(2, "", RemarkCode.NOT_UTF8)]),
        (b"party,names\np1,\xed\xa0\x80\n", [(2, "", RemarkCode.NOT_UTF8)]),
        (b"party,names\rp0,Mai\rp1,\xe9\r", [(3, "", RemarkCode.NOT_UTF8)]),
        (b'party,names\np1,"Mai\n', [(2, "", RemarkCode.BROKEN_CSV)]),
        (b'party,names\np1,"Mai"x\n', [(2, "", RemarkCode.BROKEN_CSV)]),
        (b"party,names\np1,M\x00ai\n", [(2, "names", RemarkCode.NUL_CHARACTER)]),
        (b"party,names,names\np1,a,b\n", [(1, "names", RemarkCode.DUPLICATE_COLUMN)]),
        (b"party,names\np1,a,b,c\n", [(2, "", RemarkCode.TOO_MANY_CELLS)]),
        (b"party,names\np1," + b"x" * (1 << 20) + b"\n", [(2, "names", RemarkCode.TOO_LONG)]),
        (b"party,note\np1," + b"x" * (1 << 20) + b"\n", [(2, "note", RemarkCode.TOO_LONG)]),
        (b"party,note\np1," + b"x" * 999_999 + b"\n", []),
        (b"party,names\np1," + b"x" * 4_000 + b"\n", []),
    ],
)
def test_hostile_files(tmp_path: Path, data: bytes, errors: list[tuple[int, str, RemarkCode]]) -> None:
    limit = csv.field_size_limit()
    _, found = _read(tmp_path, data)
    assert _codes(found) == errors
    assert csv.field_size_limit() == limit
    for finding in found.errors:
        assert "{" not in finding.message
        finding.to_json()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_tables, "MOST_MIB", 0)
    table, found = _read(tmp_path, b"party\n")
    assert table is None
    assert _codes(found) == [(0, "", RemarkCode.FILE_TOO_LARGE)]


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(st.lists(st.tuples(CELL, CELL), max_size=8))
def test_cells_come_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    table, found = _read(tmp_path_factory.mktemp("t"), csv_tables.write(("party", "note"), filled))
    assert table is not None
    assert found == Findings()
    assert [(row["party"], row["note"]) for row in table.rows] == filled


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    for start in (b"", b"party,names\n"):
        table, found = _read(tmp_path_factory.mktemp("t"), start + data)
        assert table is not None or found.errors


def test_a_report_repeats_only_the_beginning_of_a_cell() -> None:
    found = Findings()
    found.error("parties.csv", 2, "names", "\0\ud800" + "x" * 1000, RemarkCode.TOO_LONG, 5)
    shown = found.errors[0].to_json()
    assert shown["value"] == "\ufffd?" + "x" * (SHOWN - 2) + "…"
    assert shown["message"] == "it is longer than 5 characters"
    assert shown["code"] == "too-long"
    assert shown["row"] == 2


def test_remarks_are_sorted_by_file_and_row() -> None:
    remarks = [
        Remark(file=file, row=row, column="", value="", code=RemarkCode.NO_CASE)
        for file, row in (("z.csv", 1), ("events.csv", 9), ("events.csv", 2), ("parties.csv", 5))
    ]
    assert [(f.file, f.row) for f in by_row(remarks, ("parties.csv", "events.csv"))] == [
        ("parties.csv", 5),
        ("events.csv", 2),
        ("events.csv", 9),
        ("z.csv", 1),
    ]
