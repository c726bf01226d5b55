"""The records of a vault: reading them, and changing them in transactions that the history records."""

import json
from collections.abc import Callable, Collection, Container, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Final

from hrddesk.crypto import kdf
from hrddesk.errors import AmbiguousReference, RecordNotFound, UndoNotPossible
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, is_id, key_element_id
from hrddesk.records.model.versions import Version
from hrddesk.records.rules.joining import MERGED, MERGED_FILE
from hrddesk.records.terms.words import Words
from hrddesk.store.database import settings
from hrddesk.store.database.connection import Connection, close, is_open
from hrddesk.store.database.database_errors import translated
from hrddesk.store.database.history import Head, History, HistoryEntry
from hrddesk.store.database.ledger import Ledger
from hrddesk.store.database.record_tables import Tables
from hrddesk.store.evidence.blobs import Blobs
from hrddesk.store.evidence.thumbnails import Thumbnails
from hrddesk.store.queries.case_filters import Narrowing
from hrddesk.store.queries.case_list import Listing
from hrddesk.store.queries.citations import Citing
from hrddesk.store.queries.figure_rows import Counting
from hrddesk.store.queries.person_statuses import PersonStatuses
from hrddesk.store.queries.protected_names import ProtectedNames
from hrddesk.store.queries.search import Search
from hrddesk.store.queries.whereabouts import COUNTRY_SAID, Whereabouts
from hrddesk.store.records.change import Change
from hrddesk.store.records.changes import Changes
from hrddesk.system.jobs import Job, silent

_OWN_IDS: Final = b"hrddesk ids of this vault alone"
_STEP: Final = 64
_HOLD_NO_UNDO_UP: Final = (COUNTRY_SAID, "publication.make")
"""Acts that only add consequences of earlier changes to a record; the earlier changes can still be undone."""
_PREFIX: Final = 8  # the least digits of an id that name a record, if they fit only one
_REF_TABLES: Final = ("case_file", "party", "evidence", "report")


