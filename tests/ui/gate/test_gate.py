"""The way into a vault, by keys and clicks."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLineEdit

from hrddesk.actions.vault import vaults
from hrddesk.crypto import kdf
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.chinese import in_chinese
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.page_objects.gate import GatePage, NewVaultPage, StartPage, UnlockPage
from tests.ui.page_objects.gate_backup import ReportPage, RestorePage
from tests.ui.page_objects.window import Rail
from tests.ui.texts import gate as texts
from tests.ui.texts import window as window_texts

Start = Callable[[Resume], Driver]
CHECKOUT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def quick_kdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not measure the computer for a second at every new vault; the floor is what is never gone below."""
    monkeypatch.setattr(kdf, "calibrate", lambda seconds=1.0: kdf.FLOOR)


def test_a_vault_is_made_with_the_generated_words_by_keyboard_alone(gate: Driver, tmp_path: Path) -> None:
    gate.shot("start")
    gate.until(StartPage(gate).has_keyboard)
    gate.key("Space")
    page = NewVaultPage(gate)
    folder = tmp_path / "mine.hrdv"
    assert isinstance(gate.focus(), QLineEdit)
    gate.text(str(folder))
    words = page.phrase
    assert len(words.split()) == 6
    page.tab_to_phrase()
    gate.text(words)
    heights = page.heights
    page.view.choice.own.setChecked(True)
    assert page.heights == heights  # nothing moves under the mouse
    page.view.choice.generated.setChecked(True)
    assert page.typed_phrase == ""
    page.view.choice.typed.setFocus()
    gate.text(page.phrase)
    gate.shot("new-vault")
    gate.key("Return")
    page.wait_for_recovery_words()
    recovery_words = page.recovery_words
    assert len(recovery_words) == 24
    gate.shot("recovery-words")
    gate.key("Space")
    assert page.asks_for_proof()
    gate.text("wrong")
    gate.key("Return")
    assert page.shows_proof_problem()
    for place in page.asked_places:
        gate.key("Ctrl+A")
        gate.text(recovery_words[place])
        gate.shot("recovery-proof")
        gate.key("Tab")
    gate.key("Shift+Tab")
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    assert (folder / "keys.bin").is_file()
    assert texts.RECOVERY_WORDS_NEVER_TYPED not in gate.window.message_bar.text


@pytest.mark.parametrize("key", ["Return", "Enter", "Space"])
def test_a_button_of_the_start_page_is_pressed_by_keys(gate: Driver, key: str) -> None:
    gate.until(StartPage(gate).has_keyboard)
    gate.key(key)
    assert isinstance(gate.focus(), QLineEdit)
    assert NewVaultPage(gate).is_visible()


def test_the_words_must_be_typed_before_anything_is_made(gate: Driver, tmp_path: Path) -> None:
    StartPage(gate).make_vault()
    page = NewVaultPage(gate)
    page.name_folder(tmp_path / "none")
    page.type_phrase("six other words that are wrong")
    page.create()
    assert texts.DIFFERS_FROM_SIX_WORDS in page.problem
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("typed", ["", "woaibeijing1989", "password123"])
def test_a_weak_passphrase_of_ones_own_is_refused(gate: Driver, tmp_path: Path, typed: str) -> None:
    StartPage(gate).make_vault()
    page = NewVaultPage(gate)
    page.choose_own_passphrase()
    page.name_folder(tmp_path / "none")
    page.type_own_passphrase(typed)
    gate.shot("new-vault-weak")
    page.create()
    assert page.shows_problem()
    assert list(tmp_path.iterdir()) == []


def test_a_passphrase_of_ones_own_makes_a_vault_named_like_one(gate: Driver, tmp_path: Path) -> None:
    StartPage(gate).make_vault()
    page = NewVaultPage(gate)
    page.choose_own_passphrase()
    page.name_folder(tmp_path / "mine")
    page.type_own_passphrase(PASSPHRASE)
    page.create()
    page.wait_for_recovery_words()
    assert (tmp_path / "mine.hrdv" / "keys.bin").is_file()
    assert page.typed_passphrase == ""


