"""Labels, and the names of those who have none."""

from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.model.case_sheet import Name
from hrddesk.redact.passages.wording import How
from hrddesk.redact.profile.profiles import LABELS
from tests.languages import LANGUAGES, both
from tests.unit.redact.invented import PUBLIC, WIDE, Desk, name


def test_a_label_is_in_the_publications_language(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    desk.told(person, text="昨天 Vero Lunt 走了。")
    seen = {
        language: (made.people[0].name, made.texts[0])
        for language in LANGUAGES
        for made in desk.redact(label=[person], language=language).model.cases
    }
    english, chinese = Name("Person A", "Latn"), Name("人员A", "Hans")
    assert seen == {
        ("en",): ((english,), "昨天 Person A 走了。"),
        ("zh-Hans",): ((chinese,), "昨天 人员A 走了。"),
        ("en", "zh-Hans"): ((english, chinese), "昨天 人员A 走了。"),
    }


def test_a_label_for_somebody_who_may_not_appear_stands_in_texts_only(desk: Desk) -> None:
    person, hidden = desk.party("Vero Lunt"), desk.party("Odal Brisk", level=None)
    desk.near(desk.told(person, text="Odal Brisk helped; Odal Brisk left."), hidden)
    assert desk.model().cases[0].texts == ("[person] helped; [person] left.",)
    made = desk.redact(label=[hidden])
    assert made.model.cases[0].texts == ("Person A helped; Person A left.",)
    assert made.model.summary.labelled == 0
    assert len(made.labels) == 1
    assert desk.redact(label=[hidden, desk.party("Never Seen")]).labels == made.labels


def test_a_labelled_person_is_told_by_ten_years_only(desk: Desk) -> None:
    person = desk.party("Vero Lunt", birth="1990", age="34")
    named = desk.party("Odal Brisk", birth="1990", age="34")
    vague = desk.party("Tamsin Quell", age="about 34")
    case = desk.case(person, named, vague)
    desk.event(case, "detained", person, date="2020-02-06")
    people = desk.redact(label=[person, vague]).model.cases[0].people
    assert [[fact.value.text(("en",)) for fact in shown.facts] for shown in people] == [
        ["1990", "34"],
        ["30–39"],
        [],
    ]


def test_names_stand_in_the_order_of_the_language(desk: Desk) -> None:
    person = desk.party("缪屿", name("Owl", "alias"), "Vero Lunt")
    desk.told(person)
    for language, expected in (
        (("en",), ["Vero Lunt", "Owl", "缪屿"]),
        (("zh-Hans",), ["缪屿", "Vero Lunt", "Owl"]),
        (("en", "zh-Hans"), ["Vero Lunt", "Owl", "缪屿"]),
    ):
        shown = desk.redact(WIDE, language=language).model.cases[0].people[0].name
        assert [item.text for item in shown] == expected


def test_forms_of_one_script_stand_together(desk: Desk) -> None:
    person = desk.party("གངས་རི", "岗日", name("བསོད་ནམས", "religious"), "Gangri", name("Sonam", "religious"))
    desk.told(person)
    for language, expected in (
        (("en",), ["Gangri", "Sonam", "གངས་རི", "བསོད་ནམས", "岗日"]),
        (("zh-Hans",), ["岗日", "གངས་རི", "བསོད་ནམས", "Gangri", "Sonam"]),
    ):
        shown = desk.redact(WIDE, language=language).model.cases[0].people[0].name
        assert [item.text for item in shown] == expected


def test_names_appear_in_every_script_and_in_running_text_in_that_of_the_language(desk: Desk) -> None:
    uyghur = desk.party("ئورخۇن تاڭساي", "Orxun Tangsay")
    chinese = desk.party("བཀྲ་ཤིས་ཝེན་གར", "扎西文嘎")
    neither = desk.party("ᠮᠣᠷᠢᠨ ᠬᠤᠷ")
    text = "ئورخۇن تاڭساي، བཀྲ་ཤིས་ཝེན་གར, ᠮᠣᠷᠢᠨ ᠬᠤᠷ met."
    desk.told(uyghur, chinese, neither, text=text)
    (made,) = desk.model().cases
    assert sorted([item.text for item in person.name] for person in made.people) == [
        ["Orxun Tangsay", "ئورخۇن تاڭساي"],
        ["བཀྲ་ཤིས་ཝེན་གར", "扎西文嘎"],
        ["ᠮᠣᠷᠢᠨ ᠬᠤᠷ"],
    ]
    said = [who.name for event in made.events for who in event.who]
    assert both("Orxun Tangsay", "Orxun Tangsay") in said
    assert both("བཀྲ་ཤིས་ཝེན་གར", "扎西文嘎") in said
    assert both("ᠮᠣᠷᠢᠨ ᠬᠤᠷ", "ᠮᠣᠷᠢᠨ ᠬᠤᠷ") in said
    assert made.texts == (text,)


def test_a_name_in_any_script_that_fits_two_named_people_stays(desk: Desk) -> None:
    one, two = desk.party("ئورخۇن تاڭساي", "Orxun One"), desk.party("ئورخۇن تاڭساي", "Orxun Two")
    case = desk.told(one, two, text="ئورخۇن تاڭساي met.")
    assert desk.model().cases[0].texts == ("ئورخۇن تاڭساي met.",)
    assert desk.redact(label=[one]).left_out[LeftOut.MARK] == 1, "nobody knows which of them it is"
    desk.decide(case, "narrative", How.LABEL, printed={"label": [one]})
    assert desk.redact(label=[one]).model.cases[0].texts == ("[person] met.",)


def test_free_words_about_a_labelled_person_stay_behind(desk: Desk) -> None:
    facts = {
        "disability": "blind since the beating in the mill",
        "ethnicity": "tibetan",
        "size": "two or three",
    }
    given = [
        {"vocabulary": "occupation", "raw": "keeper of owls"},
        {"vocabulary": "occupation", "raw": "lawyer"},
        {"vocabulary": "cause", "raw": ""},
    ]
    person, other = (
        desk.party("Vero Lunt", level=PUBLIC, terms=given, **facts),
        desk.party("Odal Brisk", level=PUBLIC, terms=given, **facts),
    )
    desk.told(person, other)
    made = desk.redact(WIDE, label=[person])
    told = {
        shown.labelled: [fact.value.text(("en",)) for fact in shown.facts]
        for shown in made.model.cases[0].people
    }
    assert told == {
        True: ["Tibetan", "Lawyer"],
        False: ["two or three", "Tibetan", facts["disability"], "keeper of owls", "Lawyer"],
    }
    assert made.left_out == {LeftOut.WORDS: 3}


def test_a_typed_place_is_free_words_and_stays_behind(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    case, words = desk.case(person), "in the shop of the brother, next to the bridge"
    desk.event(case, "detained", person, date="2020-02-06", place_text=words)
    assert words in desk.redact().model.canonical().decode()
    assert "shop" not in desk.redact(LABELS).model.canonical().decode()


def test_groups_and_authorities_are_counted_apart_from_people(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    court = desk.party("Court of Lower Quarry", kind="authority")
    group = desk.party("Printers of Willow Lane", kind="group")
    desk.case(person, group, court)
    counts = desk.redact(LABELS).model.summary
    assert (counts.people, counts.labelled) == (1, 1)
    assert (counts.groups, counts.groups_labelled) == (2, 1)  # a court is named
