"""The part of the settings that changes what opens the vault, and the page that asks for a keyfile."""

import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hrddesk.actions import cases, keys, vaults
from hrddesk.crypto import kdf
from hrddesk.crypto.kdf import FLOOR
from hrddesk.errors import WrongSecret
from hrddesk.jobs import Job
from hrddesk.session import Session
from hrddesk.store import rotation
from hrddesk.store.store import Store
from hrddesk.store.vault import VaultFolder
from hrddesk_ui.resume import Resume
from hrddesk_ui.views.keys_view import KeysView, Step
from hrddesk_ui.views.rotating_view import RotatingView
from hrddesk_ui.views.settings_view import SettingsView
from tests.ui.driver import PASSPHRASE, Driver

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(autouse=True)
def _floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "calibrate", lambda seconds=1.0: kdf.FLOOR)


def _keys(desk: Driver) -> KeysView:
    page = desk.page("settings")
    assert isinstance(page, SettingsView)
    return page.keys


def _begin(desk: Driver, view: KeysView, step: Step) -> None:
    desk.click(view.buttons[step])
    desk.fill(view.old.field, PASSPHRASE)
    desk.click(view.go_button)


def _write_down(desk: Driver, view: KeysView) -> list[str]:
    """Read the words and prove three of them, as a person does."""
    desk.until(view.words.isVisible)
    words = [label.text().split()[1] for label in view.words.labels]
    desk.shot("keys-words")
    desk.click(view.words.next_button)
    for field, place in zip(view.proof.fields, view.proof.places, strict=True):
        desk.fill(field, words[place])
    return words


def test_a_keyfile_is_made_needed_and_needed_no_more(desk: Driver, vault: Path, tmp_path: Path) -> None:
    view, key = _keys(desk), tmp_path / "stick" / "key"
    key.parent.mkdir()
    desk.click(view.buttons[Step.KEYFILE])
    desk.click(view.go_button)
    assert "Choose the keyfile" in view.trouble.text()
    desk.fill(view.keyfile.field, str(key))
    desk.click(view.go_button)
    assert "Type the present passphrase" in view.trouble.text()
    desk.fill(view.old.field, "wrong")
    desk.click(view.go_button)
    desk.until(lambda: view.trouble.text().startswith("Wrong passphrase"))
    assert not key.exists()
    desk.fill(view.old.field, PASSPHRASE)
    desk.key("Return")
    desk.until(lambda: "keyfile too" in desk.window.message_bar.text)
    assert f"A new keyfile was made: {key}" in desk.window.message_bar.text
    assert key.stat().st_size == 64
    assert "keyfile together" in view.slots.text()
    assert view.old.text == ""
    desk.shot("keys-keyfile")
    _begin(desk, view, Step.NO_KEYFILE)
    desk.until(lambda: "no keyfile was given" in view.trouble.text())
    desk.fill(view.old.field, PASSPHRASE)
    desk.fill(view.old_keyfile.field, str(key))
    desk.click(view.go_button)
    desk.until(lambda: "alone" in desk.window.message_bar.text)
    assert not view.old_keyfile.isVisible()
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
    unlock = desk.window.gate.unlock
    desk.text(PASSPHRASE)
    desk.key("Return")
    desk.until(lambda: "no keyfile was given" in unlock.trouble.text())
    assert unlock.passphrase.text == PASSPHRASE
    desk.shot("unlock-keyfile")
    desk.fill(unlock.keyfile.field, str(tmp_path / "missing"))
    desk.key("Return")
    desk.until(lambda: "could not be read" in unlock.trouble.text())
    desk.fill(unlock.passphrase.field, PASSPHRASE)
    desk.fill(unlock.keyfile.field, str(key))
    desk.key("Return")
    desk.until(lambda: desk.window.frame is not None)


