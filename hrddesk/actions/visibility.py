"""Who may learn of a record or of one of its fields: everybody, those who work on it, or nobody."""

from hrddesk.errors import InvalidValue
from hrddesk.records.kinds import WHOLE_RECORD, Visibility
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store.changes import Changes


def set_level(session: Session, record_id: RecordId, level: str, field: str = WHOLE_RECORD) -> Changes:
    """Set the level of a record, or of one of its fields or lists, which then stands above the record's.

    Raise RecordNotFound, InvalidValue.
    """
    try:
        chosen = Visibility(level)
    except ValueError:
        raise InvalidValue(field="visibility", why="the levels are public, restricted and secret") from None
    with session.store.change("visibility") as change:
        record = session.store.get(record_id)
        if field != WHOLE_RECORD and record.spec.field(field) is None and record.spec.list(field) is None:
            raise InvalidValue(field=field, why="a record of this kind has no such field")
        change.put(record.with_visibility(chosen, field))
    return change.changes
