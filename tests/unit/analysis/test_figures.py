"""Figures over records: units, conditions on one event, what is possible, bands, unions, denominators."""

import dataclasses
from collections.abc import Collection, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.analysis.dimensions import SHIPPED, Sort
from hrddesk.analysis.figure_card import card, value_words
from hrddesk.analysis.figure_facts import Facts, facts_of
from hrddesk.analysis.figure_tables import Table, percent_text, table_of
from hrddesk.analysis.figures import compute
from hrddesk.analysis.questions import DEFAULT_BANDS, Condition, Unit, asked, parse, question_of
from hrddesk.analysis.status import Status, status_of
from hrddesk.analysis.verdicts import Verdict, band_key, periods, within
from hrddesk.errors import InvalidDate, InvalidValue
from hrddesk.records import dates
from hrddesk.records.countable import of_records
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, new_id
from hrddesk.records.words import SHIPPED as SHIPPED_WORDS
from tests.unit.analysis import row_by_row
from tests.unit.analysis.people import event, person

TODAY = date(2021, 6, 1)


def case(*who: Record, role: str = "victim", tags: Sequence[str] = ()) -> Record:
    made = Record(Kind.CASE, new_id()).with_fields(title="invented")
    made = made.with_elements("parties", [{"party": item.id, "role": role} for item in who])
    return made.with_elements("tags", [{"text": tag} for tag in tags])


def facts(*records: Record) -> Facts:
    of = {kind: [item for item in records if item.kind is kind] for kind in Kind}
    parties = {party.id: party for party in of[Kind.PARTY]}

    def statuses(people: Collection[RecordId], day: date) -> dict[RecordId, Status]:
        return {person: status_of(parties[person], of[Kind.EVENT], day) for person in people}

    kinds = Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.RELATION, Kind.PLACE, Kind.SOURCE, Kind.CITATION
    return facts_of(of_records(*(of[kind] for kind in kinds)), SHIPPED_WORDS, statuses)


def ask(here: Facts, **question: Any) -> Table:
    return table_of(compute(asked(**question), here, TODAY))


def counts(here: Facts, **question: Any) -> dict[str, int | None]:
    return {key[0]: count for key, count in ask(here, **question).counts.items()}


def test_conditions_on_events_hold_for_one_and_the_same_event() -> None:
    who, other = person(), person()
    here = facts(
        *(who, other),
        event(who, "detained", "2020-02", form="criminal"),
        event(who, "summoned", "2015", form="administrative"),
        event(other, "detained", "2020-03", form="administrative"),
    )
    both = ["type=detained", "form=administrative"]
    assert ask(here, unit="persons", where=both).total == 1
    assert ask(here, unit="persons", where=["type=detained", "date=2020"]).total == 2
    assert ask(here, unit="persons", where=["type=detained", "date=2020-02"]).total == 1
    assert ask(here, unit="events", where=["form=administrative"]).total == 2
    assert "one and the same event" in ask(here, unit="persons", where=both).to_json()["definition"]


def test_nobody_is_counted_twice_in_a_union_and_who_is_left_out_is_left_out() -> None:
    people = [person() for _ in range(6)]
    happened = [event(who, "detained", "2020") for who in people[:4]]
    happened += [event(who, "missing", "2020") for who in people[3:]]
    happened.append(event(people[5], "released", "2020-05"))
    here = facts(*people, *happened)
    union = [["type=detained"], ["type=missing"]]
    assert ask(here, unit="persons", any_of=union).total == 6
    assert ask(here, unit="persons", any_of=union, without=[["type=released", "date=2020"]]).total == 5
    assert ask(here, unit="persons", any_of=union, without=[["type=released", "date=2019"]]).total == 6
    split = counts(here, unit="persons", by=["type"])
    assert split == {"detained": 4, "missing": 3, "released": 1}
    assert ask(here, unit="persons", by=["type"]).figure.overlaps


