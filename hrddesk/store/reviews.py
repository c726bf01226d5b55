"""The review queue: what came with bundles and waits for a person. Callers own the transactions.

What came and was here just so when it was read is not kept once more: its item has in place of the line the
number of the row of history whose state says the same. As long as that row is the latest of its record, there
is nothing to compare, and nothing changes when it is accepted: then nothing is written to the item either.
In a review that is accepted nothing waits, so an item without an act is one of these.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.store.database import Connection

OPEN: Final = "open"
ACCEPTED: Final = "accepted"
REJECTED: Final = "rejected"
FORGOTTEN: Final = "forgotten"
"""Records of it were handed off and forgotten: the same bundle may be read again, as after a rejection."""

_PART: Final = " part"
"""What the state ends with of a review of which records were dropped before it was opened again."""

_BATCH: Final = 500
ITEMS: Final = (
    "review_item i JOIN review v ON v.num = i.review"
    " LEFT JOIN history_content c ON c.num = CAST(i.line AS INTEGER)"
)
"""Items with their reviews, and what the history has of those kept as a number. A line is cast to 0."""
WHAT_CAME: Final = "coalesce(unpacked(c.state), i.line)"
"""What an item says: a line, or a state of the history, which says it in nearly the same form."""

_BY: Final = f"{ACCEPTED} "
"""What the state begins with of a review of which the rest was accepted at once; the act stands behind it."""
_OF_REVIEW: Final = (
    f"CASE WHEN v.state = '{ACCEPTED}' THEN 0 WHEN substr(v.state, 1, {len(_BY)}) = '{_BY}'"
    f" THEN CAST(substr(v.state, {len(_BY) + 1}) AS INTEGER) END"
)
ACT: Final = f"coalesce(i.act, {_OF_REVIEW})"
"""What accepted an item, 0 for what changed nothing; NULL while it waits."""

_LONG: Final = 1 << 16
"""Characters of a line that is entered by itself."""
_IS_LINE: Final = "(octet_length(i.line) >= 20)"  # no number is so long; and what is long is not read for it
_AS_HERE: Final = (
    f"NOT {_IS_LINE} AND CAST(i.line AS INTEGER) ="  # noqa: S608  (constants)
    " (SELECT max(h.num) FROM history h WHERE h.record = i.record)"
)

_OF_HERE: Final = (
    "review_item w CROSS JOIN record k ON k.id = w.record CROSS JOIN review_item i ON i.num = w.num"
)
"""Items of records that are or were here. By indexes first: of what is new no line is looked at."""

_CLAIMED: Final = (
    f"SELECT {{}}, max(coalesce(json_extract({WHAT_CAME}, ?), 0)) FROM {ITEMS}"  # noqa: S608  (constants)
    " JOIN bundle b ON b.num = v.bundle"
    " WHERE b.outgoing = 0 AND b.contact = ? AND b.line = ? AND {} GROUP BY 1"
)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One review. `bundle` is the number of its bundle; `notices` are codes.

    `is_part` tells whether records that came were dropped before it was opened again: the same bundle may be
    read again for them.
    """

    num: int
    bundle: int
    state: str
    notices: tuple[str, ...]
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One record that came: the line as it was, and the act that accepted it, None while it waits.

    Of one that was here just so, `line` is the state that the history has of it; see `lines.came`.
    """

    record: str
    line: str
    act: int | None


def add(db: Connection, bundle: int, notices: Iterable[str]) -> int:
    """Open a review for a bundle and return its number."""
    row = db.execute(
        "INSERT INTO review (bundle, state, notices) VALUES (?, ?, ?) RETURNING num",
        (bundle, OPEN, " ".join(notices)),
    ).fetchone()
    return int(row[0])


def find(db: Connection, review: int) -> ReviewRow | None:
    """Return a review by its number."""
    return _first(db, "num", review)


def of_bundle(db: Connection, bundle: int) -> ReviewRow | None:
    """Return the review of a bundle."""
    return _first(db, "bundle", bundle)


def all_reviews(db: Connection) -> list[ReviewRow]:
    """Return all reviews, the newest first."""
    rows = db.execute("SELECT num, bundle, state, notices FROM review ORDER BY num DESC")
    return [_row(row) for row in rows]


def set_state(db: Connection, review: int, state: str) -> None:
    """Set a review to open, accepted or rejected."""
    db.execute("UPDATE review SET state = ? WHERE num = ?", (state, review))


def close(db: Connection, review: int, act: int = 0) -> None:
    """Call an open review accepted, the rest of it by an act. One that is says already by which."""
    row = find(db, review)
    if row is not None and row.state == OPEN:
        state = f"{_BY}{act}" if act else ACCEPTED
        set_state(db, review, f"{state}{_PART if row.is_part else ''}")


def reopen(db: Connection, review: int, *, is_part: bool) -> None:
    """Open a review again, of which some records may have been dropped."""
    set_state(db, review, f"{OPEN}{_PART if is_part else ''}")


def add_notice(db: Connection, review: int, code: str) -> None:
    """Add a notice to a review, once."""
    row = find(db, review)
    if row is not None and code not in row.notices:
        db.execute("UPDATE review SET notices = ? WHERE num = ?", (" ".join((*row.notices, code)), review))


def add_item(db: Connection, review: int, record: str, line: str | int) -> None:
    """Enter one record as `add_items` does."""
    add_items(db, review, [(record, line)])


def add_items(db: Connection, review: int, items: Iterable[tuple[str, str | int]]) -> None:
    """Enter records by their lines, or by the row of history that says the same.

    One that the review has already, accepted before, stays as it is.
    """
    entered = [(record, str(line)) for record, line in items]
    # One statement for all: a trigger watches, so each is a change that could be taken back by itself, and
    # that costs more than the row. What is long is not copied into one text with all others.
    short = {record: line for record, line in entered if len(line) < _LONG}
    db.execute(
        "INSERT OR IGNORE INTO review_item (review, record, line) SELECT ?, key, atom FROM json_each(?)",
        (review, json.dumps(short, ensure_ascii=False)),
    )
    db.executemany(
        "INSERT OR IGNORE INTO review_item (review, record, line) VALUES (?,?,?)",
        ((review, record, line) for record, line in entered if len(line) >= _LONG),
    )


def items(db: Connection, review: int) -> Iterator[ItemRow]:
    """Yield the records of a review in their order."""
    sql = f"SELECT i.record, {WHAT_CAME}, {ACT} FROM {ITEMS} WHERE i.review = ? ORDER BY i.record"  # noqa: S608  (constants)
    for record, line, act in db.execute(sql, (review,)):
        yield ItemRow(record, line, act)


def changed(db: Connection, review: int) -> set[RecordId]:
    """Return the records of a review whose acceptance changed what is here."""
    rows = db.execute(
        f"SELECT i.record FROM {ITEMS} WHERE i.review = ?"  # noqa: S608  (constants)
        f" AND EXISTS (SELECT 1 FROM history h WHERE h.record = i.record AND h.act = {ACT})",
        (review,),
    )
    return {RecordId(row[0]) for row in rows}


def waiting_but(db: Connection, review: int, others: Collection[str]) -> Iterator[tuple[RecordId, str]]:
    """Yield the ids of the records that wait, but for `others`, with what came, in no order."""
    found = db.execute("SELECT record FROM review_item WHERE review = ?", (review,))
    # By the index alone so far: of most bundles no line is left to read.
    left = [record for (record,) in found if record not in others]
    for start in range(0, len(left), _BATCH):
        yield from db.execute(
            f"SELECT i.record, {WHAT_CAME} FROM json_each(?) w CROSS JOIN {ITEMS}"  # noqa: S608  (constants)
            " WHERE i.review = ? AND i.record = w.value AND i.act IS NULL",
            (json.dumps(left[start : start + _BATCH]), review),
        )


def as_here(db: Connection, review: int) -> set[RecordId]:
    """Return the records that wait and are still here just so, by the row of their history."""
    sql = f"SELECT i.record FROM {_OF_HERE} WHERE w.review = ? AND i.act IS NULL AND {_AS_HERE}"  # noqa: S608  (constants)
    return {row[0] for row in db.execute(sql, (review,))}


def contents_as_here(db: Connection, review: int) -> set[str]:
    """Return the hashes of staged files that belong to evidence that waits and is still here just so."""
    rows = db.execute(
        "SELECT e.sha256 FROM staged_blob s CROSS JOIN evidence e ON e.sha256 = s.sha256"  # noqa: S608  (constants)
        " CROSS JOIN review_item i ON i.review = s.review AND i.record = e.id"
        f" WHERE s.review = ? AND i.act IS NULL AND {_AS_HERE}",
        (review,),
    )
    return {row[0] for row in rows}


def unknown(db: Connection, review: int) -> Iterator[tuple[int, RecordId, str]]:
    """Yield the number, id and line of every record that waits and that this vault never had, in no order."""
    yield from db.execute(
        f"SELECT num, record, line FROM review_item i WHERE review = ? AND act IS NULL AND {_IS_LINE}"  # noqa: S608  (constants)
        " AND NOT EXISTS (SELECT 1 FROM record r WHERE r.id = i.record)",
        (review,),
    )


def lines_of(db: Connection, numbers: Sequence[int]) -> list[str]:
    """Return the lines of items by their numbers, in the order of these."""
    # Put in order here: a sorter of SQLite would copy every line, and wipe the copy.
    found = dict(
        db.execute(
            "SELECT i.num, i.line FROM json_each(?) w CROSS JOIN review_item i ON i.num = w.value",
            (json.dumps(numbers),),
        )
    )
    return [found[number] for number in numbers]


def with_states(db: Connection, review: int) -> Iterator[tuple[str, Kind, str]]:
    """Yield the lines that wait, not the numbers, of records that are here, with kind and state of these."""
    for line, kind, state in db.execute(
        f"SELECT i.line, r.kind, unpacked(c.state) FROM {_OF_HERE}"  # noqa: S608  (constants)
        " CROSS JOIN record r ON r.num = k.num CROSS JOIN history_content c ON c.num = r.history"
        f" WHERE w.review = ? AND i.act IS NULL AND r.deleted = 0 AND {_IS_LINE}",
        (review,),
    ):
        yield line, Kind(kind), state


def every_item(db: Connection) -> Iterator[tuple[int, ItemRow]]:
    """Yield the records of all reviews, each with the number of its review."""
    sql = f"SELECT i.review, i.record, {WHAT_CAME}, {ACT} FROM {ITEMS}"  # noqa: S608  (constants)
    for review, record, line, act in db.execute(sql):
        yield review, ItemRow(record, line, act)


def line_of(db: Connection, review: int, record: str) -> str:
    """Return the line of a record in a review, or the state that stands for it; "" for one not in it."""
    sql = f"SELECT {WHAT_CAME} FROM {ITEMS} WHERE i.review = ? AND i.record = ?"  # noqa: S608  (constants)
    row = db.execute(sql, (review, record)).fetchone()
    return "" if row is None else str(row[0])


def mark_items(db: Connection, review: int, records: Iterable[str], act: int) -> None:
    """Remember which act accepted these records."""
    db.executemany(
        "UPDATE review_item SET act = ? WHERE review = ? AND record = ?",
        ((act, review, record) for record in records),
    )


def write_acts(db: Connection, review: int | None = None) -> None:
    """Have each item, of all reviews for None, say by itself what accepted it.

    Its review may soon be called otherwise.
    """
    db.execute(
        f"UPDATE review_item AS i SET act = {_OF_REVIEW} FROM review v"  # noqa: S608  (constants)
        f" WHERE v.num = i.review AND i.act IS NULL AND {_OF_REVIEW} IS NOT NULL"
        " AND v.num = coalesce(?, v.num)",
        (review,),
    )


def unmark_items(db: Connection, review: int) -> None:
    """Let all records of a review wait again."""
    db.execute("UPDATE review_item SET act = NULL WHERE review = ?", (review,))


def waiting(db: Connection, review: int) -> int:
    """Return how many records of a review wait."""
    row = db.execute(
        "SELECT count(*) FROM review_item i JOIN review v ON v.num = i.review"  # noqa: S608  (constants)
        f" WHERE i.review = ? AND {ACT} IS NULL",
        (review,),
    ).fetchone()
    return int(row[0])


def counted(db: Connection, contact: int, line: str) -> dict[int, int]:
    """Return how far the bundles of a contact say that its own line has counted, by their numbers."""
    return _claimed(db, _CLAIMED.format("b.num", "1"), contact, line)


def accepted_counts(db: Connection, contact: int, line: str) -> dict[str, int]:
    """Return, by records, how far a contact's line had counted in what was accepted from that contact."""
    return _claimed(db, _CLAIMED.format("i.record", f"{ACT} IS NOT NULL"), contact, line)


