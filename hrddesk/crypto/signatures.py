"""Signatures: Ed25519 as SSHSIG, for `ssh-keygen -Y verify`, and ML-DSA-65, for openssl.

SSHSIG: https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig; ML-DSA: FIPS 204.
"""

import base64
import hashlib
import secrets
import struct
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA65PrivateKey, MLDSA65PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

SEED_BYTES = 32
ED25519_BYTES = 32
MLDSA65_BYTES = 1952

MLDSA_BYTES = 3309
"""The length of every ML-DSA-65 signature in bytes (FIPS 204)."""

_KEY_TYPE = b"ssh-ed25519"
_MAGIC = b"SSHSIG"
_HASH = b"sha512"
_BEGIN = "-----BEGIN SSH SIGNATURE-----\n"
_END = "-----END SSH SIGNATURE-----\n"
_LINE = 70  # columns, as ssh-keygen writes them
_KEY_AT = len(_MAGIC) + 4 + 4 + 4 + len(_KEY_TYPE) + 4  # after version, lengths and key type

# The encodings of points of small order without sign bit: one signature by such a key fits every message.
_SMALL_ORDER = frozenset(
    bytes.fromhex(text)
    for text in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)


@dataclass(frozen=True, slots=True)
class VerifyKeys:
    """The two raw public keys of an identity.

    Raise ValueError for a wrong length and for an Ed25519 key of small order.
    """

    ed25519: bytes
    mldsa65: bytes

    def __post_init__(self) -> None:
        if len(self.ed25519) != ED25519_BYTES or len(self.mldsa65) != MLDSA65_BYTES:
            raise ValueError("a public key has the wrong length")
        if self.ed25519[:31] + bytes([self.ed25519[31] & 0x7F]) in _SMALL_ORDER:
            raise ValueError("an Ed25519 key of small order proves nothing")


@dataclass(frozen=True, slots=True)
class SigningKeys:
    """The two private keys of an identity, as seeds of 32 bytes."""

    ed25519_seed: bytes = field(repr=False)
    mldsa_seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.ed25519_seed) != SEED_BYTES or len(self.mldsa_seed) != SEED_BYTES:
            raise ValueError("a seed is 32 bytes")

    @classmethod
    def generate(cls) -> "SigningKeys":
        """Generate two random seeds."""
        return cls(secrets.token_bytes(SEED_BYTES), secrets.token_bytes(SEED_BYTES))

    @classmethod
    def from_seeds(cls, ed25519_seed: bytes, mldsa_seed: bytes) -> "SigningKeys":
        """Return the keys of two stored seeds; raise ValueError unless each has 32 bytes."""
        return cls(ed25519_seed, mldsa_seed)

    @property
    def public(self) -> VerifyKeys:
        """The public keys that belong to the seeds."""
        return VerifyKeys(
            Ed25519PrivateKey.from_private_bytes(self.ed25519_seed).public_key().public_bytes_raw(),
            MLDSA65PrivateKey.from_seed_bytes(self.mldsa_seed).public_key().public_bytes_raw(),
        )


def sshsig_sign(keys: SigningKeys, namespace: str, message: bytes) -> str:
    """Return the armoured SSHSIG of `message`; the hash is SHA-512."""
    private = Ed25519PrivateKey.from_private_bytes(keys.ed25519_seed)
    signature = private.sign(_signed_part(namespace, message))
    return _armour(private.public_key().public_bytes_raw(), namespace, signature)


def sshsig_verify(verify: VerifyKeys, namespace: str, message: bytes, armoured: str) -> bool:
    """Tell whether `armoured` is a valid SSHSIG of `message` by the key of `verify`.

    It must be exactly as `sshsig_sign` writes it: return False for any other key, namespace, hash, spacing or
    line length.
    """
    blob = _disarm(armoured)
    if blob is None:
        return False
    signature = blob[-64:]
    if _armour(verify.ed25519, namespace, signature) != armoured:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(verify.ed25519).verify(signature, _signed_part(namespace, message))
    except InvalidSignature:
        return False
    return True


def sshsig_signer(namespace: str, armoured: str) -> bytes | None:
    """Return the Ed25519 key that `armoured` contains, without verifying the signature.

    Return None if `armoured` is not exactly as `sshsig_sign` writes an SSHSIG.
    """
    blob = _disarm(armoured)
    if blob is None:
        return None
    key, signature = blob[_KEY_AT : _KEY_AT + 32], blob[-64:]
    return key if _armour(key, namespace, signature) == armoured else None


def ssh_public_line(verify: VerifyKeys, comment: str) -> str:
    """Return the Ed25519 key in the form of OpenSSH `.pub` and allowed-signers files.

    Raise ValueError if the comment contains a line break or another character that is not printable.
    """
    if not comment.isprintable():
        raise ValueError("the comment is not one line of text")
    encoded = base64.b64encode(_ssh_key(verify.ed25519)).decode("ascii")
    return f"{_KEY_TYPE.decode('ascii')} {encoded} {comment}".rstrip()


def ssh_fingerprint(verify: VerifyKeys) -> str:
    """Return the fingerprint of the Ed25519 key as `ssh-keygen -l` shows it."""
    digest = hashlib.sha256(_ssh_key(verify.ed25519)).digest()
    return "SHA256:" + base64.b64encode(digest).decode("ascii").rstrip("=")


def mldsa_sign(keys: SigningKeys, context: bytes, message: bytes) -> bytes:
    """Return the 3309 bytes of a hedged ML-DSA-65 signature under `context` (at most 255 bytes)."""
    return MLDSA65PrivateKey.from_seed_bytes(keys.mldsa_seed).sign(message, context)


def mldsa_verify(verify: VerifyKeys, context: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether `signature` is a valid signature over `message` and `context` by the key of `verify`."""
    try:
        MLDSA65PublicKey.from_public_bytes(verify.mldsa65).verify(signature, message, context)
    except InvalidSignature:
        return False
    return True


def mldsa_public_pem(verify: VerifyKeys) -> str:
    """Return the ML-DSA-65 key as PEM, for `openssl pkeyutl -verify -pubin`."""
    public = MLDSA65PublicKey.from_public_bytes(verify.mldsa65)
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")


def _string(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


def _ssh_key(ed25519: bytes) -> bytes:
    return _string(_KEY_TYPE) + _string(ed25519)


def _signed_part(namespace: str, message: bytes) -> bytes:
    digest = hashlib.sha512(message).digest()
    parts = (namespace.encode("ascii"), b"", _HASH, digest)
    return _MAGIC + b"".join(_string(part) for part in parts)


def _armour(ed25519: bytes, namespace: str, signature: bytes) -> str:
    parts = (
        _ssh_key(ed25519),
        namespace.encode("ascii"),
        b"",
        _HASH,
        _string(_KEY_TYPE) + _string(signature),
    )
    blob = _MAGIC + struct.pack(">I", 1) + b"".join(_string(part) for part in parts)
    text = base64.b64encode(blob).decode("ascii")
    lines = "".join(text[start : start + _LINE] + "\n" for start in range(0, len(text), _LINE))
    return _BEGIN + lines + _END


def _disarm(armoured: str) -> bytes | None:
    if not (armoured.startswith(_BEGIN) and armoured.endswith(_END)):
        return None
    try:
        return base64.b64decode(armoured[len(_BEGIN) : -len(_END)].replace("\n", ""), validate=True)
    except ValueError:
        return None
