"""Places as a tree: a prison is in a county, the county in a province. Each place has a kind and other
names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.actions.records import citations
from hrddesk.actions.records.citations import NO_EDITS, CitationEdits
from hrddesk.actions.records.editing import Fields, edited
from hrddesk.actions.records.gazetteer import Gazetteer
from hrddesk.errors import AmbiguousReference, InvalidValue, RecordNotFound
from hrddesk.errors.translatable import Translatable
from hrddesk.records.language import labels, scripts
from hrddesk.records.model.kinds import LABELS, Kind
from hrddesk.records.model.record import Element, Record, RecordId, new_id
from hrddesk.records.names import names
from hrddesk.store.queries import referrers, term_usage
from hrddesk.store.records.change import Change
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

_NO_TEXTS: Final[Mapping[str, str | None]] = {}


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place named in a form that the vault does not have yet; values that nobody stated are empty."""

    id: RecordId
    name: str
    kind: str
    """The code of a kind of place, or other words for one."""
    parent: RecordId | None
    """The place that contains it: a place of the vault, or a shipped one."""


def said_before(store: Store) -> list[str]:
    """Return the words that users typed for places of events, the most frequent first."""
    return term_usage.place_texts(store.db)


def named(store: Store, text: str) -> Record:
    """Return the place with an id, with a name or alias, or with a path such as `Anhui › Hefei`.

    Raise RecordNotFound; AmbiguousReference if several places match.
    """
    return store.get(_named(store, text, Gazetteer(store)))


def named_or_shipped(store: Store, text: str) -> RecordId:
    """Return the id of a place found as in `named`, or of a shipped place, which `take_in` can add to the
    vault.

    The errors are those of `named`.
    """
    return _named(store, text, Gazetteer(store, with_shipped=True))


def _named(store: Store, text: str, gazetteer: Gazetteer) -> RecordId:
    try:
        return store.by_ref(text, Kind.PLACE).id
    except RecordNotFound:
        pass
    needle = names.normalise(text)
    place_ids = gazetteer.meant(text) or [
        row.id for row in gazetteer.find(text) if needle and needle in gazetteer.forms(row.id)
    ]
    if not place_ids:
        raise RecordNotFound(ref=text)
    if len(place_ids) > 1:
        raise AmbiguousReference(ref=text, count=len(place_ids))
    return place_ids[0]


def take_in(store: Store, change: Change, place: str, new: NewPlace | None = None) -> None:
    """Add a place, and the places that contain it, to the vault, as far as the vault lacks them.

    It is called within the transaction `change`, before a record refers to the place. `place` is the id of
    `new`, of a shipped place, or of an existing place, which is not changed. The errors are those of
    `create`.
    """
    if new is not None and new.id == place:
        take_in(store, change, new.parent or "")
        fields: Fields = {"kind": new.kind or None, "parent": new.parent}
        texts = {scripts.language_of(new.name): new.name}
        change.put(_checked(store, Record(kind=Kind.PLACE, id=new.id), texts, fields))
        return
    if not place or store.find(place) is not None:
        return
    for record in Gazetteer(store, with_shipped=True).chain(RecordId(place)):
        change.put(record)


def create(
    session: Session,
    texts: Mapping[str, str | None],
    fields: Fields | None = None,
    aliases: Sequence[str] = (),
    cited: CitationEdits = NO_EDITS,
) -> Outcome[RecordId]:
    """Create a place; raise InvalidValue if it has no name, and RecordNotFound for an unknown parent.

    `texts` are its names by language code; `cited` are citations of its sources, stored in the same
    transaction.
    """
    with session.store.change("place.new") as change:
        take_in(session.store, change, str((fields or {}).get("parent") or ""))
        record = _checked(session.store, Record(kind=Kind.PLACE, id=new_id()), texts, fields or {}, aliases)
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return Outcome(record.id, change.changes)


def edit(
    session: Session,
    place: RecordId,
    fields: Fields,
    aliases: Sequence[str] | None = None,
    cited: CitationEdits = NO_EDITS,
    *,
    texts: Mapping[str, str | None] = _NO_TEXTS,
) -> Outcome[None]:
    """Change a place; fields that are not given stay. An empty text in `texts` removes the name in that
    language.

    Raise the errors of `create`, and InvalidValue if the place would be inside itself.
    """
    with session.store.change("place.edit") as change:
        take_in(session.store, change, str(fields.get("parent") or ""))
        record = _checked(session.store, session.store.get(place), texts, fields, aliases)
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return Outcome(None, change.changes)


def move(session: Session, place: RecordId, parent: RecordId | None) -> Outcome[None]:
    """Move a place, with all places in it, into another one, or to the top level; the errors are those of
    `edit`.
    """
    with session.store.change("place.move") as change:
        take_in(session.store, change, parent or "")
        change.put(_checked(session.store, session.store.get(place), _NO_TEXTS, {"parent": parent}))
    return Outcome(None, change.changes)


def remove(session: Session, place: RecordId) -> Outcome[None]:
    """Delete a place; raise InvalidValue as long as events or other places refer to it."""
    record = session.store.get(place)
    used = referrers.of(session.store.db, Kind.PLACE, place)
    if used:
        raise InvalidValue(
            field="place", why=Translatable("{0} event(s) or places name it; change those first", len(used))
        )
    with session.store.change("place.remove") as change:
        change.delete(record.id)
    return Outcome(None, change.changes)


def _checked(
    store: Store,
    before: Record,
    texts: Mapping[str, str | None],
    fields: Fields,
    aliases: Sequence[str] | None = None,
) -> Record:
    called = before.with_labels(labels.written(texts))
    if not called.labels:
        raise InvalidValue(field=LABELS, why=Translatable("a place needs a name in at least one language"))
    lists: dict[str, Sequence[Element]] = {LABELS: called.values(LABELS)}
    if aliases is not None:
        alias_texts = dict.fromkeys(alias.strip() for alias in aliases if alias.strip())
        lists["aliases"] = [{"text": alias} for alias in alias_texts]
    record = edited(before, fields, lists, store.words())
    parent = record.text("parent")
    if parent:
        if store.get(parent).kind is not Kind.PLACE:
            raise RecordNotFound(ref=parent[:8])
        if record.id in Gazetteer(store).steps(RecordId(parent)):
            raise InvalidValue(
                field="parent", why=Translatable("a place cannot lie in itself, or in what lies in it")
            )
    return record
