"""Translation of database library and system errors into errors that a user can act on."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import sqlcipher3

from hrddesk.errors import (
    DatabaseDamaged,
    DiskFailing,
    DiskFull,
    HrdDeskError,
    VaultInUse,
    VaultReadOnly,
    WriteFailed,
)
from hrddesk.errors.translatable import Translatable
from hrddesk.system import files

_NAMED: Final = "db.sqlite"
"""The name under which users know the database, whichever copy is in use."""
_DAMAGE: Final = (
    "not a database",
    "malformed",
    "hmac check failed",
    "vtable constructor failed",  # of the search index, when a page of it is damaged
    "fts5: corruption",
    "user-defined function raised exception",  # a state in the history that does not unpack
)


@contextmanager
def translated(db: Any = None) -> Iterator[None]:
    """Translate errors of the library into errors that a user can act on.

    `db` is a connection on which the block writes: after an error its disk is tested for the cause. Without
    `db` no disk is tested.
    """
    try:
        yield
    except sqlcipher3.DatabaseError as error:
        if isinstance(error, sqlcipher3.IntegrityError | sqlcipher3.ProgrammingError):
            raise
        raise _cause(str(error), db) from None


def told(error: BaseException) -> HrdDeskError | None:
    """Return the error for the user that matches a library error raised outside the store; None for a bug."""
    trace = error.__traceback__
    try:
        with translated():
            raise error
    except HrdDeskError as found:
        return found
    except BaseException:  # noqa: BLE001  (it is the caller's to raise)
        return None
    finally:
        error.__traceback__ = trace  # otherwise error and frame would keep each other alive


def _cause(message: str, db: Any) -> BaseException:
    lower = message.lower()
    if "full" in lower:
        return DiskFull()
    if "locked" in lower or "busy" in lower:
        return VaultInUse()
    if "readonly" in lower or "unable to open" in lower:
        return _refusal(db) or VaultReadOnly(path=_NAMED)
    if "disk i/o error" in lower:
        return _refusal(db) or DiskFailing(why=os.strerror(errno.EIO))
    if any(sign in lower for sign in _DAMAGE):
        return DatabaseDamaged(why=Translatable("a page does not decrypt or does not fit"))
    bug: BaseException = sqlcipher3.OperationalError(message)
    return bug  # our own mistake in SQL: a bug, not a person's fault


def _refusal(db: Any) -> HrdDeskError | None:
    """Try to create a file beside the database; return the error for the user, or None if it succeeds.

    The library reports "disk I/O error" or "unable to open" also for a full disk and an exhausted quota, and
    its Python binding hides the error number of the system.
    """
    if db is None:
        return None
    text_factory, db.text_factory = db.text_factory, bytes  # a path may be no text
    path = db.execute("PRAGMA database_list").fetchone()[2]
    db.text_factory = text_factory
    refused = files.refusal(Path(os.fsdecode(path)).parent)
    if refused is None:
        return None
    if refused.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull()
    if refused.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return VaultReadOnly(path=_NAMED)
    return DiskFailing(why=os.strerror(refused.errno or errno.EIO))


def os_cause(error: OSError, path: str) -> Exception:
    """Return the error that tells the user why a file could not be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull()
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return VaultReadOnly(path=path)
    return WriteFailed(path=path, why=os.strerror(error.errno or 0))
