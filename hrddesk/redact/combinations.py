"""Warn where the facts that are published of a labelled person fit so few cases that they name them.

What is counted are the cases of this desk: it knows no better population. A warning informs and never blocks.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.redact import terms
from hrddesk.redact.draft import VICTIM, DraftCase
from hrddesk.redact.facts import Facts
from hrddesk.redact.folding import squeeze
from hrddesk.redact.model import Bilingual
from hrddesk.redact.profiles import AgeDetail, DateDetail, PlaceDetail, Profile

FEWEST: Final = 5
"""Cases that a combination must fit so that nothing is said."""


class Trait(StrEnum):
    """What people look for when they guess who somebody is."""

    CHARGE = "charge"
    PLACE = "place"
    MONTH = "month"
    SEX = "sex"
    AGE = "age"
    ETHNICITY = "ethnicity"
    OCCUPATION = "occupation"


@dataclass(frozen=True, slots=True)
class Rare:
    """A labelled person whose published traits fit fewer than five cases of this desk."""

    party: RecordId
    label: Bilingual
    case: RecordId
    traits: tuple[Trait, ...]
    fits: int
    coarser: tuple[Trait, ...]
    """Traits without which, or told by the year in place of the month, enough cases fit."""


_Pair = tuple[RecordId, RecordId]  # a case, and somebody in it
_Traits = Mapping[Trait, frozenset[str]]


def rare_combinations(
    facts: Facts,
    profile: Profile,
    drafted: Mapping[RecordId, DraftCase],
    mapped: Mapping[RecordId, Bilingual],
) -> tuple[Rare, ...]:
    """Return the labelled people of these cases whose traits are rare, in the order of their labels."""
    words = terms.Terms(facts)
    index: dict[tuple[Trait, str], set[_Pair]] = defaultdict(set)
    for case in facts.all(Kind.CASE):
        for party in facts.people_of(case):
            for trait, values in _traits(facts, words, case, party, None).items():
                for value in values:
                    index[trait, value].add((case.id, party.id))
    found = []
    for case_id, draft in drafted.items():
        for person in draft.people:
            if person.party not in mapped:
                continue
            case, party = facts.records[case_id], facts.records[person.party]
            traits = _traits(facts, words, case, party, profile)
            fits = _fitting(index, traits)
            if traits and fits < FEWEST:
                coarser = tuple(
                    trait for trait in traits if _fitting(index, _without(traits, trait)) >= FEWEST
                )
                found.append(Rare(party.id, mapped[party.id], case_id, tuple(traits), fits, coarser))
    return tuple(sorted(found, key=lambda rare: (len(rare.label.en), rare.label.en, rare.case)))


def _fitting(index: Mapping[tuple[Trait, str], set[_Pair]], traits: _Traits) -> int:
    """Return how many cases have somebody with all of these traits."""
    sets = [index.get((trait, value), set()) for trait, values in traits.items() for value in values]
    if not sets:
        return FEWEST  # nothing that anybody could look for
    return len({case for case, _ in set.intersection(*sorted(sets, key=len))})


def _without(traits: _Traits, trait: Trait) -> _Traits:
    """Return the traits without one; months give way to years first."""
    months = traits.get(Trait.MONTH, frozenset())
    if trait is Trait.MONTH and any(len(month) > _YEAR for month in months):
        return {**traits, Trait.MONTH: frozenset(month[:_YEAR] for month in months)}
    return {key: values for key, values in traits.items() if key is not trait}


_YEAR: Final = 4  # digits


def _traits(
    facts: Facts, words: terms.Terms, case: Record, party: Record, profile: Profile | None
) -> dict[Trait, frozenset[str]]:
    """Return somebody's traits in a case: those that a profile lets out, or all of them for None."""

    def told(record: Record, field: str, name: str = "") -> bool:
        return bool(record.text(field) or record.lists.get(field)) and (
            profile is None or profile.allows(record, field, name)
        )

    def code(vocabulary: str, text: str) -> str:
        term = words.find(vocabulary, text)
        return term[0] if term is not None else squeeze(text)

    made: dict[Trait, set[str]] = {trait: set() for trait in Trait}
    for trait, field in ((Trait.SEX, "sex"), (Trait.ETHNICITY, "ethnicity")):
        if told(party, field):
            made[trait].add(code(field, party.text(field)))
    if told(party, "age") and (profile is None or profile.ages is not AgeDetail.NONE):
        made[Trait.AGE].add(terms.published_age(party.text("age"), AgeDetail.BAND))
    if told(party, "terms", "terms.occupation"):
        for element in party.values("terms"):
            if element.get("vocabulary") == "occupation":
                made[Trait.OCCUPATION].add(code("occupation", terms.words_of(element)))
    for event in facts.events_of(case.id):
        if not _happened_to(event, party):
            continue
        if told(event, "charges"):
            made[Trait.CHARGE].update(
                code("charge", terms.words_of(item)) for item in event.values("charges")
            )
        if told(event, "place_text") and (profile is None or profile.places is not PlaceDetail.NONE):
            made[Trait.PLACE].add(squeeze(event.text("place_text")))
        if told(event, "date"):
            made[Trait.MONTH].update(_months(event.text("date"), profile))
    return {trait: frozenset(values - {""}) for trait, values in made.items() if values - {""}}


def _months(text: str, profile: Profile | None) -> Iterable[str]:
    """Return the month that a date begins in, as it is published; for the desk's own cases the year too."""
    detail = DateDetail.MONTH if profile is None else profile.event_dates
    first = terms.published_date(text, DateDetail.MONTH if detail is DateDetail.DAY else detail).split("/")[0]
    month = first.rstrip("?~%")
    return (month, month[:_YEAR]) if profile is None else (month,)


def _happened_to(event: Record, party: Record) -> bool:
    return any(
        item.get("party") == party.id and item.get("role") in (VICTIM, None)
        for item in event.values("parties")
    )
