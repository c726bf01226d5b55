"""Legal clocks: days as ranges, to the day at every boundary, and never narrower than the dates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.actions.analysis import clocks as desk
from hrddesk.analysis.overview.clocks import Clock, Week, clock_of, week_of
from hrddesk.analysis.status.liberty import Answer
from hrddesk.analysis.status.spans import DaySpan
from hrddesk.records.dates import dates
from hrddesk.records.model.record import Record
from tests.unit.analysis.conftest import Report
from tests.unit.analysis.people import event, person

HAN = person().with_elements("names", [{"name": "Hu Lan", "kind": "main"}])
DAY = date(2020, 12, 31)
NONE = DaySpan(None, None)


def clock(*events: Record, on: str = "2020-12-31", **caps: int) -> Clock:
    made = clock_of(HAN, events, date.fromisoformat(on), {"CN": caps})
    assert made is not None
    return made


def week(*events: Record, on: str = "2020-12-31") -> Week:
    made = clock_of(HAN, events, date.fromisoformat(on), {})
    return week_of(date.fromisoformat(on), [] if made is None else [made], 90)


def exactly(days: int) -> DaySpan:
    return DaySpan(days, days)


def test_whoever_is_free_released_or_dead_has_no_clock() -> None:
    for events in (
        [event(HAN, "detained", "2021-01-01")],
        [event(HAN, "detained", "2020-01-01"), event(HAN, "released", "2020-02-01")],
        [event(HAN, "died", "2020-01-01")],
        [event(HAN, "indicted")],
        [],
    ):
        assert clock_of(HAN, events, DAY, {}) is None


@pytest.mark.parametrize(
    ("on", "days", "over", "in_the_week"),
    [
        ("2020-09-22", 30, False, False),  # seven days later it is the 37th
        ("2020-09-23", 31, False, True),
        ("2020-09-28", 36, False, True),
        ("2020-09-29", 37, False, True),  # the 37th day is the last that the law allows
        ("2020-09-30", 38, True, False),
    ],
)
def test_the_thirty_seventh_day(on: str, days: int, over: bool, in_the_week: bool) -> None:
    held = event(HAN, "detained", "2020-08-23", measure="criminal")
    made = clock(held, on=on)
    assert (made.cap, made.limit, made.held, made.in_measure) == (
        "detention_to_arrest", 37, exactly(days), exactly(days),
    )  # fmt: skip
    assert made.left == exactly(37 - days)
    assert made.is_over() is over
    found = week(held, on=on)
    assert (bool(found.passing), bool(found.passed)) == (in_the_week, over)


@pytest.mark.parametrize(("start", "days"), [("2020-02-28", 2), ("2021-02-28", 1), ("2000-02-28", 2)])
def test_leap_years_have_one_day_more(start: str, days: int) -> None:
    assert clock(event(HAN, "detained", start), on=f"{start[:4]}-03-01").held == exactly(days)


def test_a_sentence_that_ends_on_a_leap_day_ends_on_the_last_of_february() -> None:
    judged = event(HAN, "sentenced", "2020-03-01", "fixed:12months")
    held = event(HAN, "detained", "2020-02-29")
    made = clock(held, judged)
    assert made.status.ends == (date(2021, 2, 28), date(2021, 2, 28))
    assert made.ends_in == exactly(59)


def test_imprecise_dates_give_ranges() -> None:
    made = clock(event(HAN, "detained", "2020-11", measure="criminal"))
    assert (made.held, made.left, made.is_over()) == (DaySpan(31, 60), DaySpan(-23, 6), None)
    assert clock(event(HAN, "detained", "/2020-11")).held == DaySpan(31, None)
    later = clock(event(HAN, "detained", "2020"), event(HAN, "detained", "2020-11-30", measure="criminal"))
    assert later.held == DaySpan(31, 365)
    assert later.in_measure == exactly(31)


def test_the_limit_of_the_form_runs_from_when_the_form_began() -> None:
    home = event(HAN, "detained", "2020-01-01", measure="criminal")
    rsdl = event(HAN, "detained", "2020-07-01", measure="rsdl")
    made = clock(home, rsdl)
    assert (made.cap, made.held, made.in_measure) == ("rsdl", exactly(365), exactly(183))
    assert made.is_over() is False
    assert clock(home, rsdl, on="2021-01-01").is_over() is True
    assert clock(home, rsdl, rsdl=184, on="2021-01-01").is_over() is False
    assert [item.is_over() for item in week(home, rsdl).passing] == [False]


@pytest.mark.parametrize(
    ("measure", "cap", "limit"), [("rsdl", "rsdl", 183), ("criminal", "detention_to_arrest", 37)]
)
@pytest.mark.parametrize("kind", ["transferred", "detained"])
def test_a_facility_alone_ends_no_measure(measure: str, cap: str, limit: int, kind: str) -> None:
    home = event(HAN, "detained", "2019-12-01", measure="administrative")
    held = event(HAN, "detained", "2020-01-01", measure=measure)
    hospital = event(HAN, kind, "2020-02-01", facility="hospital")
    made = clock(home, held, hospital, on="2020-03-01")
    assert (made.status.measure, made.status.facility) == (measure, "hospital")
    assert (made.cap, made.limit, made.in_measure) == (cap, limit, exactly(60))
    assert clock(held, hospital).is_over() is True
    for other in (
        event(HAN, "transferred", "2020-02-20", measure="liuzhi"),
        event(HAN, "sent_to_camp", "2020-02-20"),
        event(HAN, "imprisoned", "2020-02-20"),
        event(HAN, "sentenced", "2020-02-20", "fixed:36months"),
    ):
        named = "imprisonment" if other.text("type") == "imprisoned" else other.text("measure")
        moved = event(HAN, kind, "2020-02-25", facility="prison")
        for made in (clock(held, hospital, other), clock(held, other, moved)):
            assert (made.status.measure, made.cap, made.is_over()) == (named, "", False)


def test_a_measure_of_which_nobody_knows_whether_it_ended_is_not_told() -> None:
    held = event(HAN, "detained", "2020-01-01", measure="rsdl")
    other = event(HAN, "detained", "2020-02", measure="liuzhi")
    again = event(HAN, "detained", "2020-02-10", measure="rsdl")
    hospital = event(HAN, "transferred", "2020-04-01", facility="hospital")
    assert clock(held, other, again, hospital).status.measure == ""
    doubted = event(HAN, "detained", "2020-02-05", measure="liuzhi", assertion="alleged")
    between = clock(held, doubted, again, hospital)
    assert (between.status.measure, between.in_measure) == ("rsdl", DaySpan(325, 365))
    released, taken = event(HAN, "released", "2020-03-01"), event(HAN, "taken_away", "2020-03-05")
    assert clock(held, released, hospital).status.measure == ""
    assert clock(held, taken, hospital).status.measure == ""
    # A sentence that is reduced while it is served is served on.
    served = event(HAN, "imprisoned", "2020-05-01")
    reduced = event(HAN, "sentence_reduced", "2020-06-01", "fixed:60months")
    assert clock(held, served, reduced).status.measure == "imprisonment"


def test_who_was_taken_away_was_at_large_before() -> None:
    before, taken = event(HAN, "detained", "2020-01"), event(HAN, "taken_away", "2020-10-22")
    assert clock(before, taken).held == exactly(70)
    assert clock(before, taken).status.since == "2020-10-22"
    assert clock(before, event(HAN, "detained", "2020-10-22")).held == DaySpan(335, 365)  # perhaps all along


def test_a_detention_that_may_have_come_earlier_counts_among_the_most_days() -> None:
    arrest = event(HAN, "arrested", "2020-12-20")
    held = event(HAN, "detained", "between 1 December 2020 and 31 January 2021")
    assert clock(arrest, held).held == DaySpan(11, 30)
    assert clock(event(HAN, "released", "2020-12-10"), arrest, held).held == DaySpan(11, 21)
    taken = event(HAN, "taken_away", "2020-12-20")
    assert clock(taken, held).held == exactly(11)  # at large until then


def test_a_custody_is_dated_by_when_it_had_certainly_begun() -> None:
    held, rsdl = (
        event(HAN, "detained", "2020-02-15"),
        event(HAN, "detained", "2020-02/2020-08", measure="rsdl"),
    )
    assert clock(held, rsdl).status.since == "2020-02-15"  # one beginning, said twice
    assert clock(rsdl).status.since == "2020-02"


def test_a_stretch_that_ended_counts_at_least_as_long_as_it_lasted() -> None:
    made = clock(event(HAN, "detained", "2020-02-01/2020-08-01", measure="rsdl"))
    assert made.in_measure == DaySpan(182, 334)
    assert made.is_over() is None
    assert clock(event(HAN, "detained", "/2020-08-01", measure="rsdl")).in_measure == DaySpan(0, None)
    again = event(HAN, "detained", "2020-08-05/2020-09-01", measure="rsdl")
    held = event(HAN, "detained", "2020-02-01/2020-08-01", measure="rsdl")
    assert clock(held, again).in_measure == clock(again, held).in_measure == DaySpan(213, 334)


def test_no_limit_runs_once_somebody_was_arrested_nor_under_rules_of_its_own() -> None:
    held = event(HAN, "detained", "2020-08-23")
    arrested = clock(held, event(HAN, "arrested", "2020-09-29"))
    assert (arrested.cap, arrested.left, arrested.is_over()) == ("", NONE, False)
    assert arrested.held == exactly(130)
    assert arrested.in_measure == exactly(93)
    assert clock(event(HAN, "detained", "2020-01-01", measure="liuzhi")).cap == ""
    assert clock(event(HAN, "detained", "2020-01-01", measure="administrative")).cap == "administrative"


def test_an_arrest_that_may_have_come_makes_the_limit_doubtful() -> None:
    held = event(HAN, "detained", "2020-08-01")
    assert clock(held).is_over() is True
    for arrest in (
        event(HAN, "arrested"),
        event(HAN, "arrested", "2020-08-20?"),
        event(HAN, "indicted", "2020/"),
    ):
        assert clock(held, arrest).is_over() is None
    assert clock(held, event(HAN, "arrested", "2021-01")).is_over() is True  # after that day
    assert clock(held, event(HAN, "detained")).is_over() is True


def test_days_without_news() -> None:
    held, gone = event(HAN, "detained", "2020-01-01"), event(HAN, "missing", "2020-12-30")
    assert clock(held, event(HAN, "tried", "2020-06")).silent == DaySpan(184, 213)
    # An event of which nobody knows the day may be the latest news, up to the day on which it was recorded.
    for words in ("", "around the Spring Festival"):
        undated = event(HAN, "lawyer_met", words)
        assert clock(held, undated).silent == DaySpan(0, 365)
        assert clock(held, replace(undated, recorded=date(2020, 10, 2))).silent == DaySpan(90, 365)
    visit = event(HAN, "lawyer_met", "after summer 2020")
    assert clock(held, visit).silent == DaySpan(0, 365)
    assert clock(held, replace(visit, recorded=date(2020, 10, 2))).silent == DaySpan(90, 121)
    assert clock(held, event(HAN, "lawyer_met", "2021-02-01")).silent == exactly(365)
    assert clock(held, event(HAN, "lawyer_met", "2020-12-01", assertion="alleged")).silent == DaySpan(30, 365)
    for ours in ("intervention", "statement", "award"):  # they tell nothing of how somebody is
        assert clock(held, event(HAN, ours, "2020-12-20")).silent == exactly(365)
    vanished = clock(gone, event(HAN, "summoned", "2020-12-01"))
    assert vanished.status.answer is Answer.DISAPPEARED
    assert vanished.silent == exactly(30)  # that somebody is missing is no news of them
    assert (vanished.held, vanished.cap) == (NONE, "")
    assert clock(gone).silent == NONE
    assert [item.silent for item in week(held).silent] == [exactly(365)]
    assert week(event(HAN, "detained", "2020-10-02")).silent == ()  # the 90th day
    assert len(week(event(HAN, "detained", "2020-10-01")).silent) == 1


def test_sentences_that_end_soon_or_ended_without_a_word() -> None:
    def judged(start: str) -> Week:
        return week(event(HAN, "detained", start), event(HAN, "sentenced", "2020-06", "fixed:12months"))

    assert [item.ends_in for item in judged("2020-01-30").ending] == [exactly(30)]
    assert judged("2020-01-31").ending == ()
    # Where the beginning is imprecise, the first day on which it can end counts.
    assert [item.ends_in for item in judged("2020-01-30/2020-06-01").ending] == [DaySpan(30, 152)]
    assert judged("2020-01-31/2020-06-01").ending == ()
    over = week(event(HAN, "detained", "2019"), event(HAN, "sentenced", "2019-12-30", "fixed:12months"))
    assert [item.ends_in for item in over.ending] == [DaySpan(-365, 0)]
    assert [item.held for item in over.ending] == [NONE]  # whether they are still held nobody knows
    assert week(event(HAN, "sentenced", "2020-06", "life")).ending == ()
    # Nobody knows how long somebody was held before: it may have ended, and ends within so many days.
    judged_alone = week(event(HAN, "sentenced", "2020-01-15", "fixed:12months"))
    assert [item.ends_in for item in judged_alone.ending] == [DaySpan(None, 15)]


def test_the_latest_to_pass_stand_first_and_what_is_perhaps_stands_last() -> None:
    people = [person() for _ in range(3)]
    when = ("2020", "2020-08-01", "2020-11-01")
    clocks = [
        clock_of(who, [event(who, "detained", day)], DAY, {}) for who, day in zip(people, when, strict=True)
    ]
    found = week_of(DAY, [item for item in clocks if item], 90)
    assert [item.party for item in found.passed] == [people[2].id, people[1].id, people[0].id]
    assert [item.to_json()["passed"] for item in found.passed] == ["yes", "yes", "perhaps"]


@given(
    st.dates(date(2019, 1, 1), date(2020, 12, 31)),
    st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]),
    st.integers(0, 800),
)
def test_the_true_number_of_days_is_never_outside_the_range(start: date, form: str, later: int) -> None:
    day = max(start + timedelta(later), dates.parse(start.strftime(form)).latest or start)
    made = clock_of(HAN, [event(HAN, "detained", start.strftime(form), measure="criminal")], day, {})
    assert made is not None
    true = (day - start).days
    for span in (made.held, made.in_measure, made.silent):
        assert span.least is not None
        assert span.most is not None
        assert span.least <= true <= span.most
    assert made.is_over() in (true > 37, None)


def test_the_clocks_of_the_real_report(report: Report) -> None:
    rows = report.keys("events.csv")
    made = {}
    for item in desk.of_all(report.session.store, DAY):
        for found in report.session.store.events_of_party(item.party):
            made[rows[found.id]] = item
    assert (made["e026"].held, made["e026"].left, made["e026"].is_over()) == (exactly(15), exactly(22), False)
    assert (made["e018"].cap, made["e018"].in_measure) == ("rsdl", DaySpan(245, 274))
    assert made["e018"].is_over() is True
    assert (made["e123"].held, made["e123"].is_over()) == (DaySpan(0, 365), None)
    assert made["e012"].cap == ""  # arrested since
    assert made["e100"].ends_in == exactly(2082)  # to 2026-09-13
    assert "e007" not in made  # released
    found_week = desk.week(report.session.store, DAY)
    assert made["e018"] in found_week.passed
    assert made["e035"] in found_week.ending  # ten months, and no word of a release
    assert {rows[record] for item in found_week.findings for record in item.records if record in rows} >= {
        "e065", "e068",
    }  # fmt: skip
