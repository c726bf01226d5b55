"""Copies of evidence outside the vault, made so that a user can open them with another program.

They are in a folder that only this user can enter, in memory if the system has such a folder (the runtime
folder of the session, a tmpfs). They are erased when the vault is locked or closed; after a kill, the next
process that opens a vault erases them. This program starts no other program: the user chooses what opens a
copy.
"""

import fcntl
import os
import re
import secrets
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from hrddesk.actions.records import evidence
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.jobs import Job

MOST: Final = 64 << 20
"""The greatest size in bytes of a file that is copied, because erasing must be finished before the process
ends.
"""
_FOLDER: Final = re.compile(r"hrddesk-lent-[0-9]+-[0-9a-f]{8}")
_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{1,5}")


class LentCopies:
    """The copies of evidence that this process made outside the vault."""

    def __init__(self, base: Path | None = None) -> None:
        """Erase copies left by earlier processes; `base` is the parent of the folder for copies.

        The default is a folder in memory, or else the folder of temporary files.
        """
        self._base = base or place()
        self._folder: Path | None = None
        self._lock = -1  # on the folder: it ends with the process, and when a lock puts another in its place
        self.erase_left()

    @property
    def folder(self) -> Path | None:
        """The folder of the copies; None as long as there are no copies."""
        return self._folder

    @property
    def is_in_memory(self) -> bool:
        """Whether the copies are in the runtime folder of the session, which is in memory and ends with the
        session.
        """
        return self._base != Path(tempfile.gettempdir())

    def lend(self, session: Session, evidence_id: RecordId, job: Job) -> Outcome[Path]:
        """Write a copy of evidence under a meaningless name, and record it in the custody log.

        Raise InvalidValue for a file that is too large, and the errors of `evidence.save`.
        """
        record = session.store.get(evidence_id)
        size = record.fields.get("size")
        if isinstance(size, int) and size > MOST:
            raise InvalidValue(
                field="size", why=Translatable("a file this large can only be saved as a copy")
            )
        ending = Path(record.text("original_name")).suffix
        name = secrets.token_hex(4) + (ending.lower() if _ENDING.fullmatch(ending) else "")
        path = self._made() / name
        changes = evidence.save(session, evidence_id, path, job, what="evidence.viewed").changes
        with suppress(OSError):
            path.chmod(stat.S_IRUSR)
        return Outcome(path, changes)

    def erase(self) -> bool:
        """Overwrite and remove all copies; return whether nothing is left."""
        folder, self._folder = self._folder, None
        if folder is None:
            return True
        os.close(self._lock)
        return _erased(folder)

    def erase_left(self) -> None:
        """Erase the copies of processes that have ended, and of the process that this one replaced."""
        with suppress(OSError):
            for folder in self._base.iterdir():
                if _FOLDER.fullmatch(folder.name) and folder != self._folder and not _is_in_use(folder):
                    _erased(folder)

    def _made(self) -> Path:
        if self._folder is None:
            folder = self._base / f"hrddesk-lent-{os.getpid()}-{secrets.token_hex(4)}"
            with files.told(folder):
                folder.mkdir(mode=0o700)
                self._lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            fcntl.flock(self._lock, fcntl.LOCK_EX)
            self._folder = folder
        return self._folder


def place() -> Path:
    """Return the parent folder for copies: the runtime folder in memory, if only this user can enter it.

    Otherwise it is the folder of temporary files.
    """
    runtime_folder = os.environ.get("XDG_RUNTIME_DIR", "")
    with suppress(OSError, AttributeError):  # Windows has no user numbers
        status = Path(runtime_folder).lstat()
        private = stat.S_ISDIR(status.st_mode) and stat.S_IMODE(status.st_mode) == 0o700
        if Path(runtime_folder).is_absolute() and private and status.st_uid == os.getuid():
            return Path(runtime_folder)
    return Path(tempfile.gettempdir())


def _is_in_use(folder: Path) -> bool:
    """Tell whether a living process holds the lock on a folder; the process id in the name may be reused."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return False  # it is no folder of ours: erasing leaves it alone
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _erased(folder: Path) -> bool:
    """Overwrite and remove a folder of this user with all its content, and tell whether it is gone.

    Links are not followed.
    """
    with suppress(OSError, AttributeError):
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
            return False
    for root, folders, names in os.walk(folder, topdown=False):
        for name in names:
            _erase_file(Path(root) / name)
        for name in folders:
            with suppress(OSError):
                inner = Path(root) / name
                inner.unlink() if inner.is_symlink() else inner.rmdir()
    with suppress(OSError):
        folder.rmdir()
    return not folder.exists()


def _erase_file(path: Path) -> None:
    with suppress(OSError):
        if not path.is_symlink():
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
            descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            try:
                files.overwrite(descriptor)
            finally:
                os.close(descriptor)
    with suppress(OSError):
        path.unlink()
