"""The review queue: received records that wait for a reviewer. Callers own the transactions.

An item is one received record, usually stored as a line of JSON. If the vault had an identical record when
the bundle was read, the item has the number of the history row with that state instead. As long as this row
is the latest of its record, accepting the item changes nothing, and no comparison is needed. If a transaction
accepts all items that still wait, its number is stored in the review, not in the items.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection

OPEN: Final = "open"
ACCEPTED: Final = "accepted"
REJECTED: Final = "rejected"
FORGOTTEN: Final = "forgotten"
"""The state of a review whose records were handed off and forgotten.

The same bundle may be read again, as after a rejection.
"""

_BATCH: Final = 500
ITEMS: Final = (
    "review_item i JOIN review v ON v.num = i.review LEFT JOIN history_content c ON c.num = i.history"
)
"""The SQL join of items, their reviews, and the history content of items without a line."""
LINE: Final = "coalesce(i.line, unpacked(c.state))"
"""The SQL expression for the line of an item."""
ACT: Final = "coalesce(i.act, v.accepted_by)"
"""The SQL expression for the transaction that accepted an item.

The value is 0 if the acceptance changed nothing, NULL while the item waits.
"""
WAITING: Final = f"SELECT i.record FROM review_item i JOIN review v ON v.num = i.review WHERE {ACT} IS NULL"  # noqa: S608  (constants)
"""The SQL query for all waiting records, in any review."""

_LONG: Final = 1 << 16
"""The length, in characters, from which a line is entered by a separate statement."""
_AS_HERE: Final = "review_item i CROSS JOIN record r ON r.id = i.record AND r.history = i.history"
"""The SQL join of items whose record still has the history row to which the item refers."""

_COLUMNS: Final = "num, bundle, state, notices, is_partial"
_CLAIMED: Final = (
    f"SELECT {{}}, max(coalesce(json_extract({LINE}, ?), 0)) FROM {ITEMS}"  # noqa: S608  (constants)
    " JOIN bundle b ON b.num = v.bundle"
    " WHERE b.outgoing = 0 AND b.contact = ? AND b.line = ? AND {} GROUP BY 1"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One review. `bundle` is the number of its bundle; `notices` are codes.

    `is_partial` tells whether records of the review were dropped; the same bundle may be read again to get
    them.
    """

    num: int
    bundle: int
    state: str
    notices: tuple[str, ...]
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One received record: its line, and the transaction that accepted it.

    `act` is None while the record waits.
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


def other_kinds(db: Connection, review: int, kinds: Mapping[RecordId, str]) -> int:
    """Return the number of another open review in which one of these records has a different kind, or 0."""
    row = db.execute(
        "SELECT v.num FROM json_each(?1) w CROSS JOIN review v"
        " CROSS JOIN review_item i ON i.review = v.num AND i.record = w.key"
        " WHERE v.state = ?2 AND v.num <> ?3 AND json_extract(i.line, '$.record.kind') <> w.value LIMIT 1",
        (json.dumps(kinds), OPEN, review),
    ).fetchone()
    return 0 if row is None else int(row[0])


def find(db: Connection, review: int) -> ReviewRow | None:
    """Return the review with this number, or None if there is none."""
    return _first(db, "num", review)


def of_bundle(db: Connection, bundle: int) -> ReviewRow | None:
    """Return the review of a bundle, or None if there is none."""
    return _first(db, "bundle", bundle)


def all_reviews(db: Connection) -> list[ReviewRow]:
    """Return all reviews, the newest first."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM review ORDER BY num DESC")  # noqa: S608  (constants)
    return [_row(row) for row in rows]


def close(db: Connection, review: int, act: int = 0) -> None:
    """Close an open review as accepted and record the transaction that accepted its remaining records.

    `act` is 0 if that acceptance changed nothing. A review that is not open is not changed.
    """
    db.execute(
        "UPDATE review SET state = ?, accepted_by = ? WHERE num = ? AND state = ?",
        (ACCEPTED, act, review, OPEN),
    )


def reject(db: Connection, review: int) -> None:
    """Delete the waiting records of a review and mark the review as rejected."""
    db.execute("DELETE FROM review_item WHERE review = ? AND act IS NULL", (review,))
    _set_dropped(db, review, REJECTED)


def forget(db: Connection, review: int) -> None:
    """Mark a review as forgotten, after its records were forgotten and none of them waits."""
    _set_dropped(db, review, FORGOTTEN)


def let_all_wait(db: Connection, review: int) -> None:
    """Reopen a review and make all its records wait, as if none had been accepted."""
    db.execute("UPDATE review SET state = ?, accepted_by = NULL WHERE num = ?", (OPEN, review))
    db.execute("UPDATE review_item SET act = NULL WHERE review = ?", (review,))


def open_again(db: Connection, review: int) -> None:
    """Reopen a review because its bundle is read again; records already accepted stay accepted."""
    db.execute(
        "UPDATE review_item AS i SET act = v.accepted_by FROM review v"
        " WHERE v.num = i.review AND i.act IS NULL AND v.num = ?",
        (review,),
    )
    db.execute(
        "UPDATE review SET state = ?, accepted_by = NULL, is_partial = 0 WHERE num = ?", (OPEN, review)
    )


def _set_dropped(db: Connection, review: int, state: str) -> None:
    db.execute("UPDATE review SET state = ?, is_partial = 1 WHERE num = ?", (state, review))


def add_notice(db: Connection, review: int, code: str) -> None:
    """Add a notice to a review unless the review already has it."""
    row = find(db, review)
    if row is not None and code not in row.notices:
        db.execute("UPDATE review SET notices = ? WHERE num = ?", (" ".join((*row.notices, code)), review))


def add_lines(db: Connection, review: int, lines: Iterable[tuple[str, str]]) -> None:
    """Add received records to a review as lines; a record that the review already has is not changed."""
    entered = list(lines)
    # Long lines are not copied into one text with all others.
    _add(db, review, "line", {record: line for record, line in entered if len(line) < _LONG})
    for record, line in entered:
        if len(line) >= _LONG:
            _add(db, review, "line", {record: line})


def add_repeats(db: Connection, review: int, repeats: Iterable[tuple[str, int]]) -> None:
    """Add records that are identical to the vault's, each with the number of its history row."""
    _add(db, review, "history", dict(repeats))


