"""One box that finds people, cases, events and evidence by any part of any name or text."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from hrddesk.actions.search_filters import Filter, Wanted
from hrddesk.jobs import Job, silent
from hrddesk.records import names, people
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.store.store import Store

_AROUND: Final = 30  # characters shown on either side of a hit in a free text
MOST: Final = 500
"""So many hits are shown at most."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found. `text` is what to show; `case` is where the window goes, if anywhere."""

    kind: Kind
    id: RecordId
    ref: str
    text: str
    case: RecordId | None


def find(
    store: Store,
    text: str,
    limit: int = MOST,
    keep: Callable[[Record], bool] | None = None,
    job: Job | None = None,
) -> list[Hit]:
    """Return what holds the text, by names and titles first; `keep` may leave some out.

    `job` steps by records, of which nobody knows how many there are.
    """
    hits: dict[RecordId, Hit] = {}
    looked_at: set[RecordId] = set()
    job = job or silent()
    for record_id, _ in store.search.by_name(text):
        job.step(0, 0)
        if len(hits) < limit:
            record = store.get(record_id)
            looked_at.add(record_id)
            if keep is None or keep(record):
                hits[record_id] = _hit(store, record, _title(record))
    for record_id, field in store.search.by_text(text, lambda: job.step(0, 0)):
        if record_id not in looked_at and len(hits) < limit:
            record = store.get(record_id)
            looked_at.add(record_id)
            if keep is None or keep(record):
                hits[record_id] = _hit(store, record, _around(record.text(field), text))
    return list(hits.values())


def find_wanted(store: Store, wanted: Wanted, limit: int = MOST, job: Job | None = None) -> list[Hit]:
    """Return what is wanted; without a text all cases, or all of the kind, that the rest holds for.

    `job` steps by records. Raise InvalidDate, InvalidValue.
    """
    job = job or silent()
    keep = Filter(store, wanted, job)
    if names.normalise(wanted.text):
        return find(store, wanted.text, limit, keep, job)
    if not wanted.narrows and not wanted.kind:
        return []

    def fits(record: Record) -> bool:
        job.step(0, 0)
        return keep(record)

    found = filter(fits, store.all(Kind(wanted.kind or Kind.CASE)))
    return [_hit(store, record, _title(record)) for record in islice(found, limit)]


def _hit(store: Store, record: Record, text: str) -> Hit:
    return Hit(record.kind, record.id, _ref(record), text, _case(store, record))


def _ref(record: Record) -> str:
    return record.text("ref") or record.id[:8]


def _title(record: Record) -> str:
    if record.kind is Kind.PARTY:
        return people.display_name(record)
    fields = ("title", "original_name", "place_text", "name")
    return next((record.text(field) for field in fields if record.text(field)), "")


def _case(store: Store, record: Record) -> RecordId | None:
    if record.kind is Kind.CASE:
        return record.id
    if record.kind is Kind.PARTY:
        return next(iter(store.cases_of_party(record.id)), None)
    case = record.text("case")
    return RecordId(case) if case else None


def _around(body: str, text: str) -> str:
    """Return the piece of a text around the hit, whose place is near enough where only its form fits."""
    needle, before = names.normalise(text), ""
    start = body.casefold().find(text.casefold())
    if start < 0:
        for start in range(len(body)):
            before = names.normalise(body[start : start + 4 * len(text)])
            if before.startswith(needle):
                break
    end = start + len(text)
    left, right = max(0, start - _AROUND), min(len(body), end + _AROUND)
    return ("…" if left else "") + " ".join(body[left:right].split()) + ("…" if right < len(body) else "")
