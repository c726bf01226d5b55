"""Makes what figures are counted over from the records of a vault, some hundred of them at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from hrddesk.actions.knowledge import Knowledge
from hrddesk.analysis.countable_rows import CountedRow, CountedRows, counted_rows
from hrddesk.analysis.figure_parts import Coded, MadePart, Order, Part, PartMaker
from hrddesk.jobs import Job
from hrddesk.records.countable import Countable, of_records
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.store.figure_changes import Owners
from hrddesk.store.kept_figures import Kept, KeptPart
from hrddesk.store.store import Store

_BATCH: Final = 500
_KINDS: Final = {"people": Kind.PARTY, "cases": Kind.CASE, "events": Kind.EVENT}


def parts_of(store: Store, order: Order, job: Job) -> Iterator[MadePart]:
    """Yield all that is counted, in an order; `job` steps while it is read."""
    for owners in ("people",) if order is Order.PEOPLE else ("cases", "events"):
        maker = PartMaker(order)
        total = store.tables.count(_KINDS[owners])
        done, after = 0, ""
        while page := store.counting.page(owners, after, _BATCH):
            job.step(min(done, total), total)
            _add(maker, order, page, counted_rows(_read(store, owners)(page)))
            done, after = done + len(page), page[-1]
            if maker.full:
                yield maker.made()
                maker = PartMaker(order)
        if not maker.empty:  # the ids of cases ascend, and those of the events in none ascend anew
            yield maker.made()


def _read(store: Store, owners: str) -> Callable[[Sequence[RecordId]], Countable]:
    counting = store.counting
    return {"people": counting.of_people, "cases": counting.of_cases, "events": counting.of_events}[owners]


def parts_as_known(knowledge: Knowledge, order: Order) -> Iterator[MadePart]:
    """Yield what was counted on an earlier day; all of it is read."""
    kinds = (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.CITATION)
    cases, parties, events, citations = (knowledge.all(kind) for kind in kinds)
    told = counted_rows(of_records(cases, parties, events, citations=citations))
    maker = PartMaker(order)
    _add(maker, order, sorted(by_owner(told, order)), told)
    if not maker.empty:
        yield maker.made()


def by_owner(told: CountedRows, order: Order) -> Mapping[RecordId, Sequence[CountedRow]]:
    """Return the rows of each owner in an order."""
    return told.by_person() if order is Order.PEOPLE else told.by_case()


def _add(maker: PartMaker, order: Order, owners: Iterable[RecordId], told: CountedRows) -> None:
    rows = by_owner(told, order)
    for owner in owners:
        if owner in rows:
            maker.add(owner, rows[owner], told)


def parts_of_owners(store: Store, order: Order, owners: Owners, job: Job) -> list[MadePart]:
    """Return what is counted of these owners now, a part for each kind of them; `job` steps by owners."""
    made = []
    kinds = ("people",) if order is Order.PEOPLE else ("cases", "events")
    for kind in kinds:
        maker = PartMaker(order)
        ids: list[RecordId] = sorted(getattr(owners, kind))
        for start in range(0, len(ids), _BATCH):
            job.step(start, len(ids))
            batch = ids[start : start + _BATCH]
            wanted = store.counting.in_no_case(batch) if kind == "events" else batch
            _add(maker, order, wanted, counted_rows(_read(store, kind)(wanted)))
        if not maker.empty:
            made.append(maker.made())
    return made


def kept_part(store: Store, kept: Kept, part: KeptPart) -> Part:
    """Return a part that is kept, to be read through this connection."""

    def column(name: str) -> Coded | None:
        found = store.kept_figures.column(kept, part, name)
        return None if found is None else Coded.of_kept(part.size, *found)

    def listed(name: str) -> bytes:
        found = store.kept_figures.column(kept, part, name)
        return b"" if found is None else found[1]

    return Part((kept.seal, part.num), Order(kept.owners), part.size, part.names, column, listed)
