"""Whatever changes what opens a vault, cut off at any call or by the power: the old or the new opens."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions.records import cases, evidence
from hrddesk.actions.vault import keys, vaults
from hrddesk.crypto import kdf
from hrddesk.crypto.kdf import FLOOR, Argon2Params
from hrddesk.crypto.keyslots import PassphraseSecret, RecoverySecret
from hrddesk.errors import (
    DatabaseDamaged,
    DiskFull,
    KeyfileNeeded,
    KeyfileNotUsed,
    RoomMissing,
    WrongSecret,
)
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault import folder
from hrddesk.store.vault.session import Secret, Session
from hrddesk.system.jobs import Job
from tests.faults import kills, power
from tests.faults.kills import Outcome

SECRET = PassphraseSecret("granite lantern orbit velvet")
BOTH = PassphraseSecret(SECRET.passphrase, bytes(range(32)))
OLD_WORDS, NEW_WORDS = RecoverySecret(bytes(32)), RecoverySecret(bytes([1]) * 32)
NEW = PassphraseSecret("ember saddle quilt tundra")
SAMPLE = 4
ITS_FILES = {"keys.bin", "head.bin", "db.sqlite", "att", "drafts.bin"}
_REFUSED = (WrongSecret, KeyfileNeeded, KeyfileNotUsed)
pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="watches calls by seccomp"),
    pytest.mark.timeout(3600 if kills.FULL else 180),
]


def _recalibrate(now: Session) -> None:
    """Find a faster machine; this is done in children only."""

    def faster(seconds: float = 1.0) -> Argon2Params:
        return Argon2Params(FLOOR.m_kib + 1024, 3, 4)

    kdf.calibrate = faster
    keys.recalibrate(now, SECRET)


Change = Callable[[Session], object]
CHANGES: dict[str, tuple[Change, Secret, Secret]] = {
    "passphrase": (lambda now: keys.change_passphrase(now, SECRET, NEW), SECRET, NEW),
    "recovered": (lambda now: keys.change_passphrase(now, OLD_WORDS, NEW), SECRET, NEW),
    "keyfile": (lambda now: keys.use_keyfile(now, SECRET, BOTH.keyfile_digest), SECRET, BOTH),
    "words": (lambda now: keys.change_recovery_words(now, SECRET, NEW_WORDS.entropy), OLD_WORDS, NEW_WORDS),
    "recalibrated": (_recalibrate, SECRET, SECRET),
    "rotated": (lambda now: keys.rotate(now, [SECRET], Job(), NEW_WORDS.entropy), OLD_WORDS, NEW_WORDS),
}
"""What is done in an open vault, what opens it before, and what after."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> kills.Copies:
    """A closed vault with cases, small and large evidence, drafts, and known recovery words."""
    kills.keys_at_no_cost(monkeypatch)
    monkeypatch.setattr(kdf, "calibrate", lambda: FLOOR)
    (tmp_path / "large.bin").write_bytes(os.urandom(300_000))
    (tmp_path / "small.txt").write_text("a note")
    with Session.create(tmp_path / "kept.hrdv", SECRET.passphrase, FLOOR)[0] as session:
        for number in range(3):
            case = cases.create(session, {"title": f"case {number}", "narrative": "words " * 500}).result
        evidence.add(session, case, tmp_path / "large.bin", Job())
        evidence.add(session, case, tmp_path / "small.txt", Job())
        keys.change_recovery_words(session, SECRET, OLD_WORDS.entropy)
        session.drafts.save([{"text": "not saved"}])
    return kills.Copies(tmp_path / "kept.hrdv", tmp_path / "now.hrdv")


def _holds(path: Path, secret: Secret) -> None:
    """Open the vault and look at all of it: nothing is lost, nothing is left over, nothing alarms."""
    with vaults.unlock(path, secret) as session:
        assert session.alarms == []
        report = vaults.check(session, Job())
        assert report.ok, report.damage
        assert (report.counts[Kind.CASE], report.counts[Kind.EVIDENCE]) == (3, 2)
        assert session.drafts.load().drafts == [{"text": "not saved"}]
        assert session.keys_on_disk().generation == int(session.store.setting("generation") or 0)
    assert {file.name for file in path.iterdir()} <= ITS_FILES


