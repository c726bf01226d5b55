"""Reviews of free texts, and what was published. Whoever writes owns the transaction."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hrddesk.records.record import RecordId
from hrddesk.store import pictures, settings
from hrddesk.store.database import Connection


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A free text that was reviewed for a profile; `time` is in seconds since 1970, UTC."""

    record: RecordId
    field: str
    profile: str
    digest: str
    time: int
    who: str


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
    """What a list says of a publication; `time` is in seconds since 1970, UTC."""

    num: int
    time: int
    file: str
    pages: int


_WORDING: Final = "wording."
_REVIEWS = "SELECT record, field, profile, digest, time, who FROM text_review"
_PUBLICATIONS = "SELECT num, time, who, profile, request, labels, model, file, sha256, pages FROM publication"


def rename_profile(db: Connection, old: str, new: str) -> None:
    """Lead what was reviewed and decided for a profile to its new name, in place of what is there."""
    db.execute("UPDATE OR REPLACE text_review SET profile = ? WHERE profile = ?", (new, old))
    for record, field, profile, body in wordings(db):
        if profile == old:
            settings.remove(db, _wording(record, field, old))
            save_wording(db, record, field, new, body)


def forget_profile(db: Connection, profile: str) -> None:
    """Keep nothing any more of what was reviewed, decided and drawn for a profile.

    It is kept by the name: one that is gone may be wanted again by an undoing, never by the next of its name.
    """
    pictures.forget_profile(db, profile)
    db.execute("DELETE FROM text_review WHERE profile = ?", (profile,))
    for record, field, of, _ in wordings(db):
        if of == profile:
            settings.remove(db, _wording(record, field, profile))


def reviews(db: Connection, profile: str) -> list[ReviewRow]:
    """Return the reviews for a profile."""
    return [_review(row) for row in db.execute(_REVIEWS + " WHERE profile = ?", (profile,))]


def review(db: Connection, record: RecordId, field: str, profile: str) -> ReviewRow | None:
    """Return the review of one text for a profile."""
    where = " WHERE record = ? AND field = ? AND profile = ?"
    row = db.execute(_REVIEWS + where, (record, field, profile)).fetchone()
    return None if row is None else _review(row)


def save_review(db: Connection, record: RecordId, field: str, profile: str, digest: str, who: str) -> None:
    """Note that a text was reviewed now, in place of an earlier review."""
    put_review(db, ReviewRow(record, field, profile, digest, int(time.time()), who))


def remove_review(db: Connection, record: RecordId, field: str, profile: str) -> bool:
    """Take a review back; return whether there was one."""
    where = "record = ? AND field = ? AND profile = ?"
    return bool(db.execute(f"DELETE FROM text_review WHERE {where}", (record, field, profile)).rowcount)  # noqa: S608  (constants)


def wording(db: Connection, record: RecordId, field: str, profile: str) -> str | None:
    """Return what was decided about places in one text for a profile, as JSON."""
    return settings.load(db, _wording(record, field, profile))


def wordings(db: Connection, record: RecordId | None = None) -> Iterator[tuple[RecordId, str, str, str]]:
    """Yield record, field, profile and what was decided, for all texts or those of one record."""
    begin = _WORDING if record is None else f"{_WORDING}{record}."
    for name, body in settings.beginning(db, begin):
        of, field, profile = name.removeprefix(_WORDING).split(".", 2)
        yield RecordId(of), field, profile, body


def save_wording(db: Connection, record: RecordId, field: str, profile: str, body: str) -> None:
    """Store what was decided about one text for a profile, in place of what was before."""
    settings.save(db, _wording(record, field, profile), body)


def remove_wordings(db: Connection, record: RecordId) -> None:
    """Forget what was decided about the texts of a record."""
    for _, field, profile, _ in wordings(db, record):
        settings.remove(db, _wording(record, field, profile))


def _wording(record: RecordId, field: str, profile: str) -> str:
    return f"{_WORDING}{record}.{field}.{profile}"


def put_review(db: Connection, row: ReviewRow) -> None:
    """Put a review back as it was."""
    db.execute(
        "INSERT OR REPLACE INTO text_review (record, field, profile, digest, time, who) VALUES (?,?,?,?,?,?)",
        (row.record, row.field, row.profile, row.digest, row.time, row.who),
    )


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
    """Note a publication that was made now; return its number, which none before had, erased ones neither."""
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
    """Return all publications, the latest first."""
    return [PublicationRow(*row) for row in db.execute(_PUBLICATIONS + " ORDER BY num DESC")]


def lines(db: Connection) -> list[PublicationLine]:
    """Return what a list says of all publications, the latest first; their models, which are large, stay."""
    found = db.execute("SELECT num, time, file, pages FROM publication ORDER BY num DESC")
    return [PublicationLine(*row) for row in found]


def issues_before(db: Connection) -> dict[int, int]:
    """Return the publications that follow another one: number -> number of the one before, in their order."""
    found = db.execute(
        "SELECT num, json_extract(request, '$.since') AS since FROM publication"
        " WHERE since IS NOT NULL ORDER BY num"
    )
    return {int(num): int(since) for num, since in found}


def numbered(db: Connection, num: int) -> PublicationRow | None:
    """Return the publication of a number."""
    row = db.execute(_PUBLICATIONS + " WHERE num = ?", (num,)).fetchone()
    return None if row is None else PublicationRow(*row)


def by_hash(db: Connection, sha256: str) -> PublicationRow | None:
    """Return the latest publication whose file has that hash."""
    row = db.execute(_PUBLICATIONS + " WHERE sha256 = ? ORDER BY num DESC LIMIT 1", (sha256,)).fetchone()
    return None if row is None else PublicationRow(*row)


def _review(row: tuple[str, str, str, str, int, str]) -> ReviewRow:
    return ReviewRow(RecordId(row[0]), *row[1:])