def test_whom_a_release_may_concern_is_possible_only() -> None:
    who = person()
    here = facts(who, event(who, "detained", "2019"), event(who, "released", "2020/"))
    table = ask(here, unit="persons", without=[["type=released", "date=2020"]])
    assert (table.total, table.figure.all.possible, table.at_least) == (0, 1, True)


def test_only_people_to_whom_something_happened_are_persons() -> None:
    victim, lawyer, in_a_case, court = person(), person(), person(), person(kind="authority")
    happened = event(victim, "tried").with_elements(
        "parties", [{"party": victim.id}, {"party": lawyer.id, "role": "lawyer"}, {"party": court.id}]
    )
    here = facts(victim, lawyer, in_a_case, court, happened, case(in_a_case), case(lawyer, role="lawyer"))
    assert ask(here, unit="persons").total == 2
    assert ask(here, unit="cases").total == 2
    assert ask(here).total == 2


def test_a_group_counts_with_its_smallest_size_and_never_beside_its_members() -> None:
    group = dataclasses.replace(person(kind="group"))
    group = group.with_fields(size_min=10, size_max=14)
    member, nobody_knows = person(), person(kind="group")
    belongs = Record(Kind.RELATION, new_id()).with_fields(
        subject=member.id, type="member_of", object=group.id
    )
    here = facts(group, member, belongs, event(group, "detained", "2020"), event(member, "detained", "2020"))
    table = ask(here, unit="persons", where=["type=detained"])
    assert (table.total, table.figure.all.possible, table.figure.groups) == (10, 4, 1)
    assert value_words(table, "en") == "at least 10 persons"
    assert value_words(table, "zh") == "至少10人"
    alone = facts(nobody_knows, event(nobody_knows, "detained"))
    table = ask(alone, unit="persons", by=["sex"])
    assert (table.total, table.figure.all.possible) == (1, None)
    assert table.lines[0].possible is None
    assert dict(card(table, "en"))["Possible besides"] == "no upper bound"


def test_what_was_found_false_counts_nowhere() -> None:
    who = person()
    here = facts(who, event(who, "detained", "2020", assertion="refuted"))
    assert ask(here, unit="events").total == 0
    assert ask(here, unit="persons").total == 0


def test_as_of_a_day_what_may_have_happened_is_possible() -> None:
    who = person()
    days = ("2020-12-31", "2020", "2021-01", "2020/2021", "", "2020?", "2021?")
    here = facts(who, *(event(who, "detained", day) for day in days))
    table = ask(here, unit="events", as_of="2020-12-31")
    assert (table.total, table.figure.all.possible) == (2, 3)
    assert ask(here, unit="events").total == 7
    split = ask(here, unit="events", by=["year"], as_of="2020-12-31")
    assert split.counts == {("2020",): 2, ("2021",): 0, ("",): 0}
    assert [line.possible for line in split.lines] == [0 + 2, 1, 3]


def test_people_are_those_of_the_day_though_their_events_come_later() -> None:
    who = person(sex="female")
    here = facts(who, event(who, "detained", "2021-03"))
    assert counts(here, unit="persons", by=["sex"], as_of="2020-12-31") == {"female": 1}
    assert counts(here, unit="persons", by=["status"], as_of="2020-12-31") == {"free": 1}
    assert counts(here, unit="persons", by=["type"], as_of="2020-12-31") == {"": 1}
    assert ask(here, unit="persons", where=["type=detained"], as_of="2020-12-31").total == 0
    assert counts(here, unit="persons", by=["status"]) == {"in_custody": 1}


