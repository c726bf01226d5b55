"""Comments: what colleagues ask about a record. They travel with it in bundles, and are never published."""

from dataclasses import dataclass

from hrddesk.errors import InvalidValue
from hrddesk.records import vocabulary
from hrddesk.records.kinds import COMMENTS
from hrddesk.records.record import Element, RecordId
from hrddesk.records.vocabulary import OPEN
from hrddesk.session import Session
from hrddesk.store import comments
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and where it is: on which record, and its number there, from 1."""

    record: RecordId
    number: int
    text: str
    by: str
    state: str


def of_record(store: Store, record_id: RecordId) -> list[Comment]:
    """Return the comments on a record, in the order in which they were written; raise RecordNotFound."""
    return [
        Comment(record_id, number, str(item.get("comment", "")), str(item.get("by", "")), _state(item))
        for number, item in enumerate(store.get(record_id).values(COMMENTS), 1)
    ]


def waiting(store: Store) -> list[Comment]:
    """Return the open comments on all records, in the order of the records."""
    commented = [RecordId(owner) for owner in comments.commented(store.db)]
    return [item for owner in commented for item in of_record(store, owner) if item.state == OPEN]


def add(session: Session, record_id: RecordId, text: str, by: str = "") -> Changes:
    """Put a comment on a record, by this desk where nobody is named; raise RecordNotFound, InvalidValue."""
    if not text.strip():
        raise InvalidValue(field="comment", why="it takes text")
    record = session.store.get(record_id)
    author = by or session.store.setting("prefix") or ""
    entry: Element = {"comment": text.strip(), "by": author, "state": OPEN}
    with session.store.change("comment.add") as change:
        change.put(record.with_elements(COMMENTS, [*record.values(COMMENTS), entry]))
    return change.changes


def set_state(session: Session, record_id: RecordId, number: int, state: str) -> Changes:
    """Say that a comment is open, answered or done; raise RecordNotFound, InvalidValue."""
    record = session.store.get(record_id)
    entries = record.values(COMMENTS)
    if not 1 <= number <= len(entries):
        raise InvalidValue(field="NUMBER", why=f"the list has {len(entries)} entries, counted from 1")
    term = session.store.words().load("comment_state").find(state)
    if term is None:
        codes = ", ".join(each.code for each in vocabulary.load("comment_state").terms)
        raise InvalidValue(field="STATE", why=f"choose among: {codes}")
    entries = [{**item, "state": term.code} if at == number else item for at, item in enumerate(entries, 1)]
    with session.store.change("comment.state") as change:
        change.put(record.with_elements(COMMENTS, entries))
    return change.changes


def _state(item: Element) -> str:
    return str(item.get("state") or OPEN)
