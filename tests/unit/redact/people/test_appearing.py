"""Persons concerned, those in office and public lawyers appear; all others only where somebody adds them."""

from dataclasses import replace

import pytest

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.people.appearing import unverified
from hrddesk.redact.profile.profiles import LABELS, NAMES, NameRule, Profile
from tests.unit.redact.invented import PUBLIC, RESTRICTED, SECRET, Desk, all_text, who

BESIDE = (
    "relative",
    "colleague",
    "witness",
    "participant",
    "concerned",
    "organiser",
    "interpreter",
    "doctor",
    "other",
    "",
)
IN_OFFICE = ("perpetrator", "ordered", "held_by", "arrested_by", "charged_by", "tried_by", "judge")


@pytest.mark.parametrize("profile", [NAMES, LABELS])
@pytest.mark.parametrize("role", [role for role in BESIDE if role != "colleague"])
def test_who_is_neither_concerned_nor_in_office_is_left_out(desk: Desk, role: str, profile: Profile) -> None:
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    case = desk.case(person, narrative="Vero Lunt was seen by Odal Brisk. Later Brisk wept.")
    desk.review(case, "narrative", profile)
    desk.event(case, "detained", person, (other, role), date="2020-02-06")
    made = desk.redact(profile)
    (told,) = made.model.cases
    assert len(told.people) == len(told.events[0].who) == 1
    assert told.texts[0].endswith("was seen by [person]. Later [person] wept.")
    assert (made.left_out, made.where) == ({LeftOut.BESIDE: 1}, {LeftOut.BESIDE: (other,)})
    assert other not in made.labels
    added = desk.redact(profile, added=[other])
    assert len(added.model.cases[0].events[0].who) == 2
    assert "[person]" not in all_text(added.model)
    assert added.left_out == {}


@pytest.mark.parametrize("role", ["relative", "colleague", "other", "lawyer"])
def test_a_role_in_the_case_goes_before_what_happened_to_somebody(desk: Desk, role: str) -> None:
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk", level=None)
    case = desk.case(person, (other, role))
    desk.event(case, "detained", person, date="2020")
    desk.event(case, "threatened", other, date="2021", level=None)
    made = desk.redact(LABELS)
    assert [event.date for event in made.model.cases[0].events] == ["2020"]
    assert made.left_out == {LeftOut.BESIDE: 1, LeftOut.EVENT: 1}
    assert len(desk.redact(LABELS, added=[other]).model.cases[0].events) == 2


@pytest.mark.parametrize("role", IN_OFFICE)
def test_who_acted_for_the_state_appears_as_the_profile_says(desk: Desk, role: str) -> None:
    person, officer = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    case = desk.case(person)
    desk.event(case, "detained", person, (officer, role), date="2020")
    assert "Odal Brisk" in all_text(desk.model())
    assert len(desk.redact(LABELS).labels) == 2


@pytest.mark.parametrize(("level", "appears"), [(PUBLIC, True), (RESTRICTED, False), (None, False)])
@pytest.mark.parametrize("role", ["lawyer", "state_lawyer", "辩护人"])
def test_a_lawyer_appears_where_somebody_gave_the_level_public(
    desk: Desk, role: str, level: object, *, appears: bool
) -> None:
    person = desk.party("Vero Lunt")
    lawyer = desk.party("Odal Brisk", level=level)  # type: ignore[arg-type]
    case = desk.case(person, (lawyer, "lawyer"))
    desk.event(case, "detained", person, (lawyer, role), date="2020")
    made = desk.redact(LABELS)
    assert (len(made.model.cases[0].events[0].who) == 2) is appears
    assert (LeftOut.BESIDE in made.left_out) is not appears


def test_who_is_concerned_in_one_case_appears_in_another(desk: Desk) -> None:
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    case = desk.case(person, (other, "colleague"))
    desk.event(case, "detained", person, (other, "participant"), date="2020")
    own = desk.case(other)
    desk.event(own, "detained", other, date="2021")
    assert who(desk.redact(cases=[case]).model.cases[0].events[0]) == ["Victim: Vero Lunt"]
    both = desk.redact(cases=[case, own])
    assert LeftOut.BESIDE not in both.left_out
    assert "Participant: Odal Brisk" in [part for sheet in both.model.cases for part in who(sheet.events[0])]


