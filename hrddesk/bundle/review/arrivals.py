"""What came and was never here: nothing of ours can differ from it, so it is taken over many at a time.

The merge rule says of such a record that it becomes as it came, unless somebody chose otherwise for one of
its parts. Left to the rule are such `chosen` ones, a record that was here once, a deletion, one of which the
sender claims to have seen changes of ours, and news of a merge, which changes what becomes of others.
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
    """A record that waits and never was here: by which change it was made, its id, its item and its size."""

    line: str
    counter: int
    record: RecordId
    item: int
    size: int
    """Of what came, in characters."""


def found(session: Session, review: int, chosen: Collection[RecordId] = ()) -> list[Unknown]:
    """Return the items of a review that wait and are such records, as their desk made them one by one."""
    items, own = [], session.line
    for number, record, line in reviews.unknown(session.store.db, review):
        dot = None if record in chosen else record_lines.made_by(line, own)
        if dot is not None:
            items.append(Unknown(dot.line, dot.counter, record, number, len(line)))
    return sorted(items)


def batches(session: Session, items: Sequence[Unknown]) -> Iterator[tuple[int, list[Stored]]]:
    """Yield what is stored of these items, some hundreds at a time, and how many were before."""
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
    """Take these over; return the hashes of the content that evidence among them speaks of.

    `step` is called before each batch with how many are taken over; what it raises ends this.
    """
    hashes = set[str]()
    with without_dead_cycles():
        for done, batch in batches(session, items):
            step(done)
            change.put_all(batch)
            evidence = (new.record for new in batch if new.record.kind is Kind.EVIDENCE)
            hashes.update(record.text("sha256") for record in evidence)
    return hashes
