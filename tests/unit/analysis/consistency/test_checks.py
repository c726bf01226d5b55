"""The consistency desk: each check finds what it is for and is silent where it should be."""

from collections.abc import Callable
from datetime import date

import pytest

from hrddesk.actions.analysis import checks as desk
from hrddesk.analysis.consistency import checks
from hrddesk.analysis.consistency.checks_of_consents import answers_that_cannot_be
from hrddesk.analysis.consistency.findings import Check, CheckedFacts, Finding
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, new_id
from hrddesk.store.vault.session import Session
from tests.unit.analysis.conftest import Report
from tests.unit.analysis.people import event, ids, person

HAN = person().with_elements("names", [{"name": "Hu Lan", "kind": "main"}])


def found(
    *events: Record,
    who: Record = HAN,
    citations: tuple[Record, ...] = (),
    sources: tuple[Record, ...] = (),
    places: tuple[Record, ...] = (),
) -> list[Finding]:
    return checks.run(
        CheckedFacts(parties=(who,), events=events, citations=citations, sources=sources, places=places)
    )


def codes(*events: Record, who: Record = HAN) -> list[str]:
    return [finding.check.value for finding in found(*events, who=who)]


def charged(kind: str, day: str = "", penalties: str = "", **fields: str) -> Record:
    return event(HAN, kind, day, penalties, **fields).with_elements("charges", [{"raw": "x"}])


def test_an_arrest_before_every_dated_detention() -> None:
    arrest, taken = event(HAN, "arrested", "2019-06-19"), event(HAN, "detained", "2019-12-26")
    (finding,) = found(arrest, taken, event(HAN, "detained"))
    assert finding.check is Check.STAGE_OUT_OF_ORDER
    assert finding.message == (
        "Hu Lan: these steps stand in the wrong order: arrested, 2019-06-19; detained, 2019-12-26"
    )
    assert finding.records == ids(HAN, arrest, taken)
    assert finding.refs == finding.records
    assert finding.sides == ids(arrest, taken)
    assert codes(arrest) == []  # no detention at all is no contradiction
    assert codes(arrest, event(HAN, "detained")) == []
    assert codes(event(HAN, "arrested", "2019-12"), taken) == []
    assert codes(arrest, taken, event(HAN, "taken_away", "2019-06")) == []
    assert codes(event(HAN, "arrested", "2019-06/"), taken) == []
    assert codes(arrest, event(HAN, "detained", "/2020")) == []


def test_a_sentence_without_any_charge() -> None:
    judged = event(HAN, "sentenced", "2020")
    assert codes(judged) == ["sentence-without-charge"]
    assert codes(judged, event(HAN, "indicted")) == []
    assert codes(charged("sentenced")) == []
    assert codes(judged, charged("detained")) == []


def test_a_release_before_any_custody() -> None:
    freed, held = event(HAN, "released", "2020-01"), event(HAN, "taken_away", "2020-10-09")
    assert codes(freed, held) == ["release-before-custody"]
    assert codes(freed) == []
    assert codes(freed, held, event(HAN, "detained")) == []
    assert codes(freed, held, event(HAN, "detained", "2018")) == []


def test_an_end_before_its_start() -> None:
    assert codes(who=person(birth="1970", death="1969")) == ["end-before-start"]
    assert codes(who=person(birth="1970", death="1970-05")) == []
    worked = person().with_elements("terms", [{"raw": "lawyer", "since": "2010", "until": "2009"}])
    assert codes(who=worked) == ["end-before-start"]


def test_events_after_a_death() -> None:
    died = event(HAN, "died", "2020-02-07")
    (finding,) = found(died, event(HAN, "detained", "2020-03"), event(HAN, "award", "2021"))
    assert finding.check is Check.EVENT_AFTER_DEATH
    assert finding.message == "Hu Lan: detained, 2020-03 lies after the death (2020-02-07)"
    assert codes(died, event(HAN, "detained", "2020-02")) == []
    late = event(HAN, "detained", "2020-03")
    gone = person(death="2020-02")
    late = late.with_elements("parties", [{"party": gone.id, "role": "victim"}])
    (own,) = found(late, who=gone)
    assert (own.check, own.sides) == (Check.EVENT_AFTER_DEATH, ())
    assert own.name == gone.id  # nobody named yet


