"""The age format, version 1, binary, for post-quantum hybrid recipients: https://c2sp.org/age.

Reading is strict on purpose: a reader accepts exactly the bytes that a writer may write, and the class of the
exception says what failed. All primitives come from the library `cryptography`. A stanza is HPKE with the KEM
MLKEM768-X25519, HKDF-SHA256 and ChaCha20-Poly1305, as age 1.3 writes it.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from hrddesk.crypto import bech32
from hrddesk.crypto.age_header import (
    VERSION_LINE,
    AgeFailure,
    ArmorFailure,
    BufferedSource,
    Caps,
    HeaderFailure,
    HmacFailure,
    NoMatch,
    PayloadFailure,
    Stanza,
    decode64,
    encode64,
    read_header,
)
from hrddesk.crypto.age_payload import CHUNK, BufferedTarget, PayloadReader, Sealing
from hrddesk.crypto.kdf import hkdf, hmac_sha256
from hrddesk.crypto.pieces import fill_up

__all__ = [
    "CHUNK",
    "AgeFailure",
    "AgeIdentity",
    "AgeReader",
    "AgeRecipient",
    "ArmorFailure",
    "FileKey",
    "HeaderFailure",
    "HmacFailure",
    "NoMatch",
    "PayloadFailure",
    "Writer",
    "sealed_size",
    "stanza_count",
]

FILE_KEY_BYTES = 16
SEED_BYTES = 32
PUBLIC_BYTES = 1216  # ML-KEM-768 1184, X25519 32
STANZA_COUNTS = (1, 2, 4, 8, 16)  # the number of recipients of a file is hidden: only one of these shows

_HYBRID = "mlkem768x25519"
_INFO = b"age-encryption.org/mlkem768x25519"
_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_ENC_BYTES = 1120  # ML-KEM-768 ciphertext 1088, X25519 share 32
_SHARE_AT = 1088
_MLKEM_PUBLIC_BYTES = 1184
_TAG = 16
_NONCE = 16
_AT_ONCE = 16 * CHUNK


class StanzaOpener(Protocol):
    """An object that obtains the key of a file from the stanzas in the file's header."""

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """Return the file key, or None if no stanza is for this identity; raise `HeaderFailure`."""


@dataclass(frozen=True, slots=True)
class AgeRecipient:
    """A hybrid public key of 1216 bytes.

    The constructor raises ValueError for bytes that are not a valid key.
    """

    public: bytes

    def __post_init__(self) -> None:
        if len(self.public) != PUBLIC_BYTES:
            raise ValueError("an age recipient is 1216 bytes")
        # ML-KEM checks the modulus; the exchange refuses points of small order
        MLKEM768PublicKey.from_public_bytes(self.public[:_MLKEM_PUBLIC_BYTES])
        X25519PrivateKey.generate().exchange(self._x25519())

    @classmethod
    def from_string(cls, text: str) -> "AgeRecipient":
        """Return the public key that a text `age1pq1...` encodes; raise ValueError."""
        return cls(bech32.decode("age1pq", text))

    def to_string(self) -> str:
        """Return the public key as a text of the form `age1pq1...`."""
        return bech32.encode("age1pq", self.public)

    def wrap(self, file_key: bytes) -> Stanza:
        """Return a stanza that contains the file key and that only this recipient's identity can open."""
        mlkem = MLKEM768PublicKey.from_public_bytes(self.public[:_MLKEM_PUBLIC_BYTES])
        sealed = _SUITE.encrypt(file_key, MLKEM768X25519PublicKey(mlkem, self._x25519()), _INFO)
        return Stanza(_HYBRID, (encode64(sealed[:_ENC_BYTES]),), sealed[_ENC_BYTES:])

    def _x25519(self) -> X25519PublicKey:
        return X25519PublicKey.from_public_bytes(self.public[_MLKEM_PUBLIC_BYTES:])


