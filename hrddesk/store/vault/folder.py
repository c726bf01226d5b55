"""The folder of a vault: its files, the lock of the process that has it open, and its head.

    NAME.hrdv/  keys.bin  head.bin  db.sqlite  drafts.bin  att/xx/<32 hex>

A vault is made under a temporary name and then renamed, so that it is never there in part. While its data key
is rotated, a new database and a new head are beside the old ones; `hold` finishes what a kill interrupted.
"""

import errno
import fcntl
import hmac
import os
import stat
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from hrddesk.crypto import kdf, keyslots
from hrddesk.errors import (
    DatabaseDamaged,
    NameTaken,
    NotAVault,
    VaultExists,
    VaultFilesMissing,
    VaultHeaderDamaged,
    VaultInUse,
    VaultReadOnly,
)
from hrddesk.errors.translatable import Translatable
from hrddesk.store.database import connection as database
from hrddesk.store.database import database_errors
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.history import Head
from hrddesk.store.evidence.blobs import Blobs
from hrddesk.store.records.store import Store
from hrddesk.store.vault import drafts
from hrddesk.system import files
from hrddesk.system.jobs import Job

KEYS: Final = "keys.bin"
HEAD: Final = "head.bin"
DATABASE: Final = "db.sqlite"
LOG: Final = "db.sqlite-wal"
EVIDENCE: Final = "att"
NEXT_DATABASE: Final = "db.next"
"""The database under the next data key; it becomes DATABASE after keys.bin has that key."""
NEXT_HEAD: Final = "head.next"

_BESIDE: Final = ("", "-wal", "-shm", "-journal")  # what SQLite keeps for a database, and itself

_REPLACED: Final = (KEYS, HEAD, NEXT_HEAD, drafts.NAME, drafts.NEXT)
_FILES: Final = (
    *(name + beside for name in (DATABASE, NEXT_DATABASE) for beside in _BESIDE),
    *(HEAD, NEXT_HEAD, drafts.NEXT),  # drafts.bin is put aside, whatever it is
    *(name + files.REPLACEMENT for name in _REPLACED),
)

_HEAD_MAGIC: Final = b"HRDHEAD1"
_HEAD_BYTES: Final = 80  # magic 8, number 8 (little-endian), MAC of the row 32, HMAC of the 48 before 32


@dataclass(frozen=True, slots=True)
class VaultKeys:
    """The keys that are derived from the data key; the data key itself is not kept."""

    database: bytes
    evidence: bytes
    head: bytes
    drafts: bytes

    @classmethod
    def from_dek(cls, dek: bytes) -> Self:
        """Derive all keys from the data key."""
        label = keyslots.KeyPurpose
        labels = (label.SQLCIPHER, label.EVIDENCE, label.HEAD, label.DRAFTS)
        return cls(*(keyslots.derive(dek, each) for each in labels))


