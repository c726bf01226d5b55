"""History, undo and redo, and the recycle bin in the window."""

from hrddesk.actions.records import events, parties
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, fill, key, stored
from tests.ui.driver import Driver
from tests.ui.page_objects.forms import EventForm
from tests.ui.page_objects.history import HistoryPage, RecycledPage
from tests.ui.page_objects.people import PeoplePage
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def _event(desk: Driver) -> RecordId:
    assert desk.window.desk is not None
    return desk.window.desk.reader.ids(Kind.EVENT)[0]


def _text(desk: Driver, record: RecordId, name: str) -> str:
    assert desk.window.desk is not None
    stored_record = desk.window.desk.reader.find(record)
    return "gone" if stored_record is None else stored_record.text(name)


def test_undo_and_redo_by_key_button_and_message(desk: Driver) -> None:
    fill(desk, 1)
    event = _event(desk)
    change(desk, lambda session: events.edit(session, event, {"place_text": "at the mill"}))
    CasesPage(desk).enter_list()
    key(desk, "Ctrl+Z")
    desk.until(lambda: _text(desk, event, "place_text") == "")
    desk.until(lambda: records.UNDONE.format(records.EVENT_CHANGED) in desk.window.message_bar.text)
    assert desk.window.message_bar.act.text() == records.REDO
    desk.shot("undone")
    desk.click(desk.window.message_bar.act)
    desk.until(lambda: _text(desk, event, "place_text") == "at the mill")
    desk.until(lambda: desk.window.message_bar.act.isVisible())
    desk.click(desk.frame.top.undo)
    desk.until(lambda: _text(desk, event, "place_text") == "")
    desk.settled()
    key(desk, "Ctrl+Shift+Z")
    desk.until(lambda: _text(desk, event, "place_text") == "at the mill")
    desk.settled()
    desk.until(lambda: not desk.frame.top.redo.isEnabled())  # there is nothing to do again


def test_within_a_field_undo_takes_back_letters_only(desk: Driver) -> None:
    fill(desk, 1)
    event = _event(desk)
    CasesPage(desk).timeline.open(event)
    form = EventForm(desk)
    form.place.write("at the mill")
    key(desk, "Ctrl+Z")
    assert form.place.value != "at the mill"
    form.summary.write("words")
    key(desk, "Ctrl+Z")
    assert form.summary.value == ""
    desk.settled()
    assert stored(desk, Kind.EVENT) == 2
    assert desk.window.message_bar.text == ""


def test_the_history_of_a_case_shows_fields_and_brings_states_back(desk: Driver) -> None:
    fill(desk, 1)
    event = _event(desk)
    charges = [{"raw": "寻衅滋事"}, {"raw": "an unheard-of charge"}]
    change(
        desk,
        lambda session: events.edit(
            session, event, {"facility": "prison", "date": "2021"}, {"charges": charges}
        ),
    )
    history = CasesPage(desk).history
    history.show()
    CasesPage(desk).view.case.enter()
    assert history.view.of.hasFocus()
    assert records.CASE_BEGUN in history.changes[1]
    history.choose(event)
    assert records.EVENT_CHANGED in history.changes[0]
    words = history.words
    assert f"{records.DATE}: 9 February 2020 (uncertain)  →  2021" in words
    assert f"{records.FACILITY}: {records.ADDED.format(records.PRISON)}" in words
    assert "an unheard-of charge" in words
    assert not history.can_restore
    desk.shot("history-event")
    history.enter_changes()
    key(desk, "Down")
    history.restore()
    desk.until(lambda: _text(desk, event, "date") == "2020-02-09?")
    desk.until(lambda: len(history.changes) == 3)
    assert _text(desk, event, "facility") == ""
    desk.shot("history-restored")
    desk.click(desk.window.message_bar.act)
    desk.until(lambda: _text(desk, event, "date") == "2021")
    desk.window.speak(WindowLanguage.CHINESE)
    history.show()
    history.choose(event)
    desk.shot("history-event-zh")


def test_what_was_forgotten_is_said_plainly(desk: Driver) -> None:
    fill(desk, 1)
    event = _event(desk)
    change(desk, lambda session: events.edit(session, event, {"date": "2021"}))
    change(desk, lambda session: events.edit(session, event, {"date": "2022"}))

    def forget(session: Session) -> Outcome[None]:
        first, second, _ = session.store.history.of_record(event)
        for entry in (first, second):
            session.store.db.execute("DELETE FROM history_content WHERE num = ?", (entry.number,))
        return parties.edit(session, session.store.ids(Kind.PARTY)[0], {"age": "50"})

    change(desk, forget)
    history = CasesPage(desk).history
    history.show()
    history.choose(event)
    assert "forgotten" in history.words
    history.enter_changes()
    key(desk, "Down")
    assert records.FORGOTTEN in history.words
    assert not history.can_restore


def test_deleted_records_lie_in_the_bin_and_come_back(desk: Driver) -> None:
    (case,) = fill(desk, 1)
    event = _event(desk)
    change(desk, lambda session: events.remove(session, event))
    CasesPage(desk).delete_case()
    desk.until(lambda: stored(desk, Kind.CASE) == 0)
    desk.until(lambda: records.CASE_RECYCLED in desk.window.message_bar.text)
    recycled = RecycledPage(desk)
    recycled.visit()
    desk.until(lambda: len(recycled.rows) == 2)
    assert "Willow Lane 1" in recycled.rows[0]
    desk.shot("recycled")
    recycled.revive()
    desk.until(lambda: stored(desk, Kind.CASE) == 1)
    desk.until(lambda: len(recycled.rows) == 1)
    assert records.REVIVED in desk.window.message_bar.text
    recycled.choose_kind(records.PERSON_OR_GROUP)
    desk.until(lambda: len(recycled.rows) == 0)
    assert not recycled.can_revive
    key(desk, "Return")
    recycled.choose_all_kinds()
    desk.until(lambda: len(recycled.rows) == 1)
    recycled.show_history()
    assert records.HELD in HistoryPage(desk).words
    assert any("9 February 2020" in label for label in HistoryPage(desk).labels)
    desk.shot("history-deleted")
    recycled.visit()
    desk.until(lambda: len(recycled.rows) == 1)
    desk.settled()
    recycled.enter_list()
    key(desk, "Return")
    desk.until(lambda: stored(desk, Kind.EVENT) == 2)
    desk.window.speak(WindowLanguage.CHINESE)
    recycled.visit()
    desk.shot("recycled-empty-zh")
    assert case


def test_a_person_is_deleted_and_brought_back(desk: Driver) -> None:
    fill(desk, 1)
    people = PeoplePage(desk)
    people.visit()
    person = people.listed[0]
    people.leads_to(person)
    desk.shot("person-buttons")
    people.press(records.SHOW_HISTORY)
    assert HistoryPage(desk).record == person
    people.visit()
    people.press(records.DELETE_PERSON)
    desk.until(lambda: stored(desk, Kind.PARTY) == 0)
    desk.until(lambda: not people.has_form)
    desk.until(desk.window.message_bar.act.isVisible)
    desk.click(desk.window.message_bar.act)
    desk.until(lambda: stored(desk, Kind.PARTY) == 1)
