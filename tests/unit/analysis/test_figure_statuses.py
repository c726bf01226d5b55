"""A status that is carried on to a later day is the one that is worked out for that day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.analysis.countable_rows import counted_rows
from hrddesk.analysis.figure_parts import MadePart, Order, PartMaker
from hrddesk.analysis.figure_statuses import (
    Standing,
    column_of,
    meaning_of,
    next_change,
    outdated,
    standing_of,
    statuses_as_of,
)
from hrddesk.analysis.status import status_of
from hrddesk.records.kinds import Kind
from hrddesk.records.labels import Labels
from hrddesk.records.record import Element, Record, new_id
from hrddesk.records.vocabulary import Term
from hrddesk.records.words import SHIPPED, Words
from tests.unit.analysis.people import event, person
from tests.unit.analysis.whole_facts import told_of

TYPES = (
    "detained",
    "arrested",
    "sentenced",
    "released",
    "disappeared",
    "died",
    "sighting",
    "taken_away",
    "bail",
)
DAYS = (
    "2020-01-05",
    "2020-02",
    "2020",
    "2020?",
    "2020-12/2021-02",
    "",
    "2021-05",
    "2020-06/",
    "/2020-03",
    "2019-12",
    "since February 2020",
    "after June 2020",
)
PENALTIES: tuple[list[Element], ...] = (
    [],
    [],
    [{"kind": "fixed", "months": 6}],
    [{"kind": "admin_detention", "quantity": 10, "unit": "day"}],
)


@st.composite
def lives(draw: st.DrawFn) -> tuple[Record, list[Record]]:
    who = person(death=draw(st.sampled_from(("", "", "2020-07", "2021?"))))
    happened = []
    for _ in range(draw(st.integers(0, 4))):
        made = event(who, draw(st.sampled_from(TYPES)), draw(st.sampled_from(DAYS)))
        made = made.with_fields(assertion=draw(st.sampled_from(("", "", "alleged", "refuted"))))
        made = replace(made, recorded=draw(st.sampled_from((None, date(2020, 3, 1), date(2021, 3, 1)))))
        happened.append(made.with_elements("penalties", draw(st.sampled_from(PENALTIES))))
    return who, happened


@settings(max_examples=300, deadline=None)
@given(lives(), st.dates(date(2019, 11, 1), date(2021, 8, 1)))
def test_a_status_holds_until_the_next_change(life: tuple[Record, list[Record]], day: date) -> None:
    who, happened = life
    status = status_of(who, happened, day)
    until = next_change(who, happened, status) or date(2023, 1, 1)
    assert until > day
    span = (until - day).days
    for later in {1, span // 3, span // 2, span - 1} & set(range(span)):
        other = status_of(who, happened, day + timedelta(days=later))
        assert replace(other, as_of=day) == status


@settings(max_examples=60, deadline=None)
@given(
    st.lists(lives(), min_size=1, max_size=5),
    st.lists(st.dates(date(2019, 11, 1), date(2021, 8, 1)), max_size=4, unique=True),
)
def test_statuses_are_carried_on_and_nobody_is_looked_at_in_vain(
    people: list[tuple[Record, list[Record]]], days: list[date]
) -> None:
    part = _part(people)
    of = {who.id: (who, happened) for who, happened in people}
    looked: list[int] = []

    def look(places: Sequence[int]) -> Iterator[Standing]:
        for at in places:
            looked.append(at)
            yield standing_of(*of[part.people.id_at(at)], day)

    for day in days:
        looked.clear()
        found = statuses_as_of(part, day, "x", look)
        coded = found.coded(part)
        part.add(found.name, coded, found.list_name, found.listed(coded))
        wanted = [standing_of(*of[part.people.id_at(at)], day) for at in range(len(part.people))]
        assert [raw for raw, _ in found.standing] == [raw for raw, _ in wanted]
        before = [other for other in days[: days.index(day)] if other < day]
        if before:
            kept = [standing_of(*of[part.people.id_at(at)], max(before)) for at in range(len(part.people))]
            assert looked == [at for at, (_, until) in enumerate(kept) if until <= day.toordinal()]
        assert statuses_as_of(part, day, "other meaning", look).day == day
        assert part.column(column_of(day, "other meaning")) is None


def _part(people: list[tuple[Record, list[Record]]]) -> MadePart:
    case = Record(Kind.CASE, new_id()).with_elements("parties", [{"party": who.id} for who, _ in people])
    told = counted_rows(told_of([case, *(record for who, happened in people for record in (who, *happened))]))
    maker = PartMaker(Order.PEOPLE)
    for owner, rows in sorted(told.by_person().items()):
        maker.add(owner, rows, told)
    return maker.made()


def test_only_the_last_days_stay() -> None:
    names = ["type", *(f"{kind}:{day}:a" for day in (5, 9, 7, 8) for kind in ("status", "list:status"))]
    assert outdated(names, "a") == ["status:5:a", "list:status:5:a"]
    assert outdated(names, "b") == names[1:]
    assert outdated(["type", "list:owners"], "a") == []


def test_what_own_words_count_as_is_part_of_the_meaning() -> None:
    own = Term(code="own:held", vocabulary="event_type", labels=Labels.same("held"))
    merged = replace(own, retired=True, into="detained")
    assert meaning_of(Words([own])) == meaning_of(SHIPPED)
    assert meaning_of(Words([merged])) != meaning_of(SHIPPED)
