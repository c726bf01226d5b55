"""What may leave a vault, and under which names."""

from dataclasses import replace

import pytest

from hrddesk.errors import AuditFailed, NothingToPublish
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.redact import censor, redaction
from hrddesk.redact.leftout import LeftOut
from hrddesk.redact.model import Bilingual, Event, Language, Name, RedactedModel
from hrddesk.redact.pieces import Pieces
from hrddesk.redact.profiles import LABELS, NAMES, NameRule
from hrddesk.redact.redaction import Request, redact
from tests.unit.redact.invented import AS_OF, PUBLIC, RESTRICTED, SECRET, Desk, name


def _all_text(model: RedactedModel) -> str:
    return "\n".join(model.strings())


def _who(event: Event) -> list[str]:
    return [f"{part.role.en}: {part.name.en}" for part in event.who]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def _case(desk: Desk, *people: RecordId, text: str = "", **event: str) -> RecordId:
    case = desk.case(*people)
    if text:
        desk.set(case, narrative=text)
        desk.review(case, "narrative")
    desk.event(case, "detained", *people, date="2020-02-06", **event)
    return case


# --- demand 6: all of these are labelled ----------------------------------------------------------------


def test_two_people_with_one_name(desk: Desk) -> None:
    one = desk.party("Vero Lunt", "柘禾")
    two = desk.party("Vero Lunt", "柘禾")
    three = desk.party("Odal Brisk")
    _case(desk, one, two, three, text="柘禾 met Odal Brisk. VERO-LUNT went home.")
    made = desk.redact(label=[one, two])
    assert made.model.cases[0].texts == ("[person] met Odal Brisk. [person] went home.",)
    assert {label.en for label in made.labels.values()} == {"Person A", "Person B"}
    # One of them public, the other not: a text does not tell which is meant.
    one_public = desk.redact(label=[one]).model.cases[0]
    assert one_public.texts == ("[person] met Odal Brisk. [person] went home.",)
    assert [person.labelled for person in one_public.people] == [False, False, True]


def test_a_name_inside_a_longer_name(desk: Desk) -> None:
    short, long = desk.party("邬棠"), desk.party("邬棠溪")
    _case(desk, short, long, text="昨天邬棠溪到了，邬棠没有到。")
    made = desk.redact(label=[short, long], language=Language.ZH)
    of = {party: label.zh for party, label in made.labels.items()}
    assert made.model.cases[0].texts == (f"昨天{of[long]}到了，{of[short]}没有到。",)


def test_a_longer_name_that_stays_does_not_hide_a_shorter_one_that_must_not(desk: Desk) -> None:
    short, long = desk.party("邬棠"), desk.party("邬棠溪", "Wu Tangxi")
    _case(desk, short, long, text="昨天邬棠溪到了。 Wu Tangxi left.")
    made = desk.redact(label=[short], language=Language.ZH)
    # "邬棠溪" may be the one, or the other before a 溪: nobody can tell where a word ends.
    assert made.model.cases[0].texts == ("昨天[某人]到了。 Wu Tangxi left.",)


def test_a_longer_name_in_latin_letters_is_the_longer_one(desk: Desk) -> None:
    short, long = desk.party("Lunt"), desk.party("Vero Lunt")
    _case(desk, short, long, text="Vero Lunt left, Lunt stayed.")
    assert desk.redact(label=[short]).model.cases[0].texts == ("Vero Lunt left, Person A stayed.",)


def test_two_names_that_must_not_be_told_inside_one_that_may(desk: Desk) -> None:
    one, two, long = desk.party("邬棠"), desk.party("棠溪柘"), desk.party("邬棠溪柘")
    _case(desk, one, two, long, text="见到邬棠溪柘了，邬走了。")
    made = desk.redact(label=[one, two], language=Language.ZH).model.cases[0]
    assert made.texts == ("见到[某人]了，邬走了。",)


def test_a_name_of_one_character_is_found_everywhere(desk: Desk) -> None:
    person = desk.party("柘")
    _case(desk, person, text="柘说了。", place_text="柘家")
    made = desk.redact(label=[person], language=Language.ZH).model.cases[0]
    assert (made.texts, made.events[0].place) == (("人员A说了。",), "人员A家")


