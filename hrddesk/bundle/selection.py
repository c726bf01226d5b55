"""Which records go along: all of them, or some cases with what belongs to them and nothing else."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hrddesk.records.joining import references
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, Version
from hrddesk.store import outgoing
from hrddesk.store.forwarding import last_state
from hrddesk.store.store import Store


@dataclass(frozen=True, slots=True)
class Selection:
    """Records to be written, sorted by id; they are read from the vault each time it is gone through."""

    store: Store
    ids: Sequence[RecordId]

    def __iter__(self) -> Iterator[tuple[Record, Version]]:
        return outgoing.read(self.store, self.ids)

    def __len__(self) -> int:
        return len(self.ids)


def everything(store: Store) -> Selection:
    """Return every record, and the tombstones of those that were deleted."""
    return Selection(store, outgoing.everything(store))


def of_cases(store: Store, cases: Collection[RecordId], besides: Collection[RecordId] = ()) -> Selection:
    """Return these cases with their people, events and evidence, and some records besides.

    Raise RecordNotFound.

    Along go the relations between those people, the places, what is cited for any of it, this desk's own
    terms, the custom fields that are answered in it, what was merged into any of it, and the tombstones of
    what was deleted from it. An event of another case, evidence of another one with what it is cited for, a
    person who is only related to one of these, and saved searches stay at home.
    """
    chosen: dict[RecordId, Record] = {}
    for case_id in cases:
        _take(chosen, [store.get(case_id), *store.events_of_case(case_id), *store.evidence_of_case(case_id)])
    _take(chosen, _referred_to(store, chosen, (Kind.PARTY, Kind.PLACE, Kind.EVIDENCE)))
    parties = [record.id for record in chosen.values() if record.kind is Kind.PARTY]
    for party in parties:
        related = store.relations_of_party(party)
        _take(chosen, [item for item in related if _within(item, chosen, ("subject", "object"))])
    cited = [item for item in store.all(Kind.CITATION) if item.fields.get("record") in chosen]
    _take(chosen, [item for item in cited if not _cites_another_case(store, item, chosen)])
    _take(chosen, _referred_to(store, chosen, (Kind.PLACE, Kind.EVIDENCE, Kind.SOURCE)))
    _take(chosen, store.all(Kind.TERM))
    _take(chosen, [item for item in store.all(Kind.FORWARD) if item.fields.get("kept") in chosen])
    answered = {item.get("field") for record in chosen.values() for item in record.values("values")}
    _take(chosen, [item for item in store.all(Kind.FIELD) if item.fields.get("key") in answered])
    merged = {item.text("merged") for item in chosen.values() if item.kind is Kind.FORWARD}
    _take(chosen, [store.get(record_id) for record_id in besides])
    gone = {record_id: last_state(store, record_id) for record_id in outgoing.deleted(store)}
    along = [
        record_id
        for record_id, was in gone.items()
        if record_id in merged or (was is not None and _belonged(was, chosen))
    ]
    return Selection(store, sorted([*chosen, *along]))


def _cites_another_case(store: Store, citation: Record, chosen: Collection[RecordId]) -> bool:
    """Tell whether a citation is of evidence that belongs to a case that was not chosen."""
    source = store.find(RecordId(citation.text("source")))
    return source is not None and source.id not in chosen and _is_of_another_case(source, chosen)


def _is_of_another_case(record: Record, chosen: Collection[RecordId]) -> bool:
    """Tell whether this is evidence of a case that was not chosen."""
    return record.kind is Kind.EVIDENCE and record.text("case") not in {"", *chosen}


def _take(chosen: dict[RecordId, Record], records: "Collection[Record] | Iterator[Record]") -> None:
    chosen.update({record.id: record for record in records})


def _referred_to(store: Store, chosen: Mapping[RecordId, Record], kinds: Collection[Kind]) -> list[Record]:
    """Return the records of these kinds that any chosen one refers to, and what those refer to in turn.

    Evidence of another case is none of them: whoever writes that something was made from it gets no file.
    """
    found: dict[RecordId, Record] = {}
    wanted = [other for record in chosen.values() for other in references(record)]
    while wanted:
        record_id = wanted.pop()
        record = None if record_id in found else store.find(record_id)
        if record is not None and record.kind in kinds and not _is_of_another_case(record, chosen):
            found[record_id] = record
            wanted += references(record)
    return list(found.values())


def _within(record: Record, chosen: Collection[RecordId], names: Collection[str]) -> bool:
    return all(record.fields.get(name) in chosen for name in names)


def _belonged(was: Record, ids: Collection[RecordId]) -> bool:
    """Tell whether a deleted record was a part of what goes along."""
    if was.kind is Kind.RELATION:
        return _within(was, ids, ("subject", "object"))
    if was.kind is Kind.CITATION:
        return _within(was, ids, ("record",))
    if was.kind is Kind.FORWARD:
        return _within(was, ids, ("kept",))
    if was.kind in (Kind.TERM, Kind.FIELD):
        return True
    return was.kind in (Kind.EVENT, Kind.EVIDENCE) and _within(was, ids, ("case",))
