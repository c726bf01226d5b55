"""Backups, restore and wipe in the window, by keys and clicks."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrddesk.actions import backups, cases, vaults
from hrddesk.actions.backups import Need
from hrddesk.crypto import kdf
from hrddesk.jobs import Job
from hrddesk.session import Session
from hrddesk.store import wiping
from hrddesk_ui.resume import WIPED, WIPED_NOT_ALL, Resume
from hrddesk_ui.translation import Language
from hrddesk_ui.views import wipe_view
from hrddesk_ui.views.settings_view import SettingsView
from tests.ui.driver import PASSPHRASE, Driver

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


def _said(driver: Driver) -> str:
    return driver.window.message_bar.text


def _settings(driver: Driver) -> SettingsView:
    page = driver.page("settings")
    assert isinstance(page, SettingsView)
    return page


def test_a_backup_is_made_tried_and_taken_off_the_list(
    with_case: Path, enter: Callable[[Path], Driver], tmp_path: Path
) -> None:
    driver = enter(with_case)
    assert "no backup" in _said(driver)
    driver.shot("backup-reminder")
    page = _settings(driver)
    view = page.backup
    assert not view.known.isVisible()
    view.make_button.setFocus()
    driver.key("Space")
    assert view.make_trouble.isVisible()
    stick = tmp_path / "stick"
    stick.mkdir()
    driver.fill(view.folder.field, str(stick))
    assert not view.make_trouble.isVisible()
    driver.key("Return")
    driver.until(view.known.isVisible)
    driver.settled()
    (file,) = stick.iterdir()
    assert str(file) in _said(driver)
    assert view.make_button.isEnabled()
    assert view.known.item(0).text().startswith(f"{datetime.now(UTC).date().isoformat()} — ")
    assert view.file.path == file
    assert str(file) in page.wipe.backups.text()
    assert "nobody ever tried" in view.state.text()
    view.test_button.setFocus()
    driver.key("Space")
    assert view.test_trouble.isVisible()
    driver.fill(view.secret.field, "wrong")
    driver.key("Return")
    driver.until(lambda: view.test_trouble.isVisible() and not driver.app.runner.busy)
    driver.shot("backup-wrong-passphrase")
    driver.fill(view.secret.field, PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: "can be restored" in _said(driver))
    assert view.secret.text == ""
    assert "a restore was tried" in view.known.item(0).text()
    driver.shot("backup-tried")
    view.known.setCurrentRow(0)
    driver.click(view.gone_button)
    assert str(file) in view.confirm.question
    driver.click(view.confirm.yes)
    driver.until(lambda: not view.known.isVisible())
    assert "no backup" in view.state.text()
    assert not page.wipe.backups.isVisible()


def test_what_is_wrong_with_a_backup_is_said_in_the_page(
    with_case: Path, enter: Callable[[Path], Driver], tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    with vaults.unlock(with_case, SECRET) as session:
        made = backups.make(session, tmp_path / "stick", Job())
        session.store.db.execute("UPDATE case_file SET title = 'altered'")
    driver = enter(with_case)
    assert "nobody ever tried" in _said(driver)
    view = _settings(driver).backup
    view.file.set_path(None)
    driver.click(view.test_button)
    assert view.test_trouble.isVisible()
    driver.fill(view.file.field, str(tmp_path / "none"))
    driver.key("Return")
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: view.test_trouble.isVisible() and not driver.app.runner.busy)
    driver.fill(view.folder.field, str(with_case / "att"))
    driver.key("Return")
    driver.until(lambda: view.make_trouble.isVisible() and not driver.app.runner.busy)
    driver.fill(view.folder.field, str(tmp_path / "stick"))
    driver.key("Return")
    driver.until(lambda: "damaged" in _said(driver))
    driver.settled()
    driver.fill(view.secret.field, PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: "not whole" in view.test_trouble.text())
    driver.fill(view.file.field, str(made.path))
    driver.fill(view.secret.field, PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: "can be restored" in _said(driver))


def test_a_backup_that_is_cancelled_leaves_the_page_as_it_was(
    with_case: Path, enter: Callable[[Path], Driver], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = enter(with_case)
    view = _settings(driver).backup
    (tmp_path / "stick").mkdir()
    make = backups.make

    def cancelled(session: Session, folder: Path, job: Job) -> object:
        job.cancel()
        return make(session, folder, job)

    monkeypatch.setattr(backups, "make", cancelled)
    driver.fill(view.folder.field, str(tmp_path / "stick"))
    driver.key("Return")
    driver.settled()
    assert view.make_button.isEnabled()
    assert list((tmp_path / "stick").iterdir()) == []


@pytest.mark.parametrize("by", ["passphrase", "words"])
def test_a_backup_is_restored_from_the_first_page_by_keys(
    gate: Driver, tmp_path: Path, by: str, with_case: Path
) -> None:
    with vaults.unlock(with_case, SECRET) as session:
        file = backups.make(session, tmp_path / "b.tar", Job()).path
    gate.window.gate.start.restore_button.setFocus()
    gate.shot("start-with-restore")
    gate.key("Space")
    view = gate.window.gate.restore
    assert gate.window.gate.shown == "restore"
    view.restore_button.setFocus()
    gate.key("Space")
    assert view.trouble.isVisible()
    gate.text(str(file))
    gate.key("Return")
    gate.key("Shift+Tab")
    view.restore_button.setFocus()
    gate.key("Space")
    assert view.trouble.isVisible()
    gate.text(str(tmp_path / "new.hrdv"))
    gate.key("Return")
    gate.text("wrong")
    gate.key("Return")
    gate.until(lambda: view.trouble.isVisible() and not gate.app.runner.busy)
    assert gate.window.gate.holds_secrets
    assert not (tmp_path / "new.hrdv").exists()
    gate.shot("restore-wrong")
    if by == "words":
        view.by_words.click()
        view.words.setFocus()
        gate.text("abandon abandon")
        gate.shot("restore-words")
        gate.click(view.restore_button)
        assert "24" in view.trouble.text()
        view.by_passphrase.click()
    gate.fill(view.passphrase.field, PASSPHRASE)
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    gate.settled()
    assert "was restored" in _said(gate)
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
    view = gate.window.gate.restore
    gate.click(view.back_button)
    assert gate.window.gate.shown == "start"
    gate.window.gate.show_restore()
    view.file.set_path(file)
    view.folder.set_path(tmp_path / "new.hrdv")
    gate.window.speak(Language.CHINESE)
    view = gate.window.gate.restore
    assert view.file.path is None
    gate.shot("restore-zh")
    gate.window.speak(Language.ENGLISH)
    view = gate.window.gate.restore
    view.file.set_path(file)
    view.folder.set_path(tmp_path / "new.hrdv")
    gate.fill(view.passphrase.field, PASSPHRASE)
    gate.key("Return")
    gate.until(lambda: gate.window.frame is not None)
    assert "as far as" in _said(gate)


def _held(driver: Driver, button: QWidget, by: str) -> None:
    """Hold a button down, by mouse or by Space, until it lets go by itself."""
    driver.bot.waitExposed(driver.window)
    button.setFocus()
    if by == "mouse":
        driver.bot.mousePress(button, Qt.MouseButton.LeftButton)
    else:
        driver.bot.keyPress(button, Qt.Key.Key_Space)
    driver.until(lambda: not button.isEnabled())


@pytest.mark.parametrize("by", ["mouse", "Space"])
def test_a_vault_is_wiped_after_holding_and_counting_which_can_be_stopped(
    with_case: Path, enter: Callable[[Path], Driver], by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wipe_view, "COUNTDOWN", 2)
    driver = enter(with_case)
    page = _settings(driver)
    view = page.wipe
    view.hold.setFocus()
    driver.bot.mousePress(view.hold, Qt.MouseButton.LeftButton)
    driver.until(lambda: view.hold.part > 0.1)
    driver.bot.mouseRelease(view.hold, Qt.MouseButton.LeftButton)
    assert (view.hold.part, view.counting) == (0, 0)
    _held(driver, view.hold, by)
    assert view.counting == 2
    assert driver.focus() is view.stop
    driver.shot(f"wipe-counting-{by}")
    driver.key("Space")
    assert view.counting == 0
    assert view.hold.isEnabled()
    _held(driver, view.hold, by)
    driver.page("cases")  # whoever goes elsewhere does not wipe
    assert view.counting == 0
    vaults.info(with_case)
    _settings(driver)
    _held(driver, view.hold, by)
    driver.until(lambda: bool(driver.resumed))
    (after,) = driver.resumed
    assert (after.folder, after.said) == ("", WIPED)
    assert not with_case.exists()


def test_a_vault_is_wiped_from_where_its_passphrase_is_asked_for(
    start: Start, with_case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wipe_view, "COUNTDOWN", 1)
    driver = start(Resume(folder=str(with_case), language="en", scheme="light"))
    gate = driver.window.gate
    driver.shot("unlock-with-wipe")
    gate.unlock.path_edit.set_path(None)
    driver.click(gate.unlock.wipe_button)
    assert gate.unlock.trouble.isVisible()
    gate.unlock.path_edit.set_path(tmp_path / "none")
    driver.click(gate.unlock.wipe_button)
    assert gate.unlock.trouble.isVisible()
    gate.unlock.path_edit.set_path(with_case)
    driver.click(gate.unlock.wipe_button)
    assert gate.shown == "wipe"
    assert str(with_case) in gate.wipe.which.text()
    driver.shot("wipe-gate")
    driver.window.speak(Language.CHINESE)
    gate = driver.window.gate
    assert gate.shown == "wipe"
    driver.shot("wipe-gate-zh")
    driver.click(gate.wipe.back_button)
    assert gate.shown == "unlock"
    driver.click(gate.unlock.wipe_button)
    _held(driver, gate.wipe.wiping.hold, "mouse")
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
    assert "could not be written" in _said(driver)
    keys.rmdir()
    keys.write_bytes(raw)
    monkeypatch.setattr(wiping, "remove", lambda folder: ["att"])
    driver.window.wipe_wanted.emit(with_case)
    driver.window.wipe_wanted.emit(with_case)
    assert [after.said for after in driver.resumed] == [WIPED_NOT_ALL]


@pytest.mark.parametrize("said", [WIPED, WIPED_NOT_ALL])
def test_after_a_wipe_the_first_page_says_so(start: Start, said: str) -> None:
    driver = start(Resume(language="en", scheme="light", said=said))
    assert "is destroyed" in _said(driver)
    assert ("could be removed" in _said(driver)) == (said == WIPED_NOT_ALL)
    driver.shot("wiped")
    driver.click(driver.window.gate.start.open_button)
    assert _said(driver) == ""  # nobody who looks at the next page need know


def test_an_old_backup_is_reminded_of(
    with_case: Path, enter: Callable[[Path], Driver], tmp_path: Path
) -> None:
    with vaults.unlock(with_case, SECRET) as session:
        made = backups.make(session, tmp_path / "b.tar", Job())
        backups.try_restore(session, made.path, SECRET, Job())
        with session.store.change("test"):
            session.store.db.execute("UPDATE backup SET time = time - 34 * 86400")
        cases.create(session, {"title": "One more"})
    driver = enter(with_case)
    assert "34 days ago" in _said(driver)
    assert "34 days ago" in _settings(driver).backup.state.text()
