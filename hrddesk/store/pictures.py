"""What was drawn over pictures of evidence for each profile: as settings, which older vaults can take too.

Bodies are JSON (`redact.pictures`). Whoever writes owns the transaction.
"""

from collections.abc import Collection
from typing import Final

from hrddesk.records.record import RecordId
from hrddesk.store.database import Connection

_NAME: Final = "picture."
_ID: Final = 32  # characters


def load(db: Connection, evidence: RecordId, profile: str) -> str | None:
    """Return what is kept of a picture for a profile."""
    row = db.execute("SELECT value FROM setting WHERE name = ?", (_name(evidence, profile),)).fetchone()
    return None if row is None else str(row[0])


def everything(db: Connection) -> dict[tuple[RecordId, str], str]:
    """Return what is kept of all pictures, by picture and profile."""
    rows = db.execute("SELECT name, value FROM setting WHERE name GLOB ? ORDER BY name", (f"{_NAME}*",))
    start = len(_NAME)
    return {
        (RecordId(name[start : start + _ID]), name[start + _ID + 1 :]): str(value) for name, value in rows
    }


def save(db: Connection, evidence: RecordId, profile: str, body: str) -> None:
    """Keep it in place of what was kept."""
    row = (_name(evidence, profile), body)
    db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?,?)", row)


def remove(db: Connection, evidence: RecordId, profile: str) -> bool:
    """Keep nothing of a picture for a profile any more; return whether there was anything."""
    return bool(db.execute("DELETE FROM setting WHERE name = ?", (_name(evidence, profile),)).rowcount)


def rename_profile(db: Connection, old: str, new: str) -> None:
    """Lead what is kept of pictures for a profile to its new name."""
    for (evidence, profile), body in everything(db).items():
        if profile == old:
            remove(db, evidence, old)
            save(db, evidence, new, body)


def forget(db: Connection, gone: Collection[str] | None) -> None:
    """Erase what is kept of these pieces of evidence; None: of all."""
    for evidence, profile in everything(db):
        if gone is None or evidence in gone:
            remove(db, evidence, profile)


def _name(evidence: RecordId, profile: str) -> str:
    return f"{_NAME}{evidence}.{profile}"
