"""The page of people: everybody in the vault, whether in a case or not."""

from hrddesk.actions.records import entries, parties, questions
from hrddesk.actions.records.questions import Definition
from hrddesk.records.model.kinds import Kind
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, fill, key, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.drafts import UnsavedForms
from tests.ui.page_objects.people import PeoplePage
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def relative(session: Session) -> Outcome[None]:
    names = [{"name": "Orla Fenwick", "script": "Latn", "kind": "main"}]
    return Outcome(None, parties.create(session, {}, {"names": names}).changes)


def test_an_empty_page_says_what_to_do(desk: Driver) -> None:
    people = PeoplePage(desk)
    people.visit()
    assert "Ctrl+N" in people.nothing_words
    assert people.view.new_button.hasFocus()
    desk.shot("people-page-empty")


def test_everybody_is_there_and_found_by_any_name(desk: Driver) -> None:
    fill(desk)
    change(desk, relative)
    people = PeoplePage(desk)
    people.visit()
    assert len(people.listed) == 4
    assert people.list_has_keyboard
    desk.shot("people-page")
    people.filter.write("tanruolan")
    desk.until(lambda: len(people.listed) == 1)
    key(desk, "Return")
    key(desk, "Return")
    assert people.form.names.entries[0]["name"] == "谭若岚"
    desk.shot("people-page-person")
    people.go_to_case(0)
    assert desk.frame.current == "cases"
    assert "谭若岚" in CasesPage(desk).who
    people = PeoplePage(desk)
    people.visit()
    people.filter.enter()
    key(desk, "Ctrl+A")
    type_(desk, "nobody at all")
    desk.until(lambda: len(people.listed) == 0)
    assert records.NOBODY_WITH_THIS_NAME in people.nothing_words


def test_a_person_in_no_case_is_added_edited_and_found_by_the_search_on_top(desk: Driver) -> None:
    people = PeoplePage(desk)
    people.visit()
    key(desk, "Ctrl+N")
    type_(desk, "ئايگۈل")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 1)
    desk.until(lambda: not people.has_form)
    assert people.list_has_keyboard
    key(desk, "F2")
    people.form.note.write("a relative")
    key(desk, "Ctrl+S")
    desk.until(lambda: not people.has_form)
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    party = reader.ids(Kind.PARTY)[0]
    assert reader.get(party).text("note") == "a relative"
    desk.page("cases")
    desk.window.desk.show_record(party)
    assert desk.frame.current == "people"
    assert people.shown == party


def test_what_is_unsaved_stays_while_others_are_looked_at(desk: Driver) -> None:
    fill(desk)
    people = PeoplePage(desk)
    people.visit()
    key(desk, "Home")
    key(desk, "Return")
    people.form.note.write("half a note")
    people.enter_list()
    key(desk, "Down")
    key(desk, "Return")
    assert people.form.note.value == ""
    people.enter_list()
    key(desk, "Up")
    key(desk, "Return")
    assert people.form.note.value == "half a note"
    desk.window.speak(WindowLanguage.CHINESE)
    assert people.form.note.value == "half a note"
    assert people.form.kind.value == "个人"  # a draft keeps terms, not their words
    assert len(people.form.names.rows) == 2
    desk.shot("people-page-draft-zh")
    people.form.cancel()
    assert UnsavedForms(desk).is_announced
    people.form.view.confirm.yes.click()
    assert not UnsavedForms(desk).is_announced


def test_a_narrow_window_shows_list_or_form(desk: Driver) -> None:
    fill(desk)
    people = PeoplePage(desk)
    people.visit()
    desk.window.resize(900, 600)
    desk.until(lambda: people.is_narrow)
    people.enter_list()
    key(desk, "Home")
    key(desk, "Return")
    assert not PeoplePage(desk).shows_list
    desk.shot("people-page-narrow")
    key(desk, "Escape")  # closes the form and leaves the page of the person
    assert PeoplePage(desk).shows_list


def test_the_questions_of_the_desk_are_asked_on_the_page_of_people_too(desk: Driver) -> None:
    change(desk, relative)
    change(
        desk,
        lambda session: questions.add(
            session, Definition(owner="party", type="text", labels={"en": "Shoe size?"})
        ),
    )
    people = PeoplePage(desk)
    people.visit()
    key(desk, "Return")
    desk.until(lambda: people.has_form)
    assert len(people.form.view.answers.fields) == 1
    key(desk, "Escape")
    people.add()
    assert len(people.form.view.answers.fields) == 1


def test_an_open_form_shows_what_others_changed_and_says_so_where_somebody_typed(desk: Driver) -> None:
    change(desk, relative)
    people = PeoplePage(desk)
    people.visit()
    key(desk, "Return")
    desk.until(lambda: people.form.is_visible)
    assert desk.window.desk is not None
    (person,) = desk.window.desk.reader.ids(Kind.PARTY)
    change(desk, lambda session: parties.edit(session, person, {"sex": "female"}))
    assert people.form.view.values().fields["sex"] == "female"
    assert not people.form.is_dirty
    people.form.note.write("Call her on Monday")
    change(desk, lambda session: entries.add(session, person, "names", {"name": "Orla F."}))
    assert records.CHANGED_SINCE_TYPED in people.form.problem
    key(desk, "Ctrl+S")
    desk.until(lambda: desk.window.desk is not None and not UnsavedForms(desk).is_shown)
    desk.settled()
    saved = desk.window.desk.reader.get(person)
    assert saved.text("note") == "Call her on Monday"
    assert [item["name"] for item in saved.values("names")] == ["Orla Fenwick", "Orla F."]
