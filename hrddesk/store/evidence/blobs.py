"""Evidence files by hash: small files in the database, larger ones encrypted in att/, each under its own
key.
"""

import hashlib
import os
import secrets
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, Protocol

from hrddesk.crypto import evidence_stream
from hrddesk.errors import EvidenceDamaged, EvidenceMissing
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import os_cause, translated
from hrddesk.system import files
from hrddesk.system.jobs import Job

SMALL: Final = 64 * 1024
"""The largest size, in bytes, of a file that is stored in the database."""


class ContentSource(Protocol):
    """The source of the content to seal: an open file, or a file within a bundle."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes; return no bytes only at the end."""


class ContentTarget(Protocol):
    """The destination of content. `write` writes all bytes or raises an error, and keeps no reference to
    `data`.
    """

    def write(self, data: memoryview, /) -> object:
        """Write all bytes."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A sealed evidence file, whether or not the database has a row for it.

    For a small file, `content` has the bytes, and `file_id` and `wrapped_key` are None.
    """

    sha256: str
    size: int
    file_id: str | None
    wrapped_key: bytes | None
    content: bytes | None


class Blobs:
    """The evidence files of an open vault. `key` wraps the keys of the files."""

    def __init__(self, db: Connection, folder: Path, vault_id: bytes, key: bytes) -> None:
        self._db = db
        self._folder = folder
        self._vault_id = vault_id
        self._key = key

    def seal(self, source: ContentSource, job: Job) -> Blob:
        """Read a file to its end and seal it; the sealed file is synced before this returns.

        The steps of `job` are bytes. Raise DiskFull or WriteFailed; after an error or a cancellation no file
        remains.
        """
        head = source.read(SMALL + 1)
        if len(head) <= SMALL:
            return Blob(hashlib.sha256(head).hexdigest(), len(head), None, None, head)
        file_id, file_key = secrets.token_bytes(16), secrets.token_bytes(32)
        target = self._path(file_id.hex())
        try:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123  (a descriptor, no path)
                stream = _Rejoined(head, source)
                with files.Ahead(file) as ahead:
                    sealed = evidence_stream.seal(stream, ahead, file_key, self._vault_id, file_id, job)
                file.flush()
                os.fsync(file.fileno())
            for folder in (target.parent, target.parent.parent):
                files.sync_folder(folder)
        except OSError as error:
            target.unlink(missing_ok=True)
            raise os_cause(error, target.name) from None
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        wrapped = evidence_stream.wrap_key(self._key, file_key, self._vault_id + file_id)
        return Blob(sealed.sha256.hex(), sealed.size, file_id.hex(), wrapped, None)

    def keep(self, blob: Blob) -> None:
        """Enter a sealed file in the database, in the caller's transaction.

        If the vault already has the content, discard the sealed file instead.
        """
        if self.known(blob.sha256):
            self.discard(blob)
            return
        self._db.execute(
            "INSERT INTO blob (sha256, size, file_id, wrapped_key, content) VALUES (?,?,?,?,?)",
            (blob.sha256, blob.size, blob.file_id, blob.wrapped_key, blob.content),
        )

    def discard(self, blob: Blob) -> None:
        """Remove a sealed file that no row refers to.

        A file that a row refers to stays, since an interruption may arrive just after the commit.
        """
        if blob.file_id is not None and not self.keeps(blob):
            self._path(blob.file_id).unlink(missing_ok=True)

    def keeps(self, blob: Blob) -> bool:
        """Tell whether a row refers to this sealed file, not merely to another file with the same content."""
        row = self._db.execute("SELECT file_id FROM blob WHERE sha256 = ?", (blob.sha256,)).fetchone()
        return row is not None and row[0] == blob.file_id

    def known(self, sha256: str) -> bool:
        """Tell whether the vault holds this content."""
        return self._db.execute("SELECT 1 FROM blob WHERE sha256 = ?", (sha256,)).fetchone() is not None

    def hashes(self) -> list[str]:
        """Return the SHA-256 of every file that the vault holds, sorted."""
        return [str(row[0]) for row in self._db.execute("SELECT sha256 FROM blob ORDER BY sha256")]

    def size(self, sha256: str) -> int:
        """Return the size of a content in bytes; raise EvidenceMissing if the vault does not have it."""
        return self._blob(sha256).size

    def chunks(self, sha256: str) -> Iterator[bytes]:
        """Yield the content with this hash; raise EvidenceMissing, or EvidenceDamaged if it fails
        verification.
        """
        yield from self.chunks_of(self._blob(sha256))

    def chunks_of(self, blob: Blob) -> Iterator[bytes]:
        """Yield the content of a sealed file, even if the database has no row for it; raise the errors of
        `chunks`.
        """
        for view in self._views_of(blob):
            yield bytes(view)

    def _views_of(
        self, blob: Blob, digest: "hashlib._Hash | None" = None
    ) -> Generator[memoryview, None, None]:
        """Yield the content as views; a view becomes invalid when the second view after it is requested.

        `digest` is updated with the yielded bytes.
        """
        ref = blob.sha256[:12]
        if blob.content is not None:
            if hashlib.sha256(blob.content).hexdigest() != blob.sha256:
                raise EvidenceDamaged(ref=ref)
            if digest is not None:
                digest.update(blob.content)
            yield memoryview(blob.content)
            return
        try:
            with files.open_regular(self.path_of(blob)) as file:
                yield from self._views_in(blob, file, digest)
        except FileNotFoundError:
            raise EvidenceMissing(ref=ref) from None
        except OSError:  # a bad block, or something that is not a file lies there
            raise EvidenceDamaged(ref=ref) from None

    def chunks_in(self, blob: Blob, sealed: evidence_stream.ByteSource) -> Iterator[bytes]:
        """Yield the content of a sealed file, read from the stream `sealed`; raise EvidenceDamaged."""
        for view in self._views_in(blob, sealed):
            yield bytes(view)

    def _views_in(
        self, blob: Blob, sealed: evidence_stream.ByteSource, digest: "hashlib._Hash | None" = None
    ) -> Generator[memoryview, None, None]:
        assert blob.file_id is not None
        assert blob.wrapped_key is not None
        raw_id = bytes.fromhex(blob.file_id)
        try:
            file_key = evidence_stream.unwrap_key(self._key, bytes(blob.wrapped_key), self._vault_id + raw_id)
        except evidence_stream.SealBroken:
            raise EvidenceDamaged(ref=blob.sha256[:12]) from None
        yield from evidence_stream.read_views(
            sealed, file_key, self._vault_id, raw_id, blob.size, digest=digest
        )

    def sealed(self) -> list[Blob]:
        """Return the files that should be in att/ according to the database, sorted by file id.

        The files of reviews are included.
        """
        rows = self._db.execute(
            "SELECT sha256, size, file_id, wrapped_key FROM blob WHERE file_id IS NOT NULL UNION"
            " SELECT sha256, size, file_id, wrapped_key FROM staged_blob WHERE file_id IS NOT NULL"
            " ORDER BY file_id"
        )
        return [Blob(row[0], row[1], row[2], row[3], None) for row in rows]

    def path_of(self, blob: Blob) -> Path:
        """Return the path of a sealed file."""
        assert blob.file_id is not None
        return self._path(blob.file_id)

    def read_into(self, sha256: str, target: ContentTarget, job: Job) -> None:
        """Write the content to `target` and verify its hash. The steps of `job` are bytes.

        Raise EvidenceMissing, EvidenceDamaged and any error of `target`.
        """
        blob = self._blob(sha256)
        done, running = 0, hashlib.sha256()
        with closing(self._views_of(blob, running)) as views:
            for view in views:
                job.step(done, blob.size)
                target.write(view)
                done += len(view)
        if running.hexdigest() != sha256 or done != blob.size:
            raise EvidenceDamaged(ref=sha256[:12])
        job.step(blob.size, blob.size)

    def damaged(self, job: Job) -> list[str]:
        """Read every file, including those of reviews; return the SHA-256 of each missing or damaged file."""
        damaged_hashes, hashes = [], self.hashes()
        for number, sha256 in enumerate(hashes):
            job.step(number, len(hashes))
            try:
                self.read_into(sha256, _Nowhere(), Job())
            except (EvidenceDamaged, EvidenceMissing):
                damaged_hashes.append(sha256)
        return damaged_hashes + [blob.sha256 for blob in self._staged() if not self._holds(blob, job)]

    def _staged(self) -> list[Blob]:
        rows = self._db.execute(
            "SELECT sha256, size, file_id, wrapped_key, content FROM staged_blob WHERE moved = 0"
        )
        return [Blob(*row) for row in rows]

    def _holds(self, blob: Blob, job: Job) -> bool:
        proof = hashlib.sha256()
        try:
            for chunk in self.chunks_of(blob):
                job.step(0, 0)
                proof.update(chunk)
        except (EvidenceDamaged, EvidenceMissing):
            return False
        return proof.hexdigest() == blob.sha256

    def drop(self, sha256: str) -> None:
        """Remove the row of a content in the caller's transaction; the next sweep removes the
        file in att/.
        """
        self._db.execute("DELETE FROM blob WHERE sha256 = ?", (sha256,))

    def rewrap(self, old: bytes) -> None:
        """Rewrap with the new key every file key that `old` wraps, inside the caller's transaction.

        A row whose key cannot be unwrapped is left unchanged; checks continue to report it as damaged.
        """
        for table in ("blob", "staged_blob"):
            rows = self._db.execute(
                f"SELECT DISTINCT file_id, wrapped_key FROM {table} WHERE wrapped_key IS NOT NULL"  # noqa: S608  (our tables)
            )
            for file_id, wrapped in rows.fetchall():
                data = self._vault_id + bytes.fromhex(file_id)
                with suppress(evidence_stream.SealBroken):
                    key = evidence_stream.unwrap_key(old, bytes(wrapped), data)
                    self._db.execute(
                        f"UPDATE {table} SET wrapped_key = ? WHERE file_id = ?",  # noqa: S608  (our tables)
                        (evidence_stream.wrap_key(self._key, key, data), file_id),
                    )

    def sweep(self) -> int:
        """Remove files that have no row in the database, as a kill leaves them; return their number.

        Call it outside a transaction. Empty folders are removed too: they would reveal how much evidence the
        vault once had.
        """
        rows = self._db.execute("SELECT file_id FROM blob UNION SELECT file_id FROM staged_blob")
        file_ids, removed = {row[0] for row in rows}, 0
        for folder in _folders_in(self._folder / "att"):
            for path in folder.iterdir():
                if path.name not in file_ids:
                    with suppress(OSError):  # a folder, say: it is not ours, and in nobody's way
                        path.unlink()
                        removed += 1
            with suppress(OSError):  # something is in it
                folder.rmdir()
        return removed

    def _blob(self, sha256: str) -> Blob:
        with translated():
            row = self._db.execute(
                "SELECT sha256, size, file_id, wrapped_key, content FROM blob WHERE sha256 = ?", (sha256,)
            ).fetchone()
        if row is None:
            raise EvidenceMissing(ref=sha256[:12])
        return Blob(*row)

    def _path(self, file_id: str) -> Path:
        return self._folder / "att" / file_id[:2] / file_id


def _folders_in(place: Path) -> list[Path]:
    """Return the folders of evidence in `place`, without symbolic links.

    Through a symbolic link, `sweep` would delete files of another folder.
    """
    if place.is_symlink() or not place.is_dir():
        return []
    return [path for path in place.glob("??") if path.is_dir() and not path.is_symlink()]


class _Rejoined:
    """A source whose first bytes, `head`, were read beforehand to find out whether the file is small."""

    def __init__(self, head: bytes, rest: ContentSource) -> None:
        self._head = BytesIO(head)
        self._rest = rest
        self._fill: Callable[[memoryview], int] = getattr(rest, "readinto", self._copy)

    def readinto(self, buffer: memoryview, /) -> int:
        """Fill the buffer from `head`, and after that from the rest of the source; return 0
        only at the end.
        """
        return self._head.readinto(buffer) or self._fill(buffer)

    def _copy(self, buffer: memoryview) -> int:
        data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Nowhere:
    """A target that discards all bytes."""

    def write(self, data: memoryview, /) -> int:
        return len(data)
