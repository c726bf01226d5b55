"""The bulk acceptance of records that were never here: no local record can differ from them.

The merge rule would take such a record as it arrived, unless the user chose otherwise for one of its parts.
Some records are left to the merge rule: those in `chosen`, records that were here once, deletions, records
whose sender claims to have seen changes of ours, and forward records, which change the result for other
records.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final, NamedTuple

from hrddesk.bundle.format import canonical, record_lines
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.database.record_writing import Stored
from hrddesk.store.exchange import reviews
from hrddesk.store.records.change import Change
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import without_dead_cycles

_BATCH: Final = 512


class Unknown(NamedTuple):
    """A waiting record that was never here: the dot of its creation, its id, its item and its size."""

    line: str
    counter: int
    record: RecordId
    item: int
    size: int
    """The size of the received record in characters."""


def found(session: Session, review: int, chosen: Collection[RecordId] = ()) -> list[Unknown]:
    """Return the waiting records of a review that can be accepted in bulk, in the order of their creation.

    The records in `chosen` are left out.
    """
    items, own = [], session.line
    for number, record, line in reviews.unknown(session.store.db, review):
        dot = None if record in chosen else record_lines.made_by(line, own)
        if dot is not None:
            items.append(Unknown(dot.line, dot.counter, record, number, len(line)))
    return sorted(items)


def batches(session: Session, items: Sequence[Unknown]) -> Iterator[tuple[int, list[Stored]]]:
    """Yield the records of these items in batches of some hundreds.

    Each batch comes with the number of items before it.
    """
    start = 0
    while start < len(items):
        end, size = start, 0
        while end < len(items) and end - start < _BATCH and size < canonical.MAX_LINE:
            size += items[end].size
            end += 1
        numbers = [item.item for item in items[start:end]]
        yield start, [record_lines.taken_apart(line) for line in reviews.lines_of(session.store.db, numbers)]
        start = end


def put(session: Session, change: Change, items: Sequence[Unknown], step: Callable[[int], None]) -> set[str]:
    """Store the records of these items; return the content hashes of the evidence among them.

    `step` is called before each batch with the number of stored records; an exception that it raises ends the
    work.
    """
    hashes = set[str]()
    with without_dead_cycles():
        for done, batch in batches(session, items):
            step(done)
            change.put_all(batch)
            evidence = (new.record for new in batch if new.record.kind is Kind.EVIDENCE)
            hashes.update(record.text("sha256") for record in evidence)
    return hashes
