"""A crafted or broken backup: its own error, nothing written outside, nothing left."""

import errno
import io
import os
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from hrddesk.actions.records import evidence
from hrddesk.actions.vault import backups
from hrddesk.errors import (
    BackupDamaged,
    BackupIsPart,
    FileUnreadable,
    HrdDeskError,
    NotABackup,
    VaultHeaderDamaged,
    VaultTooNew,
)
from hrddesk.records.model.kinds import Kind
from hrddesk.store.database import connection
from hrddesk.store.database.schema import SCHEMA_VERSION
from hrddesk.store.vault import backup_reading, ustar
from hrddesk.store.vault.folder import VaultKeys
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests import campaigns
from tests.unit.actions.desk import SECRET, fill, new_vault, tree

Members = list[tuple[bytes, bytes]]
"""Header and content of each file, in their order."""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A backup of a vault with files of evidence."""
    folder = tmp_path_factory.mktemp("good")
    with Session.open(new_vault(folder / "desk.hrdv", "full"), SECRET) as session:
        return backups.make(session, folder / "b.tar", Job()).path.read_bytes()


def _split(raw: bytes) -> Members:
    made, at = [], 0
    while any(raw[at : at + 512]):
        size = ustar.size_in(raw[at : at + 512])
        assert size is not None
        made.append((raw[at : at + 512], raw[at + 512 : at + 512 + size]))
        at += 512 + size + ustar.padding(size)
    return made


def _joined(members: Members) -> bytes:
    return b"".join(h + content + bytes(ustar.padding(len(content))) for h, content in members) + bytes(1024)


def _header(name: str, size: int, **changes: object) -> bytes:
    """A header as tarfile makes it, with anything in it that tar knows."""
    info = tarfile.TarInfo(name)
    info.size, info.mode, info.mtime = size, 0o600, 0
    for field, value in changes.items():
        setattr(info, field, value)
    made = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    made[257:265] = b"ustar\x0000"
    made[329:345] = b"0000000\0" * 2
    made[148:156] = b" " * 8
    made[148:156] = b"%06o\0 " % sum(made)
    return bytes(made)


def _renamed(name: str, **changes: object) -> Callable[[Members], bytes]:
    def change(members: Members) -> bytes:
        content = members[-1][1] if not changes else b""
        size = len(content)
        return _joined([*members[:-1], (_header(name, size, **changes), content)])

    return change


def _with_size(index: int, size: int) -> Callable[[Members], bytes]:
    def change(members: Members) -> bytes:
        name = ustar.name_in(members[index][0])
        assert name is not None
        members[index] = (ustar.header(name, size), members[index][1])
        return _joined(members)

    return change


def _spoiled(index: int, at: int, byte: int | None = None) -> Callable[[Members], bytes]:
    def change(members: Members) -> bytes:
        content = bytearray(members[index][1])
        content[at] = content[at] ^ 1 if byte is None else byte
        members[index] = (members[index][0], bytes(content))
        return _joined(members)

    return change


HEAD, DATABASE = "vault.hrdv/head.bin", "vault.hrdv/db.sqlite"
EVIDENCE = "vault.hrdv/att/00/" + "0" * 32

HOSTILE: dict[str, Callable[[Members], bytes]] = {
    "link": _renamed(EVIDENCE, type=tarfile.SYMTYPE, linkname="/etc/passwd"),
    "hard link": _renamed(EVIDENCE, type=tarfile.LNKTYPE, linkname="vault.hrdv/keys.bin"),
    "device": _renamed(EVIDENCE, type=tarfile.CHRTYPE, devmajor=1, devminor=3),
    "pipe": _renamed(EVIDENCE, type=tarfile.FIFOTYPE),
    "folder": _renamed("vault.hrdv/att/00", type=tarfile.DIRTYPE),
    "way up": _renamed("vault.hrdv/att/../../../out"),
    "way up, deeper": _renamed("vault.hrdv/att/00/../" + "0" * 30),
    "absolute": _renamed("/tmp/out"),
    "other name": _renamed("vault.hrdv/drafts.bin"),
    "wrong folder": _renamed("vault.hrdv/att/11/" + "0" * 32),
    "not ASCII": _renamed("vault.hrdv/att/00/\xe5" + "0" * 31),
    "name too long": lambda m: _joined([*m[:-1], (m[-1][0][:100].ljust(512, b"x"), m[-1][1])]),
    "unknown evidence": _renamed(EVIDENCE),
    "one twice": lambda m: _joined([*m, m[-1]]),
    "keys twice": lambda m: _joined([m[0], m[1], m[1], *m[2:]]),
    "other order": lambda m: _joined([*m[:-2], m[-1], m[-2]]),
    "no head": lambda m: _joined([m[0], m[1], *m[3:]]),
    "head too long": lambda m: _joined([*m[:2], (ustar.header(HEAD, 81), bytes(81)), *m[3:]]),
    "no database": lambda m: _joined([*m[:3], *m[4:]]),
    "empty database": lambda m: _joined([*m[:3], (ustar.header(DATABASE, 0), b""), *m[4:]]),
    "database of others": lambda m: _joined([*m[:3], (m[3][0], os.urandom(len(m[3][1]))), *m[4:]]),
    "database spoiled": _spoiled(3, 30),
    "size of terabytes": _with_size(3, 1 << 42),
    "size of all there is": _with_size(-1, (1 << 63) - 1),
    "size beyond the end": _with_size(-1, 1 << 30),
    "size too small": _with_size(-1, 5),
    "size with a sign": lambda m: _joined(
        [*m[:3], (m[3][0][:124] + b"-0000000001\0" + m[3][0][136:], m[3][1]), *m[4:]]
    ),
    "behind a file": lambda m: _joined(m[:-1]) [:-1024] + m[-1][0] + m[-1][1]
    + b"x" * ustar.padding(len(m[-1][1])) + bytes(1024),
    "behind the end": lambda m: _joined(m) + b"x",
    "more zeros": lambda m: _joined(m) + bytes(512),
    "half an end": lambda m: _joined(m)[:-512],
    "no end": lambda m: _joined(m)[:-1024],
    "cut": lambda m: _joined(m)[:-5000],
    "cut in a header": lambda m: _joined(m[:-1])[:-724],
    "other checksum": lambda m: _joined(
        [*m[:-1], (m[-1][0][:148] + b"000000\0 " + m[-1][0][156:], m[-1][1])]
    ),
}  # fmt: skip


def _restored(raw: bytes, tmp_path: Path) -> None:
    """Try to restore; nothing may be left, wherever it looks."""
    place = tmp_path / "a" / "b"
    place.mkdir(parents=True)
    (place / "b.tar").write_bytes(raw)
    try:
        backups.restore(place / "b.tar", place / "new.hrdv", SECRET, Job()).session.close()
    finally:
        assert list(tree(tmp_path)) == ["a/b/b.tar"]
        assert {path.name for path in place.iterdir()} == {"b.tar"}
        assert {path.name for path in tmp_path.rglob("*")} == {"a", "b", "b.tar"}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_crafted_backup_is_refused_without_a_trace(good: bytes, tmp_path: Path, what: str) -> None:
    raw = HOSTILE[what](_split(good))
    with pytest.raises(BackupDamaged):
        _restored(raw, tmp_path)
    assert not Path("/tmp/out").exists()


@pytest.mark.parametrize(
    "raw", [b"", b"x" * 5000, b"PK\x03\x04" + bytes(9000), ustar.header("vault.hrdv/", 0, folder=True)]
)
def test_another_file_is_no_backup(raw: bytes, tmp_path: Path) -> None:
    with pytest.raises(NotABackup):
        _restored(raw, tmp_path)


def test_a_file_that_continues_a_backup_is_named_as_such(good: bytes, tmp_path: Path) -> None:
    folder = ustar.header("changes.hrdv/", 0, folder=True)
    with pytest.raises(BackupIsPart):
        _restored(folder + good[len(folder) :], tmp_path)


def test_a_newer_or_damaged_keys_bin_is_told_as_such(good: bytes, tmp_path: Path) -> None:
    for at, error in ((8, VaultTooNew), (3000, VaultHeaderDamaged)):
        with pytest.raises(error):
            _restored(_spoiled(1, at, 9)(_split(good)), tmp_path / str(at))


def test_a_newer_database_is_told_as_such(tmp_path: Path) -> None:
    with Session.open(new_vault(tmp_path / "desk.hrdv", "other"), SECRET) as session:
        session.store.db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        with pytest.raises(VaultTooNew):
            backups.make(session, tmp_path / "b.tar", Job())
    assert not (tmp_path / "b.tar").exists()


def test_a_database_without_its_history_key_is_told_as_such(good: bytes, tmp_path: Path) -> None:
    members = _split(good)
    path = tmp_path / "db.sqlite"
    path.write_bytes(members[3][1])
    with Session.open(new_vault(tmp_path / "desk.hrdv", "full"), SECRET) as session:
        key = session.held.keys.database
    db = connection.connect(path, key, members[3][1][:16])
    db.execute("DELETE FROM setting WHERE name = 'history_key'")
    db.close()
    members[3] = (ustar.header("vault.hrdv/db.sqlite", path.stat().st_size), path.read_bytes())
    with pytest.raises(BackupDamaged, match="history key"):
        _restored(_joined(members), tmp_path / "x")


def test_an_older_head_or_other_keys_are_told_and_restored(good: bytes, tmp_path: Path) -> None:
    raw = _spoiled(2, 20)(_split(good))
    (tmp_path / "b.tar").write_bytes(raw)
    restored = backups.restore(tmp_path / "b.tar", tmp_path / "new.hrdv", SECRET, Job())
    with restored.session as session:
        assert [item.code for item in restored.damage] == ["rollback"]
        assert session.alarms == ["head.bin is missing or damaged"]


def test_every_bit_of_a_backup_counts(good: bytes, tmp_path: Path) -> None:
    """Wherever one bit is turned, it is seen: refused, or told as damage of evidence, pages or head.bin."""
    with Session.open(new_vault(tmp_path / "desk.hrdv", "full"), SECRET) as session:
        path = tmp_path / "b.tar"
        drawn = campaigns.chance("bits of a backup")
        for place in range(0, len(good), len(good) // campaigns.tried(400, 8)):
            at = (place + drawn.randrange(5000)) % len(good)
            raw = bytearray(good)
            raw[at] ^= 1 << drawn.randrange(8)
            path.write_bytes(raw)
            try:
                found = backups.try_restore(session, path, SECRET, Job())
            except HrdDeskError:
                continue
            assert found.report.damage, at


def test_a_large_file_that_is_damaged_at_its_beginning_is_passed_over(tmp_path: Path) -> None:
    with Session.open(new_vault(tmp_path / "desk.hrdv", "empty"), SECRET) as session:
        fill(session, tmp_path, large=1)
        (tmp_path / "larger.bin").write_bytes(bytes(5 << 20))
        case = session.store.ids(Kind.CASE)[0]
        evidence.add(session, case, tmp_path / "larger.bin", Job())
        victim = max((tmp_path / "desk.hrdv" / "att").rglob("*"), key=lambda path: path.stat().st_size)
        sealed = bytearray(victim.read_bytes())
        sealed[100] ^= 1
        victim.write_bytes(sealed)
        made = backups.make(session, tmp_path / "b.tar", Job())
        assert [item.code for item in made.damage] == ["evidence"]
    with backups.restore(made.path, tmp_path / "new.hrdv", SECRET, Job()).session as session:
        kept = tmp_path / "new.hrdv" / "att" / victim.parent.name / victim.name
        assert kept.read_bytes() == bytes(sealed)  # as it is: somebody may still make sense of it


class _BadBlock(io.BytesIO):
    """A medium that fails in the middle."""

    def __init__(self, raw: bytes, file: BinaryIO) -> None:
        super().__init__(raw)
        self._file = file

    def fileno(self) -> int:
        return self._file.fileno()

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() + (size or 0) > 100_000:
            raise OSError(errno.EIO, "bad block")
        return super().read(size)


def test_a_medium_that_cannot_be_read_is_told_as_such(good: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.tar").write_bytes(good)
    (tmp_path / "work").mkdir()
    keys = VaultKeys.from_dek(bytes(32))
    with (tmp_path / "b.tar").open("rb") as file, pytest.raises(FileUnreadable, match="Input/output"):
        backup_reading.read(
            _BadBlock(good, file), "b.tar", lambda _: keys, tmp_path / "work", Job(), keep_evidence=False
        )


def test_a_stream_is_read_as_far_as_it_goes(good: bytes) -> None:
    """The format needs no name and no size in advance: tarfile reads it as a stream too."""
    with tarfile.open(fileobj=io.BytesIO(good), mode="r|") as tar:
        names = [member.name for member in tar]
    assert names[:4] == ["vault.hrdv", "vault.hrdv/keys.bin", HEAD, DATABASE]
    assert names[4:] == sorted(names[4:])
    assert len(names) == 7
