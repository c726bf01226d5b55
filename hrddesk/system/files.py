"""The writing of files and folders so that they are either complete on the disk under their name, or absent.

If the file system allows it, a new file has no name before it is complete: so a killed process leaves
nothing. On other file systems (the FAT of most sticks), an unfinished file has a random hidden name in the
same folder. An unfinished folder always has such a name. The next run that writes there removes what a killed
run left.

Every function may raise OSError; `told` turns it into an error for the user. Only `replace` and a `NewFile`
with `replaces` replace a file that exists; all others leave even a dangling link alone.
"""

import errno
import fcntl
import os
import re
import secrets
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from io import BufferedRandom, BufferedReader
from pathlib import Path
from typing import BinaryIO, Final, Self

from hrddesk.errors import DiskFull, FileTooLarge, FileUnreadable, HrdDeskError, TargetExists, WriteFailed
from hrddesk.errors.translatable import Translatable
from hrddesk.system.interruption import held

_UNNAMED: Final = getattr(os, "O_TMPFILE", 0)  # Linux
_OPEN_FILES: Final = Path("/proc/self/fd")
_LEFT: Final = re.compile(r"\.[0-9a-f]{16}\.part")
REPLACEMENT: Final = ".new"
"""The suffix of the name of a new file that is about to replace an old one."""
_TRIED: Final = 64 * 1024  # bytes of a test file: more than SQLite allocates at once
_AHEAD: Final = 32 << 20
"""The number of unsynced bytes after which `Ahead` starts a sync."""
_AT_WORK: Final = 60  # seconds; a younger file may belong to a process that has not locked it yet


