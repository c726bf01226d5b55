"""Events: who did what to whom, when, where, says who."""

from hrddesk.actions import citations, history
from hrddesk.actions.citations import NO_EDITS, CitationEdits
from hrddesk.actions.editing import Fields, Lists, edited
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, new_id
from hrddesk.session import Session
from hrddesk.store.changes import Changes


def add(
    session: Session,
    case: RecordId | None,
    fields: Fields,
    lists: Lists | None = None,
    cited: CitationEdits = NO_EDITS,
) -> tuple[RecordId, Changes]:
    """Add an event, to a case if one is given; raise InvalidDate, InvalidValue, RecordNotFound.

    `cited` says who says so, in the same act.
    """
    with session.store.change("event.new") as change:
        if case is not None:
            fields = {**fields, "case": session.store.get(case).id}
        record = edited(Record(Kind.EVENT, new_id()), fields, lists or {}, session.store.words())
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return record.id, change.changes


def edit(
    session: Session,
    event_id: RecordId,
    fields: Fields,
    lists: Lists | None = None,
    cited: CitationEdits = NO_EDITS,
) -> Changes:
    """Change an event; what is not named stays."""
    with session.store.change("event.edit") as change:
        record = edited(session.store.get(event_id), fields, lists or {}, session.store.words())
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return change.changes


def remove(session: Session, event_id: RecordId) -> Changes:
    """Delete an event; `undo` with the number in Changes brings it back."""
    with session.store.change("event.remove") as change:
        change.delete(event_id)
    return change.changes


def undo(session: Session, act: int) -> Changes:
    """Take back one act, whatever it was; raise UndoNotPossible when a record changed since."""
    return history.undo(session, act)[1]
