"""Comments: questions of colleagues about a record. Bundles include them; publications never do."""

from dataclasses import dataclass, replace

from hrddesk.actions.records.editing import index_of
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.field_specs import MOST_COUNTED
from hrddesk.records.model.kinds import COMMENTS
from hrddesk.records.model.record import Element, ElementId, Record, RecordId, new_id
from hrddesk.records.terms.vocabulary import OPEN
from hrddesk.store.queries import open_comments
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment on a record; `number` counts the comments of the record from 1."""

    record: RecordId
    number: int
    text: str
    by: str
    state: str


def of_record(store: Store, record_id: RecordId) -> list[Comment]:
    """Return the comments on a record, in the order in which they were written; raise RecordNotFound."""
    return [
        Comment(
            record=record_id,
            number=number,
            text=str(item.get("comment", "")),
            by=str(item.get("by", "")),
            state=_state(item),
        )
        for number, item in enumerate(store.get(record_id).values(COMMENTS), 1)
    ]


def waiting(store: Store) -> list[Comment]:
    """Return the open comments on all records, in the order of the records."""
    commented = [RecordId(owner) for owner in open_comments.commented(store.db)]
    return [item for owner in commented for item in of_record(store, owner) if item.state == OPEN]


def add(session: Session, record_id: RecordId, text: str, by: str = "") -> Outcome[None]:
    """Add a comment to a record; `by` is the author, by default this desk. Raise RecordNotFound,
    InvalidValue.
    """
    if not text.strip():
        raise InvalidValue(field="comment", why=Translatable("it takes text"))
    record = session.store.get(record_id)
    if record.spec.list(COMMENTS) is None:
        raise InvalidValue(field="REF", why=Translatable("a record of this kind has no such list"))
    author = by or session.store.setting("prefix") or ""
    last = max((int(item.get("pos") or 0) for item in record.values(COMMENTS)), default=-1)
    entry: Element = {
        "comment": text.strip(),
        "by": author,
        "state": OPEN,
        "pos": min(last + 1, MOST_COUNTED),
    }
    with session.store.change("comment.add") as change:
        change.put(_with_comment(record, ElementId(new_id()), entry))
    return Outcome(None, change.changes)


def set_state(session: Session, record_id: RecordId, number: int, state: str) -> Outcome[None]:
    """Set the state of a comment: open, answered or done; raise RecordNotFound, InvalidValue."""
    record = session.store.get(record_id)
    entries = record.elements(COMMENTS)
    index = index_of(number, len(entries))
    states = session.store.words().load("comment_state")
    term = states.find(state)
    if term is None:
        raise InvalidValue(
            field="STATE",
            why=Translatable("choose among: {0}", ", ".join(each.code for each in states.terms)),
        )
    element_id, entry = entries[index]
    with session.store.change("comment.state") as change:
        change.put(_with_comment(record, element_id, {**entry, "state": term.code}))
    return Outcome(None, change.changes)


def _with_comment(record: Record, element_id: ElementId, entry: Element) -> Record:
    """Return a record with one comment set; the others are unchanged, so that a merge sees only this
    change.
    """
    entries = {**record.lists.get(COMMENTS, {}), element_id: entry}
    return replace(record, lists={**record.lists, COMMENTS: entries})


def _state(item: Element) -> str:
    return str(item.get("state") or OPEN)
