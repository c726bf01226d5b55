"""Entries of the lists of a record, edited one by one: a name, a charge, a penalty, a person, a linked
event.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from hrddesk.actions.records import cases, events, evidence, parties
from hrddesk.actions.records.editing import Lists, index_of
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.language import scripts
from hrddesk.records.model.field_specs import ListSpec
from hrddesk.records.model.kinds import ABOUT, CASES, CUSTODY, SPECS, Kind
from hrddesk.records.model.record import Element, Record, RecordId, Value, bare
from hrddesk.records.terms import vocabulary
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

_ELSEWHERE: Final = (
    *("visibility", "keys", "values", "comments", "consents", "texts", "labels", "blocks"),
    CUSTODY,
)
"""The lists that are not edited entry by entry here, because other modules change them."""
_NEEDED: Final[Mapping[str, str]] = {
    "parties": "party",
    "links": "event",
    "proofs": "kind",
    "names": "name",
    "tags": "text",
    CASES: "case",
    ABOUT: "record",
}
"""The part that an entry of each list must have."""
REFERS: Final[Mapping[str, Kind | None]] = {
    "party": Kind.PARTY,
    "event": Kind.EVENT,
    "case": Kind.CASE,
    "record": None,
}
"""The parts of entries that refer to another record, with the kind of that record; None if several are
allowed.
"""
_Edit = Callable[[Session, RecordId, Mapping[str, Value], Lists], Outcome[None]]
_EDITS: Final[Mapping[Kind, _Edit]] = {
    Kind.CASE: cases.edit,
    Kind.PARTY: parties.edit,
    Kind.EVENT: events.edit,
    Kind.EVIDENCE: evidence.edit,
}


def list_names(kind: Kind) -> list[str]:
    """Return the lists of a kind whose entries can be edited one by one; most kinds have none."""
    return [item.name for item in SPECS[kind].lists if item.name not in _ELSEWHERE] if kind in _EDITS else []


def spec_of(kind: Kind, name: str) -> ListSpec:
    """Return the definition of a list that can be edited entry by entry; raise InvalidValue."""
    spec = SPECS[kind].list(name)
    if spec is None or name not in list_names(kind):
        list_names_text = ", ".join(list_names(kind)) or "none"
        raise InvalidValue(
            field="LIST", why=Translatable("a record of this kind has these lists: {0}", list_names_text)
        )
    return spec


def listed(record: Record, name: str) -> list[dict[str, Value]]:
    """Return the entries of a list in order; raise InvalidValue for an unknown list."""
    spec_of(record.kind, name)
    return [{part: value for part, value in item.items() if part != "pos"} for item in record.values(name)]


def add(session: Session, record_id: RecordId, name: str, entry: Element) -> Outcome[None]:
    """Add an entry at the end of a list; raise RecordNotFound, InvalidDate, InvalidValue."""
    record = session.store.get(record_id)
    new = {"kind": "main", **entry} if name == "names" and not entry.get("kind") else entry
    entries = [*_identified(record, name), _checked(session.store, record, name, new)]
    return _stored(session, record, name, entries)


def edit(session: Session, record_id: RecordId, name: str, number: int, entry: Element) -> Outcome[None]:
    """Change parts of an entry; `number` counts from 1. None clears a part. The errors are those of `add`."""
    record = session.store.get(record_id)
    entries = _identified(record, name)
    place = index_of(number, len(entries))
    former = {part: value for part, value in entries[place].items() if part not in _follows(entry)}
    checked = _checked(session.store, record, name, bare({**former, **entry}))
    entries[place] = {**checked, "id": entries[place]["id"]}
    return _stored(session, record, name, entries)


def remove(session: Session, record_id: RecordId, name: str, number: int) -> Outcome[None]:
    """Remove an entry from a list; `number` counts from 1. Raise RecordNotFound, InvalidValue."""
    record = session.store.get(record_id)
    entries = _identified(record, name)
    del entries[index_of(number, len(entries))]
    return _stored(session, record, name, entries)


def _identified(record: Record, name: str) -> list[dict[str, Value]]:
    spec_of(record.kind, name)
    return [{**item, "id": element_id} for element_id, item in record.elements(name)]


def _stored(session: Session, record: Record, name: str, entries: Sequence[Element]) -> Outcome[None]:
    return _EDITS[record.kind](session, record.id, {}, {name: entries})


def _follows(entry: Element) -> set[str]:
    """Return the parts of an entry that are outdated, because they are derived from a part that was
    changed.
    """
    follows = {"raw": "term", "name": "script"}
    return {part for cause, part in follows.items() if cause in entry and part not in entry}


def _checked(store: Store, record: Record, name: str, entry: Element) -> dict[str, Value]:
    """Return an entry with codes for its words; raise an error if it is empty or refers to a missing
    record.
    """
    checked: dict[str, Value] = {part: value for part, value in entry.items() if value not in (None, "")}
    if not checked or _NEEDED.get(name) not in (None, *checked):
        raise InvalidValue(
            field=_NEEDED.get(name, name), why=Translatable("an entry without it says nothing")
        )
    for part, kind in REFERS.items():
        if part in checked and store.get(str(checked[part])).kind is not kind and kind is not None:
            raise InvalidValue(
                field=part, why=Translatable("it takes the reference of a record of the kind {0}", kind)
            )
        if part == "event" and checked.get(part) == record.id:
            raise InvalidValue(field=part, why=Translatable("an event cannot be linked to itself"))
    if name == "names":
        checked.setdefault("script", scripts.script_of(str(checked["name"])))
    words = store.words()
    for part in checked:
        vocabulary_name = vocabulary.FIELDS.get(f"{record.kind}.{name}.{part}")
        if vocabulary_name is not None:
            checked[part] = words.load(vocabulary_name).code(str(checked[part])) or checked[part]
    if (record.kind, name) == (Kind.PARTY, "terms") and "raw" in checked and "term" not in checked:
        vocabulary_name = str(checked.get("vocabulary", ""))
        if vocabulary_name not in vocabulary.PLAIN:
            raise InvalidValue(field="vocabulary", why=Translatable("name a vocabulary that exists"))
        code = words.load(vocabulary_name).code(str(checked["raw"]))
        checked |= {} if code is None else {"term": code}
    return checked
