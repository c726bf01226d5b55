"""The received records by case: the user decides about a case with its people and events, not record by
record.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.bundle.merging.merge import before
from hrddesk.bundle.review.review_items import ReviewItem
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.joining import references

_ORDER: Final = (
    Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.EVIDENCE, Kind.RELATION, Kind.SOURCE, Kind.CITATION, Kind.PLACE,
    Kind.FIGURE, Kind.TERM, Kind.FIELD, Kind.QUERY, Kind.REPORT, Kind.FORWARD,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """A case with its received records; if the case itself was received, it is first.

    `case` is None for the records that belong to no case.
    """

    case: RecordId | None
    items: tuple[ReviewItem, ...]


def by_case(items: Sequence[ReviewItem]) -> list[CaseGroup]:
    """Return the records of a review by case, in the order in which their desk made the cases.

    A person of several cases is listed with the first of these cases. Records without a case are last.
    """
    cases = _cases([content(item) for item in items])
    groups: dict[RecordId, list[ReviewItem]] = {}
    rest: list[ReviewItem] = []
    for item in items:
        case = cases.get(item.record.id)
        (rest if case is None else groups.setdefault(case, [])).append(item)
    case_groups = [CaseGroup(case, _sorted(group_items)) for case, group_items in groups.items()]
    return [*case_groups, CaseGroup(None, _sorted(rest))] if rest else case_groups


def content(item: ReviewItem) -> Record:
    """Return the content of a received record, or for a deletion the local record that it would delete.

    For a deletion of a record that is not here, the content is empty.
    """
    return (before(item.merged) or item.record) if item.deleted else item.record


def _cases(records: Iterable[Record]) -> dict[RecordId, RecordId]:
    """Return the case of each record, found by following references, beginning with the cases."""
    ordered = sorted(records, key=lambda record: _ORDER.index(record.kind))
    cases = {record.id: record.id for record in ordered if record.kind is Kind.CASE}
    cases |= {record.id: record.cases[0] for record in ordered if record.cases}
    record_count = -1
    while record_count != len(cases):
        record_count = len(cases)
        for record in ordered:
            # A report speaks of many cases and belongs to none.
            others = [] if record.kind is Kind.REPORT else references(record)
            own = cases.get(record.id) or next(
                (cases[referred_id] for referred_id in others if referred_id in cases), None
            )
            if own is not None:
                cases[record.id] = own
                for referred_id in others:
                    cases.setdefault(referred_id, own)
    return cases


def _sorted(items: Iterable[ReviewItem]) -> tuple[ReviewItem, ...]:
    return tuple(sorted(items, key=lambda item: _ORDER.index(item.record.kind)))
