"""The check of a whole vault, which reports everything that differs from what was written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from hrddesk.errors import DatabaseDamaged
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import Version
from hrddesk.store.database import connection, database_errors, ledger
from hrddesk.store.database.history import START, Head, digest, state_of
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Damage:
    """One fault that a check found: a code that stays the same, the place, and a message for the user."""

    code: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The result of a check. `counts` holds the number of all live records of each kind.

    A kind that cannot be read has no count.
    """

    counts: dict[Kind, int]
    head: Head
    damage: list[Damage]

    @property
    def ok(self) -> bool:
        """Whether the check found no damage."""
        return not self.damage


def check(
    connect: Callable[[], Store],
    alarms: list[str],
    job: Job,
    *,
    with_evidence: bool = True,
    statuses: Callable[[Store, Job], bool] = lambda _store, _job: True,
) -> CheckReport:
    """Check pages, chain, every record against its latest digest, and every evidence file.

    `connect` opens a new reader: after SQLCipher meets a damaged page, a connection answers nothing more, so
    each part of the check, and everything after a damaged page, gets its own reader. `alarms` are those that
    opening raised about head.bin and keys.bin. Nothing is changed, and another connection may write at the
    same time. Without `with_evidence`, evidence files are not read, and the index of texts is not compared
    with the texts. `statuses` tells whether the cached statuses of people agree with the records. `job` gets
    a step every few rows, within long statements too, so that cancelling ends the check at once.
    """
    checking = _Checking(connect, job, statuses)
    for alarm in alarms:
        checking.found("rollback", "head.bin or keys.bin", alarm)
    evidence = (checking.texts, checking.evidence) if with_evidence else ()
    parts = (checking.pages, checking.chain, checking.records, checking.derived, *evidence, checking.count)
    for number, part in enumerate(parts):
        job.step(number, len(parts))
        part()
    job.step(len(parts), len(parts))
    return CheckReport(checking.counts, checking.head, checking.damage)


