"""A backup is whole, opens as the vault did, and a restored vault begins a new life."""

import errno
import hashlib
import os
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

from hrddesk.actions.vault import backups, vaults
from hrddesk.actions.vault.backups import Need
from hrddesk.crypto import keyslots
from hrddesk.errors import (
    InvalidValue,
    TargetExists,
)
from hrddesk.store.vault import backup
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.jobs import Job
from tests.unit.actions.desk import SECRET, facts, names, new_vault

OTHERS = ["att", "head.bin", "keys.bin"]
"""What a vault holds beside its database."""


def test_a_vault_is_backed_up_and_restored_with_every_fact(full: Session, tmp_path: Path, way: None) -> None:
    before, head = facts(full, tmp_path / "before"), full.store.history.head()
    line, prefix, counter = full.line, full.prefix, full.store.setting("counter")
    (tmp_path / "stick").mkdir()
    steps: list[tuple[int, int]] = []
    made = backups.make(full, tmp_path / "stick" / "b.tar", Job(lambda *step: steps.append(step)))
    assert names(tmp_path / "stick") == ["b.tar"]
    assert names(full.folder) == [
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
        assert backups.reminder(new.store).need is Need.NOTHING
    assert sorted([*OTHERS, "db.sqlite"]) == names(tmp_path / "new.hrdv")
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "new.hrdv").rglob("*") if path.is_file()}
    assert modes == {0o600}
    with Session.open(tmp_path / "new.hrdv", SECRET) as again:
        assert again.line not in (line, "")


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
    assert names(elsewhere) == [made.path.name]
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
    assert names(elsewhere) == ["b.tar"]


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
    before = names(elsewhere)
    with pytest.raises(TargetExists):
        backups.make(full, target, Job())
    assert names(elsewhere) == before


def test_no_backup_goes_into_its_own_vault(full: Session) -> None:
    before = names(full.folder)
    for target in (full.folder, full.folder / "att" / "b.tar"):
        with pytest.raises(InvalidValue):
            backups.make(full, target, Job())
    assert names(full.folder) == before


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
        "hrddesk.store.vault.backup.files.open_regular",
        lambda path: Bad(opened(path)) if path == victim else opened(path),
    )
    made = backups.make(full, elsewhere, Job())
    assert [item.code for item in made.damage] == ["evidence"]
    with tarfile.open(made.path) as tar:
        assert (
            tar.getmember(f"vault.hrdv/att/{victim.parent.name}/{victim.name}").size == victim.stat().st_size
        )


def test_what_a_killed_backup_left_in_the_vault_is_swept(full: Session) -> None:
    work = full.folder / backup.WORK
    folder = full.folder
    full.close()
    work.mkdir()
    (work / "db.sqlite").write_bytes(b"x")
    Session.open(folder, SECRET).close()
    assert not work.exists()


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
