"""Import by the window: what it would do is shown first; then all of it or nothing; then its undo."""

import shutil
from pathlib import Path

import pytest

from hrddesk.actions import cases
from hrddesk.interop.findings import Code, Finding
from hrddesk.paths import resources
from hrddesk.records.kinds import Kind
from hrddesk_ui.views.import_findings import in_words
from hrddesk_ui.views.import_view import ImportView
from tests.ui.casework import change, key, page, stored, type_
from tests.ui.driver import Driver
from tests.ui.texts import tables


def lines(view: ImportView) -> list[str]:
    return [view.report.item(row).text() for row in range(view.report.count())]


def test_the_sample_is_shown_imported_and_taken_back(desk: Driver) -> None:
    desk.click(page(desk).import_button)
    view = page(desk).importing
    assert view.path.field.hasFocus()
    desk.shot("import-begin")
    type_(desk, str(resources() / "sample"))
    key(desk, "Return")
    desk.until(lambda: view.report.count() > 0)
    assert tables.WOULD_ADD in view.summary.text()
    assert stored(desk, Kind.PARTY) == 0  # nothing yet
    desk.shot("import-report")
    assert view.import_button.hasFocus()
    key(desk, "Space")
    desk.until(lambda: tables.IMPORTED in view.summary.text())
    assert tables.WERE_ADDED in view.summary.text()
    people, events = stored(desk, Kind.PARTY), stored(desk, Kind.EVENT)
    assert people > 20
    assert events > 50
    assert page(desk).model.rowCount() > 0
    desk.shot("import-done")
    desk.click(view.undo_button)
    desk.until(lambda: tables.IMPORT_UNDONE in view.summary.text())
    assert stored(desk, Kind.PARTY) == stored(desk, Kind.EVENT) == page(desk).model.rowCount() == 0
    key(desk, "Escape")
    assert not view.isVisible()


def test_the_same_again_changes_nothing(desk: Driver) -> None:
    page(desk).start_import()
    view = page(desk).importing
    type_(desk, str(resources() / "sample"))
    key(desk, "Return")
    desk.until(lambda: view.import_button.isEnabled())
    key(desk, "Space")
    desk.until(lambda: tables.IMPORTED in view.summary.text())
    desk.click(view.check_button)
    desk.until(lambda: tables.NOTHING_WOULD_CHANGE in view.summary.text())
    assert tables.ONLY_KNOWN_ROWS in view.summary.text()
    assert "(s)" not in view.summary.text()
    assert not view.import_button.isEnabled()
    desk.click(view.close_button)
    desk.listed()
    assert page(desk).case.isVisible()
    for row in range(0, page(desk).model.rowCount(), 5):
        page(desk).table.selectRow(row)
        desk.shot(f"sample-{row}")


def test_rows_with_errors_are_listed_and_nothing_is_imported(desk: Driver, tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    shutil.copytree(resources() / "sample", kit)
    parties = (kit / "parties.csv").read_text("utf-8").splitlines()
    (kit / "parties.csv").write_text("\n".join([*parties, parties[1]]), "utf-8")
    page(desk).start_import()
    view = page(desk).importing
    type_(desk, str(kit))
    key(desk, "Return")
    desk.until(lambda: view.report.count() > 0)
    assert tables.ROWS_REFUSED in view.summary.text()
    assert any(tables.KEY_REPEATED in line for line in lines(view))
    assert not view.import_button.isEnabled()
    desk.shot("import-errors")
    view.path.field.setFocus()
    key(desk, "End")
    key(desk, "Backspace")
    assert view.report.count() == 0  # what was shown is not what would be imported now
    key(desk, "Return")
    desk.until(lambda: tables.TABLE_UNREADABLE in view.summary.text())
    assert stored(desk, Kind.PARTY) == 0


def test_an_import_is_taken_back_after_its_pane_was_closed(desk: Driver) -> None:
    page(desk).start_import()
    view = page(desk).importing
    assert view.past.nothing.isVisible()
    type_(desk, str(resources() / "sample"))
    key(desk, "Return")
    desk.until(lambda: view.import_button.isEnabled())
    key(desk, "Space")
    desk.until(lambda: tables.IMPORTED in view.summary.text())
    desk.click(view.close_button)
    desk.page("people")
    desk.page("cases")
    desk.click(page(desk).import_button)
    past = view.past
    assert past.list.count() == 1
    assert "sample" in past.list.item(0).text()
    desk.shot("import-past")
    desk.click(past.undo_button)
    assert tables.UNDO_IMPORT in past.confirm.question
    assert past.confirm.no.hasFocus()
    assert stored(desk, Kind.CASE) == 15
    desk.click(past.confirm.yes)
    desk.until(lambda: tables.IMPORT_UNDONE in desk.window.message_bar.text)
    assert stored(desk, Kind.PARTY) == stored(desk, Kind.CASE) == 0
    assert past.list.item(0).text().endswith(tables.IMPORT_UNDONE)
    assert not past.undo_button.isEnabled()
    desk.shot("import-past-undone")


def test_an_import_that_was_built_upon_cannot_be_taken_back(desk: Driver) -> None:
    page(desk).start_import()
    view = page(desk).importing
    type_(desk, str(resources() / "sample"))
    key(desk, "Return")
    desk.until(lambda: view.import_button.isEnabled())
    key(desk, "Space")
    desk.until(lambda: tables.IMPORTED in view.summary.text())
    assert desk.window.desk is not None
    case = desk.window.desk.reader.ids(Kind.CASE)[0]
    change(desk, lambda session: cases.edit(session, case, {"note": "written since"}))
    page(desk).start_import()
    desk.click(view.past.undo_button)
    desk.click(view.past.confirm.yes)
    desk.until(lambda: tables.IMPORT_NOT_UNDONE in view.past.trouble.text())
    assert view.past.undo_button.isEnabled()
    assert stored(desk, Kind.CASE) == 15


def test_no_folder_chosen(desk: Driver) -> None:
    page(desk).start_import()
    view = page(desk).importing
    desk.click(view.check_button)
    assert tables.NOTHING_CHOSEN in view.summary.text()
    assert view.path.field.hasFocus()


def test_real_rows_come_in_by_the_window(desk: Driver, shared: Path) -> None:
    page(desk).start_import()
    view = page(desk).importing
    type_(desk, str(shared / "data" / "report2020"))
    key(desk, "Return")
    desk.until(lambda: view.import_button.isEnabled())
    key(desk, "Space")
    desk.until(lambda: tables.IMPORTED in view.summary.text())
    assert (stored(desk, Kind.PARTY), stored(desk, Kind.EVENT)) == (74, 137)
    assert (stored(desk, Kind.RELATION), stored(desk, Kind.FIGURE)) == (8, 20)


@pytest.mark.parametrize("code", list(Code))
def test_every_remark_has_words_and_repeats_its_detail(code: Code) -> None:
    words = in_words(Finding("events.csv", 2, "date", "x", code, "12"))
    assert words
    assert "{" not in words
    assert ("12" in words) == ("{detail}" in code.value)