class _Checking:
    def __init__(
        self, connect: Callable[[], Store], job: Job, statuses: Callable[[Store, Job], bool]
    ) -> None:
        self._connect = connect
        self._statuses = statuses
        self._job = job
        self._snapshot: Store | None = None
        self.damage: list[Damage] = []
        self.counts: dict[Kind, int] = {}
        self.head = Head(0, START)

    def _open(self) -> Store:
        store = self._connect()
        connection.keep_few_pages(store.db)
        return store

    def found(self, code: str, where: str, message: str) -> None:
        self.damage.append(Damage(code, where, message))

    def pages(self) -> None:
        broken = self._read(lambda store: connection.broken_pages(store.db), "pages") or []
        broken += self._read(lambda store: connection.broken_structure(store.db), "pages") or []
        for words in broken:
            self.found("page", "db.sqlite", words)

    def chain(self) -> None:
        for number in self._read(lambda store: store.history.broken_links(), "history") or []:
            self.found(
                "history",
                f"row {number}",
                Translatable("row {0} of the history was removed or altered", number),
            )
        for number in self._read(self._altered_contents, "history") or []:
            self.found(
                "history",
                f"row {number}",
                Translatable("what change {0} made is not what the history says", number),
            )

    def _altered_contents(self, store: Store) -> list[int]:
        altered = []
        for number in store.history.altered_contents():
            self._look()
            if number:
                altered.append(number)
        return altered

    def records(self) -> None:
        """Compare every record with the digest of its latest change in the history."""
        if not self._compare_at_once():
            self._compare_piece_by_piece()

    def _compare_at_once(self) -> bool:
        """Compare all records within one snapshot of the database; return False if a page is damaged."""
        count_before = len(self.damage)
        try:
            self._snapshot = self._open()
            try:
                with database_errors.translated(), connection.watched(self._snapshot.db, self._look):
                    self._snapshot.db.execute("BEGIN")
                    self._compare_piece_by_piece()
            finally:
                self._snapshot.close()
        except DatabaseDamaged:
            del self.damage[count_before:]
            return False
        finally:
            self._snapshot = None
        return True

    def _compare_piece_by_piece(self) -> None:
        latest = self._read(lambda store: list(store.history.latest_digests()), "history")
        changes_by_record = self._read(lambda store: store.tables.latest_changes(), "records")
        if latest is None or changes_by_record is None:
            return  # each is a finding already; without both, nothing can be compared
        for record_id in changes_by_record.keys() - {item[0] for item in latest}:
            self.found(
                "record",
                record_id,
                Translatable("record {0} has no history: put in from outside", record_id[:8]),
            )
        self._compare_ledger({item[0]: item for item in latest if item[0] not in changes_by_record})
        for record_id, number, _, _ in latest:
            if changes_by_record.get(record_id, number) != number:
                self.found("record", record_id, _altered(record_id, number))
        waiting = iter([item for item in latest if changes_by_record.get(item[0]) == item[1]])
        while self._read(lambda store: self._compare(store, waiting), "records") is None:
            pass  # the page that could not be read is a finding; the next record is read anew

    def _compare(self, store: Store, waiting: Iterator[tuple[RecordId, int, bytes, bytes | None]]) -> bool:
        for record_id, number, expected, salt in waiting:
            self._look()
            record = store.find(record_id)
            if salt is None:
                if record is not None:
                    self.found(
                        "record",
                        record_id,
                        Translatable("record {0} is here though it was forgotten", record_id[:8]),
                    )
                continue
            state = state_of(record, store.version(record_id) or Version())
            if digest(bytes(salt), record_id, state) != expected:
                self.found("record", record_id, _altered(record_id, number))
        return True

    def _compare_ledger(self, latest: dict[RecordId, tuple[RecordId, int, bytes, bytes | None]]) -> None:
        """Compare the rows that the ledger covers, such as contacts and settings, with their digests in the
        history.
        """
        rows = self._read(
            lambda store: list(store.ledger.states()),
            Translatable("contacts, reviews and settings"),
        )
        if rows is None:
            return
        for row_id, table, state in rows:
            _, number, expected, salt = latest.pop(row_id, (row_id, 0, b"", None))
            if number:
                self._compare_row(
                    table, number, salt is None or digest(bytes(salt), row_id, state) == expected
                )
            elif table == ledger.ERASED:
                self.found(
                    "row",
                    table,
                    Translatable("parts of the history are empty that nobody forgot: put back or altered"),
                )
            elif table != "setting":  # those that a vault begins with were there before the history
                self.found(
                    "row", table, Translatable("a row of {0} has no history: put in from outside", table)
                )
        for row_id, number, expected, salt in latest.values():
            as_left = salt is None or digest(bytes(salt), row_id, ledger.GONE) == expected
            self._compare_row(Translatable("contacts, reviews or settings"), number, as_left)

    def _compare_row(self, table: str, number: int, as_left: bool) -> None:
        if not as_left:
            message = Translatable(
                "a row of {0} is not as change {1} left it: put back or altered", table, number
            )
            self.found("row", table, message)

    def derived(self) -> None:
        """Compare data derived from records, such as the index of names, with the records.

        An older page of such data that was put back would hide records.
        """
        names = self._read(
            lambda store: store.search.names_are_as_made(self._every(store)), Translatable("index of names")
        )
        if names is False:
            self.found(
                "search",
                Translatable("index of names"),
                Translatable("the index of names is not what the records make it: put back or altered"),
            )
        listed = self._read(lambda store: store.listing.is_as_made(self._look), Translatable("list of cases"))
        if listed is False:
            self.found(
                "search",
                Translatable("list of cases"),
                Translatable("the list of cases is not what the records make it: put back or altered"),
            )
        standing = self._read(
            lambda store: self._statuses(store, Job(lambda *_: self._look())),
            Translatable("statuses of people"),
        )
        if standing is False:
            self.found(
                "search",
                Translatable("statuses of people"),
                Translatable(
                    "the statuses of people are not what the records make them: put back or altered"
                ),
            )
        pictures = self._read(lambda store: store.thumbnails.is_as_written(self._look), "small pictures")
        if pictures is False:
            self.found(
                "search",
                "small pictures",
                Translatable("a small picture of evidence is not as it was written: put back or altered"),
            )
        counter = self._read(lambda store: store.counter_is_behind(), "counter")
        if counter:
            self.found(
                "row",
                "setting",
                Translatable("the counter of changes is behind the records: put back or altered"),
            )

    def texts(self) -> None:
        as_made = self._read(
            lambda store: store.search.texts_are_as_made(self._every(store)), Translatable("search index")
        )
        if as_made is False:
            self.found(
                "search",
                Translatable("search index"),
                Translatable("the search index is not what the texts make it: put back or altered"),
            )

    def _every(self, store: Store) -> Iterator[Record]:
        for kind in Kind:
            for record in store.all(kind):
                self._look()
                yield record

    def _look(self) -> None:
        self._job.step(0, 0)

    def evidence(self) -> None:
        for sha256 in (
            self._read(lambda store: store.blobs.damaged(Job(lambda *_: self._look())), "evidence") or []
        ):
            self.found(
                "evidence", sha256[:12], Translatable("evidence {0} is missing or damaged", sha256[:12])
            )

    def count(self) -> None:
        count_before = len(self.damage)
        every = self._read(lambda store: {kind: store.tables.count(kind) for kind in Kind}, "count")
        if every is None:
            del self.damage[count_before:]
            self._count_kind_by_kind()
        else:
            self.counts = every
        self.head = self._read(lambda store: store.history.head(), "history") or self.head

    def _count_kind_by_kind(self) -> None:
        """Count each kind through a connection of its own, so that a damaged page costs the count of one kind
        only.
        """
        for kind in Kind:
            counted = self._read(partial(_count, kind), Translatable("count of {0}", kind))
            if counted is not None:
                self.counts[kind] = counted

    def _read(self, look: Callable[[Store], Found], where: str) -> Found | None:
        """Run one part of the check on a new connection; if a page is damaged, report it and return None.

        The part reads one snapshot, since compared data must be of the same moment: the user may save
        meanwhile.
        """
        if self._snapshot is not None:
            return look(self._snapshot)
        try:
            store = self._open()
            try:
                with database_errors.translated(), connection.watched(store.db, self._look):
                    store.db.execute("BEGIN")
                    return look(store)
            finally:
                store.close()
        except DatabaseDamaged:
            self.found(
                "unreadable",
                where,
                Translatable("the {0} cannot be read to the end: a page is damaged", where),
            )
            return None


def _altered(record_id: RecordId, number: int) -> Translatable:
    return Translatable("record {0} is not as change {1} left it: put back or altered", record_id[:8], number)


def _count(kind: Kind, store: Store) -> int:
    return store.tables.count(kind)
