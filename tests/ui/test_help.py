"""Help without a network, complete in both languages."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel, QListWidget

from hrddesk import confinement, paths, swap
from hrddesk_ui.shortcuts import Key
from hrddesk_ui.translation import Language
from hrddesk_ui.views.about_view import AboutView
from hrddesk_ui.views.cases_view import CasesView
from hrddesk_ui.views.handoff_view import HandoffView, Part
from hrddesk_ui.views.help_view import HelpBrowser
from hrddesk_ui.views.publish_view import PublishView
from hrddesk_ui.views.settings_view import SettingsView
from tests.ui.casework import fill
from tests.ui.driver import Driver

PAGES = sorted((paths.resources() / "help" / "en").glob("*.md"))


def _browser(driver: Driver) -> HelpBrowser:
    driver.key("F1")
    browser = driver.window.gate.help
    assert browser.isVisible()
    return browser


def _shown(topics: QListWidget) -> list[str]:
    return [topics.item(row).text() for row in range(topics.count())]


def test_every_page_is_listed_by_its_heading(gate: Driver) -> None:
    browser = _browser(gate)
    headings = {page.read_text("utf-8").splitlines()[0].removeprefix("# ") for page in PAGES}
    assert set(_shown(browser.topics)) == headings
    assert _shown(browser.topics)[0] == "How to begin"
    gate.shot("help-en")


def test_search_finds_words_of_the_text(gate: Driver) -> None:
    browser = _browser(gate)
    gate.text("impostor")
    assert "What it protects against, and what not" in _shown(browser.topics)
    assert "How to begin" not in _shown(browser.topics)
    assert "impostor" in browser.text.toPlainText()
    gate.text("qqq")
    assert _shown(browser.topics) == []
    assert browser.nothing.isVisible()


def test_links_lead_to_our_pages_only(gate: Driver) -> None:
    browser = _browser(gate)
    browser.text.anchorClicked.emit(QUrl("publish.md"))
    assert browser.text.topic == "publish"
    for address in ("https://example.org/start.md", "file:///etc/passwd", "/etc/passwd", "nowhere.md"):
        browser.text.anchorClicked.emit(QUrl(address))
        assert browser.text.topic == "publish"


def test_a_link_is_followed_by_keys(gate: Driver) -> None:
    browser = _browser(gate)
    browser.text.setFocus()
    gate.key("Tab")
    gate.key("Return")
    assert browser.text.topic == "passphrase"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_of_the_pages_exist_in_both_languages(page: Path) -> None:
    for language in Language:
        translated = page.parent.parent / language.value / page.name
        assert translated.is_file(), f"{page.name} is not there in {language.value}"
        text = translated.read_text("utf-8")
        assert text.startswith("# ")
        for target in re.findall(r"\]\(([^)]+)\)", text):
            assert (page.parent / target).is_file(), target


def test_pages_are_chinese_in_chinese(gate: Driver) -> None:
    gate.window.gate.language.setFocus()
    gate.pick("Down")
    gate.until(lambda: gate.window.gate.start.new_button.text() == "新建保险库")
    browser = _browser(gate)
    assert _shown(browser.topics)[0] == "如何开始"
    gate.shot("help-zh")


def test_the_keys_of_the_keyboard_page_are_the_ones_that_work() -> None:
    for language in Language:
        text = (paths.resources() / "help" / language.value / "keyboard.md").read_text("utf-8")
        named = set(re.findall(r"`((?:Ctrl\+)?(?:Shift\+)?[A-Z]|(?:Shift\+)?F\d+|Alt\+\d)`", text))
        assert named - {"Ctrl+A", "N"} == {key.value for key in Key}  # every list's own, and a picture's


def _explained(desk: Driver) -> str:
    """Press F1 and return which page of the help is shown."""
    desk.key("F1")
    assert desk.frame.current == "help"
    (browser,) = desk.frame.findChildren(HelpBrowser)
    return browser.text.topic


def test_f1_explains_what_is_shown(desk: Driver) -> None:
    for page, topic in (
        ("cases", "cases"),
        ("people", "cases"),
        ("figures", "figures"),
        ("handoff", "hand-off"),
        ("publish", "publish"),
        ("settings", "passphrase"),
        ("about", "protects"),
    ):
        desk.page(page)
        assert _explained(desk) == topic
    assert _explained(desk) == "protects"  # the help itself stays where it is

    handoff = desk.page("handoff")
    assert isinstance(handoff, HandoffView)
    for tab in (Part.CONTACTS, Part.IDENTITY):
        desk.page("handoff")
        handoff.tabs.setCurrentIndex(tab)
        assert _explained(desk) == "contacts"

    cases = desk.page("cases")
    assert isinstance(cases, CasesView)
    desk.click(cases.import_button)
    assert _explained(desk) == "import-kit"
    fill(desk, 1)
    desk.page("cases")
    cases.show_case(cases.model.id_at(0))
    cases.case.tabs.setCurrentWidget(cases.case.evidence)
    assert _explained(desk) == "evidence"
    assert {path.stem for path in PAGES} >= {page.topic() for page in desk.frame.pages if page.topic()}


def test_about_warns_of_swap_that_is_not_encrypted(
    desk: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swaps = tmp_path / "swaps"
    about = desk.page("about")

    def warned() -> bool:
        texts = [label.text() for label in about.findChildren(QLabel) if label.isVisible()]
        return any("disk that is not encrypted (swap)" in text for text in texts)

    monkeypatch.setattr(swap.swaps_to_plain_disk, "__defaults__", (swaps, tmp_path))
    swaps.write_text(f"Filename\n{tmp_path / 'gone'} file 1 0 -2\n", "utf-8")
    desk.page("cases")
    desk.page("about")
    desk.until(warned)
    desk.shot("about-swap")
    swaps.write_text("Filename\n", "utf-8")
    desk.page("cases")
    desk.page("about")
    desk.until(lambda: not warned())


@pytest.mark.parametrize("version", [0, 7])
def test_about_says_what_confines_the_process_that_opens_pictures(
    desk: Driver, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    monkeypatch.setattr(confinement, "landlock_version", lambda: version)
    about = desk.page("about")

    def told() -> str:
        return "\n".join(label.text() for label in about.findChildren(QLabel) if label.isVisible())

    desk.until(lambda: "a process that can open no file" in told())
    assert ("has no Landlock" in told()) is (version == 0)
    assert "kept out of swap space" in told()
    desk.shot(f"about-landlock-{version}")


def test_the_page_of_the_rail(desk: Driver) -> None:
    about = desk.page("about")
    assert isinstance(about, AboutView)
    desk.shot("about")
    desk.click(about.protects_button)
    assert desk.frame.current == "help"
    desk.shot("help-desk")


def test_escape_leads_back_to_what_was_shown(desk: Driver) -> None:
    desk.page("settings")
    before = desk.focus()
    desk.key("F1")
    assert desk.frame.current == "help"
    desk.key("Escape")
    assert desk.frame.current == "settings"
    assert desk.frame.rail.buttons["settings"].isChecked()
    assert desk.focus() is before
    desk.frame.search("nobody")
    desk.key("F1")
    desk.key("Escape")
    assert desk.frame.current == "settings"


def test_the_help_explains_the_part_of_the_settings_that_has_the_keyboard(desk: Driver) -> None:
    page = desk.page("settings")
    assert isinstance(page, SettingsView)
    desk.frame.page("help")
    browser = desk.frame.findChildren(HelpBrowser)[0]
    for field, topic in (
        (page.language, "passphrase"),
        (page.check.button, "check"),
        (page.head.show_button, "check"),
        (page.backup.make_button, "backup"),
        (page.wipe.hold, "wipe"),
    ):
        field.setFocus()
        desk.key("F1")
        assert browser.text.topic == topic
        desk.key("Escape")
        assert desk.focus() is field


@pytest.mark.parametrize("tab", range(7))
def test_the_keyboard_comes_back_to_every_tab_of_publishing(desk: Driver, tab: int) -> None:
    page = desk.page("publish")
    assert isinstance(page, PublishView)
    page.tabs.setCurrentIndex(tab)
    desk.settled()
    page.tabs.tabBar().setFocus()
    for _ in range(2):
        before = desk.focus()
        assert page.isAncestorOf(before)
        desk.key("F1")
        assert desk.frame.current == "help"
        desk.key("Escape")
        assert desk.frame.current == "publish"
        assert desk.focus() is before
        desk.key("Tab")
