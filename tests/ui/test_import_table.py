"""Demand 11 by the window: a table's columns get fields, are shown, imported, remembered and taken back."""

from pathlib import Path

from openpyxl import Workbook
from PySide6.QtWidgets import QTableWidget

from hrddesk.actions import mappings
from hrddesk.records.kinds import Kind
from tests.ui.casework import key, page, stored, type_
from tests.ui.driver import Driver
from tests.ui.test_import_page import lines
from tests.ui.texts import tables

TABLE = "Wer,Geboren,Arrest date,Farbe\n籍朔,1954-02-29,3/7/2021,blau\nPang Suhe,1970,14/7/2021,rot\n"


def _table(folder: Path, text: str = TABLE) -> Path:
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def _cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


def _replace(desk: Driver, words: str) -> None:
    """Type a field in place of the one that is shown, and leave it."""
    key(desk, "Ctrl+A")
    type_(desk, words)
    key(desk, "Return")
    key(desk, "Tab")


def test_columns_are_chosen_by_keyboard_shown_imported_and_remembered(desk: Driver, tmp_path: Path) -> None:
    path = _table(tmp_path)
    page(desk).start_import()
    view = page(desk).importing
    type_(desk, str(path))
    key(desk, "Return")
    desk.until(lambda: view.columns.isVisible())
    columns = view.columns
    assert columns.table.hasFocus()
    assert [_cell(columns.table, row, 2) for row in range(4)] == [
        "Person: Note", "Person: Note", "Event: Date", "Person: Note",
    ]  # fmt: skip
    assert _cell(columns.table, 0, 1) == "籍朔; Pang Suhe"
    desk.shot("import-columns")
    key(desk, "Return")  # to the field of the first column
    assert columns.field.hasFocus()
    _replace(desk, "person: name")
    assert _cell(columns.table, 0, 2) == "Person: Name"
    desk.click(columns.is_key)
    assert _cell(columns.table, 0, 3) == "✓"
    columns.table.setFocus()
    key(desk, "Down")
    key(desk, "Return")
    _replace(desk, "born")
    columns.table.setFocus()
    key(desk, "Down")
    assert columns.order.isVisible()
    assert columns.order.currentData() == "dmy"
    columns.event_type.setFocus()
    type_(desk, "Detained")
    key(desk, "Tab")
    desk.fill(columns.name, "Freunde")
    desk.click(view.check_button)
    desk.until(lambda: view.report.isVisible())
    assert stored(desk, Kind.PARTY) == 0
    assert tables.N_WOULD_BE_ADDED.format(6) in view.summary.text()
    assert any("people.csv, row 2, Geboren “1954-02-29”" in line for line in lines(view))
    desk.shot("import-table-report")
    key(desk, "Space")
    desk.until(lambda: tables.IMPORTED in view.summary.text())
    assert stored(desk, Kind.PARTY) == stored(desk, Kind.CASE) == stored(desk, Kind.EVENT) == 2
    (event, _) = desk.frame.desk.reader.all(Kind.EVENT)
    assert (event.text("type"), event.text("date")) == ("detained", "2021-07-03")
    assert mappings.find(desk.frame.desk.reader, "freunde").keys == ("Wer",)
    desk.click(view.check_button)  # the same again, by the mapping that is remembered
    desk.until(lambda: tables.NOTHING_WOULD_CHANGE in view.summary.text())
    desk.shot("import-table-again")


def test_a_known_header_goes_straight_to_the_report_and_its_columns_can_be_changed(
    desk: Driver, shared: Path
) -> None:
    page(desk).start_import()
    view = page(desk).importing
    type_(desk, str(shared / "data" / "prisoner-list" / "list-300.csv"))
    key(desk, "Return")
    desk.until(lambda: view.report.isVisible())
    assert tables.N_ROWS_READ.format(300) in view.summary.text()
    desk.shot("import-prisoner-list")
    desk.click(view.columns_button)
    assert view.columns.isVisible()
    assert view.columns.table.rowCount() == 7
    assert view.columns.name.text() == "prisoner-list"
    desk.shot("import-prisoner-columns")
    view.columns.table.setCurrentCell(6, 0)
    desk.window.resize(683, 384)  # 1366x768 at 200 %
    page(desk).panes.open_detail()
    desk.shot("import-prisoner-columns-small")
    desk.window.resize(1366, 768)
    desk.until(lambda: view.check_button.isVisible())
    desk.click(view.check_button)
    desk.until(lambda: view.report.isVisible())
    assert stored(desk, Kind.PARTY) == 0


def test_two_columns_for_one_field_are_refused_in_words(desk: Driver, tmp_path: Path) -> None:
    page(desk).start_import()
    view = page(desk).importing
    type_(desk, str(_table(tmp_path)))
    key(desk, "Return")
    desk.until(lambda: view.columns.isVisible())
    for _ in range(2):
        key(desk, "Return")
        _replace(desk, "Person: Born")
        view.columns.table.setFocus()
        key(desk, "Down")
    desk.click(view.check_button)
    assert tables.FIELD_TWICE in view.summary.text()
    assert view.columns.isVisible()


def test_a_workbook_that_is_broken_is_said_in_the_report(desk: Driver, tmp_path: Path) -> None:
    book = Workbook()
    book.save(tmp_path / "empty.xlsx")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    page(desk).start_import()
    view = page(desk).importing
    for name, words in (("broken", tables.NO_WORKBOOK), ("empty", tables.EMPTY_TABLE)):
        desk.fill(view.path.field, str(tmp_path / f"{name}.xlsx"))
        key(desk, "Return")
        desk.until(lambda: view.report.isVisible() and view.report.count() == 1)
        assert words in lines(view)[0]
        assert not view.import_button.isEnabled()


def test_another_sheet_of_a_workbook_is_chosen(desk: Driver, tmp_path: Path) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("Second")
    assert first is not None
    for sheet, name in ((first, "Ji Shuo"), (second, "Pang Suhe")):
        sheet.append(["Name"])
        sheet.append([name])
    book.save(tmp_path / "people.xlsx")
    page(desk).start_import()
    view = page(desk).importing
    assert not view.sheet.isVisible()
    type_(desk, str(tmp_path / "people.xlsx"))
    key(desk, "Return")
    desk.until(lambda: view.columns.isVisible())
    assert _cell(view.columns.table, 0, 1) == "Ji Shuo"
    assert view.sheet.isVisible()
    view.sheet.setFocus()
    desk.pick("Down")
    desk.until(lambda: view.columns.isVisible() and _cell(view.columns.table, 0, 1) == "Pang Suhe")
    desk.shot("import-sheet")
    desk.click(view.check_button)
    desk.until(lambda: view.partly.isVisible())
    assert tables.ONE_ROW_OF_OTHER_SHEETS.format(1) in view.summary.text()
    assert not view.import_button.isEnabled()  # who is on the first sheet would be left out: that needs a yes
    desk.shot("import-partly")
    desk.until(view.partly.hasFocus)
    key(desk, "Space")
    desk.until(lambda: view.import_button.isEnabled())
    desk.click(view.import_button)
    desk.until(lambda: tables.IMPORTED in view.summary.text())
    (party,) = desk.frame.desk.reader.all(Kind.PARTY)
    assert party.values("names")[0]["name"] == "Pang Suhe"
