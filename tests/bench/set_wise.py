"""Put new records into an empty database set-wise, by what the product's own writers say.

The writers of `hrddesk.store` are given a connection that only collects. Each of their statements then runs
once for all rows of a batch.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from hrddesk.records.kinds import Kind
from hrddesk.records.record import WHOLE, Dot, Record, Version, parts
from hrddesk.store.database import Connection
from hrddesk.store.history import Head, History, state_of
from hrddesk.store.listing import Listing
from hrddesk.store.search import Search
from hrddesk.store.tables import Tables

_CASES_IN_A_BATCH = 500
_RETURNING = " RETURNING num"


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
        self._collected = _Collected()
        self._tables, self._search = Tables(self._collected), Search(self._collected)
        self._history = History(self._collected, history_key)
        self._listing = Listing(db, Tables(db), Search(db))
        self.head = History(db, history_key).head()

    def put(self, records: list[Record]) -> None:
        """Store records that were not there before, in one transaction."""
        act = self.head.number + 1
        for record in records:
            self._put(record, act)
        self._db.execute("BEGIN IMMEDIATE")
        self._collected.run(self._db)
        search = Search(self._db)
        for record in records:
            search.index(record)
            search.index_words(record, None)
        self._listing.refresh(record.id for record in records if record.kind is Kind.CASE)
        self._db.execute("UPDATE setting SET value = ? WHERE name = 'counter'", (str(self._counter),))
        self._db.execute("COMMIT")

    def _put(self, record: Record, act: int) -> None:
        self._counter += 1
        dots = dict.fromkeys([*parts(record), WHOLE], Dot(self._line, self._counter))
        version = Version({self._line: self._counter}, dots)
        self.head = self._history.append(
            self.head, act, "BENC", "bench.fill", record.id, record.kind, state_of(record, version)
        )
        self._tables.write_version(record.id, record.kind, version, self.head.number)
        for number, text in self._tables.write(record, None):
            assert text is not None
            self._search.index_text(number, text)


class _Collected:
    """Stands for a connection to an empty database: keeps what is written to it until it is run."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Sequence[Any]]] = {}
        self._texts = 0

    def execute(self, sql: str, values: Sequence[Any] = ()) -> "_Answer":
        """Keep one row; answer with its number where that is asked for."""
        return self.executemany(sql, [values])

    def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> "_Answer":
        """Keep rows."""
        if not sql.startswith("DELETE"):  # there is nothing yet that could be deleted
            self._rows.setdefault(sql.removesuffix(_RETURNING), []).extend(rows)
        self._texts += sql.endswith(_RETURNING)
        return _Answer(self._texts)

    def run(self, db: Connection) -> None:
        """Write everything and keep nothing."""
        for sql, rows in self._rows.items():
            db.executemany(sql, rows)
        self._rows.clear()


class _Answer:
    """What a statement answers that returns the number of the row that it wrote."""

    def __init__(self, number: int) -> None:
        self._number = number

    def fetchone(self) -> tuple[int]:
        """Return the row."""
        return (self._number,)
