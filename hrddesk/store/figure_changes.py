"""Whose rows of figures are other ones since a row of the history: told by it, and by who is in what."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.records.roles import SUBJECT, VICTIM
from hrddesk.store import counting
from hrddesk.store.database import Connection, translated

_SUBJECT: Final = f"t.role = '{SUBJECT}'"
_VICTIM: Final = f"t.role = '{VICTIM}'"


@dataclass(frozen=True, slots=True)
class Owners:
    """Cases, events and people whose rows may be other ones; some that are not, too."""

    cases: set[RecordId] = field(default_factory=set)
    events: set[RecordId] = field(default_factory=set)
    people: set[RecordId] = field(default_factory=set)


class FigureChanges:
    """Looks into the history and the tables of an open vault."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def since(self, history: int) -> Owners | None:
        """Return whose rows are other ones than after that row of the history.

        None where that cannot be told any more: what some record was then has been forgotten.
        """
        with translated():
            rows = self._db.execute(
                "SELECT r.id, r.kind, EXISTS (SELECT 1 FROM history b WHERE b.record = r.id AND b.num <= ?1),"
                " (SELECT unpacked(c.state) FROM history_content c WHERE c.num ="
                " (SELECT max(b.num) FROM history b WHERE b.record = r.id AND b.num <= ?1))"
                " FROM (SELECT DISTINCT record FROM history WHERE num > ?1) h"
                " JOIN record r ON r.id = h.record",
                (history,),
            ).fetchall()
            found = Owners()
            cited: set[RecordId] = set()
            for record, kind, was_there, state in rows:
                if kind in (Kind.CASE, Kind.EVENT, Kind.PARTY, Kind.CITATION):
                    if was_there and not state:
                        return None
                    _note(found, cited, RecordId(record), Kind(kind), json.loads(state or "null"))
            self._note_cited(found, cited, [row[0] for row in rows if row[1] == Kind.CITATION])
            self._spread(found)
        return found

    def _note_cited(self, found: Owners, cited: set[RecordId], citations: Collection[str]) -> None:
        """Note the records that were cited, or are now, as what they are."""
        cited |= {
            row[0] for row in counting.rows_of(self._db, "SELECT t.record FROM citation t", "id", citations)
        }
        by_kind = {Kind.CASE: found.cases, Kind.EVENT: found.events, Kind.PARTY: found.people}
        for record, kind in counting.rows_of(self._db, "SELECT t.id, t.kind FROM record t", "id", cited):
            if kind in by_kind:
                by_kind[Kind(kind)].add(RecordId(record))

    def _spread(self, found: Owners) -> None:
        """Add who is in these now: the rows of a case, a person and an event stand with each of them.

        And the cases of those people: a status follows from all that happened to somebody.
        """
        found.people.update(self._ids("SELECT t.party FROM case_party t", "owner", found.cases, _SUBJECT))
        found.events.update(self._ids("SELECT t.id FROM event t", '"case"', found.cases))
        found.people.update(self._ids("SELECT t.party FROM event_party t", "owner", found.events, _VICTIM))
        events = self._ids("SELECT t.owner FROM event_party t", "party", found.people, _VICTIM)
        found.cases.update(self._ids("SELECT t.owner FROM case_party t", "party", found.people, _SUBJECT))
        found.cases.update(self._ids('SELECT t."case" FROM event t', "id", found.events | events))
        found.events.update(events)

    def _ids(self, select: str, column: str, wanted: Iterable[str], where: str = "1") -> set[RecordId]:
        return {
            RecordId(row[0]) for row in counting.rows_of(self._db, select, column, wanted, where) if row[0]
        }


def _note(
    found: Owners, cited: set[RecordId], record: RecordId, kind: Kind, state: dict[str, Any] | None
) -> None:
    """Note a record that was changed, and who was in it before."""
    {Kind.CASE: found.cases, Kind.EVENT: found.events, Kind.PARTY: found.people}.get(kind, set()).add(record)
    before = (state or {}).get("record")
    if before is None:
        return
    fields, parties = before["fields"], before["lists"].get("parties", {}).values()
    found.people.update(
        RecordId(item["party"])
        for item in parties
        if item.get("party") and item.get("role") in (SUBJECT, VICTIM)
    )
    if kind is Kind.EVENT and fields.get("case"):
        found.cases.add(RecordId(fields["case"]))
    if kind is Kind.CITATION and fields.get("record"):
        cited.add(RecordId(fields["record"]))
