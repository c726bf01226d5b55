"""Sealed evidence: what goes in comes out, and nothing else ever does."""

import hashlib
import io
import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.crypto import evidence_stream
from hrddesk.crypto.evidence_stream import CHUNK, MAGIC, SealBroken
from hrddesk.errors import EvidenceDamaged
from hrddesk.system.jobs import Cancelled, Job
from tests.memory_use import MIB

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

KEY, VAULT, FILE = b"k" * 32, b"v" * 16, b"f" * 16
SEALED_CHUNK = CHUNK + 16
EDGES = [0, 1, 2, 65536, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK - 5, 3 * CHUNK + 1]
sizes = st.one_of(st.sampled_from(EDGES), st.integers(0, 4 * CHUNK))


def content(size: int, seed: int = 0) -> bytes:
    """Return bytes in which no two chunks are alike."""
    block = hashlib.shake_256(seed.to_bytes(8, "big")).digest(65521)  # a prime: chunks do not repeat
    return (block * (size // len(block) + 1))[:size]


def seal(data: bytes, file_id: bytes = FILE) -> bytes:
    target = io.BytesIO()
    sealed = evidence_stream.seal(io.BytesIO(data), target, KEY, VAULT, file_id)
    assert sealed == evidence_stream.Sealed(len(data), hashlib.sha256(data).digest())
    return target.getvalue()


def unseal(sealed: bytes, size: int, key: bytes = KEY, vault: bytes = VAULT, file_id: bytes = FILE) -> bytes:
    target = io.BytesIO()
    digest = evidence_stream.open_stream(io.BytesIO(sealed), target, key, vault, file_id, size)
    assert digest == hashlib.sha256(target.getvalue()).digest()
    return target.getvalue()


def refuse(sealed: bytes, size: int) -> None:
    """Demand that both ways to read refuse and name the file."""
    for read in (
        lambda: unseal(sealed, size),
        lambda: list(evidence_stream.read_chunks(*reading(sealed, size))),
    ):
        with pytest.raises(EvidenceDamaged) as error:
            read()
        assert error.value.details == {"ref": FILE.hex()}


def reading(sealed: bytes, size: int) -> tuple[io.BytesIO, bytes, bytes, bytes, int]:
    return io.BytesIO(sealed), KEY, VAULT, FILE, size


@settings(max_examples=40)
@given(sizes)
def test_what_goes_in_comes_out(size: int) -> None:
    data = content(size)
    sealed = seal(data)
    assert unseal(sealed, size) == data
    assert b"".join(evidence_stream.read_chunks(*reading(sealed, size))) == data
    assert len(sealed) == evidence_stream.sealed_size(size)


def test_the_file_is_what_the_format_says() -> None:
    size = 2 * CHUNK + 77777
    data, sealed = content(size), seal(content(size))
    padded = data + bytes(evidence_stream.padme(size) - size)
    expected = b"HRDSEAL\0" + b"\1\0" + bytes(6)
    for number in range(3):
        nonce = number.to_bytes(11, "big") + (b"\1" if number == 2 else b"\0")
        chunk = padded[number * CHUNK : (number + 1) * CHUNK]
        expected += AESGCM(KEY).encrypt(nonce, chunk, VAULT + FILE)
    assert sealed == expected


def test_padding_that_needs_a_chunk_of_its_own() -> None:
    size = 64 * CHUNK + 1  # the next size is 66 MiB: one chunk is padding and nothing else
    assert evidence_stream.padme(size) == 66 * CHUNK
    data = content(size)
    sealed = seal(data)
    assert len(sealed) == len(MAGIC) + 66 * SEALED_CHUNK
    assert unseal(sealed, size) == data
    for chunk in (64, 65):
        target, altered = io.BytesIO(), bytearray(sealed)
        altered[len(MAGIC) + chunk * SEALED_CHUNK + CHUNK // 2] ^= 1
        with pytest.raises(EvidenceDamaged):
            evidence_stream.open_stream(io.BytesIO(altered), target, KEY, VAULT, FILE, size)
        assert target.getvalue() == data[: 64 * CHUNK]  # padding proves the end, too


@settings(max_examples=40)
@given(sizes, st.data())
def test_any_flipped_bit_is_damage(size: int, draw: st.DataObject) -> None:
    sealed = bytearray(seal(content(size)))
    bit = draw.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    refuse(bytes(sealed), size)


@settings(max_examples=40)
@given(sizes, st.data())
def test_any_cut_is_damage(size: int, draw: st.DataObject) -> None:
    sealed = seal(content(size))
    cut = draw.draw(st.integers(1, len(sealed)))
    refuse(sealed[:-cut], size)


@pytest.mark.parametrize("size", [0, 5, CHUNK, 2 * CHUNK])
@pytest.mark.parametrize("tail", [b"\0", bytes(16), bytes(SEALED_CHUNK)])
def test_anything_added_is_damage(size: int, tail: bytes) -> None:
    refuse(seal(content(size)) + tail, size)


def pieces(sealed: bytes) -> list[bytes]:
    body = sealed[len(MAGIC) :]
    return [body[at : at + SEALED_CHUNK] for at in range(0, len(body), SEALED_CHUNK)]


@pytest.mark.parametrize(
    "arrange",
    [
        lambda a, b, c: [b, a, c],
        lambda a, b, c: [a, c, b],
        lambda a, b, c: [a, a, c],
        lambda a, b, c: [a, b],
        lambda a, b, c: [a, c],
        lambda a, b, c: [a, b, b, c],
        lambda a, b, c: [a, b, c, c],
        lambda a, b, c: [c],
        lambda a, b, c: [],
    ],
)
@pytest.mark.parametrize("size", [3 * CHUNK, 3 * CHUNK - 40000])
def test_chunks_in_any_other_arrangement_are_damage(
    arrange: Callable[[bytes, bytes, bytes], list[bytes]], size: int
) -> None:
    first, second, third = pieces(seal(content(size)))
    assert unseal(MAGIC + first + second + third, size) == content(size)
    altered = arrange(first, second, third)
    for claimed in (size, len(altered) * CHUNK):  # whatever size the row gives
        refuse(MAGIC + b"".join(altered), claimed)


def test_a_chunk_of_another_file_is_damage() -> None:
    size = 3 * CHUNK
    ours, theirs = pieces(seal(content(size))), pieces(seal(content(size, 1), file_id=b"g" * 16))
    for place in range(3):
        mixed = [*ours[:place], theirs[place], *ours[place + 1 :]]
        refuse(MAGIC + b"".join(mixed), size)
    refuse(MAGIC + b"".join(theirs), size)


@pytest.mark.parametrize(
    ("key", "vault", "file_id"),
    [(b"x" * 32, VAULT, FILE), (KEY, b"x" * 16, FILE), (KEY, VAULT, b"x" * 16), (KEY, FILE, VAULT)],
)
def test_another_key_vault_or_file_id_opens_nothing(key: bytes, vault: bytes, file_id: bytes) -> None:
    with pytest.raises(EvidenceDamaged):
        unseal(seal(b"content"), 7, key, vault, file_id)


@pytest.mark.parametrize("size", [0, 100_000, CHUNK, 3 * CHUNK + 1])
def test_a_row_that_gives_a_size_of_another_padding_is_damage(size: int) -> None:
    sealed = seal(content(size))
    for claimed in (size + 200_000, max(0, size - 200_000), size + CHUNK):
        if evidence_stream.padme(claimed) != evidence_stream.padme(size):
            refuse(sealed, claimed)


def test_nothing_of_the_last_chunk_is_given_out_before_the_end_is_proven() -> None:
    sealed = seal(content(CHUNK + 10))
    target = io.BytesIO()
    with pytest.raises(EvidenceDamaged):
        evidence_stream.open_stream(io.BytesIO(sealed + b"x"), target, KEY, VAULT, FILE, CHUNK + 10)
    assert target.getvalue() == content(CHUNK + 10)[:CHUNK]


def test_ids_have_sixteen_bytes() -> None:
    for vault, file_id in ((VAULT + b"x", FILE), (VAULT, FILE[1:])):
        with pytest.raises(ValueError, match="16 bytes"):
            evidence_stream.seal(io.BytesIO(), io.BytesIO(), KEY, vault, file_id)
        with pytest.raises(ValueError, match="16 bytes"):
            unseal(seal(b""), 0, KEY, vault, file_id)


# --- sources and targets that do less than they are asked, cancelling, progress --------------------------


class Dribble(io.RawIOBase):
    """A source and target that takes and gives at most 1000 bytes at a time."""

    def __init__(self, data: bytes = b"") -> None:
        self.inner = io.BytesIO(data)

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        return self.inner.readinto(memoryview(buffer)[:1000])

    def write(self, data: "ReadableBuffer", /) -> int:
        return self.inner.write(bytes(memoryview(data)[:1000]))


def test_short_reads_and_writes_are_made_whole() -> None:
    data = content(CHUNK + 5000)
    target = Dribble()
    evidence_stream.seal(Dribble(data), target, KEY, VAULT, FILE)
    assert target.inner.getvalue() == seal(data)
    out = Dribble()
    source = Dribble(target.inner.getvalue())
    evidence_stream.open_stream(source, out, KEY, VAULT, FILE, len(data))
    assert out.inner.getvalue() == data


def test_a_target_that_takes_nothing_is_an_error_not_a_loop() -> None:
    class Stuck(io.RawIOBase):
        def write(self, data: "ReadableBuffer", /) -> int:
            return 0

    with pytest.raises(OSError, match="no more"):
        evidence_stream.seal(io.BytesIO(b"x"), Stuck(), KEY, VAULT, FILE)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_an_error() -> None:
    with pytest.raises(OSError, match="No space"), Path("/dev/full").open("wb", buffering=0) as full:
        evidence_stream.seal(io.BytesIO(b"x"), full, KEY, VAULT, FILE)


def test_progress_is_told_in_bytes_of_the_original() -> None:
    size = 2 * CHUNK + 5
    steps: list[tuple[int, int]] = []
    job = Job(lambda done, total: steps.append((done, total)))
    target = io.BytesIO()
    evidence_stream.seal(io.BytesIO(content(size)), target, KEY, VAULT, FILE, job, expected=size)
    assert steps == [(CHUNK, size), (2 * CHUNK, size), (size, size)]
    steps.clear()
    for _ in evidence_stream.read_chunks(io.BytesIO(target.getvalue()), KEY, VAULT, FILE, size, job):
        pass
    assert steps == [(CHUNK, size), (2 * CHUNK, size), (size, size)]


def test_cancelling_stops_between_chunks() -> None:
    job = Job(lambda done, total: job.cancel())
    target = io.BytesIO()
    with pytest.raises(Cancelled):
        evidence_stream.seal(io.BytesIO(content(4 * CHUNK)), target, KEY, VAULT, FILE, job)
    assert len(target.getvalue()) < 3 * SEALED_CHUNK
    sealed, out = seal(content(4 * CHUNK)), io.BytesIO()
    job = Job(lambda done, total: job.cancel())
    with pytest.raises(Cancelled):
        evidence_stream.open_stream(io.BytesIO(sealed), out, KEY, VAULT, FILE, 4 * CHUNK, job)
    assert len(out.getvalue()) == 2 * CHUNK


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory as Linux gives it")
def test_a_quarter_of_a_gigabyte_costs_a_few_buffers(tmp_path: Path) -> None:
    """Memory does not grow with the size, so 1 GiB stays under the 32 MiB of the design as well."""
    script = """
import io, sys
from hrddesk.crypto import evidence_stream as es
from tests import memory_use
class Zeros(io.RawIOBase):
    left = 256 << 20
    def readinto(self, buffer):
        count = min(len(buffer), self.left)
        self.left -= count
        return count
ids = bytes(16), bytes(16)
es.seal(io.BytesIO(b"warm"), io.BytesIO(), bytes(32), *ids)
before = memory_use.now()
with open(sys.argv[1], "wb") as target:
    sealed = es.seal(Zeros(), target, bytes(32), *ids)
with open(sys.argv[1], "rb") as source, open("/dev/null", "wb") as target:
    assert es.open_stream(source, target, bytes(32), *ids, sealed.size) == sealed.sha256
print(memory_use.most() - before)
with open(sys.argv[1], "rb") as source:
    es.open_stream(source, io.BytesIO(), bytes(32), *ids, sealed.size)
print(memory_use.most() - before)
"""
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "sealed")],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    in_buffers, at_once = map(int, done.stdout.split())
    assert in_buffers < 16 * MIB
    assert at_once > 256 * MIB  # who keeps all of it is seen


# --- Padmé, small blobs, wrapped keys --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "padded"),
    [(0, 0), (1, 1), (2, 2), (8, 8), (9, 10), (17, 18), (100, 104), (1000, 1024), (65537, 67584)],
)
def test_padme_sizes(size: int, padded: int) -> None:
    assert evidence_stream.padme(size) == padded


