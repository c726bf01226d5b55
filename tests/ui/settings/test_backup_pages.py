"""Backups, restore and wipe in the window, by keys and clicks."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hrddesk.actions.records import cases
from hrddesk.actions.vault import backups, vaults
from hrddesk.actions.vault.backups import Need
from hrddesk.crypto import kdf
from hrddesk.store.vault import wiping
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.locking.resume import WIPED, WIPED_NOT_ALL, Resume
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.page_objects.gate import GatePage, StartPage, UnlockPage
from tests.ui.page_objects.gate_backup import RestorePage, WipePage
from tests.ui.page_objects.settings import BackupPart, HeldWipe, WipePart
from tests.ui.texts import gate as gate_texts
from tests.ui.texts import settings as texts

Start = Callable[[Resume], Driver]
SECRET = vaults.passphrase_secret(PASSPHRASE)


@pytest.fixture(autouse=True)
def quick_kdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not measure the computer for a second."""
    monkeypatch.setattr(kdf, "calibrate", lambda seconds=1.0: kdf.FLOOR)


@pytest.fixture
def with_case(vault: Path) -> Path:
    """A closed vault that has a case."""
    with vaults.unlock(vault, SECRET) as session:
        cases.create(session, {"title": "The printers of Willow Lane"})
    return vault


def _message(driver: Driver) -> str:
    return driver.window.message_bar.text


def test_a_backup_is_made_tried_and_taken_off_the_list(
    with_case: Path, enter: Callable[[Path], Driver], tmp_path: Path
) -> None:
    driver = enter(with_case)
    assert texts.NO_BACKUP in _message(driver)
    driver.shot("backup-reminder")
    page, wipe = BackupPart.open(driver), WipePart(driver)
    assert not page.lists_backups()
    page.make_by_keyboard()
    assert page.shows_making_problem()
    stick = tmp_path / "stick"
    stick.mkdir()
    page.name_folder(stick)
    assert not page.shows_making_problem()
    driver.key("Return")
    driver.until(page.lists_backups)
    driver.settled()
    (file,) = stick.iterdir()
    assert str(file) in _message(driver)
    assert page.can_make()
    assert page.backups[0].startswith(f"{datetime.now(UTC).date().isoformat()} — ")
    assert page.file == file
    assert str(file) in wipe.button.backups
    assert texts.BACKUP_NEVER_TRIED in page.state
    page.try_restore_by_keyboard()
    assert page.shows_trying_problem()
    page.type_passphrase("wrong")
    driver.until(lambda: page.shows_trying_problem() and not driver.app.runner.busy)
    driver.shot("backup-wrong-passphrase")
    page.type_passphrase(PASSPHRASE)
    driver.until(lambda: texts.BACKUP_CAN_BE_RESTORED in _message(driver))
    assert page.passphrase == ""
    assert texts.RESTORE_WAS_TRIED in page.backups[0]
    driver.shot("backup-tried")
    page.take_off_list(0)
    assert str(file) in page.question
    page.say_yes()
    driver.until(lambda: not page.lists_backups())
    assert texts.NO_BACKUP in page.state
    assert not wipe.button.shows_backups()


def test_what_is_wrong_with_a_backup_is_said_in_the_page(
    with_case: Path, enter: Callable[[Path], Driver], tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    with vaults.unlock(with_case, SECRET) as session:
        backup = backups.make(session, tmp_path / "stick", Job())
        session.store.db.execute("UPDATE case_file SET title = 'altered'")
    driver = enter(with_case)
    assert texts.BACKUP_NEVER_TRIED in _message(driver)
    page = BackupPart.open(driver)
    page.name_no_file()
    page.try_restore()
    assert page.shows_trying_problem()
    page.name_file(tmp_path / "none")
    driver.key("Return")
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: page.shows_trying_problem() and not driver.app.runner.busy)
    page.make_into(with_case / "att")
    driver.until(lambda: page.shows_making_problem() and not driver.app.runner.busy)
    page.make_into(tmp_path / "stick")
    driver.until(lambda: texts.SOMETHING_DAMAGED in _message(driver))
    driver.settled()
    page.type_passphrase(PASSPHRASE)
    driver.until(lambda: texts.BACKUP_NOT_WHOLE in page.trying_problem)
    page.name_file(backup.path)
    page.type_passphrase(PASSPHRASE)
    driver.until(lambda: texts.BACKUP_CAN_BE_RESTORED in _message(driver))


