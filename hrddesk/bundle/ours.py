"""What this vault has of a record that came in a bundle."""

from hrddesk.records.record import Record, RecordId, Version
from hrddesk.store.store import Store


def our_version(store: Store, record_id: RecordId) -> tuple[Record, Version] | None:
    """Return our record, empty if it was deleted, with its version.

    None when it never was here; one whose acceptance was undone has no dots and never was.
    """
    version = store.version(record_id)
    kind = store.tables.kind_ever(record_id)
    if version is None or kind is None or not version.dots:
        return None
    return store.find(record_id) or Record(kind, record_id), version
