"""The search for possible duplicates among people, cases, places and sources. It changes nothing."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import groupby
from typing import Final, NamedTuple

from hrddesk.actions.records.gazetteer import Gazetteer
from hrddesk.analysis.duplicates import closeness, duplicate_pairs
from hrddesk.analysis.duplicates.closeness import Close
from hrddesk.analysis.duplicates.duplicate_pairs import Candidate, Compared
from hrddesk.analysis.duplicates.duplicate_people import ComparedEvent, ComparedPerson, plain_forms
from hrddesk.analysis.duplicates.duplicate_things import ComparedCase, ComparedPlace, ComparedSource
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.names import names, shipped_places
from hrddesk.store.queries import dismissals
from hrddesk.store.queries.comparison_rows import Comparing, Row
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job, silent

KINDS: Final = (Kind.PARTY, Kind.CASE, Kind.PLACE, Kind.SOURCE)
"""The kinds that are searched for duplicates, in the order in which they are shown."""


class _Found(NamedTuple):
    close: Close
    known: Mapping[RecordId, Compared]


def candidates(store: Store, job: Job | None = None, kinds: Collection[Kind] = KINDS) -> list[Candidate]:
    """Return possible duplicates, kind by kind, the likeliest first, without pairs that a user decided to
    keep apart.
    """
    job = job or silent()
    apart = set(dismissals.every(store.db))
    candidate_list: list[Candidate] = []
    for kind in KINDS:
        if kind in kinds:
            compared = _READ[kind](store, job)
            pairs = set(compared.close.pairs)
            for crowd in compared.close.crowds:
                job.step(0, 0)
                members = (record for record in crowd if record in compared.known)
                pairs |= closeness.sharing((record, compared.known[record].marks()) for record in members)
            pairs = {pair for pair in pairs if key(*pair) not in apart} if apart else pairs
            if (
                kind is Kind.PLACE
            ):  # those that are shipped are known to differ, however alike they are called
                shipped = shipped_places.listed().keys()
                pairs = {pair for pair in pairs if not shipped >= {*pair}}
            candidate_list += duplicate_pairs.candidates(kind, pairs, compared.known, job)
    return candidate_list


def key(one: RecordId, second: RecordId) -> str:
    """Return the key under which the decision to keep two records apart is stored; their order does not
    matter.
    """
    return hashlib.sha256("\0".join(["same-person", *sorted((one, second))]).encode()).hexdigest()[:32]


def _people(store: Store, job: Job) -> _Found:
    comparing = Comparing(store.db)
    named = (
        (party, plain_forms(name for _, name in group))
        for party, group in groupby(comparing.names_of_parties(), lambda row: row[0])
    )
    close = closeness.close(store.search.forms_of_parties(), named, job)
    party_ids = close.everything
    people: dict[RecordId, ComparedPerson] = {}
    for party, sex, first, last in comparing.parties(party_ids):
        born = (first, last) if isinstance(first, int) and isinstance(last, int) else None
        people[RecordId(str(party))] = ComparedPerson(sex=str(sex or ""), birth=born)
    job.step(0, 0)
    for party, name, script in comparing.names(party_ids):
        people[RecordId(str(party))].names.append((str(name), str(script or "")))
    job.step(0, 0)
    for party, event, what, first, last, place, place_text in comparing.events_of_parties(party_ids):
        where = str(place or "") or names.normalise(str(place_text or ""))
        people[RecordId(str(party))].happened.append(
            ComparedEvent(str(event), str(what or ""), _day(first), _day(last), where)
        )
    return _Found(close, people)


def _cases(store: Store, job: Job) -> _Found:
    comparing = Comparing(store.db)
    named: dict[str, set[str]] = {}
    for party, name in comparing.names_of_parties():
        named.setdefault(party, set()).update(plain_forms([name]))
    people = _grouped(comparing.people_of_cases())
    titles = {RecordId(str(case)): str(title or "") for case, title in comparing.cases()}
    plain = {case: plain_forms([title]) for case, title in titles.items()}

    def forms() -> Iterator[tuple[RecordId, set[str]]]:
        """Yield each case with all that is compared with other cases: its title, its people's ids and their
        names.

        Each id and each name has a prefix, so that a title, an id and a name are never equal.
        """
        for case in titles:
            who = {str(party) for (party,) in people.get(case, ())}
            called = set[str]().union(*(named.get(party, ()) for party in who))
            yield case, {*plain[case], *(f"\0{party}" for party in who), *(f"\1{name}" for name in called)}

    close = closeness.close(forms(), plain.items(), job)
    case_ids = close.everything
    job.step(0, 0)
    days = _grouped(comparing.events_of_cases(case_ids))
    cases_by_id: dict[RecordId, ComparedCase] = {}
    for case in case_ids:
        who = frozenset(str(party) for (party,) in people.get(case, ()))
        called = frozenset[str]().union(*(named.get(party, ()) for party in who))
        happened = ((str(what or ""), _day(day)) for what, day in days.get(case, ()))
        cases_by_id[case] = ComparedCase(
            titles[case], who, called, frozenset((what, day) for what, day in happened if day is not None)
        )
    return _Found(close, cases_by_id)


def _places(store: Store, job: Job) -> _Found:
    gazetteer = Gazetteer(store)
    records = {place.id: place for place in store.all(Kind.PLACE)}
    called: dict[RecordId, tuple[str, ...]] = {}
    for place in records.values():
        place_names = list(place.labels.values())
        place_names += [str(item.get("text") or "") for item in place.values("aliases")]
        called[place.id] = tuple(filter(None, place_names))
    plain = {place: plain_forms(place_names) for place, place_names in called.items()}
    places_by_id: dict[RecordId, ComparedPlace] = {}
    for place in records.values():
        outer = gazetteer.steps(place.id)[-2::-1]
        within = tuple((str(each), plain[each]) for each in outer)
        places_by_id[place.id] = ComparedPlace(called[place.id], place.text("kind"), within, place.id)
    close = closeness.close(((place, item.forms) for place, item in places_by_id.items()), plain.items(), job)
    return _Found(close, places_by_id)


def _sources(store: Store, job: Job) -> _Found:
    comparing = Comparing(store.db)
    sources_by_id = {
        RecordId(str(source)): ComparedSource(
            title=str(title or ""), code_name=str(code or ""), type=str(what or "")
        )
        for source, title, code, what in comparing.sources()
    }
    close = closeness.close(
        ((source, item.forms) for source, item in sources_by_id.items()),
        ((source, item.plain) for source, item in sources_by_id.items()),
        job,
    )
    source_ids = close.everything
    cited = _grouped(comparing.citations(source_ids))
    for source in source_ids:
        facts = [(str(record), str(field or ""), quote) for record, field, quote in cited.get(source, ())]
        sources_by_id[source].cited_for = frozenset((record, field) for record, field, _ in facts)
        sources_by_id[source].quotes = frozenset(
            (record, names.normalise(str(quote))) for record, _, quote in facts if quote
        )
    return _Found(close, sources_by_id)


_READ: Final[Mapping[Kind, Callable[[Store, Job], _Found]]] = {
    Kind.PARTY: _people,
    Kind.CASE: _cases,
    Kind.PLACE: _places,
    Kind.SOURCE: _sources,
}


def _grouped(rows: Collection[Row]) -> dict[RecordId, list[Row]]:
    """Return the rows grouped by the id in their first column, without that column."""
    rows_by_owner: dict[RecordId, list[Row]] = {}
    for owner, *rest in rows:
        rows_by_owner.setdefault(RecordId(str(owner)), []).append(tuple(rest))
    return rows_by_owner


def _day(value: object) -> int | None:
    return value if isinstance(value, int) else None
