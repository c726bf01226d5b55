"""Killed at any call: a backup is the old or the new one, a vault restored or not there, wiped or whole."""

import hashlib
import shutil
import sys
from pathlib import Path

import pytest

from hrddesk.actions.vault import backups, vaults
from hrddesk.actions.vault.wipes import wipe
from hrddesk.errors import HrdDeskError
from hrddesk.store.vault import backup_list
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.faults import kills
from tests.faults.kills import Outcome
from tests.unit.actions.desk import SECRET, new_vault

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="watches calls by seccomp")
ITS_FILES = {"keys.bin", "head.bin", "db.sqlite", "att"}


class Place:
    """A vault with a backup on a stick, as they are before the work, and the copies that it may spoil."""

    def __init__(self, folder: Path) -> None:
        self.kept = folder / "kept"
        self.now = folder / "now"
        self.now.mkdir()
        with Session.open(new_vault(self.vault, "full"), SECRET) as session:
            backups.make(session, self.backup, Job())
        self.now.rename(self.kept)
        self.old = self.sha256(self.kept / "b.tar")

    def put(self) -> None:
        shutil.rmtree(self.now, ignore_errors=True)
        shutil.copytree(self.kept, self.now)

    @property
    def vault(self) -> Path:
        return self.now / "desk.hrdv"

    @property
    def backup(self) -> Path:
        return self.now / "b.tar"

    @staticmethod
    def sha256(path: Path) -> str:
        return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    kills.keys_at_no_cost(monkeypatch)
    return Place(tmp_path)


def _looked_at(vault: Path) -> Session:
    session = Session.open(vault, SECRET)
    assert session.alarms == []
    assert {path.name.removesuffix("-wal").removesuffix("-shm") for path in vault.iterdir()} == ITS_FILES
    return session


@pytest.mark.timeout(3600 if kills.FULL else 120)
def test_a_backup_killed_at_any_call_leaves_the_old_or_the_new_one(place: Place) -> None:
    def work() -> None:
        with Session.open(place.vault, SECRET) as session:
            print(backups.make(session, place.backup, Job()).sha256)

    def check(outcome: Outcome) -> None:
        found = place.sha256(place.backup)
        hidden = [path for path in place.now.iterdir() if path.suffix == ".part"]
        assert len(hidden) <= outcome.killed
        if not outcome.killed:
            assert found == outcome.printed.strip() != place.old
        with _looked_at(place.vault) as session:
            rows = backups.known(session)
            assert any(row.sha256 == found for row in rows)  # whatever lies there, the list knows it
            # Killed between the name and the note of it, the one that was replaced is on the list as well.
            noted = [row.sha256 for row in rows if row.state == backup_list.WHOLE]
            assert noted in ([found], [place.old])
            assert backups.try_restore(session, place.backup, SECRET, Job()).report.ok

    assert kills.each(place.put, work, check, sample=6, seed="backup") >= 6


@pytest.mark.timeout(3600 if kills.FULL else 120)
def test_a_backup_on_a_disk_that_fills_leaves_the_old_one(place: Place) -> None:
    def work() -> None:
        with Session.open(place.vault, SECRET) as session:
            backups.make(session, place.backup, Job())

    stopped: list[int] = []

    def check(outcome: Outcome) -> None:
        if outcome.code:
            stopped.append(outcome.code)
            assert place.sha256(place.backup) == place.old, outcome.printed
            assert {path.name for path in place.now.iterdir()} == {"b.tar", "desk.hrdv"}
        assert "Traceback" not in outcome.printed or outcome.code > 1
        with _looked_at(place.vault) as session:
            assert any(row.sha256 == place.sha256(place.backup) for row in backups.known(session))

    assert kills.each_full_disk(place.put, work, check, sample=4, seed="backup") >= 4
    assert len(stopped) >= 2


@pytest.mark.timeout(3600 if kills.FULL else 120)
def test_a_restore_killed_at_any_call_leaves_a_vault_or_none(place: Place) -> None:
    new = place.now / "new.hrdv"

    def work() -> None:
        backups.restore(place.backup, new, SECRET, Job()).session.close()

    def check(outcome: Outcome) -> None:
        assert place.sha256(place.backup) == place.old
        with Session.open(place.vault, SECRET) as session:
            line, prefix = session.line, session.prefix
        if not new.exists():
            assert outcome.killed
            return
        with _looked_at(new) as session:
            assert session.line != line
            assert session.prefix != prefix
            assert vaults.check(session, Job()).ok
            assert session.store.setting(backup_list.RENEW_IDENTITY) == "1"

    assert kills.each(place.put, work, check, sample=5, seed="restore") >= 5


@pytest.mark.timeout(3600 if kills.FULL else 120)
def test_a_wipe_killed_at_any_call_leaves_a_vault_that_opens_or_one_that_never_does(place: Place) -> None:
    """Opened by every right secret until the keys go, by none after; a second wipe finishes the first."""
    shutil.copy(place.kept / "desk.hrdv" / "keys.bin", place.kept / "desk.hrdv" / "keys.bin.new")
    vault_id = vaults.info(place.kept / "desk.hrdv").vault_id
    slots = (place.kept / "desk.hrdv" / "keys.bin").read_bytes()[64:]
    opened = []

    def work() -> None:
        wipe(place.vault, vault_id)

    def check(outcome: Outcome) -> None:
        assert place.sha256(place.backup) == place.old
        left = [path for path in place.vault.rglob("*") if path.is_file()] if place.vault.exists() else []
        try:
            Session.open(place.vault, SECRET).close()
            assert outcome.killed
            opened.append(len(outcome.calls))
        except HrdDeskError:
            for path in left:
                raw = path.read_bytes()
                assert not any(slots[at : at + 48] in raw for at in range(0, 2048, 256)), path
        if place.vault.exists() and any(place.vault.iterdir()):
            assert wipe(place.vault, vault_id) == []
            assert not place.vault.exists()

    assert kills.each(place.put, work, check, sample=12, seed="wipe") >= 12
    assert opened  # before the first call it was whole
    assert max(opened) <= 5
