"""The cached statuses of people that `analysis` computed; each status is valid for a range of days."""

import json
from collections.abc import Collection, Iterable
from typing import NamedTuple

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.database import derived_rows
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated

_COLUMNS = "person, answer, counted, status, first, until"
_HOLDS = "s.rules = ? AND s.first <= ? AND s.until > ?"


class PersonStatus(NamedTuple):
    """The status of one party, valid from day `first` to the day before `until`, both ordinals."""

    person: RecordId
    answer: str
    """The answer; empty for a party without a status."""
    counted: str
    """The codes that figures count, as JSON."""
    status: str
    """The whole status, as JSON."""
    first: int
    until: int


class PersonStatuses:
    """The table of cached statuses in an open vault. `rules` is a hash of the rules that
    produced a status.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db

    def every(self, rules: str, day: int) -> list[PersonStatus]:
        """Return all statuses that these rules produced and that are valid on a day."""
        with translated():
            rows = self._db.execute(
                f"SELECT {_COLUMNS} FROM person_status s WHERE {_HOLDS}",  # noqa: S608  (constants above)
                (rules, day, day),
            )
            return [PersonStatus(*row) for row in rows]

    def by_rules(self, rules: str) -> list[PersonStatus]:
        """Return all statuses that these rules produced, whatever days they are valid on."""
        with translated():
            rows = self._db.execute(f"SELECT {_COLUMNS} FROM person_status WHERE rules = ?", (rules,))  # noqa: S608
            return [PersonStatus(*row) for row in rows]

    def of(self, people: Collection[RecordId], rules: str, day: int) -> list[PersonStatus]:
        """Return the statuses of these people that these rules produced and that are valid on a day."""
        with translated():
            rows = self._db.execute(
                f"SELECT {_COLUMNS} FROM json_each(?) wanted"  # noqa: S608  (constants above)
                f" JOIN person_status s ON s.person = wanted.value WHERE {_HOLDS}",
                (json.dumps(list(people)), rules, day, day),
            )
            return [PersonStatus(*row) for row in rows]

    def missing(self, rules: str, day: int) -> list[RecordId]:
        """Return every party for which no status by these rules is valid on a day."""
        with translated():
            holding = f"SELECT 1 FROM person_status s WHERE s.person = p.id AND {_HOLDS}"  # noqa: S608
            rows = self._db.execute(
                f"SELECT p.id FROM party p WHERE NOT EXISTS ({holding}) ORDER BY p.id",  # noqa: S608
                (rules, day, day),
            )
            return [RecordId(row[0]) for row in rows]

    def keep(self, rules: str, statuses: Iterable[PersonStatus]) -> None:
        """Store statuses; each replaces the earlier one of the same person. Raise DiskFull, WriteFailed,
        VaultReadOnly.
        """
        with derived_rows.writing(self._db):
            self._db.executemany(
                f"INSERT OR REPLACE INTO person_status ({_COLUMNS}, rules) VALUES (?,?,?,?,?,?,?)",  # noqa: S608
                ((*status, rules) for status in statuses),
            )

    def drop(
        self,
        people: Collection[RecordId],
        cases: Collection[RecordId] = (),
        places: Collection[RecordId] = (),
    ) -> None:
        """Delete the statuses of these people, in the caller's transaction.

        Also delete the statuses of all people in an event of these cases or at these places: a case
        determines the applicable law, a place the kind of facility.
        """
        self._db.execute(
            "DELETE FROM person_status WHERE person IN (SELECT value FROM json_each(?1)"
            ' UNION ALL SELECT p.party FROM json_each(?2) w JOIN event e ON e."case" = w.value'
            " JOIN event_party p ON p.owner = e.id"
            " UNION ALL SELECT p.party FROM json_each(?3) w JOIN event e ON e.place = w.value"
            " JOIN event_party p ON p.owner = e.id)",
            tuple(json.dumps(list(ids)) for ids in (people, cases, places)),
        )


def told_of(record: Record) -> set[RecordId]:
    """Return the parties whose status may change when `record` changes.

    For a party this is the party itself, for a case or an event all its parties; otherwise it is nobody.
    """
    if record.kind is Kind.PARTY:
        return {record.id}
    if record.kind not in (Kind.CASE, Kind.EVENT):
        return set()
    return {RecordId(str(item["party"])) for item in record.values("parties") if item.get("party")}
