"""A backup: one file, an uncompressed tar of a vault, which `tar x` makes a vault folder of.

    vault.hrdv/  keys.bin  head.bin  db.sqlite  att/xx/<32 hex> ...

All of it is sealed already, so that nothing is sealed once more. The database is a copy of its own, which
carries a mark (`store.copies`). Headers are those of `store.ustar` and nothing else: what is read has the
names of above, in this order and each once, so no name can lead elsewhere.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Protocol, TypeVar

from hrddesk import files
from hrddesk.crypto import keyslots
from hrddesk.errors import (
    BackupDamaged,
    DatabaseDamaged,
    EvidenceDamaged,
    FileUnreadable,
    HrdDeskError,
    NameTaken,
    NotABackup,
    VaultFilesMissing,
)
from hrddesk.jobs import Job
from hrddesk.store import check as checking
from hrddesk.store import copies, database, schema, ustar, vault
from hrddesk.store.blobs import Blob, Blobs
from hrddesk.store.check import CheckReport, Damage
from hrddesk.store.database import translated
from hrddesk.store.store import Store
from hrddesk.store.vault import VaultFolder, VaultKeys

FOLDER: Final = "vault.hrdv/"
SUFFIX: Final = ".tar"
WORK: Final = "copy"
"""The folder within a vault where a copy of the database lies while a backup is made or tried."""

Answer = TypeVar("Answer")

_HEAD_BYTES: Final = 80
_COPY: Final = 1 << 20
_BEGINNING: Final = ustar.header(FOLDER, 0, folder=True) + ustar.header(FOLDER + vault.KEYS, keyslots.SIZE)
BEGINNING: Final = len(_BEGINNING) + keyslots.SIZE
"""So many bytes tell which vault a backup is of."""
_ATTACHED: Final = re.compile(re.escape(FOLDER + vault.EVIDENCE) + r"/([0-9a-f]{2})/(\1[0-9a-f]{30})")


class Target(Protocol):
    """What takes all bytes or raises."""

    def write(self, data: bytes, /) -> object:
        """Take all bytes."""


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in a backup, all of it read: its vault, what a check of it says, its size and SHA-256."""

    vault_id: bytes
    report: CheckReport
    size: int
    sha256: str


class Vault(Protocol):
    """The open vault that is backed up."""

    store: Store

    @property
    def held(self) -> VaultFolder:
        """Its folder."""


@contextmanager
def work_folder(folder: Path) -> Iterator[Path]:
    """Yield an empty folder within a vault, for sealed copies only; it is gone at the end.

    Raise DiskFull, VaultReadOnly, NameTaken.
    """
    sweep(folder)
    work = folder / WORK
    try:
        work.mkdir(mode=0o700)
    except FileExistsError:
        raise NameTaken(path=WORK) from None
    except OSError as error:
        raise database.os_cause(error, WORK) from None
    try:
        yield work
    finally:
        sweep(folder)


def sweep(folder: Path) -> None:
    """Remove what a killed backup left within the vault."""
    work = folder / WORK
    if work.is_dir():  # it would wait for a pipe of that name
        shutil.rmtree(work, ignore_errors=True)


# --- writing --------------------------------------------------------------------------------------------


def write(opened: Vault, target: Target, job: Job) -> tuple[int, str]:
    """Write a backup of an open vault; return its size in bytes and its SHA-256. Steps are in bytes.

    Evidence that cannot be read is left out or filled with zeros: reading the backup tells of it. Raise
    DiskFull, DatabaseDamaged, VaultReadOnly, and OSError for what `target` does not take.
    """
    held, store = opened.held, opened.store
    keys_bin = vault.read_keys(held.path)
    sealed = store.blobs.sealed()
    expected = database.size(store.db)
    total = 2 * expected + sum(map(_size_within, sealed))
    with work_folder(held.path) as work:
        copy = work / vault.DATABASE
        _copy_database(held, store, copy, Job(lambda done, _: job.step(done, total)))
        sink = _Writing(target, lambda done: job.step(min(expected + done, total), total))
        sink.put(ustar.header(FOLDER, 0, folder=True))
        _add(sink, FOLDER + vault.KEYS, len(keys_bin), iter([keys_bin]))
        head = held.head_bytes()
        _add(sink, FOLDER + vault.HEAD, len(head), iter([head]))
        with copy.open("rb") as file:
            _add(sink, FOLDER + vault.DATABASE, copy.stat().st_size, _pieces(file))
    for blob in sealed:
        _add_evidence(sink, store.blobs, blob)
    sink.put(bytes(2 * ustar.BLOCK))
    return sink.size, sink.digest.hexdigest()


def _copy_database(held: VaultFolder, store: Store, copy: Path, job: Job) -> None:
    try:
        db = held.copy_database(store.db, copy, job)
    except OSError as error:
        raise database.os_cause(error, vault.DATABASE) from None
    try:
        with translated(db):
            copies.mark(db)
    finally:
        db.close()


