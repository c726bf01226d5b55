"""The list of cases: ids first, then rows page by page, with sorting and filtering in SQL."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import display_names as people
from hrddesk.records.names import names
from hrddesk.records.terms.roles import SUBJECT
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated
from hrddesk.store.database.record_tables import Tables
from hrddesk.store.queries.search import Search

_ORDER: Final = {"ref": "ref", "title": "title", "people": "people_key", "last_event": "last_day"}
_SHOWN: Final = "case_row.id, ref, title, people, last_event"
"""The columns of a `CaseRow`, in order."""
_PEOPLE_SHOWN: Final = 4
_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """The filter and the order of the list of cases: `sort` is ref, title, people or last_event."""

    text: str = ""
    sort: str = "ref"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One row of the list. `last_event` is the date as it was typed."""

    id: RecordId
    ref: str
    title: str
    people: str
    last_event: str


class Listing:
    """The list of cases of an open vault."""

    def __init__(self, db: Connection, tables: Tables, search: Search) -> None:
        self._db = db
        self._tables = tables
        self._search = search

    def ids(self, query: CaseQuery) -> list[RecordId]:
        """Return the ids of the cases that match the query, in the order that the query asks for."""
        matches = self.found(query.text)
        with translated():
            rows = self._db.execute(f"SELECT id FROM case_row ORDER BY {_order(query)}")  # noqa: S608  (constants)
            return [row[0] for row in rows if matches is None or row[0] in matches]

    def first(self, query: CaseQuery, count: int) -> list[CaseRow]:
        """Return the first `count` rows in the order of the query; the text filter of the query
        is ignored.
        """
        with translated():
            rows = self._db.execute(
                f"SELECT {_SHOWN} FROM case_row ORDER BY {_order(query)} LIMIT ?",  # noqa: S608  (constants)
                (count,),
            )
            return [CaseRow(*row) for row in rows]

    def found(self, text: str, look: Callable[[], None] = lambda: None) -> frozenset[RecordId] | None:
        """Return the cases that contain the text, themselves or in records that belong to them.

        Return None if the text is empty after normalisation. With many cases this may take seconds: `look` is
        called for every text read, and an exception from `look` ends the search.
        """
        if not names.normalise(text):
            return None
        with translated():
            owners = set(self._search.by_name(text))
            owners.update(owner for owner, _ in self._search.by_text(text, look))
            rows = self._db.execute(_FOUND, (json.dumps(list(owners)),))
            return frozenset(RecordId(row[0]) for row in rows)

    def rows(self, ids: list[RecordId]) -> list[CaseRow]:
        """Return the rows of these cases, in the order of `ids`; missing cases are left out."""
        with translated():
            rows_by_case = {
                row[0]: CaseRow(*row)
                for row in self._db.execute(
                    f"SELECT {_SHOWN} FROM json_each(?) wanted JOIN case_row ON case_row.id = wanted.value",  # noqa: S608  (constants)
                    (json.dumps(ids),),
                )
            }
        return [rows_by_case[case_id] for case_id in ids if case_id in rows_by_case]

    def refresh(self, ids: Iterable[RecordId]) -> None:
        """Rebuild the rows of these cases, inside the caller's transaction."""
        remaining = iter(sorted(ids))  # in the order of their tables
        while batch := list(islice(remaining, _BATCH)):
            self._refresh(batch)

    def _refresh(self, ids: list[RecordId]) -> None:
        cases = {record.id: record for record in self._tables.read_many(Kind.CASE, ids, _OF_A_ROW)}
        names_by_party = self._shown({party for record in cases.values() for party in _parties(record)})
        dated = self._last_dated(list(cases))
        rows = [_row(case, names_by_party, *dated.get(case.id, _NEVER)) for case in cases.values()]
        # REPLACE would keep a copy of every page that it touches, in case it fails, and wipe it.
        self._db.executemany("DELETE FROM case_row WHERE id = ?", [(case_id,) for case_id in ids])
        self._db.executemany(
            "INSERT INTO case_row (id, ref, title, people, people_key, last_event, last_day)"
            " VALUES (?,?,?,?,?,?,?)",
            rows,
        )

    def _shown(self, parties: Iterable[RecordId]) -> dict[RecordId, str]:
        """Return the names of these people as shown in the list."""
        party_records = self._tables.read_many(Kind.PARTY, sorted(parties), ("names",))
        return {party.id: people.display_name(party) for party in party_records}

    def _last_dated(self, cases: list[RecordId]) -> dict[RecordId, tuple[str, int]]:
        """Return, by case, the date of the last event as typed, and the latest day of that date as an
        ordinal.
        """
        dates_by_case: dict[RecordId, tuple[str, int]] = {}
        if len(cases) == 1:  # neither a list nor a join: see `Tables._select`
            rows = self._db.execute(_DATED.format('"case" = ?') + " LIMIT 1", tuple(cases))
        else:
            where = '"case" IN (SELECT value FROM json_each(?))'
            rows = self._db.execute(_DATED.format(where), (json.dumps(cases),))
        for case_id, date, day in rows:
            dates_by_case.setdefault(RecordId(case_id), (date, day))
        return dates_by_case

    def is_as_made(self, look: Callable[[], None]) -> bool:
        """Tell whether the list matches the records; `look` is called for every case."""
        names_by_party = self._shown(self._tables.ids(Kind.PARTY))
        last: dict[str, tuple[str, int]] = {}
        for case_id, date, day in self._db.execute(_DATED.format("1")):
            last.setdefault(case_id, (date, day))
        rows_by_case = {
            row[0]: tuple(row)
            for row in self._db.execute(
                "SELECT id, ref, title, people, people_key, last_event, last_day FROM case_row"
            )
        }
        for record in self._tables.read_many(Kind.CASE, self._tables.ids(Kind.CASE), _OF_A_ROW):
            look()
            if rows_by_case.pop(record.id, None) != _row(
                record, names_by_party, *last.get(record.id, _NEVER)
            ):
                return False
        return not rows_by_case