@given(st.integers(2, 2**44))
def test_padme_is_the_definition_of_the_paper(size: int) -> None:
    exponent = math.floor(math.log2(size))
    kept = math.floor(math.log2(exponent)) + 1
    padded = evidence_stream.padme(size)
    step = 1 << exponent - kept
    assert padded == -(-size // step) * step
    assert size <= padded <= size * 1.12
    assert evidence_stream.padme(padded) == padded


@given(st.binary(max_size=200), st.binary(max_size=40))
def test_small_blobs_come_back(data: bytes, aad: bytes) -> None:
    blob = evidence_stream.seal_small(KEY, data, aad)
    assert len(blob) == len(data) + 28
    assert evidence_stream.open_small(KEY, blob, aad) == data
    assert evidence_stream.seal_small(KEY, data, aad) != blob


def test_small_blobs_refuse_every_change() -> None:
    blob = evidence_stream.seal_small(KEY, b"draft", b"aad")
    changed = [blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :] for at in range(len(blob))]
    changed += [blob[:at] for at in range(len(blob))] + [blob + b"x"]
    for each in changed:
        with pytest.raises(SealBroken):
            evidence_stream.open_small(KEY, each, b"aad")
    with pytest.raises(SealBroken):
        evidence_stream.open_small(KEY, blob, b"other")
    with pytest.raises(SealBroken):
        evidence_stream.open_small(b"x" * 32, blob, b"aad")


def test_wrapped_keys() -> None:
    wrapped = evidence_stream.wrap_key(KEY, b"e" * 32, VAULT + FILE)
    assert len(wrapped) == 60
    assert evidence_stream.unwrap_key(KEY, wrapped, VAULT + FILE) == b"e" * 32
    with pytest.raises(SealBroken):
        evidence_stream.unwrap_key(KEY, wrapped, FILE + VAULT)
    with pytest.raises(ValueError, match="32 bytes"):
        evidence_stream.wrap_key(KEY, b"e" * 31, b"")
    with pytest.raises(SealBroken):  # well sealed, but no key
        evidence_stream.unwrap_key(KEY, evidence_stream.seal_small(KEY, b"e" * 31, b""), b"")
