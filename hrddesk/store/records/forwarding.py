"""Records that were merged into others: references to a merged record are redirected to the kept one.

`settle` runs at the end of every change, whether by a form, an import or a bundle. So the merge and a change
of the merged record may arrive in either order. Nothing is merged automatically: a `forward` exists only
because a user made it, here or at a desk whose bundle a user accepted.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hrddesk.records.model import levels
from hrddesk.records.model.field_specs import FieldType
from hrddesk.records.model.kinds import SPECS, TRAVELLING, Kind
from hrddesk.records.model.limits import beyond_limits
from hrddesk.records.model.record import Record, RecordId, key_element_id
from hrddesk.records.model.versions import Version
from hrddesk.records.rules import joining
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.schema import list_table, table_of

if TYPE_CHECKING:
    from hrddesk.store.records.change import Change
    from hrddesk.store.records.store import Store

_FIELDS: Final = tuple(
    (kind, table_of(kind), "id", field.name)
    for kind, spec in SPECS.items()
    for field in spec.fields
    if field.type is FieldType.RECORD and kind is not Kind.FORWARD and spec.travels
)
_LISTS: Final = tuple(
    (kind, list_table(kind, item.name), "owner", field.name)
    for kind, spec in SPECS.items()
    for item in spec.lists
    for field in item.fields
    if field.type is FieldType.RECORD
)
_PEOPLE: Final = "parties"


def forward_id(merged: RecordId) -> RecordId:
    """Return the id of the `forward` of a merged record; every desk derives the same id."""
    return RecordId(str(key_element_id("forward", "", merged)))


def all_forwards(db: Connection) -> dict[RecordId, RecordId]:
    """Return the ids of all merged records, each with the id of the record into which it was merged."""
    rows = db.execute("SELECT merged, kept FROM forward WHERE merged IS NOT NULL AND kept IS NOT NULL")
    return {RecordId(row[0]): RecordId(row[1]) for row in rows}


def merged_away(db: Connection) -> dict[RecordId, RecordId]:
    """Return the ids of all merged records, each with the id of the record that replaces it at last.

    A record may have been merged into a record that was merged later itself.
    """
    forwards = all_forwards(db)
    ends = {merged: _end(db, merged, forwards) for merged in forwards}
    return {merged: end for merged, end in ends.items() if merged != end}


def _end(db: Connection, record_id: RecordId, forwards: Mapping[RecordId, RecordId]) -> RecordId:
    seen = [record_id]
    while (following := forwards.get(seen[-1])) is not None:
        if following in seen:
            return _who_stays(db, seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def _who_stays(db: Connection, circle: Collection[RecordId]) -> RecordId:
    """Return the id to keep if records are merged in a circle.

    A circle arises if two desks merge the same two records in opposite directions. Both desks keep the
    smallest id. If some records of the circle still exist, only their ids count: a desk may have merged
    another record of the circle into a third record.
    """
    (living,) = db.execute(
        "SELECT min(id) FROM record WHERE deleted = 0 AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(circle)),),
    ).fetchone()
    return RecordId(living or min(circle))


def referring(db: Connection, record_id: RecordId) -> dict[Kind, list[RecordId]]:
    """Return the live records that refer to an id in any field or list, by kind."""
    ids_by_kind: dict[Kind, dict[RecordId, None]] = {}
    for kind, table, owner, column in (*_FIELDS, *_LISTS):
        rows = db.execute(f'SELECT {owner} FROM {table} WHERE "{column}" = ?', (record_id,))  # noqa: S608  (our tables and columns)
        for row in rows:
            ids_by_kind.setdefault(kind, {})[RecordId(row[0])] = None
    return {kind: list(ids) for kind, ids in ids_by_kind.items()}


def names_any(db: Connection, ids: Collection[RecordId]) -> bool:
    """Tell whether any live record refers to one of these ids in a field or list."""
    json_ids = json.dumps(list(ids))
    return any(
        db.execute(
            f'SELECT 1 FROM {table} WHERE "{column}" IN (SELECT value FROM json_each(?)) LIMIT 1',  # noqa: S608  (our tables and columns)
            (json_ids,),
        ).fetchone()
        for _, table, _, column in (*_FIELDS, *_LISTS)
    )


def settle(
    store: "Store", change: "Change", touched: Mapping[RecordId, Kind], came: Collection[RecordId]
) -> None:
    """Redirect references to merged records in all records that the change touched.

    If a `forward` or the kept record of a merge is new, redirect the references in all records of the vault.
    `came` holds the touched records that were not live here before.
    """
    away = merged_away(store.db)
    if not away:
        return
    fresh = [record for record in store.many(Kind.FORWARD, _of(touched, Kind.FORWARD)) if record.fields]
    new = {RecordId(record.text("merged")) for record in fresh}
    survivors = {end for end in away.values() if end in touched}
    for merged in away:
        if merged in new or merged in touched or away[merged] in survivors:
            _fold(store, change, merged, away, is_new=merged in new)
    for merged, end in away.items():
        if (merged in new or end in came) and store.find(end) is not None:
            for kind, ids in referring(store.db, merged).items():
                _readdress(store, change, store.many(kind, ids), away)
    for kind in TRAVELLING:  # a review is of the text that was read, and falls with its record
        if kind is not Kind.FORWARD:
            _readdress(store, change, store.many(kind, _of(touched, kind)), away)


def _fold(
    store: "Store", change: "Change", merged: RecordId, away: Mapping[RecordId, RecordId], *, is_new: bool
) -> None:
    """Add the content of a merged record to the kept one, and delete the merged one.

    Both stay unchanged if the kept record is not in this vault or has another kind, or if a joined value is
    beyond the limit of its field. If the merged record is deleted already, only its people and stricter
    levels are added, and only if its `forward` is new (`is_new`).
    """
    into, record = store.find(away[merged]), store.find(merged)
    if into is None or (record is None and not is_new):
        return
    was = last_state(store, merged)
    if record is None:
        if was is not None and was.kind is into.kind:
            together = _with_people(store, into, _led(store, was, away), away)
            change.put(levels.held_to(was, together))  # hidden content stays hidden under another id
        return
    if record.kind is not into.kind:
        return
    before = None if merged not in _keys(into) else was
    apart = change.wrote_apart.get(merged, ())
    together = placed(store, _joined(into, record, before, apart), into, record)
    if any(beyond_limits(together)):
        change.beside.add(merged)
        return
    change.put(together)
    change.delete(merged)


def _with_people(store: "Store", into: Record, was: Record, away: Mapping[RecordId, RecordId]) -> Record:
    """Return the kept record with the people whom only the merged record `was` names.

    This is for a merge that arrived in a bundle: the kept record then lacks people until the user confirms
    them. The people added here need no confirmation, because this vault had them in `was`. A person who was
    in the kept record before and was removed from it is not added again.
    """
    version = store.version(into.id)
    dots = {} if version is None else version.dots
    missed = {
        name: element
        for name, element in was.lists.get(_PEOPLE, {}).items()
        if f"{_PEOPLE}/{name}" not in dots and store.find(str(element.get("party"))) is not None
    }
    if not missed:
        return into
    return joining.with_entries(_led(store, into, away), replace(was, lists={_PEOPLE: missed}), _PEOPLE)


def _joined(into: Record, record: Record, before: Record | None, apart: Collection[str] = ()) -> Record:
    """Return the kept record `into` with the new content of the merged `record`.

    `before` is the state of `record` at the merge, or None if it was not merged yet. If `into` took the value
    of a field from `before`, and the field of `record` was changed since then, `into` gets the changed value.
    The fields `apart` are excluded: two desks changed them without knowledge of each other.
    """
    take = set()
    if before is not None:
        for name in joining.differing(into, record):
            if into.fields[name] == before.fields.get(name) and name not in apart:
                take.add(name)  # it came from the merged record, and was corrected there since
            elif record.fields[name] == before.fields.get(name):
                record = record.with_fields(**{name: None})  # a user chose the other value at the merge
    unsaid = joining.unsaid(into.with_fields(**dict.fromkeys(take)), record)
    if unsaid and unsaid not in into.text("note"):
        record = record.with_fields(note="\n\n".join(filter(None, (record.text("note"), unsaid))))
    return joining.joined(into, record, take, before)


def _readdress(
    store: "Store", change: "Change", records: Iterable[Record], away: Mapping[RecordId, RecordId]
) -> None:
    for record in records:
        led = _led(store, record, away)
        if led is record:
            continue
        if led.kind is Kind.RELATION and led.fields.get("subject") == led.fields.get("object"):
            change.delete(record.id)  # nobody is related to oneself
        elif led.fields.get("parent") == led.id:
            change.put(led.with_fields(parent=None))  # no place lies in itself
        else:
            change.put(led)


def _led(store: "Store", record: Record, away: Mapping[RecordId, RecordId]) -> Record:
    """Return a record with its references redirected from merged records to kept ones in the vault."""
    named = {name for name in joining.references(record) if name in away}
    here = {name: away[name] for name in named if store.find(away[name]) is not None}
    return joining.readdressed(record, here) if here else record


def placed(store: "Store", record: Record, survivor: Record, merged: Record) -> Record:
    """Return a joined place with a parent that makes no circle, as one of the places may contain the other.

    The parents of `record`, `survivor` and `merged` are tried in this order. A parent is refused if it is
    `survivor` or `merged`, or if it lies in one of them. If all are refused, the place has no parent. Records
    that are no places are returned unchanged.
    """
    for place in (record, survivor, merged) if record.kind is Kind.PLACE else ():
        parent = place.text("parent")
        if parent and not {survivor.id, merged.id} & _leading_to(store, parent):
            return record.with_fields(parent=parent)
    return record.with_fields(parent=None) if record.kind is Kind.PLACE else record


def _leading_to(store: "Store", place: str) -> set[str]:
    """Return a place and all places that contain it."""
    seen: set[str] = set()
    while place and place not in seen:
        seen.add(place)
        place_record = store.find(place)
        place = "" if place_record is None else place_record.text("parent")
    return seen


def last_state(store: "Store", record_id: RecordId) -> Record | None:
    """Return the state of a record before its last deletion.

    Return None if the record never existed, is not deleted, or its earlier states were erased.
    """
    last = last_known(store, record_id)
    return None if last is None else last[0]


def last_known(store: "Store", record_id: RecordId) -> tuple[Record, Version] | None:
    """Return the state and the version of a record before its last deletion, or None if there is none.

    An undone acceptance does not count as a deletion.
    """
    contents = [store.history.content(entry.number) for entry in store.history.of_record(record_id)]
    is_deleted, place = False, len(contents)
    while place:
        content = contents[place - 1]
        if content is None:
            is_deleted, place = True, place - 1
            continue
        place = contents.index(content)  # changes between two equal states were undone
        state = json.loads(content)
        if state["record"] is None:
            if not state["dots"]:
                return None  # it had never been here
            is_deleted = True
        elif is_deleted:
            return Record.from_json(state["record"]), Version.from_json(state)
    return None


def _keys(record: Record) -> set[RecordId]:
    return {
        RecordId(str(item.get("key")))
        for item in record.values("keys")
        if item.get("source") == joining.MERGED
    }


def _of(touched: Mapping[RecordId, Kind], kind: Kind) -> list[RecordId]:
    return [record_id for record_id, its in touched.items() if its is kind]