def _add(sink: "_Writing", name: str, size: int, pieces: Iterator[bytes]) -> None:
    sink.put(ustar.header(name, size))
    left = size
    for piece in pieces:
        sink.put(piece[:left])
        left -= len(piece[:left])
    while left:  # a file that cannot be read to its end: what was promised must follow
        zeros = bytes(min(left, _COPY))
        sink.put(zeros)
        left -= len(zeros)
    sink.put(bytes(ustar.padding(size)))


def _add_evidence(sink: "_Writing", blobs: Blobs, blob: Blob) -> None:
    path = blobs.path_of(blob)
    try:
        file = files.open_regular(path)
    except OSError:
        return  # missing, or no file: the check of what was written says so
    with file:
        size = os.fstat(file.fileno()).st_size
        _add(sink, FOLDER + f"{vault.EVIDENCE}/{path.parent.name}/{path.name}", size, _readable(file))


def _readable(file: BinaryIO) -> Iterator[bytes]:
    with suppress(OSError):  # a bad block: the rest of the vault is worth keeping
        yield from _pieces(file)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(_COPY):
        yield piece


def _size_within(blob: Blob) -> int:
    return blob.size + 2 * ustar.BLOCK


class _Writing:
    """Hashes and counts what goes out."""

    def __init__(self, target: Target, step: Callable[[int], None]) -> None:
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
    """Return the id of the vault that the first bytes of a file are a backup of; "" for anything else."""
    head, keys_bin = beginning[: len(_BEGINNING)], beginning[len(_BEGINNING) :]
    if head != _BEGINNING or len(keys_bin) != keyslots.SIZE:
        return ""
    try:
        return keyslots.parse(keys_bin).vault_id.hex()
    except HrdDeskError:
        return ""


# --- reading --------------------------------------------------------------------------------------------


def read(
    source: BinaryIO,
    name: str,
    keys_of: Callable[[bytes], VaultKeys],
    folder: Path,
    job: Job,
    *,
    keep_evidence: bool,
) -> Found:
    """Read a backup to its end and check all that is in it; `folder` gets database and head.

    `keys_of` is given keys.bin and returns the keys, or raises. With `keep_evidence` the folder becomes the
    vault, with keys.bin; without, evidence is only proven, and takes no room. All that is kept is on the disk
    at the end. Steps are in bytes. What is wrong with evidence, records or pages is in the report. Raise
    NotABackup, BackupDamaged for anything that is not in the form of above, FileUnreadable for the medium
    that is read, VaultTooNew, and OSError for the one that is written.
    """
    archive = _Reading(source, name, job)
    keys_bin = archive.begin()
    keys = keys_of(keys_bin)
    slots = keyslots.parse(keys_bin)
    if keep_evidence:  # else it would only lie in free blocks of the disk, after the keys were renewed too
        files.create(folder / vault.KEYS, keys_bin)
    files.create(folder / vault.HEAD, archive.file(FOLDER + vault.HEAD, _HEAD_BYTES))
    size = archive.enter(FOLDER + vault.DATABASE)
    _keep(archive.pieces(size), folder / vault.DATABASE)
    try:
        copy = VaultFolder.unnamed(folder, keys)
        found = _check(copy, slots, archive, keep_evidence=keep_evidence)
    except (DatabaseDamaged, VaultFilesMissing) as error:
        why = error.details.get("why", "the history key is missing")
        raise BackupDamaged(why=f"its database: {why}") from None
    return Found(slots.vault_id, found, archive.size, archive.digest.hexdigest())


def _check(
    copy: VaultFolder, slots: keyslots.KeySlots, archive: "_Reading", *, keep_evidence: bool
) -> CheckReport:
    def connect() -> Store:
        return copy.store(copy.connect(read_only=True), slots.vault_id, lambda _: None)

    store = connect()
    try:
        with translated():
            schema.check_version(store.db)
            alarms = [
                words
                for words in (
                    vault.head_agrees(copy.read_head(), store.history.head_at, store.history.head()),
                    vault.generation_agrees(slots.generation, int(store.setting("generation") or 0)),
                )
                if words is not None
            ]
            damage = _evidence(store.blobs, archive, keep=keep_evidence)
    finally:
        store.close()
    report = checking.check(connect, alarms, archive.job, with_evidence=False)
    return CheckReport(report.counts, report.head, report.damage + damage)


def _evidence(blobs: Blobs, archive: "_Reading", *, keep: bool) -> list[Damage]:
    """Read all evidence that follows in the archive, prove it, and keep it where the vault has it."""
    damage = []
    following = archive.next_name()
    for blob in blobs.sealed():
        path = blobs.path_of(blob)
        name = FOLDER + f"{vault.EVIDENCE}/{path.parent.name}/{path.name}"
        ref = blob.sha256[:12]
        if following != name:
            damage.append(Damage("evidence", ref, f"evidence {ref} is missing or damaged"))
            continue
        if keep:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_whole(blobs, blob, archive.pieces(archive.enter(name)), path if keep else None):
            damage.append(Damage("evidence", ref, f"evidence {ref} is missing or damaged"))
        if keep:
            files.sync_folder(path.parent)
        following = archive.next_name()
    archive.finish()
    return damage