def test_a_place_that_is_taken_is_said_in_the_page(gate: Driver, vault: Path) -> None:
    StartPage(gate).make_vault()
    page = NewVaultPage(gate)
    page.name_folder(vault)
    page.type_phrase(page.phrase)
    page.create()
    gate.until(page.shows_problem)
    assert texts.FOLDER_EXISTS in page.problem
    assert page.is_ready()


def test_other_words_are_drawn(gate: Driver) -> None:
    StartPage(gate).make_vault()
    page = NewVaultPage(gate)
    before = page.phrase
    page.draw_other_words()
    assert page.phrase != before
    page.go_back()
    assert page.phrase == ""
    assert StartPage(gate).is_visible()


def test_escape_empties_the_passphrase_and_then_goes_back(gate: Driver, vault: Path) -> None:
    gate.window.gate.show_unlock(vault)
    page, unlock = GatePage(gate), UnlockPage(gate)
    gate.until(unlock.passphrase_has_keyboard)
    gate.text(PASSPHRASE)
    gate.key("Escape")
    assert (page.current_page, unlock.passphrase, unlock.holds_something_typed()) == ("unlock", "", False)
    assert unlock.passphrase_has_keyboard()
    unlock.take_other_way()
    unlock.type_recovery_words("one two")
    unlock.type_new_passphrase(PASSPHRASE)
    gate.key("Escape")
    assert (unlock.recovery_words, unlock.new_passphrase) == ("", "")
    assert not unlock.holds_something_typed()
    assert page.current_page == "unlock"
    gate.key("Escape")
    assert page.current_page == "start"
    gate.until(StartPage(gate).has_keyboard)
    gate.key("Escape")
    assert page.current_page == "start"


def test_escape_leads_back_from_every_page_before_a_vault(gate: Driver, vault: Path) -> None:
    page, new_vault, restore, unlock = GatePage(gate), NewVaultPage(gate), RestorePage(gate), UnlockPage(gate)
    StartPage(gate).make_vault()
    new_vault.type_phrase("some of the six")
    gate.key("Escape")
    assert (page.current_page, new_vault.typed_phrase, bool(new_vault.phrase)) == ("new_vault", "", True)
    gate.shot("new-vault-emptied")
    gate.key("Escape")
    assert (page.current_page, new_vault.phrase) == ("start", "")
    page.view.show_restore()
    gate.bot.keyClicks(restore.view.passphrase.field, "before")
    restore.view.folder.setFocus()
    gate.key("Escape")
    assert (page.current_page, restore.holds_something_typed()) == ("restore", False)
    gate.key("Escape")
    assert page.current_page == "start"
    page.view.show_unlock(vault)
    unlock.wipe()
    assert page.current_page == "wipe"
    gate.key("Escape")
    assert (page.current_page, unlock.folder) == ("unlock", vault)


def test_escape_leads_from_the_proof_to_the_words_and_no_further(gate: Driver, tmp_path: Path) -> None:
    StartPage(gate).make_vault()
    page = NewVaultPage(gate)
    page.name_folder(tmp_path / "mine")
    page.type_phrase(page.phrase)
    gate.key("Return")
    page.wait_for_recovery_words()
    gate.key("Escape")
    assert (page.shows_recovery_words(), GatePage(gate).current_page) == (True, "new_vault")
    gate.key("Space")
    assert page.asks_for_proof()
    gate.key("Escape")
    assert (page.shows_recovery_words(), GatePage(gate).current_page) == (True, "new_vault")


