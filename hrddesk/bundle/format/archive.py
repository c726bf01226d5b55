"""The archive inside a bundle: POSIX ustar in its one canonical form.

The reader does not interpret a header: it builds the expected header and compares the bytes
(`store.vault.ustar`). So links, devices, owners, times, duplicate names and paths that lead out of the
archive are impossible.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from hrddesk.crypto.evidence_stream import padme
from hrddesk.errors import BundleDamaged, BundleMalformed, BundleSignatureMissing, BundleTooLarge
from hrddesk.errors.translatable import Translatable
from hrddesk.store.vault import ustar
from hrddesk.store.vault.ustar import BLOCK, padding

MIN_BYTES: Final = 64 * 1024
MAX_FILE: Final = 1 << 30
MAX_TOTAL: Final = 8 << 30
MAX_TAG_FILE: Final = 4 << 20
MAX_FILES: Final = 10_000
"""The caps on evidence files and on bytes of one file, of all payload, and of one tag file."""
MAX_NOTES: Final = 32 << 20
"""The most bytes of each of `NOTES`, which are kept as text."""

BAGIT, BAG_INFO, ENVELOPE, CARD = "bagit.txt", "bag-info.txt", "hrddesk.json", "sender.card"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
SSH_SIGNATURE, MLDSA_SIGNATURE = TAG_MANIFEST + ".sig", TAG_MANIFEST + ".mldsa65"
RECORDS, CONTACTS, RECEIPTS = "data/records.jsonl", "data/contacts.jsonl", "data/receipts.jsonl"
PROTECTED: Final = "data/protected.jsonl"
CUSTODY: Final = "data/custody.jsonl"
ATTACHMENTS: Final = "data/att/"

SIGNED: Final = (BAGIT, BAG_INFO, ENVELOPE, CARD, MANIFEST)
TAG_FILES: Final = (*SIGNED, TAG_MANIFEST, SSH_SIGNATURE, MLDSA_SIGNATURE)
NOTES: Final = (CONTACTS, RECEIPTS, PROTECTED)
LINES: Final = (RECORDS, *NOTES, CUSTODY)
SIGNATURES: Final = {SSH_SIGNATURE: "Ed25519", MLDSA_SIGNATURE: "ML-DSA-65"}
"""The name of each signature."""

_COPY: Final = 64 * 1024


class ArchiveSource(Protocol):
    """A stream that returns exactly the requested bytes, and fewer only at its end."""

    def read(self, size: int, /) -> bytes:
        """Return `size` bytes, fewer only at the end."""

    def readinto(self, buffer: memoryview, /) -> int:
        """Fill `buffer`, less only at the end; return the number of bytes."""


class ArchiveTarget(Protocol):
    """A stream that writes all bytes or raises, and keeps no reference to them."""

    def write(self, data: bytes | memoryview, /) -> object:
        """Write all bytes."""


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """One file: its path in the archive, its size in bytes, its SHA-256 in hexadecimal digits."""

    path: str
    size: int
    sha256: str


def header(path: str, size: int) -> bytes:
    """Return the header of a regular file; raise ValueError for a size that strict ustar cannot express."""
    if size > ustar.MAX_OCTAL:
        raise ValueError("a name or size that ustar cannot hold")
    return ustar.header(path, size)


def total_size(sizes: list[int]) -> int:
    """Return the size of the archive: at least 64 KiB, rounded (Padme) so that it reveals little of the
    content.
    """
    plain = sum(BLOCK + size + padding(size) for size in sizes) + 2 * BLOCK
    return max(MIN_BYTES, padme(plain))


class ArchiveWriter:
    """Writes files one after the other; each must have exactly its declared size."""

    def __init__(self, target: ArchiveTarget) -> None:
        self._target = target
        self._sizes: list[int] = []

    def add(self, path: str, size: int, chunks: Iterator[bytes]) -> None:
        """Write one file; raise ValueError if the chunks do not have `size` bytes in total."""

        def fill(target: ArchiveTarget) -> None:
            for chunk in chunks:
                target.write(chunk)

        self.add_filled(path, size, fill)

    def add_filled(self, path: str, size: int, fill: Callable[[ArchiveTarget], object]) -> None:
        """Write one file whose content `fill` writes; raise ValueError unless `fill` writes exactly `size`
        bytes.
        """
        self._target.write(header(path, size))
        counting = _Counting(self._target)
        fill(counting)
        if counting.size != size:
            raise ValueError("a file that is not of its size")
        self._target.write(bytes(padding(size)))
        self._sizes.append(size)

    def finish(self) -> None:
        """Write the end of the archive: zeros up to the rounded size."""
        plain = sum(BLOCK + size + padding(size) for size in self._sizes)
        remaining_bytes = total_size(self._sizes) - plain
        for start in range(0, remaining_bytes, _COPY):
            self._target.write(bytes(min(_COPY, remaining_bytes - start)))


class _Counting:
    """A target that passes the bytes of one file on and counts them."""

    def __init__(self, target: ArchiveTarget) -> None:
        self._target = target
        self.size = 0

    def write(self, data: bytes | memoryview, /) -> object:
        self.size += len(data)
        return self._target.write(data)


class Member:
    """One file of an archive that is being read. Read it to its end before the next file is opened."""

    def __init__(self, source: ArchiveSource, path: str, size: int) -> None:
        self._source = source
        self.path = path
        self.size = size
        self._left = size

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes of this file, or no bytes at its end."""
        byte_count = self._left if size < 0 else min(size, self._left)
        data = _exactly(self._source, byte_count)
        self._left -= len(data)
        return data

    def readinto(self, buffer: memoryview, /) -> int:
        """Fill `buffer`, or less at the end of this file; return the number of bytes."""
        byte_count = min(len(buffer), self._left)
        if self._source.readinto(buffer[:byte_count]) != byte_count:
            raise _ends_too_early()
        self._left -= byte_count
        return byte_count

    def chunks(self) -> Iterator[bytes]:
        """Yield the remaining bytes in pieces of at most 64 KiB."""
        while self._left:
            yield self.read(_COPY)

    @property
    def at_end(self) -> bool:
        """Whether the file was read to its end."""
        return self._left == 0