def test_names_that_run_into_each_other(desk: Desk) -> None:
    one, two = desk.party("邬棠溪"), desk.party("溪柘")
    _case(desk, one, two, text="见到邬棠溪柘了")
    label = {party: made.zh for party, made in desk.redact(label=[one]).labels.items()}
    assert desk.redact(label=[one], language=Language.ZH).model.cases[0].texts == (f"见到{label[one]}柘了",)
    assert desk.redact(label=[two], language=Language.ZH).model.cases[0].texts == ("见到[某人]了",)
    both = desk.redact(label=[one, two], language=Language.ZH)
    assert both.model.cases[0].texts == (f"见到{both.labels[one].zh}[某人]了",)


def test_an_alias_and_a_given_name_in_a_narrative(desk: Desk) -> None:
    person = desk.party("Vero Luntaris", name("The Heron", "alias"), "邬棠溪")
    other = desk.party("Luntaris Quell", level=None)
    _case(desk, person, text="the heron (#FreeVeroLuntaris) and Luntaris wrote; 棠溪 did not.")
    assert desk.redact(label=[person]).model.cases[0].texts == (
        "Person A (#FreePerson A) and [person] wrote; [person] did not.",
    )
    assert desk.records[other].text("kind") == "person"
    # Nothing of a person who has nothing to do with the cases, except the whole name.
    named = desk.redact().model.cases[0].texts
    assert named == ("the heron (#FreeVeroLuntaris) and Luntaris wrote; 棠溪 did not.",)


def test_a_chinese_name_of_two_characters_without_word_boundaries(desk: Desk) -> None:
    person = desk.party("繆嶼")
    _case(desk, person, text="据悉缪屿昨天被带走，缪 屿的家人不知，MiaoYu。", place_text="缪屿家")
    made = desk.redact(label=[person], language=Language.ZH).model
    assert made.cases[0].texts == ("据悉人员A昨天被带走，人员A的家人不知，人员A。",)
    assert made.cases[0].events[0].place == "人员A家"


# --- who appears ----------------------------------------------------------------------------------------


def test_names_takes_public_records_and_names_them(desk: Desk) -> None:
    person = desk.party(
        "Vero Lunt", "缪屿", name("Little Owl", "alias"), name("Real Secret", "real"),
        name("owl_99", "screen"),
        sex="female", ethnicity="tibetan", age="30", birth="1990-05-17", disability="yes", pregnant="no",
        terms=[
            {"vocabulary": "occupation", "raw": "lawyer", "term": "lawyer"},
            {"vocabulary": "occupation", "raw": "keeper of owls"},
            {"vocabulary": "religion", "term": "unknown"},
            {"vocabulary": "vulnerability", "raw": "secret illness"},
        ],
    )  # fmt: skip
    case = desk.case(person, title="Working title")
    event = desk.event(
        case, "sentenced", person, date="2020-02-06", form="criminal", place_text="Wuhan",
        assertion="reported",
        lists={
            "charges": [{"raw": "寻衅滋事", "term": "picking_quarrels"}, {"raw": "keeping owls"}],
            "terms": [{"raw": "platform:wechat", "term": "platform:wechat"}],
            "penalties": [
                {"kind": "fixed", "months": 1, "raw": "fixed:1months"},
                {"kind": "fine", "amount": 200, "currency": "CNY"},
                {"kind": "confiscation", "quantity": 12, "unit": "books"},
                {"kind": "life", "ends": "2030-01-02"},
                {"raw": "a good beating"},
            ],
        },
    )  # fmt: skip
    model = desk.model()
    (made,) = model.cases
    assert [item.text for item in made.people[0].name] == ["Vero Lunt", "Little Owl", "缪屿"]
    assert [(fact.field, fact.value.en) for fact in made.people[0].facts] == [
        ("sex", "Female"),
        ("birth", "1990"),
        ("age", "30"),
        ("ethnicity", "Tibetan"),
        ("disability", "Yes"),
        ("occupation", "Lawyer"),
        ("occupation", "keeper of owls"),
    ]
    (told,) = made.events
    assert (told.date, told.type, told.place) == ("2020-02-06", Bilingual("Sentenced", "判刑"), "Wuhan")
    assert told.form == Bilingual("Criminal detention", "刑事拘留")
    assert [charge.zh for charge in told.charges] == ["寻衅滋事罪", "keeping owls"]
    assert [penalty.en for penalty in told.penalties] == [
        "Fixed-term imprisonment, 1 month", "Fine, 200 CNY", "Confiscation, 12 books",
        "Life imprisonment, until 2030-01-02", "a good beating",
    ]  # fmt: skip
    assert told.terms == (Bilingual("WeChat", "微信"),)
    assert _who(told) == ["Victim: Vero Lunt"]
    assert told.who[0].name.zh == "缪屿"
    assert desk.records[event].id not in _all_text(model)
    assert model.summary.to_json() == {"cases": 1, "people": 1, "events": 1, "labelled": 0}
    for secret in ("Real Secret", "owl_99", "1990-05", "illness", "Working title", case, person):
        assert secret not in model.canonical().decode("utf-8")


