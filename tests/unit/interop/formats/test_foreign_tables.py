"""Tables as other programs and other countries write them."""

import codecs
from pathlib import Path

import pytest

from hrddesk.errors import FileUnreadable, UnknownFormat
from hrddesk.interop.formats import csv_tables, foreign_tables
from hrddesk.interop.formats.csv_tables import CsvTable
from hrddesk.interop.formats.findings import Findings
from hrddesk.system.jobs import silent

TEXT = "姓名,备注\n籍朔,=1+1\n"


def _read(tmp_path: Path, data: bytes) -> tuple[CsvTable | None, Findings]:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    found = Findings()
    return foreign_tables.read(path, found, silent()), found


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (TEXT.encode(), []),
        (TEXT.encode("utf-8-sig"), []),
        (TEXT.encode("utf-16"), []),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), []),
        (TEXT.encode("gb18030"), ["read-as-gb18030"]),
        (TEXT.replace(",", ";").encode(), []),
        (TEXT.replace(",", "\t").encode(), []),
        (TEXT.replace(",", "|").encode(), []),
        (("\n,\n" + TEXT).encode(), []),
    ],
)
def test_a_table_is_read_in_the_form_that_it_has(tmp_path: Path, data: bytes, codes: list[str]) -> None:
    table, found = _read(tmp_path, data)
    assert table is not None
    assert [dict(row.cells) for row in table.rows] == [{"姓名": "籍朔", "备注": "=1+1"}]
    assert [item.name for item in found.warnings] == codes


def test_an_apostrophe_before_a_formula_is_taken_away_and_no_other(tmp_path: Path) -> None:
    table, _ = _read(tmp_path, b"a,b\n'=1,'tis\n")
    assert table is not None
    assert dict(table.rows[0].cells) == {"a": "=1", "b": "'tis"}


def test_columns_without_a_name_or_with_the_same_are_numbered(tmp_path: Path) -> None:
    table, _ = _read(tmp_path, b"n,,n\n1,2,3,4,\n,,\n5\n")
    assert table is not None
    assert table.columns == ("n", "Column 2", "n (3)", "Column 4")
    assert [(row.number, list(row.cells.values())) for row in table.rows] == [
        (2, ["1", "2", "3", "4"]), (4, ["5"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no-columns"), (b"\n , \n", "no-columns"), (b"\xff\xff\xff\xff", "not-utf8"),
        (b'a,b\n"x,1\n', "broken-csv"), (b"," * 1200 + b"x", "too-many-columns"),
        (b"a\n" + b"x" * 1_000_001, "too-long"), (b"a" * 2000 + b"\nx\0", "nul-character"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_an_error_of_that_row(tmp_path: Path, data: bytes, code: str) -> None:
    _, found = _read(tmp_path, data)
    assert [item.name for item in found.errors] == [code]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_tables, "MOST_MIB", 0)
    table, found = _read(tmp_path, b"a\n1\n")
    assert (table, [item.name for item in found.errors]) == (None, ["file-too-large"])


def test_what_is_no_table_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat):
        _read(tmp_path, b"%PDF\0\0")
    with pytest.raises(FileUnreadable):
        foreign_tables.read(tmp_path / "none.csv", Findings(), silent())
    with pytest.raises(FileUnreadable):
        foreign_tables.read(tmp_path, Findings(), silent())
