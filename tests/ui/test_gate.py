"""The way into a vault, by keys and clicks."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hrddesk.actions import vaults
from hrddesk.crypto import kdf
from hrddesk_ui.resume import Resume
from hrddesk_ui.translation import Language
from hrddesk_ui.views.new_vault_view import NewVaultView
from tests.ui.driver import PASSPHRASE, Driver

Start = Callable[[Resume], Driver]
CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def quick_kdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not measure the computer for a second at every new vault; the floor is what is never gone below."""
    monkeypatch.setattr(kdf, "calibrate", lambda seconds=1.0: kdf.FLOOR)


def choice_place(view: NewVaultView) -> list[int]:
    """Return where things stand from above."""
    QApplication.sendPostedEvents()
    shown = [widget for widget in view.findChildren(QWidget) if widget.isVisible()]
    return [widget.mapTo(view, QPoint()).y() for widget in shown]


def test_a_vault_is_made_with_the_generated_words_by_keyboard_alone(gate: Driver, tmp_path: Path) -> None:
    gate.shot("start")
    gate.bot.waitUntil(gate.window.gate.start.new_button.hasFocus)
    gate.key("Space")
    view = gate.window.gate.new_vault
    folder = tmp_path / "mine.hrdv"
    assert isinstance(gate.focus(), QLineEdit)
    gate.text(str(folder))
    words = view.choice.phrase.text()
    assert len(words.split()) == 6
    while gate.focus() is not view.choice.typed.field:
        gate.key("Tab")
    gate.text(words)
    place = choice_place(view)
    view.choice.own.setChecked(True)
    assert choice_place(view) == place  # nothing moves under the mouse
    view.choice.generated.setChecked(True)
    assert view.choice.typed.text == ""
    view.choice.typed.setFocus()
    gate.text(view.choice.phrase.text())
    gate.shot("new-vault")
    gate.key("Return")
    gate.until(lambda: view.step == 1)
    shown = [label.text().split()[1] for label in view.words.labels]
    assert len(shown) == 24
    gate.shot("recovery-words")
    gate.key("Space")
    assert view.step == 2
    gate.text("wrong")
    gate.key("Return")
    assert view.proof.trouble.isVisible()
    for asked in view.proof.places:
        gate.key("Ctrl+A")
        gate.text(shown[asked])
        gate.shot("recovery-proof")
        gate.key("Tab")
    gate.key("Shift+Tab")
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    assert (folder / "keys.bin").is_file()
    assert "never typed" not in gate.window.message_bar.text


@pytest.mark.parametrize("key", ["Return", "Enter", "Space"])
def test_a_button_of_the_start_page_is_pressed_by_keys(gate: Driver, key: str) -> None:
    gate.until(gate.window.gate.start.new_button.hasFocus)
    gate.key(key)
    assert isinstance(gate.focus(), QLineEdit)
    assert gate.window.gate.new_vault.isVisible()


def test_the_words_must_be_typed_before_anything_is_made(gate: Driver, tmp_path: Path) -> None:
    gate.click(gate.window.gate.start.new_button)
    choice = gate.window.gate.new_vault.choice
    gate.fill(choice.path_edit.field, str(tmp_path / "none"))
    gate.fill(choice.typed.field, "six other words that are wrong")
    gate.click(choice.create_button)
    assert "differs" in choice.trouble.text()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("typed", ["", "woaibeijing1989", "password123"])
def test_a_weak_passphrase_of_ones_own_is_refused(gate: Driver, tmp_path: Path, typed: str) -> None:
    gate.click(gate.window.gate.start.new_button)
    choice = gate.window.gate.new_vault.choice
    gate.click(choice.own)
    gate.fill(choice.path_edit.field, str(tmp_path / "none"))
    gate.fill(choice.passphrase.field, typed)
    gate.fill(choice.repeated.field, typed)
    gate.shot("new-vault-weak")
    gate.click(choice.create_button)
    assert choice.trouble.isVisible()
    assert list(tmp_path.iterdir()) == []


