"""Texts of a bundle with code names that name a source or a giver of evidence.

Code names keep back what the records of sources say. A narrative that says "his sister Odal told us" gives
her away all the same. Such texts stay home too, unless a person puts code names in them or sends them as they
are.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hrddesk.actions.editing import edited
from hrddesk.bundle.code_names import stays_home
from hrddesk.bundle.packing import selected
from hrddesk.records.kinds import FieldType, Kind
from hrddesk.records.protected import Span
from hrddesk.records.record import Record, RecordId
from hrddesk.redact.folding import squeeze
from hrddesk.redact.found import Found, Occurrence
from hrddesk.redact.givers import names_of_givers
from hrddesk.redact.matcher import KnownName, NameIndex
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store

_SPEAKING = (Kind.CASE, Kind.EVENT, Kind.PARTY, Kind.RELATION)
"""Kinds of records whose texts are read; of others those that tell of a source stay home anyway."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is named, from character `start` up to `end`."""

    start: int
    end: int
    code_name: str
    """Of who is named there; empty for somebody without one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that names a source or a giver whose record is left out of the bundle."""

    record: RecordId
    field: str
    ref: str
    """The reference of the record, or of the case that it belongs to."""
    words: str
    """What stands there, for this desk's eyes only."""
    places: tuple[Place, ...] = ()
    """Where in the text, in its order; none overlaps another."""

    @property
    def can_be_replaced(self) -> bool:
        """Whether somebody in it has a code name."""
        return any(place.code_name for place in self.places)


def mentions(
    store: Store, cases: Collection[RecordId] | None, profiles: Collection[RecordId]
) -> list[Mention]:
    """Return the texts of some cases, or of all for None, that name a source; raise RecordNotFound."""
    records = [record for record, version in selected(store, cases, profiles) if not version.deleted]
    home = stays_home(records)
    going = [record for record in records if record.id not in home]
    chosen = {record.id for record in records}
    told = [*records, *(source for source in store.all(Kind.SOURCE) if source.id not in chosen)]
    known = list(_names(told, home))
    return list(_found(store, going, NameIndex(known), _code_names(told, known)))


def replace_names(
    session: Session, cases: Collection[RecordId] | None, profiles: Collection[RecordId]
) -> tuple[int, Changes]:
    """Put code names in place of sources in the texts of some cases, of all for None, as one change.

    Return in how many texts. Who has no code name stays named there. The words of before stay in the history,
    and undo brings them back. Raise RecordNotFound, and InvalidValue for a text that grows too long.
    """
    store = session.store
    found = [mention for mention in mentions(store, cases, profiles) if mention.can_be_replaced]
    if not found:
        return 0, Changes()
    with store.change("text.code-names") as change:
        for record_id in dict.fromkeys(mention.record for mention in found):
            record = store.get(record_id)
            texts = {
                mention.field: _worded(record.text(mention.field), mention.places)
                for mention in found
                if mention.record == record_id
            }
            change.put(edited(record, texts, {}, store.words()))
    return len(found), change.changes


def _worded(text: str, places: Iterable[Place]) -> str:
    for place in sorted(places, key=lambda place: -place.start):
        text = text[: place.start] + (place.code_name or text[place.start : place.end]) + text[place.end :]
    return text


def fields_of(found: Iterable[Mention]) -> Mapping[RecordId, frozenset[str]]:
    """Return the fields that stay home, by record."""
    made: dict[RecordId, frozenset[str]] = {}
    for mention in found:
        made[mention.record] = made.get(mention.record, frozenset()) | {mention.field}
    return made


def spans_of(found: Iterable[Mention]) -> Mapping[RecordId, Mapping[str, Sequence[Span]]]:
    """Return where somebody is named who stays home, by record and field."""
    made: dict[RecordId, dict[str, Sequence[Span]]] = {}
    for mention in found:
        made.setdefault(mention.record, {})[mention.field] = [
            (item.start, item.end) for item in mention.places
        ]
    return made


def _names(records: Iterable[Record], home: Collection[RecordId]) -> Iterator[KnownName]:
    """Yield the names of everybody left out of the bundle, except code names and names of people in it."""
    going, staying = set[str](), list[KnownName]()
    for record in records:
        if record.kind is Kind.PARTY:
            names = [str(element.get("name", "")) for element in record.values("names")]
            if record.id in home:
                staying += [KnownName(record.id, name) for name in names]
            else:
                going.update(map(squeeze, names))
        elif record.kind in (Kind.SOURCE, Kind.EVIDENCE):
            typed = record.text("title" if record.kind is Kind.SOURCE else "from_whom")
            staying += [KnownName(record.id, name, "", Found.SOURCE) for name in names_of_givers(typed)]
            going.add(squeeze(record.text("code_name")))
    yield from (name for name in staying if squeeze(name.text) and squeeze(name.text) not in going)


def _code_names(records: Iterable[Record], known: Iterable[KnownName]) -> Mapping[RecordId, str]:
    """Return the code names of those who are named: of a source its own, of others that of their source.

    Somebody is known to be a source by the name alone; where it is that of several sources, nobody can tell.
    """
    own = {record.id: code for record in records if (code := record.text("code_name").strip())}
    by_name: dict[str, set[str]] = {}
    names = list(known)
    for name in names:
        if name.owner in own:
            by_name.setdefault(squeeze(name.text), set()).add(own[name.owner])
    made = dict(own)
    for name in names:
        meant = by_name.get(squeeze(name.text), set())
        if name.owner not in own and len(meant) == 1:
            made[name.owner] = next(iter(meant))
    return made


def _found(
    store: Store, records: Iterable[Record], index: NameIndex, code_names: Mapping[RecordId, str]
) -> Iterator[Mention]:
    for record in records:
        for field in record.spec.fields if record.kind in _SPEAKING else ():
            if field.type not in (FieldType.TEXT, FieldType.LONG) or field.name == "ref":
                continue
            text = record.text(field.name)
            whole = [item for item in index.find(text) if item.kind in (Found.NAME, Found.SOURCE)]
            if whole:
                words = dict.fromkeys(text[item.start : item.end] for item in whole)
                places = tuple(_places(whole, code_names))
                yield Mention(record.id, field.name, _ref(store, record), ", ".join(words), places)


def _places(found: Iterable[Occurrence], code_names: Mapping[RecordId, str]) -> Iterator[Place]:
    """Yield where somebody is named; where names overlap, all of it is one place."""
    waiting: Place | None = None
    for item in found:
        names = {code_names.get(owner, "") for owner in item.owners}
        place = Place(item.start, item.end, names.pop() if len(names) == 1 else "")
        if waiting is not None and place.start < waiting.end:
            waiting = replace(waiting, end=max(waiting.end, place.end))
            continue
        if waiting is not None:
            yield waiting
        waiting = place
    if waiting is not None:
        yield waiting


def _ref(store: Store, record: Record) -> str:
    case = store.find(record.text("case")) if record.text("case") else None
    return record.text("ref") or (case.text("ref") if case is not None else "") or record.id[:8]