def test_a_keyfile_too_much_is_asked_for_no_more(
    start: Callable[[Resume], Driver], vault: Path, tmp_path: Path
) -> None:
    key = tmp_path / "key"
    key.write_bytes(b"a keyfile")
    desk = start(Resume(folder=str(vault), language="en", scheme="light"))
    unlock = desk.window.gate.unlock
    unlock._ask_keyfile(True)
    desk.fill(unlock.keyfile.field, str(key))
    desk.fill(unlock.passphrase.field, PASSPHRASE)
    desk.key("Return")
    desk.until(lambda: "opens without one" in unlock.trouble.text())
    assert not unlock.keyfile.isVisible()
    desk.click(unlock.unlock_button)
    desk.until(lambda: desk.window.frame is not None)


def test_new_recovery_words_count_once_three_are_typed(desk: Driver, vault: Path) -> None:
    view = _keys(desk)
    _begin(desk, view, Step.WORDS)
    desk.until(view.words.isVisible)
    desk.click(view.cancel_button)
    assert view.words.labels[0].text() == ""
    _begin(desk, view, Step.WORDS)
    words = _write_down(desk, view)
    desk.key("Return")
    desk.until(lambda: "new recovery words count" in desk.window.message_bar.text)
    desk.app.end()
    vaults.unlock(vault, vaults.recovery_secret(" ".join(words))).close()


def test_a_new_data_key_is_made_and_every_page_comes_back(desk: Driver, vault: Path) -> None:
    view, keys_before = _keys(desk), (vault / "keys.bin").read_bytes()
    _begin(desk, view, Step.ROTATION)
    words = _write_down(desk, view)
    desk.key("Return")
    desk.until(lambda: "new data key" in desk.window.message_bar.text)
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
    view, keys_before, prepare = _keys(desk), (vault / "keys.bin").read_bytes(), rotation.prepare
    seen: list[str] = []

    def slow(held: VaultFolder, store: Store, vault_id: bytes, dek: bytes, generation: int, job: Job) -> None:
        desk.app.runner.cancel_all()  # as the button in the bar does
        seen.append("begun")
        prepare(held, store, vault_id, dek, generation, job)

    monkeypatch.setattr(rotation, "prepare", slow)
    _begin(desk, view, Step.ROTATION)
    _write_down(desk, view)
    desk.key("Return")
    desk.until(lambda: bool(seen) and desk.window.frame is not None)
    desk.key("F1")
    assert (vault / "keys.bin").read_bytes() == keys_before
    assert not (vault / "db.next").exists()
    desk.page("cases")


def test_help_and_colours_wait_while_the_vault_is_alone(desk: Driver) -> None:
    seen: list[str] = []

    def work(session: Session, job: Job) -> str:
        seen.append("at work")
        return "done"

    assert desk.window.desk is not None
    desk.window.desk.alone_wanted.emit(RotatingView(desk.window.desk, work))
    assert desk.window.frame is None
    desk.window._help()
    desk.window.paint(desk.window.scheme)
    desk.until(lambda: seen == ["at work"] and desk.window.frame is not None)
    assert desk.window.frame is not None