def test_a_passphrase_of_ones_own_makes_a_vault_named_like_one(gate: Driver, tmp_path: Path) -> None:
    gate.click(gate.window.gate.start.new_button)
    view = gate.window.gate.new_vault
    gate.click(view.choice.own)
    gate.fill(view.choice.path_edit.field, str(tmp_path / "mine"))
    gate.fill(view.choice.passphrase.field, PASSPHRASE)
    gate.fill(view.choice.repeated.field, PASSPHRASE)
    gate.click(view.choice.create_button)
    gate.until(lambda: view.step == 1)
    assert (tmp_path / "mine.hrdv" / "keys.bin").is_file()
    assert view.choice.passphrase.text == ""


def test_a_place_that_is_taken_is_said_in_the_page(gate: Driver, vault: Path) -> None:
    gate.click(gate.window.gate.start.new_button)
    choice = gate.window.gate.new_vault.choice
    gate.fill(choice.path_edit.field, str(vault))
    gate.fill(choice.typed.field, choice.phrase.text())
    gate.click(choice.create_button)
    gate.until(choice.trouble.isVisible)
    assert "already" in choice.trouble.text()
    assert choice.isEnabled()


def test_other_words_are_drawn(gate: Driver) -> None:
    gate.click(gate.window.gate.start.new_button)
    choice = gate.window.gate.new_vault.choice
    before = choice.phrase.text()
    gate.click(choice.another_button)
    assert choice.phrase.text() != before
    gate.click(choice.back_button)
    assert choice.phrase.text() == ""
    assert gate.window.gate.start.isVisible()


def test_escape_empties_the_passphrase_and_then_goes_back(gate: Driver, vault: Path) -> None:
    gate.window.gate.show_unlock(vault)
    unlock = gate.window.gate.unlock
    gate.until(unlock.passphrase.field.hasFocus)
    gate.text(PASSPHRASE)
    gate.key("Escape")
    assert (gate.window.gate.shown, unlock.passphrase.text, unlock.typed) == ("unlock", "", False)
    assert unlock.passphrase.field.hasFocus()
    gate.click(unlock.other_way)
    gate.bot.keyClicks(unlock.words, "one two")
    gate.fill(unlock.new_passphrase.first.field, PASSPHRASE)
    gate.key("Escape")
    assert (unlock.words.toPlainText(), unlock.new_passphrase.text, unlock.typed) == ("", "", False)
    assert gate.window.gate.shown == "unlock"
    gate.key("Escape")
    assert gate.window.gate.shown == "start"
    gate.until(gate.window.gate.start.new_button.hasFocus)
    gate.key("Escape")
    assert gate.window.gate.shown == "start"


def test_escape_leads_back_from_every_page_before_a_vault(gate: Driver, vault: Path) -> None:
    page = gate.window.gate
    gate.click(page.start.new_button)
    choice = page.new_vault.choice
    gate.fill(choice.typed.field, "some of the six")
    gate.key("Escape")
    assert (page.shown, choice.typed.text, bool(choice.phrase.text())) == ("new_vault", "", True)
    gate.shot("new-vault-emptied")
    gate.key("Escape")
    assert (page.shown, choice.phrase.text()) == ("start", "")
    page.show_restore()
    gate.bot.keyClicks(page.restore.passphrase.field, "before")
    page.restore.folder.setFocus()
    gate.key("Escape")
    assert (page.shown, page.restore.typed) == ("restore", False)
    gate.key("Escape")
    assert page.shown == "start"
    page.show_unlock(vault)
    gate.click(page.unlock.wipe_button)
    assert page.shown == "wipe"
    gate.key("Escape")
    assert (page.shown, page.unlock.folder) == ("unlock", vault)


