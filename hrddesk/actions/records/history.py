"""Earlier states of records: read, compare and restore them; undo and redo; the recycle bin."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from hrddesk.actions.records import place_links
from hrddesk.errors import (
    AmbiguousReference,
    ContentForgotten,
    InvalidValue,
    RecordNotFound,
    ReferenceTaken,
    UndoNotPossible,
)
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId, Value, is_id
from hrddesk.records.model.versions import parts
from hrddesk.store.database.history import HistoryEntry
from hrddesk.store.records.change import Change
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.imports import IMPORT
from hrddesk.store.records.store import Store
from hrddesk.store.vault.forgetting import FORGOTTEN
from hrddesk.store.vault.session import Session

UNDO: Final = "undo"
REDO: Final = "redo"
"""The name of transactions that redo, followed by the number of the transaction that they reverse."""

MOST_DELETED: Final = 500
"""The greatest number of records listed in the recycle bin; those deleted last are listed first."""

_ROWS: Final = 20_000  # rows of history that undo looks back over
_SHORTEST: Final = 8  # digits of an id
_BARRIERS: Final = frozenset({IMPORT, "bundle.accepted"})
_TAKEN_BACK: Final = frozenset({"import.undo", "bundle.undone"})
_NOTES: Final = frozenset(
    {"evidence.exported", "evidence.viewed", "form.exported", "publication.make", "bundle.written"}
)
_REMOVALS: Final = frozenset({"case.remove", "event.remove", "party.remove", "evidence.removed"})


@dataclass(frozen=True, slots=True)
class RecordState:
    """The state of a record after one change; `number` counts the changes of the record from 1.

    `record` is None if the change deleted the record or if the state was erased (`forgotten`).
    """

    number: int
    entry: HistoryEntry
    record: Record | None
    forgotten: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, or one element of a list, in which two states differ; None for an absent value."""

    part: str
    before: Value | Element
    after: Value | Element

    @property
    def field(self) -> str:
        """The name of the field or of the list."""
        return self.part.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Deleted:
    """A record in the recycle bin. `record` is its state before the deletion, None if that state was
    erased.
    """

    id: RecordId
    kind: Kind
    entry: HistoryEntry
    record: Record | None


@dataclass(frozen=True, slots=True)
class Undone:
    """The transaction that an undo or a redo reversed, by number and name."""

    act: int
    what: str
    record: RecordId | None = None
    """The main record of the transaction; None if it changed no record."""


# --- one record -----------------------------------------------------------------------------------------


def resolve(store: Store, ref: str) -> RecordId:
    """Return the id of the record with a reference or id; deleted records count, too.

    Raise RecordNotFound, AmbiguousReference.
    """
    try:
        return store.by_ref(ref).id
    except RecordNotFound:
        typed = ref.strip().lower()
    matches = {
        item.id
        for item in deleted(store, most=None)
        if item.record is not None and item.record.text("ref").lower() == typed
    }
    if not matches and len(typed) >= _SHORTEST and is_id(typed.ljust(32, "0")):
        matches = {record_id for record_id in store.tables.every_id() if record_id.startswith(typed)}
    if not matches:
        raise RecordNotFound(ref=ref.strip())
    if len(matches) > 1:
        raise AmbiguousReference(ref=ref.strip(), count=len(matches))
    return matches.pop()


def states(store: Store, record_id: RecordId) -> list[RecordState]:
    """Return the states of a record after each of its changes, oldest first; raise RecordNotFound."""
    entries = store.history.of_record(record_id)
    if not entries or store.tables.kind_ever(record_id) is None:
        raise RecordNotFound(ref=record_id[:_SHORTEST])
    state_list = []
    for number, entry in enumerate(entries, 1):
        content = store.history.content(entry.number)
        state_list.append(RecordState(number, entry, _record(content), content is None))
    return state_list


def state(store: Store, record_id: RecordId, number: int) -> RecordState:
    """Return the state of a record after one change; raise RecordNotFound, InvalidValue, ContentForgotten."""
    state_list = states(store, record_id)
    if not 1 <= number <= len(state_list):
        raise InvalidValue(
            field="N", why=Translatable("this record has the states 1 to {0}", len(state_list))
        )
    if state_list[number - 1].forgotten:
        raise ContentForgotten
    return state_list[number - 1]


