"""History, undo and redo, and the recycle bin in the window."""

from PySide6.QtWidgets import QLabel

from hrddesk.actions import events, parties
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui.translation import Language
from hrddesk_ui.views.people_view import PeopleView
from hrddesk_ui.views.recycle_view import RecycleView
from tests.ui.casework import change, event_form, fill, key, page, stored, type_
from tests.ui.driver import Driver
from tests.ui.texts import records


def _event(desk: Driver) -> RecordId:
    assert desk.window.desk is not None
    return desk.window.desk.reader.ids(Kind.EVENT)[0]


def _text(desk: Driver, record: RecordId, name: str) -> str:
    assert desk.window.desk is not None
    found = desk.window.desk.reader.find(record)
    return "gone" if found is None else found.text(name)


def test_undo_and_redo_by_key_button_and_message(desk: Driver) -> None:
    fill(desk, 1)
    event = _event(desk)
    change(desk, lambda session: events.edit(session, event, {"place_text": "at the mill"}))
    page(desk).table.setFocus()
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
    page(desk).case.timeline.open(event)
    form = event_form(desk)
    form.place.setFocus()
    type_(desk, "at the mill")
    key(desk, "Ctrl+Z")
    assert form.place.text() != "at the mill"
    form.summary.setFocus()
    type_(desk, "words")
    key(desk, "Ctrl+Z")
    assert form.summary.value() == ""
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
    case = page(desk).case
    case.tabs.setCurrentWidget(case.history)
    case.enter()
    assert case.history.of.hasFocus()
    assert records.CASE_BEGUN in case.history.view.changes.item(1).text()
    case.history.choose(event)
    view = case.history.view
    assert records.EVENT_CHANGED in view.changes.item(0).text()
    words = view.text.toPlainText()
    assert f"{records.DATE}: 9 February 2020 (uncertain)  →  2021" in words
    assert f"{records.FACILITY}: {records.ADDED.format(records.PRISON)}" in words
    assert "an unheard-of charge" in words
    assert not view.restore_button.isEnabled()
    desk.shot("history-event")
    view.changes.setFocus()
    key(desk, "Down")
    desk.click(view.restore_button)
    desk.until(lambda: _text(desk, event, "date") == "2020-02-09?")
    desk.until(lambda: view.changes.count() == 3)
    assert _text(desk, event, "facility") == ""
    desk.shot("history-restored")
    desk.click(desk.window.message_bar.act)
    desk.until(lambda: _text(desk, event, "date") == "2021")
    desk.window.speak(Language.CHINESE)
    case = page(desk).case
    case.tabs.setCurrentWidget(case.history)
    case.history.choose(event)
    desk.shot("history-event-zh")


def test_what_was_forgotten_is_said_plainly(desk: Driver) -> None:
    fill(desk, 1)
    event = _event(desk)
    change(desk, lambda session: events.edit(session, event, {"date": "2021"}))
    change(desk, lambda session: events.edit(session, event, {"date": "2022"}))

    def forget(session: Session) -> Changes:
        first, second, _ = session.store.history.of_record(event)
        for entry in (first, second):
            session.store.db.execute("DELETE FROM history_content WHERE num = ?", (entry.number,))
        return parties.edit(session, session.store.ids(Kind.PARTY)[0], {"age": "50"})

    change(desk, forget)
    case = page(desk).case
    case.tabs.setCurrentWidget(case.history)
    case.history.choose(event)
    view = case.history.view
    assert "forgotten" in view.text.toPlainText()
    view.changes.setFocus()
    key(desk, "Down")
    assert records.FORGOTTEN in view.text.toPlainText()
    assert not view.restore_button.isEnabled()


def test_deleted_records_lie_in_the_bin_and_come_back(desk: Driver) -> None:
    (made,) = fill(desk, 1)
    event = _event(desk)
    change(desk, lambda session: events.remove(session, event))
    desk.click(page(desk).case.delete_button)
    desk.until(lambda: stored(desk, Kind.CASE) == 0)
    desk.until(lambda: records.CASE_RECYCLED in desk.window.message_bar.text)
    bin_ = desk.page("recycled")
    assert isinstance(bin_, RecycleView)
    desk.until(lambda: bin_.records.count() == 2)
    assert "Willow Lane 1" in bin_.records.item(0).text()
    desk.shot("recycled")
    desk.click(bin_.revive_button)
    desk.until(lambda: stored(desk, Kind.CASE) == 1)
    desk.until(lambda: bin_.records.count() == 1)
    assert records.REVIVED in desk.window.message_bar.text
    bin_.kind.setCurrentIndex(bin_.kind.findText(records.PERSON_OR_GROUP))
    desk.until(lambda: bin_.records.count() == 0)
    assert not bin_.revive_button.isEnabled()
    key(desk, "Return")
    bin_.kind.setCurrentIndex(0)
    desk.until(lambda: bin_.records.count() == 1)
    desk.click(bin_.history_button)
    assert records.HELD in desk.frame.history.text.toPlainText()
    assert any("9 February 2020" in label.text() for label in desk.frame.history.findChildren(QLabel))
    desk.shot("history-deleted")
    desk.page("recycled")
    desk.until(lambda: bin_.records.count() == 1)
    desk.settled()
    bin_.records.setFocus()
    key(desk, "Return")
    desk.until(lambda: stored(desk, Kind.EVENT) == 2)
    desk.window.speak(Language.CHINESE)
    desk.page("recycled")
    desk.shot("recycled-empty-zh")
    assert made


def test_a_person_is_deleted_and_brought_back(desk: Driver) -> None:
    fill(desk, 1)
    people = desk.page("people")
    assert isinstance(people, PeopleView)
    person = people.model.id_at(0)
    people.open_record(person)
    desk.shot("person-buttons")
    items = [people.cases.itemAt(at) for at in range(people.cases.count())]
    buttons = [item.widget() for item in items if item is not None]
    told = next(each for each in buttons if each is not None and "history" in each.accessibleName())
    desk.click(told)
    assert desk.frame.history.record == person
    desk.page("people")
    gone = next(each for each in buttons if each is not None and "Delete" in each.accessibleName())
    desk.click(gone)
    desk.until(lambda: stored(desk, Kind.PARTY) == 0)
    desk.until(lambda: people.pane.form is None)
    desk.until(desk.window.message_bar.act.isVisible)
    desk.click(desk.window.message_bar.act)
    desk.until(lambda: stored(desk, Kind.PARTY) == 1)
