"""Settings of a vault: texts by their names. Callers own the transactions."""

from hrddesk.store.database.connection import Connection


def load(db: Connection, name: str) -> str | None:
    """Return the value of a setting, or None if it is not set."""
    row = db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def beginning(db: Connection, begin: str) -> list[tuple[str, str]]:
    """Return names and values of the settings whose names begin with `begin`, sorted by name.

    `begin` ends in an ASCII character.
    """
    end = begin[:-1] + chr(ord(begin[-1]) + 1)
    rows = db.execute(
        "SELECT name, value FROM setting WHERE name >= ? AND name < ? ORDER BY name", (begin, end)
    )
    return [(str(name), str(value)) for name, value in rows]


def save(db: Connection, name: str, value: str) -> None:
    """Store a setting; it replaces the previous value."""
    db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?,?)", (name, value))


def remove(db: Connection, name: str) -> None:
    """Delete a setting if it exists."""
    db.execute("DELETE FROM setting WHERE name = ?", (name,))