def stale_rows(db: Connection, records: Iterable[Record]) -> set[RecordId]:
    """Return the cases whose rows in the list are outdated by a change of these records.

    These are changed cases, the cases of changed events, and the cases that name a changed person.
    """
    cases, parties = set[RecordId](), []
    for record in records:
        if record.kind is Kind.CASE:
            cases.add(record.id)
        elif record.kind is Kind.PARTY:
            parties.append(record.id)
        elif record.kind is Kind.EVENT and record.fields.get("case"):
            cases.add(RecordId(record.text("case")))
    if parties:
        rows = db.execute(
            "SELECT DISTINCT c.owner FROM json_each(?) w CROSS JOIN case_party c ON c.party = w.value",
            (json.dumps(parties),),
        )
        cases.update(RecordId(row[0]) for row in rows)
    return cases


def _parties(case: Record) -> list[RecordId]:
    """Return the people that a case is about."""
    return [
        RecordId(str(item["party"]))
        for item in case.values("parties")
        if "party" in item and item.get("role") == SUBJECT
    ]


def _row(case: Record, names_by_party: Mapping[RecordId, str], date: str, day: int) -> tuple[object, ...]:
    """Return the values of a case in the table of the list; `names_by_party` holds the names of people."""
    named = [names_by_party[party] for party in _parties(case) if party in names_by_party]
    text = people.people_together(named[:_PEOPLE_SHOWN]) + (" …" if len(named) > _PEOPLE_SHOWN else "")
    return case.id, case.text("ref"), case.text("title"), text, text.casefold(), date, day


def _order(query: CaseQuery) -> str:
    way = " DESC" if query.descending else ""
    return f"{_ORDER[query.sort]}{way}, id{way}"


_OF_A_ROW: Final = ("ref", "title", "parties")
_NEVER: Final = ("", 0)
_DATED: Final = """
    SELECT "case", date, coalesce(date_last, date_first) AS day FROM event
    WHERE {} AND coalesce(date_last, date_first) IS NOT NULL ORDER BY day DESC, date_first DESC, date
"""
"""The SQL query for the dated events, latest first."""

_FOUND: Final = """
    WITH found(id) AS (SELECT value FROM json_each(?))
    SELECT c.id FROM found f JOIN case_row c ON c.id = f.id
    UNION SELECT c.owner FROM found f JOIN case_party c ON c.party = f.id
    UNION SELECT e."case" FROM found f JOIN event e ON e.id = f.id WHERE e."case" IS NOT NULL
    UNION SELECT e."case" FROM found f JOIN evidence_case e ON e.owner = f.id
"""
"""The SQL query for the cases that are among these records, or that these records belong to."""
