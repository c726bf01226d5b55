"""Where people are: every answer, every doubt, and twenty people of the real report checked by hand."""

from dataclasses import replace
from datetime import date

import pytest

from hrddesk.actions.analysis import statuses
from hrddesk.analysis.status.liberty import Answer, claims_of
from hrddesk.analysis.status.status import Status, UnknownReason, conflicting, status_of
from hrddesk.records.model.record import Record
from tests.unit.analysis.conftest import Report
from tests.unit.analysis.people import event, ids, person

DAY = date(2020, 12, 31)
HAN = person()


def said(*events: Record, day: date = DAY) -> Status:
    return status_of(HAN, events, day)


def test_nobody_is_free_for_want_of_news() -> None:
    assert said().reason is UnknownReason.NO_EVENTS
    assert said(event(HAN, "licence_revoked", "2020")).reason is UnknownReason.NOTHING_ON_LIBERTY
    assert said(event(HAN, "tried", "2020-05-01")).reason is UnknownReason.NOTHING_ON_LIBERTY


def test_who_is_taken_later_was_at_large_until_then() -> None:
    taken = event(HAN, "taken_away", "2021-02-06")
    assert said(taken).answer is Answer.FREE
    assert said(taken, day=date(2021, 2, 6)).answer is Answer.CUSTODY
    # A sentence, a transfer and a release later all say that custody began before; not when.
    for kind, penalty in (("sentenced", "fixed:12months"), ("transferred", ""), ("released", "")):
        assert said(event(HAN, kind, "2021-02-06", penalty)).reason is UnknownReason.NOTHING_ON_LIBERTY
    assert said(event(HAN, "detained", "2021-02", assertion="alleged")).answer is Answer.UNDETERMINED


def test_custody_lasts_until_an_event_ends_it() -> None:
    detained = event(HAN, "detained", "2020-03-01", measure="criminal")
    arrested = event(HAN, "arrested", "2020-04")
    status = said(detained, arrested)
    assert (status.answer, status.measure, status.stage) == (Answer.CUSTODY, "arrested_custody", "arrested")
    assert status.since == "2020-03-01"
    assert status.events == ids(arrested)
    gone = said(detained, arrested, event(HAN, "bail", "2020-05"))
    assert (gone.answer, gone.type, gone.since) == (Answer.RELEASED, "bail", "2020-05")


def test_an_event_that_may_not_have_happened_yet_leaves_it_open() -> None:
    detained, released = event(HAN, "detained", "2020-03-01"), event(HAN, "released", "2020-12-01/2021-01-20")
    status = said(detained, released)
    assert (status.answer, status.reason) == (Answer.UNDETERMINED, UnknownReason.UNCERTAIN_DATES)
    assert status.possible == (Answer.CUSTODY, Answer.RELEASED)
    assert said(detained, released, day=date(2021, 1, 20)).answer is Answer.RELEASED
    assert said(detained, released, day=date(2020, 11, 30)).answer is Answer.CUSTODY


@pytest.mark.parametrize("mark", ["2020-05-01?", "2020-05~", "2020-05-01%"])
def test_what_the_source_doubts_is_never_certain(mark: str) -> None:
    status = said(event(HAN, "detained", mark))
    assert (status.answer, status.reason) == (Answer.UNDETERMINED, UnknownReason.UNCERTAIN_DATES)
    assert status.possible == (Answer.CUSTODY,)


def test_what_has_no_last_day_had_happened_when_it_was_recorded() -> None:
    held = event(HAN, "detained", "2020-01-05")
    freed = event(HAN, "released", "after summer 2020")
    assert said(held, freed).reason is UnknownReason.UNCERTAIN_DATES
    told = replace(freed, recorded=date(2020, 10, 5))
    assert said(held, told, day=date(2020, 10, 4)).reason is UnknownReason.UNCERTAIN_DATES
    status = said(held, told, day=date(2020, 10, 5))
    assert (status.answer, status.since) == (Answer.RELEASED, "after summer 2020")
    # What was recorded before it can happen is a plan, and what the source doubts stays doubtful.
    planned = replace(freed, recorded=date(2020, 8, 31))
    assert said(held, planned).reason is UnknownReason.UNCERTAIN_DATES
    doubted = replace(event(HAN, "released", "after summer 2020?"), recorded=date(2020, 10, 5))
    assert said(held, doubted).reason is UnknownReason.UNCERTAIN_DATES


