"""What came and was never here: nothing of ours can differ from it, so it is taken over many at a time.

The merge rule says of such a record that it becomes as it came, unless somebody chose otherwise for one of
its parts. Left to the rule are such `chosen` ones, a record that was here once, a deletion, one of which the
sender claims to have seen changes of ours, and news of a merge, which changes what becomes of others.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from hrddesk.bundle import lines
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store import reviews
from hrddesk.store.change import Change
from hrddesk.store.new_records import NewRecord
from hrddesk.store.reviews import Unknown

_BATCH: Final = 256


def found(session: Session, review: int, chosen: Collection[RecordId] = ()) -> list[Unknown]:
    """Return the items of a review that wait and are such records, as their desk made them one by one."""
    items = reviews.unknown(session.store.db, review, session.line)
    return sorted((item for item in items if item.record not in chosen), key=_made)


def batches(session: Session, items: Sequence[Unknown]) -> Iterator[tuple[int, list[NewRecord]]]:
    """Yield what is stored of these items, some hundreds at a time, and how many were before."""
    for start in range(0, len(items), _BATCH):
        numbers = [item.num for item in items[start : start + _BATCH]]
        yield start, [lines.taken_apart(line) for line in reviews.lines_of(session.store.db, numbers)]


def put(change: Change, batch: Sequence[NewRecord]) -> set[str]:
    """Take a batch over; return the hashes of the content that its evidence speaks of."""
    change.put_new(batch)
    evidence = (new.record for new in batch if new.record.kind is Kind.EVIDENCE)
    return {record.text("sha256") for record in evidence}


def _made(item: Unknown) -> tuple[str, int, RecordId]:
    """Sort as `review` sorts: by the dot of the record as a whole."""
    *_, place, counter = json.loads(item.dot)
    return sorted(json.loads(item.context))[place], counter, item.record
