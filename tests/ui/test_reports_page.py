"""Reports in the window: begun, written block by block, moved, refused, sent along."""

from hrddesk.actions import cases, reports, search
from hrddesk.records.kinds import BLOCKS, Kind
from hrddesk.records.record import RecordId
from hrddesk_ui.translation import Language
from hrddesk_ui.views.handoff_view import HandoffView
from hrddesk_ui.views.reports_view import ReportList, ReportsView
from hrddesk_ui.widgets.blocks_edit import BlocksEdit
from tests.ui.casework import change, key, type_
from tests.ui.driver import Driver

TITLE = "The river towns"


def opened(desk: Driver) -> ReportList:
    page = desk.page("reports")
    assert isinstance(page, ReportsView)
    return page.reports


def blocks_of(view: ReportList) -> BlocksEdit:
    return view._form.blocks


def written(desk: Driver, report: RecordId, part: str = "body") -> list[object]:
    return [block.get(part) for block in desk.frame.desk.reader.get(report).values(BLOCKS)]


def begun(desk: Driver, *bodies: str) -> RecordId:
    blocks = [{"kind": "text", "body": body, "state": "draft"} for body in bodies]
    change(desk, lambda session: reports.create(session, {"title": TITLE}, {BLOCKS: blocks})[1])
    (made,) = desk.frame.desk.reader.ids(Kind.REPORT)
    return made


def test_a_report_is_written_by_keys_and_mouse(desk: Driver) -> None:
    view = opened(desk)
    reader = desk.frame.desk.reader
    desk.click(view.new_button)
    type_(desk, TITLE)
    blocks = blocks_of(view)
    for words in ("one", "two"):
        desk.click(blocks.add_button)
        type_(desk, words)
    desk.shot("report-new")
    desk.window.speak(Language.CHINESE)
    desk.click(desk.frame.top.unsaved)
    key(desk, "Return")
    again = desk.frame.page(ReportsView.name)
    assert isinstance(again, ReportsView)
    view = again.reports
    desk.until(view.form.isVisible)
    blocks = blocks_of(view)
    assert [block["body"] for block in blocks.blocks()] == ["one", "two"]
    desk.shot("report-new-zh")
    key(desk, "Ctrl+S")
    desk.until(lambda: len(reader.ids(Kind.REPORT)) == 1)
    desk.settled()
    (made,) = reader.ids(Kind.REPORT)
    assert (reader.get(made).text("title"), written(desk, made)) == (TITLE, ["one", "two"])
    assert written(desk, made, "by") == [reader.setting("prefix")] * 2
    assert written(desk, made, "state") == ["draft"] * 2
    desk.click(view.remove_button)
    desk.until(lambda: not reader.ids(Kind.REPORT))


def test_blocks_are_moved_changed_and_removed_and_keep_their_ids(desk: Driver) -> None:
    report = begun(desk, "one", "two", "three")
    before = desk.frame.desk.reader.get(report).lists[BLOCKS]
    desk.frame.show_record(report)
    view = opened(desk)
    blocks = blocks_of(view)
    desk.until(lambda: blocks.list.entries.rowCount() == 3)
    assert not blocks.up.isEnabled()
    blocks.down.setFocus()
    for _ in range(3):  # once more than there is room for
        key(desk, "Space")
    assert not blocks.down.isEnabled()
    assert len(blocks.blocks()) == 3
    assert blocks.list.hasFocus()
    key(desk, "Home")
    key(desk, "Return")
    assert blocks.row.body.hasFocus()
    type_(desk, "still ")
    blocks.list.setFocus()
    key(desk, "Down")
    desk.click(blocks.remove)
    assert [block["body"] for block in blocks.blocks()][1:] == ["one"]
    key(desk, "Ctrl+S")
    desk.until(lambda: len(written(desk, report)) == 2)
    after = desk.frame.desk.reader.get(report).lists[BLOCKS]
    assert set(after) < set(before)
    assert sorted(map(str, written(desk, report)))[0] == "one"
    (two,) = (key for key in after if "two" in str(after[key]["body"]))
    assert {**after[two], "body": "", "pos": 0} == {**before[two], "body": "", "pos": 0}


