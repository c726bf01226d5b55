"""Import by the window: what it would do is shown first; then all of it or nothing; then its undo."""

import shutil
from pathlib import Path

import pytest

from hrddesk.actions.records import cases
from hrddesk.interop.formats.findings import Remark, RemarkCode
from hrddesk.records.model.kinds import Kind
from hrddesk.system.paths import resources
from hrddesk_ui.transfer.import_findings import in_words
from tests.ui.casework import change, key, stored
from tests.ui.driver import Driver
from tests.ui.page_objects.records import CasesPage
from tests.ui.page_objects.tables import ImportPane
from tests.ui.texts import tables


def test_the_sample_is_shown_imported_and_taken_back(desk: Driver) -> None:
    pane = ImportPane(desk)
    pane.click_import()
    assert pane.path.has_keyboard
    desk.shot("import-begin")
    pane.choose(str(resources() / "sample"))
    desk.until(lambda: pane.report != [])
    assert tables.WOULD_ADD in pane.summary
    assert stored(desk, Kind.PARTY) == 0  # nothing yet
    desk.shot("import-report")
    assert pane.view.import_button.hasFocus()
    key(desk, "Space")
    desk.until(lambda: tables.IMPORTED in pane.summary)
    assert tables.WERE_ADDED in pane.summary
    people, events = stored(desk, Kind.PARTY), stored(desk, Kind.EVENT)
    assert people > 20
    assert events > 50
    assert CasesPage(desk).listed != []
    desk.shot("import-done")
    pane.undo()
    desk.until(lambda: tables.IMPORT_UNDONE in pane.summary)
    assert stored(desk, Kind.PARTY) == stored(desk, Kind.EVENT) == len(CasesPage(desk).listed) == 0
    key(desk, "Escape")
    assert not pane.view.isVisible()


def test_the_same_again_changes_nothing(desk: Driver) -> None:
    pane = ImportPane(desk)
    pane.open()
    pane.choose(str(resources() / "sample"))
    pane.import_by_key()
    desk.until(lambda: tables.IMPORTED in pane.summary)
    pane.check()
    desk.until(lambda: tables.NOTHING_WOULD_CHANGE in pane.summary)
    assert tables.ONLY_KNOWN_ROWS in pane.summary
    assert "(s)" not in pane.summary
    assert not pane.can_import
    pane.close()
    desk.listed()
    assert CasesPage(desk).shows_case
    for row in range(0, len(CasesPage(desk).listed), 5):
        CasesPage(desk).view.table.selectRow(row)
        desk.shot(f"sample-{row}")


def test_rows_with_errors_are_listed_and_nothing_is_imported(desk: Driver, tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    shutil.copytree(resources() / "sample", kit)
    parties = (kit / "parties.csv").read_text("utf-8").splitlines()
    (kit / "parties.csv").write_text("\n".join([*parties, parties[1]]), "utf-8")
    pane = ImportPane(desk)
    pane.open()
    pane.choose(str(kit))
    desk.until(lambda: pane.report != [])
    assert tables.ROWS_REFUSED in pane.summary
    assert any(tables.KEY_REPEATED in line for line in pane.report)
    assert not pane.can_import
    desk.shot("import-errors")
    pane.path.enter()
    key(desk, "End")
    key(desk, "Backspace")
    assert pane.report == []  # what was shown is not what would be imported now
    key(desk, "Return")
    desk.until(lambda: tables.TABLE_UNREADABLE in pane.summary)
    assert stored(desk, Kind.PARTY) == 0


def test_an_import_is_taken_back_after_its_pane_was_closed(desk: Driver) -> None:
    pane = ImportPane(desk)
    pane.open()
    assert pane.past.says_nothing_was_imported
    pane.choose(str(resources() / "sample"))
    pane.import_by_key()
    desk.until(lambda: tables.IMPORTED in pane.summary)
    pane.close()
    desk.page("people")
    desk.page("cases")
    pane.click_import()
    past = pane.past
    assert len(past.rows) == 1
    assert "sample" in past.rows[0]
    desk.shot("import-past")
    past.undo()
    assert tables.UNDO_IMPORT in past.question
    assert past.no_has_keyboard
    assert stored(desk, Kind.CASE) == 15
    past.confirm()
    desk.until(lambda: tables.IMPORT_UNDONE in desk.window.message_bar.text)
    assert stored(desk, Kind.PARTY) == stored(desk, Kind.CASE) == 0
    assert past.rows[0].endswith(tables.IMPORT_UNDONE)
    assert not past.can_undo
    desk.shot("import-past-undone")


def test_an_import_that_was_built_upon_cannot_be_taken_back(desk: Driver) -> None:
    pane = ImportPane(desk)
    pane.open()
    pane.choose(str(resources() / "sample"))
    pane.import_by_key()
    desk.until(lambda: tables.IMPORTED in pane.summary)
    assert desk.window.desk is not None
    case = desk.window.desk.reader.ids(Kind.CASE)[0]
    change(desk, lambda session: cases.edit(session, case, {"note": "written since"}))
    pane.open()
    pane.past.undo()
    pane.past.confirm()
    desk.until(lambda: tables.IMPORT_NOT_UNDONE in pane.past.trouble)
    assert pane.past.can_undo
    assert stored(desk, Kind.CASE) == 15


def test_no_folder_chosen(desk: Driver) -> None:
    pane = ImportPane(desk)
    pane.open()
    pane.check()
    assert tables.NOTHING_CHOSEN in pane.summary
    assert pane.path.has_keyboard


def test_real_rows_come_in_by_the_window(desk: Driver, shared: Path) -> None:
    pane = ImportPane(desk)
    pane.open()
    pane.choose(str(shared / "data" / "report2020"))
    pane.import_by_key()
    desk.until(lambda: tables.IMPORTED in pane.summary)
    assert (stored(desk, Kind.PARTY), stored(desk, Kind.EVENT)) == (74, 137)
    assert (stored(desk, Kind.RELATION), stored(desk, Kind.FIGURE)) == (8, 20)


@pytest.mark.parametrize("code", list(RemarkCode))
def test_every_remark_has_words_and_repeats_its_detail(code: RemarkCode) -> None:
    words = in_words(Remark(file="events.csv", row=2, column="date", value="x", code=code, detail="12"))
    assert words
    assert "{" not in words
    assert ("12" in words) == ("{detail}" in code.value)
