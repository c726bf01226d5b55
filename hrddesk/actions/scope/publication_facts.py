"""The records needed for a publication: its cases, all that belongs to them, and the people whom they
name.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from itertools import chain

from hrddesk.actions.scope import review_records
from hrddesk.actions.scope.held_labels import Stands
from hrddesk.actions.scope.profiles import key_of
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.records.model.kinds import ABOUT, CASES, CONSENTS, TRAVELLING, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.joining import references
from hrddesk.redact.detection.candidates import Candidates
from hrddesk.redact.detection.givers import names_of_givers, names_typed
from hrddesk.redact.facts.facts import Facts, FormerNames
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.risks.combinations import Population
from hrddesk.store.queries.party_names import called
from hrddesk.store.records.former_names import former_names
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job, silent

_OF_EVIDENCE = ("from_whom", CASES, ABOUT)
_OF_CASES = ("parties", "visibility")
"""The parts that are read of evidence and cases that are not in the publication."""
_OF_OTHERS = ("ref", "kind", "sex", "names", "visibility", CONSENTS)
"""The parts that are read of people whom a publication only names.

The sex is needed because texts may not reveal it if nobody's is printed. The reference is shown to the user
if a label is taken off.
"""
_BETWEEN_LOOKS = 1000
"""The number of names between two checks for cancellation."""
_MOST_LOOKED_THROUGH = 1000
"""The greatest number of cases whose texts are searched for other people; for more, everybody is read."""
_TRAITS = {
    Kind.CASE: ("country", "parties"),
    Kind.EVENT: (
        *("case", "country", "type", "measure", "facility", "date", "place", "place_text"),
        *("parties", "charges", "terms", "penalties"),
    ),
    Kind.PARTY: ("sex", "age", "ethnicity", "size", "size_min", "size_max", "disability", "terms", "values"),
}
"""The fields and lists by which people can be recognised."""


class PublicationFacts:
    """The records for a publication: those of its cases, then also everybody whom its texts may name."""

    def __init__(
        self,
        store: Store,
        chosen: Collection[RecordId] | None,
        people: Collection[RecordId] = (),
        job: Job | None = None,
        *,
        everybody: bool = False,
    ) -> None:
        """Read the records of the `chosen` cases, or of all cases for None, and the names of `people`.

        With `everybody`, which figures need, all people are read. This is also done for very many cases,
        because it is faster than searching their texts. Raise Cancelled if `job` is cancelled.
        """
        self._store, self._job = store, job or silent()
        names_of_all = None
        if chosen is None:
            records = [record for kind in TRAVELLING for record in store.all(kind)]
        elif everybody or len(chosen) > _MOST_LOOKED_THROUGH:
            others = chain(store.all(Kind.PARTY, _OF_OTHERS), store.all(Kind.CASE, _OF_CASES))
            records = [*others, *_near(store, frozenset(chosen))]
        else:
            records = _near(store, frozenset(chosen))
            record_ids = {record.id for record in records}
            named = {
                RecordId(one) for one in chain(people, *map(references, records)) if one not in record_ids
            }
            records += store.many(Kind.PARTY, sorted(named), _OF_OTHERS)
            names_of_all = partial(called, store.db)
        self.facts = Facts.of(self._job.each(records), chosen, former_names(store.db), names_of_all)
        self._looked_through = set[str]()

    def look_through(self, texts: Collection[str]) -> bool:
        """Search texts for the names of other people, add these people, and tell whether `facts` has more
        people now.

        Raise Cancelled if the job is cancelled.
        """
        facts, looked = self.facts, self._looked_through
        if facts.has_everybody or not (fresh := {*texts, *_names_of_givers(facts)} - looked):
            return False
        looked |= fresh
        standing = set(people_in(self._store, fresh, facts.former, self._job)) - facts.records.keys()
        people = self._store.many(Kind.PARTY, sorted(standing), _OF_OTHERS)
        if people:
            records = chain(facts.records.values(), people)
            self.facts = Facts.of(self._job.each(records), facts.chosen, facts.former, facts.called)
        return bool(people)


def of_request(
    store: Store,
    request: PublishRequest,
    profile: Profile,
    before: Stands,
    job: Job | None = None,
    *,
    everybody: bool = False,
) -> PublicationFacts:
    """Return the records for a requested publication; `before` has the people in earlier publications.

    Raise Cancelled if `job` is cancelled.
    """
    reviewed = review_records.of_texts(store, key_of(store, profile.name)).values()
    people = {one.party for text in reviewed for one in text.wording.decided if one.party is not None}
    people.update(request.label, request.decided, request.added, request.labels_off, before.held)
    return PublicationFacts(store, request.cases, people, job, everybody=everybody or bool(request.figures))


def population(store: Store, facts: Facts, job: Job) -> Population:
    """Return all cases of the vault, reduced to the traits by which people may be recognised.

    The places are those of `facts`. Cases are read only when they are needed; reading them raises Cancelled
    if `job` is cancelled.
    """
    places = facts.all(Kind.PLACE)

    def look(cases: list[RecordId]) -> Facts:
        events = store.events_of_cases(cases, _TRAITS[Kind.EVENT])
        cases_and_events = list(job.each([*store.many(Kind.CASE, cases, _TRAITS[Kind.CASE]), *events]))
        people = {
            RecordId(str(part.get("party")))
            for record in cases_and_events
            for part in record.values("parties")
        }
        return Facts.of(
            [*places, *cases_and_events, *store.many(Kind.PARTY, list(people), _TRAITS[Kind.PARTY])], cases
        )

    return Population(store.ids(Kind.CASE), look, store.narrowing.first_days())


def people_in(store: Store, texts: Iterable[str], former: FormerNames, job: Job) -> Iterator[RecordId]:
    """Yield all parties with a whole name, present or former, that may occur in the texts.

    A party may be yielded more than once. Raise Cancelled if `job` is cancelled.
    """
    candidates = Candidates(texts)
    for number, (owner, _, name, script) in enumerate(called(store.db)):
        if number % _BETWEEN_LOOKS == 0:
            job.step(0, 1)
        if candidates.may_stand(name, script):
            yield owner
    yield from (owner for owner, names in former.items() if any(map(candidates.may_stand, names)))


def _names_of_givers(facts: Facts) -> Iterator[str]:
    """Yield the names of sources and of givers of evidence, because they may be names of parties."""
    for kind in (Kind.SOURCE, Kind.EVIDENCE):
        for typed in chain.from_iterable(map(names_typed, facts.all(kind))):
            yield from names_of_givers(typed)


def _near(store: Store, chosen: frozenset[RecordId]) -> list[Record]:
    """Return the records of some cases, and of all other cases to which evidence of these cases also belongs.

    Those other cases are needed because the reviews of the evidence considered their people, too. Evidence
    of none of these cases is returned with its giver, its cases and its subjects only.
    """
    evidence = list(store.all(Kind.EVIDENCE, _OF_EVIDENCE))
    cases = chosen.union(*(piece.cases for piece in evidence if not chosen.isdisjoint(piece.cases)))
    records = [*store.many(Kind.CASE, list(cases)), *store.events_of_cases(list(cases))]
    near = {record.id for record in records}
    people = {RecordId(str(part.get("party"))) for record in records for part in record.values("parties")}
    near |= people
    records += store.relations_of(list(near))
    figures = {figure.id for figure in store.all(Kind.FIGURE)}
    cited = store.citing.of_records([*near, *figures])
    records += cited
    # Whether a source is cited for figures alone.
    for source in {citation.text("source") for citation in cited if citation.text("record") in figures}:
        records += store.citing.of_source(RecordId(source))
    evidence_ids = {piece.id for piece in evidence if not near.isdisjoint(references(piece))}
    records += store.each(
        Kind.EVIDENCE, evidence_ids
    )  # as they came: of two of one picture the first is printed
    records += store.many(Kind.PARTY, sorted(people))
    ids = {record.id for record in records}
    kinds = (Kind.CASE, Kind.EVENT, Kind.RELATION, Kind.CITATION, Kind.EVIDENCE, Kind.PARTY)
    others = (record for kind in TRAVELLING if kind not in kinds for record in store.all(kind))
    return [*records, *(piece for piece in evidence if piece.id not in ids), *others]
