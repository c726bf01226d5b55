"""The payload of an age file, once its key is known: chunks of 64 KiB of ChaCha20-Poly1305.

Each has 16 bytes of tag; the nonce is its number (11 bytes, big-endian) and one byte that is 1 for the last
chunk, which is the only one that may be shorter, and empty only where the payload is.
https://c2sp.org/age. Chunks are sealed and opened in buffers that are used again.
"""

from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from hrddesk.crypto.age_header import BufferedSource, PayloadFailure
from hrddesk.crypto.pieces import fill_up

CHUNK = 65536
TAG = 16
_AT_ONCE = 16
"""How many chunks are read or written at once."""


class BufferedTarget(Protocol):
    """An open binary file, buffered: it takes all bytes or raises, and keeps none that it was given."""

    def write(self, data: bytes | memoryview, /) -> object:
        """Take all bytes."""


class Sealing:
    """Seals a payload into `target` under a key of 32 bytes; nothing is complete until `close`."""

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
        """Take all of `data`; return its length. Raise ValueError once it is closed."""
        if self._closed:
            raise ValueError("the age file is complete")
        view = memoryview(data)
        while view:
            # a full chunk waits for more: the last one may be full, but not empty
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
        """Write the last chunk; twice is the same as once."""
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
    """Opens the payload that `source` stands at; raise `PayloadFailure`, then for good."""

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
        """Fill `buffer`, or less at the proven end; return the number of bytes."""
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
        """Open the next chunk: into `room` where it has room for it, and return its size; else into _unread.

        Both are empty at the proven end.
        """
        if self._failed:
            raise PayloadFailure("the payload failed before")
        self._failed = True  # until this chunk has proven itself
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
        """Return the next chunk as it is sealed, less than a full one only where the source ends."""
        if not self._unopened:
            self._unopened = self._sealed[: fill_up(self._source, self._sealed)]
        sealed = self._unopened[: CHUNK + TAG]
        self._unopened = self._unopened[len(sealed) :]
        return sealed


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\1" if last else b"\0")
