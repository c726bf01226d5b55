"""The selection of records for a bundle: all of them, or some cases with what belongs to them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hrddesk.bundle.sending import unfiled_evidence
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import Version
from hrddesk.records.rules.joining import references
from hrddesk.store.records import outgoing
from hrddesk.store.records.forwarding import last_state
from hrddesk.store.records.store import Store


@dataclass(frozen=True, slots=True)
class Selection:
    """The records to write, sorted by id; each iteration reads them from the vault."""

    store: Store
    ids: Sequence[RecordId]

    def __iter__(self) -> Iterator[tuple[Record, Version]]:
        return outgoing.read(self.store, self.ids)

    def __len__(self) -> int:
        return len(self.ids)


def everything(store: Store) -> Selection:
    """Return every record and the tombstones of deleted ones."""
    return Selection(store, outgoing.everything(store))


def of_cases(store: Store, cases: Collection[RecordId], besides: Collection[RecordId] = ()) -> Selection:
    """Return these cases with their people, events and evidence, and the records in `besides`.

    Raise RecordNotFound.

    The selection also has the relations between those people, their places, the citations for any of these
    records and the cited sources, this desk's own terms, the custom fields with answers in these records, the
    forward records of what was merged into them, and the tombstones of what was deleted from them. Not sent
    are events of other cases, evidence that may not be sent (see `goes_along`) and citations of it, people
    who are only related to one of these people, and saved searches.
    """
    chosen: dict[RecordId, Record] = {}
    for case_id in cases:
        _take(chosen, [store.get(case_id), *store.events_of_case(case_id), *store.evidence_of_case(case_id)])
    _take(chosen, _referred_to(store, chosen, (Kind.PARTY, Kind.PLACE, Kind.EVIDENCE)))
    parties = [record.id for record in chosen.values() if record.kind is Kind.PARTY]
    for party in parties:
        related = store.relations_of_party(party)
        _take(chosen, [item for item in related if _within(item, chosen, ("subject", "object"))])
    cited = {item.id: item for item in store.all(Kind.CITATION) if item.fields.get("record") in chosen}
    _take(chosen, _referred_to(store, chosen | cited, (Kind.PLACE, Kind.EVIDENCE, Kind.SOURCE)))
    _take(chosen, [item for item in cited.values() if not _cites_what_stays(store, item, chosen)])
    _take(chosen, store.all(Kind.TERM))
    _take(chosen, [item for item in store.all(Kind.FORWARD) if item.fields.get("kept") in chosen])
    answered = {item.get("field") for record in chosen.values() for item in record.values("values")}
    _take(chosen, [item for item in store.all(Kind.FIELD) if item.fields.get("key") in answered])
    merged = {item.text("merged") for item in chosen.values() if item.kind is Kind.FORWARD}
    _take(chosen, [store.get(record_id) for record_id in besides])
    deleted_states = {record_id: last_state(store, record_id) for record_id in outgoing.deleted(store)}
    along = [
        record_id
        for record_id, was in deleted_states.items()
        if record_id in merged or (was is not None and _belonged(was, chosen))
    ]
    return Selection(store, sorted([*chosen, *along]))


def goes_along(store: Store, by: Record, record: Record, chosen: Collection[RecordId]) -> bool:
    """Tell whether a record is sent together with `by`, a record that refers to it.

    A person who is merely seen or named in evidence is not sent. Evidence of cases is sent only if one of
    these cases was chosen. Evidence of no case is sent only if `unfiled_evidence` allows it for `by`. So a
    contact does not get a file by sending a citation of it, or a record of something that was made from it.
    """
    if record.kind is not Kind.EVIDENCE:
        return by.kind is not Kind.EVIDENCE or record.kind is not Kind.PARTY
    return (
        any(case in chosen for case in record.cases)
        if record.cases
        else unfiled_evidence.takes_along(store, by, record.id)
    )


def _cites_what_stays(store: Store, citation: Record, chosen: Collection[RecordId]) -> bool:
    """Tell whether a citation is of evidence that is not sent."""
    source = store.find(RecordId(citation.text("source")))
    return source is not None and source.kind is Kind.EVIDENCE and source.id not in chosen


def _take(chosen: dict[RecordId, Record], records: "Collection[Record] | Iterator[Record]") -> None:
    chosen.update({record.id: record for record in records})


def _referred_to(store: Store, chosen: Mapping[RecordId, Record], kinds: Collection[Kind]) -> list[Record]:
    """Return the records of these `kinds` to which the chosen records refer, directly or through others.

    A record that `goes_along` refuses is left out.
    """
    records_by_id: dict[RecordId, Record] = {}
    pending_links = [
        (record, referred_id) for record in chosen.values() for referred_id in references(record)
    ]
    while pending_links:
        by, record_id = pending_links.pop()
        record = None if record_id in records_by_id else store.find(record_id)
        if record is not None and record.kind in kinds and goes_along(store, by, record, chosen):
            records_by_id[record_id] = record
            pending_links += [(record, referred_id) for referred_id in references(record)]
    return list(records_by_id.values())


def _within(record: Record, chosen: Collection[RecordId], names: Collection[str]) -> bool:
    return all(record.fields.get(name) in chosen for name in names)


def _belonged(was: Record, ids: Collection[RecordId]) -> bool:
    """Tell whether a deleted record, by its last state, belonged to the records that are sent."""
    if was.kind is Kind.RELATION:
        return _within(was, ids, ("subject", "object"))
    if was.kind is Kind.CITATION:
        return _within(was, ids, ("record",))
    if was.kind is Kind.FORWARD:
        return _within(was, ids, ("kept",))
    if was.kind in (Kind.TERM, Kind.FIELD):
        return True
    return any(case in ids for case in was.cases)
