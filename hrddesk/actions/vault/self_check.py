"""The self-check of the program: cryptographic primitives against built-in test vectors, the build, the
protections set at start.
"""

import hashlib
import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from hrddesk.crypto import evidence_stream, kdf, keyslots, recovery, signatures
from hrddesk.errors import HrdDeskError
from hrddesk.publish.process import press
from hrddesk.store.database import connection
from hrddesk.system import confinement, lockdown, paths, swap


@dataclass(frozen=True, slots=True)
class SelfCheckResult:
    """The result of one check; `detail` says what was checked or why the check failed."""

    name: str
    ok: bool
    detail: str


_HMAC: Final = "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"  # the usual fox, key "key"
# A vector of the reference implementation of Argon2: version 19, t 2, m 64 MiB, p 1, password, somesalt.
_ARGON2: Final = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"
_SHA256: Final = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # FIPS 180-2, "abc"
_HKDF: Final = (
    "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"  # RFC 5869, 1
)
_WORDS: Final = " ".join(["abandon"] * 23 + ["art"])  # BIP39's own vector for 32 zero bytes


def run() -> list[SelfCheckResult]:
    """Run every check; a check that raises an error has failed."""
    return [_one(name, look) for name, look in _CHECKS.items()]


def _one(name: str, look: Callable[[], str]) -> SelfCheckResult:
    try:
        return SelfCheckResult(name, True, look())
    except (AssertionError, HrdDeskError, ValueError, OSError) as error:
        return SelfCheckResult(name, False, str(error) or type(error).__name__)


def _must(holds: bool, words: str) -> None:
    if not holds:
        raise AssertionError(words)


def _hashes() -> str:
    _must(hashlib.sha256(b"abc").hexdigest() == _SHA256, "SHA-256 differs")
    fox = b"The quick brown fox jumps over the lazy dog"
    _must(kdf.hmac_sha256(b"key", fox).hex() == _HMAC, "HMAC-SHA256 differs")
    derived_key = kdf.hkdf(bytes([0x0B] * 22), bytes(range(13)), bytes(range(0xF0, 0xFA)), 42)
    _must(derived_key.hex() == _HKDF, "HKDF-SHA256 differs")
    return "SHA-256, HMAC, HKDF"


def _argon2() -> str:
    derived_key = kdf.argon2id(b"password", b"somesalt", kdf.Argon2Params(65536, 2, 1))
    _must(derived_key.hex() == _ARGON2, "Argon2id differs")
    return "Argon2id"


def _words() -> str:
    _must(recovery.words_to_entropy(_WORDS) == bytes(32), "the recovery words differ")
    return "24 words"


def _keyslots() -> str:
    dek, entropy = secrets.token_bytes(32), secrets.token_bytes(32)
    slots = keyslots.new(secrets.token_bytes(16))
    secret = keyslots.RecoverySecret(entropy)
    slots = keyslots.with_slot(slots, 1, secret, dek, None)
    data = slots.to_bytes(dek)
    _must(keyslots.unlock(keyslots.parse(data), data, secret) == dek, "a keyslot does not open")
    return "a slot made and opened"


def _streams() -> str:
    key, vault_id, file_id = secrets.token_bytes(32), secrets.token_bytes(16), secrets.token_bytes(16)
    plain, sealed, opened = secrets.token_bytes(70_000), BytesIO(), BytesIO()
    evidence_stream.seal(BytesIO(plain), sealed, key, vault_id, file_id)
    sealed.seek(0)
    evidence_stream.open_stream(sealed, opened, key, vault_id, file_id, len(plain))
    _must(opened.getvalue() == plain, "evidence does not come back")
    return "a file sealed and opened"


def _signatures() -> str:
    keys = signatures.SigningKeys.from_seeds(secrets.token_bytes(32), secrets.token_bytes(32))
    both = signatures.sshsig_sign(keys, "self-check", b"x"), signatures.mldsa_sign(keys, b"self-check", b"x")
    public = keys.public
    _must(signatures.sshsig_verify(public, "self-check", b"x", both[0]), "Ed25519 does not verify")
    _must(signatures.mldsa_verify(public, b"self-check", b"x", both[1]), "ML-DSA-65 does not verify")
    _must(not signatures.mldsa_verify(public, b"self-check", b"y", both[1]), "ML-DSA-65 verifies anything")
    return "Ed25519, ML-DSA-65"


def _database() -> str:
    return f"SQLCipher {connection.cipher_version()}"


def _resources() -> str:
    folder = paths.resources()
    missing = [
        name
        for name in ("fonts", "vocabularies", "countries", "captions", "help")
        if not (folder / name).is_dir()
    ]
    _must(not missing, f"missing: {', '.join(missing)}")
    return "fonts, vocabularies, countries, captions, help"


def _locks() -> str:
    status = lockdown.status()
    _must(status.network_locked or not sys.platform.startswith("linux"), status.reason)
    openings = lockdown.openings()
    _must(not openings, f"not refused: {', '.join(openings)}")
    _must(status.core_limit_zero and status.dumpable_off, "a crash could write memory to the disk")
    return f"{status.reason} No core dumps; other programs cannot read the memory."


def _confinement() -> str:
    if not sys.platform.startswith("linux"):
        return "warning: on this system the process that opens pictures is not confined"
    open_ways = press.ways_out()
    _must(not open_ways, f"the process that opens pictures can reach: {', '.join(open_ways)}")
    version = confinement.landlock_version()
    by = f"Landlock {version} and a filter" if version else "a filter alone, for this system has no Landlock"
    return f"the process that opens pictures can open no file and start nothing, by {by}"


def _swap() -> str:
    """Return a sentence about unencrypted swap space; it may warn about the system, but no check fails."""
    if swap.swaps_to_plain_disk():
        return "warning: the system may write memory to a disk that is not encrypted (swap)"
    return "no swap on a disk that is not encrypted is known"


_CHECKS: Final[dict[str, Callable[[], str]]] = {
    "hashes": _hashes,
    "argon2": _argon2,
    "recovery words": _words,
    "keyslots": _keyslots,
    "evidence streams": _streams,
    "signatures": _signatures,
    "database": _database,
    "resources": _resources,
    "locks": _locks,
    "confinement": _confinement,
    "swap": _swap,
}
