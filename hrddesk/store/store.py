"""Records in a vault: read them, and change them in whole transactions that the history remembers."""

import datetime
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from hrddesk.errors import AmbiguousReference, RecordNotFound, UndoNotPossible
from hrddesk.records.kinds import Kind
from hrddesk.records.record import WHOLE, Dot, Record, RecordId, Version, is_id, parts
from hrddesk.records.words import Words
from hrddesk.store.blobs import Blobs
from hrddesk.store.changes import Changes
from hrddesk.store.citing import Citing
from hrddesk.store.database import Connection, translated
from hrddesk.store.history import Entry, Head, History, state_of, version_from_state
from hrddesk.store.ledger import Ledger
from hrddesk.store.listing import Listing
from hrddesk.store.search import Search
from hrddesk.store.tables import Tables
from hrddesk.store.whereabouts import Whereabouts

_PREFIX: Final = 8  # so many digits of an id are enough, where they fit one record only
ALARMS: Final = "alarms"
"""The setting that keeps what openings found, as a JSON list of texts, until somebody acknowledges it."""
DISMISSED: Final = "check."
"""What the names of the settings begin with that keep why a finding was put aside."""
_REF_TABLES: Final = ("case_file", "party", "evidence")


class Store:
    """The records of one connection. It belongs to the thread that opened the connection."""

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
        self.blobs = blobs
        self.ledger = Ledger(db)
        self.alarms_to_keep: tuple[str, ...] = ()
        """What opening found; the next change keeps it before it makes head.bin and database agree again."""
        self._on_commit = on_commit

    def close(self) -> None:
        """Close the connection."""
        self.db.close()

    # --- reading ----------------------------------------------------------------------------------------

    def find(self, record_id: str) -> Record | None:
        """Return a live record, or None."""
        with translated():
            return self.tables.read(record_id)

    def get(self, record_id: str) -> Record:
        """Return a live record; raise RecordNotFound."""
        record = self.find(record_id)
        if record is None:
            raise RecordNotFound(ref=record_id[:_PREFIX])
        return record

    def many(self, kind: Kind, ids: list[RecordId]) -> list[Record]:
        """Return the live records of one kind among `ids`, in their order."""
        with translated():
            return list(self.tables.read_many(kind, ids))

    def version(self, record_id: str) -> Version | None:
        """Return the version of a record, deleted or not; None when it never was here."""
        with translated():
            return self.tables.version(record_id)

    def ids(self, kind: Kind) -> list[RecordId]:
        """Return the ids of all live records of a kind, in the order in which they came."""
        with translated():
            return self.tables.ids(kind)

    def all(self, kind: Kind) -> Iterator[Record]:
        """Yield all live records of a kind, in the order in which they came."""
        with translated():
            yield from self.tables.read_many(kind, self.tables.ids(kind))

    def by_ref(self, ref: str, kind: Kind | None = None) -> Record:
        """Return the record of a readable reference, an id, or the beginning of an id.

        Raise RecordNotFound, AmbiguousReference.
        """
        wanted = ref.strip()
        found = self.with_ref(wanted)
        low = wanted.lower()
        if not found and len(low) >= _PREFIX and is_id(low.ljust(32, "0")):
            rows = self.db.execute(
                "SELECT id FROM record WHERE id >= ? AND id <= ? AND deleted = 0",
                (low.ljust(32, "0"), low.ljust(32, "f")),
            )
            found = {row[0] for row in rows}
        records = [record for record in map(self.find, sorted(found)) if record is not None]
        if kind is not None:
            records = [record for record in records if record.kind is kind]
        if not records:
            raise RecordNotFound(ref=wanted)
        if len(records) > 1:
            raise AmbiguousReference(ref=wanted, count=len(records))
        return records[0]

    def with_ref(self, ref: str) -> set[str]:
        """Return the ids of the live records that have this reference: one, unless desks came to share it."""
        found: set[str] = set()
        for table in _REF_TABLES:
            rows = self.db.execute(f"SELECT id FROM {table} WHERE ref = ?", (ref.upper(),))  # noqa: S608
            found |= {row[0] for row in rows}
        return found

    def by_key(self, source: str, file: str, key: str) -> RecordId | None:
        """Return the record that was imported under that key."""
        row = self.db.execute(
            "SELECT k.owner FROM import_key k JOIN record r ON r.id = k.owner"
            " WHERE k.source = ? AND k.file = ? AND k.key = ? ORDER BY r.num LIMIT 1",
            (source, file, key),
        ).fetchone()
        return None if row is None else RecordId(row[0])

    def events_of_case(self, case_id: RecordId) -> list[Record]:
        """Return the events of a case by their dates; those without one stand last."""
        rows = self.db.execute(
            'SELECT e.id FROM event e JOIN record r ON r.id = e.id WHERE e."case" = ?'
            " ORDER BY coalesce(e.date_first, e.date_last) IS NULL, coalesce(e.date_first, e.date_last),"
            " e.date_last, r.num",
            (case_id,),
        )
        return self.many(Kind.EVENT, [RecordId(row[0]) for row in rows])

    def events_of_party(self, party_id: RecordId) -> list[Record]:
        """Return the events that a party has any part in, in the order in which they came."""
        rows = self.db.execute(
            "SELECT DISTINCT p.owner, r.num FROM event_party p JOIN record r ON r.id = p.owner"
            " WHERE p.party = ? ORDER BY r.num",
            (party_id,),
        )
        return self.many(Kind.EVENT, [RecordId(row[0]) for row in rows])

    def cases_of_party(self, party_id: RecordId) -> list[RecordId]:
        """Return the cases that a party is named in."""
        rows = self.db.execute(
            "SELECT DISTINCT owner FROM case_party WHERE party = ? ORDER BY owner", (party_id,)
        )
        return [RecordId(row[0]) for row in rows]

    def evidence_of_case(self, case_id: RecordId) -> list[Record]:
        """Return the evidence of a case, in the order in which it came."""
        rows = self.db.execute(
            'SELECT e.id FROM evidence e JOIN record r ON r.id = e.id WHERE e."case" = ? ORDER BY r.num',
            (case_id,),
        )
        return self.many(Kind.EVIDENCE, [RecordId(row[0]) for row in rows])

    def relations_of_party(self, party_id: RecordId) -> list[Record]:
        """Return the relations that a party stands in, on either side."""
        rows = self.db.execute(
            "SELECT e.id FROM relation e JOIN record r ON r.id = e.id WHERE e.subject = ?1 OR e.object = ?1"
            " ORDER BY r.num",
            (party_id,),
        )
        return self.many(Kind.RELATION, [RecordId(row[0]) for row in rows])

    def words(self) -> Words:
        """Return the vocabularies as this desk has them now."""
        return Words.of(self.all(Kind.TERM))

    def setting(self, name: str) -> str | None:
        """Return a setting of the vault."""
        row = self.db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def counter_is_behind(self) -> bool:
        """Tell whether this line is known to have counted further than its setting says: it was put back."""
        line = self.setting("line") or ""
        row = self.db.execute(
            "SELECT max(counted) FROM (SELECT json_extract(context, ?1) AS counted FROM record"
            " UNION ALL SELECT counter FROM sent WHERE line = ?2)",
            (f'$."{line}"', line),
        ).fetchone()
        return int(row[0] or 0) > int(self.setting("counter") or 0)

    def dismissals(self) -> dict[str, str]:
        """Return what was put aside at the consistency desk: key of the finding, and JSON that says why."""
        rows = self.db.execute("SELECT name, value FROM setting WHERE name GLOB ?", (f"{DISMISSED}*",))
        return {name.removeprefix(DISMISSED): value for name, value in rows}

    # --- changing ---------------------------------------------------------------------------------------

    @contextmanager
    def change(self, what: str) -> Iterator["Change"]:
        """Run one transaction: all of it is kept, or nothing when anything is raised.

        `what` names the act in the history and must hold nothing of a record.
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
        """Take one act back, as a new change; raise UndoNotPossible when a record is not as the act left it.

        With `restore_versions` the records are as if the act had never been, for the merge too: right for the
        acceptance of a bundle. Without, the undo is itself a change that other desks will learn of.
        """
        with self.change(what) as change:
            self.undo_within(change, act, restore_versions=restore_versions)
        return change.changes

    def undo_within(self, change: "Change", act: int, *, restore_versions: bool) -> None:
        """Take one act back as a part of a larger change; as `undo` does."""
        entries = [entry for entry in self.history.of_act(act) if self.tables.kind_ever(entry.record)]
        if not entries:
            raise UndoNotPossible(why="there is no such act")
        first = {entry.record: entry for entry in reversed(entries)}
        for entry in first.values():
            self._undo_one(change, act, entry, restore_versions)

    def _undo_one(self, change: "Change", act: int, entry: Entry, restore_versions: bool) -> None:
        if self.history.content(entry.number) is None:
            raise UndoNotPossible(why="what it changed was forgotten")
        entries = self.history.of_record(entry.record)
        if entries[-1].act != act and (restore_versions or not self._as_left_by(act, entries)):
            raise UndoNotPossible(why="a record was changed again since")
        before = self.history.before(entry)
        content = None if before is None else self.history.content(before.number)
        if before is not None and content is None:
            raise UndoNotPossible(why="what was there before was forgotten")
        state = {"record": None, "context": {}, "dots": {}} if content is None else json.loads(content)
        record = None if state["record"] is None else Record.from_json(state["record"])
        if restore_versions:
            change.restore(entry.record, record, version_from_state(state) if content is not None else None)
        elif record is None:
            if self.find(entry.record) is not None:
                change.delete(entry.record)
        else:
            change.put(record)

    def _as_left_by(self, act: int, entries: list[Entry]) -> bool:
        """Tell whether a record is again what an act made of it: what was done since was undone too."""
        last = next(entry for entry in reversed(entries) if entry.act == act)
        content, live = self.history.content(last.number), self.find(last.record)
        now = None if live is None else live.to_json()
        return content is not None and bool(json.loads(content)["record"] == now)


class Change:
    """One transaction. Every record that it puts or deletes gets one row of history."""

    def __init__(self, store: Store, what: str) -> None:
        self._store = store
        self._what = what
        self._line = store.setting("line") or ""
        self._who = store.setting("prefix") or ""
        self._counter = int(store.setting("counter") or 0)
        self._touched: dict[RecordId, Kind] = {}
        self._stale_rows: set[RecordId] = set()
        self.head = store.history.head()
        self.act: int | None = None

    @property
    def changes(self) -> Changes:
        """What was changed so far."""
        by_kind: dict[Kind, set[RecordId]] = {}
        for record_id, kind in self._touched.items():
            by_kind.setdefault(kind, set()).add(record_id)
        known = (Kind.CASE, Kind.PARTY, Kind.EVENT)
        cases, parties, events = (frozenset(by_kind.get(kind, ())) for kind in known)
        others = frozenset(record_id for record_id, kind in self._touched.items() if kind not in known)
        return Changes(cases, parties, events, others, self.act)

    def put(self, record: Record) -> bool:
        """Store a record; return False, and change nothing, when it stands there just so.

        Raise ValueError when it holds what its kind does not have, or was of another kind before.
        """
        record = self._valid(record)
        before = self._store.tables.read(record.id)
        if before == record:
            return False
        version = self._store.tables.version(record.id) or Version()
        old, new = parts(before) if before is not None else {}, parts(record)
        changed = [part for part in old.keys() | new.keys() if old.get(part) != new.get(part)]
        dot = self.next_dot()
        dots = dict(version.dots) | dict.fromkeys(changed, dot)
        if before is None:
            dots[WHOLE] = dot
        self._write(record, before, Version({**version.context, dot.line: dot.counter}, dots))
        return True

    def put_version(self, record: Record, version: Version) -> None:
        """Store a record with the version that a merge gave it; raise ValueError as `put` does."""
        self._write(self._valid(record), self._store.tables.read(record.id), version)

    def delete(self, record_id: RecordId) -> None:
        """Delete a live record; its tombstone stays for other desks. Raise RecordNotFound."""
        record = self._store.get(record_id)
        version = self._store.tables.version(record_id) or Version()
        dot = self.next_dot()
        # A deletion is a tombstone of every part, so that a later revival does not bring parts back.
        dots = dict.fromkeys([*version.dots, WHOLE], dot)
        gone = Version({**version.context, dot.line: dot.counter}, dots, deleted=True)
        self._remove(record, gone)

    def delete_version(self, record: Record, version: Version) -> None:
        """Delete a live record with the version that a merge gave its tombstone."""
        self._remove(record, version)

    def restore(self, record_id: RecordId, record: Record | None, version: Version | None) -> None:
        """Put a record back as it was, its version included; None for one that was not there."""
        live = self._store.tables.read(record_id)
        if record is not None and version is not None:
            self._write(record, live, version)
        elif live is not None:
            self._remove(live, version or Version(deleted=True))

    def forget(self, record_id: RecordId) -> None:
        """Leave nothing of a record, deleted or not, but its id: for the merge it never was here.

        A tombstone would ask other desks to delete it too. What the history holds of it is erased, but for
        the row that says so.
        """
        kind = self._store.tables.kind_ever(record_id)
        assert kind is not None
        self._store.history.erase(record_id)
        live, nothing = self._store.tables.read(record_id), Version(deleted=True)
        if live is not None:
            self._remove(live, nothing)
            return
        self._append(record_id, None, nothing, self._what)
        self._store.tables.write_version(record_id, kind, nothing, self.head.number)
        self._touched[record_id] = kind

    def note(self, record_id: RecordId, what: str) -> None:
        """Write a row of history about a record that stays as it is: an entry of its custody log."""
        record = self._store.get(record_id)
        version = self._store.tables.version(record_id) or Version()
        self._append(record.id, record, version, what)
        self._store.tables.write_version(record.id, record.kind, version, self.head.number)
        self._touch(record, record)

    def next_ref(self, kind: Kind) -> str:
        """Return a fresh readable reference; its prefix is this vault's."""
        year = datetime.datetime.now(tz=datetime.UTC).year
        letter = {Kind.PARTY: "P", Kind.EVIDENCE: "E"}.get(kind, "")
        name = f"ref.{kind.value}.{year}"
        number = int(self._store.setting(name) or 0) + 1
        # Somebody may have given one of these to a record by hand.
        while self._store.with_ref(ref := f"{self._who}-{year}-{letter}{number:04d}"):
            number += 1
        self.set_setting(name, str(number))
        return ref

    def set_setting(self, name: str, value: str) -> None:
        """Store a setting of the vault."""
        self._store.db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?,?)", (name, value))

    def set_dismissal(self, key: str, told: str | None) -> None:
        """Keep that a finding was put aside, and why, as JSON; None brings it back."""
        if told is None:
            self._store.db.execute("DELETE FROM setting WHERE name = ?", (DISMISSED + key,))
        else:
            self.set_setting(DISMISSED + key, told)

    def finish(self) -> None:
        """Store how far this line has counted, and bring the list of cases up to date, before the commit."""
        self._store.listing.refresh(self._stale_rows)
        self.set_setting("counter", str(self._counter))
        if self._store.alarms_to_keep:
            self.set_setting(ALARMS, json.dumps(self._store.alarms_to_keep))
        for row_id, state in self._store.ledger.take_touched():
            self._enter(row_id, state, self._what, keep_state=False)

    def _valid(self, record: Record) -> Record:
        if self._store.tables.kind_ever(record.id) not in (None, record.kind):
            raise ValueError("a record keeps its kind")
        return Record.from_json(record.to_json())

    def next_dot(self) -> Dot:
        """Return the dot of a further change; a line never counts the same number twice."""
        self._counter += 1
        return Dot(self._line, self._counter)

    def _append(self, record_id: RecordId, record: Record | None, version: Version, what: str) -> None:
        self._enter(record_id, state_of(record, version), what)

    def _enter(self, record_id: RecordId, state: bytes, what: str, *, keep_state: bool = True) -> None:
        self.head = self._store.history.append(
            self.head, self.act, self._who, what, record_id, state, keep_state=keep_state
        )
        if self.act is None:
            self.act = self.head.number

    def _write(self, record: Record, before: Record | None, version: Version) -> None:
        self._append(record.id, record, version, self._what)
        self._store.tables.write_version(record.id, record.kind, version, self.head.number)
        for number, text in self._store.tables.write(record, before):
            if text is None:
                self._store.search.forget_text(number)
            else:
                self._store.search.index_text(number, text)
        self._store.search.index(record)
        self._touch(record, before)

    def _remove(self, record: Record, version: Version) -> None:
        self._append(record.id, None, version, self._what)
        for number in self._store.tables.remove(record):
            self._store.search.forget_text(number)
        self._store.search.forget(record.id)
        self._store.tables.write_version(record.id, record.kind, version, self.head.number)
        self._touch(record, record)

    def _touch(self, record: Record, before: Record | None) -> None:
        self._touched[record.id] = record.kind
        if record.kind is Kind.CASE:
            self._stale_rows.add(record.id)
        elif record.kind is Kind.PARTY:
            self._stale_rows.update(self._store.cases_of_party(record.id))
        elif record.kind is Kind.EVENT:
            cases = (item.text("case") for item in (record, before) if item is not None)
            self._stale_rows.update(RecordId(case) for case in cases if case)
