"""A process that is killed at any of its calls leaves a vault that opens and holds, without a false alarm.

Threat T11.
"""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions.records import cases, evidence
from hrddesk.actions.vault import vaults
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import DiskFailing, DiskFull, HrdDeskError, WriteFailed, WrongSecret
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault import session as sessions
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.faults import kills
from tests.faults.kills import Outcome

PASSPHRASE = "granite lantern orbit velvet"
SECRET = PassphraseSecret(PASSPHRASE)
ITS_FILES = {"keys.bin", "head.bin", "db.sqlite", "att"}
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="watches calls by seccomp")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> kills.Copies:
    """A vault with three cases and evidence in the database and beside it, closed."""
    kills.keys_at_no_cost(monkeypatch)
    (tmp_path / "large.bin").write_bytes(os.urandom(3 << 20))
    (tmp_path / "small.txt").write_text("a note")
    with Session.create(tmp_path / "kept.hrdv", PASSPHRASE, FLOOR)[0] as session:
        for number in range(3):
            case = cases.create(session, {"title": f"case {number}"}).result
        evidence.add(session, case, tmp_path / "large.bin", Job())
        evidence.add(session, case, tmp_path / "small.txt", Job())
    return kills.Copies(tmp_path / "kept.hrdv", tmp_path / "now.hrdv")


def _holds(path: Path, secret: PassphraseSecret = SECRET) -> tuple[int, int]:
    """Open the vault and look at all of it; return how many cases and pieces of evidence it has."""
    with vaults.unlock(path, secret) as session:
        assert session.alarms == []
        report = vaults.check(session, Job())
        assert report.ok, report.damage
        known = session.store.db.execute("SELECT count(*) FROM blob WHERE file_id IS NOT NULL").fetchone()[0]
        assert sum(1 for file in (path / "att").rglob("*") if file.is_file()) == known
    assert {file.name for file in path.iterdir()} <= ITS_FILES
    return report.counts[Kind.CASE], report.counts[Kind.EVIDENCE]


@pytest.mark.timeout(3600 if kills.FULL else 120)
def test_saving_records(desk: kills.Copies) -> None:
    def save() -> None:
        with Session.open(desk.now, SECRET) as session:
            print("opened")
            for number in range(3):
                cases.create(session, {"title": f"more {number}", "narrative": "words " * 900})
                print("SAVED")

    def check(outcome: Outcome) -> None:
        found, _ = _holds(desk.now)
        assert found - 3 in (outcome.printed.count("SAVED"), outcome.printed.count("SAVED") + 1)
        assert outcome.killed or found == 6

    assert kills.each(desk.put, save, check, seed="save") >= 5


@pytest.mark.timeout(3600 if kills.FULL else 120)
def test_adding_evidence(desk: kills.Copies, tmp_path: Path) -> None:
    def add() -> None:
        with Session.open(desk.now, SECRET) as session:
            case = session.store.ids(Kind.CASE)[0]
            (tmp_path / "new.bin").write_bytes(os.urandom(2 << 20))
            evidence.add(session, case, tmp_path / "new.bin", Job())
            print("ADDED")

    def check(outcome: Outcome) -> None:
        _, found = _holds(desk.now)
        assert found in ({3} if "ADDED" in outcome.printed else {2, 3})

    assert kills.each(desk.put, add, check, seed="evidence") >= 5


@pytest.mark.timeout(3600 if kills.FULL else 120)
def test_a_new_passphrase(desk: kills.Copies) -> None:
    new = PassphraseSecret("ember saddle quilt tundra")

    def change() -> None:
        sessions.change_passphrase(desk.now, SECRET, new.passphrase, FLOOR)
        print("CHANGED")

    def check(outcome: Outcome) -> None:
        try:
            assert _holds(desk.now, new) == (3, 2)
        except WrongSecret:
            assert "CHANGED" not in outcome.printed
            assert _holds(desk.now) == (3, 2)
        else:
            with pytest.raises(WrongSecret):
                Session.open(desk.now, SECRET)

    assert kills.each(desk.put, change, check, seed="passphrase") >= 5


