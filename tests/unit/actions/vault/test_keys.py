"""What opens a vault, changed by actions: when a guess is worth making dearer, and when nobody is asked."""

import time
from pathlib import Path

import pytest

from hrddesk.actions.vault import keys
from hrddesk.crypto.kdf import FLOOR, Argon2Params
from hrddesk.crypto.keyslots import PassphraseSecret, RecoverySecret, SlotType
from hrddesk.errors import DiskFull, PassphraseNeeded, SecretUnreadable
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.conftest import PASSPHRASE

SECRET = PassphraseSecret(PASSPHRASE)
WORDS = bytes(range(32))
MONTHS = 90 * 24 * 3600


@pytest.fixture(autouse=True)
def _floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrddesk.crypto.kdf.calibrate", lambda: FLOOR)


def test_opening_measures_what_a_guess_costs_here(vault_path: Path) -> None:
    with Session.create(vault_path, PASSPHRASE, FLOOR)[0] as made:
        assert made.seconds == 0
    with Session.open(vault_path, SECRET) as opened:
        assert opened.slot == 0
        assert 0 < opened.seconds < 60


def test_a_much_faster_machine_is_worth_an_offer_once_the_keys_are_old(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.seconds = 0.1
    assert not keys.is_much_faster(session)  # nothing happened in it yet
    with session.store.change("test") as change:
        change.set_setting("x", "y")
    assert not keys.is_much_faster(session)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + MONTHS)
    assert keys.is_much_faster(session)
    for seconds in (0.6, 3.0, 0.0):  # not twice as fast, slower, not measured
        session.seconds = seconds
        assert not keys.is_much_faster(session)
    session.seconds = 0.1
    for settle in (keys.offer_recalibration, lambda opened: keys.recalibrate(opened, SECRET)):
        settle(session)
        assert not keys.is_much_faster(session)
        now += MONTHS
        assert keys.is_much_faster(session)


def test_recovery_words_cost_what_they_cost(session: Session) -> None:
    entropy, _ = keys.new_entropy()
    keys.change_recovery_words(session, SECRET, entropy)
    with pytest.raises(PassphraseNeeded):
        keys.recalibrate(session, RecoverySecret(entropy))
    session.close()
    with Session.open(session.folder, RecoverySecret(entropy)) as opened:
        assert opened.slot == 1
        assert not keys.is_much_faster(opened)


def test_a_change_of_passphrase_never_makes_a_guess_cheaper(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    dear = Argon2Params(FLOOR.m_kib + 2048, 3, 4)
    monkeypatch.setattr("hrddesk.crypto.kdf.calibrate", lambda: dear)
    keys.change_passphrase(session, SECRET, PassphraseSecret("second"))
    monkeypatch.setattr("hrddesk.crypto.kdf.calibrate", lambda: FLOOR)
    keys.change_passphrase(session, PassphraseSecret("second"), SECRET)
    assert [slot.params for slot in keys.slots(session)] == [dear, None]
    assert [slot.type for slot in keys.slots(session)] == [SlotType.PASSPHRASE, SlotType.RECOVERY]


@pytest.mark.parametrize("name", ["keys.bin", "db.sqlite", "att/ab/cd", "link"])
def test_no_file_of_a_vault_becomes_a_keyfile(session: Session, tmp_path: Path, name: str) -> None:
    inside = session.folder / ("head.bin" if name == "link" else name)
    inside.parent.mkdir(parents=True, exist_ok=True)
    if not inside.exists():
        with pytest.raises(SecretUnreadable, match="lies in a vault"):
            keys.provide_keyfile(inside)
        assert not inside.exists()
        inside.write_bytes(b"evidence")
    path = tmp_path / "keyfile" if name == "link" else inside
    if name == "link":
        path.symlink_to(inside)
    with pytest.raises(SecretUnreadable, match="lies in a vault"):
        keys.keyfile_digest(path)


def test_a_keyfile_beside_other_keys_is_taken(tmp_path: Path) -> None:
    (tmp_path / "keys.bin").write_bytes(b"of another program")
    (tmp_path / "circle").symlink_to("circle")
    assert len(keys.provide_keyfile(tmp_path / "keyfile")) == 32
    with pytest.raises(SecretUnreadable):
        keys.keyfile_digest(tmp_path / "circle")


def test_words_that_nobody_typed_from_paper_are_remembered_until_new_ones_are(session: Session) -> None:
    assert keys.words_proven(session.store)  # of a vault that the command line made, nothing is known
    keys.note_words(session, proven=False)
    assert not keys.words_proven(session.store)
    keys.change_recovery_words(session, SECRET, WORDS)
    assert keys.words_proven(session.store)
    keys.note_words(session, proven=False)
    keys.rotate(session, [SECRET], Job())
    assert not keys.words_proven(session.store)  # nobody has seen the words that it drew
    keys.note_words(session, proven=True)
    assert keys.words_proven(session.store)


def test_a_disk_that_takes_no_database_at_the_end_says_so(
    vault_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    session = Session.create(vault_path, PASSPHRASE, FLOOR)[0]
    monkeypatch.setattr("hrddesk.store.vault.opening.store_of", full)
    with pytest.raises(DiskFull):  # the store stays closed, and is not asked what it knew
        keys.rotate(session, [SECRET], Job())
    assert not session.store.is_open
    monkeypatch.undo()
    session.close()
    with Session.open(vault_path, SECRET) as opened:
        assert opened.store.is_open
        assert not keys.words_proven(opened.store)
