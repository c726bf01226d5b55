"""What is said once a vault is open: of swap on a disk that is not encrypted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions.records import cases
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.vault.session import Session
from hrddesk.system import swap
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.chinese import in_chinese
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.texts import settings
from tests.ui.texts import window as texts

pytestmark = pytest.mark.timeout(60)
Start = Callable[[Resume], Driver]


@pytest.fixture
def swapping(no_swap: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Have swap on a disk of which nothing is known."""
    swaps = tmp_path / "swaps"
    swaps.write_text(f"Filename\n{tmp_path / 'gone'} file 1 0 -2\n", "utf-8")
    monkeypatch.setattr(swap.swaps_to_plain_disk, "__defaults__", (swaps, tmp_path))


def _unlock(driver: Driver) -> Driver:
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)
    driver.settled()
    return driver


@pytest.mark.usefixtures("swapping")
def test_swap_is_warned_of_once_and_not_again_after_a_lock(vault: Path, start: Start) -> None:
    begin = Resume(folder=str(vault), language="en", scheme="light")
    driver = _unlock(start(begin))
    bar = driver.window.message_bar
    assert texts.SWAP_NOT_ENCRYPTED in bar.text
    assert bar.tone == "warn"
    driver.shot("swap-en")
    driver.window.speak(WindowLanguage.CHINESE)
    driver.window.speak(WindowLanguage.ENGLISH)
    driver.key("Ctrl+M")
    assert texts.SWAP_NOT_ENCRYPTED not in bar.text
    driver.page("settings")
    assert texts.SWAP_NOT_ENCRYPTED not in bar.text
    driver.key("Ctrl+L")
    driver.until(lambda: bool(driver.resumed))
    again = _unlock(start(driver.resumed[0]))
    assert texts.SWAP_NOT_ENCRYPTED not in again.window.message_bar.text
    again.key("Ctrl+L")
    again.until(lambda: bool(again.resumed))
    chinese = _unlock(start(Resume(folder=str(vault), language="zh_CN", scheme="dark")))
    assert in_chinese(texts.SWAP_MAY_BE_WRITTEN) in chinese.window.message_bar.text
    chinese.shot("swap-zh")


@pytest.mark.usefixtures("swapping")
def test_the_warning_waits_behind_the_reminder_of_a_backup(vault: Path, start: Start) -> None:
    with Session.open(vault, PassphraseSecret(PASSPHRASE)) as session:
        cases.create(session, {"title": "one"})
    driver = _unlock(start(Resume(folder=str(vault), language="en", scheme="light")))
    bar = driver.window.message_bar
    assert settings.NO_BACKUP in bar.text
    driver.page("settings")
    driver.until(lambda: texts.SWAP_NOT_ENCRYPTED in bar.text)


def test_without_swap_nothing_is_said(desk: Driver) -> None:
    assert not desk.window.message_bar.text
