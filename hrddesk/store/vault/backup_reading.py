"""The complete reading and verification of a backup, which can also restore it as a vault.

Only the exact form that `backup` writes is read: its file names, in their order and each once.
"""

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from hrddesk.crypto import keyslots
from hrddesk.errors import (
    BackupDamaged,
    BackupIsPart,
    DatabaseDamaged,
    EvidenceDamaged,
    FileUnreadable,
    NotABackup,
    VaultFilesMissing,
)
from hrddesk.errors.translatable import Translatable
from hrddesk.store.database import schema
from hrddesk.store.database.database_errors import translated
from hrddesk.store.evidence.blobs import Blob, Blobs
from hrddesk.store.records.store import Store
from hrddesk.store.vault import check, ustar
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault.backup import COPY, FOLDER, HEADERS, PART
from hrddesk.store.vault.check import CheckReport, Damage
from hrddesk.store.vault.folder import VaultFolder, VaultKeys
from hrddesk.system import files
from hrddesk.system.jobs import Job

Answer = TypeVar("Answer")

_HEAD_BYTES: Final = 80
_ATTACHED: Final = re.compile(re.escape(FOLDER + vault.EVIDENCE) + r"/([0-9a-f]{2})/(\1[0-9a-f]{30})")


@dataclass(frozen=True, slots=True)
class BackupContent:
    """The verified content of a backup: its vault, the report of a check, its size and SHA-256."""

    vault_id: bytes
    report: CheckReport
    size: int
    sha256: str


