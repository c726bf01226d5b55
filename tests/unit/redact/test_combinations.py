"""Rare combinations are told before a publication; they never stop one."""

from dataclasses import replace

from hrddesk.records.record import RecordId
from hrddesk.redact.coarser import Coarser
from hrddesk.redact.combinations import Combinations, Trait
from hrddesk.redact.profiles import LABELS, NAMES, AgeDetail, DateDetail, PlaceDetail, Profile
from tests.unit.redact.invented import PUBLIC, Desk

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
    return [(item.label.en, item.fits, item.coarser) for item in found]


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
    assert set(found[0].traits) == set(Trait) - {Trait.ANSWER}


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
