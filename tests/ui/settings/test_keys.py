"""The part of the settings that changes what opens the vault, and the page that asks for a keyfile."""

import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from hrddesk.actions.records import cases
from hrddesk.actions.vault import keys, vaults
from hrddesk.crypto import kdf
from hrddesk.crypto.kdf import FLOOR
from hrddesk.errors import DiskFull, WrongSecret
from hrddesk.store.records.store import Store
from hrddesk.store.vault import rotation
from hrddesk.store.vault.folder import VaultFolder
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.locking.resume import Resume
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.page_objects.gate import UnlockPage
from tests.ui.page_objects.keys import KeysPart, promises_that_all_stays, work_alone
from tests.ui.page_objects.window import buttons_called
from tests.ui.texts import gate as gate_texts
from tests.ui.texts import settings as texts
from tests.ui.texts import window as window_texts

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(autouse=True)
def _floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "calibrate", lambda seconds=1.0: kdf.FLOOR)


def _write_down(desk: Driver, page: KeysPart) -> list[str]:
    """Read the words and prove three of them, as a person does."""
    desk.until(page.shows_recovery_words)
    words = page.recovery_words
    desk.shot("keys-words")
    page.prove_recovery_words(words)
    return words


def test_a_keyfile_is_made_needed_and_needed_no_more(desk: Driver, vault: Path, tmp_path: Path) -> None:
    page, key = KeysPart.open(desk), tmp_path / "stick" / "key"
    key.parent.mkdir()
    page.choose_keyfile()
    page.go_on()
    assert gate_texts.CHOOSE_KEYFILE in page.problem
    page.name_keyfile(key)
    page.go_on()
    assert texts.TYPE_PRESENT_PASSPHRASE in page.problem
    page.type_passphrase("wrong")
    page.go_on()
    desk.until(lambda: page.problem.startswith(gate_texts.WRONG_PASSPHRASE_BRIEFLY))
    assert not key.exists()
    page.type_passphrase(PASSPHRASE)
    desk.key("Return")
    desk.until(lambda: texts.NEEDS_KEYFILE_NOW in desk.window.message_bar.text)
    assert texts.KEYFILE_CREATED.format(key) in desk.window.message_bar.text
    assert key.stat().st_size == 64
    assert texts.KEYFILE_TOGETHER in page.slots
    assert page.passphrase == ""
    desk.shot("keys-keyfile")
    page.begin_without_keyfile()
    desk.until(lambda: gate_texts.NO_KEYFILE in page.problem)
    page.type_passphrase(PASSPHRASE)
    page.name_present_keyfile(key)
    page.go_on()
    desk.until(lambda: texts.PASSPHRASE_ALONE in desk.window.message_bar.text)
    assert not page.asks_for_present_keyfile()
    desk.app.end()
    vaults.unlock(vault, vaults.passphrase_secret(PASSPHRASE)).close()


def test_the_gate_asks_for_the_keyfile_of_a_vault_that_needs_one(
    start: Callable[[Resume], Driver], tmp_path: Path
) -> None:
    key = tmp_path / "key"
    key.write_bytes(b"a keyfile")
    secret = vaults.passphrase_secret(PASSPHRASE, key)
    vaults.create(tmp_path / "k.hrdv", PASSPHRASE, FLOOR, secret.keyfile_digest).session.close()
    desk = start(Resume(folder=str(tmp_path / "k.hrdv"), language="en", scheme="light"))
    unlock = UnlockPage(desk)
    desk.text(PASSPHRASE)
    desk.key("Return")
    desk.until(lambda: gate_texts.NO_KEYFILE in unlock.problem)
    assert unlock.passphrase == PASSPHRASE
    desk.shot("unlock-keyfile")
    unlock.name_keyfile(tmp_path / "missing")
    desk.key("Return")
    desk.until(lambda: gate_texts.COULD_NOT_BE_READ in unlock.problem)
    unlock.type_passphrase(PASSPHRASE)
    unlock.name_keyfile(key)
    desk.key("Return")
    desk.until(lambda: desk.window.frame is not None)


def test_a_keyfile_too_much_is_asked_for_no_more(
    start: Callable[[Resume], Driver], vault: Path, tmp_path: Path
) -> None:
    key = tmp_path / "key"
    key.write_bytes(b"a keyfile")
    desk = start(Resume(folder=str(vault), language="en", scheme="light"))
    unlock = UnlockPage(desk)
    unlock.view._ask_keyfile(True)
    unlock.name_keyfile(key)
    unlock.type_passphrase(PASSPHRASE)
    desk.key("Return")
    desk.until(lambda: gate_texts.NEEDS_NO_KEYFILE in unlock.problem)
    assert not unlock.asks_for_keyfile()
    unlock.unlock()
    desk.until(lambda: desk.window.frame is not None)