def test_the_trend_invents_no_month() -> None:
    who = person()
    days = ("2020-01-05", "2020-01", "2020-01/2020-03", "2020-04?", "2020-0X", "")
    here = facts(who, *(event(who, "detained", day) for day in days))
    table = ask(here, unit="events", by=["month"])
    told = {line.key[0]: (line.count, line.possible) for line in table.lines}
    assert told["2020-01"] == (2, 2)
    assert told["2020-02"] == (0, 2)
    assert told["2020-04"] == (0, 2)
    assert told[""] == (4, 0)
    assert (table.known, table.unknown) == (2, 4)
    assert list(told)[:9] == [f"2020-0{month}" for month in range(1, 10)]
    far = facts(who, event(who, "detained", "2018-11"), event(who, "detained", "2019-02"))
    assert [line.count for line in ask(far, unit="events", by=["month"]).lines] == [1, 0, 0, 1]
    years = facts(who, event(who, "detained", "2015"), event(who, "detained", "2018"))
    assert [line.key[0] for line in ask(years, unit="events", by=["year"]).lines] == [
        *("2015", "2016", "2017", "2018")
    ]


def test_bands_are_half_open_and_can_be_set() -> None:
    who = person()
    terms = (119, 120, 179, 180, 300, 5)
    here = facts(who, *(event(who, "sentenced", "2020", f"fixed:{months}months") for months in terms))
    assert counts(here, unit="events", by=["months"], bands={"months": [0, 120, 180]}) == {
        "0..120": 2,
        "120..180": 2,
        "180..": 2,
    }
    assert counts(here, unit="events", by=["months"], bands={"months": [120, 300]}) == {
        "120..300": 3,
        "300..": 1,
        "": 2,
    }
    assert ask(here, unit="events", where=["months=120..300"]).total == 3
    assert ask(here, unit="events", where=["months=120..=300"]).total == 4
    assert ask(here, unit="events", where=["months=5|180.."]).total == 3
    assert ask(here, unit="events", where=["months!=0..120"]).total == 4
    assert ask(here, unit="events", where=["months=unknown"]).total == 0


@given(st.lists(st.integers(0, 500), min_size=1, max_size=8, unique=True), st.integers(0, 600))
def test_every_number_lies_in_one_band(starts: list[int], number: int) -> None:
    bands = tuple(sorted(starts))
    key = band_key(bands, number)
    if number < bands[0]:
        assert key == ""
        return
    first, _, end = key.partition("..")
    assert int(first) <= number
    assert not end or number < int(end)
    assert int(first) in bands


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"birth": "2000-06-02"}, {"18..30": 1}),  # 20 on the day
        ({"birth": "1991-06-01"}, {"30..45": 1}),  # 30 on the day itself
        ({"birth": "1991-06-02"}, {"18..30": 1}),  # 30 tomorrow
        ({"birth": "1991"}, {"": 1}),  # 29 or 30
        ({"birth": "1993?"}, {"18..30": 1}),
        ({"birth": "1991-06-01?"}, {"": 1}),
        ({"age": "17", "age_day": "2020-06-01"}, {"18..30": 1}),
        ({"age": "17", "age_day": "2020-07"}, {"": 1}),
        ({"age": "17", "age_day": "2021-06-01"}, {"14..18": 1}),
        ({"age": "17"}, {"": 1}),
        ({"age": "about 40", "age_day": "2020"}, {"": 1}),
        ({}, {"": 1}),
    ],
)
def test_ages_are_those_of_the_day_and_no_more_certain_than_what_is_known(
    fields: dict[str, str], expected: dict[str, int]
) -> None:
    who = person(**fields)
    here = facts(who, event(who, "detained", "2020"))
    assert {key: n for key, n in counts(here, unit="persons", by=["age"]).items() if n} == expected


def test_an_age_that_may_lie_in_two_bands_is_possible_in_both() -> None:
    who = person(birth="1991")
    table = ask(facts(who, case(who)), unit="persons", by=["age"])
    assert [(line.key[0], line.count, line.possible) for line in table.lines] == [
        ("18..30", 0, 1),
        ("30..45", 0, 1),
        ("", 1, 0),
    ]
    assert ask(facts(who, case(who)), unit="persons", where=["age=30.."]).figure.all.possible == 1


