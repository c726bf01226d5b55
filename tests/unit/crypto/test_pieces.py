"""Pieces between threads: all of them, in their order, whole for as long as they are promised."""

import gc
import hashlib
import io
import os
import threading
from collections.abc import Callable
from contextlib import closing

import pytest

from hrddesk.crypto.pieces import PIECE, pieces

SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 20 * PIECE, 20 * PIECE + 7]


def filling(data: bytes) -> Callable[[memoryview], int]:
    """Return what fills buffers with `data`."""
    return io.BytesIO(data).readinto


def names() -> list[str]:
    return sorted(thread.name for thread in threading.enumerate())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("is_hashed", [True, False])
def test_all_comes_in_its_order_and_is_hashed(size: int, is_hashed: bool) -> None:
    data, digest, before = os.urandom(size), hashlib.sha256(), names()
    got = b"".join(bytes(piece) for piece in pieces(filling(data), digest if is_hashed else None))
    assert got == data
    assert digest.digest() == hashlib.sha256(data if is_hashed else b"").digest()
    assert names() == before


def test_each_holds_until_the_next_but_one_is_asked_for() -> None:
    data, digest = os.urandom(40 * PIECE), hashlib.sha256()
    made, earlier, at = pieces(filling(data), digest), memoryview(b""), 0
    for number, piece in enumerate(made):
        assert piece == data[number * PIECE : (number + 1) * PIECE]
        assert earlier == data[at : at + len(earlier)]
        earlier, at = piece, number * PIECE
    assert earlier == data[-PIECE:]  # for good


def test_it_is_filled_in_another_thread_no_further_ahead_than_the_ring() -> None:
    asked: list[str] = []
    enough = threading.Event()

    def fill(room: memoryview) -> int:
        asked.append(threading.current_thread().name)
        if len(asked) == 4:
            enough.set()
        return len(room)

    with closing(pieces(fill)) as made:
        next(made)
        assert enough.wait(10)
        next(made)
        assert asked == [threading.current_thread().name, *["fill"] * 3]
        next(made)  # gives the first one back
    assert len(asked) <= 5


@pytest.mark.parametrize("good", [0, 1, 3])
def test_what_goes_wrong_while_filling_is_raised_behind_what_came_before(good: int) -> None:
    before, left = names(), iter([PIECE] * good)

    def fill(_: memoryview) -> int:
        size = next(left, None)
        if size is None:
            raise OSError(5, "Input/output error")
        return size

    taken: list[int] = []
    with pytest.raises(OSError, match="Input/output"):
        taken.extend(map(len, pieces(fill, hashlib.sha256())))
    assert taken == [PIECE] * good
    assert names() == before


@pytest.mark.parametrize("digest", [None, hashlib.sha256()])
def test_who_leaves_early_leaves_no_thread_and_nothing_is_filled_any_more(digest: "hashlib._Hash") -> None:
    before, filled = names(), []

    def fill(room: memoryview) -> int:
        filled.append(len(room))
        return len(room)

    with closing(pieces(fill, digest)) as made:
        for _ in range(30):
            next(made)
        assert names() != before
    assert names() == before
    many = len(filled)
    forgotten = pieces(fill, digest)
    next(forgotten), next(forgotten)
    del forgotten
    gc.collect()
    assert names() == before
    assert len(filled) > many
