"""What fills a form: facts follow from what the law of a country says that events do."""

from dataclasses import replace

import pytest

from hrddesk.analysis.overview.person_facts import PersonFacts
from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.model.record import RecordId
from hrddesk.records.terms import countries
from hrddesk.records.terms.countries import Effect, EventTrait
from hrddesk.records.terms.words import SHIPPED
from tests.unit.analysis.people import event, person


def facts_of(country: str) -> PersonFacts:
    """Return the facts of somebody to whom everything happened of which a law speaks."""
    who = person()
    rules = countries.of(country).events
    events = [replace(event(who, code, "2020"), country=country) for code in rules]
    return PersonFacts(party=who, events=events, names={}, places={}, words=SHIPPED, chain=ENGLISH)


@pytest.mark.parametrize("country", sorted(countries.shipped()))
def test_every_kind_of_event_that_takes_holds_or_frees_is_in_a_form(country: str) -> None:
    facts = facts_of(country)

    def lines(fact: str) -> set[str]:
        return {line.rpartition(" · ")[2] for line in facts(fact).splitlines()}

    custody, proceedings, taken = map(lines, ("custody", "proceedings", "taken"))
    for code, rule in countries.of(country).events.items():
        label = facts.label("event_type", code)
        assert label in custody or rule.effect is not Effect.ENTERS
        ends = rule.effect in (Effect.LEAVES, Effect.UNGROUNDED)
        assert label in proceedings or not (rule.stage or ends)
        assert label in taken or EventTrait.BEGINS not in rule.traits
    for code in ("released_end_of_sentence", "released_on_conditions", "court_bail", "pardoned", "remanded"):
        assert facts.label("event_type", code) in proceedings
    for code in ("arrested", "detained_again", "coercively_summoned", "disappeared"):
        assert facts.label("event_type", code) in taken


def test_a_step_names_the_body_that_was_asked_be_it_a_record_or_words() -> None:
    who, body = person(), person(kind="organisation")
    asked = event(who, "intervention", "2020", addressee="an embassy", reference="G/1")
    roles = [*asked.values("parties"), {"party": body.id, "role": "addressee"}]
    facts = PersonFacts(
        party=who,
        events=[asked.with_elements("parties", roles)],
        names={body.id: "The Working Group"},
        places={},
        words=SHIPPED,
        chain=ENGLISH,
    )
    assert facts("remedies").endswith("The Working Group (Addressee) · an embassy · G/1")


def test_a_place_where_people_are_held_says_the_facility_unless_somebody_was_taken_from_there() -> None:
    who, place = person(), RecordId("a" * 32)
    for code, said in (("imprisoned", True), ("taken_away", False)):
        held = replace(event(who, code, "2020", place=place), country="CN")
        facts = PersonFacts(
            party=who,
            events=[held],
            names={},
            places={},
            words=SHIPPED,
            chain=ENGLISH,
            kinds={place: "prison"},
        )
        assert ("Prison" in facts.custody(held)) is said
        assert facts.custody(held.with_fields(facility="labour_camp"))[1] == "Labour camp"
