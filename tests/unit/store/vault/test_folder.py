"""The files of a vault are replaced whole or not at all."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from hrddesk.actions.vault import closed_vaults
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import (
    DatabaseDamaged,
    DiskFull,
    NameTaken,
    NotAVault,
    VaultExists,
    VaultFilesMissing,
    VaultHeaderDamaged,
    VaultReadOnly,
)
from hrddesk.store.database import connection
from hrddesk.store.database.history import START, Head
from hrddesk.store.vault import backup
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault.folder import VaultFolder
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.jobs import Job
from tests.conftest import PASSPHRASE


def _fails(number: int) -> object:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_full_disk_leaves_the_old_keys(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (session.folder / "keys.bin").read_bytes()
    monkeypatch.setattr(os, "fsync", _fails(28))
    with pytest.raises(DiskFull):
        vault.write_keys(session.folder, bytes(4096))
    monkeypatch.undo()
    assert (session.folder / "keys.bin").read_bytes() == before
    assert not (session.folder / "keys.bin.new").exists()


def test_what_a_kill_left_beside_the_keys_is_in_nobodys_way(session: Session) -> None:
    (session.folder / "keys.bin.new").write_bytes(b"half")
    keys = (session.folder / "keys.bin").read_bytes()
    vault.write_keys(session.folder, keys)
    assert (session.folder / "keys.bin").read_bytes() == keys
    assert not (session.folder / "keys.bin.new").exists()


def test_keys_that_cannot_be_read_are_said_to_be_so(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "open_regular", _fails(13))
    with pytest.raises(VaultReadOnly):
        vault.read_keys(session.folder)


@pytest.mark.parametrize("kind", ["fifo", "folder"])
def test_keys_that_are_no_file_are_damaged(session: Session, kind: str) -> None:
    keys = session.folder / "keys.bin"
    keys.unlink()
    os.mkfifo(keys) if kind == "fifo" else keys.mkdir()
    with pytest.raises(VaultHeaderDamaged, match="not a file"):
        vault.read_keys(session.folder)


@pytest.mark.parametrize("content", [b"", b"HRDVAULX" + bytes(4088), b"HRD"])
def test_keys_beside_a_database_are_damaged_and_not_somebody_elses(session: Session, content: bytes) -> None:
    (session.folder / "keys.bin").write_bytes(content)
    with pytest.raises(VaultHeaderDamaged):
        vault.read_keys(session.folder)


def test_what_is_no_vault_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path in (tmp_path, tmp_path / "file", tmp_path / "gone"):
        with pytest.raises(NotAVault):
            vault.read_keys(path)
    (tmp_path / "db.sqlite").write_bytes(b"")
    with pytest.raises(VaultFilesMissing):
        vault.read_keys(tmp_path)


@pytest.mark.parametrize("kind", ["fifo", "folder", "long"])
def test_a_head_that_is_no_file_is_missing(session: Session, kind: str) -> None:
    head = session.folder / "head.bin"
    raw = head.read_bytes()
    head.unlink()
    if kind == "long":
        head.write_bytes(raw + b"x")
    else:
        os.mkfifo(head) if kind == "fifo" else head.mkdir()
    assert session.head_on_disk() is None


def test_a_folder_that_cannot_be_looked_into_is_said_to_be_so(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_file", _fails(13))  # root may look anywhere
    with pytest.raises(VaultReadOnly):
        VaultFolder.hold(session.folder, bytes(32), vault.read_keys(session.folder))


def test_a_vault_whose_database_is_cut_short_is_let_go_again(session: Session) -> None:
    session.close()
    (session.folder / "db.sqlite").write_bytes(b"short")
    for _ in range(2):  # the second would say "in use" had the first kept hold
        with pytest.raises(DatabaseDamaged):
            VaultFolder.hold(session.folder, bytes(32), vault.read_keys(session.folder))


def test_releasing_twice_is_harmless(session: Session) -> None:
    session.close()
    session._held.release()
    held = VaultFolder.hold(session.folder, bytes(32), vault.read_keys(session.folder))
    session._held.release()
    held.release()
    assert connection.read_salt(session.folder / "db.sqlite")


def test_keys_that_lead_in_a_circle_are_no_file(session: Session) -> None:
    (session.folder / "keys.bin").unlink()
    (session.folder / "keys.bin").symlink_to("keys.bin")
    with pytest.raises(VaultHeaderDamaged, match="not a file"):
        vault.read_keys(session.folder)


def _open(folder: Path) -> int:
    """Open a file and keep it open, as its blocks outlive its name on a disk."""
    return os.open(folder / "keys.bin", os.O_RDONLY)


def test_the_blocks_of_the_keys_before_hold_no_keys(session: Session) -> None:
    blocks = _open(session.folder)
    vault.write_keys(session.folder, (session.folder / "keys.bin").read_bytes())
    left = os.pread(blocks, 4097, 0)
    os.close(blocks)
    assert len(left) == 4096
    assert b"HRDVAULT" not in left
    assert (session.folder / "keys.bin").read_bytes().startswith(b"HRDVAULT")


def test_a_copy_under_another_name_is_somebodys_own(session: Session, tmp_path: Path) -> None:
    os.link(session.folder / "keys.bin", tmp_path / "copy")
    before = (tmp_path / "copy").read_bytes()
    vault.write_keys(session.folder, bytes(4096))
    assert (tmp_path / "copy").read_bytes() == before


def test_keys_whose_old_blocks_cannot_be_overwritten_are_replaced_all_the_same(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "pwrite", _fails(5))
    vault.write_keys(session.folder, bytes(4096))
    assert (session.folder / "keys.bin").read_bytes() == bytes(4096)
    (session.folder / "keys.bin").unlink()
    vault.write_keys(session.folder, bytes(4096))
    assert (session.folder / "keys.bin").read_bytes() == bytes(4096)


_NAMES = [
    *("db.sqlite-wal", "db.sqlite-shm", "db.sqlite-journal"),
    *("db.next", "db.next-wal", "db.next-shm", "db.next-journal"),
    *("head.bin", "head.next", "drafts.next"),
    *("keys.bin.new", "head.bin.new", "head.next.new", "drafts.bin.new", "drafts.next.new"),
]


def _plant(place: Path, kind: str) -> None:
    if place.is_dir():
        place.rmdir()
    place.unlink(missing_ok=True)
    if kind == "link":
        place.symlink_to("/dev/zero")
    elif kind == "fifo":
        os.mkfifo(place)
    else:
        place.mkdir()


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("kind", ["fifo", "folder", "link"])
def test_what_stands_in_the_way_is_named_and_nobody_waits_for_it(
    session: Session, name: str, kind: str
) -> None:
    session.close()
    _plant(session.folder / name, kind)
    before = sorted(item.name for item in session.folder.iterdir())
    for _ in range(2):
        with pytest.raises(NameTaken, match=f"Move {name} out of the folder") as caught:
            Session.open(session.folder, PassphraseSecret(PASSPHRASE))
        assert caught.value.details["path"] == name
    with Session.view(session.folder, PassphraseSecret(PASSPHRASE)) as viewed:  # reading needs none of them
        assert viewed.is_read_only
    assert sorted(item.name for item in session.folder.iterdir()) == before
    report, settings = closed_vaults.check(session.folder, PassphraseSecret(PASSPHRASE), Job())
    assert report.damage[0].where == name
    assert "stands in its way" in report.damage[0].message
    assert settings == {}


def test_a_file_in_place_of_the_folder_of_evidence_is_named(session: Session) -> None:
    session.close()
    (session.folder / "att").rmdir()
    (session.folder / "att").write_bytes(b"")
    with pytest.raises(NameTaken, match="Move att out"):
        Session.open(session.folder, PassphraseSecret(PASSPHRASE))
    (session.folder / "att").unlink()
    with Session.open(session.folder, PassphraseSecret(PASSPHRASE)):
        pass  # a vault that was copied without empty folders is whole


def test_a_folder_in_place_of_the_database_is_named(session: Session) -> None:
    session.close()
    _plant(session.folder / "db.sqlite", "folder")
    with pytest.raises(NameTaken, match=r"Move db\.sqlite out"):
        Session.open(session.folder, PassphraseSecret(PASSPHRASE))
    report, _ = closed_vaults.check(session.folder, PassphraseSecret(PASSPHRASE), Job())
    assert [found.where for found in report.damage] == ["db.sqlite"]


def test_what_stands_where_drafts_are_is_put_aside(session: Session) -> None:
    session.close()
    _plant(session.folder / "drafts.bin", "folder")
    with Session.open(session.folder, PassphraseSecret(PASSPHRASE)) as opened:
        trouble = opened.drafts.load().trouble
    assert trouble is not None
    assert "it is not a file" in trouble.message
    assert (session.folder / "drafts.damaged").is_dir()


def test_a_pipe_where_copies_lie_keeps_nobody_waiting_and_backups_out(session: Session) -> None:
    os.mkfifo(session.folder / "copy")
    session.close()
    with Session.open(session.folder, PassphraseSecret(PASSPHRASE)) as opened:
        assert opened.alarms == []
        with pytest.raises(NameTaken, match="Move copy out"), backup.work_folder(opened.folder):
            pass


@pytest.mark.parametrize("name", ["db.sqlite-wal", "db.sqlite-shm"])
def test_what_is_written_beside_the_database_has_no_second_name(
    session: Session, tmp_path: Path, name: str
) -> None:
    with session.store.change("test") as change:
        change.set_setting("kept", "yes")
    left = tmp_path / "left.hrdv"
    shutil.copytree(session.folder, left)  # as a kill leaves it, with what was written last beside it
    session.close()
    os.link(left / name, tmp_path / "second")
    before = (tmp_path / "second").read_bytes()
    with Session.open(left, PassphraseSecret(PASSPHRASE)) as opened:
        assert opened.alarms == []
        assert opened.store.setting("kept") == "yes"
        with opened.store.change("test") as change:
            change.set_setting("kept", "no")
        assert (left / name).stat().st_nlink == 1
    assert (tmp_path / "second").read_bytes() == before


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EROFS, VaultReadOnly)])
def test_a_second_name_that_cannot_be_taken_away_keeps_the_vault_as_it_is(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    session.close()
    (session.folder / "db.sqlite-wal").write_bytes(b"planted")
    os.link(session.folder / "db.sqlite-wal", tmp_path / "second")
    monkeypatch.setattr(os, "fsync", _fails(number))
    with pytest.raises(error):
        VaultFolder.hold(session.folder, bytes(32), vault.read_keys(session.folder))
    assert (session.folder / "db.sqlite-wal").read_bytes() == b"planted"


def test_a_vault_that_somebody_else_made_meanwhile_is_theirs(tmp_path: Path) -> None:
    path = tmp_path / "desk.hrdv"

    def fill(_: object) -> Head:
        path.mkdir()
        (path / "keys.bin").write_bytes(b"theirs")
        return Head(0, START)

    with pytest.raises(VaultExists):
        VaultFolder.create(path, bytes(32), bytes(4096), fill)
    assert [item.name for item in tmp_path.iterdir()] == ["desk.hrdv"]
    assert (path / "keys.bin").read_bytes() == b"theirs"
