"""Sentences: which custody they belong to, what several are to each other, and when they are over."""

from dataclasses import replace
from datetime import date

import pytest

from hrddesk.analysis.figures.status_rows import next_change
from hrddesk.analysis.overview.clocks import Clock, clock_of
from hrddesk.analysis.status.liberty import Answer
from hrddesk.analysis.status.spans import DaySpan
from hrddesk.analysis.status.status import Status, UnknownReason, status_of
from hrddesk.records.model.record import Record
from tests.unit.analysis.people import event, person

HAN = person()
Days = tuple[date | None, date | None]


def said(day: str, *events: Record, country: str = "CN") -> Status:
    return status_of(HAN, [replace(item, country=country) for item in events], date.fromisoformat(day))


def clock(day: str, *events: Record, country: str = "CN") -> Clock:
    made = clock_of(HAN, [replace(item, country=country) for item in events], date.fromisoformat(day), {})
    assert made is not None
    return made


def days(first: str, last: str) -> Days:
    one, other = (date.fromisoformat(day) if day else None for day in (first, last))
    return one, other


def detained(day: str = "2017-06-01") -> Record:
    return event(HAN, "detained", day)


def sentenced(day: str, term: str = "fixed:60months", kind: str = "sentenced") -> Record:
    return event(HAN, kind, day, term)


def linked(later: Record, kind: str, earlier: Record) -> Record:
    return later.with_elements("links", [{"event": earlier.id, "type": kind}])


@pytest.mark.parametrize(
    ("country", "kind"),
    [("HK", "arrested"), ("HK", "taken_away"), ("HK", "detained"), ("CN", "taken_away"), ("CN", "detained"),
     ("CN", "detained_again"), ("CN", "arrested"), ("general", "taken_away")],
)  # fmt: skip
def test_an_arrest_of_who_serves_a_sentence_begins_no_custody(country: str, kind: str) -> None:
    life = [detained(), sentenced("2018-03-01"), event(HAN, kind, "2019-06-01")]
    made = clock("2020-09-01", *life, country=country)
    assert made.status.answer is Answer.CUSTODY
    assert (made.status.since, made.status.sentence) == ("2017-06-01", ("fixed:60months",))
    assert made.status.ends[1] == date(2022, 6, 1)
    assert made.held == DaySpan(1188, 1188)
    assert (made.cap, made.is_over()) == ("", False)


def test_the_end_that_a_sentence_states_says_whether_it_runs() -> None:
    judged = sentenced("2018-03-01").with_elements(
        "penalties", [{"kind": "fixed", "raw": "two years", "ends": "2019-05-31"}]
    )
    taken = event(HAN, "taken_away", "2019-05-30")
    assert said("2019-05-30", detained(), judged, taken).since == "2017-06-01"
    assert (
        said("2019-06-02", detained(), judged, event(HAN, "taken_away", "2019-06-01")).since == "2019-06-01"
    )


@pytest.mark.parametrize("kind", ["taken_away", "detained_again", "detained"])
def test_an_arrest_after_the_sentence_begins_another_custody(kind: str) -> None:
    made = clock("2026-02-01", detained(), sentenced("2018-03-01"), event(HAN, kind, "2026-01-01"))
    assert (made.status.answer, made.status.since) == (Answer.CUSTODY, "2026-01-01")
    assert (made.status.sentence, made.status.stage) == ((), "detained")
    assert (made.held, made.cap) == (DaySpan(31, 31), "detention_to_arrest")


def test_without_a_sentence_whoever_is_taken_was_at_large() -> None:
    made = clock("2020-12-01", detained("2010-01-01"), event(HAN, "taken_away", "2020-01-01"))
    assert (made.status.since, made.is_over()) == ("2020-01-01", True)


@pytest.mark.parametrize(
    "between",
    [
        event(HAN, "released", "2018-12", assertion="alleged"),
        event(HAN, "sentence_reduced", "2018-12-01"),
        sentenced("2018-12-01", "fixed"),
    ],
)
def test_where_the_sentence_may_have_run_neither_is_certain(between: Record) -> None:
    life = [detained(), sentenced("2018-03-01"), between, event(HAN, "taken_away", "2019-06-01")]
    made = clock("2020-12-01", *life)
    assert (made.status.since, made.status.sentence) == ("/2019-06-01", ())
    assert made.held == DaySpan(549, 1279)
    assert (made.cap, made.is_over()) == ("detention_to_arrest", None)


def test_in_the_last_third_of_a_sentence_remission_may_have_freed() -> None:
    life = [detained(), sentenced("2018-03-01")]
    early, late = event(HAN, "arrested", "2020-09-01"), event(HAN, "arrested", "2021-09-01")
    assert clock("2020-09-30", *life, early, country="HK").status.since == "2017-06-01"
    made = clock("2021-12-01", *life, late, country="HK")
    assert (made.status.since, made.is_over()) == ("/2021-09-01", None)


