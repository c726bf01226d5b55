"""Nothing that was typed is lost: drafts outlive other cases and another language."""

from hrddesk.actions import cases
from hrddesk.records.kinds import Kind
from hrddesk_ui.translation import Language
from tests.ui.casework import change, event_form, fill, key, page, stored, type_
from tests.ui.driver import Driver
from tests.ui.texts import records


def test_a_form_left_unsaved_is_there_after_other_cases_and_in_another_language(desk: Driver) -> None:
    fill(desk, 2)
    cases_page = page(desk)
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    key(desk, "Escape")
    key(desk, "Tab")
    type_(desk, "2020-1")  # not yet a date
    form = event_form(desk)
    form.people.add_button.setFocus()
    key(desk, "Space")
    type_(desk, "somebo")  # not yet a person
    cases_page.table.setFocus()
    key(desk, "Down")
    assert cases_page.case.timeline.form is None
    assert desk.frame.top.unsaved.isVisible()
    key(desk, "Up")
    form = event_form(desk)
    assert form.type.value() == "detained"
    assert form.date.value() == "2020-1"
    assert form.people.drafts()[-1]["typed"] == "somebo"
    desk.window.speak(Language.CHINESE)
    desk.until(lambda: page(desk).case.timeline.form is not None)  # the page shows its case a turn later
    form = event_form(desk)
    assert form.date.value() == "2020-1"
    assert desk.frame.top.unsaved.isVisibleTo(desk.frame.top)
    desk.shot("event-draft-zh")
    form.type.setFocus()
    key(desk, "Escape")
    assert form.confirm.question
    desk.click(form.confirm.no)
    assert event_form(desk) is form
    key(desk, "Escape")
    desk.click(form.confirm.yes)
    assert page(desk).case.timeline.form is None
    assert not desk.frame.top.unsaved.isVisible()
    assert stored(desk, Kind.EVENT) == 4


def test_two_forms_of_one_case_keep_their_own_drafts(desk: Driver) -> None:
    fill(desk, 1)
    timeline = page(desk).case.timeline
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    key(desk, "Escape")
    timeline.list.setFocus()
    key(desk, "Home")
    key(desk, "Return")
    form = event_form(desk)
    assert form.stored is not None
    form.place.setFocus()
    type_(desk, "at home")
    key(desk, "Ctrl+E")
    assert event_form(desk).type.value() == "detained"
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    timeline.list.setFocus()
    key(desk, "Home")
    key(desk, "Return")
    assert event_form(desk).place.text() == "at home"


def test_a_new_case_left_unsaved_comes_back(desk: Driver) -> None:
    fill(desk, 1)
    cases_page = page(desk)
    key(desk, "Ctrl+N")
    type_(desk, "Half a title")
    cases_page.table.setFocus()
    key(desk, "Return")
    assert cases_page.case.isVisible()
    key(desk, "Ctrl+N")
    assert cases_page.new_form.title.text() == "Half a title"
    key(desk, "Ctrl+A")
    key(desk, "Backspace")
    key(desk, "Ctrl+S")
    assert records.TITLE_MISSING in cases_page.new_form.problem_text
    key(desk, "Escape")
    desk.click(cases_page.new_form.confirm.yes)
    assert cases_page.case.isVisible()
    assert stored(desk, Kind.CASE) == 1


def test_the_summary_is_edited_in_its_place(desk: Driver) -> None:
    made = fill(desk, 2)
    case = page(desk).case
    case.tabs.setCurrentWidget(case.summary)
    form = case.summary.form
    form.narrative.setFocus()
    type_(desk, "凌晨被带走。")
    page(desk).table.setFocus()
    key(desk, "Down")
    assert form.narrative.value() == ""
    key(desk, "Up")
    assert form.narrative.value() == "凌晨被带走。"
    desk.shot("summary")
    change(desk, lambda session: cases.edit(session, made[1], {"note": "from elsewhere"}))
    assert form.narrative.value() == "凌晨被带走。"
    form.narrative.setFocus()
    key(desk, "Ctrl+S")
    desk.until(lambda: not form.dirty)
    assert desk.window.desk is not None
    record = desk.window.desk.reader.get(made[1])
    assert (record.text("narrative"), record.text("note")) == ("凌晨被带走。", "from elsewhere")
    assert form.note.value() == "from elsewhere"
    form.title.setFocus()
    type_(desk, " more")
    key(desk, "Escape")
    desk.click(form.confirm.yes)
    assert form.title.text() == "Willow Lane 2"


def test_the_key_to_save_works_after_a_change_of_the_page(desk: Driver) -> None:
    cases_page = page(desk)
    key(desk, "Ctrl+N")
    type_(desk, "Half a title")
    key(desk, "Ctrl+2")
    desk.until(lambda: desk.frame.current == "people")
    key(desk, "Ctrl+S")  # out of sight, it stays as it is
    desk.settled()
    assert stored(desk, Kind.CASE) == 0
    key(desk, "Ctrl+1")
    desk.until(lambda: desk.frame.current == "cases")
    assert not cases_page.new_form.isAncestorOf(desk.focus())
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.CASE) == 1)
