"""Reads what figures are counted over, as plain rows and in few statements: of some records, not of all."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from hrddesk.records.countable import Countable, CountableEvent, CountableParty
from hrddesk.records.record import RecordId
from hrddesk.records.roles import SUBJECT, VICTIM
from hrddesk.store.database import Connection, translated

_CONCERNED: Final = {
    "case_party": f"t.role = '{SUBJECT}' AND t.party IS NOT NULL",
    "event_party": f"t.role = '{VICTIM}' AND t.party IS NOT NULL",
}
"""Who a case is about, and to whom an event happened."""
_CASES: Final = "SELECT t.id, coalesce(t.status, '') FROM case_file t"
_PARTIES: Final = """
    SELECT t.id, coalesce(t.kind, ''), coalesce(t.sex, ''), coalesce(t.ethnicity, ''), coalesce(t.birth, ''),
        coalesce(t.age, ''), coalesce(t.age_day, ''), t.size_min, t.size_max FROM party t
"""
_EVENTS: Final = """
    SELECT t.id, coalesce(t."case", ''), coalesce(t.type, ''), coalesce(t.form, ''),
        coalesce(t.assertion, ''), coalesce(t.date, ''), coalesce(t.place, ''), coalesce(t.place_text, '')
    FROM event t
"""
_TAGS: Final = "SELECT t.owner, coalesce(t.text, '') FROM case_tag t"
_PARTY_TERMS: Final = """
    SELECT t.owner, coalesce(t.vocabulary, ''), coalesce(nullif(t.term, ''), t.raw, '') FROM party_term t
