"""The payload of an age file once its key is known: chunks of 64 KiB, encrypted with ChaCha20-Poly1305.

Each chunk has a tag of 16 bytes. The nonce is the chunk number (11 bytes, big-endian) and one byte that is 1
for the last chunk. Only the last chunk may be shorter, and it may be empty only if the payload is empty. See
https://c2sp.org/age. Chunks are encrypted and decrypted in buffers that are reused.
"""

from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from hrddesk.crypto.age_header import BufferedSource, PayloadFailure
from hrddesk.crypto.pieces import fill_up

CHUNK = 65536
TAG = 16
_AT_ONCE = 16
"""The number of chunks that are read or written at once."""


class BufferedTarget(Protocol):
    """An open binary file, buffered.

    `write` writes all bytes or raises an exception, and keeps no reference to the bytes.
    """

    def write(self, data: bytes | memoryview, /) -> object:
        """Write all bytes."""


class Sealing:
    """A writer that encrypts a payload into `target` with a key of 32 bytes.

    The payload is complete only after `close`.
    """

    def __init__(self, target: BufferedTarget, key: bytes) -> None:
        self._target = target
        self._cipher = ChaCha20Poly1305(key)
        self._number = 0
        self._sealed = memoryview(bytearray(_AT_ONCE * (CHUNK + TAG)))
        self._unwritten = 0  # bytes of _sealed
        self._pending = memoryview(bytearray(CHUNK))
        self._waiting = 0  # bytes of _pending
        self._closed = False

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Write all of `data`; return its length. Raise ValueError after `close`."""
        if self._closed:
            raise ValueError("the age file is complete")
        view = memoryview(data)
        while view:
            # a full chunk waits for more data: it may be the last one, and the last one may not be empty
            if self._waiting == CHUNK:
                self._put_pending(last=False)
            if not self._waiting and len(view) > CHUNK:
                self._put(view[:CHUNK], last=False)
                view = view[CHUNK:]
                continue
            part = view[: CHUNK - self._waiting]
            self._pending[self._waiting : self._waiting + len(part)] = part
            self._waiting += len(part)
            view = view[len(part) :]
        return len(data)

    def close(self) -> None:
        """Write the last chunk; a second call has no effect."""
        if not self._closed:
            self._closed = True
            self._put_pending(last=True)
            self._target.write(self._sealed[: self._unwritten])

    def _put_pending(self, *, last: bool) -> None:
        self._put(self._pending[: self._waiting], last=last)
        self._waiting = 0

    def _put(self, chunk: memoryview, *, last: bool) -> None:
        if self._unwritten == len(self._sealed):
            self._target.write(self._sealed)
            self._unwritten = 0
        end = self._unwritten + len(chunk) + TAG
        nonce = _nonce(self._number, last=last)
        self._cipher.encrypt_into(nonce, chunk, None, self._sealed[self._unwritten : end])
        self._unwritten = end
        self._number += 1


class PayloadReader:
    """A reader that decrypts the payload at the present position of `source`.

    Reading may raise `PayloadFailure`, after which every further read fails.
    """

    def __init__(self, source: BufferedSource, key: bytes) -> None:
        self._source = source
        self._cipher = ChaCha20Poly1305(key)
        self._number = 0
        self._sealed = memoryview(bytearray(_AT_ONCE * (CHUNK + TAG)))
        self._unopened = self._sealed[:0]
        self._plain = memoryview(bytearray(CHUNK))
        self._unread = self._plain[:0]
        self._at_last = False
        self._failed = False

    def readinto(self, buffer: memoryview, /) -> int:
        """Fill `buffer` completely, unless the verified end comes before; return the number of bytes."""
        filled = 0
        while filled < len(buffer):
            if not self._unread:
                size = self._advance(buffer[filled:])
                if not size and not self._unread:
                    break
                filled += size
                continue
            part = self._unread[: len(buffer) - filled]
            buffer[filled : filled + len(part)] = part
            self._unread = self._unread[len(part) :]
            filled += len(part)
        return filled

    def _advance(self, room: memoryview) -> int:
        """Decrypt the next chunk into `room`, or into `_unread` if `room` is too small for a chunk.

        Return the number of bytes written to `room`. At the verified end, return 0 and leave `_unread` empty.
        """
        if self._failed:
            raise PayloadFailure("the payload failed before")
        self._failed = True  # until this chunk is verified
        size = 0
        if self._at_last:
            if self._next_sealed():
                raise PayloadFailure("bytes follow the last chunk")
        elif len(room) >= CHUNK:
            size = self._open_next(room)
        else:
            self._unread = self._plain[: self._open_next(self._plain)]
        self._failed = False
        return size

    def _open_next(self, into: memoryview) -> int:
        sealed = self._next_sealed()
        size = len(sealed) - TAG
        if size < 0 or (not size and self._number > 0):
            raise PayloadFailure("the payload is cut off")
        # only the tag tells whether a full chunk is the last one
        for last in (False, True) if size == CHUNK else (True,):
            try:
                self._cipher.decrypt_into(_nonce(self._number, last=last), sealed, None, into[:size])
            except InvalidTag:
                continue
            self._number += 1
            self._at_last = last
            return size
        raise PayloadFailure(f"chunk {self._number} does not hold")

    def _next_sealed(self) -> memoryview:
        """Return the next encrypted chunk, which is shorter than others only at the end of the source."""
        if not self._unopened:
            self._unopened = self._sealed[: fill_up(self._source, self._sealed)]
        sealed = self._unopened[: CHUNK + TAG]
        self._unopened = self._unopened[len(sealed) :]
        return sealed


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\1" if last else b"\0")
