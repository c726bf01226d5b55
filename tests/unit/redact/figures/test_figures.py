"""Figures on their way into a publication: only what the profile lets out, in an order that tells nothing."""

import dataclasses
from itertools import permutations
from typing import Any

import pytest

from hrddesk.analysis.figures.figure_tables import Hidden
from hrddesk.errors import AuditFailed, FigureNotPublishable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.terms.words import SHIPPED, Words
from hrddesk.redact.figures.figure_values import ToldValues
from hrddesk.redact.figures.figures import AskedFigure
from hrddesk.redact.model.chapters import Chapter, ChartKind, PrintedFigure
from hrddesk.redact.profile.profiles import LABELS, NAMES, AgeDetail, DateDetail, PlaceDetail, Profile
from hrddesk.redact.publication.redaction import TITLE
from hrddesk.redact.texts.censor import Censor
from tests.languages import both
from tests.unit.analysis.asked import ask, facts
from tests.unit.redact.invented import PUBLIC, SECRET, Desk


def figure(
    desk: Desk,
    name: str = "Cases",
    *,
    titled: bool = False,
    words: Words = SHIPPED,
    profile: Profile = NAMES,
    **question: Any,
) -> AskedFigure:
    """Ask a desk a question, small counts hidden, and what may not be told counted together."""
    here, told = facts(*desk.records.values(), words=words), ToldValues(desk.facts(), profile)
    return AskedFigure(name, ask(here, told.apart, **{"suppress": 5, "words": words, **question}), titled)


def printed(
    desk: Desk, *figures: AskedFigure, profile: Profile = NAMES, **more: Any
) -> tuple[PrintedFigure, ...]:
    return desk.redact(profile, figures=figures, **more).model.chapters.figures


def rows(made: PrintedFigure) -> list[tuple[str, ...]]:
    assert made.table is not None
    return [tuple(cell.text(("en",)) for cell in row.cells[:-1]) for row in made.table.rows]


def cases(desk: Desk, many: int, *, lists: Any = None, person: Any = None, **event: Any) -> None:
    for _ in range(many):
        who = desk.party("", **(person or {}))
        desk.event(desk.case(who), "detained", who, lists=lists, **{"date": "2020-02", **event})


def charged(term: str) -> dict[str, Any]:
    return {"charges": [{"term": term}]}


def test_the_largest_first_hidden_ones_by_their_names_what_is_not_known_last(desk: Desk) -> None:
    cases(desk, 7, lists=charged("subversion"))
    cases(desk, 9, lists=charged("picking_quarrels"))
    cases(desk, 2, lists=charged("insult"))
    cases(desk, 3, lists=charged("defamation"))
    cases(desk, 6)
    (made,) = printed(desk, figure(desk, by=["charge"]))
    assert made.chart is ChartKind.BARS
    assert rows(made) == [
        ("Picking quarrels and provoking trouble", "9"),
        ("Subversion of state power", "7"),
        ("Defamation", "hidden"),
        ("Insult", "hidden"),
        ("not recorded", "6"),
    ]
    assert made.table is not None
    assert [row.count for row in made.table.rows] == [9, 7, None, None, 6]
    assert all(number.text(("en",)) != "0" for row in made.table.rows for number in row.cells)


def test_of_each_figure_it_is_known_how_much_of_it_is_hidden(desk: Desk) -> None:
    cases(desk, 7, lists=charged("subversion"))
    cases(desk, 6, lists=charged("picking_quarrels"))
    cases(desk, 2, lists=charged("insult"))
    asked = (figure(desk, by=["charge"]), figure(desk))
    made = desk.redact(NAMES, figures=asked)
    assert made.hidden == (Hidden(small=1, others=1), Hidden())
    assert sum(row[1] == "hidden" for row in rows(made.model.chapters.figures[0])) == 2