class VaultFolder:
    """The folder of a vault, locked by one process at a time."""

    def __init__(self, path: Path, keys: VaultKeys, lock: int, *, untouched: bool = False) -> None:
        self.path = path
        self.keys = keys
        self._lock = lock
        self.is_untouched = untouched
        """Whether nothing is ever written there, for reading a vault that must not change."""
        self.was_left_open = (path / LOG).exists()
        """Whether the previous process ended without closing the database, which would have removed its
        log.
        """
        self._salt = b""

    @classmethod
    def create(cls, path: Path, dek: bytes, keys_bin: bytes, fill: Callable[[Connection], Head]) -> None:
        """Make a vault at `path`; `fill` makes its tables and first rows and returns the head.

        Raise VaultExists, DiskFull, VaultReadOnly; then nothing is left.
        """
        if os.path.lexists(path):
            raise VaultExists(path=path)
        try:
            with files.new_folder(path) as building:
                (building / EVIDENCE).mkdir(mode=0o700)
                keys = VaultKeys.from_dek(dek)
                files.create(building / DATABASE, b"")
                db = database.connect(building / DATABASE, keys.database, database.new_salt())
                try:
                    with database_errors.translated(db):
                        head = fill(db)
                finally:
                    db.close()
                files.create(building / HEAD, _head_bytes(keys.head, head))
                files.create(building / KEYS, keys_bin)
        except OSError as error:
            if error.errno in (errno.EEXIST, errno.ENOTEMPTY):  # somebody else was quicker
                raise VaultExists(path=path) from None
            raise database_errors.os_cause(error, path.name) from None

    @classmethod
    def hold(cls, path: Path, dek: bytes, keys_bin: bytes, *, untouched: bool = False) -> Self:
        """Lock a vault, given the data key `dek` from its keys.bin.

        With `untouched` nothing is written, now or later, so that the vault may be on a read-only medium.
        Raise VaultInUse if another process has it open, or changed its keys in the meantime. Raise
        VaultFilesMissing, VaultReadOnly, NameTaken and DatabaseDamaged too.
        """
        try:
            if not (path / DATABASE).is_file():
                raise (
                    NameTaken(path=DATABASE)
                    if (path / DATABASE).exists()
                    else VaultFilesMissing(path=DATABASE)
                )
            if not untouched:
                _require_names_free(path)
            if not untouched and not (os.access(path, os.W_OK) and os.access(path / DATABASE, os.W_OK)):
                raise VaultReadOnly(path=path.name)
            salt = database.read_salt(path / DATABASE) if untouched else b""
            lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        except OSError as error:
            raise database_errors.os_cause(error, path.name) from None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            raise VaultInUse from None
        vault_folder = cls(path, VaultKeys.from_dek(dek), lock, untouched=untouched)
        try:
            if read_keys(path) != keys_bin:  # an outdated key would let `_settle` remove the database
                raise VaultInUse
            vault_folder._salt = salt
            if not untouched:
                vault_folder._keep_to_itself()
                vault_folder._settle()
        except BaseException:
            vault_folder.release()
            raise
        return vault_folder

    def take_next(self, dek: bytes) -> None:
        """Switch to the new data key, which is already in keys.bin. No connection may be open."""
        self.keys = VaultKeys.from_dek(dek)
        self._settle()

    def discard_next(self) -> None:
        """Remove the files of an unfinished rotation, whose data key is not in keys.bin."""
        for name in (*(NEXT_DATABASE + beside for beside in _BESIDE), NEXT_HEAD):
            if (self.path / name).exists():  # rarely, while this runs at every opening
                (self.path / name).unlink()

    def write_next_head(self, keys: VaultKeys, head: Head) -> None:
        """Write the head of the next database, tied to the database that it will replace; raise OSError."""
        files.replace(self.path / NEXT_HEAD, _head_bytes(keys.head, head, self._salt))

    def _keep_to_itself(self) -> None:
        """Replace each file that SQLite writes beside the database by a copy if it has a second hard link.

        Otherwise the owner of the second link could read later changes, and SQLite would overwrite the
        owner's file.
        """
        for name in (DATABASE + beside for beside in _BESIDE[1:]):
            path = self.path / name
            try:
                if path.exists() and path.stat().st_nlink > 1:
                    files.replace(path, path.read_bytes())
            except OSError as error:
                raise database_errors.os_cause(error, name) from None

    def _settle(self) -> None:
        """Finish or undo an interrupted rotation of the data key, and read the salt of the database.

        If the data key opens the new database instead of the old one, the rotation is finished. If it opens
        the old one, the new one is removed. If it opens neither, both are kept. Raise DatabaseDamaged if an
        older vault was put in the place of the new one.
        """
        try:
            if (self.path / NEXT_DATABASE).exists() and not database.opens(
                self.path / DATABASE, self.keys.database
            ):
                self._finish_rotation()
            else:
                self.discard_next()
        except OSError as error:
            raise database_errors.os_cause(error, self.path.name) from None
        self._salt = database.read_salt(self.path / DATABASE)

    def _finish_rotation(self) -> None:
        if not database.opens(self.path / NEXT_DATABASE, self.keys.database):
            return
        # Only the maker of the next database knew which database it replaces. Otherwise an older database and
        # keys.bin, put back under the names of a rotation, would replace the newer ones for good.
        head = self._head_in(NEXT_HEAD, database.read_salt(self.path / DATABASE))
        if head is None:
            raise DatabaseDamaged(
                why=Translatable("an older keys.bin and database were put in; nothing was deleted")
            )
        self.write_head(head)
        files.sync_folder(self.path)  # the new keys.bin must be on the disk before the old database goes
        for beside in _BESIDE[1:]:  # files of the old database, whose names the new one gets
            (self.path / (DATABASE + beside)).unlink(missing_ok=True)
        files.sync_folder(self.path)
        (self.path / NEXT_DATABASE).replace(self.path / DATABASE)
        files.sync_folder(self.path)
        self.discard_next()
        files.sync_folder(self.path)

    @classmethod
    def unnamed(cls, path: Path, keys: VaultKeys) -> Self:
        """Return a vault without a lock, in a folder that no other process knows; raise DatabaseDamaged."""
        vault_folder = cls(path, keys, -1)
        vault_folder._salt = database.read_salt(path / DATABASE)
        return vault_folder

    def copy_database(self, db: Connection, target: Path, job: Job) -> Connection:
        """Write a compact copy of an open database under the same key; return a connection to the copy.

        The steps of `job` are bytes. Raise DiskFull, DatabaseDamaged; after an error or a cancellation, an
        incomplete copy may remain.
        """
        files.create(target, b"")
        total = database.size(db)
        database.vacuum_into(db, target, lambda: job.step(min(target.stat().st_size, total), total))
        return database.connect(target, self.keys.database, self._salt)

    def connect(self, *, read_only: bool = False) -> Connection:
        """Open a connection for the calling thread."""
        return database.connect(
            self.path / DATABASE,
            self.keys.database,
            self._salt,
            read_only=read_only,
            untouched=self.is_untouched,
        )

    def waiting(self) -> str | None:
        """Return the name of the file beside the database that holds the last changes before a kill, or None
        if there is no such file.
        """
        for name in (LOG, NEXT_DATABASE, NEXT_HEAD):
            path = self.path / name
            if path.is_file() and path.stat().st_size > 0:
                return name
        return None

    def store(self, db: Connection, vault_id: bytes, on_commit: Callable[[Head], None]) -> Store:
        """Return the store for a connection; raise VaultFilesMissing when the history key is gone."""
        with database_errors.translated():
            row = db.execute("SELECT value FROM setting WHERE name = 'history_key'").fetchone()
        if row is None:
            raise VaultFilesMissing(path=Translatable("the history key"))
        return Store(db, bytes.fromhex(row[0]), Blobs(db, self.path, vault_id, self.keys.evidence), on_commit)

    def release(self) -> None:
        """Release the lock, so that others can open the vault. All connections must be closed before."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def read_head(self) -> Head | None:
        """Return the content of head.bin, or None if it is missing, unreadable or without a valid MAC."""
        return self._head_in(HEAD)

    def _head_in(self, name: str, replaced: bytes = b"") -> Head | None:
        try:
            with files.open_regular(self.path / name) as file:
                raw = file.read(_HEAD_BYTES + 1)
        except OSError:
            return None
        if len(raw) != _HEAD_BYTES or not raw.startswith(_HEAD_MAGIC):
            return None
        if not hmac.compare_digest(kdf.hmac_sha256(self.keys.head, raw[:48] + replaced), raw[48:]):
            return None
        return Head(struct.unpack_from("<Q", raw, 8)[0], raw[16:48])

    def head_bytes(self) -> bytes:
        """Return the bytes of head.bin, valid or not; zeros fill up what is missing."""
        try:
            with files.open_regular(self.path / HEAD) as file:
                return file.read(_HEAD_BYTES).ljust(_HEAD_BYTES, b"\0")
        except OSError:
            return bytes(_HEAD_BYTES)

    def write_head(self, head: Head) -> None:
        """Replace head.bin; raise OSError if the disk does not accept it."""
        files.replace(self.path / HEAD, _head_bytes(self.keys.head, head))


def _require_names_free(folder: Path) -> None:
    """Raise NameTaken if a vault file is no regular file, or the evidence folder no folder.

    On a pipe in place of a file SQLite would wait for ever; with a folder there, every change would fail.
    """
    for name in _FILES:
        with suppress(FileNotFoundError):
            if not stat.S_ISREG((folder / name).lstat().st_mode):
                raise NameTaken(path=name)
    with suppress(FileNotFoundError):
        if not stat.S_ISDIR((folder / EVIDENCE).lstat().st_mode):
            raise NameTaken(path=EVIDENCE)


def read_keys(path: Path) -> bytes:
    """Return the bytes of keys.bin; raise NotAVault, VaultFilesMissing, VaultHeaderDamaged, VaultReadOnly."""
    try:
        is_vault = (path / DATABASE).exists()
        with files.open_regular(path / KEYS) as file:
            data = file.read(keyslots.SIZE + 1)
    except FileNotFoundError:
        if is_vault:
            raise VaultFilesMissing(path=KEYS) from None
        raise NotAVault(path=path) from None
    except NotADirectoryError:
        raise NotAVault(path=path) from None
    except OSError as error:
        if error.errno in (errno.EINVAL, errno.ELOOP):
            raise VaultHeaderDamaged(why=Translatable("it is not a file")) from None
        raise database_errors.os_cause(error, KEYS) from None
    if is_vault and not data.startswith(keyslots.MAGIC):
        raise VaultHeaderDamaged(why=Translatable("it does not begin as keys.bin does"))
    return data


def keys_have_another_name(path: Path) -> bool:
    """Tell whether keys.bin is a link or has a second name: a new keys.bin would leave the old keys there."""
    try:
        status = (path / KEYS).lstat()
    except OSError:
        return False
    return stat.S_ISLNK(status.st_mode) or status.st_nlink > 1


def write_keys(path: Path, keys_bin: bytes) -> None:
    """Replace keys.bin: after a kill there is either the old or the new one.

    The old content is overwritten. Otherwise anybody who knows the former passphrase could recover the old
    file from free blocks of the disk, and with it the former data key.
    """
    try:
        files.replace(path / KEYS, keys_bin, erase=True)
    except OSError as error:
        raise database_errors.os_cause(error, KEYS) from None


def _head_bytes(key: bytes, head: Head, replaced: bytes = b"") -> bytes:
    """Return the bytes of a head, with their MAC. In the head of a database that will replace another,
    the MAC also covers `replaced`, the salt of the other database.
    """
    body = _HEAD_MAGIC + struct.pack("<Q", head.number) + head.mac
    return body + kdf.hmac_sha256(key, body + replaced)


def head_agrees(written: Head | None, of_database: Callable[[int], Head | None], last: Head) -> str | None:
    """Compare head.bin with the chain; return None if they agree, otherwise a possible reason in words.

    A kill leaves a database ahead of head.bin; any other difference means that an older copy was put back.
    """
    if written is None:
        return Translatable("head.bin is missing or damaged")
    if written.number > last.number:
        return Translatable(
            "the database ends at {0}, head.bin at {1}: an older database was put back",
            last.number,
            written.number,
        )
    head = of_database(written.number)
    if head is None or not hmac.compare_digest(head.mac, written.mac):
        return Translatable(
            "head.bin and the history of the database differ: one of them was put back or altered"
        )
    return None


def generation_agrees(of_keys: int, of_database: int) -> str | None:
    """Compare the generations of keys.bin and the database; return None if they agree, otherwise the meaning
    of the difference. A kill leaves keys.bin one ahead.
    """
    if of_keys in (of_database, of_database + 1):
        return None
    return Translatable(
        "keys.bin is of generation {0}, the database knows {1}: an older one was put back",
        of_keys,
        of_database,
    )
