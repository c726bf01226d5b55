"""The identity of this desk: three secret seeds, and the fingerprint that two people compare.

The fingerprint covers only the two signing keys: the encryption keys are replaced regularly without changing
it.
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
    """An encryption key, the day (an ordinal) on which it was made, and its time of use in days."""

    key: AgeIdentity
    since: int
    days: int = EPOCH_DAYS

    @property
    def good_until(self) -> int:
        """The last day (an ordinal) on which others may encrypt to the key, as its card promises."""
        return self.since + self.days + KEPT_DAYS


@dataclass(frozen=True, slots=True)
class Previous:
    """The signing keys that were replaced, and the day (an ordinal) on which that happened."""

    signing: SigningKeys
    since: int


@dataclass(frozen=True, slots=True)
class Identity:
    """The secret keys of a desk.

    `epochs` are the encryption keys that can still open bundles, the current one last. `serial` is the number
    of the latest contact card. `previous` signs cards, too, so that contacts accept a rotation automatically.
    """

    signing: SigningKeys
    epochs: tuple[Epoch, ...]
    serial: int
    previous: Previous | None = None

    @property
    def current(self) -> Epoch:
        """The encryption key for new cards."""
        return self.epochs[-1]

    @property
    def fingerprint(self) -> bytes:
        """The 32 bytes that identify this desk."""
        return fingerprint(self.signing.public)

    @property
    def all_signing(self) -> tuple[SigningKeys, ...]:
        """The signing keys, followed by the previous ones until they expire after a rotation."""
        return (self.signing,) if self.previous is None else (self.signing, self.previous.signing)


def generate(today: int, days: int = EPOCH_DAYS) -> Identity:
    """Generate a new identity; `today` is an ordinal, `days` the time of use of the encryption key."""
    return Identity(SigningKeys.generate(), (Epoch(AgeIdentity.generate(), today, days),), 1)


def renewed(identity: Identity, today: int, days: int = EPOCH_DAYS) -> Identity:
    """Return the identity without expired keys, and with a new encryption key if one is due.

    A new key is used for `days`. An encryption key is erased 180 days after its epoch, since age has no
    forward secrecy and USB sticks travel slowly. After an epoch that was cut short, the key is kept as long
    as its card promises. Previous signing keys are also removed 180 days after a rotation.
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
    """Return the identity of a restored desk, with a new encryption key and a higher card serial.

    Cards may have been issued after the backup: by the original vault, or by a vault that was restored
    earlier from the same backup. Their keys are lost, so the new card must have a higher serial than any of
    them.
    """
    fresh_identity = _with_fresh_key(identity, today, days)
    since_the_last = fresh_identity.current.since - identity.current.since
    return replace(fresh_identity, serial=identity.serial + since_the_last * _CARDS_OF_A_LIFE)


def rotated(identity: Identity, today: int, days: int = EPOCH_DAYS) -> Identity:
    """Return the identity with new signing keys; for 180 days the old signing keys sign its cards, too.

    The encryption keys stay as long as without a rotation, since bundles for the old keys may be on their
    way.
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
    """Tell whether twelve words, in English or Chinese, or sixty digits match this fingerprint.

    Case and spacing are ignored. The whole text is compared, in constant time.
    """
    plain = "".join(unicodedata.normalize("NFKC", typed).casefold().split()).encode("utf-8", "replace")
    forms = ["".join(words12(print32, language)) for language in _LANGUAGES]
    forms.append(digits60(print32).replace(" ", ""))
    matches = [hmac.compare_digest(plain, form.encode("utf-8")) for form in forms]
    return any(matches)


@cache
def _word_list(language: str) -> tuple[str, ...]:
    return tuple(Mnemonic(language).wordlist)