def test_labels_takes_restricted_records_and_names_nobody(desk: Desk) -> None:
    person = desk.party(
        "Vero Lunt", level=None, age="34", birth="1990", terms=[{"vocabulary": "occupation", "raw": "owls"}]
    )
    group = desk.party("The Larks", kind="group", size="12", level=None)
    court = desk.party("County Court", kind="authority", level=None)
    hidden = desk.party("Odal Brisk", level=SECRET)
    case = desk.case(
        person, group, hidden, level=None, narrative="Vero Lunt and Odal Brisk at the County Court"
    )
    desk.review(case, "narrative", LABELS)
    desk.event(
        case, "something strange", person, group, (court, "tried_by"), (hidden, "witness"),
        level=None, date="2020-02-06", lists={"charges": [{"raw": "Vero Lunt's charge"}]},
    )  # fmt: skip
    made = desk.redact(LABELS)
    (told,) = made.model.cases
    assert [(p.name[0].text, [(f.field, f.value.en) for f in p.facts]) for p in told.people] == [
        ("Person A", [("age", "30–39")]),
        ("Group A", [("kind", "Group"), ("size", "12")]),
    ]
    (event,) = told.events
    assert (event.date, event.type.en, [charge.en for charge in event.charges]) == (
        "2020-02",
        "Other",
        ["Other"],
    )
    assert _who(event) == ["Victim: Group A", "Victim: Person A", "Tried by: County Court"]
    assert told.texts == ("Person A and [person] at the County Court",)
    assert made.left_out == {LeftOut.PERSON: 2, LeftOut.WORDS: 3}
    desk.reviews.clear()  # it was reviewed for the other profile
    with pytest.raises(NothingToPublish):
        desk.redact(NAMES)


def test_labels_tells_no_words_that_no_vocabulary_knows(desk: Desk) -> None:
    person = desk.party("Vero Lunt", age="about 34")
    case = desk.case(person)
    desk.event(
        case, "sentenced", person, date="2020",
        lists={
            "charges": [{"raw": "unknown"}, {"raw": ""}],
            "penalties": [
                {"kind": "confiscation", "quantity": 12, "unit": "books of Lunt"},
                {"kind": "unknown"},
                {"raw": "a good beating"},
            ],
        },
    )  # fmt: skip
    (told,) = desk.model(LABELS).cases
    assert told.people[0].facts == ()
    assert told.events[0].charges == ()
    assert [penalty.zh for penalty in told.events[0].penalties] == ["没收，12", "其他"]


def test_a_profile_that_omits_people_shows_what_happened_to_nobody(desk: Desk) -> None:
    rules = dict.fromkeys(NAMES.name_rules, NameRule.OMIT)
    silent = replace(NAMES, name="silent", name_rules=rules, texts=frozenset({"case.narrative"}))
    person = desk.party("Vero Lunt")
    case = desk.case(person, narrative="Vero Lunt left.")
    desk.event(case, "detained", person, date="2020")
    statement = desk.event(case, "statement", date="2021", summary="No text of this profile.")
    for record, field in ((case, "narrative"), (statement, "summary")):
        desk.review(record, field, silent)
    made = desk.redact(silent)
    assert (made.model.cases[0].people, made.model.cases[0].texts) == ((), ("[person] left.",))
    assert [event.date for event in made.model.cases[0].events] == ["2021"]
    assert made.left_out == {LeftOut.PERSON: 1, LeftOut.EVENT: 1}


