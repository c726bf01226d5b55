"""Whether evidence that is in no case goes along with a record that names it.

A contact who knows of such evidence can write a citation of it, or that something was made from it. If the
file went along with that record, it would reach a contact from whom it was kept. So evidence goes along where
this desk named it, or the contact who sent it; never where only another contact did.
"""

import json
from collections.abc import Callable
from typing import Final

from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.joining import references
from hrddesk.store.exchange import reviews
from hrddesk.store.records.store import Store

_HERE: Final = 0
"""The number of this desk; contacts are numbered from 1."""
_BY_BUNDLES: Final = "bundle."
"""The prefix of the names of acts that store what a contact wrote."""


def takes_along(store: Store, by: Record, evidence: RecordId) -> bool:
    """Tell whether evidence of no case goes along with `by`, a record that names it now or did before.

    Of a citation only the versions about its present record count: the author of the first of them named the
    evidence for that record.
    """

    def names(record: Record) -> bool:
        return evidence in references(record) and record.text("record") == by.text("record")

    named_by = _author(store, by.id, names)
    return named_by == _HERE or (
        named_by is not None and named_by == _author(store, evidence, lambda record: record.id == evidence)
    )


def _author(store: Store, record_id: RecordId, says_so: Callable[[Record], bool]) -> int | None:
    """Return who first made a record say so: a contact, by number, or `_HERE`; None where nobody can tell.

    A version that was forgotten tells nothing. A version is passed over, too, if a bundle brought it and no
    acceptance accounts for it: the acceptance was undone, or the version followed from a merge that arrived.
    """
    has_said = False
    for entry in store.history.of_record(record_id):
        content = store.history.content(entry.number)
        if content is None:
            has_said = True  # forgotten, so nobody knows who said it first
            continue
        state = json.loads(content)["record"]
        says = state is not None and says_so(Record.from_json(state))
        if says and not has_said:
            if not entry.what.startswith(_BY_BUNDLES):
                return _HERE
            sender = reviews.sender(store.db, record_id, entry.act)
            if sender is not None:
                return sender
        has_said = says
    return None