def test_who_was_acquitted_on_appeal_served_nothing_when_arrested() -> None:
    life = [detained(), sentenced("2018-03-01"), event(HAN, "acquitted", "2018-12-01")]
    made = clock("2020-12-01", *life, event(HAN, "taken_away", "2019-06-01"))
    assert (made.status.since, made.is_over()) == ("2019-06-01", True)


def test_a_sentence_for_life_runs_until_somebody_says_otherwise() -> None:
    life = [detained("1990-01-01"), sentenced("1991-01-01", "life"), event(HAN, "taken_away", "2019-06-01")]
    assert said("2020-12-01", *life).since == "1990-01-01"


FIRST = sentenced("2018-03-01", "fixed:60months")


def second(term: str, link: str) -> Record:
    return linked(sentenced("2019-03-01", term), link, FIRST)


@pytest.mark.parametrize(
    ("other", "ends"),
    [
        # Nothing says what the second is to the first: it may replace it, run with it or come after it.
        (sentenced("2019-03-01", "fixed:36months"), days("2020-06-01", "2025-06-01")),
        (sentenced("2019-03-01", "fixed:96months"), days("2025-06-01", "2030-06-01")),
        (sentenced("2019-03-01", "life"), days("", "")),
        # Changed on appeal, or replaced by what a link names.
        (sentenced("2019-03-01", "fixed:36months", "sentence_changed"), days("2020-06-01", "2020-06-01")),
        (second("fixed:36months", "replaces"), days("2020-06-01", "2020-06-01")),
        # The second of two that are served one after the other, or together.
        (second("fixed:36months", "served_after"), days("2025-06-01", "2025-06-01")),
        (second("fixed:36months", "served_with"), days("2022-06-01", "2022-06-01")),
        (second("fixed:54months", "served_with"), days("2022-06-01", "2023-09-01")),
        # A longer or shorter one: by so much, or to so much.
        (sentenced("2019-03-01", "fixed:24months", "sentence_extended"), days("2022-06-01", "2024-06-01")),
        (sentenced("2019-03-01", "fixed:48months", "sentence_reduced"), days("2021-06-01", "2022-06-01")),
    ],
)  # fmt: skip
def test_what_two_sentences_are_to_each_other(other: Record, ends: Days) -> None:
    status = said("2020-01-01", detained(), FIRST, other)
    assert (status.answer, status.ends) == (Answer.CUSTODY, ends)


@pytest.mark.parametrize(
    ("terms", "ends", "months"),
    [
        # For several counts: to be executed is what the court decided, from the longest up to all together.
        ("fixed:60months|fixed:36months", days("2022-06-01", "2025-06-01"), (60, 96)),
        # One of them may be what is to be executed; nothing says so.
        ("fixed:36months|fixed:24months|fixed:48months", days("2021-06-01", "2026-06-01"), (48, 108)),
        ("fixed:60months|criminal_detention:3months", days("2022-06-01", "2022-09-01"), (60, 60)),
        ("fixed:60months|fine:5000CNY", days("2022-06-01", "2022-06-01"), (60, 60)),
        # Of one of them nobody knows how long it is.
        ("fixed:60months|fixed", days("2022-06-01", ""), (60, 1200)),
    ],
)
def test_terms_of_one_judgment_are_served_for_no_less_than_the_longest_and_no_more_than_all(
    terms: str, ends: Days, months: tuple[int, int]
) -> None:
    status = said("2020-01-01", detained(), sentenced("2018-03-01", terms))
    assert (status.answer, status.ends, status.fixed) == (Answer.CUSTODY, ends, (months,))
    after = said("2022-12-01", detained(), sentenced("2018-03-01", terms))
    over = ends[1] is not None and ends[1] <= date(2022, 12, 1)
    assert after.reason is (UnknownReason.SENTENCE_ENDED if over else UnknownReason.SENTENCE_MAY_HAVE_ENDED)


def test_terms_of_one_judgment_follow_another_sentence_together() -> None:
    status = said("2020-01-01", detained(), FIRST, second("fixed:36months|fixed:12months", "served_after"))
    assert status.ends == days("2025-06-01", "2026-06-01")
    assert status.fixed == ((60, 60), (36, 48))


def test_two_terms_alike_of_one_judgment_are_both_named_and_one_judgment_told_twice_is_one() -> None:
    judged = sentenced("2018-03-01", "fixed:24months|fixed:24months")
    assert said("2019-01-01", detained(), judged).sentence == ("fixed:24months", "fixed:24months")
    again = said("2019-01-01", detained(), FIRST, sentenced("2018-03-01"))
    assert again.sentence == ("fixed:60months",)


def test_each_length_stands_beside_its_own_penalty() -> None:
    status = said("2020-01-01", detained(), sentenced("2018-03-01", "fixed|fixed:36months|life"))
    assert (status.penalties, status.months) == (("fixed", "fixed", "life"), (0, 36, 0))