def test_escape_leads_from_the_proof_to_the_words_and_no_further(gate: Driver, tmp_path: Path) -> None:
    gate.click(gate.window.gate.start.new_button)
    view = gate.window.gate.new_vault
    gate.fill(view.choice.path_edit.field, str(tmp_path / "mine"))
    gate.fill(view.choice.typed.field, view.choice.phrase.text())
    gate.key("Return")
    gate.until(lambda: view.step == 1)
    gate.key("Escape")
    assert (view.step, gate.window.gate.shown) == (1, "new_vault")
    gate.key("Space")
    assert view.step == 2
    gate.key("Escape")
    assert (view.step, gate.window.gate.shown) == (1, "new_vault")


def test_unlock(gate: Driver, vault: Path) -> None:
    gate.click(gate.window.gate.start.open_button)
    unlock = gate.window.gate.unlock
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
    unlock = driver.window.gate.unlock
    driver.text("wrong")
    driver.key("Return")
    driver.until(unlock.trouble.isVisible)
    driver.shot("unlock-wrong")
    assert unlock.trouble.text().startswith("Wrong passphrase, or this keyslot is damaged.")
    assert unlock.passphrase.field.hasFocus()
    assert driver.window.message_bar.text == ""
    driver.text(PASSPHRASE)  # what was typed before is selected and so replaced
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)


def test_a_folder_that_is_no_vault(gate: Driver, tmp_path: Path) -> None:
    gate.click(gate.window.gate.start.open_button)
    unlock = gate.window.gate.unlock
    gate.click(unlock.unlock_button)
    assert unlock.trouble.text() == "Choose the folder of the vault."
    gate.text(str(tmp_path))
    gate.click(unlock.unlock_button)
    gate.until(lambda: "is not a vault" in unlock.trouble.text())


def test_recovery_words_give_a_new_passphrase(gate: Driver, tmp_path: Path) -> None:
    made = vaults.create(tmp_path / "lost.hrdv", PASSPHRASE, kdf.FLOOR)
    made.session.close()
    gate.click(gate.window.gate.start.open_button)
    unlock = gate.window.gate.unlock
    gate.text(str(tmp_path / "lost.hrdv"))
    gate.click(unlock.other_way)
    gate.bot.keyClicks(unlock.words, " ".join(made.recovery_words))
    gate.fill(unlock.new_passphrase.first.field, "another seven words of a fresh phrase")
    gate.fill(unlock.new_passphrase.repeated.field, "something else")
    gate.key("Return")
    assert "differ" in unlock.trouble.text()
    gate.shot("unlock-recovery")
    gate.fill(unlock.new_passphrase.repeated.field, "another seven words of a fresh phrase")
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    gate.window.close()
    with vaults.unlock(
        tmp_path / "lost.hrdv", vaults.passphrase_secret("another seven words of a fresh phrase")
    ):
        pass


def test_words_that_are_none_are_said_in_the_page(gate: Driver, vault: Path) -> None:
    gate.click(gate.window.gate.start.open_button)
    unlock = gate.window.gate.unlock
    gate.text(str(vault))
    gate.click(unlock.other_way)
    gate.bot.keyClicks(unlock.words, "one two three")
    gate.click(unlock.unlock_button)
    assert unlock.trouble.text().startswith("Type a new passphrase.")
    gate.fill(unlock.new_passphrase.first.field, PASSPHRASE)
    gate.fill(unlock.new_passphrase.repeated.field, PASSPHRASE)
    gate.click(unlock.unlock_button)
    gate.until(lambda: "recovery words" in unlock.trouble.text())
    gate.click(unlock.back_button)
    assert unlock.words.toPlainText() == ""


def test_a_passphrase_is_shown_only_while_asked_for(gate: Driver) -> None:
    gate.click(gate.window.gate.start.open_button)
    secret = gate.window.gate.unlock.passphrase
    assert secret.field.echoMode() is QLineEdit.EchoMode.Password
    gate.click(secret.show_button)
    assert secret.field.echoMode() is QLineEdit.EchoMode.Normal
    secret.clear()
    assert secret.field.echoMode() is QLineEdit.EchoMode.Password
    assert not secret.field.isUndoAvailable()


