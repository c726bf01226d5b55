"""A warning about labelled people whose published facts fit so few cases that readers may identify them.

The cases of this desk are counted, because it knows no better population. Every printed trait counts.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final, Self

from hrddesk.records.dates import dates
from hrddesk.records.language import languages
from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.terms.roles import OWN
from hrddesk.records.texts.questions import QuestionType, answers_of
from hrddesk.redact.detection.folding import squeeze
from hrddesk.redact.drafting.draft import DraftCase
from hrddesk.redact.facts import terms
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.facts.places import Places
from hrddesk.redact.people.changes import Follows
from hrddesk.redact.people.labels import PersonLabel
from hrddesk.redact.profile.coarser import Coarser, coarsened, possible
from hrddesk.redact.profile.own_fields import asked_fields
from hrddesk.redact.profile.profiles import AgeDetail, DateDetail, PlaceDetail, Profile

FEWEST: Final = 5
"""The number of fitting cases from which a combination of traits causes no warning."""
_TOGETHER: Final = 20
"""The number of cases that are read together."""


class GuessTrait(StrEnum):
    """The traits by which readers may guess the identity of a person."""

    CHARGE = "charge"
    PLACE = "place"
    MONTH = "month"
    SEX = "sex"
    AGE = "age"
    ETHNICITY = "ethnicity"
    OCCUPATION = "occupation"
    BACKGROUND = "background"
    """Cause, religion, vulnerability, disability, pregnancy, size of a group."""
    EVENT = "event"
    """What happened, by kinds of events."""
    DETAIL = "detail"
    """Measure, facility, circumstances, methods."""
    PENALTY = "penalty"
    OTHERS = "others"
    """Other parties that are named beside the person: a court, a prison, the police."""
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rare:
    """A labelled person whose published traits fit fewer than five cases of this desk."""

    party: RecordId
    label: PersonLabel
    case: RecordId
    traits: tuple[GuessTrait, ...]
    fits: int
    coarser: tuple[Coarser, ...]
    """Steps of which each is enough by itself: after it, the traits fit five cases or more."""


@dataclass(frozen=True, slots=True)
class Combinations:
    """The people with rare traits, and the effect of printing less."""

    rare: tuple[Rare, ...]
    remain: Mapping[Coarser, int]
    """The number of these people who would still be rare after a step, for each step that changes what is
    printed about any of them.
    """


_BACKGROUND_FIELDS: Final = ("size", "size_min", "size_max", "disability")
_BACKGROUND_TERMS: Final = ("cause", "religion", "vulnerability")
_Told = Callable[..., bool]
_Pair = tuple[RecordId, RecordId]  # a case, and somebody in it
_Traits = Mapping[GuessTrait, frozenset[str]]
_DROPS: Final = {
    Coarser.NO_DATES: GuessTrait.MONTH,
    Coarser.NO_PLACES: GuessTrait.PLACE,
    Coarser.NO_CHARGES: GuessTrait.CHARGE,
    Coarser.NO_SEX: GuessTrait.SEX,
    Coarser.NO_AGES: GuessTrait.AGE,
    Coarser.NO_ETHNICITY: GuessTrait.ETHNICITY,
    Coarser.NO_OCCUPATION: GuessTrait.OCCUPATION,
    Coarser.NO_PENALTIES: GuessTrait.PENALTY,
    Coarser.NO_DETAILS: GuessTrait.DETAIL,
    Coarser.NO_ANSWERS: GuessTrait.ANSWER,
}


@dataclass(frozen=True, slots=True)
class Population:
    """All cases of a desk, which can be read in portions."""

    cases: Sequence[RecordId]
    look: Callable[[list[RecordId]], Facts]
    """A function that returns some of the cases with their events and people, and all places."""
    first_days: Mapping[int, Collection[RecordId]] | None = None
    """The cases with an event that may have begun on a day, by the number of the day; None if unknown."""


def rare_combinations(
    facts: Facts,
    profile: Profile,
    drafted: Mapping[RecordId, DraftCase],
    mapped: Mapping[RecordId, PersonLabel],
    follows: Follows | None = None,
    population: Population | None = None,
) -> Combinations:
    """Return the labelled people of the `drafted` cases whose traits are rare, in the order of their labels.

    If a person had a label in an earlier issue, readers know what that issue printed as well. Without a
    `population`, all cases in `facts` are counted.
    """
    beside = {part.party for draft in drafted.values() for event in draft.events for part in event.who}
    look = _TraitReader(facts, beside - mapped.keys())
    if population is None:
        population = Population([case.id for case in facts.all(Kind.CASE)], lambda _: facts)
    counted = _Counted(population, look)
    steps = {step: coarsened(profile, [step]) for step in possible(profile)}
    remain, telling = dict.fromkeys(steps, 0), set[Coarser]()
    rare_people = []
    for case_id, draft in drafted.items():
        for person in draft.people:
            if person.party not in mapped:
                continue
            case, party = facts.records[case_id], facts.records[person.party]
            earlier = follows.told if follows is not None and person.party in follows.labels else ()
            earlier_traits = _together(look.traits(case, party, before) for before in earlier)
            traits = _together([look.traits(case, party, profile), earlier_traits])
            fits = counted.fitting(traits)
            if fits >= FEWEST:
                continue
            coarser = []
            for step, coarser_profile in steps.items():
                drops = _DROPS.get(step)
                remainder = (
                    look.traits(case, party, coarser_profile)
                    if drops is None
                    else {trait: values for trait, values in traits.items() if trait is not drops}
                )
                less = _together([remainder, earlier_traits])
                if less != traits:
                    telling.add(step)
                if counted.fitting(less) >= FEWEST:
                    coarser.append(step)
                else:
                    remain[step] += 1
            rare_people.append(
                Rare(
                    party=party.id,
                    label=mapped[party.id],
                    case=case_id,
                    traits=tuple(traits),
                    fits=fits,
                    coarser=tuple(coarser),
                )
            )
    ordered = tuple(sorted(rare_people, key=lambda rare: (rare.label, rare.case)))
    return Combinations(ordered, {step: remainder for step, remainder in remain.items() if step in telling})


def _together(trait_sets: Iterable[_Traits]) -> _Traits:
    """Return the union of several sets of traits, in the order of `GuessTrait`."""
    every = list(trait_sets)
    joined_traits = {
        trait: frozenset[str]().union(*(one.get(trait, ()) for one in every)) for trait in GuessTrait
    }
    return {trait: values for trait, values in joined_traits.items() if values}


class _Counted:
    """Counts the cases of a population by traits, and reads no more cases than needed."""

    def __init__(self, population: Population, look: "_TraitReader") -> None:
        self._population, self._look = population, look
        self._unseen = dict.fromkeys(population.cases)
        self._index: dict[tuple[GuessTrait, str], set[_Pair]] = defaultdict(set)

    def fitting(self, traits: _Traits) -> int:
        """Return the number of cases with a person who has all of these traits.

        Counting may stop at FEWEST: only a smaller result is exact.
        """
        if not traits:
            return FEWEST  # nothing that anybody could look for
        near = self._begun(traits.get(GuessTrait.MONTH, ()))
        while True:
            sets = [self._index[trait, value] for trait, values in traits.items() for value in values]
            case_count = len({case for case, _ in set.intersection(*sorted(sets, key=len))})
            waiting = self._unseen.keys() if near is None else self._unseen.keys() & near
            if case_count >= FEWEST or not waiting:
                return case_count
            self._learn(list(islice(waiting, _TOGETHER)))

    def _begun(self, months: Iterable[str]) -> Set[RecordId] | None:
        """Return the cases that may have events in all of these months or years; None means all cases."""
        days, case_ids = self._population.first_days, None
        for period in map(dates.read, months):
            if days is not None and period.earliest is not None and period.latest is not None:
                within = range(period.earliest.toordinal(), period.latest.toordinal() + 1)
                here = {case for day in within for case in days.get(day, ())}
                case_ids = here if case_ids is None else case_ids & here
        return case_ids

    def _learn(self, cases: list[RecordId]) -> None:
        facts = self._population.look(cases)
        look = self._look.at(facts)
        for case in cases:
            del self._unseen[case]
            for party in facts.people_of(facts.records[case]):
                for trait, values in look.traits(facts.records[case], party, None).items():
                    for value in values:
                        self._index[trait, value].add((case, party.id))


_YEAR: Final = 4  # digits


class _TraitReader:
    """Reads the traits of people as a reader would who wants to identify them."""

    def __init__(self, facts: Facts, named: Collection[RecordId]) -> None:
        """Prepare the reader; `named` are the parties without a label that take part in printed events."""
        self._facts, self._named = facts, named
        self._words = terms.Terms(facts)
        self._places = Places(facts, self._words)
        every = asked_fields(facts.all(Kind.FIELD)).values()
        self._asked = [asked_field for asked_field in every if not asked_field.field.is_text]

    def at(self, facts: Facts) -> Self:
        """Return a copy of this reader that reads traits from the cases in `facts`."""
        look = copy(self)
        look._facts, look._places = facts, Places(facts, self._words)
        return look

    def traits(
        self, case: Record, party: Record, profile: Profile | None
    ) -> dict[GuessTrait, frozenset[str]]:
        """Return the traits of a party in a case as a profile prints them; without one, in every detail."""

        def told(record: Record, field: str, name: str = "") -> bool:
            return bool(record.text(field) or record.lists.get(field)) and (
                profile is None or profile.allows(record, field, name)
            )

        values_by_trait: dict[GuessTrait, set[str]] = {trait: set() for trait in GuessTrait}
        for trait, field in ((GuessTrait.SEX, "sex"), (GuessTrait.ETHNICITY, "ethnicity")):
            if told(party, field):
                values_by_trait[trait].add(self._code(field, party.text(field)))
        if told(party, "age") and (profile is None or profile.ages is not AgeDetail.NONE):
            values_by_trait[GuessTrait.AGE].add(terms.published_age(party.text("age"), AgeDetail.BAND))
        if told(party, "terms", "terms.occupation"):
            for element in party.values("terms"):
                words = terms.words_of(element)
                if element.get("vocabulary") == "occupation" and self._tells(profile, "occupation", words):
                    values_by_trait[GuessTrait.OCCUPATION].add(self._code("occupation", words))
        values_by_trait[GuessTrait.BACKGROUND].update(self._background(party, profile, told))
        values_by_trait[GuessTrait.ANSWER].update(self._answers(party, profile))
        for event in self._facts.events_of(case.id):
            if not _happened_to(event, party) or not self._tells(profile, "event_type", event.text("type")):
                continue
            if told(event, "charges"):
                values_by_trait[GuessTrait.CHARGE].update(
                    self._code("charge", terms.words_of(item)) for item in event.values("charges")
                )
            values_by_trait[GuessTrait.PLACE].update(self._where(event, profile))
            if told(event, "type"):
                values_by_trait[GuessTrait.EVENT].add(self._code("event_type", event.text("type")))
            values_by_trait[GuessTrait.DETAIL].update(self._details(event, profile, told))
            if told(event, "penalties"):
                values_by_trait[GuessTrait.PENALTY].update(self._penalties(event, profile))
            if told(event, "parties"):
                party_ids = (RecordId(str(item.get("party"))) for item in event.values("parties"))
                values_by_trait[GuessTrait.OTHERS].update(
                    party_id for party_id in party_ids if party_id in self._named
                )
            if told(event, "date"):
                values_by_trait[GuessTrait.MONTH].update(_months(event.text("date"), profile))
        return {trait: frozenset(values - {""}) for trait, values in values_by_trait.items() if values - {""}}

    def _tells(self, profile: Profile | None, vocabulary: str, text: str) -> bool:
        return profile is None or self._words.may_go_out(profile, vocabulary, text)

    def _background(self, party: Record, profile: Profile | None, is_told: _Told) -> Iterator[str]:
        """Yield the printed facts of a party that count as the trait BACKGROUND."""
        for field in _BACKGROUND_FIELDS:
            if is_told(party, field) and languages.yes_or_no(party.text(field)) is not False:
                yield f"{field}={squeeze(party.text(field))}"
        for name in _BACKGROUND_TERMS:
            if is_told(party, "terms", f"terms.{name}"):
                for element in party.values("terms"):
                    # In other words it is printed of nobody who bears a label.
                    if element.get("vocabulary") == name:
                        words = terms.words_of(element)
                        term = self._words.find(name, words)
                        if term is not None and self._tells(profile, name, words):
                            yield f"{name}={term[0]}"

    def _details(self, event: Record, profile: Profile | None, is_told: _Told) -> Iterator[str]:
        for field, vocabulary in (("measure", "measure"), ("facility", "place_kind")):
            if is_told(event, field) and self._tells(profile, vocabulary, event.text(field)):
                yield f"{field}={self._code(vocabulary, event.text(field))}"
        kind = self._places.facility(event, profile)
        if kind and self._tells(profile, "place_kind", kind):
            yield f"facility={kind}"
        if is_told(event, "terms"):
            for element in event.values("terms"):
                words = terms.words_of(element)
                if self._tells(profile, "event_term", words):
                    yield f"term={self._code('event_term', words)}"

    def _penalties(self, event: Record, profile: Profile | None) -> Iterator[str]:
        """Yield kinds of penalties, and the printed details of each."""
        for element in event.values("penalties"):
            kind = self._code("penalty", terms.words_of_penalty(element))
            yield kind
            detail = DateDetail.DAY if profile is None else profile.event_dates
            ends = terms.published_date(str(element.get("ends") or ""), detail)
            for detail_words in terms.penalty_details({**element, "ends": ""}, "", ENGLISH, banded=True):
                yield f"{kind}={detail_words.text(ENGLISH)}"
            if ends and profile is not None:
                yield f"{kind} until {ends}"
            elif ends:  # in every precision in which it may be printed
                yield from (f"{kind} until {ends[:end]}" for end in (4, 7, 10))

    def _answers(self, party: Record, profile: Profile | None) -> Iterable[str]:
        """Yield the printed answers about a party to the desk's own questions, without free texts."""
        answers_by_key = answers_of(party) if self._asked else {}
        for asked_field in self._asked:
            answer = answers_by_key.get(asked_field.field.key, "")
            asks = asked_field.question.owner is Kind.PARTY and answer not in ("", *terms.ANSWERS)
            if asks and (profile is None or profile.admits_answer(party, asked_field)):
                dated = asked_field.question.type is QuestionType.DATE
                answer_values = _months(answer, profile) if dated else [squeeze(answer)]
                yield from (f"{asked_field.field.id}={value}" for value in answer_values if value)

    def _code(self, vocabulary: str, text: str) -> str:
        term = self._words.find(vocabulary, text)
        return term[0] if term is not None else squeeze(text)

    def _where(self, event: Record, profile: Profile | None) -> Iterable[str]:
        if profile is not None:
            if event.text("place"):
                place = self._places.told(event, profile)
                return [] if place is None else [place.id]
            words = event.text("place_text")
            typed = profile.places is PlaceDetail.AS_RECORDED and profile.allows(event, "place_text")
            return [squeeze(words)] if typed and self._tells(profile, "place_kind", words) else []
        within = [place.id for place in self._places.steps(RecordId(event.text("place")))]
        return within or [squeeze(event.text("place_text"))]


def _months(text: str, profile: Profile | None) -> Iterable[str]:
    """Return the month in which a date begins, or only the year if the profile prints no months.

    Without a profile, return both the month and the year.
    """
    detail = DateDetail.MONTH if profile is None else profile.event_dates
    first = terms.published_date(text, DateDetail.MONTH if detail is DateDetail.DAY else detail).split("/")[0]
    month = first.rstrip("?~%")
    return (month, month[:_YEAR]) if profile is None else (month,)


def _happened_to(event: Record, party: Record) -> bool:
    return any(item.get("party") == party.id and item.get("role") in OWN for item in event.values("parties"))