def test_a_backup_that_is_cancelled_leaves_the_page_as_it_was(
    with_case: Path, enter: Callable[[Path], Driver], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = enter(with_case)
    page = BackupPart.open(driver)
    (tmp_path / "stick").mkdir()
    make = backups.make

    def cancelled(session: Session, folder: Path, job: Job) -> object:
        job.cancel()
        return make(session, folder, job)

    monkeypatch.setattr(backups, "make", cancelled)
    page.make_into(tmp_path / "stick")
    driver.settled()
    assert page.can_make()
    assert list((tmp_path / "stick").iterdir()) == []


@pytest.mark.parametrize("by", ["passphrase", "words"])
def test_a_backup_is_restored_from_the_first_page_by_keys(
    gate: Driver, tmp_path: Path, by: str, with_case: Path
) -> None:
    with vaults.unlock(with_case, SECRET) as session:
        file = backups.make(session, tmp_path / "b.tar", Job()).path
    StartPage(gate).go_to_restore()
    gate.shot("start-with-restore")
    gate.key("Space")
    page = RestorePage(gate)
    assert GatePage(gate).current_page == "restore"
    page.restore_by_keyboard()
    assert page.shows_problem()
    gate.text(str(file))
    gate.key("Return")
    gate.key("Shift+Tab")
    page.restore_by_keyboard()
    assert page.shows_problem()
    gate.text(str(tmp_path / "new.hrdv"))
    gate.key("Return")
    gate.text("wrong")
    gate.key("Return")
    gate.until(lambda: page.shows_problem() and not gate.app.runner.busy)
    assert GatePage(gate).holds_secrets()
    assert not (tmp_path / "new.hrdv").exists()
    gate.shot("restore-wrong")
    if by == "words":
        page.choose_recovery_words()
        page.go_to_recovery_words()
        gate.text("abandon abandon")
        gate.shot("restore-words")
        page.restore()
        assert gate_texts.RECOVERY_WORDS_ARE_24 in page.problem
        page.choose_passphrase()
    page.type_passphrase(PASSPHRASE)
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    gate.settled()
    assert gate_texts.VAULT_RESTORED in _message(gate)
    gate.shot("restored")
    restored = gate.window.session
    assert restored is not None
    assert restored.folder == tmp_path / "new.hrdv"
    assert gate.window.desk is not None
    assert backups.reminder(gate.window.desk.reader).need is Need.NOTHING


def test_a_damaged_backup_is_restored_with_a_warning(gate: Driver, tmp_path: Path, with_case: Path) -> None:
    with vaults.unlock(with_case, SECRET) as session:
        session.store.db.execute("UPDATE case_file SET title = 'altered'")
        file = backups.make(session, tmp_path / "b.tar", Job()).path
    gate.window.gate.show_restore()
    page = RestorePage(gate)
    page.go_back()
    assert GatePage(gate).current_page == "start"
    gate.window.gate.show_restore()
    page.set_paths(file, tmp_path / "new.hrdv")
    gate.window.speak(WindowLanguage.CHINESE)
    assert page.file is None
    gate.shot("restore-zh")
    gate.window.speak(WindowLanguage.ENGLISH)
    page.set_paths(file, tmp_path / "new.hrdv")
    page.type_passphrase(PASSPHRASE)
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    assert gate_texts.RESTORED_IN_PART in _message(gate)


@pytest.mark.parametrize("by", ["mouse", "Space"])
def test_a_vault_is_wiped_after_holding_and_counting_which_can_be_stopped(
    with_case: Path, enter: Callable[[Path], Driver], by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    HeldWipe.count_from(monkeypatch, 2)
    driver = enter(with_case)
    button = WipePart.open(driver).button
    button.press()
    driver.until(lambda: button.held_part > 0.1)
    button.release()
    assert (button.held_part, button.counting) == (0, 0)
    button.hold(by)
    assert button.counting == 2
    assert button.stop_has_keyboard()
    driver.shot(f"wipe-counting-{by}")
    driver.key("Space")
    assert button.counting == 0
    assert button.can_hold()
    button.hold(by)
    driver.page("cases")  # whoever goes elsewhere does not wipe
    assert button.counting == 0
    vaults.info(with_case)
    WipePart.open(driver)
    button.hold(by)
    driver.until(lambda: bool(driver.resumed))
    (after,) = driver.resumed
    assert (after.folder, after.said) == ("", WIPED)
    assert not with_case.exists()


def test_a_vault_is_wiped_from_where_its_passphrase_is_asked_for(
    start: Start, with_case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    HeldWipe.count_from(monkeypatch, 1)
    driver = start(Resume(folder=str(with_case), language="en", scheme="light"))
    gate, unlock, wipe = GatePage(driver), UnlockPage(driver), WipePage(driver)
    driver.shot("unlock-with-wipe")
    unlock.set_folder(None)
    unlock.wipe()
    assert unlock.shows_problem()
    unlock.set_folder(tmp_path / "none")
    unlock.wipe()
    assert unlock.shows_problem()
    unlock.set_folder(with_case)
    unlock.wipe()
    assert gate.current_page == "wipe"
    assert str(with_case) in wipe.which
    driver.shot("wipe-gate")
    driver.window.speak(WindowLanguage.CHINESE)
    assert gate.current_page == "wipe"
    driver.shot("wipe-gate-zh")
    wipe.go_back()
    assert gate.current_page == "unlock"
    unlock.wipe()
    HeldWipe(driver, wipe.view.wiping).hold("mouse")
    driver.until(lambda: bool(driver.resumed))
    assert not with_case.exists()
    assert driver.resumed[0].said == WIPED


def test_a_wipe_that_cannot_begin_is_said_and_nothing_is_lost(
    with_case: Path, enter: Callable[[Path], Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = enter(with_case)
    keys = with_case / "keys.bin"
    raw = keys.read_bytes()
    keys.unlink()
    keys.mkdir()  # nobody can write there
    driver.window.wipe_wanted.emit(with_case)
    assert not driver.resumed
    assert gate_texts.COULD_NOT_BE_WRITTEN in _message(driver)
    keys.rmdir()
    keys.write_bytes(raw)
    monkeypatch.setattr(wiping, "remove", lambda folder: ["att"])
    driver.window.wipe_wanted.emit(with_case)
    driver.window.wipe_wanted.emit(with_case)
    assert [after.said for after in driver.resumed] == [WIPED_NOT_ALL]


@pytest.mark.parametrize("outcome", [WIPED, WIPED_NOT_ALL])
def test_after_a_wipe_the_first_page_says_so(start: Start, outcome: str) -> None:
    driver = start(Resume(language="en", scheme="light", said=outcome))
    assert gate_texts.VAULT_DESTROYED in _message(driver)
    assert (gate_texts.NOT_ALL_REMOVED in _message(driver)) == (outcome == WIPED_NOT_ALL)
    driver.shot("wiped")
    StartPage(driver).open_vault()
    assert _message(driver) == ""  # nobody who looks at the next page need know


def test_an_old_backup_is_reminded_of(
    with_case: Path, enter: Callable[[Path], Driver], tmp_path: Path
) -> None:
    with vaults.unlock(with_case, SECRET) as session:
        backup = backups.make(session, tmp_path / "b.tar", Job())
        backups.try_restore(session, backup.path, SECRET, Job())
        with session.store.change("test"):
            session.store.db.execute("UPDATE backup SET time = time - 34 * 86400")
        cases.create(session, {"title": "One more"})
    driver = enter(with_case)
    assert texts.BACKUP_OLD.format(34) in _message(driver)
    assert texts.BACKUP_OLD.format(34) in BackupPart.open(driver).state