class ArchiveReader:
    """Reads an archive as a stream, in exactly the order and form in which `ArchiveWriter` writes."""

    def __init__(self, source: ArchiveSource) -> None:
        self._source = source
        self._sizes: list[int] = []
        self._open: Member | None = None

    def next(self, path: str, largest: int) -> Member:
        """Return the next file, which must be `path`.

        Raise BundleMalformed if another file comes or the header has another form. Raise BundleTooLarge if
        the file is larger than `largest`. Raise BundleDamaged if the stream ends too early. Raise
        BundleSignatureMissing if `path` is a signature and the file that belongs after it comes instead.
        """
        self._close_member()
        block = _exactly(self._source, BLOCK)
        size = ustar.size_in(block)
        if size is None:
            raise BundleMalformed(why=Translatable("a header of the archive"))
        if path in SIGNATURES and _follows(path, block, size):
            raise BundleSignatureMissing(which=SIGNATURES[path])
        if size > largest:
            raise BundleTooLarge(what_part=Translatable("a file inside"))
        if block != header(path, size):
            raise BundleMalformed(why=Translatable("a header of the archive, or its order"))
        self._sizes.append(size)
        self._open = Member(self._source, path, size)
        return self._open

    def finish(self) -> None:
        """Require the end of the archive, zeros up to the rounded size, and then the end of the stream."""
        self._close_member()
        plain = sum(BLOCK + size + padding(size) for size in self._sizes)
        remaining_bytes = total_size(self._sizes) - plain
        while remaining_bytes:
            part = _exactly(self._source, min(_COPY, remaining_bytes))
            if part.count(0) != len(part):
                raise BundleMalformed(why=Translatable("something stands behind the last file"))
            remaining_bytes -= len(part)
        if self._source.read(1):
            raise BundleMalformed(why=Translatable("something stands behind the end"))

    def _close_member(self) -> None:
        if self._open is None:
            return
        if not self._open.at_end:
            raise AssertionError("a file of the archive was not read to its end")
        fill = _exactly(self._source, padding(self._open.size))
        if fill.count(0) != len(fill):
            raise BundleMalformed(why=Translatable("something stands behind a file"))
        self._open = None


def _follows(signature: str, block: bytes, size: int) -> bool:
    """Tell whether a header is that of a file that may only come after `signature`.

    Then the signature itself is missing in the archive.
    """
    after = {MLDSA_SIGNATURE, RECORDS} - {signature}
    return size <= ustar.MAX_OCTAL and block in {header(path, size) for path in after}


def _exactly(source: ArchiveSource, size: int) -> bytes:
    data = source.read(size) if size else b""
    if len(data) != size:
        raise _ends_too_early()
    return data


def _ends_too_early() -> BundleDamaged:
    return BundleDamaged(where=Translatable("it ends too early"))