def test_unknown_not_asked_and_none_are_three_and_none_is_known() -> None:
    people = [person(ethnicity=word) for word in ("han", "none", "unknown", "not_asked", "")]
    here = facts(*people, case(*people))
    table = ask(here, unit="persons", by=["ethnicity"], of="known")
    assert (table.total, table.known, table.unknown, table.denominator) == (5, 2, 3, 2)
    document = table.to_json()
    assert [row["key"] for row in document["rows"]] == ["han", "none"]
    assert [row["percent"] for row in document["rows"]] == [50.0, 50.0]
    assert document["unknown_as"] == {"not_recorded": 1, "not_asked": 1, "unknown": 1}
    assert ask(here, unit="persons", where=["ethnicity=unknown"]).total == 3
    assert ask(here, unit="persons", where=["ethnicity!=unknown"]).total == 2
    assert ask(here, unit="persons", where=["ethnicity!=han"]).total == 1
    assert ask(here, unit="persons", where=["ethnicity=han|unknown"]).total == 4


def test_a_part_of_all_and_of_the_known() -> None:
    people = [person(sex=word) for word in ("female", "female", "male", "")]
    here = facts(*people, case(*people))
    of_all = ask(here, unit="persons", part=["sex=female"])
    assert (of_all.count, of_all.denominator, of_all.percent) == (2, 4, Fraction(50))
    of_known = ask(here, unit="persons", part=["sex=f"], of="known")
    assert (of_known.count, of_known.denominator, of_known.unknown) == (2, 3, 1)
    assert percent_text(of_known.percent) == "66.7 %"
    assert percent_text(of_known.percent, 0) == "67 %"
    assert ask(here, unit="persons", part=["sex=other"]).percent == 0
    assert ask(facts(), unit="persons", part=["sex=other"]).percent is None
    assert percent_text(None) == "–"


def test_a_part_by_events_that_may_have_happened() -> None:
    who = person()
    here = facts(who, event(who, "released", "2020/2021"), case(who))
    table = ask(here, unit="persons", part=["type=released"], as_of="2020-12-31")
    assert (table.count, table.unknown) == (0, 1)
    assert {line.key[0]: line.possible for line in table.lines} == {"yes": 1, "": 0}
    assert ask(here, unit="persons", part=["type=released"]).count == 1
    assert ask(here, unit="persons", part=["type=detained"]).known == 1


def test_a_cross_table_with_its_sums() -> None:
    people = [
        person(sex=s, ethnicity=e)
        for s, e in (("female", "han"), ("female", "hui"), ("male", "han"), ("", "han"))
    ]
    table = ask(facts(*people, case(*people)), unit="persons", by=["ethnicity", "sex"])
    assert table.counts == {
        ("han", "female"): 1,
        ("han", "male"): 1,
        ("han", ""): 1,
        ("hui", "female"): 1,
    }
    assert table.sums == ({"han": 3, "hui": 1}, {"female": 2, "male": 1, "": 1})
    assert (table.known, table.unknown) == (3, 1)
    document = table.to_json()
    assert document["rows"][2]["key"] == ["han", "not_recorded"]
    assert document["sums"][1] == {"female": 2, "male": 1, "not_recorded": 1}
    assert table.values(1) == ["female", "male", ""]


def test_what_one_row_knows_fills_the_gap_of_another() -> None:
    who = person()
    here = facts(
        who,
        event(who, "detained", form="criminal", place_text="Willow Lane"),
        event(who, "tried", form="prison"),
        event(who, "arrested"),
    )
    assert counts(here, unit="persons", by=["form"]) == {"criminal": 1, "prison": 1}
    assert ask(here, unit="persons", by=["form", "place"]).counts == {("criminal", "Willow Lane"): 1}


def place(name: str, kind: str, parent: Record | None = None, alias: str = "", zh: str = "") -> Record:
    made = Record(Kind.PLACE, new_id()).with_fields(name=name, name_zh=zh, kind=kind)
    made = made.with_fields(parent=None if parent is None else parent.id)
    return made.with_elements("aliases", [{"text": alias}] if alias else [])


