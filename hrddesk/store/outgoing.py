"""What a bundle of the whole vault holds: every record there is, and the tombstone of every one there was."""

from collections.abc import Iterator, Sequence

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, Version
from hrddesk.store.store import Store

_BATCH = 500


def everything(store: Store) -> list[tuple[RecordId, Kind]]:
    """Return id and kind of all records, deleted ones too. One whose acceptance was undone never was here."""
    rows = store.db.execute("SELECT id, kind FROM record WHERE dots <> '{}' ORDER BY id")
    return [(RecordId(row[0]), Kind(row[1])) for row in rows]


def deleted(store: Store) -> list[tuple[RecordId, Kind]]:
    """Return id and kind of the records that were deleted."""
    rows = store.db.execute("SELECT id, kind FROM record WHERE deleted = 1 AND dots <> '{}' ORDER BY id")
    return [(RecordId(row[0]), Kind(row[1])) for row in rows]


def read(store: Store, ids: Sequence[tuple[RecordId, Kind]]) -> Iterator[tuple[Record, Version]]:
    """Yield records with their versions in the order of `ids`, which must be known; deleted ones empty."""
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        live: dict[RecordId, Record] = {}
        for kind in {kind for _, kind in batch}:
            wanted = [record_id for record_id, its in batch if its is kind]
            live.update({record.id: record for record in store.many(kind, wanted)})
        for record_id, kind in batch:
            version = store.version(record_id)
            assert version is not None
            yield live.get(record_id) or Record(kind, record_id), version