def acts(db: Connection, review: int) -> list[int]:
    """Return the acts that accepted records of a review, the latest first; 0 for all that changed nothing."""
    rows = db.execute(
        f"SELECT DISTINCT {ACT} FROM review_item i JOIN review v ON v.num = i.review"  # noqa: S608  (constants)
        f" WHERE i.review = ? AND {ACT} IS NOT NULL ORDER BY 1 DESC",
        (review,),
    )
    return [int(row[0]) for row in rows]


def accepted_since(db: Connection, contact: int, day: str) -> list[int]:
    """Return the reviews of a contact of which something was accepted, of that day or later.

    By this vault's clock, on which it was accepted, or by the sender's, whose bundle it is.
    """
    rows = db.execute(
        "SELECT DISTINCT v.num FROM review v JOIN bundle b ON b.num = v.bundle"  # noqa: S608  (constants)
        f" JOIN review_item i ON i.review = v.num JOIN history h ON h.num = {ACT}"
        " WHERE b.outgoing = 0 AND b.contact = ?1 AND (b.day >= ?2 OR date(h.time, 'unixepoch') >= ?2)"
        " ORDER BY v.num",
        (contact, day),
    )
    return [int(row[0]) for row in rows]


def sender(db: Connection, record: RecordId, act: int) -> int | None:
    """Return the number of the contact from whose bundle an act accepted a record; None if it did not."""
    row = db.execute(
        "SELECT b.contact FROM review v CROSS JOIN review_item i ON i.review = v.num AND i.record = ?"  # noqa: S608  (constants)
        f" JOIN bundle b ON b.num = v.bundle WHERE {ACT} = ?",
        (record, act),
    ).fetchone()
    return None if row is None else int(row[0])


