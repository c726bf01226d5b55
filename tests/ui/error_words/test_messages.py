"""Every error of the core is said in the language of the window."""

import string

import pytest
from PySide6.QtWidgets import QApplication

from hrddesk import errors
from hrddesk.errors import HrdDeskError
from hrddesk_ui.error_words import messages
from hrddesk_ui.words.translation import Translations, WindowLanguage
from tests.ui.texts import gate
from tests.ui.texts import window as texts

CLASSES = [
    kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, HrdDeskError)
]


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_class_is_worded_in_chinese_with_the_same_placeholders(
    kind: type[HrdDeskError], qapp: QApplication
) -> None:
    names = _fields(kind.what + kind.safe + kind.todo)
    error = kind(**{name: f"<{name}>" for name in names})
    translations = Translations(qapp)
    translations.switch(WindowLanguage.CHINESE)
    try:
        message = messages.of(error)
    finally:
        translations.switch(WindowLanguage.ENGLISH)  # the locale follows the language
        translations.clear()
    assert all(f"<{name}>" in message.text for name in names)
    assert any("一" <= letter <= "鿿" for letter in message.what)
    assert "?" not in message.text or "2020?" in message.text


def test_a_detail_that_was_not_given_is_a_question_mark() -> None:
    assert messages.of(errors.NotAVault()).what == f"? {gate.NOT_A_VAULT}."


def test_a_class_without_words_of_its_own_takes_those_of_its_base() -> None:
    class Newer(errors.BundleError):
        pass

    assert messages.of(Newer()).what == texts.BUNDLE_CANNOT_BE_READ


def test_sentences_in_chinese_stand_behind_each_other_without_a_space(qapp: QApplication) -> None:
    translations = Translations(qapp)
    translations.switch(WindowLanguage.CHINESE)
    try:
        assert messages.Message("没有改动。", "", "请再试。").text == "没有改动。请再试。"
    finally:
        translations.switch(WindowLanguage.ENGLISH)
        translations.clear()
    assert messages.Message("Nothing changed.", "", "Try again.").text == "Nothing changed. Try again."
