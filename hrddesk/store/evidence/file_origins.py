"""Notes about which file arrived with which evidence record; a file is sent only with such a record.

Anyone who knows the hash of a file can write a record that names it. Without these notes, such a record would
be sent back, with the file, to a person who must not receive it. A file arrives with a record when a user
adds it to the record, or when an import or a bundle contains both. Callers own the transactions.
"""

from collections.abc import Iterable

from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection
from hrddesk.store.exchange.reviews import WAITING


def note(db: Connection, pairs: Iterable[tuple[RecordId, str]]) -> None:
    """Note, for each (record, hash), that the file arrived together with the record."""
    db.executemany("INSERT OR IGNORE INTO came_with (record, sha256) VALUES (?,?)", list(pairs))


def came(db: Connection, record: RecordId, sha256: str) -> bool:
    """Tell whether the file with this hash arrived together with the record."""
    return (
        db.execute("SELECT 1 FROM came_with WHERE record = ? AND sha256 = ?", (record, sha256)).fetchone()
        is not None
    )


def forget_unknown(db: Connection) -> None:
    """Delete the notes about records that were rejected and therefore never stored."""
    db.execute(
        "DELETE FROM came_with WHERE record NOT IN (SELECT id FROM record)"  # noqa: S608  (a constant)
        f" AND record NOT IN ({WAITING})"
    )


def forget(db: Connection, records: Iterable[RecordId] | None) -> None:
    """Delete the notes about these records, or all notes if `records` is None."""
    if records is None:
        db.execute("DELETE FROM came_with")
    else:
        db.executemany("DELETE FROM came_with WHERE record = ?", [(record,) for record in records])
