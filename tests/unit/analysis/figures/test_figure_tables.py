"""Figures as they are printed: parts, sums, trends, what is hidden, and the card."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

from hrddesk.analysis.figures.figure_card import card, value_words
from hrddesk.analysis.figures.figure_tables import Hidden, percent_text
from tests.unit.analysis.asked import ask, case, facts
from tests.unit.analysis.people import event, person


def test_demand_7_the_trend_invents_no_month() -> None:
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


def test_a_table_says_how_much_of_it_is_hidden_and_why() -> None:
    sexes = ["female"] * 6 + ["male"] * 6 + ["other"] * 2
    people = [person(sex=word, ethnicity="han" if at % 2 else "uyghur") for at, word in enumerate(sexes)]
    here = facts(*people, case(*people))
    assert not ask(here, unit="persons", by=["sex"]).hidden
    one = ask(here, unit="persons", by=["sex"], suppress=5)
    assert one.hidden == Hidden(small=1, others=1, sums=0)
    assert sum(line.count is None for line in one.lines) == 2
    few = ask(here, unit="persons", where=["sex=other"], suppress=5)
    assert few.hidden == Hidden(small=1, itself=True)
    part = ask(here, unit="persons", part=["sex=other"], suppress=5)
    assert part.hidden.itself
    assert part.count is None
    cross = ask(here, unit="persons", by=["sex", "ethnicity"], suppress=5)
    assert cross.hidden.small == 7, "six cells of 1 to 3, and the sum of two"
    shown = [*cross.sums[0].values(), *cross.sums[1].values(), cross.total]
    assert cross.hidden.others + cross.hidden.sums == (
        sum(line.count is None for line in cross.lines) + sum(count is None for count in shown) - 7
    )


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
    assert [line.key[0] for line in of_all.lines] == ["yes", "no", ""]
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


def test_demand_7_a_cross_table_with_its_sums() -> None:
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


def test_demand_7_small_counts_are_hidden_everywhere_with_what_gives_them_away() -> None:
    people = [person(sex="female") for _ in range(2)] + [person(sex="male") for _ in range(20)]
    people += [person(sex="other") for _ in range(30)] + [person() for _ in range(9)]
    people += [person(sex="not_asked")]
    here = facts(*people, case(*people))
    table = ask(here, unit="persons", by=["sex"], suppress=5)
    assert "another table" in dict(card(table, "en"))["Definition"]  # may give away what this one hides
    assert "另一张表" in dict(card(table, "zh"))["定义"]
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


def test_a_pair_that_nobody_has_is_printed_as_hidden_where_it_protects_another() -> None:
    counts = {
        ("female", "han"): 1,
        ("female", "hui"): 1,
        ("male", "tibetan"): 2,
        ("male", "han"): 1,
    }
    people = [person(sex=s, ethnicity=e) for (s, e), count in counts.items() for _ in range(count)]
    table = ask(facts(*people, case(*people)), unit="persons", by=["sex", "ethnicity"], suppress=2)
    shown = {key: table.counts.get(key, 0) for key in product(*_values(counts))}
    room = range(5)  # each count that is hidden, tried with every number of those who are counted
    possible = [
        dict(zip(shown, tried, strict=True))
        for tried in product(*(room if count is None else [count] for count in shown.values()))
    ]
    for at, sums in enumerate(table.sums):
        for value, total in sums.items():
            if total is not None:
                possible = [
                    it for it in possible if sum(n for key, n in it.items() if key[at] == value) == total
                ]
    possible = [it for it in possible if table.total in (None, sum(it.values()))]
    for key, count in counts.items():
        if count < 2:
            assert len({it[key] for it in possible}) > 2, key
    firsts = [line.key[0] for line in table.lines]
    assert firsts == sorted(firsts)


def _values(counts: Mapping[tuple[str, str], int]) -> tuple[list[str], list[str]]:
    first, second = ([*dict.fromkeys(key[at] for key in counts)] for at in (0, 1))
    return first, second


def test_demand_7_the_card_says_in_both_languages_all_that_a_number_needs() -> None:
    who = person(sex="female", birth="1980")
    here = facts(who, event(who, "detained", "2020", measure="rsdl"))
    table = ask(
        here,
        unit="persons",
        where=["type=detained", "measure=rsdl", "months=unknown", "date=2020", "age=18..60"],
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
    assert "18岁及以上" in unbounded.to_json("zh")["definition"]
