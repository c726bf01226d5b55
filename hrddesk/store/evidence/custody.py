"""The custody log of this vault, as sent to other desks, and the logs that bundles report.

A log in a bundle is a claim about evidence in that bundle. The claim counts once the evidence was accepted,
and changes no record. Every bundle contains the whole log, and each log is stored separately: so a later log
replaces nothing, and undoing an acceptance removes only the log of that bundle. Callers own the transactions.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from hrddesk.records.model.record import Element, RecordId
from hrddesk.records.rules import custody
from hrddesk.store.database.connection import Connection
from hrddesk.store.exchange.reviews import WAITING

_LINES = (
    "SELECT h.record, h.time, h.num, h.what, h.who FROM history h JOIN record r ON r.id = h.record"
    " WHERE r.kind = 'evidence' AND r.deleted = 0"
)
_CLAIMS = (
    "SELECT l.record, l.own, l.others, c.name FROM custody_log l JOIN record r ON r.id = l.record"
    " JOIN review v ON v.num = l.review JOIN bundle b ON b.num = v.bundle JOIN contact c ON c.num = b.contact"
    " WHERE r.deleted = 0 AND NOT EXISTS (SELECT 1 FROM review_item i WHERE i.review = l.review"
    " AND i.record = l.record AND coalesce(i.act, v.accepted_by) IS NULL)"
)
"""The SQL that selects the claims of bundles whose evidence was accepted."""
SAYS = "says"
"""The key for the contact's name in a claim, present if the claim is from that contact's own log."""


def logs(db: Connection) -> Mapping[RecordId, Sequence[Element]]:
    """Return the custody log lines of every piece of evidence, each log in order."""
    lines_by_record = defaultdict[RecordId, list[Element]](list)
    for record_id, *values in db.execute(f"{_LINES} ORDER BY h.num"):
        lines_by_record[RecordId(record_id)].append(custody.line(*values))
    return lines_by_record


def log(db: Connection, record_id: RecordId) -> Sequence[Element]:
    """Return the custody log lines of one piece of evidence, in order; an empty list for unknown evidence."""
    rows = db.execute(f"{_LINES} AND h.record = ? ORDER BY h.num", (record_id,))
    return [custody.line(*values) for _, *values in rows]


def claims(db: Connection, record_id: RecordId) -> list[Element]:
    """Return the claims of accepted bundles about a piece of evidence; the senders' own logs are last."""
    rows = db.execute(f"{_CLAIMS} AND l.record = ? ORDER BY l.review DESC", (record_id,)).fetchall()
    lines = [item for _, _, others, _ in rows for item in _lines(others)]
    for _, own, _, name in rows:
        lines += [{**item, SAYS: name} for item in _lines(own)]
    return lines


def with_claims(db: Connection) -> Mapping[RecordId, Sequence[Element]]:
    """Return the log of each piece of evidence, followed by the claims of accepted bundles that the log
    lacks.
    """
    by_record, claimed = {**logs(db)}, defaultdict[RecordId, list[Element]](list)
    for record_id, own, others, _ in db.execute(_CLAIMS):
        for text in (own, others):
            claimed[RecordId(record_id)] += _lines(text)
    for record_id, items in claimed.items():
        ours = by_record.get(record_id, ())
        by_record[record_id] = [*ours, *custody.besides(ours, items)]
    return by_record


def add_claims(
    db: Connection, review: int, record_id: RecordId, own: Iterable[Element], others: Iterable[Element]
) -> None:
    """Store the claims of a bundle about a piece of evidence: the sender's own log, and lines of other
    desks.
    """
    rows = (json.dumps(custody.packed(lines)) for lines in (own, others))
    db.execute("INSERT OR REPLACE INTO custody_log VALUES (?,?,?,?)", (review, record_id, *rows))


def lacking(db: Connection, review: int) -> set[RecordId]:
    """Return the evidence whose log in this bundle lacks lines from accepted bundles of the same sender.

    An altered line counts as lacking. Lines newer than this bundle are not expected in it.
    """
    contact, until = db.execute(
        "SELECT b.contact, b.history_number FROM review v JOIN bundle b ON b.num = v.bundle WHERE v.num = ?",
        (review,),
    ).fetchone()
    rows = db.execute(
        f"SELECT e.record, e.own, n.own FROM ({_CLAIMS.replace('l.others', 'b.contact, l.review')}) e"  # noqa: S608  (constants)
        " JOIN review_item i ON i.review = ?1 AND i.record = e.record"
        " LEFT JOIN custody_log n ON n.review = ?1 AND n.record = e.record"
        " WHERE e.contact = ?2 AND e.review <> ?1",
        (review, contact),
    )
    return {
        RecordId(record_id)
        for record_id, earlier, now in rows
        if custody.lacks(_lines(now or "[]"), _lines(earlier), until)
    }


def forget_rejected(db: Connection, review: int) -> None:
    """Delete the claims of a review, except those about evidence still in the review."""
    db.execute(
        "DELETE FROM custody_log WHERE review = ?1"
        " AND record NOT IN (SELECT record FROM review_item WHERE review = ?1)",
        (review,),
    )


def forget(db: Connection, records: Collection[RecordId] | None) -> None:
    """Delete the claims about these records, and the claims about evidence that was never accepted.

    If `records` is None, delete all claims.
    """
    if records is None:
        db.execute("DELETE FROM custody_log")
        return
    db.executemany("DELETE FROM custody_log WHERE record = ?", [(record,) for record in records])
    db.execute(
        "DELETE FROM custody_log WHERE record NOT IN (SELECT id FROM record)"  # noqa: S608  (a constant)
        f" AND record NOT IN ({WAITING})"
    )


def _lines(text: str) -> list[Element]:
    return custody.unpacked(json.loads(text))