@pytest.mark.parametrize(
    ("arrested", "over"), [("2020-09-30", True), ("2020-09-29", False), ("2020-09", False)]
)
def test_thirty_seven_days_from_detention_to_arrest(arrested: str, over: bool) -> None:
    held, arrest = event(HAN, "detained", "2020-08-23"), event(HAN, "arrested", arrested)
    assert codes(held, arrest) == (["custody-over-limit"] if over else [])


def test_what_lies_between_detention_and_arrest_stops_the_count() -> None:
    held, arrest = event(HAN, "detained", "2020-01-01"), event(HAN, "arrested", "2020-09-30")
    assert [item.days for item in found(held, arrest)] == [273]
    assert codes(held, event(HAN, "detained", "2020-06", measure="rsdl"), arrest) == []
    assert codes(held, event(HAN, "released"), arrest) == []
    assert codes(event(HAN, "detained", "2020-01-01", measure="house_arrest"), arrest) == []
    assert codes(event(HAN, "detained", "2020-01-01", measure="liuzhi"), arrest) == []  # has rules of its own
    assert codes(event(HAN, "detained", "2020-01-01?"), arrest) == []


def test_administrative_detention_and_designated_locations_have_limits() -> None:
    admin = event(HAN, "detained", "2020-01-01/2020-01-20", measure="administrative")
    (finding,) = found(admin)
    assert (finding.days, finding.limit, finding.sides) == (19, 15, ())
    assert codes(event(HAN, "detained", "2020-01-01/2020-01-15", measure="administrative")) == []
    assert codes(event(HAN, "detained", "2020-01/2020-02", measure="administrative")) == []
    assert codes(event(HAN, "detained", "2020-01-01/", measure="administrative")) == []
    rsdl = event(HAN, "detained", "2020-01-01", measure="rsdl")
    assert [item.days for item in found(rsdl, event(HAN, "released", "2020-07-31"))] == [212]
    assert codes(rsdl, event(HAN, "released", "2020-06-30")) == []
    assert codes(rsdl, event(HAN, "arrested", "2020-07"), event(HAN, "released")) == []
    assert codes(rsdl) == []  # how long it lasts nobody says here; the page of this week does
    changed = checks.run(CheckedFacts(parties=(HAN,), events=(admin,), limits={"CN": {"administrative": 20}}))
    assert changed == []


def test_a_facility_alone_does_not_stop_the_count_of_a_measure() -> None:
    held, arrest = (
        event(HAN, "detained", "2020-01-01", measure="criminal"),
        event(HAN, "arrested", "2020-03-01"),
    )
    for kind in ("detained", "transferred"):
        moved = event(HAN, kind, "2020-01-20", facility="hospital")
        assert [item.days for item in found(held, moved, arrest)] == [60]
        rsdl = event(HAN, "detained", "2020-01-01", measure="rsdl")
        free = event(HAN, "released", "2020-07-31")
        assert [item.days for item in found(rsdl, moved, free)] == [212]
        site = event(HAN, kind, "2020-01-20", facility="designated_location")
        assert [item.days for item in found(rsdl, site, free)] == [212]  # counted once
        assert codes(event(HAN, "detained", "2020-01-01", measure="liuzhi"), site, free) == []
    judged = event(HAN, "sentenced", "2020-06-01", "fixed:36months")
    assert "custody-over-limit" not in codes(rsdl, judged, free)


def test_one_person_in_two_places_on_one_day() -> None:
    one = event(HAN, "sighting", "2020-05-05", place_text="Anqing")
    other = event(HAN, "tried", "2020-05-05", place_text="Hefei")
    (finding,) = found(one, other)
    assert finding.message == (
        "Hu Lan: in two places on one day: sighting, 2020-05-05, Anqing; tried, 2020-05-05, Hefei"
    )
    assert codes(one, event(HAN, "tried", "2020-05-05", place_text="Court of Anqing")) == []
    assert codes(one, event(HAN, "tried", "2020-05", place_text="Hefei")) == []
    assert codes(one, event(HAN, "tried", "2020-05-05?", place_text="Hefei")) == []
    assert codes(one, event(HAN, "transferred", "2020-05-05", place_text="Hefei")) == []
    assert codes(one, event(HAN, "house_raided", "2020-05-05", place_text="Hefei")) == []
    assert codes(one, event(HAN, "tried", "2020-05-05")) == []
    many = person(kind="group")
    both = [item.with_elements("parties", [{"party": many.id, "role": "victim"}]) for item in (one, other)]
    assert codes(*both, who=many) == []


