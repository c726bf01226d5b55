"""The local versions of the records in a bundle."""

from collections.abc import Sequence

from hrddesk.bundle.merging.merge import Merge, merge
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import WHOLE, Version
from hrddesk.store.records import outgoing
from hrddesk.store.records.forwarding import last_known, last_state
from hrddesk.store.records.store import Store

Ours = tuple[Record, Version]


def our_versions(store: Store, ids: Sequence[RecordId]) -> dict[RecordId, Ours]:
    """Return our records with their versions; deleted records are empty.

    Records that were never here are left out. A record whose acceptance was undone has no dots and counts as
    never here.
    """
    return {record.id: (record, version) for record, version in outgoing.read(store, ids) if version.dots}


def our_version(store: Store, record_id: RecordId) -> Ours | None:
    """Return our version of one record, as `our_versions` does."""
    return our_versions(store, [record_id]).get(record_id)


def was_before(store: Store, merged: Merge) -> Record | None:
    """Return the last state of a record that was deleted here, or None for any other record."""
    return last_state(store, merged.id) if merged.parts[0].ours is True else None


def written_apart(store: Store, theirs: Ours) -> set[str]:
    """Return the fields of a deleted or merged record that both sides changed without knowing of each other.

    They are the fields that would be in conflict if the record still existed here.
    """
    was = last_known(store, theirs[0].id)
    conflicts = () if was is None else merge(was, theirs).conflicts
    return {part.part for part in conflicts if part.part != WHOLE and "/" not in part.part}
