"""The search for people, cases, events and evidence by any part of any name or text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from hrddesk.actions.analysis.search_filters import Filter, SearchQuery
from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.model.kinds import TRAVELLING, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import display_names, names
from hrddesk.records.texts import excerpts
from hrddesk.records.texts.excerpts import Excerpt
from hrddesk.records.texts.texts import text_of
from hrddesk.store.queries.search_terms import named_by, words_of
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job, silent

MOST: Final = 500
"""The greatest number of hits that are returned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A record that a search found. `case` is the case in which the window shows it, None if there is
    none.
    """

    kind: Kind
    id: RecordId
    ref: str
    title: str
    """The title of the record; may be empty."""
    text: str
    """The text with the match: a name or a piece of a text; the title if only another spelling matches."""
    case: RecordId | None
    field: str = ""
    """The field or list with the match; empty if the record was not found by words."""
    span: tuple[int, int] = (0, 0)
    """The place of the match in `text`: its first character, and the one after its last."""
    opens: RecordId | None = None
    """For a citation, the record that it is cited for, which is the one to show."""


def find(
    store: Store,
    text: str,
    limit: int = MOST,
    keep: Callable[[Record], bool] | None = None,
    job: Job | None = None,
) -> list[SearchHit]:
    """Return the records that contain the text, matches in names and titles first; `keep` may exclude some.

    `job` reports progress per record; the number of records is unknown.
    """
    job = job or silent()
    hits: dict[RecordId, SearchHit] = {}
    looked_at: set[RecordId] = set()
    for record_id, field in _led_to(store, text, job):
        if len(hits) >= limit:
            break
        job.step(0, 0)
        if record_id in looked_at:
            continue
        record = store.get(record_id)
        if record.kind is Kind.QUERY or not (keep is None or keep(record)):
            looked_at.add(record_id)
            continue
        hit = _hit_of(store, record, field, text)
        if hit is not None:
            hits[record_id] = hit
            looked_at.add(record_id)
    return list(hits.values())


def _led_to(store: Store, text: str, job: Job) -> Iterator[tuple[RecordId, str | None]]:
    """Yield the records that the indexes find for a text, each with what in the record matches.

    This is "" for a name, the field of the free text that matches, or None for other words.
    """
    for record_id in store.search.by_name(text):
        yield record_id, ""
    yield from store.search.by_text(text, lambda: job.step(0, 0))

    def every() -> Iterator[Record]:
        for kind in TRAVELLING:
            for record in store.all(kind):
                job.step(0, 0)
                yield record

    for record_id in store.search.by_words(text, every):
        yield record_id, None


def _hit_of(store: Store, record: Record, field: str | None, text: str) -> SearchHit | None:
    if field is None:
        return _by_words(store, record, text)
    if field:
        return _hit(store, record, field, excerpts.around(text_of(record, field), text))
    return _by_name(store, record, text)


def _by_words(store: Store, record: Record, text: str) -> SearchHit | None:
    """Return a hit with the first words of a record that contain the text, in any spelling; None if there are
    none.
    """
    needle = names.normalise(text)
    for part, words in words_of(record):
        if any(needle in form for form in names.spelled(words)):
            passage = excerpts.around(words, text) or Excerpt(words[: 2 * excerpts.AROUND], 0, 0)
            return _hit(store, record, part, passage)
    return None


def find_wanted(
    store: Store, query: SearchQuery, limit: int = MOST, job: Job | None = None
) -> list[SearchHit]:
    """Return the records that meet a query.

    Without a text, the query is applied to all records of its kind, or to all cases if it names no kind. A
    query that asks for nothing finds nothing. `job` reports progress per record. Raise InvalidDate,
    InvalidValue.
    """
    job = job or silent()
    keep = Filter(store, query, job)
    if names.normalise(query.text):
        return find(store, query.text, limit, keep, job)
    if not query.narrows and not query.kind:
        return []

    def fits(record: Record) -> bool:
        job.step(0, 0)
        return keep(record)

    kind = Kind(query.kind or Kind.CASE)
    among = keep.cases_at_most() if kind is Kind.CASE else None
    fitting_records = filter(fits, store.all(kind) if among is None else store.each(kind, among))
    return [_hit(store, record) for record in islice(fitting_records, limit)]


def _by_name(store: Store, record: Record, text: str) -> SearchHit:
    """Return a hit that shows the name with the text.

    If only another spelling of a name contains the text, the hit shows the title of the record.
    """
    for field, name in named_by(record):
        passage = excerpts.around(name, text)
        if passage is not None:
            return _hit(store, record, field, passage)
    return _hit(store, record, "names" if record.kind is Kind.PARTY else "")


def _hit(store: Store, record: Record, field: str = "", passage: Excerpt | None = None) -> SearchHit:
    title = _title(record)
    text, span = (title, (0, 0)) if passage is None else (passage.text, (passage.start, passage.end))
    cited = RecordId(record.text("record")) if record.kind is Kind.CITATION else None
    about = record if cited is None else store.find(cited)
    case = None if about is None else _case(store, about)
    return SearchHit(
        kind=record.kind,
        id=record.id,
        ref=_ref(record),
        title=title,
        text=text,
        case=case,
        field=field,
        span=span,
        opens=cited,
    )


def _ref(record: Record) -> str:
    return record.text("ref") or record.id[:8]


def _title(record: Record) -> str:
    if record.kind is Kind.PARTY:
        return display_names.display_name(record)
    fields = ("title", "original_name", "place_text", "name")
    title = next((record.text(field) for field in fields if record.text(field)), "")
    return title or record.labels.text(ENGLISH)


def _case(store: Store, record: Record) -> RecordId | None:
    if record.kind is Kind.CASE:
        return record.id
    if record.kind is Kind.PARTY:
        return next(iter(store.cases_of_party(record.id)), None)
    return next(iter(record.cases), None)