def _is_whole(blobs: Blobs, blob: Blob, pieces: Iterator[bytes], kept: Path | None) -> bool:
    """Read one sealed file to its end, keep it as it is, and tell whether it is what its row says."""
    passing = _Passing(pieces)
    proof = hashlib.sha256()

    def prove() -> bool:
        try:
            for chunk in blobs.chunks_in(blob, passing):
                proof.update(chunk)
        except EvidenceDamaged:
            return False
        return proof.hexdigest() == blob.sha256

    if kept is None:
        whole = prove()
        passing.drain()
        return whole
    with open(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123
        passing.also = file
        whole = prove()
        passing.drain()
        file.flush()
        os.fsync(file.fileno())
    return whole


def _keep(pieces: Iterator[bytes], path: Path) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


class _Passing:
    """Pieces as a stream for who decrypts them, which may also be written down as they are."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = b""
        self.also: BinaryIO | None = None

    def readinto(self, buffer: memoryview, /) -> int:
        if not self._held:
            self._held = self._next()
        part = self._held[: len(buffer)]
        buffer[: len(part)] = part
        self._held = self._held[len(part) :]
        return len(part)

    def drain(self) -> None:
        """Read what nobody asked for."""
        while self._next():
            pass

    def _next(self) -> bytes:
        piece = next(self._pieces, b"")
        if self.also is not None:
            self.also.write(piece)
        return piece


class _Reading:
    """Reads an archive in the one form and order that there is."""

    def __init__(self, source: BinaryIO, name: str, job: Job) -> None:
        self._source = source
        self._name = name
        self._total = self._of_medium(lambda: os.fstat(source.fileno()).st_size)
        self._block = b""  # a header that was looked at and not yet taken
        self.size = 0
        self.digest = hashlib.sha256()
        self.job = Job(lambda _done, _total: job.step(self.size, self._total))

    def begin(self) -> bytes:
        """Return keys.bin; raise NotABackup for a file that does not begin as a backup does."""
        if self._total < len(_BEGINNING) or self._exactly(len(_BEGINNING)) != _BEGINNING:
            raise NotABackup(path=self._name, why="it does not begin as one")
        return b"".join(self.pieces(keyslots.SIZE))

    def file(self, name: str, size: int) -> bytes:
        """Return a small file, which must be the next and of that size."""
        if self.enter(name) != size:
            raise BackupDamaged(why=f"{name} is not of its size")
        return b"".join(self.pieces(size))

    def next_name(self) -> str:
        """Return the name of the next file, "" at the end; it must be one of evidence."""
        self._block = self._exactly(ustar.BLOCK)
        if not any(self._block):
            return ""
        name = ustar.name_in(self._block) or ""
        if not _ATTACHED.fullmatch(name):
            raise BackupDamaged(why="a name that has no place in a backup")
        return name

    def enter(self, name: str) -> int:
        """Take the header of a file, which must be `name`, and return its size in bytes."""
        block = self._block or self._exactly(ustar.BLOCK)
        self._block = b""
        size = ustar.size_in(block)
        if size is None or size > self._total - self.size:
            raise BackupDamaged(why=f"the header of {name}, or the file is cut short")
        if block != ustar.header(name, size):
            raise BackupDamaged(why=f"the header of {name}")
        return size

    def pieces(self, size: int) -> Iterator[bytes]:
        """Yield the content of the file that was entered; it must be read to its end."""
        left = size
        while left:
            piece = self._exactly(min(left, _COPY))
            left -= len(piece)
            yield piece
        if any(self._exactly(ustar.padding(size))):
            raise BackupDamaged(why="something stands behind a file")

    def finish(self) -> None:
        """Require the end: one more empty block, and nothing behind it."""
        if any(self._block) or any(self._exactly(ustar.BLOCK)):
            raise BackupDamaged(why="a file that no record knows, or one twice")
        if self.size != self._total or self._of_medium(lambda: self._source.read(1)):
            raise BackupDamaged(why="something stands behind the end")

    def _exactly(self, size: int) -> bytes:
        self.job.step(0, 0)
        data = self._of_medium(lambda: self._source.read(size)) if size else b""
        if len(data) != size:
            raise BackupDamaged(why="it ends too early")
        self.size += size
        self.digest.update(data)
        return data

    def _of_medium(self, ask: Callable[[], Answer]) -> Answer:
        try:
            return ask()
        except OSError as error:
            raise FileUnreadable(path=self._name, why=os.strerror(error.errno or 0)) from None