"""
_CHARGES: Final = "SELECT t.owner, coalesce(nullif(t.term, ''), t.raw, '') FROM charge t"
_PENALTIES: Final = "SELECT t.owner, coalesce(nullif(t.kind, ''), t.raw, ''), t.months FROM penalty t"
_EVENT_TERMS: Final = "SELECT t.owner, coalesce(nullif(t.term, ''), t.raw, '') FROM event_term t"
_KEYS: Final = "SELECT t.owner, coalesce(t.source, '') FROM import_key t"
_CITATIONS: Final = "SELECT t.record, t.source FROM citation t"
_ANSWER_TABLES: Final = ("case_value", "party_value", "event_value")
_ANSWERS: Final = "SELECT t.owner, coalesce(t.field, ''), coalesce(t.answer, '') FROM {} t"
_PAGES: Final[Mapping[str, str]] = {
    "cases": "SELECT t.id FROM case_file t WHERE t.id > ?1",
    "events": (
        'SELECT t.id FROM event t LEFT JOIN case_file c ON c.id = t."case" WHERE t.id > ?1 AND c.id IS NULL'
    ),
    "people": "SELECT t.id FROM party t WHERE t.id > ?1 AND coalesce(t.kind, '') IN ('', 'person', 'group')",
}

Ids = Collection[str]


class Counting:
    """The rows of an open vault that figures are counted over."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def page(self, of: str, after: str, size: int) -> list[RecordId]:
        """Return the next ids behind `after`, `size` at most: of "cases", "people", "events" in no case."""
        with translated():
            rows = self._db.execute(f"{_PAGES[of]} ORDER BY t.id LIMIT ?2", (after, size))
            return [RecordId(row[0]) for row in rows]

    def in_no_case(self, events: Ids) -> list[RecordId]:
        """Return which of these events are in no case, in the order of their ids."""
        found = self._of(
            'SELECT t.id FROM event t LEFT JOIN case_file c ON c.id = t."case"', "id", events, "c.id IS NULL"
        )
        return sorted(RecordId(row[0]) for row in found)

    def of_cases(self, cases: Ids) -> Countable:
        """Return what is counted of these cases: their events, and the people to whom those happened."""
        events = self._ids("SELECT t.id FROM event t", '"case"', cases)
        return self.read(
            cases, self._concerned("event_party", events) | self._concerned("case_party", cases), events
        )

    def of_events(self, events: Ids) -> Countable:
        """Return what is counted of these events, which are in no case."""
        return self.read((), self._concerned("event_party", events), events)

    def of_people(self, people: Ids) -> Countable:
        """Return what is counted of these people: what happened to them, and the cases that they are in."""
        events = self._ids("SELECT t.owner FROM event_party t", "party", people, _CONCERNED["event_party"])
        cases = self._ids('SELECT t."case" FROM event t', "id", events, 't."case" IS NOT NULL')
        cases |= self._ids("SELECT t.owner FROM case_party t", "party", people, _CONCERNED["case_party"])
        return self.read(cases, people, events)

    def read(self, cases: Ids, people: Ids, events: Ids) -> Countable:
        """Return what is recorded of these records, and who of these people is in which of them."""
        every = {*cases, *people, *events}
        return Countable(
            self._of(_CASES, "id", cases),
            self._of_people("case_party", cases, people),
            self._of(_TAGS, "owner", cases),
            list(map(CountableParty._make, self._of(_PARTIES, "id", people))),
            self._of(_PARTY_TERMS, "owner", people),
            list(map(CountableEvent._make, self._of(_EVENTS, "id", events))),
            self._of_people("event_party", events, people),
            self._of(_CHARGES, "owner", events),
            self._of(_PENALTIES, "owner", events),
            self._of(_EVENT_TERMS, "owner", events),
            self._of(_KEYS, "owner", every),
            [row for table in _ANSWER_TABLES for row in self._of(_ANSWERS.format(table), "owner", every)],
            citations=self._of(_CITATIONS, "record", every, "t.source IS NOT NULL"),
        )

    def sources(self) -> Iterator[tuple[RecordId, str, str]]:
        """Yield every source with how it is called and the code of its type."""
        with translated():
            yield from self._db.execute(
                "SELECT id, coalesce(nullif(title, ''), code_name, ''), coalesce(type, '') FROM source"
            ).fetchall()

    def members_of(self, groups: Ids) -> dict[RecordId, set[RecordId]]:
        """Return who is recorded one by one of these groups."""
        made: dict[RecordId, set[RecordId]] = {}
        member = "t.type = 'member_of' AND t.subject IS NOT NULL"
        for group, who in self._of("SELECT t.object, t.subject FROM relation t", "object", groups, member):
            made.setdefault(RecordId(group), set()).add(RecordId(who))
        return made

    def _concerned(self, table: str, owners: Ids) -> set[str]:
        return self._ids(f"SELECT t.party FROM {table} t", "owner", owners, _CONCERNED[table])  # noqa: S608  (our tables)

    def _of_people(self, table: str, owners: Ids, people: Ids) -> Sequence[tuple[Any, ...]]:
        there = frozenset(people)
        rows = self._of(f"SELECT t.owner, t.party FROM {table} t", "owner", owners, _CONCERNED[table])  # noqa: S608  (our tables)
        return [row for row in rows if row[1] in there]

    def _ids(self, select: str, column: str, wanted: Ids, where: str = "1") -> set[str]:
        return {row[0] for row in self._of(select, column, wanted, where)}

    def _of(self, select: str, column: str, wanted: Ids, where: str = "1") -> Sequence[tuple[Any, ...]]:
        with translated():
            return rows_of(self._db, select, column, wanted, where)


def rows_of(
    db: Connection, select: str, column: str, wanted: Iterable[str], where: str = "1"
) -> list[tuple[Any, ...]]:
    """Return what `select` reads from a table t where a column is one of these ids, in any number."""
    start, _, table = select.rpartition(" FROM ")
    table, join, joined = table.partition(" LEFT JOIN ")
    sql = (
        f"{start} FROM json_each(?) w CROSS JOIN {table} ON t.{column} = w.value{join}{joined} WHERE {where}"
    )
    return list(db.execute(sql, (json.dumps(list(wanted)),)))