def test_the_card_says_what_is_counted_in_both_languages(desk: Desk) -> None:
    cases(desk, 6)
    (made,) = printed(desk, figure(desk, "All of them", where=["type=detained"]))
    assert (made.value.text(("en",)), made.value.text(("zh-Hans",))) == ("6 cases", "6宗个案")
    card = {
        title.text(("en",)): (title.text(("zh-Hans",)), words.text(("en",)), words.text(("zh-Hans",)))
        for title, words in made.card
    }
    assert card["Unit"] == ("单位", "cases", "个案")
    assert "type of event is Detained" in card["Definition"][1]
    assert "事件类型为" in card["Definition"][2]
    assert "Figure" not in card
    assert made.table is None
    assert made.chart is ChartKind.NONE


def test_time_is_drawn_as_a_line_and_stays_in_its_order(desk: Desk) -> None:
    cases(desk, 6, date="2021")
    cases(desk, 5, date="2019")
    question = figure(desk, by=["year"])
    (made,) = printed(desk, question)
    assert made.chart is ChartKind.LINE
    assert rows(made) == [("2019", "5"), ("2020", "0"), ("2021", "6")]
    (plain,) = printed(desk, question, parts=frozenset(Chapter) - {Chapter.CHARTS})
    assert plain.chart is ChartKind.NONE
    assert rows(plain) == rows(made)


def test_a_cross_table_has_both_columns_and_no_chart(desk: Desk) -> None:
    cases(desk, 6, person={"sex": "male"})
    cases(desk, 7, person={"sex": "female"})
    cases(desk, 7)
    (made,) = printed(desk, figure(desk, by=["year", "sex"]))
    assert made.chart is ChartKind.NONE
    assert [line[:3] for line in rows(made)] == [
        ("2020", "Female", "7"),
        ("2020", "Male", "6"),
        ("2020", "not recorded", "7"),
    ]


def test_a_part_comes_first(desk: Desk) -> None:
    cases(desk, 6, person={"sex": "male"})
    cases(desk, 9, person={"sex": "female"})
    (made,) = printed(desk, figure(desk, part=["sex=male"]))
    assert rows(made) == [("in this part", "6"), ("not in it", "9")]
    assert made.value.text(("en",)) == "6 cases (40.0 %)"


