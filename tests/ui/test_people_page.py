"""The page of people: everybody in the vault, whether in a case or not."""

from hrddesk.actions import entries, parties, questions
from hrddesk.actions.questions import Definition
from hrddesk.records.kinds import Kind
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui.dialogs.party_edit import PartyEdit
from hrddesk_ui.translation import Language
from hrddesk_ui.views.people_view import PeopleView
from tests.ui.casework import change, fill, key, page, stored, type_
from tests.ui.driver import Driver
from tests.ui.texts import records


def people(desk: Driver) -> PeopleView:
    found = desk.page("people")
    assert isinstance(found, PeopleView)
    return found


def form(desk: Driver) -> PartyEdit:
    shown = desk.frame.page("people")
    assert isinstance(shown, PeopleView)
    assert isinstance(shown.pane.form, PartyEdit)
    return shown.pane.form


def relative(session: Session) -> Changes:
    names = [{"name": "Orla Fenwick", "script": "Latn", "kind": "main"}]
    return parties.create(session, {}, {"names": names})[1]


def test_an_empty_page_says_what_to_do(desk: Driver) -> None:
    view = people(desk)
    assert "Ctrl+N" in view.nothing.text()
    assert view.new_button.hasFocus()
    desk.shot("people-page-empty")


def test_everybody_is_there_and_found_by_any_name(desk: Driver) -> None:
    fill(desk)
    change(desk, relative)
    view = people(desk)
    assert view.model.rowCount() == 4
    assert view.table.hasFocus()
    desk.shot("people-page")
    view.filter.setFocus()
    type_(desk, "tanruolan")
    desk.until(lambda: view.model.rowCount() == 1)
    key(desk, "Return")
    key(desk, "Return")
    shown = form(desk)
    assert shown.names.entries()[0]["name"] == "谭若岚"
    desk.shot("people-page-person")
    item = view.cases.itemAt(0)
    assert item is not None
    case_button = item.widget()
    assert case_button is not None
    desk.click(case_button)
    assert desk.frame.current == "cases"
    assert "谭若岚" in page(desk).case.who.text()
    view = people(desk)
    view.filter.setFocus()
    key(desk, "Ctrl+A")
    type_(desk, "nobody at all")
    desk.until(lambda: view.model.rowCount() == 0)
    assert records.NOBODY_WITH_THIS_NAME in view.nothing.text()


def test_a_person_in_no_case_is_added_edited_and_found_by_the_search_on_top(desk: Driver) -> None:
    view = people(desk)
    key(desk, "Ctrl+N")
    type_(desk, "ئايگۈل")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 1)
    desk.until(lambda: view.pane.form is None)
    assert view.table.hasFocus()
    key(desk, "F2")
    form(desk).note.setFocus()
    type_(desk, "a relative")
    key(desk, "Ctrl+S")
    desk.until(lambda: view.pane.form is None)
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    party = reader.ids(Kind.PARTY)[0]
    assert reader.get(party).text("note") == "a relative"
    desk.page("cases")
    desk.window.desk.show_record(party)
    assert desk.frame.current == "people"
    assert view.pane.key is not None
    assert view.pane.key.record == party


def test_what_is_unsaved_stays_while_others_are_looked_at(desk: Driver) -> None:
    fill(desk)
    view = people(desk)
    key(desk, "Home")
    key(desk, "Return")
    form(desk).note.setFocus()
    type_(desk, "half a note")
    view.table.setFocus()
    key(desk, "Down")
    key(desk, "Return")
    assert form(desk).note.value() == ""
    view.table.setFocus()
    key(desk, "Up")
    key(desk, "Return")
    assert form(desk).note.value() == "half a note"
    desk.window.speak(Language.CHINESE)
    assert form(desk).note.value() == "half a note"
    assert form(desk).kind.currentText() == "个人"  # a draft keeps terms, not their words
    assert len(form(desk).names.rows) == 2
    desk.shot("people-page-draft-zh")
    desk.click(form(desk).cancel_button)
    assert desk.frame.top.unsaved.isVisible()
    form(desk).confirm.yes.click()
    assert not desk.frame.top.unsaved.isVisible()


def test_a_narrow_window_shows_list_or_form(desk: Driver) -> None:
    fill(desk)
    view = people(desk)
    desk.window.resize(900, 600)
    desk.until(lambda: view.panes.is_narrow)
    view.table.setFocus()
    key(desk, "Home")
    key(desk, "Return")
    assert not view.table.isVisible()
    desk.shot("people-page-narrow")
    key(desk, "Escape")
    assert view.table.isVisible()


def test_the_questions_of_the_desk_are_asked_on_the_page_of_people_too(desk: Driver) -> None:
    change(desk, relative)
    change(desk, lambda session: questions.add(session, Definition("party", "text", {"en": "Shoe size?"}))[1])
    view = people(desk)
    key(desk, "Return")
    desk.until(lambda: view.pane.form is not None)
    assert len(form(desk).answers.fields) == 1
    key(desk, "Escape")
    desk.click(view.new_button)
    assert len(form(desk).answers.fields) == 1


def test_an_open_form_shows_what_others_changed_and_says_so_where_somebody_typed(desk: Driver) -> None:
    change(desk, relative)
    people(desk)
    key(desk, "Return")
    desk.until(lambda: form(desk).isVisible())
    assert desk.window.desk is not None
    (person,) = desk.window.desk.reader.ids(Kind.PARTY)
    change(desk, lambda session: parties.edit(session, person, {"sex": "female"}))
    assert form(desk).values().fields["sex"] == "female"
    assert not form(desk).dirty
    form(desk).note.setFocus()
    type_(desk, "Call her on Monday")
    change(desk, lambda session: entries.add(session, person, "names", {"name": "Orla F."}))
    assert records.CHANGED_SINCE_TYPED in form(desk).problem_text
    key(desk, "Ctrl+S")
    desk.until(lambda: desk.window.desk is not None and not desk.frame.unsaved.isVisible())
    desk.settled()
    saved = desk.window.desk.reader.get(person)
    assert saved.text("note") == "Call her on Monday"
    assert [item["name"] for item in saved.values("names")] == ["Orla Fenwick", "Orla F."]
