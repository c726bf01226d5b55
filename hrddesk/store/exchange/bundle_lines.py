"""Contacts and receipts received in bundles, as lines of text. Callers own the transactions.

The lines are stored and read in batches of a few hundred: a bundle may have hundreds of thousands.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Final

from hrddesk.store.database.connection import Connection


class About(StrEnum):
    """What the lines of a batch are about."""

    CONTACTS = "contacts"
    RECEIPTS = "receipts"


IN_A_ROW: Final = {About.CONTACTS: 16, About.RECEIPTS: 256}
"""The number of lines per row: a contact has several KiB, a receipt about 100 bytes."""


def add(db: Connection, review: int, about: About, lines: Sequence[str]) -> None:
    """Append a batch of lines, a few hundred at most, to those of a review."""
    db.execute(
        "INSERT INTO review_note (review, about, lines) VALUES (?,?,?)",
        (review, about.value, "\n".join(lines)),
    )


def lines(db: Connection, review: int, about: About) -> Iterator[list[str]]:
    """Yield the lines that a review's bundle contained, in order, in batches of a few hundred."""
    sql = "SELECT lines FROM review_note WHERE review = ? AND about = ? ORDER BY num"
    yield from (text.split("\n") for (text,) in db.execute(sql, (review, about.value)))


def drop(db: Connection, review: int | None) -> None:
    """Delete the lines of a review, or of all reviews if `review` is None."""
    db.execute("DELETE FROM review_note WHERE ?1 IS NULL OR review = ?1", (review,))


def drop_receipts(db: Connection, is_told: Callable[[str], bool]) -> None:
    """Delete, in all reviews, the receipt lines for which `is_told` returns true."""
    numbers = db.execute("SELECT num FROM review_note WHERE about = ?", (About.RECEIPTS.value,)).fetchall()
    for number in numbers:
        (text,) = db.execute("SELECT lines FROM review_note WHERE num = ?", number).fetchone()
        remaining_lines = "\n".join(line for line in text.split("\n") if not is_told(line))
        if not remaining_lines:
            db.execute("DELETE FROM review_note WHERE num = ?", number)
        elif remaining_lines != text:
            db.execute("UPDATE review_note SET lines = ? WHERE num = ?", (remaining_lines, *number))


def latest_receipts(db: Connection, contact: int, line: str | None) -> tuple[int, int] | None:
    """Return the number of a contact's latest bundle with receipts, and the number of the review of that
    bundle.

    Only bundles from replica `line` count; the latest is the one with the longest history. Return None if
    there is no such bundle.
    """
    row = db.execute(
        "SELECT b.num, v.num FROM bundle b JOIN review v ON v.bundle = b.num"
        " WHERE b.contact = ? AND b.outgoing = 0 AND b.line = ?"
        " AND EXISTS (SELECT 1 FROM review_note n WHERE n.review = v.num AND n.about = 'receipts')"
        " ORDER BY b.history_number DESC, b.num DESC LIMIT 1",
        (contact, line),
    ).fetchone()
    return None if row is None else (row[0], row[1])
