"""The power goes while a vault is backed up, restored or wiped: what is there opens as before, or never."""

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions.vault import backups, vaults
from hrddesk.actions.vault.wipes import wipe
from hrddesk.errors import NotAVault, SlotDamaged, VaultFilesMissing, VaultHeaderDamaged, WrongSecret
from hrddesk.store.vault import backup_list
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.faults import kills, power
from tests.unit.actions.desk import SECRET, new_vault

COUNT = 200 if kills.FULL else 6
LIMIT = 3600 if kills.FULL else 120
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="watches calls by seccomp")


class Place:
    """A vault with a backup, alone in a folder that the recorder follows, and what a cut leaves of it."""

    def __init__(self, folder: Path) -> None:
        self.before = folder / "disk"
        self.before.mkdir()
        self.cut = kills.Copies(folder / "disk", folder / "cut")
        with Session.open(new_vault(self.before / "desk.hrdv", "full"), SECRET) as session:
            backups.make(session, self.before / "b.tar", Job())
        self.old = _sha256(self.before / "b.tar")
        self.counts = self.look(self.before / "desk.hrdv")

    def each(self, work: Callable[[], object], check: Callable[[power.State], None], seed: str) -> str:
        """Look at what every cut leaves; return what the work printed."""
        recording = power.record(self.before, work)
        assert recording.code == 0, recording.printed
        for state in power.states(recording, seed=seed, count=COUNT):
            self.cut.clear()
            power.lay(state, self.cut.now)
            try:
                check(state)
            except BaseException as error:
                error.add_note(state.how)
                raise
        return recording.printed

    @staticmethod
    def look(vault: Path) -> dict[str, int]:
        """Open a vault and look at all of it; return what it holds."""
        with vaults.unlock(vault, SECRET) as session:
            assert session.alarms == []
            report = vaults.check(session, Job())
            assert report.ok, report.damage
        return {str(kind): count for kind, count in report.counts.items()}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    kills.keys_at_no_cost(monkeypatch)
    return Place(tmp_path)


@pytest.mark.timeout(LIMIT)
def test_a_backup_is_the_old_or_the_new_one(place: Place) -> None:
    def make() -> None:
        with Session.open(place.before / "desk.hrdv", SECRET) as session:
            print(backups.make(session, place.before / "b.tar", Job()).sha256, flush=True)

    seen: set[str] = set()

    def check(state: power.State) -> None:
        vault, backup = place.cut.now / "desk.hrdv", place.cut.now / "b.tar"
        found = _sha256(backup)
        seen.add(found)
        assert place.look(vault) == place.counts
        if state.printed:
            assert found == state.printed.strip()
        with vaults.unlock(vault, SECRET) as session:
            assert any(row.sha256 == found for row in backups.known(session))
            assert backups.try_restore(session, backup, SECRET, Job()).report.ok

    new = place.each(make, check, "backup").strip()
    assert seen <= {place.old, new}
    assert len(seen) == 2


@pytest.mark.timeout(LIMIT)
def test_a_restored_vault_is_there_whole_or_not_at_all(place: Place) -> None:
    def restore() -> None:
        backups.restore(place.before / "b.tar", place.before / "new.hrdv", SECRET, Job()).session.close()
        print("RESTORED", flush=True)

    seen: set[bool] = set()

    def check(state: power.State) -> None:
        new = place.cut.now / "new.hrdv"
        assert _sha256(place.cut.now / "b.tar") == place.old
        assert place.look(place.cut.now / "desk.hrdv") == place.counts
        seen.add(new.exists())
        if not new.exists():
            assert not state.printed
            return
        assert place.look(new) == place.counts
        with vaults.unlock(new, SECRET) as session, vaults.unlock(place.cut.now / "desk.hrdv", SECRET) as old:
            assert session.line != old.line
            assert session.prefix != old.prefix
            assert session.store.setting(backup_list.RENEW_IDENTITY) == "1"

    place.each(restore, check, "restore")
    assert seen == {False, True}


@pytest.mark.timeout(LIMIT)
def test_a_wiped_vault_opens_as_before_or_never_again(place: Place) -> None:
    """What is said of it is true either way, and a second wipe ends what the power cut short."""
    vault_id = vaults.info(place.before / "desk.hrdv").vault_id

    def work() -> None:
        assert wipe(place.before / "desk.hrdv", vault_id) == []
        print("WIPED", flush=True)

    seen: set[str] = set()

    def check(state: power.State) -> None:
        vault = place.cut.now / "desk.hrdv"
        assert _sha256(place.cut.now / "b.tar") == place.old
        if state.printed or not vault.exists():
            assert not vault.exists()
            seen.add("gone")
            return
        if not any(vault.iterdir()):  # a folder without a name in it is no vault any more
            with pytest.raises(NotAVault):
                place.look(vault)
            return
        try:
            opened = place.look(vault)
        except (WrongSecret, SlotDamaged, VaultHeaderDamaged, VaultFilesMissing):  # each of them is true then
            seen.add("shut")
        else:
            assert opened == place.counts
            seen.add("whole")
        assert wipe(vault, vault_id) == []
        assert not vault.exists()

    place.each(work, check, "wipe")
    assert seen >= {"whole", "gone"} | ({"shut"} if kills.FULL else set())
