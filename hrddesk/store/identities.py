"""The seeds of this desk's identity. The signing keys that a rotation replaced stand in a setting."""

import json
from dataclasses import dataclass, field
from typing import Final

from hrddesk.store import settings
from hrddesk.store.database import Connection

EPOCH_DAYS: Final = "identity.epoch-days"
"""The setting that keeps how many days the encryption keys to come shall serve."""

_PREVIOUS: Final = "identity.previous"


@dataclass(frozen=True, slots=True)
class EpochRow:
    """An encryption key: the day (an ordinal) it was made on, its seed, and the days it serves."""

    since: int
    seed: bytes = field(repr=False)
    days: int


@dataclass(frozen=True, slots=True)
class PreviousRow:
    """The seeds of signing keys that were replaced, and on which day (an ordinal)."""

    ed25519: bytes = field(repr=False)
    mldsa65: bytes = field(repr=False)
    since: int


@dataclass(frozen=True, slots=True)
class IdentityRow:
    """The seeds of 32 bytes; `epochs` has those of the encryption keys, oldest first."""

    ed25519: bytes = field(repr=False)
    mldsa65: bytes = field(repr=False)
    serial: int
    epochs: tuple[EpochRow, ...]
    previous: PreviousRow | None = None


def load(db: Connection) -> IdentityRow | None:
    """Return the identity, its encryption keys oldest first; None before the first need."""
    row = db.execute("SELECT ed25519, mldsa65, serial FROM identity").fetchone()
    if row is None:
        return None
    epochs = db.execute("SELECT since, seed, days FROM identity_epoch ORDER BY since")
    return IdentityRow(
        bytes(row[0]),
        bytes(row[1]),
        int(row[2]),
        tuple(EpochRow(int(since), bytes(seed), int(days)) for since, seed, days in epochs),
        _previous(settings.load(db, _PREVIOUS)),
    )


def save(db: Connection, identity: IdentityRow) -> None:
    """Store the identity, inside the caller's transaction; keys that it lacks are erased."""
    db.execute(
        "INSERT OR REPLACE INTO identity (one, ed25519, mldsa65, serial) VALUES (1,?,?,?)",
        (identity.ed25519, identity.mldsa65, identity.serial),
    )
    db.execute("DELETE FROM identity_epoch")
    db.executemany(
        "INSERT INTO identity_epoch (since, seed, days) VALUES (?,?,?)",
        [(epoch.since, epoch.seed, epoch.days) for epoch in identity.epochs],
    )
    before = identity.previous
    if before is not None:
        settings.save(db, _PREVIOUS, json.dumps([before.ed25519.hex(), before.mldsa65.hex(), before.since]))
    elif settings.load(db, _PREVIOUS):
        settings.save(db, _PREVIOUS, "")


def _previous(kept: str | None) -> PreviousRow | None:
    if not kept:
        return None
    ed25519, mldsa65, since = json.loads(kept)
    return PreviousRow(bytes.fromhex(ed25519), bytes.fromhex(mldsa65), since)
