"""What the status of people is computed from, read by page: of their events only what tells of liberty.

A whole record brings its texts, charges, terms and levels along, ten statements a page; a list needs none.
"""

import json
from collections.abc import Collection, Iterator, Sequence

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Element, ElementId, Record, RecordId, Value
from hrddesk.store.database import Connection, translated

_EVENTS = """
    SELECT p.party, p.id, p.pos, p.role, e.id, e.type, e.form, e.date, e.assertion
    FROM json_each(?) wanted JOIN event_party p ON p.party = wanted.value
    JOIN event e ON e.id = p.owner JOIN record r ON r.id = e.id ORDER BY r.num
"""
_PENALTIES = """
    SELECT p.owner, p.id, p.pos, p.raw, p.kind, p.months, p.ends, p.quantity, p.unit
    FROM json_each(?) wanted JOIN penalty p ON p.owner = wanted.value
"""
_EVENT_FIELDS = ("type", "form", "date", "assertion")
_PENALTY_FIELDS = ("raw", "kind", "months", "ends", "quantity", "unit")


class Whereabouts:
    """Reads the facts of an open vault that say where people are."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def of_parties(self, ids: Sequence[RecordId]) -> Iterator[tuple[Record, list[Record]]]:
        """Yield each of these parties that is there, in their order, with all its events in theirs.

        The records hold kind and death of the party; type, form, date, assertion, penalties and this party's
        own roles of the events; nothing else.
        """
        wanted = json.dumps(ids)
        with translated():
            parties = {
                row[0]: _record(Kind.PARTY, row[0], ("kind", "death"), row[1:])
                for row in self._db.execute(
                    "SELECT p.id, p.kind, p.death FROM json_each(?) w JOIN party p ON p.id = w.value",
                    (wanted,),
                )
            }
            rows = self._db.execute(_EVENTS, (wanted,)).fetchall()
            penalties = self._penalties({row[4] for row in rows})
        events: dict[str, dict[str, Record]] = {}
        for party, element, pos, role, event, *values in rows:
            own = events.setdefault(party, {})
            if event not in own:
                lists: dict[str, dict[ElementId, Element]] = {"parties": {}}
                if event in penalties:
                    lists["penalties"] = penalties[event]
                own[event] = _record(Kind.EVENT, event, _EVENT_FIELDS, values, lists)
            roles = own[event].lists["parties"]
            assert isinstance(roles, dict)
            roles[ElementId(element)] = {"party": party, "role": role, "pos": pos}
        for party_id in ids:
            if party_id in parties:
                yield parties[party_id], list(events.get(party_id, {}).values())

    def people_of_cases(self, cases: Sequence[RecordId]) -> dict[RecordId, list[RecordId]]:
        """Return the parties of these cases to whom something happened, in their order in the case."""
        found: dict[RecordId, list[RecordId]] = {}
        with translated():
            rows = self._db.execute(
                "SELECT c.owner, c.party FROM json_each(?) wanted JOIN case_party c ON c.owner = wanted.value"
                " WHERE coalesce(c.role, '') IN ('', 'victim') AND c.party IS NOT NULL ORDER BY c.pos, c.id",
                (json.dumps(cases),),
            )
            for case, party in rows:
                found.setdefault(RecordId(case), []).append(RecordId(party))
        return {case: list(dict.fromkeys(people)) for case, people in found.items()}

    def cases_of(self, parties: Collection[RecordId]) -> frozenset[RecordId]:
        """Return the cases in which to any of these parties something happened."""
        with translated():
            rows = self._db.execute(
                "SELECT DISTINCT c.owner FROM json_each(?) wanted JOIN case_party c ON c.party = wanted.value"
                " WHERE coalesce(c.role, '') IN ('', 'victim')",
                (json.dumps(sorted(parties)),),
            )
            return frozenset(RecordId(row[0]) for row in rows)

    def _penalties(self, events: set[str]) -> dict[str, dict[ElementId, Element]]:
        made: dict[str, dict[ElementId, Element]] = {}
        for owner, element, pos, *values in self._db.execute(_PENALTIES, (json.dumps(sorted(events)),)):
            held = {
                name: value for name, value in zip(_PENALTY_FIELDS, values, strict=True) if value is not None
            }
            made.setdefault(owner, {})[ElementId(element)] = {**held, "pos": pos}
        return made


def _record(
    kind: Kind,
    record_id: str,
    names: Sequence[str],
    values: Sequence[Value],
    lists: dict[str, dict[ElementId, Element]] | None = None,
) -> Record:
    held = {name: value for name, value in zip(names, values, strict=True) if value is not None}
    return Record(kind, RecordId(record_id), held, lists or {})
