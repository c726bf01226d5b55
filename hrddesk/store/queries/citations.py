"""Queries for the citations of records and of sources, and for their number."""

import json
from collections.abc import Sequence

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated
from hrddesk.store.database.record_tables import Tables


class Citing:
    """The reader of the citations of an open vault. A source is a source record or a piece of evidence."""

    def __init__(self, db: Connection, tables: Tables) -> None:
        self._db = db
        self._tables = tables

    def of_records(self, ids: Sequence[RecordId]) -> list[Record]:
        """Return the citations of any of these records, in the order in which they were added."""
        return self._found(
            "c.record IN (SELECT value FROM json_each(?))", (json.dumps([str(each) for each in ids]),)
        )

    def of_source(self, source: RecordId) -> list[Record]:
        """Return the citations of a source, in the order in which they were added."""
        return self._found("c.source = ?", (source,))

    def of_checks(self) -> list[RecordId]:
        """Return the events whose citations must be checked, in the order in which they were added.

        These are events that are confirmed, that are public and have citations, or that have a due date for
        an answer.
        """
        with translated():
            rows = self._db.execute(
                "SELECT id FROM event WHERE assertion = 'confirmed'"
                " UNION SELECT v.owner FROM visibility v JOIN citation c ON c.record = v.owner"
                " JOIN event e ON e.id = v.owner WHERE v.level = 'public'"
                " UNION SELECT id FROM event WHERE due <> ''"
            ).fetchall()
            event_ids = {RecordId(row[0]) for row in rows}
            return (
                [event for event in self._tables.ids(Kind.EVENT) if event in event_ids] if event_ids else []
            )

    def counts(self, sources: Sequence[RecordId]) -> dict[RecordId, int]:
        """Return the number of citations of each of these sources; uncited sources are left out."""
        with translated():
            rows = self._db.execute(
                "SELECT c.source, count(*) FROM json_each(?) wanted"
                " JOIN citation c ON c.source = wanted.value GROUP BY c.source",
                (json.dumps([str(each) for each in sources]),),
            )
            return {RecordId(row[0]): int(row[1]) for row in rows}

    def _found(self, where: str, values: tuple[object, ...]) -> list[Record]:
        with translated():
            rows = self._db.execute(
                f"SELECT c.id FROM citation c JOIN record r ON r.id = c.id WHERE {where} ORDER BY r.num",  # noqa: S608  (constants)
                values,
            )
            return list(self._tables.read_many(Kind.CITATION, [RecordId(row[0]) for row in rows]))
