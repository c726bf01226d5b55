"""The decision whether evidence that is in no case is sent with a record that refers to it.

A contact who knows of such evidence can write a citation of it, or a record of something that was made from
it. If the file were sent with that record, it could reach a contact from whom it was withheld. So the
evidence is sent only if the reference was made by this desk or by the contact who sent the evidence, and
never if another contact made it.
"""

import json
from collections.abc import Callable
from typing import Final

from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.joining import references
from hrddesk.store.exchange import reviews
from hrddesk.store.records.store import Store

_HERE: Final = 0
"""The number that means this desk; contacts are numbered from 1."""
_BY_BUNDLES: Final = "bundle."
"""The prefix of the names of transactions that store records from a contact's bundle."""


def takes_along(store: Store, by: Record, evidence: RecordId) -> bool:
    """Tell whether evidence of no case is sent with `by`, a record that refers or once referred to it.

    The author of the first version of `by` with the reference made the reference. For a citation, only those
    versions count that are about the same record as now.
    """

    def names(record: Record) -> bool:
        return evidence in references(record) and record.text("record") == by.text("record")

    named_by = _author(store, by.id, names)
    return named_by == _HERE or (
        named_by is not None and named_by == _author(store, evidence, lambda record: record.id == evidence)
    )


def _author(store: Store, record_id: RecordId, says_so: Callable[[Record], bool]) -> int | None:
    """Return the author of the first version for which `says_so` is true: a contact's number, or `_HERE`.

    Return None if the author is unknown: the content of a forgotten version cannot be checked. A version from
    a bundle is also skipped if no accepted review contains it: the acceptance was undone, or the version
    resulted from a merge.
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
