"""Reports in the window: begun, written block by block, moved, refused, sent along."""

from hrddesk.actions.analysis import search
from hrddesk.actions.records import cases, reports
from hrddesk.records.model.kinds import BLOCKS, Kind
from hrddesk.records.model.record import RecordId
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, key, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.reports import ReportsPage, ReportsSentAlong
from tests.ui.texts import records

TITLE = "The river towns"


def written(desk: Driver, report: RecordId, part: str = "body") -> list[object]:
    return [block.get(part) for block in desk.frame.desk.reader.get(report).values(BLOCKS)]


def begun(desk: Driver, *bodies: str) -> RecordId:
    blocks = [{"kind": "text", "body": body, "state": "draft"} for body in bodies]
    change(desk, lambda session: reports.create(session, {"title": TITLE}, {BLOCKS: blocks}))
    (report,) = desk.frame.desk.reader.ids(Kind.REPORT)
    return report


def test_a_report_is_written_by_keys_and_mouse(desk: Driver) -> None:
    page = ReportsPage(desk).open()
    reader = desk.frame.desk.reader
    page.begin_report()
    type_(desk, TITLE)
    for words in ("one", "two"):
        page.add_block()
        type_(desk, words)
    desk.shot("report-new")
    desk.window.speak(WindowLanguage.CHINESE)
    desk.click(desk.frame.top.unsaved)
    key(desk, "Return")
    desk.until(page.view.form.isVisible)
    assert page.bodies == ["one", "two"]
    desk.shot("report-new-zh")
    key(desk, "Ctrl+S")
    desk.until(lambda: len(reader.ids(Kind.REPORT)) == 1)
    desk.settled()
    (report,) = reader.ids(Kind.REPORT)
    assert (reader.get(report).text("title"), written(desk, report)) == (TITLE, ["one", "two"])
    assert written(desk, report, "by") == [reader.setting("prefix")] * 2
    assert written(desk, report, "state") == ["draft"] * 2
    page.remove_report()
    desk.until(lambda: not reader.ids(Kind.REPORT))


def test_blocks_are_moved_changed_and_removed_and_keep_their_ids(desk: Driver) -> None:
    report = begun(desk, "one", "two", "three")
    before = desk.frame.desk.reader.get(report).lists[BLOCKS]
    page = ReportsPage(desk).show(report).open()
    desk.until(lambda: page.block_count == 3)
    assert not page.can_move_up()
    page.blocks.down.setFocus()
    for _ in range(3):  # once more than there is room for
        key(desk, "Space")
    assert not page.can_move_down()
    assert len(page.blocks.blocks()) == 3
    assert page.blocks.list.hasFocus()
    key(desk, "Home")
    key(desk, "Return")
    assert page.blocks.row.body.hasFocus()
    type_(desk, "still ")
    page.blocks.list.setFocus()
    key(desk, "Down")
    page.remove_block()
    assert page.bodies[1:] == ["one"]
    key(desk, "Ctrl+S")
    desk.until(lambda: len(written(desk, report)) == 2)
    after = desk.frame.desk.reader.get(report).lists[BLOCKS]
    assert set(after) < set(before)
    assert sorted(map(str, written(desk, report)))[0] == "one"
    (two,) = (key for key in after if "two" in str(after[key]["body"]))
    assert {**after[two], "body": "", "pos": 0} == {**before[two], "body": "", "pos": 0}


def test_what_a_colleague_wrote_meanwhile_stays(desk: Driver) -> None:
    report = begun(desk, "one", "two")
    page = ReportsPage(desk).show(report).open()
    desk.until(lambda: page.block_count == 2)
    page.blocks.row.body.setPlainText("one, by me")
    change(desk, lambda session: reports.edit_block(session, report, 2, {"body": "two, by her"}))
    page.save()
    desk.until(lambda: written(desk, report) == ["one, by me", "two, by her"])


def test_a_block_is_about_a_record_that_was_chosen(desk: Driver) -> None:
    change(desk, lambda session: cases.create(session, {"title": "Willow Lane"}))
    reader = desk.frame.desk.reader
    (case,) = reader.ids(Kind.CASE)
    report = begun(desk, "one")
    page = ReportsPage(desk).show(report).open()
    row = page.blocks.row
    row.about.setFocus()
    type_(desk, "willow")
    page.save()
    assert page.problem
    assert row.about.hasFocus()
    (choice,) = row._records.find(reader.get(case).text("ref"))
    assert [choice] == [each for each in row._records.find("willow") if each.id == case]
    row.about.set_choice(choice)
    row.about.edited.emit()
    page.save()
    desk.until(lambda: written(desk, report, "record") == [case])
    desk.settled()
    change(desk, lambda session: reports.edit_block(session, report, 1, {"body": "@ZZZZ-2026-0001"}))
    page.view.load()
    assert "ZZZZ-2026-0001" in page.problem


def test_a_report_is_found_and_opened(desk: Driver) -> None:
    report = begun(desk, "They left.", "Nobody came back from the mill.")
    desk.page("people")
    (hit,) = search.find(desk.frame.desk.reader, "the mill")
    page = ReportsPage(desk).show(report, hit.field, "the mill")
    assert page.page.isVisible()
    body = page.blocks.row.body
    assert (body.hasFocus(), body.textCursor().selectedText()) == (True, "the mill")
    assert page.current == report
    assert page.page.topic() == "reports"
    assert not page.page.open_record(RecordId("0" * 32))


def test_a_report_goes_along_when_it_is_chosen(desk: Driver) -> None:
    along = ReportsSentAlong(desk).open()
    assert not along.is_offered()
    report = begun(desk, "one")
    along.load()
    assert not along.chosen
    along.choose(1)
    for _ in range(2):
        assert along.chosen == [report]
        along.load()
    change(desk, lambda session: reports.create(session, {"title": "Beside"}))
    along.load()
    along.choose(3)
    assert set(along.chosen) == set(desk.frame.desk.reader.ids(Kind.REPORT))


def test_two_thousand_blocks_are_shown_at_once(desk: Driver) -> None:
    begun(desk, *(f"n{at}" for at in range(2_000)))
    page = ReportsPage(desk).open()
    page.focus_list()
    key(desk, "Home")
    desk.until(lambda: page.block_count == 2_000)
    page.move_down()
    assert page.bodies[:2] == ["n1", "n0"]


def test_a_block_that_was_moved_and_not_saved_does_not_undo_the_report(desk: Driver) -> None:
    report = begun(desk, "one", "two")
    page = ReportsPage(desk).show(report).open()
    desk.until(lambda: page.block_count == 2)
    desk.until(desk.frame.top.undo.isEnabled)
    page.move_down()
    for by_key in (True, False):
        desk.window.message_bar.move_on()
        if by_key:
            key(desk, "Ctrl+Z")
        else:
            desk.click(desk.frame.top.undo)
        desk.settled()
        assert records.NOT_SAVED in desk.window.message_bar.text
    assert written(desk, report) == ["one", "two"]
    assert page.bodies == ["two", "one"]
    key(desk, "Ctrl+S")
    desk.until(lambda: not page.has_changes())
    desk.settled()
    moved = desk.frame.desk.reader.get(report)
    desk.click(desk.frame.top.undo)
    desk.until(lambda: desk.frame.desk.reader.get(report) != moved)
