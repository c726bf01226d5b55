"""Rare combinations are told before a publication."""

from dataclasses import replace
from typing import Any

import pytest

from hrddesk.records.dates import dates
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.model.issue import Before
from hrddesk.redact.people.changes import Follows
from hrddesk.redact.profile.coarser import Coarser, coarsened
from hrddesk.redact.profile.profiles import (
    LABELS,
    NAMES,
    PUBLISHABLE,
    AgeDetail,
    DateDetail,
    PlaceDetail,
    Profile,
)
from hrddesk.redact.profile.sensitive import TOPICS
from hrddesk.redact.publication.redaction import Request, redact
from hrddesk.redact.risks import combinations
from hrddesk.redact.risks.combinations import Combinations, GuessTrait, Population
from tests.unit.redact.invented import AS_OF, PUBLIC, Desk

TYPED = (
    Coarser.PREFECTURES,
    Coarser.PROVINCES,
    Coarser.NO_PLACES,
)  # of typed words all of these are the same


def _add(desk: Desk, number: int, **event: str) -> RecordId:
    person = desk.party(
        f"Number {'abcdefghij'[number]}", sex="female", ethnicity="Tibetan", age="34",
        terms=[{"vocabulary": "occupation", "raw": "Lawyer"}, {"vocabulary": "cause", "raw": "x"}],
    )  # fmt: skip
    case = desk.case(person)
    given = {"date": "2020-02-06", "place_text": "Wuhan"} | event
    lists = {"charges": [{"raw": "fraud"}]}
    desk.event(case, "detained", person, level=PUBLIC, lists=lists, **given)
    desk.event(case, "detained", (person, "witness"), date="1999", place_text="Elsewhere")
    return person


_Found = list[tuple[str, int, tuple[Coarser, ...]]]


def _rare(desk: Desk, profile: Profile = NAMES, *label: RecordId) -> _Found:
    found = desk.redact(profile, label).combinations.rare
    return [(item.label.said("en"), item.fits, item.coarser) for item in found]


def test_five_cases_that_look_alike_need_no_warning() -> None:
    desk = Desk()
    people = [_add(desk, number) for number in range(5)]
    assert _rare(desk, NAMES, people[0]) == []
    assert _rare(desk, LABELS) == []


def test_fewer_than_five_are_warned_of_with_what_would_help() -> None:
    desk = Desk()
    people = [_add(desk, number) for number in range(5)]
    desk.redact()
    odd = _add(desk, 5, date="2020-03")
    assert _rare(desk, NAMES) == [], "only labelled people"
    assert _rare(desk, NAMES, odd) == [("Person A", 1, (Coarser.YEARS, Coarser.NO_DATES))]
    twice = _add(desk, 6, date="2020-03", place_text="Harbin")
    found = desk.redact(NAMES, [twice, people[0]]).combinations.rare
    assert [(item.party, item.fits, item.coarser) for item in found] == [(twice, 1, ())]
    assert set(found[0].traits) == {
        *(GuessTrait.CHARGE, GuessTrait.PLACE, GuessTrait.MONTH, GuessTrait.SEX, GuessTrait.AGE),
        *(GuessTrait.ETHNICITY, GuessTrait.OCCUPATION),
        GuessTrait.EVENT,
    }  # fmt: skip


def test_only_published_traits_count() -> None:
    desk = Desk()
    for number in range(5):
        _add(desk, number)
    odd = _add(desk, 5, date="2020-03", place_text="Harbin")
    year = replace(NAMES, event_dates=DateDetail.YEAR, places=PlaceDetail.NONE, ages=AgeDetail.NONE)
    assert _rare(desk, year, odd) == []
    bare = replace(NAMES, fields=frozenset({"party.names", "event.type", "event.parties", "case.parties"}))
    assert _rare(desk, bare, odd) == []
    without_dates = replace(NAMES, event_dates=DateDetail.NONE)
    assert _rare(desk, without_dates, odd) == [("Person A", 1, TYPED)]
    by_year = replace(NAMES, event_dates=DateDetail.YEAR)
    assert _rare(desk, by_year, odd) == [("Person A", 1, TYPED)]


def test_what_telling_less_would_change_is_counted_and_comes_true() -> None:
    desk = Desk()
    for number in range(5):
        _add(desk, number)
    odd, twice = _add(desk, 5, date="2020-03"), _add(desk, 6, date="2020-03", place_text="Harbin")
    before = desk.redact(NAMES, [odd, twice]).combinations
    assert len(before.rare) == 2
    assert Coarser.MONTHS not in before.remain, "months are what is looked at"
    assert before.remain[Coarser.YEARS] == before.remain[Coarser.NO_DATES] == 1
    assert before.remain[Coarser.NO_PLACES] == 2
    for step, left in before.remain.items():
        after = desk.redact(NAMES, [odd, twice], coarser=[step])
        assert len(after.combinations.rare) == left, step
        assert step not in after.combinations.remain, "a step that was taken is not offered again"
    both = desk.redact(NAMES, [odd, twice], coarser=[Coarser.YEARS, Coarser.NO_PLACES])
    assert both.combinations == Combinations((), {})


