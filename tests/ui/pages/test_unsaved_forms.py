"""Nothing that was typed is lost: drafts outlive other cases and another language."""

from hrddesk.actions.records import cases
from hrddesk.records.model.kinds import Kind
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, fill, key, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.forms import EventForm
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def test_a_form_left_unsaved_is_there_after_other_cases_and_in_another_language(desk: Driver) -> None:
    fill(desk, 2)
    cases_page = CasesPage(desk)
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    key(desk, "Escape")
    key(desk, "Tab")
    type_(desk, "2020-1")  # not yet a date
    form = EventForm(desk)
    form.people.add()
    type_(desk, "somebo")  # not yet a person
    cases_page.enter_list()
    key(desk, "Down")
    assert not cases_page.timeline.has_form
    assert desk.frame.top.unsaved.isVisible()
    key(desk, "Up")
    form = EventForm(desk)
    assert form.type.value == "detained"
    assert form.date.value == "2020-1"
    assert form.people.last_typed == "somebo"
    desk.window.speak(WindowLanguage.CHINESE)
    desk.until(lambda: CasesPage(desk).timeline.has_form)  # the page shows its case a turn later
    form = EventForm(desk)
    assert form.date.value == "2020-1"
    assert desk.frame.top.unsaved.isVisibleTo(desk.frame.top)
    desk.shot("event-draft-zh")
    form.type.enter()
    key(desk, "Escape")
    assert form.question
    asked = form.view
    form.go_on()
    assert form.view is asked
    key(desk, "Escape")
    form.give_up()
    assert not CasesPage(desk).timeline.has_form
    assert not desk.frame.top.unsaved.isVisible()
    assert stored(desk, Kind.EVENT) == 4


def test_two_forms_of_one_case_keep_their_own_drafts(desk: Driver) -> None:
    fill(desk, 1)
    timeline = CasesPage(desk).timeline
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    key(desk, "Escape")
    timeline.list.enter()
    key(desk, "Home")
    key(desk, "Return")
    form = EventForm(desk)
    assert not form.is_new
    form.place.write("at home")
    key(desk, "Ctrl+E")
    assert EventForm(desk).type.value == "detained"
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    timeline.list.enter()
    key(desk, "Home")
    key(desk, "Return")
    assert EventForm(desk).place.value == "at home"


def test_a_new_case_left_unsaved_comes_back(desk: Driver) -> None:
    fill(desk, 1)
    cases_page = CasesPage(desk)
    key(desk, "Ctrl+N")
    type_(desk, "Half a title")
    cases_page.enter_list()
    key(desk, "Return")
    assert cases_page.shows_case
    key(desk, "Ctrl+N")
    assert cases_page.new_form.title.value == "Half a title"
    key(desk, "Ctrl+A")
    key(desk, "Backspace")
    key(desk, "Ctrl+S")
    assert records.TITLE_MISSING in cases_page.new_form.problem
    key(desk, "Escape")
    cases_page.new_form.give_up()
    assert cases_page.shows_case
    assert stored(desk, Kind.CASE) == 1


def test_the_summary_is_edited_in_its_place(desk: Driver) -> None:
    ids = fill(desk, 2)
    CasesPage(desk).show_summary()
    form = CasesPage(desk).summary
    form.narrative.write("凌晨被带走。")
    CasesPage(desk).enter_list()
    key(desk, "Down")
    assert form.narrative.value == ""
    key(desk, "Up")
    assert form.narrative.value == "凌晨被带走。"
    desk.shot("summary")
    change(desk, lambda session: cases.edit(session, ids[1], {"note": "from elsewhere"}))
    assert form.narrative.value == "凌晨被带走。"
    form.narrative.enter()
    key(desk, "Ctrl+S")
    desk.until(lambda: not form.is_dirty)
    assert desk.window.desk is not None
    record = desk.window.desk.reader.get(ids[1])
    assert (record.text("narrative"), record.text("note")) == ("凌晨被带走。", "from elsewhere")
    assert form.note.value == "from elsewhere"
    form.title.write(" more")
    key(desk, "Escape")
    form.give_up()
    assert form.title.value == "Willow Lane 2"


def test_the_key_to_save_works_after_a_change_of_the_page(desk: Driver) -> None:
    cases_page = CasesPage(desk)
    key(desk, "Ctrl+N")
    type_(desk, "Half a title")
    key(desk, "Ctrl+2")
    desk.until(lambda: desk.frame.current == "people")
    key(desk, "Ctrl+S")  # out of sight, it stays as it is
    desk.settled()
    assert stored(desk, Kind.CASE) == 0
    key(desk, "Ctrl+1")
    desk.until(lambda: desk.frame.current == "cases")
    assert not cases_page.new_form.holds(desk.focus())
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.CASE) == 1)
