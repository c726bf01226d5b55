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
        """The QR code of the digits."""
        return qr.modules(bytes.fromhex(self.fingerprint))


@dataclass(frozen=True, slots=True)
class IdentityState:
    """This desk's fingerprint, and the schedule of its keys. Days are those of the current encryption key."""

    shown: IdentityShown
    epoch_days: int
    """The number of days that future encryption keys are used."""
    next_key: datetime.date
    """The first day of the next encryption key."""
    proves_until: datetime.date | None
    """After a rotation: the last day on which the old keys prove the new, None without one."""


def show(session: Session) -> IdentityShown:
    """Return this desk's fingerprint; the identity is created now if there is none."""
    return shown(own_identity.own_identity(session.store, own_identity.today()).fingerprint)


def state(session: Session) -> IdentityState:
    """Return this desk's identity with its days; it is created now if there is none."""
    owner = own_identity.own_identity(session.store, own_identity.today())
    before = owner.previous
    return IdentityState(
        shown(owner.fingerprint),
        own_identity.epoch_days(session.store),
        datetime.date.fromordinal(owner.current.since + owner.current.days),
        None if before is None else datetime.date.fromordinal(before.since + identity.KEPT_DAYS),
    )


def rotate(session: Session) -> IdentityShown:
    """Replace the signing keys by new ones, which the old ones prove for 180 days; raise RotatedBefore."""
    return shown(own_identity.rotate(session.store, own_identity.today()).fingerprint)


def replace_lost(session: Session) -> IdentityShown:
    """Create a new identity without a proof by the old one, whose keys another person may have."""
    return shown(own_identity.replace_lost(session.store, own_identity.today()).fingerprint)


def set_epoch_days(session: Session, days: int) -> None:
    """Set the number of days (30 to 90) that each future encryption key is used; raise InvalidValue."""
    own_identity.set_epoch_days(session.store, days)


def shown(fingerprint: bytes) -> IdentityShown:
    """Return any fingerprint in all its forms."""
    return IdentityShown(
        fingerprint.hex(),
        tuple(identity.words12(fingerprint)),
        tuple(identity.words12(fingerprint, "chinese_simplified")),
        identity.digits60(fingerprint),
    )


def write_card(session: Session, path: Path) -> Path:
    """Write this desk's contact card and return where; `path` may be a folder.

    Raise TargetExists, DiskFull, WriteFailed.
    """
    target = place(path, _SUFFIX)
    _write(target, own_identity.own_card(session.store, own_identity.today()).raw)
    return target


def write_keys(session: Session, path: Path) -> int:
    """Write the encryption keys, in the clear, for opening bundles with age; return their number.

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
