"""Vaults as earlier versions left them, made of new ones."""

from hrddesk.session import Session


def names_in_rows(session: Session, version: int) -> None:
    """Put names where versions 1 and 2 of the schema had them: in a row for each record."""
    db = session.store.db
    rows = list(session.store.search._names.every())
    db.execute("DROP TABLE search_page")
    db.execute(
        "CREATE TABLE search_name (owner TEXT PRIMARY KEY REFERENCES record(id), kind TEXT NOT NULL,"
        " text TEXT NOT NULL) WITHOUT ROWID, STRICT"
    )
    db.executemany("INSERT INTO search_name (owner, kind, text) VALUES (?,?,?)", rows)
    db.execute(f"PRAGMA user_version = {version}")