def test_since_names_the_day_on_which_it_began() -> None:
    held = event(HAN, "detained", "since March 2020")
    assert said(held, day=date(2020, 3, 30)).reason is UnknownReason.UNCERTAIN_DATES
    status = said(held, day=date(2020, 3, 31))
    assert (status.answer, status.since, status.least_days) == (Answer.CUSTODY, "March 2020", 0)
    assert said(held, event(HAN, "released", "2020-05-01")).answer is Answer.RELEASED
    # In digits it may be "in March or later" as well.
    assert said(event(HAN, "detained", "2020-03/")).reason is UnknownReason.UNCERTAIN_DATES


def test_undated_events_leave_it_open_with_that_reason() -> None:
    assert said(event(HAN, "imprisoned")).reason is UnknownReason.UNDATED_EVENTS
    both = said(event(HAN, "detained", "2020-01-02"), event(HAN, "released"))
    assert (both.reason, both.possible) == (UnknownReason.UNDATED_EVENTS, (Answer.CUSTODY, Answer.RELEASED))
    # Where all that may be last says the same, an undated event opens nothing.
    assert said(event(HAN, "detained", "2020-01-02"), event(HAN, "arrested")).answer is Answer.CUSTODY


def test_claims_that_contradict_each_other_are_named_as_such() -> None:
    status = said(event(HAN, "detained"), event(HAN, "whereabouts_unknown"))
    assert (status.reason, status.possible) == (
        UnknownReason.CONFLICTING_CLAIMS,
        (Answer.CUSTODY, Answer.DISAPPEARED),
    )
    assert said(event(HAN, "detained", "2020-02"), event(HAN, "missing", "2020-02-10")).reason is (
        UnknownReason.CONFLICTING_CLAIMS
    )
    ordered = said(event(HAN, "detained", "2020-02"), event(HAN, "missing", "2020-03-10"))
    assert ordered.answer is Answer.DISAPPEARED


def test_alleged_and_refuted_claims() -> None:
    held = event(HAN, "detained", "2020-01")
    assert (
        said(held, event(HAN, "released", "2020-02", assertion="alleged")).reason
        is UnknownReason.DOUBTED_CLAIMS
    )
    assert said(held, event(HAN, "released", "2020-02", assertion="refuted")).answer is Answer.CUSTODY


def test_only_what_happened_to_the_person_counts() -> None:
    assert said(event(HAN, "detained", "2020", role="witness")).reason is UnknownReason.NO_EVENTS
    assert said(event(HAN, "detained", "2020", role="")).reason is UnknownReason.NO_EVENTS


def test_a_release_in_the_month_of_the_only_detention_comes_after_it() -> None:
    assert (
        said(event(HAN, "detained", "2020-03"), event(HAN, "released", "2020-03")).answer is Answer.RELEASED
    )
    again = said(
        event(HAN, "detained", "2020-01"),
        event(HAN, "detained", "2020-03"),
        event(HAN, "released", "2020-03"),
    )
    assert again.reason is UnknownReason.UNCERTAIN_DATES
    unclear = said(event(HAN, "detained", "2020-03-05"), event(HAN, "released", "2020-03"))
    assert unclear.reason is UnknownReason.UNCERTAIN_DATES
    alleged = event(HAN, "released", "2020-03", assertion="alleged")
    assert said(event(HAN, "detained", "2020-03"), alleged).answer is Answer.UNDETERMINED


def test_a_stretch_of_custody_ends_with_the_release_of_its_last_day() -> None:
    held, freed = event(HAN, "detained", "2020-02-16/2020-06-19"), event(HAN, "released", "2020-06-19")
    assert said(held, freed).answer is Answer.RELEASED


