"""Keyfiles where a vault is made, restored, tried and handed off."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions.exchange import contacts
from hrddesk.actions.records import cases
from hrddesk.actions.vault import backups, vaults
from hrddesk.crypto import kdf
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.vault import wiping
from hrddesk.system.jobs import Job, silent
from hrddesk_ui.locking.resume import Resume
from tests.ui.desks import Desks
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.page_objects.forget import ForgetPage, ForgottenScreen
from tests.ui.page_objects.gate import NewVaultPage, StartPage, UnlockPage
from tests.ui.page_objects.gate_backup import RestorePage
from tests.ui.page_objects.settings import BackupPart
from tests.ui.texts import exchange, settings
from tests.ui.texts import gate as texts

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
    StartPage(gate).make_vault()
    page, stick = NewVaultPage(gate), tmp_path / "stick"
    page.name_folder(tmp_path / "v.hrdv")
    page.type_phrase(page.phrase)
    passphrase = page.typed_phrase
    page.tab_to_keyfile()
    assert not page.can_name_keyfile()
    gate.key("Space")
    gate.key("Tab")
    gate.key("Return")
    assert page.problem == texts.CHOOSE_KEYFILE
    assert page.keyfile_has_keyboard()
    gate.window.resize(1024, 600)
    gate.key("Return")
    gate.until(page.problem_is_in_sight)  # on a small screen too
    gate.window.resize(1366, 768)
    gate.text(str(stick / "key"))
    assert not page.shows_problem()
    gate.shot("new-vault-keyfile")
    gate.key("Return")
    gate.until(lambda: texts.COULD_NOT_BE_WRITTEN in page.problem)
    assert not (tmp_path / "v.hrdv").exists()
    stick.mkdir()
    page.name_keyfile(stick / "key")
    gate.key("Return")
    page.wait_for_recovery_words()
    assert page.keyfile is None  # nothing remembers where it lies
    assert page.keyfile_text == ""
    gate.app.end()
    vaults.unlock(tmp_path / "v.hrdv", vaults.passphrase_secret(passphrase, stick / "key")).close()


def test_a_keyfile_of_a_vault_that_could_not_be_made_does_not_stay(
    gate: Driver, vault: Path, tmp_path: Path, key: Path
) -> None:
    StartPage(gate).make_vault()
    page = NewVaultPage(gate)
    page.name_folder(vault)
    page.type_phrase(page.phrase)
    page.tick_keyfile()
    for path in (tmp_path / "stick" / "other", key):
        page.name_keyfile(path)
        page.create()
        gate.until(lambda: texts.FOLDER_EXISTS in page.problem and page.is_ready())
    assert list(key.parent.iterdir()) == [key]  # and one that was there before does


def test_a_backup_is_restored_with_the_keyfile_of_then(
    gate: Driver, keyed: Path, key: Path, tmp_path: Path
) -> None:
    file = _backup(keyed, vaults.passphrase_secret(PASSPHRASE, key), tmp_path / "b.tar")
    StartPage(gate).restore_backup()
    page = RestorePage(gate)
    gate.text(str(file))
    gate.key("Return")
    gate.text(str(tmp_path / "new.hrdv"))
    gate.key("Return")
    gate.text(PASSPHRASE)
    gate.key("Return")
    gate.until(lambda: texts.NO_KEYFILE in page.problem)
    assert page.asks_for_keyfile()
    assert page.keyfile_has_keyboard()
    assert page.passphrase == PASSPHRASE
    gate.shot("restore-keyfile")
    gate.key("Return")
    assert page.problem == texts.CHOOSE_KEYFILE
    gate.text(str(tmp_path / "missing"))
    gate.key("Return")
    assert texts.COULD_NOT_BE_READ in page.problem
    gate.click(page.view.by_words)
    assert not page.can_name_keyfile()
    gate.click(page.view.by_passphrase)
    page.name_keyfile(key)
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    gate.settled()
    gate.app.end()
    vaults.unlock(tmp_path / "new.hrdv", vaults.passphrase_secret(PASSPHRASE, key)).close()


def test_a_keyfile_too_much_is_taken_back(gate: Driver, vault: Path, key: Path, tmp_path: Path) -> None:
    file = _backup(vault, vaults.passphrase_secret(PASSPHRASE), tmp_path / "b.tar")
    StartPage(gate).restore_backup()
    page = RestorePage(gate)
    page.name_file(file)
    page.name_folder(tmp_path / "new.hrdv")
    page.type_passphrase(PASSPHRASE)
    page.tick_keyfile()
    page.name_keyfile(key)
    page.restore()
    gate.until(lambda: texts.NEEDS_NO_KEYFILE in page.problem)
    assert not page.asks_for_keyfile()
    assert page.restore_has_keyboard()
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    gate.settled()


def test_a_restore_is_tried_with_the_keyfile_of_then(
    start: Callable[[Resume], Driver], keyed: Path, key: Path, tmp_path: Path
) -> None:
    driver = _entered(start, keyed, key)
    backup = BackupPart.open(driver)
    backup.make_into(tmp_path / "stick")
    driver.until(backup.lists_backups)
    driver.settled()
    backup.type_passphrase(PASSPHRASE)
    driver.until(lambda: texts.NO_KEYFILE in backup.trying_problem)
    assert backup.keyfile_has_keyboard()
    driver.shot("backup-keyfile")
    driver.key("Return")
    assert backup.trying_problem == texts.CHOOSE_KEYFILE
    driver.text(str(key))
    driver.key("Return")
    driver.until(lambda: settings.BACKUP_CAN_BE_RESTORED in driver.window.message_bar.text)
    assert not backup.asks_for_keyfile()


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
    page = ForgetPage.open(driver)
    page.cases.choose_everything()
    page.name_folder(tmp_path / "stick")
    page.wait_for_outlook()
    assert page.asks_for_keyfile()
    driver.until(page.word_has_keyboard)
    driver.text(exchange.WORD_FOR_EMERGENCY.lower())
    driver.key("Return")
    driver.text(PASSPHRASE)
    driver.key("Return")
    assert page.outlook_problem == texts.CHOOSE_KEYFILE
    driver.text(str(key))
    driver.shot("forget-keyfile")
    driver.key("Return")
    screen = ForgottenScreen.wait(driver)
    assert screen.heading == exchange.CASES_FORGOTTEN
    screen.go_back()
    driver.app.end()
    with vaults.unlock(desks.documenter, secret) as session:  # passphrase and keyfile open the new key too
        assert vaults.check(session, silent()).ok


def _entered(start: Callable[[Resume], Driver], vault: Path, key: Path) -> Driver:
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    unlock = UnlockPage(driver)
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: texts.NO_KEYFILE in unlock.problem)
    driver.text(str(key))
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)
    driver.settled()
    return driver