def _add(db: Connection, review: int, column: str, values: Mapping[str, str | int]) -> None:
    # One statement for all rows: since the table has a trigger, SQLite opens a journal for each statement,
    # and that takes longer than writing a row.
    db.execute(
        f"INSERT OR IGNORE INTO review_item (review, record, {column}) SELECT ?, key, atom FROM json_each(?)",  # noqa: S608  (a constant)
        (review, json.dumps(values, ensure_ascii=False)),
    )


def items(db: Connection, review: int) -> Iterator[ItemRow]:
    """Yield the records of a review, sorted by id."""
    sql = f"SELECT i.record, {LINE}, {ACT} FROM {ITEMS} WHERE i.review = ? ORDER BY i.record"  # noqa: S608  (constants)
    for record, line, act in db.execute(sql, (review,)):
        yield ItemRow(record, line, act)


def changed(db: Connection, review: int) -> set[RecordId]:
    """Return the records of a review whose acceptance changed the vault."""
    rows = db.execute(
        f"SELECT i.record FROM {ITEMS} WHERE i.review = ?"  # noqa: S608  (constants)
        f" AND EXISTS (SELECT 1 FROM history h WHERE h.record = i.record AND h.act = {ACT})",
        (review,),
    )
    return {RecordId(row[0]) for row in rows}


def waiting_but(db: Connection, review: int, others: Collection[str]) -> Iterator[tuple[RecordId, str]]:
    """Yield id and line of the records of an open review that wait, except `others`, in no
    particular order.
    """
    rows = db.execute("SELECT record FROM review_item WHERE review = ?", (review,))
    # Only the index is read so far: of most bundles, no line has to be read.
    record_ids = [record for (record,) in rows if record not in others]
    for start in range(0, len(record_ids), _BATCH):
        yield from db.execute(
            f"SELECT i.record, {LINE} FROM json_each(?) w CROSS JOIN {ITEMS}"  # noqa: S608  (constants)
            " WHERE i.review = ? AND i.record = w.value AND i.act IS NULL",
            (json.dumps(record_ids[start : start + _BATCH]), review),
        )


def as_here(db: Connection, review: int) -> set[RecordId]:
    """Return the waiting records that are still identical to the vault's, judged by their history rows."""
    sql = f"SELECT i.record FROM {_AS_HERE} WHERE i.review = ? AND i.act IS NULL"  # noqa: S608  (constants)
    return {row[0] for row in db.execute(sql, (review,))}


def contents_as_here(db: Connection, review: int) -> set[str]:
    """Return the hashes of staged files whose evidence record waits and is still identical to the vault's."""
    rows = db.execute(
        f"SELECT e.sha256 FROM {_AS_HERE} CROSS JOIN evidence e ON e.id = i.record"  # noqa: S608  (constants)
        " CROSS JOIN staged_blob s ON s.review = i.review AND s.sha256 = e.sha256"
        " WHERE i.review = ? AND i.act IS NULL",
        (review,),
    )
    return {row[0] for row in rows}


def unknown(db: Connection, review: int) -> Iterator[tuple[int, RecordId, str]]:
    """Yield number of the item, record id and line of every waiting record that the vault never had,
    unordered.
    """
    yield from db.execute(
        "SELECT num, record, line FROM review_item i WHERE review = ? AND act IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM record r WHERE r.id = i.record)",
        (review,),
    )


def lines_of(db: Connection, numbers: Sequence[int]) -> list[str]:
    """Return the lines of the items with these numbers, in the order of `numbers`."""
    # Sorted here: a sorter of SQLite would copy every line, and wipe the copy.
    lines_by_number = dict(
        db.execute(
            "SELECT i.num, i.line FROM json_each(?) w CROSS JOIN review_item i ON i.num = w.value",
            (json.dumps(numbers),),
        )
    )
    return [lines_by_number[number] for number in numbers]