def test_what_is_not_public_leaves_no_trace_under_names(desk: Desk) -> None:
    person, hidden = desk.party("Vero Lunt"), desk.party("Odal Brisk", level=None)
    case = desk.case(person, hidden)
    desk.event(case, "detained", person, (hidden, "lawyer"), date="2020")
    seen = desk.model()
    assert _who(seen.cases[0].events[0]) == ["Victim: Vero Lunt"]
    desk.event(case, "tortured", hidden, (person, "witness"), date="2021")
    desk.event(case, "released", person, level=None, date="2021")
    left = desk.redact()
    assert left.model.cases == seen.cases
    assert left.left_out == {LeftOut.PERSON: 2, LeftOut.EVENT: 2}


def test_an_event_without_victims_is_about_whoever_took_part(desk: Desk) -> None:
    person, hidden = desk.party("Vero Lunt"), desk.party("Odal Brisk", level=None)
    case = desk.case(person)
    desk.event(case, "statement", (hidden, "spokesperson"), date="2019")
    desk.event(case, "statement", (hidden, "source"), date="2020")
    desk.event(case, "statement", (person, "spokesperson"), (hidden, "witness"), date="2021")
    desk.event(case, "statement", date="2022")
    assert [(event.date, _who(event)) for event in desk.model().cases[0].events] == [
        ("2020", []),
        ("2021", ["Spokesperson: Vero Lunt"]),
        ("2022", []),
    ]


def test_a_hidden_list_of_participants_does_not_let_a_hidden_victims_event_out(desk: Desk) -> None:
    person, hidden = desk.party("Vero Lunt"), desk.party("Odal Brisk", level=None)
    case = desk.case(person)
    shown = desk.event(case, "detained", person, date="2020")
    kept = desk.event(case, "released", hidden, date="2021")
    for event in (shown, kept):
        desk.set_level(event, SECRET, "parties")
    assert [(event.date, event.who) for event in desk.model().cases[0].events] == [("2020", ())]


@pytest.mark.parametrize("where", ["record", "names"])
def test_a_person_is_as_visible_as_record_and_names_together(desk: Desk, where: str) -> None:
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    desk.set_level(person, RESTRICTED, where)
    case = desk.case(person, other)
    desk.event(case, "detained", person, date="2020")
    assert [p.name[0].text for p in desk.model().cases[0].people] == ["Odal Brisk"]
    assert desk.model().cases[0].events == ()


def test_each_field_has_its_own_level(desk: Desk) -> None:
    person = desk.party(
        "Vero Lunt", sex="female", ethnicity="tibetan", terms=[{"vocabulary": "cause", "raw": "owls"}]
    )
    case = desk.case(person)
    event = desk.event(
        case, "detained", person, date="2020", form="criminal", place_text="Wuhan", assertion="reported",
        lists={"charges": [{"raw": "x"}], "terms": [{"raw": "y"}], "penalties": [{"raw": "z"}]},
    )  # fmt: skip
    for field in ("sex", "terms"):
        desk.set_level(person, RESTRICTED, field)
    for field in ("date", "form", "place_text", "assertion", "charges", "terms", "penalties"):
        desk.set_level(event, SECRET, field)
    (made,) = desk.model().cases
    assert [fact.field for fact in made.people[0].facts] == ["ethnicity"]
    assert made.events[0] == Event(date="", type=Bilingual("Detained", "羁押"), who=made.events[0].who)
    # A public field of a restricted record stays.
    desk.set_level(event, PUBLIC, "date")
    desk.set_level(event, RESTRICTED, "record")
    assert desk.model().cases[0].events == ()


