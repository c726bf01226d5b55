"""Queries about consent: the people with an answer, and whether a change of a record ever left this vault."""

from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection


def answered(db: Connection) -> list[RecordId]:
    """Return the people who have a consent entry, in the order in which their records were added."""
    rows = db.execute(
        "SELECT DISTINCT r.num, r.id FROM consent c JOIN record r ON r.id = c.owner"
        " WHERE r.deleted = 0 ORDER BY r.num"
    )
    return [RecordId(row[1]) for row in rows]


def has_left(db: Connection, record: RecordId) -> bool:
    """Tell whether a bundle ever contained a change of the record."""
    return db.execute("SELECT 1 FROM sent WHERE record = ?", (record,)).fetchone() is not None
