"""Read what a publication of some cases needs: these with all that hangs on them, of all others the names."""

from collections.abc import Collection, Iterator

from hrddesk.jobs import Job, silent
from hrddesk.records.joining import references
from hrddesk.records.kinds import ABOUT, CASES, CONSENTS, TRAVELLING, Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.redact.combinations import Population
from hrddesk.redact.facts import Facts
from hrddesk.store.former_names import former_names
from hrddesk.store.store import Store

_OF_OTHERS = {
    Kind.PARTY: ("ref", "kind", "sex", "names", "visibility", CONSENTS),
    Kind.EVIDENCE: ("from_whom", CASES, ABOUT),
    Kind.CASE: ("parties", "visibility"),
}
"""What is read of people, evidence and cases that a publication has nothing to do with but for their names.

Where nobody's sex is printed, texts may not tell it; a reference says at the desk whose label is taken off.
"""
_TRAITS = {
    Kind.CASE: ("country", "parties"),
    Kind.EVENT: (
        *("case", "country", "type", "measure", "facility", "date", "place", "place_text"),
        *("parties", "charges", "terms", "penalties"),
    ),
    Kind.PARTY: ("sex", "age", "ethnicity", "size", "size_min", "size_max", "disability", "terms", "values"),
}
"""That by which people are recognised."""


def read(
    store: Store, chosen: Collection[RecordId] | None, job: Job | None = None, *, counting: bool = False
) -> Facts:
    """Return the facts for a publication of the chosen cases; None chooses all.

    With `counting` it has figures, which ask about the cases of all that they count. Raise Cancelled once
    `job` is cancelled.
    """
    every = (record for kind in TRAVELLING for record in store.all(kind))
    records = every if chosen is None else _near(store, frozenset(chosen), counting=counting)
    return Facts.of((job or silent()).each(records), chosen, former_names(store.db))


def population(store: Store, facts: Facts, job: Job) -> Population:
    """Return all cases of the vault, with what people may be recognised by; `facts` has the places.

    To look at some of them raises Cancelled once `job` is cancelled.
    """
    places = facts.all(Kind.PLACE)

    def look(cases: list[RecordId]) -> Facts:
        events = store.events_of_cases(cases, _TRAITS[Kind.EVENT])
        found = list(job.each([*store.many(Kind.CASE, cases, _TRAITS[Kind.CASE]), *events]))
        people = {RecordId(str(part.get("party"))) for record in found for part in record.values("parties")}
        return Facts.of([*places, *found, *store.many(Kind.PARTY, list(people), _TRAITS[Kind.PARTY])], cases)

    return Population(store.ids(Kind.CASE), look, store.narrowing.first_days())


def _near(store: Store, chosen: frozenset[RecordId], *, counting: bool) -> Iterator[Record]:
    """Yield what hangs on some cases, and on all cases of their pictures: readers were asked about these."""
    evidence = list(store.all(Kind.EVIDENCE, _OF_OTHERS[Kind.EVIDENCE]))
    cases = chosen.union(*(piece.cases for piece in evidence if not chosen.isdisjoint(piece.cases)))
    found = [*store.many(Kind.CASE, list(cases)), *store.events_of_cases(list(cases))]
    near = {record.id for record in found}
    people = {RecordId(str(part.get("party"))) for record in found for part in record.values("parties")}
    near |= people
    yield from found
    yield from store.relations_of(list(near))
    figures = {figure.id for figure in store.all(Kind.FIGURE)}
    cited = store.citing.of_records([*near, *figures])
    yield from cited
    # Whether a source is cited for figures alone.
    for source in {citation.text("source") for citation in cited if citation.text("record") in figures}:
        yield from store.citing.of_source(RecordId(source))
    known = {piece.id for piece in evidence if not near.isdisjoint(references(piece))}
    yield from _some_whole(store, Kind.EVIDENCE, known)
    yield from _some_whole(store, Kind.PARTY, people)
    if counting:
        yield from _some_whole(store, Kind.CASE, cases)
    whole = (Kind.CASE, Kind.EVENT, Kind.RELATION, Kind.CITATION, *_OF_OTHERS)
    for kind in TRAVELLING:
        if kind not in whole:
            yield from store.all(kind)


def _some_whole(store: Store, kind: Kind, ids: Collection[RecordId]) -> Iterator[Record]:
    """Yield all records of a kind in the order of their ids, those of some ids whole."""
    whole = {record.id: record for record in store.many(kind, list(ids))}
    for record in store.all(kind, _OF_OTHERS[kind]):
        yield whole.get(record.id, record)