def test_death_is_the_last_word() -> None:
    died = event(HAN, "died_in_custody", "2020-02-20")
    assert said(died, event(HAN, "detained", "2020-10")).answer is Answer.DEAD
    assert said(died, event(HAN, "released")).answer is Answer.DEAD
    dated = person(death="2020-02")
    assert status_of(dated, [], DAY).answer is Answer.DEAD
    assert status_of(dated, [], date(2020, 2, 28)).reason is UnknownReason.PERHAPS_DEAD
    assert status_of(dated, [], date(2020, 1, 31)).reason is UnknownReason.NO_EVENTS
    assert status_of(person(death="2020?"), [], DAY).answer is not Answer.DEAD


@pytest.mark.parametrize("day", ["2020?", "about 2020", "nobody knows when", "after 2018"])
def test_whoever_may_have_died_is_not_said_to_live_in_custody(day: str) -> None:
    held = event(HAN, "detained", "2018-01")
    who = person(death=day)
    told = [held.with_elements("parties", [{"party": who.id, "role": "victim"}])]
    status = status_of(who, told, DAY)
    assert (status.answer, status.reason) == (Answer.UNDETERMINED, UnknownReason.PERHAPS_DEAD)
    assert (status.possible, status.events) == ((Answer.CUSTODY, Answer.DEAD), ids(held))
    assert status_of(who, told, date(2018, 6, 1)).answer is (
        Answer.UNDETERMINED if day == "nobody knows when" else Answer.CUSTODY
    )
    assert status_of(who, [], DAY).possible == (Answer.DEAD,)
    assert status_of(person(death="2021"), [], DAY).reason is UnknownReason.NO_EVENTS


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("acquitted", UnknownReason.GROUND_GONE),
        ("sighting", UnknownReason.SIGHTED_ONLY),
        ("suicide", UnknownReason.PERHAPS_DEAD),
    ],
)
def test_events_that_open_a_question(kind: str, reason: UnknownReason) -> None:
    status = said(event(HAN, "detained", "2020-01"), event(HAN, kind, "2020-06"))
    assert (status.answer, status.reason, status.possible) == (
        Answer.UNDETERMINED,
        reason,
        (Answer.CUSTODY,),
    )


def test_a_suspended_sentence_ends_no_custody_by_itself() -> None:
    held = event(HAN, "detained", "2020-01")
    status = said(held, event(HAN, "sentenced", "2020-06", "fixed:36months|suspended:48months"))
    assert status.reason is UnknownReason.GROUND_GONE
    assert said(event(HAN, "fled", "2020-05")).answer is Answer.FREE


@pytest.mark.parametrize("penalty", ["fine:20000CNY", "fine:20000CNY|political_rights:12months"])
def test_a_judgment_without_custody_leaves_nobody_in_custody_for_ever(penalty: str) -> None:
    held, judged = event(HAN, "detained", "2020-01-01"), event(HAN, "sentenced", "2020-06-01", penalty)
    status = said(held, judged)
    assert (status.answer, status.reason) == (Answer.UNDETERMINED, UnknownReason.NO_CUSTODY)
    assert status.possible == (Answer.CUSTODY,)
    # Somebody who was out by then is as before.
    for release in ("released", "bail"):
        assert said(held, event(HAN, release, "2020-03-01"), judged).answer is Answer.RELEASED
    assert said(held, judged, event(HAN, "status_confirmed", "2020-07")).reason is UnknownReason.NO_CUSTODY
    assert said(held, judged, event(HAN, "detained", "2020-07")).answer is Answer.CUSTODY
    # Of a penalty that nobody knows, and of custody among others, it does not speak.
    for other in (f"{penalty}|stocks", f"{penalty}|re_education_labour:18months", ""):
        assert said(held, event(HAN, "sentenced", "2020-06-01", other)).answer is Answer.CUSTODY
    prison = said(held, event(HAN, "sentenced", "2020-06-01", f"{penalty}|fixed:36months"))
    assert (prison.answer, prison.stage) == (Answer.CUSTODY, "sentenced")
    assert said(held, event(HAN, "fined", "2020-06-01", penalty)).answer is Answer.CUSTODY


