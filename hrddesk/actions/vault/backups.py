"""Backups: write a vault to one file, restore it, and test that it can be restored."""

import datetime
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO, Final

from hrddesk.crypto import keyslots
from hrddesk.errors import (
    BackupDamaged,
    BackupIncomplete,
    FileUnreadable,
    HrdDeskError,
    InvalidValue,
    NotABackup,
    TargetExists,
    VaultExists,
    WriteFailed,
)
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.store.records.store import Store
from hrddesk.store.vault import backup, backup_list, backup_reading
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault.backup_list import BackupRow
from hrddesk.store.vault.backup_reading import BackupContent
from hrddesk.store.vault.check import Damage
from hrddesk.store.vault.folder import VaultKeys
from hrddesk.store.vault.session import Secret, Session
from hrddesk.system import files
from hrddesk.system.files import NewFile
from hrddesk.system.interruption import held
from hrddesk.system.jobs import Job

_OLD_DAYS: Final = 30
_DAY: Final = 24 * 3600  # seconds


@dataclass(frozen=True, slots=True)
class Made:
    """A finished backup. `damage` was found in the vault, and is therefore in the backup, too."""

    path: Path
    size: int
    sha256: str
    damage: tuple[Damage, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """The vault that was restored, open, with the damage found in its backup."""

    session: Session
    damage: tuple[Damage, ...]


class Need(Enum):
    """The reason to remind the user of backups."""

    NOTHING = auto()
    FIRST = auto()  # there is no backup
    TEST = auto()  # nobody ever tried to restore one
    FRESH = auto()  # the latest is old, and the vault went on since


@dataclass(frozen=True, slots=True)
class Reminder:
    """The reason to remind the user of backups, and the age of the latest backup in days."""

    need: Need
    days: int = 0


def make(session: Session, path: Path, job: Job) -> Made:
    """Write a backup under a temporary name, read it back, and only then give the file its name.

    `path` may be a folder; then the file gets a name that says nothing. An older backup of this vault is
    replaced in one step; any other existing file is never replaced. `job` reports progress in bytes, first of
    writing, then of reading. Raise TargetExists, InvalidValue, DiskFull, FileTooLarge, WriteFailed or
    DatabaseDamaged. Raise BackupIncomplete if the vault is damaged and the older backup may have what is
    lost. After an error or a cancellation, earlier files are unchanged and no new file is left.
    """
    target = _target(session, path)
    chain = session.store.history.head()
    with files.told(target), NewFile(target, replaces=True) as new:
        size, sha256 = backup.write(session, new.file, _first_half(job))
        backup_content = _read_again(session, new.file, target, _second_half(job))
        if (backup_content.size, backup_content.sha256) != (size, sha256):
            raise WriteFailed(path=target.name, why=Translatable("it does not read back as it was written"))
        damage = tuple(backup_content.report.damage)
        if damage and os.path.lexists(target):
            raise BackupIncomplete(first=damage[0].message, count=len(damage))
        with held():
            with session.store.change("backup.begun"):
                num = backup_list.add(session.store.db, target, size, sha256, chain, backup_list.BEGUN)
            try:
                new.put_in_place()
            except BaseException:
                with suppress(HrdDeskError), session.store.change("backup.withdrawn"):
                    backup_list.remove(session.store.db, num)  # at worst one is listed that is not there
                raise
            # It is in its place, whatever the vault's own disk takes now: the list has it already.
            with suppress(HrdDeskError), session.store.change("backup.written"):
                backup_list.set_whole(session.store.db, num)
    return Made(target, size, sha256, damage)


def restore(path: Path, folder: Path, secret: Secret, job: Job) -> Restored:
    """Restore a backup as a vault in a new folder, and open the vault; `job` reports progress in bytes.

    Damaged parts of the backup are restored as they are, and are listed in the result. Raise NotABackup,
    BackupDamaged, WrongSecret and other errors of keys.bin, VaultExists, DiskFull, WriteFailed,
    FileUnreadable; then nothing is left.
    """
    if os.path.lexists(folder) and not _is_empty(folder):
        raise VaultExists(path=folder)
    with _opened(path) as file, files.told(folder), files.new_folder(folder) as building:
        (building / vault.EVIDENCE).mkdir(mode=0o700)
        backup_content = backup_reading.read(
            file, path.name, lambda raw: _unlocked(raw, secret), building, job, keep_evidence=True
        )
        files.sync_folder(building / vault.EVIDENCE)
    session = Session.open(folder, secret)
    try:
        with session.store.change("backup.restored"):
            head = backup_content.report.head
            num = backup_list.add(
                session.store.db,
                path.absolute(),
                backup_content.size,
                backup_content.sha256,
                head,
                backup_list.WHOLE,
            )
            backup_list.set_whole(session.store.db, num)
            backup_list.set_tested(session.store.db, backup_content.sha256)
    except BaseException:
        session.close()
        raise
    return Restored(session, tuple(backup_content.report.damage))


def try_restore(session: Session, path: Path, secret: Secret, job: Job) -> BackupContent:
    """Test whether `secret` can restore a backup of this vault; nothing of the restored vault is kept.

    It works as `restore` does, but verifies evidence without writing it. If there is no damage, the vault
    stores that the backup was tested. `job` reports progress in bytes. Raise the errors of `restore`, and
    NotABackup for a backup of another vault.
    """
    with _opened(path) as file, files.told(path), backup.work_folder(session.folder) as work:
        backup_content = backup_reading.read(
            file,
            path.name,
            lambda raw: _of_this_vault(session, raw, path, secret),
            work,
            job,
            keep_evidence=False,
        )
    if not backup_content.report.damage:
        with session.store.change("backup.tested"):
            if not backup_list.set_tested(
                session.store.db, backup_content.sha256
            ):  # made elsewhere, or the list is older
                num = backup_list.add(
                    session.store.db,
                    path.absolute(),
                    backup_content.size,
                    backup_content.sha256,
                    backup_content.report.head,
                    backup_list.WHOLE,
                )
                backup_list.set_whole(session.store.db, num)
                backup_list.set_tested(session.store.db, backup_content.sha256)
    return backup_content


def known(session: Session) -> tuple[BackupRow, ...]:
    """Return the backups that may still exist, latest first.

    Each opens with the secrets that were valid when it was written.
    """
    return tuple(backup_list.rows(session.store))


def listed(store: Store) -> tuple[BackupRow, ...]:
    """Return the same as `known`, for a store in place of a session."""
    return tuple(backup_list.rows(store))


def mark_destroyed(session: Session, num: int) -> None:
    """Remove from the list a backup that the user has destroyed; raise DiskFull."""
    with session.store.change("backup.destroyed"):
        backup_list.set_gone(session.store.db, num)


def reminder(store: Store, now: float | None = None) -> Reminder:
    """Return the reason, if any, to remind the user of backups; an empty vault needs no backup."""
    rows = [row for row in backup_list.rows(store) if row.state == backup_list.WHOLE]
    if not rows:
        empty = not any(store.tables.has(kind) for kind in (Kind.CASE, Kind.PARTY, Kind.EVENT))
        return Reminder(Need.NOTHING if empty else Need.FIRST)
    days = max(0, int(((time.time() if now is None else now) - rows[0].time) // _DAY))
    if days >= _OLD_DAYS and _went_on(store, rows[0]):
        return Reminder(Need.FRESH, days)
    return Reminder(Need.NOTHING if any(row.tested for row in rows) else Need.TEST, days)


def day_of(row: BackupRow) -> datetime.date:
    """Return the day on which a backup was made, in UTC."""
    return datetime.datetime.fromtimestamp(row.time, tz=datetime.UTC).date()


def _went_on(store: Store, row: BackupRow) -> bool:
    """Tell whether a record changed since a backup; the history entry of the backup itself does not count."""
    return store.tables.changed_since(row.head.number)


def _target(session: Session, path: Path) -> Path:
    with files.told(path):
        target = path / (secrets.token_hex(8) + backup.SUFFIX) if path.is_dir() else path
        if files.real(target).is_relative_to(files.real(session.folder)):
            raise InvalidValue(field="FILE", why=Translatable("it would lie within the vault itself"))
        if os.path.lexists(target) and not _is_backup_of(session, target):
            raise TargetExists(path=target.name)
    return files.real(target)  # a link to an older backup stays one: the file behind it is replaced


def _is_backup_of(session: Session, path: Path) -> bool:
    """Tell from the header of a file whether it is a backup of this vault, complete or not."""
    try:
        with files.open_regular(path) as file:
            return backup.vault_of(file.read(backup.BEGINNING)) == session.vault_id
    except OSError:
        return False


def _read_again(session: Session, file: BinaryIO, target: Path, job: Job) -> BackupContent:
    keys_bin = vault.read_keys(session.folder)

    def keys_of(raw: bytes) -> VaultKeys:
        if raw != keys_bin:
            raise WriteFailed(path=target.name, why=Translatable("it does not read back as it was written"))
        return session.held.keys

    file.flush()
    os.fsync(file.fileno())
    files.forget_pages(file.fileno())
    file.seek(0)
    try:
        with backup.work_folder(session.folder) as work:
            backup_content = backup_reading.read(file, target.name, keys_of, work, job, keep_evidence=False)
    except (NotABackup, BackupDamaged):
        raise WriteFailed(
            path=target.name, why=Translatable("it does not read back as it was written")
        ) from None
    backup_content.report.damage[:0] = [
        Damage("rollback", "head.bin or keys.bin", alarm)
        for alarm in session.alarms
        if all(item.message != alarm for item in backup_content.report.damage)
    ]
    return backup_content


def _unlocked(keys_bin: bytes, secret: Secret) -> VaultKeys:
    return VaultKeys.from_dek(keyslots.unlock(keyslots.parse(keys_bin), keys_bin, secret))


def _of_this_vault(session: Session, keys_bin: bytes, path: Path, secret: Secret) -> VaultKeys:
    if keyslots.parse(keys_bin).vault_id.hex() != session.vault_id:
        raise NotABackup(path=path.name, why=Translatable("it is of another vault"))
    return _unlocked(keys_bin, secret)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        file = files.open_regular(path)
    except OSError as error:
        raise FileUnreadable(path=path.name, why=error.strerror) from None
    with file:
        yield file


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _first_half(job: Job) -> Job:
    return Job(lambda done, total: job.step(min(done, total), 2 * max(total, 1)))


def _second_half(job: Job) -> Job:
    return Job(lambda done, total: job.step(total + min(done, total), 2 * max(total, 1)))
