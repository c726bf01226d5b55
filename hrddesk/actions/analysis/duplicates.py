"""Duplicates: merge two records by a user's decision, undo a merge, or keep two records apart."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from hrddesk.actions.analysis import duplicate_search
from hrddesk.actions.records import history
from hrddesk.actions.records.history import REDO
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import titles
from hrddesk.records.rules import joining
from hrddesk.store.queries import dismissals
from hrddesk.store.queries.dismissals import Dismissal
from hrddesk.store.records import forwarding
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

MERGE: Final = "duplicate.merge"
NOT_SAME: Final = "not the same"
_SHORTEST: Final = 8  # digits of an id


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A merge of two records. `ref` and `name` are those of the record `merged`, which was merged into
    `kept`.

    `kind` is None if nothing is left of either record. `act` is the number of the transaction to undo, or
    None if a bundle brought the merge.
    """

    kind: Kind | None
    merged: RecordId
    kept: RecordId
    ref: str
    name: str
    act: int | None


def differing(store: Store, survivor: RecordId, merged: RecordId) -> list[str]:
    """Return the fields in which the two records differ; raise RecordNotFound, InvalidValue."""
    return joining.differing(*_two(store, survivor, merged))


def merge(
    session: Session, survivor: RecordId, merged: RecordId, take: Collection[str] = ()
) -> Outcome[None]:
    """Merge two records, because a user says that they are the same.

    `survivor` stays; its fields in `take` get the values of `merged`. The import keys of `merged` move to
    `survivor`. All references to `merged` are redirected to `survivor`: from events, cases, relations,
    citations, evidence and inner places. The id and the reference of `merged` still find the record. If one
    of two places contains the other, the larger one keeps its parent. The merge shows no content to more
    people than before. Raise RecordNotFound, InvalidValue.
    """
    store = session.store
    into, record = _two(store, survivor, merged)
    for name in take:
        if into.spec.field(name) is None or name == "ref":
            raise InvalidValue(field=name, why=Translatable("there is no such field to choose from"))
    with store.change(MERGE) as change:
        change.put(forwarding.placed(store, joining.joined(into, record, take), into, record))
        forward = Record(kind=Kind.FORWARD, id=forwarding.forward_id(record.id))
        change.put(forward.with_fields(merged=record.id, kept=into.id))
        change.delete(record.id)
        dismissals.remove(store.db, duplicate_search.key(survivor, merged))
    return Outcome(None, change.changes)


def undo(session: Session, ref: str) -> Outcome[None]:
    """Undo a merge, so that both records are as before. `ref` is the reference or the id of the merged
    record.

    Raise RecordNotFound, and UndoNotPossible if one of the records was changed since.
    """
    typed = ref.strip().lower()
    matches = [
        item
        for item in merges(session.store)
        if typed == item.ref.lower() or (len(typed) >= _SHORTEST and item.merged.startswith(typed))
    ]
    if len(matches) != 1 or matches[0].act is None:
        raise RecordNotFound(ref=ref.strip())
    return Outcome(None, history.undo(session, matches[0].act).changes)


def merges(store: Store) -> list[Merged]:
    """Return the merges that were not undone, the latest last."""
    merge_rows = []
    for forward in store.all(Kind.FORWARD):
        merged, survivor = RecordId(forward.text("merged")), RecordId(forward.text("kept"))
        entry = store.history.of_record(forward.id)[-1]
        was = forwarding.last_state(store, merged)
        ref, name = ("", "") if was is None else (was.text("ref"), titles.called(was))
        shown_record = was or store.find(survivor)
        act = entry.act if _is_merge(entry.what) else None
        merge_rows.append(
            Merged(
                kind=None if shown_record is None else shown_record.kind,
                merged=merged,
                kept=survivor,
                ref=ref,
                name=name,
                act=act,
            )
        )
    return merge_rows


def keep_apart(session: Session, one: RecordId, second: RecordId) -> None:
    """Store that two records are not the same, so that they are not proposed again.

    Raise RecordNotFound, InvalidValue.
    """
    a, b = _two(session.store, one, second)
    today = datetime.datetime.now().astimezone().date().isoformat()
    aside = Dismissal(NOT_SAME, today, tuple(sorted((a.id, b.id))))
    with session.store.change("duplicate.not-same"):
        dismissals.save(session.store.db, duplicate_search.key(a.id, b.id), aside)


def _is_merge(what: str) -> bool:
    return what == MERGE or what.startswith(REDO)


def _two(store: Store, one: RecordId, second: RecordId) -> tuple[Record, Record]:
    a, b = store.get(one), store.get(second)
    if a.id == b.id:
        raise InvalidValue(field="OTHER", why=Translatable("this is one record, not two"))
    if a.kind is not b.kind:
        raise InvalidValue(field="OTHER", why=Translatable("only records of one kind are merged"))
    if a.kind not in duplicate_search.KINDS:
        raise InvalidValue(
            field="KEPT", why=Translatable("only people, cases, places and sources are merged")
        )
    return a, b
