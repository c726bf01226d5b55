"""Queries for the facts that the search for duplicates compares, read for many records at once.

A day is an ordinal, or None if the date is open on this side or unparsable.
"""

import json
from collections.abc import Iterable, Iterator

from hrddesk.records.model.record import RecordId
from hrddesk.records.terms.roles import SUBJECT
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated

Row = tuple[str | int | None, ...]


class Comparing:
    """The reader of the facts in an open vault by which similar records are told apart."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def names_of_parties(self) -> Iterator[tuple[RecordId, str]]:
        """Yield every name of every party as it was typed, party by party."""
        rows = self._db.execute(
            "SELECT n.owner, n.name FROM party_name n JOIN party p ON p.id = n.owner"
            " WHERE n.name IS NOT NULL ORDER BY n.owner"
        )
        return ((RecordId(owner), str(name)) for owner, name in rows)

    def parties(self, ids: Iterable[RecordId]) -> list[Row]:
        """Return id, sex, and the first and last possible day of birth of these parties."""
        return self._of(
            "SELECT p.id, p.sex, p.birth_first, p.birth_last"
            " FROM json_each(?) w JOIN party p ON p.id = w.value",
            ids,
        )

    def names(self, ids: Iterable[RecordId]) -> list[Row]:
        """Return owner, name and script of every name of these parties."""
        return self._of(
            "SELECT n.owner, n.name, n.script FROM json_each(?) w JOIN party_name n ON n.owner = w.value"
            " WHERE n.name IS NOT NULL",
            ids,
        )

    def events_of_parties(self, ids: Iterable[RecordId]) -> list[Row]:
        """Return party, event, type, first and last day, place id and place text, for each event of these
        parties.
        """
        return self._of(
            "SELECT p.party, e.id, e.type, e.date_first, e.date_last, e.place, e.place_text"
            " FROM json_each(?) w JOIN event_party p ON p.party = w.value JOIN event e ON e.id = p.owner",
            ids,
        )

    def cases(self) -> list[Row]:
        """Return id and title of all cases."""
        return self._all("SELECT id, title FROM case_file ORDER BY id")

    def people_of_cases(self) -> list[Row]:
        """Return case and party for each person that a case is about."""
        return self._all(
            "SELECT owner, party FROM case_party"  # noqa: S608  (a constant)
            f" WHERE party IS NOT NULL AND role = '{SUBJECT}' ORDER BY owner"
        )

    def events_of_cases(self, ids: Iterable[RecordId]) -> list[Row]:
        """Return case, type and day of the events of these cases; only events dated to a single day are
        returned.
        """
        return self._of(
            'SELECT e."case", e.type, e.date_first FROM json_each(?) w JOIN event e ON e."case" = w.value'
            " WHERE e.date_first = e.date_last",
            ids,
        )

    def sources(self) -> list[Row]:
        """Return id, title, code name and type of all sources."""
        return self._all("SELECT id, title, code_name, type FROM source ORDER BY id")

    def citations(self, ids: Iterable[RecordId]) -> list[Row]:
        """Return source, record, field and quote of the citations of these sources."""
        return self._of(
            "SELECT c.source, c.record, c.field, t.text FROM json_each(?) w"
            " JOIN citation c ON c.source = w.value"
            " LEFT JOIN long_text t ON t.owner = c.id AND t.field = 'quote'",
            ids,
        )

    def _of(self, sql: str, ids: Iterable[RecordId]) -> list[Row]:
        return self._all(sql, (json.dumps(list(ids)),))

    def _all(self, sql: str, values: tuple[str, ...] = ()) -> list[Row]:
        with translated():
            rows: list[Row] = self._db.execute(sql, values).fetchall()
            return rows