def test_places_are_asked_under_the_tree() -> None:
    province = place("North Province", "province", zh="北省", alias="The North")
    city = place("Willow City", "prefecture", province)
    prison = place("First Prison", "prison", city)
    circle = place("Circle", "county")
    circle = circle.with_fields(parent=circle.id)
    who = person()
    happened = [event(who, "detained", place=item.id) for item in (prison, city, circle)]
    here = facts(who, province, city, prison, circle, *happened, event(who, "detained", place_text="柳巷"))
    for words in ("north province", "北省", "the north", province.id):
        assert ask(here, unit="events", where=[f"place={words}"]).total == 2, words
    assert ask(here, unit="events", where=["place=柳巷"]).total == 1
    assert ask(here, unit="events", where=["place!=北省"]).total == 2
    assert ask(here, unit="events", where=["place=unknown"]).total == 0
    assert ask(here, unit="events", where=["province=北省"]).total == 2
    table = ask(here, unit="events", by=["province"])
    assert [(table.label(0, line.key[0], "zh"), line.count) for line in table.lines] == [
        ("北省", 2),
        ("未记录", 2),
    ]
    assert table.label(0, province.id, "en") == "North Province"
    assert ask(here, unit="events", by=["prefecture"]).known == 2


def test_sources_data_sets_tags_and_own_fields() -> None:
    who = person().with_elements("keys", [{"source": "list A", "file": "people", "key": "1"}])
    who = who.with_elements("values", [{"field": "hukou", "answer": "Yes"}])
    who = who.with_elements(
        "terms", [{"vocabulary": "occupation", "term": "lawyer"}, {"vocabulary": "vulnerability", "raw": "x"}]
    )
    happened = event(who, "detained", "2020").with_elements("charges", [{"raw": "Being a Nuisance"}])
    happened = happened.with_elements(
        "terms", [{"term": "platform:wechat"}, {"term": "beating"}, {"raw": "odd"}]
    )
    file = case(who, tags=["Lawyers", "urgent"]).with_fields(status="open")
    source = Record(Kind.SOURCE, new_id()).with_fields(title="A letter", type="family")
    unnamed = Record(Kind.SOURCE, new_id())
    cited = [
        Record(Kind.CITATION, new_id()).with_fields(record=happened.id, source=item.id)
        for item in (source, source, unnamed, file)
    ]
    here = facts(who, happened.with_fields(case=file.id), file, source, unnamed, *cited)
    for condition in (
        *("source=a LETTER", "source_type=family", "dataset=List a", "tag=lawyers", "case_status=OPEN"),
        *(
            "field:hukou=yes",
            "charge=being a nuisance",
            "platform=weixin",
            "method=beating",
            "occupation=律师",
        ),
        *("circumstance=odd", "type=拘留", "denial=unknown", "stage=detained", "status=in custody"),
    ):
        assert ask(here, unit="cases", where=[condition]).total == 1, condition
    assert counts(here, unit="cases", by=["tag"]) == {"Lawyers": 1, "urgent": 1}
    assert counts(here, unit="events", by=["source"]) == {"A letter": 1, unnamed.id[:8]: 1}
    assert counts(here, unit="persons", by=["charge"]) == {"Being a Nuisance": 1}
    assert ask(here, unit="cases", where=["charge!=insult"]).total == 1


def test_sentences_being_served() -> None:
    life, fixed, held = person(), person(), person()
    here = facts(
        *(life, fixed, held),
        event(life, "sentenced", "2019", "life"),
        event(fixed, "sentenced", "2019", "fixed:48months|fine:1000CNY"),
        event(held, "detained", "2021-05", form="rsdl"),
    )
    assert counts(here, unit="persons", by=["sentence"]) == {"life": 1, "fixed": 1, "": 1}
    assert counts(here, unit="persons", by=["custody"]) == {"rsdl": 1, "": 2}
    assert counts(here, unit="persons", by=["term"]) == {"36..60": 1, "": 2}
    assert counts(here, unit="persons", by=["stage"])["sentenced"] == 2
    assert counts(here, unit="persons", by=["status"], as_of="2030-01-01")["undetermined"] == 1
    assert ask(here, unit="persons", where=["reason=sentence_ended"], as_of="2030-01-01").total == 1


