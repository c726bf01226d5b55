"""The rows from which receipts are made: exchanges with a contact, and the records that each side has.

A vault that was restored from a backup counts as a new replica (`line`). Only the present replica of a
contact counts: an earlier replica may have had more than the backup contains. A context is a version vector,
{line: counter}.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.history import latest_version
from hrddesk.store.exchange.contacts import BundleRow, bundle_numbered
from hrddesk.store.exchange.reviews import ACT, ITEMS, LINE

OLD_LINE: Final = "old-line"
"""The notice about a bundle from a replica that its sender had already replaced when the bundle was read."""

_BROUGHT: Final = (
    f"SELECT i.record, json_extract({LINE}, '$.context'), max((b.line = ?) * ? + b.history_number)"  # noqa: S608  (constants)
    f" FROM {ITEMS} JOIN bundle b ON b.num = v.bundle"
    " WHERE b.contact = ? AND b.outgoing = 0{} GROUP BY i.record"
)
_BATCH: Final = 500
_BY_A_LINE: Final = 1 << 48  # more than any history has rows


_OF_CASE: Final = "SELECT record AS owner, {} FROM citation WHERE record IN (SELECT id FROM case_file)"
_OF_EVENT: Final = (
    'SELECT e."case" AS owner, {} FROM citation JOIN event e ON e.id = record WHERE e."case" <> \'\''
)
_MEMBERS: Final = (
    "SELECT id AS owner, id FROM case_file",
    'SELECT "case" AS owner, id FROM event WHERE "case" <> \'\'',
    'SELECT "case" AS owner, owner AS id FROM evidence_case',
    "SELECT owner, party AS id FROM case_party",
    'SELECT e."case" AS owner, party AS id FROM event_party p JOIN event e ON e.id = p.owner',
    _OF_CASE.format("citation.id"),
    _OF_EVENT.format("citation.id"),
    _OF_CASE.format("source AS id"),
    _OF_EVENT.format("source AS id"),
)
"""The queries for the records of each case: those that belong to one case only, and the people."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A request to a contact for a record; `since` is the number of the last bundle at the time of the
    request.
    """

    record: RecordId
    what: str
    since: int


def current_line(db: Connection, contact: int) -> str | None:
    """Return the present replica of a contact's vault, as its bundles tell, or None if no bundle came yet."""
    row = db.execute(
        "SELECT b.line FROM bundle b JOIN review v ON v.bundle = b.num WHERE b.contact = ? AND b.outgoing = 0"
        " AND ' ' || v.notices || ' ' NOT LIKE ? ORDER BY b.num DESC LIMIT 1",
        (contact, f"% {OLD_LINE} %"),
    ).fetchone()
    return None if row is None else str(row[0])


def latest(db: Connection, contact: int) -> BundleRow | None:
    """Return the bundle with the longest history that came from a contact's present replica, or None.

    The order in which the bundles arrived does not matter.
    """
    row = db.execute(
        "SELECT num FROM bundle WHERE contact = ? AND outgoing = 0 AND line = ?"
        " ORDER BY history_number DESC, num DESC LIMIT 1",
        (contact, current_line(db, contact)),
    ).fetchone()
    return None if row is None else bundle_numbered(db, row[0])


def unanswered(db: Connection) -> list[int]:
    """Return the numbers of the contacts whose records were accepted since the last receipt to them."""
    rows = db.execute(
        "SELECT b.contact FROM review_item i JOIN review v ON v.num = i.review"  # noqa: S608  (constants)
        f" JOIN bundle b ON b.num = v.bundle WHERE b.outgoing = 0 AND {ACT} IS NOT NULL GROUP BY b.contact"
        f" HAVING max({ACT}) > coalesce((SELECT max(o.history_number) FROM bundle o"
        " WHERE o.contact = b.contact AND o.outgoing = 1 AND o.kind = 'receipt'), -1) ORDER BY b.contact"
    )
    return [int(row[0]) for row in rows]


def brought(
    db: Connection, contact: int, only: Collection[RecordId] | None = None
) -> dict[RecordId, Mapping[str, int]]:
    """Return, by record, the latest context received from a contact's present replica.

    If `only` is given, return these records alone. Records from an earlier replica are left out: the contact
    may have lost them, since its backup may contain less.
    """
    line = current_line(db, contact)
    among, named = " AND b.line = ?", [line]
    if only is not None:
        among += " AND i.record IN (SELECT value FROM json_each(?))"
        named.append(json.dumps(list(only)))
    rows = db.execute(_BROUGHT.format(among), (line, _BY_A_LINE, contact, *named))
    return {RecordId(record): json.loads(context) for record, context, _ in rows}


def each_brought(db: Connection, contact: int) -> Iterator[tuple[RecordId, Mapping[str, int]]]:
    """Yield, by ascending record id, the context of the latest version received from a contact.

    A version from the contact's present replica counts as later than any version from an earlier replica.
    """
    line = current_line(db, contact)
    rows = db.execute(_BROUGHT.format("") + " ORDER BY i.record", (line, _BY_A_LINE, contact))
    yield from ((RecordId(record), json.loads(context)) for record, context, _ in rows)


