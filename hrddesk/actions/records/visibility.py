"""The levels of records and fields: who may learn of them.

Public content is for anyone. Protected content (`restricted` in code) is for those who work on it, and
confidential content (`secret` in code) for nobody outside the vault.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from hrddesk.actions.records.sources import CONFIDENTIAL_FOR_EVER
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.sources import is_document
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The effect of setting a level for many records, shown before it is done."""

    level: Visibility
    changing: tuple[RecordId, ...]
    """The records that do not have the level yet."""
    counts: Mapping[Kind, int]
    """The number of these records by kind."""
    were_secret: int
    """The number of these records that are confidential now."""
    elsewhere: int
    """The number of people among these records who are also in cases that were not chosen."""


def set_level(session: Session, record_id: RecordId, level: str, field: str = WHOLE_RECORD) -> Outcome[None]:
    """Set the level of a record, or of one of its fields or lists; raise RecordNotFound, InvalidValue.

    The level of a field takes precedence over the level of the record.
    """
    chosen = level_of(level)
    with session.store.change("visibility") as change:
        record = session.store.get(record_id)
        if field != WHOLE_RECORD and record.spec.field(field) is None and record.spec.list(field) is None:
            raise InvalidValue(field=field, why=Translatable("a record of this kind has no such field"))
        if record.kind is Kind.SOURCE and chosen is not Visibility.SECRET and not is_document(record):
            raise InvalidValue(field="visibility", why=CONFIDENTIAL_FOR_EVER)
        change.put(record.with_visibility(chosen, field))
    return Outcome(None, change.changes)


def reach(
    store: Store, cases: Sequence[RecordId], level: str, kinds: Collection[Kind], job: Job | None = None
) -> Reach:
    """Return the effect of setting the level of cases, of the records in them, or of both.

    `kinds` are the kinds of records to change: CASE, PARTY for the people of the cases, EVENT, EVIDENCE.
    `job` reports progress per case. Raise RecordNotFound, InvalidValue, Cancelled.
    """
    chosen, watched = level_of(level), job or silent()
    records_by_id: dict[RecordId, Record] = {}
    for done, case_id in enumerate(cases):
        watched.step(done, len(cases))
        records_by_id |= {record.id: record for record in _of_case(store, store.get(case_id), kinds)}
    changing = [record for record in records_by_id.values() if _whole(record) is not chosen]
    inside = frozenset(cases)
    return Reach(
        level=chosen,
        changing=tuple(record.id for record in changing),
        counts={kind: count for kind in Kind if (count := sum(record.kind is kind for record in changing))},
        were_secret=sum(_whole(record) is Visibility.SECRET for record in changing),
        elsewhere=sum(
            record.kind is Kind.PARTY and not inside.issuperset(store.cases_of_party(record.id))
            for record in changing
        ),
    )


def set_many(
    session: Session, records: Sequence[RecordId], level: str, job: Job | None = None
) -> Outcome[None]:
    """Set the level of many records in one transaction, which can be undone; levels of fields stay.

    `job` reports progress per record. Raise RecordNotFound, InvalidValue, Cancelled; then nothing was
    changed.
    """
    chosen, watched = level_of(level), job or silent()
    with session.store.change("visibility") as change:
        for done, record_id in enumerate(records):
            watched.step(done, len(records))
            record = session.store.get(record_id)
            if _whole(record) is not chosen:
                change.put(record.with_visibility(chosen))
    return Outcome(None, change.changes)


def level_of(level: str) -> Visibility:
    """Return a level by its name; raise InvalidValue."""
    try:
        return Visibility(level)
    except ValueError:
        raise InvalidValue(
            field="visibility", why=Translatable("the levels are public, restricted and secret")
        ) from None


def _whole(record: Record) -> Visibility | None:
    """Return the level of a record as a whole; None for a case if no user chose a level for it."""
    if record.kind is Kind.CASE and WHOLE_RECORD not in record.lists.get("visibility", {}):
        return None  # a mere folder, which lets out what is in it
    return record.visibility(WHOLE_RECORD)


def _of_case(store: Store, case: Record, kinds: Collection[Kind]) -> list[Record]:
    records = [case] if Kind.CASE in kinds else []
    if Kind.PARTY in kinds:
        records += store.many(
            Kind.PARTY, [RecordId(str(item["party"])) for item in case.values("parties") if item.get("party")]
        )
    if Kind.EVENT in kinds:
        records += store.events_of_case(case.id)
    if Kind.EVIDENCE in kinds:
        records += store.evidence_of_case(case.id)
    return records
