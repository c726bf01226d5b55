"""What is made once for a process, since each test would make it the same: vaults, and keys of secrets."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hrddesk.crypto import kdf
from hrddesk.crypto.kdf import DEFAULT, FLOOR, Argon2Params
from hrddesk.session import Session

PASSPHRASE = "granite lantern orbit velvet"

Derive = Callable[[bytes, bytes, Argon2Params], bytes]


def once(derive: Derive) -> Derive:
    """Let Argon2id be computed once for the same secret, salt and cost; it takes 0.2 s and 64 MiB.

    What costs the default is computed each time: by that a machine is measured.
    """
    remembered = lru_cache(maxsize=512)(derive)

    def argon2id(secret: bytes, salt: bytes, params: Argon2Params) -> bytes:
        return (derive if params == DEFAULT else remembered)(secret, salt, params)

    return argon2id


@contextmanager
def keys_once() -> Iterator[None]:
    """Let `once` hold within the body."""
    derive = kdf.argon2id
    kdf.argon2id = once(derive)
    try:
        yield
    finally:
        kdf.argon2id = derive


def empty_vault(path: Path) -> Path:
    """Put a closed vault without records at `path`, which PASSPHRASE opens. All of them are copies of one."""
    return Path(shutil.copytree(_empty()[1], path))


@cache
def _empty() -> tuple[TemporaryDirectory[str], Path]:
    folder = TemporaryDirectory()  # goes with the process
    path = Path(folder.name) / "desk.hrdv"
    Session.create(path, PASSPHRASE, FLOOR)[0].close()
    return folder, path
