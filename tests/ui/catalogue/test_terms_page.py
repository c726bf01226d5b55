"""The words of the vocabularies in the window: added, used, merged; old records read as the term does."""

from PySide6.QtWidgets import QApplication

from hrddesk.records.model.kinds import Kind
from tests.ui.casework import fill, key, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.catalogue import TermsPage
from tests.ui.page_objects.drafts import UnsavedForms
from tests.ui.page_objects.forms import EventForm
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def _choose(desk: Driver, terms_page: TermsPage, text: str) -> None:
    terms_page.filter.enter()
    key(desk, "Ctrl+A")
    type_(desk, text)
    desk.until(lambda: len(terms_page.list.entries) == 1)
    key(desk, "Return")
    key(desk, "Home")
    desk.until(lambda: terms_page.shown is not None)


def test_a_term_is_added_used_merged_and_read_as_the_other(desk: Driver) -> None:
    fill(desk, 1)
    terms_page = TermsPage(desk)
    terms_page.visit()
    desk.shot("words")
    terms_page.add()
    assert QApplication.focusWidget() is terms_page.form.start()
    type_(desk, "Lured to tea")
    key(desk, "Tab")
    type_(desk, "诱去喝茶")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.TERM) == 1)
    desk.settled()
    # A form offers it at once, under its Chinese label too.
    desk.page("cases")
    key(desk, "Ctrl+E")
    type_(desk, "诱去喝茶")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    reader = desk.frame.desk.reader
    event = reader.get(reader.ids(Kind.EVENT)[-1])
    assert event.text("type").startswith("lured_to_tea_")
    # Merged: the record stays, its line in the timeline reads as the term that was kept.
    terms_page = TermsPage(desk)
    terms_page.visit()
    _choose(desk, terms_page, "lured to tea")
    assert "1" in terms_page.view.state.text()
    assert terms_page.view.into is not None
    terms_page.view.into.setFocus()
    type_(desk, "summoned")
    key(desk, "Escape")
    terms_page.merge()
    desk.until(lambda: reader.get(reader.ids(Kind.TERM)[0]).text("into") == "summoned")
    desk.settled()
    assert terms_page.view.restore_button.isVisible()
    desk.shot("words-merged")
    assert reader.get(event.id) == event
    desk.page("cases")
    timeline = CasesPage(desk).timeline
    desk.until(lambda: any(entry.first == records.SUMMONED for entry in timeline.list.entries))
    terms_page = TermsPage(desk)
    terms_page.visit()
    terms_page.restore()
    desk.until(lambda: "retired" not in reader.get(reader.ids(Kind.TERM)[0]).fields)


def test_a_word_that_means_another_term_is_refused_and_what_was_typed_stays(desk: Driver) -> None:
    terms_page = TermsPage(desk)
    terms_page.visit()
    terms_page.begin("taken away")
    key(desk, "Ctrl+S")
    desk.until(lambda: "taken_away" in terms_page.problem)
    assert stored(desk, Kind.TERM) == 0
    # Another entry is shown, and what was typed is there when the new one is gone on with.
    terms_page.list.enter()
    key(desk, "Down")
    desk.until(lambda: terms_page.shown is not None and not terms_page.is_dirty)
    assert UnsavedForms(desk).is_announced
    terms_page.add()
    assert terms_page.label == "taken away"


def test_a_shipped_term_is_retired_and_a_form_offers_it_no_longer(desk: Driver) -> None:
    terms_page = TermsPage(desk)
    terms_page.visit()
    _choose(desk, terms_page, "喝茶")
    terms_page.retire()
    desk.until(lambda: stored(desk, Kind.TERM) == 1)
    desk.settled()
    fill(desk, 1)
    desk.page("cases")
    key(desk, "Ctrl+E")
    form = EventForm(desk)
    assert form.view.type.findText(records.INVITED_FOR_TEA) < 0
    form.view.type.set_value("invited_to_tea")
    assert (form.type.value, form.type_words) == ("invited_to_tea", records.INVITED_FOR_TEA)
