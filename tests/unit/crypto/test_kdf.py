"""Argon2id with its cap, HKDF, and the calibration."""

import itertools
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hrddesk.crypto import kdf
from hrddesk.crypto.kdf import CAP, DEFAULT, FLOOR, Argon2Params
from hrddesk.errors import KdfTooCostly

# Made by the reference implementation of Argon2 (argon2-cffi): 64 MiB, 3 passes, 4 lanes.
KNOWN = "4e82a3c1253234106c4f1c6240e0978b461f2e2672b243e072deb0410a5fb623"


def test_argon2id_gives_what_the_reference_gives() -> None:
    assert kdf.argon2id(b"passphrase", b"saltsaltsaltsalt", FLOOR).hex() == KNOWN


@pytest.mark.parametrize(
    "params",
    [
        Argon2Params(CAP.m_kib + 1, 3, 4),
        Argon2Params(CAP.m_kib, CAP.t + 1, 4),
        Argon2Params(CAP.m_kib, 3, CAP.p + 1),
        Argon2Params(2**32 - 1, 2**32 - 1, 2**32 - 1),
    ],
)
def test_more_than_the_cap_is_refused(params: Argon2Params) -> None:
    with pytest.raises(KdfTooCostly, match=r"MiB, .* passes"):
        kdf.argon2id(b"passphrase", bytes(32), params)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the address space")
def test_the_cap_comes_before_the_allocation_and_short_memory_is_said() -> None:
    """In a process that may have half a GiB: the cap speaks before memory runs out, else the memory does."""
    script = f"""
import resource, sys
from hrddesk.crypto import kdf
from hrddesk.errors import KdfTooCostly
resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 30))
for m_kib in ({CAP.m_kib + 1}, {CAP.m_kib}):
    try:
        kdf.argon2id(b"passphrase", bytes(32), kdf.Argon2Params(m_kib, 3, 4))
    except KdfTooCostly as refused:
        print(refused.details["why"])
# a machine that has no memory for the default calibrates to the floor
resource.setrlimit(resource.RLIMIT_AS, (300 << 20, 300 << 20))
print(kdf.calibrate() == kdf.FLOOR)
"""
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True, timeout=60
    )
    refused, short, floored = done.stdout.splitlines()
    assert refused == "1024 MiB, 3 passes, 4 lanes"
    assert short == "this machine has no 1024 MiB of memory free"
    assert floored == "True"


def test_parameters_compare_part_by_part() -> None:
    assert FLOOR.within(DEFAULT)
    assert DEFAULT.within(CAP)
    assert not DEFAULT.within(FLOOR)
    assert not Argon2Params(DEFAULT.m_kib, DEFAULT.t + 1, DEFAULT.p).within(DEFAULT)
    assert not Argon2Params(DEFAULT.m_kib, DEFAULT.t, DEFAULT.p + 1).within(DEFAULT)


@pytest.mark.parametrize(
    ("measured", "wanted", "m_kib"),
    [
        (1.0, 1.0, DEFAULT.m_kib),
        (0.5, 1.0, 2 * DEFAULT.m_kib),
        (2.0, 1.0, DEFAULT.m_kib // 2),
        (3.0, 1.0, 85 * 1024),  # whole MiB
        (60.0, 1.0, FLOOR.m_kib),
        (0.0, 1.0, 1048576),  # 1 GiB is the most
    ],
)
def test_memory_follows_the_time_that_was_measured(measured: float, wanted: float, m_kib: int) -> None:
    assert kdf.scaled(measured, wanted) == Argon2Params(m_kib, 3, 4)


def test_nothing_dearer_is_read_than_is_ever_made() -> None:
    """A planted file costs a guess at most four times the default, and that much is made on fast machines."""
    assert kdf.scaled(0.0, 1.0) == CAP
    assert CAP.m_kib * CAP.t == 4 * DEFAULT.m_kib * DEFAULT.t


def test_calibration_stays_within_what_a_reader_takes() -> None:
    chosen = kdf.calibrate(0.2)
    assert FLOOR.within(chosen)
    assert chosen.within(CAP)


def test_hkdf_and_hmac_give_what_the_rfcs_give() -> None:
    okm = kdf.hkdf(b"\x0b" * 22, bytes(range(13)), bytes(range(0xF0, 0xFA)), 42)  # RFC 5869, A.1
    assert okm.hex().startswith("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf")
    assert kdf.hkdf(b"key", None, b"") == kdf.hkdf(b"key", bytes(32), b"")
    mac = kdf.hmac_sha256(b"\x0b" * 20, b"Hi There")  # RFC 4231, case 1
    assert mac.hex() == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"


def test_time_that_other_programs_take_makes_no_guess_cheaper(monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = time.perf_counter, itertools.count()
    # As if it had waited for the processor, or the computer had slept.
    monkeypatch.setattr(time, "perf_counter", lambda: real() + 10_000 * next(calls))
    assert kdf.calibrate(1000.0) != kdf.FLOOR