def differences(before: Record | None, after: Record | None) -> list[Difference]:
    """Return the differences between two states, in the order of the kind's fields and lists."""
    either = before or after
    if either is None:
        return []
    old, new = _parts(before), _parts(after)
    order = [field.name for field in either.spec.fields] + [item.name for item in either.spec.lists]
    places = {name: place for place, name in enumerate(order)}

    def place(part: str) -> tuple[int, int, str]:
        element = new.get(part, old.get(part))
        pos = int(element.get("pos") or 0) if isinstance(element, dict) else 0
        return places[part.partition("/")[0]], pos, part

    changed = [part for part in old.keys() | new.keys() if old.get(part) != new.get(part)]
    return [Difference(part, old.get(part), new.get(part)) for part in sorted(changed, key=place)]


def _parts(record: Record | None) -> dict[str, Any]:
    return {} if record is None else dict(parts(record))


def restore(session: Session, record_id: RecordId, number: int) -> Outcome[None]:
    """Restore a record to its state after an earlier change, as a new change; a deleted record exists again
    then.

    Raise the errors of `state`; InvalidValue if the record was deleted in that state, ReferenceTaken if
    another record has its reference now.
    """
    earlier_record = state(session.store, record_id, number).record
    if earlier_record is None:
        raise InvalidValue(field="N", why=Translatable("in that state the record was deleted"))
    with session.store.change("history.restore") as change:
        _put_back(session.store, change, earlier_record)
    return Outcome(None, change.changes)


# --- undo and redo --------------------------------------------------------------------------------------


def undo(session: Session, act: int | None = None) -> Outcome[Undone]:
    """Undo one transaction, by default the last one that is not undone.

    Raise UndoNotPossible if there is none, or if a record was changed since the transaction. An import and
    the acceptance of a bundle have functions of their own to undo them.
    """
    stacks = _stacks(session.store)
    if act is None:
        if not stacks.standing:
            raise UndoNotPossible(why=Translatable("nothing was changed that could be undone"))
        act = stacks.standing[-1]
    what = stacks.names.get(act) or next((entry.what for entry in session.store.history.of_act(act)), "")
    if what == IMPORT:
        raise UndoNotPossible(why=Translatable("it is an import; undo it where imports are listed"))
    if what in _BARRIERS:
        raise UndoNotPossible(why=Translatable("it is what a bundle brought; take that back in its review"))
    about = _about(session.store, act)
    return Outcome(Undone(act, what, about), _taken_back(session, act, f"{UNDO} {act}").changes)


def redo(session: Session) -> Outcome[Undone]:
    """Redo the transaction that was undone last.

    Raise UndoNotPossible if there is none, or if something changed since.
    """
    taken_back = _stacks(session.store).taken_back
    if not taken_back:
        raise UndoNotPossible(why=Translatable("nothing was undone that could be done again"))
    act = taken_back[-1]
    about = _about(session.store, act)
    return Outcome(
        Undone(act, origin(session.store, act), about), _taken_back(session, act, f"{REDO} {act}").changes
    )


def _taken_back(session: Session, act: int, name: str) -> Outcome[None]:
    """Reverse one transaction in a new transaction called `name`.

    A shipped place that the reversed transaction added stays if other records use it.
    """
    with session.store.change(name) as change:
        session.store.undo_within(change, act, restore_versions=False)
        place_links.take_in_used(session.store, change)
    return Outcome(None, change.changes)


def target(name: str) -> int | None:
    """Return the number of the transaction that a transaction called `name` reversed; None if it is no undo
    or redo.
    """
    what, _, number = name.partition(" ")
    return int(number) if what in (UNDO, REDO) and number.isdecimal() else None


def origin(store: Store, act: int) -> str:
    """Return the name of a transaction; for an undo or redo, follow the reversals back to the first
    transaction.
    """
    while True:
        name = next((entry.what for entry in store.history.of_act(act)), "")
        before = target(name)
        if before is None:
            return name
        act = before


def can_undo(store: Store) -> tuple[bool, bool]:
    """Tell whether there is a transaction to undo, and whether there is one to redo."""
    back, again = next_steps(store)
    return back is not None, again is not None


def next_steps(store: Store) -> tuple[Undone | None, Undone | None]:
    """Return the transaction that would be undone next, and the one that would be redone next; each may be
    None.
    """
    standing, taken_back, names = _stacks(store)
    back = standing[-1] if standing and names[standing[-1]] not in _BARRIERS else None
    again = taken_back[-1] if taken_back else None
    return _step(store, back), _step(store, again)


