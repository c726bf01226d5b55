"""The seeds of this desk's identity."""

from dataclasses import dataclass, field

from hrddesk.store.database import Connection


@dataclass(frozen=True, slots=True)
class IdentityRow:
    """The seeds of 32 bytes. `epochs` pairs the day (an ordinal) of each encryption key with its seed."""

    ed25519: bytes = field(repr=False)
    mldsa65: bytes = field(repr=False)
    serial: int
    epochs: tuple[tuple[int, bytes], ...] = field(repr=False)


def load(db: Connection) -> IdentityRow | None:
    """Return the identity, its encryption keys oldest first; None before the first need."""
    row = db.execute("SELECT ed25519, mldsa65, serial FROM identity").fetchone()
    if row is None:
        return None
    epochs = db.execute("SELECT since, seed FROM identity_epoch ORDER BY since")
    return IdentityRow(
        bytes(row[0]), bytes(row[1]), int(row[2]), tuple((int(since), bytes(seed)) for since, seed in epochs)
    )


def save(db: Connection, identity: IdentityRow) -> None:
    """Store the identity, inside the caller's transaction; encryption keys that it lacks are erased."""
    db.execute(
        "INSERT OR REPLACE INTO identity (one, ed25519, mldsa65, serial) VALUES (1,?,?,?)",
        (identity.ed25519, identity.mldsa65, identity.serial),
    )
    db.execute("DELETE FROM identity_epoch")
    db.executemany("INSERT INTO identity_epoch (since, seed) VALUES (?,?)", identity.epochs)
