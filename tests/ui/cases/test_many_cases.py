"""Who may learn of many cases: chosen in the list, said first, done at once, taken back at once."""

import pytest
from PySide6.QtCore import Qt

from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from hrddesk.records.model.record import RecordId
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import fill, key
from tests.ui.driver import Driver
from tests.ui.page_objects.many_cases import ManyCases
from tests.ui.texts import publishing

pytestmark = pytest.mark.timeout(120)


def levels(desk: Driver, kind: Kind) -> list[Visibility]:
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    return [reader.get(record).visibility(WHOLE_RECORD) for record in reader.ids(kind)]


def test_many_are_made_public_by_keys_and_it_is_undone(desk: Driver) -> None:
    fill(desk)
    cases = ManyCases(desk)
    cases.focus_list()
    key(desk, "Ctrl+A")
    assert cases.is_visible()
    assert cases.heading == publishing.N_CASES_CHOSEN.format(3)
    key(desk, "Return")
    assert cases.asks_for_level()
    desk.pick("Home", "Down")
    assert cases.level == "public"
    assert not cases.is_ticked(Kind.PARTY)  # nobody is named by a default
    cases.view.boxes[Kind.PARTY].setFocus()
    key(desk, "Space")
    cases.set_level()
    desk.until(lambda: bool(cases.question))
    question = cases.question
    counts = (publishing.N_CASES_COUNT, publishing.N_PEOPLE_COUNT, publishing.N_EVENTS_COUNT)
    changes = ", ".join(words.format(count) for words, count in zip(counts, (3, 3, 6), strict=True))
    assert publishing.WOULD_CHANGE.format(changes) in question
    assert publishing.PUBLIC in question
    assert set(levels(desk, Kind.EVENT)) == {Visibility.RESTRICTED}
    desk.shot("many-ask")
    assert cases.view.confirm.no.hasFocus()
    key(desk, "Tab")
    key(desk, "Space")
    desk.until(lambda: publishing.LEVEL_CHANGED in cases.question)
    for kind in (Kind.CASE, Kind.PARTY, Kind.EVENT):
        assert set(levels(desk, kind)) == {Visibility.PUBLIC}
    assert cases.is_visible()
    desk.shot("many-done")
    cases.agree()
    desk.until(lambda: publishing.LEVELS_RESTORED in desk.window.message_bar.text)
    for kind in (Kind.CASE, Kind.PARTY, Kind.EVENT):
        assert set(levels(desk, kind)) == {Visibility.RESTRICTED}


def test_some_are_chosen_by_mouse_and_one_leads_back(desk: Driver) -> None:
    case_ids = fill(desk)
    cases = ManyCases(desk)
    cases.click_row(0)
    cases.click_row(2, Qt.KeyboardModifier.ControlModifier)
    assert cases.selected == [case_ids[2], case_ids[0]]
    assert cases.heading == publishing.N_CASES_CHOSEN.format(2)
    key(desk, "Ctrl+E")  # of which of them?
    assert cases.is_visible()
    cases.untick_all()
    cases.set_level()
    assert cases.problem == publishing.OF_WHAT_WANTED
    desk.click(cases.view.boxes[Kind.CASE])
    assert not cases.problem
    cases.view.level.set_value("secret")
    cases.set_level()
    two_cases = publishing.WOULD_CHANGE.format(publishing.N_CASES_COUNT.format(2))
    desk.until(lambda: two_cases in cases.question)
    cases.agree()
    desk.until(lambda: publishing.LEVEL_CHANGED in cases.question)
    assert sorted(levels(desk, Kind.CASE)) == ["restricted", "secret", "secret"]
    cases.set_level()
    desk.until(lambda: publishing.NOTHING_WOULD_CHANGE in desk.window.message_bar.text)
    cases.click_row(1)
    assert cases.case == case_ids[1]
    assert cases.page.case.isVisible()
    cases.focus_list()
    key(desk, "Shift+Down")
    assert cases.is_visible()
    key(desk, "Return")
    key(desk, "Escape")
    assert cases.case == case_ids[1]
    assert cases.selected == [case_ids[1]]


def test_the_case_that_is_entered_is_the_one_that_the_list_marks(desk: Driver) -> None:
    case_ids = fill(desk)
    cases = ManyCases(desk)
    cases.focus_list()
    key(desk, "Home")
    assert cases.selected == [case_ids[2]]
    key(desk, "Ctrl+End")  # moves the frame around a row, and selects nothing
    key(desk, "Return")
    assert cases.case == case_ids[0]
    assert cases.selected == [case_ids[0]]
    cases.focus_list()
    key(desk, "Ctrl+A")
    key(desk, "Return")
    assert len(cases.selected) == 3  # several are entered together
    assert cases.asks_for_level()


def test_a_key_that_is_held_adds_nothing_to_the_selection(desk: Driver) -> None:
    case_ids = fill(desk)
    cases = ManyCases(desk)
    table = cases.page.table
    cases.click_row(0)
    desk.bot.keyPress(table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert table.select(case_ids[0])
    assert table.selected() == [case_ids[0]]
    desk.bot.keyRelease(table, Qt.Key.Key_Control)


@pytest.mark.parametrize("language", list(WindowLanguage))
@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
def test_it_fits(desk: Driver, language: WindowLanguage, size: tuple[int, int]) -> None:
    case_ids: list[RecordId] = fill(desk)
    desk.window.speak(language)
    desk.window.resize(*size)
    desk.frame.show_levels(case_ids)
    assert ManyCases(desk).asks_for_level()
    desk.shot(f"many-{language.value}-{size[0]}")
