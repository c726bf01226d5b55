"""The public vectors of the age format, and files sealed by the reference implementation."""

import hashlib
import io
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from hrddesk.crypto.age import (
    AgeFailure,
    AgeIdentity,
    AgeReader,
    AgeRecipient,
    ArmorFailure,
    HeaderFailure,
    HmacFailure,
    NoMatch,
    PayloadFailure,
    stanza_count,
)
from tests.unit.crypto.age_classic import ScryptIdentity, X25519Identity

CLASSES: dict[str, type[AgeFailure]] = {
    "header failure": HeaderFailure,
    "HMAC failure": HmacFailure,
    "no match": NoMatch,
    "payload failure": PayloadFailure,
    "armor failure": ArmorFailure,
}


@dataclass(frozen=True)
class Vector:
    name: str
    expect: str
    payload: str | None
    identities: tuple[AgeIdentity | X25519Identity | ScryptIdentity, ...]
    armoured: bool
    file: bytes


def read_vector(path: Path) -> Vector:
    head, _, body = path.read_bytes().partition(b"\n\n")
    fields = [line.partition(": ")[::2] for line in head.decode().split("\n")]
    known = dict(fields)
    if known.get("compressed") == "zlib":
        body = zlib.decompress(body)
    identities: list[AgeIdentity | X25519Identity | ScryptIdentity] = []
    for name, value in fields:
        if name == "identity" and value.startswith("AGE-SECRET-KEY-PQ-"):
            identities.append(AgeIdentity.from_string(value))
        elif name == "identity":
            identities.append(X25519Identity.from_string(value))
        elif name == "passphrase":
            identities.append(ScryptIdentity(value))
    armoured = known.get("armored") == "yes"
    return Vector(path.name, known["expect"], known.get("payload"), tuple(identities), armoured, body)


@pytest.fixture(scope="session")
def vectors(shared: Path) -> list[Vector]:
    return [read_vector(path) for path in sorted((shared / "vectors/age-cctv").iterdir())]


def outcome(vector: Vector, *, hybrid_only: bool) -> tuple[str, str]:
    """Return the outcome in the words of the vectors, and the SHA-256 of what was given out."""
    given = hashlib.sha256()
    try:
        reader = AgeReader(io.BytesIO(vector.file), vector.identities, hybrid_only=hybrid_only)
        for chunk in reader.chunks():
            given.update(chunk)
    except AgeFailure as failure:
        (words,) = (words for words, kind in CLASSES.items() if type(failure) is kind)
        return words, given.hexdigest()
    return "success", given.hexdigest()


def test_every_binary_vector_gives_its_exact_outcome(vectors: list[Vector]) -> None:
    binary = [vector for vector in vectors if not vector.armoured]
    assert len(binary) > 100
    wrong = {}
    for vector in binary:
        got, given = outcome(vector, hybrid_only=False)
        if got != vector.expect or (vector.payload is not None and given != vector.payload):
            wrong[vector.name] = (got, vector.expect, given)
    assert wrong == {}


def test_every_armoured_vector_is_refused_as_such(vectors: list[Vector]) -> None:
    armoured = [vector for vector in vectors if vector.armoured]
    assert len(armoured) == 33
    for hybrid_only in (True, False):
        assert {outcome(vector, hybrid_only=hybrid_only)[0] for vector in armoured} == {"armor failure"}


def test_the_product_opens_hybrid_files_only(vectors: list[Vector]) -> None:
    binary = [vector for vector in vectors if not vector.armoured]
    opened = {v.name for v in binary if outcome(v, hybrid_only=True)[0] == "success"}
    assert opened == {"hybrid", "hybrid_multiple_recipients"}
    (mixed,) = (vector for vector in binary if vector.name == "hybrid_and_x25519")
    assert outcome(mixed, hybrid_only=True)[0] == "header failure"


def test_files_of_the_reference_open(shared: Path) -> None:
    folder = shared / "vectors/age-reference"
    lines = (folder / "identity.txt").read_text().splitlines()
    (secret,) = (line for line in lines if line.startswith("AGE-SECRET-KEY-PQ-1"))
    identity = AgeIdentity.from_string(secret)
    recipient = AgeRecipient.from_string((folder / "recipient.txt").read_text().strip())
    assert identity.recipient == recipient
    assert identity.to_string() == secret
    assert recipient.to_string() == (folder / "recipient.txt").read_text().strip()
    sums = [line.split() for line in (folder / "SHA256SUMS.plain").read_text().splitlines()]
    assert len(sums) == 8
    for digest, name in sums:
        with (folder / name).open("rb") as file:
            assert hashlib.sha256(AgeReader(file, [identity]).read()).hexdigest() == digest
        with (folder / name).open("rb") as file:
            assert stanza_count(file) == (8 if name.startswith("eight") else 1)
    with (folder / "not-for-us.age").open("rb") as file, pytest.raises(NoMatch):
        AgeReader(file, [identity])
