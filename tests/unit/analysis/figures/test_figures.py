"""Figures over records: units, conditions on one event, what is possible, bands, unions."""

import dataclasses
from collections import Counter
from datetime import date

import pytest

from hrddesk.actions.analysis import figures, statuses
from hrddesk.analysis.figures.dimensions import SHIPPED, Sort
from hrddesk.analysis.figures.figure_card import card, value_words
from hrddesk.analysis.figures.figure_questions import DEFAULT_BANDS, CountedUnit, asked
from hrddesk.analysis.figures.figure_words import count_words
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from tests.unit.analysis.asked import ask, case, counts, facts
from tests.unit.analysis.conftest import Report
from tests.unit.analysis.people import event, person


def test_conditions_on_events_hold_for_one_and_the_same_event() -> None:
    who, other = person(), person()
    here = facts(
        *(who, other),
        event(who, "detained", "2020-02", measure="criminal"),
        event(who, "summoned", "2015", measure="administrative"),
        event(other, "detained", "2020-03", measure="administrative"),
    )
    both = ["type=detained", "measure=administrative"]
    assert ask(here, unit="persons", where=both).total == 1
    assert ask(here, unit="persons", where=["type=detained", "date=2020"]).total == 2
    assert ask(here, unit="persons", where=["type=detained", "date=2020-02"]).total == 1
    assert ask(here, unit="events", where=["measure=administrative"]).total == 2
    assert "one and the same event" in ask(here, unit="persons", where=both).to_json()["definition"]


def test_demand_7_nobody_is_counted_twice_in_a_union_and_who_is_left_out_is_left_out() -> None:
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
        "parties",
        [
            {"party": victim.id, "role": "victim"},
            {"party": lawyer.id, "role": "lawyer"},
            {"party": court.id, "role": "victim"},
            {"party": lawyer.id},  # in a role that nobody stated
        ],
    )
    here = facts(victim, lawyer, in_a_case, court, happened, case(in_a_case), case(lawyer, role="lawyer"))
    assert ask(here, unit="persons").total == 2
    assert ask(here, unit="cases").total == 2
    assert ask(here).total == 2


def test_a_group_counts_with_its_smallest_size_and_never_beside_its_members() -> None:
    group = dataclasses.replace(person(kind="group"))
    group = group.with_fields(size_min=10, size_max=14)
    member, nobody_knows = person(), person(kind="group")
    belongs = Record(kind=Kind.RELATION, id=new_id()).with_fields(
        subject=member.id, type="member_of", object=group.id
    )
    here = facts(group, member, belongs, event(group, "detained", "2020"), event(member, "detained", "2020"))
    table = ask(here, unit="persons", where=["type=detained"])
    assert (table.total, table.figure.all.possible, table.figure.groups) == (10, 4, 1)
    assert value_words(table, "en") == "at least 10 persons"
    assert value_words(table, "zh") == "至少10人"
    assert count_words(CountedUnit.EVENTS, 55, "zh") == "55起事件"  # between a number and what is counted
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


def test_demand_7_bands_are_half_open_and_can_be_set() -> None:
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


def test_what_one_row_knows_fills_the_gap_of_another() -> None:
    who = person()
    here = facts(
        who,
        event(who, "detained", measure="criminal", place_text="Willow Lane"),
        event(who, "tried", facility="prison"),
        event(who, "arrested"),
    )
    assert counts(here, unit="persons", by=["measure"]) == {"criminal": 1}
    assert counts(here, unit="persons", by=["facility"]) == {"prison": 1}
    assert ask(here, unit="persons", by=["measure", "place"]).counts == {("criminal", "Willow Lane"): 1}


def place(name: str, kind: str, parent: Record | None = None, alias: str = "", zh: str = "") -> Record:
    made = (
        Record(kind=Kind.PLACE, id=new_id()).with_labels({"en": name, "zh-Hans": zh}).with_fields(kind=kind)
    )
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
    source = Record(kind=Kind.SOURCE, id=new_id()).with_fields(title="A letter", type="family")
    unnamed = Record(kind=Kind.SOURCE, id=new_id())
    cited = [
        Record(kind=Kind.CITATION, id=new_id()).with_fields(record=happened.id, source=item.id)
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
        event(held, "detained", "2021-05", measure="rsdl"),
    )
    assert counts(here, unit="persons", by=["sentence"]) == {"life": 1, "fixed": 1, "": 1}
    assert counts(here, unit="persons", by=["custody"]) == {"rsdl": 1, "": 2}
    assert counts(here, unit="persons", by=["term"]) == {"36..60": 1, "": 2}
    assert counts(here, unit="persons", by=["stage"])["CN/sentenced"] == 2
    assert counts(here, unit="persons", by=["status"], as_of="2030-01-01")["undetermined"] == 1
    assert ask(here, unit="persons", where=["reason=sentence_ended"], as_of="2030-01-01").total == 1


def test_every_dimension_has_words_and_can_be_asked_of_everything() -> None:
    who = person()
    here = facts(who, case(who), event(who, "detained"), case())
    for name, dimension in SHIPPED.items():
        assert dimension.label("en") != dimension.label("zh")
        if dimension.sort is Sort.NUMBER:
            assert name in DEFAULT_BANDS
        for unit in CountedUnit:
            if name != "date":
                table = ask(here, unit=unit.value, by=[name])
                assert sum(count or 0 for count in table.counts.values()) >= (table.total or 0) > 0


def test_a_desks_own_field_is_called_as_the_desk_calls_it() -> None:
    who = person().with_elements("values", [{"field": "hukou", "answer": "North"}])
    field = (
        Record(kind=Kind.FIELD, id=new_id())
        .with_fields(key="hukou")
        .with_labels({"en": "Registered at", "zh-Hans": "户籍"})
    )
    here = facts(who, event(who, "detained"), field)
    table = ask(here, unit="persons", where=["field:hukou=north"], by=["field:hukou"])
    assert table.counts == {("North",): 1}
    assert (table.title(0, "en"), table.title(0, "zh")) == ("Registered at", "户籍")
    assert "Only where Registered at is north. Split by Registered at." in table.to_json()["definition"]
    assert "户籍" in table.to_json("zh")["definition"]


def test_demand_7_the_figures_of_the_report_are_those_of_the_lists(report: Report) -> None:
    """Every row of parties.csv with an event is a person; the group of 12 counts as 12."""
    store = report.session.store
    table = figures.ask(store, asked(unit="persons", by=["status"], as_of="2020-12-31"))
    expected: Counter[str] = Counter()
    for party, status in statuses.of_all(store, date(2020, 12, 31)):
        if status is not None and store.events_of_party(party.id):
            expected[status.answer.value] += 12 if party.text("kind") == "group" else 1
    assert {key[0]: count for key, count in table.counts.items()} == dict(expected)
    assert table.total == 84
    terms = figures.ask(
        store, asked(unit="events", where=["months=0.."], by=["months"], bands={"months": [0, 120]})
    )
    assert terms.counts == {("0..120",): 10, ("120..",): 3}
