"""Rare combinations are told before a publication; they never stop one."""

from dataclasses import replace

from hrddesk.records.record import RecordId
from hrddesk.redact.combinations import Trait
from hrddesk.redact.profiles import LABELS, NAMES, AgeDetail, DateDetail, PlaceDetail, Profile
from tests.unit.redact.invented import Desk


def _add(desk: Desk, number: int, **event: str) -> RecordId:
    person = desk.party(
        f"Number {'abcdefghij'[number]}", sex="female", ethnicity="Tibetan", age="34",
        terms=[{"vocabulary": "occupation", "raw": "Lawyer"}, {"vocabulary": "cause", "raw": "x"}],
    )  # fmt: skip
    case = desk.case(person)
    given = {"date": "2020-02-06", "place_text": "Wuhan"} | event
    lists = {"charges": [{"raw": "fraud"}]}
    desk.event(case, "detained", person, lists=lists, **given)
    desk.event(case, "detained", (person, "witness"), date="1999", place_text="Elsewhere")
    return person


def _rare(desk: Desk, profile: Profile = NAMES, *label: RecordId) -> list[tuple[str, int, tuple[Trait, ...]]]:
    return [(item.label.en, item.fits, item.coarser) for item in desk.redact(profile, label).rare]


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
    assert _rare(desk, NAMES, odd) == [("Person A", 1, (Trait.MONTH,))]
    twice = _add(desk, 6, date="2020-03", place_text="Harbin")
    found = desk.redact(NAMES, [twice, people[0]]).rare
    assert [(item.party, item.fits, item.coarser) for item in found] == [(twice, 1, ())]
    assert set(found[0].traits) == set(Trait)


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
    assert _rare(desk, without_dates, odd) == [("Person A", 1, (Trait.PLACE,))]
    by_year = replace(NAMES, event_dates=DateDetail.YEAR)
    assert _rare(desk, by_year, odd) == [("Person A", 1, (Trait.PLACE,))]