def test_a_fine_ends_no_other_sentence_that_runs() -> None:
    held = event(HAN, "detained", "2018-01-01")
    prison = event(HAN, "sentenced", "2018-06-01", "fixed:60months")
    fine = event(HAN, "sentenced", "2020-06-01", "fine:2000CNY")
    assert said(held, prison, fine).answer is Answer.CUSTODY
    assert (
        said(held, prison, event(HAN, "sentenced", "2020-06-01", "suspended:12months")).answer
        is Answer.CUSTODY
    )
    again = event(HAN, "taken_away", "2020-07-01")  # from prison, of which nobody recorded a way out
    assert said(held, prison, fine, again).since == said(held, prison, again).since == "2018-01-01"
    appeal = event(HAN, "sentence_changed", "2018-08-01", "fine:2000CNY")
    assert said(held, prison, appeal).reason is UnknownReason.NO_CUSTODY
    instead = fine.with_elements("links", [{"type": "replaces", "event": prison.id}])
    assert said(held, prison, instead).reason is UnknownReason.NO_CUSTODY


def test_a_sentence_holds_until_it_may_be_over() -> None:
    held, judged = event(HAN, "detained", "2019-06-19"), event(HAN, "sentenced", "2020-10", "fixed:18months")
    status = said(held, judged)
    assert (status.reason, status.ends) == (
        UnknownReason.SENTENCE_ENDED,
        (date(2020, 12, 19), date(2020, 12, 19)),
    )
    before = said(held, judged, day=date(2020, 12, 18))
    assert (before.answer, before.stage, before.sentence) == (
        Answer.CUSTODY,
        "sentenced",
        ("fixed:18months",),
    )
    month = event(HAN, "detained", "2019-06")
    assert said(month, judged, day=date(2020, 12, 10)).reason is UnknownReason.SENTENCE_MAY_HAVE_ENDED


def test_the_end_of_a_sentence_without_a_known_start() -> None:
    alone = said(event(HAN, "sentenced", "2020-01", "fixed:10months"))
    assert (alone.reason, alone.ends) == (UnknownReason.SENTENCE_ENDED, (None, date(2020, 11, 30)))
    life = said(event(HAN, "sentenced", "2001", "life"))
    assert (life.answer, life.ends) == (Answer.CUSTODY, (None, None))
    vague = said(event(HAN, "sentenced", "2001", "fixed"))
    assert (vague.answer, vague.sentence) == (Answer.CUSTODY, ("fixed",))
    days = said(event(HAN, "detained", "2020-12-20", "admin_detention:15days"), day=date(2021, 1, 4))
    assert days.reason is UnknownReason.SENTENCE_ENDED
    assert days.ends == (None, date(2021, 1, 4))
    camp = said(event(HAN, "detained", "2009-03-01", "re_education_labour:18months"), day=date(2010, 8, 1))
    assert (camp.sentence, camp.ends[1]) == (("re_education_labour:18months",), date(2010, 9, 1))


def test_what_moves_the_end_of_a_sentence() -> None:
    held, judged = (
        event(HAN, "detained", "2019-01-10"),
        event(HAN, "sentenced", "2019-10-01", "fixed:60months"),
    )
    fixed = (date(2024, 1, 10), date(2024, 1, 10))
    assert said(held, judged).ends == fixed
    assert said(held, judged, event(HAN, "sentence_reduced", "2020")).ends == (None, fixed[1])
    assert said(held, judged, event(HAN, "sentence_extended", "2020")).ends == (fixed[0], None)
    # Two days of residential surveillance at a designated location count as one.
    rsdl = event(HAN, "detained", "2019-02-10", measure="rsdl")
    assert said(held, rsdl, judged).ends == (fixed[0], date(2024, 10, 1))
    told = judged.with_elements("penalties", [{"kind": "fixed", "months": 60, "ends": "2023-11"}])
    assert said(held, told).ends == (date(2023, 11, 1), date(2023, 11, 30))
    far = said(held, judged.with_elements("penalties", [{"kind": "fixed", "months": 999_999}]))
    assert far.ends == (date.max, date.max)


@pytest.mark.parametrize(
    ("date", "since", "least"),
    [
        ("early March 2020", "early March 2020", 296),
        ("2020年3月上旬", "2020年3月上旬", 296),
        ("between March and June 2020", "between March and June 2020", 184),
        ("before June 2020", "before June 2020", 214),
        ("by June 2020", "by June 2020", 184),
        ("early March to June 2020", "early March 2020", 296),
        ("2020-03/2020-06", "2020-03", 275),
        ("2020-03-05", "2020-03-05", None),
        ("5 March to June 2020", "5 March 2020", None),
    ],
)
def test_custody_since_an_imprecise_day_lasts_at_least_so_long(
    date: str, since: str, least: int | None
) -> None:
    status = said(event(HAN, "detained", date))
    assert (status.answer, status.since, status.least_days) == (Answer.CUSTODY, since, least)


