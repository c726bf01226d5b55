"""Demand 11 by the window: a table's columns get fields, are shown, imported, remembered and taken back."""

from pathlib import Path

from openpyxl import Workbook

from hrddesk.actions.interop import mappings
from hrddesk.records.model.kinds import Kind
from tests.ui.casework import key, list_is_there, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.records import CasesPage
from tests.ui.page_objects.tables import ImportPane
from tests.ui.texts import records, tables

TABLE = "Wer,Geboren,Arrest date,Farbe\n籍朔,1954-02-29,3/7/2021,blau\nPang Suhe,1970,14/7/2021,rot\n"


def _table(folder: Path, text: str = TABLE) -> Path:
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def _replace(desk: Driver, words: str) -> None:
    """Type a field in place of the one that is shown, and leave it."""
    key(desk, "Ctrl+A")
    type_(desk, words)
    key(desk, "Return")
    key(desk, "Tab")


def test_columns_are_chosen_by_keyboard_shown_imported_and_remembered(desk: Driver, tmp_path: Path) -> None:
    path = _table(tmp_path)
    pane = ImportPane(desk)
    pane.open()
    pane.choose(str(path))
    desk.until(lambda: pane.shows_columns)
    columns = pane.columns
    assert columns.list_has_keyboard
    note, date = f"{records.PERSON}: {records.NOTE}", f"{records.EVENT}: {records.DATE}"
    assert [pane.columns.cell(row, 2) for row in range(4)] == [note, note, date, note]
    assert pane.columns.cell(0, 1) == "籍朔; Pang Suhe"
    desk.shot("import-columns")
    key(desk, "Return")  # to the field of the first column
    assert columns.field.has_keyboard
    name = f"{records.PERSON}: {records.NAME}"
    _replace(desk, name.lower())
    assert pane.columns.cell(0, 2) == name
    columns.tick_key()
    assert pane.columns.cell(0, 3) == "✓"
    columns.enter()
    key(desk, "Down")
    key(desk, "Return")
    _replace(desk, "born")
    columns.enter()
    key(desk, "Down")
    assert columns.day_order.is_visible
    assert columns.day_order.value == "dmy"
    columns.event_type.write("Detained")
    desk.until(list_is_there)
    key(desk, "Tab")
    desk.until(desk.window.isActiveWindow)
    columns.name.replace("Freunde")
    pane.check()
    desk.until(lambda: pane.shows_report)
    assert stored(desk, Kind.PARTY) == 0
    assert tables.N_WOULD_BE_ADDED.format(6) in pane.summary
    place = tables.LINE_OF_FILE.format("people.csv", 2)
    assert any(f"{place}, Geboren “1954-02-29”" in line for line in pane.report)
    desk.shot("import-table-report")
    key(desk, "Space")
    desk.until(lambda: tables.IMPORTED in pane.summary)
    assert stored(desk, Kind.PARTY) == stored(desk, Kind.CASE) == stored(desk, Kind.EVENT) == 2
    (event, _) = desk.frame.desk.reader.all(Kind.EVENT)
    assert (event.text("type"), event.text("date")) == ("detained", "2021-07-03")
    assert mappings.find(desk.frame.desk.reader, "freunde").keys == ("Wer",)
    pane.check()  # the same again, by the mapping that is remembered
    desk.until(lambda: tables.NOTHING_WOULD_CHANGE in pane.summary)
    desk.shot("import-table-again")


def test_a_known_header_goes_straight_to_the_report_and_its_columns_can_be_changed(
    desk: Driver, shared: Path
) -> None:
    pane = ImportPane(desk)
    pane.open()
    pane.choose(str(shared / "data" / "prisoner-list" / "list-300.csv"))
    desk.until(lambda: pane.shows_report)
    assert tables.N_ROWS_READ.format(300) in pane.summary
    desk.shot("import-prisoner-list")
    pane.show_columns()
    assert pane.shows_columns
    assert pane.columns.count == 7
    assert pane.columns.name.value == "prisoner-list"
    desk.shot("import-prisoner-columns")
    pane.columns.select(6)
    desk.window.resize(683, 384)  # 1366x768 at 200 %
    CasesPage(desk).view.panes.open_detail()
    desk.shot("import-prisoner-columns-small")
    desk.window.resize(1366, 768)
    desk.until(lambda: pane.can_check)
    pane.check()
    desk.until(lambda: pane.shows_report)
    assert stored(desk, Kind.PARTY) == 0


def test_two_columns_for_one_field_are_refused_in_words(desk: Driver, tmp_path: Path) -> None:
    pane = ImportPane(desk)
    pane.open()
    pane.choose(str(_table(tmp_path)))
    desk.until(lambda: pane.shows_columns)
    for _ in range(2):
        key(desk, "Return")
        _replace(desk, f"{records.PERSON}: {records.BORN}")
        pane.columns.enter()
        key(desk, "Down")
    pane.check()
    assert tables.FIELD_TWICE in pane.summary
    assert pane.shows_columns


def test_a_workbook_that_is_broken_is_said_in_the_report(desk: Driver, tmp_path: Path) -> None:
    book = Workbook()
    book.save(tmp_path / "empty.xlsx")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    pane = ImportPane(desk)
    pane.open()
    for name, words in (("broken", tables.NO_WORKBOOK), ("empty", tables.EMPTY_TABLE)):
        pane.path.replace(str(tmp_path / f"{name}.xlsx"))
        key(desk, "Return")
        desk.until(lambda: pane.shows_report and len(pane.report) == 1)
        assert words in pane.report[0]
        assert not pane.can_import


def test_another_sheet_of_a_workbook_is_chosen(desk: Driver, tmp_path: Path) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("Second")
    assert first is not None
    for sheet, name in ((first, "Ji Shuo"), (second, "Pang Suhe")):
        sheet.append(["Name"])
        sheet.append([name])
    book.save(tmp_path / "people.xlsx")
    pane = ImportPane(desk)
    pane.open()
    assert not pane.sheet.is_visible
    pane.choose(str(tmp_path / "people.xlsx"))
    desk.until(lambda: pane.shows_columns)
    assert pane.columns.cell(0, 1) == "Ji Shuo"
    assert ImportPane(desk).sheet.is_visible
    pane.sheet.enter()
    desk.pick("Down")
    desk.until(lambda: pane.shows_columns and pane.columns.cell(0, 1) == "Pang Suhe")
    desk.shot("import-sheet")
    pane.check()
    desk.until(lambda: pane.partly.is_visible)
    assert tables.ONE_ROW_OF_OTHER_SHEETS.format(1) in pane.summary
    assert not pane.can_import  # who is on the first sheet would be left out: that needs a yes
    desk.shot("import-partly")
    desk.until(lambda: pane.partly.has_keyboard)
    key(desk, "Space")
    desk.until(lambda: pane.can_import)
    pane.press_import()
    desk.until(lambda: tables.IMPORTED in pane.summary)
    (party,) = desk.frame.desk.reader.all(Kind.PARTY)
    assert party.values("names")[0]["name"] == "Pang Suhe"