def test_names_in_names_of_figures_and_in_own_terms_become_labels(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    desk.event(desk.case(person), "detained", person, date="2020")
    desk.other(
        Kind.TERM,
        PUBLIC,
        vocabulary="charge",
        code="x_lunt",
        labels={"en": "Vero Lunt's crime", "zh-Hans": "罪"},
    )
    cases(desk, 6, lists=charged("x_lunt"))
    cases(desk, 8, lists=charged("insult"))
    words = Words.of(desk.records.values())
    question = figure(
        desk, "Since Vero Lunt", titled=True, by=["charge"], where=["charge=insult|x_lunt"], words=words
    )
    redacted = desk.redact(LABELS, figures=[question])
    (made,) = redacted.model.chapters.figures
    label = redacted.labels[person].said("en")
    assert made.name == both(f"Since {label}", f"Since {redacted.labels[person].said('zh-Hans')}")
    assert (
        f"charge is Insult or {label} crime."
        in {title.text(("en",)): said.text(("en",)) for title, said in made.card}["Definition"]
    )
    assert [line[0] for line in rows(made)] == [
        "Insult",
        "[person] crime",
    ]  # which line is whose is not told


def test_a_figure_is_headed_by_what_it_is_of_unless_its_name_is_to_be_printed(desk: Desk) -> None:
    desk.place("Lower Quarry", "province")
    cases(desk, 6)

    def heading(**question: Any) -> tuple[str, str]:
        (made,) = printed(desk, figure(desk, "what the nurse told us", **question))
        return made.name.text(("en",)), made.name.text(("zh-Hans",))

    assert heading() == ("Cases", "个案数")
    assert heading(unit="persons", by=["sex"]) == ("Persons, by sex", "人数，按性别划分")
    assert heading(by=["charge", "year"], where=["type=detained"]) == (
        "Cases where type of event is Detained, by charge and year of the event",
        "个案数（事件类型为羁押），按罪名与事件年份划分",
    )
    assert heading(unit="events", part=["place=lower quarry"], without=[["charge=insult"]]) == (
        "Events, under further conditions, of these the part where place is lower quarry",
        "事件数，另有条件，其中：地点为lower quarry",
    )
    (made,) = printed(desk, figure(desk, "By year", titled=True, by=["year"]))
    assert made.name.text(("en",)) == made.name.text(("zh-Hans",)) == "By year"


def test_shipped_words_stay_whoever_may_be_called_by_them(desk: Desk) -> None:
    """A gap where a word of ours ought to stand would tell how somebody is called."""
    lawyer = {"terms": [{"vocabulary": "occupation", "term": "lawyer"}]}
    cases(desk, 6, person=lawyer, lists=charged("insult"))
    questions = [figure(desk, by=["occupation"]), figure(desk, by=["charge"], where=["charge=insult"])]
    before = printed(desk, *questions)
    for alias in ("Lawyer", "律师", "Insult", "全部", "个案", "Definition", "Number", "known"):
        desk.party(alias, level=SECRET)
    made = desk.redact(figures=questions).model
    assert made.chapters.figures == before
    assert made.title == TITLE.only(made.languages)


def test_what_is_hidden_for_another_count_follows_from_no_id_or_hidden_word() -> None:
    """Of two counts that would do, words or ids decided which one is hidden to protect a small one."""

    def told(*order: int) -> list[tuple[str, ...]]:
        desk = Desk()
        letters = "abcde"
        names = ("Lower Quarry", "Upper Quarry", "Mill Town")
        ids = sorted(new_id() for _ in names)
        for name, at in zip(names, order, strict=False):
            record = (
                Record(kind=Kind.PLACE, id=ids[at])
                .with_labels({"en": name, "zh-Hans": name})
                .with_fields(kind="city")
            )
            desk.add(record, PUBLIC)
        lower, upper, mill = (ids[at] for at in order)
        for count, where, year, sex in (
            (2, lower, "2020", "male"),
            (6, upper, "2021", "female"),
            (6, mill, "2019", "male"),
            (6, upper, "2020", "male"),
        ):
            word = letters[order[ids.index(where) % 3] - 1]
            cases(
                desk, count, place=where, date=year, person={"sex": sex}, lists={"charges": [{"raw": word}]}
            )
        cases(desk, 6, lists=charged("insult"), place_text=letters[order[0]])
        questions: list[dict[str, Any]] = [
            {"by": ["place"]},
            {"by": ["place", "year"]},
            {"by": ["charge"]},
            {"by": ["charge", "sex"]},
            {"by": ["charge", "place"]},
        ]
        made = printed(desk, *(figure(desk, **question) for question in questions))
        return [row for item in made for row in rows(item)]

    assert all(told(*order) == told(0, 1, 2) for order in permutations(range(3)))


def test_years_of_a_cross_table_follow_each_other(desk: Desk) -> None:
    mill, quarry = desk.place("Mill Town", "city"), desk.place("Lower Quarry", "city")
    for where, year in ((quarry, "2021"), (quarry, "2020"), (mill, "2021"), (mill, "2019")):
        cases(desk, 6, place=where, date=year)
    (made,) = printed(desk, figure(desk, by=["place", "year"]))
    assert [row[:2] for row in rows(made)] == [
        ("Lower Quarry", "2020"), ("Lower Quarry", "2021"), ("Mill Town", "2019"), ("Mill Town", "2021"),
    ]  # fmt: skip


def test_a_secret_term_words_nothing_in_a_figure(desk: Desk) -> None:
    """One may word a shipped term anew: then that is printed as it is shipped."""
    labels = {"en": "The matter of the nurse", "zh-Hans": "护士一事"}
    desk.other(Kind.TERM, SECRET, labels, vocabulary="charge", code="insult")
    labels["en"] = "The nurse again"
    desk.other(Kind.TERM, SECRET, labels, vocabulary="charge", code="nurse_1a2b")
    cases(desk, 6, lists=charged("insult"))
    cases(desk, 7, lists=charged("nurse_1a2b"))
    words = Words.of(desk.records.values())
    (made,) = printed(desk, figure(desk, by=["charge"], where=["charge!=defamation"], words=words))
    (asked,) = printed(desk, figure(desk, where=["charge=insult"], words=words))
    told = [
        text
        for item in (made, asked)
        for words in item.words()
        for text in (words.text(("en",)), words.text(("zh-Hans",)))
    ]
    assert not [text for text in told if "nurse" in text or "护士" in text]
    assert [line[0] for line in rows(made)] == ["other words", "Insult"]
    with pytest.raises(FigureNotPublishable):
        printed(desk, figure(desk, where=["charge=nurse_1a2b"], words=words))


def test_names_in_words_of_figures_are_looked_for_once_more(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake of the censor must not hide itself in a figure."""
    desk.party("Vero Lunt", level=SECRET)
    cases(desk, 6)
    monkeypatch.setattr(Censor, "redact", lambda _, text: (text,))
    assert printed(desk, figure(desk, "Since Vero Lunt"))  # that name is not printed
    with pytest.raises(AuditFailed):
        printed(desk, figure(desk, "Since Vero Lunt", titled=True))


def test_words_that_no_vocabulary_knows_are_counted_together_and_not_printed(desk: Desk) -> None:
    """Nobody learns how many different ones there are; who has two of them is one."""
    cases(desk, 4, lists={"charges": [{"raw": "the letter to Vero Lunt"}]})
    cases(desk, 7, lists=charged("insult"))
    cases(desk, 2, lists={"charges": [{"raw": "another matter"}, {"raw": "and one more"}]})
    (made,) = printed(desk, figure(desk, by=["charge"]))
    assert rows(made) == [("Insult", "7"), ("other words", "6")]
    with pytest.raises(ValueError, match="together"):
        printed(desk, AskedFigure("Apart", ask(facts(*desk.records.values()), suppress=5, by=["charge"])))


def place(desk: Desk, name: str, level: Any = PUBLIC) -> RecordId:
    return desk.other(Kind.PLACE, level, {"en": name, "zh-Hans": f"{name}市"}, kind="province")


def test_a_figure_names_no_place_that_a_sheet_would_not(desk: Desk) -> None:
    """No village beside labels, and no hospital where health stays behind; nobody may ask for either."""
    county, clinic = desk.place("Northbank", "county"), desk.place("Ankang House", "psychiatric_hospital")
    for where in (county, desk.place("Hollow", "village", parent=county), clinic):
        cases(desk, 6, place=where)
    for profile, told in ((LABELS, {"Northbank"}), (NAMES, {"Northbank", "Hollow"})):
        (made,) = printed(desk, figure(desk, by=["place"], profile=profile), profile=profile)
        assert {row[0] for row in rows(made)} == {*told, "other words"}
        for name in {"Hollow", "Ankang House"} - told:
            with pytest.raises(FigureNotPublishable):
                printed(desk, figure(desk, where=[f"place={name}"]), profile=profile)


def test_places_by_their_names_where_they_may_be_told(desk: Desk) -> None:
    told, hidden = place(desk, "Lower Quarry"), place(desk, "Hidden Mill", SECRET)
    cases(desk, 6, place=told)
    cases(desk, 7, place=hidden)
    cases(desk, 8, place_text="the house of Vero Lunt")
    (made,) = printed(desk, figure(desk, by=["province"]))
    assert set(rows(made)) == {("Lower Quarry", "6"), ("other words", "7"), ("not recorded", "8")}
    assert made.table is not None
    assert "Lower Quarry市" in [row.cells[0].text(("zh-Hans",)) for row in made.table.rows]
    (spot,) = printed(desk, figure(desk, by=["place"]))
    assert rows(spot) == [("other words", "15"), ("Lower Quarry", "6")]
    (asked,) = printed(desk, figure(desk, where=["place=lower quarry"]))
    assert asked.value.text(("en",)) == "6 cases"
    with pytest.raises(FigureNotPublishable):
        printed(desk, figure(desk, where=["place=Hidden Mill"]))


def without(*fields: str) -> Profile:
    return dataclasses.replace(NAMES, name="bare", fields=NAMES.fields - set(fields))


@pytest.mark.parametrize(
    ("question", "profile"),
    [
        ({"by": ["tag"]}, NAMES),
        ({"where": ["tag=x"]}, NAMES),
        ({"by": ["source"]}, NAMES),
        ({"by": ["dataset"]}, NAMES),
        ({"where": ["field:own=yes"]}, NAMES),
        ({"by": ["sex"]}, without("party.sex")),
        ({"by": ["term"]}, without("event.penalties")),
        ({"without": [["charge=typed words"]]}, NAMES),
        ({"where": ["status=what the nurse said"], "unit": "persons"}, NAMES),
        ({"by": ["age"]}, dataclasses.replace(NAMES, name="bare", ages=AgeDetail.NONE)),
        ({"by": ["province"]}, dataclasses.replace(NAMES, name="bare", places=PlaceDetail.NONE)),
        ({"by": ["prefecture"]}, dataclasses.replace(NAMES, name="bare", places=PlaceDetail.PROVINCE)),
        ({"where": ["place=unknown"]}, dataclasses.replace(NAMES, name="bare", places=PlaceDetail.COUNTY)),
        ({"by": ["month"]}, dataclasses.replace(NAMES, name="bare", event_dates=DateDetail.YEAR)),
        ({"where": ["date=2020-02-06"]}, LABELS),
        ({"where": ["date=2020/2020-02-06"]}, LABELS),
    ],
)
def test_refuses_what_the_profile_does_not_let_out(desk: Desk, question: Any, profile: Profile) -> None:
    cases(desk, 6)
    with pytest.raises(FigureNotPublishable):
        printed(desk, figure(desk, **question), profile=profile)


@pytest.mark.parametrize(
    "question",
    [
        {"where": ["charge=unknown"]},
        {"where": ["months=12..60"]},
        {"where": ["date=2020-02"]},
        {"where": ["status=in custody"], "unit": "persons"},
        {"by": ["status"], "unit": "persons"},
    ],
)
def test_takes_what_the_profile_lets_out(desk: Desk, question: Any) -> None:
    cases(desk, 6)
    assert printed(desk, figure(desk, **question), profile=LABELS)


def test_takes_no_figure_that_shows_small_counts(desk: Desk) -> None:
    cases(desk, 6)
    with pytest.raises(ValueError, match="small counts"):
        printed(desk, figure(desk, suppress=4))


def test_figures_alone_are_a_publication(desk: Desk) -> None:
    cases(desk, 6)
    made = desk.redact(figures=[figure(desk)], parts=())
    assert made.model.cases == ()
    assert made.labels == {}
    assert len(made.model.chapters.figures) == 1


def test_rows_are_in_no_order_of_ids_or_of_hidden_words(desk: Desk) -> None:
    """Two desks that differ in ids and in words that are not printed give the same rows."""

    def told(letter: str) -> list[tuple[str, ...]]:
        other = Desk()
        for count, word in ((6, f"{letter}x"), (7, "mx"), (2, f"{letter}y"), (3, "my")):
            cases(other, count, lists={"charges": [{"raw": word}]}, person={"sex": "male"})
        for name in ("Lower Quarry", "Upper Quarry"):
            cases(other, 6, place=place(other, name))
        figures = [
            figure(other, by=["charge"]),
            figure(other, by=["charge", "sex"]),
            figure(other, by=["place"]),
        ]
        return [row for made in printed(other, *figures) for row in rows(made)]

    assert told("a") == told("z")
