"""What people consented to holds in print: who is withheld, who has a label, who was a minor."""

from dataclasses import replace
from datetime import date

import pytest

from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import CONSENTS, Kind
from hrddesk.records.model.record import Element, RecordId
from hrddesk.redact.figures.admitted import Admitted
from hrddesk.redact.people.consenting import consenting, may_be_pictured
from hrddesk.redact.profile.profiles import LABELS, NAMES
from tests.unit.redact.invented import Desk

TODAY = date(2026, 6, 15)
YES: Element = {"consent": "yes", "purpose": "with_name", "given_by": "self", "date": "2026-01-05"}
NEEDED = replace(NAMES, consent_needed=True)


def answers(desk: Desk, party: RecordId, *entries: Element) -> RecordId:
    desk.records[party] = desk.records[party].with_elements(CONSENTS, entries)
    return party


@pytest.mark.parametrize(
    ("entry", "withheld", "unnamed"),
    [
        (YES, False, False),
        ({**YES, "purpose": "without_name"}, False, True),
        ({**YES, "purpose": "state"}, True, True),
        ({**YES, "date": "2999"}, False, True),
        ({**YES, "date": "2999", "purpose": "state"}, True, True),
        ({**YES, "until": "2026-06-14"}, False, True),
        ({**YES, "until": "2026-06-15"}, False, False),
        ({**YES, "consent": "refused"}, True, True),
        ({**YES, "consent": "withdrawn"}, True, True),
    ],
)
def test_an_answer_holds_under_every_profile(
    desk: Desk, entry: Element, *, withheld: bool, unnamed: bool
) -> None:
    party = answers(desk, desk.party("Odal Brisk"), entry)
    case = desk.case(party)
    facts = desk.facts()
    for profile in (NAMES, NEEDED, LABELS):
        assert facts.may_appear(facts.records[party], profile) is not withheld
        assert (party in consenting(facts, TODAY).labelled(profile)) is unnamed
        counted = Admitted(facts, profile)
        assert (counted(facts.records[case]) is None) is withheld


def test_who_refused_is_named_nowhere_and_who_is_left_has_the_texts(desk: Desk) -> None:
    lan, vero = desk.party("Odal Brisk"), desk.party("Vero Lunt")
    case = desk.case(lan, vero, narrative="Odal Brisk wrote to Vero Lunt.")
    desk.event(case, "detained", lan, vero)
    answers(desk, vero, {**YES, "consent": "refused"})
    desk.review(case, "narrative")
    model = desk.redact().model
    assert "Odal Brisk" in model.canonical().decode()
    assert "Lunt" not in model.canonical().decode()
    assert model.cases[0].texts == ("Odal Brisk wrote to [person].",)


def test_nobody_asked_is_counted_and_labelled_where_the_profile_wants_consent(desk: Desk) -> None:
    unasked, based, secretly = desk.party("Odal Brisk"), desk.party("Vero Lunt"), desk.party("Mira Quill")
    court = desk.party("The County Court", kind="authority")
    desk.case(unasked, based, secretly)
    news = desk.other(Kind.SOURCE, type="news", title="The River Post")
    leak = desk.other(Kind.SOURCE, type="interview", title="A neighbour")
    for party, source in ((based, news), (secretly, leak)):
        answers(desk, party, {"consent": "cannot_be_asked", "basis": "campaign", "source": source})
    found = consenting(desk.facts(), TODAY)
    assert found.unasked == {unasked, secretly}
    assert court not in found.unasked
    assert not found.labelled(NAMES)
    assert found.labelled(NEEDED) == {unasked, secretly}


@pytest.mark.parametrize(
    ("told", "entry", "unnamed"),
    [
        ({"birth": "2004-06"}, None, True),
        ({"birth": "2002"}, None, True),  # perhaps not yet 18
        ({"birth": "2001"}, None, False),
        ({"age": "17", "age_day": "2020-02-06"}, None, True),
        ({"age": "about 40", "age_day": "2020-02-06"}, None, False),
        ({}, None, False),
        ({"birth": "2004-06"}, {**YES, "given_by": "guardian"}, False),
        ({"birth": "2004-06"}, {**YES, "given_by": "next_of_kin"}, True),
        ({"birth": "2004-06"}, YES, False),  # she answered in 2026, of age
        ({"birth": "2004-06"}, {**YES, "date": "2021"}, True),
        ({"birth": "2004-06"}, {**YES, "given_by": "guardian", "until": "2026-05"}, True),
        ({"birth": "2004-02-29"}, None, True),
        ({"birth": "after 2015"}, None, True),
        ({"age": "15"}, None, True),
        ({"age": "十五岁"}, None, True),
        ({"age": "十七八岁"}, None, True),
        ({"age": "二十一岁"}, None, False),
        ({"age": "an adult"}, None, False),
    ],
)
def test_minors_are_named_only_with_a_guardians_consent(
    desk: Desk, told: dict[str, str], entry: Element | None, *, unnamed: bool
) -> None:
    party = desk.party("Odal Brisk")
    desk.set(party, **told)
    desk.event(desk.case(party), "detained", party, date="2020-02-06")
    answers(desk, party, *([] if entry is None else [entry]))
    assert (party in consenting(desk.facts(), TODAY).unnamed) is unnamed


@pytest.mark.parametrize(("on", "unnamed"), [("before 2010", True), ("", False), ("2020", False)])
def test_who_was_a_minor_is_told_by_the_earliest_day_that_may_be(desk: Desk, on: str, unnamed: bool) -> None:
    party = desk.party("Odal Brisk")
    desk.set(party, birth="2000")
    desk.event(desk.case(party), "detained", party, date=on)
    assert (party in consenting(desk.facts(), TODAY).unnamed) is unnamed


def test_a_minor_of_a_case_needs_no_part_in_an_event(desk: Desk) -> None:
    child, parent = desk.party("Odal Brisk"), desk.party("Vero Lunt")
    desk.set(child, birth="2010")
    desk.event(desk.case(child, parent), "detained", parent, date="2020")
    assert consenting(desk.facts(), TODAY).unnamed == {child}


def test_who_refused_has_no_letter_in_texts_though_consent_is_needed(desk: Desk) -> None:
    lan, vero = desk.party("Odal Brisk"), desk.party("Vero Lunt")
    case = desk.case(lan, vero, narrative="Odal Brisk wrote to Vero Lunt.")
    desk.event(case, "detained", lan, vero)
    answers(desk, vero, {**YES, "consent": "refused"})
    desk.review(case, "narrative")
    assert desk.redact(label=[vero]).model.cases[0].texts == ("Odal Brisk wrote to [person].",)


def test_pictures_need_their_own_yes(desk: Desk) -> None:
    party = desk.party("Odal Brisk", level=Visibility.PUBLIC)
    for entries, pictured in (
        ([], True),
        ([{"consent": "not_asked"}], True),
        ([YES], False),
        ([{**YES, "date": "2999", "pictures": True}], False),
        ([{**YES, "pictures": True}], True),
        ([{**YES, "pictures": True, "until": f"{TODAY.year}"}], True),
        ([{**YES, "pictures": True, "until": f"{TODAY.year - 1}"}], False),
        ([{**YES, "consent": "withdrawn"}], False),
    ):
        answers(desk, party, *entries)
        assert may_be_pictured([desk.records[party]], TODAY) is pictured
