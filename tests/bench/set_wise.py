"""Put new records into an empty database set-wise, by the product's own writers."""

from collections.abc import Iterable
from itertools import islice

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.records.model.versions import WHOLE, Dot, Version, parts
from hrddesk.store.database import record_writing
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.history import Head, History
from hrddesk.store.database.record_tables import Tables
from hrddesk.store.database.record_writing import Stored
from hrddesk.store.queries.case_list import Listing
from hrddesk.store.queries.search import Search

_CASES_IN_A_BATCH = 500


def fill(db: Connection, cases: Iterable[list[Record]]) -> Head:
    """Put the records of all cases into a database that has its first rows only; return its head."""
    settings = dict(db.execute("SELECT name, value FROM setting"))
    for name, value in (("foreign_keys", "OFF"), ("synchronous", "OFF"), ("cache_size", "-1000000")):
        db.execute(f"PRAGMA {name} = {value}")
    writer = _Writer(db, bytes.fromhex(settings["history_key"]), settings["line"])
    remaining = iter(cases)
    while batch := list(islice(remaining, _CASES_IN_A_BATCH)):
        writer.put([record for records in batch for record in records])
    return writer.head


class _Writer:
    """Writes batch after batch, each as one act."""

    def __init__(self, db: Connection, history_key: bytes, line: str) -> None:
        self._db, self._line, self._counter = db, line, 0
        self._search = Search(db)
        self._history = History(db, history_key)
        self._listing = Listing(db, Tables(db), self._search)
        self.head = self._history.head()

    def put(self, records: list[Record]) -> None:
        """Store records that were not there before, in one transaction."""
        batch, first = [self._stored(record) for record in records], self.head.number + 1
        self._db.execute("BEGIN IMMEDIATE")
        states = [(one.record.id, one.record.kind, one.state) for one in batch]
        self.head = self._history.append(self.head, None, "BENC", "bench.fill", states)
        self._search.index_new(record_writing.write(self._db, batch, first))
        self._listing.refresh(record.id for record in records if record.kind is Kind.CASE)
        self._db.execute("UPDATE setting SET value = ? WHERE name = 'counter'", (str(self._counter),))
        self._db.execute("COMMIT")

    def _stored(self, record: Record) -> Stored:
        self._counter += 1
        dots = dict.fromkeys([*parts(record), WHOLE], Dot(self._line, self._counter))
        return Stored.of(record, Version({self._line: self._counter}, dots), None, is_new=True)
