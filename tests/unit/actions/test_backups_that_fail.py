"""A backup that fails, or that lacks something, leaves the older one and nothing else."""

import errno
import hashlib
import os
import resource
import shutil
from pathlib import Path

import pytest

from hrddesk.actions.vault import backups, vaults
from hrddesk.actions.vault.backups import Need
from hrddesk.errors import (
    BackupIncomplete,
    DiskFull,
    FileTooLarge,
    WriteFailed,
)
from hrddesk.store.vault import backup, backup_list
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.files import NewFile
from hrddesk.system.jobs import Cancelled, Job
from tests.unit.actions.desk import SECRET, names


def _old(session: Session, folder: Path) -> tuple[Path, bytes, object]:
    """Make a backup that stands there already; return it, its bytes, and what the vault knows of it."""
    made = backups.make(session, folder / "b.tar", Job())
    return made.path, made.path.read_bytes(), backups.known(session)


def test_cancelling_at_any_step_leaves_the_old_backup_and_nothing_else(
    full: Session, elsewhere: Path
) -> None:
    path, raw, known = _old(full, elsewhere)
    count = 0

    def counting(done: int, total: int) -> None:
        nonlocal count
        count += 1

    backups.make(full, elsewhere / "other.tar", Job(counting))
    (elsewhere / "other.tar").unlink()
    known = backups.known(full)
    assert count > 20
    for stop in range(1, count, max(1, count // 6)):
        seen = 0

        def step(done: int, total: int, stop: int = stop) -> None:
            nonlocal seen
            seen += 1
            if seen == stop:
                raise Cancelled

        with pytest.raises(Cancelled):
            backups.make(full, path, Job(step))
        assert path.read_bytes() == raw
        assert names(elsewhere) == ["b.tar"]
        assert not (full.folder / backup.WORK).exists()
        assert backups.known(full) == known


def test_the_copy_of_the_database_is_cancelled_too(
    full: Session, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copying = full.folder / backup.WORK / "db.sqlite"

    def step(done: int, total: int) -> None:
        if copying.exists() and done:
            raise Cancelled

    with pytest.raises(Cancelled):
        backups.make(full, elsewhere, Job(step))
    assert names(elsewhere) == []
    assert not copying.parent.exists()
    assert full.store.db.execute("PRAGMA quick_check").fetchone() == ("ok",)


def test_a_full_disk_leaves_the_old_backup(
    empty: Session, small_disk: Path, tmp_path: Path, way: None
) -> None:
    with pytest.raises(DiskFull):
        backups.make(empty, small_disk / "b.tar", Job())
    assert names(small_disk) == []
    (tmp_path / "elsewhere").mkdir()
    old = backups.make(empty, tmp_path / "elsewhere" / "b.tar", Job())
    place = small_disk / "b.tar"
    place.write_bytes(old.path.read_bytes()[:8000])  # the beginning of a backup of that vault
    before = place.read_bytes()
    with pytest.raises(DiskFull):
        backups.make(empty, place, Job())
    assert place.read_bytes() == before
    assert names(small_disk) == ["b.tar"]
    assert [row.path for row in backups.known(empty)] == [str(old.path)]


def test_a_file_too_large_for_the_medium_is_told_as_such(full: Session, elsewhere: Path, way: None) -> None:
    path, raw, known = _old(full, elsewhere)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    largest = max(p.stat().st_size for p in full.folder.rglob("*") if p.is_file())
    assert len(raw) > largest + (1 << 20)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + (1 << 20), before[1]))  # what FAT32 does at 4 GiB
    try:
        with pytest.raises(FileTooLarge, match="FAT32"):
            backups.make(full, path, Job())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_bytes() == raw
    assert names(elsewhere) == ["b.tar"]
    assert backups.known(full) == known


@pytest.mark.parametrize("when", ["writing", "reading", "naming"])
def test_a_target_that_goes_away_is_told_and_remembered_nowhere(
    full: Session, elsewhere: Path, monkeypatch: pytest.MonkeyPatch, way: None, when: str
) -> None:
    away = elsewhere.with_name("pulled")
    named = NewFile.put_in_place

    def pull(*_: int) -> None:
        if elsewhere.exists():
            elsewhere.rename(away)
            shutil.rmtree(away)

    def put_in_place(self: NewFile) -> None:
        pull()
        named(self)

    known = backups.known(full)
    seen = 0

    def step(done: int, total: int) -> None:
        nonlocal seen
        if 2 * done >= total * (0.5 if when == "writing" else 1.5):
            pull()

    if when == "naming":
        monkeypatch.setattr(NewFile, "put_in_place", put_in_place)
    with pytest.raises(WriteFailed):
        backups.make(full, elsewhere / "b.tar", Job(step if when != "naming" else None))
    assert not elsewhere.exists()
    assert backups.known(full) == known
    assert vaults.check(full, Job()).ok


def test_a_medium_that_forgets_is_found_out(
    full: Session, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, raw, known = _old(full, elsewhere)
    forget = files.forget_pages

    for at in (600, 5200, len(raw) // 2, len(raw) - 2000):

        def spoil(descriptor: int, at: int = at) -> None:
            forget(descriptor)
            os.pwrite(descriptor, bytes([os.pread(descriptor, 1, at)[0] ^ 1]), at)

        monkeypatch.setattr(files, "forget_pages", spoil)
        with pytest.raises(WriteFailed):
            backups.make(full, path, Job())
    assert path.read_bytes() == raw
    assert backups.known(full) == known


@pytest.mark.parametrize("how", ["gone", "altered", "no file"])
def test_a_damaged_vault_is_backed_up_beside_the_old_backup_never_over_it(
    full: Session, elsewhere: Path, tmp_path: Path, how: str
) -> None:
    path, raw, _ = _old(full, elsewhere)
    victim = sorted(full.folder.glob("att/??/*"))[1]
    if how == "altered":
        sealed = bytearray(victim.read_bytes())
        sealed[5000] ^= 1
        victim.write_bytes(sealed)
    else:
        victim.unlink()
        if how == "no file":
            os.mkfifo(victim)
    with pytest.raises(BackupIncomplete):
        backups.make(full, path, Job())
    assert path.read_bytes() == raw
    made = backups.make(full, elsewhere / "second.tar", Job())
    assert [item.code for item in made.damage] == ["evidence"]
    if how != "altered":
        return
    assert not backups.try_restore(full, made.path, SECRET, Job()).report.ok
    assert backups.reminder(full.store).need is Need.TEST
    restored = backups.restore(made.path, tmp_path / "new.hrdv", SECRET, Job())
    with restored.session as new:
        assert restored.damage == made.damage
        assert [item.code for item in vaults.check(new, Job()).damage] == ["evidence"]
    good = backups.restore(path, tmp_path / "good.hrdv", SECRET, Job())
    with good.session as new:
        assert vaults.check(new, Job()).ok


def test_a_vault_with_an_alarm_never_replaces_a_backup(full: Session, elsewhere: Path) -> None:
    path, raw, _ = _old(full, elsewhere)
    folder = full.folder
    full.close()
    (folder / "head.bin").write_bytes(bytes(80))
    with Session.open(folder, SECRET) as session:
        with pytest.raises(BackupIncomplete):
            backups.make(session, path, Job())
        assert path.read_bytes() == raw
        (folder / "head.bin").unlink()
        made = backups.make(session, elsewhere / "second.tar", Job())
        assert {item.code for item in made.damage} == {"rollback"}
    with Session.open(folder, SECRET) as session:  # entering the backup in the list kept the alarm
        assert session.alarms
        made = backups.make(session, elsewhere / "third.tar", Job())
        assert [item.code for item in made.damage] == ["rollback"]
    with backups.restore(made.path, elsewhere / "new.hrdv", SECRET, Job()).session as new:
        assert new.alarms


def test_a_vault_disk_that_is_full_is_told(
    full: Session, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    for place in ("hrddesk.store.vault.folder.files.create", "hrddesk.store.vault.backup.Path.mkdir"):
        with monkeypatch.context() as patched:
            patched.setattr(place, no_room)
            with pytest.raises(DiskFull):
                backups.make(full, elsewhere, Job())
    assert names(elsewhere) == []
    assert not (full.folder / backup.WORK).exists()


def test_a_backup_that_is_in_its_place_counts_even_where_the_vault_cannot_note_it(
    full: Session, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _, _ = _old(full, elsewhere)

    def no_room(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(backup_list, "set_whole", no_room)
        made = backups.make(full, path, Job())
    assert hashlib.sha256(path.read_bytes()).hexdigest() == made.sha256
    assert [row.state for row in backups.known(full)] == [backup_list.BEGUN, backup_list.WHOLE]
    assert backups.try_restore(full, path, SECRET, Job()).report.ok
    assert backups.known(full)[0].state == backup_list.WHOLE