@pytest.mark.parametrize("role", ["victim", "concerned"])
@pytest.mark.parametrize(
    "kind",
    ["place_closed", "organisation_closed", "demolition", "property_seized", "account_closed", "protest",
     "charged", "lawyer_appointed", "travel_banned", "speech", "authorities_denied", "other"],
)  # fmt: skip
def test_what_happens_to_a_place_holds_and_shows_nobody(kind: str, role: str) -> None:
    held = event(HAN, "detained", "2020-05-05", place_text="Hefei")
    assert codes(held, event(HAN, kind, "2020-05-05", role=role, place_text="Anqing")) == []


@pytest.mark.parametrize("kind", ["detained", "imprisoned", "sighting", "family_visit", "questioned", "died"])
def test_events_that_hold_or_show_somebody_in_two_places(kind: str) -> None:
    held = event(HAN, "detained", "2020-05-05", place_text="Hefei")
    assert "two-places-one-day" in codes(held, event(HAN, kind, "2020-05-05", place_text="Anqing"))


def test_who_is_taken_in_one_place_is_held_in_another_on_that_day() -> None:
    taken = event(HAN, "taken_away", "2020-05-05", place_text="Hefei")
    assert codes(taken, event(HAN, "detained", "2020-05-05", place_text="Anqing")) == []
    again = event(HAN, "taken_away", "2020-05-05", place_text="Anqing")
    assert codes(taken, again) == ["two-places-one-day"]
    assert codes(taken, event(HAN, "sighting", "2020-05-05", place_text="Anqing")) == ["two-places-one-day"]


def test_places_within_each_other_are_one() -> None:
    city, court, far = (Record(kind=Kind.PLACE, id=new_id()) for _ in range(3))
    court = court.with_fields(parent=city.id)
    city = city.with_fields(parent=court.id)  # bent into a circle, by a merge
    one = event(HAN, "sighting", "2020-05-05", place=city.id)
    for place, expected in ((court, []), (far, ["two-places-one-day"])):
        other = event(HAN, "tried", "2020-05-05", place=place.id)
        got = found(one, other, places=(city, court, far))
        assert [item.check.value for item in got] == expected


def test_what_happened_cannot_lie_in_the_future() -> None:
    def of_day(*days: str) -> list[str]:
        events = tuple(event(HAN, "arrested", day) for day in days)
        return [
            item.message
            for item in checks.run(CheckedFacts(parties=(HAN,), events=events, today=date(2026, 3, 14)))
        ]

    assert of_day("2030-01-01") == ["Hu Lan: arrested, 2030-01-01 lies in the future"]
    assert len(of_day("2026-03-15", "2027?", "2026-04")) == 3
    assert of_day("2026-03-14", "2026-03", "2026", "2020/", "", "soon", "2026-03/2026-05") == []
    refuted = event(HAN, "arrested", "2030", assertion="refuted")
    ends = charged("sentenced", "2020", "fixed:12 years")  # a plan, not what happened
    assert checks.run(CheckedFacts(parties=(HAN,), events=(refuted, ends), today=date(2026, 3, 14))) == []


def test_the_desk_holds_what_it_finds_against_the_day_it_is(session: Session) -> None:
    made = event(HAN, "award", "9000-01-01")
    with session.store.change("test") as change:
        change.put(HAN)
        change.put(made)
    told = [item for item in desk.run(session.store) if item.check is Check.EVENT_IN_FUTURE]
    assert [item.records for item in told] == [ids(HAN, made)]


def _answered(birth: str, *answers: Element) -> list[str]:
    party = person(birth=birth).with_elements("names", HAN.values("names")).with_elements("consents", answers)
    return [finding.message for finding in answers_that_cannot_be(party, date(2026, 3, 14))]


def test_an_answer_on_consent_of_a_day_to_come() -> None:
    refused: Element = {"consent": "refused", "given_by": "self", "date": "2031"}
    agreed: Element = {"consent": "yes", "given_by": "self", "date": "2030-01-01"}
    assert _answered("1980", agreed, refused) == [
        "Hu Lan: an answer on consent is of a day that has not come yet (2030-01-01, 2031)"
    ]
    unasked: Element = {"consent": "not_asked", "date": "2031"}
    assert _answered("1980", {**agreed, "date": "2026"}, {**agreed, "date": ""}, unasked) == []