def test_a_case_without_a_level_is_a_folder_and_shows_whom_its_events_show(desk: Desk) -> None:
    person, relative = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    case = desk.case(person, (relative, "relative"), level=None)
    desk.event(case, "detained", person, date="2020")
    assert [p.name[0].text for p in desk.model().cases[0].people] == ["Vero Lunt"]
    desk.set_level(case, RESTRICTED, "record")
    with pytest.raises(NothingToPublish):
        desk.model()
    desk.case(desk.party("Tamsin Quell"))
    assert desk.redact().left_out == {LeftOut.CASE: 1}


def test_sources_are_shown_nowhere(desk: Desk) -> None:
    person, source = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    case = desk.case(person, (source, "消息来源"))
    desk.event(case, "detained", person, (source, "source"), date="2020")
    record = desk.other(Kind.SOURCE, code_name="Kingfisher", title="Interview at the mill")
    desk.other(Kind.SOURCE, title="Notes")
    desk.set(case, narrative="Kingfisher said so (interview at the mill). Notes follow.")
    desk.review(case, "narrative")
    (made,) = desk.model().cases
    assert [p.name[0].text for p in made.people] == ["Vero Lunt"]
    assert _who(made.events[0]) == ["Victim: Vero Lunt"]
    assert made.texts == ("[source] said so ([source]). Notes follow.",)
    assert desk.records[record].kind is Kind.SOURCE


# --- labels ---------------------------------------------------------------------------------------------


