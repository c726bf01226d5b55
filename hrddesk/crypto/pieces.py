"""The reading of a stream in buffers that circulate between threads.

One thread fills the buffers, one hashes them, and the caller consumes them. A stream that is shorter than one
buffer needs no thread.
"""

from collections import deque
from collections.abc import Callable, Generator
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final, Protocol, Self

if TYPE_CHECKING:
    from hashlib import _Hash

PIECE: Final = 1 << 20
_RING: Final = 4
"""The number of buffers in circulation: one to fill, one to hash, two held by the caller.

More buffers would be slower: they exceed the processor caches, and more memory must be allocated.
"""


class ByteSource(Protocol):
    """Any object that fills a buffer: an open file, a BytesIO, a reader of an age file."""

    def readinto(self, buffer: memoryview, /) -> int | None:
        """Fill the buffer from its start; return the number of bytes, 0 only at the end of the source."""


def fill_up(source: ByteSource, buffer: memoryview) -> int:
    """Fill `buffer` completely, except at the end of `source`; return the number of bytes."""
    filled = 0
    while filled < len(buffer) and (size := source.readinto(buffer[filled:])):
        filled += size
    return filled


def pieces(
    fill: Callable[[memoryview], int], digest: "_Hash | None" = None
) -> Generator[memoryview, None, None]:
    """Yield the data that `fill` writes into buffers of 1 MiB.

    A buffer remains valid until the caller requests the second buffer after it. `fill` returns the number of
    bytes that it wrote; the data ends with the first buffer that is not full. `fill` runs in another thread;
    its errors are raised here, after the data that preceded them. `digest` is updated with all yielded data.
    Close the generator if you may leave it early: once it is closed, `fill` is no longer running.
    """
    first = memoryview(bytearray(PIECE))
    size = fill(first)
    if size < PIECE:
        if digest is not None:
            digest.update(first[:size])
        if size:
            yield first[:size]
        return
    with _Ring(fill, first, digest) as ring:
        yield from ring.pieces()


class _Ring:
    """The buffers that circulate between threads: each is free, then filled, then hashed, then free again."""

    def __init__(self, fill: Callable[[memoryview], int], first: memoryview, digest: "_Hash | None") -> None:
        self._fill = fill
        self._free: SimpleQueue[memoryview | None] = SimpleQueue()
        self._filled: SimpleQueue[memoryview | BaseException | None] = SimpleQueue()
        self._hashed: SimpleQueue[memoryview | BaseException | None] = SimpleQueue()
        self._stopped = False
        # Daemon threads: if the caller never asks again, they must not keep the process from ending.
        self._threads = [Thread(target=self._fill_all, name="fill", daemon=True)]
        if digest is None:
            self._hashed = self._filled
        else:
            self._threads.append(Thread(target=self._hash_all, args=(digest,), name="sha256", daemon=True))
        self._filled.put(first)

    def __enter__(self) -> Self:
        for _ in range(_RING - 1):
            self._free.put(memoryview(bytearray(PIECE)))
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped = True
        self._free.put(None)
        self._filled.put(None)
        for thread in self._threads:
            thread.join()

    def pieces(self) -> Generator[memoryview, None, None]:
        """Yield all buffers in order; raise an error of `fill` after the data that preceded it."""
        recent_pieces: deque[memoryview] = deque()
        while (piece := self._hashed.get()) is not None:
            if isinstance(piece, BaseException):
                raise piece
            yield piece
            recent_pieces.append(piece)
            if len(recent_pieces) > 1:
                self._free.put(recent_pieces.popleft())

    def _fill_all(self) -> None:
        try:
            size = PIECE
            while size == PIECE:
                room = self._free.get()
                if room is None or self._stopped:
                    return
                size = self._fill(room)
                if size:
                    self._filled.put(room[:size])
        except BaseException as error:  # noqa: BLE001  (raised again where the pieces are used)
            self._filled.put(error)
        else:
            self._filled.put(None)

    def _hash_all(self, digest: "_Hash") -> None:
        while isinstance(piece := self._filled.get(), memoryview) and not self._stopped:
            digest.update(piece)
            self._hashed.put(piece)
        self._hashed.put(piece)
