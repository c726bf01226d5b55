"""Languages from .ts files."""

import ast
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

import hrddesk_ui
from hrddesk.system.paths import resources
from hrddesk_ui.words import translation
from hrddesk_ui.words.translation import Translations, WindowLanguage
from tests.ui.chinese import in_chinese
from tests.ui.texts import exchange, gate


@pytest.fixture
def chinese(qapp: QApplication) -> object:
    translations = Translations(qapp)
    translations.switch(WindowLanguage.CHINESE)
    yield translations
    translations.clear()
    QLocale.setDefault(QLocale("en"))


def test_our_texts(chinese: Translations) -> None:
    assert QCoreApplication.translate("UnlockView", gate.UNLOCK) == in_chinese(gate.UNLOCK)
    assert QCoreApplication.translate("UnlockView", "Nobody wrote this") == "Nobody wrote this"


def test_the_locale_follows(chinese: Translations) -> None:
    assert QLocale().language() is QLocale.Language.Chinese


def test_buttons_of_qt_are_chinese(qtbot: QtBot, chinese: Translations) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    texts = {button.text().split("(")[0] for button in box.buttons()}
    assert texts == {"取消", "保存"}


def _cases_in_bundle(count: int) -> str:
    return QCoreApplication.translate("SendView", exchange.BUNDLE_HOLDS, None, count)


def test_numbers_take_their_form(qapp: QApplication) -> None:
    translations = Translations(qapp)
    translations.switch(WindowLanguage.ENGLISH)
    try:
        assert _cases_in_bundle(1) == exchange.BUNDLE_HOLDS_ONE_CASE.format(1)
        assert _cases_in_bundle(0) == exchange.BUNDLE_HOLDS_N_CASES.format(0)
        assert _cases_in_bundle(30) == exchange.BUNDLE_HOLDS_N_CASES.format(30)
        translations.switch(WindowLanguage.CHINESE)
        assert "30" in _cases_in_bundle(30)
    finally:
        translations.clear()


def test_the_system_decides_before_a_person_does(monkeypatch: pytest.MonkeyPatch) -> None:
    systems = (
        ("zh_CN", WindowLanguage.CHINESE),
        ("en_GB", WindowLanguage.ENGLISH),
        ("de", WindowLanguage.ENGLISH),
    )
    for name, language in systems:
        monkeypatch.setattr(QLocale, "system", lambda name=name: QLocale(name))
        assert translation.of_system() is language


def test_nothing_stays_when_it_is_cleared(qapp: QApplication) -> None:
    translations = Translations(qapp)
    translations.switch(WindowLanguage.CHINESE)
    translations.clear()
    assert QCoreApplication.translate("UnlockView", gate.UNLOCK) == gate.UNLOCK


@pytest.mark.parametrize("language", list(WindowLanguage))
def test_languages_name_themselves_and_their_labels(language: WindowLanguage) -> None:
    assert language.own_name
    assert language.vocabulary in ("en", "zh")


def test_every_number_in_english_has_its_singular_and_its_plural() -> None:
    tree = ElementTree.parse(resources() / "i18n" / "hrddesk_en.ts")
    for message in tree.iter("message"):
        source = message.findtext("source", "")
        if message.get("numerus") == "yes":
            forms = [form.text or "" for form in message.iter("numerusform")]
            assert len(forms) == 2, source
            assert message.find("translation[@type]") is None, f"not taken, since it is unfinished: {source}"
            assert all("%n" in form and "(s)" not in form and "/" not in form for form in forms), source
    everything = ElementTree.parse(resources() / "i18n" / "hrddesk_zh_CN.ts")
    for context in everything.iter("context"):
        if context.findtext("name") != "Core":  # those are said as the core says them
            plain = [each for each in context.iter("message") if each.get("numerus") != "yes"]
            assert [text for each in plain if "(s)" in (text := each.findtext("source", ""))] == []


def test_every_text_that_the_window_translates_is_in_the_catalogue() -> None:
    """What stands within an f-string, say, is found by no program that writes catalogues."""
    tree = ElementTree.parse(resources() / "i18n/hrddesk_zh_CN.ts")
    sources = {source.text for source in tree.iter("source")}
    window = Path(hrddesk_ui.__file__).parent
    calls = [
        node
        for path in window.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
    ]
    texts = {call.args[0].value for call in calls if call.args and isinstance(call.args[0], ast.Constant)}
    assert len(texts) > 1000
    assert texts <= sources