class NewFile:
    """A file that receives its name from `put_in_place`.

    Without that call, the file is removed at the end of the `with` block. A file with `replaces` takes the
    place of an existing file in one step, when `put_in_place` is called.
    """

    def __init__(self, path: Path, *, replaces: bool = False) -> None:
        self.path = path
        self.file: BufferedRandom
        self._replaces = replaces
        self._beside: Path | None = None

    def __enter__(self) -> Self:
        if not self._replaces:
            _require_free(self.path)
        _sweep(self.path.parent)
        self.file = open(self._open(), "w+b")  # noqa: PTH123  (a descriptor; closed at the end)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # the rest of the buffer is not needed
            self.file.close()
        if self._beside is not None:
            with suppress(OSError):  # the stick was removed: nothing more can be done
                self._beside.unlink(missing_ok=True)

    def put_in_place(self) -> None:
        """Sync the file, give it its name and sync the folder; raise FileExistsError if the name is taken."""
        self.file.flush()
        os.fsync(self.file.fileno())
        with held():
            self._take_name()

    def _take_name(self) -> None:
        if self._beside is None and self._replaces:  # linking cannot replace a file
            beside = _hidden(self.path)
            _name(self.file.fileno(), beside)
            self._beside = beside
        if self._beside is None:
            _name(self.file.fileno(), self.path)
        elif self._replaces:
            self._beside.replace(self.path)
            self._beside = None
        else:
            # A rename would replace any file, so reserve the name first: O_EXCL fails if the name is taken.
            os.close(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            try:
                self._beside.replace(self.path)
            except BaseException:
                self.path.unlink(missing_ok=True)
                raise
            self._beside = None
        sync_folder(self.path.parent)

    def _open(self) -> int:
        if _UNNAMED and _OPEN_FILES.is_dir():
            with suppress(OSError):  # not possible here, or the folder is wrong: then the next step fails
                return os.open(self.path.parent, os.O_RDWR | _UNNAMED, 0o600)
        beside = _hidden(self.path)
        with held():
            descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            self._beside = beside
        with suppress(OSError):  # a file system without locks: there, nothing is swept either
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        return descriptor


class Ahead:
    """A writer that starts to sync a file while more data is still produced, so that the final sync is short.

    The system reports a failure to write only once, so the caller must handle a failure that an early sync
    reports.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._since = 0
        self._syncing: Future[None] = Future()
        self._syncing.set_result(None)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sync")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._thread.shutdown(wait=True)
        if kind is None:
            self._syncing.result()

    def write(self, data: bytes | memoryview, /) -> int:
        """Write data, and start a sync if enough data is unsynced and no sync is running; raise OSError."""
        written = self._file.write(data)
        self._since += written
        if self._since >= _AHEAD and self._syncing.done():
            self._syncing.result()
            self._since = 0
            self._syncing = self._thread.submit(os.fsync, self._file.fileno())
        return written


def write_new(path: Path, fill: Callable[[BinaryIO], object]) -> None:
    """Write a new file; raise TargetExists, DiskFull, WriteFailed, and whatever `fill` raises."""
    with told(path), NewFile(path) as new:
        fill(new.file)
        new.put_in_place()


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Yield a folder to fill, which receives the name `path` if the body ends without an exception.

    After an exception the folder is removed. An empty folder called `path` is replaced. The caller must sync
    the files inside, for example by writing them with `create`.
    """
    if not _is_empty_folder(path):
        _require_free(path)
    _sweep(path.parent)
    building = _hidden(path)
    with ExitStack() as ending:
        with held():
            building.mkdir(mode=0o700)
            ending.callback(shutil.rmtree, building, ignore_errors=True)  # no effect once it has its name
        lock = os.open(building, os.O_RDONLY | os.O_DIRECTORY)
        ending.callback(os.close, lock)
        with suppress(OSError):
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield building
        os.fsync(lock)
        with held():
            building.rename(path)  # fails if `path` is anything but an empty folder
            sync_folder(path.parent)


def create(path: Path, content: bytes) -> None:
    """Create a file that only its owner can read, and sync it, but not its folder.

    Raise FileExistsError if the file exists.
    """
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123  (a descriptor)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def open_regular(path: Path) -> BufferedReader:
    """Open a file for reading; raise OSError for a pipe or a device, which could make us wait for ever."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, Translatable("it is not a file"))
    return open(descriptor, "rb")  # noqa: PTH123  (a descriptor)


def read_most(path: Path, most: int) -> bytes:
    """Return the content of a file, but at most its first `most` bytes; raise FileUnreadable."""
    try:
        with open_regular(path) as file:
            return file.read(most)
    except OSError as error:
        raise FileUnreadable(
            path=path.name, why=error.strerror or Translatable("it cannot be read")
        ) from None


def replace(path: Path, content: bytes, *, erase: bool = False) -> None:
    """Replace the content of a file: after a kill or a power cut, either the old or the new content is there.

    With `erase`, the old content is overwritten once the new content is permanent. Otherwise the old blocks,
    which no name leads to any more, could be read from an image of the disk. If the old file has another name
    (a hard link), it is somebody's copy and is kept.
    """
    new = path.with_name(path.name + REPLACEMENT)
    with ExitStack() as ending:
        old = _open_to_erase(path, ending) if erase else None
        try:
            new.unlink(missing_ok=True)
            create(new, content)
            new.replace(path)
            sync_folder(path.parent)
        except BaseException:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise
        _erase_nameless(old)


def overwrite(descriptor: int, most: int | None = None) -> None:
    """Overwrite an open file, or its first `most` bytes, with random bytes in one write, and sync it.

    Do nothing if it is a pipe or a device.
    """
    status = os.fstat(descriptor)
    if stat.S_ISREG(status.st_mode):
        os.pwrite(descriptor, os.urandom(status.st_size if most is None else min(most, status.st_size)), 0)
        os.fsync(descriptor)


def _open_to_erase(path: Path, ending: ExitStack) -> int | None:
    with suppress(OSError):  # there is none, or it cannot be written
        descriptor = os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        ending.callback(os.close, descriptor)
        return descriptor
    return None


def _erase_nameless(descriptor: int | None) -> None:
    if descriptor is not None:
        with suppress(OSError):  # the file has no name any more, which is what matters
            if os.fstat(descriptor).st_nlink == 0:
                overwrite(descriptor)


def sweep_replacements(folder: Path) -> None:
    """Overwrite and remove the files that a killed `replace` left in a folder, since they may contain keys.

    Call this only while nobody else writes to the folder.
    """
    with suppress(OSError):
        for path in folder.glob("*" + REPLACEMENT):
            with ExitStack() as ending:
                descriptor = _open_to_erase(path, ending)
                path.unlink()
                _erase_nameless(descriptor)


def forget_pages(descriptor: int) -> None:
    """Make the system read a file from the disk the next time, not from its page cache."""
    with suppress(AttributeError, OSError):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def real(path: Path) -> Path:
    """Return a path with all links resolved.

    Unlike `Path.resolve`, this raises no error for links that form a circle.
    """
    return Path(os.path.realpath(path))


def sync_folder(folder: Path) -> None:
    """Sync a folder, so that the names in it last over a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the system's errors on writing `path` into TargetExists, DiskFull or WriteFailed."""
    try:
        yield
    except OSError as error:
        raise cause(error, path) from None


def cause(error: OSError, path: Path) -> HrdDeskError:
    """Return the error to show to the user if `path` could not be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull()
    if error.errno == errno.EFBIG:
        return FileTooLarge(path=path.name)
    if error.errno in (errno.EEXIST, errno.ENOTEMPTY):
        return TargetExists(path=path.name)
    return WriteFailed(path=path.name, why=os.strerror(error.errno or errno.EIO))


def refusal(folder: Path) -> OSError | None:
    """Return the error with which the system refuses a new file in a folder, or None if it accepts one.

    A small test file is written and removed, since the free space that statvfs reports ignores quotas.
    """
    try:
        with NewFile(_hidden(folder / "tried")) as tried:
            tried.file.write(bytes(_TRIED))
            tried.file.flush()
            os.fsync(tried.file.fileno())
    except OSError as error:
        return error
    return None


def _name(descriptor: int, path: Path) -> None:
    """Give a name to an open file that has none; raise FileExistsError if another file has this name."""
    # os.link follows the link of an open file only when it is given a folder to start from.
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        source = _OPEN_FILES / str(descriptor)
        os.link(source, path.name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _require_free(path: Path) -> None:
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink() and not any(path.iterdir())


def _hidden(path: Path) -> Path:
    """Return a random hidden name in the folder of `path`.

    The folder is the same so that the file can later be renamed to `path` in one step.
    """
    return path.with_name(f".{secrets.token_hex(8)}.part")


def _sweep(folder: Path) -> None:
    """Remove unfinished files and folders that killed runs left in a folder and that no process has open."""
    with suppress(OSError):  # if the folder is wrong, the work itself fails
        for path in folder.iterdir():
            if _LEFT.fullmatch(path.name) and path.lstat().st_mtime < time.time() - _AT_WORK:
                with suppress(OSError):
                    _remove_abandoned(path)


def _remove_abandoned(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)  # raises while the process that made it lives
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    finally:
        os.close(descriptor)
