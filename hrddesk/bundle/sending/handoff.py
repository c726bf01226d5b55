"""The records to hand off and forget with some cases: the cases and everything that only they need.

A search for such a case must find nothing afterwards, and whatever a kept case needs must stay. So the search
follows references from the cases. It finds their events and evidence; the people in them who are in no other
case, with all their relations; people known only as a relative; the sources, places and words that nothing
else uses; and saved searches for these people. Records that were once in a case and were removed or deleted
are followed too: the history still has them.

The bundle contains every forgotten record that exists and may leave the vault. It also contains the people,
places, sources and evidence to which these records refer, unless `selection.goes_along` refuses them.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from hrddesk.bundle.format import record_lines
from hrddesk.bundle.sending import selection, unfiled_evidence
from hrddesk.bundle.sending.selection import Selection
from hrddesk.records.language.scripts import is_han
from hrddesk.records.model.kinds import ASKS_PROFILE, AT_HOME, OFFICES, TRAVELLING, Kind
from hrddesk.records.model.record import Record, RecordId, canonical_json
from hrddesk.records.names.names import derived_forms, normalise
from hrddesk.records.rules.joining import references
from hrddesk.store.exchange import reviews
from hrddesk.store.queries import referrers
from hrddesk.store.records import outgoing
from hrddesk.store.records.store import Store
from hrddesk.store.vault import forgetting
from hrddesk.store.vault.forgetting import Scope

_SHORTEST_HAN: Final = 2
_SHORTEST: Final = 4  # letters: "Hu" alone tells of nobody


@dataclass(frozen=True, slots=True)
class Leaving:
    """The records to forget, and in `bundle` the records to hand over."""

    bundle: Selection
    counts: dict[Kind, int]
    """The number of live records of each kind to forget."""
    scope: Scope
    """The data that the store has to erase."""
    staying: tuple[RecordId, ...] = field(default=())
    """People of these cases who are kept because other cases have them too."""


def of_everything(store: Store) -> Leaving:
    """Return the records to forget and to hand over if everything goes: all, even those in no case."""
    every = store.tables.every_id()
    items = frozenset((review, item.record) for review, item in reviews.every_item(store.db))
    counts = {kind: count for kind in TRAVELLING if (count := store.tables.count(kind))}
    scope = Scope(tuple(sorted(every)), items, frozenset(), everything=True)
    return Leaving(selection.everything(store), counts, scope)


def of_cases(store: Store, cases: Collection[RecordId]) -> Leaving:
    """Return the records to forget and to hand over with some cases; raise RecordNotFound."""
    search = _HandoffSearch(store, cases)
    search.spread()
    along = {*selection.of_cases(store, cases).ids, *search.live}
    for record in search.live.values():
        along |= {
            referred_id
            for referred_id in references(record)
            if _goes_along(store, record, referred_id, along)
        }
    counts: dict[Kind, int] = {}
    for record in search.live.values():
        counts[record.kind] = counts.get(record.kind, 0) + 1
    names = frozenset(_names(search.live.values(), search.past))
    scope = Scope(
        tuple(sorted(search.gone | set(_at_home(store, search.gone, names)))),
        frozenset(_items(store, search.gone)),
        names,
        everything=False,
    )
    return Leaving(Selection(store, sorted(along)), counts, scope, tuple(sorted(search.staying)))


def _at_home(store: Store, gone_ids: Collection[RecordId], names: Collection[str]) -> Iterator[RecordId]:
    """Yield the records to forget that are not handed over, because their kind never leaves the vault.

    They refer to a forgotten record or contain one of the `names`.
    """
    mentions_name = forgetting.telling(names)
    for kind in AT_HOME:
        for record in store.all(kind):
            text = record.canonical().decode("utf-8")
            if mentions_name(text) or not forgetting.ids_in(text).isdisjoint(gone_ids):
                yield record.id


def _goes_along(store: Store, by: Record, record_id: RecordId, along: Collection[RecordId]) -> bool:
    """Tell whether a kept record is handed over because the forgotten record `by` refers to it."""
    record = store.find(record_id)
    kinds = (Kind.PARTY, Kind.PLACE, Kind.SOURCE, Kind.EVIDENCE)
    return record is not None and record.kind in kinds and selection.goes_along(store, by, record, along)


class _HandoffSearch:
    """A search that starts from some cases and finds all records to forget with them."""

    def __init__(self, store: Store, cases: Collection[RecordId]) -> None:
        self._store = store
        self._cases = frozenset(cases)
        self._waiting: list[RecordId] = []
        self.live: dict[RecordId, Record] = {}
        self.past: dict[RecordId, list[dict[str, Any]]] = {}
        """The states of each forgotten record after each of its changes."""
        self.gone: set[RecordId] = set()
        self.staying: set[RecordId] = set()
        self._looked_at: set[RecordId] = set()
        for case in cases:
            store.get(case)
            self._take(case)

    def spread(self) -> None:
        """Follow all present and former references until no more records are found."""
        before = -1
        while before != len(self.gone):
            before = len(self.gone)
            while self._waiting:
                self._follow(self._waiting.pop())
            self._take_shared()
            self._take_terms()
            self._take_fields()
            self._take_questions()
            self._take_deleted()

    def _take(self, record_id: RecordId) -> None:
        if record_id in self.gone:
            return
        self.gone.add(record_id)
        self.past[record_id] = list(self._store.history.states(record_id))
        record = self._store.find(record_id)
        if record is not None:
            self.live[record_id] = record
            self._waiting.append(record_id)

    def _follow(self, record_id: RecordId) -> None:
        record = self.live[record_id]
        for linked_id in self._ever(record_id):
            if self._store.tables.kind_of(linked_id) is Kind.PARTY:
                self._meet(linked_id, directly=record.kind is not Kind.RELATION)
        if record.kind is Kind.CASE:
            for item in (
                *self._store.events_of_case(record_id),
                *self._store.evidence_of_case(record_id),
            ):
                if not self._case_stays(item):
                    self._take(item.id)
        elif record.kind is Kind.PARTY:
            for relation in self._store.relations_of_party(record_id):
                self._take(relation.id)
            for event in self._store.events_of_party(record_id):  # of no case that stays, or they would too
                self._take(event.id)
        elif record.kind is Kind.EVIDENCE:
            for linked_id in referrers.derived_from(self._store.db, record_id):
                if not self._case_stays(self._store.get(linked_id)):
                    self._take(linked_id)

    def _meet(self, party: RecordId, *, directly: bool) -> None:
        """Add a party unless a kept case has it; do not add a person found only as a relative of a kept
        person.
        """
        if party in self.gone:
            return
        stays = self._is_in_other_case(party)
        if not stays and not directly:
            ends = {end_id for item in self._store.relations_of_party(party) for end_id in references(item)}
            stays = any(self._is_in_other_case(end_id) for end_id in ends - {party})
        if not stays:
            self._take(party)
        elif directly:
            self.staying.add(party)

    def _is_in_other_case(self, party: RecordId) -> bool:
        if any(case not in self._cases for case in self._store.cases_of_party(party)):
            return True
        return any(self._case_stays(event) for event in self._store.events_of_party(party))

    def _case_stays(self, record: Record) -> bool:
        """Tell whether a record belongs to a case that is kept."""
        others = (case for case in record.cases if case not in self._cases)
        return any(self._store.tables.kind_of(case) is Kind.CASE for case in others)

    def _take_shared(self) -> None:
        """Add what belongs only to forgotten records.

        This is every citation of a forgotten record, every merge into one, and the sources, places and
        evidence of no kept case that nothing else uses.
        """
        for record_id in list(self.live):
            for citation in referrers.citations_of(self._store.db, record_id):
                self._take(citation)
            for forward in referrers.forwards_to(self._store.db, record_id):
                self._take(forward)
        pending_links = [
            (by, referred_id) for by in self.live.values() for referred_id in self._ever(by.id) - self.gone
        ]
        candidates: dict[RecordId, Record] = {}
        while pending_links:
            by, record_id = pending_links.pop()
            record = None if record_id in candidates else self._store.find(record_id)
            if record is not None and self._may_go(by, record):
                candidates[record_id] = record
                pending_links += [
                    (record, referred_id) for referred_id in set(references(record)) - self.gone
                ]
        while staying := self._used_elsewhere(candidates):  # what one that stays uses stays too
            candidates = {name: record for name, record in candidates.items() if name not in staying}
        for record_id in candidates:
            self._take(record_id)

    def _used_elsewhere(self, candidates: dict[RecordId, Record]) -> set[RecordId]:
        going = self.gone | candidates.keys()
        return {
            item.id
            for item in candidates.values()
            if referrers.of(self._store.db, item.kind, item.id) - going
        }

    def _may_go(self, by: Record, record: Record) -> bool:
        if record.kind is not Kind.EVIDENCE:
            return record.kind in (Kind.PLACE, Kind.SOURCE)
        if record.cases:
            return not self._case_stays(record)
        return unfiled_evidence.takes_along(self._store, by, record.id)

    def _take_terms(self) -> None:
        for term in self._store.all(Kind.TERM):
            used_in = referrers.of_term(self._store.db, term.text("code"))
            if used_in and used_in <= self.gone:
                self._take(term.id)

    def _take_fields(self) -> None:
        for item in self._store.all(Kind.FIELD):
            answered_in = referrers.of_field(self._store.db, item.text("key"))
            if answered_in and answered_in <= self.gone:
                self._take(item.id)

    def _take_questions(self) -> None:
        """Add saved searches and figures that contain a name or the reference of a forgotten record."""
        forms = {form for name in _names(self.live.values(), self.past) for form in derived_forms(name)}
        forms = {form for form in forms if _tells(form)}
        for item in self._store.all(Kind.QUERY):
            search_words = _asked_for(item)
            # What a profile says are words of the program; somebody's name may be one of them.
            query = "" if item.text("asks") == ASKS_PROFILE else item.text("query")
            query_text = normalise(f"{item.text('name')} {query}")
            if any(form in query_text or (_tells(search_words) and search_words in form) for form in forms):
                self._take(item.id)

    def _take_deleted(self) -> None:
        """Also forget deleted records that share a reference, an import key or a name with forgotten records.

        After an import that was undone and repeated, the deleted records of the first import are among them.
        """
        named = {referred_id for record_id in self.gone for referred_id in self._ever(record_id)}
        keys = {key for states in self.past.values() for state in states for key in _keys(state)}
        mentions_name = forgetting.telling(_names(self.live.values(), self.past))
        for record_id in outgoing.deleted(self._store):
            if record_id in self.gone:
                continue
            states = list(self._store.history.states(record_id))
            ever = {referred_id for state in states for referred_id in _named(state)}
            by_key = any(_keys(state) & keys for state in states)
            by_name = any(mentions_name(_text(state)) for state in states)
            if record_id in named or ever & self.gone or by_key or by_name:
                self._take(record_id)

    def _ever(self, record_id: RecordId) -> set[RecordId]:
        """Return every id that a forgotten record refers to or ever referred to."""
        now = set(references(self.live[record_id])) if record_id in self.live else set[RecordId]()
        return now.union(*(_named(state) for state in self.past[record_id]))


def _asked_for(query: Record) -> str:
    """Return the words of a saved search in the form that the search compares, or "" if it has no words."""
    try:
        search_document = json.loads(query.text("query"))
    except ValueError:
        return ""
    return normalise(str(search_document.get("text", ""))) if isinstance(search_document, dict) else ""


def _tells(form: str) -> bool:
    """Tell whether a form of a name is long enough to identify a person: a short form is a part of many
    names.
    """
    return len(form) >= (_SHORTEST_HAN if any(map(is_han, form)) else _SHORTEST)


def _named(state: dict[str, Any]) -> set[RecordId]:
    return set(references(Record.from_json(state)))


def _keys(state: dict[str, Any]) -> set[str]:
    """Return the import keys in a state of a record, as the ids of their list elements.

    Equal import keys have equal ids, because the id of a key follows from its content.
    """
    return set(state["lists"].get("keys", {}))


def _text(state: dict[str, Any]) -> str:
    return canonical_json(state).decode("utf-8")


def _names(live: Iterable[Record], past: dict[RecordId, list[dict[str, Any]]]) -> Iterator[str]:
    every = [*live, *(Record.from_json(state) for states in past.values() for state in states)]
    for record in every:
        if record.text("ref"):
            yield record.text("ref")
        if record.text("kind") not in OFFICES:  # whose names stand in every report
            yield from (str(item.get("name", "")) for item in record.values("names"))


def _items(store: Store, gone_ids: Collection[RecordId]) -> Iterator[tuple[int, str]]:
    """Yield the items of reviews to forget: forgotten records, and waiting records that belong to them."""
    by_review: dict[int, dict[RecordId, tuple[Record, bool]]] = {}
    for review, item in reviews.every_item(store.db):
        record, _ = record_lines.decode_text(item.line)
        by_review.setdefault(review, {})[record.id] = record, item.act is None
    for review, items in by_review.items():
        out = {record_id for record_id in items if record_id in gone_ids}
        out_count = -1
        while out_count != len(out):
            out_count = len(out)
            waiting = {name: record for name, (record, waits) in items.items() if waits and name not in out}
            out |= {
                name for name, record in waiting.items() if set(references(record)) & (out | set(gone_ids))
            }
            staying_records = {name: record for name, record in waiting.items() if name not in out}
            named_by_out = {referred_id for name in out for referred_id in references(items[name][0])}
            named_by_left = {
                referred_id for record in staying_records.values() for referred_id in references(record)
            }
            out |= {
                name
                for name in staying_records
                if name in named_by_out - named_by_left and store.find(name) is None
            }
        yield from ((review, record_id) for record_id in out)