class Store:
    """The records of a vault, read and changed through one connection, in the thread that opened it."""

    def __init__(
        self, db: Connection, history_key: bytes, blobs: Blobs, on_commit: Callable[[Head], None]
    ) -> None:
        self.db = db
        self.tables = Tables(db)
        self.history = History(db, history_key)
        self.search = Search(db)
        self.listing = Listing(db, self.tables, self.search)
        self.citing = Citing(db, self.tables)
        self.whereabouts = Whereabouts(db)
        self.narrowing = Narrowing(db)
        self.counting = Counting(db)
        self.person_statuses = PersonStatuses(db)
        self.thumbnails = Thumbnails(db, history_key)
        self.protected_names = ProtectedNames(db, history_key)
        self._own_ids = kdf.hmac_sha256(history_key, _OWN_IDS)
        self.blobs = blobs
        self.ledger = Ledger(db)
        self.alarms_to_keep: tuple[str, ...] = ()
        """The alarms that opening raised; the next change stores them before head.bin and database agree
        again.
        """
        self._on_commit = on_commit

    def close(self) -> None:
        """Close the connection."""
        close(self.db)

    @property
    def is_open(self) -> bool:
        """Whether the database can be read: False once it is closed, as after NewKeyUnfinished."""
        return is_open(self.db)

    # --- reading ----------------------------------------------------------------------------------------

    def find(self, record_id: str) -> Record | None:
        """Return a live record, or None if there is no live record with this id."""
        with translated():
            return self.tables.read(record_id)

    def get(self, record_id: str) -> Record:
        """Return a live record; raise RecordNotFound if there is none with this id."""
        record = self.find(record_id)
        if record is None:
            raise RecordNotFound(ref=record_id[:_PREFIX])
        return record

    def many(self, kind: Kind, ids: list[RecordId], parts: Collection[str] | None = None) -> list[Record]:
        """Return the live records of one kind among `ids`, in the order of `ids`.

        If `parts` names fields and lists, only these are read; free texts are then not read, even if named.
        """
        with translated():
            return list(self.tables.read_many(kind, ids, parts))

    def version(self, record_id: str) -> Version | None:
        """Return the version of a record, deleted or not; None if it never existed here."""
        with translated():
            return self.tables.version(record_id)

    def ids(self, kind: Kind) -> list[RecordId]:
        """Return the ids of all live records of a kind, in the order of their creation here."""
        with translated():
            return self.tables.ids(kind)

    def all(self, kind: Kind, parts: Collection[str] | None = None) -> Iterator[Record]:
        """Yield all live records of a kind, in the order of their creation here.

        If `parts` (fields and lists) are given, only these are read, without free texts; then the records are
        in the order of their ids, as in the tables.
        """
        with translated():
            ids = self.tables.ids(kind)
            yield from self.tables.read_many(kind, ids if parts is None else sorted(ids), parts)

    def each(self, kind: Kind, ids: Container[RecordId]) -> Iterator[Record]:
        """Yield the live records of one kind among `ids`, in the order of their creation here."""
        with translated():
            wanted_ids = [record for record in self.tables.ids(kind) if record in ids]
            yield from self.tables.read_many(kind, wanted_ids)

    def by_ref(self, ref: str, kind: Kind | None = None) -> Record:
        """Return the live record that a readable reference, an id, or the beginning of an id stands for.

        If that record was merged, return the kept one. Raise RecordNotFound, AmbiguousReference.
        """
        typed = ref.strip()
        matches = self.with_ref(typed)
        low = typed.lower()
        merged = [typed.upper()]
        if not matches and len(low) >= _PREFIX and is_id(low.ljust(32, "0")):
            within = (low.ljust(32, "0"), low.ljust(32, "f"))
            rows = self.db.execute("SELECT id FROM record WHERE id >= ? AND id <= ? AND deleted = 0", within)
            matches = {row[0] for row in rows}
            rows = self.db.execute("SELECT merged FROM forward WHERE merged >= ? AND merged <= ?", within)
            merged += [row[0] for row in rows]
        if not matches:  # it may have been merged into another
            matches = self._merged_into(merged)
        records = [record for record in map(self.find, sorted(matches)) if record is not None]
        if kind is not None:
            records = [record for record in records if record.kind is kind]
        if not records:
            raise RecordNotFound(ref=typed)
        if len(records) > 1:
            raise AmbiguousReference(ref=typed, count=len(records))
        return records[0]

    def _merged_into(self, names: list[str]) -> set[str]:
        """Return the ids of the records into which the records with these references or ids were merged.

        A merge is proved by a `forward`. The key that it leaves in the kept record is no proof: a record in a
        bundle may contain any key.
        """
        rows = self.db.execute(
            "SELECT k.owner FROM import_key k JOIN forward f ON f.kept = k.owner"
            " WHERE k.id IN (SELECT value FROM json_each(?)) AND k.source = ? AND k.file = ?",
            (json.dumps([key_element_id(MERGED, MERGED_FILE, name) for name in names]), MERGED, MERGED_FILE),
        )
        return {row[0] for row in rows}

    def with_ref(self, ref: str) -> set[str]:
        """Return the ids of the live records with this reference; several if desks use the same reference."""
        matches: set[str] = set()
        for table in _REF_TABLES:
            rows = self.db.execute(f"SELECT id FROM {table} WHERE ref = ?", (ref.upper(),))  # noqa: S608  (our tables)
            matches |= {row[0] for row in rows}
        return matches

    def by_key(self, source: str, file: str, key: str) -> RecordId | None:
        """Return the id of the record with this import key, or None if there is none."""
        row = self.db.execute(
            "SELECT k.owner FROM import_key k JOIN record r ON r.id = k.owner"
            " WHERE k.id = ? AND k.source = ? AND k.file = ? AND k.key = ? ORDER BY r.num LIMIT 1",
            (key_element_id(source, file, key), source, file, key),
        ).fetchone()
        return None if row is None else RecordId(row[0])

    def events_of_case(self, case_id: RecordId) -> list[Record]:
        """Return the events of a case by date; those without a date are last."""
        rows = self.db.execute(
            'SELECT e.id FROM event e JOIN record r ON r.id = e.id WHERE e."case" = ?'
            " ORDER BY coalesce(e.date_first, e.date_last) IS NULL, coalesce(e.date_first, e.date_last),"
            " e.date_last, r.num",
            (case_id,),
        )
        return self.many(Kind.EVENT, [RecordId(row[0]) for row in rows])

    def events_of_cases(self, cases: list[RecordId], parts: Collection[str] | None = None) -> list[Record]:
        """Return the events of some cases, in the order of their creation here; `parts` is as in `all`."""
        rows = self.db.execute(
            'SELECT e.id FROM json_each(?) w JOIN event e ON e."case" = w.value'
            " JOIN record r ON r.id = e.id ORDER BY r.num",
            (json.dumps(cases),),
        )
        return self.many(Kind.EVENT, [RecordId(row[0]) for row in rows], parts)

    def events_of_party(self, party_id: RecordId) -> list[Record]:
        """Return the events in which a party takes part, in the order of their creation here.

        Each has the facts that `Whereabouts.dated` adds.
        """
        rows = self.db.execute(
            "SELECT DISTINCT p.owner, r.num FROM event_party p JOIN record r ON r.id = p.owner"
            " WHERE p.party = ? ORDER BY r.num",
            (party_id,),
        )
        return self.whereabouts.dated(self.many(Kind.EVENT, [RecordId(row[0]) for row in rows]))

    def cases_of_party(self, party_id: RecordId) -> list[RecordId]:
        """Return the cases in which a party is named."""
        rows = self.db.execute(
            "SELECT DISTINCT owner FROM case_party WHERE party = ? ORDER BY owner", (party_id,)
        )
        return [RecordId(row[0]) for row in rows]

    def evidence_of_case(self, case_id: RecordId) -> list[Record]:
        """Return the evidence of a case, in the order of its creation here."""
        rows = self.db.execute(
            "SELECT DISTINCT e.owner, r.num FROM evidence_case e JOIN record r ON r.id = e.owner"
            ' WHERE e."case" = ? ORDER BY r.num',
            (case_id,),
        )
        return self.many(Kind.EVIDENCE, [RecordId(row[0]) for row in rows])

    def relations_of_party(self, party_id: RecordId) -> list[Record]:
        """Return the relations in which a party is the subject or the object."""
        rows = self.db.execute(
            "SELECT e.id FROM relation e JOIN record r ON r.id = e.id WHERE e.subject = ?1 OR e.object = ?1"
            " ORDER BY r.num",
            (party_id,),
        )
        return self.many(Kind.RELATION, [RecordId(row[0]) for row in rows])

    def relations_of(self, sides: list[RecordId]) -> list[Record]:
        """Return the relations in which any of these records is the subject or the object."""
        rows = self.db.execute(
            "SELECT e.id FROM json_each(?1) w JOIN relation e ON e.subject = w.value"
            " UNION SELECT e.id FROM json_each(?1) w JOIN relation e ON e.object = w.value",
            (json.dumps(sides),),
        )
        return self.many(Kind.RELATION, [RecordId(row[0]) for row in rows])

    def own_id(self, *parts: str) -> RecordId:
        """Return the id derived from `parts` with a key of this vault.

        The sender of a bundle cannot guess the id, and so cannot replace a record that is never sent.
        """
        return RecordId(kdf.hmac_sha256(self._own_ids, "\0".join(parts).encode()).hex()[:32])

    def words(self) -> Words:
        """Return the present vocabularies of this desk."""
        return Words.of(self.all(Kind.TERM))

    def setting(self, name: str) -> str | None:
        """Return the value of a setting of the vault, or None if it is not set."""
        return settings.load(self.db, name)

    def settings_of(self, what: str) -> dict[str, str]:
        """Return the values of all settings `what.NAME` by NAME, in the order of the names."""
        begin = f"{what}."
        return {name.removeprefix(begin): value for name, value in settings.beginning(self.db, begin)}

    def counter_is_behind(self) -> bool:
        """Tell whether the stored counter of this replica is lower than one in the history; this happens if
        an older row of the setting was put back.
        """
        line = self.setting("line") or ""
        row = self.db.execute(
            "SELECT max(counted) FROM (SELECT json_extract(unpacked(state), ?1) AS counted"
            " FROM record r JOIN history_content c ON c.num = r.history"
            " UNION ALL SELECT counter FROM sent WHERE line = ?2)",
            (f'$.context."{line}"', line),
        ).fetchone()
        return int(row[0] or 0) > int(self.setting("counter") or 0)

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """Run the block within one snapshot of the database, since another connection may write meanwhile."""
        if self.db.in_transaction:
            yield
            return
        with translated():
            self.db.execute("BEGIN")
        try:
            yield
        finally:
            if self.db.in_transaction:
                with translated():  # a connection that met a damaged page refuses this too
                    self.db.execute("ROLLBACK")

    # --- changing ---------------------------------------------------------------------------------------

    @contextmanager
    def change(self, what: str) -> Iterator[Change]:
        """Run one transaction: everything is stored, or nothing if an exception is raised.

        `what` names the act in the history and must not tell anything from a record.
        """
        with translated(self.db):
            self.db.execute("BEGIN IMMEDIATE")
        change = Change(self, what)
        try:
            with translated(self.db):
                yield change
                change.finish()
                self.db.execute("COMMIT")
        except BaseException:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise
        self._on_commit(change.head)

    def undo(self, act: int, what: str, *, restore_versions: bool = False) -> Changes:
        """Undo one act, as a new change; raise UndoNotPossible if a record was changed since the act.

        With `restore_versions`, later merges treat the act as never done; used to undo the acceptance of a
        bundle. Without it, the undo is a change that other desks will receive.
        """
        with self.change(what) as change:
            self.undo_within(change, act, restore_versions=restore_versions)
        return change.changes

    def undo_within(
        self, change: Change, act: int, *, restore_versions: bool, job: Job | None = None
    ) -> None:
        """Undo one act, as `undo` does, but as a part of a larger change. `job` counts records as steps."""
        entries = [entry for entry in self.history.of_act(act) if self.tables.kind_ever(entry.record)]
        if not entries:
            raise UndoNotPossible(why=Translatable("there is no such act"))
        first = {entry.record: entry for entry in reversed(entries)}
        job, steps, new = job or silent(), len(first), self.history.alone(act)
        remove = change.withdraw_all if restore_versions else change.delete_all
        for done in range(0, len(new), _STEP):
            job.step(done, steps)
            for kind, group in groupby(new[done : done + _STEP], key=itemgetter(0)):
                remove(self.many(kind, [record for _, record in group]))
        changed = bool(new)
        for _, record in new:
            del first[record]
        for done, entry in enumerate(first.values(), len(new)):
            if done % _STEP == 0:
                job.step(done, steps)
            changed |= self._undo_one(change, act, entry, restore_versions)
        if not changed:
            raise UndoNotPossible(why=Translatable("nothing was changed that could be undone"))

    def _undo_one(self, change: Change, act: int, entry: HistoryEntry, restore_versions: bool) -> bool:
        """Restore one record to its state before an act; return False if the act did not change it."""
        content = self.history.content(entry.number)
        if content is None:
            raise UndoNotPossible(why=Translatable("what it changed was forgotten"))
        entries = self.history.of_record(entry.record)
        before = self.history.before(entry)
        content_before = None if before is None else self.history.content(before.number)
        if before is not None and content_before is None:
            raise UndoNotPossible(why=Translatable("what was there before was forgotten"))
        if not restore_versions and content_before == self._left_by(act, entries):
            if self.find(entry.record) is None:
                raise UndoNotPossible(why=Translatable("its record was deleted since"))
            change.note(entry.record)
            return False
        if self._is_changed_since(act, entries) and (restore_versions or not self._as_left_by(act, entries)):
            raise UndoNotPossible(why=Translatable("a record was changed again since"))
        state = None if content_before is None else json.loads(content_before)
        record = Record.from_json(state["record"]) if state and state["record"] else None
        if restore_versions:
            change.restore(entry.record, record, Version.from_json(state) if state else None)
        elif record is None:
            if self.find(entry.record) is not None:
                change.delete(entry.record)
        else:
            if not change.put(record):
                raise UndoNotPossible(
                    why=Translatable("a name that is protected stays so until somebody says why not")
                )
        return True

    def _is_changed_since(self, act: int, entries: list[HistoryEntry]) -> bool:
        """Tell whether a record's state changed after an act, except by acts in `_HOLD_NO_UNDO_UP`."""
        last = max(place for place, entry in enumerate(entries) if entry.act == act)
        before = self.history.content(entries[last].number)
        for entry in entries[last + 1 :]:
            now = self.history.content(entry.number)
            if now != before and entry.what not in _HOLD_NO_UNDO_UP:
                return True
            before = now
        return False

    def _left_by(self, act: int, entries: list[HistoryEntry]) -> bytes | None:
        """Return, from the history, the state in which an act left a record; None if the state was erased."""
        return self.history.content(next(entry.number for entry in reversed(entries) if entry.act == act))

    def _as_left_by(self, act: int, entries: list[HistoryEntry]) -> bool:
        """Tell whether a record has again the content in which an act left it, after later changes."""
        content, live = self._left_by(act, entries), self.find(entries[-1].record)
        now = None if live is None else live.to_json()
        return content is not None and bool(json.loads(content)["record"] == now)