def spell_out(db: Connection, rows: Collection[int]) -> None:
    """Have items say by themselves what they say by rows of history that are about to be erased."""
    db.execute(
        "UPDATE review_item SET line ="
        " (SELECT unpacked(state) FROM history_content WHERE num = CAST(review_item.line AS INTEGER))"
        " WHERE CAST(line AS INTEGER) IN (SELECT value FROM json_each(?))",
        (json.dumps(list(rows)),),
    )


def is_receipt(db: Connection, review: int) -> bool:
    """Tell whether a review holds receipts and nothing else: no contact, no record, also none that went."""
    row = db.execute(
        "SELECT NOT EXISTS (SELECT 1 FROM review_item WHERE review = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM review WHERE num = ?1 AND state = ?2)"
        " AND NOT EXISTS (SELECT 1 FROM review_note WHERE review = ?1 AND about = 'contacts')"
        " AND EXISTS (SELECT 1 FROM review_note WHERE review = ?1 AND about = 'receipts')",
        (review, FORGOTTEN),
    ).fetchone()
    return bool(row[0])


def drop_waiting(db: Connection, review: int) -> None:
    """Remove the records that wait."""
    db.execute("DELETE FROM review_item WHERE review = ? AND act IS NULL", (review,))


def _first(db: Connection, column: str, value: int) -> ReviewRow | None:
    row = db.execute(
        f"SELECT num, bundle, state, notices FROM review WHERE {column} = ?",  # noqa: S608  (a constant)
        (value,),
    ).fetchone()
    return None if row is None else _row(row)


def _row(row: tuple[int, int, str, str]) -> ReviewRow:
    num, bundle, state, notices = row
    return ReviewRow(num, bundle, state.split()[0], tuple(notices.split()), state.endswith(_PART))


def _claimed(db: Connection, sql: str, contact: int, line: str) -> dict[Any, int]:
    return dict(db.execute(sql, (f'$.context."{line}"', contact, line)).fetchall())