def test_unlock(gate: Driver, vault: Path) -> None:
    StartPage(gate).open_vault()
    unlock = UnlockPage(gate).view
    gate.text(str(vault))
    gate.key("Return")
    gate.text(PASSPHRASE)
    gate.shot("unlock")
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    assert gate.window.windowTitle() == "HRDDesk"
    gate.until(lambda: not shiboken6.isValid(unlock))  # and the passphrase with it


def test_a_wrong_passphrase_is_said_in_the_page(start: Start, vault: Path) -> None:
    driver = start(Resume(folder=str(vault), language="en"))
    unlock = UnlockPage(driver)
    driver.text("wrong")
    driver.key("Return")
    driver.until(unlock.shows_problem)
    driver.shot("unlock-wrong")
    assert unlock.problem.startswith(texts.WRONG_PASSPHRASE)
    assert unlock.passphrase_has_keyboard()
    assert driver.window.message_bar.text == ""
    driver.text(PASSPHRASE)  # what was typed before is selected and so replaced
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)


def test_a_folder_that_is_no_vault(gate: Driver, tmp_path: Path) -> None:
    StartPage(gate).open_vault()
    unlock = UnlockPage(gate)
    unlock.unlock()
    assert unlock.problem == texts.CHOOSE_VAULT
    gate.text(str(tmp_path))
    unlock.unlock()
    gate.until(lambda: texts.NOT_A_VAULT in unlock.problem)


def test_recovery_words_give_a_new_passphrase(gate: Driver, tmp_path: Path) -> None:
    vault = vaults.create(tmp_path / "lost.hrdv", PASSPHRASE, kdf.FLOOR)
    vault.session.close()
    StartPage(gate).open_vault()
    unlock = UnlockPage(gate)
    gate.text(str(tmp_path / "lost.hrdv"))
    unlock.take_other_way()
    unlock.type_recovery_words(" ".join(vault.recovery_words))
    unlock.type_new_passphrase("another seven words of a fresh phrase")
    unlock.repeat_new_passphrase("something else")
    gate.key("Return")
    assert texts.NEW_PASSPHRASES_DIFFER in unlock.problem
    gate.shot("unlock-recovery")
    unlock.repeat_new_passphrase("another seven words of a fresh phrase")
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    gate.window.close()
    with vaults.unlock(
        tmp_path / "lost.hrdv", vaults.passphrase_secret("another seven words of a fresh phrase")
    ):
        pass


def test_words_that_are_none_are_said_in_the_page(gate: Driver, vault: Path) -> None:
    StartPage(gate).open_vault()
    unlock = UnlockPage(gate)
    gate.text(str(vault))
    unlock.take_other_way()
    unlock.type_recovery_words("one two three")
    unlock.unlock()
    assert unlock.problem.startswith(texts.TYPE_NEW_PASSPHRASE)
    unlock.type_new_passphrase(PASSPHRASE)
    unlock.repeat_new_passphrase(PASSPHRASE)
    unlock.unlock()
    gate.until(lambda: texts.RECOVERY_WORDS in unlock.problem)
    unlock.go_back()
    assert unlock.recovery_words == ""


def test_a_passphrase_is_shown_only_while_asked_for(gate: Driver) -> None:
    StartPage(gate).open_vault()
    unlock = UnlockPage(gate)
    secret = unlock.view.passphrase
    assert secret.field.echoMode() is QLineEdit.EchoMode.Password
    unlock.show_passphrase()
    assert secret.field.echoMode() is QLineEdit.EchoMode.Normal
    secret.clear()
    assert secret.field.echoMode() is QLineEdit.EchoMode.Password
    assert not secret.field.isUndoAvailable()


def test_the_folder_can_be_chosen_in_a_dialog_of_qt(gate: Driver, vault: Path) -> None:
    StartPage(gate).open_vault()
    unlock = UnlockPage(gate)
    unlock.choose_folder()
    gate.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    gate.until(dialog.isActiveWindow)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    gate.fill(name, str(vault))
    gate.key("Return")
    gate.until(lambda: unlock.folder == vault)


