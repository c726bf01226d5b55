"""One transaction: the records stored and deleted in it, and the history row of each."""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import PROTECTED, Kind
from hrddesk.records.model.limits import MOST_BYTES, ROOM_FOR_VERSIONS, too_large
from hrddesk.records.model.record import BeyondLimit, Record, RecordId
from hrddesk.records.model.versions import WHOLE, Dot, Version, parts
from hrddesk.store.database import record_writing, settings, state_packing
from hrddesk.store.database.history import state_of
from hrddesk.store.database.record_writing import Stored
from hrddesk.store.queries.case_list import stale_rows
from hrddesk.store.queries.person_statuses import told_of
from hrddesk.store.records import confidential_events, forwarding
from hrddesk.store.records.changes import Changes

if TYPE_CHECKING:
    from hrddesk.store.records.store import Store

ALARMS: Final = "alarm"
"""The prefix of the settings with warnings found at opening, kept until a user acknowledges them."""


class Change:
    """An open transaction. Every record that is stored or deleted in it gets one history row."""

    def __init__(self, store: "Store", what: str) -> None:
        self._store = store
        self._what = what
        self._line = store.setting("line") or ""
        self._who = store.setting("prefix") or ""
        self._counter = int(store.setting("counter") or 0)
        self._touched: dict[RecordId, Kind] = {}
        self._came: set[RecordId] = set()
        self._stale_rows: set[RecordId] = set()
        self._stale_statuses: set[RecordId] = set()
        self.head = store.history.head()
        self.act: int | None = None
        self.wrote_apart: dict[RecordId, Collection[str]] = {}
        """The fields of merged-away records that another desk wrote without knowing the local values.

        A user has to choose between the values, so neither replaces the other.
        """
        self.beside: set[RecordId] = set()
        """Merged records that are kept, since the combined text of both would exceed the limit of its field.

        They are combined as soon as one of the texts is shorter.
        """
        self.unprotects = False
        """Whether a user removes the mark *protect this name*; nothing else removes it."""

    @property
    def changes(self) -> Changes:
        """The records changed so far."""
        by_kind: dict[Kind, set[RecordId]] = {}
        for record_id, kind in self._touched.items():
            by_kind.setdefault(kind, set()).add(record_id)
        kinds = (Kind.CASE, Kind.PARTY, Kind.EVENT)
        cases, parties, events = (frozenset(by_kind.get(kind, ())) for kind in kinds)
        others = frozenset(record_id for record_id, kind in self._touched.items() if kind not in kinds)
        return Changes(cases=cases, parties=parties, events=events, others=others, act=self.act)

    def put(self, record: Record) -> bool:
        """Store a record; return False, without any change, if it is identical to the stored one.

        Raise ValueError if the record has fields that its kind does not have, or if its id was used for
        another kind before. Raise InvalidValue if a value is beyond the limit of its field, or if the record
        is too large for a bundle.
        """
        return self.put_each([record]) > 0

    def put_each(self, records: Iterable[Record]) -> int:
        """Store records as `put` does, and return the number of changed ones.

        If two records have the same id, only the last one is stored.
        """
        once = {record.id: record for record in records}.values()
        batch = [stored for stored in map(self._changed, once) if stored is not None]
        self.put_all(batch)
        return len(batch)

    def _changed(self, record: Record) -> Stored | None:
        """Return a record ready to be stored, with its next version; None if it equals the stored one."""
        record = self._valid(record)
        before = self._store.tables.read(record.id)
        if before is not None and before.fields.get(PROTECTED) and not self.unprotects:
            record = record.with_fields(**{PROTECTED: True})
        if before == record:
            return None
        stored_version = self._store.tables.version(record.id)
        version = stored_version or Version()
        old, new = parts(before) if before is not None else {}, parts(record)
        changed = [part for part in old.keys() | new.keys() if old.get(part) != new.get(part)]
        dot = self.next_dot()
        dots = dict(version.dots) | dict.fromkeys(changed, dot)
        if before is None:
            dots[WHOLE] = dot
        now = Version({**version.context, dot.line: dot.counter}, dots)
        stored = Stored.of(record, now, before, is_new=stored_version is None)
        _require_room(stored, ROOM_FOR_VERSIONS)
        return stored

    def put_version(self, record: Record, version: Version) -> None:
        """Store a record with the version that a merge assigned to it; raise ValueError as `put` does."""
        tables = self._store.tables
        record, is_new = self._valid(record), tables.kind_ever(record.id) is None
        self.put_all([Stored.of(record, version, tables.read(record.id), is_new=is_new)])

    def put_all(self, batch: Sequence[Stored]) -> None:
        """Store valid records with their versions; all methods that store records call this one."""
        store, first = self._store, self.head.number + 1
        for stored in batch:
            _require_room(stored)
        self._enter([(one.record.id, one.record.kind, one.state) for one in batch], self._what)
        written = record_writing.write(store.db, batch, first)
        store.search.index_new(one for one in written if one.stored.is_new)
        for one in written:
            if not one.stored.is_new:
                store.search.index_changed(one)
        self._came.update(one.record.id for one in batch if one.before is None)
        self._touch([record for one in batch for record in (one.record, one.before) if record is not None])

    def delete(self, record_id: RecordId) -> None:
        """Delete a live record; its tombstone is kept for other desks. Raise RecordNotFound."""
        self.delete_all([self._store.get(record_id)])

    def delete_all(self, records: Sequence[Record]) -> None:
        """Delete live records; their tombstones are kept for other desks."""
        removals = []
        for record in records:
            version = self._store.tables.version(record.id) or Version()
            dot = self.next_dot()
            # A deletion is a tombstone of every part, so that a later revival does not bring parts back.
            dots = dict.fromkeys([*version.dots, WHOLE], dot)
            removals.append((record, Version({**version.context, dot.line: dot.counter}, dots, deleted=True)))
        self._remove(removals)

    def withdraw_all(self, records: Sequence[Record]) -> None:
        """Remove live records as if the vault had never had them: later merges treat them as unknown."""
        self._remove([(record, Version(deleted=True)) for record in records])

    def delete_version(self, record: Record, version: Version) -> None:
        """Delete a record and give its tombstone `version`, which a merge computed.

        The record may be unknown to this vault: then only the tombstone is stored.
        """
        self._remove([(self._store.tables.read(record.id) or record, version)])

    def restore(self, record_id: RecordId, record: Record | None, version: Version | None) -> None:
        """Restore an earlier state of a record, including its version.

        `record` is None if the record was deleted in that state or did not exist; in the latter case,
        `version` is None too.
        """
        live = self._store.tables.read(record_id)
        if record is not None and version is not None:
            self.put_all([Stored.of(record, version, live, is_new=False)])
            return
        deleted_version = version or Version(deleted=True)
        if live is not None:
            self._remove([(live, deleted_version)])
        elif self._store.tables.version(record_id) != deleted_version:
            self._entomb(record_id, deleted_version)

    def forget(self, record_id: RecordId) -> None:
        """Remove everything of a record, live or deleted, except its id: later merges treat it as unknown.

        No tombstone is kept, since it would ask other desks to delete the record too. The history content of
        the record is erased, except for the row about this removal.
        """
        self._store.history.erase(record_id)
        live, nothing = self._store.tables.read(record_id), Version(deleted=True)
        if live is not None:
            self._remove([(live, nothing)])
        else:
            self._entomb(record_id, nothing)

    def note(self, record_id: RecordId, what: str = "") -> None:
        """Write a history row about an unchanged record: an entry of its custody log.

        `what` is the name of the entry; if empty, the entry has the name of the transaction.
        """
        record = self._store.get(record_id)
        version = self._store.tables.version(record_id) or Version()
        self._enter([(record.id, record.kind, state_of(record, version))], what or self._what)
        self._store.tables.write_version(record.id, record.kind, version, self.head.number)
        self._touch([record])

    def next_ref(self, kind: Kind) -> str:
        """Return a new readable reference with the prefix of this vault."""
        year = datetime.datetime.now(tz=datetime.UTC).year
        letter = {Kind.PARTY: "P", Kind.EVIDENCE: "E", Kind.REPORT: "R"}.get(kind, "")
        name = f"ref.{kind.value}.{year}"
        number = int(self._store.setting(name) or 0) + 1
        # Somebody may have given one of these to a record by hand.
        while self._store.with_ref(ref := f"{self._who}-{year}-{letter}{number:04d}"):
            number += 1
        self.set_setting(name, str(number))
        return ref

    def set_setting(self, name: str, value: str) -> None:
        """Store a setting of the vault."""
        settings.save(self._store.db, name, value)

    def replace_settings(self, what: str, values: Mapping[str, str]) -> None:
        """Store each value as the setting `what.NAME`, by its NAME; delete all other settings that begin with
        `what.`.
        """
        for name in self._store.settings_of(what).keys() - values.keys():
            settings.remove(self._store.db, f"{what}.{name}")
        for name, value in values.items():
            self.set_setting(f"{what}.{name}", value)

    def finish(self) -> None:
        """Complete the transaction: run the rules of `AFTER_A_CHANGE` in their order."""
        for rule in AFTER_A_CHANGE:
            rule(self)

    def redirect_merged(self) -> None:
        """Redirect references to merged records, and add the content of these records to the kept ones."""
        forwarding.settle(self._store, self, dict(self._touched), frozenset(self._came))

    def keep_confidential(self) -> None:
        """Make events of sexual violence confidential if no user chose a level."""
        confidential_events.settle(self._store, self, dict(self._touched))

    def refresh_list(self) -> None:
        """Update the rows of the list of cases that the change made outdated."""
        self._store.listing.refresh(self._stale_rows)

    def drop_statuses(self) -> None:
        """Drop the cached statuses that the change made outdated."""
        places = [record_id for record_id, kind in self._touched.items() if kind is Kind.PLACE]
        self._store.person_statuses.drop(self._stale_statuses, self.changes.cases, places)

    def store_counter(self) -> None:
        """Store the counter of the replica."""
        self.set_setting("counter", str(self._counter))

    def store_alarms(self) -> None:
        """Store the alarms raised at opening: the commit rewrites head.bin, which removes their cause."""
        if self._store.alarms_to_keep:
            self.replace_settings(
                ALARMS, {f"{number:03}": words for number, words in enumerate(self._store.alarms_to_keep)}
            )

    def record_ledger(self) -> None:
        """Add digests of the touched rows of contacts, reviews, settings and other covered tables to the
        history.
        """
        touched = self._store.ledger.take_touched()
        self._enter([(row_id, None, state) for row_id, state in touched], self._what)

    def _valid(self, record: Record) -> Record:
        if self._store.tables.kind_ever(record.id) not in (None, record.kind):
            raise ValueError("a record keeps its kind")
        try:
            return Record.from_json(record.to_json())
        except BeyondLimit as beyond:
            raise InvalidValue(field=beyond.field, why=beyond.why) from None

    def next_dot(self) -> Dot:
        """Return the dot of a further change; a replica never uses the same counter twice."""
        self._counter += 1
        return Dot(self._line, self._counter)

    def _enter(self, states: Sequence[tuple[RecordId, Kind | None, bytes]], what: str) -> None:
        if states:
            first = self.head.number + 1
            self.head = self._store.history.append(self.head, self.act, self._who, what, states)
            self.act = self.act or first

    def _remove(self, removals: Sequence[tuple[Record, Version]]) -> None:
        records, first = [record for record, _ in removals], self.head.number + 1
        self._enter([(one.id, one.kind, state_of(None, version)) for one, version in removals], self._what)
        self._store.search.forget(records, self._store.tables.remove(records))
        for number, (record, version) in enumerate(removals, first):
            self._store.tables.write_version(record.id, record.kind, version, number)
        self._touch(records)

    def _entomb(self, record_id: RecordId, version: Version) -> None:
        """Assign another version to the tombstone of a deleted record."""
        kind = self._store.tables.kind_ever(record_id)
        assert kind is not None
        self._enter([(record_id, kind, state_of(None, version))], self._what)
        self._store.tables.write_version(record_id, kind, version, self.head.number)
        self._touched[record_id] = kind

    def _touch(self, records: Sequence[Record]) -> None:
        self._touched.update((record.id, record.kind) for record in records)
        self._stale_rows |= stale_rows(self._store.db, records)
        self._stale_statuses.update(*map(told_of, records))


def _require_room(stored: Stored, room: int = 0) -> None:
    """Raise InvalidValue for a record that is too large.

    The limit is the size that a bundle allows minus `room` bytes. For a record that is never sent, it is the
    size that the history allows.
    """
    beyond = too_large(
        stored.record,
        len(stored.state),
        MOST_BYTES - room if stored.record.spec.travels else state_packing.LARGEST,
    )
    if beyond is not None:
        raise InvalidValue(
            field=beyond.field,
            why=Translatable("{0} characters at most, since the whole record is too large", beyond.limit),
        )


AFTER_A_CHANGE: Final[tuple[Callable[[Change], None], ...]] = (
    Change.redirect_merged,
    Change.keep_confidential,
    Change.refresh_list,
    Change.drop_statuses,
    Change.store_counter,
    Change.store_alarms,
    Change.record_ledger,
)
"""The rules at the end of every change, in order: each may rely on those before it."""