@pytest.mark.parametrize(
    ("first", "on", "then", "since", "least"),
    [
        ("detained", "2020", "arrested", "/2020-03-05", 301),
        ("arrested", "early March 2020", "arrested", "2020-03-05", None),
        ("detained", "before June 2020", "arrested", "/2020-03-05", 301),
        ("detained", "2020-03-05", "arrested", "2020-03-05", None),
        ("detained", "2020-04-02", "arrested", "2020-03-05", None),
        ("sentenced", "2020", "detained", "2020-03-05", None),
        ("transferred", "2020", "detained", "2020-03-05", None),
    ],
)
def test_custody_may_have_begun_before_a_step_that_comes_later(
    first: str, on: str, then: str, since: str, least: int | None
) -> None:
    status = said(event(HAN, first, on), event(HAN, then, "2020-03-05"))
    assert (status.answer, status.since, status.least_days) == (Answer.CUSTODY, since, least)


def test_an_arrest_after_days_of_detention_that_passed_has_a_ground_of_its_own() -> None:
    held = event(HAN, "detained", "2020-09-01", "admin_detention:15days", measure="administrative")
    status = said(held, event(HAN, "arrested", "2020-10-10"))
    assert (status.answer, status.stage, status.since) == (Answer.CUSTODY, "arrested", "2020-10-10")


def test_the_json_of_a_status_names_only_what_is_known() -> None:
    judged = event(HAN, "sentenced", "2020-02", "fixed:48months")
    assert said(judged).to_json() == {
        "answer": "in_custody",
        "as_of": "2020-12-31",
        "stage": "sentenced",
        "country": "CN",
        "since": "2020-02",
        "least_days": 306,
        "sentence": ["fixed:48months"],
        "ends": [None, "2024-02-29"],
        "events": [judged.id],
    }
    assert said().to_json() == {
        "answer": "undetermined", "as_of": "2020-12-31", "reason": "no_events", "possible": [], "events": [],
    }  # fmt: skip


CHECKED_BY_HAND = {
    # rows of a person -> answer, reason, form, stage, rows that it rests on
    "e001": (Answer.DISAPPEARED, None, "whereabouts_unknown", "", ["e003"]),
    "e004": (Answer.UNDETERMINED, UnknownReason.CONFLICTING_CLAIMS, "", "", ["e004", "e005", "e006"]),
    "e007": (Answer.RELEASED, None, "released", "", ["e008"]),
    "e009": (Answer.CUSTODY, None, "", "sentenced", ["e010"]),
    "e012": (Answer.CUSTODY, None, "arrested_custody", "arrested", ["e013"]),
    "e018": (Answer.CUSTODY, None, "rsdl", "detained", ["e018", "e019"]),
    "e024": (Answer.UNDETERMINED, UnknownReason.UNDATED_EVENTS, "", "", ["e024", "e025"]),
    "e026": (Answer.CUSTODY, None, "", "detained", ["e026"]),  # the release came in 2021
    "e034": (Answer.UNDETERMINED, UnknownReason.NOTHING_ON_LIBERTY, "", "", []),
    "e035": (Answer.UNDETERMINED, UnknownReason.SENTENCE_ENDED, "", "", ["e035"]),
    "e039": (Answer.UNDETERMINED, UnknownReason.CONFLICTING_CLAIMS, "", "", ["e039", "e040"]),
    "e043": (Answer.UNDETERMINED, UnknownReason.CONFLICTING_CLAIMS, "", "", ["e045", "e046", "e047"]),
    "e048": (Answer.CUSTODY, None, "", "charged", ["e048"]),
    "e059": (Answer.UNDETERMINED, UnknownReason.UNDATED_EVENTS, "", "", ["e060", "e061", "e062"]),
    "e063": (Answer.DISAPPEARED, None, "disappeared", "", ["e063"]),
    "e070": (Answer.RELEASED, None, "released", "", ["e072"]),  # detained again in 2021
    "e088": (Answer.UNDETERMINED, UnknownReason.UNDATED_EVENTS, "", "", ["e088", "e089", "e090"]),
    "e100": (Answer.CUSTODY, None, "", "sentenced", ["e101"]),
    "e107": (Answer.UNDETERMINED, UnknownReason.UNDATED_EVENTS, "", "", ["e108"]),
    "e109": (Answer.DEAD, None, "died", "", ["e110"]),
    "e112": (Answer.DISAPPEARED, None, "missing", "", ["e112"]),
    "e113": (Answer.UNDETERMINED, UnknownReason.NOTHING_ON_LIBERTY, "", "", []),
    "e120": (Answer.CUSTODY, None, "forced_quarantine", "detained", ["e120"]),
    "e136": (Answer.CUSTODY, None, "arrested_custody", "tried", ["e136"]),
}