def test_a_guardian_who_agreed_for_an_adult() -> None:
    agreed: Element = {"consent": "yes", "given_by": "guardian", "date": "2020-05-02"}
    assert _answered("2002-05-02", agreed) == [
        "Hu Lan, born 2002-05-02, was of age when a guardian agreed (2020-05-02)"
    ]
    assert _answered("2002-05-03", agreed) == []
    assert _answered("", agreed) == []
    assert _answered("1980", {**agreed, "given_by": "self"}) == []


def test_claims_that_contradict_each_other() -> None:
    held = event(HAN, "detained", facility="detention_centre")
    gone = event(HAN, "whereabouts_unknown")
    (finding,) = found(held, gone)
    assert finding.check is Check.CONFLICTING_CLAIMS
    assert finding.sides == ids(held, gone)
    assert "detained, detention centre; whereabouts unknown" in finding.message
    assert codes(event(HAN, "detained", "2020-01"), gone) == []
    assert codes(event(HAN, "taken_away"), gone) == []
    assert codes(event(HAN, "died", "2020"), event(HAN, "executed", "2021")) == [
        "event-after-death", "conflicting-claims",
    ]  # fmt: skip
    assert codes(event(HAN, "died", "2020"), event(HAN, "died_in_custody", "2020-05")) == []


def cited(record: Record, source: Record, stance: str = "supports") -> Record:
    return Record(kind=Kind.CITATION, id=new_id()).with_fields(
        record=record.id, source=source.id, stance=stance
    )


def test_a_source_that_contradicts_an_event() -> None:
    held, source = event(HAN, "detained", "2020"), Record(kind=Kind.SOURCE, id=new_id())
    good, bad = cited(held, source), cited(held, source, "contradicts")
    assert [item.check for item in found(held, citations=(good, bad))] == [Check.CONFLICTING_CLAIMS]
    assert found(held, citations=(good, cited(HAN, source, "contradicts"))) == []


def test_confirmed_needs_a_citation() -> None:
    held = event(HAN, "detained", "2020", assertion="confirmed")
    assert codes(held) == ["confirmed-without-citation"]
    assert found(held, citations=(cited(held, Record(kind=Kind.SOURCE, id=new_id())),)) == []
    alone = held.with_elements("parties", [])
    (finding,) = found(alone)
    assert (finding.records, finding.name) == (ids(alone), "detained, 2020")


def test_a_public_event_whose_note_describes_a_confidential_source() -> None:
    source = Record(kind=Kind.SOURCE, id=new_id())
    described = source.with_fields(attribution="described", credit="A guard, 2021")
    held = event(HAN, "detained", "2020")
    public = held.with_visibility(Visibility.PUBLIC)
    told = (cited(held, source),)
    assert found(held, sources=(described,), citations=told) == []
    assert [item.check.value for item in found(public, sources=(described,), citations=told)] == [
        "described-source-in-print"
    ]
    named = source.with_fields(attribution="by_name", credit="Odal Brisk", consented="2021")
    document = described.with_fields(kind="document").with_visibility(Visibility.PUBLIC)
    for other in (source, named, document, described.with_fields(credit="A guard, May 2021")):
        assert found(public, sources=(other,), citations=told) == []


def test_an_answer_that_is_due_is_asked_for() -> None:
    asked = event(HAN, "intervention", "2020", due="2020-03")
    assert codes(asked) == ["answer-due"]
    assert codes(asked.with_fields(answered="2020-04")) == []


def test_who_was_asked_is_a_body_of_the_vault_or_stands_in_words() -> None:
    body = person(kind="organisation").with_elements("names", [{"name": "The Working Group", "kind": "main"}])
    asked = event(HAN, "intervention", "2020", due="2020-03", addressee="an embassy")
    roles = [{"party": body.id, "role": "addressee"}, {"party": HAN.id, "role": "victim"}]
    for parties, name in ((roles, "Hu Lan"), (roles[:1], "intervention, 2020")):
        (finding,) = checks.run(
            CheckedFacts(
                parties=(HAN, body),
                events=(asked.with_elements("parties", parties),),
                citations=(),
                sources=(),
                places=(),
            )
        )
        assert finding.name == name
        assert finding.message.endswith("none is recorded. Asked: The Working Group, an embassy")
    (finding,) = found(event(HAN, "intervention", "2020", due="2020-03"))
    assert finding.message.endswith("Asked: –")