def test_a_label_is_in_the_publications_language(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    _case(desk, person, text="昨天 Vero Lunt 走了。")
    seen = {
        language: (made.people[0].name, made.texts[0])
        for language in Language
        for made in desk.redact(label=[person], language=language).model.cases
    }
    english, chinese = Name("Person A", "Latn"), Name("人员A", "Hans")
    assert seen == {
        Language.EN: ((english,), "昨天 Person A 走了。"),
        Language.ZH: ((chinese,), "昨天 人员A 走了。"),
        Language.BOTH: ((english, chinese), "昨天 人员A 走了。"),
    }


def test_a_label_for_somebody_who_may_not_appear_stands_in_texts_only(desk: Desk) -> None:
    person, hidden = desk.party("Vero Lunt"), desk.party("Odal Brisk", level=None)
    _case(desk, person, text="Odal Brisk helped; Odal Brisk left.")
    assert desk.model().cases[0].texts == ("[person] helped; [person] left.",)
    made = desk.redact(label=[hidden])
    assert made.model.cases[0].texts == ("Person A helped; Person A left.",)
    assert made.model.summary.labelled == 0
    assert len(made.labels) == 1
    assert desk.redact(label=[hidden, desk.party("Never Seen")]).labels == made.labels


def test_who_is_called_after_somebody_under_a_label_is_labelled_too(desk: Desk) -> None:
    person, other = desk.party("邬棠", "Vero Lunt"), desk.party("邬棠溪", "Vero Lunt Quell")
    wife, firm = desk.party("邬棠的妻子"), desk.party("Vero Lunt and Sons", kind="organisation")
    sister = desk.party("Sister of Vero Lunt", "Odal Brisk")
    everybody = (person, other, wife, firm, sister)
    desk.event(desk.case(*everybody), "detained", *everybody, date="2020")
    assert desk.redact().labels == {}
    made = desk.redact(label=[person])
    assert set(made.labels) == {person, other, wife, firm, sister}
    assert made.labels[firm].en == "Organisation A"
    desk.records[other] = desk.records[other].with_elements("names", [name("邬棠溪")])
    assert set(desk.redact(label=[person]).labels) == {person, wife, firm, sister}
    assert set(desk.redact(label=[wife]).labels) == {wife}


def test_a_labelled_person_is_told_by_ten_years_only(desk: Desk) -> None:
    person = desk.party("Vero Lunt", birth="1990", age="34")
    named = desk.party("Odal Brisk", birth="1990", age="34")
    vague = desk.party("Tamsin Quell", age="about 34")
    case = desk.case(person, named, vague)
    desk.event(case, "detained", person, date="2020-02-06")
    people = desk.redact(label=[person, vague]).model.cases[0].people
    assert [[fact.value.en for fact in shown.facts] for shown in people] == [["1990", "34"], [], ["30–39"]]


def test_names_stand_in_the_order_of_the_language(desk: Desk) -> None:
    person = desk.party("缪屿", name("Owl", "alias"), "Vero Lunt")
    _case(desk, person)
    for language, expected in (
        (Language.EN, ["Vero Lunt", "Owl", "缪屿"]),
        (Language.ZH, ["缪屿", "Vero Lunt", "Owl"]),
        (Language.BOTH, ["Vero Lunt", "Owl", "缪屿"]),
    ):
        shown = desk.redact(language=language).model.cases[0].people[0].name
        assert [item.text for item in shown] == expected


def test_names_in_scripts_that_pages_do_not_set_yet_appear_in_latin_or_chinese_or_as_a_label(
    desk: Desk,
) -> None:
    both = desk.party("ئورخۇن تاڭساي", "Orxun Tangsay")
    chinese = desk.party("བཀྲ་ཤིས་ཝེན་གར", "扎西文嘎")
    neither = desk.party("ᠮᠣᠷᠢᠨ ᠬᠤᠷ")
    _case(desk, both, chinese, neither, text="ئورخۇن تاڭساي، བཀྲ་ཤིས་ཝེན་གར, ᠮᠣᠷᠢᠨ ᠬᠤᠷ met.")
    (made,) = desk.model().cases
    assert sorted(item.text for person in made.people for item in person.name) == [
        "Orxun Tangsay", "Person A", "扎西文嘎",
    ]  # fmt: skip
    assert made.texts == ("Orxun Tangsay، 扎西文嘎, Person A met.",)
    desk.party("ئورخۇن تاڭساي", "Orxun the Other")
    assert desk.model().cases[0].texts != made.texts, (
        "somebody else bears the name: the text was reviewed before"
    )


def test_a_name_in_such_a_script_that_fits_two_people_is_nobodys(desk: Desk) -> None:
    one, two = desk.party("ئورخۇن تاڭساي", "Orxun One"), desk.party("ئورخۇن تاڭساي", "Orxun Two")
    _case(desk, one, two, text="ئورخۇن تاڭساي met.")
    assert desk.model().cases[0].texts == ("[person] met.",)


def test_a_real_name_beside_a_pseudonym_is_kept_back_in_texts_too(desk: Desk) -> None:
    person = desk.party("Little Owl", name("Vero Lunt", "real"))
    _case(desk, person, text="Little Owl, that is Vero Lunt, wrote.")
    assert desk.model().cases[0].texts == ("Little Owl, that is [person], wrote.",)


# --- texts ----------------------------------------------------------------------------------------------


def test_free_text_goes_out_only_if_it_was_reviewed_and_is_the_same(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    case = desk.case(person, narrative="It began at the mill.", note="Never published.")
    event = desk.event(case, "detained", person, date="2020", summary="They came at night.")
    assert desk.redact().left_out == {LeftOut.TEXT: 2}
    desk.review(case, "narrative")
    desk.review(event, "summary")
    assert desk.model().cases[0].texts == ("It began at the mill.", "They came at night.")
    desk.set(case, narrative="It began at the old mill.")
    made = desk.redact()
    assert made.model.cases[0].texts == ("They came at night.",)
    assert made.left_out == {LeftOut.CHANGED_TEXT: 1}
    assert "Never" not in _all_text(made.model)


def test_a_name_that_becomes_known_later_takes_the_review_back_if_it_stands_in_the_text(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    _case(desk, person, text="Tamsin Quell opened the door.")
    desk.party("Odal Brisk")
    assert desk.model().cases[0].texts == ("Tamsin Quell opened the door.",)
    desk.party("Tamsin Quell", level=SECRET)
    assert desk.redact().left_out == {LeftOut.CHANGED_TEXT: 1}


def test_a_text_that_somebody_set_to_secret_stays_even_when_reviewed(desk: Desk) -> None:
    case = _case(desk, desk.party("Vero Lunt"), text="It began at the mill.")
    desk.set_level(case, PUBLIC, "narrative")
    assert desk.model().cases[0].texts
    desk.set_level(case, SECRET, "narrative")
    assert not desk.model().cases[0].texts


def test_numbers_and_addresses_are_taken_out_of_texts_and_places(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    text = "Call 13800138000 or vero.lunt@example.org; id 11010519491231002X; at N39.90420 E116.40740."
    _case(desk, person, text=text, place_text="Green Lane, Room 301")
    (made,) = desk.redact(label=[person]).model.cases
    assert made.texts == ("Call [contact] or [contact]; id [number]; at [place].",)
    assert made.events[0].place == "Green Lane, [place]"


def test_a_text_goes_out_without_people_or_events(desk: Desk) -> None:
    case = desk.case(narrative="It began at the mill.")
    with pytest.raises(NothingToPublish):
        desk.model()
    desk.review(case, "narrative")
    assert desk.model().cases[0].texts == ("It began at the mill.",)


# --- places, words, titles ------------------------------------------------------------------------------


def test_a_place_is_told_by_its_record_if_that_is_visible(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    case = desk.case(person)
    place = desk.other(Kind.PLACE, PUBLIC, name="Heron Prison", name_zh="鹭监狱")
    hidden = desk.other(Kind.PLACE, name="Owl House")
    desk.event(case, "imprisoned", person, date="2019", place=place, place_text="typed")
    desk.event(case, "imprisoned", person, date="2020", place=hidden, place_text="near Owl House")
    desk.event(case, "imprisoned", person, date="2021", place_text="near Owl House, with Vero Lunt")
    desk.event(case, "imprisoned", person, date="2022", place=person)
    kept = desk.event(case, "imprisoned", person, date="2023", place=place)
    desk.set_level(kept, SECRET, "place")
    places = [event.place for event in desk.redact(label=[person]).model.cases[0].events]
    assert places == ["Heron Prison 鹭监狱", "", "near [place], with Person A", "", ""]


def test_a_desks_own_terms_are_words_like_any_other(desk: Desk) -> None:
    person = desk.party("Vero Lunt", terms=[{"vocabulary": "occupation", "term": "x_owl"}])
    case = desk.case(person)
    desk.event(case, "x_visit", person, date="2020")
    desk.event(case, "x_visit_zh", person, date="2021")
    desk.other(
        Kind.TERM, vocabulary="occupation", code="x_owl", label_en="Friend of Vero Lunt", label_zh="猫头鹰"
    )
    desk.other(Kind.TERM, vocabulary="event_type", code="x_visit", label_en="Visited")
    desk.other(Kind.TERM, vocabulary="event_type", code="x_visit_zh", label_zh="探访")
    desk.other(Kind.TERM, SECRET, vocabulary="event_type", code="x_hidden", label_en="Hidden")
    desk.other(Kind.TERM, vocabulary="event_type")
    (made,) = desk.redact(label=[person]).model.cases
    assert [fact.value for fact in made.people[0].facts] == [Bilingual("Friend of Person A", "猫头鹰")]
    assert [event.type for event in made.events] == [
        Bilingual("Visited", "Visited"),
        Bilingual("探访", "探访"),
    ]


def test_a_labelled_name_is_taken_out_of_every_word_that_was_typed(desk: Desk) -> None:
    person = desk.party(
        "Vero Lunt", ethnicity="of the Lunt Vero clan", age="as old as Vero Lunt", size="about 3"
    )
    firm = desk.party("Quell and Sons", kind="organisation")
    case = desk.case(person, firm)
    desk.event(
        case, "Vero Lunt was seen", person, (firm, "owner of Vero Lunt"), form="Vero Lunt's way", date="2020",
        place_text="Vero Lunt's house", assertion="says Vero Lunt",
        lists={
            "charges": [{"raw": "being Vero Lunt"}],
            "terms": [{"raw": "as VeroLunt"}],
            "penalties": [
                {"raw": "no more Vero Lunt"},
                {"kind": "fine", "quantity": 2, "unit": "Vero Lunts of Vero Lunt"},
            ],
        },
    )  # fmt: skip
    model = desk.redact(label=[person]).model
    text = _all_text(model)
    assert text.count("Lunt") == text.count(" Lunts") == 1
    assert "Fine, 2 [person] Lunts of Person A" in text
    assert model.cases[0].events[0].who[-1].role.en == "owner of Person A"
    title = Request(NAMES, AS_OF, label=frozenset([person]), title=Bilingual("On Vero Lunt", "缪屿"))
    assert redact(desk.facts(), title).model.title == Bilingual("On Person A", "缪屿")


def test_what_is_not_understood_or_not_known_is_left_out(desk: Desk) -> None:
    person = desk.party(
        "Vero Lunt", disability="no", sex="unknown", birth="at dawn", age="", pregnant="不知道"
    )
    case = desk.case(person, RecordId("f" * 32))
    desk.event(
        case, "", person, RecordId("e" * 32), date="the day of the feast", form="not_asked", assertion="none"
    )
    desk.event(case, "detained", (person, ""), date="1954-02-29")
    made = desk.redact()
    assert [fact.value.en for fact in made.model.cases[0].people[0].facts] == ["不知道"]
    first, second = sorted(made.model.cases[0].events, key=lambda event: event.type.en)
    assert (first.type.en, first.date, _who(first)) == ("Detained", "", ["Participant: Vero Lunt"])
    assert (second.type.en, second.form, second.assertion) == ("Other", None, None)
    assert made.left_out == {LeftOut.DATE: 2, LeftOut.PERSON: 2}


# --- order ----------------------------------------------------------------------------------------------


def test_everything_is_in_the_order_of_what_is_published(desk: Desk) -> None:
    late, early, none = (desk.party(text) for text in ("Aaron Lunt", "Zeno Quell", "Moss Brisk"))
    for person, day in ((late, "2021"), (none, ""), (early, "2019-03")):
        case = desk.case(person)
        desk.event(case, "sentenced", person, date=day)
        desk.event(case, "tried", person, date=day)
        desk.event(case, "released", person)
    model = desk.model()
    assert [case.people[0].name[0].text for case in model.cases] == ["Zeno Quell", "Aaron Lunt", "Moss Brisk"]
    for case in model.cases[:2]:
        assert [event.type.en for event in case.events] == ["Tried", "Sentenced", "Released"]


def test_named_people_stand_before_labelled_ones(desk: Desk) -> None:
    one, two, three = desk.party("Aaron Lunt"), desk.party("Moss Brisk"), desk.party("Zeno Quell")
    case = desk.case(one, two, three)
    desk.event(case, "detained", three, two, one, (one, "witness"), (one, "witness"), date="2020")
    made = desk.redact(label=[one, two]).model.cases[0]
    assert [person.name[0].text for person in made.people] == ["Zeno Quell", "Person A", "Person B"]
    shown = [f"{part.role.en}: {part.name.en}" for part in made.events[0].who]
    assert shown[:3] == ["Victim: Zeno Quell", "Victim: Person A", "Victim: Person B"]
    assert len(shown) == 4


# --- a mistake does not hide itself ---------------------------------------------------------------------


def test_a_name_that_slips_through_the_censor_stops_the_publication(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = desk.party("缪屿")
    _case(desk, person, text="昨天缪屿走了。")

    def nothing(_self: censor.Censor, text: str) -> Pieces:
        return (text,)

    monkeypatch.setattr(censor.Censor, "redact", nothing)
    with pytest.raises(AuditFailed) as caught:
        desk.redact(label=[person])
    assert "缪屿" not in str(caught.value)
    assert redaction.redact(desk.facts(), Request(NAMES, AS_OF)).model.summary.people == 1


def test_parts_of_a_name_go_where_the_text_names_a_person_who_is_in_no_case() -> None:
    desk = Desk()
    desk.party("Odal Brisk", level=RESTRICTED)
    labelled = desk.party("Tarn Welby")
    censor = desk.censor(label=[labelled])
    text = "Odal Brisk came. Later Brisk and Odal left; Welby stayed."
    said = "".join(piece for piece in censor.redact(text) if isinstance(piece, str))
    for part in ("Odal", "Brisk", "Welby"):
        assert part not in said
    assert "came. Later" in said
