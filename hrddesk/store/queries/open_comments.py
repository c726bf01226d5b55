"""The query for records with open comments."""

from hrddesk.store.database.connection import Connection


def commented(db: Connection) -> list[str]:
    """Return the ids of the records with an open comment, in order of creation."""
    rows = db.execute(
        "SELECT DISTINCT r.num, r.id FROM comment c JOIN record r ON r.id = c.owner"
        " WHERE coalesce(c.state, 'open') = 'open' ORDER BY r.num"
    )
    return [record for _, record in rows]
