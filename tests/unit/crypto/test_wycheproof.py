"""Project Wycheproof's vectors for every primitive that is used, through our functions where we have one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

from hrddesk.crypto import evidence_stream, kdf, signatures
from hrddesk.crypto.evidence_stream import SealBroken
from hrddesk.crypto.signatures import VerifyKeys

Case = dict[str, Any]
ED25519 = signatures.SigningKeys.from_seeds(bytes(32), bytes(32)).public.ed25519


def cases(shared: Path, name: str) -> Iterator[tuple[Case, Case]]:
    file = shared / "vectors/wycheproof" / f"{name}_test.json"
    for group in json.loads(file.read_text())["testGroups"]:
        for case in group["tests"]:
            yield group, case


def raw(case: Case, *names: str) -> list[bytes]:
    return [bytes.fromhex(case[name]) for name in names]


def differing(outcomes: dict[int, tuple[bool, str]]) -> dict[int, tuple[bool, str]]:
    """Return the cases whose outcome is not what the vectors demand; 'acceptable' may be either."""
    return {
        number: (held, demanded)
        for number, (held, demanded) in outcomes.items()
        if demanded != "acceptable" and held != (demanded == "valid")
    }


def test_aes_256_gcm(shared: Path) -> None:
    outcomes = {}
    for group, case in cases(shared, "aes_gcm"):
        if (group["keySize"], group["ivSize"]) != (256, 96):  # no other is used
            continue
        key, nonce, aad, message, sealed, tag = raw(case, "key", "iv", "aad", "msg", "ct", "tag")
        try:
            held = evidence_stream.open_small(key, nonce + sealed + tag, aad) == message
        except SealBroken:
            held = False
        if held:
            assert AESGCM(key).encrypt(nonce, message, aad) == sealed + tag
        into = bytearray(len(message))
        try:
            AESGCM(key).decrypt_into(nonce, sealed + tag, aad, into)
            assert held
            assert into == message
        except InvalidTag:
            assert not held
        outcomes[case["tcId"]] = (held, case["result"])
    assert len(outcomes) == 66
    assert differing(outcomes) == {}


def test_chacha20_poly1305(shared: Path) -> None:
    outcomes = {}
    for _, case in cases(shared, "chacha20_poly1305"):
        key, nonce, aad, message, sealed, tag = raw(case, "key", "iv", "aad", "msg", "ct", "tag")
        try:
            held = ChaCha20Poly1305(key).decrypt(nonce, sealed + tag, aad) == message
        except (InvalidTag, ValueError):  # ValueError: a nonce of another length
            held = False
        if held:
            assert ChaCha20Poly1305(key).encrypt(nonce, message, aad) == sealed + tag
        outcomes[case["tcId"]] = (held, case["result"])
    assert len(outcomes) == 325
    assert differing(outcomes) == {}


def test_hkdf_sha256(shared: Path) -> None:
    outcomes = {}
    for _, case in cases(shared, "hkdf_sha256"):
        key, salt, info, expected = raw(case, "ikm", "salt", "info", "okm")
        try:
            held = kdf.hkdf(key, salt, info, case["size"]) == expected
        except ValueError:  # more than 255 blocks
            held = False
        outcomes[case["tcId"]] = (held, case["result"])
    assert len(outcomes) == 86
    assert differing(outcomes) == {}


def test_ed25519(shared: Path) -> None:
    outcomes = {}
    for group, case in cases(shared, "ed25519"):
        signature, message = raw(case, "sig", "msg")
        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(group["publicKey"]["pk"])).verify(
                signature, message
            )
            held = True
        except InvalidSignature:
            held = False
        outcomes[case["tcId"]] = (held, case["result"])
    assert len(outcomes) == 151
    assert differing(outcomes) == {}


def test_mldsa_65(shared: Path) -> None:
    outcomes = {}
    for group, case in cases(shared, "mldsa_65_verify"):
        signature, message = raw(case, "sig", "msg")
        context = bytes.fromhex(case.get("ctx", ""))
        try:
            public = VerifyKeys(ED25519, bytes.fromhex(group["publicKey"]))
            held = signatures.mldsa_verify(public, context, message, signature)
        except ValueError:  # a key or context of the wrong length
            assert "IncorrectPublicKeyLength" in case["flags"] or "InvalidContext" in case["flags"]
            held = False
        outcomes[case["tcId"]] = (held, case["result"])
    assert len(outcomes) == 210
    assert differing(outcomes) == {}


def test_mlkem_768(shared: Path) -> None:
    outcomes = {}
    for _, case in cases(shared, "mlkem_768"):
        seed, sealed, expected = raw(case, "seed", "c", "K")
        try:
            private = MLKEM768PrivateKey.from_seed_bytes(seed)
            held = private.decapsulate(sealed) == expected
            assert private.public_key().public_bytes_raw().hex() == case["ek"]
        except ValueError:  # a seed or ciphertext of the wrong length
            held = False
        outcomes[case["tcId"]] = (held, case["result"])
    assert len(outcomes) == 193
    assert differing(outcomes) == {}


def test_x25519(shared: Path) -> None:
    outcomes = {}
    for _, case in cases(shared, "x25519"):
        public, private, expected = raw(case, "public", "private", "shared")
        key = X25519PrivateKey.from_private_bytes(private)
        if "ZeroSharedSecret" in case["flags"]:  # the vectors allow it; the age codec relies on a refusal
            with pytest.raises(ValueError, match="shared"):
                key.exchange(X25519PublicKey.from_public_bytes(public))
            continue
        outcomes[case["tcId"]] = (
            key.exchange(X25519PublicKey.from_public_bytes(public)) == expected,
            "valid",
        )
    assert len(outcomes) > 480
    assert differing(outcomes) == {}