def test_the_report_of_a_bug_leads_back_to_the_vault(start: Start, vault: Path) -> None:
    driver = start(Resume(folder=str(vault), language="en", report="HRDDesk\nbuiltins.ValueError"))
    report = ReportPage(driver)
    assert report.is_visible()
    assert report.text.endswith("ValueError")
    driver.shot("report")
    report.go_on()
    assert UnlockPage(driver).is_visible()
    assert UnlockPage(driver).folder == vault


def test_the_language_is_chosen_before_a_vault_is_open(gate: Driver) -> None:
    StartPage(gate).open_vault()
    GatePage(gate).choose_next_language()
    gate.until(lambda: UnlockPage(gate).words_of_unlock == in_chinese(texts.UNLOCK))
    gate.shot("unlock-zh")
    assert UnlockPage(gate).is_visible()


def test_help_before_a_vault_is_open(gate: Driver) -> None:
    gate.key("F1")
    assert GatePage(gate).shows_help()
    GatePage(gate).close_help()
    assert StartPage(gate).is_visible()


def test_what_it_protects_against_is_said_before_a_vault_is_open(start: Start, vault: Path) -> None:
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    driver.text("half a passphrase")
    driver.shot("gate-unlock-protects")
    gate, unlock = GatePage(driver), UnlockPage(driver)
    gate.ask_what_it_protects_against()
    assert gate.topic == "protects"
    driver.shot("gate-protects")
    driver.window.speak(WindowLanguage.CHINESE)
    assert gate.shows_help()
    assert gate.topic == "protects"
    driver.shot("gate-protects-zh")
    assert gate.folder == vault  # a lock would ask for it again
    gate.close_help()
    assert unlock.is_visible()
    assert unlock.folder == vault


def test_help_gives_back_what_was_typed(start: Start, vault: Path) -> None:
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    gate, unlock = GatePage(driver), UnlockPage(driver)
    driver.text("half a passphrase")
    driver.key("F1")
    driver.key("F1")
    assert gate.holds_secrets()
    gate.close_help()
    assert unlock.passphrase == "half a passphrase"
    assert unlock.passphrase_has_keyboard()


def test_help_leads_back_to_the_words_of_a_new_vault(gate: Driver) -> None:
    StartPage(gate).make_vault()
    gate.key("F1")
    assert GatePage(gate).holds_secrets()
    GatePage(gate).close_help()
    assert NewVaultPage(gate).is_visible()


def test_the_words_of_a_new_vault_outlive_another_language(gate: Driver, tmp_path: Path) -> None:
    StartPage(gate).make_vault()
    page = NewVaultPage(gate)
    page.name_folder(tmp_path / "mine")
    proposed = page.phrase
    gate.window.speak(WindowLanguage.CHINESE)
    assert (page.phrase, page.folder) == (proposed, tmp_path / "mine")
    page.type_phrase(proposed)
    gate.key("Return")
    page.wait_for_recovery_words()
    on_paper = page.recovery_words
    gate.window.speak(WindowLanguage.ENGLISH)
    assert page.view.words.isVisible()
    assert page.recovery_words == on_paper
    page.prove_recovery_words(on_paper)
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)


def test_a_vault_where_one_usually_lies_need_not_be_looked_for(
    gate: Driver, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(vault.parent))
    monkeypatch.setenv("USERPROFILE", str(vault.parent))
    start, unlock = StartPage(gate), UnlockPage(gate)
    start.open_vault()
    proposed = unlock.folder
    assert proposed == vault
    assert unlock.passphrase_has_keyboard()
    unlock.go_back()
    vault.rename(vault.with_name("elsewhere.hrdv"))
    start.open_vault()
    assert unlock.folder is None
    assert unlock.folder_has_keyboard()