def test_steps_are_offered_only_while_they_tell_less() -> None:
    desk = Desk()
    odd = _add(desk, 0)
    least = replace(NAMES, event_dates=DateDetail.NONE, places=PlaceDetail.PROVINCE, fields=frozenset(
        NAMES.fields - {"party.sex"}))  # fmt: skip
    steps = set(desk.redact(least, [odd]).combinations.remain)
    assert steps == {
        Coarser.NO_CHARGES,
        Coarser.NO_AGES,
        Coarser.NO_ETHNICITY,
        Coarser.NO_OCCUPATION,
    }, "of a place that is not told nothing can be taken"


def test_villages_are_rare_where_their_prefecture_is_not() -> None:
    desk = Desk()
    province = desk.place("Eastmark", "province")
    town = desk.place("Lakeford", "city", parent=province)
    people = []
    for number in range(5):
        village = desk.place(f"Hollow {number}", "village", parent=town)
        people.append(_add(desk, number, place=village, place_text=""))
    found = desk.redact(NAMES, people).combinations
    assert [item.fits for item in found.rare] == [1] * 5
    assert found.remain[Coarser.PREFECTURES] == found.remain[Coarser.PROVINCES] == 0
    assert found.remain[Coarser.YEARS] == 5


_EVERYTHING = replace(
    NAMES,
    fields=PUBLISHABLE,
    event_dates=DateDetail.YEAR,
)


def _alike(desk: Desk, number: int, *, beside: RecordId | None = None, **event: Any) -> RecordId:
    """Add one of several men who are alike but for one event."""
    person = desk.party(f"Number {'abcdefghij'[number]}", sex="male", age="34")
    case = desk.case(person)
    desk.event(case, "detained", person, date="2020")
    if event:
        kind, lists = event.pop("type", "sentenced"), event.pop("lists", None)
        others = [] if beside is None else [(beside, "court")]
        desk.event(case, kind, person, *others, level=PUBLIC, lists=lists, date="2020", **event)
    return person


def _traits(desk: Desk, odd: RecordId, profile: Profile = _EVERYTHING) -> set[GuessTrait]:
    found = desk.redact(profile, [odd]).combinations.rare
    assert {item.party for item in found} <= {odd}
    return {trait for item in found for trait in item.traits}


@pytest.mark.parametrize(
    ("fields", "terms", "trait"),
    [
        ({"disability": "yes"}, (), GuessTrait.BACKGROUND),
        ({}, [{"vocabulary": "religion", "term": "islam"}], GuessTrait.BACKGROUND),
        ({}, [{"vocabulary": "cause", "term": "press_freedom"}], GuessTrait.BACKGROUND),
    ],
)
def test_whatever_is_printed_of_a_person_counts(
    fields: dict[str, Any], terms: list[dict[str, str]], trait: GuessTrait
) -> None:
    desk = Desk()
    for number in range(5):
        _alike(desk, number)
    odd = desk.party("Number x", sex="male", age="34", terms=terms, **fields)
    desk.event(desk.case(odd), "detained", odd, date="2020")
    assert trait in _traits(desk, odd)
    assert not _traits(desk, odd, coarsened(_EVERYTHING, [Coarser.NO_BACKGROUND]))


@pytest.mark.parametrize(
    ("event", "trait"),
    [
        (
            {"lists": {"penalties": [{"kind": "fine", "amount": 187654, "currency": "CNY"}]}},
            GuessTrait.PENALTY,
        ),
        ({"lists": {"penalties": [{"kind": "life"}]}}, GuessTrait.PENALTY),
        (
            {"lists": {"penalties": [{"kind": "fixed", "months": 18, "ends": "2022-03-17"}]}},
            GuessTrait.PENALTY,
        ),
        ({"type": "detained", "lists": {"terms": [{"raw": "platform:wechat"}]}}, GuessTrait.DETAIL),
        ({"type": "died_in_custody"}, GuessTrait.EVENT),
        ({"type": "detained", "facility": "prison"}, GuessTrait.DETAIL),
        ({"type": "detained", "place": "a prison"}, GuessTrait.DETAIL),
    ],
)
def test_whatever_is_printed_of_an_event_counts(event: dict[str, Any], trait: GuessTrait) -> None:
    desk = Desk()
    for number in range(5):
        _alike(desk, number)
    if "place" in event:  # known from its kind alone
        event = {**event, "place": desk.place("Hollow Hall", "prison")}
    odd = _alike(desk, 5, **event)
    assert trait in _traits(desk, odd)