def contexts(db: Connection, ids: Sequence[RecordId]) -> Iterator[tuple[RecordId, Mapping[str, int]]]:
    """Yield the id and the context of each of these records that the vault has or had."""
    for start in range(0, len(ids), _BATCH):
        rows = db.execute(
            "SELECT r.id, c.state FROM json_each(?) w CROSS JOIN record r ON r.id = w.value"
            " LEFT JOIN history_content c ON c.num = r.history WHERE r.deleted < 2 ORDER BY r.id",
            (json.dumps(ids[start : start + _BATCH]),),
        ).fetchall()
        for record, state in rows:
            yield RecordId(record), latest_version(state).context


def all_sent(db: Connection, line: str) -> dict[RecordId, int]:
    """Return, by record, the highest counter of replica `line` that any bundle ever contained."""
    return dict(db.execute("SELECT record, counter FROM sent WHERE line = ?", (line,)).fetchall())


def asks(db: Connection, contact: int) -> list[Ask]:
    """Return the requests to a contact."""
    rows = db.execute(
        "SELECT record, what, since FROM asked WHERE contact = ? ORDER BY record, what", (contact,)
    )
    return [Ask(RecordId(record), what, since) for record, what, since in rows]


def set_asks(db: Connection, contact: int, wanted: Collection[Ask]) -> None:
    """Replace the requests to a contact by `wanted`, in the caller's transaction."""
    db.execute("DELETE FROM asked WHERE contact = ?", (contact,))
    db.executemany(
        "INSERT INTO asked (contact, record, what, since) VALUES (?,?,?,?)",
        [(contact, ask.record, ask.what, ask.since) for ask in wanted],
    )


def forget_asks(db: Connection, records: Collection[str] | None) -> None:
    """Delete the requests for these records, or all requests if `records` is None, in the caller's
    transaction.
    """
    if records is None:
        db.execute("DELETE FROM asked")
    else:
        db.executemany("DELETE FROM asked WHERE record = ?", [(record,) for record in records])


def came_since(db: Connection, contact: int, record: str, since: int) -> bool:
    """Tell whether a contact sent a record in a bundle with a number above `since`."""
    row = db.execute(
        "SELECT 1 FROM bundle b JOIN review v ON v.bundle = b.num JOIN review_item i ON i.review = v.num"
        " WHERE b.contact = ? AND b.outgoing = 0 AND b.num > ? AND i.record = ?",
        (contact, since, record),
    ).fetchone()
    return row is not None


def last_bundle_number(db: Connection) -> int:
    """Return the number of the last received or outgoing bundle, or 0 if there is none."""
    return int(db.execute("SELECT coalesce(max(num), 0) FROM bundle").fetchone()[0])


def was_handed_any(db: Connection, contact: int) -> bool:
    """Tell whether any bundle for a contact contained more than receipts."""
    sql = "SELECT 1 FROM bundle WHERE contact = ? AND outgoing = 1 AND kind <> 'receipt'"
    return db.execute(sql, (contact,)).fetchone() is not None


def files_here(db: Connection, ids: Sequence[RecordId]) -> dict[RecordId, str]:
    """Return, by evidence record, the hash of its file, if the file arrived with the record and is here."""
    rows = db.execute(
        "SELECT e.id, e.sha256 FROM json_each(?) w JOIN evidence e ON e.id = w.value"
        " JOIN came_with c ON c.record = e.id AND c.sha256 = e.sha256 JOIN blob b ON b.sha256 = e.sha256",
        (json.dumps(ids),),
    )
    return {RecordId(record): sha256 for record, sha256 in rows}


def was_sent_file(db: Connection, contact: int, record: RecordId) -> bool:
    """Tell whether a bundle for a contact contained the file of an evidence record."""
    row = db.execute(
        "SELECT 1 FROM file_sent f JOIN bundle b ON b.num = f.bundle"
        " WHERE f.record = ? AND b.contact = ? AND b.is_placed = 1",
        (record, contact),
    ).fetchone()
    return row is not None


def members(db: Connection, case: RecordId | None = None) -> dict[RecordId, set[RecordId]]:
    """Return, by case, the live records of the case: itself, events, evidence, people, citations and sources.

    Deleted records and records shared by several cases, such as places and terms, are left out. If `case` is
    given, only this case is read.
    """
    members_by_case: dict[RecordId, set[RecordId]] = {}
    for sql in _MEMBERS:
        condition = "owner <> ''" if case is None else "owner = ?"
        query = f"SELECT owner, id FROM ({sql}) WHERE {condition} AND id <> ''"  # noqa: S608  (constants)
        for owner, record in db.execute(query, () if case is None else (case,)):
            members_by_case.setdefault(RecordId(owner), set()).add(RecordId(record))
    return members_by_case


def history_time(db: Connection, number: int) -> int | None:
    """Return when a history row was written, in seconds since 1970; None if there is no such row."""
    row = db.execute("SELECT time FROM history WHERE num = ?", (number,)).fetchone()
    return None if row is None else int(row[0])
