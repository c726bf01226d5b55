"""A file that a person gets: complete, synced and read again before it has its name, or not there at all."""

import errno
import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final, Protocol, Self

from hrddesk.errors import DiskFull, TargetExists, WriteFailed
from hrddesk.store.blobs import sync_folder

_READ: Final = 1 << 20
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Sink(Protocol):
    """What takes all bytes or raises."""

    def write(self, data: bytes, /) -> object:
        """Take all bytes."""


class TargetFile:
    """Writes beside the place, under a random name; whatever was not kept is removed at the end."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._beside = target.with_name("." + secrets.token_hex(8))
        self._left: list[Path] = []
        self.size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for path in self._left:
            with suppress(OSError):  # a stick that was pulled: nothing more can be done
                path.unlink(missing_ok=True)

    def write(self, fill: Callable[[Sink], object]) -> None:
        """Create the file, let `fill` write it, sync it, and read it again; raise DiskFull, WriteFailed."""
        with self._translated():
            descriptor = os.open(self._beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            self._left.append(self._beside)
            with open(descriptor, "w+b") as file:  # noqa: PTH123  (a descriptor, for the mode)
                sink = _Hashing(file)
                fill(sink)
                file.flush()
                os.fsync(descriptor)
                _forget_pages(descriptor)
                file.seek(0)
                if _digest(file) != sink.digest.digest():
                    raise WriteFailed(path=self._target.name, why="it does not read back as it was written")
                self.size = sink.size

    def put_in_place(self) -> None:
        """Give the file its name; raise TargetExists when it was taken meanwhile, DiskFull, WriteFailed."""
        if self._target.exists():
            raise TargetExists(path=self._target.name)
        with self._translated():
            self._left.append(self._target)
            self._beside.rename(self._target)
            sync_folder(self._target.parent)

    def keep(self) -> None:
        """Let the file stay."""
        self._left.clear()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if error.errno in _FULL:
                raise DiskFull from None
            raise WriteFailed(path=self._target.name, why=os.strerror(error.errno or errno.EIO)) from None


class _Hashing:
    """Hashes what goes through."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes, /) -> object:
        self.digest.update(data)
        self.size += len(data)
        return self._file.write(data)


def _forget_pages(descriptor: int) -> None:
    """Ask the system to read from the medium, not from what it remembers of the writing."""
    with suppress(AttributeError, OSError):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _digest(file: BinaryIO) -> bytes:
    digest = hashlib.sha256()
    while chunk := file.read(_READ):
        digest.update(chunk)
    return digest.digest()
