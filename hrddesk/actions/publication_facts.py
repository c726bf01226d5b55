"""Read what a publication of some cases needs: these with all that hangs on them, and whom they name."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from hrddesk.actions import review_records
from hrddesk.actions.held_labels import Stands
from hrddesk.actions.people_in_texts import OF_OTHERS, people_in, words_in
from hrddesk.actions.profiles import key_of
from hrddesk.actions.publication_request import PublishRequest
from hrddesk.jobs import Job, silent
from hrddesk.records.joining import references
from hrddesk.records.kinds import ABOUT, CASES, TRAVELLING, Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.redact.combinations import Population
from hrddesk.redact.facts import Facts, TextKey
from hrddesk.redact.givers import names_of_givers, names_typed
from hrddesk.redact.profiles import Profile
from hrddesk.redact.reviewed_text import ReviewedText
from hrddesk.redact.wording import How
from hrddesk.store.former_names import former_names
from hrddesk.store.party_names import called
from hrddesk.store.store import Store

_OF_EVIDENCE = ("from_whom", CASES, ABOUT)
_OF_CASES = ("parties", "visibility")
"""What is read of evidence and cases that a publication has nothing to do with."""
_WITH_WORDS = (Kind.PLACE, Kind.TERM, Kind.FIGURE, Kind.FIELD)
"""Kinds all of whose records may lend words to what is printed."""
_MOST_LOOKED_THROUGH = 1000
"""Cases in whose texts other people are looked for."""
_TRAITS = {
    Kind.CASE: ("country", "parties"),
    Kind.EVENT: (
        *("case", "country", "type", "measure", "facility", "date", "place", "place_text"),
        *("parties", "charges", "terms", "penalties"),
    ),
    Kind.PARTY: ("sex", "age", "ethnicity", "size", "size_min", "size_max", "disability", "terms", "values"),
}
"""That by which people are recognised."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What was typed and decided for a publication."""

    texts: tuple[str, ...] = ()
    people: frozenset[RecordId] = frozenset()
    """Of whom it was decided how they stand, now or in earlier publications."""
    reviewed: Mapping[TextKey, ReviewedText] = field(default_factory=dict)
    """The texts that were read under its profile."""


def of_request(
    store: Store,
    request: PublishRequest,
    profile: Profile,
    before: Stands,
    job: Job | None = None,
    missed: Collection[str] = (),
) -> Facts:
    """Return the facts for a publication; `before` tells who stood in earlier ones.

    Others are looked for in the texts that were `missed`, too. Raise Cancelled once `job` is cancelled.
    """
    pictures = review_records.of_pictures(store).values()
    said = (words for drawn in pictures for words in (drawn.alt, drawn.caption))
    decided = Decided(
        (*request.title.values(), *said, *missed),
        frozenset((*request.label, *request.decided, *request.added, *request.labels_off, *before.held)),
        review_records.of_texts(store, key_of(store, profile.name)),
    )
    return read(store, request.cases, profile, decided, job, counting=bool(request.figures))


def read(
    store: Store,
    chosen: Collection[RecordId] | None,
    profile: Profile,
    decided: Decided,
    job: Job | None = None,
    *,
    counting: bool = False,
) -> Facts:
    """Return the facts for a publication of the chosen cases; None chooses all.

    With `counting` it has figures, which ask about all cases and people. Everybody is read as well of so many
    cases that to look through their texts would take longer. Raise Cancelled once `job` is cancelled.
    """
    job, former = job or silent(), former_names(store.db)
    if chosen is None:
        return Facts.of(job.each(record for kind in TRAVELLING for record in store.all(kind)), None, former)
    near = _near(store, frozenset(chosen))
    if counting or len(chosen) > _MOST_LOOKED_THROUGH:
        others = chain(store.all(Kind.PARTY, OF_OTHERS), store.all(Kind.CASE, _OF_CASES))
        return Facts.of(job.each(chain(others, near.records, near.beside)), chosen, former)
    reviewed = [text for (owner, _), text in decided.reviewed.items() if owner in near.ids]
    people = {one.instead for text in reviewed for one in text.wording.decided if one.how is How.LABEL}
    people.update(*map(references, near.records), *map(references, near.beside), decided.people)
    known = store.many(Kind.PARTY, sorted(map(RecordId, people - near.ids)), OF_OTHERS)
    texts = {*decided.texts, *(text.wording.read().text for text in reviewed), *near.texts()}
    parties = [*near.people(), *known]
    named = people_in(store, texts, parties, former, profile, job)
    records = chain(near.records, near.beside, known, named)
    return Facts.of(job.each(records), chosen, former, partial(called, store.db), frozenset(texts))


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


@dataclass(frozen=True, slots=True)
class _Near:
    """What hangs on some cases."""

    records: tuple[Record, ...]
    beside: tuple[Record, ...]
    """Records of the kinds that are read whole, and of all other evidence who gave it."""
    ids: frozenset[RecordId]

    def people(self) -> Iterator[Record]:
        """Yield the parties of the cases."""
        return (record for record in self.records if record.kind is Kind.PARTY)

    def texts(self) -> Iterator[str]:
        """Yield all words that may be printed, and the names of those who gave something."""
        cited = {record.text("source") for record in self.records if record.kind is Kind.CITATION}
        yield from words_in(self.records)
        for record in self.beside:
            if record.kind in (Kind.SOURCE, Kind.EVIDENCE):
                for typed in names_typed(record):
                    yield from names_of_givers(typed)
            if record.kind in _WITH_WORDS or record.id in cited:
                yield from words_in([record])


def _near(store: Store, chosen: frozenset[RecordId]) -> _Near:
    """Return what hangs on some cases, and on all cases of their pictures: readers were asked about these."""
    evidence = list(store.all(Kind.EVIDENCE, _OF_EVIDENCE))
    cases = chosen.union(*(piece.cases for piece in evidence if not chosen.isdisjoint(piece.cases)))
    found = [*store.many(Kind.CASE, list(cases)), *store.events_of_cases(list(cases))]
    near = {record.id for record in found}
    people = {RecordId(str(part.get("party"))) for record in found for part in record.values("parties")}
    near |= people
    found += store.relations_of(list(near))
    figures = {figure.id for figure in store.all(Kind.FIGURE)}
    cited = store.citing.of_records([*near, *figures])
    found += cited
    # Whether a source is cited for figures alone.
    for source in {citation.text("source") for citation in cited if citation.text("record") in figures}:
        found += store.citing.of_source(RecordId(source))
    known = {piece.id for piece in evidence if not near.isdisjoint(references(piece))}
    found += store.each(Kind.EVIDENCE, known)  # as they came: of two of one picture the first is printed
    found += store.many(Kind.PARTY, sorted(people))
    ids = frozenset(record.id for record in found)
    kinds = (Kind.CASE, Kind.EVENT, Kind.RELATION, Kind.CITATION, Kind.EVIDENCE, Kind.PARTY)
    beside = [piece for piece in evidence if piece.id not in ids]
    beside += (record for kind in TRAVELLING if kind not in kinds for record in store.all(kind))
    return _Near(tuple(found), tuple(beside), ids)
