"""The words of the vocabularies in the window: added, used, merged; old records read as the term does."""

from PySide6.QtWidgets import QApplication

from hrddesk.records.kinds import Kind
from hrddesk_ui.views.settings_view import SettingsView
from hrddesk_ui.views.terms_view import TermsView
from tests.ui.casework import event_form, fill, key, page, stored, type_
from tests.ui.driver import Driver
from tests.ui.texts import records


def _open(desk: Driver) -> TermsView:
    settings = desk.page("settings")
    assert isinstance(settings, SettingsView)
    settings.tabs.tabBar().setFocus()
    while settings.tabs.currentIndex() != 1:
        key(desk, "Right")
    desk.until(
        lambda: isinstance(settings.catalogue, TermsView) and settings.catalogue.new_button.isVisible()
    )
    assert isinstance(settings.catalogue, TermsView)
    return settings.catalogue


def _choose(desk: Driver, view: TermsView, text: str) -> None:
    view.filter.setFocus()
    key(desk, "Ctrl+A")
    type_(desk, text)
    desk.until(lambda: view.list.entries.rowCount() == 1)
    key(desk, "Return")
    key(desk, "Home")
    desk.until(lambda: view.shown is not None)


def test_a_term_is_added_used_merged_and_read_as_the_other(desk: Driver) -> None:
    fill(desk, 1)
    view = _open(desk)
    desk.shot("words")
    desk.click(view.new_button)
    assert QApplication.focusWidget() is view.form.start()
    type_(desk, "Lured to tea")
    key(desk, "Tab")
    type_(desk, "诱去喝茶")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.TERM) == 1)
    desk.settled()
    # A form offers it at once, under its Chinese label too.
    page(desk)
    desk.page("cases")
    key(desk, "Ctrl+E")
    form = event_form(desk)
    type_(desk, "诱去喝茶")
    key(desk, "Escape")
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.EVENT) == 3)
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    event = reader.get(reader.ids(Kind.EVENT)[-1])
    assert event.text("type").startswith("lured_to_tea_")
    del form
    # Merged: the record stays, its line in the timeline reads as the term that was kept.
    view = _open(desk)
    _choose(desk, view, "lured to tea")
    assert "1" in view.state.text()
    assert view.into is not None
    view.into.setFocus()
    type_(desk, "summoned")
    key(desk, "Escape")
    desk.click(view.merge_button)
    desk.until(lambda: reader.get(reader.ids(Kind.TERM)[0]).text("into") == "summoned")
    desk.settled()
    assert view.restore_button.isVisible()
    desk.shot("words-merged")
    assert reader.get(event.id) == event
    desk.page("cases")
    entries = page(desk).case.timeline.list.entries
    desk.until(lambda: any(entries.entry(row).first == records.SUMMONED for row in range(entries.rowCount())))
    view = _open(desk)
    desk.click(view.restore_button)
    desk.until(lambda: "retired" not in reader.get(reader.ids(Kind.TERM)[0]).fields)


def test_a_word_that_means_another_term_is_refused_and_what_was_typed_stays(desk: Driver) -> None:
    view = _open(desk)
    desk.click(view.new_button)
    type_(desk, "taken away")
    key(desk, "Ctrl+S")
    desk.until(lambda: "taken_away" in view.form.problem_text)
    assert stored(desk, Kind.TERM) == 0
    # Another entry is shown, and what was typed is there when the new one is gone on with.
    view.list.setFocus()
    key(desk, "Down")
    desk.until(lambda: view.shown is not None and not view.form.dirty)
    assert desk.frame.top.unsaved.isVisible()
    desk.click(view.new_button)
    assert view._form.labels.lines["en"].text() == "taken away"


def test_a_shipped_term_is_retired_and_a_form_offers_it_no_longer(desk: Driver) -> None:
    view = _open(desk)
    _choose(desk, view, "喝茶")
    desk.click(view.retire_button)
    desk.until(lambda: stored(desk, Kind.TERM) == 1)
    desk.settled()
    fill(desk, 1)
    desk.page("cases")
    key(desk, "Ctrl+E")
    form = event_form(desk)
    assert (
        form.type.findText(
            records.INVITED_FOR_TEA,
        )
        < 0
    )
    form.type.set_value("invited_to_tea")
    assert (form.type.value(), form.type.currentText()) == ("invited_to_tea", records.INVITED_FOR_TEA)
