"""Key derivation: Argon2id for secrets that people remember, HKDF-SHA256 for all other secrets."""

import hmac
import time
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hrddesk.errors import KdfTooCostly
from hrddesk.errors.translatable import Translatable

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Argon2Params:
    """The cost of one Argon2id computation: memory `m_kib` in KiB, passes `t`, lanes `p`."""

    m_kib: int
    t: int
    p: int

    def at_least(self, minimum: "Argon2Params") -> "Argon2Params":
        """Return these parameters, each raised to the value in `minimum` if it is lower.

        So a new slot never has a secret that is cheaper to guess than that of the slot it replaces.
        """
        return Argon2Params(max(self.m_kib, minimum.m_kib), max(self.t, minimum.t), max(self.p, minimum.p))

    def within(self, cap: "Argon2Params") -> bool:
        """Tell whether every parameter is at most that of `cap`."""
        return self.m_kib <= cap.m_kib and self.t <= cap.t and self.p <= cap.p


DEFAULT = Argon2Params(262144, 3, 4)  # 256 MiB
FLOOR = Argon2Params(65536, 3, 4)
CAP = Argon2Params(1048576, 3, 4)
"""The highest cost that this program accepts: 1 GiB of memory, 3 passes, 4 lanes.

A vault must still open on a small laptop to which it is restored. This program writes no slot with a higher
cost and refuses to compute one.
"""


def argon2id(secret: bytes, salt: bytes, params: Argon2Params) -> bytes:
    """Derive 32 bytes by Argon2id version 1.3 (RFC 9106).

    Raise `KdfTooCostly` before any memory is allocated if `params` exceed `CAP`, and also if the machine does
    not have enough free memory.
    """
    if not params.within(CAP):
        raise KdfTooCostly(
            why=Translatable("{0} MiB, {1} passes, {2} lanes", params.m_kib // 1024, params.t, params.p)
        )
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=params.t, lanes=params.p, memory_cost=params.m_kib)
    try:
        return kdf.derive(secret)
    except MemoryError:
        raise KdfTooCostly(
            why=Translatable("this machine has no {0} MiB of memory free", params.m_kib // 1024)
        ) from None


def hkdf(key: bytes, salt: bytes | None, info: bytes, length: int = KEY_BYTES) -> bytes:
    """Derive `length` bytes by HKDF-SHA256 (RFC 5869); a `salt` of None counts as a salt of zeros."""
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(key)


def hmac_sha256(key: bytes, data: bytes) -> bytes:
    """Return the HMAC-SHA256 of `data`, 32 bytes."""
    return hmac.digest(key, data, "sha256")


def calibrate(seconds: float = 1.0) -> Argon2Params:
    """Return parameters with which one Argon2id computation takes about `seconds` on this machine.

    One computation with the default parameters is measured. Only the memory is then changed, within the
    memory of `FLOOR` and 1 GiB; passes and lanes keep their defaults. If the machine does not have enough
    memory for the default, return `FLOOR`. Processor time of other programs is not measured: otherwise the
    secrets of a vault made on a busy machine would remain cheap to guess for ever.
    """
    began, used = time.perf_counter(), time.process_time()
    try:
        argon2id(b"calibration", bytes(KEY_BYTES), DEFAULT)
    except KdfTooCostly:
        return FLOOR
    # Parallel lanes use more processor time than elapsed time; on a busy machine it is the other way round.
    return scaled(min(time.perf_counter() - began, time.process_time() - used), seconds)


def scaled(measured: float, target: float) -> Argon2Params:
    """Return the default parameters with their memory multiplied by `target / measured` (both in seconds).

    The memory is in whole MiB, between that of `FLOOR` and that of `CAP`.
    """
    mib = int(DEFAULT.m_kib / 1024 * target / max(measured, 1e-6))
    m_kib = min(max(mib * 1024, FLOOR.m_kib), CAP.m_kib)
    return Argon2Params(m_kib, DEFAULT.t, DEFAULT.p)