@dataclass(frozen=True, slots=True)
class AgeIdentity:
    """A hybrid private key, stored as its seed of 32 bytes."""

    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.seed) != SEED_BYTES:
            raise ValueError("an age identity is a seed of 32 bytes")

    @classmethod
    def generate(cls) -> "AgeIdentity":
        """Return an identity with a new random seed."""
        return cls(secrets.token_bytes(SEED_BYTES))

    @classmethod
    def from_seed(cls, seed: bytes) -> "AgeIdentity":
        """Return the identity of a stored seed; raise ValueError unless it has 32 bytes."""
        return cls(seed)

    @classmethod
    def from_string(cls, text: str) -> "AgeIdentity":
        """Return the identity that a text `AGE-SECRET-KEY-PQ-1...` encodes; raise ValueError."""
        if text != text.upper():
            raise ValueError("an age identity is written in capitals")
        return cls(bech32.decode("age-secret-key-pq-", text.lower()))

    def to_string(self) -> str:
        """Return the identity as a text of the form `AGE-SECRET-KEY-PQ-1...`."""
        return bech32.encode("age-secret-key-pq-", self.seed).upper()

    @property
    def recipient(self) -> AgeRecipient:
        """The public key of the identity."""
        mlkem, x25519 = self._keys()
        return AgeRecipient(mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw())

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """Return the file key from the first hybrid stanza that this identity can open.

        Return None if it can open no stanza. Raise `HeaderFailure` for a malformed hybrid stanza.
        """
        mlkem, x25519 = self._keys()
        private = MLKEM768X25519PrivateKey(mlkem, x25519)
        hybrid = [_checked(stanza, x25519) for stanza in stanzas if stanza.type == _HYBRID]
        for sealed in hybrid:
            try:
                return _SUITE.decrypt(sealed, private, _INFO)
            except InvalidTag:
                continue
        return None

    def _keys(self) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
        # SHAKE-256 spreads the seed over both keys, as X-Wing does (draft-connolly-cfrg-xwing-kem)
        spread = hashlib.shake_256(self.seed).digest(96)
        return (
            MLKEM768PrivateKey.from_seed_bytes(spread[:64]),
            X25519PrivateKey.from_private_bytes(spread[64:]),
        )


@dataclass(frozen=True, slots=True)
class FileKey:
    """The key of one age file; the writer of the file uses it to read the file back."""

    key: bytes = field(repr=False)

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """Return this key without looking at the stanzas."""
        return self.key


