"""A status holds until the day that is told with it, and comes back whole from the form it is kept in."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.analysis.figures.figure_meanings import raw_status
from hrddesk.analysis.figures.status_rows import counted_in, next_change, rules_of, standing_of, status_in
from hrddesk.analysis.status.liberty import Answer
from hrddesk.analysis.status.status import status_of
from hrddesk.records.language.labels import Labels
from hrddesk.records.model.record import Element, Record
from hrddesk.records.terms.vocabulary import Term
from hrddesk.records.terms.words import SHIPPED, Words
from tests.unit.analysis.people import event, person

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


def test_who_may_have_died_may_have_served_the_sentence_first() -> None:
    who, day = person(death="2021?"), date(2021, 1, 1)
    held = event(who, "detained", "2020").with_elements("penalties", [{"kind": "fixed", "months": 6}])
    until = next_change(who, [held], status_of(who, [held], day))
    assert until is not None
    before, after = (status_of(who, [held], at) for at in (until - timedelta(days=1), until))
    assert Answer.RELEASED not in before.possible
    assert Answer.RELEASED in after.possible


@settings(max_examples=60, deadline=None)
@given(lives(), st.dates(date(2019, 11, 1), date(2021, 8, 1)))
def test_a_status_comes_back_as_it_was(life: tuple[Record, list[Record]], day: date) -> None:
    status = status_of(*life, day)
    standing = standing_of(*life, status, is_listed=True)
    assert status_in(standing, day) == status
    assert counted_in(standing) == raw_status(status)
    assert standing.answer == status.answer
    assert standing_of(*life, status, is_listed=False).answer == ""


def test_what_own_words_count_as_and_the_country_are_part_of_the_rules() -> None:
    own = Term(code="own:held", vocabulary="event_type", labels=Labels.same("held"))
    merged = replace(own, retired=True, into="detained")
    assert rules_of(Words([own]), "") == rules_of(SHIPPED, "")
    assert rules_of(Words([merged]), "") != rules_of(SHIPPED, "")
    assert rules_of(SHIPPED, "CN") != rules_of(SHIPPED, "")
