"""A made-up vault's secrets and places in its keys.bin. Not a test itself."""

import hashlib
from collections.abc import Callable
from functools import lru_cache

from hrddesk.crypto import kdf
from hrddesk.crypto.kdf import Argon2Params
from hrddesk.crypto.keyslots import PassphraseSecret, RecoverySecret

VAULT_ID = bytes(range(0x40, 0x50))
DEK = bytes(range(32))
PASSPHRASE = PassphraseSecret("correct horse battery staple")
RECOVERY = RecoverySecret(bytes(range(0x80, 0xA0)))
KEYFILE = PassphraseSecret("correct horse battery staple", hashlib.sha256(b"a keyfile").digest())
SALT, NONCE, COMMITMENT, WRAPPED = (16, 48), (48, 60), (64, 96), (96, 144)  # within a slot

argon2id_once: Callable[[bytes, bytes, Argon2Params], bytes] = lru_cache(maxsize=None)(kdf.argon2id)


def slot_at(index: int) -> int:
    return 64 + 256 * index


def put(data: bytes, offset: int, new: bytes) -> bytes:
    return data[:offset] + new + data[offset + len(new) :]
