"""Queries for the recorded values that figures count: one SQL statement for each name of a value."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from hrddesk.records.model.record import RecordId
from hrddesk.records.rules.countable import (
    CUSTOM,
    DATE,
    FACILITY,
    FIXED,
    GROUP,
    LIFE,
    OF_PARTY,
    PLACE,
    SIZE,
    SOURCE,
    TERM,
    Item,
    Ties,
)
from hrddesk.records.terms.roles import OWN, SUBJECT
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated

_TOGETHER: Final = frozenset({LIFE, SIZE, PLACE, FACILITY})
"""The names whose recorded value is a combination of several columns."""
_ANSWER_TABLES: Final = ("case_value", "party_value", "event_value")


def _of(table: str, value: str, owner: str = "owner", where: str = "1") -> str:
    return f"SELECT {owner}, {value} FROM {table} WHERE {value} <> '' AND {where}"  # noqa: S608  (our tables)


_WORD: Final = "coalesce(nullif(term, ''), raw)"
_RECORDED: Final[Mapping[str, str]] = {
    "case_status": _of("case_file", "status", "id"),
    "tag": _of("case_tag", "text"),
    **{name: _of("party", name, "id") for name in ("sex", "ethnicity")},
    **{name: _of("party_term", _WORD, where=f"vocabulary = '{name}'") for name in OF_PARTY},
    LIFE: (
        "SELECT id, coalesce(birth, ''), coalesce(age, ''), coalesce(age_day, '') FROM party"
        " WHERE birth <> '' OR age <> ''"
    ),
    SIZE: f"SELECT id, size_min, size_max FROM party WHERE kind = '{GROUP}'",  # noqa: S608  (a constant)
    **{name: _of("event", name, "id") for name in ("type", "measure", "assertion")},
    DATE: "SELECT id, coalesce(date, '') FROM event",
    PLACE: (
        "SELECT id, coalesce(place, ''), coalesce(place_text, '') FROM event"
        " WHERE place <> '' OR place_text <> ''"
    ),
    FACILITY: (
        "SELECT id, coalesce(facility, ''), coalesce(place, '') FROM event"
        " WHERE facility <> '' OR place <> ''"
    ),
    TERM: _of("event_term", _WORD),
    "charge": _of("charge", _WORD),
    "penalty": _of("penalty", "coalesce(nullif(kind, ''), raw)"),
    "months": _of("penalty", "months", where=f"kind = '{FIXED}'"),
    "dataset": _of("import_key", "source"),
    SOURCE: _of("citation", "source", "record"),
}


class Counting:
    """The reader of an open vault for the rows from which figures are counted."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def ties(self) -> Ties:
        """Return the links between cases, parties and events."""
        return Ties(
            cases=[row[0] for row in self._rows("SELECT id FROM case_file")],
            parties=self._rows("SELECT id, coalesce(kind, '') FROM party"),
            events=self._rows("SELECT id, coalesce(\"case\", ''), coalesce(assertion, '') FROM event"),
            victims=self._rows(_of("event_party", "party", where=f"role IN {(*sorted(OWN),)}")),
            subjects=self._rows(_of("case_party", "party", where=f"role = '{SUBJECT}'")),
        )

    def recorded(self, name: str) -> list[tuple[RecordId, Item]]:
        """Return the values recorded under a name, each with the id of its record."""
        if name.startswith(CUSTOM):
            sql = " UNION ALL ".join(_of(table, "answer", where="field = ?1") for table in _ANSWER_TABLES)
            rows = self._rows(sql, name.removeprefix(CUSTOM))
        else:
            rows = self._rows(_RECORDED[name])
        return [(row[0], row[1:]) for row in rows] if name in _TOGETHER else rows

    def sources(self) -> Iterator[tuple[RecordId, str, str]]:
        """Yield the id of every source, its code name or else its title, and the code of its type."""
        yield from self._rows(
            "SELECT id, coalesce(nullif(code_name, ''), title, ''), coalesce(type, '') FROM source"
        )

    def members_of(self, groups: Collection[RecordId]) -> dict[RecordId, set[RecordId]]:
        """Return, by group, the people who have records of their own and are recorded as members of the
        group.
        """
        members_by_group: dict[RecordId, set[RecordId]] = {}
        rows = self._rows(
            "SELECT r.object, r.subject FROM json_each(?) wanted JOIN relation r ON r.object = wanted.value"
            " WHERE r.type = 'member_of' AND r.subject <> ''",
            json.dumps(list(groups)),
        )
        for group, who in rows:
            members_by_group.setdefault(RecordId(group), set()).add(RecordId(who))
        return members_by_group

    def _rows(self, sql: str, *values: str) -> list[Any]:
        with translated():
            rows: list[Any] = self._db.execute(sql, values).fetchall()
        return rows
