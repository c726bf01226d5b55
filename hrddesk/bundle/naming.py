"""Whether evidence that is in no case goes along with a record that names it.

Whoever knows of such evidence can write a citation of it, or that something was made from it. Sent back with
that, its file would reach somebody from whom it was kept. So it goes along where this desk named it, or the
contact with whose bundle it came; never where only another contact did.
"""

import json
from collections.abc import Callable
from typing import Final

from hrddesk.records.joining import references
from hrddesk.records.record import Record, RecordId
from hrddesk.store import reviews
from hrddesk.store.store import Store

_HERE: Final = 0
"""Stands for this desk; contacts are numbered from 1."""
_BY_BUNDLES: Final = "bundle."
"""What the names of acts begin with that write down what others wrote."""


def takes_along(store: Store, by: Record, evidence: RecordId) -> bool:
    """Tell whether evidence of no case goes along with a record that names it, or did once.

    A citation counts for what it speaks of now: whoever led it there named the evidence there.
    """

    def names(record: Record) -> bool:
        return evidence in references(record) and record.text("record") == by.text("record")

    named_by = _author(store, by.id, names)
    return named_by == _HERE or (
        named_by is not None and named_by == _author(store, evidence, lambda record: record.id == evidence)
    )


def _author(store: Store, record_id: RecordId, says_so: Callable[[Record], bool]) -> int | None:
    """Return which contact first let a record say something, by number; None where nothing tells any more.

    What was taken back since, an acceptance that was undone, is passed over; and so is what followed from a
    merge that came.
    """
    said = False
    for entry in store.history.of_record(record_id):
        content = store.history.content(entry.number)
        if content is None:
            said = True  # forgotten, so nobody knows who said it first
            continue
        state = json.loads(content)["record"]
        says = state is not None and says_so(Record.from_json(state))
        if says and not said:
            if not entry.what.startswith(_BY_BUNDLES):
                return _HERE
            sender = reviews.sender(store.db, record_id, entry.act)
            if sender is not None:
                return sender
        said = says
    return None
