"""The destruction of a vault: without its keyslots no secret opens it, whatever else remains on this disk.

No secret is asked for. Anybody who may write to the folder can remove it anyway; but a mere removal would
leave the keys to a later examination of the disk.

The order is essential. Copies of keyslots that a kill left beside keys.bin are destroyed first, then keys.bin
itself is overwritten in one write and synced: before this write the vault is unchanged, after it no secret
opens the vault. Then keys.bin is removed, the beginnings of the database and its log are overwritten, and
everything is removed. No function here waits for a process that has the vault open.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from hrddesk.crypto import keyslots
from hrddesk.errors import HrdDeskError, NotAVault, VaultFilesMissing
from hrddesk.store.database import database_errors
from hrddesk.store.vault import backup
from hrddesk.store.vault import folder as vault
from hrddesk.system import files
from hrddesk.system.interruption import held

_BEGINNING: Final = 1 << 20  # of each other file: so much goes within a second on a slow stick
_ID: Final = slice(16, 32)


def vault_id(folder: Path) -> str:
    """Return the id of the vault in a folder, or "" if its keyslots are missing or too damaged.

    Raise NotAVault.
    """
    try:
        data = vault.read_keys(folder)
    except VaultFilesMissing:
        return ""  # a wipe that was killed, or that somebody did by hand
    except NotAVault:
        raise
    except HrdDeskError:
        return ""
    if len(data) < _ID.stop or not data.startswith(keyslots.MAGIC):
        raise NotAVault(path=folder)
    return data[_ID].hex()


def destroy_keys(folder: Path) -> None:
    """Overwrite all keyslots, so that the vault can never be opened again; they are synced before this
    returns.

    Raise VaultReadOnly or WriteFailed; then the vault opens as before. The work is not interrupted.
    """
    with held():
        try:
            for path in _copies_of_keys(folder):
                _overwrite(path, keyslots.SIZE)
            with suppress(FileNotFoundError):  # an earlier wipe removed it
                _overwrite(folder / vault.KEYS, keyslots.SIZE, through_links=True)
        except OSError as error:
            raise database_errors.os_cause(error, folder.name) from None


def remove(folder: Path) -> list[str]:
    """Overwrite the beginnings of the other files and remove everything, after `destroy_keys`.

    Return the names of files that could not be removed. Nothing is raised: the essential step is done.
    """
    with held():
        with suppress(OSError):
            (folder / vault.KEYS).unlink(missing_ok=True)
            files.sync_folder(folder)
        for path in _beginnings(folder):
            with suppress(OSError):
                _overwrite(path, _BEGINNING)
        with suppress(OSError):  # what is left has no keys
            _remove_all(folder)
            files.sync_folder(folder.parent)
    with suppress(OSError):
        return sorted(path.name for path in folder.iterdir())
    return []


def wipe(folder: Path) -> list[str]:
    """Destroy a vault and remove it; return the names of files that could not be removed, which are now
    useless.

    Raise VaultReadOnly or WriteFailed; then the vault opens as before.
    """
    destroy_keys(folder)
    return remove(folder)


def _copies_of_keys(folder: Path) -> Iterator[Path]:
    """Yield every file except keys.bin that begins with keyslots, in the folder or in `backup.WORK`."""
    for path in sorted([*folder.iterdir(), *(folder / backup.WORK).glob("*")]):
        if path.is_symlink() or (path.name == vault.KEYS and path.parent == folder):
            continue
        with suppress(OSError), files.open_regular(path) as file:
            if file.read(len(keyslots.MAGIC)) == keyslots.MAGIC:
                yield path


def _beginnings(folder: Path) -> list[Path]:
    """Return the files whose beginnings are overwritten: the database with its companions, then all other
    files.
    """
    with suppress(OSError):
        paths = [path for path in folder.iterdir() if not path.is_dir() or path.is_symlink()]
        return sorted(paths, key=lambda path: (not path.name.startswith("db."), path.name))
    return []


def _remove_all(folder: Path) -> None:
    """Remove the folder, with the database last: by the database a later wipe recognises an
    interrupted one.
    """
    for path in sorted(folder.iterdir(), key=lambda path: path.name == vault.DATABASE):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    folder.rmdir()


def _overwrite(path: Path, most: int, *, through_links: bool = False) -> None:
    """Overwrite the first `most` bytes of a file with random bytes, in one write, and sync it."""
    descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK | (0 if through_links else os.O_NOFOLLOW))
    try:
        files.overwrite(descriptor, most)
    finally:
        os.close(descriptor)
