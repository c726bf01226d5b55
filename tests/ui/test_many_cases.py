"""Who may learn of many cases: chosen in the list, said first, done at once, taken back at once."""

import pytest
from PySide6.QtCore import QPoint, Qt

from hrddesk.records.field_specs import Visibility
from hrddesk.records.kinds import WHOLE_RECORD, Kind
from hrddesk.records.record import RecordId
from hrddesk_ui.translation import Language
from tests.ui.casework import fill, key, page
from tests.ui.driver import Driver
from tests.ui.texts import publishing

pytestmark = pytest.mark.timeout(120)


def levels(desk: Driver, kind: Kind) -> list[Visibility]:
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    return [reader.get(record).visibility(WHOLE_RECORD) for record in reader.ids(kind)]


def click_row(desk: Driver, row: int, modifier: Qt.KeyboardModifier) -> None:
    table = page(desk).table
    place = table.visualRect(table.model().index(row, 0)).center()
    desk.bot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, QPoint(place))


def test_many_are_made_public_by_keys_and_it_is_undone(desk: Driver) -> None:
    fill(desk)
    cases = page(desk)
    cases.table.setFocus()
    key(desk, "Ctrl+A")
    assert cases.many.isVisible()
    assert cases.many.heading.text() == publishing.N_CASES_CHOSEN.format(3)
    key(desk, "Return")
    assert cases.many.level.hasFocus()
    desk.pick("Home", "Down")
    assert cases.many.level.value() == "public"
    people = cases.many.boxes[Kind.PARTY]
    assert not people.isChecked()  # nobody is named by a default
    people.setFocus()
    key(desk, "Space")
    desk.click(cases.many.set_button)
    desk.until(lambda: bool(cases.many.confirm.question))
    question = cases.many.confirm.question
    counts = (publishing.N_CASES_COUNT, publishing.N_PEOPLE_COUNT, publishing.N_EVENTS_COUNT)
    changes = ", ".join(words.format(count) for words, count in zip(counts, (3, 3, 6), strict=True))
    assert publishing.WOULD_CHANGE.format(changes) in question
    assert publishing.PUBLIC in question
    assert set(levels(desk, Kind.EVENT)) == {Visibility.RESTRICTED}
    desk.shot("many-ask")
    assert cases.many.confirm.no.hasFocus()
    key(desk, "Tab")
    key(desk, "Space")
    desk.until(lambda: publishing.LEVEL_CHANGED in cases.many.confirm.question)
    for kind in (Kind.CASE, Kind.PARTY, Kind.EVENT):
        assert set(levels(desk, kind)) == {Visibility.PUBLIC}
    assert cases.many.isVisible()
    desk.shot("many-done")
    desk.click(cases.many.confirm.yes)
    desk.until(lambda: publishing.LEVELS_RESTORED in desk.window.message_bar.text)
    for kind in (Kind.CASE, Kind.PARTY, Kind.EVENT):
        assert set(levels(desk, kind)) == {Visibility.RESTRICTED}


def test_some_are_chosen_by_mouse_and_one_leads_back(desk: Driver) -> None:
    made = fill(desk)
    cases = page(desk)
    click_row(desk, 0, Qt.KeyboardModifier.NoModifier)
    click_row(desk, 2, Qt.KeyboardModifier.ControlModifier)
    assert cases.table.selected() == [made[2], made[0]]
    assert cases.many.heading.text() == publishing.N_CASES_CHOSEN.format(2)
    key(desk, "Ctrl+E")  # of which of them?
    assert cases.many.isVisible()
    for box in cases.many.boxes.values():
        box.setChecked(False)
    desk.click(cases.many.set_button)
    assert cases.many.trouble.text() == publishing.OF_WHAT_WANTED
    desk.click(cases.many.boxes[Kind.CASE])
    assert not cases.many.trouble.isVisible()
    cases.many.level.set_value("secret")
    desk.click(cases.many.set_button)
    two_cases = publishing.WOULD_CHANGE.format(publishing.N_CASES_COUNT.format(2))
    desk.until(lambda: two_cases in cases.many.confirm.question)
    desk.click(cases.many.confirm.yes)
    desk.until(lambda: publishing.LEVEL_CHANGED in cases.many.confirm.question)
    assert sorted(levels(desk, Kind.CASE)) == ["restricted", "secret", "secret"]
    desk.click(cases.many.set_button)
    desk.until(lambda: publishing.NOTHING_WOULD_CHANGE in desk.window.message_bar.text)
    click_row(desk, 1, Qt.KeyboardModifier.NoModifier)
    assert cases.case.case == made[1]
    assert cases.case.isVisible()
    cases.table.setFocus()
    key(desk, "Shift+Down")
    assert cases.many.isVisible()
    key(desk, "Return")
    key(desk, "Escape")
    assert cases.case.case == made[1]
    assert cases.table.selected() == [made[1]]


def test_the_case_that_is_entered_is_the_one_that_the_list_marks(desk: Driver) -> None:
    made = fill(desk)
    cases = page(desk)
    cases.table.setFocus()
    key(desk, "Home")
    assert cases.table.selected() == [made[2]]
    key(desk, "Ctrl+End")  # moves the frame around a row, and selects nothing
    key(desk, "Return")
    assert cases.case.case == made[0]
    assert cases.table.selected() == [made[0]]
    cases.table.setFocus()
    key(desk, "Ctrl+A")
    key(desk, "Return")
    assert len(cases.table.selected()) == 3  # several are entered together
    assert cases.many.level.hasFocus()


def test_a_key_that_is_held_adds_nothing_to_the_selection(desk: Driver) -> None:
    made = fill(desk)
    table = page(desk).table
    click_row(desk, 0, Qt.KeyboardModifier.NoModifier)
    desk.bot.keyPress(table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert table.select(made[0])
    assert table.selected() == [made[0]]
    desk.bot.keyRelease(table, Qt.Key.Key_Control)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
def test_it_fits(desk: Driver, language: Language, size: tuple[int, int]) -> None:
    made: list[RecordId] = fill(desk)
    desk.window.speak(language)
    desk.window.resize(*size)
    desk.frame.show_levels(made)
    assert page(desk).many.level.hasFocus()
    desk.shot(f"many-{language.value}-{size[0]}")