def test_a_guess_is_measured_again(desk: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    view = _keys(desk)

    def shows(words: str) -> bool:
        return words in desk.window.message_bar.text

    for most, said in ((FLOOR.m_kib, "no faster"), (FLOOR.m_kib + 2048, "66 MiB now; it was 64 MiB")):
        monkeypatch.setattr(kdf, "calibrate", lambda most=most: kdf.Argon2Params(most, 3, 4))
        _begin(desk, view, Step.COST)
        desk.until(partial(shows, said))
    assert "66 MiB" in view.slots.text()


def _is_inside(driver: Driver) -> bool:
    return driver.window.frame is not None


def test_a_much_faster_computer_is_told_once(
    start: Callable[[Resume], Driver], vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vaults.unlock(vault, vaults.passphrase_secret(PASSPHRASE)) as session:
        cases.create(session, {"title": "long ago"})
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 90 * 24 * 3600)
    monkeypatch.setattr("hrddesk.actions.keys._SECONDS", 1e9)  # whatever this machine is
    told = []
    for _ in range(2):
        desk = start(Resume(folder=str(vault), language="en", scheme="light"))
        desk.text(PASSPHRASE)
        desk.key("Return")
        desk.until(partial(_is_inside, desk))
        desk.settled()
        told.append("much faster" in desk.window.message_bar.text)
        desk.app.end()
    assert told == [True, False]


def test_the_words_of_before_open_nothing(desk: Driver, vault: Path) -> None:
    view = _keys(desk)
    _begin(desk, view, Step.WORDS)
    first = _write_down(desk, view)
    desk.key("Return")
    desk.until(lambda: "new recovery words count" in desk.window.message_bar.text)
    _begin(desk, view, Step.ROTATION)
    _write_down(desk, view)
    desk.key("Return")
    desk.until(lambda: "new data key" in desk.window.message_bar.text)
    desk.app.end()
    with pytest.raises(WrongSecret):
        vaults.unlock(vault, vaults.recovery_secret(" ".join(first)))
    with pytest.raises(WrongSecret):
        vaults.unlock(vault, vaults.passphrase_secret("another"))


def test_no_cancelling_is_offered_of_what_cannot_stop(desk: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    view, may_end = _keys(desk), threading.Event()

    def slow(*args: object) -> None:
        may_end.wait(20)

    monkeypatch.setattr(keys, "change_passphrase", slow)
    desk.click(view.buttons[Step.PASSPHRASE])
    desk.fill(view.old.field, PASSPHRASE)
    desk.fill(view.new.first.field, "seven copper lamp field owl river")
    desk.fill(view.new.repeated.field, "seven copper lamp field owl river")
    desk.click(view.go_button)
    working = desk.window.message_bar
    desk.until(lambda: bool(_named(working, "Cancel: Changing the passphrase")))
    assert not any(button.isVisible() for button in _named(working, "Cancel: Changing the passphrase"))
    may_end.set()
    desk.until(lambda: "passphrase was changed" in working.text)


def test_six_random_words_are_proposed_for_a_new_passphrase(desk: Driver, vault: Path) -> None:
    view = _keys(desk)
    desk.click(view.buttons[Step.PASSPHRASE])
    desk.fill(view.old.field, PASSPHRASE)
    assert not view.new.proposed.isVisible()
    desk.click(view.new.propose_button)
    words = view.new.proposed.text()
    assert len(words.split()) == 6
    desk.shot("keys-proposed")
    desk.text(words)
    assert _judged(view).startswith("Strong")
    desk.key("Ctrl+A")
    desk.text("you will never walk alone again")
    assert _judged(view).startswith("Fair")
    desk.key("Ctrl+A")
    desk.text(words)
    desk.key("Return")
    desk.text(words)
    desk.key("Return")
    desk.until(lambda: "passphrase was changed" in desk.window.message_bar.text)
    assert view.new.proposed.text() == ""
    vaults.change_passphrase(_closed(desk, vault), vaults.passphrase_secret(words), PASSPHRASE, FLOOR)


def _judged(view: KeysView) -> str:
    """Return what is said of the passphrase that is typed."""
    told = [label.text() for label in view.new.findChildren(QLabel)]
    return next(text for text in told if text.startswith(("Weak", "Fair", "Strong")))


def test_words_that_do_not_count_yet_say_so(desk: Driver) -> None:
    view = _keys(desk)
    _begin(desk, view, Step.WORDS)
    desk.until(view.words.isVisible)
    said = " ".join(label.text() for label in view.words.findChildren(QLabel))
    assert "Until then they open nothing, and the old ones still do." in said


def _named(root: QWidget, name: str) -> list[QPushButton]:
    return [button for button in root.findChildren(QPushButton) if button.accessibleName() == name]


def _closed(desk: Driver, vault: Path) -> Path:
    desk.app.end()
    return vault


def test_escape_leaves_everything_as_it_is(desk: Driver) -> None:
    view = _keys(desk)
    desk.click(view.buttons[Step.PASSPHRASE])
    assert view.asking.isVisible()
    desk.key("Escape")
    assert not view.asking.isVisible()
    assert view.choices.isVisible()
