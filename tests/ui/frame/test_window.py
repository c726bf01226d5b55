"""The frame: rail, search, keys, lock, languages, bugs."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from hrddesk.actions.records import cases, evidence, parties
from hrddesk.actions.vault import vaults
from hrddesk.crypto import kdf
from hrddesk.errors import DiskFull
from hrddesk.store.vault import check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent
from hrddesk_ui.desk import settings
from hrddesk_ui.error_words.messages import Message
from hrddesk_ui.locking import idle
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.settings.check_view import DAMAGE
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.chinese import in_chinese
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.page_objects.gate import UnlockPage
from tests.ui.page_objects.keys import KeysPart
from tests.ui.page_objects.records import CasesPage
from tests.ui.page_objects.settings import CheckPart, LooksPart
from tests.ui.page_objects.window import Rail, TopBar
from tests.ui.texts import gate as gate_texts
from tests.ui.texts import search
from tests.ui.texts import settings as settings_texts
from tests.ui.texts import window as texts

CHECKOUT = Path(__file__).parents[3]
BANNED = {"PySide6.QtNetwork", "ssl", "socket", "http.client", "webbrowser", "urllib.request"}

Start = Callable[[Resume], Driver]


def test_ctrl_l_locks_from_anywhere(desk: Driver, vault: Path) -> None:
    TopBar(desk).go_to_search()
    desk.key("Ctrl+L")
    assert [(after.folder, after.report) for after in desk.resumed] == [(str(vault), "")]
    assert not desk.window.isVisible()
    vaults.unlock(vault, vaults.passphrase_secret(PASSPHRASE)).close()  # it is closed: nobody holds it
    assert not vault.with_name("db.sqlite-wal").exists()


def test_the_button_locks_too_and_only_once(desk: Driver) -> None:
    TopBar(desk).lock()
    desk.app.lock()
    assert len(desk.resumed) == 1


def test_locking_interrupts_what_runs(desk: Driver) -> None:
    assert desk.window.desk is not None
    answers: list[int] = []

    def work(session: object, job: Job) -> int:
        for done in range(100_000):
            job.step(done, 100_000)
            QThread.msleep(1)
        return 1

    desk.window.desk.ask(desk.window, work, answers.append, label="Counting")
    desk.until(lambda: desk.window.message_bar.isVisible())
    desk.key("Ctrl+L")
    assert len(desk.resumed) == 1
    assert answers == []


def test_the_vault_locks_when_nobody_is_there(desk: Driver) -> None:
    desk.window.leaving.idle.start(0.001)
    desk.until(lambda: len(desk.resumed) == 1)


def test_keys_put_the_idle_lock_off(desk: Driver) -> None:
    desk.window.leaving.idle.start(0.02)  # 1.2 s
    for _ in range(8):
        QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Shift)  # as the system delivers it
        desk.bot.wait(250)
    assert desk.resumed == []
    desk.window.leaving.idle.start(0)
    desk.bot.wait(50)
    assert isinstance(desk.window.leaving.idle, idle.IdleWatch)


def test_the_title_names_nothing(desk: Driver) -> None:
    assert desk.window.windowTitle() == "HRDDesk"


def test_ctrl_f_goes_to_the_search_and_escape_empties_it(desk: Driver) -> None:
    desk.key("Ctrl+F")
    assert TopBar(desk).search_has_keyboard()
    desk.text("nobody")
    desk.key("Return")
    assert desk.frame.current == ""
    desk.until(lambda: desk.frame.results.summary.text() == search.NOTHING_FOUND)
    desk.key("Ctrl+F")
    desk.key("Escape")
    assert TopBar(desk).searched_words == ""


def test_pages_have_numbers(desk: Driver) -> None:
    def is_shown(page: str) -> bool:
        return desk.frame.current == page

    for number, name in enumerate(Rail(desk).names[:9], 1):
        desk.key(f"Ctrl+{number}")
        desk.until(partial(is_shown, name))
        assert name in Rail(desk).marked


@pytest.mark.parametrize("height", [768, 420])
def test_the_rail_stands_whole(desk: Driver, height: int) -> None:
    desk.window.resize(1024, height)  # the lower one leaves too little room: the rail scrolls
    rail = Rail(desk)
    for name in rail.names:
        rail.go_to(name)
        desk.until(partial(rail.stands_whole, name))


def test_arrows_go_through_the_rail(desk: Driver) -> None:
    rail = Rail(desk)
    first, second = rail.names[:2]
    desk.page(first)
    rail.go_to(first)
    desk.key("Down")
    assert rail.has_keyboard(second)
    desk.key("Space")
    assert desk.frame.current == second


@pytest.mark.parametrize("key", ["Return", "Enter", "Space"])
def test_return_presses_what_has_the_keyboard(desk: Driver, key: str) -> None:
    Rail(desk).go_to("people")
    desk.key(key)
    assert desk.frame.current == "people"
    desk.page("cases")
    CasesPage(desk).view.new_button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.key(key)
    assert isinstance(desk.focus(), QLineEdit)
    TopBar(desk).tab_to_lock()
    desk.key(key)
    assert len(desk.resumed) == 1


def test_f1_shows_the_help(desk: Driver) -> None:
    desk.key("F1")
    assert desk.frame.current == "help"


def test_errors_of_the_core_go_to_the_message_bar(desk: Driver) -> None:
    assert desk.window.desk is not None

    def work(session: object, job: Job) -> None:
        raise DiskFull

    desk.window.desk.ask(desk.window, work, lambda _: None)
    desk.until(lambda: desk.window.message_bar.text != "")
    assert desk.window.message_bar.text == Message(DiskFull.what, DiskFull.safe, DiskFull.todo).text
    assert desk.window.message_bar.tone == "bad"
    desk.shot("message-bar")
    desk.key("Ctrl+M")
    assert desk.window.message_bar.text == ""


def test_a_bug_locks_and_reports_no_case_data(desk: Driver, vault: Path) -> None:
    assert desk.window.desk is not None

    def work(session: object, job: Job) -> None:
        raise ValueError("Zhang Invented")

    desk.window.desk.ask(desk.window, work, lambda _: None)
    desk.until(lambda: len(desk.resumed) == 1)
    after = desk.resumed[0]
    assert after.folder == str(vault)
    assert "builtins.ValueError" in after.report
    assert "Zhang" not in after.report


def test_the_language_is_switched_and_kept_in_the_vault(desk: Driver, start: Start, vault: Path) -> None:
    page = LooksPart.open(desk)
    desk.shot("settings-en")
    page.choose_next_language()
    desk.until(lambda: TopBar(desk).words_of_lock == in_chinese(texts.LOCK))
    desk.settled()
    desk.shot("settings-zh")
    assert desk.frame.current == "settings"
    desk.app.end()
    again = start(Resume(folder=str(vault), language="en"))
    assert UnlockPage(again).words_of_unlock == gate_texts.UNLOCK
    again.text(PASSPHRASE)
    again.key("Return")
    again.until(lambda: again.window.frame is not None)
    assert TopBar(again).words_of_lock == in_chinese(texts.LOCK)


def test_the_palette_is_switched_and_kept(desk: Driver) -> None:
    LooksPart.open(desk).choose_last_palette()
    desk.until(lambda: desk.window.appearance.scheme.value == "dark")
    desk.shot("settings-dark")
    assert desk.window.desk is not None
    assert settings.appearance(desk.window.desk.reader).scheme.value == "dark"


def test_idle_minutes_are_kept(desk: Driver) -> None:
    LooksPart.open(desk).lock_a_minute_later()
    desk.settled()
    assert desk.window.desk is not None
    assert settings.idle_minutes(desk.window.desk.reader) == settings.IDLE_MINUTES + 1


def test_the_passphrase_is_changed(desk: Driver, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "calibrate", lambda seconds=1.0: kdf.FLOOR)
    page = KeysPart.open(desk)
    page.choose_new_passphrase()
    new = "an entirely new phrase of words"
    page.type_passphrase("wrong")
    page.type_new_passphrase(new)
    page.repeat_new_passphrase("other")
    desk.key("Return")
    assert gate_texts.NEW_PASSPHRASES_DIFFER in page.problem
    page.repeat_new_passphrase(new)
    page.go_on()
    desk.until(lambda: page.problem.startswith(gate_texts.WRONG_PASSPHRASE_BRIEFLY))
    page.type_passphrase(PASSPHRASE)
    page.type_new_passphrase(new)
    desk.key("Return")
    desk.until(lambda: desk.window.message_bar.text == settings_texts.PASSPHRASE_CHANGED)
    assert page.new_passphrase == ""
    desk.app.end()
    vaults.unlock(vault, vaults.passphrase_secret(new)).close()


def test_closing_the_window_closes_the_vault(desk: Driver, vault: Path) -> None:
    desk.key("Ctrl+Q")
    desk.until(lambda: not desk.window.isVisible())
    assert desk.resumed == []
    vaults.unlock(vault, vaults.passphrase_secret(PASSPHRASE)).close()


def test_an_older_copy_put_back_is_told(start: Start, vault: Path) -> None:
    old = (vault / "db.sqlite").read_bytes()
    with vaults.unlock(vault, vaults.passphrase_secret(PASSPHRASE)) as session:
        cases.create(session, {"title": "A later case"})
    (vault / "db.sqlite").write_bytes(old)
    driver = start(Resume(folder=str(vault), language=WindowLanguage.ENGLISH.value))
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)
    assert driver.window.message_bar.text.startswith(texts.OLDER_COPY_PUT_BACK)
    page = CheckPart.open(driver)
    assert driver.window.message_bar.text.startswith(texts.OLDER_COPY_PUT_BACK)
    page.go_on_with_vault_by_keyboard()
    assert page.no_has_keyboard()
    driver.shot("settings-alarm")
    page.say_yes()
    driver.until(lambda: driver.window.message_bar.text.startswith(texts.ALARM_OVER))
    assert not page.offers_to_go_on()
    driver.page("cases")
    assert driver.window.message_bar.text == ""
    driver.app.end()
    with vaults.unlock(vault, vaults.passphrase_secret(PASSPHRASE)) as session:
        assert session.alarms == []


def test_qt_writes_no_settings_of_its_own(desk: Driver) -> None:
    place = QSettings(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, "QtProject", "x").fileName()
    assert place.startswith("/dev/null/")
    assert QApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def test_the_window_imports_no_network_code() -> None:
    code = (
        "import sys; sys.path[:0] = ['.', 'ui']; import hrddesk_ui.frame.app, hrddesk_ui.frame.frame; "
        "import hrddesk_ui.gate.new_vault_view, hrddesk_ui.gate.unlock_view; "
        "print(' '.join(sys.modules))"
    )
    # Coverage, which test.py sets to follow processes, imports network code of its own.
    variables = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, env=variables, capture_output=True, check=True, text=True
    )
    assert not BANNED & set(run.stdout.split())


def test_the_check_says_that_nothing_is_wrong(desk: Driver) -> None:
    page = CheckPart.open(desk)
    page.check_vault()
    desk.until(lambda: desk.window.message_bar.text.startswith(texts.NOTHING_DAMAGED))
    assert page.hides_findings()


def test_the_check_lists_what_is_wrong(start: Start, vault: Path) -> None:
    with vaults.unlock(vault, vaults.passphrase_secret(PASSPHRASE)) as session:
        added = evidence_file(session, vault.parent)
    stored = [path for path in (vault / "att").rglob("*") if path.is_file()]
    assert added
    assert len(stored) == 1
    octets = bytearray(stored[0].read_bytes())
    octets[-1] ^= 1
    stored[0].write_bytes(octets)
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)
    page = CheckPart.open(driver)
    page.check_vault()
    driver.until(lambda: driver.window.message_bar.tone == "bad")
    assert page.findings.startswith(f"{texts.EVIDENCE_DAMAGED} — ")
    driver.shot("settings-check")


def evidence_file(session: Session, folder: Path) -> str:
    """Add a file that is too large to lie in the database."""
    case = cases.create(session, {"title": "A case with a file"}).result
    original = folder / "invented.bin"
    original.write_bytes(bytes(range(256)) * 1024)
    added = evidence.add(session, case, original, silent()).result
    return str(added)


def test_every_damage_has_words() -> None:
    source = Path(check.__file__).read_text("utf-8")
    assert set(re.findall(r'\.found\(\s*"([a-z]+)"', source)) == set(DAMAGE)


def test_search_finds_and_opens(start: Start, vault: Path) -> None:
    with vaults.unlock(vault, vaults.passphrase_secret(PASSPHRASE)) as session:
        cases.create(session, {"title": "Quite another matter"})
        case = cases.create(session, {"title": "The printers of Willow Lane"}).result
        names = [{"name": "高伟林", "script": "Hans", "kind": "main"}]
        parties.create(session, {"kind": "person"}, {"names": names}, case=case, role="subject")
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)
    driver.key("Ctrl+F")
    driver.text("gaoweilin")
    driver.key("Return")
    results = driver.frame.results
    driver.until(lambda: results.summary.text() == search.N_FOUND.format(1))
    assert "高伟林" in results.hits.entries.entry(0).first
    driver.shot("search")
    driver.key("Return")
    driver.until(lambda: driver.frame.current == "cases")
    driver.settled()
    assert TopBar(driver).searched_words == ""  # no name stays in view
    assert results.hits.entries.rowCount() == 0
    driver.shot("search-opened")


def test_the_rail_marks_the_page_that_is_shown(desk: Driver) -> None:
    rail = Rail(desk)
    desk.page("people")
    desk.key("Ctrl+F")
    desk.text("somebody")
    desk.key("Return")
    assert (desk.frame.current, rail.marked) == ("", [])
    desk.page("publish")
    assert rail.marked == ["publish"]
    assert TopBar(desk).searched_words == ""
    desk.key("Ctrl+F")
    desk.text("somebody")
    desk.key("Return")
    desk.key("Ctrl+F")
    desk.key("Escape")  # an empty box leads back, and keeps the keyboard
    assert (desk.frame.current, rail.marked) == ("publish", ["publish"])
    assert TopBar(desk).search_has_keyboard()
    desk.text("some")
    desk.page("people")  # a word that was not searched for yet stays no longer than the page
    assert TopBar(desk).searched_words == ""
