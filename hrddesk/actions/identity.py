"""What this desk is to others: its fingerprint in words and digits, and its contact card."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hrddesk.bundle import desk, identity
from hrddesk.bundle.target import TargetFile, place
from hrddesk.session import Session

_SUFFIX: Final = ".card"


@dataclass(frozen=True, slots=True)
class IdentityShown:
    """A fingerprint as two people compare it: hexadecimal, 12 words in English and Chinese, 60 digits."""

    fingerprint: str
    words: tuple[str, ...]
    words_zh: tuple[str, ...]
    digits: str


def show(session: Session) -> IdentityShown:
    """Return this desk's fingerprint; the identity is made now if there is none."""
    return shown(desk.own_identity(session.store, desk.today()).fingerprint)


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
    _write(target, desk.own_card(session.store, desk.today()).raw)
    return target


def write_keys(session: Session, path: Path) -> int:
    """Write the encryption keys, in the clear, for opening bundles with age; return how many.

    Raise TargetExists, DiskFull, WriteFailed.
    """
    owner = desk.own_identity(session.store, desk.today())
    lines = [epoch.key.to_string() for epoch in reversed(owner.epochs)]
    _write(path, "".join(line + "\n" for line in lines).encode("ascii"))
    return len(lines)


def _write(target: Path, content: bytes) -> None:
    with TargetFile(target) as file:
        file.write(lambda sink: sink.write(content))
        file.put_in_place()
        file.keep()
