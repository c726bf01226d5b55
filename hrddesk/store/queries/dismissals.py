"""Findings that a user dismissed, by their keys. Callers own the transactions."""

from dataclasses import dataclass

from hrddesk.store.database.connection import Connection


@dataclass(frozen=True, slots=True)
class Dismissal:
    """The dismissal of a finding by a user. `day` is the day of dismissal, YYYY-MM-DD."""

    reason: str
    day: str
    records: tuple[str, ...] = ()
    """The records that the finding is about, sorted."""


def every(db: Connection) -> dict[str, Dismissal]:
    """Return all dismissals, by the key of the finding."""
    records: dict[str, list[str]] = {}
    for finding, record in db.execute("SELECT finding, record FROM dismissal_record ORDER BY record"):
        records.setdefault(finding, []).append(record)
    rows = db.execute("SELECT finding, reason, day FROM dismissal ORDER BY finding")
    return {finding: Dismissal(reason, day, tuple(records.get(finding, ()))) for finding, reason, day in rows}


def save(db: Connection, finding: str, dismissal: Dismissal) -> None:
    """Store the dismissal of a finding; it replaces an earlier one."""
    remove(db, finding)
    db.execute(
        "INSERT INTO dismissal (finding, reason, day) VALUES (?,?,?)",
        (finding, dismissal.reason, dismissal.day),
    )
    db.executemany(
        "INSERT INTO dismissal_record (finding, record) VALUES (?,?)",
        [(finding, record) for record in dismissal.records],
    )


def remove(db: Connection, finding: str) -> None:
    """Delete the dismissal of a finding, so that the finding is shown again."""
    db.execute("DELETE FROM dismissal_record WHERE finding = ?", (finding,))
    db.execute("DELETE FROM dismissal WHERE finding = ?", (finding,))
