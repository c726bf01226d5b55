"""Look at a whole vault and name everything that is not as it was written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from hrddesk.errors import DatabaseDamaged
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId, Version
from hrddesk.store import database, ledger
from hrddesk.store.history import START, Head, digest, state_of
from hrddesk.store.store import Store

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong: a code that stays the same, and words for a person."""

    code: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found. Counts are of live records, in a case or not; one that cannot be read has none."""

    counts: dict[Kind, int]
    head: Head
    damage: list[Damage]

    @property
    def ok(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.damage


def check(
    connect: Callable[[], Store], alarms: list[str], job: Job, *, with_evidence: bool = True
) -> CheckReport:
    """Check pages, chain, every record against its latest digest, and every evidence file.

    `connect` opens a fresh reader: once SQLCipher met a damaged page, a connection answers nothing any more,
    so each part of the check, and whatever follows a damaged page, gets its own. `alarms` are what opening
    found about head.bin and keys.bin. Nothing is changed, and another connection may write meanwhile.
    Without `with_evidence` its files are not read, and the search index is not compared with the texts.
    """
    checking = _Checking(connect, job)
    for alarm in alarms:
        checking.found("rollback", "head.bin or keys.bin", alarm)
    evidence = (checking.search, checking.evidence) if with_evidence else ()
    parts = (checking.pages, checking.chain, checking.records, *evidence, checking.count)
    for number, part in enumerate(parts):
        job.step(number, len(parts))
        part()
    job.step(len(parts), len(parts))
    return CheckReport(checking.counts, checking.head, checking.damage)


class _Checking:
    def __init__(self, connect: Callable[[], Store], job: Job) -> None:
        self._connect = connect
        self._job = job
        self._snapshot: Store | None = None
        self.damage: list[Damage] = []
        self.counts: dict[Kind, int] = {}
        self.head = Head(0, START)

    def found(self, code: str, where: str, message: str) -> None:
        self.damage.append(Damage(code, where, message))

    def pages(self) -> None:
        broken = self._read(lambda store: database.broken_pages(store.db), "pages") or []
        broken += self._read(lambda store: database.broken_structure(store.db), "pages") or []
        for words in broken:
            self.found("page", "db.sqlite", words)

    def chain(self) -> None:
        for number in self._read(lambda store: store.history.broken_links(), "history") or []:
            self.found("history", f"row {number}", f"row {number} of the history was removed or altered")

    def records(self) -> None:
        """Compare every record with the digest that its latest change left in the history."""
        if not self._compare_at_once():
            self._compare_piece_by_piece()

    def _compare_at_once(self) -> bool:
        """Compare on one snapshot, whatever is written meanwhile; return False where a page is damaged."""
        known = len(self.damage)
        try:
            self._snapshot = self._connect()
            try:
                with database.translated():
                    self._snapshot.db.execute("BEGIN")
                    self._compare_piece_by_piece()
            finally:
                self._snapshot.close()
        except DatabaseDamaged:
            del self.damage[known:]
            return False
        finally:
            self._snapshot = None
        return True

    def _compare_piece_by_piece(self) -> None:
        latest = self._read(lambda store: list(store.history.latest_digests()), "history")
        there = self._read(lambda store: set(store.tables.every_id()), "records")
        if latest is None or there is None:
            return  # each is a finding already; without both, nothing can be compared
        for record_id in there - {item[0] for item in latest}:
            self.found("record", record_id, f"record {record_id[:8]} has no history: put in from outside")
        self._compare_ledger({item[0]: item for item in latest if item[0] not in there})
        waiting = iter([item for item in latest if item[0] in there])
        while self._read(lambda store: self._compare(store, waiting), "records") is None:
            pass  # the page that could not be read is a finding; the next record is read anew

    def _compare(self, store: Store, waiting: Iterator[tuple[RecordId, int, bytes, bytes | None]]) -> bool:
        for record_id, number, expected, salt in waiting:
            self._job.step(0, 0)
            record = store.find(record_id)
            if salt is None:
                if record is not None:
                    self.found("record", record_id, f"record {record_id[:8]} is here though it was forgotten")
                continue
            state = state_of(record, store.version(record_id) or Version())
            if digest(bytes(salt), record_id, state) != expected:
                words = f"record {record_id[:8]} is not as change {number} left it: put back or altered"
                self.found("record", record_id, words)
        return True

    def _compare_ledger(self, latest: dict[RecordId, tuple[RecordId, int, bytes, bytes | None]]) -> None:
        """Compare contacts, reviews, settings and the like with what the history says of them."""
        rows = self._read(lambda store: list(store.ledger.states()), "contacts, reviews and settings")
        if rows is None:
            return
        for row_id, table, state in rows:
            _, number, expected, salt = latest.pop(row_id, (row_id, 0, b"", None))
            if number:
                self._compare_row(
                    table, number, salt is None or digest(bytes(salt), row_id, state) == expected
                )
            elif ledger.has_history_from_the_first(table):
                self.found("row", table, f"a row of {table} has no history: put in from outside")
        for row_id, number, expected, salt in latest.values():
            as_left = salt is None or digest(bytes(salt), row_id, ledger.GONE) == expected
            self._compare_row("contacts, reviews or settings", number, as_left)

    def _compare_row(self, table: str, number: int, as_left: bool) -> None:
        if not as_left:
            words = f"a row of {table} is not as change {number} left it: put back or altered"
            self.found("row", table, words)

    def search(self) -> None:
        """Compare the search index with the texts: an older page of it would hide what is there."""
        if self._read(lambda store: store.search.is_as_made(), "search index") is False:
            self.found(
                "search",
                "search index",
                "the search index is not what the texts make it: put back or altered",
            )

    def evidence(self) -> None:
        for sha256 in self._read(lambda store: store.blobs.damaged(Job()), "evidence") or []:
            self.found("evidence", sha256[:12], f"evidence {sha256[:12]} is missing or damaged")

    def count(self) -> None:
        for kind in Kind:
            counted = self._read(partial(_count, kind), f"count of {kind}")
            if counted is not None:
                self.counts[kind] = counted
        self.head = self._read(lambda store: store.history.head(), "history") or self.head

    def _read(self, look: Callable[[Store], Found], where: str) -> Found | None:
        """Do one part on a fresh connection; where a page cannot be read, note it and return None."""
        if self._snapshot is not None:
            return look(self._snapshot)
        try:
            store = self._connect()
            try:
                with database.translated():
                    return look(store)
            finally:
                store.close()
        except DatabaseDamaged:
            self.found("unreadable", where, f"the {where} cannot be read to the end: a page is damaged")
            return None


def _count(kind: Kind, store: Store) -> int:
    return store.tables.count(kind)