def every_item(db: Connection) -> Iterator[tuple[int, ItemRow]]:
    """Yield the records of all reviews, each with the number of its review."""
    sql = f"SELECT i.review, i.record, {LINE}, {ACT} FROM {ITEMS}"  # noqa: S608  (constants)
    for review, record, line, act in db.execute(sql):
        yield review, ItemRow(record, line, act)


def line_of(db: Connection, review: int, record: str) -> str:
    """Return the line of a record in a review; "" if the review does not have the record."""
    sql = f"SELECT {LINE} FROM {ITEMS} WHERE i.review = ? AND i.record = ?"  # noqa: S608  (constants)
    row = db.execute(sql, (review, record)).fetchone()
    return "" if row is None else str(row[0])


def mark_items(db: Connection, review: int, records: Iterable[str], act: int) -> None:
    """Store the number of the transaction that accepted these records."""
    db.executemany(
        "UPDATE review_item SET act = ? WHERE review = ? AND record = ?",
        ((act, review, record) for record in records),
    )


def waiting(db: Connection, review: int) -> int:
    """Return the number of waiting records of a review."""
    row = db.execute(
        "SELECT count(*) FROM review_item i JOIN review v ON v.num = i.review"  # noqa: S608  (constants)
        f" WHERE i.review = ? AND {ACT} IS NULL",
        (review,),
    ).fetchone()
    return int(row[0])


def counted(db: Connection, contact: int, line: str) -> dict[int, int]:
    """Return, by bundle number, the highest counter of replica `line` in each bundle of a contact, if the
    contact made the bundle with this replica.
    """
    return _claimed(db, _CLAIMED.format("b.num", "1"), contact, line)


def accepted_counts(db: Connection, contact: int, line: str) -> dict[str, int]:
    """Return, by record, the highest counter of replica `line` that was accepted from a contact.

    Only bundles that the contact made with this replica count.
    """
    return _claimed(db, _CLAIMED.format("i.record", f"{ACT} IS NOT NULL"), contact, line)


def acts(db: Connection, review: int) -> list[int]:
    """Return the numbers of the transactions that accepted records of a review, latest first.

    The number is 0 for records whose acceptance changed nothing.
    """
    rows = db.execute(
        f"SELECT DISTINCT {ACT} FROM review_item i JOIN review v ON v.num = i.review"  # noqa: S608  (constants)
        f" WHERE i.review = ? AND {ACT} IS NOT NULL ORDER BY 1 DESC",
        (review,),
    )
    return [int(row[0]) for row in rows]


def accepted_since(db: Connection, contact: int, day: str) -> list[int]:
    """Return a contact's reviews with records accepted on or after `day`, or in a bundle of such a day.

    The day of acceptance is by this computer's clock (UTC), the day of the bundle by the sender's clock.
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
    """Return the number of the contact whose bundle contained a record that transaction `act` accepted, or
    None.
    """
    row = db.execute(
        "SELECT b.contact FROM review v CROSS JOIN review_item i ON i.review = v.num AND i.record = ?"  # noqa: S608  (constants)
        f" JOIN bundle b ON b.num = v.bundle WHERE {ACT} = ?",
        (record, act),
    ).fetchone()
    return None if row is None else int(row[0])


def spell_out(db: Connection, rows: Collection[int]) -> None:
    """Store the line itself in items that refer to one of these history rows, which are about
    to be erased.
    """
    db.execute(
        "UPDATE review_item SET history = NULL, line ="
        " (SELECT unpacked(state) FROM history_content WHERE num = review_item.history)"
        " WHERE history IN (SELECT value FROM json_each(?))",
        (json.dumps(list(rows)),),
    )


def is_receipt(db: Connection, review: int) -> bool:
    """Tell whether a review has only receipts: no contacts and no records.

    A review whose records were forgotten is no receipt either.
    """
    row = db.execute(
        "SELECT NOT EXISTS (SELECT 1 FROM review_item WHERE review = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM review WHERE num = ?1 AND state = ?2)"
        " AND NOT EXISTS (SELECT 1 FROM review_note WHERE review = ?1 AND about = 'contacts')"
        " AND EXISTS (SELECT 1 FROM review_note WHERE review = ?1 AND about = 'receipts')",
        (review, FORGOTTEN),
    ).fetchone()
    return bool(row[0])


def _first(db: Connection, column: str, value: int) -> ReviewRow | None:
    row = db.execute(
        f"SELECT {_COLUMNS} FROM review WHERE {column} = ?",  # noqa: S608  (constants)
        (value,),
    ).fetchone()
    return None if row is None else _row(row)


def _row(row: tuple[int, int, str, str, int]) -> ReviewRow:
    num, bundle, state, notices, is_partial = row
    return ReviewRow(
        num=num, bundle=bundle, state=state, notices=tuple(notices.split()), is_partial=bool(is_partial)
    )


def _claimed(db: Connection, sql: str, contact: int, line: str) -> dict[Any, int]:
    return dict(db.execute(sql, (f'$.context."{line}"', contact, line)).fetchall())