def test_small_counts_are_hidden_everywhere_with_what_gives_them_away() -> None:
    people = [person(sex="female") for _ in range(2)] + [person(sex="male") for _ in range(20)]
    people += [person(sex="other") for _ in range(30)] + [person() for _ in range(9)]
    people += [person(sex="not_asked")]
    here = facts(*people, case(*people))
    table = ask(here, unit="persons", by=["sex"], suppress=5)
    assert table.counts == {("female",): None, ("male",): 20, ("other",): 30, ("",): None}
    assert (table.total, table.known, table.unknown, table.hides) == (62, None, None, True)
    told = [(line.percent is None, line.possible) for line in table.lines]
    assert told == [(True, 0), (False, 0), (False, 0), (True, 0)]
    known = ask(here, unit="persons", by=["sex"], of="known", suppress=5)
    assert known.denominator is None
    assert all(line.percent is None for line in known.lines)
    few = ask(here, unit="persons", where=["sex=female"], by=["age"], suppress=5)
    assert (few.total, few.counts, few.to_json()["possible"]) == (None, {("",): None}, None)
    assert value_words(few, "en") == "hidden"
    cross = ask(here, unit="persons", by=["sex", "ethnicity"], suppress=5)
    assert cross.sums[0]["female"] is None
    assert (cross.known, cross.total) == (None, 62)
    part = ask(here, unit="persons", part=["sex=female"], suppress=5)
    assert (part.count, part.percent) == (None, None)
    assert "hidden" in part.to_json()["definition"]


def test_periods_and_verdicts() -> None:
    year = dates.parse("2020")
    told = {
        "2020-05": 2,
        "2019": 0,
        "2021-01": 0,
        "2019/2020": 1,
        "2020?": 1,
        "2019?": 0,
        "": 1,
        "/2019": 0,
        "2021/": 0,
    }
    assert {text: int(within(dates.read(text), year)) for text in told} == told
    assert int(within(dates.read("2019"), dates.parse("/2020"))) == Verdict.CERTAIN
    assert list(periods(dates.read("1900/2020"), "month")) == []
    assert list(periods(dates.read("2020/"), "year")) == []
    assert list(periods(dates.read("2020-05/2020-06"), "year")) == [("2020", Verdict.CERTAIN)]


@pytest.mark.parametrize(
    "question",
    [
        {"unit": "lawyers"},
        {"of": "some"},
        {"where": ["detained"]},
        {"where": ["colour=red"]},
        {"where": ["type="]},
        {"where": ["months=five"]},
        {"where": ["months=.."]},
        {"where": ["months=5..5"]},
        {"where": ["sex=x"] * 65},
        {"any_of": [[]]},
        {"by": ["sex", "sex"]},
        {"by": ["sex", "age", "type"]},
        {"by": ["date"]},
        {"by": ["field:"]},
        {"by": ["sex"], "part": ["sex=male"]},
        {"bands": {"sex": [0, 1]}},
        {"bands": {"age": [5, 1]}},
        {"bands": {"age": ["x"]}},
        {"bands": {"age": []}},
        {"suppress": -1},
        {"suppress": True},
        {"at_least": 1},
    ],
)
def test_what_cannot_be_asked_is_refused(question: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue):
        asked(**question)


@pytest.mark.parametrize(
    "question",
    [
        {"where": ["date=2020?"]},
        {"where": ["date=1954-02-29"]},
        {"as_of": "2020"},
        {"known_on": "2020-01-01?"},
    ],
)
def test_days_that_cannot_be_asked_are_refused(question: dict[str, Any]) -> None:
    with pytest.raises(InvalidDate):
        asked(**question)


