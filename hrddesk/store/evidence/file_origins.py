"""Which files may leave with which record of evidence: those that came in together with it.

Whoever knows the hash of a file can write a record that names it. Without this such a record would be sent
back with the file to somebody from whom it was kept. A file comes in with a record where it is added to it
here, where an import brings both, or a bundle does. Callers own the transactions.
"""

from collections.abc import Iterable

from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection
from hrddesk.store.exchange.reviews import WAITING


def note(db: Connection, pairs: Iterable[tuple[RecordId, str]]) -> None:
    """Note that the file of a hash came in together with a record, for each of these pairs."""
    db.executemany("INSERT OR IGNORE INTO came_with (record, sha256) VALUES (?,?)", list(pairs))


def came(db: Connection, record: RecordId, sha256: str) -> bool:
    """Tell whether the file of that hash came in together with the record."""
    return (
        db.execute("SELECT 1 FROM came_with WHERE record = ? AND sha256 = ?", (record, sha256)).fetchone()
        is not None
    )


def forget_unknown(db: Connection) -> None:
    """Delete the notes about records that were rejected, and so were never stored."""
    db.execute(
        "DELETE FROM came_with WHERE record NOT IN (SELECT id FROM record)"  # noqa: S608  (a constant)
        f" AND record NOT IN ({WAITING})"
    )


def forget(db: Connection, records: Iterable[RecordId] | None) -> None:
    """Delete the notes about these records; about all for None."""
    if records is None:
        db.execute("DELETE FROM came_with")
    else:
        db.executemany("DELETE FROM came_with WHERE record = ?", [(record,) for record in records])
