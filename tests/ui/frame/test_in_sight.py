"""What has the keyboard is in sight, the form is that of the selected row, and the window fits its screen."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from hrddesk.actions.records import events, parties
from hrddesk.records.model.kinds import Kind
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from tests.ui.casework import change, fill, key, list_is_there, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.forms import EventForm
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def _is_in_sight(desk: Driver, widget: QWidget) -> bool:
    """Tell whether all of a widget is seen."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_a_row_that_is_added_by_key_is_in_sight_with_its_list(desk: Driver) -> None:
    fill(desk, 1)
    desk.window.resize(1180, 600)
    desk.settled()
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    for rows in (form.terms, form.penalties, form.links):
        rows.enter_button()
        desk.until(partial(_is_in_sight, desk, rows.view.add_button))
        key(desk, "Space")
        desk.until(partial(_is_in_sight, desk, rows.rows[-1]))
    line = form.terms.stop(0, row=-1)
    line.setFocus()
    type_(desk, "tiger")
    desk.until(list_is_there)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert _is_in_sight(desk, line)
    field = QRect(line.mapToGlobal(line.rect().topLeft()), line.size())
    frame = popup.frameGeometry()
    assert min(abs(frame.top() - field.bottom()), abs(field.top() - frame.bottom())) < 8
    key(desk, "Escape")


def test_every_field_that_tab_reaches_is_in_sight(desk: Driver) -> None:
    desk.window.resize(1024, 600)
    key(desk, "Ctrl+N")
    form = CasesPage(desk).new_form
    seen = set[QWidget]()
    for _ in range(40):
        now = QApplication.focusWidget()
        assert now is not None
        if now in seen or not form.holds(now):
            break
        seen.add(now)
        if now.height() < form.view.height() // 2:
            desk.until(partial(_is_in_sight, desk, now))
        key(desk, "Tab")
    assert len(seen) > 5


def test_the_form_is_that_of_the_selected_row(desk: Driver) -> None:
    cases = fill(desk, 2)
    CasesPage(desk).show_case(cases[0])
    timeline = CasesPage(desk).timeline
    second = timeline.list.entries[1].id
    timeline.open(second)
    form = EventForm(desk)
    form.note.write("a note")
    CasesPage(desk).show_case(cases[1])
    CasesPage(desk).show_case(cases[0])
    assert timeline.list.selected == second
    assert not form.is_new
    assert form.name.endswith(timeline.list.entries[1].first)
    timeline.list.enter()
    key(desk, "Up")  # the form follows
    assert form.record.id == timeline.list.selected == timeline.list.entries[0].id
    timeline.begin_new()
    assert CasesPage(desk).timeline.list.selected is None  # no row looks like the new one
    form.cancel()
    assert timeline.list.selected == timeline.list.entries[0].id


def test_undo_says_what_it_undid_and_is_grey_where_there_is_nothing(desk: Driver) -> None:
    top = desk.frame.top
    desk.until(lambda: not top.undo.isEnabled())
    assert not top.redo.isEnabled()
    (case,) = fill(desk, 1)
    ref = desk.frame.desk.reader.get(case).text("ref")
    desk.until(top.undo.isEnabled)
    desk.until(lambda: records.DETAINED in top.undo.toolTip())
    assert ref in top.undo.toolTip()
    place = top.undo.pos()
    desk.click(top.undo)
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.until(lambda: records.EVENT_ADDED in desk.window.message_bar.text)
    assert records.DETAINED in desk.window.message_bar.text
    assert ref in desk.window.message_bar.text
    desk.until(top.redo.isEnabled)
    key(desk, "Ctrl+E")
    type_(desk, "x")
    desk.until(lambda: top.unsaved.isVisible())
    assert top.undo.pos() == place


def test_undo_in_a_field_takes_back_typing_alone_and_says_so_where_there_is_none(desk: Driver) -> None:
    (case,) = fill(desk, 1)

    def lawyer(session: Session) -> Outcome[None]:
        return Outcome(
            None,
            parties.create(
                session, {}, {"names": [{"name": "Odal Brisk", "kind": "main"}]}, case, "subject"
            ).changes,
        )

    change(desk, lawyer)
    people = CasesPage(desk).people
    people.show()
    people.existing.write("ab")
    key(desk, "Escape")
    key(desk, "Ctrl+Z")
    assert people.existing.value != "ab"  # the typing
    key(desk, "Ctrl+A")
    CasesPage(desk).view.case.people.existing.set_choice(None)
    key(desk, "Ctrl+Z")
    assert records.NO_TYPING_TO_UNDO in desk.window.message_bar.text
    assert stored(desk, Kind.PARTY) == 2


def test_the_window_fits_a_small_screen(desk: Driver, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    for room in (QSize(1024, 600), QSize(1366, 720)):
        area = QRect(0, 0, room.width(), room.height())
        monkeypatch.setattr(QScreen, "availableGeometry", lambda _, area=area: area)
        desk.window._fit_to_screen()
        assert desk.window.width() <= room.width()
        assert desk.window.height() <= room.height()
        assert desk.window.pos().y() >= 0
        assert bool(desk.window.windowState() & Qt.WindowState.WindowMaximized)


def test_saving_amid_a_sentence_leaves_the_cursor_there(desk: Driver) -> None:
    fill(desk, 1)
    CasesPage(desk).show_summary()
    form = CasesPage(desk).summary
    form.narrative.write("He was told nothing")
    narrative = form.view.narrative
    key(desk, "Left")
    key(desk, "Left")
    position = narrative.textCursor().position()
    key(desk, "Ctrl+S")
    desk.until(lambda: not form.is_dirty)
    desk.until(narrative.isEnabled)
    assert narrative.textCursor().position() == position > 0


def test_a_complaint_about_a_day_goes_with_what_was_typed(desk: Driver) -> None:
    fill(desk, 1)
    CasesPage(desk).status_day.write("April 2021")
    key(desk, "Return")
    desk.until(lambda: records.ONE_CERTAIN_DAY in desk.window.message_bar.text)
    key(desk, "Ctrl+A")
    key(desk, "Delete")
    desk.until(lambda: desk.window.message_bar.text == "")


def test_a_place_is_offered_as_it_was_said_before(desk: Driver) -> None:
    (case,) = fill(desk, 1)

    def said(session: Session) -> Outcome[None]:
        return Outcome(
            None,
            events.add(
                session, case, {"type": "detained", "place_text": "Third Quarry, Yashkent"}, {}
            ).changes,
        )

    change(desk, said)
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    form.place.write("quarry")
    desk.until(list_is_there)
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: form.view.place.words() == "Third Quarry, Yashkent")
    assert form.place_record is None  # words, no place of the tree


def test_all_pages_are_seen_on_a_small_screen(desk: Driver) -> None:
    desk.window.resize(1024, 600)
    desk.settled()
    desk.shot("rail-600")
    assert all(_is_in_sight(desk, button) for button in desk.frame.rail.buttons.values())