class Writer:
    """A writer of one age file into `target`; the file is complete only after `close`.

    The number of stanzas is filled up to 1, 2, 4, 8 or 16 with stanzas for keys that are thrown away, and all
    stanzas are in random order. As a context manager the writer is closed only if the block ends without an
    exception. Raise ValueError for no recipient or more than 16.
    """

    def __init__(self, target: BufferedTarget, recipients: Sequence[AgeRecipient]) -> None:
        file_key = secrets.token_bytes(FILE_KEY_BYTES)
        self.opener = FileKey(file_key)
        """The key with which the file can be read back, as by a recipient."""
        stanzas = _padded_stanzas(recipients, file_key)
        header = VERSION_LINE + b"".join(stanza.to_bytes() for stanza in stanzas) + b"---"
        nonce = secrets.token_bytes(_NONCE)
        target.write(header + b" " + encode64(_header_mac(file_key, header)).encode("ascii") + b"\n")
        target.write(nonce)
        self._payload = Sealing(target, hkdf(file_key, nonce, b"payload"))

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Write all of `data`; return its length."""
        return self._payload.write(data)

    def close(self) -> None:
        """Write the last chunk; a second call has no effect. `target` stays open."""
        self._payload.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()


class AgeReader:
    """A reader of one age file from `source`: the header is read at once, the payload on demand.

    Each chunk is returned only after its tag was verified. The payload is proven complete only after `read`
    has returned no bytes or `chunks` has ended. With `hybrid_only`, a header with any stanza that is not
    post-quantum hybrid is refused. The constructor raises `HeaderFailure`, `HmacFailure`, `NoMatch` or
    `ArmorFailure`. Reading raises `PayloadFailure`; after that, every further read fails.
    """

    def __init__(
        self,
        source: BufferedSource,
        identities: Sequence[StanzaOpener],
        *,
        max_stanzas: int = 32,
        max_header: int = 65536,
        max_line: int = 8192,
        hybrid_only: bool = True,
    ) -> None:
        header = read_header(source, Caps(max_stanzas, max_header, max_line))
        if hybrid_only:
            _require_hybrid(header.stanzas)
        file_key = _unwrap(identities, header.stanzas)
        if not hmac.compare_digest(_header_mac(file_key, header.covered), header.mac):
            raise HmacFailure("the header was altered")
        nonce = bytearray(_NONCE)
        if fill_up(source, memoryview(nonce)) != _NONCE:
            raise HeaderFailure("the file ends before the payload")
        self.stanza_count = len(header.stanzas)
        self._payload = PayloadReader(source, hkdf(file_key, bytes(nonce), b"payload"))

    def read(self, size: int = -1) -> bytes:
        """Return `size` bytes, or fewer at the end of the payload; if `size` is negative, return the rest."""
        if size < 0:
            return b"".join(self.chunks())
        data = bytearray(size)
        return bytes(memoryview(data)[: self.readinto(memoryview(data))])

    def readinto(self, buffer: memoryview, /) -> int:
        """Fill `buffer` completely, unless the payload ends before; return the number of bytes."""
        return self._payload.readinto(buffer)

    def chunks(self) -> Iterator[bytes]:
        """Yield the rest of the payload in chunks of up to 64 KiB."""
        while part := self.read(CHUNK):
            yield part


def is_whole(source: BufferedSource, key: FileKey, look: Callable[[int], None]) -> bool:
    """Tell whether every chunk of a file can be decrypted, up to the end of the file.

    `look` is called with the number of bytes decrypted so far.
    """
    done, room = 0, memoryview(bytearray(_AT_ONCE))
    try:
        reader = AgeReader(source, [key])
        while size := reader.readinto(room):
            done += size
            look(done)
    except AgeFailure:
        return False
    return True


def sealed_size(plain: int, recipients: int) -> int:
    """Return the size in bytes of an age file that `Writer` makes.

    `plain` is the size of its content in bytes, `recipients` the number of its recipients.
    """
    stanza = len(AgeIdentity.generate().recipient.wrap(bytes(FILE_KEY_BYTES)).to_bytes())
    mac = len(encode64(bytes(32)))
    header = len(VERSION_LINE) + _stanzas_for(recipients) * stanza + len("--- \n") + mac
    return header + _NONCE + plain + max(1, -(-plain // CHUNK)) * _TAG


def stanza_count(source: BufferedSource, caps: Caps | None = None) -> int:
    """Return the number of stanzas in the header of a file, parsed strictly without any key.

    Raise `HeaderFailure` or `ArmorFailure`, also if a stanza is not post-quantum hybrid.
    """
    header = read_header(source, caps or Caps())
    _require_hybrid(header.stanzas)
    return len(header.stanzas)


def _require_hybrid(stanzas: Sequence[Stanza]) -> None:
    if any(stanza.type != _HYBRID for stanza in stanzas):
        raise HeaderFailure("a stanza is not post-quantum hybrid")


def _checked(stanza: Stanza, x25519: X25519PrivateKey) -> bytes:
    """Check the lengths and the X25519 share of a stanza, and return its HPKE ciphertext.

    Raise `HeaderFailure` for a wrong length or a share of small order.
    """
    if len(stanza.arguments) != 1:
        raise HeaderFailure("a hybrid stanza has one argument")
    enc = decode64(stanza.arguments[0].encode("ascii"))
    if len(enc) != _ENC_BYTES or len(stanza.body) != FILE_KEY_BYTES + _TAG:
        raise HeaderFailure("a hybrid stanza has the wrong length")
    try:
        x25519.exchange(X25519PublicKey.from_public_bytes(enc[_SHARE_AT:]))
    except ValueError:  # the library refuses an all-zero secret
        raise HeaderFailure("a hybrid stanza has a share of small order") from None
    return enc + stanza.body


def _unwrap(identities: Sequence[StanzaOpener], stanzas: Sequence[Stanza]) -> bytes:
    for identity in identities:
        file_key = identity.unwrap(stanzas)
        if file_key is not None:
            return file_key
    raise NoMatch("no stanza is for these identities")


def _padded_stanzas(recipients: Sequence[AgeRecipient], file_key: bytes) -> list[Stanza]:
    count = _stanzas_for(len(recipients))
    stanzas = [recipient.wrap(file_key) for recipient in recipients]
    while len(stanzas) < count:
        stanzas.append(AgeIdentity.generate().recipient.wrap(secrets.token_bytes(FILE_KEY_BYTES)))
    secrets.SystemRandom().shuffle(stanzas)
    return stanzas


def _stanzas_for(recipients: int) -> int:
    if not 1 <= recipients <= STANZA_COUNTS[-1]:
        raise ValueError("an age file is for 1 to 16 recipients")
    return next(count for count in STANZA_COUNTS if count >= recipients)


def _header_mac(file_key: bytes, covered: bytes) -> bytes:
    return hmac_sha256(hkdf(file_key, None, b"header"), covered)
