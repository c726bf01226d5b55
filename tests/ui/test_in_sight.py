"""What has the keyboard is in sight, the form is that of the selected row, and the window fits its screen."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from hrddesk.actions import events, parties
from hrddesk.records.kinds import Kind
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from tests.ui.casework import change, event_form, fill, key, list_is_there, page, stored, type_
from tests.ui.driver import Driver
from tests.ui.texts import records


def _is_in_sight(desk: Driver, widget: QWidget) -> bool:
    """Tell whether all of a widget is seen."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_a_row_that_is_added_by_key_is_in_sight_with_its_list(desk: Driver) -> None:
    fill(desk, 1)
    desk.window.resize(1180, 600)
    desk.settled()
    key(desk, "Ctrl+E")
    form = event_form(desk)
    for button in (form.terms.add_button, form.penalties.add_button, form.links.add_button):
        button.setFocus()
        desk.until(partial(_is_in_sight, desk, button))
        key(desk, "Space")
        row = (form.terms, form.penalties, form.links)[
            (form.terms.add_button, form.penalties.add_button, form.links.add_button).index(button)
        ].rows[-1]
        desk.until(partial(_is_in_sight, desk, row))
    line = form.terms.rows[-1].stops()[0]
    line.setFocus()
    type_(desk, "tiger")
    desk.until(list_is_there)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert _is_in_sight(desk, line)
    field = QRect(line.mapToGlobal(line.rect().topLeft()), line.size())
    shown = popup.frameGeometry()
    assert min(abs(shown.top() - field.bottom()), abs(field.top() - shown.bottom())) < 8
    key(desk, "Escape")


def test_every_field_that_tab_reaches_is_in_sight(desk: Driver) -> None:
    desk.window.resize(1024, 600)
    key(desk, "Ctrl+N")
    form = page(desk).new_form
    seen = set[QWidget]()
    for _ in range(40):
        now = QApplication.focusWidget()
        assert now is not None
        if now in seen or not form.isAncestorOf(now):
            break
        seen.add(now)
        if now.height() < form.height() // 2:
            desk.until(partial(_is_in_sight, desk, now))
        key(desk, "Tab")
    assert len(seen) > 5


def test_the_form_is_that_of_the_selected_row(desk: Driver) -> None:
    cases = fill(desk, 2)
    page(desk).show_case(cases[0])
    timeline = page(desk).case.timeline
    second = timeline.list.entries.entry(1).id
    timeline.open(second)
    form = event_form(desk)
    form.note.setFocus()
    type_(desk, "a note")
    page(desk).show_case(cases[1])
    page(desk).show_case(cases[0])
    assert timeline.list.current() == second
    assert event_form(desk).stored is not None
    assert event_form(desk).accessibleName().endswith(timeline.list.entries.entry(1).first)
    timeline.list.setFocus()
    key(desk, "Up")  # the form follows
    form_of = event_form(desk).stored
    assert form_of is not None
    assert form_of.id == timeline.list.current() == timeline.list.entries.entry(0).id
    timeline.start_new()
    assert timeline.list.current() is None  # no row looks like the new one
    desk.click(event_form(desk).cancel_button)
    assert timeline.list.current() == timeline.list.entries.entry(0).id


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

    def lawyer(session: Session) -> Changes:
        return parties.create(
            session, {}, {"names": [{"name": "Odal Brisk", "kind": "main"}]}, case, "subject"
        )[1]

    change(desk, lawyer)
    people = page(desk).case.people
    page(desk).case.tabs.setCurrentWidget(people)
    people.existing.setFocus()
    type_(desk, "ab")
    key(desk, "Escape")
    key(desk, "Ctrl+Z")
    assert people.existing.typed() != "ab"  # the typing
    key(desk, "Ctrl+A")
    people.existing.set_choice(None)
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
    case = page(desk).case
    case.tabs.setCurrentWidget(case.summary)
    narrative = case.summary.form.narrative
    narrative.setFocus()
    type_(desk, "He was told nothing")
    key(desk, "Left")
    key(desk, "Left")
    at = narrative.textCursor().position()
    key(desk, "Ctrl+S")
    desk.until(lambda: not case.summary.form.dirty)
    desk.until(narrative.isEnabled)
    assert narrative.textCursor().position() == at > 0


def test_a_complaint_about_a_day_goes_with_what_was_typed(desk: Driver) -> None:
    fill(desk, 1)
    day = page(desk).status.day
    day.setFocus()
    type_(desk, "April 2021")
    key(desk, "Return")
    desk.until(lambda: records.ONE_CERTAIN_DAY in desk.window.message_bar.text)
    key(desk, "Ctrl+A")
    key(desk, "Delete")
    desk.until(lambda: desk.window.message_bar.text == "")


def test_a_place_is_offered_as_it_was_said_before(desk: Driver) -> None:
    (case,) = fill(desk, 1)

    def said(session: Session) -> Changes:
        return events.add(session, case, {"type": "detained", "place_text": "Third Quarry, Yashkent"}, {})[1]

    change(desk, said)
    key(desk, "Ctrl+E")
    form = event_form(desk)
    form.place.setFocus()
    type_(desk, "quarry")
    desk.until(list_is_there)
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: form.place.words() == "Third Quarry, Yashkent")
    assert form.place.place() is None  # words, no place of the tree


def test_all_pages_are_seen_on_a_small_screen(desk: Driver) -> None:
    desk.window.resize(1024, 600)
    desk.settled()
    desk.shot("rail-600")
    assert all(_is_in_sight(desk, button) for button in desk.frame.rail.buttons.values())
