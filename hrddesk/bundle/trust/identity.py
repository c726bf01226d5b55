"""What this desk is to others: three secret seeds, and the fingerprint that two people compare.

The fingerprint covers the two signing keys and nothing that changes: encryption keys come and go under it.
"""

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from mnemonic import Mnemonic

from hrddesk.crypto.age import AgeIdentity
from hrddesk.crypto.signatures import SigningKeys, VerifyKeys

EPOCH_DAYS: Final = 90
SHORTEST_EPOCH: Final = 30
LONGEST_EPOCH: Final = 90
KEPT_DAYS: Final = 180
_CARDS_OF_A_LIFE: Final = 1000  # more than a vault makes after a backup: one in 90 days

_DOMAIN: Final = b"hrddesk/identity/v1\0"
_WORDS: Final = 12
_BITS_A_WORD: Final = 11
_DIGITS: Final = 60
_LANGUAGES: Final = ("english", "chinese_simplified")


@dataclass(frozen=True, slots=True)
class Epoch:
    """One encryption key, the day (an ordinal) on which it was made, and the days that it should serve."""

    key: AgeIdentity
    since: int
    days: int = EPOCH_DAYS

    @property
    def good_until(self) -> int:
        """The last day (an ordinal) on which somebody may seal to it: its card promises so much."""
        return self.since + self.days + KEPT_DAYS


@dataclass(frozen=True, slots=True)
class Previous:
    """The signing keys that were replaced, and the day (an ordinal) on which that happened."""

    signing: SigningKeys
    since: int


@dataclass(frozen=True, slots=True)
class Identity:
    """The secret side. `epochs` holds the encryption keys that may still open bundles, the current one last.

    `serial` numbers the contact cards that were made, the latest included. `previous` signs cards too, so
    that contacts follow a rotation by themselves.
    """

    signing: SigningKeys
    epochs: tuple[Epoch, ...]
    serial: int
    previous: Previous | None = None

    @property
    def current(self) -> Epoch:
        """The encryption key that new cards bind."""
        return self.epochs[-1]

    @property
    def fingerprint(self) -> bytes:
        """The 32 bytes that stand for this desk."""
        return fingerprint(self.signing.public)

    @property
    def all_signing(self) -> tuple[SigningKeys, ...]:
        """The signing keys, and those before them while others may still use them."""
        return (self.signing,) if self.previous is None else (self.signing, self.previous.signing)


def generate(today: int, days: int = EPOCH_DAYS) -> Identity:
    """Draw a fresh identity; `today` is an ordinal, `days` how long each encryption key serves."""
    return Identity(SigningKeys.generate(), (Epoch(AgeIdentity.generate(), today, days),), 1)


def renewed(identity: Identity, today: int, days: int = EPOCH_DAYS) -> Identity:
    """Return the identity as it should be today: a fresh key in time, to serve `days`, and old keys gone.

    An encryption key goes 180 days after its epoch: age has no forward secrecy, and sticks travel slowly. An
    epoch that was cut short counts as if it had not been, for its card promises that the key is there. The
    signing keys of before a rotation go after 180 days, too.
    """
    renewed_identity = identity
    if today - identity.current.since >= identity.current.days:
        renewed_identity = _with_fresh_key(identity, today, days)
    epochs = renewed_identity.epochs
    kept_epochs = tuple(
        epoch
        for epoch, following in zip(epochs, (*epochs[1:], None), strict=True)
        if following is None or today <= max(following.since + KEPT_DAYS, epoch.good_until)
    )
    previous = renewed_identity.previous
    if previous is not None and today - previous.since > KEPT_DAYS:
        previous = None
    return replace(renewed_identity, epochs=kept_epochs, previous=previous)


def after_restore(identity: Identity, today: int, days: int = EPOCH_DAYS) -> Identity:
    """Return the identity of a restored desk: a fresh key, on a card that counts as newer than any before.

    The life of the vault that went on after the backup may have made cards of its own, whose keys are lost.
    So may one that began from the same backup on an earlier day.
    """
    fresh_identity = _with_fresh_key(identity, today, days)
    since_the_last = fresh_identity.current.since - identity.current.since
    return replace(fresh_identity, serial=identity.serial + since_the_last * _CARDS_OF_A_LIFE)


def rotated(identity: Identity, today: int, days: int = EPOCH_DAYS) -> Identity:
    """Return a new identity that the one before proves: its keys sign the new cards for 180 days.

    Encryption keys stay as long as they would, since bundles to the old ones may be on their way.
    """
    fresh_identity = _with_fresh_key(identity, today, days)
    return replace(fresh_identity, signing=SigningKeys.generate(), previous=Previous(identity.signing, today))


def _with_fresh_key(identity: Identity, today: int, days: int) -> Identity:
    since = max(today, identity.current.since + 1)  # one key a day
    epochs = (*identity.epochs, Epoch(AgeIdentity.generate(), since, days))
    return replace(identity, epochs=epochs, serial=identity.serial + 1)


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
