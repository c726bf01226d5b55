"""Duplicates: who may be one person; merge two by a person's decision, take that back, or keep them apart."""

import datetime
import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from hrddesk.actions import history
from hrddesk.analysis import duplicates as analysis
from hrddesk.analysis.duplicates import Candidate, Person
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.jobs import Job
from hrddesk.records import joining, people
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.session import Session
from hrddesk.store import forwarding
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store

MERGE: Final = "duplicate.merge"
NOT_SAME: Final = "not the same"
_SHORTEST: Final = 8  # digits of an id
_BATCH: Final = 400


@dataclass(frozen=True, slots=True)
class Merged:
    """Two records that are one since a merge; reference and name are those of the one that was merged away.

    `act` is what undoes it, None where a bundle brought it.
    """

    merged: RecordId
    kept: RecordId
    ref: str
    name: str
    act: int | None


def candidates(store: Store, job: Job | None = None) -> list[Candidate]:
    """Return who may be one person, the likeliest first; who was kept apart is not among them."""
    found = analysis.close(store.search.forms_of_parties())
    pairs, known = set(found.pairs), dict[RecordId, Person]()
    for crowd in found.crowds:
        pairs |= analysis.of_crowd(_people(store, crowd, known))
    apart = set(store.dismissals())
    pairs = {pair for pair in pairs if _key(*pair) not in apart}
    _people(store, sorted({record for pair in pairs for record in pair}), known)
    return analysis.candidates(pairs, known, job)


def differing(store: Store, kept: RecordId, merged: RecordId) -> list[str]:
    """Return the fields in which both say something else; raise RecordNotFound, InvalidValue."""
    return joining.differing(*_two(store, kept, merged))


def merge(session: Session, kept: RecordId, merged: RecordId, take: Collection[str] = ()) -> Changes:
    """Make two people one, because a person says that they are; for the fields in `take` the second's stands.

    Names, events, cases, relations, sources and keys of imports move along, and the second goes on being
    found by its id and reference. Nobody may see more than before. Raise RecordNotFound, InvalidValue.
    """
    store = session.store
    into, record = _two(store, kept, merged)
    for name in take:
        if into.spec.field(name) is None or name == "ref":
            raise InvalidValue(field=name, why="a person has no such field to choose from")
    with store.change(MERGE) as change:
        change.put(joining.joined(into, record, take))
        forward = Record(Kind.FORWARD, forwarding.forward_id(record.id))
        change.put(forward.with_fields(merged=record.id, kept=into.id))
        change.delete(record.id)
        if store.dismissals().get(_key(kept, merged)) is not None:
            change.set_dismissal(_key(kept, merged), None)
    return change.changes


def undo(session: Session, ref: str) -> Changes:
    """Take a merge back: both are as they were. `ref` is the reference or id of the one that was merged away.

    Raise RecordNotFound, UndoNotPossible when one of them was changed since.
    """
    wanted = ref.strip().lower()
    found = [
        item
        for item in merges(session.store)
        if wanted == item.ref.lower() or (len(wanted) >= _SHORTEST and item.merged.startswith(wanted))
    ]
    if len(found) != 1 or found[0].act is None:
        raise RecordNotFound(ref=ref.strip())
    return history.undo(session, found[0].act)[1]


def merges(store: Store) -> list[Merged]:
    """Return the merges that stand, the latest last."""
    made = []
    for forward in store.all(Kind.FORWARD):
        merged, kept = RecordId(forward.text("merged")), RecordId(forward.text("kept"))
        entry = store.history.of_record(forward.id)[-1]
        was = forwarding.last_state(store, merged)
        ref, name = ("", "") if was is None else (was.text("ref"), people.display_name(was))
        made.append(Merged(merged, kept, ref, name, entry.act if _is_merge(entry.what) else None))
    return made


def keep_apart(session: Session, one: RecordId, other: RecordId) -> None:
    """Say that two are not the same; they are not proposed again. Raise RecordNotFound, InvalidValue."""
    a, b = _two(session.store, one, other)
    today = datetime.datetime.now().astimezone().date().isoformat()
    told = {"reason": NOT_SAME, "day": today, "records": sorted((a.id, b.id))}
    with session.store.change("duplicate.not-same") as change:
        change.set_dismissal(_key(a.id, b.id), json.dumps(told))


def _is_merge(what: str) -> bool:
    return what == MERGE or what.startswith(history.REDO)


def _two(store: Store, one: RecordId, other: RecordId) -> tuple[Record, Record]:
    a, b = store.get(one), store.get(other)
    if a.id == b.id:
        raise InvalidValue(field="OTHER", why="this is one record, not two")
    for record in (a, b):
        if record.kind is not Kind.PARTY:
            raise InvalidValue(field="PARTY", why="only people, groups and organisations are merged")
    return a, b


def _key(one: RecordId, other: RecordId) -> str:
    """Return what a pair is recognised by, whichever stands first."""
    return hashlib.sha256("\0".join(["same-person", *sorted((one, other))]).encode()).hexdigest()[:32]


def _people(store: Store, ids: Collection[RecordId], known: dict[RecordId, Person]) -> list[Person]:
    """Return these people with their events, and keep them in `known`."""
    wanted = [record for record in ids if record not in known]
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        events = store.events_of_parties(batch)
        for record in store.many(Kind.PARTY, batch):
            known[record.id] = Person(record, tuple(events.get(record.id, ())))
    return [known[record] for record in ids if record in known]