def test_a_question_comes_back_as_it_was_written() -> None:
    question = asked(
        unit="persons",
        where=["type = 拘留, 批捕", "months=120..=300", "place=A | B"],
        any_of=[["tag=a", "tag!=b"], ["field:my key=x"]],
        without=[["date=2020-01/2020-06"]],
        by=["age", "province"],
        of="known",
        bands={"age": [0, 18]},
        as_of="2020-12-31",
        known_on="2021-01-01",
        at_least=True,
        suppress=5,
    )
    assert parse(question.text) == question
    assert question.where[0] == Condition(SHIPPED["type"], ("detained", "arrested"))
    part = asked(part=["sex=女"])
    assert parse(part.text) == part
    with pytest.raises(InvalidValue):
        question_of({"unit": 5})
    with pytest.raises(InvalidValue):
        question_of({"by": "sex"})
    with pytest.raises(InvalidValue):
        question_of({"bands": []})


def test_every_dimension_has_words_and_can_be_asked_of_everything() -> None:
    who = person()
    here = facts(who, case(who), event(who, "detained"), case())
    for name, dimension in SHIPPED.items():
        assert dimension.label("en") != dimension.label("zh")
        if dimension.sort is Sort.NUMBER:
            assert name in DEFAULT_BANDS
        for unit in Unit:
            if name != "date":
                table = ask(here, unit=unit.value, by=[name])
                assert sum(count or 0 for count in table.counts.values()) >= (table.total or 0) > 0


def test_the_card_says_in_both_languages_all_that_a_number_needs() -> None:
    who = person(sex="female", birth="1980")
    here = facts(who, event(who, "detained", "2020", form="rsdl"))
    table = ask(
        here,
        unit="persons",
        where=["type=detained", "form=rsdl", "months=unknown", "date=2020", "age=18..60"],
        any_of=[["sex=female"], ["sex=male", "ethnicity=han"]],
        without=[["type=died"]],
        by=["sex", "age"],
        of="known",
        as_of="2020-12-31",
        known_on="2021-01-01",
        at_least=True,
        suppress=2,
    )
    english, chinese = (dict(card(table, language, "Mine")) for language in ("en", "zh"))
    assert next(iter(english)) == "Name"
    assert len(english) == len(chinese)
    for word in (
        *("type of event is Detained", "2020", "one and the same event", "counted once", "Left out"),
        *("2020-12-31", "2021-01-01", "found false", "hidden", "18 to less than 60 years", "At least"),
    ):
        assert word in english["Definition"]
    for word in ("事件类型为羁押", "同一事件", "只计一次", "不计入", "18至不满60岁", "至少"):
        assert word in chinese["定义"]
    unbounded = ask(here, unit="persons", where=["age=18..", "months=0..120|5"], by=["age"])
    assert "18 years or more" in unbounded.to_json()["definition"]
    assert "less than 120 months or 5 months" in unbounded.to_json()["definition"]
    assert "18岁及以上" in unbounded.to_json()["definition_zh"]


DAYS = ("2020-01-05", "2020-02", "2020", "2020?", "2020-12/2021-02", "", "2021-05", "2020-06/", "1999/2021")
FIELDS = {
    "type": ("detained", "arrested", "released", ""),
    "form": ("rsdl", "criminal", ""),
    "sex": ("female", "male", "unknown", "none", ""),
    "ethnicity": ("han", "hui", "not_asked", ""),
    "birth": ("1991", "2003-05-01", "1960?", ""),
}
CONDITIONS = (
    *(
        "type=detained",
        "type!=detained",
        "type=unknown",
        "form=rsdl|criminal",
        "date=2020",
        "date!=2020-01/2020-06",
    ),
    *(
        "sex=female",
        "sex!=male",
        "sex=unknown",
        "sex=none|unknown",
        "ethnicity!=unknown",
        "age=18..60",
        "age!=0..30",
    ),
    *("status=in_custody", "status!=free", "stage=detained", "months=0..60", "months!=12", "term=unknown"),
    *(
        "tag=a",
        "tag!=a",
        "tag=unknown",
        "place=here",
        "place!=here",
        "year=2020",
        "charge=insult",
        "dataset=list",
    ),
)
SPLITS = (
    "type",
    "form",
    "sex",
    "ethnicity",
    "age",
    "month",
    "year",
    "status",
    "months",
    "tag",
    "place",
    "dataset",
    "charge",
)


