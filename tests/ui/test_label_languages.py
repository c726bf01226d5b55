"""The languages in which labels are looked for: chosen in the settings, kept in the vault."""

from hrddesk_ui import settings
from hrddesk_ui.views.settings_view import SettingsView
from hrddesk_ui.widgets.language import chosen_languages, label_languages, show_languages
from hrddesk_ui.widgets.term_edit import term_label
from tests.ui.casework import key, type_
from tests.ui.driver import Driver
from tests.ui.texts import records


def _settings(desk: Driver) -> SettingsView:
    found = desk.page("settings")
    assert isinstance(found, SettingsView)
    return found


def _type(desk: Driver, text: str) -> SettingsView:
    view = _settings(desk)
    view.labels.setFocus()
    key(desk, "Ctrl+A")
    type_(desk, text)
    key(desk, "Return")
    return view


def test_terms_read_in_the_languages_that_were_chosen(desk: Driver) -> None:
    assert term_label(("event_type",), "taken_away") == records.TAKEN_AWAY
    _type(desk, "qqx, zh-hant")
    desk.until(lambda: chosen_languages() == ("qqx", "zh-Hant"))
    assert term_label(("event_type",), "taken_away") == "帶走"
    assert label_languages() == ("qqx", "zh-Hant", "en", "zh-Hans")
    desk.settled()
    assert desk.window.desk is not None
    assert settings.label_languages(desk.window.desk.reader) == ("qqx", "zh-Hant")
    assert _settings(desk).labels.text() == "qqx, zh-Hant"
    show_languages(())  # for the tests that follow


def test_what_is_no_language_is_refused(desk: Driver) -> None:
    view = _type(desk, "english")
    assert records.NO_LANGUAGE_CODE in view.labels_trouble.text()
    assert desk.window.desk is not None
    assert settings.label_languages(desk.window.desk.reader) == ()
    type_(desk, " ")
    assert not view.labels_trouble.isVisible()
