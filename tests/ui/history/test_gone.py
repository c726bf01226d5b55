"""A record that goes, by undo or removal: its form goes with it, and what was typed comes back with it."""

import pytest

from hrddesk.actions.records import history
from hrddesk.records.model.kinds import Kind
from tests.ui.casework import change, fill, key, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.catalogue import SourcesPage
from tests.ui.page_objects.people import PeoplePage
from tests.ui.page_objects.records import CasesPage
from tests.ui.page_objects.window import TopBar
from tests.ui.texts import records as texts

pytestmark = pytest.mark.timeout(90)


def test_the_form_of_a_person_whose_addition_is_undone_closes(desk: Driver) -> None:
    fill(desk, 1)
    cases = CasesPage(desk)
    people, detail = cases.people, cases.people.view.detail
    before = detail.subjects[0] if detail else None
    key(desk, "Ctrl+P")
    cases.person.say_subject()
    type_(desk, "Rinchen Invented")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 2)
    desk.settled()
    added = people.list.selected
    key(desk, "Return")
    assert not cases.person.is_new
    assert added not in (before, None)
    TopBar(desk).undo()
    desk.until(lambda: stored(desk, Kind.PARTY) == 1)
    desk.settled()
    assert not people.has_form
    assert people.list.selected == before  # the neighbour
    key(desk, "Ctrl+P")  # nothing of it is in the next form
    assert cases.person.names.entries == []


def test_the_form_on_the_page_of_people_closes_too(desk: Driver) -> None:
    fill(desk, 1)
    people = PeoplePage(desk)
    people.visit()
    key(desk, "Ctrl+N")
    type_(desk, "Rinchen Invented")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 2)
    desk.settled()
    key(desk, "Return")
    desk.until(lambda: people.has_form)
    TopBar(desk).undo()
    desk.until(lambda: stored(desk, Kind.PARTY) == 1)
    desk.settled()
    assert not people.has_form
    assert not people.view.panes.is_open


def test_words_that_are_not_saved_stay_when_their_record_goes(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+P")
    person = CasesPage(desk).person
    person.say_subject()
    type_(desk, "Rinchen Invented")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 2)
    desk.settled()
    key(desk, "Return")
    form = person.view
    person.note.enter()
    type_(desk, "said by the neighbour")
    change(desk, lambda session: history.undo(session))  # not by the button, which waits for the form
    desk.until(lambda: stored(desk, Kind.PARTY) == 1)
    desk.settled()
    assert person.view is form
    assert texts.DELETED_SINCE_TYPED in person.problem
    assert person.note.value == "said by the neighbour"


def test_words_that_were_not_saved_come_back_with_what_was_removed(desk: Driver) -> None:
    fill(desk, 1)
    cases = CasesPage(desk)
    timeline, event = cases.timeline, cases.event
    timeline.list.enter()
    key(desk, "Home")
    key(desk, "Return")
    event.note.enter()
    type_(desk, "said by the neighbour")
    timeline.remove()
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.settled()
    timeline.take_back()
    desk.until(lambda: stored(desk, Kind.EVENT) == 2)
    desk.settled()
    assert event.note.value == "said by the neighbour"
    assert event.is_dirty


def test_the_question_about_unsaved_words_goes_when_they_are_saved(desk: Driver) -> None:
    sources = SourcesPage(desk)
    sources.visit()
    key(desk, "Ctrl+N")
    type_(desk, "A letter")
    key(desk, "Escape")
    assert texts.NOT_SAVED in sources.form.confirm.question
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.SOURCE) == 1)
    desk.settled()
    assert sources.form.confirm.question == ""
    assert sources.view.list.hasFocus()
    key(desk, "Ctrl+N")
    key(desk, "Space")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    assert sources.problem  # it has no title: the field has the keyboard, and nothing is asked
    assert sources.form.confirm.question == ""
    assert sources.form.start().hasFocus()
