"""Evidence files that arrived with a bundle: they are kept apart from the files of the vault until accepted.

Callers own the transactions.
"""

from hrddesk.store.database.connection import Connection
from hrddesk.store.evidence.blobs import Blob


def stage(db: Connection, review: int, blob: Blob) -> bool:
    """Enter an evidence file of a bundle; return False if the review already has the file."""
    entered = db.execute(
        "INSERT OR IGNORE INTO staged_blob (review, sha256, size, file_id, wrapped_key, content)"
        " VALUES (?,?,?,?,?,?)",
        (review, blob.sha256, blob.size, blob.file_id, blob.wrapped_key, blob.content),
    )
    return bool(entered.rowcount)


def staged(db: Connection, review: int) -> list[Blob]:
    """Return the evidence files of a review that are not yet moved into the vault."""
    rows = db.execute(
        "SELECT sha256, size, file_id, wrapped_key, content FROM staged_blob WHERE review = ? AND moved = 0"
        " ORDER BY sha256",
        (review,),
    )
    return [Blob(*row) for row in rows]


def moved(db: Connection, review: int) -> list[str]:
    """Return the SHA-256 of the evidence files of a review that were moved into the vault."""
    rows = db.execute("SELECT sha256 FROM staged_blob WHERE review = ? AND moved = 1", (review,))
    return [str(row[0]) for row in rows]


def move(db: Connection, review: int, sha256: str) -> None:
    """Move a staged evidence file into the vault, which must not have the content yet."""
    db.execute(
        "INSERT INTO blob (sha256, size, file_id, wrapped_key, content)"
        " SELECT sha256, size, file_id, wrapped_key, content FROM staged_blob"
        " WHERE review = ? AND sha256 = ?",
        (review, sha256),
    )
    # The vault alone knows the file from now on: whoever removes the evidence removes all of it.
    db.execute(
        "UPDATE staged_blob SET moved = 1, file_id = NULL, wrapped_key = NULL, content = NULL"
        " WHERE review = ? AND sha256 = ?",
        (review, sha256),
    )


def move_back(db: Connection, review: int, sha256: str) -> None:
    """Move an evidence file from the vault back to the review, unless the file was removed in the
    meantime.
    """
    db.execute(
        "UPDATE staged_blob SET moved = 0, (file_id, wrapped_key, content) ="
        " (SELECT file_id, wrapped_key, content FROM blob WHERE blob.sha256 = staged_blob.sha256)"
        " WHERE review = ? AND sha256 = ? AND sha256 IN (SELECT sha256 FROM blob)",
        (review, sha256),
    )
    db.execute("DELETE FROM staged_blob WHERE review = ? AND sha256 = ? AND moved = 1", (review, sha256))
    db.execute("DELETE FROM blob WHERE sha256 = ?", (sha256,))


def speaks_of(db: Connection, sha256: str) -> bool:
    """Tell whether a live evidence record refers to this content."""
    return db.execute("SELECT 1 FROM evidence WHERE sha256 = ?", (sha256,)).fetchone() is not None


def unstage(db: Connection, review: int) -> None:
    """Delete the rows of evidence files that were not moved; the caller discards the files after the
    commit.
    """
    db.execute("DELETE FROM staged_blob WHERE review = ? AND moved = 0", (review,))
