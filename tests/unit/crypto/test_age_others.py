"""The codec against two other implementations of age, by recipients that they know and bundles refuse."""

import io
import os
import subprocess
from pathlib import Path
from typing import cast

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from hrddesk.crypto import bech32
from hrddesk.crypto.age import CHUNK, AgeReader, AgeRecipient, HeaderFailure, Writer
from hrddesk.crypto.age_header import Stanza, encode64
from hrddesk.crypto.kdf import hkdf
from tests.unit.crypto.age_classic import X25519Identity

SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7]


class X25519Recipient:
    """Seals a file key for a classical recipient, after https://c2sp.org/age."""

    def __init__(self, text: str) -> None:
        self._public = bech32.decode("age", text)

    def wrap(self, file_key: bytes) -> Stanza:
        once = X25519PrivateKey.generate()
        share = once.public_key().public_bytes_raw()
        shared = once.exchange(X25519PublicKey.from_public_bytes(self._public))
        key = hkdf(shared, share + self._public, b"age-encryption.org/v1/X25519")
        body = ChaCha20Poly1305(key).encrypt(bytes(12), file_key, None)
        return Stanza("X25519", (encode64(share),), body)


@pytest.fixture(scope="module")
def identities() -> list[pyrage.x25519.Identity]:
    return [pyrage.x25519.Identity.generate() for _ in range(3)]


def sealed_by_us(data: bytes, identities: list[pyrage.x25519.Identity]) -> bytes:
    target = io.BytesIO()
    recipients = [X25519Recipient(str(identity.to_public())) for identity in identities]
    with Writer(target, cast("list[AgeRecipient]", recipients)) as writer:
        writer.write(data)
    return target.getvalue()


def opened_by_us(raw: bytes, identity: pyrage.x25519.Identity) -> bytes:
    return AgeReader(io.BytesIO(raw), [X25519Identity.from_string(str(identity))], hybrid_only=False).read()


def age(*words: str, data: bytes) -> bytes:
    done = subprocess.run(["age", *words], input=data, capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("size", SIZES)
def test_what_others_seal_is_opened_here(size: int, identities: list[pyrage.x25519.Identity]) -> None:
    data = os.urandom(size)
    publics = [identity.to_public() for identity in identities]
    by_age = age(*[word for public in publics for word in ("-r", str(public))], data=data)
    for raw in (pyrage.encrypt(data, publics), by_age):
        for identity in identities:
            assert opened_by_us(raw, identity) == data
        with pytest.raises(HeaderFailure):  # as a bundle it is refused
            AgeReader(io.BytesIO(raw), [X25519Identity.from_string(str(identities[0]))])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("many", [1, 3])  # three are filled up with a stanza that they do not know
def test_what_is_sealed_here_others_open(
    size: int, many: int, identities: list[pyrage.x25519.Identity], tmp_path: Path
) -> None:
    data = os.urandom(size)
    raw = sealed_by_us(data, identities[:many])
    for number, identity in enumerate(identities[:many]):
        assert pyrage.decrypt(raw, [identity]) == data
        keys = tmp_path / f"{number}.txt"
        keys.write_text(f"{identity}\n", "ascii")
        assert age("-d", "-i", str(keys), data=raw) == data
    assert opened_by_us(raw, identities[many - 1]) == data
