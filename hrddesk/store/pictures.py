"""What was drawn over pictures of evidence for each profile: as settings.

Bodies are JSON (`redact.pictures`). Whoever writes owns the transaction.
"""

from collections.abc import Collection
from typing import Final

from hrddesk.records.record import RecordId
from hrddesk.store import settings
from hrddesk.store.database import Connection

_NAME: Final = "picture."
_ID: Final = 32  # characters


def load(db: Connection, evidence: RecordId, profile: str) -> str | None:
    """Return what is kept of a picture for a profile."""
    return settings.load(db, _name(evidence, profile))


def everything(db: Connection) -> dict[tuple[RecordId, str], str]:
    """Return what is kept of all pictures, by picture and profile."""
    rows, start = settings.beginning(db, _NAME), len(_NAME)
    return {(RecordId(name[start : start + _ID]), name[start + _ID + 1 :]): value for name, value in rows}


def save(db: Connection, evidence: RecordId, profile: str, body: str) -> None:
    """Keep it in place of what was kept."""
    settings.save(db, _name(evidence, profile), body)


def remove(db: Connection, evidence: RecordId, profile: str) -> bool:
    """Keep nothing of a picture for a profile any more; return whether there was anything."""
    return settings.remove(db, _name(evidence, profile))


def rename_profile(db: Connection, old: str, new: str) -> None:
    """Lead what is kept of pictures for a profile to its new name."""
    for (evidence, profile), body in everything(db).items():
        if profile == old:
            remove(db, evidence, old)
            save(db, evidence, new, body)


def forget_profile(db: Connection, profile: str) -> None:
    """Keep nothing of pictures for a profile any more."""
    for evidence, of in everything(db):
        if of == profile:
            remove(db, evidence, profile)


def forget(db: Connection, gone: Collection[str] | None) -> None:
    """Erase what is kept of these pieces of evidence; None: of all."""
    for evidence, profile in everything(db):
        if gone is None or evidence in gone:
            remove(db, evidence, profile)


def _name(evidence: RecordId, profile: str) -> str:
    return f"{_NAME}{evidence}.{profile}"
