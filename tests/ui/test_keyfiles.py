"""Keyfiles where a vault is made, restored, tried and handed off."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions import backups, cases, contacts, vaults
from hrddesk.crypto import kdf
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.jobs import Job, silent
from hrddesk.store import wiping
from hrddesk_ui.resume import Resume
from hrddesk_ui.views.forgotten_view import ForgottenView
from hrddesk_ui.views.settings_view import SettingsView
from tests.ui.desks import Desks, open_page, open_tab
from tests.ui.driver import PASSPHRASE, Driver

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(autouse=True)
def _floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "calibrate", lambda seconds=1.0: kdf.FLOOR)


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A keyfile that is there."""
    path = tmp_path / "stick" / "key"
    path.parent.mkdir()
    path.write_bytes(b"a keyfile")
    return path


@pytest.fixture
def keyed(tmp_path: Path, key: Path) -> Path:
    """A closed vault that needs it."""
    vaults.create_with(tmp_path / "keyed.hrdv", PASSPHRASE, key).session.close()
    return tmp_path / "keyed.hrdv"


def _backup(vault: Path, secret: PassphraseSecret, into: Path) -> Path:
    with vaults.unlock(vault, secret) as session:
        return backups.make(session, into, Job()).path


def test_a_new_vault_is_made_with_a_keyfile_by_keys(gate: Driver, tmp_path: Path) -> None:
    gate.click(gate.window.gate.start.new_button)
    view = gate.window.gate.new_vault
    choice, stick = view.choice, tmp_path / "stick"
    gate.fill(choice.path_edit.field, str(tmp_path / "v.hrdv"))
    gate.fill(choice.typed.field, choice.phrase.text())
    passphrase = choice.typed.text
    while gate.focus() is not choice.keyfile.box:
        gate.key("Tab")
    assert not choice.keyfile.file.isEnabled()
    gate.key("Space")
    gate.key("Tab")
    gate.key("Return")
    assert choice.trouble.text() == "Choose the keyfile."
    assert choice.keyfile.file.field.hasFocus()
    gate.window.resize(1024, 600)
    gate.key("Return")
    gate.until(lambda: not choice.trouble.visibleRegion().isEmpty())  # on a small screen too
    gate.window.resize(1366, 768)
    gate.text(str(stick / "key"))
    assert not choice.trouble.isVisible()
    gate.shot("new-vault-keyfile")
    gate.key("Return")
    gate.until(lambda: "could not be written" in choice.trouble.text())
    assert not (tmp_path / "v.hrdv").exists()
    stick.mkdir()
    gate.fill(choice.keyfile.file.field, str(stick / "key"))
    gate.key("Return")
    gate.until(lambda: view.step == 1)
    assert choice.keyfile.path is None  # nothing remembers where it lies
    assert choice.keyfile.file.field.text() == ""
    gate.app.end()
    vaults.unlock(tmp_path / "v.hrdv", vaults.passphrase_secret(passphrase, stick / "key")).close()


def test_a_keyfile_of_a_vault_that_could_not_be_made_does_not_stay(
    gate: Driver, vault: Path, tmp_path: Path, key: Path
) -> None:
    gate.click(gate.window.gate.start.new_button)
    choice = gate.window.gate.new_vault.choice
    gate.fill(choice.path_edit.field, str(vault))
    gate.fill(choice.typed.field, choice.phrase.text())
    gate.click(choice.keyfile.box)
    for name in (tmp_path / "stick" / "other", key):
        gate.fill(choice.keyfile.file.field, str(name))
        gate.click(choice.create_button)
        gate.until(lambda: "already" in choice.trouble.text() and choice.isEnabled())
    assert list(key.parent.iterdir()) == [key]  # and one that was there before does


def test_a_backup_is_restored_with_the_keyfile_of_then(
    gate: Driver, keyed: Path, key: Path, tmp_path: Path
) -> None:
    file = _backup(keyed, vaults.passphrase_secret(PASSPHRASE, key), tmp_path / "b.tar")
    gate.click(gate.window.gate.start.restore_button)
    view = gate.window.gate.restore
    gate.text(str(file))
    gate.key("Return")
    gate.text(str(tmp_path / "new.hrdv"))
    gate.key("Return")
    gate.text(PASSPHRASE)
    gate.key("Return")
    gate.until(lambda: "no keyfile was given" in view.trouble.text())
    assert view.keyfile.box.isChecked()
    assert view.keyfile.file.field.hasFocus()
    assert view.passphrase.text == PASSPHRASE
    gate.shot("restore-keyfile")
    gate.key("Return")
    assert view.trouble.text() == "Choose the keyfile."
    gate.text(str(tmp_path / "missing"))
    gate.key("Return")
    assert "could not be read" in view.trouble.text()
    gate.click(view.by_words)
    assert not view.keyfile.isEnabled()
    gate.click(view.by_passphrase)
    gate.fill(view.keyfile.file.field, str(key))
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    gate.settled()
    gate.app.end()
    vaults.unlock(tmp_path / "new.hrdv", vaults.passphrase_secret(PASSPHRASE, key)).close()


