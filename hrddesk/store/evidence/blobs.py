"""Evidence by content: small files in the database, larger ones sealed in att/, each under its own key."""

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
"""Up to this many bytes a file lies in the database."""


class ContentSource(Protocol):
    """What is sealed: an open file, or a file within a bundle."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes, none only at the end."""


class ContentTarget(Protocol):
    """Where content goes: it takes all bytes or raises, and keeps no view that it was given."""

    def write(self, data: memoryview, /) -> object:
        """Take all bytes."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A sealed file that no row knows yet; of a small one, `content` holds the bytes and the rest is None."""

    sha256: str
    size: int
    file_id: str | None
    wrapped_key: bytes | None
    content: bytes | None


class Blobs:
    """The evidence files of an open vault. `key` wraps the files' own keys."""

    def __init__(self, db: Connection, folder: Path, vault_id: bytes, key: bytes) -> None:
        self._db = db
        self._folder = folder
        self._vault_id = vault_id
        self._key = key

    def seal(self, source: ContentSource, job: Job) -> Blob:
        """Read a file to its end and seal it; on the disk before this returns. Steps are in bytes.

        Raise DiskFull or WriteFailed; then, and when cancelled, nothing is left.
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
        """Enter a sealed file, inside the caller's transaction. One that is here already is discarded."""
        if self.known(blob.sha256):
            self.discard(blob)
            return
        self._db.execute(
            "INSERT INTO blob (sha256, size, file_id, wrapped_key, content) VALUES (?,?,?,?,?)",
            (blob.sha256, blob.size, blob.file_id, blob.wrapped_key, blob.content),
        )

    def discard(self, blob: Blob) -> None:
        """Remove a sealed file that no row knows; an interruption may come just behind the commit of one."""
        if blob.file_id is not None and not self.keeps(blob):
            self._path(blob.file_id).unlink(missing_ok=True)

    def keeps(self, blob: Blob) -> bool:
        """Tell whether a row knows this sealed file, and not only another one of the same content."""
        row = self._db.execute("SELECT file_id FROM blob WHERE sha256 = ?", (blob.sha256,)).fetchone()
        return row is not None and row[0] == blob.file_id

    def known(self, sha256: str) -> bool:
        """Tell whether the vault holds this content."""
        return self._db.execute("SELECT 1 FROM blob WHERE sha256 = ?", (sha256,)).fetchone() is not None

    def hashes(self) -> list[str]:
        """Return the SHA-256 of every file that the vault holds, sorted."""
        return [str(row[0]) for row in self._db.execute("SELECT sha256 FROM blob ORDER BY sha256")]

    def size(self, sha256: str) -> int:
        """Return the size in bytes; raise EvidenceMissing when the content is not here."""
        return int(self._row(sha256)[0])

    def chunks(self, sha256: str) -> Iterator[bytes]:
        """Yield the content; raise EvidenceMissing or, where it does not hold, EvidenceDamaged."""
        size, file_id, wrapped, content = self._row(sha256)
        yield from self.chunks_of(Blob(sha256, size, file_id, wrapped, content))

    def chunks_of(self, blob: Blob) -> Iterator[bytes]:
        """Yield the content of a sealed file, known to a row or not; raise as `chunks` does."""
        for view in self._views_of(blob):
            yield bytes(view)

    def _views_of(
        self, blob: Blob, digest: "hashlib._Hash | None" = None
    ) -> Generator[memoryview, None, None]:
        """Yield the content as views, each of which holds until the next but one is asked for.

        `digest` has got what is yielded.
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
        """Yield the content of a sealed file that is read from elsewhere; raise EvidenceDamaged."""
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
        """Return what lies in att/ by its rows, of records and of what waits for a review, by file id."""
        rows = self._db.execute(
            "SELECT sha256, size, file_id, wrapped_key FROM blob WHERE file_id IS NOT NULL UNION"
            " SELECT sha256, size, file_id, wrapped_key FROM staged_blob WHERE file_id IS NOT NULL"
            " ORDER BY file_id"
        )
        return [Blob(row[0], row[1], row[2], row[3], None) for row in rows]

    def path_of(self, blob: Blob) -> Path:
        """Return where a sealed file lies."""
        assert blob.file_id is not None
        return self._path(blob.file_id)

    def read_into(self, sha256: str, target: ContentTarget, job: Job) -> None:
        """Write the content to `target`, checked against its hash. Steps are in bytes.

        Raise EvidenceMissing, EvidenceDamaged, and whatever `target` raises.
        """
        size, file_id, wrapped, content = self._row(sha256)
        done, running = 0, hashlib.sha256()
        with closing(self._views_of(Blob(sha256, size, file_id, wrapped, content), running)) as views:
            for view in views:
                job.step(done, size)
                target.write(view)
                done += len(view)
        if running.hexdigest() != sha256 or done != size:
            raise EvidenceDamaged(ref=sha256[:12])
        job.step(size, size)

    def damaged(self, job: Job) -> list[str]:
        """Read every file, of reviews too; return the SHA-256 of each that is missing or does not hold."""
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
        """Forget a content inside the caller's transaction; its file goes with the next sweep."""
        self._db.execute("DELETE FROM blob WHERE sha256 = ?", (sha256,))

    def rewrap(self, old: bytes) -> None:
        """Wrap anew every key that `old` wraps, inside the caller's transaction.

        A row whose key does not unwrap is damaged and stays so: a check goes on naming it.
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
        """Remove files that no row knows, left by a kill; return how many. Call it outside a transaction.

        Folders that are empty go too: they would tell how much evidence there once was.
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

    def _row(self, sha256: str) -> tuple[int, str, bytes, bytes | None]:
        with translated():
            row = self._db.execute(
                "SELECT size, file_id, wrapped_key, content FROM blob WHERE sha256 = ?", (sha256,)
            ).fetchone()
        if row is None:
            raise EvidenceMissing(ref=sha256[:12])
        return row[0], row[1], row[2], row[3]

    def _path(self, file_id: str) -> Path:
        return self._folder / "att" / file_id[:2] / file_id


def _folders_in(place: Path) -> list[Path]:
    """Return the folders of evidence; never a link, by which somebody could have another folder emptied."""
    if place.is_symlink() or not place.is_dir():
        return []
    return [path for path in place.glob("??") if path.is_dir() and not path.is_symlink()]


class _Rejoined:
    """A source whose first bytes were read already to see how large it is."""

    def __init__(self, head: bytes, rest: ContentSource) -> None:
        self._head = BytesIO(head)
        self._rest = rest
        self._fill: Callable[[memoryview], int] = getattr(rest, "readinto", self._copy)

    def readinto(self, buffer: memoryview, /) -> int:
        """Fill from the head, then from the rest; return 0 only at the end."""
        return self._head.readinto(buffer) or self._fill(buffer)

    def _copy(self, buffer: memoryview) -> int:
        data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Nowhere:
    """Takes everything, keeps nothing."""

    def write(self, data: memoryview, /) -> int:
        return len(data)