def test_the_folder_can_be_chosen_in_a_dialog_of_qt(gate: Driver, vault: Path) -> None:
    gate.click(gate.window.gate.start.open_button)
    unlock = gate.window.gate.unlock
    gate.click(unlock.path_edit.button)
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
    report = driver.window.gate.report
    assert report.isVisible()
    assert report.text.endswith("ValueError")
    driver.shot("report")
    driver.click(report.button)
    assert driver.window.gate.unlock.isVisible()
    assert driver.window.gate.unlock.folder == vault


def test_the_language_is_chosen_before_a_vault_is_open(gate: Driver) -> None:
    gate.click(gate.window.gate.start.open_button)
    gate.window.gate.language.setFocus()
    gate.pick("Down")
    gate.until(lambda: gate.window.gate.unlock.unlock_button.text() == "解锁")
    gate.shot("unlock-zh")
    assert gate.window.gate.unlock.isVisible()


def test_help_before_a_vault_is_open(gate: Driver) -> None:
    gate.key("F1")
    assert gate.window.gate.help.isVisible()
    gate.click(gate.window.gate.help.close_button)
    assert gate.window.gate.start.isVisible()


def test_what_it_protects_against_is_said_before_a_vault_is_open(start: Start, vault: Path) -> None:
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    driver.text("half a passphrase")
    driver.shot("gate-unlock-protects")
    driver.click(driver.window.gate.protects_button)
    assert driver.window.gate.help.text.topic == "protects"
    driver.shot("gate-protects")
    driver.window.speak(Language.CHINESE)
    gate = driver.window.gate
    assert gate.help.isVisible()
    assert gate.help.text.topic == "protects"
    driver.shot("gate-protects-zh")
    assert gate.folder == vault  # a lock would ask for it again
    driver.click(gate.help.close_button)
    assert gate.unlock.isVisible()
    assert gate.unlock.folder == vault


def test_help_gives_back_what_was_typed(start: Start, vault: Path) -> None:
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    gate = driver.window.gate
    driver.text("half a passphrase")
    driver.key("F1")
    driver.key("F1")
    assert gate.holds_secrets
    driver.click(gate.help.close_button)
    assert gate.unlock.passphrase.text == "half a passphrase"
    assert gate.unlock.passphrase.field.hasFocus()


def test_help_leads_back_to_the_words_of_a_new_vault(gate: Driver) -> None:
    gate.click(gate.window.gate.start.new_button)
    gate.key("F1")
    assert gate.window.gate.holds_secrets
    gate.click(gate.window.gate.help.close_button)
    assert gate.window.gate.new_vault.isVisible()


def test_the_words_of_a_new_vault_outlive_another_language(gate: Driver, tmp_path: Path) -> None:
    gate.click(gate.window.gate.start.new_button)
    choice = gate.window.gate.new_vault.choice
    gate.fill(choice.path_edit.field, str(tmp_path / "mine"))
    proposed = choice.phrase.text()
    gate.window.speak(Language.CHINESE)
    choice = gate.window.gate.new_vault.choice
    assert (choice.phrase.text(), choice.path_edit.path) == (proposed, tmp_path / "mine")
    gate.fill(choice.typed.field, proposed)
    gate.key("Return")
    gate.until(lambda: gate.window.gate.new_vault.step == 1)
    on_paper = [label.text().split()[1] for label in gate.window.gate.new_vault.words.labels]
    gate.window.speak(Language.ENGLISH)
    view = gate.window.gate.new_vault
    assert view.words.isVisible()
    assert [label.text().split()[1] for label in view.words.labels] == on_paper
    gate.click(view.words.next_button)
    for field, place in zip(view.proof.fields, view.proof.places, strict=True):
        gate.fill(field, on_paper[place])
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)


def test_a_vault_where_one_usually_lies_need_not_be_looked_for(
    gate: Driver, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(vault.parent))
    monkeypatch.setenv("USERPROFILE", str(vault.parent))
    unlock = gate.window.gate.unlock
    gate.click(gate.window.gate.start.open_button)
    found = unlock.folder
    assert found == vault
    assert unlock.passphrase.field.hasFocus()
    gate.click(unlock.back_button)
    vault.rename(vault.with_name("elsewhere.hrdv"))
    gate.click(gate.window.gate.start.open_button)
    assert unlock.folder is None
    assert unlock.path_edit.field.hasFocus()


