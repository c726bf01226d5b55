"""A record that goes, by undo or removal: its form goes with it, and what was typed comes back with it."""

import pytest

from hrddesk.actions import history
from hrddesk.records.kinds import Kind
from hrddesk_ui.dialogs.event_edit import EventEdit
from hrddesk_ui.views.people_view import PeopleView
from hrddesk_ui.views.sources_view import SourcesView
from tests.ui.casework import change, fill, key, page, person_form, say_subject, stored, type_
from tests.ui.driver import Driver

pytestmark = pytest.mark.timeout(90)


def test_the_form_of_a_person_whose_addition_is_undone_closes(desk: Driver) -> None:
    fill(desk, 1)
    people = page(desk).case.people
    before = people.detail.subjects[0] if people.detail else None
    key(desk, "Ctrl+P")
    say_subject(desk)
    type_(desk, "Rinchen Invented")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 2)
    desk.settled()
    added = people.list.current()
    key(desk, "Return")
    assert person_form(desk).stored is not None
    assert added not in (before, None)
    desk.click(desk.frame.top.undo)
    desk.until(lambda: stored(desk, Kind.PARTY) == 1)
    desk.settled()
    assert people.form is None
    assert people.list.current() == before  # the neighbour
    key(desk, "Ctrl+P")  # nothing of it is in the next form
    assert person_form(desk).names.entries() == []


def test_the_form_on_the_page_of_people_closes_too(desk: Driver) -> None:
    fill(desk, 1)
    people = desk.page("people")
    assert isinstance(people, PeopleView)
    key(desk, "Ctrl+N")
    type_(desk, "Rinchen Invented")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 2)
    desk.settled()
    key(desk, "Return")
    desk.until(lambda: people.pane.form is not None)
    desk.click(desk.frame.top.undo)
    desk.until(lambda: stored(desk, Kind.PARTY) == 1)
    desk.settled()
    assert people.pane.form is None
    assert not people.panes.is_open


def test_words_that_are_not_saved_stay_when_their_record_goes(desk: Driver) -> None:
    fill(desk, 1)
    key(desk, "Ctrl+P")
    say_subject(desk)
    type_(desk, "Rinchen Invented")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.PARTY) == 2)
    desk.settled()
    key(desk, "Return")
    form = person_form(desk)
    form.note.setFocus()
    type_(desk, "said by the neighbour")
    change(desk, lambda session: history.undo(session)[1])  # not by the button, which waits for the form
    desk.until(lambda: stored(desk, Kind.PARTY) == 1)
    desk.settled()
    assert person_form(desk) is form
    assert "was deleted since you typed this" in form.problem_text
    assert form.note.toPlainText() == "said by the neighbour"


def test_words_that_were_not_saved_come_back_with_what_was_removed(desk: Driver) -> None:
    fill(desk, 1)
    timeline = page(desk).case.timeline
    timeline.list.setFocus()
    key(desk, "Home")
    key(desk, "Return")
    form = timeline.form
    assert isinstance(form, EventEdit)
    form.note.setFocus()
    type_(desk, "said by the neighbour")
    desk.click(timeline.remove_button)
    desk.until(lambda: stored(desk, Kind.EVENT) == 1)
    desk.settled()
    desk.click(timeline.confirm.yes)
    desk.until(lambda: stored(desk, Kind.EVENT) == 2)
    desk.settled()
    again = timeline.form
    assert isinstance(again, EventEdit)
    assert again.note.toPlainText() == "said by the neighbour"
    assert again.dirty


def test_the_question_about_unsaved_words_goes_when_they_are_saved(desk: Driver) -> None:
    shown = desk.page("sources")
    assert isinstance(shown, SourcesView)
    sources = shown.sources
    key(desk, "Ctrl+N")
    type_(desk, "A letter")
    key(desk, "Escape")
    assert "not saved" in sources.form.confirm.question
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.SOURCE) == 1)
    desk.settled()
    assert sources.form.confirm.question == ""
    assert sources.list.hasFocus()
    key(desk, "Ctrl+N")
    key(desk, "Space")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    assert sources.form.problem_text  # it has no title: the field has the keyboard, and nothing is asked
    assert sources.form.confirm.question == ""
    assert sources.form.start().hasFocus()