def test_everybody_of_the_real_report_has_a_status_with_its_reason(report: Report) -> None:
    rows, table = report.keys("events.csv"), {}
    for party, status in statuses.of_all(report.session.store, DAY):
        assert status is not None
        assert (status.answer is Answer.UNDETERMINED) == (status.reason is not None)
        for item in report.session.store.events_of_party(party.id):
            table[rows[item.id]] = status
        if not report.session.store.events_of_party(party.id):
            assert status.reason is UnknownReason.NO_EVENTS
    for row, expected in CHECKED_BY_HAND.items():
        status = table[row]
        found = (
            status.answer,
            status.reason,
            status.measure or status.type,
            status.stage,
            [rows[item] for item in status.events],
        )
        assert found == expected, row
    everybody = [status for _, status in statuses.of_all(report.session.store, DAY) if status]
    assert len(everybody) == 74
    counted = {answer: sum(status.answer is answer for status in everybody) for answer in Answer}
    assert counted == {
        Answer.FREE: 0,
        Answer.CUSTODY: 42,
        Answer.RELEASED: 2,
        Answer.DISAPPEARED: 3,
        Answer.DEAD: 1,
        Answer.UNDETERMINED: 26,
    }


def test_where_somebody_is_held_and_that_nobody_knows_conflict_only_at_one_time() -> None:
    def conflict(held: str, gone: str) -> set[bool]:
        events = [event(HAN, "detained", held), event(HAN, "missing", gone)]
        one, other = claims_of(HAN, events)
        return {conflicting(one, other), conflicting(other, one)}

    assert conflict("2020-03", "2020-03-05") == {True}
    assert conflict("2020-03", "2020-04-05") == {False}
    assert conflict("2020-03", "2020-02-05") == {False}
    assert conflict("", "") == {True}
    assert conflict("2020-03", "") == conflict("", "2020-03") == {False}


@pytest.mark.parametrize(
    ("kind", "answer", "reason"),
    [
        ("released_end_of_sentence", Answer.RELEASED, None),
        ("released_on_conditions", Answer.RELEASED, None),
        ("detained_again", Answer.CUSTODY, None),
        ("pardoned", Answer.UNDETERMINED, UnknownReason.GROUND_GONE),
        ("self_immolation", Answer.UNDETERMINED, UnknownReason.PERHAPS_DEAD),
        ("status_confirmed", Answer.CUSTODY, None),
        ("coerced_birth_control", Answer.CUSTODY, None),
        ("child_separated", Answer.CUSTODY, None),
        ("political_re_education", Answer.CUSTODY, None),
        ("biometrics_taken", Answer.CUSTODY, None),
        ("threatened_for_activity_abroad", Answer.CUSTODY, None),
    ],
)
def test_what_comes_after_a_detention(kind: str, answer: Answer, reason: UnknownReason | None) -> None:
    who = person()
    status = status_of(who, [event(who, "detained", "2019-01-01"), event(who, kind, "2020-01-01")], DAY)
    assert (status.answer, status.reason) == (answer, reason)


def test_who_is_detained_again_was_at_large_before() -> None:
    who = person()
    held = [event(who, "detained", "2018-01-01"), event(who, "detained_again", "2020-01-01")]
    assert status_of(who, held, DAY).since == "2020-01-01"
