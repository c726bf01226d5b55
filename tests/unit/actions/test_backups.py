"""A backup is whole or absent, opens as the vault did, and a restored vault begins a new life."""

import errno
import hashlib
import os
import resource
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hrddesk import files
from hrddesk.actions import backups, vaults
from hrddesk.actions.backups import Need
from hrddesk.crypto import keyslots
from hrddesk.crypto.keyslots import RecoverySecret
from hrddesk.errors import (
    BackupIncomplete,
    DiskFull,
    FileTooLarge,
    FileUnreadable,
    InvalidValue,
    NotABackup,
    TargetExists,
    VaultExists,
    WriteFailed,
    WrongSecret,
)
from hrddesk.files import NewFile
from hrddesk.jobs import Cancelled, Job
from hrddesk.records.kinds import Kind
from hrddesk.session import Session
from hrddesk.store import backup, copies

from .desk import SECRET, facts, fill, new_vault, tree

OTHERS = ["att", "head.bin", "keys.bin"]
"""What a vault holds beside its database."""


@pytest.fixture(params=["unnamed", "hidden"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write as on ext4, where a new file has no name, and as on FAT, where it has a hidden one."""
    if request.param == "hidden":
        monkeypatch.setattr(files, "_UNNAMED", 0)


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Session]:
    """An open vault with the sample in it, and evidence of each kind."""
    session = Session.open(new_vault(tmp_path / "desk.hrdv", "full"), SECRET)
    yield session
    session.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    """An open vault with nothing in it."""
    with Session.open(new_vault(tmp_path / "empty.hrdv", "empty"), SECRET) as session:
        yield session


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_vault_is_backed_up_and_restored_with_every_fact(full: Session, tmp_path: Path, way: None) -> None:
    before, head = facts(full, tmp_path / "before"), full.store.history.head()
    line, prefix, counter = full.line, full.prefix, full.store.setting("counter")
    (tmp_path / "stick").mkdir()
    steps: list[tuple[int, int]] = []
    made = backups.make(full, tmp_path / "stick" / "b.tar", Job(lambda *step: steps.append(step)))
    assert _names(tmp_path / "stick") == ["b.tar"]
    assert _names(full.folder) == [
        "att",
        "db.sqlite",
        "db.sqlite-shm",
        "db.sqlite-wal",
        "head.bin",
        "keys.bin",
    ]
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert (made.size, made.damage) == (made.path.stat().st_size, ())
    assert made.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()
    assert all(0 <= done <= total for done, total in steps)
    assert len({total for _, total in steps}) < 10
    (row,) = backups.known(full)
    assert (row.path, row.size, row.sha256, row.head) == (str(made.path), made.size, made.sha256, head)
    restored = backups.restore(made.path, tmp_path / "stick" / ".." / "new.hrdv", SECRET, Job())
    with restored.session as new:
        assert (new.alarms, restored.damage) == ([], ())
        assert vaults.check(new, Job()).ok
        assert facts(new, tmp_path / "after") == before
        assert new.vault_id == full.vault_id
        assert new.line != line
        assert new.prefix != prefix
        assert new.store.setting("counter") == counter
        assert new.store.setting(copies.RESTORED_FROM) == f'[{head.number}, "{head.mac.hex()}"]'
        assert backups.reminder(new.store).need is Need.NOTHING
    assert sorted([*OTHERS, "db.sqlite"]) == _names(tmp_path / "new.hrdv")
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "new.hrdv").rglob("*") if path.is_file()}
    assert modes == {0o600}
    with Session.open(tmp_path / "new.hrdv", SECRET) as again:
        assert again.line not in (line, "")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    made = tmp_path / "elsewhere"
    made.mkdir()
    return made


def test_tar_alone_makes_a_vault_that_knows_it_is_a_copy(full: Session, tmp_path: Path) -> None:
    before = facts(full, tmp_path / "before")
    made = backups.make(full, tmp_path / "b.tar", Job())
    done = subprocess.run(
        ["tar", "-xvf", made.path], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert done.stderr == ""
    out = tmp_path / "vault.hrdv"
    assert out.stat().st_mode & 0o777 == 0o700
    with Session.open(out, SECRET) as session:
        assert session.alarms == []
        assert session.line != full.line
        assert facts(session, tmp_path / "after") == before
        assert vaults.check(session, Job()).ok


def test_a_folder_gets_a_name_that_says_nothing(full: Session, elsewhere: Path) -> None:
    made = backups.make(full, elsewhere, Job())
    assert _names(elsewhere) == [made.path.name]
    assert len(made.path.name) == 20


def test_an_older_backup_is_replaced_in_one_step(full: Session, elsewhere: Path, way: None) -> None:
    target = elsewhere / "b.tar"
    first = backups.make(full, target, Job())
    held = target.open("rb")
    with full.store.change("test") as change:
        change.set_setting("test", "1")
    second = backups.make(full, target, Job())
    assert first.sha256 != second.sha256
    assert hashlib.sha256(held.read()).hexdigest() == first.sha256  # another file, not written over
    held.close()
    assert [row.sha256 for row in backups.known(full)] == [second.sha256]
    assert _names(elsewhere) == ["b.tar"]


def test_a_link_to_an_older_backup_stays_one(full: Session, elsewhere: Path) -> None:
    (elsewhere / "stick").mkdir()
    first = backups.make(full, elsewhere / "stick" / "b.tar", Job())
    (elsewhere / "latest").symlink_to("stick/b.tar")
    second = backups.make(full, elsewhere / "latest", Job())
    assert second.path == first.path
    assert hashlib.sha256(first.path.read_bytes()).hexdigest() == second.sha256
    assert (elsewhere / "latest").is_symlink()
    assert [row.path for row in backups.known(full)] == [str(first.path)]


@pytest.mark.parametrize("there", ["text", "of another vault", "pipe", "cut", "dangling", "circle"])
def test_what_is_no_backup_of_this_vault_is_not_replaced(full: Session, elsewhere: Path, there: str) -> None:
    target = elsewhere / "b.tar"
    match there:
        case "text":
            target.write_text("a letter " * 3000)
        case "cut":
            made = backups.make(full, target, Job())
            os.truncate(made.path, 3000)
        case "of another vault":
            with Session.open(new_vault(elsewhere / "other.hrdv", "other"), SECRET) as other:
                backups.make(other, target, Job())
        case "dangling":
            target.symlink_to("nowhere")
        case "circle":
            target.symlink_to(target.name)
        case _:
            os.mkfifo(target)
    before = _names(elsewhere)
    with pytest.raises(TargetExists):
        backups.make(full, target, Job())
    assert _names(elsewhere) == before


def test_no_backup_goes_into_its_own_vault(full: Session) -> None:
    before = _names(full.folder)
    for target in (full.folder, full.folder / "att" / "b.tar"):
        with pytest.raises(InvalidValue):
            backups.make(full, target, Job())
    assert _names(full.folder) == before


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
        assert _names(elsewhere) == ["b.tar"]
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
    assert _names(elsewhere) == []
    assert not copying.parent.exists()
    assert full.store.db.execute("PRAGMA quick_check").fetchone() == ("ok",)


def test_a_full_disk_leaves_the_old_backup(
    empty: Session, small_disk: Path, tmp_path: Path, way: None
) -> None:
    with pytest.raises(DiskFull):
        backups.make(empty, small_disk / "b.tar", Job())
    assert _names(small_disk) == []
    (tmp_path / "elsewhere").mkdir()
    old = backups.make(empty, tmp_path / "elsewhere" / "b.tar", Job())
    place = small_disk / "b.tar"
    place.write_bytes(old.path.read_bytes()[:8000])  # the beginning of a backup of that vault
    before = place.read_bytes()
    with pytest.raises(DiskFull):
        backups.make(empty, place, Job())
    assert place.read_bytes() == before
    assert _names(small_disk) == ["b.tar"]
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
    assert _names(elsewhere) == ["b.tar"]
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


def test_evidence_that_cannot_be_read_to_its_end_is_filled_up(
    full: Session, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = sorted(full.folder.glob("att/??/*"))[0]
    opened = files.open_regular

    class Bad:
        def __init__(self, file: Any) -> None:
            self._file = file

        def __enter__(self) -> "Bad":
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def fileno(self) -> int:
            return int(self._file.fileno())

        def read(self, size: int) -> bytes:
            if self._file.tell():
                raise OSError(errno.EIO, "a bad block")
            return bytes(self._file.read(1000))

    monkeypatch.setattr(
        "hrddesk.store.backup.files.open_regular",
        lambda path: Bad(opened(path)) if path == victim else opened(path),
    )
    made = backups.make(full, elsewhere, Job())
    assert [item.code for item in made.damage] == ["evidence"]
    with tarfile.open(made.path) as tar:
        assert (
            tar.getmember(f"vault.hrdv/att/{victim.parent.name}/{victim.name}").size == victim.stat().st_size
        )


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
    assert found.report.counts[Kind.CASE] == 14
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
    assert _names(elsewhere) == ["b.tar", "file", "theirs"]
    (elsewhere / "empty").mkdir()
    backups.restore(made.path, elsewhere / "empty", SECRET, Job()).session.close()


def test_a_full_disk_ends_a_restore_without_a_trace(full: Session, elsewhere: Path, small_disk: Path) -> None:
    made = backups.make(full, elsewhere / "b.tar", Job())
    with pytest.raises(DiskFull):
        backups.restore(made.path, small_disk / "new.hrdv", SECRET, Job())
    assert _names(small_disk) == []


def test_a_restore_is_cancelled_without_a_trace(full: Session, elsewhere: Path) -> None:
    made = backups.make(full, elsewhere / "b.tar", Job())

    def step(done: int, total: int) -> None:
        if 2 * done > total:
            raise Cancelled

    with pytest.raises(Cancelled):
        backups.restore(made.path, elsewhere / "new.hrdv", SECRET, Job(step))
    with pytest.raises(Cancelled):
        backups.try_restore(full, made.path, SECRET, Job(step))
    assert _names(elsewhere) == ["b.tar"]
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


def test_what_a_killed_backup_left_in_the_vault_is_swept(full: Session) -> None:
    work = full.folder / backup.WORK
    folder = full.folder
    full.close()
    work.mkdir()
    (work / "db.sqlite").write_bytes(b"x")
    Session.open(folder, SECRET).close()
    assert not work.exists()


def test_a_vault_disk_that_is_full_is_told(
    full: Session, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    for place in ("hrddesk.store.vault.files.create", "hrddesk.store.backup.Path.mkdir"):
        with monkeypatch.context() as patched:
            patched.setattr(place, no_room)
            with pytest.raises(DiskFull):
                backups.make(full, elsewhere, Job())
    assert _names(elsewhere) == []
    assert not (full.folder / backup.WORK).exists()


def test_a_backup_that_is_in_its_place_counts_even_where_the_vault_cannot_note_it(
    full: Session, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _, _ = _old(full, elsewhere)

    def no_room(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(copies, "set_whole", no_room)
        made = backups.make(full, path, Job())
    assert hashlib.sha256(path.read_bytes()).hexdigest() == made.sha256
    assert [row.state for row in backups.known(full)] == [copies.BEGUN, copies.WHOLE]
    assert backups.try_restore(full, path, SECRET, Job()).report.ok
    assert backups.known(full)[0].state == copies.WHOLE


def test_the_beginning_of_a_backup_tells_its_vault(empty: Session, elsewhere: Path) -> None:
    made = backups.make(empty, elsewhere, Job())
    raw = made.path.read_bytes()[: backup.BEGINNING]
    assert backup.vault_of(raw) == empty.vault_id
    assert backup.vault_of(raw[:-1]) == ""
    spoiled = raw[:1024] + b"X" + raw[1025:]
    assert backup.vault_of(spoiled) == ""
    assert keyslots.parse(raw[1024:]).generation == 2


def test_no_copy_of_the_keys_lies_in_the_vault_while_a_backup_is_made_or_tried(
    full: Session, elsewhere: Path
) -> None:
    """Its blocks would outlive it, and a later renewal of the keys."""
    seen: set[str] = set()

    def look(_done: int, _total: int) -> None:
        seen.update(path.name for path in (full.folder / backup.WORK).glob("*"))

    path = backups.make(full, elsewhere / "copy.tar", Job(look)).path
    backups.try_restore(full, path, SECRET, Job(look))
    assert {"db.sqlite", "head.bin"} <= seen
    assert "keys.bin" not in seen
