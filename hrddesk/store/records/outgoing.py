"""Reading of records and their versions, including deleted records, for writing and comparing bundles."""

import json
from collections.abc import Iterator, Mapping, Sequence

from hrddesk.records.model.kinds import AT_HOME, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import Version
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.history import latest_version
from hrddesk.store.records.store import Store

_BATCH = 500


def everything(store: Store) -> list[RecordId]:
    """Return the sorted ids of all records that may be sent, including deleted ones.

    Records whose acceptance was undone are left out, as if they had never existed.
    """
    rows = store.db.execute(
        "SELECT id FROM record WHERE deleted < 2 AND kind NOT IN (SELECT value FROM json_each(?))"
        " ORDER BY id",
        (json.dumps(AT_HOME),),
    )
    return [RecordId(row[0]) for row in rows]


def deleted(store: Store) -> list[RecordId]:
    """Return the ids of the records that were deleted, sorted."""
    rows = store.db.execute("SELECT id FROM record WHERE deleted = 1 ORDER BY id")
    return [RecordId(row[0]) for row in rows]


def read(store: Store, ids: Sequence[RecordId]) -> Iterator[tuple[Record, Version]]:
    """Yield records with their versions in the order of `ids`; a deleted record is yielded without content.

    Records that never existed here are left out; a record that existed only until its acceptance was undone
    has an empty version.
    """
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        rows = store.db.execute(
            "SELECT r.id, r.kind, c.state FROM json_each(?) w CROSS JOIN record r ON r.id = w.value"
            " LEFT JOIN history_content c ON c.num = r.history",
            (json.dumps(batch),),
        )
        kinds_and_versions = {record: (Kind(kind), latest_version(state)) for record, kind, state in rows}
        live: dict[RecordId, Record] = {}
        for kind in {kind for kind, _ in kinds_and_versions.values()}:
            ids_of_kind = [
                record_id
                for record_id in batch
                if record_id in kinds_and_versions and kinds_and_versions[record_id][0] is kind
            ]
            live.update({record.id: record for record in store.many(kind, ids_of_kind)})
        for record_id in batch:
            if record_id in kinds_and_versions:
                kind, version = kinds_and_versions[record_id]
                yield live.get(record_id) or Record(kind=kind, id=record_id), version


def states(db: Connection, ids: Sequence[str]) -> dict[str, tuple[Kind, str, int]]:
    """Return, for each live record among `ids`, the kind, the state as JSON, and the number of its history
    row.

    A record whose state was erased is left out.
    """
    rows = db.execute(
        "SELECT r.id, r.kind, unpacked(c.state), c.num FROM json_each(?) w"
        " CROSS JOIN record r ON r.id = w.value CROSS JOIN history_content c ON c.num = r.history"
        " WHERE r.deleted = 0",
        (json.dumps(ids),),
    )
    return {record: (Kind(kind), state, number) for record, kind, state, number in rows}


def known(db: Connection, ids: Sequence[str]) -> set[str]:
    """Return the ids among `ids` whose records exist here or ever existed, even if deleted or forgotten."""
    rows = db.execute(
        "SELECT r.id FROM json_each(?) w CROSS JOIN record r ON r.id = w.value", (json.dumps(ids),)
    )
    return {row[0] for row in rows}


def sent(db: Connection, line: str, record: RecordId) -> int:
    """Return the highest counter of replica `line` that a bundle ever sent with a record; 0 if none did."""
    row = db.execute("SELECT counter FROM sent WHERE record = ? AND line = ?", (record, line)).fetchone()
    return 0 if row is None else int(row[0])


def note_sent(db: Connection, line: str, counters: Mapping[RecordId, int]) -> dict[RecordId, int]:
    """Store the counters of replica `line` that are sent with records, in the caller's transaction.

    Return the previous values of the counters that rose, for `forget_sent`.
    """
    before = {record: sent(db, line, record) for record in counters}
    raised = {record: count for record, count in before.items() if counters[record] > count}
    _write_sent(db, line, {record: counters[record] for record in raised})
    return raised


def forget_sent(db: Connection, line: str, before: Mapping[RecordId, int]) -> None:
    """Restore the values that `note_sent` returned, for a bundle that was not written."""
    _write_sent(db, line, before)


def _write_sent(db: Connection, line: str, counters: Mapping[RecordId, int]) -> None:
    db.executemany(
        "INSERT OR REPLACE INTO sent (record, line, counter) VALUES (?,?,?)",
        ((record, line, counter) for record, counter in counters.items()),
    )