def test_of_two_sentences_both_are_named_until_one_replaces_the_other() -> None:
    later = sentenced("2019-03-01", "fixed:36months")
    both = said("2020-01-01", detained(), FIRST, later)
    assert (both.sentence, both.months) == (("fixed:60months", "fixed:36months"), (60, 36))
    one = said("2020-01-01", detained(), FIRST, linked(later, "replaces", FIRST))
    assert (one.sentence, one.months) == (("fixed:36months",), (36,))
    circle = said(
        "2020-01-01", detained(), linked(FIRST, "replaces", later), linked(later, "replaces", FIRST)
    )
    assert circle.sentence == both.sentence


def test_between_the_ends_of_two_sentences_it_is_open_whether_it_is_over() -> None:
    # Nobody says since when somebody was held: of each alone only the last day of the sentence is known.
    life = [sentenced("2018-03-01", "fixed:48months"), sentenced("2019-03-01", "fixed:36months")]
    before = said("2021-02-28", *life)
    assert (before.answer, before.ends) == (Answer.CUSTODY, days("", "2025-03-01"))
    assert next_change(HAN, life, before) == date(2021, 3, 1)
    after = said("2021-03-01", *life)
    assert (after.answer, after.reason) == (Answer.UNDETERMINED, UnknownReason.SENTENCE_MAY_HAVE_ENDED)
    assert said("2025-03-01", *life).reason is UnknownReason.SENTENCE_ENDED


def test_a_sentence_from_bail_counts_the_custody_before_it_and_remission() -> None:
    bail = event(HAN, "bail", "2018-01-01")
    status = said("2018-06-01", detained("2017-12-02"), bail, sentenced("2018-03-01", "fixed:12months"))
    assert (status.since, status.ends) == ("2018-03-01", days("2019-01-30", "2019-03-01"))
    life = [event(HAN, "arrested", "2017-12-02"), event(HAN, "court_bail", "2018-01-01")]
    judged = sentenced("2018-03-01", "fixed:12months")
    status = said("2018-06-01", *life, judged, country="HK")
    assert status.ends == days("2018-10-01", "2019-03-01")
    assert said("2018-10-01", *life, judged, country="HK").reason is UnknownReason.SENTENCE_MAY_HAVE_ENDED
    # Where no custody before is recorded, nobody knows how much of it counts; remission is law.
    status = said("2018-06-01", judged, country="HK")
    assert status.ends == days("", "2019-03-01")
    assert said("2018-10-31", judged, country="HK").reason is UnknownReason.SENTENCE_MAY_HAVE_ENDED
    # What was served for another sentence does not count, and custody that nobody saw begin is not counted.
    served = [
        detained("2010-01-01"),
        sentenced("2010-06-01", "fixed:12months"),
        event(HAN, "released", "2011"),
    ]
    status = said(
        "2018-06-01", *served, detained("2017-12-02"), bail, sentenced("2018-03-01", "fixed:12months")
    )
    assert status.ends == days("2019-01-30", "2019-03-01")
    status = said("2018-06-01", event(HAN, "transferred", "2017-12-02"), bail, judged)
    assert status.ends == days("", "2019-03-01")


@pytest.mark.parametrize(
    "kind", ["acquitted", "pardoned", "not_prosecuted", "case_dropped", "arrest_refused"]
)
@pytest.mark.parametrize(
    ("ended", "freed"),
    [("2020-03-05", "2020-03-05"), ("2020-03", "2020-03"), ("2020-03", "2020-03-05"),
     ("2020-05-01", "2020-03-05")],
)  # fmt: skip
def test_who_was_acquitted_and_released_is_released(kind: str, ended: str, freed: str) -> None:
    life = [event(HAN, "detained", "2019-01-01"), event(HAN, kind, ended), event(HAN, "released", freed)]
    status = said("2020-12-31", *life)
    assert (status.answer, status.since) == (Answer.RELEASED, freed)
    assert said("2020-12-31", *life[:2]).reason is UnknownReason.GROUND_GONE


def test_a_suspended_sentence_from_bail_leaves_at_large() -> None:
    life = [detained(), event(HAN, "bail", "2018-01-01"), sentenced("2018-03-01", "suspended")]
    assert said("2020-12-31", *life).answer is Answer.RELEASED


def test_an_acquittal_after_another_detention_frees_nobody() -> None:
    life = [event(HAN, "detained", "2019-01-01"), event(HAN, "released", "2020-03-05")]
    again = event(HAN, "detained_again", "2020-03-05")
    assert (
        said("2020-12-31", *life, again, event(HAN, "acquitted", "2020-03-05")).answer is Answer.UNDETERMINED
    )
    # Who was sent back to a country may be in its custody.
    assert said("2020-12-31", *life, event(HAN, "deported", "2020-06-01")).reason is UnknownReason.GROUND_GONE
