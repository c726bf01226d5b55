"""Reads what figures are counted over, as plain rows and in few statements."""

from collections.abc import Iterator
from typing import Any, Final

from hrddesk.records.countable import Countable, CountableEvent, CountableParty
from hrddesk.records.kinds import Kind
from hrddesk.store.database import Connection, translated
from hrddesk.store.tables import Tables

_CASES: Final = """
    SELECT c.id, coalesce(c.status, '') FROM case_file c
"""
_CASE_VICTIMS: Final = """
    SELECT owner, party FROM case_party
    WHERE coalesce(role, '') IN ('', 'victim') AND party IS NOT NULL
"""
_TAGS: Final = "SELECT owner, coalesce(text, '') FROM case_tag"
_PARTIES: Final = """
    SELECT p.id, coalesce(p.kind, ''), coalesce(p.sex, ''), coalesce(p.ethnicity, ''), coalesce(p.birth, ''),
        coalesce(p.age, ''), coalesce(p.age_day, ''), p.size_min, p.size_max
    FROM party p
"""
_PARTY_TERMS: Final = """
    SELECT owner, coalesce(vocabulary, ''), coalesce(nullif(term, ''), raw, '') FROM party_term
"""
_EVENTS: Final = """
    SELECT e.id, coalesce(e."case", ''), coalesce(e.type, ''), coalesce(e.form, ''),
        coalesce(e.assertion, ''), coalesce(e.date, ''), coalesce(e.place, ''), coalesce(e.place_text, '')
    FROM event e
"""
_EVENT_VICTIMS: Final = """
    SELECT owner, party FROM event_party
    WHERE coalesce(role, '') IN ('', 'victim') AND party IS NOT NULL
"""
_CHARGES: Final = "SELECT owner, coalesce(nullif(term, ''), raw, '') FROM charge"
_PENALTIES: Final = """
    SELECT owner, coalesce(nullif(kind, ''), raw, ''), months FROM penalty
"""
_EVENT_TERMS: Final = "SELECT owner, coalesce(nullif(term, ''), raw, '') FROM event_term"
_KEYS: Final = "SELECT owner, coalesce(source, '') FROM import_key"
_ANSWERS: Final = """
    SELECT owner, coalesce(field, ''), coalesce(answer, '') FROM (
        SELECT owner, field, answer FROM case_value
        UNION ALL SELECT owner, field, answer FROM party_value
        UNION ALL SELECT owner, field, answer FROM event_value)
"""
_MEMBERS: Final = """
    SELECT object, subject FROM relation
    WHERE type = 'member_of' AND object IS NOT NULL AND subject IS NOT NULL
"""
_SOURCES: Final = "SELECT id, coalesce(nullif(title, ''), code_name, '') FROM source"
_SOURCE_TYPES: Final = "SELECT id, coalesce(type, '') FROM source"
_CITATIONS: Final = """
    SELECT c.record, c.source FROM citation c WHERE c.record IS NOT NULL AND c.source IS NOT NULL
"""
_OWN_FIELDS: Final = """
    SELECT coalesce(key, ''), coalesce(label_en, ''), coalesce(label_zh, '') FROM field_definition
"""


class Counting:
    """The rows of an open vault."""

    def __init__(self, db: Connection, tables: Tables) -> None:
        self._db = db
        self._tables = tables

    def read(self) -> Countable:
        """Return everything as it is now, in no order; rows are read when they are gone through, once."""
        return Countable(
            self._rows(_CASES),
            self._rows(_CASE_VICTIMS),
            self._rows(_TAGS),
            map(CountableParty._make, self._rows(_PARTIES)),
            self._rows(_PARTY_TERMS),
            map(CountableEvent._make, self._rows(_EVENTS)),
            self._rows(_EVENT_VICTIMS),
            self._rows(_CHARGES),
            self._rows(_PENALTIES),
            self._rows(_EVENT_TERMS),
            self._rows(_KEYS),
            self._rows(_ANSWERS),
            self._rows(_MEMBERS),
            self._tables.read_many(Kind.PLACE, self._tables.ids(Kind.PLACE)),
            self._rows(_SOURCES),
            self._rows(_SOURCE_TYPES),
            self._rows(_CITATIONS),
            self._rows(_OWN_FIELDS),
        )

    def _rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        with translated():
            yield from self._db.execute(sql).fetchall()