def test_a_lock_before_the_words_are_proven_is_not_forgotten(
    gate: Driver, start: Start, tmp_path: Path
) -> None:
    StartPage(gate).make_vault()
    page, folder = NewVaultPage(gate), tmp_path / "mine.hrdv"
    passphrase = page.phrase
    page.name_folder(folder)
    page.type_phrase(passphrase)
    gate.key("Return")
    page.wait_for_recovery_words()
    on_paper = page.recovery_words
    gate.key("Ctrl+L")
    assert gate.resumed
    driver = start(Resume(folder=str(folder), language="en", scheme="light"))
    driver.text(passphrase)
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)
    assert texts.NEVER_TYPED_FROM_PAPER in driver.window.message_bar.text
    driver.key("Ctrl+L")
    again = start(Resume(folder=str(folder), language="en", scheme="light"))
    unlock = UnlockPage(again)
    unlock.take_other_way()  # they were written down after all
    unlock.view.words.setPlainText(" ".join(on_paper))
    unlock.type_new_passphrase(PASSPHRASE)
    unlock.repeat_new_passphrase(PASSPHRASE)
    again.key("Return")
    again.until(lambda: again.window.frame is not None)
    assert texts.RECOVERY_WORDS_NEVER_TYPED not in again.window.message_bar.text


def test_another_look_while_a_vault_is_made_loses_nothing(gate: Driver, tmp_path: Path) -> None:
    StartPage(gate).make_vault()
    page = NewVaultPage(gate)
    page.name_folder(tmp_path / "mine")
    page.type_phrase(page.phrase)
    gate.key("Return")
    assert gate.app.runner.busy
    gate.window.speak(WindowLanguage.CHINESE)  # or the desktop turns dark in the evening
    page.wait_for_recovery_words()
    gate.until(lambda: page.words_of_next == in_chinese(texts.I_WROTE_THEM_DOWN))
    assert gate.window.session is not None
    assert all(page.recovery_lines)


def test_another_language_while_a_vault_opens_loses_nothing(start: Start, vault: Path) -> None:
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.window.speak(WindowLanguage.CHINESE)
    driver.until(lambda: driver.window.frame is not None)
    assert Rail(driver).words("help") == in_chinese(window_texts.HELP)


def test_help_explains_what_is_shown_and_goes_by_escape(gate: Driver) -> None:
    StartPage(gate).make_vault()
    gate.key("F1")
    assert GatePage(gate).topic == "passphrase"
    gate.key("Escape")
    assert NewVaultPage(gate).is_visible()
    assert NewVaultPage(gate).view.isAncestorOf(gate.focus())


_LOADED = """
import sys
sys.path[:0] = [".", "ui"]
from hrddesk_ui.frame import app
app.prepare()
from PySide6.QtWidgets import QApplication
desk = app.App(QApplication(["hrddesk"]))
desk.start(app.Resume(folder=sys.argv[1]))
print(" ".join(sys.modules), flush=True)
import os
os._exit(0)
"""


def test_the_page_that_unlocks_loads_nothing_else(vault: Path) -> None:
    command = [sys.executable, "-c", _LOADED, str(vault)]
    run = subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True, text=True, timeout=60)
    loaded = set(run.stdout.split())
    assert "hrddesk_ui.gate.unlock_view" in loaded
    heavy = {
        "hrddesk_ui.frame.frame",
        "hrddesk_ui.cases.cases_view",
        "hrddesk.store.vault.session",
        "hrddesk.publish",
        "sqlcipher3",
    }
    assert loaded & heavy == set()


def test_the_pages_are_loaded_while_the_passphrase_is_tried(start: Start, vault: Path) -> None:
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    driver.text("wrong words")
    with driver.bot.waitSignal(driver.window.gate.opening, timeout=5000):
        driver.key("Return")
    unlock = UnlockPage(driver)
    driver.until(unlock.shows_problem)
    driver.text(PASSPHRASE)
    assert not unlock.shows_problem()  # what it complained about is gone
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)