@st.composite
def desks(draw: st.DrawFn) -> list[Record]:
    """Draw a small desk: people and groups, files that share them, events that happened to several."""
    people = []
    for _ in range(draw(st.integers(1, 4))):
        fields = {name: draw(st.sampled_from(FIELDS[name])) for name in ("sex", "ethnicity", "birth")}
        who = person(**fields, kind=draw(st.sampled_from(("person", "group", "", "authority"))))
        if draw(st.booleans()):
            who = who.with_fields(size_min=draw(st.integers(0, 4)), size_max=draw(st.integers(2, 6)))
        if draw(st.booleans()):
            who = who.with_elements("keys", [{"source": "list", "file": "f", "key": who.id}])
        people.append(who)
    files = [
        case(
            *draw(st.lists(st.sampled_from(people), max_size=2)),
            tags=draw(st.sampled_from(([], ["a"], ["a", "b"]))),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    happened = []
    for _ in range(draw(st.integers(0, 6))):
        made = event(people[0], draw(st.sampled_from(FIELDS["type"])), draw(st.sampled_from(DAYS)))
        made = made.with_fields(
            form=draw(st.sampled_from(FIELDS["form"])),
            place_text=draw(st.sampled_from(("here", "there", ""))),
            case=draw(st.sampled_from([None, *(file.id for file in files)])),
            assertion=draw(st.sampled_from(("", "alleged", "refuted"))),
        )
        victims = draw(st.lists(st.sampled_from(people), max_size=3))
        made = made.with_elements(
            "parties",
            [{"party": who.id, "role": draw(st.sampled_from(("victim", "", "witness")))} for who in victims],
        )
        made = made.with_elements(
            "charges", draw(st.sampled_from(([], [{"term": "insult"}], [{"term": "insult"}, {"raw": "x"}])))
        )
        happened.append(
            made.with_elements(
                "penalties",
                draw(st.sampled_from(([], [{"kind": "fixed", "months": 12}], [{"kind": "life"}]))),
            )
        )
    member = Record(Kind.RELATION, new_id()).with_fields(
        subject=people[-1].id, type="member_of", object=people[0].id
    )
    return [*people, *files, *happened, member]


GROUPS = st.lists(st.lists(st.sampled_from(CONDITIONS), min_size=1, max_size=2), max_size=2)


@settings(max_examples=400, deadline=None)
@given(
    desks(),
    st.sampled_from([unit.value for unit in Unit]),
    st.lists(st.sampled_from(CONDITIONS), max_size=2),
    GROUPS,
    GROUPS,
    st.one_of(
        st.lists(st.sampled_from(SPLITS), max_size=2, unique=True).map(lambda by: {"by": by}),
        st.lists(st.sampled_from(CONDITIONS), min_size=1, max_size=2).map(lambda part: {"part": part}),
    ),
    st.sampled_from(("", "2020-12-31", "2020-02-10")),
)
def test_every_figure_is_what_counting_by_hand_gives(
    records: list[Record],
    unit: str,
    where: list[str],
    any_of: list[list[str]],
    without: list[list[str]],
    split: dict[str, list[str]],
    as_of: str,
) -> None:
    here = facts(*records)
    question = asked(unit=unit, where=where, any_of=any_of, without=without, as_of=as_of, **split)
    figure = compute(question, here, TODAY)
    by_hand = row_by_row.compute(question, here, date.fromisoformat(as_of) if as_of else TODAY)
    assert {cell.key: cell.counted for cell in figure.cells} == by_hand["cells"]
    assert (figure.all, figure.known, figure.unknown) == (
        by_hand["all"],
        by_hand["known"],
        by_hand["unknown"],
    )
    assert figure.overlaps == by_hand["overlaps"]