def _step(store: Store, act: int | None) -> Undone | None:
    return None if act is None else Undone(act, origin(store, act), _about(store, act))


def _about(store: Store, act: int) -> RecordId | None:
    """Return the record that a transaction is named after, such as the event of `event.edit`.

    If there is none of that kind, return the first record of the transaction.
    """
    kind = origin(store, act).partition(".")[0]
    records = [entry.record for entry in store.history.of_act(act) if store.tables.kind_ever(entry.record)]
    return next((each for each in records if store.tables.kind_ever(each) == kind), next(iter(records), None))


def last_seen(store: Store, record: RecordId) -> Record | None:
    """Return a record, or its last state before it was deleted; None if no state is left."""
    stored = store.find(record)
    if stored is not None:
        return stored
    contents = (store.history.content(entry.number) for entry in reversed(store.history.of_record(record)))
    return next((each for each in map(_record, contents) if each is not None), None)


class _Stacks(NamedTuple):
    """The transactions to undo and to redo, by number, the latest last."""

    standing: list[int]
    """The transactions that can be undone."""
    taken_back: list[int]
    """The transactions that undid another one; to redo is to reverse the last of them."""
    names: dict[int, str]
    """The name of every transaction."""


def _stacks(store: Store) -> _Stacks:
    """Read from the history which transactions can be undone or redone."""
    names = dict(store.history.acts(_ROWS))
    standing: list[int] = []
    taken_back: list[int] = []
    for act, name in names.items():
        what, before = name.partition(" ")[0], target(name)
        if before in taken_back:
            taken_back.remove(before)
            standing.append(act)
        elif before is not None:
            standing = [earlier for earlier in standing if earlier != before]
            taken_back.append(act)
        elif what in _TAKEN_BACK:
            standing = [earlier for earlier in standing if names[earlier] not in _BARRIERS]
            taken_back.clear()
        elif what == FORGOTTEN:  # what is left of the acts before may be undone by their numbers
            standing.clear()
            taken_back.clear()
        elif what not in _NOTES:
            standing.append(act)
            taken_back.clear()
    return _Stacks(standing, taken_back, names)


# --- the recycle bin ------------------------------------------------------------------------------------


def deleted(
    store: Store, kinds: Iterable[Kind] = tuple(Kind), most: int | None = MOST_DELETED
) -> list[Deleted]:
    """Return the deleted records of these kinds, the one deleted last first; at most `most` of them."""
    kind_values, deleted_records = frozenset(kinds), []
    for kind, entry in store.history.of_deleted():
        before = store.history.before(entry) if kind in kind_values else None
        if before is not None:  # without one it came here deleted already: there is nothing to bring back
            content = store.history.content(before.number)
            record = _record(content)
            if record is not None or content is None:
                deleted_records.append(Deleted(entry.record, Kind(kind), entry, record))
        if most is not None and len(deleted_records) >= most:
            break
    return deleted_records


def revive(session: Session, record_id: RecordId) -> Outcome[None]:
    """Restore a deleted record, and the records that the same transaction deleted or changed with it.

    Records that were changed since then are left as they are. Raise ContentForgotten or ReferenceTaken. Raise
    RecordNotFound if the record is not deleted.
    """
    store = session.store
    version = store.version(record_id)
    if version is None or not version.deleted:
        raise RecordNotFound(ref=record_id[:_SHORTEST])
    entry = store.history.of_record(record_id)[-1]
    together = [entry]
    if entry.what in _REMOVALS:
        together += [
            entry_of_act
            for entry_of_act in store.history.of_act(entry.act)
            if entry_of_act.record != record_id
        ]
    with store.change("history.revive") as change:
        for each in together:
            state_after_act = _record(store.history.content(each.number))  # as the act left it
            before = store.history.before(each)
            content = None if before is None else store.history.content(before.number)
            record = _record(content)
            if record is not None and state_after_act == store.find(each.record):
                _put_back(store, change, record)
            elif each is entry:
                raise ContentForgotten
    return Outcome(None, change.changes)


def _put_back(store: Store, change: Change, record: Record) -> None:
    live = store.find(record.id)
    ref = record.text("ref")
    if ref and (live is None or live.text("ref") != ref) and store.with_ref(ref) - {record.id}:
        raise ReferenceTaken(ref=ref)
    change.put(record)


def _record(content: bytes | None) -> Record | None:
    if not content:
        return None
    record_data = json.loads(content)["record"]
    return None if record_data is None else Record.from_json(record_data)
