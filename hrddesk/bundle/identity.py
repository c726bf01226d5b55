"""What this desk is to others: three secret seeds, and the fingerprint that two people compare.

The fingerprint covers the two signing keys and nothing that changes: encryption keys come and go under it.
"""

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

from mnemonic import Mnemonic

from hrddesk.crypto.age import AgeIdentity
from hrddesk.crypto.signatures import SigningKeys, VerifyKeys

EPOCH_DAYS: Final = 90
KEPT_DAYS: Final = 180
_CARDS_OF_A_LIFE: Final = 1000  # more than a vault makes after a backup: one in 90 days

_DOMAIN: Final = b"hrddesk/identity/v1\0"
_WORDS: Final = 12
_BITS_A_WORD: Final = 11
_DIGITS: Final = 60
_LANGUAGES: Final = ("english", "chinese_simplified")


@dataclass(frozen=True, slots=True)
class Epoch:
    """One encryption key and the day (an ordinal) on which it was made."""

    key: AgeIdentity
    since: int


@dataclass(frozen=True, slots=True)
class Identity:
    """The secret side. `epochs` holds the encryption keys that may still open bundles, the current one last.

    `serial` numbers the contact cards that were made, the latest included.
    """

    signing: SigningKeys
    epochs: tuple[Epoch, ...]
    serial: int

    @property
    def current(self) -> Epoch:
        """The encryption key that new cards bind."""
        return self.epochs[-1]

    @property
    def fingerprint(self) -> bytes:
        """The 32 bytes that stand for this desk."""
        return fingerprint(self.signing.public)


def generate(today: int) -> Identity:
    """Draw a fresh identity; `today` is an ordinal."""
    return Identity(SigningKeys.generate(), (Epoch(AgeIdentity.generate(), today),), 1)


def renewed(identity: Identity, today: int) -> Identity:
    """Return the identity as it should be today: a fresh key after 90 days, old keys gone in time.

    A key goes 180 days after the next one took over: age has no forward secrecy, and sticks travel slowly.
    """
    epochs = identity.epochs
    serial = identity.serial
    if today - identity.current.since >= EPOCH_DAYS:
        epochs = (*epochs, Epoch(AgeIdentity.generate(), today))
        serial += 1
    kept = tuple(
        epoch
        for epoch, following in zip(epochs, (*epochs[1:], None), strict=True)
        if following is None or today - following.since <= KEPT_DAYS
    )
    return Identity(identity.signing, kept, serial)


def after_restore(identity: Identity, today: int) -> Identity:
    """Return the identity of a restored desk: a fresh key, on a card that counts as newer than any before.

    The life of the vault that went on after the backup may have made cards of its own, whose keys are lost.
    So may one that began from the same backup on an earlier day.
    """
    since = max(today, identity.current.since + 1)  # one key a day
    epochs = (*identity.epochs, Epoch(AgeIdentity.generate(), since))
    days = since - identity.current.since
    return Identity(identity.signing, epochs, identity.serial + days * _CARDS_OF_A_LIFE)


def fingerprint(keys: VerifyKeys) -> bytes:
    """Return SHA-256 over both public signing keys."""
    return hashlib.sha256(_DOMAIN + keys.ed25519 + keys.mldsa65).digest()


def words12(print32: bytes, language: str = "english") -> list[str]:
    """Return the first 132 bits of a fingerprint as 12 words of a BIP39 list, without a checksum."""
    bits = int.from_bytes(print32, "big") >> (len(print32) * 8 - _WORDS * _BITS_A_WORD)
    listed = _word_list(language)
    mask = len(listed) - 1
    return [listed[(bits >> shift) & mask] for shift in range((_WORDS - 1) * _BITS_A_WORD, -1, -_BITS_A_WORD)]


def digits60(print32: bytes) -> str:
    """Return the fingerprint modulo 10^60 as twelve groups of five digits (199 bits)."""
    digits = f"{int.from_bytes(print32, 'big') % 10**_DIGITS:0{_DIGITS}d}"
    return " ".join(digits[start : start + 5] for start in range(0, _DIGITS, 5))


def words_match(print32: bytes, typed: str) -> bool:
    """Tell whether twelve words, in English or Chinese, or the sixty digits, are this fingerprint's.

    Case and spacing do not matter. Everything is compared in full, in constant time.
    """
    plain = "".join(unicodedata.normalize("NFKC", typed).casefold().split()).encode("utf-8", "replace")
    forms = ["".join(words12(print32, language)) for language in _LANGUAGES]
    forms.append(digits60(print32).replace(" ", ""))
    matches = [hmac.compare_digest(plain, form.encode("utf-8")) for form in forms]
    return any(matches)


@cache
def _word_list(language: str) -> tuple[str, ...]:
    return tuple(Mnemonic(language).wordlist)
