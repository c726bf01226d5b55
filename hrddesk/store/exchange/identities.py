"""The seeds of the keys of this desk and of its organisation."""

from dataclasses import dataclass, field
from typing import Final

from hrddesk.store.database.connection import Connection

EPOCH_DAYS: Final = "identity.epoch-days"
"""The setting for the number of days that future encryption keys are valid."""


@dataclass(frozen=True, slots=True)
class EpochRow:
    """An encryption key. `since` is the ordinal of the day when it was made, `days` the number of days it is
    valid.
    """

    since: int
    seed: bytes = field(repr=False)
    days: int


@dataclass(frozen=True, slots=True)
class PreviousRow:
    """The seeds of replaced signing keys, and the ordinal of the day of replacement."""

    ed25519: bytes = field(repr=False)
    mldsa65: bytes = field(repr=False)
    since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityRow:
    """The seeds of this desk's keys, 32 bytes each; `epochs` holds the encryption keys, oldest first."""

    ed25519: bytes = field(repr=False)
    mldsa65: bytes = field(repr=False)
    serial: int
    epochs: tuple[EpochRow, ...]
    previous: PreviousRow | None = None


def load(db: Connection) -> IdentityRow | None:
    """Return the identity, or None if no identity was created yet."""
    row = db.execute(
        "SELECT ed25519, mldsa65, serial, previous_ed25519, previous_mldsa65, previous_since FROM identity"
    ).fetchone()
    if row is None:
        return None
    epochs = db.execute("SELECT since, seed, days FROM identity_epoch ORDER BY since")
    return IdentityRow(
        ed25519=bytes(row[0]),
        mldsa65=bytes(row[1]),
        serial=int(row[2]),
        epochs=tuple(EpochRow(int(since), bytes(seed), int(days)) for since, seed, days in epochs),
        previous=None if row[3] is None else PreviousRow(bytes(row[3]), bytes(row[4]), int(row[5])),
    )


def save(db: Connection, identity: IdentityRow) -> None:
    """Store the identity, inside the caller's transaction; encryption keys that are not in it are erased."""
    before = identity.previous
    replaced = (None, None, None) if before is None else (before.ed25519, before.mldsa65, before.since)
    db.execute(
        "INSERT OR REPLACE INTO identity"
        " (one, ed25519, mldsa65, serial, previous_ed25519, previous_mldsa65, previous_since)"
        " VALUES (1,?,?,?,?,?,?)",
        (identity.ed25519, identity.mldsa65, identity.serial, *replaced),
    )
    db.execute("DELETE FROM identity_epoch")
    db.executemany(
        "INSERT INTO identity_epoch (since, seed, days) VALUES (?,?,?)",
        [(epoch.since, epoch.seed, epoch.days) for epoch in identity.epochs],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """The seeds of the organisation's key.

    `former` holds the earlier public keys, newest first, each as a line in the form of OpenSSH.
    """

    name: str
    ed25519: bytes = field(repr=False)
    mldsa65: bytes = field(repr=False)
    since: str
    former: tuple[str, ...] = ()


def load_organisation(db: Connection) -> OrganisationRow | None:
    """Return the key of the organisation, or None if this desk has none."""
    row = db.execute("SELECT name, ed25519, mldsa65, since FROM organisation").fetchone()
    if row is None:
        return None
    former = db.execute("SELECT line FROM organisation_former ORDER BY place")
    return OrganisationRow(
        name=str(row[0]),
        ed25519=bytes(row[1]),
        mldsa65=bytes(row[2]),
        since=str(row[3]),
        former=tuple(str(line) for (line,) in former),
    )


def save_organisation(db: Connection, key: OrganisationRow | None) -> None:
    """Store the organisation's key in place of any earlier key, in the caller's transaction.

    If `key` is None, delete the stored key.
    """
    db.execute("DELETE FROM organisation_former")
    db.execute("DELETE FROM organisation")
    if key is not None:
        db.execute(
            "INSERT INTO organisation (one, name, ed25519, mldsa65, since) VALUES (1,?,?,?,?)",
            (key.name, key.ed25519, key.mldsa65, key.since),
        )
        db.executemany("INSERT INTO organisation_former (place, line) VALUES (?,?)", enumerate(key.former))