@pytest.mark.parametrize(
    "event",
    [
        {"lists": {"terms": [{"term": "sexual_abuse"}]}},
        {"facility": "psychiatric_hospital"},
        {"place": "psychiatric_hospital"},
        {"measure": "forced_treatment"},
    ],
)
def test_a_sensitive_circumstance_that_is_not_told_does_not_count(event: dict[str, Any]) -> None:
    desk = Desk()
    for number in range(5):
        _alike(desk, number)
    if "place" in event:
        event = {"place": desk.place("Ward", event["place"])}
    odd = _alike(desk, 5, type="detained", **event)
    desk.records[odd] = desk.records[odd].with_elements(
        "terms", [{"vocabulary": "occupation", "term": "monk"}]
    )
    told = replace(_EVERYTHING, sensitive=frozenset(TOPICS))
    assert GuessTrait.DETAIL in _traits(desk, odd, told)
    assert GuessTrait.OCCUPATION in _traits(desk, odd, told)
    without = replace(_EVERYTHING, sensitive=frozenset())
    assert {GuessTrait.DETAIL, GuessTrait.OCCUPATION}.isdisjoint(_traits(desk, odd, without))


def test_a_court_that_is_named_beside_somebody_counts() -> None:
    desk = Desk()
    court = desk.party("Court of Lower Quarry", kind="authority")
    people = [_alike(desk, number, type="sentenced") for number in range(5)]
    assert not _traits(desk, people[0])
    odd = _alike(desk, 5, beside=court, type="sentenced")
    assert GuessTrait.OTHERS in _traits(desk, odd)
    alone = replace(_EVERYTHING, fields=_EVERYTHING.fields - {"event.parties"})
    assert GuessTrait.OTHERS not in _traits(desk, odd, alone)


def test_fines_are_told_by_bands_where_somebody_without_name_had_to_pay() -> None:
    desk = Desk()
    for number in range(5):
        fine = {"kind": "fine", "amount": 100_000 + number, "currency": "CNY"}
        last = _alike(desk, number, lists={"penalties": [fine]})
    assert not _traits(desk, last)
    printed = desk.redact(LABELS).model.canonical().decode()
    assert "100,000 to 499,999 CNY" in printed
    assert "100004" not in printed
    assert "100004 CNY" in desk.redact(NAMES).model.canonical().decode()
    assert "100004" not in desk.redact(NAMES, [last]).model.canonical().decode()


def test_what_an_issue_before_told_under_the_same_label_counts_and_cannot_be_taken_back() -> None:
    desk = Desk()
    for number in range(5):
        _alike(desk, number)
    odd = desk.party("Number x", sex="female", age="34")
    desk.event(desk.case(odd), "detained", odd, date="2020")
    without_sex = coarsened(_EVERYTHING, [Coarser.NO_SEX])
    assert not _traits(desk, odd, without_sex)
    before = desk.redact(_EVERYTHING, [odd])
    follows = Follows(
        before=Before(1, AS_OF, "0" * 64), snapshot=before.snapshot, labels=before.labels, told=(_EVERYTHING,)
    )
    (rare,) = desk.redact(without_sex, [odd], follows=follows).combinations.rare
    assert (rare.party, rare.fits) == (odd, 1)
    assert GuessTrait.SEX in rare.traits
    assert rare.coarser == ()
    somebody_else = replace(follows, labels={})
    assert desk.redact(without_sex, [odd], follows=somebody_else).combinations.rare == ()


_POINTS = ("2019", "2020-02", "2020-02-06", "2020-02-29", "199X", "2020-12-31", "2021-01-01", "")
_SAID = ("May 2012", "early May 2012", "summer of 2012", "2012年冬", "around 3 March 2021", "before May 2012")


@pytest.mark.parametrize(
    "said",
    [
        *(f"{point}{mark}" for point in _POINTS for mark in ("", "?", "~", "%")),
        *(f"{one}/{other}" for one in _POINTS for other in _POINTS),
        *_SAID,
    ],
)
def test_a_date_begins_within_the_month_and_year_by_which_people_are_looked_for(said: str) -> None:
    first = dates.read(said).earliest
    for value in filter(None, combinations._months(said, None)):
        within = dates.read(value)
        assert first is not None
        assert within.earliest is not None
        assert within.latest is not None
        assert within.earliest <= first <= within.latest


def test_cases_are_looked_at_until_five_fit_and_by_the_months_of_their_events() -> None:
    desk = Desk()
    for number in range(4):
        _add(desk, number)
    others = [_add(desk, number, date="2020-03") for number in range(4, 10)]
    facts, looked = desk.facts(), list[RecordId]()
    cases = {case.id: next(iter(facts.people_of(case))).id for case in facts.all(Kind.CASE)}
    days: dict[int, set[RecordId]] = {}
    for case in cases:
        for event in facts.events_of(case):
            begun = dates.read(event.text("date")).earliest
            assert begun is not None
            days.setdefault(begun.toordinal(), set()).add(case)

    def look(some: list[RecordId]) -> Facts:
        looked.extend(some)
        return facts

    first = next(iter(cases.values()))
    asked = Population(list(cases), look, days)
    made = redact(facts, Request(profile=NAMES, as_of=AS_OF, label=frozenset({first}), population=asked))
    assert made.combinations == desk.redact(NAMES, [first]).combinations
    assert [item.fits for item in made.combinations.rare] == [4]
    seen = [cases[case] for case in looked]
    assert len(seen) == len(set(seen))
    assert set(seen[:4]).isdisjoint(others), "those of the month come first"