def test_a_keyfile_too_much_is_taken_back(gate: Driver, vault: Path, key: Path, tmp_path: Path) -> None:
    file = _backup(vault, vaults.passphrase_secret(PASSPHRASE), tmp_path / "b.tar")
    gate.click(gate.window.gate.start.restore_button)
    view = gate.window.gate.restore
    gate.fill(view.file.field, str(file))
    gate.fill(view.folder.field, str(tmp_path / "new.hrdv"))
    gate.fill(view.passphrase.field, PASSPHRASE)
    gate.click(view.keyfile.box)
    gate.fill(view.keyfile.file.field, str(key))
    gate.click(view.restore_button)
    gate.until(lambda: "opens without one" in view.trouble.text())
    assert not view.keyfile.box.isChecked()
    assert gate.focus() is view.restore_button
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    gate.settled()


def test_a_restore_is_tried_with_the_keyfile_of_then(
    start: Callable[[Resume], Driver], keyed: Path, key: Path, tmp_path: Path
) -> None:
    driver = _entered(start, keyed, key)
    page = driver.page("settings")
    assert isinstance(page, SettingsView)
    view = page.backup
    driver.fill(view.folder.field, str(tmp_path / "stick"))
    driver.key("Return")
    driver.until(view.known.isVisible)
    driver.settled()
    driver.fill(view.secret.field, PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: "no keyfile was given" in view.test_trouble.text())
    assert view.keyfile.file.field.hasFocus()
    driver.shot("backup-keyfile")
    driver.key("Return")
    assert view.test_trouble.text() == "Choose the keyfile."
    driver.text(str(key))
    driver.key("Return")
    driver.until(lambda: "can be restored" in driver.window.message_bar.text)
    assert not view.keyfile.box.isChecked()


def test_a_vault_with_a_keyfile_is_handed_off(
    start: Callable[[Resume], Driver], desks: Desks, key: Path, tmp_path: Path
) -> None:
    wiping.destroy_keys(desks.documenter)
    wiping.remove(desks.documenter)
    vaults.create_with(desks.documenter, PASSPHRASE, key).session.close()
    card, words = desks.card_of(desks.coordinator)
    secret = vaults.passphrase_secret(PASSPHRASE, key)
    with vaults.unlock(desks.documenter, secret) as session:
        contacts.add(session, card, "Heron")
        contacts.verify(session, "Heron", words)
        cases.create(session, {"title": "The printers of Willow Lane"})
    driver = _entered(start, desks.documenter, key)
    page = open_page(driver)
    open_tab(driver, page, 4)
    view = page.forget
    driver.until(lambda: view.choice.contacts.count() == 1)
    driver.click(view.choice.what.all_records)
    driver.fill(view.choice.folder.field, str(tmp_path / "stick"))
    driver.key("Return")
    driver.until(lambda: view.step == 1)
    step = view.outlook
    assert step.keyfile.isVisible()
    driver.until(step.typed.hasFocus)
    driver.text("emergency")
    driver.key("Return")
    driver.text(PASSPHRASE)
    driver.key("Return")
    assert step.trouble.text() == "Choose the keyfile."
    driver.text(str(key))
    driver.shot("forget-keyfile")
    driver.key("Return")
    driver.until(lambda: bool(driver.window.findChildren(ForgottenView)))
    (screen,) = driver.window.findChildren(ForgottenView)
    driver.until(screen.back_button.isVisible, 60)
    assert screen.heading.text() == "The cases are handed off and forgotten"
    driver.click(screen.back_button)
    driver.until(lambda: driver.window.frame is not None)
    driver.app.end()
    with vaults.unlock(desks.documenter, secret) as session:  # passphrase and keyfile open the new key too
        assert vaults.check(session, silent()).ok


def _entered(start: Callable[[Resume], Driver], vault: Path, key: Path) -> Driver:
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    unlock = driver.window.gate.unlock
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: "no keyfile was given" in unlock.trouble.text())
    driver.text(str(key))
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)
    driver.settled()
    return driver
