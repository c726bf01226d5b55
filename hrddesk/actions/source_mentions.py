"""Texts of a bundle with code names that name a source or a giver of evidence.

Code names keep back what the records of sources say. A narrative that says "his sister Odal told us" gives
her away all the same. Such texts stay home too, unless a person sends them as they are.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from hrddesk.bundle.code_names import stays_home
from hrddesk.bundle.packing import selected
from hrddesk.records.kinds import FieldType, Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.redact.folding import squeeze
from hrddesk.redact.found import Found
from hrddesk.redact.givers import names_of_givers
from hrddesk.redact.matcher import KnownName, NameIndex
from hrddesk.store.store import Store

_SPEAKING = (Kind.CASE, Kind.EVENT, Kind.PARTY, Kind.RELATION)
"""Kinds of records whose texts are read; of others those that tell of a source stay home anyway."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that names a source or a giver whose record is left out of the bundle."""

    record: RecordId
    field: str
    ref: str
    """The reference of the record, or of the case that it belongs to."""
    words: str
    """What stands there, for this desk's eyes only."""


def mentions(
    store: Store, cases: Collection[RecordId] | None, profiles: Collection[RecordId]
) -> list[Mention]:
    """Return the texts of some cases, or of all for None, that name a source; raise RecordNotFound."""
    records = [record for record, version in selected(store, cases, profiles) if not version.deleted]
    home = stays_home(records)
    going = [record for record in records if record.id not in home]
    index = NameIndex(_names(records, home))
    return list(_found(store, going, index))


def fields_of(found: Iterable[Mention]) -> Mapping[RecordId, frozenset[str]]:
    """Return the fields that stay home, by record."""
    made: dict[RecordId, frozenset[str]] = {}
    for mention in found:
        made[mention.record] = made.get(mention.record, frozenset()) | {mention.field}
    return made


def _names(records: Iterable[Record], home: Collection[RecordId]) -> Iterator[KnownName]:
    """Yield the names of everybody left out of the bundle, except names that people in it bear too."""
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
    yield from (name for name in staying if squeeze(name.text) and squeeze(name.text) not in going)


def _found(store: Store, records: Iterable[Record], index: NameIndex) -> Iterator[Mention]:
    for record in records:
        for field in record.spec.fields if record.kind in _SPEAKING else ():
            if field.type not in (FieldType.TEXT, FieldType.LONG) or field.name == "ref":
                continue
            text = record.text(field.name)
            whole = [item for item in index.find(text) if item.kind in (Found.NAME, Found.SOURCE)]
            if whole:
                words = dict.fromkeys(text[item.start : item.end] for item in whole)
                yield Mention(record.id, field.name, _ref(store, record), ", ".join(words))


def _ref(store: Store, record: Record) -> str:
    case = store.find(record.text("case")) if record.text("case") else None
    return record.text("ref") or (case.text("ref") if case is not None else "") or record.id[:8]
