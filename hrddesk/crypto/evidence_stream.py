"""The encryption of evidence files and small blobs of a vault.

A sealed file is 16 bytes of magic and version, followed by chunks of AES-256-GCM. Each chunk is 1 MiB of
plaintext and a tag of 16 bytes; the last chunk may be shorter. The nonce is the chunk number (11 bytes,
big-endian) and one byte that is 1 for the last chunk; the associated data are vault id and file id. Thus
decryption fails if chunks are cut off, swapped, repeated, added or taken from another file. Zeros pad the
plaintext to its Padmé size, which hides all but the leading bits of a length and adds at most 12 % (Nikitin
et al., PETS 2019, section 4). Every file has its own random key, since otherwise nonces would repeat.
"""

import hashlib
import secrets
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hrddesk.crypto.pieces import PIECE, fill_up, pieces
from hrddesk.crypto.pieces import ByteSource as ByteSource
from hrddesk.errors import EvidenceDamaged
from hrddesk.system.jobs import Job, silent

CHUNK = PIECE
MAGIC = b"HRDSEAL\0" + (1).to_bytes(2, "little") + bytes(6)  # version 1, the rest is zero
KEY_BYTES = 32
_ID_BYTES = 16
_TAG = 16
_NONCE = 12


class ByteTarget(Protocol):
    """An object to which bytes can be written; one call may write fewer bytes than it is given."""

    def write(self, data: memoryview, /) -> int | None:
        """Write bytes from the start of `data`; return how many were written."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """The data to store about a sealed file: its true size in bytes and the SHA-256 of the original."""

    size: int
    sha256: bytes


class SealBroken(Exception):
    """A small blob or wrapped key cannot be decrypted with this key and these associated data."""


def padme(size: int) -> int:
    """Return the Padmé size for `size` bytes: never smaller, and at most 12 % larger."""
    if size < 2:
        return size
    exponent = size.bit_length() - 1
    free_bits = exponent - exponent.bit_length()
    mask = (1 << free_bits) - 1
    return (size + mask) & ~mask


def sealed_size(size: int) -> int:
    """Return the size, in bytes, of the sealed file of an original of `size` bytes."""
    padded = padme(size)
    chunks = max(1, -(-padded // CHUNK))
    return len(MAGIC) + padded + chunks * _TAG


def seal(
    source: ByteSource,
    target: ByteTarget,
    key: bytes,
    vault_id: bytes,
    file_id: bytes,
    job: Job | None = None,
    expected: int = 0,
) -> Sealed:
    """Encrypt all of `source` into `target`; the caller syncs and renames the file.

    `key` must be new for this file and never be used again. `job` counts bytes of the original; `expected` is
    an estimate of the total. The memory needed is about 6 MiB for any size.
    """
    job = job or silent()
    digest = hashlib.sha256()
    writer = _ChunkWriter(target, key, _aad(vault_id, file_id))
    _write_all(target, memoryview(MAGIC))
    size, pending_piece = 0, memoryview(b"")
    with closing(pieces(partial(fill_up, source), digest)) as piece_stream:
        for piece in piece_stream:
            if pending_piece:  # the last piece waits for its padding
                writer.put(pending_piece, last=False)
            pending_piece = piece
            size += len(pending_piece)
            job.step(size, max(size, expected))
    _finish(writer, pending_piece, padme(size) - size)
    return Sealed(size, digest.digest())


def open_stream(
    source: ByteSource,
    target: ByteTarget,
    key: bytes,
    vault_id: bytes,
    file_id: bytes,
    size: int,
    job: Job | None = None,
) -> bytes:
    """Decrypt a sealed file from `source` into `target`; return the SHA-256 of the original.

    `size` is the size of the original in bytes. Raise `EvidenceDamaged` if any byte differs from what was
    sealed. Each chunk is written after its own verification, but the file as a whole is verified only at the
    end. So the caller must write to a temporary file and remove it on any exception.
    """
    digest = hashlib.sha256()
    with closing(read_views(source, key, vault_id, file_id, size, job, digest)) as views:
        for view in views:
            _write_all(target, view)
    return digest.digest()


def read_chunks(
    source: ByteSource, key: bytes, vault_id: bytes, file_id: bytes, size: int, job: Job | None = None
) -> Iterator[bytes]:
    """Decrypt a sealed file; yield its original in pieces of up to 1 MiB; raise as `open_stream` does."""
    for chunk in read_views(source, key, vault_id, file_id, size, job):
        yield bytes(chunk)


def read_views(
    source: ByteSource,
    key: bytes,
    vault_id: bytes,
    file_id: bytes,
    size: int,
    job: Job | None = None,
    digest: "hashlib._Hash | None" = None,
) -> Generator[memoryview, None, None]:
    """Decrypt a sealed file; yield its original as views of up to 1 MiB; raise as `open_stream` does.

    `size` is the size of the original in bytes. A view remains valid until the caller requests the second
    view after it. `digest` is updated with all yielded data. `source` is read in another thread until the
    generator is closed.
    """
    reader, done = _ChunkReader(source, key, _aad(vault_id, file_id), size), 0
    with closing(pieces(reader.fill, digest)) as piece_stream:
        for piece in piece_stream:
            yield piece
            done += len(piece)
            (job or silent()).step(done, size)


def wrap_key(kek: bytes, key: bytes, aad: bytes) -> bytes:
    """Return a 32-byte key encrypted with `kek` and bound to `aad`; the result has 60 bytes."""
    if len(key) != KEY_BYTES:
        raise ValueError("a key is 32 bytes")
    return seal_small(kek, key, aad)


def unwrap_key(kek: bytes, wrapped: bytes, aad: bytes) -> bytes:
    """Return the key that `wrap_key` encrypted; raise `SealBroken`."""
    key = open_small(kek, wrapped, aad)
    if len(key) != KEY_BYTES:
        raise SealBroken
    return key


def seal_small(key: bytes, data: bytes, aad: bytes) -> bytes:
    """Return a random nonce, followed by `data` encrypted with AES-256-GCM and bound to `aad`.

    The result is 28 bytes longer than `data`. Random nonces limit the use of one key to about 2^32 blobs
    (NIST SP 800-38D).
    """
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, aad)


def open_small(key: bytes, blob: bytes, aad: bytes) -> bytes:
    """Return the data that `seal_small` encrypted; raise `SealBroken`."""
    if len(blob) < _NONCE + _TAG:
        raise SealBroken
    try:
        return AESGCM(key).decrypt(blob[:_NONCE], blob[_NONCE:], aad)
    except InvalidTag:
        raise SealBroken from None


class _ChunkWriter:
    """A writer that encrypts one chunk after another in a reused buffer."""

    def __init__(self, target: ByteTarget, key: bytes, aad: bytes) -> None:
        self._target = target
        self._cipher = AESGCM(key)
        self._aad = aad
        self._number = 0
        self._out = memoryview(bytearray(CHUNK + _TAG))

    def put(self, chunk: memoryview, *, last: bool) -> None:
        out = self._out[: len(chunk) + _TAG]
        self._cipher.encrypt_into(_nonce(self._number, last=last), chunk, self._aad, out)
        self._number += 1
        _write_all(self._target, out)


class _ChunkReader:
    """A reader that decrypts one chunk after another.

    It returns the last data only after the end of the file was verified.
    """

    def __init__(self, source: ByteSource, key: bytes, aad: bytes, size: int) -> None:
        self._source = source
        self._cipher = AESGCM(key)
        self._aad = aad
        self._ref = aad[_ID_BYTES:].hex()
        self._size, self._padded = size, padme(size)
        self._done, self._number = 0, 0
        self._sealed = memoryview(bytearray(CHUNK + _TAG))

    def fill(self, plain: memoryview) -> int:
        """Decrypt the next chunk into `plain`; return how many bytes of the chunk belong to the original.

        `plain` must have room for a whole chunk. The other bytes of the chunk are padding.
        """
        if self._number == 0:
            head = self._sealed[: len(MAGIC)]
            if fill_up(self._source, head) != len(MAGIC) or head != MAGIC:
                raise self._damaged()
        elif self._done >= self._size:
            return 0
        length = min(CHUNK, self._size - self._done)
        self._open(plain)
        if self._done >= self._size:
            spare = memoryview(bytearray(CHUNK)) if self._done < self._padded else plain
            while self._done < self._padded:
                self._open(spare)
            if fill_up(self._source, self._sealed[:1]):
                raise self._damaged()
        return length

    def _open(self, plain: memoryview) -> None:
        length = min(CHUNK, self._padded - self._done)
        piece = self._sealed[: length + _TAG]
        if fill_up(self._source, piece) != len(piece):
            raise self._damaged()
        self._done += length
        nonce = _nonce(self._number, last=self._done == self._padded)
        try:
            self._cipher.decrypt_into(nonce, piece, self._aad, plain[:length])
        except InvalidTag:
            raise self._damaged() from None
        self._number += 1

    def _damaged(self) -> EvidenceDamaged:
        return EvidenceDamaged(ref=self._ref)


def _finish(writer: _ChunkWriter, last_piece: memoryview, padding: int) -> None:
    """Write the last piece of data, followed by `padding` zeros, as the last chunks."""
    final = bytearray(CHUNK)
    final[: len(last_piece)] = last_piece
    filled = len(last_piece)
    while filled + padding > CHUNK:
        writer.put(memoryview(final), last=False)
        padding -= CHUNK - filled
        final, filled = bytearray(CHUNK), 0
    writer.put(memoryview(final)[: filled + padding], last=True)


def _aad(vault_id: bytes, file_id: bytes) -> bytes:
    if len(vault_id) != _ID_BYTES or len(file_id) != _ID_BYTES:
        raise ValueError("an id is 16 bytes")  # otherwise two pairs of ids could give the same bytes
    return vault_id + file_id


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(_NONCE - 1, "big") + (b"\1" if last else b"\0")


def _write_all(target: ByteTarget, data: memoryview) -> None:
    while data:
        count = target.write(data)
        if not count:  # otherwise a target that writes nothing and raises nothing would cause an endless loop
            raise OSError("the target takes no more bytes")
        data = data[count:]
