"""What is made once for a process, since each test would make it the same: vaults, and keys of secrets."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from hrddesk.crypto import kdf
from hrddesk.crypto.kdf import DEFAULT, FLOOR, Argon2Params
from hrddesk.store.vault.session import Session

PASSPHRASE = "granite lantern orbit velvet"


class Derive(Protocol):
    """What makes a key of a secret."""

    def __call__(self, secret: bytes, salt: bytes, params: Argon2Params) -> bytes:
        """Return 32 bytes."""


_LEAST = Argon2Params(32, 1, 4)


def _at_no_cost(derive: Derive) -> Derive:
    """Let the floor of Argon2id cost nothing, where it takes 0.2 s and 64 MiB for each key of each vault.

    Any other cost is computed as it is, once for the same secret and salt, and the default each time: by that
    a machine is measured.
    """
    remembered = lru_cache(maxsize=512)(derive)

    def argon2id(secret: bytes, salt: bytes, params: Argon2Params) -> bytes:
        if params == FLOOR:
            return derive(secret, salt, _LEAST)
        return (derive if params == DEFAULT else remembered)(secret, salt, params)

    return argon2id


argon2id = kdf.argon2id
argon2id_once = lru_cache(maxsize=64)(argon2id)
"""The same keys, each computed once: copies of a vault share a salt. For where its cost is not the matter."""
argon2id_at_no_cost = _at_no_cost(argon2id)
"""Stands for it where a test opens vaults often and guessing is not its matter.

Another process cannot open what was made with it.
"""


@contextmanager
def deriving_by(derive: Derive) -> Iterator[None]:
    """Let keys be derived from passphrases by `derive` within the body."""
    before = kdf.argon2id
    kdf.argon2id = derive
    try:
        yield
    finally:
        kdf.argon2id = before


def empty_vault(path: Path) -> Path:
    """Put a closed vault without records at `path`, which PASSPHRASE opens. All of them are copies of one."""
    return Path(shutil.copytree(_empty(kdf.argon2id)[1], path))


@cache
def _empty(derive: Derive) -> tuple[TemporaryDirectory[str], Path]:
    folder = TemporaryDirectory()  # goes with the process
    path = Path(folder.name) / "desk.hrdv"
    Session.create(path, PASSPHRASE, FLOOR)[0].close()
    return folder, path