def test_organisations_and_authorities_are_no_people(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    union, court = desk.party("The Larks", kind="organisation"), desk.party("Court", kind="authority")
    case = desk.case(person)
    desk.event(case, "tried", person, (union, "participant"), (court, "other"), date="2020")
    assert len(desk.model().cases[0].events[0].who) == 3


def test_what_is_kept_back_decides_about_nobody(desk: Desk) -> None:
    """Else a name in a text would tell whether somebody stands in a record that does not go out."""
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    case = desk.case(person, narrative="Vero Lunt was seen by Odal Brisk.")
    desk.review(case, "narrative")
    desk.event(case, "detained", person, date="2020")
    before = desk.model()
    desk.event(case, "beaten", person, (other, "witness"), level=SECRET)
    secret = desk.case((other, "relative"), level=SECRET)
    desk.event(secret, "detained", (other, "relative"))
    assert desk.redact().model == before
    assert "Odal Brisk" in all_text(before)


def test_who_may_not_appear_anyway_is_no_choice(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    hidden, source = desk.party("Odal Brisk", level=SECRET), desk.party("Sela Wend")
    case = desk.case(person, (hidden, "relative"), (source, "source"))
    desk.event(case, "detained", person, (source, "source"), date="2020")
    made = desk.redact(added=[hidden])
    assert made.left_out == {LeftOut.PERSON: 1}
    assert "Brisk" not in all_text(made.model)
    assert "Wend" not in all_text(made.model)


def test_a_label_that_was_asked_for_stands_in_texts_alone(desk: Desk) -> None:
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    case = desk.case(person, (other, "relative"), narrative="Vero Lunt was seen by Odal Brisk.")
    desk.review(case, "narrative")
    desk.event(case, "detained", person, (other, "relative"), date="2020")
    made = desk.redact(label=[other])
    assert who(made.model.cases[0].events[0]) == ["Victim: Vero Lunt"]
    assert made.model.cases[0].texts == ("Vero Lunt was seen by Person A.",)
    assert NAMES.rule_for(desk.records[other]) is NameRule.AS_IS


def test_whose_name_holds_that_of_somebody_left_out_gets_a_label(desk: Desk) -> None:
    person, other = desk.party("Wife of Odal Brisk"), desk.party("Odal Brisk")
    case = desk.case(person, (other, "relative"))
    desk.event(case, "detained", person, date="2020")
    made = desk.redact()
    assert "Brisk" not in all_text(made.model)
    assert made.where[LeftOut.NAME] == (person,)


@pytest.mark.parametrize(
    ("sources", "field", "stance", "stands"),
    [
        ([], "", "", False),
        (["interview"], "", "", False),
        (["interview", "letter"], "", "", True),
        (["interview", "interview"], "parties", "supports", True),
        (["news"], "parties", "", True),
        (["news"], "date", "", False),
        (["news"], "", "contradicts", False),
    ],
)
@pytest.mark.parametrize("role", ["perpetrator", "ordered", "x_beater"])
def test_who_is_accused_is_verified_by_two_sources_or_a_public_document(
    desk: Desk, role: str, sources: list[str], field: str, stance: str, *, stands: bool
) -> None:
    own = {"vocabulary": "role", "code": "x_beater", "into": "perpetrator"}
    desk.other(Kind.TERM, PUBLIC, {"en": "Beater"}, retired=True, **own)
    person, officer, bureau = desk.party("Vero Lunt"), desk.party("Odal Brisk"), desk.party("The bureau")
    desk.set(bureau, kind="authority")
    case = desk.case(person)
    event = desk.event(case, "beaten", person, (officer, role), (bureau, role), date="2020")
    for number, kind in enumerate(sources):
        source = Record(kind=Kind.SOURCE, id=RecordId(f"{number:032x}")).with_fields(type=kind)
        cited = Record(kind=Kind.CITATION, id=RecordId(f"{number + 9:032x}"))
        desk.add(source, None)
        desk.add(cited.with_fields(record=event, source=source.id, field=field, stance=stance), None)
    assert unverified(desk.facts(case)) == (frozenset() if stands else {officer})


@pytest.mark.parametrize("label", [True, False])
def test_who_is_accused_and_bears_a_label_is_told_by_office(desk: Desk, *, label: bool) -> None:
    person = desk.party("Vero Lunt", terms=[{"vocabulary": "occupation", "term": "police_officer"}])
    terms = [
        {"vocabulary": "occupation", "raw": "police officer", "term": "police_officer"},
        {"vocabulary": "occupation", "raw": "the left-handed one of the mill"},
        {"vocabulary": "religion", "raw": "Muslim"},
    ]
    officer = desk.party("Odal Brisk", terms=terms)
    case = desk.case(person)
    desk.event(case, "beaten", person, (officer, "perpetrator"), date="2020")
    told = who(desk.redact(label=[officer] if label else ()).model.cases[0].events[0])
    accused = "Perpetrator, Police officer: Person A" if label else "Perpetrator: Odal Brisk"
    assert told == ["Victim: Vero Lunt", accused]
    profile = replace(NAMES, fields=NAMES.fields - {"party.terms.occupation"})
    (sheet,) = desk.redact(profile, label=[officer]).model.cases
    assert who(sheet.events[0])[1] == "Perpetrator: Person A"
