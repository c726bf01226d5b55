"""Events: who did what to whom, when, where, and according to whom."""

from collections.abc import Sequence

from hrddesk.actions.records import citations, history, parties, places
from hrddesk.actions.records.citations import NO_EDITS, CitationEdits
from hrddesk.actions.records.editing import Fields, Lists, edited
from hrddesk.actions.records.parties import NewParty
from hrddesk.actions.records.place_links import linked
from hrddesk.actions.records.places import NewPlace
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.records.change import Change
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session


def add(
    session: Session,
    case: RecordId | None,
    fields: Fields,
    lists: Lists | None = None,
    cited: CitationEdits = NO_EDITS,
    new_parties: Sequence[NewParty] = (),
    new_place: NewPlace | None = None,
) -> Outcome[RecordId]:
    """Add an event, to a case if one is given; raise InvalidDate, InvalidValue, RecordNotFound.

    `cited` are the citations of the event's sources. `new_parties` are participants that the vault does not
    have yet, and `new_place` is a place that it does not have yet. If the event names a shipped place by its
    id, this place is added to the vault. If no place is chosen and the words for the place mean exactly one
    place, the event is linked to it. Everything is stored in one transaction.
    """
    with session.store.change("event.new") as change:
        if case is not None:
            fields = {**fields, "case": session.store.get(case).id}
        places.take_in(session.store, change, str(fields.get("place") or ""), new_place)
        record = edited(Record(kind=Kind.EVENT, id=new_id()), fields, lists or {}, session.store.words())
        record = linked(session.store, change, None, record)
        _begin_parties(session.store, change, record, new_parties)
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return Outcome(record.id, change.changes)


def edit(
    session: Session,
    event_id: RecordId,
    fields: Fields,
    lists: Lists | None = None,
    cited: CitationEdits = NO_EDITS,
    new_parties: Sequence[NewParty] = (),
    new_place: NewPlace | None = None,
) -> Outcome[None]:
    """Change an event; fields that are not given stay. The errors are those of `add`."""
    with session.store.change("event.edit") as change:
        places.take_in(session.store, change, str(fields.get("place") or ""), new_place)
        before = session.store.get(event_id)
        record = edited(before, fields, lists or {}, session.store.words())
        record = linked(session.store, change, before, record)
        _begin_parties(session.store, change, record, new_parties)
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return Outcome(None, change.changes)


def _begin_parties(store: Store, change: Change, event: Record, new: Sequence[NewParty]) -> None:
    case = event.text("case")
    among = [RecordId(str(item["party"])) for item in event.values("parties") if item.get("party")]
    parties.begin(store, change, new, store.get(RecordId(case)) if case else None, among)


def remove(session: Session, event_id: RecordId) -> Outcome[None]:
    """Delete an event; `undo` with the number in the returned changes restores it."""
    with session.store.change("event.remove") as change:
        change.delete(event_id)
    return Outcome(None, change.changes)


def undo(session: Session, act: int) -> Outcome[None]:
    """Undo one transaction of any kind; raise UndoNotPossible if a record was changed since."""
    return Outcome(None, history.undo(session, act).changes)