def test_new_recovery_words_count_once_three_are_typed(desk: Driver, vault: Path) -> None:
    page = KeysPart.open(desk)
    page.begin_new_words()
    desk.until(page.shows_recovery_words)
    page.cancel()
    assert page.recovery_lines[0] == ""
    page.begin_new_words()
    words = _write_down(desk, page)
    desk.key("Return")
    desk.until(lambda: texts.RECOVERY_WORDS_COUNT in desk.window.message_bar.text)
    desk.app.end()
    vaults.unlock(vault, vaults.recovery_secret(" ".join(words))).close()


def test_a_new_data_key_is_made_and_every_page_comes_back(desk: Driver, vault: Path) -> None:
    page, keys_before = KeysPart.open(desk), (vault / "keys.bin").read_bytes()
    page.begin_new_key()
    words = _write_down(desk, page)
    desk.key("Return")
    desk.until(lambda: texts.NEW_DATA_KEY in desk.window.message_bar.text)
    assert desk.frame.current == "settings"
    assert (vault / "keys.bin").read_bytes() != keys_before
    desk.page("cases")
    desk.shot("keys-rotated")
    desk.app.end()
    with vaults.unlock(vault, vaults.recovery_secret(" ".join(words))) as session:
        assert session.alarms == []


def test_a_rotation_that_is_broken_off_leaves_everything(
    desk: Driver, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, keys_before, prepare = KeysPart.open(desk), (vault / "keys.bin").read_bytes(), rotation.prepare
    seen: list[str] = []

    def slow(held: VaultFolder, store: Store, vault_id: bytes, dek: bytes, generation: int, job: Job) -> None:
        desk.app.runner.cancel_all()  # as the button in the bar does
        seen.append("begun")
        prepare(held, store, vault_id, dek, generation, job)

    monkeypatch.setattr(rotation, "prepare", slow)
    page.begin_new_key()
    _write_down(desk, page)
    desk.key("Return")
    desk.until(lambda: bool(seen) and desk.window.frame is not None)
    desk.key("F1")
    assert (vault / "keys.bin").read_bytes() == keys_before
    assert not (vault / "db.next").exists()
    desk.page("cases")


def test_a_disk_that_fills_up_once_the_new_key_counts_is_told_and_opening_finishes(
    desk: Driver, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(held: VaultFolder, dek: bytes) -> None:
        raise DiskFull

    monkeypatch.setattr(VaultFolder, "take_next", no_room)
    page = KeysPart.open(desk)
    page.begin_new_key()
    words = _write_down(desk, page)
    desk.key("Return")
    desk.until(lambda: texts.DISK_FULL in desk.window.message_bar.text)
    desk.shot("keys-disk-full")
    assert texts.NEW_KEY_COUNTS in desk.window.message_bar.text
    assert not promises_that_all_stays(desk)
    desk.key("Ctrl+L")
    desk.until(desk.window.isHidden)
    assert not desk.resumed[0].report
    for secret in (vaults.recovery_secret(" ".join(words)), vaults.passphrase_secret(PASSPHRASE, None)):
        with vaults.unlock(vault, secret) as session:
            assert session.alarms == []


def test_help_and_colours_wait_while_the_vault_is_alone(desk: Driver) -> None:
    seen: list[str] = []

    def work(session: Session, job: Job) -> str:
        seen.append("at work")
        return "done"

    work_alone(desk, work)
    assert desk.window.frame is None
    desk.window._help()
    desk.window.paint(desk.window.appearance)
    desk.until(lambda: seen == ["at work"] and desk.window.frame is not None)
    assert desk.window.frame is not None


def test_a_guess_is_measured_again(desk: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    page = KeysPart.open(desk)

    def shows(words: str) -> bool:
        return words in desk.window.message_bar.text

    costs_more = texts.GUESS_COSTS_MORE.format(66, 64)
    for most, message in ((FLOOR.m_kib, texts.COMPUTER_NO_FASTER), (FLOOR.m_kib + 2048, costs_more)):
        monkeypatch.setattr(kdf, "calibrate", lambda most=most: kdf.Argon2Params(most, 3, 4))
        page.begin_to_measure()
        desk.until(partial(shows, message))
    assert texts.GUESS_COSTS.format(66) in page.slots


def _is_inside(driver: Driver) -> bool:
    return driver.window.frame is not None


def test_a_much_faster_computer_is_told_once(
    start: Callable[[Resume], Driver], vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vaults.unlock(vault, vaults.passphrase_secret(PASSPHRASE)) as session:
        cases.create(session, {"title": "long ago"})
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 90 * 24 * 3600)
    monkeypatch.setattr("hrddesk.actions.vault.keys._SECONDS", 1e9)  # whatever this machine is
    messages = []
    for _ in range(2):
        desk = start(Resume(folder=str(vault), language="en", scheme="light"))
        desk.text(PASSPHRASE)
        desk.key("Return")
        desk.until(partial(_is_inside, desk))
        desk.settled()
        messages.append(texts.COMPUTER_MUCH_FASTER in desk.window.message_bar.text)
        desk.app.end()
    assert messages == [True, False]


def test_the_words_of_before_open_nothing(desk: Driver, vault: Path) -> None:
    page = KeysPart.open(desk)
    page.begin_new_words()
    first = _write_down(desk, page)
    desk.key("Return")
    desk.until(lambda: texts.RECOVERY_WORDS_COUNT in desk.window.message_bar.text)
    page.begin_new_key()
    _write_down(desk, page)
    desk.key("Return")
    desk.until(lambda: texts.NEW_DATA_KEY in desk.window.message_bar.text)
    desk.app.end()
    with pytest.raises(WrongSecret):
        vaults.unlock(vault, vaults.recovery_secret(" ".join(first)))
    with pytest.raises(WrongSecret):
        vaults.unlock(vault, vaults.passphrase_secret("another"))


def test_no_cancelling_is_offered_of_what_cannot_stop(desk: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    page, may_end = KeysPart.open(desk), threading.Event()

    def slow(*args: object) -> None:
        may_end.wait(20)

    monkeypatch.setattr(keys, "change_passphrase", slow)
    page.choose_new_passphrase()
    page.type_passphrase(PASSPHRASE)
    page.type_new_passphrase("seven copper lamp field owl river")
    page.go_on()
    working, cancel = desk.window.message_bar, window_texts.CANCEL.format(texts.CHANGING_PASSPHRASE)
    desk.until(lambda: bool(buttons_called(working, cancel)))
    assert not any(button.isVisible() for button in buttons_called(working, cancel))
    may_end.set()
    desk.until(lambda: texts.PASSPHRASE_CHANGED in working.text)


def test_six_random_words_are_proposed_for_a_new_passphrase(desk: Driver, vault: Path) -> None:
    page = KeysPart.open(desk)
    page.choose_new_passphrase()
    page.type_passphrase(PASSPHRASE)
    assert not page.proposes_passphrase()
    page.propose_passphrase()
    words = page.proposed_passphrase
    assert len(words.split()) == 6
    desk.shot("keys-proposed")
    desk.text(words)
    assert _judged(page).startswith(texts.STRONG)
    desk.key("Ctrl+A")
    desk.text("you will never walk alone again")
    assert _judged(page).startswith(texts.FAIR)
    desk.key("Ctrl+A")
    desk.text(words)
    desk.key("Return")
    desk.text(words)
    desk.key("Return")
    desk.until(lambda: texts.PASSPHRASE_CHANGED in desk.window.message_bar.text)
    assert page.proposed_passphrase == ""
    vaults.change_passphrase(_closed(desk, vault), vaults.passphrase_secret(words), PASSPHRASE, FLOOR)


def _judged(page: KeysPart) -> str:
    """Return what is said of the passphrase that is typed."""
    judgements = (texts.WEAK, texts.FAIR, texts.STRONG)
    return next(text for text in page.new_passphrase_labels if text.startswith(judgements))


def test_words_that_do_not_count_yet_say_so(desk: Driver) -> None:
    page = KeysPart.open(desk)
    page.begin_new_words()
    desk.until(page.shows_recovery_words)
    assert texts.UNTIL_THEN_OLD_WORDS_OPEN in page.words_around_recovery_words


def _closed(desk: Driver, vault: Path) -> Path:
    desk.app.end()
    return vault


def test_escape_leaves_everything_as_it_is(desk: Driver) -> None:
    page = KeysPart.open(desk)
    page.choose_new_passphrase()
    assert page.asks_for_passphrase()
    desk.key("Escape")
    assert not page.asks_for_passphrase()
    assert page.shows_choices()
