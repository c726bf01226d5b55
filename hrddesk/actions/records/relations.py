"""Relations between two people, groups, organisations or authorities."""

from typing import Final

from hrddesk.actions.records import citations
from hrddesk.actions.records.citations import NO_EDITS, CitationEdits
from hrddesk.actions.records.editing import Fields, edited
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

_SIDES: Final = ("subject", "object")


def of_parties(store: Store, parties: list[RecordId]) -> list[Record]:
    """Return the relations that any of these parties has, each once, in the order of the parties."""
    relations_by_id = {item.id: item for party in parties for item in store.relations_of_party(party)}
    return list(relations_by_id.values())


def create(session: Session, fields: Fields, cited: CitationEdits = NO_EDITS) -> Outcome[RecordId]:
    """Create a relation; raise RecordNotFound, and InvalidValue if a side or the type is missing."""
    with session.store.change("relation.new") as change:
        record = _checked(session.store, Record(kind=Kind.RELATION, id=new_id()), fields)
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return Outcome(record.id, change.changes)


def edit(
    session: Session, relation_id: RecordId, fields: Fields, cited: CitationEdits = NO_EDITS
) -> Outcome[None]:
    """Change a relation; fields that are not given stay. The errors are those of `create`."""
    with session.store.change("relation.edit") as change:
        record = _checked(session.store, session.store.get(relation_id), fields)
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return Outcome(None, change.changes)


def remove(session: Session, relation_id: RecordId) -> Outcome[None]:
    """Delete a relation; both parties stay."""
    with session.store.change("relation.remove") as change:
        change.delete(relation_id)
    return Outcome(None, change.changes)


def _checked(store: Store, before: Record, fields: Fields) -> Record:
    """Return a changed relation after checks; a side must exist only if it is new, since an old one may be
    deleted.
    """
    record = edited(before, fields, {}, store.words())
    if not record.text("type"):
        raise InvalidValue(field="type", why=Translatable("say what kind of relation it is"))
    for side in _SIDES:
        if not record.text(side):
            raise InvalidValue(field=side, why=Translatable("a relation has two sides"))
        if record.text(side) != before.text(side) and store.get(record.text(side)).kind is not Kind.PARTY:
            raise InvalidValue(
                field=side, why=Translatable("a person, a group or an organisation stands in a relation")
            )
    return record
