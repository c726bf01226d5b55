"""The lines of contacts and receipts that came with bundles. Callers own the transactions.

They are kept and read some hundred at a time: a bundle may have hundreds of thousands. Vaults of schema 4 and
before keep all of a bundle in two texts of its review, until `move` is called; where nothing can be written
they are read there.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import Final

from hrddesk.store import derived
from hrddesk.store.database import Connection

TABLE: Final = "review_note"


class About(StrEnum):
    """What lines are about."""

    CONTACTS = "contacts"
    RECEIPTS = "receipts"


IN_A_ROW: Final = {About.CONTACTS: 16, About.RECEIPTS: 256}
"""How many lines go into one row: a contact has several KiB, a receipt hundred bytes."""


def is_settled(db: Connection) -> bool:
    """Tell whether a vault keeps lines where this version does."""
    return derived.exists(db, TABLE)


def move(db: Connection) -> None:
    """Move the texts of an older vault into the table, which is there and empty, and drop their columns."""
    for (review,) in db.execute("SELECT num FROM review ORDER BY num").fetchall():
        for about in About:
            lines = iter(_old(db, review, about))
            while batch := list(islice(lines, IN_A_ROW[about])):
                add(db, review, about, batch)
    for about in About:
        db.execute(f"ALTER TABLE review DROP COLUMN {about}")
    db.execute("UPDATE review SET state = state")  # the history covers a row with all its columns


def add(db: Connection, review: int, about: About, lines: Sequence[str]) -> None:
    """Keep lines, some hundred at most, behind those that the review has."""
    db.execute(
        "INSERT INTO review_note (review, about, lines) VALUES (?,?,?)",
        (review, about.value, "\n".join(lines)),
    )


def lines(db: Connection, review: int, about: About) -> Iterator[list[str]]:
    """Yield the lines that came with a review's bundle, in their order, some hundred at a time."""
    if is_settled(db):
        sql = "SELECT lines FROM review_note WHERE review = ? AND about = ? ORDER BY num"
        yield from (text.split("\n") for (text,) in db.execute(sql, (review, about.value)))
    elif old := _old(db, review, about):
        yield old


def drop(db: Connection, review: int | None) -> None:
    """Remove the lines of a review, of all for None."""
    db.execute("DELETE FROM review_note WHERE ?1 IS NULL OR review = ?1", (review,))


def drop_receipts(db: Connection, is_told: Callable[[str], bool]) -> None:
    """Remove the lines of receipts, of all reviews, that `is_told` is true of."""
    numbers = db.execute("SELECT num FROM review_note WHERE about = ?", (About.RECEIPTS.value,)).fetchall()
    for number in numbers:
        (text,) = db.execute("SELECT lines FROM review_note WHERE num = ?", number).fetchone()
        kept = "\n".join(line for line in text.split("\n") if not is_told(line))
        if not kept:
            db.execute("DELETE FROM review_note WHERE num = ?", number)
        elif kept != text:
            db.execute("UPDATE review_note SET lines = ? WHERE num = ?", (kept, *number))


def latest_receipts(db: Connection, contact: int, line: str | None) -> tuple[int, int] | None:
    """Return the latest bundle of a line of a contact's that had receipts in it, and its review."""
    has_some = "v.receipts <> ''"
    if is_settled(db):
        has_some = "EXISTS (SELECT 1 FROM review_note n WHERE n.review = v.num AND n.about = 'receipts')"
    row = db.execute(
        "SELECT b.num, v.num FROM bundle b JOIN review v ON v.bundle = b.num"  # noqa: S608  (constants)
        f" WHERE b.contact = ? AND b.outgoing = 0 AND b.line = ? AND {has_some}"
        " ORDER BY b.history_number DESC, b.num DESC LIMIT 1",
        (contact, line),
    ).fetchone()
    return None if row is None else (row[0], row[1])


def _old(db: Connection, review: int, about: About) -> list[str]:
    """Return the lines of the one text that an older vault has of a review, if any."""
    row = db.execute(f"SELECT {about} FROM review WHERE num = ?", (review,)).fetchone()  # noqa: S608  (a constant)
    return row[0].split("\n") if row is not None and row[0] else []
