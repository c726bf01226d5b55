"""The identity of this desk: its fingerprint in words and digits, and its contact card."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hrddesk.bundle.sending.target_file import TargetFile, place
from hrddesk.bundle.trust import identity, own_identity, qr
from hrddesk.bundle.trust.qr import Modules
from hrddesk.store.vault.session import Session

_SUFFIX: Final = ".card"


@dataclass(frozen=True, slots=True)
class IdentityShown:
    """A fingerprint as two people compare it: hexadecimal, 12 words in English and Chinese, 60 digits."""

    fingerprint: str
    words: tuple[str, ...]
    words_zh: tuple[str, ...]
    digits: str

    @property
    def code(self) -> Modules:
        """The QR code of the digits of the fingerprint."""
        return qr.modules(bytes.fromhex(self.fingerprint))


@dataclass(frozen=True, slots=True)
class IdentityState:
    """This desk's fingerprint, and the schedule of its keys. All days are computed from the present keys."""

    shown: IdentityShown
    epoch_days: int
    """The number of days for which each future encryption key is used."""
    next_key: datetime.date
    """The first day of the next encryption key."""
    proves_until: datetime.date | None
    """The last day on which the old signing keys prove the new ones after a rotation; None without a
    rotation.
    """


def show(session: Session) -> IdentityShown:
    """Return this desk's fingerprint. If the desk has no identity, one is created."""
    return shown(own_identity.own_identity(session.store, own_identity.today()).fingerprint)


def state(session: Session) -> IdentityState:
    """Return this desk's fingerprint and the schedule of its keys. If it has no identity, one is created."""
    owner = own_identity.own_identity(session.store, own_identity.today())
    before = owner.previous
    return IdentityState(
        shown(owner.fingerprint),
        own_identity.epoch_days(session.store),
        datetime.date.fromordinal(owner.current.since + owner.current.days),
        None if before is None else datetime.date.fromordinal(before.since + identity.KEPT_DAYS),
    )


def rotate(session: Session) -> IdentityShown:
    """Replace the signing keys by new ones; the old keys prove the new ones for 180 days.

    Raise RotatedBefore during the 180 days after an earlier replacement.
    """
    return shown(own_identity.rotate(session.store, own_identity.today()).fingerprint)


def replace_lost(session: Session) -> IdentityShown:
    """Create a new identity that the old keys do not prove, because another person may have them."""
    return shown(own_identity.replace_lost(session.store, own_identity.today()).fingerprint)


def set_epoch_days(session: Session, days: int) -> None:
    """Set the number of days (30 to 90) that each future encryption key is used; raise InvalidValue."""
    own_identity.set_epoch_days(session.store, days)


def shown(fingerprint: bytes) -> IdentityShown:
    """Return a fingerprint in all its forms; it may be that of any desk or key."""
    return IdentityShown(
        fingerprint.hex(),
        tuple(identity.words12(fingerprint)),
        tuple(identity.words12(fingerprint, "chinese_simplified")),
        identity.digits60(fingerprint),
    )


def write_card(session: Session, path: Path) -> Path:
    """Write this desk's contact card and return its path; `path` may be a folder.

    Raise TargetExists, DiskFull, WriteFailed.
    """
    target = place(path, _SUFFIX)
    _write(target, own_identity.own_card(session.store, own_identity.today()).raw)
    return target


def write_keys(session: Session, path: Path) -> int:
    """Write the encryption keys unencrypted to a file, for opening bundles with age; return the number of
    keys.

    Raise TargetExists, DiskFull, WriteFailed.
    """
    owner = own_identity.own_identity(session.store, own_identity.today())
    lines = [epoch.key.to_string() for epoch in reversed(owner.epochs)]
    _write(path, "".join(line + "\n" for line in lines).encode("ascii"))
    return len(lines)


def _write(target: Path, content: bytes) -> None:
    with TargetFile(target) as file:
        file.write(lambda sink: sink.write(content))
        file.put_in_place()
        file.keep()
