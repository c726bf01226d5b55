"""The stored publications. Callers that write own the transaction."""

import time
from dataclasses import dataclass

from hrddesk.store.database.connection import Connection


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """One publication; `profile`, `request`, `labels` and `model` are JSON."""

    num: int
    time: int
    who: str
    profile: str
    request: str
    labels: str
    model: str
    file: str
    sha256: str
    pages: int


@dataclass(frozen=True, slots=True)
class PublicationLine:
    """A publication as shown in a list; `time` is in seconds since 1970, UTC."""

    num: int
    time: int
    file: str
    pages: int


_PUBLICATIONS = "SELECT num, time, who, profile, request, labels, model, file, sha256, pages FROM publication"


def add(
    db: Connection,
    *,
    who: str,
    profile: str,
    request: str,
    labels: str,
    model: str,
    file: str,
    sha256: str,
    pages: int,
) -> int:
    """Store a publication with the present time; return its number.

    No earlier publication had this number, not even an erased one.
    """
    return int(
        db.execute(
            "INSERT INTO publication (num, time, who, profile, request, labels, model, file, sha256, pages)"
            " VALUES (1 + max((SELECT coalesce(max(num), 0) FROM publication),"
            " (SELECT coalesce(max(publication), 0) FROM publication_person),"
            " (SELECT coalesce(max(publication), 0) FROM protected_name),"
            " (SELECT coalesce(max(publication), 0) FROM publication_count)),?,?,?,?,?,?,?,?,?)"
            " RETURNING num",
            (int(time.time()), who, profile, request, labels, model, file, sha256, pages),
        ).fetchone()[0]
    )


def everything(db: Connection) -> list[PublicationRow]:
    """Return all publications, latest first."""
    return [PublicationRow(*row) for row in db.execute(_PUBLICATIONS + " ORDER BY num DESC")]


def lines(db: Connection) -> list[PublicationLine]:
    """Return all publications as shown in a list, latest first, without their large models."""
    rows = db.execute("SELECT num, time, file, pages FROM publication ORDER BY num DESC")
    return [PublicationLine(*row) for row in rows]


def issues_before(db: Connection) -> dict[int, int]:
    """Return, by the number of a publication that continues an earlier issue, the number of that issue.

    The result is sorted by the number of the publication.
    """
    rows = db.execute(
        "SELECT num, json_extract(request, '$.since') AS since FROM publication"
        " WHERE since IS NOT NULL ORDER BY num"
    )
    return {int(num): int(since) for num, since in rows}


def numbered(db: Connection, num: int) -> PublicationRow | None:
    """Return the publication with this number, or None if there is none."""
    row = db.execute(_PUBLICATIONS + " WHERE num = ?", (num,)).fetchone()
    return None if row is None else PublicationRow(*row)


def by_hash(db: Connection, sha256: str) -> PublicationRow | None:
    """Return the latest publication whose file has this hash, or None if there is none."""
    row = db.execute(_PUBLICATIONS + " WHERE sha256 = ? ORDER BY num DESC LIMIT 1", (sha256,)).fetchone()
    return None if row is None else PublicationRow(*row)
