"""A stream in pieces that go round between threads: one fills them, the caller uses them, one hashes them.

Each may be several pieces ahead of the next, so that none waits whenever the system lets another one wait.
What is shorter than one piece needs no thread.
"""

from collections import deque
from collections.abc import Callable, Generator
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from hashlib import _Hash

PIECE: Final = 1 << 20
_RING: Final = 8
"""How many pieces go round: so many MiB of memory, whatever the size."""


def pieces(
    fill: Callable[[memoryview], int], digest: "_Hash | None" = None
) -> Generator[memoryview, None, None]:
    """Yield what `fill` puts into buffers of 1 MiB, each of which holds until the next but one is asked for.

    `fill` returns the number of bytes, fewer than there is room for only at the end; it is called in a
    thread, and what it raises is raised here, behind what came before. At the end `digest` has got all that
    was yielded. Close the generator where it may be left early: then `fill` is not at work any more.
    """
    first = memoryview(bytearray(PIECE))
    size = fill(first)
    if size < PIECE:
        if size:
            yield first[:size]
            if digest is not None:
                digest.update(first[:size])
        return
    with _Ring(fill, digest) as ring:
        yield from ring.behind(first)


class _Ring:
    """The buffers on their way: free, full, used, and free again."""

    def __init__(self, fill: Callable[[memoryview], int], digest: "_Hash | None") -> None:
        self._fill = fill
        self._free: SimpleQueue[memoryview | None] = SimpleQueue()
        self._full: SimpleQueue[memoryview | BaseException | None] = SimpleQueue()
        self._used = self._free if digest is None else SimpleQueue[memoryview | None]()
        self._stopped = False
        # They wait for the caller, who may never come again: that must not keep the process from ending.
        self._filling = Thread(target=self._fill_all, name="fill", daemon=True)
        self._hashing = Thread(target=self._hash_all, args=(digest,), name="sha256", daemon=True)

    def __enter__(self) -> Self:
        for _ in range(_RING - 1):
            self._free.put(memoryview(bytearray(PIECE)))
        self._filling.start()
        self._hashing.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped = True
        self._free.put(None)
        self._used.put(None)
        self._filling.join()
        self._hashing.join()

    def behind(self, first: memoryview) -> Generator[memoryview, None, None]:
        """Yield `first` and what follows; return once all of it is hashed."""
        held: deque[memoryview] = deque()
        piece: memoryview | BaseException | None = first
        while piece is not None:
            if isinstance(piece, BaseException):
                raise piece
            yield piece
            held.append(piece)
            if len(held) > 1:
                self._used.put(held.popleft())
            piece = self._full.get()
        self._used.put(held.popleft())
        self._used.put(None)
        self._hashing.join()

    def _fill_all(self) -> None:
        try:
            size = PIECE
            while size == PIECE:
                room = self._free.get()
                if room is None or self._stopped:
                    return
                size = self._fill(room)
                if size:
                    self._full.put(room[:size])
        except BaseException as error:  # noqa: BLE001  (raised again where the pieces are used)
            self._full.put(error)
        else:
            self._full.put(None)

    def _hash_all(self, digest: "_Hash | None") -> None:
        if digest is None:
            return
        while (piece := self._used.get()) is not None and not self._stopped:
            digest.update(piece)
            self._free.put(piece)
