"""X25519 and scrypt identities of age, which the public vectors need and the product refuses.

Not a test itself. After https://c2sp.org/age; the product's reader takes these only with hybrid_only=False.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from hrddesk.crypto import bech32
from hrddesk.crypto.age_header import HeaderFailure, Stanza, decode64
from hrddesk.crypto.kdf import hkdf

WORK_MOST = 22  # as the reference refuses more


@dataclass(frozen=True)
class X25519Identity:
    secret: bytes

    @classmethod
    def from_string(cls, text: str) -> "X25519Identity":
        return cls(bech32.decode("age-secret-key-", text.lower()))

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        private = X25519PrivateKey.from_private_bytes(self.secret)
        for stanza in (each for each in stanzas if each.type == "X25519"):
            if len(stanza.arguments) != 1:
                raise HeaderFailure("X25519 has one argument")
            share = decode64(stanza.arguments[0].encode())
            if len(share) != 32 or len(stanza.body) != 32:
                raise HeaderFailure("X25519 has the wrong length")
            try:
                shared = private.exchange(X25519PublicKey.from_public_bytes(share))
            except ValueError:
                raise HeaderFailure("X25519 share of small order") from None
            salt = share + private.public_key().public_bytes_raw()
            key = hkdf(shared, salt, b"age-encryption.org/v1/X25519")
            try:
                return ChaCha20Poly1305(key).decrypt(bytes(12), stanza.body, None)
            except InvalidTag:
                continue
        return None


@dataclass(frozen=True)
class ScryptIdentity:
    passphrase: str

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        mine = [each for each in stanzas if each.type == "scrypt"]
        if not mine:
            return None
        if len(stanzas) != 1:
            raise HeaderFailure("scrypt stands alone")
        (stanza,) = mine
        if len(stanza.arguments) != 2 or not re.fullmatch("[1-9][0-9]*", stanza.arguments[1]):
            raise HeaderFailure("scrypt has a salt and a work factor")
        salt, work = decode64(stanza.arguments[0].encode()), int(stanza.arguments[1])
        if len(salt) != 16 or len(stanza.body) != 32 or work > WORK_MOST:
            raise HeaderFailure("scrypt has the wrong length or asks for too much")
        salt = b"age-encryption.org/v1/scrypt" + salt
        key = Scrypt(salt=salt, length=32, n=1 << work, r=8, p=1).derive(self.passphrase.encode())
        try:
            return ChaCha20Poly1305(key).decrypt(bytes(12), stanza.body, None)
        except InvalidTag:
            return None
