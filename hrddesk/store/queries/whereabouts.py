"""Queries, page by page, for the facts from which the custody status of people is computed.

Reading complete records would need texts, charges, terms and visibility levels too: ten statements per page.
A list of statuses needs none of these.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId, Value
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.roles import OWN, SUBJECT
from hrddesk.records.terms.words import SHIPPED, Words
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated

_RECORDED = "(SELECT h.time FROM history h WHERE h.num = r.history)"
COUNTRY = "country"
"""The setting for the country whose law applies to cases that name no country."""
COUNTRY_SAID = "case.country"
"""The name of the transaction that writes the country into cases and events before they leave.

The transaction adds no new fact, so it does not block undo.
"""
_USUAL = "(SELECT value FROM setting WHERE name = 'country')"
_COUNTRY = f"coalesce(k.country, e.country, {_USUAL}, '')"
_EVENTS = """
    SELECT p.party, p.id, p.pos, p.role, e.id, {country},
        CASE WHEN e.date_last IS NULL THEN {recorded} END,
        pl.kind, e.type, e.measure, e.facility, e.date, e.assertion{more}
    FROM json_each(?) wanted JOIN event_party p ON p.party = wanted.value
    JOIN event e ON e.id = p.owner JOIN record r ON r.id = e.id
    LEFT JOIN case_file k ON k.id = e."case" LEFT JOIN place pl ON pl.id = e.place ORDER BY r.num