def named(*names: str) -> Record:
    return person().with_elements("names", [{"name": name, "kind": "main"} for name in names])


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Dong Yaoqiong", "Dong Yaoqing", True),
        ("Hu Lanlan", "Hu Lanlan", False),  # two people of one name are no slip
        ("Hu Lanlan", "Hu Lonlan", True),
        ("Hu Lanlan", "Hu Lonlon", False),
        ("Hu La", "Hu Li", False),  # too short to mean anything
        ("胡岚兰", "胡岚蓝", True),
        ("胡岚", "胡蓝", False),
    ],
)
def test_names_one_letter_apart(one: str, other: str, apart: bool) -> None:
    pair = (named(one, "Xu Weizheng"), named(other))
    got = checks.run(CheckedFacts(parties=pair))
    assert [item.check.value for item in got] == (["names-one-letter-apart"] if apart else [])
    assert all(item.sides == ids(*pair) for item in got)
    assert checks.run(CheckedFacts(parties=(named(one, other),))) == []  # variants of one person


def test_a_name_that_resembles_many_others_is_no_slip() -> None:
    def found_among(count: int) -> int:
        people = [named(f"Hu Lan{letter}") for letter in "abcdefg"[:count]]
        return len(checks.run(CheckedFacts(parties=(*people, named("Orla Fenwick"), named("Orla Fenwicks")))))

    assert found_among(3) == 3 + 1
    assert found_among(7) == 1  # and not one of each pair of the seven


def test_two_pairs_of_names_of_two_people_are_one_finding() -> None:
    assert (
        len(
            checks.run(
                CheckedFacts(parties=(named("Hu Lanlan", "Xu Weizheng"), named("Hu Lonlan", "Xu Weizhong")))
            )
        )
        == 1
    )


def test_a_finding_keeps_its_key_while_it_is_about_the_same() -> None:
    held, gone = event(HAN, "detained"), event(HAN, "missing")
    (first,), (second,) = found(held, gone), found(gone, held.with_fields(place_text="Anqing"))
    assert first.key == second.key
    assert first.key != found(event(HAN, "detained"), gone)[0].key


def test_the_desk_finds_in_parts_what_is_found_in_whole_records(report: Report) -> None:
    store = report.session.store
    kinds = (Kind.PARTY, Kind.EVENT, Kind.CITATION, Kind.SOURCE, Kind.PLACE)
    people, events, citations, sources, places = (tuple(store.all(kind)) for kind in kinds)
    whole = checks.run(
        CheckedFacts(parties=people, events=events, citations=citations, sources=sources, places=places)
    )
    assert desk.run(store) == whole
    assert len(whole) > 12


def test_demand_6_both_reports_on_one_person_of_the_real_report_stand_side_by_side(report: Report) -> None:
    rows = report.keys("events.csv")
    told = [
        [rows[side.record.id] for side in desk.sides(report.session.store, finding)]
        for finding in desk.run(report.session.store)
        if finding.check is Check.CONFLICTING_CLAIMS
    ]
    assert ["e005", "e006"] in told  # held in a detention centre; whereabouts unknown


def test_demand_6_exactly_one_arrest_before_any_detention_in_the_real_report(report: Report) -> None:
    rows = report.keys("events.csv")
    found_in: Callable[[Check], list[list[str]]] = lambda check: [  # noqa: E731
        [rows[item] for item in finding.records if item in rows]
        for finding in desk.run(report.session.store)
        if finding.check is check
    ]
    assert found_in(Check.STAGE_OUT_OF_ORDER) == [["e068", "e065"]]
    assert found_in(Check.CUSTODY_OVER_LIMIT) == [["e135", "e136"]]
    assert found_in(Check.CONFLICTING_CLAIMS) == [["e005", "e006"], ["e039", "e040"], ["e046", "e047"]]
    assert found_in(Check.SENTENCE_WITHOUT_CHARGE) == [["e023"], ["e033"], ["e036"], ["e089"]]
    assert found_in(Check.RELEASE_BEFORE_CUSTODY) == [["e059", "e060"]]
    assert found_in(Check.CONFIRMED_WITHOUT_CITATION) == [["e047"]]
    for check in (Check.TWO_PLACES_ONE_DAY, Check.EVENT_AFTER_DEATH, Check.END_BEFORE_START):
        assert found_in(check) == []
    over = next(item for item in desk.run(report.session.store) if item.check is Check.CUSTODY_OVER_LIMIT)
    assert (over.days, over.limit) == (38, 37)
