"""The languages in which labels are looked for: chosen in the settings, kept in the vault."""

from hrddesk_ui.desk import settings
from hrddesk_ui.words.language import chosen_languages, label_languages, show_languages
from hrddesk_ui.words.vocabularies import term_label
from tests.ui.casework import type_
from tests.ui.driver import Driver
from tests.ui.page_objects.catalogue import LabelLanguages
from tests.ui.texts import records


def test_terms_read_in_the_languages_that_were_chosen(desk: Driver) -> None:
    assert term_label(("event_type",), "taken_away") == records.TAKEN_AWAY
    field = LabelLanguages(desk)
    field.replace("qqx, zh-hant")
    desk.until(lambda: chosen_languages() == ("qqx", "zh-Hant"))
    assert term_label(("event_type",), "taken_away") == "帶走"
    assert label_languages() == ("qqx", "zh-Hant", "en", "zh-Hans")
    desk.settled()
    assert desk.window.desk is not None
    assert settings.label_languages(desk.window.desk.reader) == ("qqx", "zh-Hant")
    field.visit()
    assert field.languages.value == "qqx, zh-Hant"
    show_languages(())  # for the tests that follow


def test_what_is_no_language_is_refused(desk: Driver) -> None:
    field = LabelLanguages(desk)
    field.replace("english")
    assert records.NO_LANGUAGE_CODE in field.languages.hint
    assert desk.window.desk is not None
    assert settings.label_languages(desk.window.desk.reader) == ()
    type_(desk, " ")
    assert not field.is_refused
