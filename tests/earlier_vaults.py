"""Vaults as earlier versions left them, made of new ones."""

from itertools import chain

from hrddesk.session import Session
from hrddesk.store import notes


def names_in_rows(session: Session, version: int) -> None:
    """Put names where versions 1 and 2 of the schema had them: in a row for each record."""
    notes_in_texts(session)
    db = session.store.db
    rows = list(session.store.search._names.every())
    db.execute("DROP TABLE search_page")
    db.execute(
        "CREATE TABLE search_name (owner TEXT PRIMARY KEY REFERENCES record(id), kind TEXT NOT NULL,"
        " text TEXT NOT NULL) WITHOUT ROWID, STRICT"
    )
    db.executemany("INSERT INTO search_name (owner, kind, text) VALUES (?,?,?)", rows)
    db.execute(f"PRAGMA user_version = {version}")


def notes_in_texts(session: Session) -> None:
    """Put the lines that came with bundles where versions 1 to 4 of the schema had them: in two texts."""
    with session.store.change("test"):
        db = session.store.db
        for about in notes.About:
            db.execute(f"ALTER TABLE review ADD COLUMN {about} TEXT NOT NULL DEFAULT ''")
            for (review,) in db.execute("SELECT num FROM review").fetchall():
                text = "\n".join(chain.from_iterable(notes.lines(db, review, about)))
                db.execute(f"UPDATE review SET {about} = ? WHERE num = ?", (text, review))
        db.execute("DELETE FROM review_note")
    with session.store.change("test"):  # the history has no word of them left, as it never had
        for event in ("INSERT", "UPDATE", "DELETE"):
            db.execute(f"DROP TRIGGER touched_review_note_{event}")
        db.execute("DROP TABLE review_note")
    db.execute("PRAGMA user_version = 4")
