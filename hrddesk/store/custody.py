"""The custody log of this vault, as it goes to other desks: when, what, by whom, without what it changed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from hrddesk.records import custody
from hrddesk.records.record import Element, RecordId
from hrddesk.store.database import Connection

_LINES = (
    "SELECT h.record, h.time, h.num, h.what, h.who FROM history h JOIN record r ON r.id = h.record"
    " WHERE r.kind = 'evidence' AND r.deleted = 0"
)


def logs(db: Connection) -> Mapping[RecordId, Sequence[Element]]:
    """Return the lines of all pieces of evidence, each log in its order."""
    made = defaultdict[RecordId, list[Element]](list)
    for record_id, *values in db.execute(f"{_LINES} ORDER BY h.num"):
        made[RecordId(record_id)].append(custody.line(*values))
    return made


def log(db: Connection, record_id: RecordId) -> Sequence[Element]:
    """Return the lines of one piece of evidence; none for one that is not here."""
    return [custody.line(*values) for _, *values in db.execute(f"{_LINES} AND h.record = ?", (record_id,))]
