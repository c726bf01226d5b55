"""A backup: an uncompressed tar file of a vault, from which `tar x` makes a vault folder.

    vault.hrdv/  keys.bin  head.bin  db.sqlite  att/xx/<32 hex> ...

All files are encrypted already, so the backup adds no encryption. The database is a new copy that contains a
marker (`backup_list`). All headers are those of `ustar`. A reader accepts only the names above, each once and
in this order, so no name can lead outside the folder.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from hrddesk.crypto import keyslots
from hrddesk.errors import (
    HrdDeskError,
    NameTaken,
)
from hrddesk.store.database import connection, database_errors
from hrddesk.store.database.database_errors import translated
from hrddesk.store.evidence.blobs import Blob, Blobs
from hrddesk.store.records.store import Store
from hrddesk.store.vault import backup_list, ustar
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault.folder import VaultFolder
from hrddesk.system import files
from hrddesk.system.jobs import Job

FOLDER: Final = "vault.hrdv/"
SUFFIX: Final = ".tar"
WORK: Final = "copy"
"""The folder within a vault for a copy of the database while a backup is made or tried."""

COPY: Final = 1 << 20
"""Bytes that are read or written at once."""
HEADERS: Final = ustar.header(FOLDER, 0, folder=True) + ustar.header(FOLDER + vault.KEYS, keyslots.SIZE)
"""The first bytes of every backup, before keys.bin."""
PART: Final = ustar.header("changes.hrdv/", 0, folder=True)
"""The first bytes of a file that continues a backup with later changes; a later version writes such sets."""
BEGINNING: Final = len(HEADERS) + keyslots.SIZE
"""The number of bytes that identify the vault of a backup."""


class BackupTarget(Protocol):
    """The output of a backup, such as a file; a write that is not complete raises an exception."""

    def write(self, data: bytes, /) -> object:
        """Write all of `data`, or raise an exception."""


class Vault(Protocol):
    """The open vault that is backed up."""

    store: Store

    @property
    def held(self) -> VaultFolder:
        """The folder of the vault."""


@contextmanager
def work_folder(folder: Path) -> Iterator[Path]:
    """Yield an empty folder within a vault, for sealed copies only; the folder is removed at the end.

    Raise DiskFull, VaultReadOnly, NameTaken.
    """
    sweep(folder)
    work = folder / WORK
    try:
        work.mkdir(mode=0o700)
    except FileExistsError:
        raise NameTaken(path=WORK) from None
    except OSError as error:
        raise database_errors.os_cause(error, WORK) from None
    try:
        yield work
    finally:
        sweep(folder)


def sweep(folder: Path) -> None:
    """Remove the files that a killed backup left within the vault."""
    work = folder / WORK
    if work.is_dir():  # it would wait for a pipe of that name
        shutil.rmtree(work, ignore_errors=True)


def write(opened: Vault, target: BackupTarget, job: Job) -> tuple[int, str]:
    """Write a backup of an open vault; return its size in bytes and its SHA-256. The steps of `job` are
    bytes.

    Unreadable evidence is left out or filled with zeros; reading the backup reports it. Raise DiskFull,
    DatabaseDamaged, VaultReadOnly, and OSError if `target` does not accept the bytes.
    """
    vault_folder, store = opened.held, opened.store
    keys_bin = vault.read_keys(vault_folder.path)
    sealed = store.blobs.sealed()
    expected = connection.size(store.db)
    total = 2 * expected + sum(map(_size_within, sealed))
    with work_folder(vault_folder.path) as work:
        copy = work / vault.DATABASE
        _copy_database(vault_folder, store, copy, Job(lambda done, _: job.step(done, total)))
        sink = _Writing(target, lambda done: job.step(min(expected + done, total), total))
        sink.put(ustar.header(FOLDER, 0, folder=True))
        _add(sink, FOLDER + vault.KEYS, len(keys_bin), iter([keys_bin]))
        head = vault_folder.head_bytes()
        _add(sink, FOLDER + vault.HEAD, len(head), iter([head]))
        with copy.open("rb") as file:
            _add(sink, FOLDER + vault.DATABASE, copy.stat().st_size, _pieces(file))
    for blob in sealed:
        _add_evidence(sink, store.blobs, blob)
    sink.put(bytes(2 * ustar.BLOCK))
    return sink.size, sink.digest.hexdigest()


def _copy_database(vault_folder: VaultFolder, store: Store, copy: Path, job: Job) -> None:
    try:
        db = vault_folder.copy_database(store.db, copy, job)
    except OSError as error:
        raise database_errors.os_cause(error, vault.DATABASE) from None
    try:
        with translated(db):
            backup_list.mark(db)
    finally:
        db.close()


def _add(sink: "_Writing", name: str, size: int, pieces: Iterator[bytes]) -> None:
    sink.put(ustar.header(name, size))
    remaining = size
    for piece in pieces:
        sink.put(piece[:remaining])
        remaining -= len(piece[:remaining])
    while remaining:  # the file cannot be read to its end, but its header promised this size
        zeros = bytes(min(remaining, COPY))
        sink.put(zeros)
        remaining -= len(zeros)
    sink.put(bytes(ustar.padding(size)))


def _add_evidence(sink: "_Writing", blobs: Blobs, blob: Blob) -> None:
    path = blobs.path_of(blob)
    try:
        file = files.open_regular(path)
    except OSError:
        return  # missing, or not a file: the check of the written backup reports it
    with file:
        size = os.fstat(file.fileno()).st_size
        _add(sink, FOLDER + f"{vault.EVIDENCE}/{path.parent.name}/{path.name}", size, _readable(file))


def _readable(file: BinaryIO) -> Iterator[bytes]:
    with suppress(OSError):  # a bad block: the rest of the vault is worth keeping
        yield from _pieces(file)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(COPY):
        yield piece


def _size_within(blob: Blob) -> int:
    return blob.size + 2 * ustar.BLOCK


class _Writing:
    """The output of a backup, which hashes and counts the written bytes."""

    def __init__(self, target: BackupTarget, step: Callable[[int], None]) -> None:
        self._target = target
        self._step = step
        self.digest = hashlib.sha256()
        self.size = 0

    def put(self, data: bytes) -> None:
        self._target.write(data)
        self.digest.update(data)
        self.size += len(data)
        self._step(self.size)


def vault_of(beginning: bytes) -> str:
    """Return the id of the vault whose backup begins with these bytes, or "" if they are not of a backup."""
    head, keys_bin = beginning[: len(HEADERS)], beginning[len(HEADERS) :]
    if head != HEADERS or len(keys_bin) != keyslots.SIZE:
        return ""
    try:
        return keyslots.parse(keys_bin).vault_id.hex()
    except HrdDeskError:
        return ""
