"""Help without a network, complete in both languages."""

import re
from pathlib import Path

import pytest

from hrddesk.system import confinement, paths, swap
from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import fill
from tests.ui.chinese import in_chinese
from tests.ui.driver import Driver
from tests.ui.page_objects.gate import GatePage, StartPage
from tests.ui.page_objects.handoff import HandoffPage
from tests.ui.page_objects.help import AboutPage, HelpPage
from tests.ui.page_objects.publishing import publish_view
from tests.ui.page_objects.records import CasesPage
from tests.ui.page_objects.tables import ImportPane
from tests.ui.page_objects.views import settings_view
from tests.ui.page_objects.window import Rail
from tests.ui.texts import gate as gate_texts
from tests.ui.texts import window as texts

PAGES = sorted((paths.resources() / "help" / "en").glob("*.md"))


def _heading(topic: str, language: WindowLanguage = WindowLanguage.ENGLISH) -> str:
    """Return the heading of a page of the help."""
    page = paths.resources() / "help" / language.value / f"{topic}.md"
    return page.read_text("utf-8").splitlines()[0].removeprefix("# ")


def test_every_page_is_listed_by_its_heading(gate: Driver) -> None:
    browser = HelpPage.open_before_vault(gate)
    assert set(browser.topics) == {_heading(page.stem) for page in PAGES}
    assert browser.topics[0] == _heading("start")
    gate.shot("help-en")


def test_search_finds_words_of_the_text(gate: Driver) -> None:
    browser = HelpPage.open_before_vault(gate)
    gate.text("impostor")
    assert _heading("protects") in browser.topics
    assert _heading("start") not in browser.topics
    assert "impostor" in browser.text
    gate.text("qqq")
    assert browser.topics == []
    assert browser.says_that_nothing_was_found()


def test_links_lead_to_our_pages_only(gate: Driver) -> None:
    browser = HelpPage.open_before_vault(gate)
    browser.follow_link("publish.md")
    assert browser.topic == "publish"
    for address in ("https://example.org/start.md", "file:///etc/passwd", "/etc/passwd", "nowhere.md"):
        browser.follow_link(address)
        assert browser.topic == "publish"


def test_a_link_is_followed_by_keys(gate: Driver) -> None:
    browser = HelpPage.open_before_vault(gate)
    browser.go_to_text()
    gate.key("Tab")
    gate.key("Return")
    assert browser.topic == "passphrase"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_of_the_pages_exist_in_both_languages(page: Path) -> None:
    for language in WindowLanguage:
        translated = page.parent.parent / language.value / page.name
        assert translated.is_file(), f"{page.name} is not there in {language.value}"
        text = translated.read_text("utf-8")
        assert text.startswith("# ")
        for target in re.findall(r"\]\(([^)]+)\)", text):
            assert (page.parent / target).is_file(), target


def test_pages_are_chinese_in_chinese(gate: Driver) -> None:
    GatePage(gate).choose_next_language()
    gate.until(lambda: StartPage(gate).words_of_make_vault == in_chinese(gate_texts.NEW_VAULT))
    browser = HelpPage.open_before_vault(gate)
    assert browser.topics[0] == _heading("start", WindowLanguage.CHINESE)
    gate.shot("help-zh")


def test_the_keys_of_the_keyboard_page_are_the_ones_that_work() -> None:
    for language in WindowLanguage:
        text = (paths.resources() / "help" / language.value / "keyboard.md").read_text("utf-8")
        named = set(
            re.findall(r"`((?:Ctrl\+)?(?:Shift\+)?[A-Z]|Ctrl\+[+0-]|(?:Shift\+)?F\d+|Alt\+\d)`", text)
        )
        assert named - {"Ctrl+A", "N"} == {key.value for key in Shortcut} - {
            Shortcut.LARGER_UNSHIFTED
        }  # every list's own, and a picture's


def _explained(desk: Driver) -> str:
    """Press F1 and return which page of the help is shown."""
    return HelpPage.open(desk).topic


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

    handoff = HandoffPage.open(desk)
    for turn_to in (handoff.turn_to_contacts, handoff.turn_to_identity):
        HandoffPage.open(desk)
        turn_to()
        assert _explained(desk) == "contacts"

    cases = CasesPage(desk)
    desk.page("cases")
    ImportPane(desk).click_import()
    assert _explained(desk) == "import-kit"
    fill(desk, 1)
    desk.page("cases")
    cases.show_case(cases.listed[0])
    cases.evidence.show()
    assert _explained(desk) == "evidence"
    assert {path.stem for path in PAGES} >= {page.topic() for page in desk.frame.pages if page.topic()}


def test_about_warns_of_swap_that_is_not_encrypted(
    desk: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swaps = tmp_path / "swaps"
    about = AboutPage.open(desk)

    def warned() -> bool:
        return texts.SWAP_NOT_ENCRYPTED in about.text

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
    about = AboutPage.open(desk)
    desk.until(lambda: texts.PROCESS_THAT_OPENS_NO_FILE in about.text)
    assert (texts.NO_LANDLOCK in about.text) is (version == 0)
    assert texts.OUT_OF_SWAP in about.text
    desk.shot(f"about-landlock-{version}")


def test_the_page_of_the_rail(desk: Driver) -> None:
    about = AboutPage.open(desk)
    desk.shot("about")
    about.ask_what_it_protects_against()
    assert desk.frame.current == "help"
    desk.shot("help-desk")


def test_escape_leads_back_to_what_was_shown(desk: Driver) -> None:
    desk.page("settings")
    before = desk.focus()
    desk.key("F1")
    assert desk.frame.current == "help"
    desk.key("Escape")
    assert desk.frame.current == "settings"
    assert "settings" in Rail(desk).marked
    assert desk.focus() is before
    desk.frame.search("nobody")
    desk.key("F1")
    desk.key("Escape")
    assert desk.frame.current == "settings"


def test_the_help_explains_the_part_of_the_settings_that_has_the_keyboard(desk: Driver) -> None:
    desk.page("settings")
    page = settings_view(desk)
    desk.frame.page("help")
    browser = HelpPage.of_vault(desk)
    for field, topic in (
        (page.language, "passphrase"),
        (page.check.button, "check"),
        (page.head.show_button, "check"),
        (page.backup.make_button, "backup"),
        (page.wipe.hold, "wipe"),
    ):
        field.setFocus()
        desk.key("F1")
        assert browser.topic == topic
        desk.key("Escape")
        assert desk.focus() is field


@pytest.mark.parametrize("tab", range(7))
def test_the_keyboard_comes_back_to_every_tab_of_publishing(desk: Driver, tab: int) -> None:
    desk.page("publish")
    page = publish_view(desk)
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