def test_what_a_colleague_wrote_meanwhile_stays(desk: Driver) -> None:
    report = begun(desk, "one", "two")
    desk.frame.show_record(report)
    view = opened(desk)
    blocks = blocks_of(view)
    desk.until(lambda: blocks.list.entries.rowCount() == 2)
    blocks.row.body.setPlainText("one, by me")
    change(desk, lambda session: reports.edit_block(session, report, 2, {"body": "two, by her"}))
    view.form.try_save()
    desk.until(lambda: written(desk, report) == ["one, by me", "two, by her"])


def test_a_block_is_about_a_record_that_was_chosen(desk: Driver) -> None:
    change(desk, lambda session: cases.create(session, {"title": "Willow Lane"})[1])
    reader = desk.frame.desk.reader
    (case,) = reader.ids(Kind.CASE)
    report = begun(desk, "one")
    desk.frame.show_record(report)
    view = opened(desk)
    row = blocks_of(view).row
    row.about.setFocus()
    type_(desk, "willow")
    view.form.try_save()
    assert view.form.problem_text
    assert row.about.hasFocus()
    (choice,) = row._records.find(reader.get(case).text("ref"))
    assert [choice] == [each for each in row._records.find("willow") if each.id == case]
    row.about.set_choice(choice)
    row.about.edited.emit()
    view.form.try_save()
    desk.until(lambda: written(desk, report, "record") == [case])
    desk.settled()
    change(desk, lambda session: reports.edit_block(session, report, 1, {"body": "@ZZZZ-2026-0001"}))
    view.load()
    assert "ZZZZ-2026-0001" in view.form.problem_text


def test_a_report_is_found_and_opened(desk: Driver) -> None:
    report = begun(desk, "They left.", "Nobody came back from the mill.")
    desk.page("people")
    (hit,) = search.find(desk.frame.desk.reader, "the mill")
    desk.frame.show_record(report, hit.field, "the mill")
    page = desk.frame.page(ReportsView.name)
    assert isinstance(page, ReportsView)
    assert page.isVisible()
    body = blocks_of(page.reports).row.body
    assert (body.hasFocus(), body.textCursor().selectedText()) == (True, "the mill")
    assert page.reports.shown == report
    assert page.topic() == "reports"
    assert not page.open_record(RecordId("0" * 32))


def test_a_report_goes_along_when_it_is_chosen(desk: Driver) -> None:
    page = desk.page("handoff")
    assert isinstance(page, HandoffView)
    along = page.send.along
    assert not along.reports.isVisibleTo(along)
    report = begun(desk, "one")
    page.send.load()
    assert not along.choice.reports
    along.reports.setCurrentIndex(1)
    for _ in range(2):
        assert list(along.choice.reports) == [report]
        page.send.load()
    change(desk, lambda session: reports.create(session, {"title": "Beside"})[1])
    page.send.load()
    along.reports.setCurrentIndex(3)
    assert set(along.choice.reports) == set(desk.frame.desk.reader.ids(Kind.REPORT))


def test_two_thousand_blocks_are_shown_at_once(desk: Driver) -> None:
    begun(desk, *(f"n{at}" for at in range(2_000)))
    view = opened(desk)
    view.list.setFocus()
    key(desk, "Home")
    blocks = blocks_of(view)
    desk.until(lambda: blocks.list.entries.rowCount() == 2_000)
    desk.click(blocks.down)
    assert [block["body"] for block in blocks.blocks()][:2] == ["n1", "n0"]


def test_a_block_that_was_moved_and_not_saved_does_not_undo_the_report(desk: Driver) -> None:
    report = begun(desk, "one", "two")
    desk.frame.show_record(report)
    view = opened(desk)
    blocks = blocks_of(view)
    desk.until(lambda: blocks.list.entries.rowCount() == 2)
    desk.until(desk.frame.top.undo.isEnabled)
    desk.click(blocks.down)
    for by_key in (True, False):
        desk.window.message_bar.move_on()
        if by_key:
            key(desk, "Ctrl+Z")
        else:
            desk.click(desk.frame.top.undo)
        desk.settled()
        assert "not saved" in desk.window.message_bar.text
    assert written(desk, report) == ["one", "two"]
    assert [block["body"] for block in blocks.blocks()] == ["two", "one"]
    key(desk, "Ctrl+S")
    desk.until(lambda: not view.form.dirty)
    desk.settled()
    moved = desk.frame.desk.reader.get(report)
    desk.click(desk.frame.top.undo)
    desk.until(lambda: desk.frame.desk.reader.get(report) != moved)