def read(
    source: BinaryIO,
    name: str,
    keys_of: Callable[[bytes], VaultKeys],
    folder: Path,
    job: Job,
    *,
    keep_evidence: bool,
) -> BackupContent:
    """Read a backup to its end and check everything in it; write its database and head into `folder`.

    `keys_of` receives the bytes of keys.bin and returns the keys, or raises. With `keep_evidence` the folder
    becomes the vault: keys.bin and the evidence are written too. Without it, evidence is only verified. All
    written files are synced at the end. The steps of `job` are bytes. Faults of evidence, records or pages
    are in the report. Raise NotABackup, BackupIsPart or BackupDamaged if the file does not have the form of a
    backup, VaultTooNew, FileUnreadable if reading fails, and OSError if writing fails.
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
        check_report = _check(copy, slots, archive, keep_evidence=keep_evidence)
    except (DatabaseDamaged, VaultFilesMissing) as error:
        why = error.details.get("why", Translatable("the history key is missing"))
        raise BackupDamaged(why=Translatable("its database: {0}", why)) from None
    return BackupContent(slots.vault_id, check_report, archive.size, archive.digest.hexdigest())


def _check(
    copy: VaultFolder, slots: keyslots.KeySlots, archive: "_Reading", *, keep_evidence: bool
) -> CheckReport:
    def connect() -> Store:
        return copy.store(copy.connect(read_only=True), slots.vault_id, lambda _: None)

    store = connect()
    try:
        with translated():
            schema.check_version(store.db)
            schema.load_dictionaries(store.db)
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
    report = check.check(connect, alarms, archive.job, with_evidence=False)
    return CheckReport(report.counts, report.head, report.damage + damage)


def _evidence(blobs: Blobs, archive: "_Reading", *, keep: bool) -> list[Damage]:
    """Read and verify the rest of the archive, which is evidence; return what is missing or damaged.

    If `keep` is set, write each file to its place in the vault.
    """
    damage = []
    following = archive.next_name()
    for blob in blobs.sealed():
        path = blobs.path_of(blob)
        name = FOLDER + f"{vault.EVIDENCE}/{path.parent.name}/{path.name}"
        ref = blob.sha256[:12]
        if following != name:
            damage.append(Damage("evidence", ref, Translatable("evidence {0} is missing or damaged", ref)))
            continue
        if keep:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_whole(blobs, blob, archive.pieces(archive.enter(name)), path if keep else None):
            damage.append(Damage("evidence", ref, Translatable("evidence {0} is missing or damaged", ref)))
        if keep:
            files.sync_folder(path.parent)
        following = archive.next_name()
    archive.finish()
    return damage


def _is_whole(blobs: Blobs, blob: Blob, pieces: Iterator[bytes], target: Path | None) -> bool:
    """Read one sealed file to its end and tell whether its content has the hash in the database.

    If `target` is given, write the sealed bytes unchanged to this new file.
    """
    passing = _Passing(pieces)
    proof = hashlib.sha256()

    def prove() -> bool:
        try:
            for chunk in blobs.chunks_in(blob, passing):
                proof.update(chunk)
        except EvidenceDamaged:
            return False
        return proof.hexdigest() == blob.sha256

    if target is None:
        is_proven = prove()
        passing.drain()
        return is_proven
    with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123  (a descriptor)
        passing.also = file
        is_proven = prove()
        passing.drain()
        file.flush()
        os.fsync(file.fileno())
    return is_proven


def _keep(pieces: Iterator[bytes], path: Path) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123  (a descriptor)
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


class _Passing:
    """A stream of encrypted pieces to be decrypted, which also copies them unchanged into the file `also`."""

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
        """Read the remaining pieces, so that all are copied."""
        while self._next():
            pass

    def _next(self) -> bytes:
        piece = next(self._pieces, b"")
        if self.also is not None:
            self.also.write(piece)
        return piece


class _Reading:
    """The reader of an archive, which accepts one form and order only."""

    def __init__(self, source: BinaryIO, name: str, job: Job) -> None:
        self._source = source
        self._name = name
        self._total = self._of_medium(lambda: os.fstat(source.fileno()).st_size)
        self._block = b""  # a header that was looked at and not yet taken
        self.size = 0
        self.digest = hashlib.sha256()
        self.job = Job(lambda _done, _total: job.step(self.size, self._total))

    def begin(self) -> bytes:
        """Return keys.bin; raise NotABackup, or BackupIsPart if the file is only a part of a backup."""
        if self._total < len(HEADERS):
            raise NotABackup(path=self._name, why=Translatable("it does not begin as one"))
        beginning = self._exactly(len(HEADERS))
        if beginning.startswith(PART):
            raise BackupIsPart(path=self._name)
        if beginning != HEADERS:
            raise NotABackup(path=self._name, why=Translatable("it does not begin as one"))
        return b"".join(self.pieces(keyslots.SIZE))

    def file(self, name: str, size: int) -> bytes:
        """Return the content of the next file; raise BackupDamaged unless it has this name and size."""
        if self.enter(name) != size:
            raise BackupDamaged(why=Translatable("{0} is not of its size", name))
        return b"".join(self.pieces(size))

    def next_name(self) -> str:
        """Return the name of the next evidence file, "" at the end; raise BackupDamaged for another name."""
        self._block = self._exactly(ustar.BLOCK)
        if not any(self._block):
            return ""
        name = ustar.name_in(self._block) or ""
        if not _ATTACHED.fullmatch(name):
            raise BackupDamaged(why=Translatable("a name that has no place in a backup"))
        return name

    def enter(self, name: str) -> int:
        """Read the header of a file, which must be `name`, and return its size in bytes."""
        block = self._block or self._exactly(ustar.BLOCK)
        self._block = b""
        size = ustar.size_in(block)
        if size is None or size > self._total - self.size:
            raise BackupDamaged(why=Translatable("the header of {0}, or the file is cut short", name))
        if block != ustar.header(name, size):
            raise BackupDamaged(why=Translatable("the header of {0}", name))
        return size

    def pieces(self, size: int) -> Iterator[bytes]:
        """Yield the content of the file whose header `enter` read; the caller must read to the end."""
        remaining = size
        while remaining:
            piece = self._exactly(min(remaining, COPY))
            remaining -= len(piece)
            yield piece
        if any(self._exactly(ustar.padding(size))):
            raise BackupDamaged(why=Translatable("something stands behind a file"))

    def finish(self) -> None:
        """Raise BackupDamaged unless the archive ends here: one more empty block, and nothing after it."""
        if any(self._block) or any(self._exactly(ustar.BLOCK)):
            raise BackupDamaged(why=Translatable("a file that no record knows, or one twice"))
        if self.size != self._total or self._of_medium(lambda: self._source.read(1)):
            raise BackupDamaged(why=Translatable("something stands behind the end"))

    def _exactly(self, size: int) -> bytes:
        self.job.step(0, 0)
        data = self._of_medium(lambda: self._source.read(size)) if size else b""
        if len(data) != size:
            raise BackupDamaged(why=Translatable("it ends too early"))
        self.size += size
        self.digest.update(data)
        return data

    def _of_medium(self, ask: Callable[[], Answer]) -> Answer:
        try:
            return ask()
        except OSError as error:
            raise FileUnreadable(path=self._name, why=os.strerror(error.errno or 0)) from None