def test_a_lock_before_the_words_are_proven_is_not_forgotten(
    gate: Driver, start: Start, tmp_path: Path
) -> None:
    gate.click(gate.window.gate.start.new_button)
    view, folder = gate.window.gate.new_vault, tmp_path / "mine.hrdv"
    passphrase = view.choice.phrase.text()
    gate.fill(view.choice.path_edit.field, str(folder))
    gate.fill(view.choice.typed.field, passphrase)
    gate.key("Return")
    gate.until(lambda: view.step == 1)
    on_paper = [label.text().split()[1] for label in view.words.labels]
    gate.key("Ctrl+L")
    assert gate.resumed
    driver = start(Resume(folder=str(folder), language="en", scheme="light"))
    driver.text(passphrase)
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)
    assert "never typed from your paper" in driver.window.message_bar.text
    driver.key("Ctrl+L")
    again = start(Resume(folder=str(folder), language="en", scheme="light"))
    unlock = again.window.gate.unlock
    again.click(unlock.other_way)  # they were written down after all
    unlock.words.setPlainText(" ".join(on_paper))
    again.fill(unlock.new_passphrase.first.field, PASSPHRASE)
    again.fill(unlock.new_passphrase.repeated.field, PASSPHRASE)
    again.key("Return")
    again.until(lambda: again.window.frame is not None)
    assert "never typed" not in again.window.message_bar.text


def test_another_look_while_a_vault_is_made_loses_nothing(gate: Driver, tmp_path: Path) -> None:
    gate.click(gate.window.gate.start.new_button)
    choice = gate.window.gate.new_vault.choice
    gate.fill(choice.path_edit.field, str(tmp_path / "mine"))
    gate.fill(choice.typed.field, choice.phrase.text())
    gate.key("Return")
    assert gate.app.runner.busy
    gate.window.speak(Language.CHINESE)  # or the desktop turns dark in the evening
    gate.until(lambda: gate.window.gate.new_vault.step == 1)
    gate.until(lambda: gate.window.gate.new_vault.words.next_button.text() == "我已经写下来了")
    assert gate.window.session is not None
    assert all(label.text() for label in gate.window.gate.new_vault.words.labels)


def test_another_language_while_a_vault_opens_loses_nothing(start: Start, vault: Path) -> None:
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.window.speak(Language.CHINESE)
    driver.until(lambda: driver.window.frame is not None)
    assert driver.frame.rail.buttons["help"].text() == "帮助"


def test_help_explains_what_is_shown_and_goes_by_escape(gate: Driver) -> None:
    gate.click(gate.window.gate.start.new_button)
    gate.key("F1")
    assert gate.window.gate.help.text.topic == "passphrase"
    gate.key("Escape")
    assert gate.window.gate.new_vault.isVisible()
    assert gate.window.gate.new_vault.isAncestorOf(gate.focus())


_LOADED = """
import sys
sys.path[:0] = [".", "ui"]
from hrddesk_ui import app
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
    assert "hrddesk_ui.views.unlock_view" in loaded
    heavy = {
        "hrddesk_ui.frame",
        "hrddesk_ui.views.cases_view",
        "hrddesk.session",
        "hrddesk.publish",
        "sqlcipher3",
    }
    assert loaded & heavy == set()


def test_the_pages_are_loaded_while_the_passphrase_is_tried(start: Start, vault: Path) -> None:
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    driver.text("wrong words")
    with driver.bot.waitSignal(driver.window.gate.opening, timeout=5000):
        driver.key("Return")
    driver.until(lambda: driver.window.gate.unlock.trouble.isVisible())
    driver.text(PASSPHRASE)
    assert not driver.window.gate.unlock.trouble.isVisible()  # what it complained about is gone
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)