"""
_EVENT_FIELDS = ("type", "measure", "facility", "date", "assertion")
_MORE_OF_EVENTS = ("place", "place_text")
_PARTY_FIELDS = ("kind", "death")
_MORE_OF_PARTIES = ("ref", "birth")
_LISTS = {
    "penalties": ("penalty", ("raw", "kind", "months", "ends", "quantity", "unit")),
    "charges": ("charge", ("raw", "term")),
    "names": ("party_name", ("name", "kind")),
    "terms": ("party_term", ("since", "until")),
}
"""The table and columns of each list that is read, by the name of the list."""
_Lists = dict[str, dict[ElementId, Element]]


class Whereabouts:
    """The reader of an open vault for the facts from which the statuses of people are computed."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def of_parties(
        self, ids: Sequence[RecordId], *, words: Words = SHIPPED, more: bool = False
    ) -> Iterator[tuple[Record, list[Record]]]:
        """Yield each existing party in the order of `ids`, with all its events in the order of their creation
        here.

        A party has its kind and death only; an event has type, measure, facility, date, assertion, penalties
        and the roles of the requested parties. If `more` is True, they also have the facts that the checks
        need: places, charges, names, dates of birth, and the first and last day of a term. Codes of the
        desk's own terms are replaced by the shipped codes that `Words.counted` returns.
        """
        ids_json = json.dumps(ids)
        of_parties = _PARTY_FIELDS + (_MORE_OF_PARTIES if more else ())
        of_events = _EVENT_FIELDS + (_MORE_OF_EVENTS if more else ())
        with translated():
            party_rows = self._db.execute(
                f"SELECT p.id, p.{', p.'.join(of_parties)}"  # noqa: S608  (constants above)
                " FROM json_each(?) wanted JOIN party p ON p.id = wanted.value",
                (ids_json,),
            ).fetchall()
            rows = self._db.execute(
                _EVENTS.format(
                    recorded=_RECORDED,
                    country=_COUNTRY,
                    more="".join(f", e.{name}" for name in of_events[len(_EVENT_FIELDS) :]),
                ),
                (ids_json,),
            ).fetchall()
            seen = json.dumps(sorted({row[4] for row in rows}))
            lists = self._lists({"penalties": seen} | ({"charges": seen} if more else {}))
            own = self._lists({"names": ids_json, "terms": ids_json}) if more else {}
        parties = {
            party: Record(
                kind=Kind.PARTY, id=party, fields=_held(of_parties, values), lists=own.get(party, {})
            )
            for party, *values in party_rows
        }
        events: dict[str, Record] = {}
        by_party: dict[str, dict[str, Record]] = {}
        for party, element, pos, role, event, country, time, place, *values in rows:
            if event not in events:
                events[event] = Record(
                    kind=Kind.EVENT,
                    id=event,
                    fields=_held(of_events, values),
                    lists={"parties": {}, **lists.get(event, {})},
                    recorded=None if time is None else local_day(time),
                    country=country,
                    facility=place if place in vocabulary.holding() else "",
                )
            by_party.setdefault(party, {})[event] = events[event]
            roles = events[event].lists["parties"]
            assert isinstance(roles, dict)
            roles[ElementId(element)] = {"party": party, "role": role, "pos": pos}
        for party_id in ids:
            if party_id in parties:
                yield parties[party_id], [*map(words.as_counted, by_party.get(party_id, {}).values())]

    def dated(self, events: Iterable[Record]) -> list[Record]:
        """Return the events as `situated` does, and set `recorded` for each event whose date has no last day.

        `recorded` is the day of the latest local change of the event, by this computer's clock, since it is
        unknown which change wrote the date.
        """
        event_list = list(events)
        with translated():
            times = self._db.execute(
                f"SELECT e.id, {_RECORDED} FROM json_each(?) wanted JOIN event e ON e.id = wanted.value"  # noqa: S608  (constants above)
                " JOIN record r ON r.id = e.id WHERE e.date_last IS NULL",
                (json.dumps([event.id for event in event_list]),),
            ).fetchall()
        days = {event: local_day(time) for event, time in times}
        return self.situated(
            replace(event, recorded=days[event.id]) if event.id in days else event for event in event_list
        )

    def situated(self, events: Iterable[Record]) -> list[Record]:
        """Return the events with the country whose law applies, and the kind of the facility where each
        happened.

        The country is that of the case, otherwise that of the event, otherwise the default country of the
        vault.
        """
        with translated():
            held_in = dict(
                self._db.execute(
                    "SELECT id, kind FROM place WHERE kind IN (SELECT value FROM json_each(?))",
                    (json.dumps(sorted(vocabulary.holding())),),
                ).fetchall()
            )
            named = self._db.execute("SELECT id, country FROM case_file WHERE country IS NOT NULL").fetchall()
            usual = str(self._db.execute(f"SELECT coalesce({_USUAL}, '')").fetchone()[0])
        countries = dict(named)
        return [
            replace(
                event,
                country=countries.get(event.text("case")) or event.text("country") or usual,
                facility=held_in.get(event.text("place"), ""),
            )
            for event in events
        ]

    def without_country(self, cases: Sequence[RecordId] | None) -> list[RecordId]:
        """Return the cases that state no country, among `cases`, or among all cases if `cases` is None."""
        cases_json = None if cases is None else json.dumps(cases)
        with translated():
            rows = self._db.execute(
                "SELECT k.id FROM case_file k JOIN record r ON r.id = k.id WHERE k.country IS NULL"
                " AND (?1 IS NULL OR k.id IN (SELECT value FROM json_each(?1))) ORDER BY r.num",
                (cases_json,),
            )
            return [RecordId(row[0]) for row in rows]

    def events_without_country(self) -> list[RecordId]:
        """Return the events that belong to no case and state no country."""
        with translated():
            rows = self._db.execute(
                'SELECT e.id FROM event e JOIN record r ON r.id = e.id WHERE e."case" IS NULL'
                " AND e.country IS NULL ORDER BY r.num"
            )
            return [RecordId(row[0]) for row in rows]

    def people_of_cases(self, cases: Sequence[RecordId]) -> dict[RecordId, list[RecordId]]:
        """Return, by case, the people that the case is about, in their order in the case."""
        people_by_case: dict[RecordId, list[RecordId]] = {}
        with translated():
            rows = self._db.execute(
                "SELECT c.owner, c.party FROM json_each(?) wanted JOIN case_party c ON c.owner = wanted.value"
                " WHERE c.role = ? AND c.party IS NOT NULL ORDER BY c.pos, c.id",
                (json.dumps(cases), SUBJECT),
            )
            for case, party in rows:
                people_by_case.setdefault(RecordId(case), []).append(RecordId(party))
        return {case: list(dict.fromkeys(people)) for case, people in people_by_case.items()}

    def bystanders(self, parties: Collection[RecordId]) -> frozenset[RecordId]:
        """Return the bystanders among `parties`: those who are in cases or events only because of others.

        No case is about a bystander, and no event happened to a bystander. A party whose role in a case or
        event is not stated is no bystander.
        """
        with translated():
            rows = self._db.execute(
                "SELECT party FROM (SELECT c.party, c.role IN (?2, '') AS own"
                " FROM json_each(?1) wanted JOIN case_party c ON c.party = wanted.value"
                " UNION ALL SELECT e.party, e.role IN (SELECT value FROM json_each(?3)) OR e.role = ''"
                " FROM json_each(?1) wanted JOIN event_party e ON e.party = wanted.value)"
                " GROUP BY party HAVING max(coalesce(own, 1)) = 0",
                (json.dumps(sorted(parties)), SUBJECT, json.dumps(sorted(OWN))),
            )
            return frozenset(RecordId(row[0]) for row in rows)

    def cases_of(self, parties: Collection[RecordId]) -> frozenset[RecordId]:
        """Return the cases that are about any of these parties."""
        with translated():
            rows = self._db.execute(
                "SELECT DISTINCT c.owner FROM json_each(?) wanted JOIN case_party c ON c.party = wanted.value"
                " WHERE c.role = ?",
                (json.dumps(sorted(parties)), SUBJECT),
            )
            return frozenset(RecordId(row[0]) for row in rows)

    def _lists(self, owners_by_list: dict[str, str]) -> dict[str, _Lists]:
        """Return the elements of lists, by owner and name of the list.

        `owners_by_list` gives the owners to read for each list, as JSON.
        """
        lists_by_owner: dict[str, _Lists] = {}
        for name, owners in owners_by_list.items():
            table, fields = _LISTS[name]
            rows = self._db.execute(
                f"SELECT t.owner, t.id, t.pos, t.{', t.'.join(fields)}"  # noqa: S608  (constants above)
                f" FROM json_each(?) wanted JOIN {table} t ON t.owner = wanted.value",
                (owners,),
            )
            for owner, element, pos, *values in rows:
                of_owner = lists_by_owner.setdefault(owner, {}).setdefault(name, {})
                of_owner[ElementId(element)] = {**_held(fields, values), "pos": pos}
        return lists_by_owner


def local_day(time: int) -> date:
    """Return the day of a time in seconds since 1970, in this computer's time zone."""
    return datetime.fromtimestamp(time).astimezone().date()


def _held(names: Sequence[str], values: Sequence[Value]) -> dict[str, Value]:
    """Return the values by name, without the values that are None."""
    return {name: value for name, value in zip(names, values, strict=True) if value is not None}