def _holds_by_old_or_new(path: Path, old: Secret, new: Secret, *, done: bool) -> None:
    """Open by what is true now; the other opens nothing unless both are the same."""
    try:
        _holds(path, new)
    except _REFUSED:
        assert not done
        _holds(path, old)
    else:
        if old != new:
            with pytest.raises(_REFUSED):
                Session.open(path, old)


@pytest.mark.parametrize("name", CHANGES)
def test_killed_at_any_call(desk: kills.Copies, name: str) -> None:
    change, old, new = CHANGES[name]

    def work() -> None:
        with Session.open(desk.now, SECRET) as session:
            change(session)
            print("DONE")

    def check(outcome: Outcome) -> None:
        _holds_by_old_or_new(desk.now, old, new, done="DONE" in outcome.printed)

    killed = kills.each(desk.put, work, check, sample=2 * SAMPLE if name == "rotated" else SAMPLE, seed=name)
    print(f"{name}: {killed} kills")
    assert killed >= SAMPLE


@pytest.mark.parametrize("name", ["keyfile", "rotated"])
def test_the_power_cut_at_any_moment(desk: kills.Copies, tmp_path: Path, name: str) -> None:
    change, old, new = CHANGES[name]

    def work() -> None:
        with Session.open(desk.now, SECRET) as session:
            change(session)
            print("DONE", flush=True)

    desk.put()
    recording = power.record(desk.now, work)
    after = tmp_path / "after.hrdv"
    for state in power.states(recording, seed=name, count=300 if kills.FULL else 8):
        shutil.rmtree(after, ignore_errors=True)
        power.lay(state, after)
        try:
            _holds_by_old_or_new(after, old, new, done="DONE" in state.printed)
        except BaseException as error:
            error.add_note(state.how)
            raise


def test_a_disk_that_is_full_at_any_call(desk: kills.Copies) -> None:
    change, old, new = CHANGES["rotated"]

    def work() -> None:
        try:
            with Session.open(desk.now, SECRET) as session:
                change(session)
                print("DONE")
        except (DiskFull, RoomMissing):
            print("full")

    stopped: list[str] = []

    def check(outcome: Outcome) -> None:
        assert ("DONE" in outcome.printed) != ("full" in outcome.printed)
        stopped.extend(["full"] * ("full" in outcome.printed))
        _holds_by_old_or_new(desk.now, old, new, done="DONE" in outcome.printed)

    assert kills.each_full_disk(desk.put, work, check, sample=SAMPLE, seed="rotated") >= SAMPLE
    assert len(stopped) >= 2


def test_without_its_order_a_rotation_would_lose_the_vault(
    desk: kills.Copies, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Take the old database away before keys.bin gives the new key: the campaign must find that."""

    def hasty(path: Path, keys_bin: bytes) -> None:
        (path / folder.NEXT_DATABASE).replace(path / folder.DATABASE)
        write_keys(path, keys_bin)

    def work() -> None:
        with Session.open(desk.now, SECRET) as session:
            CHANGES["rotated"][0](session)

    def check(outcome: Outcome) -> None:
        try:
            _holds_by_old_or_new(desk.now, OLD_WORDS, NEW_WORDS, done=False)
        except (DatabaseDamaged, AssertionError):  # lost, or opened with an alarm
            lost.append(outcome)

    write_keys, lost = folder.write_keys, list[Outcome]()
    monkeypatch.setattr(folder, "write_keys", hasty)
    desk.put()
    calls = kills.run(work).calls
    last = len(calls) - calls[::-1].index("rename" if "rename" in calls else "renameat2")
    for number in range(last - 12, last):
        desk.put()
        check(kills.run(work, kills.before_call(number)))
    assert lost
