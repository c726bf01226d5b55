"""A new file for a user, which gets its final name only after it was synced and read back.

If anything fails before that, no file remains.
"""

import hashlib
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from io import BufferedRandom
from pathlib import Path
from typing import Final, Protocol, Self

from hrddesk.errors import TargetExists, WriteFailed
from hrddesk.errors.translatable import Translatable
from hrddesk.system import files
from hrddesk.system.files import NewFile
from hrddesk.system.interruption import held

_READ: Final = 1 << 20


class Sink(Protocol):
    """A target that writes all bytes or raises, and keeps no reference to the bytes."""

    def write(self, data: bytes | memoryview, /) -> object:
        """Write all bytes."""


def place(path: Path, suffix: str) -> Path:
    """Return the path of a new file: `path` itself, or a random name inside it if `path` is a folder.

    Raise TargetExists, WriteFailed.
    """
    with files.told(path):
        target = path / (secrets.token_hex(8) + suffix) if path.is_dir() else path
    if os.path.lexists(target):
        raise TargetExists(path=target.name)
    return target


class TargetFile:
    """A new file that is read back before it gets its final name.

    It is deleted on exit unless `keep` was called.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self._new = NewFile(target)
        self._in_place = False
        self._kept = False
        self.size = 0

    def __enter__(self) -> Self:
        with files.told(self._target):
            self._new.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._new.__exit__(*error)
        if self._in_place and not self._kept:
            with suppress(OSError):  # a stick that was pulled: nothing more can be done
                self._target.unlink(missing_ok=True)

    def write(
        self, fill: Callable[[Sink], object], is_whole: Callable[[BufferedRandom], bool] | None = None
    ) -> None:
        """Write the file with `fill`, sync it and read it back; raise DiskFull, WriteFailed.

        `is_whole` checks the written file from its beginning. Without `is_whole` the SHA-256 of the bytes
        written and of the bytes read back are compared.
        """
        with files.told(self._target):
            file = self._new.file
            with files.Ahead(file) as ahead:
                if is_whole is None:
                    hashing = _Hashing(ahead)
                    fill(hashing)
                    is_whole = hashing.is_the_content_of
                else:
                    fill(ahead)
            file.flush()
            os.fsync(file.fileno())
            self.size = file.tell()
            files.forget_pages(file.fileno())
            file.seek(0)
            if not is_whole(file):
                raise WriteFailed(
                    path=self._target.name, why=Translatable("it does not read back as it was written")
                )

    def put_in_place(self) -> None:
        """Give the file its final name.

        Raise TargetExists if a file of that name was made in the meantime, DiskFull, WriteFailed.
        """
        with files.told(self._target), held():
            self._new.put_in_place()
            self._in_place = True

    def keep(self) -> None:
        """Prevent the deletion of the file on exit."""
        self._kept = True


class _Hashing:
    """A sink that hashes all bytes before it passes them to another sink."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._digest = hashlib.sha256()

    def write(self, data: bytes | memoryview, /) -> object:
        self._digest.update(data)
        return self._sink.write(data)

    def is_the_content_of(self, file: BufferedRandom) -> bool:
        file_digest = hashlib.sha256()
        while chunk := file.read(_READ):
            file_digest.update(chunk)
        return file_digest.digest() == self._digest.digest()
