"""A restore is tried without a trace, keeps what is there, and ends the reminders."""

from pathlib import Path

import pytest

from hrddesk.actions.vault import backups
from hrddesk.actions.vault.backups import Need
from hrddesk.crypto.keyslots import RecoverySecret
from hrddesk.errors import (
    DiskFull,
    FileUnreadable,
    NotABackup,
    VaultExists,
    WriteFailed,
    WrongSecret,
)
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault import backup
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job
from tests.unit.actions.desk import SECRET, fill, names, new_vault, tree


def test_a_restore_is_tried_and_leaves_nothing(full: Session, elsewhere: Path) -> None:
    assert backups.reminder(full.store).need is Need.FIRST
    made = backups.make(full, elsewhere, Job())
    assert backups.reminder(full.store).need is Need.TEST
    with pytest.raises(WrongSecret):
        backups.try_restore(full, made.path, RecoverySecret(bytes(32)), Job())
    assert backups.reminder(full.store).need is Need.TEST
    before, outside = tree(full.folder), tree(elsewhere)
    found = backups.try_restore(full, made.path, SECRET, Job())
    assert found.report.ok
    assert found.report.counts[Kind.CASE] == 15
    assert (found.size, found.sha256) == (made.size, made.sha256)
    assert tree(full.folder).keys() == before.keys()
    assert tree(elsewhere) == outside
    assert backups.reminder(full.store).need is Need.NOTHING
    (row,) = backups.known(full)
    assert row.tested


def test_a_backup_that_the_list_does_not_know_is_added_when_it_was_tried(
    full: Session, elsewhere: Path
) -> None:
    made = backups.make(full, elsewhere / "b.tar", Job())
    backups.mark_destroyed(full, backups.known(full)[0].num)
    with full.store.change("test"):
        full.store.db.execute("DELETE FROM backup")
    backups.try_restore(full, made.path, SECRET, Job())
    (row,) = backups.known(full)
    assert (row.path, row.sha256, bool(row.tested)) == (str(made.path), made.sha256, True)


def test_a_backup_of_another_vault_is_not_tried(full: Session, elsewhere: Path) -> None:
    with Session.open(new_vault(elsewhere / "other.hrdv", "other"), SECRET) as other:
        made = backups.make(other, elsewhere / "b.tar", Job())
    with pytest.raises(NotABackup, match="another vault"):
        backups.try_restore(full, made.path, SECRET, Job())


def test_a_restore_keeps_what_is_there(full: Session, elsewhere: Path) -> None:
    made = backups.make(full, elsewhere / "b.tar", Job())
    (elsewhere / "theirs").mkdir()
    (elsewhere / "theirs" / "file").write_text("theirs")
    (elsewhere / "file").write_text("theirs")
    for name in ("theirs", "file"):
        with pytest.raises(VaultExists):
            backups.restore(made.path, elsewhere / name, SECRET, Job())
    with pytest.raises(WrongSecret):
        backups.restore(made.path, elsewhere / "new", RecoverySecret(bytes(32)), Job())
    with pytest.raises(WriteFailed):
        backups.restore(made.path, elsewhere / "no" / "such", SECRET, Job())
    with pytest.raises(FileUnreadable, match="it is not a file"):
        backups.restore(elsewhere, elsewhere / "new", SECRET, Job())
    with pytest.raises(FileUnreadable):
        backups.restore(elsewhere / "none", elsewhere / "new", SECRET, Job())
    assert names(elsewhere) == ["b.tar", "file", "theirs"]
    (elsewhere / "empty").mkdir()
    backups.restore(made.path, elsewhere / "empty", SECRET, Job()).session.close()


def test_a_full_disk_ends_a_restore_without_a_trace(full: Session, elsewhere: Path, small_disk: Path) -> None:
    made = backups.make(full, elsewhere / "b.tar", Job())
    with pytest.raises(DiskFull):
        backups.restore(made.path, small_disk / "new.hrdv", SECRET, Job())
    assert names(small_disk) == []


def test_a_restore_is_cancelled_without_a_trace(full: Session, elsewhere: Path) -> None:
    made = backups.make(full, elsewhere / "b.tar", Job())

    def step(done: int, total: int) -> None:
        if 2 * done > total:
            raise Cancelled

    with pytest.raises(Cancelled):
        backups.restore(made.path, elsewhere / "new.hrdv", SECRET, Job(step))
    with pytest.raises(Cancelled):
        backups.try_restore(full, made.path, SECRET, Job(step))
    assert names(elsewhere) == ["b.tar"]
    assert not (full.folder / backup.WORK).exists()


def test_a_vault_reminds_until_a_restore_was_tried(
    full: Session, empty: Session, elsewhere: Path, tmp_path: Path
) -> None:
    assert backups.reminder(empty.store).need is Need.NOTHING
    made = backups.make(full, elsewhere, Job())
    (row,) = backups.known(full)
    later = row.time + 34 * 24 * 3600
    assert backups.reminder(full.store, later) == backups.Reminder(Need.TEST, 34)
    backups.try_restore(full, made.path, SECRET, Job())
    assert backups.reminder(full.store, later) == backups.Reminder(Need.NOTHING, 34)  # nothing changed since
    fill(full, tmp_path, large=1)
    assert backups.reminder(full.store, later) == backups.Reminder(Need.FRESH, 34)
    assert backups.reminder(full.store, row.time) == backups.Reminder(Need.NOTHING, 0)