@pytest.mark.timeout(3600 if kills.FULL else 120)
def test_a_new_vault_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kills.keys_at_no_cost(monkeypatch)
    made = tmp_path / "new.hrdv"

    def prepare() -> None:
        kills.Copies(tmp_path / "nothing", made).clear()

    def check(outcome: Outcome) -> None:
        if made.exists():
            assert _holds(made) == (0, 0)
        else:
            assert outcome.killed

    kills.each(prepare, lambda: Session.create(made, PASSPHRASE, FLOOR)[0].close(), check, seed="new")


@pytest.mark.timeout(3600 if kills.FULL else 120)
@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, {DiskFull}), (errno.EDQUOT, {DiskFull}), (errno.EIO, {DiskFailing, WriteFailed})],
    ids=["full", "quota", "failing"],
)
def test_a_disk_that_takes_nothing_from_any_moment_on(
    desk: kills.Copies, tmp_path: Path, number: int, said: set[type[HrdDeskError]]
) -> None:
    """What was acknowledged is there, and a disk that takes no more is never called damage of the vault."""
    (tmp_path / "new.bin").write_bytes(os.urandom(2 << 20))

    def work() -> None:
        with Session.open(desk.now, SECRET) as session:
            case = cases.create(session, {"title": "one more", "narrative": "words " * 900}).result
            print("SAVED")
            evidence.add(session, case, tmp_path / "new.bin", Job())
            print("ADDED")

    codes = {error.exit_code for error in said}

    def check(outcome: Outcome) -> None:
        done = outcome.printed.count("SAVED") + outcome.printed.count("ADDED")
        assert outcome.code in (codes if done < 2 else {0}), outcome.printed
        assert _holds(desk.now) == (3 + ("SAVED" in outcome.printed), 2 + ("ADDED" in outcome.printed))

    seed = f"full {number}"
    assert kills.each_full_disk(desk.put, work, check, seed=seed, number=number) >= 5


def test_the_harness_sees_what_is_not_whole(tmp_path: Path) -> None:
    """The control: a file that is overwritten in place is caught half written."""
    file = tmp_path / "file"
    seen: set[bytes] = set()

    def overwrite() -> None:
        with file.open("wb", buffering=0) as opened:
            opened.write(b"new ")
            opened.write(b"words")

    kills.each(lambda: file.write_bytes(b"old"), overwrite, lambda _: seen.add(file.read_bytes()))
    assert seen == {b"old", b"", b"new ", b"new words"}


@pytest.mark.parametrize("campaign", [kills.each, kills.each_full_disk])
def test_the_harness_sees_that_nothing_went_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, campaign: Callable[..., int]
) -> None:
    """The control of the faults themselves: switched off, each campaign fails, whatever its check accepts."""
    file = tmp_path / "file"
    assert campaign(lambda: None, lambda: file.write_bytes(b"words"), lambda _: None) == 2
    for fault in ("before_call", "_without_room"):
        monkeypatch.setattr(kills, fault, lambda *_: lambda number, call: 0)
    with pytest.raises(AssertionError, match=r"nothing was killed|no call was refused"):
        campaign(lambda: None, lambda: file.write_bytes(b"words"), lambda _: None)


def test_a_child_of_the_child_is_ruled_and_killed_too(tmp_path: Path) -> None:
    def work() -> None:
        if os.fork() == 0:
            for number in range(3):
                (tmp_path / f"{number}").mkdir()
            os._exit(0)
        os.wait()

    assert kills.run(work).calls == ["mkdir"] * 3
    for number in range(3):
        (tmp_path / f"{number}").rmdir()
    outcome = kills.run(work, lambda count, _: None if count == 2 else 0)
    assert outcome.killed
    assert [path.name for path in tmp_path.iterdir()] == ["0"]


def test_a_command_runs_in_the_child_and_its_output_is_kept(desk: kills.Copies) -> None:
    desk.put()
    outcome = kills.run(kills.command("vault", "info", "--vault", str(desk.now), "--json"))
    assert (outcome.code, outcome.calls) == (0, [])
    assert '"generation"' in outcome.printed
